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
 * Of a document that was traced, each cell has its "place", and "places" has those of "paragraphs",
 * "notes" and "textboxes", in their order:
 *   "part"        of a Word document: the part of the package, such as word/document.xml
 *   "offset"      bytes from the beginning of the part (unpacked) or of the text file, in whatever
 *                 encoding, to the text; to the end of the start tag where there is no text
 *   "runs"        where the text is not in one piece: from byte "start" of the text (UTF-8) on it
 *                 stands at "offset"
 * Paragraphs, tables, rows and columns count from 0. False when memory is out or `out` fails. */
bool dump_json(const struct document *document, FILE *out);

#endif
