/* Amounts over the rows of a table: amount.total, and amount.breakdown of
 * 其中 rows. */
#ifndef HEJI_VALIDATE_AMOUNTS_H
#define HEJI_VALIDATE_AMOUNTS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds total and summary rows against the rows that they cover, and wholes
 * against their 其中 rows, column by column. False only when memory is
 * out. */
bool amounts_run(struct doc *doc, const struct config *config, struct err *err);

#endif
