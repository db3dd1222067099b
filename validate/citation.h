/* Document numbers, as 财预〔2020〕10号: which rules a report names. */
#ifndef HEJI_VALIDATE_CITATION_H
#define HEJI_VALIDATE_CITATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct citation {
    struct str before; /* the text before the bracket; the issuer's sign stands at its end */
    struct str year;   /* four digits */
    struct str number; /* digits, without leading zeros */
};

/* The next document number in `text` from byte `*at` on, in any brackets, with or
 * without 第; `*at` then stands behind it. False when there is none. */
bool citation_next(struct str text, size_t *at, struct citation *out);

/* Whether both are the same document: equal year and number, and the sign of
 * `named` (which begins with it, as a list of ours has it) ends the other's text. */
bool citation_is(const struct citation *citation, const struct citation *named);

#endif
