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

#include <assert.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "ingest/docx_field.h"
#include "ingest/docx_flow.h"
#include "ingest/docx_symbol.h"
#include "ingest/docx_table.h"

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

/* A note and where the body refers to it. */
struct reference {
    int32_t id;
    bool endnote;
    int32_t paragraph;
};

struct docx_body {
    struct docx_context context;
    struct doc *doc;
    struct arena *arena;
    struct err *err; /* of the part that is being read */
    struct docx_output output;
    struct docx_fields fields;
    uint32_t depth; /* of `frames`: frames[0] stands above the root */
    struct frame frames[LIMIT_XML_DEPTH + 1];
    uint32_t flow_count;
    struct docx_flow *flows[LIMIT_XML_DEPTH + 1]; /* the innermost last; kept for reuse */
    struct docx_flow *flow;                       /* the innermost */
    bool in_story[LIMIT_XML_DEPTH + 1]; /* by flow: a text box or note, whose tables are text */
    uint32_t table_count;
    struct docx_table *tables[LIMIT_TABLE_DEPTH];
    uint32_t inserted;          /* open w:ins and w:moveTo */
    struct docx_buffer deleted; /* text of the deletion that is being read */
    bool preserve;              /* of the w:t that is being read */
    struct docx_buffer *target; /* where its text goes */
    size_t text_start;
    VEC(struct reference) references;
    struct reference note; /* that is being read */
};

static struct frame *top(struct docx_body *body) {
    return &body->frames[body->depth];
}

static bool exhausted(struct docx_body *body) {
    body->arena->exhausted = true;
    return arena_check(body->arena, body->err);
}

static enum xml_step enter_if(struct docx_body *body, bool done) {
    if (done)
        return XML_ENTER;
    exhausted(body);
    return XML_STOP;
}

static enum xml_step skip_if(struct docx_body *body, bool done) {
    return done ? XML_SKIP : enter_if(body, false);
}

static struct place here(const struct docx_body *body) {
    return (struct place){PLACE_NONE, (int32_t)body->doc->document.paragraphs.count, PLACE_NONE,
                          PLACE_NONE, PLACE_NONE};
}

/* ---- flows */

static bool push_flow(struct docx_body *body, bool in_story) {
    struct docx_flow **slot = &body->flows[body->flow_count];
    if (!*slot)
        *slot = arena_alloc(body->arena, sizeof **slot);
    if (!*slot)
        return false;
    docx_flow_reset(*slot, body->arena);
    body->in_story[body->flow_count++] = in_story;
    body->flow = *slot;
    if (in_story) { /* a field does not reach from one story into another */
        body->flow->outer_fields = body->fields.base;
        body->fields.base = body->fields.stack.count;
    }
    body->flow->box_start = (uint32_t)body->doc->document.textboxes.count;
    return true;
}

static void pop_flow(struct docx_body *body) {
    body->flow_count--;
    if (body->in_story[body->flow_count]) {
        body->fields.stack.count = body->fields.base;
        body->fields.base = body->flow->outer_fields;
    }
    body->flow = body->flow_count > 0 ? body->flows[body->flow_count - 1] : NULL;
}

static bool is_body_flow(const struct docx_body *body) {
    return body->flow_count == 1 && !body->in_story[0];
}

/* ---- paragraphs */

/* Puts the finished paragraph of the body into the document. */
static bool emit_paragraph(struct docx_body *body) {
    struct docx_flow *flow = body->flow;
    struct document *document = &body->doc->document;
    struct block block = {BLOCK_PARAGRAPH, (uint32_t)document->paragraphs.count};
    struct passage passage = {.at = here(body)};
    int32_t outline = flow->paragraph.outline;
    if (document->paragraphs.count >= LIMIT_PARAGRAPHS)
        return err_set(body->err, ERR_XML_LIMIT, 0, "more than %u paragraphs", LIMIT_PARAGRAPHS);
    docx_flow_copy(flow, &passage);
    passage.outline = outline >= 0 && outline < 9 ? (uint32_t)outline + 1 : 0;
    docx_warn_passage(body->doc, &passage, &flow->change);
    for (uint32_t i = flow->box_start; i < document->textboxes.count; i++)
        document->textboxes.items[i].at = passage.at;
    docx_flow_reset(flow, body->arena);
    flow->box_start = (uint32_t)document->textboxes.count;
    return (VEC_PUSH(body->arena, &document->paragraphs, passage) &&
            VEC_PUSH(body->arena, &document->blocks, block)) ||
           exhausted(body);
}

