/* amount.unit by digits alone: the same ones in two units, and a unit in a
 * table's head or caption that cannot be. */
#ifndef HEJI_VALIDATE_AMOUNT_UNIT_H
#define HEJI_VALIDATE_AMOUNT_UNIT_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds figures of sentences with the same five or more digits against each
 * other: where they are 10^4 or 10^8 apart, as 元, 万元 and 亿元 are, one of the
 * two has the wrong unit, and is reported once. Holds figures that have their
 * unit from a table's head or caption against figures of sentences that print
 * one of their own: the same six or more digits ten thousand times apart are
 * 元 under 万元 or the reverse. A table of which any figure bears out its unit is
 * left alone; the others are reported once. To be run behind amount_claims_run,
 * whose finding of a table is enough. False only when memory is out. */
bool amount_unit_run(struct doc *doc, const struct config *config, struct err *err);

#endif
