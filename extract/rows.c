#include "extract/rows.h"

#include "base/utf8.h"
#include "extract/inline_field.h"
#include "extract/lexicon.h"
#include "extract/shift.h"

enum { LOOK_BACK = 30 }; /* rows that tell which columns are filled */

bool rows_is_figure(enum column_role role) {
    switch (role) {
    case COLUMN_WEIGHT:
    case COLUMN_SCORE:
    case COLUMN_BUDGET:
    case COLUMN_SPENT:
    case COLUMN_RATE:
    case COLUMN_TOTAL:
    case COLUMN_AMOUNT:
    case COLUMN_BALANCE:
        return true;
    default:
        return false;
    }
}

/* （一）基本支出 and 一、收入 are levels of one column: the marks
 * make the tree where the form has no columns for it. */
static bool is_numeral(uint32_t point) {
    static const char numerals[] = "一二三四五六七八九十";
    char bytes[5] = {0};
    utf8_encode(point, bytes);
    return point > 0x7F && strstr(numerals, bytes) != NULL;
}

/* As rows_depth; `alone`: the mark may be all there is, as 一 under 序号. */
static uint32_t read_depth(struct str label, bool alone) {
    bool bracket = str_starts(label, "(");
    size_t at = bracket, size = 0, digits = 0, numerals = 0;
    uint32_t first = label.len > 0 ? utf8_decode(label, 0, &size) : 0;
    if (first >= 0x2460 && first <= 0x2473) /* ①..⑳ */
        return 5;
    for (; at < label.len; at += size) {
        uint32_t point = utf8_decode(label, at, &size);
        if (point >= '0' && point <= '9')
            digits++;
        else if (is_numeral(point))
            numerals++;
        else
            break;
    }
    if ((digits == 0) == (numerals == 0) || digits > 2 || numerals > 3)
        return 0;
    struct str rest = str_slice(label, at, label.len);
    /* （一） stands above 1、, and （1） below it */
    if (bracket)
        return str_starts(rest, ")") ? (numerals ? 2 : 4) : 0;
    /* 1.5 公里道路 is a name that begins with a figure, no item 1 */
    bool dot = str_starts(rest, ".") && !(rest.len > 1 && rest.ptr[1] >= '0' && rest.ptr[1] <= '9');
    if (!str_starts(rest, "、") && !dot && !(alone && rest.len == 0))
        return 0;
    return numerals ? 1 : 3;
}

uint32_t rows_depth(struct str label) {
    return read_depth(label, false);
}

static uint32_t *value_slot(const struct section *section, uint32_t row, uint32_t column) {
    return &section->values[(size_t)(row - section->first) * section->column_count + column];
}

static const struct cell_fact *value_fact(const struct sheet *sheet, const struct section *section,
                                          uint32_t row, uint32_t column) {
    return sheet_fact(sheet, reading_value(&sheet->doc->document, section, row, column));
}

/* The depth of a row whose mark stands in a column of its own. */
static uint32_t ordinal_depth(const struct sheet *sheet, const struct section *section,
                              uint32_t row) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct cell *cell = reading_value(&sheet->doc->document, section, row, i);
        if (section->columns[i].role == COLUMN_ORDINAL && cell && cell->row == row)
            return read_depth(sheet_fact(sheet, cell)->text, true);
    }
    return 0;
}

/* Gives depths to rows that are marked in a column of their own. 1, 2, 3 only
 * count; but 1 and 2 below 一 are levels. */
static void take_ordinals(const struct sheet *sheet, struct section *section) {
    bool levels = false;
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = section->header_rows; i < section->end - section->first; i++) {
            struct row *row = &section->rows[i];
            uint32_t depth = ordinal_depth(sheet, section, section->first + i);
            levels |= depth == 1 || depth == 2;
            if (pass == 1 && levels && row->depth == 0)
                row->depth = depth;
        }
    }
}

static uint32_t slot_of(const struct sheet *sheet, const struct cell *cell) {
    return (uint32_t)(cell - sheet->table->cells) + 1;
}

