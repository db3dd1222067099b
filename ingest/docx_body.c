/* word/document.xml (ISO/IEC 29500-1 17.2 to 17.4):
 *
 *   <w:document><w:body>
 *     <w:p>                                    paragraph
 *       <w:pPr> pStyle, numPr, outlineLvl, rPr/del
 *       <w:r> <w:rPr> vanish, rStyle </w:rPr>  run
 *         <w:t>text</w:t> <w:tab/> <w:br/> <w:sym/> <w:fldChar/> <w:drawing/>
 *     <w:tbl> <w:tr> <w:tc> paragraphs, tables
 *
 * with wrappers at every level that do not show: w:sdt/w:sdtContent, w:customXml, w:smartTag,
 * w:hyperlink, w:fldSimple, w:ins, w:moveTo, w:dir, w:bdo, mc:AlternateContent. What w:del and
 * w:moveFrom hold is gone. */
#include "ingest/docx_body.h"

#include "base/limits.h"
#include "ingest/docx_grid.h"
#include "ingest/docx_run.h"
#include "ingest/docx_story.h"

/* What the children of an open element are read as. */
enum mode {
    MODE_ROOT, /* of the main part */
    MODE_NOTES_ROOT,
    MODE_DOCUMENT,
    MODE_NOTES,
    MODE_BLOCKS, /* paragraphs and tables */
    MODE_CELL,   /* the same, and cell properties */
    MODE_TABLE,
    MODE_GRID,
    MODE_ROW,
    MODE_ROW_PROPERTIES,
    MODE_CELL_PROPERTIES,
    MODE_PARAGRAPH,
    MODE_PARAGRAPH_PROPERTIES,
    MODE_NUMBER_PROPERTIES,
    MODE_MARK_PROPERTIES,
    MODE_RUN,
    MODE_RUN_PROPERTIES,
    MODE_TEXT,
    MODE_DRAWING, /* anything, in search of text boxes */
    MODE_RUBY,
    MODE_MATH,
    MODE_SDT,       /* only w:sdtContent, which is read as `inner` */
    MODE_ALTERNATE, /* only one branch, which is read as `inner` */
    MODE_DELETED,   /* anything, for its text */
    MODE_DELETED_TEXT,
};

/* What is due when an open element ends. */
enum due {
    DUE_NOTHING,
    DUE_STORY, /* the end of a body */
    DUE_PARAGRAPH,
    DUE_PARAGRAPH_PROPERTIES,
    DUE_RUN_PROPERTIES,
    DUE_TEXT,
    DUE_TABLE,
    DUE_ROW,
    DUE_ROW_PROPERTIES,
    DUE_CELL,
    DUE_CELL_PROPERTIES,
    DUE_BOX,
    DUE_NOTE,
    DUE_INSERTED,
    DUE_DELETED,
};

struct frame {
    uint8_t mode;  /* enum mode */
    uint8_t inner; /* enum mode: of MODE_SDT and MODE_ALTERNATE */
    uint8_t due;   /* enum due */
    bool taken;    /* MODE_ALTERNATE: a branch has been read */
};

struct docx_body {
    struct docx_story story;
    struct docx_package *package;
    uint32_t depth; /* of `frames`: frames[0] stands above the root */
    struct frame frames[LIMIT_XML_DEPTH + 1];
};

/* The innermost open element. */
static struct frame *top(struct docx_body *body) {
    return &body->frames[body->depth];
}

/* White space between elements comes here too and falls under default. */
static bool on_text(void *self, struct str piece) {
    struct docx_body *body = self;
    switch (top(body)->mode) {
    case MODE_TEXT:
        return docx_run_text(&body->story, piece);
    case MODE_DELETED_TEXT:
        return docx_run_deleted_text(&body->story, piece);
    default:
        return true;
    }
}

/* ---- start tags, by mode */

