#include "extract/cells.h"

#include <assert.h>

#include "extract/blank.h"
#include "extract/head_formula.h"
#include "extract/lexicon.h"
#include "extract/mention.h"
#include "extract/narrative.h"
#include "extract/sections.h"

enum {
    SHORTEST_PROSE = 60
}; /* bytes of a cell that may hold a sentence with a whole and its parts */

/* Where a cell stands among the sections: the section and column that head it,
 * or NULL. */
struct head {
    const struct section *section;
    const struct column *column;
    const struct row *row;
};

/* A cell may stand in a section and yet under no column (a total row shifted to
 * the right): it keeps its own unit and gets no name. */
static struct head head_of(const struct sheet *sheet, const struct cell *cell) {
    struct head head = {0};
    const struct cell_fact *fact = sheet_fact(sheet, cell);
    if (fact->section == 0)
        return head;
    head.section = &sheet->doc->reading.sections.items[fact->section - 1];
    head.row = &head.section->rows[cell->row - head.section->first];
    if (fact->column > 0)
        head.column = &head.section->columns[fact->column - 1];
    return head;
}

static const struct field *field_of(const struct sheet *sheet, const struct cell *cell) {
    uint32_t index = sheet_fact(sheet, cell)->field;
    return index ? &sheet->doc->reading.fields.items[index - 1] : NULL;
}

/* The column says what a bare figure is: 85.20 under 全年预算数 is 万元,
 * under 分值 points, under 执行率(%) a rate. Only columns of money take
 * the unit of the table. */
static bool is_money(enum column_role role) {
    return role == COLUMN_BUDGET || role == COLUMN_SPENT || role == COLUMN_TOTAL ||
           role == COLUMN_AMOUNT || role == COLUMN_BALANCE;
}

/* Gives a figure without a unit of its own that of its head; the head's name
 * becomes its label. */
static void name_by_head(const struct sheet *sheet, const struct head *head,
                         struct mention *mention) {
    const struct lexicon *lexicon = sheet->config->lexicon;
    struct str leaf = lexicon_bare(head_formula_split(reading_leaf(head->column->name)).name);
    enum column_role role = head->column->role;
    bool money = mention->unit.len == 0 && is_money(role) &&
                 lexicon_within(lexicon, WORDS_COUNT_WORDS, leaf) == SIZE_MAX;
    if (mention->unit.len == 0 && (role == COLUMN_RATE || str_is(head->column->unit, "%"))) {
        mention->unit = head->column->unit;
        mention->kind = MENTION_RATE;
    } else if (money) {
        mention->unit = head->column->unit.len > 0 ? head->column->unit : head->section->unit;
        mention->kind = mention->unit.len > 0 ? MENTION_AMOUNT : MENTION_NUMBER;
    } else if (mention->kind == MENTION_NUMBER && is_money(role) &&
               lexicon_within(lexicon, WORDS_WHOLE_WORDS, leaf) != SIZE_MAX) {
        mention->kind = MENTION_COUNT;
    } else if (role == COLUMN_SCORE || role == COLUMN_WEIGHT) {
        mention->kind = MENTION_SCORE;
        mention->scored = true;
    }
    assert(head->row); /* what has a column has its row */
    mention->label =
        head->row->label.len > 0
            ? str_join(&sheet->doc->arena, (struct str[]){head->row->label, STR("/"), leaf}, 3)
            : leaf;
}

/* The unit of money in the bracket behind a form's label:
 * 计划安排资金(万元); empty when it has none. */
static struct str label_unit(struct str label) {
    size_t open = str_rfind(label, "(", label.len);
    if (open == SIZE_MAX || !str_ends(label, ")"))
        return (struct str){0};
    struct str unit = str_slice(label, open + 1, label.len - 1);
    return str_ends(unit, "元") ? unit : (struct str){0};
}

/* Names a figure of a form by its label; a 其中 field has the unit of the
 * whole above it. */
static void name_by_field(const struct sheet *sheet, const struct field *field,
                          struct mention *mention) {
    const struct cell *label = &sheet->table->cells[field->label_cell];
    struct str unit = label_unit(sheet_fact(sheet, label)->text);
    mention->label = field->label;
    for (uint32_t up = 1; field->is_part && unit.len == 0 && up <= SECTIONS_FORM_ROWS; up++) {
        const struct cell *above =
            label->row >= up ? sheet_cell(sheet, label->row - up, label->col) : NULL;
        if (above)
            unit = label_unit(sheet_fact(sheet, above)->text);
    }
    if (mention->unit.len == 0 && unit.len > 0) {
        mention->unit = unit;
        mention->kind = MENTION_AMOUNT;
    }
}

