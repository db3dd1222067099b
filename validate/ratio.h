/* rate.ratio: a rate and the figures that it follows from. */
#ifndef HEJI_VALIDATE_RATIO_H
#define HEJI_VALIDATE_RATIO_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Evaluates every STATEMENT_RATE (rate = numerator / denominator) and
 * STATEMENT_CHANGE (rate = change / the year before, which is this year -/+ the
 * change) of doc->reading. Of several denominators the first that holds is
 * taken, else the first: a contradiction contradicts them all. Percentage
 * points are no rates of anything and are left alone. False only when memory is
 * out. */
bool ratio_run(struct doc *doc, const struct config *config, struct err *err);

#endif
