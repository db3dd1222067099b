/* Strings as slices: a pointer and a length, never owned, not NUL-terminated.
 * Text is UTF-8. */
#ifndef HEJI_BASE_STR_H
#define HEJI_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct str {
    const char *ptr; /* may be NULL when len is 0 */
    size_t len;      /* bytes */
};

/* A slice of a string literal; usable in initialisers. */
#define STR(literal) \
    { (literal), sizeof(literal) - 1 }

/* For printf's "%.*s". */
#define STR_ARGS(s) (int)(s).len, (s).ptr ? (s).ptr : ""

/* A slice over a NUL-terminated string, which must outlive it; NULL gives the
 * empty slice. */
static inline struct str str_of(const char *text) {
    return (struct str){text, text ? strlen(text) : 0};
}

/* The bytes [start, end) of `s`; both are clamped to its length. */
struct str str_slice(struct str s, size_t start, size_t end);

/* Byte-wise equality. */
bool str_eq(struct str a, struct str b);

/* Equality with a NUL-terminated string. */
bool str_is(struct str a, const char *b);

/* Byte order as memcmp, the shorter first on a tie: negative, 0 or positive. */
int str_cmp(struct str a, struct str b);

/* Offset in bytes of the first `needle` in `s` at or after `from`; SIZE_MAX
 * when there is none. */
size_t str_find(struct str s, const char *needle, size_t from);

/* Offset of the last `needle` that ends at or before byte `before`; SIZE_MAX
 * when there is none. */
size_t str_rfind(struct str s, const char *needle, size_t before);

/* Whether `needle` occurs in `s`. */
bool str_has(struct str s, const char *needle);

/* Whether `s` begins with `prefix`. */
bool str_starts(struct str s, const char *prefix);

/* Whether `s` ends with `suffix`. */
bool str_ends(struct str s, const char *suffix);

/* `s` without leading and trailing white space: ASCII, U+00A0, U+2000..U+200B,
 * U+3000, U+FEFF. */
struct str str_trim(struct str s);

/* Whether `s` is empty or white space only. */
bool str_blank(struct str s);

/* A copy in the arena, NUL-terminated behind its length; empty when the arena
 * is exhausted. */
struct str str_copy(struct arena *arena, struct str s);

/* A copy without any white space (as str_trim knows it), full-width ASCII made
 * plain (U+FF01..U+FF5E): the form in which labels are compared. Empty when the
 * arena is exhausted. */
struct str str_squeeze(struct arena *arena, struct str s);

/* `count` slices one behind the other in the arena, NUL-terminated behind the
 * length; empty when exhausted. A tenth of the time of str_printf. */
struct str str_join(struct arena *arena, const struct str *parts, size_t count);

/* `mark` and a number in decimal, as q12; otherwise as str_join. */
struct str str_numbered(struct arena *arena, char mark, uint32_t number);

/* printf into the arena; the result is NUL-terminated behind its length. Empty
 * when exhausted. */
struct str str_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