/* Appends the cell's one figure; its index + 1 goes to cell_mentions. */
static bool push_figure(const struct sheet *sheet, const struct cell *cell, struct err *err) {
    struct reading *reading = &sheet->doc->reading;
    struct mention mention = sheet->facts->mentions.items[sheet_fact(sheet, cell)->mention];
    struct head head = head_of(sheet, cell);
    const struct field *field =
        head.row && head.row->role != ROW_FIELD ? NULL : field_of(sheet, cell);
    if (head.column && !field)
        name_by_head(sheet, &head, &mention);
    else if (field)
        name_by_field(sheet, field, &mention);
    if (field && (field->is_part || field->is_basis) && mention.unit.len == 0 && head.section &&
        head.section->unit.len > 0) {
        mention.unit = head.section->unit;
        mention.kind = MENTION_AMOUNT;
    }
    /* 序号 7, 电话 0791-8712345 and 科目编码 2081199 would otherwise be
     * sums' parts and malformed amounts */
    if ((head.column && head.column->role == COLUMN_ORDINAL) ||
        (head.row && head.row->role == ROW_HEADER) ||
        lexicon_within(sheet->config->lexicon, WORDS_IDENTIFIER_WORDS, mention.label) != SIZE_MAX)
        return true;
    if (!VEC_PUSH(&sheet->doc->arena, &reading->mentions, mention))
        return arena_check(&sheet->doc->arena, err);
    size_t at = reading->table_offsets[sheet->table->id] + (size_t)(cell - sheet->table->cells);
    reading->cell_mentions[at] = (uint32_t)reading->mentions.count;
    return true;
}

/* Whether the text of a cell speaks of the report's own figures: not a rule of
 * scoring, not a name. */
static bool is_prose(const struct head *head) {
    if (head->section && head->row->role == ROW_HEADER)
        return false;
    if (!head->section || !head->column)
        return true;
    switch (head->column->role) {
    case COLUMN_CRITERIA:
    case COLUMN_WEIGHT:
    case COLUMN_SCORE:
    case COLUMN_SECOND:
    case COLUMN_COEFFICIENT:
    case COLUMN_ORDINAL:
        return false;
    case COLUMN_LEVEL:
    case COLUMN_LABEL:
        return head->section->kind == TABLE_TARGET;
    default:
        return true;
    }
}

/* Makes the one figure of an inline field the cell's: 基本支出：1986.20. It
 * has the unit of the section's amounts. */
static void name_inline(const struct sheet *sheet, const struct cell *cell,
                        const struct field *field, const struct section *section) {
    struct reading *reading = &sheet->doc->reading;
    struct mention *mention = &reading->mentions.items[reading->mentions.count - 1];
    size_t at = reading->table_offsets[sheet->table->id] + (size_t)(cell - sheet->table->cells);
    mention->label = field->label;
    if (mention->unit.len == 0 && section && section->unit.len > 0) {
        mention->unit = section->unit;
        mention->kind = MENTION_AMOUNT;
    }
    reading->cell_mentions[at] = (uint32_t)reading->mentions.count;
}

/* Short cells are names and targets (≥95%, 完成率 100%): one figure each,
 * no sentence. Only long ones are read for wholes and parts, which costs
 * most. */
static bool read_text(const struct sheet *sheet, const struct cell *cell, uint32_t part,
                      struct err *err) {
    struct doc *doc = sheet->doc;
    const struct passage *passage = &cell->passage;
    struct head head = head_of(sheet, cell);
    const struct field *field = field_of(sheet, cell);
    bool inlined = field && field->label_cell == field->value_cell;
    uint32_t first = (uint32_t)doc->reading.mentions.count;
    if (!inlined && !is_prose(&head))
        return true;
    if (!mention_scan(doc, sheet->config->mention_patterns, passage, 0, (uint32_t)passage->text.len,
                      err))
        return false;
    uint32_t last = (uint32_t)doc->reading.mentions.count;
    if (inlined && last == first + 1)
        name_inline(sheet, cell, field, head.section);
    if (passage->text.len < SHORTEST_PROSE || last < first + 2)
        return true;
    return narrative_run(doc, sheet->config->narrative_patterns, &passage, 1, part, first, last,
                         err);
}

/* A claim of a table is told apart from one of the prose: cover, text and table
 * of one report are held against each other, not each against itself. */
static bool push_claim(const struct sheet *sheet, struct claim claim, struct err *err) {
    struct reading *reading = &sheet->doc->reading;
    claim.in_table = true;
    claim.order = (uint32_t)reading->claims.count;
    return VEC_PUSH(&sheet->doc->arena, &reading->claims, claim) ||
           arena_check(&sheet->doc->arena, err);
}

/* A grade word at the head of a value, as in 优秀 or 优（96分）; empty
 * when there is none. */
static struct str grade_word(const struct sheet *sheet, struct str value) {
    struct str squeezed = lexicon_bare(str_squeeze(&sheet->doc->arena, value));
    return lexicon_is(sheet->config->lexicon, WORDS_GRADES, squeezed) ? squeezed : (struct str){0};
}

/* 自评总分 | 95 分 claims a score and 评价等次 | 优 a grade; a figure
 * under a grade's label claims nothing (评价结果 | 96), unless the label is
 * a score's as well. A malformed one claims nothing: nobody knows which. */
