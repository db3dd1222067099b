/* A budget told with what changed it: 年初预算 9 万元，追加 2 万元，调减 1 万元，
 * 调整后 10 万元. */
#ifndef HEJI_EXTRACT_ADJUSTMENT_H
#define HEJI_EXTRACT_ADJUSTMENT_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends a doubtful BALANCE for each such sentence: it may leave out a change.
 * False only when memory is out. */
bool adjustment_scan(struct prose *prose, struct err *err);

#endif
