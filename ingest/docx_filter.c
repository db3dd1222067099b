#include "ingest/docx_filter.h"

#include <assert.h>
#include <string.h>

#include "base/str.h"

/* Elements that hold formatting. None of them holds text. */
static const struct element {
    struct str opening, closing;
} elements[] = {
    {STR("<w:rPr>"), STR("</w:rPr>")},
    {STR("<w:pPr>"), STR("</w:pPr>")},
    {STR("<w:tcBorders>"), STR("</w:tcBorders>")},
    {STR("<w:tcMar>"), STR("</w:tcMar>")},
    {STR("<w:tblBorders>"), STR("</w:tblBorders>")},
    {STR("<w:tblCellMar>"), STR("</w:tblCellMar>")},
};

enum { LOOK_AHEAD = 16 }; /* bytes that tell the longest opening, and one more */

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

/* Not str_starts: `at` points into the buffer, of which any part may be
 * missing. */
static bool starts(const char *at, const char *end, struct str word) {
    return (size_t)(end - at) >= word.len && memcmp(at, word.ptr, word.len) == 0;
}

/* Prefix w must mean WordprocessingML, and the bytes must be UTF-8. */
static bool is_plain(struct str head) {
    return str_starts(head, "<") &&
           (str_has(head, "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/"
                          "main\"") ||
            str_has(head, "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\""));
}

/* As the attribute begins: w:ascii="Wingdings 2" is meant too. */
static const struct str symbol = STR("\"Symbol"), wingdings = STR("\"Wingdings");

/* Only in symbol fonts do characters stand for others. */
static enum verdict judge_fonts(const char *tag, const char *end) {
    for (; tag < end && *tag != '>'; tag++) {
        if (tag[0] == '"' && (starts(tag, end, symbol) || starts(tag, end, wingdings)))
            return KEEP;
    }
    return tag < end ? DROP : MORE;
}

static bool is_named(const char *name, const char *end, const char *word) {
    return starts(name, end, str_of(word));
}

/* Children of properties, by their first letter, that the reader looks at. */
static enum verdict judge_name(const char *name, const char *tag, const char *end) {
    switch (name[0]) {
    case 'r': /* rStyle, rPrChange; rPr itself holds its own children */
        if (name[1] == 'F')
            return judge_fonts(tag, end);
        return name[1] == 'S' || is_named(name, end, "rPrC") ? KEEP : DROP;
    case 'v': /* vanish, not vertAlign */
        return name[1] == 'a' ? KEEP : DROP;
    case 'd': /* del, not dstrike */
        return name[1] == 'e' ? KEEP : DROP;
    case 'm': /* moveFrom, moveTo */
        return is_named(name, end, "move") ? KEEP : DROP;
    case 'p': /* pStyle, pPrChange, not pBdr */
        return name[1] == 'S' || name[1] == 'P' ? KEEP : DROP;
    case 'n': /* numPr, numberingChange */
        return is_named(name, end, "num") ? KEEP : DROP;
    case 'o': /* outlineLvl, not overflowPunct */
        return name[1] == 'u' && name[2] == 't' && name[3] == 'l' && name[4] == 'i' &&
                       name[7] == 'L'
                   ? KEEP
                   : DROP;
    case 's': /* sectPr may hold anything */
        return name[1] == 'e' ? KEEP : DROP;
    default:
        return DROP;
    }
}

/* One tag inside properties, of which LOOK_AHEAD bytes are there. */
static enum verdict judge_tag(const char *tag, const char *end) {
    if (tag[1] == '/')
        return tag[2] == 'w' ? DROP : KEEP;
    if (tag[1] != 'w')
        return KEEP; /* markup compatibility, comments, whatever else */
    if (tag[2] != ':')
        return DROP; /* w14: and its like, which hold effects only */
    return judge_name(tag + 3, tag, end);
}

static const struct element *element_at(const char *tag, const char *end) {
    /* w:rPr, w:pPr, w:tc..., w:tbl...: most tags are none of these and leave
     * here */
    char first = tag[3], second = tag[4];
    bool likely = first == 't' ? second == 'c' || second == 'b'
                               : (first == 'r' || first == 'p') && second == 'P';
    if (tag[1] != 'w' || tag[2] != ':' || !likely)
        return NULL;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (starts(tag, end, elements[i].opening))
            return &elements[i];
    }
    return NULL;
}

/* Whether the element that begins at `at` can be dropped; `*after` is then its
 * end. */
static enum verdict judge(const struct element *element, const char *at, const char *end,
                          const char **after) {
    for (at += element->opening.len;;) {
        const char *tag = memchr(at, '<', (size_t)(end - at));
        if (!tag || end - tag < LOOK_AHEAD)
            return MORE;
        if (tag[1] == '/' && starts(tag, end, element->closing)) {
            *after = tag + element->closing.len;
            return DROP;
        }
        enum verdict verdict = judge_tag(tag, end);
        if (verdict != DROP)
            return verdict;
        at = tag + 1;
    }
}

/* Whether an empty element of cell, row or table formatting begins at `tag`, of
 * which the reader looks at nothing: a third of the elements that are left once
 * the properties are gone. */
static bool is_leaf(const char *tag) {
    static const struct str leaves[] = {
        STR("<w:tcW "),          STR("<w:vAlign "),   STR("<w:shd "), STR("<w:noWrap/"),
        STR("<w:noWrap "),       STR("<w:trHeight "), STR("<w:jc "),  STR("<w:proofErr "),
        STR("<w:lsdException "), /* hundreds in styles.xml */
    };
    if (tag[1] != 'w' || tag[2] != ':' || !strchr("tvsnjpl", tag[3]))
        return false;
    for (size_t i = 0; i < sizeof leaves / sizeof *leaves; i++) {
        if (tag[3] == leaves[i].ptr[3] && memcmp(tag, leaves[i].ptr, leaves[i].len) == 0)
            return true;
    }
    return false;
}

/* What is to be done with the tag at `at`, of which LOOK_AHEAD bytes are there;
 * `*after` is behind what is dropped. */
static enum verdict judge_at(const char *at, const char *end, const char **after) {
    const struct element *element = element_at(at, end);
    if (element)
        return judge(element, at, end, after);
    if (!is_leaf(at))
        return KEEP;
    const char *close = memchr(at, '>', (size_t)(end - at));
    if (!close)
        return MORE;
    *after = close + 1;
    return close[-1] == '/' ? DROP : KEEP;
}

/* Copies what is to be parsed from raw[0, held) to `out` and moves the rest,
 * which needs more bytes to be judged, to the front of `raw`. */
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
        enum verdict verdict = judge_at(at, end, &after);
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

/* Nothing but an end may give 0 bytes, so a piece that holds formatting only is
 * followed by the next one at once. */
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
