#include "base/points.h"

#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"

/* A set is made once from the first characters of an expression, so this need
 * not be fast. */
void points_add(struct points *points, struct str all) {
    for (size_t at = 0, size; at < all.len; at += size) {
        uint32_t point = utf8_decode(all, at, &size);
        if (point > 0xFFFF)
            continue; /* in every set as it is, and beyond the bits */
        points->bits[point >> 3] |= (unsigned char)(1u << (point & 7));
    }
}

/* utf8_decode for text known to be well-formed, where nearly all is ASCII or
 * Han: these loops see every character of a document. */
static inline uint32_t decode(struct str text, size_t at, size_t *size) {
    const unsigned char *p = (const unsigned char *)text.ptr + at;
    if (p[0] < 0x80) {
        *size = 1;
        return p[0];
    }
    if ((p[0] & 0xF0) == 0xE0 && text.len - at >= 3) {
        *size = 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    return utf8_decode(text, at, size);
}

static inline bool holds(const struct points *points, uint32_t point) {
    return point > 0xFFFF || (points->bits[point >> 3] >> (point & 7) & 1);
}

size_t points_next(const struct points *points, struct str text, size_t at) {
    for (size_t size; at < text.len; at += size) {
        if (holds(points, decode(text, at, &size)))
            return at;
    }
    return text.len;
}

size_t points_next_or_line(const struct points *points, struct str text, size_t at) {
    bool line = at == 0 || text.ptr[at - 1] == '\n';
    for (size_t size; at < text.len; at += size) {
        uint32_t point = decode(text, at, &size);
        if (line || holds(points, point))
            return at;
        line = point == '\n';
    }
    return text.len;
}
