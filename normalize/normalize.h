/* Stage three: values. Exact decimals, units, indicators; no judgement. */
#ifndef HEJI_NORMALIZE_NORMALIZE_H
#define HEJI_NORMALIZE_NORMALIZE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Fills doc->record from doc->reading. False when memory is out. */
bool normalize_run(struct doc *doc, const struct config *config, struct err *err);

#endif
