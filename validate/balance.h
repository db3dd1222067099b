/* amount.balance: what is left of a budget or income after spending. */
#ifndef HEJI_VALIDATE_BALANCE_H
#define HEJI_VALIDATE_BALANCE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Evaluates every STATEMENT_BALANCE of doc->reading: balance = budget or income
 * - spending. A balance that may hold more than this year's (累计, 年末,
 * 结转) is unverifiable where it exceeds the difference. False only when
 * memory is out. */
bool balance_run(struct doc *doc, const struct config *config, struct err *err);

#endif
