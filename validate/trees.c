#include "validate/trees.h"

#include "validate/grid.h"
#include "validate/judge.h"

enum {
    MOST_TREES = 8,    /* breakdowns of one whole that are compared */
    MOST_PARTS = 32,   /* parts of one of them */
    MOST_FIELDS = 512, /* fields behind its head among which they are sought */
};

/* One breakdown: the field that heads it and its parts with a figure. */
struct tree {
    const struct field *basis;
    struct operand total; /* not known where the form leaves it blank */
    struct operand parts[MOST_PARTS];
    uint32_t count;
};

/* The breakdowns of one whole, in reading order. */
struct trees {
    struct tree items[MOST_TREES];
    uint32_t count;
};

/* The cell of the label: fields below each other share its column, wherever
 * their figures stand. */
static const struct cell *cell_of(const struct doc *doc, const struct field *field) {
    return &doc->document.tables.items[field->table].cells[field->label_cell];
}

static struct operand operand_of(struct doc *doc, const struct field *field) {
    uint32_t index = reading_mention_of(&doc->reading, field->table, field->value_cell);
    struct operand operand = relation_quantity(doc, index);
    operand.label = field->label;
    operand.at = doc->document.tables.items[field->table].cells[field->value_cell].passage.at;
    return operand;
}

/* The fields below the basis in its own column, row after row. */
static void gather_parts(struct doc *doc, size_t at, struct tree *tree) {
    const struct field *fields = doc->reading.fields.items;
    const struct cell *above = cell_of(doc, &fields[at]);
    uint32_t col = above->col, row = above->row;
    tree->basis = &fields[at];
    tree->total = operand_of(doc, &fields[at]);
    tree->count = 0;
    for (size_t i = at + 1; i < doc->reading.fields.count && i - at < MOST_FIELDS; i++) {
        const struct cell *cell = cell_of(doc, &fields[i]);
        if (fields[i].table != fields[at].table || cell->row > row + 1)
            return;
        if (cell->col != col)
            continue;
        if (!fields[i].is_part || tree->count == MOST_PARTS)
            return;
        row = cell->row;
        /* an unreadable figure is a part, a blank is none */
        tree->parts[tree->count] = operand_of(doc, &fields[i]);
        tree->count += tree->parts[tree->count].id.len > 0;
    }
}

static struct relation sum_of(const struct tree *tree, const struct operand *whole) {
    return (struct relation){
        .rule = "amount.breakdown",
        .kind = RELATION_SUM,
        .part = tree->basis->part,
        .label = tree->basis->label,
        .claim = *whole,
        .operands = (struct operand *)tree->parts,
        .count = tree->count,
        .doubtful = true,
    };
}

static bool holds(const struct tree *tree, const struct operand *whole) {
    struct relation relation = sum_of(tree, whole);
    struct judgement judgement;
    judge_relation(&relation, &judgement);
    return judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
}

/* The section around the field, by bisection: sections stand in the order of
 * their tables and rows. NULL when it stands in none. */
static const struct section *section_of(const struct doc *doc, const struct field *field) {
    uint32_t row = cell_of(doc, field)->row;
    size_t low = 0, high = doc->reading.sections.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct section *section = &doc->reading.sections.items[middle];
        if (section->table == field->table && row >= section->first && row < section->end)
            return section;
        if (section->table > field->table ||
            (section->table == field->table && section->first > row))
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The last row of amounts close above the row; GRID_NONE when there is none. */
static uint32_t row_above(const struct section *section, uint32_t row) {
    uint32_t body = section->first + section->header_rows;
    for (uint32_t up = row; up-- > body && row - up <= MOST_PARTS;) {
        enum row_role role = grid_role(section, up);
        if (role == ROW_TOTAL || role == ROW_ITEM)
            return up;
    }
    return GRID_NONE;
}

/* The amount of the row above, 年度资金总额, that one of the breakdowns
 * without a total of its own adds up to: 年初预算数, 全年预算数 or
 * 全年执行数 may be meant, and the form does not say which. */
static bool find_whole(struct doc *doc, const struct trees *trees, struct operand *whole) {
    const struct field *basis = trees->items[0].basis;
    const struct section *section = section_of(doc, basis);
    uint32_t above = section ? row_above(section, cell_of(doc, basis)->row) : GRID_NONE;
    for (uint32_t col = 0; above != GRID_NONE && col < section->column_count; col++) {
        if (!grid_adds(&section->columns[col]))
            continue;
        *whole = grid_operand(doc, section, above, col);
        for (uint32_t t = 0; t < trees->count && whole->known; t++) {
            if (trees->items[t].count > 0 && holds(&trees->items[t], whole))
                return true;
        }
    }
    return false;
}

/* Breakdowns that state their total, each against it. */
static bool check_told(struct doc *doc, const struct config *config, const struct trees *trees,
                       struct err *err) {
    for (uint32_t i = 0; i < trees->count; i++) {
        const struct tree *tree = &trees->items[i];
        struct relation relation = sum_of(tree, &tree->total);
        relation.doubtful = false;
        relation.open = true;
        if (tree->total.known && tree->count > 0 &&
            !relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* Breakdowns that state no total, each against the whole that one of them
 * gives. */
static bool check_untold(struct doc *doc, const struct config *config, const struct trees *trees,
                         struct err *err) {
    struct operand whole;
    if (!find_whole(doc, trees, &whole))
        return true;
    for (uint32_t i = 0; i < trees->count; i++) {
        const struct tree *tree = &trees->items[i];
        struct relation relation = sum_of(tree, &whole);
        if (tree->total.known || tree->count == 0)
            continue;
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* Each total against the first one that is told. */
static bool check_totals(struct doc *doc, const struct config *config, const struct trees *trees,
                         struct err *err) {
    const struct tree *first = NULL;
    if (!check_told(doc, config, trees, err))
        return false;
    for (uint32_t i = 0; i < trees->count; i++) {
        const struct tree *tree = &trees->items[i];
        if (!tree->total.known)
            continue;
        if (!first) {
            first = tree;
            continue;
        }
        struct operand other = first->total;
        struct relation relation = {
            .rule = "amount.claims",
            .kind = RELATION_EQUAL,
            .part = tree->basis->part,
            .label = tree->basis->label,
            .claim = tree->total,
            .operands = &other,
            .count = 1,
        };
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return check_untold(doc, config, trees, err);
}

/* Breakdowns of one table are of one whole as long as no other amounts stand
 * between them: side by side in a row, or one below the other. */
bool trees_run(struct doc *doc, const struct config *config, struct err *err) {
    const struct field *fields = doc->reading.fields.items;
    struct trees trees; /* large: filled only where there is one */
    trees.count = 0;
    for (size_t i = 0; i < doc->reading.fields.count; i++) {
        if (!fields[i].is_basis)
            continue;
        const struct field *first = trees.count > 0 ? trees.items[0].basis : NULL;
        bool same = first && first->table == fields[i].table && trees.count < MOST_TREES;
        if (first && !same) {
            if (!check_totals(doc, config, &trees, err))
                return false;
            trees.count = 0;
        }
        gather_parts(doc, i, &trees.items[trees.count++]);
    }
    return trees.count == 0 || check_totals(doc, config, &trees, err);
}
