/* Changes against the year before: 较上年增加 1 万元，增长 12.5%. */
#ifndef HEJI_EXTRACT_CHANGE_H
#define HEJI_EXTRACT_CHANGE_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the statements CHANGE of the prose, and a RATE where the sentence
 * gives last year's figure itself. To be run after the breakdowns are known:
 * behind a list a change is the whole's. False only when memory is out. */
bool change_scan(struct prose *prose, struct err *err);

#endif