/* The end of a run of blocks: before a table and at the end of the flow. */
static bool end_carried(struct docx_body *body) {
    bool finished;
    if (!docx_flow_end_carried(body->flow, &finished))
        return exhausted(body);
    return !finished || !is_body_flow(body) || emit_paragraph(body);
}

static void count_number(struct docx_body *body, struct docx_paragraph *paragraph) {
    const struct docx_style *style = paragraph->style;
    int32_t num_id = paragraph->num_id, level = paragraph->num_level;
    if (num_id == STYLE_UNSET && style && style->num_id != STYLE_UNSET) {
        num_id = style->num_id;
        if (level == STYLE_UNSET)
            level = style->num_level;
        if (level == STYLE_UNSET)
            level = docx_numbering_level(body->context.numbering, num_id, style->num_source);
    }
    if (num_id > 0)
        paragraph->number =
            docx_numbering_next(body->context.numbering, num_id, level == STYLE_UNSET ? 0 : level);
}

static void settle_paragraph(struct docx_body *body) {
    struct docx_paragraph *paragraph = &body->flow->paragraph;
    paragraph->settled = true;
    if (!paragraph->style)
        paragraph->style = docx_styles_paragraph(body->context.styles, (struct str){0});
    if (paragraph->outline == STYLE_UNSET && paragraph->style)
        paragraph->outline = paragraph->style->outline;
    if (!paragraph->mark_deleted)
        count_number(body, paragraph);
}

static bool end_paragraph(struct docx_body *body) {
    struct docx_flow *flow = body->flow;
    if (!flow->paragraph.settled)
        settle_paragraph(body);
    if (!docx_flow_end_paragraph(flow))
        return exhausted(body);
    return flow->carried || !is_body_flow(body) || emit_paragraph(body);
}

/* ---- text */

static bool put(struct docx_body *body, struct docx_buffer *target, struct str piece) {
    char mark[FIELD_MARK];
    static const struct str end = STR("\3");
    if (!docx_fields_in_code(&body->fields))
        return docx_buffer_add(target, body->arena, piece);
    docx_fields_mark(&body->fields, mark);
    return docx_buffer_add(target, body->arena, (struct str){mark, sizeof mark}) &&
           docx_buffer_add(target, body->arena, piece) && docx_buffer_add(target, body->arena, end);
}

static struct docx_buffer *target_of(struct docx_body *body) {
    return body->flow->run.hidden ? &body->flow->hidden : &body->flow->text;
}

static enum xml_step put_literal(struct docx_body *body, const char *text) {
    return skip_if(body, put(body, target_of(body), str_of(text)));
}

static enum xml_step put_symbol(struct docx_body *body, struct xml *xml,
                                const struct xml_element *element) {
    struct str font = {0}, code = {0};
    char bytes[4];
    xml_attribute(xml, element, NS_W, NAME_FONT, &font);
    xml_attribute(xml, element, NS_W, NAME_CHAR, &code);
    uint32_t point = docx_symbol(font, docx_symbol_code(code));
    if (point < ' ' || point > 0x10FFFF)
        return XML_SKIP;
    struct str text = {bytes, utf8_encode(point, bytes)};
    return skip_if(body, put(body, target_of(body), text));
}

static void start_text(struct docx_body *body, struct docx_buffer *target, bool preserve) {
    body->target = target;
    body->text_start = target->len;
    body->preserve = preserve;
}

/* Signs of a symbol font that stand as text at U+F020 to U+F0FF (EF 80 A0 to EF 83 BF); what they
 * become is never longer. */
static void map_symbols(const struct docx_run *run, char *text, size_t *len) {
    struct str whole = {text, *len};
    size_t out = 0, size;
    if (!memchr(text, 0xEF, *len))
        return;
    for (size_t at = 0; at < *len; at += size) {
        uint32_t point = utf8_decode(whole, at, &size);
        if (point >= 0xF020 && point <= 0xF0FF) {
            out += utf8_encode(docx_symbol(str_of(run->font), point), text + out);
        } else {
            memmove(text + out, text + at, size);
            out += size;
        }
    }
    *len = out;
}

/* White space in w:t: line ends are spaces, and without xml:space="preserve" none stays at either
 * side (XML 1.0, 2.10). */
