/* Stage two: mentions, tables with roles, parts, statements. It computes
 * nothing. */
#ifndef HEJI_EXTRACT_EXTRACT_H
#define HEJI_EXTRACT_EXTRACT_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Fills doc->reading from doc->document. False when memory is out. */
bool extract_run(struct doc *doc, const struct config *config, struct err *err);

#endif
