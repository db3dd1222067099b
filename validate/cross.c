#include "validate/cross.h"

#include "validate/grid.h"
#include "validate/header_formula.h"
#include "validate/judge.h"

/* A column and those that are its components. */
struct components {
    uint32_t whole;
    uint32_t *parts; /* count of them: indices into section.columns */
    uint32_t count;
    bool assumed; /* 合计 beside its components, without a 其中: the figures must bear it out */
};

/* 得分率 below 权重 and 得分: the rate of the whole is no sum of those of its parts. */
static bool is_rate(const struct doc *doc, uint32_t quantity, struct str label) {
    return doc->record.quantities.items[quantity].kind == QUANTITY_RATE || str_has(label, "率");
}

/* Shares of a whole are rates that add, to 100. */
static bool is_hundred(const struct operand *operand) {
    struct decimal low = decimal_of(99), high = decimal_of(101);
    return operand->known && decimal_cmp(&operand->value, &low) >= 0 &&
           decimal_cmp(&operand->value, &high) <= 0;
}

/* Relates one row's whole to its components; false when a figure of the whole
 * or all components lack. */
static bool relate(struct doc *doc, const struct section *section, uint32_t row,
                   const struct components *components, struct relation *relation) {
    const struct row *facts = &section->rows[row - section->first];
    uint32_t claim = grid_quantity(doc, section, row, components->whole);
    relation->count = 0;
    relation->decimals = 0;
    if (claim == GRID_NONE || facts->aligned)
        return false;
    relation->label = facts->label;
    relation->claim = relation_quantity(doc, claim);
    if (is_rate(doc, claim, facts->label) && !is_hundred(&relation->claim))
        return false;
    for (uint32_t i = 0; i < components->count; i++) {
        uint32_t index = grid_quantity(doc, section, row, components->parts[i]);
        if (index == GRID_NONE)
            continue;
        struct operand *operand = &relation->operands[relation->count++];
        *operand = relation_quantity(doc, index);
        operand->label = section->columns[components->parts[i]].name;
    }
    return relation->count > 0;
}

/* Whether at least two of the operands are other than zero: 0 + 5 = 5 holds in
 * any table. */
static bool is_telling(const struct relation *relation) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < relation->count; i++)
        count += relation->operands[i].known && !decimal_is_zero(&relation->operands[i].value);
    return count >= 2;
}

/* How many rows tell whether the components are all there are, those with two
 * or more of them, in how many the sum holds, and in how many exactly and not
 * by zeros. */
struct tally {
    uint32_t rows, holding, telling;
};

static struct tally count_holding(struct doc *doc, const struct section *section,
                                  const struct components *components, struct relation *relation) {
    struct tally tally = {0};
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        struct judgement judgement;
        if (!relate(doc, section, row, components, relation) || relation->count < 2)
            continue;
        judge_relation(relation, &judgement);
        tally.rows += judgement.outcome != OUTCOME_UNVERIFIABLE;
        tally.holding += judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
        tally.telling += judgement.outcome == OUTCOME_PASS && is_telling(relation);
    }
    return tally;
}

/* Whether the rows bear the components out: two at least, and three quarters of
 * all, or all but one where they say something. */
static bool bears_out(struct tally tally) {
    return (tally.holding >= 2 && tally.holding * 4 >= tally.rows * 3) ||
           (tally.telling >= 2 && tally.telling + 1 >= tally.rows);
}

enum { MOST_DROPS = 4 }; /* columns beside the components that are tried as none */

/* 岗位数 | 补助标准 | 第一批 | 第二批 | 合计: what stands farthest from
 * the total may be no component. Drops columns until the rows bear the rest
 * out; where they never do, none. */
static struct tally drop_others(struct doc *doc, const struct section *section,
                                struct components *components, struct relation *relation) {
    struct components left = *components;
    struct tally tally = count_holding(doc, section, components, relation);
    bool behind = left.parts[0] > left.whole;
    for (uint32_t drops = 0; !bears_out(tally) && drops < MOST_DROPS && left.count > 2; drops++) {
        left.count--;
        left.parts += !behind;
        struct tally other = count_holding(doc, section, &left, relation);
        if (bears_out(other)) {
            *components = left;
            return other;
        }
    }
    return tally;
}

/* Whether a last component named 其他 closes the list: 中央 | 省 | 本级 |
 * 其他 | 合计 says itself that nothing is missing. */
static bool ends_in_other(const struct section *section, const struct components *components) {
    struct str last = section->columns[components->parts[components->count - 1]].name;
    return components->count >= 3 &&
           (str_starts(reading_leaf(last), "其他") || str_starts(reading_leaf(last), "其它"));
}

