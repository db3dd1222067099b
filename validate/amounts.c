#include "validate/amounts.h"

#include "validate/bare.h"
#include "validate/grid.h"
#include "validate/judge.h"
#include "validate/nesting.h"

/* What a row under a 其中 is to the items of the table. */
enum mark {
    MARK_FREE,
    MARK_PART,  /* a part: never an item */
    MARK_MAYBE, /* behind the parts of a whole that they do not reach: part or item */
    MARK_SUM,   /* a subtotal without a name */
};

/* One section, and the column of it whose sums are looked for. */
struct tally {
    struct doc *doc;
    const struct config *config;
    const struct section *section;
    unsigned char *marks;     /* an enum mark for each row of the section */
    struct operand *operands; /* room for one a row: relations borrow it in turn */
    uint32_t subtotals, totals;
    bool leads; /* the subtotals stand over their rows */

    uint32_t column;
    uint16_t decimals;
    uint32_t depth; /* of the outermost items, 0 when marks of sections do not order them */
    bool nested; /* items of several depths: which of them a total covers is a matter of reading */
    bool loose;  /* a row is MARK_MAYBE */
    bool bare;   /* an item has no name, though others have: a subtotal, or an item */
    uint32_t split; /* those from this row on are items; GRID_NONE: none */
};

/* Which rows a sum covers. */
enum cover {
    COVER_ITEMS,     /* items of the outermost depth */
    COVER_ALL,       /* all items, whatever their depth */
    COVER_LOOSE,     /* these, and from `split` on what may be an item */
    COVER_SUBTOTALS, /* the subtotals */
    COVER_NAMED,     /* the items that have a name: a bare row may be a subtotal */
    COVER_MIXED,     /* the subtotals, and the items that none of them covers */
    COVER_ABOVE,     /* the items between the sum row before and this one */
    COVER_TOTALS,    /* the other totals */
    COVER_BELOW,     /* the items between this sum row and the next one */
};

/* Blank and dash are no zero: '——' says that nothing is due. Such a row takes
 * no part in the sum instead of adding 0 to it. */
static bool has_figure(const struct tally *tally, uint32_t row) {
    return grid_quantity(tally->doc, tally->section, row, tally->column) != GRID_NONE;
}

static const struct row *row_of(const struct tally *tally, uint32_t row) {
    return &tally->section->rows[row - tally->section->first];
}

/* The header holds figures too: years, column numbers, (A) and (B). None of
 * them may enter a sum. */
static uint32_t body_of(const struct section *section) {
    return section->first + section->header_rows;
}

static bool is_sum(enum row_role role) {
    return role == ROW_TOTAL || role == ROW_SUBTOTAL;
}

/* What stands under a 其中 repeats its whole: 900 其中：中央 600, 省
 * 300 are 900, not 1800. */
static bool is_item(const struct tally *tally, uint32_t row) {
    return row_of(tally, row)->role == ROW_ITEM &&
           tally->marks[row - tally->section->first] == MARK_FREE;
}

enum { ENDING = 6 }; /* bytes: two characters */

/* Whether a row without figures names a part all the same: 地方财政资金, left
 * blank between 其中：中央财政资金 and 其他资金. */
static bool names_part(const struct tally *tally, uint32_t row, uint32_t first) {
    struct str name = row_of(tally, row)->label, other = row_of(tally, first)->label;
    enum row_role role = row_of(tally, row)->role;
    return (role == ROW_OTHER || role == ROW_CAPTION) && name.len > ENDING && other.len > ENDING &&
           str_eq(str_slice(name, name.len - ENDING, name.len),
                  str_slice(other, other.len - ENDING, other.len));
}

/* The first row from `from` on that ends the rule of a 其中 row: a total, a
 * header, or a row whose mark is of the whole's depth or above. */
static uint32_t parts_end(const struct tally *tally, uint32_t whole, uint32_t from) {
    uint32_t depth = row_of(tally, whole)->depth, row = from;
    for (; row < tally->section->end; row++) {
        const struct row *facts = row_of(tally, row);
        if (facts->role != ROW_PART && facts->role != ROW_ITEM && facts->role != ROW_FILLER &&
            !names_part(tally, row, from))
            break;
        if (row > from && facts->depth > 0 && facts->depth <= depth)
            break;
    }
    return row;
}

