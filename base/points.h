/* Sets of characters, and a fast way through a text to the next one of a set:
 * an expression is then tried where it can begin, not at each character. */
#ifndef HEJI_BASE_POINTS_H
#define HEJI_BASE_POINTS_H

#include <stddef.h>

#include "base/str.h"

/* One bit for each code point below U+10000; all beyond are in every set.
 * Zero-initialised it is empty. */
struct points {
    unsigned char bits[0x10000 / 8];
};

/* Adds the characters of `all` to the set. */
void points_add(struct points *points, struct str all);

/* The offset of the first character at or after byte `at` of well-formed `text`
 * that is in the set; text.len when there is none. */
size_t points_next(const struct points *points, struct str text, size_t at);

/* The same, or the start of a line, whichever comes first. */
size_t points_next_or_line(const struct points *points, struct str text, size_t at);

#endif
