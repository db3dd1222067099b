/* Statements of the prose: what its sentences tie together. */
#ifndef HEJI_EXTRACT_NARRATIVE_H
#define HEJI_EXTRACT_NARRATIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"

struct narrative_patterns; /* compiled once, shared by all threads */

/* Compiles the patterns; NULL with the reason when one is wrong or memory is
 * out. The caller frees them with narrative_patterns_free. */
struct narrative_patterns *narrative_patterns_new(struct err *err);

/* Frees them; NULL is fine. */
void narrative_patterns_free(struct narrative_patterns *patterns);

/* Appends to doc->reading.statements what the sentences of `passages` say. The
 * passages follow each other in one report (a list under a sentence continues
 * it); all belong to part `part`. The mentions [first, last) of
 * doc->reading.mentions are theirs, in order. False only when memory is out. */
bool narrative_run(struct doc *doc, const struct narrative_patterns *patterns,
                   const struct passage *const *passages, uint32_t count, uint32_t part,
                   uint32_t first, uint32_t last, struct err *err);

#endif
