/* Several breakdowns of one whole: 按收入性质分 beside 按支出性质分. */
#ifndef HEJI_VALIDATE_TREES_H
#define HEJI_VALIDATE_TREES_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds each breakdown against its own total (amount.breakdown), the totals of
 * breakdowns of one whole against each other (amount.claims), and a breakdown
 * that states no total against the whole in the row above, 年度资金总额: of
 * its amounts the one that a breakdown gives is meant. False only when memory
 * is out. */
bool trees_run(struct doc *doc, const struct config *config, struct err *err);

#endif