static void end_text(struct docx_body *body) {
    struct docx_buffer *target = body->target;
    if (target->len == body->text_start)
        return;
    char *text = target->ptr + body->text_start;
    size_t len = target->len - body->text_start, skip = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '\n' || text[i] == '\r')
            text[i] = ' ';
    }
    if (!body->preserve) {
        while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t'))
            len--;
        while (skip < len && (text[skip] == ' ' || text[skip] == '\t'))
            skip++;
        len -= skip;
        if (skip > 0)
            memmove(text, text + skip, len);
    }
    map_symbols(&body->flow->run, text, &len);
    target->len = body->text_start + len;
    if (body->inserted > 0)
        docx_flow_note_change(body->flow, (struct str){text, len}, true);
}

static bool check_length(const struct docx_body *body, const struct docx_buffer *target,
                         struct str piece) {
    if (target->len + piece.len <= LIMIT_PASSAGE_BYTES)
        return true;
    return err_set(body->err, ERR_XML_LIMIT, 0, "a text of more than %u bytes",
                   LIMIT_PASSAGE_BYTES);
}

static bool on_text(void *self, struct str piece) {
    struct docx_body *body = self;
    switch (top(body)->mode) {
    case MODE_TEXT:
        return check_length(body, body->target, piece) &&
               (put(body, body->target, piece) || exhausted(body));
    case MODE_DELETED_TEXT:
        return check_length(body, &body->deleted, piece) &&
               (docx_buffer_add(&body->deleted, body->arena, piece) || exhausted(body));
    default:
        return true;
    }
}

/* ---- runs */

static void start_run(struct docx_body *body) {
    struct docx_run *run = &body->flow->run;
    const struct docx_style *style;
    if (!body->flow->paragraph.settled)
        settle_paragraph(body);
    style = body->flow->paragraph.style;
    run->vanish = STYLE_UNSET;
    run->style = NULL;
    run->font[0] = '\0';
    run->hidden = body->context.styles->vanish || (style && style->vanish == 1);
}

/* Toggle properties (17.7.3): the paragraph's and the run's style cancel each other out; direct
 * formatting decides. */
static void settle_run(struct docx_body *body) {
    struct docx_run *run = &body->flow->run;
    const struct docx_style *style = body->flow->paragraph.style;
    bool by_paragraph = style && style->vanish == 1;
    bool by_run = run->style && run->style->vanish == 1;
    run->hidden = run->vanish != STYLE_UNSET
                      ? run->vanish == 1
                      : by_paragraph != by_run || body->context.styles->vanish;
}

static enum xml_step set_run(struct docx_body *body, struct xml *xml,
                             const struct xml_element *element) {
    struct docx_run *run = &body->flow->run;
    struct str font = {0};
    switch (element->name) {
    case NAME_VANISH:
        run->vanish = ooxml_is_on(xml_value(xml, element));
        break;
    case NAME_R_STYLE:
        run->style = docx_styles_find(body->context.styles, xml_value(xml, element));
        break;
    case NAME_R_FONTS:
        if (xml_attribute(xml, element, NS_W, NAME_ASCII, &font) && font.len < sizeof run->font) {
            memcpy(run->font, font.ptr, font.len);
            run->font[font.len] = '\0';
        }
        break;
    default:
        break;
    }
    return XML_SKIP;
}

static enum xml_step field_char(struct docx_body *body, struct xml *xml,
                                const struct xml_element *element) {
    struct str type = {0};
    xml_attribute(xml, element, NS_W, NAME_FLD_CHAR_TYPE, &type);
    return skip_if(body, docx_fields_char(&body->fields, type));
}

static enum xml_step refer(struct docx_body *body, struct xml *xml,
                           const struct xml_element *element) {
    struct str id = {0};
    struct reference reference = {.endnote = element->name == NAME_ENDNOTE_REFERENCE,
                                  .paragraph = here(body).paragraph};
    xml_attribute(xml, element, NS_W, NAME_ID, &id);
    if (!ooxml_integer(id, &reference.id))
        return XML_SKIP;
    return skip_if(body, VEC_PUSH(body->arena, &body->references, reference));
}

static enum xml_step break_line(struct docx_body *body, struct xml *xml,
                                const struct xml_element *element) {
    struct str type = {0};
    xml_attribute(xml, element, NS_W, NAME_TYPE, &type);
    return put_literal(body, str_is(type, "page") || str_is(type, "column") ? "\f" : "\n");
}

/* ---- tables */

