/* Passages of a text: stretches of its lines, put together. */
#ifndef HEJI_INGEST_PASSAGE_H
#define HEJI_INGEST_PASSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/document.h"

/* A stretch of one line. */
struct piece {
    struct str text;
    uint32_t line; /* 1-based */
};

/* Stretches one after the other. */
struct pieces {
    const struct piece *items;
    size_t count;
    const char *base; /* the text that they are stretches of: bytes count from here */
};

/* Makes `passage` from its pieces, each without white space around it and blank
 * ones left out: text in its understood form, raw text, place, byte and marks,
 * all copied into the arena. The pieces of a paragraph are joined without
 * anything between them (a space between two Latin letters), those of a cell
 * with a line feed. Without pieces it is empty and stands nowhere. False when
 * the arena is exhausted. */
bool passage_paragraph(struct arena *arena, struct pieces pieces, struct passage *passage);
bool passage_cell(struct arena *arena, struct pieces pieces,
                  struct passage *passage); /* the same for a cell */

#endif