/* Wrappers that do not show, and deletions; any other element is skipped. */
static enum xml_step start_wrapper(struct docx_body *body, const struct xml_element *element,
                                   struct frame *next) {
    uint8_t mode = next->mode;
    if (element->ns == NS_MC && element->name == NAME_ALTERNATE_CONTENT) {
        *next = (struct frame){.mode = MODE_ALTERNATE, .inner = mode};
        return XML_ENTER;
    }
    if (element->ns != NS_W)
        return XML_SKIP;
    switch (element->name) {
    case NAME_CUSTOM_XML:
    case NAME_SMART_TAG:
    case NAME_HYPERLINK:
    case NAME_FLD_SIMPLE:
    case NAME_DIR:
    case NAME_BDO:
        return XML_ENTER;
    case NAME_MOVE_TO: /* not noted as a change: the text is the same */
        return XML_ENTER;
    case NAME_MOVE_FROM:
        return XML_SKIP;
    case NAME_INS:
        body->story.inserted++;
        next->due = DUE_INSERTED;
        return XML_ENTER;
    case NAME_SDT:
        *next = (struct frame){.mode = MODE_SDT, .inner = mode};
        return XML_ENTER;
    case NAME_DEL:
        *next = (struct frame){.mode = MODE_DELETED, .due = DUE_DELETED};
        return XML_ENTER;
    default:
        return XML_SKIP;
    }
}

/* Whether each prefix that mc:Choice requires stands for a vocabulary that Word
 * understands (ISO/IEC 29500-3, 7.6); one that requires nothing is not
 * valid. */
static bool is_understood(struct xml *xml, struct str prefixes) {
    bool some = false;
    for (size_t start = 0, end; start < prefixes.len; start = end + 1) {
        end = start;
        while (end < prefixes.len && prefixes.ptr[end] > ' ')
            end++;
        if (end == start)
            continue;
        enum ooxml_ns ns = xml_prefix(xml, str_slice(prefixes, start, end));
        if (ns != NS_UNDERSTOOD && ns != NS_W && ns != NS_M)
            return false;
        some = true;
    }
    return some;
}

/* The first choice that is understood, else the fallback: exactly one branch
 * counts. */
static enum xml_step start_branch(struct docx_body *body, struct xml *xml,
                                  const struct xml_element *element, struct frame *next) {
    struct frame *parent = top(body);
    struct str prefixes = {0};
    if (element->ns != NS_MC || parent->taken)
        return XML_SKIP;
    if (element->name == NAME_CHOICE) {
        xml_attribute(xml, element, NS_NONE, NAME_REQUIRES, &prefixes);
        if (!is_understood(xml, prefixes))
            return XML_SKIP;
    } else if (element->name != NAME_FALLBACK) {
        return XML_SKIP;
    }
    parent->taken = true;
    *next = (struct frame){.mode = parent->inner};
    return XML_ENTER;
}

/* A formula that stands for a paragraph. */
static enum xml_step start_formula(struct docx_body *body, struct frame *next) {
    struct docx_flow *flow = body->story.flow;
    bool done = docx_story_start_paragraph(&body->story);
    flow->paragraph.settled = true; /* it has neither style nor number */
    flow->run.hidden = false;
    next->mode = MODE_MATH;
    next->due = DUE_PARAGRAPH;
    return docx_story_enter(&body->story, done);
}

/* w:altChunk (17.17.2.1) names a file of another format that Word would merge
 * when it opens the document. To say so is all that can be done: figures in it
 * are not checked. */
static enum xml_step skip_chunk(struct docx_body *body) {
    struct place at = docx_story_place(&body->story);
    doc_warn(body->story.doc, "altchunk_skipped", &at, "content of another file is not read");
    return XML_SKIP;
}

/* The text of a box is lines without a grid: a form drawn in one gives its
 * cells one below the other. */
static enum xml_step start_table(struct docx_body *body, struct frame *next) {
    if (body->story.flow->apart)
        return XML_ENTER; /* the paragraphs of its cells are lines of the story */
    next->mode = MODE_TABLE;
    next->due = DUE_TABLE;
    return docx_grid_start(&body->story);
}

/* Body, cell, text box, note: w:tcPr only makes sense in a cell, w:tr and w:tc
 * outside a grid only in a story apart. */
