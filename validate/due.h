/* The score that a parsed rule gives for a known rate. */
#ifndef HEJI_VALIDATE_DUE_H
#define HEJI_VALIDATE_DUE_H

#include <stdbool.h>

#include "model/decimal.h"
#include "validate/criterion.h"

/* What the rule gives of `weight` for a rate of `rate` per cent, rounded half
 * up to two decimals at most, in `*due`; `*fits` tells whether `score` is that,
 * in any rounding that a careful person may choose: a step begun counts whole,
 * in part, or not at all; on the edge of two tiers both hold. False when the
 * rule does not say. */
bool due_score(const struct criterion *criterion, const struct decimal *weight,
               const struct decimal *rate, const struct decimal *score, struct decimal *due,
               bool *fits);

#endif
