/*   bytes ─ charset ─> text ─ lines ─> lines ┬─ layout_* ─> rows ──> table
 *                                            └─ prose ───> pieces ─> paragraph
 *
 * Each line is offered to the layouts in turn; the first that sees a table begin there takes all
 * its lines. What no layout wants is a paragraph, or goes on with the one before. So one file may
 * mix all layouts. */
#include "ingest/text.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "ingest/charset.h"
#include "ingest/layout_bar.h"
#include "ingest/layout_cells.h"
#include "ingest/layout_pipe.h"
#include "ingest/layout_space.h"
#include "ingest/layout_tab.h"
#include "ingest/lines.h"
#include "ingest/passage.h"
#include "ingest/prose.h"
#include "ingest/rows.h"

/* A layout of tables: see layout_tab.h for the contract that all share. */
typedef bool layout_reader(const struct lines *lines, size_t first, struct rows *rows, size_t *end);

/* In the order of how much a layout proves: spaces last, for prose has them
 * too. */
static layout_reader *const layouts[] = {layout_tab_read, layout_cells_read, layout_pipe_read,
                                         layout_bar_read, layout_space_read};

enum { LAYOUTS = sizeof layouts / sizeof *layouts };

/* A text being read. */
struct reader {
    struct doc *doc;
    struct arena *scratch;
    struct lines lines;
    struct rows rows;
    size_t barred[LAYOUTS];      /* no table of this layout begins before this line */
    VEC(struct piece) paragraph; /* lines of the paragraph under construction */
    size_t blanks;               /* blank lines behind it */
};

/* ---- paragraphs */

/* Length of the Markdown mark "## " in front of a heading, its level in
 * `*level`. */
static size_t heading_mark(struct str line, uint32_t *level) {
    size_t at = 0;
    while (at < line.len && line.ptr[at] == '#')
        at++;
    bool mark = at > 0 && at <= 6 && at < line.len && line.ptr[at] == ' ';
    *level = mark ? (uint32_t)at : 0;
    return mark ? at + 1 : 0;
}

