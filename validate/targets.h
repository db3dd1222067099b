/* Targets against what was done: value.echo, rate.unit, score.target. */
#ifndef HEJI_VALIDATE_TARGETS_H
#define HEJI_VALIDATE_TARGETS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds target and actual value of every row of indicators, scored or not,
 * against each other: an actual that only repeats the target's inequality, a
 * rate stated in money or counts, and full marks for a target that was missed
 * (validate/earned.h). Where words stand beside the money or the count, they
 * may explain it, and nothing is said. False only when memory is out. */
bool targets_run(struct doc *doc, const struct config *config, struct err *err);

#endif
