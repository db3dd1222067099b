#include "validate/judge.h"

#include "model/date.h"
#include "validate/measure.h"

/* A list of at least so many parts that misses no more than one part in
 * OPEN_SHARE of the whole is taken as complete (contract, section Precision:
 * 0.5 %). */
enum { OPEN_PARTS = 3, OPEN_SHARE = 200 };

/* Powers of units that are told apart; what lies beyond shares the
 * outermost. */
enum { POWER_LOW = -8, POWER_HIGH = 24, POWERS = POWER_HIGH - POWER_LOW + 1 };

/* Hostile units must not index outside the table. */
static uint32_t power_slot(int power) {
    if (power < POWER_LOW)
        power = POWER_LOW;
    if (power > POWER_HIGH)
        power = POWER_HIGH;
    return (uint32_t)(power - POWER_LOW);
}

/* Why the figure cannot be used, or NULL. */
static const char *missing(const struct operand *operand) {
    if (operand->known)
        return NULL;
    return operand->reason ? operand->reason : REASON_MISSING_OPERAND;
}

/* Whether operand `i` shares its unit with what it is held against. */
static bool unit_matches(const struct relation *relation, uint32_t i) {
    if (relation->kind == RELATION_WORD || relation->kind == RELATION_ORDER ||
        relation->kind == RELATION_PRODUCT)
        return true;
    bool apart = relation->kind == RELATION_RATIO || relation->kind == RELATION_EARNED;
    const struct operand *against = apart ? &relation->operands[0] : &relation->claim;
    return measure_fits(against->unit, relation->operands[i].unit);
}

/* What keeps the relation from being evaluated, or NULL. */
static const char *obstacle(const struct relation *relation) {
    bool pair = relation->kind == RELATION_RATIO || relation->kind == RELATION_EARNED ||
                relation->kind == RELATION_PRODUCT;
    uint32_t least = pair ? 2 : 1;
    const char *reason = relation->reason ? relation->reason : missing(&relation->claim);
    if (!reason && relation->count < least)
        reason = REASON_MISSING_OPERAND;
    for (uint32_t i = 0; i < relation->count && !reason; i++) {
        reason = missing(&relation->operands[i]);
        if (!reason && !unit_matches(relation, i))
            reason = REASON_UNIT_MISMATCH;
    }
    return reason;
}

/* Unverifiable is a result with a reason, which the report counts; it is never
 * silence. */
static void give_up(struct judgement *judgement, const char *reason) {
    judgement->outcome = OUTCOME_UNVERIFIABLE;
    judgement->reason = reason;
}

/* Sets the difference from claim and `computed`. */
static bool differ(const struct relation *relation, struct judgement *judgement) {
    judgement->has_figures =
        decimal_sub(&relation->claim.value, &judgement->computed, &judgement->difference);
    return judgement->has_figures;
}

/* 0.5 x 10^exponent, for a figure whose last place counts 10^exponent. */
static bool half_unit(int exponent, struct decimal *out) {
    struct decimal five = decimal_of(5);
    return decimal_shift(&five, exponent - 1, out);
}

/* The sum of operands [first, count) in units of 10^power. */
static bool add_up(const struct relation *relation, uint32_t first, int power,
                   struct decimal *sum) {
    *sum = decimal_of(0);
    for (uint32_t i = first; i < relation->count; i++) {
        const struct operand *operand = &relation->operands[i];
        struct decimal value = operand->value;
        if (operand->power != power && !decimal_shift(&value, operand->power - power, &value))
            return false;
        if (!(operand->minus ? decimal_sub(sum, &value, sum) : decimal_add(sum, &value, sum)))
            return false;
    }
    return true;
}

/* The finest decimals printed in each unit, and how many operands are printed
 * in it. */
struct precision {
    uint16_t decimals[POWERS];
    uint32_t operands[POWERS];
};

/* "30" beside "29.99" means 30.00: people drop trailing zeros, and so does
 * every spreadsheet. */
static void note_decimals(struct precision *precision, int power, uint16_t decimals) {
    uint16_t *finest = &precision->decimals[power_slot(power)];
    if (decimals > *finest)
        *finest = decimals;
}

/* Measures operands [first, count). */
static void measure(const struct relation *relation, uint32_t first, struct precision *precision) {
    *precision = (struct precision){0};
    for (uint32_t i = first; i < relation->count; i++) {
        const struct operand *operand = &relation->operands[i];
        note_decimals(precision, operand->power, operand->value.scale);
        precision->operands[power_slot(operand->power)]++;
    }
}

