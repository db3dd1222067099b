/* One table of a Word document while it is read: rows of cells in, an exact
 * grid out (ISO/IEC 29500-1 17.4). */
#ifndef HEJI_INGEST_DOCX_TABLE_H
#define HEJI_INGEST_DOCX_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "model/doc.h"

enum docx_merge { MERGE_NONE, MERGE_RESTART, MERGE_CONTINUE };

struct docx_table;

/* A cell of the row that is being read. */
struct docx_cell {
    struct passage passage;    /* without its place */
    int32_t span;              /* w:gridSpan, at least 1 */
    enum docx_merge vertical;  /* w:vMerge */
    bool widens;               /* w:hMerge "continue": belongs to the cell on its left */
    bool deleted;              /* w:cellDel */
    struct docx_table *nested; /* first table inside it, the others by `next`; NULL for none */
    uint32_t box_start;        /* text boxes anchored in it: document.textboxes[box_start, ... */
    uint32_t box_end;          /* ... box_end) */
};

/* The row that is being read; zeroed by docx_table_start_row. */
struct docx_row {
    int32_t before, after; /* w:gridBefore, w:gridAfter: columns left out */
    bool hidden;           /* w:hidden: its cells' text is hidden text */
    bool deleted;          /* w:del */
    VEC(struct docx_cell) cells;
};

/* A cell of the row above that the row below may continue. */
struct docx_open {
    uint32_t col, span;
    uint32_t cell; /* index of the cell that owns the slots */
};

/* What a finished cell has besides its passage. */
struct docx_extra {
    uint32_t cell; /* index into `cells` */
    uint32_t box_start, box_end;
    struct docx_table *nested;
};

struct docx_table {
    struct arena *arena;     /* borrowed */
    struct docx_table *next; /* sibling nested in the same cell */
    VEC(int32_t) edges;      /* left edges of the w:gridCol, in twips, and the right of the last */
    VEC(struct cell) cells;
    VEC(struct docx_extra) extras;
    VEC(struct docx_open) above, here;
    uint32_t rows, cols;
    uint32_t source_rows; /* with the deleted ones */
    uint32_t bad_spans;   /* spans that were no number, too small or too large */
    bool irregular;
    struct docx_row row;
};

/* An empty table in the arena; NULL when it is exhausted. */
struct docx_table *docx_table_new(struct arena *arena);

/* Adds a column of `width` twips to the declared grid; it serves only to match
 * merges. */
bool docx_table_add_column(struct docx_table *table, int32_t width, struct err *err);

/* Begins a row without cells. */
void docx_table_start_row(struct docx_table *table);

/* Adds an empty cell to the row and returns it, NULL when the arena is
 * exhausted. The pointer is good until the next cell is added. */
struct docx_cell *docx_table_add_cell(struct docx_table *table);

/* Reads a span or a number of skipped columns: `low` for what is no number,
 * less than `low`, or beyond LIMIT_GRID_COLS (which is counted in
 * bad_spans). */
int32_t docx_table_span(struct docx_table *table, struct str text, int32_t low);

/* Places the cells of the row on the grid. ERR_TABLE_LIMIT beyond
 * LIMIT_GRID_COLS or LIMIT_GRID_ROWS. */
bool docx_table_end_row(struct docx_table *table, struct err *err);

/* Whether nothing is left of it because each of its rows has been deleted. */
bool docx_table_is_gone(const struct docx_table *table);

/* Where finished tables go. */
struct docx_output {
    struct doc *doc;
    uint64_t slots; /* of the grids of all tables so far */
};

/* Puts the finished table, and after it those nested in its cells, into
 * doc->document.tables. `paragraph` is the number of body paragraphs before it.
 * ERR_TABLE_LIMIT when all grids together have more than LIMIT_CELLS slots. */
bool docx_table_emit(struct docx_table *table, struct docx_output *output, int32_t paragraph,
                     struct err *err);

#endif
