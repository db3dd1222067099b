#include "validate/forms.h"

#include "validate/relation.h"

/* 单位：某局 is label and value in one cell; everywhere else the value
 * stands to the right of the label. */
static const struct cell *value_cell(const struct doc *doc, const struct field *field) {
    return &doc->document.tables.items[field->table].cells[field->value_cell];
}

/* A cell with two figures, 100（其中县级20）, has none that can be called
 * its value. */
static uint32_t quantity_of_field(const struct doc *doc, const struct field *field) {
    return reading_mention_of(&doc->reading, field->table, field->value_cell);
}

/* The label of the field, not the words before the figure: 计划安排资金
 * is what the reader finds in the form. */
static struct operand operand_of(struct doc *doc, const struct field *field) {
    struct operand operand = relation_quantity(doc, quantity_of_field(doc, field));
    operand.label = field->label;
    return operand;
}

/* 财政拨款 | 250.00, 其他资金 | 22.20: behind what is other nothing is left
 * to tell. */
static bool closes(const struct operand *last) {
    return str_starts(last->label, "其他") || str_starts(last->label, "其它");
}

/* A field against the 其中 fields that stand below it in its own column, row
 * after row. */
static bool check_parts(struct doc *doc, const struct config *config, size_t whole,
                        struct err *err) {
    const struct field *fields = doc->reading.fields.items;
    const struct cell *above = value_cell(doc, &fields[whole]);
    struct relation relation = {
        .rule = "amount.breakdown",
        .kind = RELATION_SUM,
        .part = fields[whole].part,
        .label = fields[whole].label,
    };
    uint32_t room = 0, row;
    for (uint32_t pass = 0; pass < 2; pass++) {
        row = above->row;
        for (size_t i = whole + 1; i < doc->reading.fields.count; i++) {
            const struct cell *cell = value_cell(doc, &fields[i]);
            if (fields[i].table != fields[whole].table || cell->row > row + 1)
                break;
            if (cell->col != above->col)
                continue;
            if (!fields[i].is_part)
                break;
            row = cell->row;
            if (quantity_of_field(doc, &fields[i]) == STATEMENT_NO_MENTION)
                continue;
            if (pass == 1)
                relation.operands[relation.count++] = operand_of(doc, &fields[i]);
            else
                room++;
        }
        if (room == 0)
            return true;
        if (pass == 0)
            relation.operands = arena_array(&doc->arena, room, sizeof *relation.operands);
        if (!relation.operands)
            return arena_check(&doc->arena, err);
    }
    relation.claim = operand_of(doc, &fields[whole]);
    relation.open = !closes(&relation.operands[relation.count - 1]);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* Empty fields of a template say nothing: no balance is due where nobody has
 * filled one in. */
static bool has_figure(const struct doc *doc, const struct field *field) {
    return quantity_of_field(doc, field) != STATEMENT_NO_MENTION;
}

/* Fields [first, end) of one row, and what their columns are: the fields
 * [head, head_end) of the row that opens the form's columns, which may be the
 * row itself. */
struct line {
    size_t first, end, head, head_end;
};

/* The field that says what field `index` is: itself, or for a part the one at
 * the top of its column; NULL when there is none. `*head` only moves on. */
static const struct field *head_of(const struct doc *doc, const struct line *line, size_t index,
                                   size_t *head) {
    const struct field *fields = doc->reading.fields.items;
    if (!fields[index].is_part)
        return &fields[index];
    uint32_t col = value_cell(doc, &fields[index])->col;
    while (*head < line->head_end && value_cell(doc, &fields[*head])->col < col)
        ++*head;
    bool found = *head < line->head_end && value_cell(doc, &fields[*head])->col == col;
    return found ? &fields[*head] : NULL;
}

/* 结余 = 实际到位资金 - 实际支出 among the fields of one row; the
 * planned funds stand in where nothing says what arrived. A single source may
 * have been paid from another one: a warning at most. */
static bool check_balance(struct doc *doc, const struct config *config, const struct line *line,
                          struct err *err) {
    const struct field *balance = NULL, *spent = NULL, *arrived = NULL, *planned = NULL;
    size_t at = line->head;
    for (size_t i = line->first; i < line->end; i++) {
        const struct field *field = &doc->reading.fields.items[i];
        const struct field *head = head_of(doc, line, i, &at);
        if (!head || !has_figure(doc, field))
            continue;
        if (head->role == COLUMN_BALANCE)
            balance = field;
        else if (head->role == COLUMN_SPENT)
            spent = field;
        else if (str_has(head->label, "到位"))
            arrived = field;
        else if (head->role == COLUMN_BUDGET)
            planned = field;
    }
    const struct field *income = arrived ? arrived : planned;
    if (!balance || !spent || !income)
        return true;
    struct relation relation = {
        .rule = "amount.balance",
        .kind = RELATION_SUM,
        .part = balance->part,
        .label = balance->label,
        .claim = operand_of(doc, balance),
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation.operands),
        .doubtful = balance->is_part,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.operands[0] = operand_of(doc, income);
    relation.operands[1] = operand_of(doc, spent);
    relation.operands[1].minus = true;
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* Whether a part stands among the fields [first, end). */
static bool has_parts(const struct doc *doc, size_t first, size_t end) {
    for (size_t i = first; i < end; i++) {
        if (doc->reading.fields.items[i].is_part)
            return true;
    }
    return false;
}

/* Fields of one row belong together (计划 | 到位 | 支出 | 结余); the
 * 其中 fields stand below each of them in its own column. */
bool forms_run(struct doc *doc, const struct config *config, struct err *err) {
    const struct field *fields = doc->reading.fields.items;
    struct line line = {0};
    for (size_t i = 0; i < doc->reading.fields.count; i = line.end) {
        uint32_t row = value_cell(doc, &fields[i])->row;
        line.first = i;
        for (line.end = i; line.end < doc->reading.fields.count; line.end++) {
            if (fields[line.end].table != fields[i].table ||
                value_cell(doc, &fields[line.end])->row != row)
                break;
        }
        if (!has_parts(doc, i, line.end) || fields[line.head].table != fields[i].table) {
            line.head = i;
            line.head_end = line.end;
        }
        for (size_t whole = i; whole < line.end; whole++) {
            if (!fields[whole].is_part && !fields[whole].is_basis &&
                has_figure(doc, &fields[whole]) && !check_parts(doc, config, whole, err))
                return false;
        }
        if (!check_balance(doc, config, &line, err))
            return false;
    }
    return true;
}
