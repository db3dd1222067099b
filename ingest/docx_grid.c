#include "ingest/docx_grid.h"

#include <assert.h>

static struct docx_table *table_of(const struct docx_story *story) {
    assert(story->table_count > 0);
    return story->tables[story->table_count - 1];
}

/* The cell that is being read: the last of its row. */
static struct docx_cell *cell_of(const struct docx_story *story) {
    struct docx_row *row = &table_of(story)->row;
    return &row->cells.items[row->cells.count - 1];
}

/* A table ends what runs on: a paragraph with a deleted mark before it has
 * nothing to join. Depth is bounded because emitting recurses. */
enum xml_step docx_grid_start(struct docx_story *story) {
    if (!docx_story_end_blocks(story))
        return XML_STOP;
    if (story->table_count == LIMIT_TABLE_DEPTH) {
        err_set(story->err, ERR_TABLE_LIMIT, 0, "tables are nested more than %u deep",
                LIMIT_TABLE_DEPTH);
        return XML_STOP;
    }
    struct docx_table *table = docx_table_new(story->arena);
    story->tables[story->table_count] = table;
    story->table_count += table != NULL;
    return docx_story_enter(story, table != NULL);
}

/* Where the cell of the table above keeps the tables inside it. */
static void nest_table(struct docx_story *story, struct docx_table *table) {
    struct docx_flow *flow = story->flow;
    if (flow->last_nested)
        flow->last_nested->next = table;
    else
        cell_of(story)->nested = table;
    flow->last_nested = table;
    flow->ends_empty = false;
}

/* The outermost table takes those inside it along; until then they hang from
 * their cells, for their ids depend on the order of the grid. */
bool docx_grid_end(struct docx_story *story) {
    struct docx_table *table = story->tables[--story->table_count];
    struct document *document = &story->doc->document;
    if (docx_table_is_gone(table))
        return true;
    if (story->table_count > 0) {
        nest_table(story, table);
        return true;
    }
    struct block block = {BLOCK_TABLE, (uint32_t)document->tables.count};
    if (!docx_table_emit(table, &story->output, docx_story_place(story).paragraph, story->err))
        return false;
    return VEC_PUSH(story->arena, &document->blocks, block) || docx_story_exhausted(story);
}

enum xml_step docx_grid_start_cell(struct docx_story *story) {
    return docx_story_enter(story,
                            docx_table_add_cell(table_of(story)) && docx_story_push(story, false));
}

/* A hidden row keeps its place in the grid. */
static void hide_text(struct docx_story *story, struct passage *passage) {
    if (passage->hidden.len > 0 && passage->text.len > 0)
        passage->hidden = str_printf(story->arena, "%.*s\n%.*s", STR_ARGS(passage->text),
                                     STR_ARGS(passage->hidden));
    else if (passage->text.len > 0)
        passage->hidden = passage->text;
    passage->text = (struct str){0};
    passage->revision_count = passage->mark_count = 0;
}

/* A deletion that takes the place of its text with it is kept where the table
 * stands. */
static bool keep_lost(struct docx_story *story) {
    struct passage lost = {.at = docx_story_place(story)};
    if (story->deleted.len == 0)
        return true;
    lost.text = str_copy(story->arena, (struct str){story->deleted.ptr, story->deleted.len});
    story->deleted.len = 0;
    return VEC_PUSH(story->arena, &story->doc->document.deletions, lost);
}

/* Boxes in the cell are known by number only: the cell has no place before its
 * table has. */
bool docx_grid_end_cell(struct docx_story *story) {
    struct docx_flow *flow = story->flow;
    if (!docx_story_end_blocks(story))
        return false;
    struct docx_cell *cell = cell_of(story);
    if (cell->nested)
        docx_flow_drop_empty(flow); /* Word wants a paragraph after a nested table */
    if (!cell->deleted)
        docx_flow_copy(flow, &cell->passage);
    else if (!keep_lost(story))
        return docx_story_exhausted(story);
    if (table_of(story)->row.hidden)
        hide_text(story, &cell->passage);
    cell->box_start = flow->box_start;
    cell->box_end = (uint32_t)story->doc->document.textboxes.count;
    docx_story_pop(story);
    return !story->arena->exhausted || docx_story_exhausted(story);
}

/* w:vMerge without a value means "continue" (17.4.84), and so does w:hMerge
 * (17.4.22), which files converted from .doc have instead of w:gridSpan. */
enum xml_step docx_grid_set_cell(struct docx_story *story, struct xml *xml,
                                 const struct xml_element *element) {
    struct docx_cell *cell = cell_of(story);
    struct str value = xml_value(xml, element);
    switch (element->name) {
    case NAME_GRID_SPAN:
        cell->span = docx_table_span(table_of(story), value, 1);
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

enum xml_step docx_grid_set_row(struct docx_story *story, struct xml *xml,
                                const struct xml_element *element) {
    struct docx_table *table = table_of(story);
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

enum xml_step docx_grid_set_column(struct docx_story *story, struct xml *xml,
                                   const struct xml_element *element) {
    struct str width = {0};
    int32_t twips = 0;
    if (element->name != NAME_GRID_COL)
        return XML_SKIP;
    xml_attribute(xml, element, NS_W, NAME_W, &width);
    ooxml_integer(width, &twips);
    return docx_table_add_column(table_of(story), twips, story->err) ? XML_SKIP : XML_STOP;
}

void docx_grid_start_row(struct docx_story *story) {
    docx_table_start_row(table_of(story));
}

bool docx_grid_end_row(struct docx_story *story) {
    if (table_of(story)->row.deleted && !keep_lost(story))
        return docx_story_exhausted(story);
    return docx_table_end_row(table_of(story), story->err);
}

bool docx_grid_is_row_deleted(const struct docx_story *story) {
    return table_of(story)->row.deleted;
}

bool docx_grid_is_cell_deleted(const struct docx_story *story) {
    return cell_of(story)->deleted;
}