/* The half units of all measured operands together, in units of 10^power. */
static bool widen(const struct precision *precision, int power, struct decimal *bound) {
    *bound = decimal_of(0);
    for (int slot = 0; slot < POWERS; slot++) {
        struct decimal half, count = decimal_of(precision->operands[slot]);
        if (precision->operands[slot] == 0)
            continue;
        if (!half_unit(slot + POWER_LOW - precision->decimals[slot] - power, &half) ||
            !decimal_mul(&half, &count, &half) || !decimal_add(bound, &half, bound))
            return false;
    }
    return true;
}

/* How far claim and sum may lie apart, in the claim's unit: see relation.h. */
static bool find_bound(const struct relation *relation, struct decimal *bound) {
    const struct operand *claim = &relation->claim;
    struct precision precision;
    struct decimal half;
    if (relation->exact) {
        *bound = decimal_of(0);
        return true;
    }
    measure(relation, 0, &precision);
    note_decimals(&precision, claim->power, claim->value.scale);
    note_decimals(&precision, claim->power, relation->decimals);
    return widen(&precision, claim->power, bound) && half_unit(-claim->value.scale, &half) &&
           decimal_add(bound, &half, bound);
}

/* Whether a list that falls short of its whole by `shortfall` may simply be
 * incomplete. */
static bool is_incomplete(const struct relation *relation, const struct decimal *shortfall) {
    struct decimal share = decimal_of(OPEN_SHARE), scaled, whole;
    if (!relation->open || shortfall->negative)
        return false;
    whole = decimal_abs(&relation->claim.value);
    return relation->count < OPEN_PARTS || !decimal_mul(shortfall, &share, &scaled) ||
           decimal_cmp(&scaled, &whole) > 0;
}

/* Sets the outcome from difference and bound. */
static void compare(const struct relation *relation, struct judgement *judgement) {
    struct decimal size = decimal_abs(&judgement->difference), twice;
    if (decimal_is_zero(&judgement->difference)) {
        judgement->outcome = OUTCOME_PASS;
    } else if (decimal_cmp(&size, &judgement->bound) < 0) {
        judgement->outcome = OUTCOME_ROUNDING;
    } else if (is_incomplete(relation, &judgement->difference)) {
        give_up(judgement, REASON_LIST_INCOMPLETE);
    } else {
        judgement->outcome = OUTCOME_FAIL;
        judgement->near = decimal_add(&judgement->bound, &judgement->bound, &twice) &&
                          decimal_cmp(&size, &twice) < 0;
    }
}

/* The sum is printed as finely as the claim at least, so that the two can be
 * read side by side. */
static void judge_sum(const struct relation *relation, struct judgement *judgement) {
    struct decimal sum;
    uint16_t scale = relation->claim.value.scale;
    if (!add_up(relation, 0, relation->claim.power, &sum) ||
        !find_bound(relation, &judgement->bound)) {
        give_up(judgement, REASON_OUT_OF_RANGE);
        return;
    }
    sum = decimal_trim(&sum);
    judgement->exact = sum;
    if (!decimal_round(&sum, sum.scale > scale ? sum.scale : scale, DECIMAL_HALF_UP,
                       &judgement->computed) ||
        !differ(relation, judgement)) {
        give_up(judgement, REASON_OUT_OF_RANGE);
        return;
    }
    compare(relation, judgement);
}

/* A score has no tolerance: it is its author's own, never a sum of rounded
 * figures. */
static void judge_at_most(const struct relation *relation, struct judgement *judgement) {
    const struct decimal *claim = &relation->claim.value;
    bool below = claim->negative;
    bool above = decimal_cmp(claim, &relation->operands[0].value) > 0;
    judgement->computed = below ? decimal_of(0) : relation->operands[0].value;
    judgement->exact = judgement->computed;
    judgement->bound = decimal_of(0);
    if (!differ(relation, judgement))
        give_up(judgement, REASON_OUT_OF_RANGE);
    else
        judgement->outcome = below || above ? OUTCOME_FAIL : OUTCOME_PASS;
}

/* What is below or above a bound by less than rounding explains is not beyond it. */
static void judge_bound(const struct relation *relation, struct judgement *judgement) {
    judge_sum(relation, judgement);
    if (judgement->reason || judgement->outcome == OUTCOME_PASS)
        return;
    if (judgement->difference.negative == (relation->kind == RELATION_NO_MORE))
        judgement->outcome = OUTCOME_PASS;
}

/* A target is a bound, not a measurement: only what was done may have been
 * rounded. */
