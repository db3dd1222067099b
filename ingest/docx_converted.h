/* Word documents that were made from pages: scans and PDF leave formulas in
 * LaTeX, and a paragraph's end where the page ended. */
#ifndef HEJI_INGEST_DOCX_CONVERTED_H
#define HEJI_INGEST_DOCX_CONVERTED_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Puts the understood form of residue into the text of paragraphs and cells,
 * their own words into `raw`, and marks the paragraphs whose sentence goes on
 * in the next one. False only when memory is out. */
bool docx_converted_settle(struct doc *doc, struct err *err);

#endif
