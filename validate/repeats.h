/* amount.claims of what has no measure: counts, areas, lengths, other money. */
#ifndef HEJI_VALIDATE_REPEATS_H
#define HEJI_VALIDATE_REPEATS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* 新增耕地面积6437.4亩 in the summary of the year and once more among its
 * outputs: figures of sentences of one part, one year and one kind whose label
 * and unit are the same are held against the first of them; a figure of people
 * in a field (人员编制 | 283) against the sentence whose label ends with the
 * name of the field. Figures that differ are two things as often as not (a
 * target and what was done, a village and the county): only where they differ
 * by a slip of the pen is that told, as unverifiable. False only when memory is
 * out. */
bool repeats_run(struct doc *doc, const struct config *config, struct err *err);

#endif
