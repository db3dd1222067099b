/* count.items: a claimed number of things against the things that are listed,
 * in the sentence or in the table of indicators. */
#ifndef HEJI_VALIDATE_ITEMS_H
#define HEJI_VALIDATE_ITEMS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds every statement of kind ITEMS against its names, told twice or not, and
 * every one of kind INDICATORS against the scored rows of its part. Where a
 * list need not be complete or its names need not be what is counted, or where
 * a part has several tables, only a match is a result. False only when memory
 * is out. */
bool items_run(struct doc *doc, const struct config *config, struct err *err);

#endif