static enum xml_step start_block(struct docx_body *body, const struct xml_element *element,
                                 struct frame *next) {
    if (element->ns == NS_M && (element->name == NAME_O_MATH || element->name == NAME_O_MATH_PARA))
        return start_formula(body, next);
    if (element->ns != NS_W)
        return start_wrapper(body, element, next);
    switch (element->name) {
    case NAME_P:
        next->mode = MODE_PARAGRAPH;
        next->due = DUE_PARAGRAPH;
        return docx_story_enter(&body->story, docx_story_start_paragraph(&body->story));
    case NAME_TBL:
        return start_table(body, next);
    case NAME_TR:
    case NAME_TC:
        return body->story.flow->apart ? XML_ENTER : XML_SKIP;
    case NAME_TC_PR:
        if (top(body)->mode != MODE_CELL)
            return XML_SKIP;
        next->mode = MODE_CELL_PROPERTIES;
        next->due = DUE_CELL_PROPERTIES;
        return XML_ENTER;
    case NAME_ALT_CHUNK:
    case NAME_SUB_DOC:
        return skip_chunk(body);
    default:
        return start_wrapper(body, element, next);
    }
}

/* Rows may stand in w:sdt, w:customXml or w:ins; a row that was inserted by a
 * tracked change is part of the final view. */
static enum xml_step start_in_table(struct docx_body *body, const struct xml_element *element,
                                    struct frame *next) {
    if (element->ns == NS_W && element->name == NAME_TR) {
        docx_grid_start_row(&body->story);
        next->mode = MODE_ROW;
        next->due = DUE_ROW;
        return XML_ENTER;
    }
    if (element->ns == NS_W && element->name == NAME_TBL_GRID) {
        next->mode = MODE_GRID;
        return XML_ENTER;
    }
    return start_wrapper(body, element, next);
}

/* w:trPr comes before the cells (17.4), so that a deleted row is known before
 * any of its text is read. */
static enum xml_step start_in_row(struct docx_body *body, const struct xml_element *element,
                                  struct frame *next) {
    if (element->ns == NS_W && element->name == NAME_TC) {
        next->mode = MODE_CELL;
        next->due = DUE_CELL;
        return docx_grid_start_cell(&body->story);
    }
    if (element->ns == NS_W && element->name == NAME_TR_PR) {
        next->mode = MODE_ROW_PROPERTIES;
        next->due = DUE_ROW_PROPERTIES;
        return XML_ENTER;
    }
    return start_wrapper(body, element, next);
}

/* Formulas stand beside runs here (m:oMath), and all that wraps runs leads back
 * to this function, for it leaves the mode as it is. */
static enum xml_step start_in_paragraph(struct docx_body *body, const struct xml_element *element,
                                        struct frame *next) {
    if (element->ns == NS_M) {
        body->story.flow->run.hidden = false; /* the w:vanish of formulas is not read */
        next->mode = MODE_MATH;
        return XML_ENTER;
    }
    if (element->ns == NS_W && element->name == NAME_R) {
        docx_run_start(&body->story);
        next->mode = MODE_RUN;
        return XML_ENTER;
    }
    if (element->ns == NS_W && element->name == NAME_P_PR) {
        next->mode = MODE_PARAGRAPH_PROPERTIES;
        next->due = DUE_PARAGRAPH_PROPERTIES;
        return XML_ENTER;
    }
    return start_wrapper(body, element, next);
}

/* w:pPr; what earlier properties it records (w:pPrChange) is no part of the
 * final view. */
static enum xml_step set_paragraph(struct docx_body *body, struct xml *xml,
                                   const struct xml_element *element, struct frame *next) {
    struct docx_paragraph *paragraph = &body->story.flow->paragraph;
    switch (element->name) {
    case NAME_P_STYLE:
        paragraph->style = docx_styles_find(body->story.styles, xml_value(xml, element));
        return XML_SKIP;
    case NAME_OUTLINE_LVL:
        ooxml_integer(xml_value(xml, element), &paragraph->outline);
        return XML_SKIP;
    case NAME_NUM_PR:
        next->mode = MODE_NUMBER_PROPERTIES;
        return XML_ENTER;
    case NAME_R_PR:
        next->mode = MODE_MARK_PROPERTIES;
        return XML_ENTER;
    default:
        return XML_SKIP;
    }
}

/* w:numId 0 takes away the number that the style would give (17.9.18). */
static enum xml_step set_number(struct docx_body *body, struct xml *xml,
                                const struct xml_element *element) {
    struct docx_paragraph *paragraph = &body->story.flow->paragraph;
    if (element->name == NAME_NUM_ID) {
        ooxml_integer(xml_value(xml, element), &paragraph->num_id);
    } else if (element->name == NAME_ILVL) {
        ooxml_integer(xml_value(xml, element), &paragraph->num_level);
        if (paragraph->num_level < 0)
            paragraph->num_level = NUMBERING_LEVELS; /* none, not unset */
    }
    return XML_SKIP;
}

