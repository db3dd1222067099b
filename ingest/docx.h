/* WordprocessingML packages (ECMA-376 / ISO/IEC 29500 part 1, Word's .docx, .docm, .dotx, .dotm).
 */
#ifndef HEJI_INGEST_DOCX_H
#define HEJI_INGEST_DOCX_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "model/doc.h"

/* Reads the package in `bytes` (which need not outlive the call) into doc->document, in its final
 * view. What is skipped is a warning in doc->source. False when it is damaged, refused or no Word
 * document. */
bool docx_read(struct doc *doc, struct str bytes, struct err *err);

/* The same with the whole of the main part given to the XML parser (see docx_skim.h): the measure against
 * which docx_read is tested. */
bool docx_read_whole(struct doc *doc, struct str bytes, struct err *err);

#endif
