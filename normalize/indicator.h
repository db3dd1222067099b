/* Indicators: the scored rows of the tables, with their groups. */
#ifndef HEJI_NORMALIZE_INDICATOR_H
#define HEJI_NORMALIZE_INDICATOR_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Fills doc->record.indicators and doc->record.groups from the sections;
 * doc->record.quantities must be there. Grouping cells are carried down, also
 * over a page break. Rows without weight and score, and tables in which nobody
 * has scored anything, give none. False only when memory is out. */
bool indicator_collect(struct doc *doc, struct err *err);

/* Reads the figure behind a group's squeezed label: 过程(40分) gives label
 * 过程 and weight 40, 管理(满分15分,实得14分) also score 14. A label
 * without a figure stays as it is. */
void indicator_group_label(struct str text, struct str *label, struct str *weight,
                           struct str *score);

#endif
