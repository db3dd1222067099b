/* Plain text: the layouts in which reports travel once they have left Word. */
#ifndef HEJI_INGEST_TEXT_H
#define HEJI_INGEST_TEXT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "model/doc.h"

/* Reads text in any supported encoding into doc->document and sets
 * doc->source.encoding. `bytes` need not outlive the call. False when it is no
 * text, or in no encoding that can be read without guessing. */
bool text_read(struct doc *doc, struct str bytes, struct err *err);

#endif
