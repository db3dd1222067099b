#include "validate/product.h"

#include "validate/grid.h"
#include "validate/judge.h"
#include "validate/scoreboard.h"

/* Decimals of a quotient that a score is worked out from: enough for two of the
 * score. */
enum { QUOTIENT_DECIMALS = 4 };

/* Whether the document says that the score is the rate times the points: looked
 * for once, and only when a score differs. */
enum stated { STATED_UNKNOWN, STATED_NO, STATED_YES };

/* A row with a weight and a score of its own. */
static bool is_plain(const struct doc *doc, const struct indicator *indicator) {
    const struct section *section = &doc->reading.sections.items[indicator->section];
    return indicator->weight.number && indicator->score.number && !indicator->shares_score &&
           !indicator->shares_weight && !section->rows[indicator->row - section->first].aligned;
}

/* A rate without a sign under a head without one may be a fraction, 0.958 for
 * 95.8 %: it is scaled where only that fits. */
static void settle_fraction(struct relation *relation) {
    struct operand *rate = &relation->operands[1], plain = *rate;
    struct decimal most = decimal_of(2);
    if (!rate->known || rate->unit.len > 0 || decimal_cmp(&rate->value, &most) > 0 ||
        judge_holds(relation))
        return;
    if (decimal_shift(&plain.value, 2, &rate->value) && judge_holds(relation)) {
        struct decimal shown = decimal_trim(&rate->value);
        rate->value = shown;
        return;
    }
    *rate = plain;
    relation->fail_reason = REASON_UNIT_UNKNOWN;
}

/* 100 in a column of 97.24 stands for 100.00. */
static void refine(struct operand *rate, uint16_t decimals) {
    struct decimal finer;
    if (rate->known && rate->value.scale < decimals &&
        decimal_round(&rate->value, decimals, DECIMAL_HALF_UP, &finer))
        rate->value = finer;
}

/* Weight and rate of an indicator, the rate that stands in `column`. */
static bool relate(struct doc *doc, uint32_t index, const char *rule, uint32_t column,
                   struct relation *relation) {
    const struct indicator *indicator = &doc->record.indicators.items[index];
    const struct section *section = &doc->reading.sections.items[indicator->section];
    *relation = (struct relation){
        .rule = rule,
        .kind = RELATION_PRODUCT,
        .part = indicator->part,
        .label = indicator->name,
        .claim = scoreboard_score(doc, index),
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation->operands),
    };
    if (!relation->operands)
        return false;
    relation->operands[0] = scoreboard_weight(doc, index);
    if (column != GRID_NONE)
        relation->operands[1] = grid_operand(doc, section, indicator->row, column);
    return true;
}

/* ---- 得分系数 */

static uint32_t coefficient_of(const struct section *section) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].role == COLUMN_COEFFICIENT)
            return i;
    }
    return GRID_NONE;
}

static bool check_coefficient(struct doc *doc, const struct config *config, uint32_t index,
                              uint32_t column, struct err *err) {
    const struct indicator *indicator = &doc->record.indicators.items[index];
    const struct section *section = &doc->reading.sections.items[indicator->section];
    struct relation relation;
    if (grid_quantity(doc, section, indicator->row, column) == GRID_NONE)
        return true;
    if (!relate(doc, index, "score.coefficient", column, &relation))
        return arena_check(&doc->arena, err);
    refine(&relation.operands[1], grid_decimals(doc, section, column));
    settle_fraction(&relation);
    if (indicator->bonus)
        relation.fail_reason = REASON_BONUS_ROW;
    /* a score above its weight has been told */
    relation.has_ceiling = decimal_cmp(&indicator->score.decimal, &indicator->weight.decimal) > 0;
    relation.ceiling = SEVERITY_INFO;
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* ---- 执行率 */

/* The rate times something else than the hundred of a quotient. */
static bool multiplies(struct str text) {
    static const char *const before[] = {"×", "*", "乘以", "乘"};
    for (size_t at = str_find(text, "执行率", 0); at != SIZE_MAX;
         at = str_find(text, "执行率", at + 1)) {
        struct str left = str_slice(text, 0, at);
        struct str right = str_slice(text, at + strlen("执行率"), text.len);
        if (str_ends(left, "预算"))
            left.len -= strlen("预算");
        for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
            struct str rest = str_slice(right, strlen(before[i]), right.len);
            if (str_ends(left, before[i]) ||
                (str_starts(right, before[i]) && !str_starts(rest, "100%")))
                return true;
        }
    }
    return false;
}

static bool is_said(struct doc *doc, struct str text) {
    return str_has(text, "执行率") && multiplies(str_squeeze(&doc->arena, text));
}

