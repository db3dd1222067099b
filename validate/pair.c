#include "validate/pair.h"

#include "base/utf8.h"
#include "validate/direction.h"
#include "validate/grid.h"

static bool is_nature(const struct column *column) {
    return (column->role == COLUMN_OTHER || column->role == COLUMN_REMARK) &&
           str_has(reading_leaf(column->name), "性质");
}

/* 年初指标值 | 调整指标值: the adjusted one holds. */
static bool is_adjusted(const struct pair_reader *reader, const struct column *column) {
    return column->role == COLUMN_TARGET && reader->target != PAIR_NONE &&
           reader->original == PAIR_NONE &&
           reader->section->columns[reader->target].level > column->level;
}

/* False when the column is a second one of its role. */
static bool take_column(struct pair_reader *reader, uint32_t index) {
    const struct column *column = &reader->section->columns[index];
    if (is_adjusted(reader, column)) {
        reader->original = reader->target;
        reader->target = PAIR_NONE;
    }
    uint32_t *slot = NULL;
    if (column->role == COLUMN_TARGET)
        slot = &reader->target;
    else if (column->role == COLUMN_ACTUAL)
        slot = &reader->actual;
    else if (column->role == COLUMN_LEVEL)
        reader->level = index;
    else if (is_nature(column))
        reader->nature = index;
    if (!slot)
        return true;
    bool first = *slot == PAIR_NONE;
    *slot = index;
    return first;
}

bool pair_open(const struct doc *doc, struct pair_reader *reader, uint32_t index) {
    const struct section *section = &doc->reading.sections.items[index];
    reader->section = section;
    reader->index = index;
    reader->target = reader->original = reader->actual = PAIR_NONE;
    reader->nature = reader->level = PAIR_NONE;
    reader->decimals = 0;
    if (section->kind != TABLE_SCORE && section->kind != TABLE_TARGET)
        return false;
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (!take_column(reader, i))
            return false;
        if (section->columns[i].role == COLUMN_SCORE)
            reader->decimals = grid_decimals(doc, section, i);
    }
    return reader->target != PAIR_NONE;
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

static const struct cell *cell_in(const struct doc *doc, const struct pair_reader *reader,
                                  uint32_t row, uint32_t column) {
    return column == PAIR_NONE ? NULL : reading_value(&doc->document, reader->section, row, column);
}

/* False when the cell belongs to another row too. */
static bool read_side(const struct doc *doc, const struct pair_reader *reader, uint32_t row,
                      uint32_t column, struct side *side) {
    const struct cell *cell = cell_in(doc, reader, row, column);
    *side = (struct side){.quantity = PAIR_NONE};
    if (!cell)
        return true;
    if (cell->row != row || cell->rowspan > 1)
        return false;
    side->text = str_trim(cell->passage.text);
    side->at = cell->passage.at;
    side->quantity = grid_quantity(doc, reader->section, row, column);
    if (side->quantity != GRID_NONE) {
        const struct quantity *quantity = pair_quantity(doc, side);
        bool usable = quantity->is_quantity && quantity->readable;
        side->content = usable ? SIDE_FIGURE : SIDE_WORDS;
    } else if (!says_nothing(side->text)) {
        side->content = SIDE_WORDS;
    }
    return true;
}

static struct str squeezed(struct doc *doc, const struct pair_reader *reader, uint32_t row,
                           uint32_t column) {
    const struct cell *cell = cell_in(doc, reader, row, column);
    return cell ? str_squeeze(&doc->arena, cell->passage.text) : (struct str){0};
}

static bool is_before(const struct indicator *indicator, uint32_t section, uint32_t row) {
    return indicator->section < section || (indicator->section == section && indicator->row < row);
}

/* The indicator of the row, or PAIR_NONE. */
static uint32_t seek(const struct doc *doc, struct pair_reader *reader, uint32_t row) {
    const struct indicator *items = doc->record.indicators.items;
    size_t count = doc->record.indicators.count;
    while (reader->next < count && is_before(&items[reader->next], reader->index, row))
        reader->next++;
    bool found = reader->next < count && items[reader->next].section == reader->index &&
                 items[reader->next].row == row;
    return found ? reader->next : PAIR_NONE;
}

bool pair_read(struct doc *doc, struct pair_reader *reader, uint32_t row, struct pair *pair) {
    const struct row *facts = &reader->section->rows[row - reader->section->first];
    if ((facts->role != ROW_ITEM && facts->role != ROW_PART) || facts->aligned)
        return false;
    *pair = (struct pair){.part = reader->section->part,
                          .indicator = seek(doc, reader, row),
                          .decimals = reader->decimals};
    if (!read_side(doc, reader, row, reader->target, &pair->target) ||
        !read_side(doc, reader, row, reader->actual, &pair->actual))
        return false;
    if (pair->target.content == SIDE_BLANK && reader->original != PAIR_NONE &&
        !read_side(doc, reader, row, reader->original, &pair->target))
        return false;
    if (pair->indicator != PAIR_NONE)
        pair->name = doc->record.indicators.items[pair->indicator].name;
    else
        pair->name = squeezed(doc, reader, row, reader->level);
    if (pair->name.len == 0)
        pair->name = facts->label;
    if (pair->target.content == SIDE_FIGURE)
        pair->comparator = pair_mention(doc, &pair->target)->comparator;
    if (pair->comparator == COMPARE_NONE)
        pair->comparator = direction_comparator(squeezed(doc, reader, row, reader->nature));
    return true;
}

const struct mention *pair_mention(const struct doc *doc, const struct side *side) {
    return &doc->reading.mentions.items[side->quantity];
}

const struct quantity *pair_quantity(const struct doc *doc, const struct side *side) {
    return &doc->record.quantities.items[side->quantity];
}

enum mention_kind pair_kind(const struct doc *doc, const struct side *side) {
    return side->content == SIDE_FIGURE ? pair_mention(doc, side)->kind : MENTION_GRADE;
}

bool pair_is_bound(enum comparator comparator) {
    return comparator != COMPARE_NONE && comparator != COMPARE_EQ;
}
