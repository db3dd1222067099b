/* Layout: one cell a line, as Word's tables leave it when each cell becomes a
 * paragraph. */
#ifndef HEJI_INGEST_LAYOUT_CELLS_H
#define HEJI_INGEST_LAYOUT_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/lines.h"
#include "ingest/rows.h"

/* Reads the table that begins at lines->items[first] into `rows`; `*end` is the
 * index of the first line behind it. False when none of this layout begins
 * there; then `*end` (> first) is the first line at which one may. A cell
 * begins with TAB and may go on in lines without one; a blank line ends the
 * row, unless the width of the neighbouring rows tells that it stands within a
 * cell; prose or more than two blank lines end the table. Paragraphs indented
 * with TAB are no table. */
bool layout_cells_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end);

#endif
