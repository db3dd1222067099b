/* The document as read, before any meaning, as JSON. */
#ifndef HEJI_REPORT_DUMP_JSON_H
#define HEJI_REPORT_DUMP_JSON_H

#include <stdbool.h>
#include <stdio.h>

#include "model/document.h"

/* Writes one JSON object and a line feed to `out`, piece by piece, so that a large table needs no
 * second copy in memory:
 *   "paragraphs"  texts of the body outside tables, in order
 *   "tables"      "rows", "cols", "cells" with "row", "col", "rowspan", "colspan", "text"
 *   "numbering"   automatic numbers, as "paragraph" or "table", "row", "col" with "text"
 *   "hidden"      hidden text, in the same form
 *   "notes"       texts of footnotes and endnotes
 *   "textboxes"   texts of text boxes
 * Paragraphs, tables, rows and columns count from 0. False when memory is out or `out` fails. */
bool dump_json(const struct document *document, FILE *out);

#endif
