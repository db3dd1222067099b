/* The wording of a scoring rule: plain text in segments, and the small moves that read it.
 *
 *   比率≤100%，得满分；每增加1%，扣5%的权重分。
 *   [比率≤100%][得满分];[每增加1%][扣5%的权重分];
 *
 * A segment ends at a comma, or is closed by ；。：, a line break or the next
 * mark (① 1. （1）). */
#ifndef HEJI_VALIDATE_WORDING_H
#define HEJI_VALIDATE_WORDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/decimal.h"

/* A longer text is no scoring rule of one row, and is not read. */
enum { WORDING_BYTES = 4096, WORDING_SEGMENTS = 128 };

struct segment {
    struct str text; /* not empty; a slice of the wording's text, its mark taken off */
    bool marked;     /* an enumeration mark stood before it */
    bool closed;     /* more than a comma parts it from the next one */
};

struct wording {
    struct str text; /* without white space, quotes and LaTeX, full-width ASCII and signs made
                      * plain; a line break is ';' */
    bool spaced;     /* it had white space */
    struct segment segments[WORDING_SEGMENTS];
    uint32_t count;
};

/* Reads `raw` as it stands in the document. False when it is longer than the
 * bounds, or memory is out. The text lives in the arena. */
bool wording_read(struct arena *arena, struct str raw, struct wording *out);

/* Takes `word` off the front of `*text`; false, and nothing taken, when it is
 * not there. */
bool wording_take(struct str *text, const char *word);

/* The same off its end. */
bool wording_drop(struct str *text, const char *word);

/* Takes whichever of the NULL-terminated `words` stands in front, the first
 * that fits; false when none does. */
bool wording_take_any(struct str *text, const char *const *words);

/* Takes it off the end. */
bool wording_drop_any(struct str *text, const char *const *words);

/* Whether one of the NULL-terminated `words` occurs in `text`. */
bool wording_has_any(struct str text, const char *const *words);

/* Takes an unsigned decimal, 12 or 0.5, off the front. */
bool wording_number(struct str *text, struct decimal *out);

#endif
