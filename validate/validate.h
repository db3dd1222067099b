/* Stage four: relations found, evaluated, reported. */
#ifndef HEJI_VALIDATE_VALIDATE_H
#define HEJI_VALIDATE_VALIDATE_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Runs every family of rules over doc->record and doc->reading and fills
 * doc->verdict: checks and findings in reading order, coverage. False when
 * memory is out. */
bool validate_run(struct doc *doc, const struct config *config, struct err *err);

#endif
