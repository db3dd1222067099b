#include "validate/paired.h"

#include "validate/grid.h"

enum { RATE_DECIMALS = 6 };

enum figure {
    ARRIVED,
    PLANNED,
    SPENT,
    BUDGET,
    USED_ASSETS,
    ALL_ASSETS,
    STAFF,
    POSTS,
    VISITS_SPENT, /* 三公经费 */
    VISITS_BUDGET,
    OFFICE_SPENT, /* 公用经费 */
    OFFICE_BUDGET,
    FIGURES
};

/* One figure of a part. */
struct slot {
    struct operand operand;
    bool filled, several; /* stated; stated with several values */
};

struct paired {
    struct slot (*parts)[FIGURES]; /* one row a part */
    uint32_t count;
};

static const struct rate_name {
    const char *name;
    enum figure top, bottom;
} rate_names[] = {
    {"到位率", ARRIVED, PLANNED},         {"资金到位率", ARRIVED, PLANNED},
    {"实际到位率", ARRIVED, PLANNED},     {"资金实际到位率", ARRIVED, PLANNED},
    {"项目资金到位率", ARRIVED, PLANNED}, {"执行率", SPENT, BUDGET},
    {"预算执行率", SPENT, BUDGET},        {"资金执行率", SPENT, BUDGET},
    {"预算资金执行率", SPENT, BUDGET},    {"固定资产利用率", USED_ASSETS, ALL_ASSETS},
    {"在职人员控制率", STAFF, POSTS},     {"财政供养人员控制率", STAFF, POSTS},
};

/* Rates of figures that sentences tell, with less certainty than tables. */
static const struct rate_name told_names[] = {
    {"三公经费控制率", VISITS_SPENT, VISITS_BUDGET},
    {"“三公”经费控制率", VISITS_SPENT, VISITS_BUDGET},
    {"“三公经费”控制率", VISITS_SPENT, VISITS_BUDGET},
    {"公用经费控制率", OFFICE_SPENT, OFFICE_BUDGET},
};

static void fill(struct slot *slot, const struct operand *operand) {
    struct decimal value;
    bool same = slot->filled &&
                decimal_shift(&operand->value, operand->power - slot->operand.power, &value) &&
                decimal_cmp(&value, &slot->operand.value) == 0;
    slot->several |= !operand->known || (slot->filled && !same);
    if (!slot->filled)
        slot->operand = *operand;
    slot->filled = true;
}

static void gather_fields(struct doc *doc, struct paired *paired) {
    for (size_t i = 0; i < doc->reading.fields.count; i++) {
        const struct field *field = &doc->reading.fields.items[i];
        uint32_t index = reading_mention_of(&doc->reading, field->table, field->value_cell);
        struct slot *slots = paired->parts[field->part];
        if (field->is_part || index == STATEMENT_NO_MENTION)
            continue;
        struct operand operand = relation_quantity(doc, index);
        operand.label = field->label;
        if (str_is(field->label, "实有人数") || str_starts(field->label, "在职人")) {
            fill(&slots[STAFF], &operand);
        } else if (str_is(field->label, "人员编制") || str_is(field->label, "编制人数") ||
                   str_is(field->label, "编制数")) {
            fill(&slots[POSTS], &operand);
        } else if (str_has(field->label, "到位") && !str_has(field->label, "率")) {
            fill(&slots[ARRIVED], &operand);
        } else if (field->role == COLUMN_SPENT) {
            fill(&slots[SPENT], &operand);
        } else if (field->role == COLUMN_BUDGET) {
            fill(&slots[PLANNED], &operand);
            fill(&slots[BUDGET], &operand);
        }
    }
}

/* The row that stands for the whole table: its total, or its only row with
 * figures in both columns. */
static uint32_t whole_row(const struct doc *doc, const struct section *section, uint32_t a,
                          uint32_t b) {
    uint32_t only = GRID_NONE, rows = 0;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        enum row_role role = grid_role(section, row);
        if (role == ROW_HEADER || role == ROW_PART || role == ROW_SUBTOTAL ||
            section->rows[row - section->first].aligned ||
            grid_quantity(doc, section, row, a) == GRID_NONE ||
            grid_quantity(doc, section, row, b) == GRID_NONE)
            continue;
        if (role == ROW_TOTAL)
            return row;
        only = row;
        rows++;
    }
    return rows == 1 ? only : GRID_NONE;
}

/* Fills both figures from the columns `a` and `b`, or notes that they are not
 * to be had for sure. */
static void fill_row(struct doc *doc, const struct section *section, const uint32_t columns[2],
                     struct slot *slots[2]) {
    uint32_t row = whole_row(doc, section, columns[0], columns[1]);
    for (uint32_t i = 0; i < 2; i++) {
        struct operand operand = {0};
        if (row != GRID_NONE)
            operand = grid_operand(doc, section, row, columns[i]);
        operand.label = reading_leaf(section->columns[columns[i]].name);
        fill(slots[i], &operand);
    }
}

static void gather_funds(struct doc *doc, struct paired *paired, const struct section *section) {
    struct slot *slots = paired->parts[section->part];
    uint32_t columns[2] = {GRID_NONE, GRID_NONE};
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        if (column->role == COLUMN_SPENT && columns[0] == GRID_NONE)
            columns[0] = i;
        if (column->role == COLUMN_BUDGET &&
            (columns[1] == GRID_NONE || section->columns[columns[1]].level > column->level))
            columns[1] = i;
    }
    struct slot *both[2] = {&slots[SPENT], &slots[BUDGET]};
    if (columns[0] != GRID_NONE && columns[1] != GRID_NONE)
        fill_row(doc, section, columns, both);
}

