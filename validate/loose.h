/* Figures whose table a conversion to text has taken apart: one cell a paragraph, or a row of
 * figures as a line.
 *
 *   支出内容         年度资金总额 1 52.80
 *   防火宣传         52.80 52.80 100.00% 30.80 58.33%
 *   22146
 *   支出合计
 *   550000
 *
 * Nobody knows any more what belongs to what, so that a sum or quotient that does not hold proves
 * nothing. One that does is hardly chance: it is told as a check that passed. */
#ifndef HEJI_VALIDATE_LOOSE_H
#define HEJI_VALIDATE_LOOSE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Records a figure alone in its paragraph, behind one that names a total, with
 * the figures before it that add up to it (amount.total, three at least), and a
 * rate in a paragraph of nothing but figures with the figure before it over an
 * earlier one (rate.ratio). False only when memory is out. */
bool loose_run(struct doc *doc, const struct config *config, struct err *err);

#endif
