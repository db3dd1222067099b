/* Scoring rules spelled out clause by clause, without their grammar. */
#ifndef HEJI_TESTS_VALIDATE_RULE_H
#define HEJI_TESTS_VALIDATE_RULE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "validate/criterion.h"

static inline struct decimal rule_number(const char *text) {
    struct decimal value;
    assert_true(decimal_parse(str_of(text), &value));
    return value;
}

/* "5" points, or "90%" of the weight. */
static inline void rule_amount(struct clause *clause, const char *amount) {
    size_t len = strlen(amount);
    clause->share = amount[len - 1] == '%';
    assert_true(decimal_parse((struct str){amount, len - clause->share}, &clause->amount));
}

static inline void rule_range(struct clause *clause, const char *range) {
    clause->has_range = clause->pure = range != NULL;
    if (range)
        assert_true(interval_read(str_of(range), &clause->range));
}

/* An award of `amount`, for a figure in `range` or for something without a figure (NULL). */
static inline struct clause *rule_award(struct criterion *rule, const char *amount,
                                        const char *range) {
    struct clause *clause = &rule->clauses[rule->count++];
    assert_true(rule->count <= CRITERION_CLAUSES);
    *clause = (struct clause){.kind = CLAUSE_AWARD};
    rule_amount(clause, amount);
    rule_range(clause, range);
    return clause;
}

/* Each `unit` below `range`, or the nearest range before, takes `amount`. */
static inline struct clause *rule_step(struct criterion *rule, const char *amount, const char *unit,
                                       const char *range) {
    struct clause *clause = rule_award(rule, amount, range);
    clause->kind = CLAUSE_STEP;
    clause->pure = false;
    clause->downward = true;
    clause->unit = rule_number(unit);
    return clause;
}

#endif
