/* Two figures that may be one quantity told twice: alike, or how they differ. */
#ifndef HEJI_VALIDATE_TWIN_H
#define HEJI_VALIDATE_TWIN_H

#include "base/arena.h"
#include "validate/relation.h"

enum twin {
    TWIN_SAME,  /* one value at the coarser of both precisions */
    TWIN_POINT, /* the same digits, a power of ten apart: 8426.58 万元 and 8426.58 元 */
    TWIN_SLIP,  /* one digit changed, lost or doubled, or two neighbours exchanged */
    TWIN_OTHER, /* anything else */
};

/* How the known figures a and b compare. Figures of fewer than `digits` digits,
 * zeros at their ends apart, are no TWIN_POINT and no TWIN_SLIP: short ones are
 * alike by chance. */
enum twin twin_compare(struct arena *arena, const struct operand *a, const struct operand *b,
                       size_t digits);

/* Whether the two are one value at the coarser of both precisions. */
bool twin_is_same(const struct operand *a, const struct operand *b);

/* The digits of a figure without point, sign and zeros at both ends; empty for
 * zero. */
struct str twin_digits(struct arena *arena, const struct decimal *value);

#endif
