#include "validate/reach.h"

#include <string.h>

/* Scores are counted in thousandths, then in units of their common divisor: at
 * most UNITS. */
enum { UNITS = 4096, FINEST = 3 };

bool reach_points(const struct clause *clause, const struct decimal *weight, struct decimal *out) {
    *out = clause->amount;
    if (clause->share && (!decimal_mul(out, weight, out) || !decimal_shift(out, -2, out)))
        return false;
    *out = decimal_trim(out);
    return true;
}

bool reach_equals(const struct decimal *exact, const struct decimal *score) {
    struct decimal rounded, cut;
    if (decimal_cmp(exact, score) == 0)
        return true;
    return score->scale > 0 && decimal_round(exact, score->scale, DECIMAL_HALF_UP, &rounded) &&
           decimal_round(exact, score->scale, DECIMAL_TRUNCATE, &cut) &&
           (decimal_cmp(&rounded, score) == 0 || decimal_cmp(&cut, score) == 0);
}

/* `value` in units of 10^-FINEST. False when it is finer, below zero, or too
 * large. */
static bool count_units(const struct decimal *value, uint32_t *out) {
    struct decimal whole;
    if (value->negative || !decimal_shift(value, FINEST, &whole))
        return false;
    whole = decimal_trim(&whole);
    if (whole.scale > 0 || whole.limb[1] || whole.limb[2] || whole.limb[3] ||
        whole.limb[0] > UINT32_MAX)
        return false;
    *out = (uint32_t)whole.limb[0];
    return true;
}

static uint32_t common_divisor(uint32_t a, uint32_t b) {
    while (b > 0) {
        uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Amounts in units of their common divisor. */
struct sums {
    uint32_t amounts[CRITERION_CLAUSES];
    uint32_t count;
    uint32_t target;
};

/* False when the figures are too fine or too large; `*divides` tells whether
 * the target is a multiple of what all amounts are multiples of. */
static bool scale_down(struct sums *sums, bool *divides) {
    uint32_t divisor = 0;
    for (uint32_t i = 0; i < sums->count; i++)
        divisor = common_divisor(divisor, sums->amounts[i]);
    if (divisor == 0)
        return false;
    *divides = sums->target % divisor == 0;
    for (uint32_t i = 0; i < sums->count; i++)
        sums->amounts[i] /= divisor;
    sums->target /= divisor;
    return sums->target < UNITS;
}

/* Whether the target is a sum of amounts, each taken once, or any number of
 * times. */
static enum reach add_up(struct sums *sums, bool repeat) {
    bool reached[UNITS], divides;
    if (!scale_down(sums, &divides))
        return REACH_UNKNOWN;
    if (!divides)
        return REACH_NO;
    memset(reached, 0, sizeof reached);
    reached[0] = true;
    for (uint32_t i = 0; i < sums->count; i++) {
        uint32_t amount = sums->amounts[i];
        if (amount == 0 || amount > sums->target)
            continue;
        for (uint32_t j = repeat ? amount : sums->target; repeat ? j <= sums->target : j >= amount;
             repeat ? j++ : j--)
            reached[j] |= reached[j - amount];
    }
    return reached[sums->target] ? REACH_YES : REACH_NO;
}

static bool add_amount(struct sums *sums, const struct clause *clause,
                       const struct decimal *weight) {
    struct decimal points;
    return reach_points(clause, weight, &points) &&
           count_units(&points, &sums->amounts[sums->count++]);
}

/* The largest award, and the sum of all. */
static bool measure(const struct criterion *c, const struct decimal *weight, struct decimal *most,
                    struct decimal *sum) {
    *most = *sum = decimal_of(0);
    for (uint32_t i = 0; i < c->count; i++) {
        struct decimal points;
        if (c->clauses[i].kind != CLAUSE_AWARD)
            continue;
        if (!reach_points(&c->clauses[i], weight, &points) || !decimal_add(sum, &points, sum))
            return false;
        if (decimal_cmp(&points, most) > 0)
            *most = points;
    }
    return true;
}

static enum reach among_tiers(const struct criterion *c, const struct decimal *weight,
                              const struct decimal *score) {
    if (decimal_is_zero(score))
        return REACH_YES;
    for (uint32_t i = 0; i < c->count; i++) {
        struct decimal points;
        if (!reach_points(&c->clauses[i], weight, &points))
            return REACH_UNKNOWN;
        if (reach_equals(&points, score))
            return REACH_YES;
    }
    return REACH_NO;
}

static enum reach among_points(const struct criterion *c, const struct decimal *weight,
                               const struct decimal *score) {
    struct sums sums = {0};
    for (uint32_t i = 0; i < c->count; i++) {
        if (!add_amount(&sums, &c->clauses[i], weight))
            return REACH_UNKNOWN;
    }
    return count_units(score, &sums.target) ? add_up(&sums, false) : REACH_UNKNOWN;
}

enum reach reach_sum(const struct criterion *criterion, const struct decimal *weight) {
    return among_points(criterion, weight, weight);
}

static enum reach among_steps(const struct criterion *c, const struct decimal *weight,
                              const struct decimal *score) {
    struct sums sums = {0};
    struct decimal lost;
    for (uint32_t i = 0; i < c->count; i++) {
        if (c->clauses[i].kind != CLAUSE_STEP)
            continue;
        if (!c->clauses[i].counted || !add_amount(&sums, &c->clauses[i], weight))
            return REACH_UNKNOWN;
    }
    if (decimal_is_zero(score))
        return REACH_YES;
    return decimal_sub(weight, score, &lost) && count_units(&lost, &sums.target)
               ? add_up(&sums, true)
               : REACH_UNKNOWN;
}

enum reach reach_score(const struct criterion *criterion, const struct decimal *weight,
                       const struct decimal *score) {
    struct decimal most, sum;
    if (!measure(criterion, weight, &most, &sum))
        return REACH_UNKNOWN;
    bool full = decimal_cmp(&most, weight) == 0;
    switch (criterion->kind) {
    case CRITERION_TIERS:
        return full ? among_tiers(criterion, weight, score) : REACH_UNKNOWN;
    case CRITERION_POINTS:
        return full || decimal_cmp(&sum, weight) == 0 ? among_points(criterion, weight, score)
                                                      : REACH_UNKNOWN;
    case CRITERION_STEPS:
        return full || decimal_is_zero(&most) ? among_steps(criterion, weight, score)
                                              : REACH_UNKNOWN;
    case CRITERION_NONE:
    case CRITERION_UNPARSED:
    case CRITERION_PROPORTIONAL:
        break;
    }
    return REACH_UNKNOWN;
}

struct str reach_list(struct arena *arena, const struct criterion *criterion,
                      const struct decimal *weight) {
    struct str list = {0};
    for (uint32_t i = 0; i < criterion->count; i++) {
        struct decimal points;
        if (criterion->clauses[i].kind != CLAUSE_AWARD ||
            !reach_points(&criterion->clauses[i], weight, &points))
            continue;
        struct str one = decimal_text(arena, &points);
        list = list.len == 0 ? one
                             : str_printf(arena,
                                          "%.*s、"
                                          "%.*s",
                                          STR_ARGS(list), STR_ARGS(one));
    }
    return list;
}
