#include "ingest/docx_story.h"

#include <stdlib.h>

void docx_story_reset(struct docx_story *story, struct err *err) {
    story->err = err;
    story->flow = NULL;
    story->flow_count = story->table_count = story->inserted = 0;
    story->fields.stack.count = story->fields.base = 0;
}

/* Paragraphs count in body order (contract: 0-based), and what stands between
 * two of them, as a table does, bears the number of the next. */
struct place docx_story_place(const struct docx_story *story) {
    return (struct place){PLACE_NONE, (int32_t)story->doc->document.paragraphs.count, PLACE_NONE,
                          PLACE_NONE, PLACE_NONE};
}

bool docx_story_exhausted(struct docx_story *story) {
    story->arena->exhausted = true;
    return arena_check(story->arena, story->err);
}

enum xml_step docx_story_enter(struct docx_story *story, bool done) {
    if (done)
        return XML_ENTER;
    docx_story_exhausted(story);
    return XML_STOP;
}

enum xml_step docx_story_skip(struct docx_story *story, bool done) {
    return done ? XML_SKIP : docx_story_enter(story, false);
}

uint32_t docx_story_byte(const struct docx_story *story) {
    return story->doc->document.traced ? xml_offset(story->xml) : 0;
}

/* Flows are made once for each depth and then used again: a document of ten
 * thousand cells needs two. */
bool docx_story_push(struct docx_story *story, bool apart) {
    struct docx_flow **slot = &story->flows[story->flow_count];
    if (!*slot)
        *slot = arena_alloc(story->arena, sizeof **slot);
    if (!*slot)
        return false;
    docx_flow_reset(*slot, story->arena);
    story->flow_count++;
    story->flow = *slot;
    story->flow->apart = apart;
    story->flow->part = (uint8_t)story->part;
    story->flow->begin = docx_story_byte(story);
    if (apart) { /* a field does not reach from one story into another */
        story->flow->outer_fields = story->fields.base;
        story->fields.base = story->fields.stack.count;
    }
    story->flow->box_start = (uint32_t)story->doc->document.textboxes.count;
    return true;
}

void docx_story_pop(struct docx_story *story) {
    story->flow_count--;
    if (story->flow->apart) {
        story->fields.stack.count = story->fields.base;
        story->fields.base = story->flow->outer_fields;
    }
    story->flow = story->flow_count > 0 ? story->flows[story->flow_count - 1] : NULL;
}

/* Whether paragraphs go into the document one by one. */
static bool is_body(const struct docx_story *story) {
    return story->flow_count == 1 && !story->flow->apart;
}

/* Puts the finished paragraph of the body into the document. */
static bool emit_paragraph(struct docx_story *story) {
    struct docx_flow *flow = story->flow;
    struct document *document = &story->doc->document;
    struct block block = {BLOCK_PARAGRAPH, (uint32_t)document->paragraphs.count};
    struct passage passage = {.at = docx_story_place(story)};
    int32_t outline = flow->paragraph.outline;
    if (document->paragraphs.count >= LIMIT_PARAGRAPHS)
        return err_set(story->err, ERR_XML_LIMIT, 0, "more than %u paragraphs", LIMIT_PARAGRAPHS);
    docx_flow_copy(flow, &passage);
    passage.outline = outline >= 0 && outline < 9 ? (uint32_t)outline + 1 : 0;
    for (uint32_t i = flow->box_start; i < document->textboxes.count; i++)
        document->textboxes.items[i].at = passage.at;
    docx_flow_reset(flow, story->arena);
    flow->part = passage.part;
    flow->box_start = (uint32_t)document->textboxes.count;
    return (VEC_PUSH(story->arena, &document->paragraphs, passage) &&
            VEC_PUSH(story->arena, &document->blocks, block)) ||
           docx_story_exhausted(story);
}

/* The body's paragraphs become passages of their own, so that each has its own beginning. */
bool docx_story_start_paragraph(struct docx_story *story) {
    if (is_body(story) && !story->flow->carried)
        story->flow->begin = docx_story_byte(story);
    return docx_flow_start_paragraph(story->flow);
}

/* In a cell or a box the carried text stays in the flow; only the body hands
 * its paragraphs on one by one. */
