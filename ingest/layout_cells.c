/*   TAB 一级指标      a row: one cell a line
 *   TAB 分值
 *                     a blank line between rows
 *   TAB 产  出
 *   （25分）          the cell goes on
 *   TAB 25 */
#include "ingest/layout_cells.h"

#include <stdint.h>

#include "base/limits.h"
#include "ingest/prose.h"

enum { GAP = 2 /* blank lines between two rows; more end the table */ };

/* A table being read. */
struct reader {
    const struct lines *lines;
    size_t at; /* the line to read next */
    struct rows *rows;
};

/* What follows the row that was read last: blank lines, lines without TAB, then
 * cells. */
struct ahead {
    size_t blanks;
    size_t text, cells; /* lines without TAB, and cells, up to the next blank line */
    size_t begin, end;  /* of these lines; end exclusive */
};

/* Bounded by the next blank line and by LIMIT_GRID_COLS cells, so that looking
 * again and again stays linear. */
static struct ahead look_ahead(const struct lines *lines, size_t at) {
    struct ahead ahead = {.begin = at};
    while (ahead.begin < lines->count && ahead.blanks <= GAP && lines->items[ahead.begin].blank) {
        ahead.begin++;
        ahead.blanks++;
    }
    for (ahead.end = ahead.begin; ahead.end < lines->count; ahead.end++) {
        const struct line *line = &lines->items[ahead.end];
        if (line->blank || ahead.cells >= LIMIT_GRID_COLS)
            break;
        if (line->tab_first)
            ahead.cells++;
        else if (ahead.cells == 0)
            ahead.text++;
    }
    return ahead;
}

/* Cells of the row `back` rows from the end (1 is the last), 0 where there is
 * none. */
static size_t width_of(const struct rows *rows, size_t back) {
    size_t count = rows->list.count;
    return back <= count ? rows->list.items[count - back].count : 0;
}

/* No full-width digits and no units: a cut between "12 万元" and "3" is not
 * taken for one between two figures. */
static bool is_figure(struct str text) {
    text = str_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        if (!strchr("0123456789.,%-+ ", text.ptr[i]))
            return false;
    }
    return text.len > 0;
}

/* The text of the cell that was read last, when it stands on one line. */
static struct str last_text(const struct rows *rows) {
    const struct text_cell *cell = &rows->cells.items[rows->cells.count - 1];
    struct str text = {0};
    for (size_t i = 0; i < cell->count; i++) {
        struct str piece = str_trim(rows->pieces.items[cell->first + i].text);
        if (piece.len > 0 && text.len > 0)
            return (struct str){0};
        text = piece.len > 0 ? piece : text;
    }
    return text;
}

/* Whether blank lines stand within the last row rather than behind it: only
 * together with what follows it is as wide as its neighbours. Rows of a form
 * differ in width, and 2 + 2 cells may well be two rows below one of 4; so text
 * must lead straight on to the next cell, or the cut must fall between two
 * figures. */
static bool goes_on(const struct reader *r, const struct ahead *next) {
    size_t have = width_of(r->rows, 1), whole = have + next->cells;
    if (next->cells == 0 || have == 0 || next->blanks > GAP)
        return false;
    bool fits_above = width_of(r->rows, 2) == whole;
    bool blank = r->rows->cells.items[r->rows->cells.count - 1].blank;
    size_t below = look_ahead(r->lines, next->end).cells;
    /* text above the next cell may be the title of another table, but that
     * would not complete the row; a blank last cell asks for its text, so that
     * there the row below will do */
    if (next->text > 0)
        return fits_above || (blank && below == whole);
    struct str first = r->lines->items[next->begin].text;
    return fits_above && below == whole && is_figure(last_text(r->rows)) && is_figure(first);
}

/* A line without TAB is the rest of a cell and has nothing to take off. */
static struct str cell_text(const struct line *line) {
    return str_slice(line->text, line->tab_first, line->text.len);
}

/* Reads the lines up to `end`, the cells into the newest row. */
static void read_cells(struct reader *r, size_t end) {
    for (; r->at < end; r->at++) {
        const struct line *line = &r->lines->items[r->at];
        if (line->tab_first)
            rows_add_cell(r->rows);
        rows_add_piece(r->rows, cell_text(line), line->number);
    }
}

/* A single cell that ends as a sentence does: a paragraph that an author
 * indented with TAB. */
static bool is_paragraph(const struct lines *lines, const struct ahead *ahead) {
    return ahead->cells == 1 && prose_is_sentence(lines->items[ahead->end - 1].text);
}

/* What stands ahead is measured before any of it is taken: a row is either read
 * whole or left to the paragraphs. */
static void read_rows(struct reader *r) {
    struct ahead next = look_ahead(r->lines, r->at);
    while (next.cells > 0 && next.blanks <= GAP && !r->rows->arena->exhausted) {
        bool on = goes_on(r, &next);
        if (!on && is_paragraph(r->lines, &next))
            return;
        size_t width = next.cells + (on ? width_of(r->rows, 1) : 0);
        if ((!on && next.text > 0) || !rows_has_room(r->rows, width))
            return;
        r->at = next.begin;
        if (!on)
            rows_add_row(r->rows, r->lines->items[r->at].number);
        read_cells(r, next.end);
        next = look_ahead(r->lines, r->at);
    }
}

/* Rows of one width, three cells and more, come from a table only. */
static bool is_regular(const struct rows *rows) {
    size_t equal = 1;
    for (size_t i = 1; i < rows->list.count && equal < 3; i++) {
        bool same = rows->list.items[i].count == rows->list.items[i - 1].count;
        equal = same && rows->list.items[i].count > 2 ? equal + 1 : 1;
    }
    return equal >= 3;
}

/* Whether the rows are indented paragraphs: single cells only, or cells most of
 * which are sentences or headings. */
static bool is_prose(const struct rows *rows) {
    size_t written = 0, prose = 0;
    if (rows->width < 2 || is_regular(rows))
        return rows->width < 2;
    for (size_t i = 0; i < rows->cells.count; i++) {
        const struct text_cell *cell = &rows->cells.items[i];
        if (cell->blank)
            continue;
        const struct piece *pieces = &rows->pieces.items[cell->first];
        written++;
        prose += prose_has_mark(pieces[0].text) || prose_is_sentence(pieces[cell->count - 1].text);
    }
    return prose * 2 > written;
}

bool layout_cells_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end) {
    struct reader r = {lines, first, rows};
    rows_clear(rows);
    *end = first + 1;
    if (!lines->items[first].tab_first)
        return false;
    read_rows(&r);
    if (r.at > first)
        *end = r.at;
    return rows->list.count > 0 && !is_prose(rows);
}