static void judge_earned(const struct relation *relation, struct judgement *judgement) {
    const struct operand *done = &relation->operands[0], *target = &relation->operands[1];
    struct decimal bound, rounded;
    if (!decimal_shift(&target->value, target->power - done->power, &bound)) {
        give_up(judgement, REASON_OUT_OF_RANGE);
        return;
    }
    int order = decimal_cmp(&done->value, &bound);
    if (target->minus ? order <= 0 : order >= 0)
        judgement->outcome = OUTCOME_PASS;
    else if (decimal_round(&bound, done->value.scale, DECIMAL_HALF_UP, &rounded) &&
             decimal_cmp(&rounded, &done->value) == 0)
        judgement->outcome = OUTCOME_ROUNDING;
    else
        judgement->outcome = OUTCOME_FAIL;
}

static void judge_order(const struct relation *relation, struct judgement *judgement) {
    struct date later, earlier;
    if (!date_parse(relation->claim.text, &later) ||
        !date_parse(relation->operands[0].text, &earlier))
        give_up(judgement, REASON_UNREADABLE_NUMBER);
    else
        judgement->outcome = date_cmp(&later, &earlier) < 0 ? OUTCOME_FAIL : OUTCOME_PASS;
}

/* Numerator and denominator of a rate with the halves of their intervals, in
 * the numerator's unit, the numerator multiplied by the rate's hundred. */
struct fraction {
    struct decimal top, top_half, bottom, bottom_half;
};

/* How far the point moves from a plain quotient to the claim's unit. */
static int rate_exponent(const struct relation *relation) {
    int power = relation->claim.power;
    return power == -3 || power == -4 ? -power : 2;
}

/* Numerator and denominator share one precision where they share a unit, as the
 * parts of a sum do. */
static bool make_fraction(const struct relation *relation, struct fraction *fraction) {
    const struct operand *top = &relation->operands[0];
    struct precision precision;
    int exponent = rate_exponent(relation);
    measure(relation, 1, &precision);
    note_decimals(&precision, top->power, top->value.scale);
    note_decimals(&precision, top->power, relation->decimals);
    int last = -precision.decimals[power_slot(top->power)];
    if (!add_up(relation, 1, top->power, &fraction->bottom) ||
        !decimal_shift(&top->value, exponent, &fraction->top))
        return false;
    return half_unit(last + exponent, &fraction->top_half) &&
           widen(&precision, top->power, &fraction->bottom_half);
}

/* Whether the interval of the quotient meets that of the claim; both of the
 * same sign. Multiplied out, because a quotient of bounds need not be a finite
 * decimal. */
static bool intervals_meet(const struct fraction *fraction, const struct decimal *claim) {
    struct decimal half, rate = decimal_abs(claim), top = decimal_abs(&fraction->top);
    struct decimal low, high, wide, narrow, rate_low, rate_high;
    bool fits = half_unit(-claim->scale, &half) && decimal_add(&rate, &half, &rate_high) &&
                decimal_sub(&rate, &half, &rate_low) &&
                decimal_sub(&top, &fraction->top_half, &low) &&
                decimal_add(&top, &fraction->top_half, &high) &&
                decimal_add(&fraction->bottom, &fraction->bottom_half, &wide) &&
                decimal_sub(&fraction->bottom, &fraction->bottom_half, &narrow) &&
                decimal_mul(&rate_high, &wide, &wide) && decimal_mul(&rate_low, &narrow, &narrow);
    return fits && decimal_cmp(&low, &wide) < 0 && decimal_cmp(&high, &narrow) > 0;
}

/* People truncate as often as they round, and divide figures that were rounded
 * before. */
static void compare_rate(const struct relation *relation, const struct fraction *fraction,
                         struct judgement *judgement) {
    const struct decimal *claim = &relation->claim.value;
    struct decimal truncated, unit, size = decimal_abs(&judgement->difference);
    bool same_sign = claim->negative == fraction->top.negative;
    if (decimal_is_zero(&judgement->difference)) {
        judgement->outcome = OUTCOME_PASS;
    } else if ((decimal_div(&fraction->top, &fraction->bottom, claim->scale, DECIMAL_TRUNCATE,
                            &truncated) &&
                decimal_cmp(&truncated, claim) == 0) ||
               (same_sign && intervals_meet(fraction, claim))) {
        judgement->outcome = OUTCOME_ROUNDING;
    } else {
        judgement->outcome = OUTCOME_FAIL;
        judgement->near = half_unit(-claim->scale, &unit) && decimal_add(&unit, &unit, &unit) &&
                          decimal_cmp(&size, &unit) <= 0;
    }
}

/* A denominator below zero has no meaning in a report; better to say so than to
 * guess a sign. */
