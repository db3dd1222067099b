#include "ingest/passage.h"

#include "ingest/residue.h"

/* Text and raw text under construction, both long enough for all pieces. */
struct builder {
    char *text, *raw;
    size_t text_len, raw_len;
    struct line_mark *marks;
    uint32_t mark_count;
    bool differs;
};

static bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void append(char *to, size_t *len, struct str s) {
    if (s.len > 0)
        memcpy(to + *len, s.ptr, s.len);
    *len += s.len;
}

static void put_separator(struct builder *b, struct str next, bool cell) {
    if (b->text_len == 0)
        return;
    bool words = is_word(b->text[b->text_len - 1]) && next.len > 0 && is_word(next.ptr[0]);
    if (!cell && !words)
        return;
    struct str separator = str_of(cell ? "\n" : " ");
    append(b->text, &b->text_len, separator);
    append(b->raw, &b->raw_len, separator);
}

static void put_piece(struct builder *b, struct str raw, struct str text, uint32_t line,
                      bool cell) {
    put_separator(b, text, cell);
    b->marks[b->mark_count++] = (struct line_mark){(uint32_t)b->text_len, line};
    append(b->text, &b->text_len, text);
    append(b->raw, &b->raw_len, raw);
    b->differs = b->differs || !str_eq(raw, text);
}

static bool build(struct arena *arena, const struct piece *pieces, size_t count, bool cell,
                  struct passage *passage) {
    size_t size = 1;
    for (size_t i = 0; i < count; i++)
        size += pieces[i].text.len + 1;
    struct builder b = {.text = arena_alloc(arena, size), .raw = arena_alloc(arena, size)};
    b.marks = arena_array(arena, count + 1, sizeof *b.marks);
    if (!b.text || !b.raw || !b.marks)
        return false;
    for (size_t i = 0; i < count; i++) {
        struct str raw = str_trim(pieces[i].text);
        struct str text = str_trim(residue_resolve(arena, raw));
        if (text.len > 0)
            put_piece(&b, raw, text, pieces[i].line, cell);
    }
    *passage = (struct passage){.text = {b.text, b.text_len}};
    passage->at = (struct place){PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};
    if (count > 0)
        passage->at.line = (int32_t)(b.mark_count > 0 ? b.marks[0].line : pieces[0].line);
    if (b.differs)
        passage->raw = (struct str){b.raw, b.raw_len};
    if (b.mark_count > 1) {
        passage->marks = b.marks;
        passage->mark_count = b.mark_count;
    }
    return true;
}

bool passage_paragraph(struct arena *arena, const struct piece *pieces, size_t count,
                       struct passage *passage) {
    return build(arena, pieces, count, false, passage);
}

bool passage_cell(struct arena *arena, const struct piece *pieces, size_t count,
                  struct passage *passage) {
    return build(arena, pieces, count, true, passage);
}
