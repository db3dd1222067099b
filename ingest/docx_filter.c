#define _GNU_SOURCE /* memmem */
#include "ingest/docx_filter.h"

#include <assert.h>
#include <string.h>

#include "base/str.h"

static const struct str opening = STR("<w:rPr>"), closing = STR("</w:rPr>");

enum { LOOK_AHEAD = 12 }; /* bytes that tell the longest name: "<w:moveFrom" and one more */

enum verdict {
    DROP, /* nothing in the element is read */
    KEEP,
    MORE, /* its end is not in the buffer yet */
};

void docx_filter_init(struct docx_filter *filter,
                      bool (*fill)(void *source, char *buffer, size_t room, size_t *got,
                                   struct err *err),
                      void *source) {
    filter->fill = fill;
    filter->source = source;
    filter->begun = filter->active = filter->ended = false;
    filter->held = 0;
}

static bool starts(const char *at, const char *end, struct str word) {
    return (size_t)(end - at) >= word.len && memcmp(at, word.ptr, word.len) == 0;
}

static bool has(const char *at, const char *end, const char *word) {
    return memmem(at, (size_t)(end - at), word, strlen(word)) != NULL;
}

/* Prefix w must mean WordprocessingML, and the bytes must be UTF-8. */
static bool is_plain(struct str head) {
    return str_starts(head, "<") &&
           (str_has(head, "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
                          "main\"") ||
            str_has(head, "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""));
}

/* Only in symbol fonts do characters stand for others. */
static enum verdict judge_fonts(const char *tag, const char *end) {
    const char *close = memchr(tag, '>', (size_t)(end - tag));
    if (!close)
        return MORE;
    return has(tag, close, "=\"Symbol") || has(tag, close, "=\"Wingdings") ? KEEP : DROP;
}

/* One tag inside w:rPr, of which LOOK_AHEAD bytes are there. */
static enum verdict judge_tag(const char *tag, const char *end) {
    if (tag[1] == '/')
        return tag[2] == 'w' ? DROP : KEEP;
    if (tag[1] != 'w')
        return KEEP; /* markup compatibility, comments, whatever else */
    if (tag[2] != ':')
        return DROP; /* w14: and its like, which hold effects only */
    switch (tag[3]) {
    case 'r':
        return tag[4] == 'F' ? judge_fonts(tag, end) : tag[4] == 'S' || tag[4] == 'P' ? KEEP : DROP;
    case 'v':
        return tag[4] == 'a' ? KEEP : DROP;
    case 'd':
        return tag[4] == 'e' ? KEEP : DROP;
    case 'm':
        return KEEP;
    default:
        return DROP;
    }
}

/* Whether the w:rPr whose content begins at `at` can be dropped; `*after` is then its end. */
static enum verdict judge(const char *at, const char *end, const char **after) {
    for (;;) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        if (!tag || end - tag < LOOK_AHEAD)
            return MORE;
        if (starts(tag, end, closing)) {
            *after = tag + closing.len;
            return DROP;
        }
        enum verdict verdict = judge_tag(tag, end);
        if (verdict != DROP)
            return verdict;
        at = tag + 1;
    }
}

/* Copies what is to be parsed from raw[0, held) to `out` and moves the rest, which needs more
 * bytes to be judged, to the front of `raw`. */
static size_t pass(struct docx_filter *filter, char *out) {
    const char *end = filter->raw + filter->held, *copied = filter->raw, *after = NULL;
    const char *at = filter->raw, *stop = end;
    size_t len = 0;
    while (filter->active && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
        if (end - at < LOOK_AHEAD) {
            stop = at;
            break;
        }
        bool declaration = filter->begun && (at[1] == '!' || at[1] == '?');
        filter->begun = true;
        filter->active = !declaration;
        if (!starts(at, end, opening)) {
            at++;
            continue;
        }
        enum verdict verdict = judge(at + opening.len, end, &after);
        if (verdict == MORE && at != filter->raw) {
            stop = at;
            break;
        }
        if (verdict != DROP) {
            at++;
            continue;
        }
        memcpy(out + len, copied, (size_t)(at - copied));
        len += (size_t)(at - copied);
        copied = at = after;
    }
    if (filter->ended)
        stop = end;
    memcpy(out + len, copied, (size_t)(stop - copied));
    len += (size_t)(stop - copied);
    filter->held = (size_t)(end - stop);
    memmove(filter->raw, stop, filter->held);
    return len;
}

bool docx_filter_fill(void *source, char *buffer, size_t room, size_t *got, struct err *err) {
    struct docx_filter *filter = source;
    assert(room >= XML_PIECE_BYTES);
    *got = 0;
    while (*got == 0 && !(filter->ended && filter->held == 0)) {
        size_t more = 0;
        if (!filter->ended) {
            if (!filter->fill(filter->source, filter->raw + filter->held,
                              XML_PIECE_BYTES - filter->held, &more, err))
                return false;
            filter->ended = more == 0;
        }
        filter->held += more;
        if (!filter->begun)
            filter->active = is_plain((struct str){filter->raw, filter->held});
        *got = pass(filter, buffer);
    }
    return true;
}
