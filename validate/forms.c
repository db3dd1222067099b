#include "validate/forms.h"

#include "validate/judge.h"
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
    bool parts;     /* they are parts of those above */
    bool borne_out; /* the sources have balances of their own */
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

/* What the fields of one row are; NULL where there is none. */
struct funds {
    const struct field *balance, *spent, *arrived, *planned, *rate;
};

static struct funds funds_of(const struct doc *doc, const struct line *line) {
    struct funds funds = {0};
    size_t at = line->head;
    for (size_t i = line->first; i < line->end; i++) {
        const struct field *field = &doc->reading.fields.items[i];
        const struct field *head = head_of(doc, line, i, &at);
        if (!head || !has_figure(doc, field))
            continue;
        if (head->role == COLUMN_BALANCE)
            funds.balance = field;
        else if (head->role == COLUMN_SPENT)
            funds.spent = field;
        else if (head->role == COLUMN_RATE)
            funds.rate = field;
        else if (str_has(head->label, "到位"))
            funds.arrived = field;
        else if (head->role == COLUMN_BUDGET)
            funds.planned = field;
    }
    return funds;
}

/* 结余 = 实际到位资金 - 实际支出 among the fields of one row; the
 * planned funds stand in where nothing says what arrived. False when memory is
 * out; `count` is 0 where one of them lacks. */
static bool relate_balance(struct doc *doc, const struct line *line, struct relation *relation) {
    struct funds funds = funds_of(doc, line);
    const struct field *income = funds.arrived ? funds.arrived : funds.planned;
    *relation = (struct relation){.rule = "amount.balance", .kind = RELATION_SUM};
    if (!funds.balance || !funds.spent || !income)
        return true;
    relation->part = funds.balance->part;
    relation->label = funds.balance->label;
    relation->claim = operand_of(doc, funds.balance);
    relation->operands = arena_array(&doc->arena, 2, sizeof *relation->operands);
    if (!relation->operands)
        return false;
    relation->count = 2;
    relation->operands[0] = operand_of(doc, income);
    relation->operands[1] = operand_of(doc, funds.spent);
    relation->operands[1].minus = true;
    return true;
}

/* Each source may have its own balance, or have been paid from another one: only
 * where the other sources bear it out, the one that does not is told, as a
 * warning. */
static bool check_balance(struct doc *doc, const struct config *config, const struct line *line,
                          struct err *err) {
    struct relation relation;
    if (!relate_balance(doc, line, &relation))
        return arena_check(&doc->arena, err);
    relation.doubtful = line->parts;
    relation.fail_reason = line->parts && !line->borne_out ? REASON_DOUBTFUL_TIE : NULL;
    return relation.count == 0 || relation_evaluate(doc, config, &relation, NULL, err);
}

/* 预算数 | 480 | 执行数 | 456 | 95%: the rate is a field, or stands right
 * behind the spending; then it is likely, not certain, that it is one. */
static bool check_rate(struct doc *doc, const struct config *config, const struct line *line,
                       struct err *err) {
    struct funds funds = funds_of(doc, line);
    uint32_t rate = STATEMENT_NO_MENTION;
    if (!funds.spent || !funds.planned || line->parts)
        return true;
    const struct cell *cell = value_cell(doc, funds.spent);
    const struct table *table = &doc->document.tables.items[funds.spent->table];
    const struct cell *next = table_cell_at(table, cell->row, cell->col + cell->colspan);
    if (funds.rate)
        rate = quantity_of_field(doc, funds.rate);
    else if (next)
        rate = reading_mention_of(&doc->reading, table->id, (uint32_t)(next - table->cells));
    if (rate == STATEMENT_NO_MENTION || !str_is(doc->record.quantities.items[rate].unit, "%"))
        return true;
    struct relation relation = {
        .rule = "rate.ratio",
        .kind = RELATION_RATIO,
        .part = funds.spent->part,
        .label = funds.rate ? funds.rate->label : str_of("执行率"),
        .claim = relation_quantity(doc, rate),
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation.operands),
        .doubtful = !funds.rate,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.operands[0] = operand_of(doc, funds.spent);
    relation.operands[1] = operand_of(doc, funds.planned);
    if (funds.arrived && !judge_holds(&relation)) {
        relation.operands[1] = operand_of(doc, funds.arrived);
        relation.fail_reason = REASON_DOUBTFUL_TIE;
    }
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* Moves the line on to the fields of the next row; false behind the last one. */
static bool next_line(const struct doc *doc, struct line *line) {
    const struct field *fields = doc->reading.fields.items;
    if (line->end == doc->reading.fields.count)
        return false;
    line->first = line->end;
    line->parts = false;
    const struct field *first = &fields[line->first];
    uint32_t row = value_cell(doc, first)->row;
    for (; line->end < doc->reading.fields.count; line->end++) {
        const struct field *field = &fields[line->end];
        if (field->table != first->table || value_cell(doc, field)->row != row)
            break;
        line->parts |= field->is_part;
    }
    if (!line->parts || fields[line->head].table != first->table) {
        line->head = line->first;
        line->head_end = line->end;
    }
    return true;
}

/* Whether the balances of the sources below a row hold, but for one at the most;
 * two at least must. */
static bool sources_balance(struct doc *doc, const struct line *head) {
    struct line line = *head;
    uint32_t holding = 0, others = 0;
    while (next_line(doc, &line) && line.parts) {
        struct relation relation;
        if (!relate_balance(doc, &line, &relation))
            return false;
        holding += relation.count > 0 && judge_holds(&relation);
        others += relation.count > 0 && !judge_holds(&relation);
    }
    return holding >= 2 && others <= 1;
}

/* Fields of one row belong together (计划 | 到位 | 支出 | 结余); the
 * 其中 fields stand below each of them in its own column. */
bool forms_run(struct doc *doc, const struct config *config, struct err *err) {
    const struct field *fields = doc->reading.fields.items;
    struct line line = {0};
    while (next_line(doc, &line)) {
        if (!line.parts)
            line.borne_out = funds_of(doc, &line).balance && sources_balance(doc, &line);
        for (size_t whole = line.first; whole < line.end; whole++) {
            if (!fields[whole].is_part && !fields[whole].is_basis &&
                has_figure(doc, &fields[whole]) && !check_parts(doc, config, whole, err))
                return false;
        }
        if (!check_balance(doc, config, &line, err) || !check_rate(doc, config, &line, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
