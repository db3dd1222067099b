/* A flow of paragraphs that becomes text: the body, a cell, a text box, a
 * note. */
#ifndef HEJI_INGEST_DOCX_FLOW_H
#define HEJI_INGEST_DOCX_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "ingest/docx_numbering.h"
#include "ingest/docx_styles.h"
#include "ingest/docx_table.h"
#include "model/document.h"

/* Bytes that grow in an arena. */
struct docx_buffer {
    char *ptr;
    size_t len, room;
};

/* Appends `piece`; false when the arena is exhausted. */
bool docx_buffer_add(struct docx_buffer *buffer, struct arena *arena, struct str piece);

/* Properties of the paragraph that is being read; -1 where it says nothing. */
struct docx_paragraph {
    const struct docx_style *style;
    int32_t outline, num_id, num_level;
    bool mark_deleted; /* its end is a tracked deletion: it runs on into the next one */
    bool settled;      /* `number` and the style are final */
    struct str number;
};

/* Properties of the run that is being read. */
struct docx_run {
    int32_t vanish; /* direct w:vanish, or STYLE_UNSET */
    const struct docx_style *style;
    bool hidden;
    char font[32]; /* w:rFonts w:ascii, cut; NUL-terminated */
};

struct docx_flow {
    struct arena *arena;
    struct docx_buffer text, hidden, numbers; /* paragraphs joined by line feeds */
    size_t start;                             /* where the paragraph begins in `text` ... */
    size_t hidden_start;                      /* ... and in `hidden` */
    uint32_t paragraphs;                      /* finished */
    bool carried;    /* the paragraph goes on from one whose mark is deleted */
    bool numbered;   /* some paragraph has a number */
    bool ends_empty; /* the last block is a paragraph without content */
    bool apart;      /* a text box or note: its tables are text */
    bool has_boxes;  /* a text box is anchored in the paragraph */
    struct docx_paragraph paragraph;
    struct docx_run run;
    VEC(struct revision) revisions; /* of `text` */
    VEC(struct line_mark) marks;    /* of `text`, in a document that is traced */
    uint32_t begin;                 /* byte of the part where it begins, likewise */
    uint8_t part;                   /* enum document_part */
    struct docx_table *last_nested; /* of a cell: last table in it */
    uint32_t box_start;             /* text boxes that were there before it */
    size_t outer_fields;            /* of a story apart: where the fields of the outer one begin */
};

/* Makes the flow empty again; its buffers keep their memory. */
void docx_flow_reset(struct docx_flow *flow, struct arena *arena);

/* Begins a paragraph, or goes on with one whose mark was deleted. */
bool docx_flow_start_paragraph(struct docx_flow *flow);

/* Ends the paragraph; with its mark deleted it only becomes carried. */
bool docx_flow_end_paragraph(struct docx_flow *flow);

/* Ends a carried paragraph that no paragraph follows: it stays if it has
 * content. True in `*finished` when a paragraph was ended. */
bool docx_flow_end_carried(struct docx_flow *flow, bool *finished);

/* Takes back the last paragraph when it is empty: the one that Word demands
 * after a nested table. */
void docx_flow_drop_empty(struct docx_flow *flow);

/* Copies text, hidden text, numbers, tracked changes and bytes into `passage`. */
void docx_flow_copy(const struct docx_flow *flow, struct passage *passage);

/* Notes that the text from byte `start` on was inserted, or that `text` was
 * deleted where it ends; false when the arena is exhausted. */
bool docx_flow_note_inserted(struct docx_flow *flow, size_t start);
bool docx_flow_note_deleted(struct docx_flow *flow, struct str text); /* copied; see above */

/* Notes that the text which comes next stands at `byte` of the part; false when the arena is
 * exhausted. */
bool docx_flow_mark(struct docx_flow *flow, uint32_t byte);

/* Tells the marks that `cut` bytes of the text from byte `start` on are gone. */
void docx_flow_shift_marks(struct docx_flow *flow, size_t start, size_t cut);

#endif
