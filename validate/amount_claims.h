/* amount.claims and amount.unit: one quantity told twice. */
#ifndef HEJI_VALIDATE_AMOUNT_CLAIMS_H
#define HEJI_VALIDATE_AMOUNT_CLAIMS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the tellings of one quantity (model/reading.h) against the value that
 * most of them give, each to the coarser of both precisions. What differs by a
 * power of ten alone is amount.unit. Where it is only likely that both are one
 * quantity, nothing is said of figures that do not look alike; where it is
 * certain, nothing of figures a twentieth or more apart; and nothing at all
 * where three values or two tables differ. False only when memory is
 * out. */
bool amount_claims_run(struct doc *doc, const struct config *config, struct err *err);

#endif
