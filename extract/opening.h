/* A whole told as what the year began with and what came in addition: 项目共 16
 * 个，年初批复 8 个，年中增加 8 个. */
#ifndef HEJI_EXTRACT_OPENING_H
#define HEJI_EXTRACT_OPENING_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends a doubtful breakdown for each such sentence: things may have been
 * dropped in the year. Sentences that speak of what was taken away have none.
 * False only when memory is out. */
bool opening_scan(struct prose *prose, struct err *err);

#endif
