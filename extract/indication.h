/* Counts of indicators: 设置三级指标 18 个, 制定的七项绩效指标. */
#ifndef HEJI_EXTRACT_INDICATION_H
#define HEJI_EXTRACT_INDICATION_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends a statement (INDICATORS) for each count of the report's own
 * indicators, of all of them or of one level; counts of some (未完成指标 2 项,
 * 产出指标 5 个) are none. False only when memory is out. */
bool indication_scan(struct prose *prose, struct err *err);

#endif
