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

/* --- Merged headers ------------------------------------------------------------------------ */

static struct text_cell *cells_of(const struct rows *rows, const struct text_row *row) {
    return rows->cells.items + row->first;
}

static uint32_t sum_spans(const struct text_cell *cells, size_t count) {
    uint32_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += cells[i].span;
    return sum;
}

/* The cell's first stretch of text without spaces and colons, in `name`. */
static struct str name_of(const struct rows *rows, const struct text_cell *cell,
                          char name[NAME_BYTES]) {
    size_t len = 0;
    for (size_t i = 0; i < cell->count; i++) {
        struct str text = str_trim(rows->pieces.items[cell->first + i].text);
        if (str_ends(text, "：") || str_ends(text, ":"))
            text.len -= str_ends(text, ":") ? 1 : 3;
        if (text.len > NAME_BYTES - 1 - len)
            return (struct str){0};
        if (text.len > 0)
            memcpy(name + len, text.ptr, text.len);
        len += text.len;
    }
    name[len] = '\0';
    return (struct str){name, len};
}

static bool repeats(const struct rows *rows, const struct text_cell *cell, const char *name) {
    char own[NAME_BYTES];
    return str_has(name_of(rows, cell, own), name);
}

/* A word of two characters or more: a figure that comes back in a cell below names nothing. */
static bool is_word(struct str name) {
    return name.len >= 6 && (unsigned char)name.ptr[0] >= 0x80;
}

/* Two header cells over `count` cells below: how many the first one covers, 0 when unknown. The
 * columns of the second must be all those, at the end, that repeat its name, or those of the first
 * all at the beginning. */
static size_t share(const struct rows *rows, const struct text_cell *head,
                    const struct text_cell *below, size_t count) {
    char name[NAME_BYTES];
    size_t left = 0, right = count;
    if (is_word(name_of(rows, &head[1], name))) {
        while (right > 0 && repeats(rows, &below[right - 1], name))
            right--;
    }
    if (is_word(name_of(rows, &head[0], name))) {
        while (left < count && repeats(rows, &below[left], name))
            left++;
    }
    if (right < count)
        return left == 0 || left == right ? right : 0;
    return left < count ? left : 0;
}

/* Length of the run of non-blank cells at `at`, 0 when it is blank or the end. */
static size_t run_at(const struct text_cell *cells, size_t count, size_t at) {
    size_t end = at;
    while (end < count && !cells[end].blank)
        end++;
    return end - at;
}

/* Groups of a row: each blank cell is one, each run of non-blank cells is one. */
static size_t count_groups(const struct text_cell *cells, size_t count, size_t *longest) {
    size_t groups = 0, max = 0;
    for (size_t at = 0; at < count; groups++) {
        size_t run = run_at(cells, count, at);
        max = run > max ? run : max;
        at += run ? run : 1;
    }
    *longest = max;
    return groups;
}

/* Lays the cells of a header over the groups below; with `shared` the longest run takes two. */
static bool lay_header(const struct rows *rows, struct text_cell *head, size_t head_count,
                       const struct text_cell *below, size_t count, size_t shared) {
    size_t h = 0;
    for (size_t at = 0; at < count; h++) {
        size_t run = run_at(below, count, at), size = run ? run : 1;
        assert(h < head_count);
        if (shared > 0 && run == shared) {
            size_t first = share(rows, &head[h], &below[at], run);
            if (first == 0 || first >= run)
                return false;
            head[h++].span = sum_spans(&below[at], first);
            head[h].span = sum_spans(&below[at + first], run - first);
            shared = 0;
        } else {
            head[h].span = sum_spans(&below[at], size);
        }
        at += size;
    }
    return h == head_count;
}

/* Whether the row stands as a merged header over `below`, whose spans are known. */
static bool fit_header(const struct rows *rows, const struct text_row *row,
                       const struct text_row *below) {
    struct text_cell *head = cells_of(rows, row), *under = cells_of(rows, below);
    size_t longest;
    if (row->count >= below->count || row->count < 2 || !under[0].blank)
        return false;
    size_t groups = count_groups(under, below->count, &longest);
    if (groups != row->count && groups + 1 != row->count)
        return false;
    return lay_header(rows, head, row->count, under, below->count,
                      groups == row->count ? 0 : longest);
}

static void fit_rows(struct rows *rows) {
    for (size_t r = rows->list.count; r-- > 0;) {
        struct text_row *row = &rows->list.items[r];
        struct text_cell *cells = cells_of(rows, row);
        bool last = r + 1 == rows->list.count;
        if (last || !fit_header(rows, row, row + 1)) {
            for (size_t i = 0; i < row->count; i++)
                cells[i].span = 1;
        }
        uint32_t taken = sum_spans(cells, row->count);
        if (taken < rows->width && row->count > 0)
            cells[row->count - 1].span += rows->width - taken;
    }
}

/* --- The grid ------------------------------------------------------------------------------ */

static bool fill_row(const struct rows *rows, uint32_t r, struct table *table, struct doc *doc) {
    const struct text_row *row = &rows->list.items[r];
    uint32_t col = 0;
    for (size_t i = 0; i < row->count; i++) {
        const struct text_cell *from = &cells_of(rows, row)[i];
        struct cell *cell = &table->cells[table->cell_count++];
        const struct piece *pieces = from->count ? &rows->pieces.items[from->first] : NULL;
        if (!passage_cell(&doc->arena, pieces, from->count, &cell->passage))
            return false;
        *cell = (struct cell){r, col, 1, from->span, cell->passage};
        if (cell->passage.at.line == PLACE_NONE)
            cell->passage.at.line = (int32_t)row->line;
        cell->passage.at.table = (int32_t)table->id;
        cell->passage.at.row = (int32_t)r;
        cell->passage.at.col = (int32_t)col;
        col += from->span;
    }
    return true;
}

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
