/* What the figures of a contradiction tell about its cause. */
#ifndef HEJI_VALIDATE_DIAGNOSIS_H
#define HEJI_VALIDATE_DIAGNOSIS_H

#include "base/arena.h"
#include "base/str.h"
#include "model/doc.h"
#include "validate/judge.h"
#include "validate/relation.h"

/* A likely cause in words of `language`, told only where one thing alone explains the
 * difference in full. Of a sum: an operand left out or counted twice, the wrong sign of
 * the claim or of an operand, a slip of the decimal point or unit in either, digits
 * exchanged in either, one digit of the claim changed. Of a rate: numerator and
 * denominator exchanged, or another of relation->others in the place of one of them.
 * Empty when the figures tell none, when `judgement` is no fail, or when exhausted. */
struct str diagnosis_find(struct arena *arena, const struct relation *relation,
                          const struct judgement *judgement, enum language language);

#endif
