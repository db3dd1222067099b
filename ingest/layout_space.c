/*   项目名称      预算数     执行数         项目 预算数 执行数
 *   道路养护      120.50     118.00         道路养护 120.50 118.00
 *   姓  名        （one field）             合 计 120.50 118.00 */
#include "ingest/layout_space.h"

#include <stdint.h>

#include "base/utf8.h"

enum {
    FIELDS = 24,     /* columns at the most */
    ROWS = 3,        /* rows that must agree */
    LINE_BYTES = 600 /* longer lines are no rows */
};

/* On the stack: three rows are split anew for each line that is tried. */
struct fields {
    struct str items[FIELDS];
    size_t count;
};

/* Cuts a line into fields; false when it cannot be a row. */
typedef bool splitter(struct str line, struct fields *fields);

/* A line with more words than a table has columns is prose. */
static bool add(struct fields *fields, struct str field) {
    if (fields->count == FIELDS)
        return false;
    fields->items[fields->count++] = field;
    return true;
}

/* A figure as columns hold it: 1,234.50, 98.5%, -3, and the dash for none. */
static bool is_figure(struct str s) {
    bool digit = false;
    for (size_t i = 0; i < s.len; i++) {
        if (!strchr("0123456789.,%-", s.ptr[i]))
            return false;
        digit = digit || (s.ptr[i] >= '0' && s.ptr[i] <= '9');
    }
    return digit || str_is(s, "-");
}

/* The word at or after `*at`, with the columns of the gap before it; empty at
 * the end. */
static struct str next_word(struct str line, size_t *at, size_t *gap) {
    size_t size;
    for (*gap = 0; *at < line.len; *at += size) {
        uint32_t point = utf8_decode(line, *at, &size);
        if (!utf8_is_space(point))
            break;
        *gap += point == 0x3000 ? 2 : 1;
    }
    size_t start = *at;
    for (; *at < line.len; *at += size) {
        if (utf8_is_space(utf8_decode(line, *at, &size)))
            break;
    }
    return str_slice(line, start, *at);
}

/* Short labels are spread to the width of longer ones: 姓　　名, 合 计. */
static bool is_one_character(struct str s) {
    size_t size;
    return s.len > 0 && (utf8_decode(s, 0, &size), size == s.len);
}

/* Fields with gaps of two columns or more between them; "姓  名" is one word set wide. */
static bool split_gaps(struct str line, struct fields *fields) {
    size_t at = 0, gap;
    struct str before = {0};
    fields->count = 0;
    for (;;) {
        struct str word = next_word(line, &at, &gap);
        if (word.len == 0)
            return fields->count > 2;
        bool wide = is_one_character(before) && is_one_character(word) && gap < 4;
        if (before.len > 0 && (gap < 2 || wide)) {
            struct str *field = &fields->items[fields->count - 1];
            field->len = (size_t)(word.ptr + word.len - field->ptr);
        } else if (!add(fields, word)) {
            return false;
        }
        before = word;
    }
}

/* All words of the line. */
static bool split_words(struct str line, struct fields *fields) {
    size_t at = 0, gap;
    fields->count = 0;
    for (;;) {
        struct str word = next_word(line, &at, &gap);
        if (word.len == 0)
            return fields->count > 0;
        if (!add(fields, word))
            return false;
    }
}

/* A label and the figures that end the line, at least two. */
static bool split_figures(struct str line, struct fields *fields) {
    struct fields words;
    if (!split_words(line, &words))
        return false;
    size_t label = words.count;
    while (label > 0 && is_figure(words.items[label - 1]))
        label--;
    if (label == 0 || words.count - label < 2)
        return false;
    const struct str *first = &words.items[0], *last = &words.items[label - 1];
    fields->count = 0;
    add(fields, (struct str){first->ptr, (size_t)(last->ptr + last->len - first->ptr)});
    for (size_t i = label; i < words.count; i++)
        add(fields, words.items[i]);
    return true;
}

/* Whether line `at` is a row of this kind. */
static bool is_row(const struct lines *lines, size_t at, splitter *split, struct fields *fields) {
    if (at >= lines->count)
        return false;
    const struct line *line = &lines->items[at];
    return !line->blank && line->tabs == 0 && line->text.len <= LINE_BYTES &&
           !str_has(line->text, "。") && split(str_trim(line->text), fields);
}

/* Whether ROWS rows of one width begin at line `at`, with figures below each
 * other in one column of all but the first. */
static bool agree(const struct lines *lines, size_t at, splitter *split, size_t *width) {
    bool figures[FIELDS] = {false}, any = false;
    for (size_t i = 0; i < ROWS; i++) {
        struct fields fields;
        if (!is_row(lines, at + i, split, &fields) || (i > 0 && fields.count != *width))
            return false;
        *width = fields.count;
        for (size_t c = 0; i > 0 && c < fields.count; c++)
            figures[c] = is_figure(fields.items[c]) && (i == 1 || figures[c]);
    }
    for (size_t c = 0; c < *width; c++)
        any = any || figures[c];
    return any;
}

static void add_row(struct rows *rows, const struct line *line, const struct fields *fields,
                    size_t width) {
    rows_add_row(rows, line->number);
    for (size_t blank = fields->count; blank < width; blank++)
        rows_add_cell(rows);
    for (size_t i = 0; i < fields->count; i++) {
        rows_add_cell(rows);
        rows_add_piece(rows, fields->items[i], line->number);
    }
}

/* Whether line `at` heads rows of `width` fields: as many words, or one less
 * when the corner is blank, none of them a figure. */
static bool is_header(const struct lines *lines, size_t at, size_t width, struct fields *fields) {
    if (!is_row(lines, at, split_words, fields))
        return false;
    for (size_t i = 0; i < fields->count; i++) {
        if (is_figure(fields->items[i]))
            return false;
    }
    return fields->count == width || fields->count + 1 == width;
}

/* Reads all rows from line `at` on that are like the first; returns the line
 * behind them. */
static size_t read_rows(const struct lines *lines, size_t at, splitter *split, struct rows *rows) {
    struct fields fields;
    size_t width = 0;
    for (; is_row(lines, at, split, &fields); at++) {
        width = width == 0 ? fields.count : width;
        if (fields.count != width || !rows_has_room(rows, width))
            break;
        add_row(rows, &lines->items[at], &fields, width);
    }
    return at;
}

/* Gaps prove more than figures, so they come first. A header that is not of one
 * width with its rows (项目 预算数 over 道路养护 120.50 118.00) is
 * taken along only when the rows below it agree already. */
bool layout_space_read(const struct lines *lines, size_t first, struct rows *rows, size_t *end) {
    struct fields header;
    size_t width = 0;
    rows_clear(rows);
    *end = first + 1;
    if (agree(lines, first, split_gaps, &width)) {
        *end = read_rows(lines, first, split_gaps, rows);
    } else if (agree(lines, first, split_figures, &width)) {
        *end = read_rows(lines, first, split_figures, rows);
    } else if (agree(lines, first + 1, split_figures, &width) &&
               is_header(lines, first, width, &header)) {
        add_row(rows, &lines->items[first], &header, width);
        *end = read_rows(lines, first + 1, split_figures, rows);
    }
    return rows->list.count > 0;
}
