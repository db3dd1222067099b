/* Weights that are shares of the whole, 0.15 or 15 %, beside scores out of 100
 * points each: the total is the weighted sum. */
#ifndef HEJI_VALIDATE_SHARES_H
#define HEJI_VALIDATE_SHARES_H

#include <stdbool.h>
#include <stdint.h>

#include "model/doc.h"
#include "validate/relation.h"

/* Whether the weights of the indicators [first, end) do not bound their scores:
 * they are fractions that add to no more than 1, or most of at least three
 * scores exceed them. One score above its weight is an error, most are another
 * scale. */
bool shares_are_weights(const struct doc *doc, uint32_t first, uint32_t end);

/* Turns the scores [first, end) in the relation's operands, one an indicator
 * and in order, into shares of the total: score x weight. False, and the
 * relation as it was, when the weights are not 1 or 100 together, one is
 * missing, or memory is out. */
bool shares_weigh(struct doc *doc, uint32_t first, uint32_t end, struct relation *relation);

#endif
