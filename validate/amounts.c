#include "validate/amounts.h"

#include "validate/grid.h"
#include "validate/judge.h"

/* One column of one section while its sums are looked for. */
struct tally {
    struct doc *doc;
    const struct config *config;
    const struct section *section;
    uint32_t column;
    uint16_t decimals;
};

/* Which rows a whole covers. */
enum cover {
    COVER_ITEMS,     /* items of the outermost depth */
    COVER_ALL,       /* all items, whatever their depth */
    COVER_SUBTOTALS, /* the subtotals */
    COVER_MIXED,     /* the subtotals, and the items that none of them covers */
    COVERS,
};

static bool has_figure(const struct tally *tally, uint32_t row) {
    return grid_quantity(tally->doc, tally->section, row, tally->column) != GRID_NONE;
}

/* Whether the row has a share in a sum: a figure, or words in its place, which leave the share unknown. */
static bool has_share(const struct tally *tally, uint32_t row) {
    return has_figure(tally, row) ||
           grid_has_words(tally->doc, tally->section, row, tally->column);
}

static const struct row *row_of(const struct tally *tally, uint32_t row) {
    return &tally->section->rows[row - tally->section->first];
}

/* The first row from `from` on that ends the rule of a 其中 row: a total, a header, or a row whose mark is of
 * the whole's depth or above. */
static uint32_t parts_end(const struct tally *tally, uint32_t whole, uint32_t from) {
    uint32_t depth = row_of(tally, whole)->depth, row = from;
    for (; row < tally->section->end; row++) {
        const struct row *facts = row_of(tally, row);
        if (facts->role != ROW_PART && facts->role != ROW_ITEM && facts->role != ROW_FILLER)
            break;
        if (row > from && facts->depth > 0 && facts->depth <= depth)
            break;
    }
    return row;
}

/* The rows of the section's body that items of a total can be: those under a 其中 row are not. Marks them in
 * `governed`, one flag a row of the section. */
static void mark_parts(const struct tally *tally, bool *governed) {
    const struct section *section = tally->section;
    uint32_t whole = GRID_NONE;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        const struct row *facts = row_of(tally, row);
        if (facts->role != ROW_PART) {
            whole = facts->role == ROW_ITEM || facts->role == ROW_TOTAL ? row : whole;
            continue;
        }
        uint32_t end = parts_end(tally, whole == GRID_NONE ? row : whole, row);
        for (; row < end; row++)
            governed[row - section->first] = true;
        row--;
    }
}

/* The smallest depth that at least two marked items share; 0 when the marks do not order them. */
static uint32_t outer_depth(const struct tally *tally, const bool *governed) {
    uint32_t counts[5] = {0};
    const struct section *section = tally->section;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        const struct row *facts = row_of(tally, row);
        if (facts->role == ROW_ITEM && !governed[row - section->first])
            counts[facts->depth]++;
    }
    for (uint32_t depth = 1; depth < 5; depth++) {
        if (counts[depth] >= 2)
            return depth;
        if (counts[depth] == 1)
            return 0;
    }
    return 0;
}

struct body {
    bool *governed; /* one flag a row of the section: under a 其中 row */
    uint32_t depth; /* of the outermost items, 0 when marks do not order them */
    uint32_t subtotals;
    uint32_t first_subtotal; /* grid row, or GRID_NONE */
    bool leading;            /* subtotals stand above their items, not below them */
    bool nested; /* items of several depths: which of them a total covers is a matter of reading */
};