/* w:instrText is not among the children that are read: the code of a field
 * never becomes text, even where its w:fldChar are missing. */
static enum xml_step start_in_run(struct docx_body *body, struct xml *xml,
                                  const struct xml_element *element, struct frame *next) {
    enum xml_step step;
    if (element->ns != NS_W)
        return start_wrapper(body, element, next);
    switch (element->name) {
    case NAME_R_PR:
        next->mode = MODE_RUN_PROPERTIES;
        next->due = DUE_RUN_PROPERTIES;
        return XML_ENTER;
    case NAME_T:
        docx_run_start_text(&body->story, element, false);
        next->mode = MODE_TEXT;
        next->due = DUE_TEXT;
        return XML_ENTER;
    case NAME_DRAWING:
    case NAME_PICT:
    case NAME_OBJECT:
        next->mode = MODE_DRAWING;
        return XML_ENTER;
    case NAME_RUBY:
        next->mode = MODE_RUBY;
        return XML_ENTER;
    case NAME_DEL:
    case NAME_MOVE_FROM:
        return XML_SKIP;
    default:
        return docx_run_sign(&body->story, xml, element, &step)
                   ? step
                   : start_wrapper(body, element, next);
    }
}

/* Everything may hold a text box; wrappers and deletions are what they are
 * elsewhere. */
static enum xml_step start_in_drawing(struct docx_body *body, const struct xml_element *element,
                                      struct frame *next) {
    if (element->ns == NS_W && element->name == NAME_TXBX_CONTENT) {
        next->mode = MODE_BLOCKS;
        next->due = DUE_BOX;
        return docx_story_start_box(&body->story);
    }
    bool wraps = (element->ns == NS_MC && element->name == NAME_ALTERNATE_CONTENT) ||
                 (element->ns == NS_W && (element->name == NAME_SDT || element->name == NAME_DEL ||
                                          element->name == NAME_MOVE_FROM));
    return wraps ? start_wrapper(body, element, next) : XML_ENTER;
}

/* A formula is read as the text of its parts in order (m:t), whatever their
 * arrangement. */
static enum xml_step start_in_math(struct docx_body *body, const struct xml_element *element,
                                   struct frame *next) {
    if (element->ns == NS_W && (element->name == NAME_DEL || element->name == NAME_MOVE_FROM))
        return start_wrapper(body, element, next);
    if (element->ns == NS_M && element->name == NAME_T) {
        docx_run_start_text(&body->story, element, true);
        next->mode = MODE_TEXT;
        next->due = DUE_TEXT;
    }
    return XML_ENTER;
}

/* Word puts two notes of its own into each part, the separator lines, with the
 * ids -1 and 0 (or 0 and 1) and a w:type (17.11). Their text is none. */
static enum xml_step start_note(struct docx_body *body, struct xml *xml,
                                const struct xml_element *element, struct frame *next) {
    struct str type = {0}, id = {0};
    bool is_note = element->name == NAME_FOOTNOTE || element->name == NAME_ENDNOTE;
    if (element->ns != NS_W || !is_note)
        return XML_SKIP;
    xml_attribute(xml, element, NS_W, NAME_TYPE, &type);
    if (type.len > 0 && !str_is(type, "normal"))
        return XML_SKIP; /* separators */
    xml_attribute(xml, element, NS_W, NAME_ID, &id);
    next->mode = MODE_BLOCKS;
    next->due = DUE_NOTE;
    return docx_story_start_note(&body->story, id, element->name == NAME_ENDNOTE);
}

/* Told by namespace, not by prefix or by the part's name. */
static enum xml_step start_root(struct docx_body *body, const struct xml_element *element,
                                struct frame *next) {
    bool notes = top(body)->mode == MODE_NOTES_ROOT;
    bool known = element->ns == NS_W &&
                 (notes ? element->name == NAME_FOOTNOTES || element->name == NAME_ENDNOTES
                        : element->name == NAME_DOCUMENT);
    if (!known) {
        err_set(body->story.err, ERR_NOT_WORD, 0, "the root of the part is no WordprocessingML");
        return XML_STOP;
    }
    next->mode = notes ? MODE_NOTES : MODE_DOCUMENT;
    return XML_ENTER;
}

