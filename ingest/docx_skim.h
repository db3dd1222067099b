/* Run properties left out before the XML parser sees them.
 *
 *   <w:r><w:rPr><w:rFonts .../><w:sz w:val="21"/></w:rPr><w:t>98.50</w:t></w:r>
 *        └──────────── half of a typical main part, and nothing of it is read ┘
 *
 * Only whole w:rPr elements go, and only those that hold none of what the reader looks at: hidden text, a
 * style, a symbol font, a tracked change. The bytes must be UTF-8, with the prefix w bound at the root to
 * WordprocessingML and nowhere else; from the first comment, CDATA section, processing instruction, document
 * type or second binding of w on, everything is passed through. What is left out is not checked for
 * well-formedness. */
#ifndef HEJI_INGEST_DOCX_SKIM_H
#define HEJI_INGEST_DOCX_SKIM_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum { SKIM_BYTES = 64 << 10 }; /* window: a tag, or a w:rPr, that exceeds it ends the skimming */

struct docx_skim {
    bool (*fill)(void *source, char *buffer, size_t room, size_t *got, struct err *err);
    void *source;
    bool passing; /* nothing is left out any more */
    bool rooted;  /* the root element has been seen */
    bool ended;   /* `fill` has no more bytes */
    size_t clean; /* window: [taken, clean) is ready to go out */
    size_t taken;
    size_t raw, end; /* window: [raw, end) is still to be looked at */
    char window[SKIM_BYTES];
};

/* Makes `skim` ready to read through `fill` from `source`; both must outlive it. */
void docx_skim_start(struct docx_skim *skim,
                     bool (*fill)(void *, char *, size_t, size_t *, struct err *), void *source);

/* A `fill` as struct xml_reader wants it, over a struct docx_skim: up to `room` bytes into `buffer`, how many
 * into `*got`, 0 at the end. False when the inner `fill` fails. */
bool docx_skim_fill(void *skim, char *buffer, size_t room, size_t *got, struct err *err);

#endif
