#include "validate/formula.h"

/* Of a sum with more terms only the first and last are shown. */
enum { TERMS_ALL = 12, TERMS_FIRST = 6, TERMS_LAST = 3 };

/* Units only matter to the reader where the figures cannot be added as they
 * stand. */
static bool units_differ(const struct relation *relation) {
    for (uint32_t i = 0; i < relation->count; i++) {
        if (relation->operands[i].power != relation->claim.power)
            return true;
    }
    return false;
}

/* As the document writes it, so that the reader finds it again. */
static struct str figure(struct arena *arena, const struct operand *operand, bool units) {
    struct str unit = units ? operand->unit : (struct str){0};
    if (!operand->value.negative && unit.len == 0)
        return operand->text;
    const char *format = operand->value.negative ? "(%.*s%.*s)" : "%.*s%.*s";
    return str_printf(arena, format, STR_ARGS(operand->text), STR_ARGS(unit));
}

/* Terms [first, end) of the sum behind `text`. */
static struct str append_terms(struct arena *arena, struct str text,
                               const struct relation *relation, uint32_t first, uint32_t end) {
    bool units = relation->kind != RELATION_RATIO && units_differ(relation);
    for (uint32_t i = first; i < end; i++) {
        const struct operand *operand = &relation->operands[i];
        struct str term = figure(arena, operand, units);
        const char *sign = operand->minus ? " - " : " + ";
        if (text.len == 0)
            sign = operand->minus ? "-" : "";
        text = str_join(arena, (struct str[]){text, str_of(sign), term}, 3);
    }
    return text;
}

/* Operands [first, count), the middle of a long list left out. */
static struct str terms(struct arena *arena, const struct relation *relation, uint32_t first) {
    uint32_t count = relation->count;
    if (count - first <= TERMS_ALL)
        return append_terms(arena, (struct str){0}, relation, first, count);
    struct str text = append_terms(arena, (struct str){0}, relation, first, first + TERMS_FIRST);
    text = str_printf(arena, "%.*s + …", STR_ARGS(text));
    text = append_terms(arena, text, relation, count - TERMS_LAST, count);
    return str_printf(arena, "%.*s [%u]", STR_ARGS(text), count - first);
}

/* ≈ for what rounding explains: the reader must not take 107.41 ≈ 107.4 for
 * an error. */
static const char *relate(enum outcome outcome) {
    return outcome == OUTCOME_ROUNDING ? "≈" : "≠";
}

/* A single part needs no sum between it and the whole. */
static struct str write_sum(struct arena *arena, const struct relation *relation,
                            const struct judgement *judgement) {
    struct str left = terms(arena, relation, 0);
    struct str claim = figure(arena, &relation->claim, units_differ(relation));
    if (judgement->outcome == OUTCOME_PASS)
        return str_join(arena, (struct str[]){left, STR(" = "), claim}, 3);
    if (relation->count == 1 && !units_differ(relation))
        return str_printf(arena, "%.*s %s %.*s", STR_ARGS(left), relate(judgement->outcome),
                          STR_ARGS(claim));
    struct str sum = decimal_text(arena, &judgement->computed);
    struct str unit = units_differ(relation) ? relation->claim.unit : (struct str){0};
    return str_printf(arena, "%.*s = %.*s%.*s %s %.*s", STR_ARGS(left), STR_ARGS(sum),
                      STR_ARGS(unit), relate(judgement->outcome), STR_ARGS(claim));
}

/* A rate printed in ‰ is recomputed in ‰: 0.46 ‰ beside 0.046 % would
 * look like a contradiction. */
static const char *rate_sign(const struct relation *relation) {
    if (relation->claim.power == -3)
        return "‰";
    return relation->claim.power == -4 ? "‱" : "%";
}

/* The same figure that the sign stands for, so that the line can be typed into
 * a calculator. */
static const char *rate_factor(const struct relation *relation) {
    if (relation->claim.power == -3)
        return "1000";
    return relation->claim.power == -4 ? "10000" : "100";
}

/* A denominator of several figures is a year reached by its change: 32 ÷ (532
 * - 32); brackets keep it one. */
static struct str write_ratio(struct arena *arena, const struct relation *relation,
                              const struct judgement *judgement) {
    bool units = relation->operands[0].power != relation->operands[1].power;
    struct str top = figure(arena, &relation->operands[0], units);
    struct str bottom = relation->count > 2
                            ? str_printf(arena, "(%.*s)", STR_ARGS(terms(arena, relation, 1)))
                            : figure(arena, &relation->operands[1], units);
    const char *sign = rate_sign(relation);
    struct str quotient = judgement->outcome == OUTCOME_PASS
                              ? relation->claim.text
                              : decimal_text(arena, &judgement->computed);
    struct str left =
        str_printf(arena, "%.*s ÷ %.*s × %s %s = %.*s %s", STR_ARGS(top), STR_ARGS(bottom),
                   rate_factor(relation), sign, STR_ARGS(quotient), sign);
    if (judgement->outcome == OUTCOME_PASS)
        return left;
    return str_printf(arena, "%.*s %s %.*s %s", STR_ARGS(left), relate(judgement->outcome),
                      STR_ARGS(relation->claim.text), sign);
}

/* The claim on the left: it is the figure that the message speaks of. */
static struct str write_equal(struct arena *arena, const struct relation *relation,
                              const struct judgement *judgement) {
    bool units = units_differ(relation);
    struct str claim = figure(arena, &relation->claim, units);
    struct str other = figure(arena, &relation->operands[0], units);
    const char *sign = judgement->outcome == OUTCOME_PASS ? "=" : relate(judgement->outcome);
    return str_printf(arena, "%.*s %s %.*s", STR_ARGS(claim), sign, STR_ARGS(other));
}