/* Each value as it stands under its head. */
static void place_values(const struct sheet *sheet, struct section *section, uint32_t row) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct cell *cell = table_cell_at(sheet->table, row, section->columns[i].col);
        /* a cell merged over several columns speaks for the first of them
         * only */
        if (cell && cell->row >= section->first &&
            (cell->col == section->columns[i].col || i == 0 ||
             section->columns[i - 1].col < cell->col))
            *value_slot(section, row, i) = slot_of(sheet, cell);
    }
}

/* The column of that role (for weights: the deepest), or UINT32_MAX. */
static uint32_t column_of(const struct section *section, enum column_role role) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].role == role &&
            (role != COLUMN_WEIGHT || section->columns[i].level == 0))
            return i;
    }
    return UINT32_MAX;
}

/* Each value of a row that has lost cells on its left; the levels which these
 * named are carried down. Returns the cell of the deepest level, its name. */
static const struct cell *place_shifted(const struct sheet *sheet, struct section *section,
                                        uint32_t row, uint32_t shift) {
    const struct cell *name = NULL;
    for (uint32_t i = 0; i < section->column_count; i++) {
        uint32_t col = section->columns[i].col;
        const struct cell *cell = col < shift ? NULL : sheet_cell(sheet, row, col - shift);
        if (!cell)
            continue;
        *value_slot(section, row, i) = slot_of(sheet, cell);
        if (section->columns[i].role == COLUMN_LEVEL)
            name = cell;
    }
    /* 预算执行率（10分）over all levels is a group of its own */
    uint32_t top = column_of(section, COLUMN_LEVEL);
    if (name && top != UINT32_MAX && str_ends(sheet_fact(sheet, name)->text, "分)"))
        *value_slot(section, row, top) = slot_of(sheet, name);
    return name;
}

struct contents {
    uint32_t cells, numbers, texts; /* a grade is no text: it may stand in a total row */
};

/* 合计 | 100 | 96 | 优: the grade in a total row must not turn it into an
 * item. */
static struct contents row_contents(const struct sheet *sheet, uint32_t row) {
    struct contents contents = {0};
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        if (!sheet_has_content(sheet, cell))
            continue;
        contents.cells++;
        contents.numbers += fact->class == CELL_NUMBER;
        contents.texts += fact->class == CELL_TEXT &&
                          !lexicon_is(sheet->config->lexicon, WORDS_GRADES, fact->text);
    }
    return contents;
}

/* How many columns of figures hold a figure of this row. */
static uint32_t count_placed(const struct sheet *sheet, const struct section *section,
                             uint32_t row) {
    uint32_t placed = 0;
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct cell_fact *fact = value_fact(sheet, section, row, i);
        placed += rows_is_figure(section->columns[i].role) && fact && fact->class == CELL_NUMBER;
    }
    return placed;
}

/* 全县合计, 支出合计, 某局汇总: the end of the label counts; 合计
 * in its middle (合计得分率) does not. */
static bool is_total(const struct lexicon *lexicon, struct str label) {
    struct str bare = lexicon_bare(label);
    return lexicon_is(lexicon, WORDS_TOTALS, bare) || lexicon_ends(lexicon, WORDS_TOTAL_ENDS, bare);
}

static bool is_subtotal(const struct lexicon *lexicon, struct str label) {
    struct str bare = lexicon_bare(label);
    return lexicon_is(lexicon, WORDS_SUBTOTALS, bare) ||
           lexicon_ends(lexicon, WORDS_SUBTOTAL_ENDS, bare);
}

/* 序号 | 合计: the word may stand in the column of ordinals, where names
 * never do. */
static bool is_sum_word(const struct lexicon *lexicon, struct str label) {
    return is_total(lexicon, label) || is_subtotal(lexicon, label);
}

/* The columns that a row's figures go to when their cells have shifted: weight
 * and score in a score table, else those columns of figures that the rows above
 * it fill. */
