/* Rates: 预算 10 万元，支出 9 万元，执行率 90%. */
#ifndef HEJI_EXTRACT_RATIO_H
#define HEJI_EXTRACT_RATIO_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the statements RATE of the prose. To be run after the breakdowns are
 * known: a rate behind a list is the whole's, not its last part's. False only
 * when memory is out. */
bool ratio_scan(struct prose *prose, struct err *err);

#endif
