#include "validate/bare.h"

#include "validate/grid.h"
#include "validate/judge.h"

/* What the rows without a name bear out. */
struct tally {
    uint32_t rows, holding; /* those over two items or more */
};

static const struct row *row_of(const struct bare *bare, uint32_t row) {
    return &bare->section->rows[row - bare->section->first];
}

/* A row that may be an item, or a subtotal that has lost its name. */
static bool is_free(const struct bare *bare, uint32_t row) {
    return row_of(bare, row)->role == ROW_ITEM && bare->marks[row - bare->section->first] == 0 &&
           grid_quantity(bare->doc, bare->section, row, bare->column) != GRID_NONE;
}

static struct relation start(const struct bare *bare, uint32_t row, uint32_t count) {
    struct str name = reading_leaf(bare->section->columns[bare->column].name);
    return (struct relation){
        .rule = "amount.total",
        .kind = RELATION_SUM,
        .part = bare->section->part,
        .label = str_printf(&bare->doc->arena, "小计/%.*s", STR_ARGS(name)),
        .claim = grid_operand(bare->doc, bare->section, row, bare->column),
        .operands = bare->operands,
        .count = count,
        .decimals = bare->decimals,
    };
}

/* One item says nothing: its subtotal repeats it. */
static void weigh(const struct relation *relation, struct tally *tally) {
    struct judgement judgement;
    if (relation->count < 2)
        return;
    judge_relation(relation, &judgement);
    tally->rows++;
    tally->holding += judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
}

/* Walks the rows; weighs the sums, or, where `tally` is NULL, marks and
 * evaluates them. */
static bool walk(const struct bare *bare, struct tally *tally, struct err *err) {
    const struct section *section = bare->section;
    uint32_t count = 0;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        enum row_role role = row_of(bare, row)->role;
        if (role == ROW_TOTAL || role == ROW_SUBTOTAL)
            count = 0;
        if (!is_free(bare, row))
            continue;
        if (row_of(bare, row)->label.len > 0) {
            bare->operands[count++] = grid_operand(bare->doc, section, row, bare->column);
            continue;
        }
        struct relation relation = start(bare, row, count);
        count = 0;
        if (tally) {
            weigh(&relation, tally);
            continue;
        }
        bare->marks[row - section->first] = bare->sum;
        if (relation.count > 0 && !relation_evaluate(bare->doc, bare->config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* A row that lost its name may be an item after all: only where the figures of
 * the column say so is it a subtotal. */
bool bare_check(const struct bare *bare, bool *found, struct err *err) {
    struct tally tally = {0};
    walk(bare, &tally, err);
    *found = tally.holding >= 2 && tally.holding * 2 > tally.rows;
    return !*found || walk(bare, NULL, err);
}
