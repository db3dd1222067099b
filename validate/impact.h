/* What a contradiction means for the report: whether the corrected score would have
 * another grade. */
#ifndef HEJI_VALIDATE_IMPACT_H
#define HEJI_VALIDATE_IMPACT_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Gives each finding of doc->verdict whose correction moves the total into another
 * grade its `impact`, in the language of the run. The total is the one that the finding
 * is about, else the one claimed in the same table, else the first of the part; what
 * the item's score loses, the total loses. A score on another scale, and bands that are
 * only likely to apply and do not all agree, have none. False only when memory is
 * out. */
bool impact_run(struct doc *doc, const struct config *config, struct err *err);

#endif
