/* Family text.*: what stands in the file but not before the reader's eyes.
 *
 *   text.revision   a tracked change, not yet accepted, alters a number (ISO/IEC 29500-1, 17.13.5)
 *   text.hidden     a number in hidden text (17.3.2.41)
 *
 * heji reads the final view: insertions in, deletions out, hidden text apart. Whoever sees another
 * view sees other figures. */
#ifndef HEJI_VALIDATE_TRACE_H
#define HEJI_VALIDATE_TRACE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Reports both over paragraphs, cells, text boxes, notes and deletions of whole
 * rows. One finding a change; one a passage with hidden numbers. False only when
 * memory is out. */
bool trace_run(struct doc *doc, const struct config *config, struct err *err);

#endif