static struct docx_table *table_of(const struct docx_body *body) {
    assert(body->table_count > 0);
    return body->tables[body->table_count - 1];
}

static struct docx_cell *cell_of(const struct docx_body *body) {
    struct docx_row *row = &table_of(body)->row;
    return &row->cells.items[row->cells.count - 1];
}

static enum xml_step start_table(struct docx_body *body, struct frame *next) {
    if (body->in_story[body->flow_count - 1]) {
        next->mode = MODE_BLOCKS; /* its cells' paragraphs become lines of the story */
        return XML_ENTER;
    }
    if (!end_carried(body))
        return XML_STOP;
    if (body->table_count == LIMIT_TABLE_DEPTH) {
        err_set(body->err, ERR_TABLE_LIMIT, 0, "tables are nested more than %u deep",
                LIMIT_TABLE_DEPTH);
        return XML_STOP;
    }
    struct docx_table *table = docx_table_new(body->arena);
    body->tables[body->table_count] = table;
    body->table_count += table != NULL;
    next->mode = MODE_TABLE;
    next->due = DUE_TABLE;
    return enter_if(body, table != NULL);
}

/* Where the cell of the table above keeps the tables inside it. */
static void nest_table(struct docx_body *body, struct docx_table *table) {
    struct docx_flow *flow = body->flow;
    if (flow->last_nested)
        flow->last_nested->next = table;
    else
        cell_of(body)->nested = table;
    flow->last_nested = table;
    flow->ends_empty = false;
}

static bool end_table(struct docx_body *body) {
    struct docx_table *table = body->tables[--body->table_count];
    struct document *document = &body->doc->document;
    if (docx_table_is_gone(table))
        return true;
    if (body->table_count > 0) {
        nest_table(body, table);
        return true;
    }
    struct block block = {BLOCK_TABLE, (uint32_t)document->tables.count};
    if (!docx_table_emit(table, &body->output, here(body).paragraph, body->err))
        return false;
    return VEC_PUSH(body->arena, &document->blocks, block) || exhausted(body);
}

static enum xml_step start_cell(struct docx_body *body, struct frame *next) {
    next->mode = MODE_CELL;
    next->due = DUE_CELL;
    return enter_if(body, docx_table_add_cell(table_of(body)) && push_flow(body, false));
}

static void hide_text(struct docx_body *body, struct passage *passage) {
    if (passage->hidden.len > 0 && passage->text.len > 0)
        passage->hidden = str_printf(body->arena, "%.*s\n%.*s", STR_ARGS(passage->text),
                                     STR_ARGS(passage->hidden));
    else if (passage->text.len > 0)
        passage->hidden = passage->text;
    passage->text = (struct str){0};
}

/* A deletion that takes the place of its text with it is noted at the table. */
static void note_lost(struct docx_body *body) {
    struct str text = {body->deleted.ptr, body->deleted.len};
    struct place at = here(body);
    if (docx_has_digit(text)) {
        struct passage nothing = {.at = at};
        struct docx_change change = {text, false};
        docx_warn_passage(body->doc, &nothing, &change);
    }
    body->deleted.len = 0;
}

static bool end_cell(struct docx_body *body) {
    struct docx_flow *flow = body->flow;
    if (!end_carried(body))
        return false;
    struct docx_cell *cell = cell_of(body);
    if (cell->nested)
        docx_flow_drop_empty(flow);
    if (cell->deleted)
        note_lost(body);
    else
        docx_flow_copy(flow, &cell->passage);
    if (table_of(body)->row.hidden)
        hide_text(body, &cell->passage);
    cell->change = flow->change;
    cell->box_start = flow->box_start;
    cell->box_end = (uint32_t)body->doc->document.textboxes.count;
    pop_flow(body);
    return !body->arena->exhausted || exhausted(body);
}

static enum xml_step set_cell(struct docx_body *body, struct xml *xml,
                              const struct xml_element *element) {
    struct docx_cell *cell = cell_of(body);
    struct str value = xml_value(xml, element);
    switch (element->name) {
    case NAME_GRID_SPAN:
        cell->span = docx_table_span(table_of(body), value, 1);
        break;
    case NAME_V_MERGE:
        cell->vertical = str_is(value, "restart") ? MERGE_RESTART : MERGE_CONTINUE;
        break;
    case NAME_H_MERGE:
        cell->widens = !str_is(value, "restart");
        break;
    case NAME_CELL_DEL:
        cell->deleted = true;
        break;
    case NAME_CELL_MERGE: /* a tracked merge: w:vMerge "cont" or "rest" */
        value = (struct str){0};
        xml_attribute(xml, element, NS_W, NAME_V_MERGE, &value);
        if (str_is(value, "cont"))
            cell->vertical = MERGE_CONTINUE;
        else if (str_is(value, "rest"))
            cell->vertical = MERGE_RESTART;
        break;
    default:
        break;
    }
    return XML_SKIP;
}

