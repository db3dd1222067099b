/* A table:
 *
 *   <w:tbl>
 *     <w:tblGrid> w:gridCol w:w="twips" ...        declared, often wrong: only for edges
 *     <w:tr>
 *       <w:trPr> gridBefore, gridAfter, hidden, del
 *       <w:tc>
 *         <w:tcPr> gridSpan, vMerge, hMerge, cellDel, cellMerge
 *         paragraphs and tables
 *
 * The grid column of a cell is w:gridBefore plus the spans before it (17.4.17). */
#include "ingest/docx_table.h"

#include <assert.h>

#include "base/limits.h"
#include "ingest/ooxml.h"

/* Word and LibreOffice let merged cells differ by a millimetre; cells narrower
 * than twice that are not matched by their edges. */
enum { JITTER_TWIPS = 60, NARROW_TWIPS = 120, MAX_WIDTH_TWIPS = 31680, JITTER_TRIES = 64 };

struct docx_table *docx_table_new(struct arena *arena) {
    struct docx_table *table = arena_alloc(arena, sizeof *table);
    if (table)
        table->arena = arena;
    return table;
}

/* w:gridCol tells widths as the author last dragged them; other tools write 0
 * or nothing. Clamped, so that a thousand columns cannot overflow the sum. */
bool docx_table_add_column(struct docx_table *table, int32_t width, struct err *err) {
    if (table->edges.count > LIMIT_GRID_COLS)
        return true;
    if (table->edges.count == 0 && !VEC_PUSH(table->arena, &table->edges, 0))
        return arena_check(table->arena, err);
    int32_t left = table->edges.items[table->edges.count - 1];
    if (width < 0)
        width = 0;
    if (width > MAX_WIDTH_TWIPS)
        width = MAX_WIDTH_TWIPS;
    return VEC_PUSH(table->arena, &table->edges, left + width) || arena_check(table->arena, err);
}

/* source_rows counts what was there before deletions: a table all of whose rows
 * are deleted is gone, one that never had any is kept. */
void docx_table_start_row(struct docx_table *table) {
    struct docx_row *row = &table->row;
    row->before = row->after = 0;
    row->hidden = row->deleted = false;
    row->cells.count = 0;
    table->source_rows++;
}

struct docx_cell *docx_table_add_cell(struct docx_table *table) {
    struct docx_cell cell = {.span = 1};
    if (!VEC_PUSH(table->arena, &table->row.cells, cell))
        return NULL;
    return &table->row.cells.items[table->row.cells.count - 1];
}

/* "0", "-1", "2.5" and figures beyond 32 bits are met in files that other tools
 * wrote; the cell then stands in one column. */
int32_t docx_table_span(struct docx_table *table, struct str text, int32_t low) {
    int32_t value;
    if (ooxml_integer(text, &value) && value >= low && value <= (int32_t)LIMIT_GRID_COLS)
        return value;
    table->bad_spans++;
    return low;
}

/* ---- placing a row */

/* Where tracked-deleted cells leave the row short of the grid, the cell before
 * each of them takes its columns (the first that stays, when there is none
 * before). */
static void heal(struct docx_table *table) {
    struct docx_row *row = &table->row;
    struct docx_cell *owner = NULL;
    int64_t declared = table->edges.count ? (int64_t)table->edges.count - 1 : 0;
    int64_t missing = declared - row->before - row->after;
    for (size_t i = 0; i < row->cells.count; i++) {
        struct docx_cell *cell = &row->cells.items[i];
        if (!cell->deleted) {
            missing -= cell->span;
            owner = owner ? owner : cell;
        }
    }
    for (size_t i = 0; i < row->cells.count && missing > 0; i++) {
        struct docx_cell *cell = &row->cells.items[i];
        if (!cell->deleted) {
            owner = cell;
            continue;
        }
        assert(owner); /* a row of deleted cells only is gone before it comes here */
        int32_t taken = cell->span < missing ? cell->span : (int32_t)missing;
        owner->span += taken;
        missing -= taken;
    }
}

static int32_t edge(const struct docx_table *table, uint32_t col) {
    return table->edges.items[col];
}

/* Edges that Word shows as one. */
static bool is_near(int32_t a, int32_t b) {
    return a - b <= JITTER_TWIPS && b - a <= JITTER_TWIPS;
}

/* The cell above whose edges are those of columns [col, col + span) but for the
 * jitter. */
