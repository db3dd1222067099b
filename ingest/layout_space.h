/* Layout: columns held apart by spaces only, as printed listings and copied web
 * pages have it. */
#ifndef HEJI_INGEST_LAYOUT_SPACE_H
#define HEJI_INGEST_LAYOUT_SPACE_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/lines.h"
#include "ingest/rows.h"

/* Reads the table that begins at lines->items[first] into `rows`; `*end` is the
 * index of the first line behind it. False when none of this layout begins
 * there; then `*end` is the line after `first`. Spaces prove little, so three
 * rows must agree: either all have as many fields with wide gaps between them,
 * and a column of figures, or all are a label with the same number of figures
 * behind it, at least two; a line of as many words above these is their
 * header. */
bool layout_space_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end);

#endif
