/* Layout: one row a line, cells separated by TAB, as copied out of a
 * spreadsheet or Word. */
#ifndef HEJI_INGEST_LAYOUT_TAB_H
#define HEJI_INGEST_LAYOUT_TAB_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/lines.h"
#include "ingest/rows.h"

/* Reads the table that begins at lines->items[first] into `rows`; `*end` is the
 * index of the first line behind it. False when none of this layout begins
 * there; then `*end` (> first) is the first line at which one may. Rows may be
 * ragged; a cell in quotes may hold line breaks; a row that a line break cut is
 * put together where the width of its neighbours tells. */
bool layout_tab_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end);

#endif