static const struct docx_open *find_near(const struct docx_table *table, size_t from, uint32_t col,
                                         uint32_t span) {
    if (col + span >= table->edges.count ||
        edge(table, col + span) - edge(table, col) <= NARROW_TWIPS)
        return NULL;
    for (size_t i = from; i < table->above.count && i < from + JITTER_TRIES; i++) {
        const struct docx_open *open = &table->above.items[i];
        if (open->col + open->span < table->edges.count &&
            is_near(edge(table, open->col), edge(table, col)) &&
            is_near(edge(table, open->col + open->span), edge(table, col + span)))
            return open;
    }
    return NULL;
}

/* Running state of a row that is being placed. */
struct placing {
    uint32_t col;
    size_t above; /* first cell above that can still matter */
    int64_t last; /* index of the cell that the one before belongs to, or -1 */
    struct err *err;
};

/* The cell above that a continuing cell belongs to (17.4.84: same columns), or
 * NULL. */
static const struct docx_open *find_above(struct docx_table *table, struct placing *placing,
                                          uint32_t span) {
    size_t at = placing->above;
    while (at < table->above.count && table->above.items[at].col < placing->col)
        at++;
    /* keep a few to the left: their edges may be within the jitter */
    placing->above = at > JITTER_TRIES / 2 ? at - JITTER_TRIES / 2 : 0;
    if (at < table->above.count && table->above.items[at].col == placing->col &&
        table->above.items[at].span == span)
        return &table->above.items[at];
    table->irregular = true;
    return find_near(table, placing->above, placing->col, span);
}

/* w:hMerge: the cell on the left, or the one that it continues, grows to the
 * right. */
static void widen(struct docx_table *table, struct placing *placing, uint32_t span) {
    struct cell *last = &table->cells.items[placing->last];
    last->colspan += span;
    if (table->here.count > 0) {
        struct docx_open *open = &table->here.items[table->here.count - 1];
        if (open->cell == (uint32_t)placing->last)
            open->span += span;
    }
}

/* The boxes of a cell that is not shown are placed with its owner; its tables
 * are gone. */
static bool add_extra(struct docx_table *table, const struct docx_cell *cell, uint32_t index,
                      bool shown) {
    struct docx_extra extra = {.cell = index,
                               .box_start = cell->box_start,
                               .box_end = cell->box_end,
                               .nested = shown ? cell->nested : NULL};
    if (!extra.nested && extra.box_start == extra.box_end)
        return true;
    return VEC_PUSH(table->arena, &table->extras, extra);
}

/* Remembers a cell that the row below may continue. */
static bool open_cell(struct docx_table *table, uint32_t col, uint32_t span, uint32_t cell) {
    struct docx_open open = {col, span, cell};
    return VEC_PUSH(table->arena, &table->here, open);
}

/* A new cell of the grid. */
static bool add_cell(struct docx_table *table, struct docx_cell *from, struct placing *placing) {
    struct cell cell = {.row = table->rows,
                        .col = placing->col,
                        .rowspan = 1,
                        .colspan = (uint32_t)from->span,
                        .passage = from->passage};
    placing->last = (int64_t)table->cells.count;
    return VEC_PUSH(table->arena, &table->cells, cell) &&
           add_extra(table, from, (uint32_t)placing->last, true) &&
           (from->vertical == MERGE_NONE ||
            open_cell(table, placing->col, cell.colspan, (uint32_t)placing->last));
}

/* Gives the next cell of the row its columns, its own or those of the cell it
 * continues. */
static bool place(struct docx_table *table, struct docx_cell *from, struct placing *placing) {
    uint32_t span = (uint32_t)from->span;
    bool done = true;
    if (from->widens && placing->last >= 0) {
        widen(table, placing, span);
    } else {
        const struct docx_open *open =
            from->vertical == MERGE_CONTINUE ? find_above(table, placing, span) : NULL;
        if (open) {
            placing->last = open->cell;
            table->cells.items[open->cell].rowspan++;
            done = open_cell(table, placing->col, open->span, open->cell) &&
                   add_extra(table, from, open->cell, false);
        } else {
            done = add_cell(table, from, placing);
        }
    }
    placing->col += span;
    if (placing->col > LIMIT_GRID_COLS)
        return err_set(placing->err, ERR_TABLE_LIMIT, 0, "a row has more than %u columns",
                       LIMIT_GRID_COLS);
    return done || arena_check(table->arena, placing->err);
}

/* By its own mark, or because each of its cells is deleted. */
static bool is_row_deleted(const struct docx_row *row) {
    bool kept = row->cells.count == 0;
    for (size_t i = 0; i < row->cells.count; i++)
        kept = kept || !row->cells.items[i].deleted;
    return row->deleted || !kept;
}