bool docx_story_end_blocks(struct docx_story *story) {
    bool finished;
    if (!docx_flow_end_carried(story->flow, &finished))
        return docx_story_exhausted(story);
    return !finished || !is_body(story) || emit_paragraph(story);
}

/* The number of a paragraph: its own list, or that of its style (17.9.18),
 * whose level may be told by the list's w:pStyle only (17.9.23). */
static void count_number(struct docx_story *story, struct docx_paragraph *paragraph) {
    const struct docx_style *style = paragraph->style;
    int32_t num_id = paragraph->num_id, level = paragraph->num_level;
    if (num_id == STYLE_UNSET && style && style->num_id != STYLE_UNSET) {
        num_id = style->num_id;
        if (level == STYLE_UNSET)
            level = style->num_level;
        if (level == STYLE_UNSET)
            level = docx_numbering_level(story->numbering, num_id, style->num_source);
    }
    if (num_id > 0)
        paragraph->number =
            docx_numbering_next(story->numbering, num_id, level == STYLE_UNSET ? 0 : level);
}

void docx_story_settle(struct docx_story *story) {
    struct docx_paragraph *paragraph = &story->flow->paragraph;
    if (paragraph->settled) /* a second w:pPr must not count a number again */
        return;
    paragraph->settled = true;
    if (!paragraph->style)
        paragraph->style = docx_styles_paragraph(story->styles, (struct str){0});
    if (paragraph->outline == STYLE_UNSET && paragraph->style)
        paragraph->outline = paragraph->style->outline;
    if (!paragraph->mark_deleted)
        count_number(story, paragraph);
}

bool docx_story_end_paragraph(struct docx_story *story) {
    struct docx_flow *flow = story->flow;
    docx_story_settle(story); /* there may have been no properties */
    if (!docx_flow_end_paragraph(flow))
        return docx_story_exhausted(story);
    return flow->carried || !is_body(story) || emit_paragraph(story);
}

/* ---- text boxes and notes */

enum xml_step docx_story_start_box(struct docx_story *story) {
    struct passage box = {.at = docx_story_place(story)};
    story->flow->has_boxes = true;
    /* The place among the boxes is taken now, for boxes inside this one come
     * after it. */
    return docx_story_enter(story,
                            docx_story_push(story, true) &&
                                VEC_PUSH(story->arena, &story->doc->document.textboxes, box));
}

/* The box took its place in the list when it began: box_start is that place,
 * for nothing but boxes within it came after. */
bool docx_story_end_box(struct docx_story *story) {
    struct docx_flow *flow = story->flow;
    if (!docx_story_end_blocks(story))
        return false;
    struct passage *box = &story->doc->document.textboxes.items[flow->box_start];
    docx_flow_copy(flow, box);
    docx_story_pop(story);
    return true;
}

/* Footnotes and endnotes count apart. */
static int by_note(const void *left, const void *right) {
    const struct docx_reference *a = left, *b = right;
    if (a->endnote != b->endnote)
        return a->endnote ? 1 : -1;
    return a->id < b->id ? -1 : a->id > b->id;
}

void docx_story_sort_references(struct docx_story *story) {
    if (story->references.count > 1)
        qsort(story->references.items, story->references.count, sizeof *story->references.items,
              by_note);
}

/* INT32_MIN is an id that no reference has: a note without a readable id is
 * kept, without a place. */
enum xml_step docx_story_start_note(struct docx_story *story, struct str id, bool endnote) {
    story->note = (struct docx_reference){.id = INT32_MIN, .endnote = endnote};
    ooxml_integer(id, &story->note.id);
    return docx_story_enter(story, docx_story_push(story, true));
}

bool docx_story_end_note(struct docx_story *story) {
    struct passage note = {.at = docx_story_place(story)};
    const struct docx_reference *found = NULL;
    if (story->references.count > 0)
        found = bsearch(&story->note, story->references.items, story->references.count,
                        sizeof *story->references.items, by_note);
    note.at.paragraph = found ? found->paragraph : PLACE_NONE;
    if (!docx_story_end_blocks(story))
        return false;
    docx_flow_copy(story->flow, &note);
    docx_story_pop(story);
    return VEC_PUSH(story->arena, &story->doc->document.notes, note) || docx_story_exhausted(story);
}
