/* Layout: one row a line, cells between vertical bars: Markdown, terminal and
 * web exports. */
#ifndef HEJI_INGEST_LAYOUT_PIPE_H
#define HEJI_INGEST_LAYOUT_PIPE_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/lines.h"
#include "ingest/rows.h"

/* Reads the table that begins at lines->items[first] into `rows`; `*end` is the index of the first
 * line behind it. False when none of this layout begins there; then `*end` (> first) is the first
 * line at which one may. A bar is |, ｜ or │, not \|. Bars at both ends of all rows are borders,
 * elsewhere they stand beside a blank cell; lines of dashes are left out. */
bool layout_pipe_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end);

#endif
