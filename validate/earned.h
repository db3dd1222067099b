/* score.target: full marks for a target that was missed. */
#ifndef HEJI_VALIDATE_EARNED_H
#define HEJI_VALIDATE_EARNED_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"
#include "validate/pair.h"

/* Holds a row that has all of its points against its target
 * (财预〔2020〕10号: a quantitative target that was not met earns points x
 * actual / target). A target without ≥ or ≤ is a lower bound only where the
 * name says so, else the check is unverifiable, as it is where the row's own
 * scoring rule draws lines of its own. Rows without score, bonus rows and words
 * are left alone. False only when memory is out. */
bool earned_check(struct doc *doc, const struct config *config, const struct pair *pair,
                  struct err *err);

#endif