enum { DEPTHS = 6 }; /* of struct row, 0 included */

/* Sets the smallest depth that at least two items share, and whether there are
 * others. */
static void read_depths(struct tally *tally) {
    uint32_t counts[DEPTHS] = {0}, items = 0, named = 0;
    tally->depth = 0;
    for (uint32_t row = body_of(tally->section); row < tally->section->end; row++) {
        if (is_item(tally, row)) {
            counts[row_of(tally, row)->depth]++;
            named += row_of(tally, row)->label.len > 0;
            items++;
        }
    }
    tally->bare = named > 0 && named < items;
    for (uint32_t depth = 1; depth < DEPTHS && tally->depth == 0; depth++) {
        if (counts[depth] == 1)
            break;
        tally->depth = counts[depth] >= 2 ? depth : 0;
    }
    tally->nested = tally->depth > 0 && counts[tally->depth] < items;
}

/* Whether what a leading sum row covers is over: at the next sum, or at a row
 * whose mark is of its own depth, as 2.其他收入 below 1.财政资金小计. */
static bool ends_below(const struct tally *tally, uint32_t sum, uint32_t row) {
    uint32_t depth = row_of(tally, row)->depth;
    return is_sum(row_of(tally, row)->role) || (depth > 0 && depth <= row_of(tally, sum)->depth);
}

/* The rows [*from, *to) among which a sum row's operands are looked for. */
static void range_of(const struct tally *tally, enum cover cover, uint32_t sum, uint32_t *from,
                     uint32_t *to) {
    *from = body_of(tally->section);
    *to = tally->section->end;
    if (cover == COVER_ABOVE) {
        *to = sum;
        for (*from = sum; *from > body_of(tally->section); --*from) {
            if (is_sum(row_of(tally, *from - 1)->role))
                break;
        }
    } else if (cover == COVER_BELOW) {
        *from = sum + 1;
        for (*to = *from; *to < tally->section->end && !ends_below(tally, sum, *to);)
            ++*to;
    }
}

/* Whether a sum takes in this row under one reading; `covered`: a subtotal
 * stands further down. */
static bool takes(const struct tally *tally, enum cover cover, uint32_t row, bool covered) {
    enum row_role role = row_of(tally, row)->role;
    bool item = is_item(tally, row);
    switch (cover) {
    case COVER_ITEMS:
        return item && (tally->depth == 0 || row_of(tally, row)->depth == tally->depth);
    case COVER_LOOSE:
        return item || (row >= tally->split && role == ROW_ITEM &&
                        tally->marks[row - tally->section->first] == MARK_MAYBE);
    case COVER_NAMED:
        return item && row_of(tally, row)->label.len > 0;
    case COVER_SUBTOTALS:
        return role == ROW_SUBTOTAL;
    case COVER_MIXED:
        return role == ROW_SUBTOTAL || (item && !covered);
    case COVER_TOTALS:
        return role == ROW_TOTAL;
    default:
        return item;
    }
}

/* Collects the operands of the sum row under one reading of what it covers.
 * False when there are none. */
static bool collect(const struct tally *tally, enum cover cover, uint32_t sum,
                    struct relation *relation) {
    uint32_t from, to, head = GRID_NONE;
    relation->count = 0;
    range_of(tally, cover, sum, &from, &to);
    for (uint32_t i = 0; i < to - from; i++) {
        /* towards the rows that a subtotal covers */
        uint32_t row = tally->leads ? from + i : to - 1 - i;
        if (row_of(tally, row)->role == ROW_SUBTOTAL)
            head = row;
        else if (tally->leads && head != GRID_NONE && ends_below(tally, head, row))
            head = GRID_NONE;
        bool covered = head != GRID_NONE;
        bool figure = has_figure(tally, row) ||
                      grid_is_unread(tally->doc, tally->section, row, tally->column);
        if (row != sum && figure && takes(tally, cover, row, covered))
            relation->operands[relation->count++] =
                grid_operand(tally->doc, tally->section, row, tally->column);
    }
    /* gathered from below: back into reading order */
    for (uint32_t i = 0; !tally->leads && i < relation->count / 2; i++) {
        struct operand swap = relation->operands[i];
        relation->operands[i] = relation->operands[relation->count - 1 - i];
        relation->operands[relation->count - 1 - i] = swap;
    }
    return relation->count > 0;
}

