/* One cell more or less decides where a column stands:
 *
 *   机构名称 | 固定资产合计 | 其中：              | 其他     four cells
 *   ""       | ""           | 在用资产 | 出租资产 | ""       five: 其中 spans two */
#include "ingest/rows.h"

#include <assert.h>

#include "base/limits.h"
#include "model/doc.h"

enum { NAME_BYTES = 64 };

void rows_clear(struct rows *rows) {
    rows->pieces.count = 0;
    rows->cells.count = 0;
    rows->list.count = 0;
    rows->width = 0;
}

void rows_add_row(struct rows *rows, uint32_t line) {
    (void)VEC_PUSH(rows->arena, &rows->list, ((struct text_row){rows->cells.count, 0, line}));
}

/* After a failed allocation there may be no row to add to. */
void rows_add_cell(struct rows *rows) {
    struct text_cell cell = {.first = rows->pieces.count, .blank = true};
    if (rows->arena->exhausted || !VEC_PUSH(rows->arena, &rows->cells, cell))
        return;
    struct text_row *row = &rows->list.items[rows->list.count - 1];
    row->count++;
    if (row->count > rows->width)
        rows->width = (uint32_t)row->count;
}

void rows_add_piece(struct rows *rows, struct str text, uint32_t line) {
    if (rows->arena->exhausted ||
        !VEC_PUSH(rows->arena, &rows->pieces, ((struct piece){text, line})))
        return;
    struct text_cell *cell = &rows->cells.items[rows->cells.count - 1];
    cell->count++;
    cell->blank = cell->blank && str_blank(text);
}

bool rows_has_room(const struct rows *rows, size_t width) {
    size_t widest = width > rows->width ? width : rows->width;
    size_t count = rows->list.count + 1;
    return widest <= LIMIT_GRID_COLS && count <= LIMIT_GRID_ROWS && count * widest <= LIMIT_CELLS;
}

/* ---- merged headers */

/* Cells side by side in one row. */
struct stretch {
    struct text_cell *cells;
    size_t count;
};

static struct stretch stretch_of(const struct rows *rows, const struct text_row *row) {
    return (struct stretch){rows->cells.items + row->first, row->count};
}

static struct stretch part(struct stretch s, size_t start, size_t count) {
    return (struct stretch){s.cells + start, count};
}

/* Spans of the row below are known already: rows are laid from the last one
 * up. */
static uint32_t sum_spans(struct stretch s) {
    uint32_t sum = 0;
    for (size_t i = 0; i < s.count; i++)
        sum += s.cells[i].span;
    return sum;
}

/* The cell's text without line breaks and a colon at the end, in `name`; empty
 * when too long. */
static struct str name_of(const struct rows *rows, const struct text_cell *cell,
                          char name[NAME_BYTES]) {
    size_t len = 0;
    name[0] = '\0';
    for (size_t i = 0; i < cell->count; i++) {
        struct str text = str_trim(rows->pieces.items[cell->first + i].text);
        if (str_ends(text, "：") || str_ends(text, ":"))
            text.len -= str_ends(text, ":") ? 1 : strlen("：");
        if (text.len > NAME_BYTES - 1 - len)
            return (struct str){0};
        if (text.len > 0)
            memcpy(name + len, text.ptr, text.len);
        len += text.len;
    }
    name[len] = '\0';
    return (struct str){name, len};
}

/* A word of two characters or more: a figure that comes back in a cell below
 * names nothing. */
static bool is_word(struct str name) {
    return name.len >= 6 && (unsigned char)name.ptr[0] >= 0x80;
}

/* Whether the cell below repeats the name of the header: 当年结余 does that
 * of 结余. */
static bool repeats(const struct rows *rows, const struct text_cell *below,
                    const struct text_cell *head) {
    char name[NAME_BYTES], own[NAME_BYTES];
    return is_word(name_of(rows, head, name)) && str_has(name_of(rows, below, own), name);
}

/* How many of the cells below the first of two header cells covers, 0 when
 * unknown. The columns of the second must be all those, at the end, that repeat
 * its name, or those of the first all at the beginning. */
static size_t share(const struct rows *rows, const struct text_cell *heads, struct stretch below) {
    size_t left = 0, right = below.count;
    while (right > 0 && repeats(rows, &below.cells[right - 1], &heads[1]))
        right--;
    while (left < below.count && repeats(rows, &below.cells[left], &heads[0]))
        left++;
    if (right < below.count)
        return left == 0 || left == right ? right : 0;
    return left < below.count ? left : 0;
}

/* Length of the run of non-blank cells at `at`, 0 when it is blank or the
 * end. */
static size_t run_at(struct stretch s, size_t at) {
    size_t end = at;
    while (end < s.count && !s.cells[end].blank)
        end++;
    return end - at;
}

/* Groups of a row: each blank cell is one, each run of non-blank cells is
 * one. */
