/*   | 指标 | 分值 |        指标 | 分值        指标 | 分值 |
 *   |------|-----:|        产出 | 50          50 |
 *   | 产出 | 50   |             | 30          │ 产出 │ 50 │ */
#include "ingest/layout_pipe.h"

#include <stdint.h>

#include "base/limits.h"
#include "base/utf8.h"

enum { GAP = 1 /* blank lines between two rows of one width */ };

/* Length of the bar at byte `at`, 0 when none is there. */
static size_t bar_at(struct str s, size_t at) {
    static const char *const wide[] = {"｜", "│", "┃", "║"};
    if (s.ptr[at] == '|')
        return at > 0 && s.ptr[at - 1] == '\\' ? 0 : 1;
    if (s.ptr[at] != wide[0][0] && s.ptr[at] != wide[1][0])
        return 0;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (str_starts(str_slice(s, at, s.len), wide[i]))
            return strlen(wide[i]);
    }
    return 0;
}

/* Where the bars of a line stand. */
struct bars {
    size_t count;
    bool first, last; /* at its ends */
};

/* Byte by byte is safe in UTF-8: no bar begins inside another character. */
static struct bars find_bars(const struct line *line) {
    struct str text = str_trim(line->text);
    struct bars bars = {0};
    for (size_t at = 0; at < text.len;) {
        size_t bar = bar_at(text, at);
        bars.first = bars.first || (bar > 0 && at == 0);
        bars.last = bar > 0 && at + bar == text.len;
        bars.count += bar > 0;
        at += bar > 0 ? bar : 1;
    }
    return bars;
}

/* A line that only draws: |---|:--:|, +----+, ├──┼──┤ */
static bool is_border(const struct line *line) {
    struct str text = str_trim(line->text);
    size_t strokes = 0;
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        bool drawn = point >= 0x2500 && point <= 0x257F;
        if (!drawn && (point >= 0x80 || !strchr("+-=:| ", (int)point)))
            return false;
        strokes += drawn || point == '-' || point == '=';
    }
    return strokes >= 2;
}

/* A row, not a cell with a line of its own ("50 |") unless other rows show that
 * it is one. */
static bool is_row(const struct line *line, const struct bars *bars) {
    return bars->count > 0 && bars->count < LIMIT_GRID_COLS && line->tabs < 2;
}

/* What the rows of a table have in common. */
struct shape {
    bool first, last; /* all rows begin, end with a bar */
    size_t rows;
    size_t ends;    /* bars at the ends of the first row */
    size_t inner;   /* rows with a bar between two cells */
    size_t borders; /* lines left out */
    size_t end;     /* index of the first line behind the table */
};

/* Whether a line goes on with the table. Rows with bars at both ends and rows
 * with none do not mix: "注：甲|乙两类。" above a framed table is
 * prose. */
static bool belongs(const struct shape *shape, const struct line *line, const struct bars *bars) {
    size_t ends = (size_t)bars->first + bars->last;
    if (is_border(line))
        return true;
    return is_row(line, bars) && (shape->rows == 0 || shape->ends + ends != 2 || ends == 1);
}

/* Ends count only when all rows agree: "50 |" beside "| 产出 | 50" may have a
 * blank last cell. */
static void count_row(struct shape *shape, const struct bars *bars) {
    size_t ends = (size_t)bars->first + bars->last;
    if (shape->rows++ == 0)
        shape->ends = ends;
    shape->first = shape->first && bars->first;
    shape->last = shape->last && bars->last;
    shape->inner += bars->count > ends;
}

/* Looks at all lines of the table that may begin at `first`: whether its bars
 * are borders shows only when all rows are known. */
static struct shape measure(const struct lines *lines, size_t first) {
    struct shape shape = {.first = true, .last = true, .end = first};
    size_t width = 0;
    for (size_t at = first, gap = 0; at < lines->count; at++) {
        const struct line *line = &lines->items[at];
        struct bars bars = find_bars(line);
        gap = line->blank ? gap + 1 : gap;
        if (line->blank && gap <= GAP)
            continue;
        if (!belongs(&shape, line, &bars) || (gap > 0 && bars.count != width))
            break;
        gap = 0;
        width = bars.count;
        shape.end = at + 1;
        if (is_border(line))
            shape.borders++;
        else
            count_row(&shape, &bars);
    }
    return shape;
}

/* The cells of a row; "<br>" is a line break in a cell. */
static void add_row(struct rows *rows, const struct line *line, const struct shape *shape) {
    struct str text = str_trim(line->text);
    size_t start = shape->first ? bar_at(text, 0) : 0, at = start;
    rows_add_row(rows, line->number);
    rows_add_cell(rows);
    while (at < text.len) {
        size_t bar = bar_at(text, at);
        bool broken = bar == 0 && str_starts(str_slice(text, at, text.len), "<br>");
        if (bar == 0 && !broken) {
            at++;
            continue;
        }
        rows_add_piece(rows, str_slice(text, start, at), line->number);
        at += broken ? strlen("<br>") : bar;
        start = at;
        if (!broken && (start < text.len || !shape->last))
            rows_add_cell(rows);
    }
    if (start < text.len)
        rows_add_piece(rows, str_slice(text, start, text.len), line->number);
}

bool layout_pipe_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end) {
    rows_clear(rows);
    *end = first + 1;
    struct bars bars = find_bars(&lines->items[first]);
    if (lines->items[first].blank ||
        (!is_row(&lines->items[first], &bars) && !is_border(&lines->items[first])))
        return false;
    struct shape shape = measure(lines, first);
    *end = shape.end > first ? shape.end : first + 1;
    /* cells on lines of their own are another layout, and one line with a bar
     * is prose */
    if (shape.inner * 2 < shape.rows || shape.inner == 0 || shape.rows + shape.borders < 2)
        return false;
    for (size_t at = first; at < shape.end; at++) {
        const struct line *line = &lines->items[at];
        if (!line->blank && !is_border(line) && rows_has_room(rows, find_bars(line).count + 1))
            add_row(rows, line, &shape);
    }
    return rows->list.count > 0;
}
