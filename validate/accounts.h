/* amount.balance across the tables of income and of expense. */
#ifndef HEJI_VALIDATE_ACCOUNTS_H
#define HEJI_VALIDATE_ACCOUNTS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Where a part has one table with a column 收入合计 and another with a column
 * 支出合计, holds the rows of one name against each other: income less expense
 * is the balance that stands beside the expense, 当年结余 or, with former years
 * in it, 累计结余. Where both are blank the two are the same figure, or nobody
 * knows what is left: then it is unverifiable. What former years may explain is
 * unverifiable too. False only when memory is out. */
bool accounts_run(struct doc *doc, const struct config *config, struct err *err);

#endif
