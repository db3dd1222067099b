/* text.numbering: section numbers repeated or skipped. */
#ifndef HEJI_VALIDATE_NUMBERING_H
#define HEJI_VALIDATE_NUMBERING_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Reports headings whose typed number repeats the one before it, or leaves one
 * number out, on its level under its parent (levels: GB/T 9704-2012, 7.3.3).
 * Only a run that counts from 1 and is marked alike throughout is judged;
 * numbers in cells, automatic numbers, and what may continue behind a table or
 * inside a paragraph are left alone. False only when memory is out. */
bool numbering_run(struct doc *doc, const struct config *config, struct err *err);

#endif
