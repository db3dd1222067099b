/* Targets against what was done: value.echo, rate.unit, score.target. */
#ifndef HEJI_VALIDATE_TARGETS_H
#define HEJI_VALIDATE_TARGETS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds target and actual value of every indicator, scored or not, against each other: an actual
 * that only repeats the target's inequality, a rate stated in money or counts, and full marks for a
 * target that was missed (财预〔2020〕10号: a quantitative target that was not met earns points x
 * actual / target). A bare target is a lower bound only where the name tells so; where the row's own
 * scoring rule draws lines of its own, a miss is unverifiable. False only when memory is out. */
bool targets_run(struct doc *doc, const struct config *config, struct err *err);

#endif
