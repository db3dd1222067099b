/* The stories of a Word document while they are read: a stack of flows, the
 * body's at the bottom, those of cells, text boxes and notes above it. The
 * parts that read runs (docx_run), tables (docx_grid) and the rest (docx_body)
 * share it. */
#ifndef HEJI_INGEST_DOCX_STORY_H
#define HEJI_INGEST_DOCX_STORY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/limits.h"
#include "ingest/docx_field.h"
#include "ingest/docx_flow.h"
#include "ingest/docx_numbering.h"
#include "ingest/docx_styles.h"
#include "ingest/docx_table.h"
#include "ingest/xml.h"
#include "model/doc.h"

/* Where the body refers to a note. */
struct docx_reference {
    int32_t id;
    bool endnote;
    int32_t paragraph;
};

struct docx_story {
    struct doc *doc;
    struct arena *arena; /* the document's */
    struct err *err;     /* of the part that is being read */
    struct xml *xml;     /* and its parser */
    enum document_part part;
    const struct docx_styles *styles;
    struct docx_numbering *numbering;
    struct docx_output output;
    struct docx_fields fields;
    uint32_t flow_count;
    struct docx_flow *flows[LIMIT_XML_DEPTH + 1]; /* the innermost last; kept for reuse */
    struct docx_flow *flow;                       /* the innermost */
    uint32_t table_count;
    struct docx_table *tables[LIMIT_TABLE_DEPTH]; /* open, the innermost last */
    uint32_t inserted;                            /* open w:ins and w:moveTo */
    struct docx_buffer deleted;                   /* text of the deletion that is being read */
    struct docx_buffer *target;                   /* where the text of the w:t goes ... */
    size_t text_start;                            /* ... and from where on */
    bool preserve;                                /* of that w:t */
    uint32_t text_byte;                           /* where its next piece begins, if traced */
    VEC(struct docx_reference) references;
    struct docx_reference note; /* that is being read */
};

/* A body or note begins: nothing is open. */
void docx_story_reset(struct docx_story *story, struct err *err);

/* The place of what is read now, outside tables. */
struct place docx_story_place(const struct docx_story *story);

/* Sets ERR_MEMORY and returns false. */
bool docx_story_exhausted(struct docx_story *story);

/* XML_ENTER, or XML_SKIP, when `done`; else XML_STOP with ERR_MEMORY. */
enum xml_step docx_story_enter(struct docx_story *story, bool done);
enum xml_step docx_story_skip(struct docx_story *story, bool done); /* see docx_story_enter */

/* Begins a flow inside the innermost one; `apart` for a text box or note, in
 * which fields begin anew and tables are text. False when the arena is
 * exhausted. */
bool docx_story_push(struct docx_story *story, bool apart);

/* Ends the innermost flow. */
void docx_story_pop(struct docx_story *story);

/* Where the parser stands in the part: in a document that is traced, else 0. */
uint32_t docx_story_byte(const struct docx_story *story);

/* Begins a paragraph in the innermost flow, or goes on with one; false when the arena is
 * exhausted. */
bool docx_story_start_paragraph(struct docx_story *story);

/* Settles number and style of the paragraph: at the end of its properties. */
void docx_story_settle(struct docx_story *story);

/* Ends the paragraph of the innermost flow; the body's goes into the
 * document. */
bool docx_story_end_paragraph(struct docx_story *story);

/* Ends a run of paragraphs, before a table and at the end of a flow: a
 * paragraph whose mark is deleted has nothing to run on into. */
bool docx_story_end_blocks(struct docx_story *story);

/* Begins and ends a text box, anchored in the paragraph that is being read. */
enum xml_step docx_story_start_box(struct docx_story *story);
bool docx_story_end_box(struct docx_story *story); /* see docx_story_start_box */

/* Puts the references to notes in order: after the body, before the notes. */
void docx_story_sort_references(struct docx_story *story);

/* Begins and ends the note `id` (w:id); it is placed where the body refers to
 * it. */
enum xml_step docx_story_start_note(struct docx_story *story, struct str id, bool endnote);
bool docx_story_end_note(struct docx_story *story); /* see docx_story_start_note */

#endif