/* Rounding counts as holding: 95.12 + 12.29 beside 107.4 must not send the
 * search on to a reading that fits by chance. */
static bool holds(const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
}

/* A relation of one row of the column; all share one array of operands, of
 * which checks keep none. */
static struct relation start(const struct tally *tally, const char *rule, uint32_t row) {
    return (struct relation){
        .rule = rule,
        .kind = RELATION_SUM,
        .part = tally->section->part,
        .label = grid_label(tally->doc, tally->section, row, tally->column),
        .claim = grid_operand(tally->doc, tally->section, row, tally->column),
        .operands = tally->operands,
        .decimals = tally->decimals,
        .exact =
            tally->decimals == 0 && grid_is_count(tally->doc, tally->section, row, tally->column),
    };
}

enum { MOST_SPLITS = 16 }; /* rows that are tried as the first item behind parts */

/* Whether the whole of a block of funds stands over its sources: they are its
 * parts. */
static bool heads_funds(const struct tally *tally, uint32_t row) {
    if (tally->section->kind != TABLE_FUND)
        return false;
    while (row-- > body_of(tally->section)) {
        if (row_of(tally, row)->role == ROW_ITEM)
            return false;
    }
    return true;
}

/* Where parts and items are not told apart, looks for the row from which on
 * they are items, so that the total holds. */
static bool split_items(struct tally *tally, uint32_t total, struct relation *relation) {
    uint32_t tried = 0;
    for (uint32_t row = body_of(tally->section); row < tally->section->end; row++) {
        if (tally->marks[row - tally->section->first] != MARK_MAYBE || tried++ == MOST_SPLITS)
            continue;
        tally->split = row;
        if (collect(tally, COVER_LOOSE, total, relation) && holds(relation))
            return true;
    }
    tally->split = GRID_NONE;
    return false;
}

/* A total over one visible item says little: the rest of the list may stand on
 * another page, so a shortfall stays open. */
static bool evaluate(const struct tally *tally, struct relation *relation, struct err *err) {
    /* one item alone is a list that may go on elsewhere */
    relation->open = relation->count < 2;
    return relation_evaluate(tally->doc, tally->config, relation, NULL, err);
}

/* A total or summary row against the rows that it covers. Where there is more
 * than one reading of these, a contradiction under all of them is reported for
 * the likeliest, as a warning. */
static bool check_total(struct tally *tally, uint32_t row, struct err *err) {
    static const enum cover readings[] = {COVER_ITEMS, COVER_ALL,   COVER_NAMED, COVER_SUBTOTALS,
                                          COVER_MIXED, COVER_ABOVE, COVER_TOTALS};
    const char *rule = heads_funds(tally, row) ? "amount.breakdown" : "amount.total";
    struct relation relation = start(tally, rule, row);
    bool several = tally->totals > 1, found = false;
    uint32_t count = sizeof readings / sizeof *readings - (several ? 0 : 2);
    for (uint32_t i = 0; i < count && !found; i++)
        found = collect(tally, readings[i], row, &relation) && holds(&relation);
    found = found || (tally->loose && split_items(tally, row, &relation));
    enum cover likeliest = tally->subtotals > 0 ? COVER_MIXED : COVER_ITEMS;
    if (!found && !(several && collect(tally, COVER_ABOVE, row, &relation)) &&
        !collect(tally, several ? COVER_TOTALS : likeliest, row, &relation))
        return true;
    relation.doubtful = tally->subtotals > 0 || tally->nested || several;
    relation.fail_reason = tally->bare ? REASON_DOUBTFUL_TIE : NULL;
    return evaluate(tally, &relation, err);
}

/* Whether the subtotal holds, under the first of the readings that gives it
 * operands or the other one. */
