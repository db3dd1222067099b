/* Automatic numbers as text: the formats of ISO/IEC 29500-1 17.18.59
 * (ST_NumberFormat) that Chinese documents use. */
#ifndef HEJI_INGEST_NUMBERING_H
#define HEJI_INGEST_NUMBERING_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum numbering_format {
    NUMBERING_DECIMAL, /* 1, 2, 3; also stands for the formats that are not known */
    NUMBERING_NONE,    /* no number at all */
    NUMBERING_BULLET,  /* a mark instead of a number */
    NUMBERING_DECIMAL_ZERO,
    NUMBERING_DECIMAL_FULL_WIDTH,
    NUMBERING_IN_DASH,
    NUMBERING_UPPER_ROMAN,
    NUMBERING_LOWER_ROMAN,
    NUMBERING_UPPER_LETTER,
    NUMBERING_LOWER_LETTER,
    NUMBERING_CHINESE_COUNTING,          /* 九十九, then digit by digit: 一○○ */
    NUMBERING_CHINESE_COUNTING_THOUSAND, /* 一百二十三 */
    NUMBERING_CHINESE_LEGAL_SIMPLIFIED,  /* 壹佰贰拾叁 */
    NUMBERING_CHINESE_LEGAL_TRADITIONAL, /* 壹佰貳拾參 */
    NUMBERING_IDEOGRAPH_DIGITAL,         /* 一二三 for 123 */
    NUMBERING_HEAVENLY_STEMS,            /* 甲 to 癸 */
    NUMBERING_EARTHLY_BRANCHES,          /* 子 to 亥 */
    NUMBERING_ENCLOSED_CIRCLE,           /* ① to ⑳ */
    NUMBERING_ENCLOSED_PAREN,            /* ⑴ to ⒇ */
    NUMBERING_ENCLOSED_FULLSTOP,         /* ⒈ to ⒛ */
    NUMBERING_IDEOGRAPH_CIRCLE,          /* ㊀ to ㊉ */
};

enum { NUMBERING_ROOM = 128 }; /* bytes that any number needs at the most, with its NUL */

/* The format that w:numFmt calls `name`. */
enum numbering_format numbering_parse(struct str name);

/* Writes `number` in `format`, NUL-terminated, and returns its length in bytes.
 * A number that the format has no sign for is written in decimal. */
size_t numbering_write(int32_t number, enum numbering_format format, char out[NUMBERING_ROOM]);

#endif
