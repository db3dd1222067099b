/* Sums stated behind their parts: A 4 万元，B 5 万元，共计 9 万元. */
#ifndef HEJI_EXTRACT_TOTAL_H
#define HEJI_EXTRACT_TOTAL_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the breakdowns whose whole follows its parts. To be run before
 * breakdown_scan, which then knows such wholes. False only when memory is
 * out. */
bool total_scan(struct prose *prose, struct err *err);

#endif
