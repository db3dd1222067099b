/* amount.claims of what a sentence says again: budget, spending and rate. */
#ifndef HEJI_VALIDATE_ECHO_H
#define HEJI_VALIDATE_ECHO_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Two rates of one part that share the rate and one of their two amounts are
 * told of one thing, whatever it is called: the other amounts must agree where
 * they look alike (validate/twin.h). Amounts of less than five digits tell
 * nothing. False only when memory is out. */
bool echo_run(struct doc *doc, const struct config *config, struct err *err);

#endif