static size_t count_groups(struct stretch s, size_t *longest) {
    size_t groups = 0, max = 0;
    for (size_t at = 0; at < s.count; groups++) {
        size_t run = run_at(s, at);
        max = run > max ? run : max;
        at += run ? run : 1;
    }
    *longest = max;
    return groups;
}

/* Lays the cells of a header over the groups below; the first run of `shared`
 * cells, when that is not 0, takes two of them. */
static bool lay_header(const struct rows *rows, struct stretch head, struct stretch below,
                       size_t shared) {
    size_t h = 0;
    for (size_t at = 0; at < below.count; h++) {
        size_t run = run_at(below, at), size = run ? run : 1;
        assert(h < head.count);
        if (shared > 0 && run == shared) {
            size_t first = share(rows, &head.cells[h], part(below, at, run));
            if (first == 0 || first >= run)
                return false;
            head.cells[h++].span = sum_spans(part(below, at, first));
            head.cells[h].span = sum_spans(part(below, at + first, run - first));
            shared = 0;
        } else {
            head.cells[h].span = sum_spans(part(below, at, size));
        }
        at += size;
    }
    return h == head.count;
}

/* Whether the row stands as a merged header over `below`, whose spans are
 * known. */
static bool fit_header(const struct rows *rows, struct stretch row, struct stretch below) {
    size_t longest;
    if (row.count >= below.count || row.count < 2 || !below.cells[0].blank)
        return false;
    size_t groups = count_groups(below, &longest);
    if (groups != row.count && groups + 1 != row.count)
        return false;
    return lay_header(rows, row, below, groups == row.count ? 0 : longest);
}

/* From the last row up, for a header may stand over a header. */
static void fit_rows(struct rows *rows) {
    struct stretch below = {0};
    for (size_t r = rows->list.count; r-- > 0;) {
        struct stretch row = stretch_of(rows, &rows->list.items[r]);
        if (!fit_header(rows, row, below)) {
            for (size_t i = 0; i < row.count; i++)
                row.cells[i].span = 1;
        }
        uint32_t taken = sum_spans(row);
        if (taken < rows->width && row.count > 0)
            row.cells[row.count - 1].span += rows->width - taken;
        below = row;
    }
}

/* ---- the grid */

/* Where the first cell of the row that has any text begins. */
static uint32_t start_of(const struct rows *rows, const struct text_row *row) {
    for (size_t i = 0; i < row->count; i++) {
        const struct text_cell *cell = &rows->cells.items[row->first + i];
        if (cell->count > 0)
            return (uint32_t)((uintptr_t)rows->pieces.items[cell->first].text.ptr -
                              (uintptr_t)rows->base);
    }
    return 0;
}

/* Blank cells stand on the line of their row: every cell must have a place that
 * a reader can look up. */
static bool fill_row(const struct rows *rows, uint32_t r, struct table *table, struct doc *doc) {
    const struct text_row *row = &rows->list.items[r];
    uint32_t col = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct text_cell *from = &rows->cells.items[row->first + i];
        struct cell *cell = &table->cells[table->cell_count++];
        struct pieces pieces = {from->count ? &rows->pieces.items[from->first] : NULL, from->count,
                                rows->base};
        if (!passage_cell(&doc->arena, pieces, &cell->passage))
            return false;
        *cell = (struct cell){r, col, 1, from->span, cell->passage};
        if (cell->passage.at.line == PLACE_NONE) {
            cell->passage.at.line = (int32_t)row->line;
            cell->passage.byte = start_of(rows, row);
        }
        cell->passage.at.table = (int32_t)table->id;
        cell->passage.at.row = (int32_t)r;
        cell->passage.at.col = (int32_t)col;
        col += from->span;
    }
    return true;
}

/* All that failed while rows were added shows here, before anything incomplete
 * gets into the document. */
bool rows_table(struct rows *rows, struct doc *doc, struct err *err) {
    struct document *document = &doc->document;
    if (!arena_check(rows->arena, err))
        return false;
    assert(rows->list.count > 0);
    fit_rows(rows);
    struct table table = {.id = (uint32_t)document->tables.count,
                          .rows = (uint32_t)rows->list.count,
                          .cols = rows->width,
                          .parent = -1,
                          .parent_cell = -1};
    table.at = (struct place){(int32_t)rows->list.items[0].line, PLACE_NONE, (int32_t)table.id,
                              PLACE_NONE, PLACE_NONE};
    table.cells = arena_array(&doc->arena, rows->cells.count + 1, sizeof *table.cells);
    if (!table.cells)
        return arena_check(&doc->arena, err);
    for (uint32_t r = 0; r < table.rows; r++) {
        if (!fill_row(rows, r, &table, doc))
            return arena_check(&doc->arena, err);
    }
    struct block block = {BLOCK_TABLE, table.id};
    if (!table_index(&table, &doc->arena, err))
        return false;
    if (!VEC_PUSH(&doc->arena, &document->tables, table) ||
        !VEC_PUSH(&doc->arena, &document->blocks, block))
        return arena_check(&doc->arena, err);
    return true;
}
