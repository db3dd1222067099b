/* Rates over tables: rate.ratio, and amount.balance of rows with budget,
 * spending and balance. */
#ifndef HEJI_VALIDATE_RATES_H
#define HEJI_VALIDATE_RATES_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"
#include "validate/relation.h"

/* Scales the claim of a RATIO, a rate without a sign, to per cent where only
 * that fits: 0.958 may say 95.8 %. A small one that fits neither way is
 * unverifiable. */
void rates_settle_fraction(struct relation *relation);

/* Holds each row's execution rate against its own spending over its budget: the
 * adjusted (全年) budget first, the original (年初) one when that gives the
 * rate. False only when memory is out. */
bool rates_run(struct doc *doc, const struct config *config, struct err *err);

#endif