static bool claim_field(const struct sheet *sheet, const struct field *field, struct err *err) {
    const struct lexicon *lexicon = sheet->config->lexicon;
    const struct cell *value = &sheet->table->cells[field->value_cell];
    const struct cell_fact *fact = sheet_fact(sheet, value);
    struct claim claim = {.part = field->part,
                          .label = field->label,
                          .passage = &value->passage,
                          .end = (uint32_t)value->passage.text.len};
    if (lexicon_is(lexicon, WORDS_GRADE_CLAIMS, field->label)) {
        claim.is_grade = true;
        claim.value = grade_word(sheet, field->value);
    }
    if (claim.value.len == 0 && fact->class == CELL_NUMBER &&
        (lexicon_is(lexicon, WORDS_SCORE_CLAIMS, field->label) || claim.is_grade)) {
        const struct mention *mention = &sheet->facts->mentions.items[fact->mention];
        claim.is_grade = false;
        if (!mention->malformed && (mention->unit.len == 0 || str_is(mention->unit, "分")))
            claim.value = mention->number;
        if (!lexicon_is(lexicon, WORDS_SCORE_CLAIMS, field->label))
            claim.value.len = 0;
    }
    return claim.value.len == 0 || push_claim(sheet, claim, err);
}

/* The score in a total row of a table of scores. */
static bool claim_total(const struct sheet *sheet, const struct section *section, uint32_t row,
                        struct err *err) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct cell *cell = reading_value(&sheet->doc->document, section, row, i);
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        if (section->columns[i].role != COLUMN_SCORE || !fact || fact->class != CELL_NUMBER)
            continue;
        struct str label = section->rows[row - section->first].label;
        struct claim claim = {.part = section->part,
                              .label = label.len > 0 ? label : str_of("合计"),
                              .passage = &cell->passage,
                              .end = (uint32_t)cell->passage.text.len,
                              .value = sheet->facts->mentions.items[fact->mention].number};
        if (!push_claim(sheet, claim, err))
            return false;
    }
    return true;
}

/* The grade in a total row, under 绩效等级 or 评价等次. */
static bool claim_total_grade(const struct sheet *sheet, const struct section *section,
                              uint32_t row, struct err *err) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct cell *cell = reading_value(&sheet->doc->document, section, row, i);
        struct str name = lexicon_bare(reading_leaf(section->columns[i].name));
        if (!cell || cell->row != row || section->columns[i].role != COLUMN_OTHER ||
            !lexicon_is(sheet->config->lexicon, WORDS_GRADE_CLAIMS, name))
            continue;
        struct claim claim = {.part = section->part,
                              .is_grade = true,
                              .label = name,
                              .passage = &cell->passage,
                              .end = (uint32_t)cell->passage.text.len,
                              .value = grade_word(sheet, cell->passage.text)};
        if (claim.value.len > 0 && !push_claim(sheet, claim, err))
            return false;
    }
    return true;
}

/* The row of the section's last total, which is the report's where others sum
 * its groups; the section's end when it has none. */
static uint32_t last_total(const struct section *section) {
    for (uint32_t row = section->end; row-- > section->first;) {
        if (section->rows[row - section->first].role == ROW_TOTAL)
            return row;
    }
    return section->end;
}

/* The last total row, then the fields: a form below the table that repeats the
 * score must not hide the table's own. */
static bool read_claims(const struct sheet *sheet, struct err *err) {
    const struct reading *reading = &sheet->doc->reading;
    const struct facts *facts = sheet->facts;
    uint32_t id = sheet->table->id;
    for (uint32_t i = facts->first_section[id]; i < facts->first_section[id + 1]; i++) {
        const struct section *section = &reading->sections.items[i];
        if (section->kind != TABLE_SCORE)
            continue;
        uint32_t row = last_total(section);
        /* 小计 of the groups stands above the total and is no claim: only the
         * last row that sums is */
        if (row < section->end && (!claim_total(sheet, section, row, err) ||
                                   !claim_total_grade(sheet, section, row, err)))
            return false;
    }
    for (uint32_t i = facts->first_field[id]; i < facts->first_field[id + 1]; i++) {
        if (!claim_field(sheet, &reading->fields.items[i], err))
            return false;
    }
    return true;
}

bool cells_read(const struct sheet *sheet, uint32_t part, struct err *err) {
    for (uint32_t i = 0; i < sheet->table->cell_count; i++) {
        const struct cell *cell = &sheet->table->cells[i];
        const struct cell_fact *fact = sheet_fact(sheet, cell);
        if (fact->class == CELL_NUMBER && !push_figure(sheet, cell, err))
            return false;
        if (fact->class != CELL_NUMBER &&
            !blank_scan(sheet->doc, sheet->config->lexicon, &cell->passage, part, err))
            return false;
        if (fact->class == CELL_TEXT && !read_text(sheet, cell, part, err))
            return false;
    }
    return read_claims(sheet, err);
}
