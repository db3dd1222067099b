#include "ingest/passage.h"

#include "ingest/residue.h"

/* Text and raw text under construction, both long enough for all pieces. */
struct builder {
    bool cell;
    char *text, *raw;
    size_t text_len, raw_len;
    struct line_mark *marks;
    uint32_t mark_count;
    bool differs;
};

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Both buffers were made long enough by reserve, and residue never grows. */
static void append(char *to, size_t *len, struct str s) {
    memcpy(to + *len, s.ptr, s.len);
    *len += s.len;
}

/* Chinese has no spaces: a sentence that a page cut is joined as it is. Only
 * two Latin words would grow together. */
static void put_separator(struct builder *b, struct str next) {
    if (b->text_len == 0)
        return;
    bool words = is_letter(b->text[b->text_len - 1]) && is_letter(next.ptr[0]);
    if (!b->cell && !words)
        return;
    struct str separator = str_of(b->cell ? "\n" : " ");
    append(b->text, &b->text_len, separator);
    append(b->raw, &b->raw_len, separator);
}

/* The mark is where the piece begins in the joined text, so that a figure in it
 * can be traced to its own line of the file. */
static void put_piece(struct builder *b, struct str raw, struct str text, struct line_mark mark) {
    put_separator(b, text);
    mark.offset = (uint32_t)b->text_len;
    b->marks[b->mark_count++] = mark;
    append(b->text, &b->text_len, text);
    append(b->raw, &b->raw_len, raw);
    b->differs = b->differs || !str_eq(raw, text);
}

/* One byte more for each piece: its separator. */
static bool reserve(struct arena *arena, struct pieces pieces, struct builder *b) {
    size_t size = 1;
    for (size_t i = 0; i < pieces.count; i++)
        size += pieces.items[i].text.len + 1;
    b->text = arena_alloc(arena, size);
    b->raw = arena_alloc(arena, size);
    b->marks = arena_array(arena, pieces.count + 1, sizeof *b->marks);
    return b->text && b->raw && b->marks;
}

static uint32_t byte_of(struct pieces pieces, struct str stretch) {
    return (uint32_t)((uintptr_t)stretch.ptr - (uintptr_t)pieces.base);
}

static const struct place nowhere = {PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};

/* One stretch without residue, as nearly all cells and paragraphs are: a copy
 * and no more. */
static bool build_plain(struct arena *arena, struct pieces pieces, struct passage *passage) {
    const struct piece *piece = pieces.items;
    struct str raw = str_trim(piece->text), text = residue_resolve(arena, raw);
    if (text.ptr != raw.ptr)
        return false;
    *passage = (struct passage){.at = nowhere};
    passage->at.line = (int32_t)piece->line;
    passage->byte = byte_of(pieces, raw);
    if (text.len > 0)
        passage->text = str_copy(arena, text);
    return true;
}

/* `raw` is kept only where residue was resolved: a reader who looks for the
 * quoted words must find them in the file. */
static bool build(struct arena *arena, struct pieces pieces, bool cell, struct passage *passage) {
    struct builder b = {.cell = cell};
    if (pieces.count == 1 && build_plain(arena, pieces, passage))
        return !arena->exhausted;
    if (!reserve(arena, pieces, &b))
        return false;
    for (size_t i = 0; i < pieces.count; i++) {
        struct str raw = str_trim(pieces.items[i].text);
        struct str text = str_trim(residue_resolve(arena, raw));
        if (text.len > 0)
            put_piece(&b, raw, text,
                      (struct line_mark){0, pieces.items[i].line, byte_of(pieces, raw)});
    }
    *passage = (struct passage){.text = {b.text, b.text_len}, .at = nowhere};
    if (b.mark_count > 0) {
        passage->at.line = (int32_t)b.marks[0].line;
        passage->byte = b.marks[0].byte;
    } else if (pieces.count > 0) {
        passage->at.line = (int32_t)pieces.items[0].line;
        passage->byte = byte_of(pieces, pieces.items[0].text);
    }
    if (b.differs)
        passage->raw = (struct str){b.raw, b.raw_len};
    if (b.mark_count > 1) {
        passage->marks = b.marks;
        passage->mark_count = b.mark_count;
    }
    return !arena->exhausted;
}

bool passage_paragraph(struct arena *arena, struct pieces pieces, struct passage *passage) {
    return build(arena, pieces, false, passage);
}

bool passage_cell(struct arena *arena, struct pieces pieces, struct passage *passage) {
    return build(arena, pieces, true, passage);
}
