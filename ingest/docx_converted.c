#include "ingest/docx_converted.h"

#include "ingest/prose.h"
#include "ingest/residue.h"

enum { MOST_BLANKS = 2 }; /* empty paragraphs between the two halves of a sentence */

/* Two searches spare most passages the work. Asterisks and backslashes alone
 * are left: in Word they are footnote signs and paths, not Markdown. */
static void resolve(struct doc *doc, struct passage *passage) {
    struct str text = passage->text;
    if (!str_has(text, "$") && !str_has(text, "[bookmark"))
        return;
    struct str understood = residue_resolve(&doc->arena, text);
    if (str_eq(understood, text))
        return;
    passage->raw = text;
    passage->text = understood;
}

/* The paragraph that block `index` is, or NULL for a table and past the end. */
static struct passage *paragraph_at(struct document *document, size_t index) {
    if (index >= document->blocks.count || document->blocks.items[index].kind != BLOCK_PARAGRAPH)
        return NULL;
    return &document->paragraphs.items[document->blocks.items[index].index];
}

/* "...累计完成投资1200" at the foot of a page, "万元，全部到位。"
 * on the next one: converters make two paragraphs of it. They stay two, for
 * their places must hold; extract reads across the gap. Headings and numbered
 * paragraphs begin anew. */
static void mark_cut(struct document *document, size_t index) {
    struct passage *passage = paragraph_at(document, index), *next = NULL;
    size_t blanks = 0;
    if (!passage || passage->outline > 0)
        return;
    while (blanks <= MOST_BLANKS && (next = paragraph_at(document, index + 1 + blanks)) &&
           str_blank(next->text))
        blanks++;
    if (!next || blanks > MOST_BLANKS || next->outline > 0 || next->numbering.len > 0)
        return;
    passage->runs_on = prose_continues(passage->text, next->text, blanks);
}

bool docx_converted_settle(struct doc *doc, struct err *err) {
    struct document *document = &doc->document;
    for (size_t i = 0; i < document->paragraphs.count; i++)
        resolve(doc, &document->paragraphs.items[i]);
    for (size_t i = 0; i < document->tables.count; i++) {
        for (uint32_t j = 0; j < document->tables.items[i].cell_count; j++)
            resolve(doc, &document->tables.items[i].cells[j].passage);
    }
    for (size_t i = 0; i < document->blocks.count; i++)
        mark_cut(document, i);
    return arena_check(&doc->arena, err);
}