/* w:background and other siblings hold no text of the story. */
static enum xml_step start_body(struct docx_body *body, const struct xml_element *element,
                                struct frame *next) {
    if (element->ns != NS_W || element->name != NAME_BODY)
        return XML_SKIP;
    next->mode = MODE_BLOCKS;
    next->due = DUE_STORY;
    return docx_story_enter(&body->story, docx_story_push(&body->story, false));
}

/* Only the child called `name` is read, as `mode`. */
static enum xml_step start_named(const struct xml_element *element, enum ooxml_name name,
                                 uint8_t mode, struct frame *next) {
    if (element->ns != NS_W || element->name != name)
        return XML_SKIP;
    *next = (struct frame){.mode = mode};
    return XML_ENTER;
}

/* On entry next->mode is the parent's; wrappers leave it so, and are thereby
 * transparent. */
static enum xml_step dispatch(struct docx_body *body, struct xml *xml,
                              const struct xml_element *element, struct frame *next) {
    switch ((enum mode)next->mode) {
    case MODE_RUN_PROPERTIES:
        return element->ns == NS_W ? docx_run_set(&body->story, xml, element) : XML_SKIP;
    case MODE_RUN:
        return start_in_run(body, xml, element, next);
    case MODE_PARAGRAPH:
        return start_in_paragraph(body, element, next);
    case MODE_PARAGRAPH_PROPERTIES:
        return element->ns == NS_W ? set_paragraph(body, xml, element, next) : XML_SKIP;
    case MODE_NUMBER_PROPERTIES:
        return element->ns == NS_W ? set_number(body, xml, element) : XML_SKIP;
    case MODE_MARK_PROPERTIES:
        if (element->ns == NS_W && (element->name == NAME_DEL || element->name == NAME_MOVE_FROM))
            body->story.flow->paragraph.mark_deleted = true;
        return XML_SKIP;
    case MODE_BLOCKS:
    case MODE_CELL:
        return start_block(body, element, next);
    case MODE_TABLE:
        return start_in_table(body, element, next);
    case MODE_GRID:
        return element->ns == NS_W ? docx_grid_set_column(&body->story, xml, element) : XML_SKIP;
    case MODE_ROW:
        return start_in_row(body, element, next);
    case MODE_ROW_PROPERTIES:
        return element->ns == NS_W ? docx_grid_set_row(&body->story, xml, element) : XML_SKIP;
    case MODE_CELL_PROPERTIES:
        return element->ns == NS_W ? docx_grid_set_cell(&body->story, xml, element) : XML_SKIP;
    case MODE_DRAWING:
        return start_in_drawing(body, element, next);
    case MODE_RUBY:
        return start_named(element, NAME_RUBY_BASE, MODE_PARAGRAPH, next);
    case MODE_MATH:
        return start_in_math(body, element, next);
    case MODE_SDT:
        return start_named(element, NAME_SDT_CONTENT, top(body)->inner, next);
    case MODE_ALTERNATE:
        return start_branch(body, xml, element, next);
    case MODE_DELETED:
        if (element->name == NAME_T || element->name == NAME_DEL_TEXT)
            next->mode = MODE_DELETED_TEXT;
        return XML_ENTER;
    case MODE_NOTES:
        return start_note(body, xml, element, next);
    case MODE_DOCUMENT:
        return start_body(body, element, next);
    case MODE_ROOT:
    case MODE_NOTES_ROOT:
        return start_root(body, element, next);
    case MODE_TEXT:
    case MODE_DELETED_TEXT:
        break;
    }
    return XML_SKIP;
}

/* The frame above decides what a tag means; libxml2 has bounded the depth
 * before it comes here, so that `frames` cannot overflow. */
static enum xml_step on_start(void *self, struct xml *xml, const struct xml_element *element) {
    struct docx_body *body = self;
    body->story.xml = xml;
    struct frame next = {.mode = top(body)->mode};
    enum xml_step step = dispatch(body, xml, element, &next);
    if (step == XML_ENTER)
        body->frames[++body->depth] = next;
    return step;
}

/* ---- end tags */

