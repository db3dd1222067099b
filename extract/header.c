#include "extract/header.h"

#include "extract/equations.h"
#include "extract/lexicon.h"
#include "extract/rows.h"

enum {
    LONGEST_HEAD = 90, /* bytes of a column's name: 30 Chinese characters */
    LOOK_AHEAD = 3,    /* rows below a header in which its first figures must stand */
};

struct str header_unit(struct str text) {
    static const char *const units[] = {"亿元", "百万元", "万元", "千元", "元"};
    size_t from = str_find(text, "单位", 0);
    bool stated = from != SIZE_MAX && text.len - from < 40;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t len = strlen(units[i]);
        for (size_t at = str_find(text, units[i], 0); at != SIZE_MAX;
             at = str_find(text, units[i], at + len)) {
            struct str before = str_slice(text, 0, at), after = str_slice(text, at + len, text.len);
            bool opened = str_ends(before, "(") || str_ends(before, ":") || str_ends(before, "（");
            bool closed = str_starts(after, ")") || str_starts(after, "）") || after.len == 0 ||
                          str_starts(after, ",") || str_starts(after, "、");
            if ((opened && closed) || (stated && at > from && at - from < 20))
                return str_of(units[i]);
        }
    }
    return (struct str){0};
}

/* 备注, 名称 and 金额 stand in any table and in prose cells, too: two of
 * them make no header unless figures follow. 分值 or 全年预算数 alone is
 * proof. */
static bool is_strong(enum column_role role, uint32_t level) {
    if (role == COLUMN_RATE && level > 0)
        return false; /* 合格率, 覆盖率: names of indicators, too */
    return role != COLUMN_OTHER && role != COLUMN_LABEL && role != COLUMN_AMOUNT &&
           role != COLUMN_ORDINAL && role != COLUMN_REMARK;
}

struct tally {
    uint32_t cells, heads, strong, long_ones;
};

/* Counts what the row holds; false when it holds a figure. */
static bool count_row(const struct sheet *sheet, uint32_t row, struct tally *tally) {
    *tally = (struct tally){0};
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        uint32_t level;
        if (!sheet_has_content(sheet, cell))
            continue;
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        /* a row with a figure is data, whatever its words say: 小计 | 分值
         * | 20 is no header */
        if (fact->class == CELL_NUMBER)
            return false;
        enum column_role role = lexicon_column(sheet->config->lexicon, fact->text, &level);
        bool component =
            lexicon_is(sheet->config->lexicon, WORDS_COMPONENT_HEADS, lexicon_bare(fact->text));
        tally->cells++;
        tally->heads += role != COLUMN_OTHER || component;
        tally->strong += is_strong(role, level) || component;
        tally->long_ones += fact->text.len > LONGEST_HEAD;
    }
    return true;
}

/* Two thirds, not all: every province has a column of its own that no lexicon
 * knows (是否核心指标, 佐证材料). Where three are heads of no other
 * use (分值, 评分标准, 自评得分), half of them are enough. */
static bool names_columns(const struct tally *tally) {
    return (tally->heads >= 2 && tally->heads * 3 >= tally->cells * 2) ||
           (tally->strong >= 3 && tally->heads * 2 >= tally->cells);
}

static bool continues_header(const struct sheet *sheet, uint32_t row);

/* The end of the rows below a header in which its first figures must stand: the
 * next header, if there is one. The lower rows of this one are none. */
static uint32_t figures_end(const struct sheet *sheet, uint32_t row) {
    uint32_t end = row + 1;
    struct tally tally;
    while (end < row + LOOK_AHEAD && end < sheet->table->rows && continues_header(sheet, end))
        end++;
    while (end <= row + LOOK_AHEAD + 1 && end < sheet->table->rows &&
           !(count_row(sheet, end, &tally) && names_columns(&tally) && tally.strong > 0))
        end++;
    return end;
}

/* Whether the cell is a head of figures: 金额, 省级. */
static bool heads_figures(const struct sheet *sheet, const struct cell *cell) {
    uint32_t level;
    return sheet_has_content(sheet, cell) &&
           rows_is_figure(
               lexicon_column(sheet->config->lexicon, sheet_fact(sheet, cell)->text, &level));
}

/* Whether each figure of the row follows its own label, as in a form:
 * 计划安排资金 | 126.50 | 实际到位资金 | 118.50. Under a head of
 * figures it needs none: 税种 | 金额 | 税种 | 金额. */
static bool is_form(const struct sheet *sheet, uint32_t head, uint32_t row) {
    uint32_t figures = 0;
    enum cell_class before = CELL_BLANK;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, row, col));
        if (!fact || fact->class == CELL_BLANK)
            continue;
        if (fact->class == CELL_NUMBER &&
            (before != CELL_TEXT || heads_figures(sheet, sheet_cell(sheet, head, col))))
            return false;
        figures += fact->class == CELL_NUMBER;
        before = fact->class;
    }
    return figures > 1;
}

