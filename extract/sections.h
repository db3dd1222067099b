/* Sections: the stretches of a table that stand under one header, and the
 * fields of a form around them. */
#ifndef HEJI_EXTRACT_SECTIONS_H
#define HEJI_EXTRACT_SECTIONS_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/facts.h"

enum { SECTIONS_FORM_ROWS = 16 }; /* rows that a 其中 may govern in a form */

/* Appends the sections and fields of one table to doc->reading; their part is
 * still to be set. False only when memory is out. */
bool sections_find(const struct sheet *sheet, struct err *err);

/* Ties sections that carry on an earlier one of the same part: the same header,
 * no total row between. Call when the parts are known. */
void sections_continue(struct doc *doc);

#endif
