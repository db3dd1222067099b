/* Chinese numerals: 二十三, 两千零五, 一点五, 十二万三千, and
 * the formal 壹佰贰拾叁. */
#ifndef HEJI_MODEL_NUMERAL_H
#define HEJI_MODEL_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* The value 0..9 of a Chinese digit (〇 零 一 两 壹 ...), or -1. */
int numeral_digit(uint32_t point);

/* Length in bytes of the run of numeral characters at byte `at` of `text`; 0
 * when there is none. */
size_t numeral_span(struct str text, size_t at);

/* Reads the numeral at byte `at` into plain decimal text, its length in bytes
 * into `*len`. 万 or 亿 at its end is left to the unit (三千二百万元 is
 * 3200 万元). False when there is none, when it is ambiguous (七八个 is
 * seven or eight, 三百五 has no unit behind its 五) or beyond 10^18. */
bool numeral_read(struct arena *arena, struct str text, size_t at, struct str *plain, size_t *len);

#endif
