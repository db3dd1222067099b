/* Leaves formatting that bears on no text out of a part before it is parsed.
 *
 * In documents as Word and WPS write them, most of the XML is formatting: fonts, sizes, languages,
 * spacing, borders. To parse it costs more than all that comes after. Properties of runs and
 * paragraphs, borders, margins, and empty elements of cells and rows (width, height, shading) are
 * dropped as bytes, but properties stay when something in them
 * is read: style, number, outline level, hidden text, tracked changes, a symbol font, a section.
 * Where the part is anything but plain (another prefix or encoding, a comment, CDATA, a processing
 * instruction) the rest of it passes through as it is. What is dropped is not checked for being
 * well-formed. */
#ifndef HEJI_INGEST_DOCX_FILTER_H
#define HEJI_INGEST_DOCX_FILTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "ingest/xml.h"

struct docx_filter {
    /* Where the bytes come from: as in struct xml_reader. */
    bool (*fill)(void *source, char *buffer, size_t room, size_t *got, struct err *err);
    void *source;
    bool begun, active, ended; /* `ended`: the source has no more */
    size_t held;               /* bytes in `raw` */
    char raw[XML_PIECE_BYTES];
};

/* A filter over `fill` and `source`. */
void docx_filter_init(struct docx_filter *filter,
                      bool (*fill)(void *source, char *buffer, size_t room, size_t *got,
                                   struct err *err),
                      void *source);

/* As `fill` of struct xml_reader, with the filter as `source`; `room` must be
 * at least XML_PIECE_BYTES. */
bool docx_filter_fill(void *source, char *buffer, size_t room, size_t *got, struct err *err);

#endif
