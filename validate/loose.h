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
 * nothing: it is unverifiable. One that does is hardly chance, and a check that passed. */
#ifndef HEJI_VALIDATE_LOOSE_H
#define HEJI_VALIDATE_LOOSE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds a figure alone in its paragraph, behind one that names a total, against
 * the figures before it (amount.total; three at least), and a rate in a paragraph
 * of nothing but figures against the figure before it over an earlier one
 * (rate.ratio). Both pass, or are unverifiable ("unreadable_row"). False only
 * when memory is out. */
bool loose_run(struct doc *doc, const struct config *config, struct err *err);

#endif
