/* Lists that tell parts of their own parts: 中央资金, 地方资金,
 * 其中：省级, 市级. Only the outer parts add to the whole. */
#ifndef HEJI_VALIDATE_NESTING_H
#define HEJI_VALIDATE_NESTING_H

#include <stdbool.h>
#include <stdint.h>

#include "model/decimal.h"
#include "validate/relation.h"

/* Whether the operands of a SUM can be searched: all are printed in the claim's
 * unit, and they are few enough. */
bool nesting_is_sought(const struct relation *relation);

/* How many of the operands from `first` (0-based) on add exactly to `whole`; 0
 * when none do. All are in one unit. */
uint32_t nesting_length(const struct relation *relation, uint32_t first,
                        const struct decimal *whole);

/* Drops each stretch of two operands or more that adds to the operand before
 * it: they are its own parts. Returns whether there were any; `count` becomes
 * the number of those kept. */
bool nesting_drop(struct relation *relation);

#endif
