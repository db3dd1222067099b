/* Fields that hold label and figure in one cell: 基本支出：1986.20. */
#ifndef HEJI_EXTRACT_INLINE_FIELD_H
#define HEJI_EXTRACT_INLINE_FIELD_H

#include <stdbool.h>
#include <stdint.h>

#include "extract/facts.h"

/* Splits a squeezed text such as 其中:一般公共预算:2905.48 into label and
 * figure (with its unit, empty where none is filled in); false when it is no
 * such field. Slices of the text. */
bool inline_field_split(struct str text, struct str *label, struct str *figure);

/* Whether all that the row holds are such fields: one with a figure, or several
 * that nobody has filled in. */
bool inline_field_row(const struct sheet *sheet, uint32_t row);

/* Whether the label says by what a whole is broken down, 按收入性质分: the
 * fields below it are its parts, and it is nobody's part itself. */
bool inline_field_is_basis(struct str label);

/* Whether the row is label and figure in turn, 其中：基本支出 | 180 |
 * 项目支出 | 120, figures left out at will: fields, whatever heads of a
 * table stand over them. */
bool inline_field_pairs(const struct sheet *sheet, uint32_t row);

#endif
