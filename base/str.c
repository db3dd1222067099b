#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include "base/utf8.h"

struct str str_slice(struct str s, size_t start, size_t end) {
    if (end > s.len)
        end = s.len;
    if (start > end)
        start = end;
    return (struct str){s.ptr ? s.ptr + start : NULL, end - start};
}

bool str_eq(struct str a, struct str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

int str_cmp(struct str a, struct str b) {
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;
    if (order != 0)
        return order;
    return a.len < b.len ? -1 : a.len > b.len;
}

/* memmem of the C library is linear in both lengths; a naive search would be
 * quadratic on 200,000 equal bytes. */
/* Words here are short and mostly Chinese, whose third byte tells most of them
 * apart: to look for that byte and compare is several times as fast as memmem,
 * which prepares a table for each call. */
size_t str_find(struct str s, const char *needle, size_t from) {
    size_t len = strlen(needle), probe = len >= 3 ? 2 : 0;
    if (from > s.len || s.len == 0 || len > s.len - from)
        return SIZE_MAX;
    if (len == 0)
        return from;
    const char *at = s.ptr + from + probe, *end = s.ptr + s.len - (len - probe) + 1;
    while (at < end && (at = memchr(at, needle[probe], (size_t)(end - at)))) {
        if (memcmp(at - probe, needle, len) == 0)
            return (size_t)(at - probe - s.ptr);
        at++;
    }
    return SIZE_MAX;
}

size_t str_rfind(struct str s, const char *needle, size_t before) {
    size_t len = strlen(needle);
    if (before > s.len)
        before = s.len;
    for (size_t at = before; at >= len && at > 0; at--) {
        if (len == 0 ||
            (s.ptr[at - len] == needle[0] && memcmp(s.ptr + at - len, needle, len) == 0))
            return at - len;
    }
    return SIZE_MAX;
}

bool str_has(struct str s, const char *needle) {
    return str_find(s, needle, 0) != SIZE_MAX;
}

bool str_is(struct str a, const char *b) {
    size_t len = strlen(b);
    return a.len == len && (len == 0 || memcmp(a.ptr, b, len) == 0);
}

bool str_starts(struct str s, const char *prefix) {
    size_t len = strlen(prefix);
    return s.len >= len && (len == 0 || memcmp(s.ptr, prefix, len) == 0);
}

bool str_ends(struct str s, const char *suffix) {
    size_t len = strlen(suffix);
    return s.len >= len && (len == 0 || memcmp(s.ptr + s.len - len, suffix, len) == 0);
}

struct str str_trim(struct str s) {
    size_t size;
    while (s.len > 0 && utf8_is_space(utf8_decode(s, 0, &size)))
        s = str_slice(s, size, s.len);
    while (s.len > 0) {
        size_t last = utf8_before(s, s.len);
        if (!utf8_is_space(utf8_decode(s, last, &size)))
            break;
        s.len = last;
    }
    return s;
}

bool str_blank(struct str s) {
    return str_trim(s).len == 0;
}

struct str str_copy(struct arena *arena, struct str s) {
    char *copy = arena_alloc(arena, s.len + 1);
    if (!copy)
        return (struct str){0};
    if (s.len > 0)
        memcpy(copy, s.ptr, s.len);
    return (struct str){copy, s.len};
}

/* Whether a white space or a full-width form beyond ASCII may begin with the
 * byte: C2, E2, E3 and EF. All else is copied as it stands. */
static bool may_squeeze(unsigned char byte) {
    return byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

struct str str_squeeze(struct arena *arena, struct str s) {
    char *copy = arena_alloc(arena, s.len + 1);
    size_t len = 0;
    if (!copy)
        return (struct str){0};
    for (size_t at = 0, size; at < s.len; at += size) {
        unsigned char byte = (unsigned char)s.ptr[at];
        size = 1;
        uint32_t point = may_squeeze(byte) ? utf8_decode(s, at, &size) : byte;
        if (size == 1 && byte > ' ') {
            copy[len++] = (char)byte;
        } else if (utf8_is_space(point)) {
            continue;
        } else if (point >= 0xFF01 && point <= 0xFF5E) {
            /* Full-width forms stand exactly 0xFEE0 above ASCII: （ is U+FF08, (
             * is U+0028. A label may have either, even within one table. */
            copy[len++] = (char)(point - 0xFEE0);
        } else {
            memcpy(copy + len, s.ptr + at, size);
            len += size;
        }
    }
    return (struct str){copy, len};
}

struct str str_join(struct arena *arena, const struct str *parts, size_t count) {
    size_t len = 0;
    for (size_t i = 0; i < count; i++)
        len += parts[i].len;
    char *text = arena_alloc(arena, len + 1);
    if (!text)
        return (struct str){0};
    char *end = text;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].len > 0)
            memcpy(end, parts[i].ptr, parts[i].len);
        end += parts[i].len;
    }
    return (struct str){text, len};
}

struct str str_numbered(struct arena *arena, char mark, uint32_t number) {
    char text[1 + 10]; /* of 32 bits */
    size_t at = sizeof text;
    do
        text[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    text[--at] = mark;
    return str_copy(arena, (struct str){text + at, sizeof text - at});
}

struct str str_printf(struct arena *arena, const char *format, ...) {
    char brief[240]; /* nearly all fit: one pass over the format instead of two */
    va_list args;
    va_start(args, format);
    int len = vsnprintf(brief, sizeof brief, format, args);
    va_end(args);
    char *text = len < 0 ? NULL : arena_alloc(arena, (size_t)len + 1);
    if (!text)
        return (struct str){0};
    if ((size_t)len < sizeof brief) {
        memcpy(text, brief, (size_t)len);
        return (struct str){text, (size_t)len};
    }
    va_start(args, format);
    vsnprintf(text, (size_t)len + 1, format, args);
    va_end(args);
    return (struct str){text, (size_t)len};
}