static uint32_t live_columns(const struct sheet *sheet, const struct section *section, uint32_t row,
                             uint32_t *live) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < section->column_count; i++) {
        enum column_role role = section->columns[i].role;
        uint32_t filled = 0, rows = 0;
        if (section->kind == TABLE_SCORE) {
            if ((role == COLUMN_WEIGHT && section->columns[i].level == 0) || role == COLUMN_SCORE)
                live[count++] = i;
            continue;
        }
        uint32_t body = section->first + section->header_rows;
        for (uint32_t above = row > body + LOOK_BACK ? row - LOOK_BACK : body; above < row;
             above++) {
            const struct cell_fact *fact = value_fact(sheet, section, above, i);
            filled += fact && fact->class == CELL_NUMBER;
            rows++;
        }
        if (rows_is_figure(role) && filled * 2 >= rows && filled > 0)
            live[count++] = i;
    }
    return count;
}

/* All columns of points: a total row of a text gives the weights of each level
 * and the scores of all who scored, one behind another. */
static uint32_t point_columns(const struct section *section, uint32_t *live) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < section->column_count; i++) {
        enum column_role role = section->columns[i].role;
        if (role == COLUMN_WEIGHT || role == COLUMN_SCORE || role == COLUMN_SECOND)
            live[count++] = i;
    }
    return count;
}

/* Whether the row is a sum, or, in a table of scores, has no word at all. */
static bool is_bare(const struct sheet *sheet, const struct section *section, uint32_t row) {
    struct str label = section->rows[row - section->first].label;
    return is_sum_word(sheet->config->lexicon, label) ||
           (section->kind == TABLE_SCORE && row_contents(sheet, row).texts == 0);
}

/* Whether the figures stand all as far to the left of their columns: a label
 * over two columns that is one cell in text. 合计 | 5 | | 300 under
 * 名称 | 数量 | 单价 | 金额 is no such row: 5 is a remark of the label. */
static bool is_pushed(const struct section *section, const struct cell *const *figures,
                      const uint32_t *live, uint32_t count) {
    uint32_t push = section->columns[live[0]].col - figures[0]->col;
    for (uint32_t i = 1; i < count; i++) {
        if (section->columns[live[i]].col - figures[i]->col != push)
            return false;
    }
    return true;
}

/* A row none of whose figures stands under a column of figures, though it has
 * as many as there are such columns: a lost merged cell has shifted it. Assigns
 * them by order. */
static bool align_shifted(const struct sheet *sheet, struct section *section, uint32_t row) {
    uint32_t *live = arena_array(&sheet->doc->arena, section->column_count + 1, sizeof *live);
    const struct cell *figures[16];
    uint32_t found = 0, placed = count_placed(sheet, section, row);
    /* a total, labelled over several columns or not at all, may have shifted by
     * some columns only */
    bool sum = is_sum_word(sheet->config->lexicon, section->rows[row - section->first].label);
    if (!live || (placed > 0 && !is_bare(sheet, section, row)))
        return false;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        if (!cell || sheet_fact(sheet, cell)->class != CELL_NUMBER)
            continue;
        if (found == sizeof figures / sizeof *figures)
            return false;
        figures[found++] = cell;
    }
    if (found < (sum ? 1 : 2) || found <= placed)
        return false;
    bool short_sum = sum && section->kind == TABLE_SCORE && shift_lacking(sheet, row) > 0;
    if (live_columns(sheet, section, row, live) != found &&
        (!short_sum || point_columns(section, live) != found))
        return false;
    if (placed > 0 && section->kind != TABLE_SCORE && !is_pushed(section, figures, live, found))
        return false;
    for (uint32_t i = 0; i < found; i++)
        *value_slot(section, row, live[i]) = slot_of(sheet, figures[i]);
    return true;
}

/* A score that has slipped into a neighbouring text column: the weight is
 * there, the score cell is blank, and exactly one other cell behind the weight
 * is a bare figure. */
