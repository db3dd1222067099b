#include "ingest/docx_flow.h"

#include <string.h>

/* Doubled at the least: runs come in pieces of a few bytes, and the old buffer
 * is not given back. */
bool docx_buffer_add(struct docx_buffer *buffer, struct arena *arena, struct str piece) {
    if (piece.len > buffer->room - buffer->len) {
        size_t room = (buffer->len + piece.len) * 2 + 256;
        char *moved = arena_alloc(arena, room);
        if (!moved)
            return false;
        if (buffer->len > 0)
            memcpy(moved, buffer->ptr, buffer->len);
        buffer->ptr = moved;
        buffer->room = room;
    }
    if (piece.len > 0)
        memcpy(buffer->ptr + buffer->len, piece.ptr, piece.len);
    buffer->len += piece.len;
    return true;
}

void docx_flow_reset(struct docx_flow *flow, struct arena *arena) {
    /* The buffers are most of what a flow costs: thousands of cells share
     * one. */
    struct docx_flow kept = *flow;
    *flow = (struct docx_flow){
        .arena = arena, .text = kept.text, .hidden = kept.hidden, .numbers = kept.numbers};
    memcpy(&flow->revisions, &kept.revisions, sizeof flow->revisions);
    memcpy(&flow->marks, &kept.marks, sizeof flow->marks);
    flow->text.len = flow->hidden.len = flow->numbers.len = 0;
    flow->revisions.count = flow->marks.count = 0;
}

static bool add(struct docx_flow *flow, struct docx_buffer *buffer, struct str piece) {
    return docx_buffer_add(buffer, flow->arena, piece);
}

/* A paragraph whose mark is a tracked deletion (w:rPr/w:del, 17.13.5) is one
 * with the next in the final view: its text goes on, but the properties are
 * those of the paragraph whose mark stays. */
bool docx_flow_start_paragraph(struct docx_flow *flow) {
    static const struct str feed = STR("\n");
    flow->paragraph = (struct docx_paragraph){
        .outline = STYLE_UNSET, .num_id = STYLE_UNSET, .num_level = STYLE_UNSET};
    flow->ends_empty = false;
    if (flow->carried) {
        flow->carried = false;
        return true;
    }
    if (flow->paragraphs > 0 && !add(flow, &flow->text, feed))
        return false;
    flow->start = flow->text.len;
    flow->hidden_start = flow->hidden.len;
    flow->has_boxes = false;
    return true;
}

/* Ends a paragraph for good: a line more of text and numbers, of hidden text if
 * there is any. */
static bool finish(struct docx_flow *flow, struct str number) {
    static const struct str feed = STR("\n");
    if (flow->hidden.len > flow->hidden_start && !add(flow, &flow->hidden, feed))
        return false;
    if (flow->paragraphs > 0 && !add(flow, &flow->numbers, feed))
        return false;
    flow->ends_empty = flow->text.len == flow->start && number.len == 0 && !flow->has_boxes;
    flow->numbered = flow->numbered || number.len > 0;
    flow->paragraphs++;
    return add(flow, &flow->numbers, number);
}

bool docx_flow_end_paragraph(struct docx_flow *flow) {
    if (flow->paragraph.mark_deleted) {
        flow->carried = true;
        return true;
    }
    return finish(flow, flow->paragraph.number);
}

bool docx_flow_end_carried(struct docx_flow *flow, bool *finished) {
    *finished = false;
    if (!flow->carried)
        return true;
    flow->carried = false;
    if (flow->text.len > flow->start || flow->hidden.len > flow->hidden_start || flow->has_boxes) {
        *finished = true;
        return finish(flow, (struct str){0});
    }
    if (flow->paragraphs > 0)
        flow->text.len = flow->start - 1; /* with the line feed before it */
    return true;
}

void docx_flow_drop_empty(struct docx_flow *flow) {
    if (!flow->ends_empty || flow->paragraphs < 1)
        return;
    flow->paragraphs--;
    if (flow->paragraphs > 0) {
        flow->text.len--;
        flow->numbers.len--;
    }
}

