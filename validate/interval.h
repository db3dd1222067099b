/* A range of a figure, as the conditions of a scoring rule state it.
 *
 *   80%≤执行率<90%     80%(含)-90%     90%至100%的     满意度达90%(含)以上
 *   低于70%            ≥100%           比率=0% */
#ifndef HEJI_VALIDATE_INTERVAL_H
#define HEJI_VALIDATE_INTERVAL_H

#include <stdbool.h>

#include "base/str.h"
#include "model/decimal.h"

struct interval {
    struct str subject;     /* 执行率; empty when the condition names none */
    bool has_low, has_high; /* an end that is missing is open */
    bool low_in, high_in;   /* the end itself belongs to it */
    struct decimal low, high;
    bool percent; /* its ends are per cent */
    bool chained; /* written as A≤X<B: both ends were put there on purpose */
};

/* Reads a condition (plain, as wording_read leaves it) that is one range and
 * nothing else. Of two ends joined by a dash both belong to it unless 不含
 * says otherwise, and the smaller one is the low one. */
bool interval_read(struct str condition, struct interval *out);

/* Whether nothing can lie in it: 20%≤X<0%. */
bool interval_is_empty(const struct interval *interval);

/* Whether `value` lies in it. */
bool interval_holds(const struct interval *interval, const struct decimal *value);

#endif