static bool align_score(const struct sheet *sheet, struct section *section, uint32_t row) {
    uint32_t weight = column_of(section, COLUMN_WEIGHT), score = column_of(section, COLUMN_SCORE);
    const struct cell *slipped = NULL;
    if (section->kind != TABLE_SCORE || weight == UINT32_MAX || score == UINT32_MAX)
        return false;
    const struct cell_fact *weight_fact = value_fact(sheet, section, row, weight);
    const struct cell_fact *score_fact = value_fact(sheet, section, row, score);
    if (!weight_fact || weight_fact->class != CELL_NUMBER || !score_fact ||
        score_fact->class != CELL_BLANK)
        return false;
    for (uint32_t i = weight + 1; i < section->column_count; i++) {
        enum column_role role = section->columns[i].role;
        const struct cell *cell = reading_value(&sheet->doc->document, section, row, i);
        if (role != COLUMN_CRITERIA && role != COLUMN_OTHER && role != COLUMN_REMARK)
            continue;
        if (!cell || cell->row != row || sheet_fact(sheet, cell)->class != CELL_NUMBER)
            continue;
        if (slipped || sheet->facts->mentions.items[sheet_fact(sheet, cell)->mention].unit.len > 0)
            return false;
        slipped = cell;
    }
    if (slipped)
        *value_slot(section, row, score) = slot_of(sheet, slipped);
    return slipped != NULL;
}

/* The cell that names the row: the deepest level that begins here, else the
 * first text before its figures. */
static const struct cell *label_cell(const struct sheet *sheet, const struct section *section,
                                     uint32_t row) {
    const struct cell *label = NULL;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        uint32_t column = 0;
        if (!sheet_has_content(sheet, cell))
            continue;
        while (column + 1 < section->column_count && section->columns[column + 1].col <= col)
            column++;
        enum column_role role = section->columns[column].role;
        bool headed = section->columns[column].col == col;
        if (headed && role == COLUMN_ORDINAL && !is_sum_word(sheet->config->lexicon, fact->text))
            continue;
        /* the weight of an upper level stands between the levels */
        if (fact->class == CELL_NUMBER && role == COLUMN_WEIGHT &&
            section->columns[column].level > 0)
            continue;
        if (fact->class == CELL_NUMBER)
            break;
        if (headed && role == COLUMN_LEVEL)
            label = cell;
        else if (!label && (!headed || !rows_is_figure(role)))
            label = cell;
        else if (label)
            break;
    }
    return label;
}

/* Whether a form's field stands in this row of a table: 评价等次 |
 * 优秀. */
static bool is_field(const struct sheet *sheet, uint32_t row) {
    const struct lexicon *lexicon = sheet->config->lexicon;
    uint32_t col = 0;
    if (inline_field_row(sheet, row))
        return true;
    while (col < sheet->table->cols && !sheet_has_content(sheet, sheet_cell(sheet, row, col)))
        col++;
    const struct cell *first = sheet_cell(sheet, row, col);
    struct str bare = first ? lexicon_bare(sheet_fact(sheet, first)->text) : (struct str){0};
    return lexicon_is(lexicon, WORDS_GRADE_CLAIMS, bare) ||
           lexicon_is(lexicon, WORDS_UNIT_FIELDS, bare) ||
           lexicon_is(lexicon, WORDS_PROJECT_FIELDS, bare);
}

/* Whether a cell merged down from above names the row, at any level. */
static bool is_named_above(const struct sheet *sheet, const struct section *section, uint32_t row) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct cell *cell = reading_value(&sheet->doc->document, section, row, i);
        if (section->columns[i].role == COLUMN_LEVEL && cell && cell->row < row &&
            sheet_has_content(sheet, cell))
            return true;
    }
    return false;
}

/* Sums are asked for first: 小计 in a row is proof, whatever else stands
 * there. A total row without its label (100 … 96) is the weakest and waits
 * for confirm_totals. */
static enum row_role role_of(const struct sheet *sheet, const struct section *section, uint32_t row,
                             struct str label) {
    const struct lexicon *lexicon = sheet->config->lexicon;
    struct contents contents = row_contents(sheet, row);
    uint32_t placed = count_placed(sheet, section, row);
    if (contents.cells == 0)
        return ROW_FILLER;
    if (rows_repeats_header(sheet, section, row))
        return ROW_HEADER;
    if (label.len > 0 && contents.numbers > 0 && is_subtotal(lexicon, label))
        return ROW_SUBTOTAL;
    if (label.len > 0 && contents.numbers > 0 && is_total(lexicon, label))
        return ROW_TOTAL;
    if (contents.texts == 0 && section->kind == TABLE_SCORE && placed >= 2 &&
        !is_named_above(sheet, section, row))
        return ROW_TOTAL; /* 100 … 96: a total row whose label is lost; rows_read confirms it */
    if (is_field(sheet, row))
        return ROW_FIELD;
    if (sheet_caption(sheet, row) && placed == 0)
        return ROW_CAPTION;
    if (lexicon_starts(lexicon, WORDS_PART_MARKS, label))
        return ROW_PART;
    return placed > 0 || section->kind == TABLE_TARGET || section->kind == TABLE_SCORE ? ROW_ITEM
                                                                                       : ROW_OTHER;
}

