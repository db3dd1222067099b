/* The lines of a text. */
#ifndef HEJI_INGEST_LINES_H
#define HEJI_INGEST_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct line {
    struct str text; /* without its end */
    uint32_t number; /* 1-based line of the file */
    uint32_t tabs;   /* TAB characters in it */
    bool tab_first;  /* it begins with TAB */
    bool blank;      /* empty or white space without TAB */
    bool page;       /* a form feed (page break) stands before it */
};

struct lines {
    struct line *items;
    size_t count;
};

/* Cuts `text` at LF, CRLF, CR, NEL (U+0085), LS (U+2028) and PS (U+2029), which
 * end a line of the file, and at FF and VT, which do not: what follows them is
 * a line of the same number. The items lie in the arena and point into `text`.
 * ERR_TOO_LARGE beyond LIMIT_TEXT_LINES, ERR_MEMORY when the arena is
 * exhausted. */
bool lines_split(struct arena *arena, struct str text, struct lines *lines, struct err *err);

#endif
