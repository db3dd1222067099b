/* Places in words: where to look in the document. */
#ifndef HEJI_REPORT_PLACE_TEXT_H
#define HEJI_REPORT_PLACE_TEXT_H

#include <stdbool.h>

#include "model/place.h"
#include "report/screen.h"

/* Whether `place` says anything at all. */
bool place_text_is_known(const struct place *place);

/* Appends the place as people count, from 1: 表 3 第 5 行第 2 列, 第 120 行,
 * 第 14 段; for a cell of a text file both: 第 120 行（表 3 第 5 行第 2 列）.
 * Nothing when it is not known. */
void place_text(struct screen *screen, const struct place *place);

/* Appends the cells from `first` to `last` (inclusive) of one column or one row
 * as one stretch: 表 1 第 36—41 行第 2 列. False, and nothing appended, when they
 * are not of one table and one column or row. */
bool place_text_range(struct screen *screen, const struct place *first, const struct place *last);

#endif
