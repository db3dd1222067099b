/* Headers: the rows of a table that name its columns. */
#ifndef HEJI_EXTRACT_HEADER_H
#define HEJI_EXTRACT_HEADER_H

#include <stdbool.h>
#include <stdint.h>

#include "extract/facts.h"

/* Whether a header begins in this row: most of its cells are column names of
 * the lexicon, and it holds no figure; or it is a row of short words over
 * columns of figures. */
bool header_begins(const struct sheet *sheet, uint32_t row);

/* How many rows the header that begins in `row` has (at least 1): the rows
 * below it belong to it as long as all that they hold stands under merged or
 * blank heads. */
uint32_t header_height(const struct sheet *sheet, uint32_t row);

/* The columns that the header rows [first, first + height) name, with role,
 * level, unit and parent, in the arena; `*count` receives their number. NULL
 * when memory is out. */
struct column *header_columns(const struct sheet *sheet, uint32_t first, uint32_t height,
                              uint32_t *count);

/* The unit of money that a squeezed text states, as in 金额(万元) or
 * 单位:元; empty when it states none. The result is a slice of a
 * constant. */
struct str header_unit(struct str text);

#endif
