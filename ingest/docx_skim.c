#define _GNU_SOURCE /* memmem, memrchr */
#include "ingest/docx_skim.h"

#include <string.h>

/* What to do at a '<'. */
enum verdict {
    KEEP, /* it stays */
    DROP, /* [at, *next) goes */
    WAIT, /* more bytes are needed to tell */
    PASS, /* from here on nothing may be left out */
};

void docx_skim_start(struct docx_skim *skim,
                     bool (*fill)(void *, char *, size_t, size_t *, struct err *), void *source) {
    skim->fill = fill;
    skim->source = source;
    skim->passing = skim->rooted = skim->ended = false;
    skim->clean = skim->taken = skim->raw = skim->end = 0;
}

static bool has(const char *from, const char *to, const char *needle) {
    return memmem(from, (size_t)(to - from), needle, strlen(needle)) != NULL;
}

static bool begins(const char *at, const char *to, const char *word) {
    size_t len = strlen(word);
    return (size_t)(to - at) >= len && memcmp(at, word, len) == 0;
}

/* Whether the tag at `at`, inside a w:rPr that ends at `to`, is nothing that the reader looks at. */
static bool is_idle_tag(const char *at, const char *to) {
    const char *name = at + 3, *close;
    if (at[1] == '/')
        return true;
    if (at[1] != 'w' || at[2] != ':')
        return at[1] != '!' && at[1] != '?' && !begins(at + 1, to, "mc:");
    switch (name[0]) {
    case 'v':
        return !begins(name, to, "vanish");
    case 'd':
        return !begins(name, to, "del");
    case 'i':
        return !begins(name, to, "ins");
    case 'm':
        return !begins(name, to, "move");
    case 'r':
        if (begins(name, to, "rStyle") || begins(name, to, "rPr"))
            return false;
        close = memchr(at, '>', (size_t)(to - at));
        /* Symbol, Wingdings, Webdings, in any case of letters */
        return begins(name, to, "rFonts") && close
                   ? !has(at, close, "ymbol") && !has(at, close, "YMBOL") &&
                         !has(at, close, "ings") && !has(at, close, "INGS")
                   : true;
    default:
        return true;
    }
}

/* Whether the inside of a w:rPr holds nothing that the reader looks at. */
static bool is_idle(const char *from, const char *to) {
    for (const char *at = from + 1; (at = memchr(at, '<', (size_t)(to - at))); at++) {
        if (to - at < 4 || !is_idle_tag(at, to))
            return false;
    }
    return true;
}

/* The root's start tag [at, close): w must be bound to one of the two namespaces of WordprocessingML. */
static bool binds_prefix(const char *at, const char *close) {
    return has(at, close,
               "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"") ||
           has(at, close, "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"");
}

static enum verdict judge_run_properties(const char *at, const char *end, const char **next) {
    static const char closing[] = "</w:rPr>";
    if (at[6] == '/') {
        *next = at + strlen("<w:rPr/>");
        return DROP;
    }
    const char *close = memmem(at, (size_t)(end - at), closing, strlen(closing));
    if (!close)
        return WAIT;
    *next = close + strlen(closing);
    return is_idle(at, close) ? DROP : KEEP;
}

/* Judges the tag at `at`, which ends at `close` (its '>'). */
static enum verdict judge(struct docx_skim *skim, const char *at, const char *close,
                          const char **next) {
    bool first = !skim->rooted && at[1] == '?';
    if ((at[1] == '!' || at[1] == '?') && !first)
        return PASS;
    if (!skim->rooted && !first) {
        skim->rooted = true;
        return binds_prefix(at, close) ? KEEP : PASS;
    }
    if (memcmp(at, "<w:rPr", close - at < 6 ? (size_t)(close - at) : 6) != 0)
        return KEEP;
    bool whole = close - at >= 6 && memcmp(at, "<w:rPr", 6) == 0 &&
                 (at + 6 == close || (at[6] == '/' && at + 7 == close));
    return whole ? judge_run_properties(at, skim->window + skim->end, next) : KEEP;
}

/* Whether anything behind the root's tag binds the prefix again. The window ends with a whole tag, so that no
 * binding is cut in two. */
static bool rebinds_prefix(const char *from, const char *to) {
    return from < to && has(from, to, "xmlns:w=");
}

/* The end of the last whole tag in the window. */
static char *last_close(struct docx_skim *skim) {
    char *close = memrchr(skim->window, '>', skim->end);
    return close ? close + 1 : skim->window;
}

/* Goes over the window, moves what stays to its front, and leaves what cannot be told yet. */
static void sweep(struct docx_skim *skim) {
    char *start = skim->window, *end = start + skim->end, *out = start, *kept = start, *at = start;
    char *tags = last_close(skim);
    if (skim->rooted)
        skim->passing |= rebinds_prefix(start, tags);
    while (!skim->passing && at < tags && (at = memchr(at, '<', (size_t)(tags - at)))) {
        const char *close = memchr(at, '>', (size_t)(tags - at)), *next = at + 1;
        bool rooted = skim->rooted;
        enum verdict verdict = judge(skim, at, close, &next);
        if (verdict == WAIT && (skim->ended || (at == start && skim->end == SKIM_BYTES)))
            verdict = PASS;
        if (!rooted && skim->rooted && rebinds_prefix(close, tags))
            verdict = PASS;
        if (verdict == WAIT)
            break;
        skim->passing = verdict == PASS;
        if (verdict == DROP) {
            memmove(out, kept, (size_t)(at - kept));
            out += at - kept;
            kept = start + (next - start);
        }
        at = start + (next - start);
    }
    if (!at || at > tags)
        at = tags;
    /* text behind the last tag may go out, a tag that has begun may not; nothing waits for ever */
    bool stuck = at == start && skim->end == SKIM_BYTES;
    if (skim->passing || skim->ended || stuck) {
        skim->passing = true;
        at = end;
    }
    memmove(out, kept, (size_t)(at - kept));
    out += at - kept;
    skim->clean = (size_t)(out - start);
    skim->raw = (size_t)(at - start);
}

/* Moves what is left to the front of the window, and fills the rest. */
static bool refill(struct docx_skim *skim, struct err *err) {
    size_t left = skim->end - skim->raw, got = 0;
    memmove(skim->window, skim->window + skim->raw, left);
    skim->end = left;
    if (!skim->ended &&
        !skim->fill(skim->source, skim->window + left, SKIM_BYTES - left, &got, err))
        return false;
    skim->ended |= got == 0;
    skim->end += got;
    skim->taken = 0;
    sweep(skim);
    return true;
}

bool docx_skim_fill(void *source, char *buffer, size_t room, size_t *got, struct err *err) {
    struct docx_skim *skim = source;
    while (skim->taken == skim->clean && !(skim->ended && skim->raw == skim->end)) {
        if (!refill(skim, err))
            return false;
    }
    size_t ready = skim->clean - skim->taken;
    *got = ready < room ? ready : room;
    memcpy(buffer, skim->window + skim->taken, *got);
    skim->taken += *got;
    return true;
}
