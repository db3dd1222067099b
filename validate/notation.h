/* amount.notation: malformed numbers, as 13,04.9. */
#ifndef HEJI_VALIDATE_NOTATION_H
#define HEJI_VALIDATE_NOTATION_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Reports the malformed mentions that are money, or plain figures with both a
 * group separator and a point. Groups have three digits: GB/T 15835-2011,
 * 5.1.1. False only when memory is out. */
bool notation_run(struct doc *doc, const struct config *config, struct err *err);

#endif