static enum xml_step set_row(struct docx_body *body, struct xml *xml,
                             const struct xml_element *element) {
    struct docx_table *table = table_of(body);
    struct str value = xml_value(xml, element);
    switch (element->name) {
    case NAME_GRID_BEFORE:
        table->row.before = docx_table_span(table, value, 0);
        break;
    case NAME_GRID_AFTER:
        table->row.after = docx_table_span(table, value, 0);
        break;
    case NAME_HIDDEN:
        table->row.hidden = ooxml_is_on(value);
        break;
    case NAME_DEL:
        table->row.deleted = true;
        break;
    default:
        break;
    }
    return XML_SKIP;
}

static enum xml_step set_grid(struct docx_body *body, struct xml *xml,
                              const struct xml_element *element) {
    struct str width = {0};
    int32_t twips = 0;
    if (element->name != NAME_GRID_COL)
        return XML_SKIP;
    xml_attribute(xml, element, NS_W, NAME_W, &width);
    ooxml_integer(width, &twips);
    return docx_table_add_column(table_of(body), twips, body->err) ? XML_SKIP : XML_STOP;
}

/* ---- stories apart */

static enum xml_step start_box(struct docx_body *body, struct frame *next) {
    struct passage box = {.at = here(body)};
    body->flow->has_boxes = true;
    next->mode = MODE_BLOCKS;
    next->due = DUE_BOX;
    /* The place among the boxes is taken now, for boxes inside this one come after it. */
    return enter_if(body, push_flow(body, true) &&
                              VEC_PUSH(body->arena, &body->doc->document.textboxes, box));
}

static bool end_box(struct docx_body *body) {
    struct docx_flow *flow = body->flow;
    uint32_t index = flow->box_start;
    if (!end_carried(body))
        return false;
    docx_flow_copy(flow, &body->doc->document.textboxes.items[index]);
    docx_warn_passage(body->doc, &body->doc->document.textboxes.items[index], &flow->change);
    pop_flow(body);
    return true;
}

static int by_note(const void *left, const void *right) {
    const struct reference *a = left, *b = right;
    if (a->endnote != b->endnote)
        return a->endnote ? 1 : -1;
    return a->id < b->id ? -1 : a->id > b->id;
}

static bool end_note(struct docx_body *body) {
    struct passage note = {.at = here(body)};
    const struct reference *found =
        body->references.count == 0
            ? NULL
            : bsearch(&body->note, body->references.items, body->references.count,
                      sizeof *body->references.items, by_note);
    if (found)
        note.at.paragraph = found->paragraph;
    else
        note.at.paragraph = PLACE_NONE;
    if (!end_carried(body))
        return false;
    docx_flow_copy(body->flow, &note);
    docx_warn_passage(body->doc, &note, &body->flow->change);
    pop_flow(body);
    return VEC_PUSH(body->arena, &body->doc->document.notes, note) || exhausted(body);
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
    case NAME_INS:
    case NAME_MOVE_TO:
        body->inserted++;
        next->due = DUE_INSERTED;
        return XML_ENTER;
    case NAME_SDT:
        *next = (struct frame){.mode = MODE_SDT, .inner = mode};
        return XML_ENTER;
    case NAME_DEL:
    case NAME_MOVE_FROM:
        *next = (struct frame){.mode = MODE_DELETED, .due = DUE_DELETED};
        return XML_ENTER;
    default:
        return XML_SKIP;
    }
}

static enum xml_step start_branch(struct docx_body *body, struct xml *xml,
                                  const struct xml_element *element, struct frame *next) {
    struct frame *parent = top(body);
    struct str requires = {0};
    if (element->ns != NS_MC || parent->taken)
        return XML_SKIP;
    if (element->name == NAME_CHOICE) {
        bool some = false;
        xml_attribute(xml, element, NS_NONE, NAME_REQUIRES, &requires);
        for (size_t start = 0, end; start < requires.len; start = end + 1) {
            for (end = start; end<requires.len &&requires.ptr[end]> ' ';)
                end++;
            if (end == start)
                continue;
            enum ooxml_ns ns = xml_prefix(xml, str_slice(requires, start, end));
            if (ns != NS_UNDERSTOOD && ns != NS_W && ns != NS_M)
                return XML_SKIP;
            some = true;
        }
        if (!some)
            return XML_SKIP;
    } else if (element->name != NAME_FALLBACK) {
        return XML_SKIP;
    }
    parent->taken = true;
    *next = (struct frame){.mode = parent->inner};
    return XML_ENTER;
}

