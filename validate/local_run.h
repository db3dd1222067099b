/* Evaluates the checks that a bureau adds: validate/local.h. */
#ifndef HEJI_VALIDATE_LOCAL_RUN_H
#define HEJI_VALIDATE_LOCAL_RUN_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the record against the rules of the profile that the user chose. A part, table
 * or row in which the claim is not found is left alone; one in which it is found with
 * several values, or an operand is not found, is unverifiable. False only when memory
 * is out. */
bool local_run(struct doc *doc, const struct config *config, struct err *err);

#endif
