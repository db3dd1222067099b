/* Claims: the score and grade that the prose states for the report as a whole,
 * and groups of projects labelled with a score. */
#ifndef HEJI_EXTRACT_CLAIM_H
#define HEJI_EXTRACT_CLAIM_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the statements SCORE, GRADE and GROUP of the prose, and the claims to
 * doc->reading.claims. A claim's `order` is the index of its mention. False
 * only when memory is out. */
bool claim_scan(struct prose *prose, struct err *err);

#endif
