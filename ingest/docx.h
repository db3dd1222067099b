/* WordprocessingML packages (ECMA-376 / ISO/IEC 29500 part 1, Word's .docx,
 * .docm, .dotx, .dotm). */
#ifndef HEJI_INGEST_DOCX_H
#define HEJI_INGEST_DOCX_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "model/doc.h"

/* Reads the package in `bytes` (which need not outlive the call) into
 * doc->document, in its final view. What is skipped is a warning in
 * doc->source. False when it is damaged, refused or no Word document. */
bool docx_read(struct doc *doc, struct str bytes, struct err *err);

/* The same with every byte parsed, also the formatting that docx_read leaves
 * out unread because it bears on no text: slower, with the same result;
 * docx_read is checked against it. */
bool docx_read_full(struct doc *doc, struct str bytes, struct err *err);

#endif
