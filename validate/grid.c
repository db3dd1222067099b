#include "validate/grid.h"

#include "base/utf8.h"

/* A wide table has its names on the left; a walk over all of its columns for each figure would not
 * be linear. */
enum { BEFORE_COLS = 16 };

/* A cell merged downwards holds one figure, that of its first row: counted in
 * each row, 100 over three rows would be 300. */
uint32_t grid_quantity(const struct doc *doc, const struct section *section, uint32_t row,
                       uint32_t column) {
    const struct table *table = &doc->document.tables.items[section->table];
    const struct cell *cell = reading_value(&doc->document, section, row, column);
    if (!cell || cell->row != row)
        return GRID_NONE;
    return reading_mention_of(&doc->reading, table->id, (uint32_t)(cell - table->cells));
}

/* 待结算 stands for an amount that is due and not known, and makes the sum
 * unverifiable; 无 and a dash stand for none. */
bool grid_is_unread(const struct doc *doc, const struct section *section, uint32_t row,
                    uint32_t column) {
    const struct cell *cell = reading_value(&doc->document, section, row, column);
    struct str text = cell && cell->row == row ? str_trim(cell->passage.text) : (struct str){0};
    if (text.len == 0 || str_is(text, "无") ||
        grid_quantity(doc, section, row, column) != GRID_NONE)
        return false;
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        if (utf8_is_han(point))
            return true;
    }
    return false;
}

/* Named after its row: the column is known from the relation. */
struct operand grid_operand(struct doc *doc, const struct section *section, uint32_t row,
                            uint32_t column) {
    struct operand operand = relation_quantity(doc, grid_quantity(doc, section, row, column));
    operand.label = section->rows[row - section->first].label;
    return operand;
}

bool grid_is_count(const struct doc *doc, const struct section *section, uint32_t row,
                   uint32_t column) {
    uint32_t index = grid_quantity(doc, section, row, column);
    if (index == GRID_NONE)
        return false;
    const struct quantity *quantity = &doc->record.quantities.items[index];
    return quantity->kind == QUANTITY_COUNT && quantity->value.decimal.scale == 0;
}

/* A table has a figure in each of its columns, and the reader must see which
 * one is meant. */
struct str grid_label(struct doc *doc, const struct section *section, uint32_t row,
                      uint32_t column) {
    struct str name = reading_leaf(section->columns[column].name);
    struct str label = section->rows[row - section->first].label;
    if (label.len == 0)
        return name;
    return str_join(&doc->arena, (struct str[]){label, STR("/"), name}, 3);
}

/* The adjusted budget (level 1) is asked for before the original one. */
uint32_t grid_figure(const struct doc *doc, const struct section *section, uint32_t row,
                     enum column_role role, uint32_t level) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        bool fits = level == 0 ? role != COLUMN_RATE || column->level == 0 : column->level == level;
        if (column->role == role && fits && grid_quantity(doc, section, row, i) != GRID_NONE)
            return i;
    }
    return GRID_NONE;
}

enum row_role grid_role(const struct section *section, uint32_t row) {
    return section->rows[row - section->first].role;
}

/* 107.4 beside 12.29 means 107.40: sheets drop trailing zeros, so the finest
 * figure of the column sets the precision (contract, Precision). */
uint16_t grid_decimals(const struct doc *doc, const struct section *section, uint32_t column) {
    uint16_t finest = 0;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        uint32_t index = grid_quantity(doc, section, row, column);
        if (index != GRID_NONE && doc->record.quantities.items[index].readable &&
            doc->record.quantities.items[index].decimals > finest)
            finest = doc->record.quantities.items[index].decimals;
    }
    return finest;
}

/* Rates do not add (95 % + 90 % is no 185 %), and weights and scores are exact
 * and belong to the scoreboard. */
bool grid_adds(const struct column *column) {
    return column->role == COLUMN_BUDGET || column->role == COLUMN_SPENT ||
           column->role == COLUMN_TOTAL || column->role == COLUMN_AMOUNT ||
           column->role == COLUMN_BALANCE;
}

static bool has_words(struct str text) {
    for (size_t at = 0, size; at < text.len; at += size) {
        if (utf8_is_han(utf8_decode(text, at, &size)))
            return true;
    }
    return false;
}

struct str grid_before(struct doc *doc, const struct place *at) {
    if (at->table < 0 || (size_t)at->table >= doc->document.tables.count)
        return (struct str){0};
    const struct table *table = &doc->document.tables.items[at->table];
    for (int32_t col = at->col - 1; col >= 0 && at->col - col <= BEFORE_COLS; col--) {
        const struct cell *cell = table_cell_at(table, (uint32_t)at->row, (uint32_t)col);
        if (cell && has_words(cell->passage.text))
            return str_squeeze(&doc->arena, cell->passage.text);
    }
    return (struct str){0};
}
