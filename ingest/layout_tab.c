/*   一级指标 TAB 二级指标 TAB 分值
 *   产出     TAB 数量     TAB 10
 *            TAB 质量     TAB "10      a cell in quotes may
 *   分"                                go on in the next line */
#include "ingest/layout_tab.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "ingest/prose.h"

/* The first three bound looking ahead: without them each line of a hostile file
 * would have the rest of it searched. */
enum {
    GAP = 2,             /* blank lines within a table: a page break */
    QUOTED_BYTES = 4096, /* bytes that one quoted cell may take: keeps the search linear */
    CUT_LINES = 40,      /* lines that one cut row may take */
    ITEM_WIDTH = 24,     /* terminal columns of a cell that is likely to have several lines */
    TITLE_WIDTH = 60,    /* terminal columns of a title within the table */
};

/* A table being read. */
struct reader {
    const struct lines *lines;
    size_t at; /* the line to read next */
    struct rows *rows;
    size_t gaps; /* blank lines passed so far, each between two rows */
};

/* The line at index `at`, NULL behind the last one. */
static const struct line *line_at(const struct reader *r, size_t at) {
    return at < r->lines->count ? &r->lines->items[at] : NULL;
}

/* "1. TAB text" is an item of a list. */
static bool is_item(const struct line *line) {
    const char *tab = memchr(line->text.ptr, '\t', line->text.len);
    struct str mark = {line->text.ptr, (size_t)(tab - line->text.ptr)};
    return line->tabs == 1 && mark.len <= 16 && prose_has_mark(mark);
}

/* A line with a TAB between two cells. */
static bool is_row(const struct line *line) {
    return line && line->tabs > (line->tab_first ? 1u : 0u) && line->tabs < LIMIT_GRID_COLS &&
           !is_item(line);
}

/* Within a table a TAB in front of the only cell leaves the first column blank,
 * and between the columns of a wide table "1." is a number, not the mark of a
 * list. */
static bool is_any_row(const struct line *line, const struct rows *rows) {
    return is_row(line) || (line->tabs == 1 && (line->tab_first || rows->width > 2));
}

/* Cells of a row line. */
static size_t width_of(const struct line *line) {
    return (size_t)line->tabs + 1;
}

/* ---- cells */

/* Where a cell in quotes ends. */
struct quote {
    bool found;   /* it is quoted as spreadsheets do, and it ends within QUOTED_BYTES */
    size_t line;  /* the line of the closing quote */
    size_t close; /* and its offset there */
};

/* The end of the cell whose opening quote stands at `from` of line `at`. */
static struct quote find_quote(const struct reader *r, size_t at, size_t from) {
    size_t steps = 0, c = from + 1;
    for (size_t i = at; i < r->lines->count && steps < QUOTED_BYTES; i++, c = 0, steps++) {
        struct str text = r->lines->items[i].text;
        for (; c < text.len && steps < QUOTED_BYTES; c++, steps++) {
            bool doubled = c + 1 < text.len && text.ptr[c + 1] == '"';
            if (text.ptr[c] != '"')
                continue;
            if (doubled)
                c++;
            else if (c + 1 == text.len || text.ptr[c + 1] == '\t')
                return (struct quote){true, i, c};
            else if (i == at)
                return (struct quote){0}; /* "甲"乙 is no cell in quotes */
        }
    }
    return (struct quote){0};
}

/* Adds the text between the quotes, of which the first stands at `from`; ends
 * on the last line and returns the offset behind the last quote there. */
static size_t add_quoted(struct reader *r, struct quote quote, size_t from) {
    for (size_t start = from + 1;; r->at++, start = 0) {
        const struct line *line = &r->lines->items[r->at];
        bool last = r->at == quote.line;
        rows_add_piece(r->rows, str_slice(line->text, start, last ? quote.close : line->text.len),
                       line->number);
        if (last)
            return quote.close + 1;
    }
}

/* Adds the text from `from` to the next TAB or the end of the line, and returns
 * where that is. */
static size_t add_plain(struct reader *r, size_t from) {
    const struct line *line = &r->lines->items[r->at];
    size_t end = str_find(line->text, "\t", from);
    end = end < line->text.len ? end : line->text.len;
    rows_add_piece(r->rows, str_slice(line->text, from, end), line->number);
    return end;
}

/* Adds the cells of the line at r->at, the first one to the newest cell when
 * `joined`. */
static void add_cells(struct reader *r, bool joined) {
    for (size_t from = 0;; from++, joined = false) {
        struct str text = r->lines->items[r->at].text;
        struct quote quote = {0};
        if (!joined)
            rows_add_cell(r->rows);
        if (from < text.len && text.ptr[from] == '"')
            quote = find_quote(r, r->at, from);
        from = quote.found ? add_quoted(r, quote, from) : add_plain(r, from);
        if (from >= r->lines->items[r->at].text.len)
            break;
    }
    r->at++;
}

/* ---- rows */

/* Blank counts as a figure: an empty last cell has no text that could go on. */
static bool is_figure(struct str text) {
    for (size_t i = 0; i < text.len; i++) {
        if (!strchr("0123456789.,%-", text.ptr[i]))
            return false;
    }
    return true;
}

/* Whether the last cell of `line` goes on as the first of `next`: words that
 * end as an item does, or are long, or before the mark of another item. */
static bool is_joint(const struct line *line, const struct line *next) {
    static const char *const ends[] = {"；", "。", "，", "、", "：", ";"};
    size_t from = str_rfind(line->text, "\t", line->text.len);
    struct str before = str_trim(str_slice(line->text, from + 1, line->text.len));
    struct str after = str_trim(str_slice(next->text, 0, str_find(next->text, "\t", 0)));
    if (is_figure(before) || after.len == 0)
        return false;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (str_ends(before, ends[i]))
            return true;
    }
    return utf8_width(before) >= ITEM_WIDTH || prose_has_mark(after);
}