/* Collects the operands of `total` under one reading of what it covers, in rows [from, to). */
static bool collect(const struct tally *tally, const struct body *body, enum cover cover,
                    uint32_t total, struct relation *relation) {
    const struct section *section = tally->section;
    uint32_t first = section->first + section->header_rows;
    bool below = false; /* a subtotal stands further down */
    relation->count = 0;
    for (uint32_t row = section->end; row-- > first;) {
        const struct row *facts = row_of(tally, row);
        bool item = facts->role == ROW_ITEM && !body->governed[row - section->first];
        bool take = false;
        if (row == total || !has_share(tally, row))
            continue;
        below |= facts->role == ROW_SUBTOTAL;
        bool covered = body->leading ? row > body->first_subtotal : below;
        if (cover == COVER_ITEMS)
            take = item && (body->depth == 0 || facts->depth == body->depth);
        else if (cover == COVER_ALL)
            take = item;
        else if (cover == COVER_SUBTOTALS)
            take = facts->role == ROW_SUBTOTAL;
        else
            take = facts->role == ROW_SUBTOTAL || (item && !covered);
        if (take)
            relation->operands[relation->count++] =
                grid_operand(tally->doc, section, row, tally->column);
    }
    /* gathered from below: back into reading order */
    for (uint32_t i = 0; i < relation->count / 2; i++) {
        struct operand swap = relation->operands[i];
        relation->operands[i] = relation->operands[relation->count - 1 - i];
        relation->operands[relation->count - 1 - i] = swap;
    }
    return relation->count > 0;
}

static bool holds(const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
}

static struct str column_label(struct doc *doc, const struct row *row,
                               const struct column *column) {
    struct str name = reading_leaf(column->name);
    if (row->label.len == 0)
        return name;
    return str_printf(&doc->arena, "%.*s/%.*s", STR_ARGS(row->label), STR_ARGS(name));
}

static bool start(const struct tally *tally, const char *rule, uint32_t row, uint32_t room,
                  struct relation *relation) {
    *relation = (struct relation){
        .rule = rule,
        .kind = RELATION_SUM,
        .part = tally->section->part,
        .label =
            column_label(tally->doc, row_of(tally, row), &tally->section->columns[tally->column]),
        .claim = grid_operand(tally->doc, tally->section, row, tally->column),
        .operands = arena_array(&tally->doc->arena, room + 1, sizeof *relation->operands),
        .decimals = tally->decimals,
    };
    return relation->operands != NULL;
}

/* A total or summary row against the rows that it covers. Where subtotals or several depths leave more than
 * one reading, a contradiction under all of them is reported for the likeliest, as a warning. */
static bool check_total(const struct tally *tally, const struct body *body, uint32_t row,
                        struct err *err) {
    const struct section *section = tally->section;
    struct relation relation;
    bool fund = section->kind == TABLE_FUND;
    if (!start(tally, fund ? "amount.breakdown" : "amount.total", row,
               section->end - section->first, &relation))
        return arena_check(&tally->doc->arena, err);
    enum cover likeliest = body->subtotals > 0 ? COVER_MIXED : COVER_ITEMS;
    bool found = false;
    for (uint32_t cover = 0; cover < COVERS && !found; cover++)
        found = collect(tally, body, cover, row, &relation) && holds(&relation);
    if (!found && !collect(tally, body, likeliest, row, &relation))
        return true;
    /* one item alone is a list that may go on elsewhere */
    relation.open = relation.count < 2;
    relation.doubtful = body->nested;
    return relation_evaluate(tally->doc, tally->config, &relation, NULL, err);
}

static bool is_sum(const struct tally *tally, uint32_t row) {
    enum row_role role = row_of(tally, row)->role;
    return role == ROW_SUBTOTAL || role == ROW_TOTAL || role == ROW_HEADER;
}

/* A subtotal against the items between it and the sum row before it, or after it where subtotals lead. */
static bool check_subtotal(const struct tally *tally, const struct body *body, uint32_t row,
                           struct err *err) {
    const struct section *section = tally->section;
    uint32_t first = section->first + section->header_rows, from = row, to = row + 1;
    struct relation relation;
    while (!body->leading && from > first && !is_sum(tally, from - 1))
        from--;
    while (body->leading && to < section->end && !is_sum(tally, to))
        to++;
    if (!start(tally, "amount.total", row, to - from, &relation))
        return arena_check(&tally->doc->arena, err);
    for (uint32_t i = from; i < to; i++) {
        if (row_of(tally, i)->role == ROW_ITEM && has_share(tally, i) &&
            !body->governed[i - section->first])
            relation.operands[relation.count++] =
                grid_operand(tally->doc, section, i, tally->column);
    }
    relation.open = relation.count < 2;
    relation.doubtful = body->nested;
    return relation.count == 0 || relation_evaluate(tally->doc, tally->config, &relation, NULL, err);
}

