#include "extract/sections.h"

#include "extract/header.h"
#include "extract/inline_field.h"
#include "extract/lexicon.h"
#include "extract/rows.h"
#include "extract/shift.h"

static uint32_t count_role(const struct section *section, enum column_role role) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < section->column_count; i++)
        count += section->columns[i].role == role;
    return count;
}

/* 收入合计｜其中：上年结转｜财政拨款 makes a table of wholes
 * and parts by its columns, without any total row. */
static bool has_components(const struct section *section) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].parent >= 0)
            return true;
    }
    return false;
}

/* The order decides for mixed blocks:
 * 全年预算数｜全年执行数｜分值｜执行率｜得分 is the fund
 * block of a score form, and summing its points as an indicator table would
 * count 10 points twice. */
static enum table_kind kind_of(const struct section *section) {
    uint32_t money = count_role(section, COLUMN_BUDGET) > 0;
    money += count_role(section, COLUMN_SPENT) > 0;
    money += count_role(section, COLUMN_RATE) > 0;
    if (money >= 2)
        return TABLE_FUND;
    if (count_role(section, COLUMN_SCORE) > 0 && count_role(section, COLUMN_WEIGHT) > 0)
        return TABLE_SCORE;
    if (count_role(section, COLUMN_SCORE) > 0 && count_role(section, COLUMN_LEVEL) > 0)
        return TABLE_SCORE;
    if (count_role(section, COLUMN_TARGET) > 0 || count_role(section, COLUMN_LEVEL) > 1)
        return TABLE_TARGET;
    if (has_components(section) || count_role(section, COLUMN_TOTAL) > 0)
        return TABLE_BREAKDOWN;
    if (money > 0 || count_role(section, COLUMN_AMOUNT) > 0)
        return TABLE_ITEM;
    return TABLE_OTHER;
}

/* Columns without a word of the lexicon that hold mostly figures are plain
 * amounts, when the table is about money or counts and not about indicators. */
static void settle_amounts(const struct sheet *sheet, struct section *section) {
    if (section->kind == TABLE_SCORE || section->kind == TABLE_TARGET)
        return;
    for (uint32_t i = 0; i < section->column_count; i++) {
        struct column *column = &section->columns[i];
        uint32_t numbers = 0, texts = 0;
        for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
            const struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, row, column->col));
            numbers += fact && fact->class == CELL_NUMBER;
            texts += fact && fact->class == CELL_TEXT;
        }
        if (i > 0 && column->role == COLUMN_OTHER && numbers > texts)
            column->role = COLUMN_AMOUNT;
        if (column->role == COLUMN_AMOUNT && numbers == 0 && texts > 0)
            column->role = i > 0 ? COLUMN_OTHER : COLUMN_LABEL;
    }
}

/* Whether the first cell of the head says how many points are given in the
 * rows beside it: 年度绩效指标（60分）. */
static bool gives_points(const struct sheet *sheet, uint32_t row) {
    const struct cell *cell = sheet_cell(sheet, row, 0);
    if (!cell || !str_ends(sheet_fact(sheet, cell)->text, "分)"))
        return false;
    struct str text = sheet_fact(sheet, cell)->text;
    char last = text.ptr[text.len - strlen("分)") - 1];
    return last >= '0' && last <= '9';
}

/* How many rows of the section have a bare figure in the grid column; none when
 * more than one in five has anything else, words for a score. */
static uint32_t count_bare(const struct sheet *sheet, const struct section *section, uint32_t col) {
    uint32_t bare = 0, others = 0;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        if (!sheet_has_content(sheet, cell))
            continue;
        bool figure =
            fact->class == CELL_NUMBER && sheet->facts->mentions.items[fact->mention].unit.len == 0;
        bare += figure;
        others += !figure;
    }
    return others * 4 > bare ? 0 : bare;
}

/* Older forms have their scores in a last column without a head, beside a panel
 * that says how many points it gives: bare figures there, in at least two rows,
 * are the scores. */