static void gather_assets(struct doc *doc, struct paired *paired, const struct section *section) {
    struct slot *slots = paired->parts[section->part];
    uint32_t columns[2] = {GRID_NONE, GRID_NONE};
    for (uint32_t i = 0; i < section->column_count; i++) {
        struct str leaf = reading_leaf(section->columns[i].name);
        if (str_has(leaf, "在用固定资产"))
            columns[0] = i;
        else if (str_starts(leaf, "固定资产合计") || str_starts(leaf, "固定资产总额"))
            columns[1] = i;
    }
    struct slot *both[2] = {&slots[USED_ASSETS], &slots[ALL_ASSETS]};
    if (columns[0] != GRID_NONE && columns[1] != GRID_NONE)
        fill_row(doc, section, columns, both);
}

/* 三公经费 and 公用经费, by what is told of them. */
static void gather_tellings(struct doc *doc, struct paired *paired) {
    for (size_t i = 0; i < doc->reading.tellings.count; i++) {
        const struct telling *telling = &doc->reading.tellings.items[i];
        bool visits = str_has(telling->subject, "三公") && str_ends(telling->subject, "经费");
        bool office = str_ends(telling->subject, "公用经费");
        bool spent = telling->measure == MEASURE_SPENT;
        if ((!visits && !office) || telling->year.len > 0 || telling->measure == MEASURE_INCOME ||
            telling->measure == MEASURE_ARRIVED)
            continue;
        struct operand operand = relation_quantity(doc, telling->mention);
        enum figure figure = visits ? VISITS_BUDGET : OFFICE_BUDGET;
        if (spent)
            figure = visits ? VISITS_SPENT : OFFICE_SPENT;
        fill(&paired->parts[telling->part][figure], &operand);
    }
}

/* 编制 86 人, 在职 82 人 of the whole unit: 行政编制 and 聘用人员 are
 * parts of them. */
static void gather_people(struct doc *doc, struct paired *paired) {
    /* clang-format off */
    static const char *const posts[] = {
        "编制", "核定编制", "人员编制", "编制数", "编制人数",
        "核定编制数", "核定人员编制"
    };
    /* clang-format on */
    /* clang-format off */
    static const char *const staff[] = {
        "在职", "在职人员", "在职人数", "实有在职人员", "实有在职",
        "实有在职人数", "在职在编人员"
    };
    /* clang-format on */
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        const struct quantity *quantity = &doc->record.quantities.items[i];
        if (!quantity->is_quantity || (quantity->kind != QUANTITY_COUNT && quantity->unit.len > 0))
            continue;
        struct slot *slots = paired->parts[quantity->part];
        struct operand operand = relation_quantity(doc, i);
        /* 人 and 名 count the same people */
        operand.unit = (struct str){0};
        for (size_t k = 0; k < sizeof posts / sizeof *posts; k++) {
            if (str_is(operand.label, posts[k]))
                fill(&slots[POSTS], &operand);
        }
        for (size_t k = 0; k < sizeof staff / sizeof *staff; k++) {
            if (str_is(operand.label, staff[k]))
                fill(&slots[STAFF], &operand);
        }
    }
}

struct paired *paired_new(struct doc *doc) {
    struct paired *paired = arena_alloc(&doc->arena, sizeof *paired);
    if (!paired)
        return NULL;
    paired->count = (uint32_t)doc->reading.parts.count;
    paired->parts = arena_array(&doc->arena, paired->count, sizeof *paired->parts);
    if (!paired->parts)
        return NULL;
    gather_fields(doc, paired);
    gather_tellings(doc, paired);
    gather_people(doc, paired);
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        if (section->kind == TABLE_FUND)
            gather_funds(doc, paired, section);
        else if (section->kind != TABLE_SCORE && section->kind != TABLE_TARGET)
            gather_assets(doc, paired, section);
    }
    return paired;
}

/* The row of the table with that name, or NULL. */
static const struct rate_name *find_name(const struct rate_name *names, size_t count,
                                         struct str name) {
    for (size_t i = 0; i < count; i++) {
        if (str_is(name, names[i].name))
            return &names[i];
    }
    return NULL;
}

static bool take(const struct paired *paired, uint32_t part, const struct rate_name *name,
                 struct operand *top, struct operand *bottom) {
    if (!name)
        return false;
    const struct slot *a = &paired->parts[part][name->top];
    const struct slot *b = &paired->parts[part][name->bottom];
    *top = a->operand;
    *bottom = b->operand;
    /* 实有人数 may hold others than those on the posts */
    if (name->top == STAFF && a->filled && b->filled &&
        decimal_cmp(&top->value, &bottom->value) > 0)
        return false;
    return a->filled && b->filled && !a->several && !b->several;
}

bool paired_find(const struct paired *paired, uint32_t part, struct str name, struct operand *top,
                 struct operand *bottom) {
    return take(paired, part, find_name(rate_names, sizeof rate_names / sizeof *rate_names, name),
                top, bottom);
}

bool paired_find_told(const struct paired *paired, uint32_t part, struct str name,
                      struct operand *top, struct operand *bottom) {
    return take(paired, part, find_name(told_names, sizeof told_names / sizeof *told_names, name),
                top, bottom);
}

bool paired_is_name(struct str name) {
    return find_name(rate_names, sizeof rate_names / sizeof *rate_names, name) ||
           find_name(told_names, sizeof told_names / sizeof *told_names, name);
}

bool paired_rate(const struct operand *top, const struct operand *bottom, struct decimal *rate) {
    struct decimal above;
    return decimal_shift(&top->value, top->power - bottom->power + 2, &above) &&
           !bottom->value.negative &&
           decimal_div(&above, &bottom->value, RATE_DECIMALS, DECIMAL_HALF_UP, rate);
}
