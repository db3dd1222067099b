#include "extract/shift.h"

/* The columns that tell how a row stands: indices into section.columns. */
struct posts {
    uint32_t level, weight, score, levels;
};

/* False when the section lacks one of them. */
static bool find_posts(const struct section *section, struct posts *posts) {
    *posts = (struct posts){UINT32_MAX, UINT32_MAX, UINT32_MAX, 0};
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        if (column->role == COLUMN_LEVEL) {
            posts->level = i;
            posts->levels++;
        }
        if (column->role == COLUMN_WEIGHT && column->level == 0 && posts->weight == UINT32_MAX)
            posts->weight = i;
        if (column->role == COLUMN_SCORE)
            posts->score = i;
    }
    return posts->levels > 1 && posts->weight != UINT32_MAX && posts->score != UINT32_MAX;
}

/* The fact of the cell that begins `shift` columns left of a column's own place;
 * NULL where none does. */
static const struct cell_fact *fact_at(const struct sheet *sheet, const struct section *section,
                                       uint32_t row, uint32_t column, uint32_t shift) {
    uint32_t col = section->columns[column].col;
    return col < shift ? NULL : sheet_fact(sheet, sheet_cell(sheet, row, col - shift));
}

/* 95% and 12公里 are values of an indicator, no points. */
static bool is_bare(const struct sheet *sheet, const struct cell_fact *fact) {
    return fact && fact->class == CELL_NUMBER &&
           sheet->facts->mentions.items[fact->mention].unit.len == 0;
}

static bool fits(const struct sheet *sheet, const struct section *section,
                 const struct posts *posts, uint32_t row, uint32_t shift) {
    const struct cell_fact *level = fact_at(sheet, section, row, posts->level, shift);
    return level && level->class == CELL_TEXT &&
           is_bare(sheet, fact_at(sheet, section, row, posts->weight, shift)) &&
           is_bare(sheet, fact_at(sheet, section, row, posts->score, shift));
}

/* Ingest gives a short row's last cell the rest of the width. */
uint32_t shift_lacking(const struct sheet *sheet, uint32_t row) {
    const struct cell *last = table_cell_at(sheet->table, row, sheet->table->cols - 1);
    bool text = last && last->row == row && last->passage.at.line != PLACE_NONE;
    return text ? last->colspan - 1 : 0;
}

uint32_t shift_of(const struct sheet *sheet, const struct section *section, uint32_t row) {
    struct posts posts;
    uint32_t lacking = shift_lacking(sheet, row), found = 0;
    if (lacking == 0 || !find_posts(section, &posts) || fits(sheet, section, &posts, row, 0))
        return 0;
    for (uint32_t shift = 1; shift <= lacking && shift < posts.levels; shift++) {
        if (!fits(sheet, section, &posts, row, shift))
            continue;
        if (found > 0)
            return 0;
        found = shift;
    }
    return found;
}

/* A figure where the deepest level or words where the weight should stand: the
 * row has shifted, and does not merely lack its score. */
static bool is_misplaced(const struct sheet *sheet, const struct section *section, uint32_t row) {
    struct posts posts;
    if (!find_posts(section, &posts))
        return false;
    const struct cell_fact *level = fact_at(sheet, section, row, posts.level, 0);
    const struct cell_fact *weight = fact_at(sheet, section, row, posts.weight, 0);
    return (level && level->class == CELL_NUMBER) || (weight && weight->class == CELL_TEXT);
}

bool shift_is_usual(const struct sheet *sheet, const struct section *section) {
    if (section->kind != TABLE_SCORE)
        return false;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        if (shift_of(sheet, section, row) > 0 && is_misplaced(sheet, section, row))
            return true;
    }
    return false;
}

/* ---- heads */

/* Rows of full width with a bare figure under each head of a weight or score,
 * which stands `shift` columns to the right. `*rows` receives how many rows of
 * full width there are. */
static uint32_t count_fitting(const struct sheet *sheet, const struct section *section,
                              uint32_t shift, uint32_t *rows) {
    uint32_t fitting = 0;
    *rows = 0;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        bool bare = true;
        if (shift_lacking(sheet, row) > 0)
            continue;
        for (uint32_t i = 0; i < section->column_count && bare; i++) {
            const struct column *column = &section->columns[i];
            if (column->role == COLUMN_WEIGHT || column->role == COLUMN_SCORE)
                bare =
                    is_bare(sheet, sheet_fact(sheet, sheet_cell(sheet, row, column->col + shift)));
        }
        ++*rows;
        fitting += bare;
    }
    return fitting;
}

void shift_heads(const struct sheet *sheet, struct section *section) {
    uint32_t rows, shift = shift_lacking(sheet, section->first);
    if (shift == 0 || section->header_rows != 1 || section->kind != TABLE_SCORE)
        return;
    uint32_t here = count_fitting(sheet, section, 0, &rows);
    uint32_t there = count_fitting(sheet, section, shift, &rows);
    if (rows < 2 || here * 2 >= rows)
        return;
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (there * 2 >= rows)
            section->columns[i].col += shift;
        else
            section->columns[i].role = COLUMN_OTHER;
    }
}
