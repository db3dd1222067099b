/* Scoring rules printed in the table: rule.tiers and score.rule. */
#ifndef HEJI_VALIDATE_CRITERIA_H
#define HEJI_VALIDATE_CRITERIA_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds each scored row against its own scoring rule (validate/criterion.h):
 * what the rule gives for the row's actual rate, or for the pair of figures
 * that the part states once; else whether it can give the score at all.
 * `computed` of a score that cannot be given is the most that the rule gives:
 * which of its awards was meant nobody can tell, and the diagnosis lists them.
 * A rule that is not parsed whole, or needs a figure that is not there, is
 * unverifiable, once a row. False only when memory is out. */
bool criteria_run(struct doc *doc, const struct config *config, struct err *err);

#endif
