/* A relation written out for the reader. */
#ifndef HEJI_VALIDATE_FORMULA_H
#define HEJI_VALIDATE_FORMULA_H

#include "base/arena.h"
#include "base/str.h"
#include "validate/judge.h"
#include "validate/relation.h"

/* The relation with its outcome:
 *
 *   3913.19 + 4513.39 = 8426.58
 *   30 + 30 + 29.99 = 89.99 ≠ 89.97
 *   95.12 + 12.29 = 107.41 ≈ 107.4
 *   354427.04 ÷ 359849.46 × 100 % = 98.49 %
 *   9 > 8
 *   84.47 → 良 ≠ 优
 *   98% < 100%
 *
 * Units stand behind the figures where they differ. Of more than twelve operands the middle is
 * left out and their number follows in brackets: 1 + 2 + … + 20 [20] = 210. Empty when the
 * relation could not be evaluated, or when exhausted. */
struct str formula_write(struct arena *arena, const struct relation *relation,
                         const struct judgement *judgement);

#endif
