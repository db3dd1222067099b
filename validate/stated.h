/* rate.ratio of rates that are stated apart from their figures. */
#ifndef HEJI_VALIDATE_STATED_H
#define HEJI_VALIDATE_STATED_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the actual values of indicators such as 固定资产利用率 or
 * 资金到位率, and rates of these names in sentences, against the two figures
 * that the part states once elsewhere (validate/paired.h). 财预〔2013〕53号
 * defines what is divided by what. The tie is likely only: a contradiction is a
 * warning, and unverifiable where it is wide, or where a department's own
 * execution rate may leave funds out. False only when memory is out. */
bool stated_run(struct doc *doc, const struct config *config, struct err *err);

#endif
