/* Cells: the mentions, statements and claims of a table, in reading order. */
#ifndef HEJI_EXTRACT_CELLS_H
#define HEJI_EXTRACT_CELLS_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/facts.h"

/* Appends the mentions of the cells of one table, which belongs to part `part`
 * (figures with the unit and name that their heads give them), the statements
 * of its longer texts, and the scores and grades that it claims, to
 * doc->reading. The sections, fields and parts must be there. False only when
 * memory is out. */
bool cells_read(const struct sheet *sheet, uint32_t part, struct err *err);

#endif
