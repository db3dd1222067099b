/* text.placeholder: template text that nobody filled in. */
#ifndef HEJI_VALIDATE_BLANKS_H
#define HEJI_VALIDATE_BLANKS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Reports every blank of the reading, the same words once a part. False only
 * when memory is out. */
bool blanks_run(struct doc *doc, const struct config *config, struct err *err);

#endif
