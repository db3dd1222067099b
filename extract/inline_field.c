#include "extract/inline_field.h"

enum { LONGEST_LABEL = 90 }; /* bytes: a longer text before a colon is a sentence */

/* Length of the plain figure that `text` begins with. */
static size_t figure_length(struct str text) {
    size_t len = 0, digits = 0;
    for (; len < text.len; len++) {
        char byte = text.ptr[len];
        bool digit = byte >= '0' && byte <= '9';
        if (!digit && byte != '.' && byte != ',' && !(byte == '-' && len == 0))
            break;
        digits += digit;
    }
    return digits > 0 ? len : 0;
}

bool inline_field_split(struct str text, struct str *label, struct str *figure) {
    size_t colon = str_rfind(text, ":", text.len);
    if (colon == SIZE_MAX || colon < strlen("支出") || colon > LONGEST_LABEL)
        return false;
    *label = str_slice(text, 0, colon);
    *figure = str_slice(text, colon + 1, text.len);
    struct str unit = str_slice(*figure, figure_length(*figure), figure->len);
    bool filled = unit.len < figure->len;
    if (!filled)
        return figure->len == 0;
    return unit.len == 0 || str_is(unit, "万元") || str_is(unit, "元");
}

bool inline_field_row(const struct sheet *sheet, uint32_t row) {
    uint32_t fields = 0, filled = 0;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        struct str label, figure;
        if (!sheet_has_content(sheet, cell))
            continue;
        if (sheet_fact(sheet, cell)->class != CELL_TEXT ||
            !inline_field_split(sheet_fact(sheet, cell)->text, &label, &figure))
            return false;
        fields++;
        filled += figure.len > 0;
    }
    return filled > 0 || fields > 1;
}

bool inline_field_pairs(const struct sheet *sheet, uint32_t row) {
    uint32_t labels = 0;
    bool labelled = false;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell_fact *fact = sheet_fact(sheet, sheet_cell(sheet, row, col));
        if (!fact)
            continue;
        bool text = fact->class == CELL_TEXT, number = fact->class == CELL_NUMBER;
        if (number && !labelled)
            return false;
        labels += text;
        labelled = text || (labelled && !number);
    }
    return labels > 0;
}

bool inline_field_is_basis(struct str label) {
    size_t colon = str_find(label, ":", 0);
    label.len = colon == SIZE_MAX ? label.len : colon;
    return str_starts(label, "按") && (str_ends(label, "分") || str_ends(label, "分类") ||
                                       str_ends(label, "划分") || str_ends(label, "分列"));
}