/* A row of figures without any word is the total only when no item follows
 * it. */
static void confirm_totals(struct section *section) {
    bool items_below = false;
    for (uint32_t i = section->end - section->first; i-- > section->header_rows;) {
        struct row *row = &section->rows[i];
        if (row->role == ROW_TOTAL && row->label.len == 0 && items_below)
            row->role = ROW_ITEM;
        items_below |= row->role == ROW_ITEM;
    }
}

bool rows_repeats_header(const struct sheet *sheet, const struct section *section, uint32_t row) {
    uint32_t same = 0, cells = 0;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        if (!sheet_has_content(sheet, cell))
            continue;
        cells++;
        for (uint32_t above = section->first; above < section->first + section->header_rows;
             above++) {
            const struct cell *head = sheet_cell(sheet, above, col);
            if (sheet_has_content(sheet, head) &&
                str_eq(sheet_fact(sheet, head)->text, sheet_fact(sheet, cell)->text)) {
                same++;
                break;
            }
        }
    }
    return cells >= 2 && same == cells;
}

/* Notes with each cell where it stands: what cells.c asks for. */
static void note_cells(const struct sheet *sheet, const struct section *section) {
    uint32_t index = (uint32_t)sheet->doc->reading.sections.count + 1;
    for (uint32_t row = section->first; row < section->end; row++) {
        for (uint32_t col = 0; col < sheet->table->cols; col++) {
            struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, row, col));
            if (fact)
                fact->section = index;
        }
        for (uint32_t i = 0; i < section->column_count; i++) {
            const struct cell *cell = reading_value(&sheet->doc->document, section, row, i);
            if (cell && cell->row == row)
                sheet_fact(sheet, cell)->column = i + 1;
        }
    }
}

/* Whether a row of that role may be one of fields. */
static bool is_open(enum row_role role) {
    return role != ROW_HEADER && role != ROW_TOTAL && role != ROW_SUBTOTAL && role != ROW_FILLER;
}

bool rows_read(const struct sheet *sheet, struct section *section, struct err *err) {
    struct arena *arena = &sheet->doc->arena;
    uint32_t count = section->end - section->first;
    section->rows = arena_array(arena, count, sizeof *section->rows);
    section->values =
        arena_array(arena, (size_t)count * section->column_count, sizeof *section->values);
    if (!section->rows || !section->values)
        return arena_check(arena, err);
    bool broken_down = false; /* the rows above are breakdowns side by side */
    bool shifts = shift_is_usual(sheet, section);
    for (uint32_t i = 0; i < count; i++) {
        struct row *row = &section->rows[i];
        uint32_t at = section->first + i, shift = shifts ? shift_of(sheet, section, at) : 0;
        const struct cell *label =
            shift > 0 ? place_shifted(sheet, section, at, shift) : label_cell(sheet, section, at);
        row->at = label ? label->passage.at : sheet->table->at;
        row->at.row = (int32_t)at;
        if (i < section->header_rows) {
            row->role = ROW_HEADER;
            continue;
        }
        if (label)
            row->label = sheet_fact(sheet, label)->text;
        if (shift == 0)
            place_values(sheet, section, at);
        row->aligned =
            shift > 0 || align_shifted(sheet, section, at) || align_score(sheet, section, at);
        row->depth = rows_depth(row->label);
        row->role = role_of(sheet, section, at, row->label);
        broken_down = (broken_down || inline_field_is_basis(row->label)) && is_open(row->role) &&
                      (inline_field_row(sheet, at) || inline_field_pairs(sheet, at));
        if (broken_down)
            row->role = ROW_FIELD;
    }
    take_ordinals(sheet, section);
    confirm_totals(section);
    note_cells(sheet, section);
    return arena_check(arena, err);
}
