#include "validate/shares.h"

enum { MOST_OF = 3 }; /* scores from which on their majority says something */

static const struct indicator *indicator_at(const struct doc *doc, uint32_t index) {
    return &doc->record.indicators.items[index];
}

/* The sum of the weights; false when it does not fit. */
static bool add_weights(const struct doc *doc, uint32_t first, uint32_t end, struct decimal *sum) {
    *sum = decimal_of(0);
    for (uint32_t i = first; i < end; i++) {
        const struct value *weight = &indicator_at(doc, i)->weight;
        if (weight->number && !decimal_add(sum, &weight->decimal, sum))
            return false;
    }
    return true;
}

bool shares_are_weights(const struct doc *doc, uint32_t first, uint32_t end) {
    struct decimal sum, one = decimal_of(1);
    uint32_t fractions = 0, pairs = 0, above = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct value *weight = &indicator_at(doc, i)->weight;
        const struct value *score = &indicator_at(doc, i)->score;
        if (!weight->number)
            continue;
        fractions += weight->decimal.scale > 0;
        pairs += score->number;
        above += score->number && decimal_cmp(&score->decimal, &weight->decimal) > 0;
    }
    if (pairs >= MOST_OF && above * 2 > pairs)
        return true;
    return fractions >= 2 && add_weights(doc, first, end, &sum) && decimal_cmp(&sum, &one) <= 0;
}

/* The power of ten that makes the weights shares of 1: 0 or -2; 1 when they are
 * neither. */
static int power_of(const struct doc *doc, uint32_t first, uint32_t end) {
    struct decimal sum, one = decimal_of(1), hundred = decimal_of(100);
    if (!add_weights(doc, first, end, &sum))
        return 1;
    if (decimal_cmp(&sum, &one) == 0)
        return 0;
    return decimal_cmp(&sum, &hundred) == 0 ? -2 : 1;
}

bool shares_weigh(struct doc *doc, uint32_t first, uint32_t end, struct relation *relation) {
    uint32_t count = end - first;
    int power = power_of(doc, first, end);
    struct operand *shares = arena_array(&doc->arena, count + 1, sizeof *shares);
    if (!shares || power > 0 || relation->count != count)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const struct value *weight = &indicator_at(doc, first + i)->weight;
        struct decimal share;
        shares[i] = relation->operands[i];
        if (!weight->number || !shares[i].known ||
            !decimal_shift(&weight->decimal, power, &share) ||
            !decimal_mul(&share, &shares[i].value, &share))
            return false;
        shares[i].value = decimal_trim(&share);
        shares[i].text = decimal_text(&doc->arena, &shares[i].value);
    }
    relation->operands = shares;
    return true;
}