/* The points, the rate, and what the two give. */
static struct str write_product(struct arena *arena, const struct relation *relation,
                                const struct judgement *judgement) {
    struct str product = judgement->outcome == OUTCOME_PASS
                             ? relation->claim.text
                             : decimal_text(arena, &judgement->computed);
    struct str left =
        str_printf(arena, "%.*s × %.*s %% = %.*s", STR_ARGS(relation->operands[0].text),
                   STR_ARGS(relation->operands[1].text), STR_ARGS(product));
    if (judgement->outcome == OUTCOME_PASS)
        return left;
    return str_printf(arena, "%.*s %s %.*s", STR_ARGS(left), relate(judgement->outcome),
                      STR_ARGS(relation->claim.text));
}

/* Below zero there is no second figure worth showing: the bound is 0 whatever
 * the weight is. */
static struct str write_at_most(struct arena *arena, const struct relation *relation,
                                const struct judgement *judgement) {
    struct str claim = relation->claim.text, bound = relation->operands[0].text;
    if (relation->claim.value.negative)
        return str_printf(arena, "%.*s < 0", STR_ARGS(claim));
    return str_printf(arena, "%.*s %s %.*s", STR_ARGS(claim),
                      judgement->outcome == OUTCOME_PASS ? "≤" : ">", STR_ARGS(bound));
}

/* "1.3 > 0.5 + 0.7 = 1.2": the claim, the sign that it has to the sum, and the sum. */
static struct str write_bound(struct arena *arena, const struct relation *relation,
                              const struct judgement *judgement) {
    bool most = relation->kind == RELATION_NO_MORE, units = units_differ(relation);
    const char *sign = most ? "≤" : "≥";
    if (judgement->outcome != OUTCOME_PASS)
        sign = judgement->outcome == OUTCOME_ROUNDING ? "≈" : most ? ">" : "<";
    struct str left = figure(arena, &relation->claim, units), right = terms(arena, relation, 0);
    if (relation->count == 1)
        return str_printf(arena, "%.*s %s %.*s", STR_ARGS(left), sign, STR_ARGS(right));
    struct str sum = decimal_text(arena, &judgement->computed);
    return str_printf(arena, "%.*s %s %.*s = %.*s", STR_ARGS(left), sign, STR_ARGS(right),
                      STR_ARGS(sum));
}

/* The figure that a word follows from says more than the word: 84.47 before
 * 良. */
static struct str write_word(struct arena *arena, const struct relation *relation,
                             const struct judgement *judgement) {
    struct str word = relation->operands[0].text, claim = relation->claim.text, left = word;
    struct str source = relation->count > 1 ? relation->operands[1].text : (struct str){0};
    if (source.len > 0)
        left = str_printf(arena, "%.*s → %.*s", STR_ARGS(source), STR_ARGS(word));
    if (judgement->outcome != OUTCOME_PASS)
        return str_printf(arena, "%.*s ≠ %.*s", STR_ARGS(left), STR_ARGS(claim));
    return source.len > 0 ? left
                          : str_printf(arena, "%.*s = %.*s", STR_ARGS(left), STR_ARGS(claim));
}

/* What was done against the target: "98% < 100%". */
static struct str write_earned(struct arena *arena, const struct relation *relation,
                               const struct judgement *judgement) {
    static const char *const signs[][2] = {
        [OUTCOME_PASS] = {"≥", "≤"},
        [OUTCOME_ROUNDING] = {"≈", "≈"},
        [OUTCOME_FAIL] = {"<", ">"},
    };
    struct str done = figure(arena, &relation->operands[0], true);
    struct str target = figure(arena, &relation->operands[1], true);
    return str_printf(arena, "%.*s %s %.*s", STR_ARGS(done),
                      signs[judgement->outcome][relation->operands[1].minus], STR_ARGS(target));
}

static struct str write_order(struct arena *arena, const struct relation *relation,
                              const struct judgement *judgement) {
    struct str later = relation->claim.text, earlier = relation->operands[0].text;
    return str_printf(arena, "%.*s %s %.*s", STR_ARGS(later),
                      judgement->outcome == OUTCOME_PASS ? "≥" : "<", STR_ARGS(earlier));
}

/* No formula rather than half of one: a relation that could not be evaluated
 * has a reason instead. */
struct str formula_write(struct arena *arena, const struct relation *relation,
                         const struct judgement *judgement) {
    bool plain = relation->kind == RELATION_WORD || relation->kind == RELATION_EARNED ||
                 relation->kind == RELATION_ORDER;
    if (plain ? judgement->reason != NULL : !judgement->has_figures)
        return (struct str){0};
    switch (relation->kind) {
    case RELATION_SUM:
        return write_sum(arena, relation, judgement);
    case RELATION_RATIO:
        return write_ratio(arena, relation, judgement);
    case RELATION_EQUAL:
        return write_equal(arena, relation, judgement);
    case RELATION_NO_MORE:
    case RELATION_NO_LESS:
        return write_bound(arena, relation, judgement);
    case RELATION_AT_MOST:
        return write_at_most(arena, relation, judgement);
    case RELATION_PRODUCT:
        return write_product(arena, relation, judgement);
    case RELATION_EARNED:
        return write_earned(arena, relation, judgement);
    case RELATION_ORDER:
        return write_order(arena, relation, judgement);
    case RELATION_WORD:
        break;
    }
    return write_word(arena, relation, judgement);
}