static enum xml_step start_math(struct frame *next) {
    next->mode = MODE_MATH;
    return XML_ENTER;
}

static enum xml_step start_block(struct docx_body *body, struct xml *xml,
                                 const struct xml_element *element, struct frame *next) {
    struct place at = here(body);
    if (element->ns == NS_M &&
        (element->name == NAME_O_MATH || element->name == NAME_O_MATH_PARA)) {
        bool done = docx_flow_start_paragraph(body->flow);
        body->flow->paragraph.settled = true;
        body->flow->run.hidden = false;
        next->due = DUE_PARAGRAPH;
        return done ? start_math(next) : enter_if(body, false);
    }
    if (element->ns != NS_W)
        return start_wrapper(body, element, next);
    switch (element->name) {
    case NAME_P:
        next->mode = MODE_PARAGRAPH;
        next->due = DUE_PARAGRAPH;
        return enter_if(body, docx_flow_start_paragraph(body->flow));
    case NAME_TBL:
        return start_table(body, next);
    case NAME_TR:
    case NAME_TC:
        return body->in_story[body->flow_count - 1] ? XML_ENTER : XML_SKIP;
    case NAME_TC_PR:
        if (top(body)->mode != MODE_CELL)
            return XML_SKIP;
        next->mode = MODE_CELL_PROPERTIES;
        next->due = DUE_CELL_PROPERTIES;
        return XML_ENTER;
    case NAME_ALT_CHUNK:
    case NAME_SUB_DOC:
        doc_warn(body->doc, "altchunk_skipped", &at, "content of another file is not read");
        return XML_SKIP;
    default:
        (void)xml;
        return start_wrapper(body, element, next);
    }
}

