#include "validate/rates.h"

#include "validate/grid.h"
#include "validate/header_formula.h"
#include "validate/judge.h"

/* Two columns of spending (本年, 累计) leave open which of them the balance
 * is of. */
static uint32_t count_role(const struct section *section, enum column_role role) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < section->column_count; i++)
        count += section->columns[i].role == role;
    return count;
}

/* A small rate without a sign under a head without one may be a fraction: 0.958
 * says 95.8 %. Only what fits one of the two readings is certain; a fraction
 * that fits is scaled to per cent. */
void rates_settle_fraction(struct relation *relation) {
    struct decimal most = decimal_of(2);
    struct operand plain = relation->claim;
    if (plain.unit.len > 0 || decimal_cmp(&plain.value, &most) > 0 || judge_holds(relation))
        return;
    if (decimal_shift(&plain.value, 2, &relation->claim.value) && judge_holds(relation))
        return;
    relation->claim = plain;
    relation->fail_reason = REASON_UNIT_UNKNOWN;
}

/* The column of what arrived (实际到位), which is no budget: GRID_NONE when
 * the row has none. */
static uint32_t arrived_in(const struct doc *doc, const struct section *section, uint32_t row) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        if (column->role == COLUMN_AMOUNT && str_has(column->name, "到位") &&
            grid_quantity(doc, section, row, i) != GRID_NONE)
            return i;
    }
    return GRID_NONE;
}

/* Puts the figure of `column` into operand `slot` when the relation holds with
 * it. */
static void try_column(struct doc *doc, const struct section *section, uint32_t row,
                       struct relation *relation, const uint32_t at[2]) {
    struct operand preferred = relation->operands[at[0]];
    if (at[1] == GRID_NONE || judge_holds(relation))
        return;
    relation->operands[at[0]] = grid_operand(doc, section, row, at[1]);
    if (!judge_holds(relation))
        relation->operands[at[0]] = preferred;
}

/* Of a rate that does not hold, the other figures of its row: one of them may have
 * been meant. */
static void note_others(struct doc *doc, const struct section *section, uint32_t row,
                        struct relation *relation) {
    struct operand *others;
    if (judge_holds(relation))
        return;
    others = arena_array(&doc->arena, section->column_count, sizeof *others);
    for (uint32_t i = 0; others && i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        if (!grid_adds(column) || grid_quantity(doc, section, row, i) == GRID_NONE)
            continue;
        others[relation->other_count] = grid_operand(doc, section, row, i);
        others[relation->other_count++].label = reading_leaf(column->name);
    }
    relation->others = others;
}

/* The adjusted budget before the original one (预算执行率 = 执行数 /
 * 全年预算数); another denominator is taken only where the figures bear it
 * out. */
static bool check_rate(struct doc *doc, const struct config *config, const struct section *section,
                       uint32_t row, struct err *err) {
    uint32_t rate = grid_figure(doc, section, row, COLUMN_RATE, 0);
    uint32_t spent = grid_figure(doc, section, row, COLUMN_SPENT, 0);
    uint32_t budget = grid_figure(doc, section, row, COLUMN_BUDGET, 1);
    uint32_t original = grid_figure(doc, section, row, COLUMN_BUDGET, 2);
    /* 中央 | 省 | 其他 | 合计 | 执行数: the only total is what was
     * budgeted */
    bool total =
        budget == GRID_NONE && original == GRID_NONE && count_role(section, COLUMN_TOTAL) == 1;
    if (total)
        budget = grid_figure(doc, section, row, COLUMN_TOTAL, 0);
    if (rate == GRID_NONE || spent == GRID_NONE || (budget == GRID_NONE && original == GRID_NONE))
        return true;
    /* the head says itself what its rate is of */
    if (header_formula_is_checked(&section->columns[rate]))
        return true;
    struct relation relation = {
        .rule = "rate.ratio",
        .kind = RELATION_RATIO,
        .part = section->part,
        .label = section->rows[row - section->first].label,
        .claim = grid_operand(doc, section, row, rate),
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation.operands),
        .doubtful = total,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.operands[0] = grid_operand(doc, section, row, spent);
    relation.operands[1] = grid_operand(doc, section, row, budget != GRID_NONE ? budget : original);
    try_column(doc, section, row, &relation, (uint32_t[]){1, original});
    try_column(doc, section, row, &relation, (uint32_t[]){1, arrived_in(doc, section, row)});
    /* nothing spent of nothing planned has no rate */
    if (decimal_is_zero(&relation.operands[1].value) &&
        decimal_is_zero(&relation.operands[0].value))
        return true;
    rates_settle_fraction(&relation);
    note_others(doc, section, row, &relation);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* 结余 = 预算 - 支出 in a row that has one column of each. A balance may
 * leave out what was carried over, so that only a row that other rows of the
 * table bear out contradicts. */
static bool check_balance(struct doc *doc, const struct config *config,
                          const struct section *section, uint32_t row, struct err *err) {
    uint32_t balance = grid_figure(doc, section, row, COLUMN_BALANCE, 0);
    uint32_t budget = grid_figure(doc, section, row, COLUMN_BUDGET, 1);
    uint32_t spent = grid_figure(doc, section, row, COLUMN_SPENT, 0);
    if (balance == GRID_NONE || budget == GRID_NONE || spent == GRID_NONE ||
        count_role(section, COLUMN_BALANCE) > 1 || count_role(section, COLUMN_SPENT) > 1 ||
        header_formula_is_checked(&section->columns[balance]))
        return true;
    struct relation relation = {
        .rule = "amount.balance",
        .kind = RELATION_SUM,
        .part = section->part,
        .label = section->rows[row - section->first].label,
        .claim = grid_operand(doc, section, row, balance),
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation.operands),
        .doubtful = true,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.operands[0] = grid_operand(doc, section, row, budget);
    relation.operands[1] = grid_operand(doc, section, row, spent);
    relation.operands[1].minus = true;
    try_column(doc, section, row, &relation, (uint32_t[]){0, arrived_in(doc, section, row)});
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* A row whose figures do not stand under their heads was put in order by guess:
 * 分值 10 must not become somebody's denominator. */
bool rates_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        if (section->kind == TABLE_SCORE || section->kind == TABLE_TARGET)
            continue;
        for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
            enum row_role role = grid_role(section, row);
            if (role == ROW_HEADER || role == ROW_FIELD ||
                section->rows[row - section->first].aligned)
                continue;
            if (!check_rate(doc, config, section, row, err) ||
                !check_balance(doc, config, section, row, err))
                return false;
        }
    }
    return true;
}