/* Whether one of the rows in which a header's figures must stand is a form. */
static bool is_over_form(const struct sheet *sheet, uint32_t head) {
    for (uint32_t row = head + 1; row <= head + LOOK_AHEAD && row < sheet->table->rows; row++) {
        if (is_form(sheet, head, row))
            return true;
    }
    return false;
}

/* How many heads of the row have a figure below them. */
static uint32_t count_figures(const struct sheet *sheet, uint32_t row) {
    uint32_t end = figures_end(sheet, row), count = 0;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        bool figure = false;
        for (uint32_t below = row + 1; below < end && !figure; below++) {
            const struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, below, col));
            figure = fact && fact->class == CELL_NUMBER;
        }
        count += figure && sheet_has_content(sheet, sheet_cell(sheet, row, col));
    }
    return count;
}

bool header_begins(const struct sheet *sheet, uint32_t row) {
    struct tally tally;
    if (!count_row(sheet, row, &tally) || tally.cells < 2 || tally.long_ones > 0)
        return false;
    if (names_columns(&tally))
        return tally.strong > 0 || count_figures(sheet, row) > 0;
    /* no words of the lexicon: short words over figures, at the top or under a
     * caption */
    if (row > 0 && !sheet_caption(sheet, row - 1))
        return false;
    if (is_over_form(sheet, row))
        return false;
    uint32_t over_figures = count_figures(sheet, row);
    return over_figures * 2 >= tally.cells &&
           (over_figures < tally.cells || tally.heads * 2 >= tally.cells);
}

/* Whether the head at (row, col) has lost its merge: blank heads follow it, and
 * the row below names both. */
static bool spans_blanks(const struct sheet *sheet, uint32_t row, uint32_t col) {
    const struct cell *next = sheet_cell(sheet, row, col + 1);
    return next && !sheet_has_content(sheet, next) &&
           sheet_has_content(sheet, sheet_cell(sheet, row + 1, col + 1));
}

/* Whether all that the row holds stands under a merged or blank head of the row
 * above it. */
static bool continues_header(const struct sheet *sheet, uint32_t row) {
    bool any = false;
    const struct cell *first = table_cell_at(sheet->table, row, 0);
    if (first && first->row == row && sheet_has_content(sheet, first))
        return false;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        if (!sheet_has_content(sheet, cell))
            continue;
        const struct cell *above = table_cell_at(sheet->table, row - 1, col);
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        bool under_blank =
            !above || !sheet_has_content(sheet, above) || spans_blanks(sheet, row - 1, col);
        if (fact->class == CELL_NUMBER || fact->text.len > LONGEST_HEAD)
            return false;
        if (!under_blank && above->colspan <= cell->colspan)
            return false;
        any = true;
    }
    return any;
}

uint32_t header_height(const struct sheet *sheet, uint32_t row) {
    uint32_t height = 1;
    while (row + height < sheet->table->rows && height < 4 && continues_header(sheet, row + height))
        height++;
    /* 栏次 | 1 | 2 | 3=1+2 */
    return height + (row + height < sheet->table->rows && equations_row(sheet, row + height));
}

/* The header cell over `col` in header row `row`: its own, or the one whose
 * blank followers stand here (text that has lost its merges). */
static const struct cell *head_over(const struct sheet *sheet, uint32_t first, uint32_t height,
                                    uint32_t row, uint32_t col) {
    const struct cell *cell = table_cell_at(sheet->table, row, col);
    if (sheet_has_content(sheet, cell) || row + 1 >= first + height)
        return cell;
    /* a blank under nothing borrows its left neighbour's head only when a lower
     * level names the column */
    bool named_below = false;
    for (uint32_t below = row + 1; below < first + height; below++)
        named_below |= sheet_has_content(sheet, sheet_cell(sheet, below, col));
    for (uint32_t left = col; named_below && left-- > 0;) {
        cell = table_cell_at(sheet->table, row, left);
        if (sheet_has_content(sheet, cell))
            return cell;
    }
    return NULL;
}

/* Fills name, role, level and unit of column `col` from its heads, top down;
 * false when it has none. */
static bool name_column(const struct sheet *sheet, uint32_t first, uint32_t height,
                        struct column *column) {
    struct arena *arena = &sheet->doc->arena;
    const struct lexicon *lexicon = sheet->config->lexicon;
    const struct cell *before = NULL;
    for (uint32_t row = first; row < first + height; row++) {
        const struct cell *cell = head_over(sheet, first, height, row, column->col);
        if (!cell || cell == before || cell->row < first || !sheet_has_content(sheet, cell))
            continue;
        struct str text = sheet_fact(sheet, cell)->text;
        uint32_t level;
        enum column_role role = lexicon_column(lexicon, text, &level);
        struct str unit = header_unit(text);
        before = cell;
        /* 项目 under 预算数 is an amount and names no rows */
        if (role == COLUMN_LABEL && rows_is_figure(column->role))
            role = COLUMN_AMOUNT;
        /* nor is 小计 under 执行率 a sum; whose rate it is, its own head tells */
        if (column->role == COLUMN_RATE)
            column->level = 2;
        else if (role != COLUMN_OTHER || column->role == COLUMN_OTHER) {
            column->role = role;
            column->level = level;
        }
        if (unit.len > 0)
            column->unit = unit;
        else if (str_has(text, "%)") || str_has(text, "(%"))
            column->unit = str_of("%");
        column->name = column->name.len > 0
                           ? str_printf(arena, "%.*s/%.*s", STR_ARGS(column->name), STR_ARGS(text))
                           : text;
    }
    return column->name.len > 0;
}