/* A whole against the rows under its 其中: the longest or a shorter run of them that adds up, else all. */
static bool check_parts(const struct tally *tally, uint32_t whole, uint32_t first,
                        struct err *err) {
    uint32_t end = parts_end(tally, whole, first), fitting = 0;
    struct relation relation;
    if (!has_figure(tally, whole))
        return true;
    if (!start(tally, "amount.breakdown", whole, end - first, &relation))
        return arena_check(&tally->doc->arena, err);
    relation.open = true;
    for (uint32_t row = first; row < end; row++) {
        if (!has_figure(tally, row))
            continue;
        relation.operands[relation.count++] =
            grid_operand(tally->doc, tally->section, row, tally->column);
        if (holds(&relation))
            fitting = relation.count;
    }
    if (relation.count == 0)
        return true;
    if (fitting > 0)
        relation.count = fitting;
    /* rows behind the parts may be the whole's siblings: without a total above they cannot be told apart */
    else if (relation.count > 1 && row_of(tally, whole)->role != ROW_TOTAL)
        relation.doubtful = true;
    return relation_evaluate(tally->doc, tally->config, &relation, NULL, err);
}

static bool check_column(const struct tally *tally, const struct body *body, struct err *err) {
    const struct section *section = tally->section;
    uint32_t whole = GRID_NONE;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        enum row_role role = row_of(tally, row)->role;
        if (role == ROW_TOTAL && has_figure(tally, row) && !check_total(tally, body, row, err))
            return false;
        if (role == ROW_SUBTOTAL && has_figure(tally, row) &&
            !check_subtotal(tally, body, row, err))
            return false;
        if (role == ROW_PART && whole != GRID_NONE) {
            if (!check_parts(tally, whole, row, err))
                return false;
            row = parts_end(tally, whole, row) - 1;
        }
        if (role == ROW_TOTAL || role == ROW_ITEM)
            whole = row;
    }
    return true;
}

static bool read_body(const struct tally *tally, struct body *body) {
    const struct section *section = tally->section;
    *body = (struct body){.first_subtotal = GRID_NONE};
    bool items_above = false;
    body->governed =
        arena_array(&tally->doc->arena, section->end - section->first, sizeof *body->governed);
    if (!body->governed)
        return false;
    mark_parts(tally, body->governed);
    body->depth = outer_depth(tally, body->governed);
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        if (row_of(tally, row)->role == ROW_SUBTOTAL && body->subtotals++ == 0) {
            body->first_subtotal = row;
            body->leading = !items_above;
        }
        bool item = row_of(tally, row)->role == ROW_ITEM && !body->governed[row - section->first];
        items_above |= item;
        body->nested |= item && body->depth > 0 && row_of(tally, row)->depth != body->depth;
    }
    return true;
}

/* Sum rows beyond this number are not held against their table: each looks at all of its rows. */
enum { MOST_SUMS = 64 };

static uint32_t sum_rows(const struct section *section) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < section->end - section->first; i++)
        count += section->rows[i].role == ROW_TOTAL || section->rows[i].role == ROW_SUBTOTAL ||
                 section->rows[i].role == ROW_PART;
    return count;
}

bool amounts_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        struct tally tally = {.doc = doc, .config = config, .section = section};
        struct body body;
        uint32_t sums = sum_rows(section);
        if (section->kind == TABLE_SCORE || section->kind == TABLE_TARGET || sums == 0 ||
            sums > MOST_SUMS)
            continue;
        if (!read_body(&tally, &body))
            return arena_check(&doc->arena, err);
        for (tally.column = 0; tally.column < section->column_count; tally.column++) {
            if (!grid_adds(&section->columns[tally.column]))
                continue;
            tally.decimals = grid_decimals(doc, section, tally.column);
            if (!check_column(&tally, &body, err))
                return false;
        }
    }
    return true;
}
