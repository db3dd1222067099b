#include "extract/extract.h"

#include "extract/blank.h"
#include "extract/cells.h"
#include "extract/facts.h"
#include "extract/header.h"
#include "extract/heading.h"
#include "extract/lost_table.h"
#include "extract/mention.h"
#include "extract/narrative.h"
#include "extract/parts.h"
#include "extract/sections.h"
#include "extract/telling.h"

enum { LONGEST_CAPTION = 120 }; /* bytes of a line over a table that may state its unit */

/* Paragraphs that follow each other in one part, and their mentions. */
struct run {
    VEC(const struct passage *) passages;
    uint32_t part;
    uint32_t first; /* index of the first mention */
};

/* One flat array for all cells of all tables: a table of 200,000 cells costs
 * four bytes each, and a lookup no search. */
static bool index_cells(struct doc *doc, struct err *err) {
    struct document *document = &doc->document;
    size_t cells = 0;
    doc->reading.table_offsets =
        arena_array(&doc->arena, document->tables.count + 1, sizeof *doc->reading.table_offsets);
    if (!doc->reading.table_offsets)
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < document->tables.count; i++) {
        doc->reading.table_offsets[i] = (uint32_t)cells;
        cells += document->tables.items[i].cell_count;
    }
    doc->reading.cell_mentions =
        arena_array(&doc->arena, cells + 1, sizeof *doc->reading.cell_mentions);
    return arena_check(&doc->arena, err);
}

/* The unit of money that one of the two paragraphs above block `block` states:
 * 单位：万元. */
static struct str unit_above(struct doc *doc, uint32_t block) {
    struct str unit = {0};
    for (uint32_t up = 1; up <= 2 && up <= block && unit.len == 0; up++) {
        const struct block *above = &doc->document.blocks.items[block - up];
        if (above->kind != BLOCK_PARAGRAPH)
            break;
        struct str text = str_trim(doc->document.paragraphs.items[above->index].text);
        bool told = str_has(text, "单位") || str_ends(text, "元）") || str_ends(text, "元)");
        if (text.len <= LONGEST_CAPTION && told)
            unit = header_unit(str_squeeze(&doc->arena, text));
    }
    return unit;
}

/* The sections of all tables; nested ones take the unit of those that hold
 * them. */
static bool find_sections(struct doc *doc, const struct config *config, struct facts *facts,
                          struct err *err) {
    uint32_t table = 0;
    for (uint32_t i = 0; i < doc->document.blocks.count; i++) {
        if (doc->document.blocks.items[i].kind != BLOCK_TABLE)
            continue;
        struct sheet sheet = {.doc = doc, .config = config, .facts = facts};
        sheet.unit = unit_above(doc, i);
        do {
            sheet.table = &doc->document.tables.items[table++];
            if (!sections_find(&sheet, err))
                return false;
        } while (table < doc->document.tables.count &&
                 doc->document.tables.items[table].parent >= 0);
    }
    return true;
}

/* Hands the paragraphs gathered so far to the narrative and begins anew. */
static bool close_run(struct doc *doc, const struct config *config, struct run *run,
                      struct err *err) {
    uint32_t last = (uint32_t)doc->reading.mentions.count;
    bool done = run->passages.count == 0 ||
                narrative_run(doc, config->narrative_patterns, run->passages.items,
                              (uint32_t)run->passages.count, run->part, run->first, last, err);
    run->passages.count = 0;
    return done;
}

/* Paragraphs are gathered into a run and read together, as a whole often stands
 * in the one before its parts; a table ends the run, for 其中 below it cannot
 * mean what stands above. */
static bool read_paragraph(struct doc *doc, const struct config *config, uint32_t index,
                           struct run *run, struct err *err) {
    const struct passage *passage = &doc->document.paragraphs.items[index];
    if (run->passages.count == 0)
        run->first = (uint32_t)doc->reading.mentions.count;
    if (!VEC_PUSH(&doc->arena, &run->passages, passage))
        return arena_check(&doc->arena, err);
    return heading_scan(doc, passage, index, err) &&
           blank_scan(doc, config->lexicon, passage, run->part, err) &&
           mention_scan(doc, config->mention_patterns, passage, 0, (uint32_t)passage->text.len,
                        err);
}

/* A table and those nested in it, which follow it in the list. */
static bool read_table(struct doc *doc, const struct config *config, struct facts *facts,
                       uint32_t index, uint32_t part, struct err *err) {
    uint32_t at = index;
    do {
        struct sheet sheet = {.doc = doc, .config = config, .facts = facts};
        sheet.table = &doc->document.tables.items[at];
        if (!cells_read(&sheet, part, err))
            return false;
    } while (++at < doc->document.tables.count && doc->document.tables.items[at].parent >= 0);
    return true;
}

/* Goes through the blocks in reading order: mentions, statements, claims,
 * headings. */
static bool read_blocks(struct doc *doc, const struct config *config, struct facts *facts,
                        struct err *err) {
    struct run run = {.part = 0};
    size_t marked = 0; /* mentions whose part is set */
    for (uint32_t i = 0; i < doc->document.blocks.count; i++) {
        const struct block *block = &doc->document.blocks.items[i];
        uint32_t part = doc->reading.block_parts[i];
        if ((block->kind == BLOCK_TABLE || part != run.part) && !close_run(doc, config, &run, err))
            return false;
        run.part = part;
        bool read = block->kind == BLOCK_TABLE
                        ? read_table(doc, config, facts, block->index, part, err)
                        : read_paragraph(doc, config, block->index, &run, err);
        if (!read)
            return false;
        for (; marked < doc->reading.mentions.count; marked++)
            doc->reading.mentions.items[marked].part = part;
    }
    return close_run(doc, config, &run, err);
}

/* What the summary calls figures: neither dates nor grades. */
static void count_numbers(struct reading *reading) {
    for (size_t i = 0; i < reading->mentions.count; i++) {
        enum mention_kind kind = reading->mentions.items[i].kind;
        reading->numbers += kind != MENTION_DATE && kind != MENTION_GRADE;
    }
}

bool extract_run(struct doc *doc, const struct config *config, struct err *err) {
    struct facts facts;
    if (!facts_take(doc, config, &facts, err) || !find_sections(doc, config, &facts, err) ||
        !parts_find(doc, config, &facts, err) || !index_cells(doc, err))
        return false;
    /* only now does every section know its part: two tables of different
     * reports never continue each other */
    sections_continue(doc);
    if (!read_blocks(doc, config, &facts, err) || !telling_scan(doc, config, err) ||
        !lost_table_scan(doc, config, err))
        return false;
    count_numbers(&doc->reading);
    return arena_check(&doc->arena, err);
}
