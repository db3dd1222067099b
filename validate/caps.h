/* score.cap: rules that bound the total by the execution rate, as 预算执行率低于60%的,
 * 总分不得超过69分. */
#ifndef HEJI_VALIDATE_CAPS_H
#define HEJI_VALIDATE_CAPS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the first score that a part claims against the lowest cap for its execution
 * rate: caps that the part itself prints come first, then those of a profile that the
 * part cites or the user chose. The rate is that of the part's fund tables, computed
 * where spending and budget are given, else the one that its text states; several that
 * differ make the check unverifiable, and without a rate there is none. False only when
 * memory is out. */
bool caps_run(struct doc *doc, const struct config *config, struct err *err);

#endif