/* Empty text takes no memory: of a table, most cells have no hidden text. */
static struct str copy(struct arena *arena, struct str text) {
    return text.len > 0 ? str_copy(arena, text) : (struct str){0};
}

/* The flow's own are used again for the next paragraph. */
static void copy_revisions(const struct docx_flow *flow, struct passage *passage) {
    size_t count = flow->revisions.count;
    struct revision *revisions =
        count > 0 ? arena_array(flow->arena, count, sizeof *revisions) : NULL;
    if (!revisions)
        return;
    memcpy(revisions, flow->revisions.items, count * sizeof *revisions);
    passage->revisions = revisions;
    passage->revision_count = (uint32_t)count;
}

/* One mark at the beginning is the passage's own. */
static void copy_marks(const struct docx_flow *flow, struct passage *passage) {
    size_t count = flow->marks.count;
    const struct line_mark *first = flow->marks.items;
    passage->part = flow->part;
    passage->byte = count > 0 ? first->byte : flow->begin;
    if (count == 0 || (count == 1 && first->offset == 0))
        return;
    struct line_mark *marks = arena_array(flow->arena, count, sizeof *marks);
    if (!marks)
        return;
    memcpy(marks, first, count * sizeof *marks);
    passage->marks = marks;
    passage->mark_count = (uint32_t)count;
}

void docx_flow_copy(const struct docx_flow *flow, struct passage *passage) {
    struct str hidden = {flow->hidden.ptr, flow->hidden.len};
    passage->text = copy(flow->arena, (struct str){flow->text.ptr, flow->text.len});
    if (flow->numbered)
        passage->numbering = copy(flow->arena, (struct str){flow->numbers.ptr, flow->numbers.len});
    if (hidden.len > 0 && hidden.ptr[hidden.len - 1] == '\n')
        hidden.len--;
    passage->hidden = copy(flow->arena, hidden);
    copy_revisions(flow, passage);
    copy_marks(flow, passage);
}

/* The change that ends at byte `at` of the text, or NULL. */
static struct revision *revision_until(struct docx_flow *flow, size_t at) {
    if (flow->revisions.count == 0)
        return NULL;
    struct revision *last = &flow->revisions.items[flow->revisions.count - 1];
    return last->offset + (size_t)last->inserted == at ? last : NULL;
}

/* An insertion of several runs, or one in the place of what was deleted, is one
 * change. */
bool docx_flow_note_inserted(struct docx_flow *flow, size_t start) {
    uint32_t len = (uint32_t)(flow->text.len - start);
    struct revision *last = revision_until(flow, start);
    if (last)
        last->inserted += len;
    return len == 0 || last ||
           VEC_PUSH(flow->arena, &flow->revisions,
                    ((struct revision){.offset = (uint32_t)start, .inserted = len}));
}

bool docx_flow_note_deleted(struct docx_flow *flow, struct str text) {
    struct revision revision = {.offset = (uint32_t)flow->text.len};
    if (text.len == 0)
        return true;
    revision.deleted = str_copy(flow->arena, text);
    return revision.deleted.ptr && VEC_PUSH(flow->arena, &flow->revisions, revision);
}

bool docx_flow_mark(struct docx_flow *flow, uint32_t byte) {
    uint32_t offset = (uint32_t)flow->text.len;
    const struct line_mark *last =
        flow->marks.count > 0 ? &flow->marks.items[flow->marks.count - 1] : NULL;
    if (last && last->byte + (offset - last->offset) == byte)
        return true;
    return VEC_PUSH(flow->arena, &flow->marks, ((struct line_mark){offset, 0, byte}));
}

void docx_flow_shift_marks(struct docx_flow *flow, size_t start, size_t cut) {
    for (size_t i = flow->marks.count; i > 0 && flow->marks.items[i - 1].offset >= start; i--) {
        struct line_mark *mark = &flow->marks.items[i - 1];
        size_t gone = mark->offset - start < cut ? cut - (mark->offset - start) : 0;
        mark->byte += (uint32_t)gone;
        mark->offset -= (uint32_t)(cut - gone);
    }
}
