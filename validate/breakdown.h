/* amount.breakdown and count.breakdown: a whole and the parts that a sentence
 * lists. */
#ifndef HEJI_VALIDATE_BREAKDOWN_H
#define HEJI_VALIDATE_BREAKDOWN_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Evaluates every STATEMENT_BREAKDOWN of doc->reading. A list of counts is
 * exact: things are not rounded. Where a list exceeds its whole because it
 * repeats parts of its own parts, or runs on past the whole, only what adds to
 * the whole is held against it. False only when memory is out. */
bool breakdown_run(struct doc *doc, const struct config *config, struct err *err);

#endif
