/* Panels of a form: what its first column calls 预算执行情况（20分）,
 * 年度目标（20分） or 绩效指标（90分）, each over rows of its own. */
#ifndef HEJI_NORMALIZE_PANEL_H
#define HEJI_NORMALIZE_PANEL_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Fills doc->record.panels; doc->record.quantities must be there. A panel whose
 * rows stand under no header has a score where exactly one bare figure stands in
 * the column in which the table's indicators have theirs. A figure without 分
 * counts only where the panels of the table add to 100. False only when memory
 * is out. */
bool panel_collect(struct doc *doc, struct err *err);

#endif
