#include "base/utf8.h"

#include <uniwidth.h>

#include "base/str.h"

static bool is_tail(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* The ranges are those of RFC 3629, section 4: C0 and C1 only make overlong
 * forms, F5 to FF nothing at all. An overlong "/" or a lone surrogate that
 * passed would be another text to the next reader. */
uint32_t utf8_decode(struct str s, size_t at, size_t *size) {
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    size_t left = s.len - at;
    uint32_t point;
    *size = 1;
    if (p[0] < 0x80)
        return p[0];
    if (p[0] >= 0xC2 && p[0] <= 0xDF && left >= 2 && is_tail(p[1])) {
        *size = 2;
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if ((p[0] & 0xF0) == 0xE0 && left >= 3 && is_tail(p[1]) && is_tail(p[2])) {
        point = (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
        if (point >= 0x800 && (point < 0xD800 || point > 0xDFFF)) {
            *size = 3;
            return point;
        }
    }
    if ((p[0] & 0xF8) == 0xF0 && left >= 4 && is_tail(p[1]) && is_tail(p[2]) && is_tail(p[3])) {
        point = (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 |
                (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
        if (point >= 0x10000 && point <= 0x10FFFF) {
            *size = 4;
            return point;
        }
    }
    return 0xFFFD;
}

size_t utf8_encode(uint32_t point, char *out) {
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

/* At most three tails belong to a character: a run of stray tails must not make
 * this walk to the beginning of the text. */
size_t utf8_before(struct str s, size_t at) {
    size_t start = at - 1;
    while (start > 0 && at - start < 4 && is_tail((unsigned char)s.ptr[start]))
        start--;
    return start;
}

size_t utf8_check(struct str s) {
    size_t at = 0, size;
    while (at < s.len) {
        if ((unsigned char)s.ptr[at] < 0x80) {
            at++;
            continue;
        }
        /* U+FFFD written out is well-formed: only size 1 marks a bad byte */
        utf8_decode(s, at, &size);
        if (size == 1)
            return at;
        at += size;
    }
    return at;
}

/* Wider than White_Space of Unicode by U+200B and U+FEFF, which Word and web
 * pages leave between words; narrower by U+1680, which no Chinese report
 * has. */
bool utf8_is_space(uint32_t point) {
    if (point < 0x80)
        return point == ' ' || (point >= '\t' && point <= '\r');
    return point == 0x85 || point == 0xA0 || (point >= 0x2000 && point <= 0x200B) ||
           point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x3000 ||
           point == 0xFEFF;
}

/* The unified ideographs with extension A, the compatibility ideographs, and
 * the two supplementary planes reserved for ideographs. */
bool utf8_is_han(uint32_t point) {
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0xF900 && point <= 0xFAFF) ||
           (point >= 0x20000 && point <= 0x3FFFF);
}

size_t utf8_width(struct str s) {
    size_t width = 0;
    for (size_t at = 0, size; at < s.len; at += size) {
        /* UAX #11: ambiguous characters (①, “, ×) count one, as terminals
         * in UTF-8 show them. */
        int columns = uc_width(utf8_decode(s, at, &size), "UTF-8");
        if (columns > 0)
            width += (size_t)columns;
    }
    return width;
}
