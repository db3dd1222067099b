/* What is left: 预算 10 万元，支出 9 万元，结余 1 万元. */
#ifndef HEJI_EXTRACT_BALANCE_H
#define HEJI_EXTRACT_BALANCE_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the statements BALANCE of the prose. To be run after the breakdowns
 * are known: a part's balance is not the whole's. False only when memory is
 * out. */
bool balance_scan(struct prose *prose, struct err *err);

#endif
