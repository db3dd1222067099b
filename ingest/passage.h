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

/* Makes `passage` from `count` pieces, each without white space around it and blank ones left
 * out: text in its understood form, raw text, place and line marks, all copied into the arena. The
 * pieces of a paragraph are joined without anything between (a space between two ASCII letters or
 * digits), those of a cell with a line feed. False when the arena is exhausted. */
bool passage_paragraph(struct arena *arena, const struct piece *pieces, size_t count,
                       struct passage *passage);
bool passage_cell(struct arena *arena, const struct piece *pieces, size_t count,
                  struct passage *passage); /* as passage_paragraph, for a cell */

#endif