/* Ends the paragraph under construction, if there is one. */
static bool end_paragraph(struct reader *r) {
    struct document *document = &r->doc->document;
    struct arena *arena = &r->doc->arena;
    struct passage passage;
    uint32_t level;
    if (r->paragraph.count == 0)
        return true;
    struct piece *first = &r->paragraph.items[0];
    first->text = str_slice(first->text, heading_mark(first->text, &level), first->text.len);
    struct pieces pieces = {first, r->paragraph.count, r->rows.base};
    bool made = passage_paragraph(arena, pieces, &passage);
    r->paragraph.count = 0;
    if (!made || passage.text.len == 0)
        return made;
    passage.outline = level;
    struct block block = {BLOCK_PARAGRAPH, (uint32_t)document->paragraphs.count};
    return VEC_PUSH(arena, &document->paragraphs, passage) &&
           VEC_PUSH(arena, &document->blocks, block);
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* A figure that the cut divides is put together, for two figures in a row say
 * nothing; the reader is told. */
static void warn_figure(struct reader *r, struct str before, const struct line *line) {
    struct place place = {(int32_t)line->number, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};
    struct str last = str_trim(before), first = str_trim(line->text);
    if (is_digit(last.ptr[last.len - 1]) && is_digit(first.ptr[0]))
        doc_warn(r->doc, "figure_across_lines", &place,
                 "the figure at the beginning of line %u began on the line before", line->number);
}

/* Adds a line to the paragraph whose sentence it continues, else begins a
 * paragraph with it. */
static bool add_line(struct reader *r, size_t at) {
    const struct line *line = &r->lines.items[at];
    /* a page number stands at the end of a page, the last page included, or at
     * its beginning */
    bool page = line->page || at + 1 == r->lines.count || r->lines.items[at + 1].page;
    if (prose_is_page_number(line->text, page))
        return true;
    struct str before = {0};
    if (r->paragraph.count > 0)
        before = r->paragraph.items[r->paragraph.count - 1].text;
    if (before.len > 0 && prose_continues(before, line->text, r->blanks))
        warn_figure(r, before, line);
    else if (!end_paragraph(r))
        return false;
    r->blanks = 0;
    return VEC_PUSH(r->scratch, &r->paragraph, ((struct piece){line->text, line->number}));
}

/* ---- tables */

/* Reads the table that begins at line `at`; `*end` is the line behind it, or
 * `at` when there is none. No line is offered to a layout again that has
 * declined it, so that all stays linear. */
static bool read_table(struct reader *r, size_t at, size_t *end, struct err *err) {
    *end = at;
    for (size_t i = 0; i < LAYOUTS; i++) {
        size_t next;
        if (at < r->barred[i])
            continue;
        bool found = layouts[i](&r->lines, at, &r->rows, &next);
        if (!arena_check(r->scratch, err))
            return false;
        if (!found) {
            r->barred[i] = next;
            continue;
        }
        *end = next;
        r->blanks = 0;
        if (!end_paragraph(r))
            return arena_check(&r->doc->arena, err);
        return rows_table(&r->rows, r->doc, err);
    }
    return true;
}

/* Each turn takes at least one line, whatever the layouts say. */
static bool read_blocks(struct reader *r, struct err *err) {
    for (size_t at = 0; at < r->lines.count;) {
        size_t end = at;
        if (r->lines.items[at].blank) {
            r->blanks++;
            at++;
            continue;
        }
        if (!read_table(r, at, &end, err))
            return false;
        if (end == at && !add_line(r, at++))
            return arena_check(r->scratch, err) && arena_check(&r->doc->arena, err);
        at = end > at ? end : at;
    }
    return end_paragraph(r) || arena_check(&r->doc->arena, err);
}

/* ---- the file */

/* A warning for each line with U+FFFD: characters that the file or its encoding
 * lost. */
static void warn_lost(struct doc *doc, const struct lines *lines) {
    for (size_t i = 0; i < lines->count; i++) {
        size_t at = str_find(lines->items[i].text, "\xEF\xBF\xBD", 0);
        struct place place = {(int32_t)lines->items[i].number, PLACE_NONE, PLACE_NONE, PLACE_NONE,
                              PLACE_NONE};
        if (at != SIZE_MAX)
            doc_warn(doc, "text_unreadable_bytes", &place,
                     "unreadable or control characters in line %u, byte %zu, shown as U+FFFD",
                     lines->items[i].number, at + 1);
    }
}

/* ---- bytes of the file */

struct offsets {
    uint32_t **items;
    size_t count, capacity;
};

/* Without marks the passage has its one byte only. */
static bool gather(struct reader *r, struct passage *passage, struct offsets *all) {
    bool done = VEC_PUSH(r->scratch, all, &passage->byte);
    for (uint32_t i = 0; done && i < passage->mark_count; i++)
        done = VEC_PUSH(r->scratch, all, &passage->marks[i].byte);
    return done;
}

static int by_offset(const void *left, const void *right) {
    uint32_t a = **(uint32_t *const *)left, b = **(uint32_t *const *)right;
    return a < b ? -1 : a > b;
}

/* Passages were placed in the decoded text; the file has another encoding, or a mark before it. In
 * order, so that one walk through the file finds them all. */
static bool trace(struct reader *r, struct str bytes, const struct decoded *decoded,
                  struct err *err) {
    struct document *document = &r->doc->document;
    struct offsets all = {0};
    bool done = true;
    for (size_t i = 0; done && i < document->paragraphs.count; i++)
        done = gather(r, &document->paragraphs.items[i], &all);
    for (size_t i = 0; done && i < document->tables.count; i++) {
        const struct table *table = &document->tables.items[i];
        for (uint32_t c = 0; done && c < table->cell_count; c++)
            done = gather(r, &table->cells[c].passage, &all);
    }
    if (!done)
        return arena_check(r->scratch, err);
    if (all.count > 1)
        qsort(all.items, all.count, sizeof *all.items, by_offset);
    return charset_trace(decoded, bytes, all.items, all.count, err);
}

/* Lines and rows are scratch: they are several times as large as the text and
 * die with this call, while the document lives on. */
static bool read_with(struct arena *scratch, struct doc *doc, struct str bytes, struct err *err) {
    struct reader r = {.doc = doc, .scratch = scratch, .rows = {.arena = scratch}};
    struct decoded decoded;
    if (!charset_decode(scratch, bytes, &decoded, err))
        return false;
    doc->source.encoding = str_of(decoded.encoding);
    if (!lines_split(scratch, decoded.text, &r.lines, err))
        return false;
    warn_lost(doc, &r.lines);
    r.rows.base = decoded.text.ptr;
    return read_blocks(&r, err) && (!doc->document.traced || trace(&r, bytes, &decoded, err));
}

bool text_read(struct doc *doc, struct str bytes, struct err *err) {
    struct arena scratch;
    if (bytes.len > LIMIT_TEXT_BYTES)
        return err_set(err, ERR_TOO_LARGE, 0, "%zu bytes of text, at most %u are read", bytes.len,
                       LIMIT_TEXT_BYTES);
    arena_init(&scratch, LIMIT_ARENA_BYTES);
    bool done = read_with(&scratch, doc, bytes, err);
    arena_clear(&scratch);
    return done;
}
