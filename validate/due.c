#include "validate/due.h"

#include "validate/reach.h"

enum { DUE_DECIMALS = 2, STEP_DECIMALS = 6 };

/* Two decimals at most, no trailing zeros. */
static bool shorten(const struct decimal *value, struct decimal *out) {
    *out = decimal_trim(value);
    if (out->scale <= DUE_DECIMALS)
        return true;
    if (!decimal_round(value, DUE_DECIMALS, DECIMAL_HALF_UP, out))
        return false;
    *out = decimal_trim(out);
    return true;
}

/* Whether `score` is `exact` at its own decimals; whole points are how many
 * forms are filled in. */
static bool rounds_to(const struct decimal *exact, const struct decimal *score) {
    struct decimal rounded, cut;
    return decimal_round(exact, score->scale, DECIMAL_HALF_UP, &rounded) &&
           decimal_round(exact, score->scale, DECIMAL_TRUNCATE, &cut) &&
           (decimal_cmp(&rounded, score) == 0 || decimal_cmp(&cut, score) == 0);
}

static bool by_tiers(const struct criterion *c, const struct decimal *weight,
                     const struct decimal *rate, const struct decimal *score, struct decimal *due,
                     bool *fits) {
    bool found = false;
    *fits = false;
    for (uint32_t i = 0; i < c->count; i++) {
        const struct clause *clause = &c->clauses[i];
        struct decimal points;
        if (!clause->has_range && decimal_is_zero(&clause->amount))
            continue; /* 否则不得分 */
        if (!clause->pure || !clause->range.percent || !reach_points(clause, weight, &points))
            return false;
        if (!interval_holds(&clause->range, rate))
            continue;
        *fits |= reach_equals(&points, score);
        if (!found && !shorten(&points, due))
            return false;
        found = true;
    }
    return found;
}

static bool by_rate(const struct decimal *weight, const struct decimal *rate,
                    const struct decimal *score, struct decimal *due, bool *fits) {
    struct decimal full = decimal_of(100), exact;
    if (rate->negative)
        return false;
    if (!decimal_mul(weight, decimal_cmp(rate, &full) > 0 ? &full : rate, &exact) ||
        !decimal_shift(&exact, -2, &exact) || !shorten(&exact, due))
        return false;
    *fits = rounds_to(&exact, score);
    return true;
}

/* weight - steps x amount, not below zero. */
static bool take_steps(const struct decimal *weight, const struct decimal *steps,
                       const struct decimal *amount, struct decimal *out) {
    if (!decimal_mul(steps, amount, out) || !decimal_sub(weight, out, out))
        return false;
    if (out->negative)
        *out = decimal_of(0);
    return true;
}

/* The one step of the rule, and the figure from which it counts; false when
 * there are more. */
static const struct clause *only_step(const struct criterion *c, const struct interval **base) {
    const struct clause *step = NULL;
    *base = NULL;
    for (uint32_t i = 0; i < c->count; i++) {
        const struct clause *clause = &c->clauses[i];
        if (clause->kind == CLAUSE_STEP) {
            if (step || clause->counted)
                return NULL;
            step = clause;
        }
        if (clause->kind == CLAUSE_AWARD && decimal_is_zero(&clause->amount))
            continue;
        if (clause->kind == CLAUSE_AWARD && !clause->pure)
            return NULL;
        if (clause->has_range && (!*base || clause->kind == CLAUSE_STEP))
            *base = &clause->range;
    }
    return step;
}

/* How far the rate lies on the wrong side of where steps begin; 0 on the right
 * one. The range that earns full marks (≥100%) and the one that loses points
 * (<100%) share their figure. */
static bool find_gap(const struct interval *base, const struct clause *step,
                     const struct decimal *rate, struct decimal *gap) {
    const struct decimal *edge = base->has_low ? &base->low : &base->high;
    bool single = base->has_low != base->has_high || decimal_cmp(&base->low, &base->high) == 0;
    if (!single || (!base->percent && !decimal_is_zero(edge)) || step->downward == step->upward)
        return false;
    if (!(step->downward ? decimal_sub(edge, rate, gap) : decimal_sub(rate, edge, gap)))
        return false;
    if (gap->negative)
        *gap = decimal_of(0);
    return true;
}

/* Whether another clause than the step says what this rate gives:
 * 低于90%得0分. */
static bool is_ruled_out(const struct criterion *c, const struct decimal *rate) {
    for (uint32_t i = 0; i < c->count; i++) {
        const struct clause *clause = &c->clauses[i];
        if (clause->kind == CLAUSE_AWARD && decimal_is_zero(&clause->amount) &&
            (!clause->pure || interval_holds(&clause->range, rate)))
            return true;
    }
    return false;
}

static bool by_steps(const struct criterion *c, const struct decimal *weight,
                     const struct decimal *rate, const struct decimal *score, struct decimal *due,
                     bool *fits) {
    const struct interval *base;
    const struct clause *step = only_step(c, &base);
    struct decimal gap, amount, steps, low, high, one = decimal_of(1), begun;
    if (!step || !base || is_ruled_out(c, rate) || !find_gap(base, step, rate, &gap) ||
        !reach_points(step, weight, &amount) ||
        !decimal_div(&gap, &step->unit, STEP_DECIMALS, DECIMAL_HALF_UP, &steps) ||
        !decimal_round(&steps, 0, DECIMAL_TRUNCATE, &begun))
        return false;
    if (!take_steps(weight, &begun, &amount, &high))
        return false;
    if (decimal_cmp(&steps, &begun) != 0 && !decimal_add(&begun, &one, &begun))
        return false;
    if (!take_steps(weight, &begun, &amount, &low) || !take_steps(weight, &steps, &amount, due) ||
        !shorten(due, due))
        return false;
    *fits = decimal_cmp(score, &low) >= 0 && decimal_cmp(score, &high) <= 0;
    return true;
}

static uint32_t count_steps(const struct criterion *c) {
    uint32_t steps = 0;
    for (uint32_t i = 0; i < c->count; i++)
        steps += c->clauses[i].kind == CLAUSE_STEP;
    return steps;
}

/* 比率=0%，得满分: a rate within the range of an award has that award, whatever
 * the step behind it is; of two steps one may begin within the range. */
static bool by_award(const struct criterion *c, const struct decimal *weight,
                     const struct decimal *rate, const struct decimal *score, struct decimal *due,
                     bool *fits) {
    for (uint32_t i = 0; i < c->count && count_steps(c) == 1; i++) {
        const struct clause *clause = &c->clauses[i];
        struct decimal points;
        if (clause->kind != CLAUSE_AWARD || decimal_is_zero(&clause->amount) ||
            !clause->has_range || !clause->pure || !clause->range.percent ||
            !interval_holds(&clause->range, rate) || !reach_points(clause, weight, &points))
            continue;
        *fits = reach_equals(&points, score);
        return shorten(&points, due);
    }
    return false;
}

bool due_score(const struct criterion *criterion, const struct decimal *weight,
               const struct decimal *rate, const struct decimal *score, struct decimal *due,
               bool *fits) {
    switch (criterion->kind) {
    case CRITERION_TIERS:
        return by_tiers(criterion, weight, rate, score, due, fits);
    case CRITERION_STEPS:
        return by_award(criterion, weight, rate, score, due, fits) ||
               by_steps(criterion, weight, rate, score, due, fits);
    case CRITERION_PROPORTIONAL:
        return by_rate(weight, rate, score, due, fits);
    case CRITERION_NONE:
    case CRITERION_UNPARSED:
    case CRITERION_POINTS:
        break;
    }
    return false;
}
