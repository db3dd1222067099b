#include "extract/equations.h"

#include "extract/head_formula.h"
#include "extract/lexicon.h"
#include "model/numeral.h"

/* Symbols are letters or numbers below 100: a table with more columns than this
 * has none, and each formula looks at all of them. */
enum { MOST_COLUMNS = 100 };

/* A column and what one of its heads calls it. */
struct alias {
    struct str symbol, name;
    uint32_t column;
};

struct aliases {
    struct alias *items;
    uint32_t count;
};

/* ---- rows of symbols */

/* The place of a symbol in its own series: 3, C and ③ are 3. */
static uint32_t rank_of(struct str symbol) {
    uint32_t last = (unsigned char)symbol.ptr[symbol.len - 1];
    if (symbol.len == 3)
        return last - 0x9F; /* ① is E2 91 A0 */
    if (last >= 'A')
        return (last | 0x20) - 'a' + 1;
    uint32_t tens = symbol.len == 2 ? (unsigned char)symbol.ptr[0] - '0' : 0;
    return tens * 10 + last - '0';
}

bool equations_row(const struct sheet *sheet, uint32_t row) {
    uint32_t symbols = 0, formulas = 0, words = 0, rank = 0;
    for (uint32_t col = 0; col < sheet->table->cols; col++) {
        const struct cell *cell = sheet_cell(sheet, row, col);
        uint32_t level;
        if (!sheet_has_content(sheet, cell))
            continue;
        struct str text = sheet_fact(sheet, cell)->text;
        struct head_parts parts = head_formula_split(text);
        if (!parts.formula.len &&
            lexicon_column(sheet->config->lexicon, text, &level) == COLUMN_ORDINAL) {
            words++;
            continue;
        }
        bool bare =
            parts.formula.len ? parts.name.len == 0 : head_formula_symbol(text, &parts.symbol);
        if (!bare || (symbols > 0 && parts.symbol.len > 0 && rank_of(parts.symbol) <= rank))
            return false;
        formulas += parts.formula.len > 0;
        symbols++;
        rank = parts.symbol.len > 0 ? rank_of(parts.symbol) : rank;
    }
    /* 1 | 2 | 3 from the first column on, or beside 栏次 */
    return formulas > 0 || (words > 0 && symbols > 1) || (symbols > 2 && rank == symbols);
}

/* ---- formulas */

/* The head that alone names column `index` in header row `row`; NULL for one
 * over several columns. */
static const struct cell *head_of(const struct sheet *sheet, uint32_t row,
                                  const struct column *columns, uint32_t count, uint32_t index) {
    const struct cell *cell = table_cell_at(sheet->table, row, columns[index].col);
    if (!sheet_has_content(sheet, cell) || (cell->row < row && cell->rowspan == 1))
        return NULL;
    bool before = index > 0 && columns[index - 1].col >= cell->col;
    bool behind = index + 1 < count && columns[index + 1].col < cell->col + cell->colspan;
    return before || behind ? NULL : cell;
}

/* Symbols and names of all columns, for each of their heads. */
static bool gather(const struct sheet *sheet, uint32_t first, uint32_t end,
                   const struct column *columns, uint32_t count, struct aliases *aliases) {
    size_t room = (size_t)(end - first) * count;
    aliases->items = arena_array(&sheet->doc->arena, room + 1, sizeof *aliases->items);
    for (uint32_t i = 0; aliases->items && i < count; i++) {
        for (uint32_t row = first; row < end; row++) {
            const struct cell *cell = head_of(sheet, row, columns, count, i);
            if (!cell || cell->row != row)
                continue;
            struct head_parts parts = head_formula_split(sheet_fact(sheet, cell)->text);
            aliases->items[aliases->count++] =
                (struct alias){parts.symbol, lexicon_bare(parts.name), i};
        }
    }
    return aliases->items != NULL;
}

/* A and a are one letter: forms print (A) over the column and B/a in the
 * formula. */
static bool is_called(const struct alias *alias, struct str term) {
    struct str symbol = alias->symbol;
    if (symbol.len == 1 && term.len == 1 && symbol.ptr[0] >= 'A')
        return (symbol.ptr[0] | 0x20) == (term.ptr[0] | 0x20);
    return symbol.len > 0 ? str_eq(symbol, term) || str_eq(alias->name, term)
                          : str_eq(alias->name, term);
}

/* The one column that the term means; UINT32_MAX when there is none, or more
 * than one. */
static uint32_t find_column(const struct aliases *aliases, struct str term) {
    uint32_t found = UINT32_MAX;
    for (uint32_t i = 0; i < aliases->count; i++) {
        if (!is_called(&aliases->items[i], term) || aliases->items[i].column == found)
            continue;
        if (found != UINT32_MAX)
            return UINT32_MAX;
        found = aliases->items[i].column;
    }
    return found;
}

/* The formula of column `index`; NULL when one of its terms is no column, or
 * the column itself. */
static struct formula *resolve(struct arena *arena, const struct aliases *aliases,
                               const struct head_formula *read, uint32_t index) {
    struct formula *formula = arena_array(arena, 1, sizeof *formula);
    struct formula_term *terms = arena_array(arena, read->count, sizeof *terms);
    if (!formula || !terms)
        return NULL;
    for (uint32_t i = 0; i < read->count; i++) {
        terms[i].column = find_column(aliases, read->terms[i].text);
        terms[i].minus = read->terms[i].minus;
        if (terms[i].column == UINT32_MAX || terms[i].column == index)
            return NULL;
    }
    *formula = (struct formula){read->ratio, read->percent, read->count, terms};
    return formula;
}

/* A quotient without a name of the lexicon is a rate of another kind than the
 * execution rate, and does not add up: 资金结余率(%)⑦=⑥/③. */
static void take_formula(struct column *column, const struct formula *formula) {
    column->formula = formula;
    if (formula->ratio && (column->role == COLUMN_OTHER || column->role == COLUMN_AMOUNT)) {
        column->role = COLUMN_RATE;
        column->level = 2;
    }
}

bool equations_find(const struct sheet *sheet, uint32_t first, uint32_t end, struct column *columns,
                    uint32_t count) {
    struct aliases aliases = {0};
    struct head_formula read;
    for (uint32_t i = 0; i < count && count <= MOST_COLUMNS; i++) {
        for (uint32_t row = first; row < end && !columns[i].formula; row++) {
            const struct cell *cell = head_of(sheet, row, columns, count, i);
            struct str text =
                cell && cell->row == row ? sheet_fact(sheet, cell)->text : (struct str){0};
            if (!head_formula_read(head_formula_split(text).formula, &read))
                continue;
            if (!aliases.items && !gather(sheet, first, end, columns, count, &aliases))
                return false;
            const struct formula *formula = resolve(&sheet->doc->arena, &aliases, &read, i);
            if (formula)
                take_formula(&columns[i], formula);
        }
    }
    return true;
}
