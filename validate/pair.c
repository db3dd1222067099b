#include "validate/pair.h"

#include "base/utf8.h"
#include "validate/direction.h"
#include "validate/grid.h"

bool pair_columns(const struct section *section, struct pair_columns *columns) {
    *columns = (struct pair_columns){PAIR_NONE, PAIR_NONE, PAIR_NONE, PAIR_NONE};
    if (section->kind != TABLE_SCORE && section->kind != TABLE_TARGET)
        return false;
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        bool second = (column->role == COLUMN_TARGET && columns->target != PAIR_NONE) ||
                      (column->role == COLUMN_ACTUAL && columns->actual != PAIR_NONE);
        if (second)
            return false;
        if (column->role == COLUMN_TARGET)
            columns->target = i;
        else if (column->role == COLUMN_ACTUAL)
            columns->actual = i;
        else if (column->role == COLUMN_LEVEL)
            columns->level = i;
        else if ((column->role == COLUMN_OTHER || column->role == COLUMN_REMARK) &&
                 str_has(reading_leaf(column->name), "性质"))
            columns->nature = i;
    }
    return columns->target != PAIR_NONE;
}

/* A dash, a slash and dots say nothing. */
static bool says_nothing(struct str text) {
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t point = utf8_decode(text, at, &size);
        bool plain = (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
                     (point >= 'a' && point <= 'z');
        if (plain || utf8_is_han(point))
            return false;
    }
    return true;
}

/* False when the cell belongs to the row above too. */
static bool read_side(const struct doc *doc, const struct section *section, uint32_t row,
                      uint32_t column, struct side *side) {
    *side = (struct side){.quantity = PAIR_NONE};
    const struct cell *cell =
        column == PAIR_NONE ? NULL : reading_value(&doc->document, section, row, column);
    if (!cell)
        return true;
    if (cell->row != row || cell->rowspan > 1)
        return false;
    side->text = str_trim(cell->passage.text);
    side->at = cell->passage.at;
    uint32_t index = grid_quantity(doc, section, row, column);
    if (index != GRID_NONE) {
        const struct quantity *quantity = &doc->record.quantities.items[index];
        bool usable = quantity->is_quantity && quantity->readable;
        side->content = usable ? SIDE_FIGURE : SIDE_WORDS;
        side->quantity = usable ? index : PAIR_NONE;
    } else if (!says_nothing(side->text)) {
        side->content = SIDE_WORDS;
    }
    return true;
}

static struct str squeezed(struct doc *doc, const struct section *section, uint32_t row,
                           uint32_t column) {
    const struct cell *cell =
        column == PAIR_NONE ? NULL : reading_value(&doc->document, section, row, column);
    return cell ? str_squeeze(&doc->arena, cell->passage.text) : (struct str){0};
}

bool pair_read(struct doc *doc, const struct section *section, const struct pair_columns *columns,
               uint32_t row, struct pair *pair) {
    const struct row *facts = &section->rows[row - section->first];
    if ((facts->role != ROW_ITEM && facts->role != ROW_PART) || facts->aligned)
        return false;
    *pair = (struct pair){0};
    if (!read_side(doc, section, row, columns->target, &pair->target) ||
        !read_side(doc, section, row, columns->actual, &pair->actual))
        return false;
    pair->name = squeezed(doc, section, row, columns->level);
    if (pair->name.len == 0)
        pair->name = facts->label;
    if (pair->target.content == SIDE_FIGURE)
        pair->comparator = doc->reading.mentions.items[pair->target.quantity].comparator;
    if (pair->comparator == COMPARE_NONE)
        pair->comparator = direction_comparator(squeezed(doc, section, row, columns->nature));
    return true;
}

enum mention_kind pair_kind(const struct doc *doc, const struct side *side) {
    return side->content == SIDE_FIGURE ? doc->reading.mentions.items[side->quantity].kind
                                        : MENTION_GRADE;
}