static bool read_subtotal(const struct tally *tally, uint32_t row, struct relation *relation) {
    enum cover first = tally->leads ? COVER_BELOW : COVER_ABOVE;
    enum cover other = tally->leads ? COVER_ABOVE : COVER_BELOW;
    if ((collect(tally, first, row, relation) && holds(relation)) ||
        (collect(tally, other, row, relation) && holds(relation)))
        return true;
    if (!collect(tally, first, row, relation))
        collect(tally, other, row, relation);
    return false;
}

/* The subtotals of the column, each against the items between it and its
 * neighbours. Where none of them holds, they may sum something else: a
 * warning. */
static bool check_subtotals(const struct tally *tally, struct err *err) {
    const struct section *section = tally->section;
    bool borne_out = false;
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t row = body_of(section); row < section->end; row++) {
            if (row_of(tally, row)->role != ROW_SUBTOTAL || !has_figure(tally, row))
                continue;
            struct relation relation = start(tally, "amount.total", row);
            bool held = read_subtotal(tally, row, &relation);
            borne_out |= held;
            relation.doubtful = !borne_out || tally->nested;
            relation.fail_reason = tally->loose ? REASON_DOUBTFUL_TIE : NULL;
            if (pass == 1 && relation.count > 0 && !evaluate(tally, &relation, err))
                return false;
        }
    }
    return true;
}

/* A whole and the run of rows under its 其中. */
struct run {
    uint32_t whole, first, end; /* rows; `end` exclusive */
    uint32_t last; /* behind the last row of the parts that add up to the whole; 0: none do */
};

/* Prefixes of a run that are tried against its whole: keeps the work linear. */
enum { MOST_PARTS = 64 };

/* The run that begins in row `first` under a whole, and the longest stretch of
 * it that adds up. */
static struct run find_run(const struct tally *tally, uint32_t whole, uint32_t first) {
    struct run run = {whole, first, parts_end(tally, whole, first), 0};
    if (!has_figure(tally, whole))
        return run;
    struct relation relation = start(tally, "amount.breakdown", whole);
    for (uint32_t row = first; row < run.end && relation.count < MOST_PARTS; row++) {
        if (!has_figure(tally, row))
            continue;
        relation.operands[relation.count++] =
            grid_operand(tally->doc, tally->section, row, tally->column);
        if (holds(&relation))
            run.last = row + 1;
    }
    if (!run.last && relation.count < MOST_PARTS && nesting_is_sought(&relation) &&
        nesting_drop(&relation) && holds(&relation))
        run.last = run.end;
    return run;
}

/* Marks the rows of a run: the parts, and behind parts that do not add up what
 * may be one. */
static void mark_run(struct tally *tally, const struct run *run) {
    uint32_t end = run->last ? run->last : run->end;
    for (uint32_t row = run->first; row < end; row++) {
        bool part = run->last || row_of(tally, row)->role == ROW_PART;
        tally->marks[row - tally->section->first] = part ? MARK_PART : MARK_MAYBE;
        tally->loose |= !part;
    }
}

/* Whether a row behind the first of the run has a 其中 of its own. */
static bool opens_again(const struct tally *tally, const struct run *run) {
    for (uint32_t row = run->first + 1; row < run->end; row++) {
        if (str_starts(row_of(tally, row)->label, "其中"))
            return true;
    }
    return false;
}

/* Sources of funds are told in two depths (中央, 地方, 其中：省级,
 * 市级, 其他): the inner ones are no parts of the whole. Where their end
 * cannot be found, what exceeds the whole proves nothing. */
static void untangle(const struct tally *tally, const struct run *run, struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    if (judgement.outcome != OUTCOME_FAIL || !judgement.difference.negative)
        return;
    bool nested = opens_again(tally, run) && relation->count > 2;
    if (nesting_is_sought(relation))
        nested |= nesting_drop(relation);
    if (nested && !holds(relation))
        relation->reason = REASON_NESTED_LIST;
}

/* Columns in which a run is tried for whether its parts are all there are. */
enum { MOST_COLUMNS = 8 };