static void settle_scores(const struct sheet *sheet, struct section *section) {
    uint32_t col = sheet->table->cols - 1, last = section->column_count - 1;
    bool wants = section->kind == TABLE_TARGET && gives_points(sheet, section->first) &&
                 section->columns[last].col < col;
    for (uint32_t i = 0; wants && i <= last; i++)
        wants = section->columns[i].role != COLUMN_WEIGHT;
    if (!wants || count_bare(sheet, section, col) < 2)
        return;
    section->columns[section->column_count++] =
        (struct column){.col = col, .role = COLUMN_SCORE, .parent = -1};
    section->kind = TABLE_SCORE;
}

/* The unit of the amounts: from the header's cells, or the captions and the row
 * above it. */
static struct str unit_above(const struct sheet *sheet, uint32_t first, uint32_t height) {
    uint32_t top = first > 0 ? first - 1 : 0;
    for (uint32_t row = first + height; row-- > top;) {
        for (uint32_t col = 0; col < sheet->table->cols; col++) {
            const struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, row, col));
            struct str unit = fact ? header_unit(fact->text) : (struct str){0};
            if (unit.len > 0 && fact->class == CELL_TEXT)
                return unit;
        }
    }
    return (struct str){0};
}

/* 年度指标 below 资金情况 in one table of a DOCX: each header begins a
 * section of its own, with its own columns and unit. */
static bool add_section(const struct sheet *sheet, uint32_t first, uint32_t height, uint32_t end,
                        struct err *err) {
    struct reading *reading = &sheet->doc->reading;
    struct section section = {.table = sheet->table->id,
                              .first = first,
                              .end = end,
                              .header_rows = height,
                              .continues = -1};
    section.columns = header_columns(sheet, first, height, &section.column_count);
    if (!section.columns)
        return arena_check(&sheet->doc->arena, err);
    if (section.column_count == 0)
        return true;
    section.kind = kind_of(&section);
    shift_heads(sheet, &section);
    section.kind = kind_of(&section);
    settle_scores(sheet, &section);
    settle_amounts(sheet, &section);
    if (section.kind == TABLE_OTHER)
        section.kind = count_role(&section, COLUMN_AMOUNT) > 0 ? TABLE_ITEM : TABLE_OTHER;
    section.unit = unit_above(sheet, first, height);
    if (first > 0 && sheet_caption(sheet, first - 1))
        section.caption = str_trim(sheet_caption(sheet, first - 1)->passage.text);
    /* a form states its unit once, over the first of its sections */
    if (section.unit.len == 0 && reading->sections.count > 0) {
        const struct section *before = &reading->sections.items[reading->sections.count - 1];
        if (before->table == section.table)
            section.unit = before->unit;
    }
    if (section.unit.len == 0)
        section.unit = sheet->unit;
    if (!rows_read(sheet, &section, err))
        return false;
    return VEC_PUSH(&sheet->doc->arena, &reading->sections, section) ||
           arena_check(&sheet->doc->arena, err);
}

/* 项目名称 | 东河护坡 | 主管部门 | 水利局: label and value
 * alternate; the label keeps its cell, so that a finding can point at it. */
static bool add_field(const struct sheet *sheet, const struct cell *label, const struct cell *value,
                      bool is_part, struct err *err) {
    const struct cell_fact *fact = sheet_fact(sheet, label);
    uint32_t level;
    struct field field = {
        .table = sheet->table->id,
        .label_cell = (uint32_t)(label - sheet->table->cells),
        .value_cell = (uint32_t)(value - sheet->table->cells),
        .label = lexicon_bare(fact->text),
        .value = str_trim(value->passage.text),
        .role = lexicon_column(sheet->config->lexicon, fact->text, &level),
        .is_part = is_part,
        .is_basis = inline_field_is_basis(lexicon_bare(fact->text)),
    };
    sheet_fact(sheet, value)->field = (uint32_t)sheet->doc->reading.fields.count + 1;
    return VEC_PUSH(&sheet->doc->arena, &sheet->doc->reading.fields, field) ||
           arena_check(&sheet->doc->arena, err);
}

/* Whether the field in this column follows one that begins with 其中, further
 * up in the same column. */
static bool under_part(const struct sheet *sheet, uint32_t row, uint32_t col) {
    for (uint32_t up = row + 1; up-- > 0 && row - up < SECTIONS_FORM_ROWS;) {
        const struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, up, col));
        if (!fact || fact->class != CELL_TEXT || sheet_caption(sheet, up))
            return false;
        if (lexicon_starts(sheet->config->lexicon, WORDS_PART_MARKS, fact->text))
            return true;
        if (header_unit(fact->text).len > 0)
            return false;
    }
    return false;
}

