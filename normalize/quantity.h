/* From a mention to a value: exact decimal, unit, the amount in 元. */
#ifndef HEJI_NORMALIZE_QUANTITY_H
#define HEJI_NORMALIZE_QUANTITY_H

#include <stdbool.h>

#include "model/doc.h"
#include "model/mention.h"
#include "model/record.h"

/* Makes the quantity of `mention`: a bare number gets its kind from
 * mention->unit when that is set (a header's 万元). `part` stays 0; `at` is
 * the passage's place, in text with the figure's own line. A malformed or
 * unreadable figure (more than LIMIT_NUMBER_DIGITS digits) keeps its text and
 * has `readable` false. False only when memory is out. */
bool quantity_of(struct doc *doc, const struct mention *mention, struct quantity *out);

#endif
