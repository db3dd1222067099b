/* A stale total: what its figures add to is stated elsewhere in the report. */
#ifndef HEJI_VALIDATE_STALE_H
#define HEJI_VALIDATE_STALE_H

#include "base/str.h"
#include "model/doc.h"
#include "validate/judge.h"
#include "validate/relation.h"

/* In words of `language`, that the computed sum of a contradiction among amounts or
 * scores is a figure which the same part states in another place: an amount of at least
 * four significant digits, or a score that it claims. Empty where it states none, or the
 * arena is exhausted. The first call of a document gathers its figures. */
struct str stale_find(struct doc *doc, const struct relation *relation,
                      const struct judgement *judgement, enum language language);

#endif
