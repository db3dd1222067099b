/* grade.band: the grade of a report against its score. */
#ifndef HEJI_VALIDATE_GRADES_H
#define HEJI_VALIDATE_GRADES_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds each grade that a part claims against the score that stands nearest to
 * it: in the same passage, in the same table, else the part's first. Bands
 * printed in the part come first, then bands printed elsewhere in the document,
 * then those of the part's profile (validate/profiles.h). A grade that is no word of the
 * bands, a score on a scale other than 100, and a score that no band holds are
 * unverifiable. False only when memory is out. */
bool grades_run(struct doc *doc, const struct config *config, struct err *err);

#endif
