/* What the figures of a contradiction tell about its cause. */
#ifndef HEJI_VALIDATE_DIAGNOSIS_H
#define HEJI_VALIDATE_DIAGNOSIS_H

#include "base/arena.h"
#include "base/str.h"
#include "model/doc.h"
#include "validate/judge.h"
#include "validate/relation.h"

/* A likely cause in words of `language`: an operand left out of the claim or
 * counted twice, a slip of the decimal point or unit, two neighbouring digits
 * exchanged, one digit changed. Empty when the figures tell none, when
 * `judgement` is no fail, or when exhausted. */
struct str diagnosis_find(struct arena *arena, const struct relation *relation,
                          const struct judgement *judgement, enum language language);

#endif
