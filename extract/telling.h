/* Tellings: figures whose words tell which quantity of the report they are, so
 * that one quantity told twice can be held against itself. */
#ifndef HEJI_EXTRACT_TELLING_H
#define HEJI_EXTRACT_TELLING_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Fills doc->reading.tellings from tables, fields and prose; mentions and
 * statements must be there. The words are data of the lexicon. A figure whose
 * words or whose surroundings leave open what it is of (another year, one
 * project of a department, a part of a list of unknown kind) is no telling.
 * False only when memory is out. */
bool telling_scan(struct doc *doc, const struct config *config, struct err *err);

#endif