/* What is due was written into the frame when the element began: a name need
 * not be compared again, and a wrapper that never became anything else ends
 * without effect. */
static bool on_end(void *self) {
    struct docx_body *body = self;
    uint8_t due = top(body)->due;
    body->depth--;
    switch ((enum due)due) {
    case DUE_NOTHING:
        return true;
    case DUE_TEXT:
        return docx_run_end_text(&body->story);
    case DUE_RUN_PROPERTIES:
        docx_run_settle(&body->story);
        return true;
    case DUE_PARAGRAPH_PROPERTIES:
        docx_story_settle(&body->story);
        return true;
    case DUE_PARAGRAPH:
        return docx_story_end_paragraph(&body->story);
    case DUE_CELL_PROPERTIES: /* come first in a cell, so that the rest can still be dropped */
        if (docx_grid_is_cell_deleted(&body->story))
            top(body)->mode = MODE_DELETED;
        return true;
    case DUE_CELL:
        return docx_grid_end_cell(&body->story);
    case DUE_ROW_PROPERTIES:
        if (docx_grid_is_row_deleted(&body->story))
            top(body)->mode = MODE_DELETED;
        return true;
    case DUE_ROW:
        return docx_grid_end_row(&body->story);
    case DUE_TABLE:
        return docx_grid_end(&body->story);
    case DUE_BOX:
        return docx_story_end_box(&body->story);
    case DUE_NOTE:
        return docx_story_end_note(&body->story);
    case DUE_INSERTED:
        body->story.inserted--;
        return true;
    case DUE_DELETED:
        return docx_run_end_deleted(&body->story);
    case DUE_STORY:
        if (!docx_story_end_blocks(&body->story))
            return false;
        docx_story_pop(&body->story);
        return true;
    }
    return true;
}

/* ---- parts */

struct docx_body *docx_body_new(const struct docx_context *context) {
    struct docx_body *body = arena_alloc(&context->doc->arena, sizeof *body);
    if (!body)
        return NULL;
    body->package = context->package;
    body->story.doc = body->story.output.doc = context->doc;
    body->story.arena = body->story.fields.arena = &context->doc->arena;
    body->story.styles = context->styles;
    body->story.numbering = context->numbering;
    return body;
}

/* Each part starts with an empty stack: a body that broke off must not lend its
 * open tables to the notes. */
static bool read_part(struct docx_body *body, enum document_part part, enum mode root,
                      struct err *err) {
    struct xml_reader reader = {.start = on_start, .end = on_end, .text = on_text, .self = body};
    docx_story_reset(&body->story, err);
    body->story.part = part;
    body->depth = 0;
    body->frames[0] = (struct frame){.mode = (uint8_t)root};
    return docx_package_read_text(body->package, body->story.doc->document.parts[part], &reader,
                                  err);
}

bool docx_body_read(struct docx_body *body, struct err *err) {
    if (!read_part(body, PART_MAIN, MODE_ROOT, err))
        return false;
    docx_story_sort_references(&body->story);
    return true;
}

bool docx_body_read_notes(struct docx_body *body, enum document_part part, struct err *err) {
    return read_part(body, part, MODE_NOTES_ROOT, err);
}

/* Offsets into text that shrinks say nothing any more. */
static void scrub(const struct docx_body *body, struct passage *passage) {
    size_t len = passage->text.len;
    docx_fields_scrub(&body->story.fields, &passage->text);
    docx_fields_scrub(&body->story.fields, &passage->hidden);
    if (passage->text.len != len)
        passage->revision_count = passage->mark_count = 0;
}

/* Only documents in whose field codes text was met pay for this pass. */
void docx_body_finish(struct docx_body *body) {
    struct document *document = &body->story.doc->document;
    if (!body->story.fields.marked)
        return;
    for (size_t i = 0; i < document->paragraphs.count; i++)
        scrub(body, &document->paragraphs.items[i]);
    for (size_t i = 0; i < document->textboxes.count; i++)
        scrub(body, &document->textboxes.items[i]);
    for (size_t i = 0; i < document->notes.count; i++)
        scrub(body, &document->notes.items[i]);
    for (size_t i = 0; i < document->tables.count; i++) {
        struct table *table = &document->tables.items[i];
        for (uint32_t j = 0; j < table->cell_count; j++)
            scrub(body, &table->cells[j].passage);
    }
}
