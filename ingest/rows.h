/* The rows of a table as a layout of text gives them, and the grid they
 * make. */
#ifndef HEJI_INGEST_ROWS_H
#define HEJI_INGEST_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "ingest/passage.h"

struct doc; /* model/doc.h */

struct text_cell {
    size_t first, count; /* its pieces in rows.pieces */
    uint32_t span;       /* grid columns; 0 until rows_table has found it out */
    bool blank;          /* no text */
};

struct text_row {
    size_t first, count; /* its cells in rows.cells */
    uint32_t line;       /* 1-based line on which it begins */
};

/* Rows under construction; zero-initialised but for `arena`, which holds the
 * vectors, and `base`. A failed allocation leaves the arena exhausted and the rows
 * incomplete: rows_table reports it. */
struct rows {
    struct arena *arena;
    const char *base; /* the text whose stretches the pieces are */
    VEC(struct piece) pieces;
    VEC(struct text_cell) cells;
    VEC(struct text_row) list;
    uint32_t width; /* cells of the widest row */
};

/* Forgets all rows. */
void rows_clear(struct rows *rows);

/* Begins a row on `line`; begins a cell in the newest row; adds a stretch of
 * text to the newest cell. */
void rows_add_row(struct rows *rows, uint32_t line);
void rows_add_cell(struct rows *rows);                                  /* in the last row */
void rows_add_piece(struct rows *rows, struct str text, uint32_t line); /* in the last cell */

/* Whether one more row of `width` cells stays within the grid limits of a
 * table. */
bool rows_has_room(const struct rows *rows, size_t width);

/* Adds the rows to doc->document as one table, at least one row. Merged cells are not written in
 * text; what is certain about them is found by counting:
 *
 * - A row with fewer cells than the row below, some of which are blank, is a header whose cells
 *   were merged over it: each blank below stands under a cell of its own width, each run of
 *   non-blank cells under one cell that spans the run. Two cells over one run share it when the
 *   columns that repeat the name of one (结余 over 当年结余, 累计结余) tell where.
 * - Else the last cell of a short row reaches to the edge, as a title or a row 合计 does.
 *
 * Cells merged downwards stay blank. ERR_TABLE_LIMIT, ERR_MEMORY. */
bool rows_table(struct rows *rows, struct doc *doc, struct err *err);

#endif
