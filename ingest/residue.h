/* Residue of other formats in plain text: LaTeX from scanned pages, Markdown,
 * Word's markers. */
#ifndef HEJI_INGEST_RESIDUE_H
#define HEJI_INGEST_RESIDUE_H

#include "base/arena.h"
#include "base/str.h"

/* `line` in its understood form: "$\leq 100\%$" is "≤ 100%", "**指标**" is
 * "指标", and "[bookmark: _GoBack]" is nothing. What is not fully understood
 * stays as it is. Returns `line` itself where there is no residue, else a copy
 * in the arena; empty when that is exhausted. The work is linear in the length
 * of the line. */
struct str residue_resolve(struct arena *arena, struct str line);

#endif
