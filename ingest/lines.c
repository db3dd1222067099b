/*   LF 0A   CRLF 0D 0A   CR 0D   NEL C2 85   LS E2 80 A8   PS E2 80 A9   end a line
 *   FF 0C   VT 0B                                                        cut within a line */
#include "ingest/lines.h"

#include "base/limits.h"
#include "base/utf8.h"

/* Length of the line end or cut at byte `at`, 0 when none is there. */
static size_t end_at(struct str s, size_t at) {
    const char *p = s.ptr + at;
    size_t left = s.len - at;
    if (*p == '\r')
        return left > 1 && p[1] == '\n' ? 2 : 1;
    if (*p == '\n' || *p == '\f' || *p == '\v')
        return 1;
    if (*p == '\xC2')
        return left > 1 && p[1] == '\x85' ? 2 : 0;
    if (*p == '\xE2')
        return left > 2 && p[1] == '\x80' && (p[2] == '\xA8' || p[2] == '\xA9') ? 3 : 0;
    return 0;
}

/* What the layouts ask of a line again and again is found out once. */
static struct line measure(struct str text, uint32_t number, bool page) {
    struct line line = {.text = text, .number = number, .page = page};
    for (const char *p = text.ptr, *end = text.ptr + text.len;
         p < end && (p = memchr(p, '\t', (size_t)(end - p))); p++)
        line.tabs++;
    line.tab_first = text.len > 0 && text.ptr[0] == '\t';
    line.blank = line.tabs == 0 && str_blank(text);
    return line;
}

/* Numbers are those an editor shows. Most editors and wc do not count a form
 * feed as a line end, so what follows it keeps the number. */
bool lines_split(struct arena *arena, struct str text, struct lines *lines, struct err *err) {
    VEC(struct line) list = {0};
    uint32_t number = 1;
    bool page = false;
    for (size_t start = 0, at = 0; start < text.len; start = at) {
        size_t size = 0;
        while (at < text.len && (size = end_at(text, at)) == 0)
            at++;
        struct line line = measure(str_slice(text, start, at), number, page);
        char end = size > 0 ? text.ptr[at] : '\n';
        bool cut = end == '\f' || end == '\v';
        bool kept = line.text.len > 0 || !cut; /* nothing before a cut is no blank line */
        if (kept && !VEC_PUSH(arena, &list, line))
            return arena_check(arena, err);
        if (list.count > LIMIT_TEXT_LINES)
            return err_set(err, ERR_TOO_LARGE, 0, "more than %u lines", LIMIT_TEXT_LINES);
        page = end == '\f' || (page && !kept);
        number += !cut;
        at += size;
    }
    lines->items = list.items;
    lines->count = list.count;
    return true;
}