/* Whether the run has two figures of the column or more, and they add up. */
static bool adds_up(const struct tally *tally, const struct run *run) {
    uint32_t figures = 0;
    for (uint32_t row = run->first; row < run->end; row++)
        figures += has_figure(tally, row);
    return figures > 1 && find_run(tally, run->whole, run->first).last > 0;
}

static bool is_nothing(const struct tally *tally, uint32_t row) {
    struct operand operand = grid_operand(tally->doc, tally->section, row, tally->column);
    return !operand.known || decimal_is_zero(&operand.value);
}

/* Whether other columns bear out that the parts are all there are: 年初预算数
 * and 全年预算数 add up, so 全年执行数 should. More must add up than not. */
static bool borne_out(const struct tally *tally, const struct run *run) {
    struct tally other = *tally;
    uint32_t tried = 0, holding = 0;
    other.operands = arena_array(&tally->doc->arena, tally->section->end - tally->section->first,
                                 sizeof *other.operands);
    for (other.column = 0;
         other.operands && other.column < tally->section->column_count && tried < MOST_COLUMNS;
         other.column++) {
        if (other.column == tally->column || !grid_adds(&tally->section->columns[other.column]) ||
            is_nothing(&other, run->whole))
            continue;
        other.decimals = grid_decimals(tally->doc, tally->section, other.column);
        tried++;
        holding += adds_up(&other, run);
    }
    return holding * 2 > tried;
}

/* A whole against its parts. Those that do not add up may be the whole's
 * siblings: only a total above or below tells them apart. */
static bool check_run(const struct tally *tally, const struct run *run, struct err *err) {
    bool siblings = false;
    if (!has_figure(tally, run->whole))
        return true;
    struct relation relation = start(tally, "amount.breakdown", run->whole);
    for (uint32_t row = run->first; row < (run->last ? run->last : run->end); row++) {
        bool maybe = tally->marks[row - tally->section->first] == MARK_MAYBE;
        if (!has_figure(tally, row) || (maybe && row >= tally->split))
            continue;
        siblings |= maybe;
        relation.operands[relation.count++] =
            grid_operand(tally->doc, tally->section, row, tally->column);
    }
    bool under_total = row_of(tally, run->whole)->role == ROW_TOTAL;
    relation.open = holds(&relation) || relation.count < 2 || !borne_out(tally, run);
    relation.doubtful = siblings && !under_total;
    untangle(tally, run, &relation);
    if (siblings && !under_total && tally->totals == 0)
        relation.fail_reason = REASON_DOUBTFUL_TIE;
    return relation.count == 0 ||
           relation_evaluate(tally->doc, tally->config, &relation, NULL, err);
}

/* Finds the runs of the column and marks their rows, or, once totals have told
 * items from parts, checks them. */
static bool walk_runs(struct tally *tally, bool check, struct err *err) {
    const struct section *section = tally->section;
    uint32_t whole = GRID_NONE;
    for (uint32_t row = body_of(section); row < section->end; row++) {
        enum row_role role = row_of(tally, row)->role;
        if (role == ROW_PART && whole != GRID_NONE) {
            struct run run = find_run(tally, whole, row);
            if (!check)
                mark_run(tally, &run);
            else if (!check_run(tally, &run, err))
                return false;
            row = run.end - 1;
        }
        if (role == ROW_TOTAL || role == ROW_ITEM)
            whole = row;
    }
    return true;
}

/* Subtotals that have lost their name are no items. */
static bool settle_bare(struct tally *tally, struct err *err) {
    const struct bare bare = {
        .doc = tally->doc,
        .config = tally->config,
        .section = tally->section,
        .column = tally->column,
        .decimals = tally->decimals,
        .marks = tally->marks,
        .sum = MARK_SUM,
        .operands = tally->operands,
    };
    bool found = false;
    bool done = !tally->bare || bare_check(&bare, &found, err);
    tally->bare &= !found;
    return done;
}

/* Parts first, sums second, parts again: only a total above or below tells
 * whether a row behind a 其中 is a part or the next item. */
