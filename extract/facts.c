#include "extract/facts.h"

#include "extract/lexicon.h"
#include "extract/mention.h"

enum { LONGEST_FIGURE = 160 }; /* bytes of a cell that may still be one figure */

/* An em dash is no zero: a weight of —— means that the row has none, and 0
 * would be summed. So a placeholder is a class of its own, neither blank nor
 * figure. */
static bool take_cell(struct doc *doc, const struct config *config, struct facts *facts,
                      const struct cell *cell, struct cell_fact *fact) {
    struct mention mention;
    fact->text = str_squeeze(&doc->arena, cell->passage.text);
    if (fact->text.len == 0) {
        fact->class = CELL_BLANK;
    } else if (lexicon_is(config->lexicon, WORDS_FILLERS, fact->text)) {
        fact->class = CELL_FILLER;
    } else if (cell->passage.text.len <= LONGEST_FIGURE &&
               mention_cell(doc, config->mention_patterns, &cell->passage, &mention)) {
        fact->class = CELL_NUMBER;
        fact->mention = (uint32_t)facts->mentions.count;
        return VEC_PUSH(&doc->arena, &facts->mentions, mention);
    } else {
        fact->class = CELL_TEXT;
    }
    return true;
}

bool facts_take(struct doc *doc, const struct config *config, struct facts *facts,
                struct err *err) {
    size_t count = doc->document.tables.count;
    *facts = (struct facts){.tables = arena_array(&doc->arena, count + 1, sizeof *facts->tables)};
    facts->first_section = arena_array(&doc->arena, count + 1, sizeof *facts->first_section);
    facts->first_field = arena_array(&doc->arena, count + 1, sizeof *facts->first_field);
    if (!facts->tables || !facts->first_section || !facts->first_field)
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < count; i++) {
        const struct table *table = &doc->document.tables.items[i];
        facts->tables[i] = arena_array(&doc->arena, table->cell_count + 1, sizeof **facts->tables);
        for (uint32_t j = 0; facts->tables[i] && j < table->cell_count; j++) {
            if (!take_cell(doc, config, facts, &table->cells[j], &facts->tables[i][j]))
                return arena_check(&doc->arena, err);
        }
    }
    return arena_check(&doc->arena, err);
}

const struct cell *sheet_cell(const struct sheet *sheet, uint32_t row, uint32_t col) {
    const struct cell *cell = table_cell_at(sheet->table, row, col);
    return cell && cell->row == row && cell->col == col ? cell : NULL;
}

struct cell_fact *sheet_fact(const struct sheet *sheet, const struct cell *cell) {
    return cell ? &sheet->facts->tables[sheet->table->id][cell - sheet->table->cells] : NULL;
}

bool sheet_has_content(const struct sheet *sheet, const struct cell *cell) {
    const struct cell_fact *fact = sheet_fact(sheet, cell);
    return fact && (fact->class == CELL_NUMBER || fact->class == CELL_TEXT);
}

const struct cell *sheet_caption(const struct sheet *sheet, uint32_t row) {
    const struct cell *only = NULL;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        if (!sheet_has_content(sheet, cell))
            continue;
        if (only)
            return NULL;
        only = cell;
    }
    if (!only || sheet_fact(sheet, only)->class != CELL_TEXT)
        return NULL;
    /* a text in a narrow cell alone in its row is a name whose figures are
     * missing; a caption spans the table */
    return only->colspan * 2 > sheet->table->cols ? only : NULL;
}
