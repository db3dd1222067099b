/* Points in headings: 一、项目决策（20分，自评得分18分）. */
#ifndef HEJI_VALIDATE_OUTLINE_H
#define HEJI_VALIDATE_OUTLINE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the points of headings against one another by their depth: a score
 * against its weight (score.over_weight), a heading against those directly
 * below it (score.subtotal, weight.section), the outermost against the report's
 * claim (score.total) and 100 points (weight.total). What other headings do not
 * bear out is unverifiable, as headings may carry the points of some sections
 * only. False only when memory is out. */
bool outline_run(struct doc *doc, const struct config *config, struct err *err);

#endif
