/* Characters that figures are written with, and those that hide in them. */
#ifndef HEJI_MODEL_GLYPH_H
#define HEJI_MODEL_GLYPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* The value of an ASCII or full-width digit (U+FF10..U+FF19), or -1. */
int glyph_digit(uint32_t point);

/* A digit of another script or style (Arabic-Indic, Devanagari, mathematical):
 * it looks like a figure, but reports are not written with it. */
bool glyph_is_foreign_digit(uint32_t point);

/* Characters without width: soft hyphen, zero-width space and joiners, word
 * joiner, BOM, direction marks (U+00AD, U+200B..U+200F, U+2060..U+2064,
 * U+FEFF). */
bool glyph_is_invisible(uint32_t point);

/* Characters that turn the direction of what follows (U+202A..U+202E,
 * U+2066..U+2069), so that the eye reads another figure than the bytes say. */
bool glyph_is_turning(uint32_t point);

/* The first byte at or after `at` that is no blank: no space (line feed and tab
 * are none), no invisible character. */
size_t glyph_skip(struct str text, size_t at);

/* The end of the text before byte `at` when blanks just before it are taken
 * off. */
size_t glyph_skip_back(struct str text, size_t at);

/* The code point that ends just before byte `at`, or 0 at the start of the
 * text. */
uint32_t glyph_before(struct str text, size_t at);

/* The code point at byte `at`, or 0 at the end of the text. */
uint32_t glyph_at(struct str text, size_t at);

#endif