/* Whether an inline field stands below one that begins with 其中, with nothing
 * but such fields between them. */
static bool under_inline_part(const struct sheet *sheet, uint32_t row, uint32_t col) {
    for (uint32_t up = row + 1; up-- > 0 && row - up < SECTIONS_FORM_ROWS;) {
        const struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, up, col));
        struct str label, figure;
        if (!fact || fact->class != CELL_TEXT || !inline_field_split(fact->text, &label, &figure) ||
            inline_field_is_basis(label))
            return false;
        if (lexicon_starts(sheet->config->lexicon, WORDS_PART_MARKS, label))
            return true;
    }
    return false;
}

/* Adds the fields of a row whose cells hold label and figure each. */
static bool add_inline_fields(const struct sheet *sheet, uint32_t row, struct err *err) {
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        struct str label, figure;
        if (!sheet_has_content(sheet, cell) ||
            !inline_field_split(sheet_fact(sheet, cell)->text, &label, &figure))
            continue;
        bool is_part = under_inline_part(sheet, row, col);
        if (!add_field(sheet, cell, cell, is_part, err))
            return false;
        size_t last = sheet->doc->reading.fields.count - 1;
        struct field *field = &sheet->doc->reading.fields.items[last];
        field->label = label;
        field->value = figure;
        field->is_basis = inline_field_is_basis(label);
    }
    return true;
}

/* Whether the text behind a label is a label itself: 预算执行情况（20分） |
 * 预算数（万元） | 480 | 执行数（万元） | 456, or 项目资金 |
 * 年度资金总额 | 680. The first one heads rows, and the figure belongs to
 * the second. */
static bool heads_figure(const struct sheet *sheet, const struct cell *label,
                         const struct cell *cell) {
    const struct cell_fact *next =
        sheet_fact(sheet, sheet_cell(sheet, cell->row, cell->col + cell->colspan));
    const struct cell_fact *fact = sheet_fact(sheet, cell);
    uint32_t level;
    if (fact->class != CELL_TEXT || !next || next->class != CELL_NUMBER)
        return false;
    const struct lexicon *lexicon = sheet->config->lexicon;
    return label->rowspan > 1 || rows_is_figure(lexicon_column(lexicon, fact->text, &level)) ||
           lexicon_is(lexicon, WORDS_TOTALS, lexicon_bare(fact->text)) ||
           lexicon_ends(lexicon, WORDS_TOTAL_ENDS, lexicon_bare(fact->text));
}

/* Whether the blank behind a label is what a lost merge left in a text between
 * it and its value: 自评得分 || 93.5, 评价等次 || 优, and in a text
 * 执行数（万元） || 456. */
static bool has_lost_merge(const struct sheet *sheet, const struct cell *label,
                           const struct cell *blank) {
    const struct lexicon *lexicon = sheet->config->lexicon;
    const struct cell_fact *next = sheet_fact(sheet, sheet_cell(sheet, blank->row, blank->col + 1));
    struct str text = sheet_fact(sheet, label)->text;
    uint32_t level;
    if (sheet_fact(sheet, blank)->class != CELL_BLANK || !next ||
        blank->col != label->col + label->colspan)
        return false;
    if (next->class != CELL_NUMBER)
        return lexicon_is(lexicon, WORDS_GRADE_CLAIMS, lexicon_bare(text)) &&
               lexicon_is(lexicon, WORDS_GRADES, next->text);
    if (lexicon_is(lexicon, WORDS_SCORE_CLAIMS, lexicon_bare(text)) || inline_field_is_basis(text))
        return true;
    return blank->passage.at.line != PLACE_NONE &&
           (rows_is_figure(lexicon_column(lexicon, text, &level)) ||
            under_part(sheet, label->row, label->col));
}

/* Rows outside every header are a form: a text and the cell to its right are a
 * field. */
