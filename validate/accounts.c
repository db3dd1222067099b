#include "validate/accounts.h"

#include "validate/grid.h"
#include "validate/judge.h"
#include "validate/ledger.h"

/* The only table of its kind in a part; its column of totals. */
struct account {
    const struct section *section;
    uint32_t total; /* index into section->columns */
    uint32_t times; /* how many the part has */
};

struct accounts {
    struct account income, expense;
    struct tally *blamed; /* cells that other rules have found wrong */
};

/* The column that says so in its own name: 收入合计, 支出合计. */
static uint32_t find_total(const struct section *section, const char *word) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        if (column->role == COLUMN_TOTAL && str_has(reading_leaf(column->name), word))
            return i;
    }
    return GRID_NONE;
}

static void note(struct account *account, const struct section *section, const char *word) {
    uint32_t total = find_total(section, word);
    if (total == GRID_NONE)
        return;
    account->section = section;
    account->total = total;
    account->times++;
}

/* Row + 1 by name; a name that stands twice names no row. */
static bool note_rows(struct doc *doc, const struct section *section, struct tally *rows) {
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        const struct row *facts = &section->rows[row - section->first];
        if (facts->label.len == 0 || facts->aligned || facts->role == ROW_HEADER)
            continue;
        uint32_t *known = tally_at(&doc->arena, rows, tally_hash(0, facts->label));
        if (!known)
            return false;
        *known = *known == 0 ? row + 1 : UINT32_MAX;
    }
    return true;
}

/* Whether a column of the row with that word in its name holds a figure other
 * than zero, or words. */
static bool has_figure(struct doc *doc, const struct section *section, uint32_t row,
                       const char *word) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (!str_has(reading_leaf(section->columns[i].name), word))
            continue;
        struct operand operand = grid_operand(doc, section, row, i);
        if (grid_is_unread(doc, section, row, i) ||
            (operand.known && !decimal_is_zero(&operand.value)))
            return true;
    }
    return false;
}

/* The balance that fits, else the first that is given; false when none is. */
static bool find_balance(struct doc *doc, const struct section *section, uint32_t row,
                         struct relation *relation) {
    struct operand first = {0};
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].role != COLUMN_BALANCE)
            continue;
        relation->claim = grid_operand(doc, section, row, i);
        if (relation->claim.known && judge_holds(relation))
            return true;
        if (relation->claim.known && !first.known)
            first = relation->claim;
    }
    relation->claim = first;
    return first.known;
}

static uint64_t key_of_place(const struct place *at) {
    uint64_t cell = ((uint64_t)(uint32_t)at->row << 32) + (uint32_t)at->col;
    return tally_hash(cell, (struct str){0}) + (uint32_t)at->table;
}

/* The cells that other rules have found wrong. */
static bool note_blamed(struct doc *doc, struct tally *blamed) {
    for (size_t i = 0; i < doc->verdict.checks.count; i++) {
        const struct check *check = &doc->verdict.checks.items[i];
        if (check->outcome != OUTCOME_FAIL || check->at.table == PLACE_NONE)
            continue;
        uint32_t *slot = tally_at(&doc->arena, blamed, key_of_place(&check->at));
        if (!slot)
            return false;
        *slot = 1;
    }
    return true;
}

/* Whether a figure of the relation is told to be wrong already. */
static bool is_blamed(struct doc *doc, struct tally *blamed, const struct relation *relation) {
    const struct place *places[] = {&relation->claim.at, &relation->operands[0].at,
                                    &relation->operands[1].at};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const uint32_t *slot = tally_at(&doc->arena, blamed, key_of_place(places[i]));
        if (slot && *slot > 0)
            return true;
    }
    return false;
}

/* Of grid rows `rows`[0] of the income and [1] of the expense. */
static bool check_row(struct doc *doc, const struct config *config, const struct accounts *accounts,
                      const uint32_t rows[2], struct err *err) {
    const struct section *income = accounts->income.section, *expense = accounts->expense.section;
    struct operand operands[] = {grid_operand(doc, income, rows[0], accounts->income.total),
                                 grid_operand(doc, expense, rows[1], accounts->expense.total)};
    struct relation relation = {
        .rule = "amount.balance",
        .kind = RELATION_SUM,
        .part = expense->part,
        .label = expense->rows[rows[1] - expense->first].label,
        .operands = operands,
        .count = 2,
        .doubtful = true,
    };
    if (!operands[0].known || !operands[1].known)
        return true;
    relation.operands[1].minus = true;
    if (!find_balance(doc, expense, rows[1], &relation)) {
        relation.claim = operands[1];
        relation.claim.minus = false;
        relation.count = 1;
        relation.fail_reason = REASON_MISSING_OPERAND;
    } else if (is_blamed(doc, accounts->blamed, &relation) ||
               has_figure(doc, income, rows[0], "上年") ||
               has_figure(doc, expense, rows[1], "累计")) {
        relation.fail_reason = REASON_DOUBTFUL_TIE;
    }
    return relation_evaluate(doc, config, &relation, NULL, err);
}

static bool check_part(struct doc *doc, const struct config *config,
                       const struct accounts *accounts, struct err *err) {
    const struct section *income = accounts->income.section, *expense = accounts->expense.section;
    struct tally rows = {0}, seen = {0};
    if (accounts->income.times != 1 || accounts->expense.times != 1 || income == expense)
        return true;
    if (!note_rows(doc, income, &rows) || !note_rows(doc, expense, &seen))
        return arena_check(&doc->arena, err);
    for (uint32_t row = expense->first + expense->header_rows; row < expense->end; row++) {
        const struct row *facts = &expense->rows[row - expense->first];
        uint64_t key = tally_hash(0, facts->label);
        const uint32_t *other = tally_at(&doc->arena, &rows, key);
        const uint32_t *own = tally_at(&doc->arena, &seen, key);
        if (!other || !own)
            return arena_check(&doc->arena, err);
        if (*other == 0 || *other == UINT32_MAX || *own != row + 1)
            continue;
        if (!check_row(doc, config, accounts, (uint32_t[]){*other - 1, row}, err))
            return false;
    }
    return true;
}

bool accounts_run(struct doc *doc, const struct config *config, struct err *err) {
    size_t parts = doc->reading.parts.count;
    struct accounts *accounts = arena_array(&doc->arena, parts + 1, sizeof *accounts);
    for (size_t i = 0; accounts && i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        note(&accounts[section->part].income, section, "收入");
        note(&accounts[section->part].expense, section, "支出");
    }
    struct tally blamed = {0};
    if (accounts && !note_blamed(doc, &blamed))
        return arena_check(&doc->arena, err);
    for (size_t i = 0; accounts && i < parts; i++) {
        accounts[i].blamed = &blamed;
        if (!check_part(doc, config, &accounts[i], err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
