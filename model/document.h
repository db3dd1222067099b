/* The document as read, before any meaning: what ingest makes, whatever the format.
 *
 *   document ── blocks: paragraph, table, paragraph ... in body order
 *            ── paragraphs[]          those outside tables
 *            ── tables[]              body order; tables nested in a cell follow their parent
 *                 └─ cells[]          by row, then column; a merged cell once, at its top left
 *                 └─ slots[]          rows x cols, each slot names the cell that owns it
 *            ── textboxes[], notes[]  stories apart from the body
 *            ── deletions[]           text of tracked deletions that left no place of its own
 */
#ifndef HEJI_MODEL_DOCUMENT_H
#define HEJI_MODEL_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "model/place.h"

/* From this byte of a passage on, its text stands in this line of a text file, or
 * in this run of a Word document. */
struct line_mark {
    uint32_t offset; /* bytes into the passage's text */
    uint32_t line;   /* 1-based; 0 in DOCX */
    uint32_t byte;   /* of the file or the part, from 0; meaningless unless document.traced */
};

/* A tracked change in a passage (ISO/IEC 29500-1, 17.13.5). Without it the text
 * would read: its bytes before `offset`, `deleted`, its bytes from `offset` +
 * `inserted` on. */
struct revision {
    uint32_t offset;    /* bytes into the passage's text */
    uint32_t inserted;  /* bytes there that were inserted, 0 for none */
    struct str deleted; /* what stood there; empty for nothing */
};

/* A paragraph, or the text of a cell: the final view (insertions in, deletions
 * out). */
struct passage {
    struct str text;      /* UTF-8; a cell's paragraphs joined by a line feed */
    struct str raw;       /* as it stands in the file where `text` is an understood form of it
                           * (LaTeX and Word residue resolved); empty when both are the same */
    struct str numbering; /* automatic number as shown, such as "（一）"; empty
                           * when there is none; for a cell one line a paragraph */
    struct str hidden;    /* hidden text, apart from `text`; empty when there is none */
    struct place at;      /* of the first byte */
    uint32_t byte; /* where that stands in the file, or in the part of a Word document: bytes from
                    * its beginning; without text where the passage begins; meaningless unless
                    * document.traced */
    struct line_mark *marks; /* ascending; NULL when one line, or one run, holds it all */
    uint32_t mark_count;
    const struct revision *revisions; /* ascending, of any number at one offset; NULL without */
    uint32_t revision_count;
    uint32_t outline; /* heading level 1..9, 0 for body text or unknown */
    uint8_t part;     /* of a Word document: index into document.parts */
    bool runs_on; /* a page has cut its sentence, which goes on in the next paragraph with text */
};

struct cell {
    uint32_t row, col;         /* grid position of the top left slot, 0-based */
    uint32_t rowspan, colspan; /* slots owned, at least 1 */
    struct passage passage;
};

struct table {
    uint32_t id;         /* its own index in document.tables */
    uint32_t rows, cols; /* size of the grid */
    struct cell *cells;  /* cell_count of them, by row, then column */
    uint32_t cell_count;
    uint32_t *slots;     /* rows x cols: index of the owning cell + 1, 0 where there is none */
    int32_t parent;      /* index of the table it is nested in, or -1 */
    int32_t parent_cell; /* index of the cell there, or -1 */
    bool irregular;      /* merges do not align: trust the text, not the positions */
    struct place at;     /* of the table: line or paragraph, `table` set, no row or column */
};

enum block_kind { BLOCK_PARAGRAPH, BLOCK_TABLE };

struct block {
    enum block_kind kind;
    uint32_t index; /* into document.paragraphs or document.tables */
};

/* Parts of a Word document that hold text. */
enum document_part { PART_MAIN, PART_FOOTNOTES, PART_ENDNOTES, PART_COUNT };

struct document {
    bool traced; /* set before it is read: passages get the bytes where they stand. Costs time, for
                  * then formatting is parsed too */
    struct str parts[PART_COUNT]; /* names in the package, as word/document.xml; empty for a text */
    VEC(struct passage) paragraphs;
    VEC(struct table) tables;
    VEC(struct block) blocks; /* top-level tables only */
    VEC(struct passage) textboxes;
    VEC(struct passage) notes; /* footnotes and endnotes */
    VEC(struct passage)
    deletions; /* tracked ones of whole rows and cells: the text that is gone,
                                    * placed where the table stands */
};

/* Gives `table` its slots from its cells, which must be sorted and inside rows
 * x cols; where two cells claim a slot the earlier one keeps it.
 * ERR_TABLE_LIMIT beyond LIMIT_GRID_COLS, LIMIT_GRID_ROWS or LIMIT_CELLS;
 * ERR_MEMORY when the arena is exhausted. */
bool table_index(struct table *table, struct arena *arena, struct err *err);

/* The cell that owns slot (row, col), or NULL outside the grid and where no
 * cell is. */
const struct cell *table_cell_at(const struct table *table, uint32_t row, uint32_t col);

/* The 1-based line on which byte `offset` of the passage stands; PLACE_NONE in
 * DOCX. */
int32_t passage_line_at(const struct passage *passage, size_t offset);

/* The stretch of the file or part in which byte `offset` of the passage stands: where it begins in
 * the text, its line (0 in DOCX), its byte. Its text stands there in the file's encoding, in one
 * piece but for markup, references and symbols. The byte only of a document that was `traced`. */
struct line_mark passage_mark_at(const struct passage *passage, size_t offset);

#endif
