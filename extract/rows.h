/* Rows: what each row of a section is, and which cell gives its value in each
 * column. */
#ifndef HEJI_EXTRACT_ROWS_H
#define HEJI_EXTRACT_ROWS_H

#include <stdbool.h>

#include "extract/facts.h"
#include "model/reading.h"

/* Fills section->rows and section->values of a section whose rows, columns and
 * kind are known and that is about to be pushed to reading.sections. False only
 * when memory is out. */
bool rows_read(const struct sheet *sheet, struct section *section, struct err *err);

/* Whether the row repeats the section's header, as after a page break. */
bool rows_repeats_header(const struct sheet *sheet, const struct section *section, uint32_t row);

/* Whether a column of that role holds figures of the row. */
bool rows_is_figure(enum column_role role);

/* The depth that the mark at the head of a squeezed label gives: 1 一、 2
 * （一） 3 1. or 1、 4 （1） 5 ①; 0 without a mark. */
uint32_t rows_depth(struct str label);

#endif
