/* UTF-8 (RFC 3629): decoding, checking, and the few character classes that the
 * program needs. */
#ifndef HEJI_BASE_UTF8_H
#define HEJI_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str;

/* The code point at byte `at` (< s.len) of `s`, and its length in bytes in
 * `*size`. A malformed byte gives U+FFFD and size 1. */
uint32_t utf8_decode(struct str s, size_t at, size_t *size);

/* Writes `point` to `out` (room for 4 bytes) and returns its length in
 * bytes. */
size_t utf8_encode(uint32_t point, char *out);

/* Offset of the character that ends just before byte `at` (> 0). */
size_t utf8_before(struct str s, size_t at);

/* Offset of the first byte that is not well-formed UTF-8 (overlong forms and
 * surrogates are not); s.len when all of it is. */
size_t utf8_check(struct str s);

/* White space: ASCII, U+0085, U+00A0, U+2000..U+200B, U+2028, U+2029, U+202F,
 * U+3000, U+FEFF. */
bool utf8_is_space(uint32_t point);

/* A CJK ideograph: U+3400..U+9FFF, U+F900..U+FAFF, U+20000..U+3FFFF. */
bool utf8_is_han(uint32_t point);

/* Terminal columns of `s`: East Asian wide and full-width characters count two
 * (Unicode Standard Annex 11), combining marks and control characters none. */
size_t utf8_width(struct str s);

#endif
