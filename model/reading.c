#include "model/reading.h"

/* A cell with two figures has no one figure: which of them a sum would mean is
 * not said. */
uint32_t reading_mention_of(const struct reading *reading, uint32_t table, uint32_t cell) {
    uint32_t slot = reading->cell_mentions[reading->table_offsets[table] + cell];
    return slot ? slot - 1 : STATEMENT_NO_MENTION;
}

/* 执行率(B/A) holds a slash of its own; only those outside brackets part the
 * levels. */
struct str reading_leaf(struct str name) {
    size_t depth = 0, sign = str_rfind(name, "=", name.len);
    /* and none of the formula behind a name: ⑤=④/③ */
    bool formula = sign != SIZE_MAX && !str_has(str_slice(name, sign, name.len), ")");
    for (size_t at = formula ? sign : name.len; at-- > 0;) {
        if (name.ptr[at] == ')')
            depth++;
        else if (name.ptr[at] == '(')
            depth -= depth > 0;
        else if (name.ptr[at] == '/' && depth == 0)
            return str_slice(name, at + 1, name.len);
    }
    return name;
}

/* Through the section's own table of values, not by grid column: rows that lost
 * a cell were put in order by extract. */
const struct cell *reading_value(const struct document *document, const struct section *section,
                                 uint32_t row, uint32_t column) {
    uint32_t slot =
        section->values[(size_t)(row - section->first) * section->column_count + column];
    return slot ? &document->tables.items[section->table].cells[slot - 1] : NULL;
}

struct str reading_first_claim(const struct reading *reading, uint32_t part, bool is_grade) {
    for (size_t i = 0; i < reading->claims.count; i++) {
        const struct claim *claim = &reading->claims.items[i];
        if (claim->part == part && claim->is_grade == is_grade)
            return claim->value;
    }
    return (struct str){0};
}