/* Whether the row before r->at was cut by line breaks and goes on there: below
 * a whole row, it and the rest lack just the cells of each other. Two short
 * rows may do so by chance; so another whole row must follow, or each cut look
 * like one. `*rest` is the line that ends the row. */
static bool is_cut_row(const struct reader *r, size_t *rest) {
    const struct rows *rows = r->rows;
    size_t count = rows->list.count, at = r->at;
    if (count < 2 || rows->list.items[count - 2].count != rows->width)
        return false;
    size_t cells = rows->list.items[count - 1].count, lines = 0;
    bool joints = true;
    for (; cells < rows->width && at < r->at + CUT_LINES; at++) {
        const struct line *line = line_at(r, at);
        if (!line || line->blank || line->tab_first)
            return false;
        joints = joints && is_joint(line - 1, line);
        cells += line->tabs;
        lines += line->tabs > 0;
    }
    const struct line *below = line_at(r, at);
    bool whole = lines == 1 && is_row(below) && width_of(below) == rows->width;
    *rest = at;
    return at > r->at && cells == rows->width && (joints || whole);
}

/* The cut stood within a cell, so the first piece of each line belongs to the
 * cell before it. */
static void add_rest(struct reader *r, size_t rest) {
    while (r->at < rest)
        add_cells(r, true);
}

/* "- 3 -": left by the page break within a table, no cell of it. */
static bool is_page_line(const struct line *line) {
    return !line->blank && line->tabs == 0 && prose_is_page_number(line->text, false);
}

/* Skips the blank lines, with a page number among them, that a page break left
 * inside the table, or that stand between all rows. */
static bool skip_gap(struct reader *r) {
    size_t at = r->at, pages = 0;
    for (; at < r->lines->count && at - r->at - pages <= GAP && pages <= 1; at++) {
        const struct line *line = &r->lines->items[at];
        if (!line->blank && !is_page_line(line))
            break;
        pages += !line->blank;
    }
    const struct line *line = line_at(r, at);
    size_t blanks = at - r->at - pages;
    bool spaced = blanks == 1 && pages == 0 && r->gaps + 1 == r->rows->list.count;
    if (blanks + pages == 0 || blanks > GAP || !is_row(line) ||
        (width_of(line) != r->rows->width && !spaced))
        return false;
    r->gaps += spaced;
    r->at = at;
    return true;
}

/* A line whose only cell so far is in quotes and closes in a later line, where
 * others follow. */
static bool opens_row(const struct reader *r, const struct line *line) {
    if (line->tabs > 0 || line->text.len == 0 || line->text.ptr[0] != '"')
        return false;
    struct quote quote = find_quote(r, r->at, 0);
    return quote.found && quote.line > r->at &&
           quote.close + 1 < r->lines->items[quote.line].text.len;
}

/* A short line without TAB between two whole rows: a title over the full width,
 * unless it is the caption of another table. */
static bool is_title(const struct reader *r, const struct line *line) {
    static const char *const captions[] = {"附", "表", "续表"};
    const struct line *next = line_at(r, r->at + 1);
    struct str text = str_trim(line->text);
    for (size_t i = 0; i < sizeof captions / sizeof *captions; i++) {
        if (str_starts(text, captions[i]))
            return false;
    }
    const struct rows *rows = r->rows;
    return !line->blank && line->tabs == 0 && rows->width > 2 && is_row(next) &&
           width_of(next) == rows->width && utf8_width(text) <= TITLE_WIDTH &&
           rows->list.items[rows->list.count - 1].count == rows->width;
}

/* Reads rows until a line belongs to none. */
static void read_rows(struct reader *r) {
    size_t rest;
    for (;;) {
        const struct line *line = line_at(r, r->at);
        if (!line || r->rows->arena->exhausted)
            return;
        if (is_page_line(line)) {
            if (!skip_gap(r))
                return;
        } else if (!line->blank && is_cut_row(r, &rest)) {
            add_rest(r, rest);
        } else if ((is_any_row(line, r->rows) || is_title(r, line) || opens_row(r, line)) &&
                   rows_has_room(r->rows, width_of(line))) {
            rows_add_row(r->rows, line->number);
            add_cells(r, false);
        } else if (!skip_gap(r)) {
            return;
        }
    }
}

/* A row that begins with TAB may also be the first cell of a table with one
 * cell a line; the lines that follow tell. */
static bool begins_here(const struct lines *lines, size_t first, size_t *end) {
    size_t rows = 0, cells = 0, at = first;
    if (!lines->items[first].tab_first) {
        *end = first + 1;
        return is_row(&lines->items[first]);
    }
    for (; at < lines->count && lines->items[at].tabs > 0; at++) {
        rows += is_row(&lines->items[at]);
        cells += !is_row(&lines->items[at]);
    }
    *end = at;
    return rows > cells;
}

/* A single row is a table of three columns and more, without punctuation of
 * sentences. */
static bool is_table(const struct rows *rows) {
    if (rows->list.count != 1)
        return rows->list.count > 1;
    for (size_t i = 0; i < rows->pieces.count; i++) {
        struct str text = rows->pieces.items[i].text;
        if (str_has(text, "，") || str_has(text, "。"))
            return false;
    }
    return rows->width > 2;
}

bool layout_tab_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end) {
    struct reader r = {lines, first, rows, 0};
    rows_clear(rows);
    *end = first + 1;
    if (lines->items[first].tabs == 0 || !begins_here(lines, first, end))
        return false;
    read_rows(&r);
    *end = r.at > first ? r.at : first + 1;
    return is_table(rows);
}
