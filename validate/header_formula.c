#include "validate/header_formula.h"

#include "validate/grid.h"
#include "validate/judge.h"
#include "validate/rates.h"

/* 人均补助③=①/② is a quotient, but no rate: only what is told in per cent
 * is multiplied by a hundred. */
static bool is_percent(const struct column *column) {
    return column->formula->percent || str_is(column->unit, "%") || column->level == 0 ||
           str_has(column->name, "率") || str_has(column->name, "比例") ||
           str_has(column->name, "比重");
}

bool header_formula_is_checked(const struct column *column) {
    return column->formula && (!column->formula->ratio || is_percent(column));
}

/* A column with a formula, and what its rows have in common. */
struct equation {
    struct doc *doc;
    const struct config *config;
    const struct section *section;
    const struct column *column;
    uint32_t index; /* of the column */
    uint16_t decimals;
    struct operand *operands; /* room for its terms: relations borrow it in turn */
};

/* The rule of a formula: a difference is a balance, scores are exact. */
static const char *rule_of(const struct column *column) {
    bool minus = false;
    if (column->formula->ratio)
        return "rate.ratio";
    if (column->role == COLUMN_SCORE)
        return "score.total";
    for (uint32_t i = 0; i < column->formula->count; i++)
        minus |= column->formula->terms[i].minus;
    return minus ? "amount.balance" : "amount.cross";
}

/* The finest decimals of the columns that the formula adds: one sheet prints
 * them all alike. */
static uint16_t decimals_of(const struct equation *equation) {
    const struct formula *formula = equation->column->formula;
    uint16_t finest = 0;
    for (uint32_t i = 0; !formula->ratio && i <= formula->count; i++) {
        uint32_t column = i < formula->count ? formula->terms[i].column : equation->index;
        uint16_t decimals = grid_decimals(equation->doc, equation->section, column);
        finest = decimals > finest ? decimals : finest;
    }
    return finest;
}

/* Takes the figures of the formula's terms; those that the row leaves blank are
 * counted. */
static uint32_t take_terms(const struct equation *equation, uint32_t row,
                           struct relation *relation) {
    const struct formula *formula = equation->column->formula;
    uint32_t blanks = 0;
    relation->operands = equation->operands;
    relation->count = 0;
    for (uint32_t i = 0; i < formula->count; i++) {
        uint32_t column = formula->terms[i].column;
        bool figure = grid_quantity(equation->doc, equation->section, row, column) != GRID_NONE;
        if (!figure && !formula->ratio &&
            !grid_is_unread(equation->doc, equation->section, row, column)) {
            blanks++;
            continue;
        }
        struct operand *operand = &relation->operands[relation->count++];
        *operand = grid_operand(equation->doc, equation->section, row, column);
        operand->label = reading_leaf(equation->section->columns[column].name);
        operand->minus = formula->terms[i].minus;
    }
    return blanks;
}

/* 0 of 0, and a rate or a balance of a row without figures: nothing to hold
 * against anything. */
static bool is_void(const struct relation *relation) {
    for (uint32_t i = 0; i < relation->count; i++) {
        if (!relation->operands[i].known || !decimal_is_zero(&relation->operands[i].value))
            return false;
    }
    return relation->claim.known && decimal_is_zero(&relation->claim.value);
}

static bool check_row(const struct equation *equation, uint32_t row, struct err *err) {
    const struct column *column = equation->column;
    struct relation relation = {
        .rule = rule_of(column),
        .kind = column->formula->ratio ? RELATION_RATIO : RELATION_SUM,
        .part = equation->section->part,
        .claim = grid_operand(equation->doc, equation->section, row, equation->index),
        .decimals = equation->decimals,
        .exact = column->role == COLUMN_SCORE,
    };
    uint32_t blanks = take_terms(equation, row, &relation);
    if (relation.count == 0 || is_void(&relation))
        return true;
    relation.label = grid_label(equation->doc, equation->section, row, equation->index);
    if (blanks > 0)
        relation.fail_reason = REASON_MISSING_OPERAND;
    if (relation.kind == RELATION_RATIO)
        rates_settle_fraction(&relation);
    /* a quotient of an indicator may be capped, or turned round where less is
     * better */
    if (equation->section->kind == TABLE_SCORE || equation->section->kind == TABLE_TARGET)
        relation.fail_reason = relation.exact ? relation.fail_reason : REASON_DIRECTION_UNKNOWN;
    return relation_evaluate(equation->doc, equation->config, &relation, NULL, err);
}

static bool check_column(struct equation *equation, struct err *err) {
    const struct section *section = equation->section;
    equation->decimals = decimals_of(equation);
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        enum row_role role = grid_role(section, row);
        if (role == ROW_HEADER || role == ROW_FIELD || role == ROW_CAPTION ||
            section->rows[row - section->first].aligned ||
            grid_quantity(equation->doc, section, row, equation->index) == GRID_NONE)
            continue;
        if (!check_row(equation, row, err))
            return false;
    }
    return true;
}

/* The document's own words for what a column is: nothing of it is guessed. */
bool header_formula_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        for (uint32_t col = 0; col < section->column_count; col++) {
            const struct column *column = &section->columns[col];
            struct equation equation = {doc, config, section, column, col, 0, NULL};
            if (!header_formula_is_checked(column))
                continue;
            equation.operands =
                arena_array(&doc->arena, column->formula->count, sizeof *equation.operands);
            if (!equation.operands)
                return arena_check(&doc->arena, err);
            if (!check_column(&equation, err))
                return false;
        }
    }
    return true;
}
