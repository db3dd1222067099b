/* One number as digits, separators and sign: read exactly, or marked as
 * malformed.
 *
 *   -1,234.50     sign, groups of three digits, fraction
 *   １２３．４    full-width, mixed
 *   13,04.9       misplaced separator: malformed, its digits kept for display
 *
 * Valid grouping is ^\d{1,3}(,\d{3})+(\.\d+)?$. */
#ifndef HEJI_EXTRACT_NUMBER_H
#define HEJI_EXTRACT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* What may belong to a number differs: in a sentence a comma may be punctuation
 * and a blank ends the number; a cell holds one figure only. */
enum number_place { NUMBER_IN_PROSE, NUMBER_IN_CELL };

struct number {
    size_t start, end; /* bytes in the text; the sign is inside, end exclusive */
    struct str plain;  /* "-1234.50"; empty when a digit is of another script or the bytes are
                        * turned (bidirectional controls) */
    bool malformed;
    bool grouped; /* separators stood in it */
    bool integer; /* no point */
    size_t digits;
};

/* Reads the number at byte `at` of `text`, where a sign, a point or a digit
 * stands. False when no digit follows the sign. Linear in the number's
 * length. */
bool number_read(struct arena *arena, struct str text, size_t at, enum number_place place,
                 struct number *out);

/* Whether a minus sign at byte `at` can be one: not between figures, where it
 * is a dash. */
bool number_is_sign(struct str text, size_t at);

#endif