static void judge_ratio(const struct relation *relation, struct judgement *judgement) {
    struct fraction fraction;
    uint16_t scale = relation->claim.value.scale;
    if (!make_fraction(relation, &fraction)) {
        give_up(judgement, REASON_OUT_OF_RANGE);
    } else if (fraction.bottom.negative || decimal_is_zero(&fraction.bottom)) {
        give_up(judgement, REASON_ZERO_DENOMINATOR);
    } else if (!decimal_div(&fraction.top, &fraction.bottom, scale, DECIMAL_HALF_UP,
                            &judgement->computed) ||
               !half_unit(-scale, &judgement->bound) || !differ(relation, judgement)) {
        give_up(judgement, REASON_OUT_OF_RANGE);
    } else {
        judgement->exact = judgement->computed;
        compare_rate(relation, &fraction, judgement);
    }
}

/* The product of points and a rate in per cent, and half a unit of the last
 * decimals of claim and rate together. */
static bool multiply(const struct relation *relation, struct judgement *judgement) {
    const struct operand *points = &relation->operands[0], *rate = &relation->operands[1];
    struct decimal claim_half, rate_half;
    return decimal_mul(&points->value, &rate->value, &judgement->exact) &&
           decimal_shift(&judgement->exact, -2, &judgement->exact) &&
           half_unit(-relation->claim.value.scale, &claim_half) &&
           half_unit(-rate->value.scale - 2, &rate_half) &&
           decimal_mul(&points->value, &rate_half, &rate_half) &&
           decimal_add(&claim_half, &rate_half, &judgement->bound) &&
           decimal_sub(&relation->claim.value, &judgement->exact, &judgement->difference);
}

/* 97.24 % of 15 points are 14.586, which is printed as 14.59, 14.58 or
 * 14.6. */
static void judge_product(const struct relation *relation, struct judgement *judgement) {
    uint16_t scale = relation->claim.value.scale;
    struct decimal truncated;
    if (!multiply(relation, judgement)) {
        give_up(judgement, REASON_OUT_OF_RANGE);
        return;
    }
    judgement->has_figures = true;
    judgement->computed = judgement->exact = decimal_trim(&judgement->exact);
    compare(relation, judgement);
    if (judgement->outcome == OUTCOME_FAIL &&
        decimal_round(&judgement->exact, scale, DECIMAL_TRUNCATE, &truncated) &&
        decimal_cmp(&truncated, &relation->claim.value) == 0)
        judgement->outcome = OUTCOME_ROUNDING;
}

/* What would be a fail may be withdrawn for a reason that the family knows; a
 * pass never is: figures that meet are evidence enough. */
void judge_relation(const struct relation *relation, struct judgement *judgement) {
    *judgement = (struct judgement){0};
    const char *reason = obstacle(relation);
    if (reason) {
        give_up(judgement, reason);
        return;
    }
    switch (relation->kind) {
    case RELATION_SUM:
    case RELATION_EQUAL:
        judge_sum(relation, judgement);
        break;
    case RELATION_RATIO:
        judge_ratio(relation, judgement);
        break;
    case RELATION_NO_MORE:
    case RELATION_NO_LESS:
        judge_bound(relation, judgement);
        break;
    case RELATION_PRODUCT:
        judge_product(relation, judgement);
        break;
    case RELATION_AT_MOST:
        judge_at_most(relation, judgement);
        break;
    case RELATION_WORD:
        judgement->outcome =
            str_eq(relation->claim.text, relation->operands[0].text) ? OUTCOME_PASS : OUTCOME_FAIL;
        break;
    case RELATION_EARNED:
        judge_earned(relation, judgement);
        break;
    case RELATION_ORDER:
        judge_order(relation, judgement);
        break;
    }
    if (judgement->outcome == OUTCOME_FAIL && relation->fail_reason)
        give_up(judgement, relation->fail_reason);
}

/* A rate that rounding or truncation explains has found its denominator. */
bool judge_holds(const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
}

/* Slips are small: 89.97 for 89.99. A claim that is off by a quarter is more
 * likely held against the wrong figures. */
bool judge_fails_far(const struct relation *relation, int share) {
    struct judgement judgement;
    struct decimal away, times = decimal_of(share), claim = decimal_abs(&relation->claim.value);
    judge_relation(relation, &judgement);
    if (judgement.outcome != OUTCOME_FAIL)
        return false;
    away = decimal_abs(&judgement.difference);
    return judgement.has_figures && decimal_mul(&away, &times, &away) &&
           decimal_cmp(&away, &claim) > 0;
}
