/* Weights over tables: weight.total, weight.section. */
#ifndef HEJI_VALIDATE_WEIGHTS_H
#define HEJI_VALIDATE_WEIGHTS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the weights of every table of indicators against its total row, and
 * those of each group against the figure in its label, as in 过程（40分）,
 * or in a weight column of its own. False only when memory is out. */
bool weights_run(struct doc *doc, const struct config *config, struct err *err);

#endif