static bool check_column(struct tally *tally, struct err *err) {
    const struct section *section = tally->section;
    tally->decimals = grid_decimals(tally->doc, section, tally->column);
    tally->loose = false;
    tally->split = GRID_NONE;
    memset(tally->marks, MARK_FREE, section->end - section->first);
    if (!walk_runs(tally, false, err))
        return false;
    read_depths(tally);
    if (!settle_bare(tally, err))
        return false;
    for (uint32_t row = body_of(section); row < section->end; row++) {
        if (row_of(tally, row)->role == ROW_TOTAL && has_figure(tally, row) &&
            !check_total(tally, row, err))
            return false;
    }
    return check_subtotals(tally, err) && walk_runs(tally, true, err);
}

/* Sum rows beyond this number are not held against their table: each looks at
 * all of its rows. */
enum { MOST_SUMS = 64 };

/* Counts the sum rows of the section; false when there are none, or too
 * many. */
static bool count_sums(struct tally *tally) {
    const struct section *section = tally->section;
    uint32_t parts = 0;
    bool items = false;
    for (uint32_t row = body_of(section); row < section->end; row++) {
        enum row_role role = row_of(tally, row)->role;
        tally->leads |= role == ROW_SUBTOTAL && tally->subtotals == 0 && !items;
        tally->totals += role == ROW_TOTAL;
        tally->subtotals += role == ROW_SUBTOTAL;
        parts += role == ROW_PART;
        items |= role == ROW_ITEM;
    }
    uint32_t sums = tally->totals + tally->subtotals + parts;
    return sums > 0 && sums <= MOST_SUMS;
}

/* Whether the column holds percentages: its head says so, or its first figure. */
static bool is_percent(const struct tally *tally) {
    const struct column *column = &tally->section->columns[tally->column];
    if (str_is(column->unit, "%") || str_ends(column->name, "%"))
        return true;
    for (uint32_t row = body_of(tally->section); row < tally->section->end; row++) {
        uint32_t index = grid_quantity(tally->doc, tally->section, row, tally->column);
        if (index != GRID_NONE)
            return tally->doc->record.quantities.items[index].kind == QUANTITY_RATE;
    }
    return false;
}

static bool is_between(const struct decimal *value, int64_t low, int64_t high) {
    struct decimal least = decimal_of(low), most = decimal_of(high);
    return decimal_cmp(value, &least) >= 0 && decimal_cmp(value, &most) <= 0;
}

/* Shares of a whole (占比, 比重) add to 100; how far each item has come or grown
 * (完成预算%, 增减幅度, 决算占预算) does not add at all, so that a column of
 * percentages is summed only where its figures look like shares. */
static bool adds_percents(const struct tally *tally) {
    struct str name = reading_leaf(tally->section->columns[tally->column].name);
    struct decimal sum = decimal_of(0);
    bool whole = false;
    for (uint32_t row = body_of(tally->section); row < tally->section->end; row++) {
        enum row_role role = row_of(tally, row)->role;
        struct operand operand = grid_operand(tally->doc, tally->section, row, tally->column);
        if (!operand.known)
            continue;
        whole |= role == ROW_TOTAL && is_between(&operand.value, 99, 101);
        if (role == ROW_ITEM && !decimal_add(&sum, &operand.value, &sum))
            return false;
    }
    bool share = str_has(name, "占") || str_has(name, "比重") || str_starts(name, "比例");
    return (whole && is_between(&sum, 50, 150)) || (share && is_between(&sum, 99, 101));
}

/* Score tables have rules of their own (exact, weights), and targets of several
 * units do not add at all. */
bool amounts_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        struct tally tally = {.doc = doc, .config = config, .section = section};
        if (section->kind == TABLE_SCORE || section->kind == TABLE_TARGET || !count_sums(&tally))
            continue;
        tally.marks = arena_alloc(&doc->arena, section->end - section->first);
        tally.operands =
            arena_array(&doc->arena, section->end - section->first, sizeof *tally.operands);
        if (!tally.marks || !tally.operands)
            return arena_check(&doc->arena, err);
        for (tally.column = 0; tally.column < section->column_count; tally.column++) {
            const struct column *column = &section->columns[tally.column];
            bool adds = grid_adds(column) && (!is_percent(&tally) || adds_percents(&tally));
            if (adds && !check_column(&tally, err))
                return false;
        }
    }
    return true;
}
