#include "validate/trace.h"

#include <string.h>

#include "base/utf8.h"
#include "model/glyph.h"
#include "validate/grid.h"
#include "validate/relation.h"

/* A longer run of digits is no figure; without a bound, a thousand changes in
 * one of a million would be walked over a thousand times. */
enum { FIGURE_BYTES = 120, LABEL_BYTES = 60 };

struct trace {
    struct doc *doc;
    const struct config *config;
    struct err *err;
    uint32_t part; /* of the passage that is looked at */
};

/* ---- numbers */

/* A digit, or what may stand between two. */
static bool is_inside(uint32_t point) {
    return glyph_digit(point) >= 0 || point == '.' || point == ',' || point == 0xFF0E ||
           point == 0xFF0C;
}

static size_t figure_start(struct str text, size_t at) {
    size_t start = at;
    while (start > 0 && at - start < FIGURE_BYTES && is_inside(glyph_before(text, start)))
        start = utf8_before(text, start);
    return start;
}

static size_t figure_end(struct str text, size_t at) {
    size_t end = at, size;
    while (end < text.len && end - at < FIGURE_BYTES && is_inside(utf8_decode(text, end, &size)))
        end += size;
    return end;
}

struct figure {
    size_t from, to;  /* bytes of the text */
    struct str value; /* plain: full-width digits and separators resolved; empty: there is none */
};

/* The next number at or after byte `at`. */
static struct figure next_figure(struct arena *arena, struct str text, size_t at) {
    size_t size, len = 0;
    while (at < text.len && glyph_digit(utf8_decode(text, at, &size)) < 0)
        at += size;
    struct figure figure = {.from = at, .to = at};
    struct str raw = str_slice(text, at, figure_end(text, at));
    char *plain = arena_alloc(arena, raw.len + 1);
    for (size_t i = 0; plain && i < raw.len; i += size) {
        uint32_t point = utf8_decode(raw, i, &size);
        if (glyph_digit(point) >= 0) {
            plain[len++] = (char)('0' + glyph_digit(point));
            figure.to = at + i + size;
            figure.value = (struct str){plain, len};
        } else if (point == '.' || point == 0xFF0E) {
            plain[len++] = '.'; /* counts once a digit follows */
        }
    }
    return figure;
}

/* ---- labels */

/* What separates a phrase from the one before it. */
static bool is_break(uint32_t point) {
    return point == '\n' || point == ',' || point == 0xFF0C || point == 0x3002 || point == 0x3001 ||
           point == 0xFF1B || point == 0xFF1A || point == ':';
}

/* What a reader finds the place by: the phrase before the number, or the cell
 * before it. `offset` is of `text`: the text at `at`, or its raw form. */
static struct str label_at(const struct trace *t, struct str text, size_t offset,
                           const struct place *at) {
    size_t start = offset;
    while (start > 0 && offset - start < LABEL_BYTES && !is_break(glyph_before(text, start)))
        start = utf8_before(text, start);
    struct str words = str_squeeze(&t->doc->arena, str_slice(text, start, offset));
    return words.len > 0 ? words : grid_before(t->doc, at);
}

static bool report(const struct trace *t, const char *rule, enum severity severity,
                   struct notice notice) {
    notice.rule = rule;
    notice.severity = severity;
    notice.part = t->part;
    return relation_notice(t->doc, t->config, &notice, t->err);
}

/* ---- tracked changes */

/* Copies the piece and returns where the next one goes. */
static char *put(char *to, struct str piece) {
    if (piece.len > 0)
        memcpy(to, piece.ptr, piece.len);
    return to + piece.len;
}

/* What stood in the place of revisions [0, count), which touch one another,
 * with the digits on either side of it. */
static struct str text_before(struct arena *arena, struct str left,
                              const struct revision *revisions, uint32_t count, struct str right) {
    size_t len = left.len + right.len;
    for (uint32_t i = 0; i < count; i++)
        len += revisions[i].deleted.len;
    char *text = arena_alloc(arena, len + 1);
    if (!text)
        return (struct str){0};
    char *at = put(text, left);
    for (uint32_t i = 0; i < count; i++)
        at = put(at, revisions[i].deleted);
    put(at, right);
    return (struct str){text, len};
}

/* The first number that differs between the two views; false when all are the
 * same. One that is only in one view is empty in the other. */
static bool differ(struct arena *arena, struct str now, struct str before, struct str pair[2]) {
    struct figure after = {0}, earlier = {0};
    do {
        after = next_figure(arena, now, after.to);
        earlier = next_figure(arena, before, earlier.to);
        pair[0] = after.value;
        pair[1] = earlier.value;
    } while (pair[0].len > 0 && str_eq(pair[0], pair[1]));
    return !str_eq(pair[0], pair[1]);
}

/* Changes that touch one another are one: a deletion and what was typed in its
 * place. `text` is the passage's. */
static bool judge_change(const struct trace *t, const struct passage *passage, struct str text,
                         const struct revision *revisions, uint32_t count) {
    size_t from = revisions[0].offset;
    size_t to = revisions[count - 1].offset + (size_t)revisions[count - 1].inserted;
    size_t start = figure_start(text, from), end = figure_end(text, to);
    struct str pair[2];
    struct str now = str_slice(text, start, end);
    struct str before = text_before(&t->doc->arena, str_slice(text, start, from), revisions, count,
                                    str_slice(text, to, end));
    if (!differ(&t->doc->arena, now, before, pair))
        return arena_check(&t->doc->arena, t->err);
    return report(t, "text.revision", SEVERITY_INFO,
                  (struct notice){.label = label_at(t, text, start, &passage->at),
                                  .claimed = pair[0],
                                  .computed = pair[1],
                                  .text = now,
                                  .at = passage->at});
}

