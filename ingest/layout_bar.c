/*   支出内容 |            a section: heading, header, and rows of the same kinds:
 *   实际支出数 |
 *   劳务费 |                  words
 *   50,000.00 |               figure
 *   修缮费 |                  words
 *   83,490.00 |               figure */
#include "ingest/layout_bar.h"

#include <stdint.h>

#include "ingest/prose.h"

/* Fewer cells than six prove no rows; sixteen columns are more than a page has,
 * and each width tried costs a pass over the section. */
enum { MIN_CELLS = 6, MIN_ROWS = 2, MIN_PAIRS = 4, MIN_WIDTH = 2, MAX_WIDTH = 16 };

enum kind { KIND_BLANK, KIND_FIGURE, KIND_WORDS };

/* The lines [begin, end) of one section; each is a cell. */
struct section {
    const struct lines *lines;
    size_t title; /* of its heading, or `begin` when it has none */
    size_t begin, end;
};

/* A line with a bar at its end and nowhere else. */
static bool is_closed(const struct line *line) {
    struct str text = str_trim(line->text);
    return line->tabs == 0 && str_ends(text, "|") && str_find(text, "|", 0) == text.len - 1;
}

/* The last cell of a row may lack its bar, so only one that is there is taken
 * off. */
static struct str cell_text(const struct line *line) {
    struct str text = str_trim(line->text);
    return str_trim(str_slice(text, 0, text.len - str_ends(text, "|")));
}

static enum kind kind_of(const struct section *s, size_t at) {
    struct str text = cell_text(&s->lines->items[at]);
    for (size_t i = 0; i < text.len; i++) {
        if (!strchr("0123456789.,%- ", text.ptr[i]))
            return KIND_WORDS;
    }
    return text.len > 0 ? KIND_FIGURE : KIND_BLANK;
}

/* A cell: closed by a bar, or the last one of a row that lost it, between two
 * that have it. */
static bool is_cell(const struct lines *lines, size_t at) {
    if (at >= lines->count || lines->items[at].blank)
        return false;
    if (is_closed(&lines->items[at]))
        return true;
    return at > 0 && is_closed(&lines->items[at - 1]) && lines->items[at].tabs == 0 &&
           at + 1 < lines->count && is_closed(&lines->items[at + 1]);
}

static bool is_heading(const struct lines *lines, size_t at) {
    return prose_has_number(lines->items[at].text);
}

/* "2.资金使用情况 |" is a heading that the conversion closed like a cell.
 * It begins a section, for behind it the columns are others. */
static struct section find_section(const struct lines *lines, size_t first) {
    struct section s = {lines, first, first, first};
    if (is_cell(lines, first) && is_heading(lines, first))
        s.begin++;
    for (s.end = s.begin; is_cell(lines, s.end) && !is_heading(lines, s.end);)
        s.end++;
    return s;
}

/* Whether rows of `width` cells below a header of words repeat the same
 * kinds. */
static bool repeats(const struct section *s, size_t width) {
    size_t body = s->begin + width;
    bool figure = false;
    if (body + MIN_ROWS * width > s->end || kind_of(s, body) != KIND_WORDS)
        return false;
    for (size_t at = s->begin; at < body; at++) {
        if (kind_of(s, at) != KIND_WORDS)
            return false;
        figure = figure || kind_of(s, at + width) == KIND_FIGURE;
    }
    for (size_t at = body; at + width < s->end; at++) {
        if (kind_of(s, at) != kind_of(s, at + width))
            return false;
    }
    return figure;
}

/* Whether the cells are labels and values in turn, nearly all values figures or
 * blank. */
static bool is_pairs(const struct section *s) {
    size_t pairs = (s->end - s->begin) / 2, words = 0;
    if (pairs < MIN_PAIRS || (s->end - s->begin) % 2 != 0)
        return false;
    for (size_t at = s->begin; at < s->end; at += 2) {
        if (kind_of(s, at) != KIND_WORDS)
            return false;
        words += kind_of(s, at + 1) == KIND_WORDS;
    }
    return words * 4 <= pairs;
}

/* How a section divides: rows of `width` cells in [begin, end), rows of one
 * pair elsewhere. */
struct division {
    size_t width; /* 0 when it is uncertain */
    size_t begin, end;
};

/* Pairs with the same label from line `at` on. */
static size_t count_equal(const struct section *s, size_t at) {
    struct str label = cell_text(&s->lines->items[at]);
    size_t next = at + 2;
    while (next < s->end && str_eq(cell_text(&s->lines->items[next]), label))
        next += 2;
    return (next - at) / 2;
}

/* A label that comes several times in turn (县财政 | 10 | 县财政 | 8)
 * stands in one row under as many headings, which are the pairs before the
 * first such row. */
static struct division divide_pairs(const struct section *s) {
    struct division d = {2, s->begin, s->end};
    size_t found = 1;
    for (size_t at = s->begin, equal; at < s->end; at += 2 * equal) {
        equal = count_equal(s, at);
        if (equal == 1)
            continue;
        if (found > 1 && (equal != found || at != d.end))
            return (struct division){0};
        d.begin = found > 1 ? d.begin : at;
        d.end = at + 2 * equal;
        found = equal;
    }
    d.width = 2 * found;
    if (found > 1 && d.begin - s->begin >= d.width)
        d.begin -= d.width;
    return d;
}

/* The narrowest width that explains all rows: with 3 columns the kinds also
 * repeat after 6 and 9. */
static struct division divide(const struct section *s) {
    if (s->end - s->begin < MIN_CELLS)
        return (struct division){0};
    for (size_t width = MIN_WIDTH; width <= MAX_WIDTH; width++) {
        if (repeats(s, width))
            return (struct division){width, s->begin, s->end};
    }
    return is_pairs(s) ? divide_pairs(s) : (struct division){0};
}

/* Whether the cell on line `at` is the first of its row. */
static bool begins_row(const struct section *s, const struct division *d, size_t at) {
    if (at < s->begin)
        return true;
    if (at >= d->begin && at < d->end)
        return (at - d->begin) % d->width == 0;
    return (at - s->begin) % 2 == 0;
}

bool layout_bar_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end) {
    rows_clear(rows);
    *end = first + 1;
    if (!is_closed(&lines->items[first]))
        return false;
    struct section s = find_section(lines, first);
    *end = s.end > first ? s.end : first + 1;
    struct division d = divide(&s);
    for (size_t at = s.title; d.width > 0 && at < s.end; at++) {
        const struct line *line = &lines->items[at];
        if (begins_row(&s, &d, at)) {
            if (!rows_has_room(rows, d.width)) {
                *end = at;
                break;
            }
            rows_add_row(rows, line->number);
        }
        rows_add_cell(rows);
        rows_add_piece(rows, cell_text(line), line->number);
    }
    return rows->list.count > 0;
}
