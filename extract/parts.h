/* Parts: where one report of the file ends and the next begins, and what each
 * is about. */
#ifndef HEJI_EXTRACT_PARTS_H
#define HEJI_EXTRACT_PARTS_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/facts.h"

/* Fills doc->reading.parts and block_parts, and sets the part of every section
 * and field. The sections and fields of all tables must be there. Annexes
 * (评分表, 指标体系) go to the report of their kind. False only when
 * memory is out. */
bool parts_find(struct doc *doc, const struct config *config, struct facts *facts, struct err *err);

#endif
