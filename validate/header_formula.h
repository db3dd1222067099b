/* Formulas that a table's own heads state: 小计③=①+②, 执行率(B/A). */
#ifndef HEJI_VALIDATE_HEADER_FORMULA_H
#define HEJI_VALIDATE_HEADER_FORMULA_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds each row's figure in a column with a formula against the figures that
 * the formula names: sums as amount.cross (score.total for scores), differences
 * as amount.balance, quotients as rate.ratio. A blank operand or a dash leaves
 * a sum open unless the others give it. False only when memory is out. */
bool header_formula_run(struct doc *doc, const struct config *config, struct err *err);

/* Whether the formula of the column, NULL for none, is one that
 * header_formula_run evaluates: a quotient must be a rate in per cent. */
bool header_formula_is_checked(const struct column *column);

#endif