/* The column (an index) that column `index` is a component of: the one left of
 * the innermost 其中 over it. */
static int32_t parent_of(const struct sheet *sheet, uint32_t first, uint32_t height,
                         const struct column *columns, uint32_t index) {
    for (uint32_t row = first + height; row-- > first;) {
        const struct cell *cell = head_over(sheet, first, height, row, columns[index].col);
        if (!cell || cell->row < first || !sheet_has_content(sheet, cell))
            continue;
        struct str text = lexicon_bare(sheet_fact(sheet, cell)->text);
        if (!lexicon_starts(sheet->config->lexicon, WORDS_COMPONENT_HEADS, text))
            continue;
        for (uint32_t left = index; left-- > 0;) {
            if (columns[left].col < cell->col)
                return columns[left].role == COLUMN_LABEL ? -1 : (int32_t)left;
        }
    }
    return -1;
}

/* What the columns are to each other: one score, the deepest weight, one
 * deepest level. */
static void settle_roles(struct column *columns, uint32_t count) {
    bool named_third = false, has_score = false;
    uint32_t deepest = 0, last_level = UINT32_MAX;
    uint32_t last_score = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (columns[i].role == COLUMN_SCORE)
            last_score = i;
        named_third |= str_starts(columns[i].name, "三级") ||
                       str_starts(columns[i].name, "二级"); /* 三级指标 */
    }
    for (uint32_t i = 0; i < count; i++) {
        struct column *column = &columns[i];
        if (column->role == COLUMN_LEVEL && named_third && column->level != 4 &&
            !str_has(column->name, "级"))
            column->role = COLUMN_OTHER;
        if (column->role == COLUMN_LEVEL)
            last_level = i;
        /* 县级评分｜市级评分, 自评分｜复核分: the first is the
         * unit's own, the second another's opinion, which sums to another
         * total */
        bool upper = i < last_score && i + 1 < count && columns[i + 1].role == COLUMN_LEVEL;
        if (column->role == COLUMN_SCORE && (has_score || upper)) /* 一级得分｜二级指标 */
            column->role = COLUMN_SECOND;
        has_score |= column->role == COLUMN_SCORE;
        if (column->role == COLUMN_WEIGHT)
            deepest = i;
    }
    /* a weight that directly follows an upper level is that level's own
     * figure */
    for (uint32_t i = 0; i < count; i++) {
        if (columns[i].role != COLUMN_WEIGHT)
            continue;
        /* 一级｜分值｜二级｜分值｜三级｜分值, each of 100 points: only the
         * deepest is paired with 得分, or the total would be 300 */
        bool upper =
            i < deepest && i > 0 && columns[i - 1].role == COLUMN_LEVEL && i - 1 != last_level;
        columns[i].level = upper ? columns[i - 1].level : 0;
    }
}

/* 评价内容 over three columns of names: the levels of one tree, the deepest
 * behind. Only where the first row below has a cell of its own in the column. */
static bool is_sublevel(const struct sheet *sheet, const struct cell *head, uint32_t body,
                        struct column *column) {
    const struct lexicon *lexicon = sheet->config->lexicon;
    uint32_t level, col = column->col;
    if (body >= sheet->table->rows || !sheet_has_content(sheet, head) ||
        lexicon_column(lexicon, sheet_fact(sheet, head)->text, &level) != COLUMN_LEVEL ||
        level + col - head->col > 3)
        return false;
    const struct cell *below = table_cell_at(sheet->table, body, col);
    if (!below || below->col != col || sheet_fact(sheet, below)->class != CELL_TEXT)
        return false;
    column->role = COLUMN_LEVEL;
    column->level = level + col - head->col;
    column->name = sheet_fact(sheet, head)->text;
    return true;
}

struct column *header_columns(const struct sheet *sheet, uint32_t first, uint32_t height,
                              uint32_t *count) {
    struct column *columns = arena_array(&sheet->doc->arena, sheet->table->cols, sizeof *columns);
    uint32_t end = first + height;
    *count = 0;
    if (!columns)
        return NULL;
    height -= height > 1 && equations_row(sheet, end - 1); /* symbols name no column */
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        struct column column = {.col = col, .parent = -1};
        const struct cell *last = table_cell_at(sheet->table, first + height - 1, col);
        bool spanned = last && last->col < col; /* a merged head names its first column only */
        if (spanned ? is_sublevel(sheet, last, end, &column)
                    : name_column(sheet, first, height, &column))
            columns[(*count)++] = column;
    }
    for (uint32_t i = 0; i < *count; i++)
        columns[i].parent = parent_of(sheet, first, height, columns, i);
    settle_roles(columns, *count);
    return equations_find(sheet, first, end, columns, *count) ? columns : NULL;
}
