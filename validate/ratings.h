/* What stands beside the scores of a table: a second opinion, as 市级评分 or
 * 复核分, with a total of its own; and the rate of the points reached, 得分率. */
#ifndef HEJI_VALIDATE_RATINGS_H
#define HEJI_VALIDATE_RATINGS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the totals of every second opinion against its own scores (score.total,
 * score.subtotal, exact), and each 得分率 against score / weight (rate.ratio).
 * False only when memory is out. */
bool ratings_run(struct doc *doc, const struct config *config, struct err *err);

#endif
