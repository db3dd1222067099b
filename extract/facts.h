/* Facts about each cell, taken once: its squeezed text, and whether it is a
 * figure. */
#ifndef HEJI_EXTRACT_FACTS_H
#define HEJI_EXTRACT_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"

enum cell_class {
    CELL_BLANK,
    CELL_FILLER, /* a placeholder: …… - / */
    CELL_NUMBER, /* one figure and nothing else */
    CELL_TEXT,
};

struct cell_fact {
    enum cell_class class;
    uint32_t mention; /* CELL_NUMBER: index into facts.mentions */
    uint32_t section; /* index + 1 of the section it stands in, 0 outside */
    uint32_t column;  /* index + 1 of the section's column that it gives a value of, 0 for none */
    uint32_t field;   /* index + 1 of the field whose value it is, 0 for none */
    struct str text;  /* squeezed */
};

struct facts {
    struct cell_fact **tables; /* one array a table, one item a cell */
    uint32_t *first_section;   /* of each table, in reading.sections; one more item marks the end */
    uint32_t *first_field;     /* of each table, in reading.fields; one more item marks the end */
    VEC(struct mention) mentions;
};

/* One table under examination, with all that is known of it. */
struct sheet {
    struct doc *doc;
    const struct config *config;
    struct facts *facts;
    const struct table *table;
    struct str unit; /* of money, stated above the table: 单位：万元; empty when nothing is */
};

/* Takes the facts of all cells of doc->document into the arena. False only when
 * memory is out. */
bool facts_take(struct doc *doc, const struct config *config, struct facts *facts, struct err *err);

/* The cell of the sheet whose top left slot is (row, col); NULL where none
 * begins. */
const struct cell *sheet_cell(const struct sheet *sheet, uint32_t row, uint32_t col);

/* The fact of a cell of the sheet's table; NULL for NULL. */
struct cell_fact *sheet_fact(const struct sheet *sheet, const struct cell *cell);

/* Whether the cell is there and holds text or a figure: neither blank nor a
 * placeholder. */
bool sheet_has_content(const struct sheet *sheet, const struct cell *cell);

/* The only cell with content that begins in the row, if it stands in the first
 * column or spans at least half of the table, and nothing else is there: a
 * caption. NULL otherwise. */
const struct cell *sheet_caption(const struct sheet *sheet, uint32_t row);

#endif
