/* Amounts across the columns of a table: amount.cross. */
#ifndef HEJI_VALIDATE_CROSS_H
#define HEJI_VALIDATE_CROSS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds each row's own total against its component columns. False only when
 * memory is out. */
bool cross_run(struct doc *doc, const struct config *config, struct err *err);

#endif