/* Which columns make up the whole is a reading of the head; the rows must bear
 * it out before a single one of them is called wrong. */
static bool check_rows(struct doc *doc, const struct config *config, const struct section *section,
                       struct components *components, struct err *err) {
    struct relation relation = {
        .rule = "amount.cross",
        .kind = RELATION_SUM,
        .part = section->part,
        .operands = arena_array(&doc->arena, components->count + 1, sizeof *relation.operands),
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    struct tally tally = components->assumed ? drop_others(doc, section, components, &relation)
                                             : count_holding(doc, section, components, &relation);
    bool closed = bears_out(tally);
    bool likely = tally.rows == 1 || tally.holding * 2 >= tally.rows;
    if (components->assumed && !closed && !(likely && ends_in_other(section, components)))
        return true;
    relation.doubtful = !closed;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        if (!relate(doc, section, row, components, &relation))
            continue;
        struct operand *operands = relation.operands;
        relation.open = !closed && !components->assumed;
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
        /* checks keep no operands, findings copy what they cite: the array can
         * serve the next row */
        relation.operands = operands;
    }
    return true;
}

/* The columns under the 其中 of column `whole`. */
static void stated_parts(const struct section *section, struct components *components) {
    components->count = 0;
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].parent == (int32_t)components->whole &&
            grid_adds(&section->columns[i]))
            components->parts[components->count++] = i;
    }
}

/* A column that is a component of another whole has been told already:
 * 其中：市级 under 财政拨款 does not add to the row's own total
 * again. */
static bool is_plain(const struct column *column) {
    return column->role == COLUMN_AMOUNT && column->parent < 0;
}

/* 其中 that heads one column only speaks for the plain amounts behind it too,
 * when the figures bear it out. */
static bool extend_parts(struct doc *doc, const struct section *section,
                         struct components *components) {
    uint32_t stated = components->count, at = components->parts[stated - 1];
    while (++at < section->column_count && is_plain(&section->columns[at]))
        components->parts[components->count++] = at;
    if (components->count == stated)
        return true;
    struct relation relation = {
        .operands = arena_array(&doc->arena, components->count, sizeof *relation.operands)};
    if (relation.operands && !bears_out(count_holding(doc, section, components, &relation)))
        components->count = stated;
    return relation.operands != NULL;
}

/* The plain amounts beside a 合计 column: behind it, or before it. */
static void assumed_parts(const struct section *section, bool behind,
                          struct components *components) {
    uint32_t at = components->whole;
    components->count = 0;
    components->assumed = true;
    if (behind) {
        while (++at < section->column_count && is_plain(&section->columns[at]))
            components->parts[components->count++] = at;
        return;
    }
    while (at > 0 && is_plain(&section->columns[at - 1]))
        at--;
    for (; at < components->whole; at++)
        components->parts[components->count++] = at;
}

/* 收入合计 | 其中：上年结转 | 财政拨款 says what it consists of;
 * a bare 合计 may sum what stands before it or behind it, and both are
 * tried. */
static bool check_column(struct doc *doc, const struct config *config,
                         const struct section *section, struct components *components,
                         struct err *err) {
    stated_parts(section, components);
    if (components->count > 0) {
        if (!extend_parts(doc, section, components))
            return arena_check(&doc->arena, err);
        return check_rows(doc, config, section, components, err);
    }
    if (section->columns[components->whole].role != COLUMN_TOTAL ||
        header_formula_is_checked(&section->columns[components->whole]))
        return true;
    assumed_parts(section, true, components);
    uint32_t *parts = components->parts;
    if (components->count >= 2 && !check_rows(doc, config, section, components, err))
        return false;
    components->parts = parts;
    assumed_parts(section, false, components);
    bool done = components->count < 2 || check_rows(doc, config, section, components, err);
    components->parts = parts;
    return done;
}

/* Weights, scores and targets stand side by side without being parts of one
 * another. */
bool cross_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        struct components components = {
            .parts = arena_array(&doc->arena, section->column_count + 1, sizeof *components.parts)};
        if (!components.parts)
            return arena_check(&doc->arena, err);
        if (section->kind == TABLE_SCORE || section->kind == TABLE_TARGET)
            continue;
        for (uint32_t col = 0; col < section->column_count; col++) {
            components.whole = col;
            components.assumed = false;
            if (grid_adds(&section->columns[col]) &&
                !check_column(doc, config, section, &components, err))
                return false;
        }
    }
    return true;
}
