#include "validate/nesting.h"

#include <string.h>

#include "validate/judge.h"

/* The search is quadratic, and a list longer than this is no list of sources or
 * uses that people nest by hand. */
enum { NESTED_PARTS = 32 };

/* Stretches are only sought among figures that can be compared as they stand:
 * 1.2 亿元 beside 3000 万元 is left to the engine. */
bool nesting_is_sought(const struct relation *relation) {
    if (relation->count > NESTED_PARTS)
        return false;
    for (uint32_t i = 0; i < relation->count; i++) {
        if (relation->operands[i].power != relation->claim.power)
            return false;
    }
    return true;
}

/* Exactly: a stretch within the rounding interval would be found by chance too
 * often, as the outer list has to fit as well. */
uint32_t nesting_length(const struct relation *relation, uint32_t first,
                        const struct decimal *whole) {
    struct decimal sum = decimal_of(0);
    for (uint32_t i = first; i < relation->count; i++) {
        if (!decimal_add(&sum, &relation->operands[i].value, &sum))
            return 0;
        int order = decimal_cmp(&sum, whole);
        if (order == 0)
            return i - first + 1;
        if (order > 0)
            return 0;
    }
    return 0;
}

/* The operand that the list exceeds its whole by, and how many of its own parts
 * stand behind it. Of 900, 500, 300, 100, 100, 100 under 1500 the figures also
 * allow 900 = 500 + 300 + 100: the excess of 500 says which stretch it is. */
static uint32_t find_excess(const struct relation *relation, uint32_t *first) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    struct decimal excess = decimal_abs(&judgement.difference);
    if (!judgement.has_figures || !judgement.difference.negative)
        return 0;
    for (uint32_t i = 0; i < relation->count; i++) {
        uint32_t length = nesting_length(relation, i + 1, &excess);
        *first = i + 1;
        if (length >= 2 && decimal_cmp(&relation->operands[i].value, &excess) == 0)
            return length;
    }
    return 0;
}

/* 900 + 500 (300 + 100 + 100) + 100 = 1500. One figure that repeats the one
 * before it is no list: 40 万元, 40 万元 are two parts alike. */
bool nesting_drop(struct relation *relation) {
    uint32_t first, kept = 0, before = relation->count;
    uint32_t length = find_excess(relation, &first);
    if (length > 0) {
        struct operand *at = relation->operands + first;
        memmove(at, at + length, (before - first - length) * sizeof *at);
        relation->count -= length;
        return true;
    }
    for (uint32_t i = 0; i < before; i++) {
        struct operand operand = relation->operands[i];
        uint32_t nested = nesting_length(relation, i + 1, &operand.value);
        relation->operands[kept++] = operand;
        if (nested >= 2)
            i += nested;
    }
    relation->count = kept;
    return kept < before;
}
