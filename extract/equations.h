/* The formulas in the heads of a table, resolved to its columns. */
#ifndef HEJI_EXTRACT_EQUATIONS_H
#define HEJI_EXTRACT_EQUATIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "extract/facts.h"

/* Whether the row holds nothing but symbols of columns and formulas, as below
 * the header proper: 栏次 | 1 | 2 | 3=1+2, or ① | ② | ③=①+②. Numbers and
 * letters ascend; one sign of its own is no such row, unless it is a
 * formula. */
bool equations_row(const struct sheet *sheet, uint32_t row);

/* Sets `formula` of those of the `count` columns whose heads in the rows
 * [first, end) state one, all of whose terms are other columns: by the symbols
 * of their heads, or by their names. False when memory is out. */
bool equations_find(const struct sheet *sheet, uint32_t first, uint32_t end, struct column *columns,
                    uint32_t count);

#endif