static enum stated look_for_rule(struct doc *doc) {
    const struct document *document = &doc->document;
    for (size_t i = 0; i < document->paragraphs.count; i++) {
        if (is_said(doc, document->paragraphs.items[i].text))
            return STATED_YES;
    }
    for (size_t i = 0; i < document->tables.count; i++) {
        const struct table *table = &document->tables.items[i];
        for (uint32_t cell = 0; cell < table->cell_count; cell++) {
            if (is_said(doc, table->cells[cell].passage.text))
                return STATED_YES;
        }
    }
    return STATED_NO;
}

/* Spending over the budget of that level, in per cent; not known where either is
 * missing. */
static struct operand quotient(struct doc *doc, const struct section *section, uint32_t row,
                               uint32_t level) {
    struct operand rate = {.unit = str_of("%"), .at = section->rows[row - section->first].at};
    uint32_t spent = grid_figure(doc, section, row, COLUMN_SPENT, 0);
    uint32_t budget = grid_figure(doc, section, row, COLUMN_BUDGET, level);
    if (spent == GRID_NONE || budget == GRID_NONE)
        return rate;
    struct operand top = grid_operand(doc, section, row, spent);
    struct operand bottom = grid_operand(doc, section, row, budget);
    rate.known =
        top.known && bottom.known &&
        decimal_shift(&top.value, top.power - bottom.power + 2, &top.value) &&
        decimal_div(&top.value, &bottom.value, QUOTIENT_DECIMALS, DECIMAL_HALF_UP, &rate.value);
    if (rate.known)
        rate.text = rate.raw = decimal_text(&doc->arena, &rate.value);
    return rate;
}

/* Nobody is given more than all of the points. */
static void cap(struct relation *relation) {
    struct decimal hundred = decimal_of(100);
    struct operand *rate = &relation->operands[1];
    if (!rate->known || decimal_cmp(&rate->value, &hundred) <= 0)
        return;
    rate->value = hundred;
    rate->text = str_of("100");
    relation->fail_reason = REASON_OWN_RULE;
}

/* The printed rate, else one of the quotients that the score follows from. Where
 * none fits, the printed one is shown, or that of the adjusted budget. */
static void choose_rate(struct doc *doc, const struct section *section, uint32_t row,
                        struct relation *relation) {
    struct operand shown = relation->operands[1];
    const char *reason = relation->fail_reason;
    for (uint32_t level = 1; level <= 2 && !judge_holds(relation); level++) {
        relation->operands[1] = quotient(doc, section, row, level);
        cap(relation);
        if (!shown.known) {
            shown = relation->operands[1];
            reason = relation->fail_reason;
        }
    }
    if (!judge_holds(relation)) {
        relation->operands[1] = shown;
        relation->fail_reason = reason;
    }
}

/* 9 or 9.5 of 10 may have been given in steps of the form's own. */
static bool may_be_step(const struct decimal *score) {
    struct decimal twice;
    if (!decimal_add(score, score, &twice))
        return true;
    twice = decimal_trim(&twice);
    return twice.scale == 0;
}

static bool check_fund(struct doc *doc, const struct config *config, uint32_t index,
                       enum stated *stated, struct err *err) {
    const struct indicator *indicator = &doc->record.indicators.items[index];
    const struct section *section = &doc->reading.sections.items[indicator->section];
    uint32_t column = grid_figure(doc, section, indicator->row, COLUMN_RATE, 0);
    struct relation relation;
    if (!relate(doc, index, "score.rule", column, &relation))
        return arena_check(&doc->arena, err);
    settle_fraction(&relation);
    cap(&relation);
    choose_rate(doc, section, indicator->row, &relation);
    if (!relation.operands[1].known)
        return true;
    if (!judge_holds(&relation) && may_be_step(&indicator->score.decimal)) {
        if (*stated == STATED_UNKNOWN)
            *stated = look_for_rule(doc);
        if (*stated == STATED_NO)
            relation.fail_reason = REASON_OWN_RULE;
    }
    const char *english = "weight × execution rate", *chinese = "按分值×执行率计算";
    relation.diagnosis = str_of(config->language == LANGUAGE_ENGLISH ? english : chinese);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

bool product_run(struct doc *doc, const struct config *config, struct err *err) {
    enum stated stated = STATED_UNKNOWN;
    uint32_t section = UINT32_MAX, column = GRID_NONE;
    for (uint32_t i = 0; i < doc->record.indicators.count; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        if (indicator->section != section) {
            section = indicator->section;
            column = coefficient_of(&doc->reading.sections.items[section]);
        }
        if (!is_plain(doc, indicator))
            continue;
        if (indicator->is_fund
                ? !check_fund(doc, config, i, &stated, err)
                : column != GRID_NONE && !check_coefficient(doc, config, i, column, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