static enum xml_step start_in_table(struct docx_body *body, const struct xml_element *element,
                                    struct frame *next) {
    if (element->ns == NS_W && element->name == NAME_TR) {
        docx_table_start_row(table_of(body));
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

static enum xml_step start_in_row(struct docx_body *body, const struct xml_element *element,
                                  struct frame *next) {
    if (element->ns == NS_W && element->name == NAME_TC)
        return start_cell(body, next);
    if (element->ns == NS_W && element->name == NAME_TR_PR) {
        next->mode = MODE_ROW_PROPERTIES;
        next->due = DUE_ROW_PROPERTIES;
        return XML_ENTER;
    }
    return start_wrapper(body, element, next);
}

static enum xml_step start_in_paragraph(struct docx_body *body, const struct xml_element *element,
                                        struct frame *next) {
    if (element->ns == NS_M) {
        body->flow->run.hidden = false;
        return start_math(next);
    }
    if (element->ns == NS_W && element->name == NAME_R) {
        start_run(body);
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

static enum xml_step set_paragraph(struct docx_body *body, struct xml *xml,
                                   const struct xml_element *element, struct frame *next) {
    struct docx_paragraph *paragraph = &body->flow->paragraph;
    switch (element->name) {
    case NAME_P_STYLE:
        paragraph->style = docx_styles_find(body->context.styles, xml_value(xml, element));
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

static enum xml_step set_number(struct docx_body *body, struct xml *xml,
                                const struct xml_element *element) {
    struct docx_paragraph *paragraph = &body->flow->paragraph;
    if (element->name == NAME_NUM_ID)
        ooxml_integer(xml_value(xml, element), &paragraph->num_id);
    else if (element->name == NAME_ILVL)
        ooxml_integer(xml_value(xml, element), &paragraph->num_level);
    return XML_SKIP;
}

static enum xml_step start_in_run(struct docx_body *body, struct xml *xml,
                                  const struct xml_element *element, struct frame *next) {
    if (element->ns != NS_W)
        return start_wrapper(body, element, next);
    switch (element->name) {
    case NAME_R_PR:
        next->mode = MODE_RUN_PROPERTIES;
        next->due = DUE_RUN_PROPERTIES;
        return XML_ENTER;
    case NAME_T:
        start_text(body, target_of(body), element->preserve);
        next->mode = MODE_TEXT;
        next->due = DUE_TEXT;
        return XML_ENTER;
    case NAME_TAB:
    case NAME_PTAB:
        return put_literal(body, "\t");
    case NAME_BR:
        return break_line(body, xml, element);
    case NAME_CR:
        return put_literal(body, "\n");
    case NAME_NO_BREAK_HYPHEN:
        return put_literal(body, "\xE2\x80\x91"); /* U+2011 */
    case NAME_SYM:
        return put_symbol(body, xml, element);
    case NAME_FLD_CHAR:
        return field_char(body, xml, element);
    case NAME_FOOTNOTE_REFERENCE:
    case NAME_ENDNOTE_REFERENCE:
        return refer(body, xml, element);
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
        return start_wrapper(body, element, next);
    }
}

/* Everything may hold a text box; wrappers and deletions are what they are elsewhere. */
static enum xml_step start_in_drawing(struct docx_body *body, const struct xml_element *element,
                                      struct frame *next) {
    if (element->ns == NS_W && element->name == NAME_TXBX_CONTENT)
        return start_box(body, next);
    bool wraps = (element->ns == NS_MC && element->name == NAME_ALTERNATE_CONTENT) ||
                 (element->ns == NS_W && (element->name == NAME_SDT || element->name == NAME_DEL ||
                                          element->name == NAME_MOVE_FROM));
    return wraps ? start_wrapper(body, element, next) : XML_ENTER;
}

static enum xml_step start_in_math(struct docx_body *body, const struct xml_element *element,
                                   struct frame *next) {
    if (element->ns == NS_W && (element->name == NAME_DEL || element->name == NAME_MOVE_FROM))
        return start_wrapper(body, element, next);
    if (element->ns == NS_M && element->name == NAME_T) {
        start_text(body, &body->flow->text, true);
        next->mode = MODE_TEXT;
        next->due = DUE_TEXT;
    }
    return XML_ENTER;
}

static enum xml_step start_note(struct docx_body *body, struct xml *xml,
                                const struct xml_element *element, struct frame *next) {
    struct str type = {0}, id = {0};
    bool is_note = element->name == NAME_FOOTNOTE || element->name == NAME_ENDNOTE;
    if (element->ns != NS_W || !is_note)
        return XML_SKIP;
    xml_attribute(xml, element, NS_W, NAME_TYPE, &type);
    xml_attribute(xml, element, NS_W, NAME_ID, &id);
    if (type.len > 0 && !str_is(type, "normal"))
        return XML_SKIP; /* separators */
    body->note = (struct reference){.endnote = element->name == NAME_ENDNOTE};
    ooxml_integer(id, &body->note.id);
    next->mode = MODE_BLOCKS;
    next->due = DUE_NOTE;
    return enter_if(body, push_flow(body, true));
}

static enum xml_step start_root(struct docx_body *body, const struct xml_element *element,
                                struct frame *next) {
    bool notes = top(body)->mode == MODE_NOTES_ROOT;
    bool known = element->ns == NS_W &&
                 (notes ? element->name == NAME_FOOTNOTES || element->name == NAME_ENDNOTES
                        : element->name == NAME_DOCUMENT);
    if (!known) {
        err_set(body->err, ERR_NOT_WORD, 0, "the root of the part is no WordprocessingML");
        return XML_STOP;
    }
    next->mode = notes ? MODE_NOTES : MODE_DOCUMENT;
    return XML_ENTER;
}

static enum xml_step start_body(struct docx_body *body, const struct xml_element *element,
                                struct frame *next) {
    if (element->ns != NS_W || element->name != NAME_BODY)
        return XML_SKIP;
    next->mode = MODE_BLOCKS;
    next->due = DUE_STORY;
    return enter_if(body, push_flow(body, false));
}

static enum xml_step start_named(const struct xml_element *element, enum ooxml_name name,
                                 uint8_t mode, struct frame *next) {
    if (element->ns != NS_W || element->name != name)
        return XML_SKIP;
    *next = (struct frame){.mode = mode};
    return XML_ENTER;
}

static enum xml_step dispatch(struct docx_body *body, struct xml *xml,
                              const struct xml_element *element, struct frame *next) {
    switch ((enum mode)next->mode) {
    case MODE_RUN_PROPERTIES:
        return element->ns == NS_W ? set_run(body, xml, element) : XML_SKIP;
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
            body->flow->paragraph.mark_deleted = true;
        return XML_SKIP;
    case MODE_BLOCKS:
    case MODE_CELL:
        return start_block(body, xml, element, next);
    case MODE_TABLE:
        return start_in_table(body, element, next);
    case MODE_GRID:
        return element->ns == NS_W ? set_grid(body, xml, element) : XML_SKIP;
    case MODE_ROW:
        return start_in_row(body, element, next);
    case MODE_ROW_PROPERTIES:
        return element->ns == NS_W ? set_row(body, xml, element) : XML_SKIP;
    case MODE_CELL_PROPERTIES:
        return element->ns == NS_W ? set_cell(body, xml, element) : XML_SKIP;
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

static enum xml_step on_start(void *self, struct xml *xml, const struct xml_element *element) {
    struct docx_body *body = self;
    struct frame next = {.mode = top(body)->mode};
    enum xml_step step = dispatch(body, xml, element, &next);
    if (step == XML_ENTER)
        body->frames[++body->depth] = next;
    return step;
}

/* ---- end tags */

static bool end_row(struct docx_body *body) {
    if (table_of(body)->row.deleted)
        note_lost(body);
    return docx_table_end_row(table_of(body), body->err);
}

static bool on_end(void *self) {
    struct docx_body *body = self;
    uint8_t due = top(body)->due;
    body->depth--;
    switch ((enum due)due) {
    case DUE_NOTHING:
        return true;
    case DUE_TEXT:
        end_text(body);
        return true;
    case DUE_RUN_PROPERTIES:
        settle_run(body);
        return true;
    case DUE_PARAGRAPH_PROPERTIES:
        settle_paragraph(body);
        return true;
    case DUE_PARAGRAPH:
        return end_paragraph(body);
    case DUE_CELL_PROPERTIES:
        if (cell_of(body)->deleted)
            top(body)->mode = MODE_DELETED;
        return true;
    case DUE_CELL:
        return end_cell(body);
    case DUE_ROW_PROPERTIES:
        if (table_of(body)->row.deleted)
            top(body)->mode = MODE_DELETED;
        return true;
    case DUE_ROW:
        return end_row(body);
    case DUE_TABLE:
        return end_table(body);
    case DUE_BOX:
        return end_box(body);
    case DUE_NOTE:
        return end_note(body);
    case DUE_INSERTED:
        body->inserted--;
        return true;
    case DUE_DELETED:
        if (body->flow)
            docx_flow_note_change(body->flow, (struct str){body->deleted.ptr, body->deleted.len},
                                  false);
        body->deleted.len = 0;
        return true;
    case DUE_STORY:
        if (!end_carried(body))
            return false;
        pop_flow(body);
        return true;
    }
    return true;
}

/* ---- parts */

struct docx_body *docx_body_new(const struct docx_context *context) {
    struct docx_body *body = arena_alloc(&context->doc->arena, sizeof *body);
    if (!body)
        return NULL;
    body->context = *context;
    body->doc = context->doc;
    body->arena = &context->doc->arena;
    body->output.doc = context->doc;
    body->fields.arena = body->arena;
    return body;
}

static bool read_part(struct docx_body *body, struct str part, enum mode root, struct err *err) {
    struct xml_reader reader = {.start = on_start, .end = on_end, .text = on_text, .self = body};
    body->err = err;
    body->depth = body->flow_count = body->table_count = body->inserted = 0;
    body->fields.stack.count = body->fields.base = 0;
    body->frames[0] = (struct frame){.mode = (uint8_t)root};
    return docx_package_read_text(body->context.package, part, &reader, err);
}

bool docx_body_read(struct docx_body *body, struct err *err) {
    if (!read_part(body, body->context.package->main, MODE_ROOT, err))
        return false;
    if (body->references.count > 1)
        qsort(body->references.items, body->references.count, sizeof *body->references.items,
              by_note);
    return true;
}

bool docx_body_read_notes(struct docx_body *body, struct str part, struct err *err) {
    return read_part(body, part, MODE_NOTES_ROOT, err);
}

static void scrub(const struct docx_body *body, struct passage *passage) {
    docx_fields_scrub(&body->fields, &passage->text);
    docx_fields_scrub(&body->fields, &passage->hidden);
}

void docx_body_finish(struct docx_body *body) {
    struct document *document = &body->doc->document;
    if (!body->fields.marked)
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
