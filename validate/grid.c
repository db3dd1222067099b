#include "validate/grid.h"

#include "base/utf8.h"

uint32_t grid_quantity(const struct doc *doc, const struct section *section, uint32_t row,
                       uint32_t column) {
    const struct table *table = &doc->document.tables.items[section->table];
    const struct cell *cell = reading_value(&doc->document, section, row, column);
    if (!cell || cell->row != row)
        return GRID_NONE;
    return reading_mention_of(&doc->reading, table->id, (uint32_t)(cell - table->cells));
}

struct operand grid_operand(struct doc *doc, const struct section *section, uint32_t row,
                            uint32_t column) {
    struct operand operand = relation_quantity(doc, grid_quantity(doc, section, row, column));
    operand.label = section->rows[row - section->first].label;
    return operand;
}

bool grid_has_words(const struct doc *doc, const struct section *section, uint32_t row,
                    uint32_t column) {
    const struct cell *cell = reading_value(&doc->document, section, row, column);
    uint32_t han = 0;
    if (!cell || cell->row != row)
        return false;
    struct str text = cell->passage.text;
    for (size_t at = 0, size; at < text.len && han < 2; at += size)
        han += utf8_is_han(utf8_decode(text, at, &size));
    return han >= 2 && grid_quantity(doc, section, row, column) == GRID_NONE;
}

enum row_role grid_role(const struct section *section, uint32_t row) {
    return section->rows[row - section->first].role;
}

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

bool grid_adds(const struct column *column) {
    return column->role == COLUMN_BUDGET || column->role == COLUMN_SPENT ||
           column->role == COLUMN_TOTAL || column->role == COLUMN_AMOUNT ||
           column->role == COLUMN_BALANCE;
}
