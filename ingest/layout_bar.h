/* Layout: one cell a line, each closed by a bar, with nothing between the
 * rows. */
#ifndef HEJI_INGEST_LAYOUT_BAR_H
#define HEJI_INGEST_LAYOUT_BAR_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/lines.h"
#include "ingest/rows.h"

/* Reads the table that begins at lines->items[first] into `rows`; `*end` is the
 * index of the first line behind it. False when none of this layout begins
 * there; then `*end` (> first) is the first line at which one may. Where a row
 * ends is nowhere written: a section up to the next heading is a table when its
 * cells come back in the same order of words and figures below a header of
 * words, or when they are labels and values in turn; else it is none. */
bool layout_bar_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end);

#endif
