#include "model/document.h"

#include "base/limits.h"

/* Where cells overlap, which only a damaged file does, the first one keeps the
 * slot: each slot has one owner, so that no figure counts twice. */
bool table_index(struct table *table, struct arena *arena, struct err *err) {
    uint64_t slots = (uint64_t)table->rows * table->cols;
    if (table->cols > LIMIT_GRID_COLS || table->rows > LIMIT_GRID_ROWS || slots > LIMIT_CELLS)
        return err_set(err, ERR_TABLE_LIMIT, 0, "table %u has %u rows and %u columns", table->id,
                       table->rows, table->cols);
    table->slots = arena_array(arena, slots ? (size_t)slots : 1, sizeof *table->slots);
    if (!table->slots)
        return arena_check(arena, err);
    for (uint32_t i = 0; i < table->cell_count; i++) {
        const struct cell *cell = &table->cells[i];
        for (uint32_t row = cell->row; row < cell->row + cell->rowspan && row < table->rows;
             row++) {
            for (uint32_t col = cell->col; col < cell->col + cell->colspan && col < table->cols;
                 col++) {
                uint32_t *slot = &table->slots[(size_t)row * table->cols + col];
                if (*slot == 0)
                    *slot = i + 1;
            }
        }
    }
    return true;
}

/* NULL beyond the grid and for a hole in it: rows of a damaged table may be
 * short. */
const struct cell *table_cell_at(const struct table *table, uint32_t row, uint32_t col) {
    if (row >= table->rows || col >= table->cols)
        return NULL;
    uint32_t slot = table->slots[(size_t)row * table->cols + col];
    return slot ? &table->cells[slot - 1] : NULL;
}

struct line_mark passage_mark_at(const struct passage *passage, size_t offset) {
    uint32_t line = passage->at.line == PLACE_NONE ? 0 : (uint32_t)passage->at.line;
    struct line_mark mark = {0, line, passage->byte};
    for (uint32_t i = 0; i < passage->mark_count && passage->marks[i].offset <= offset; i++)
        mark = passage->marks[i];
    return mark;
}

int32_t passage_line_at(const struct passage *passage, size_t offset) {
    uint32_t line = passage_mark_at(passage, offset).line;
    return line > 0 ? (int32_t)line : PLACE_NONE;
}