/* Rows are as wide as their cells say, not as w:tblGrid says: the declared grid
 * is stale wherever columns were added by hand. Two lists of open cells change
 * places instead of being copied. */
bool docx_table_end_row(struct docx_table *table, struct err *err) {
    struct docx_row *row = &table->row;
    struct placing placing = {.col = (uint32_t)row->before, .last = -1, .err = err};
    if (is_row_deleted(row))
        return true;
    if (table->rows == LIMIT_GRID_ROWS)
        return err_set(err, ERR_TABLE_LIMIT, 0, "a table has more than %u rows", LIMIT_GRID_ROWS);
    heal(table);
    table->here.count = 0;
    for (size_t i = 0; i < row->cells.count; i++) {
        if (!row->cells.items[i].deleted && !place(table, &row->cells.items[i], &placing))
            return false;
    }
    uint32_t cols = placing.col + (uint32_t)row->after;
    if (cols > LIMIT_GRID_COLS)
        return err_set(err, ERR_TABLE_LIMIT, 0, "a row has %u columns", cols);
    if (cols > table->cols)
        table->cols = cols;
    table->rows++;
    struct docx_open *items = table->above.items;
    size_t capacity = table->above.capacity;
    table->above.items = table->here.items;
    table->above.count = table->here.count;
    table->above.capacity = table->here.capacity;
    table->here.items = items;
    table->here.count = 0;
    table->here.capacity = capacity;
    return true;
}

bool docx_table_is_gone(const struct docx_table *table) {
    return table->rows == 0 && table->source_rows > 0;
}

/* ---- emitting */

/* Text boxes that waited for the place of their cell. */
static void place_extras(const struct docx_table *table, struct doc *doc) {
    for (size_t i = 0; i < table->extras.count; i++) {
        const struct docx_extra *extra = &table->extras.items[i];
        const struct place *at = &table->cells.items[extra->cell].passage.at;
        for (uint32_t box = extra->box_start; box < extra->box_end; box++)
            doc->document.textboxes.items[box].at = *at;
    }
}

/* The bound on slots is for all tables together: many small ones cost as much
 * as a large one. */
static bool add_table(struct docx_output *output, struct table *table, struct err *err) {
    struct arena *arena = &output->doc->arena;
    output->slots += (uint64_t)table->rows * table->cols;
    if (output->slots > LIMIT_CELLS)
        return err_set(err, ERR_TABLE_LIMIT, 0, "the tables have more than %u cells", LIMIT_CELLS);
    if (!table_index(table, arena, err))
        return false;
    return VEC_PUSH(arena, &output->doc->document.tables, *table) || arena_check(arena, err);
}

/* Only now, with its id, do the places of the table and its cells stand. */
static bool emit(struct docx_table *from, struct docx_output *output, struct table table,
                 struct err *err) {
    table.id = (uint32_t)output->doc->document.tables.count;
    table.rows = from->rows;
    table.cols = from->cols;
    table.cells = from->cells.items;
    table.cell_count = (uint32_t)from->cells.count;
    table.irregular = from->irregular || from->bad_spans > 0;
    table.at.table = (int32_t)table.id;
    for (uint32_t i = 0; i < table.cell_count; i++) {
        struct cell *cell = &table.cells[i];
        cell->passage.at = table.at;
        cell->passage.at.row = (int32_t)cell->row;
        cell->passage.at.col = (int32_t)cell->col;
    }
    place_extras(from, output->doc);
    if (from->bad_spans > 0)
        doc_warn(output->doc, "cell_span", &table.at, "%u cell spans are no sensible numbers",
                 from->bad_spans);
    return add_table(output, &table, err);
}

/* Recursion is as deep as tables are nested: at most LIMIT_TABLE_DEPTH. */
static bool emit_all(struct docx_table *from, struct docx_output *output, struct table table,
                     struct err *err) {
    struct table inner = {.parent = (int32_t)output->doc->document.tables.count, .at = table.at};
    if (!emit(from, output, table, err))
        return false;
    for (size_t i = 0; i < from->extras.count; i++) {
        inner.parent_cell = (int32_t)from->extras.items[i].cell;
        for (struct docx_table *nested = from->extras.items[i].nested; nested;
             nested = nested->next) {
            if (!emit_all(nested, output, inner, err))
                return false;
        }
    }
    return true;
}

bool docx_table_emit(struct docx_table *table, struct docx_output *output, int32_t paragraph,
                     struct err *err) {
    struct table top = {.parent = -1,
                        .parent_cell = -1,
                        .at = {PLACE_NONE, paragraph, PLACE_NONE, PLACE_NONE, PLACE_NONE}};
    return emit_all(table, output, top, err);
}