/* Where residue was resolved, offsets are those of the raw text. */
static bool judge_revisions(const struct trace *t, const struct passage *passage) {
    const struct revision *revisions = passage->revisions;
    struct str text = passage->raw.len > 0 ? passage->raw : passage->text;
    for (uint32_t i = 0, next; i < passage->revision_count; i = next) {
        size_t end = revisions[i].offset + (size_t)revisions[i].inserted;
        for (next = i + 1; next < passage->revision_count && revisions[next].offset == end; next++)
            end += revisions[next].inserted;
        if (end <= text.len && !judge_change(t, passage, text, revisions + i, next - i))
            return false;
    }
    return true;
}

/* ---- hidden text */

/* The mark of a list, such as "1." or （2）, is no figure. */
static bool is_mark(struct str text, const struct figure *figure) {
    uint32_t before = glyph_before(text, figure->from), after = glyph_at(text, figure->to);
    return ((before == 0 || before == '\n') && (after == 0x3001 || after == '.')) ||
           ((before == '(' || before == 0xFF08) && (after == ')' || after == 0xFF09));
}

static bool judge_hidden(const struct trace *t, const struct passage *passage) {
    struct figure figure = {0};
    do {
        figure = next_figure(&t->doc->arena, passage->hidden, figure.to);
    } while (figure.value.len > 0 && is_mark(passage->hidden, &figure));
    if (figure.value.len == 0)
        return arena_check(&t->doc->arena, t->err);
    return report(
        t, "text.hidden", SEVERITY_WARNING,
        (struct notice){.label = label_at(t, passage->text, passage->text.len, &passage->at),
                        .claimed = figure.value,
                        .text = passage->hidden,
                        .at = passage->at});
}

/* ---- passages */

static bool judge_passage(const struct trace *t, const struct passage *passage) {
    return (passage->revision_count == 0 || judge_revisions(t, passage)) &&
           (passage->hidden.len == 0 || judge_hidden(t, passage));
}

static bool judge_table(const struct trace *t, const struct table *table) {
    for (uint32_t i = 0; i < table->cell_count; i++) {
        if (!judge_passage(t, &table->cells[i].passage))
            return false;
    }
    return true;
}

/* A table and those nested in it, which follow it. */
static bool judge_tables(const struct trace *t, uint32_t index) {
    const struct document *document = &t->doc->document;
    do {
        if (!judge_table(t, &document->tables.items[index]))
            return false;
        index++;
    } while (index < document->tables.count && document->tables.items[index].parent >= 0);
    return true;
}

/* `parts` receives the part of each paragraph. */
static bool judge_blocks(struct trace *t, uint32_t *parts) {
    const struct document *document = &t->doc->document;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = &document->blocks.items[i];
        t->part = t->doc->reading.block_parts ? t->doc->reading.block_parts[i] : 0;
        if (block->kind == BLOCK_PARAGRAPH)
            parts[block->index] = t->part;
        if (block->kind == BLOCK_PARAGRAPH
                ? !judge_passage(t, &document->paragraphs.items[block->index])
                : !judge_tables(t, block->index))
            return false;
    }
    return true;
}

/* A story apart belongs to the part of its paragraph; at the end of the
 * document, to the last. */
static void enter_part(struct trace *t, const struct passage *passage, const uint32_t *parts) {
    int32_t paragraph = passage->at.paragraph;
    if (paragraph >= 0 && (size_t)paragraph < t->doc->document.paragraphs.count)
        t->part = parts[paragraph];
}

static bool judge_deletions(struct trace *t, const uint32_t *parts) {
    const struct document *document = &t->doc->document;
    for (size_t i = 0; i < document->deletions.count; i++) {
        const struct passage *lost = &document->deletions.items[i];
        struct revision whole = {.deleted = lost->text};
        struct passage gone = {
            .at = lost->at, .revisions = &whole, .revision_count = lost->text.len > 0};
        enter_part(t, lost, parts);
        if (!judge_revisions(t, &gone))
            return false;
    }
    return true;
}

bool trace_run(struct doc *doc, const struct config *config, struct err *err) {
    const struct document *document = &doc->document;
    struct trace t = {.doc = doc, .config = config, .err = err};
    uint32_t *parts = arena_array(&doc->arena, document->paragraphs.count + 1, sizeof *parts);
    if (!parts)
        return arena_check(&doc->arena, err);
    if (!judge_blocks(&t, parts))
        return false;
    for (size_t i = 0; i < document->textboxes.count; i++) {
        enter_part(&t, &document->textboxes.items[i], parts);
        if (!judge_passage(&t, &document->textboxes.items[i]))
            return false;
    }
    for (size_t i = 0; i < document->notes.count; i++) {
        enter_part(&t, &document->notes.items[i], parts);
        if (!judge_passage(&t, &document->notes.items[i]))
            return false;
    }
    return judge_deletions(&t, parts);
}