static bool add_fields(const struct sheet *sheet, uint32_t row, struct err *err) {
    const struct cell *label = NULL;
    if (inline_field_row(sheet, row))
        return add_inline_fields(sheet, row, err);
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        if (!cell)
            continue;
        if (!label) {
            label = fact->class == CELL_TEXT ? cell : NULL;
            continue;
        }
        if (has_lost_merge(sheet, label, cell))
            continue;
        if (heads_figure(sheet, label, cell)) {
            label = cell;
            continue;
        }
        if (!add_field(sheet, label, cell, under_part(sheet, row, label->col), err))
            return false;
        label = NULL;
    }
    return true;
}

/* The first row behind the section that begins at `first`: the next header of
 * its own, or the end. */
static uint32_t section_end(const struct sheet *sheet, uint32_t first, uint32_t height) {
    struct section section = {.first = first, .header_rows = height};
    uint32_t row = first + height;
    while (row < sheet->table->rows) {
        bool header = header_begins(sheet, row) && !rows_repeats_header(sheet, &section, row);
        bool caption_of_next = sheet_caption(sheet, row) && row + 1 < sheet->table->rows &&
                               header_begins(sheet, row + 1) &&
                               !rows_repeats_header(sheet, &section, row + 1);
        if (header || caption_of_next)
            break;
        row++;
    }
    return row;
}

/* 评价等次 | 优秀 stands below the total row within the grid of the score
 * table: no item, and its column means nothing. */
static bool field_rows_of(const struct sheet *sheet, struct err *err) {
    const struct reading *reading = &sheet->doc->reading;
    const struct section *section = &reading->sections.items[reading->sections.count - 1];
    for (uint32_t row = section->first; row < section->end; row++) {
        enum row_role role = section->rows[row - section->first].role;
        bool outside = role == ROW_FIELD || (section->kind == TABLE_OTHER && role != ROW_HEADER);
        struct str label = section->rows[row - section->first].label;
        /* 绩效自评综合得分 | 95 below a target table is a field,
         * whatever column it stands in */
        outside |= section->kind != TABLE_SCORE &&
                   lexicon_is(sheet->config->lexicon, WORDS_SCORE_CLAIMS, lexicon_bare(label));
        if (outside)
            section->rows[row - section->first].role = ROW_FIELD;
        if (outside && !add_fields(sheet, row, err))
            return false;
    }
    return true;
}

bool sections_find(const struct sheet *sheet, struct err *err) {
    const struct reading *reading = &sheet->doc->reading;
    uint32_t row = 0, id = sheet->table->id;
    sheet->facts->first_section[id] = (uint32_t)reading->sections.count;
    sheet->facts->first_field[id] = (uint32_t)reading->fields.count;
    while (row < sheet->table->rows) {
        if (!header_begins(sheet, row)) {
            if (!add_fields(sheet, row, err))
                return false;
            row++;
            continue;
        }
        uint32_t height = header_height(sheet, row), end = section_end(sheet, row, height);
        size_t before = reading->sections.count;
        if (!add_section(sheet, row, height, end, err))
            return false;
        if (reading->sections.count > before && !field_rows_of(sheet, err))
            return false;
        row = end;
    }
    sheet->facts->first_section[id + 1] = (uint32_t)reading->sections.count;
    sheet->facts->first_field[id + 1] = (uint32_t)reading->fields.count;
    return true;
}

/* A header repeated after a page break in a table of its own: names must be the
 * same to the last character, or a second form of the same province would be
 * joined to the first. */
static bool same_columns(const struct section *a, const struct section *b) {
    if (a->column_count != b->column_count)
        return false;
    for (uint32_t i = 0; i < a->column_count; i++) {
        if (!str_eq(a->columns[i].name, b->columns[i].name))
            return false;
    }
    return true;
}

/* Behind its total a table is over: what follows with the same header is
 * another project's. */
static bool has_total(const struct section *section) {
    for (uint32_t i = 0; i < section->end - section->first; i++) {
        if (section->rows[i].role == ROW_TOTAL)
            return true;
    }
    return false;
}

void sections_continue(struct doc *doc) {
    struct section *sections = doc->reading.sections.items;
    for (size_t i = 1; i < doc->reading.sections.count; i++) {
        struct section *before = &sections[i - 1];
        bool same = before->part == sections[i].part && before->kind == sections[i].kind &&
                    same_columns(before, &sections[i]);
        if (same && !has_total(before))
            sections[i].continues = (int32_t)(i - 1);
    }
}
