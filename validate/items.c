#include "validate/items.h"

#include "validate/ledger.h"
#include "validate/relation.h"

/* ---- lists */

/* One operand that stands for what was counted. */
static struct operand counted(struct doc *doc, uint32_t count, struct str raw) {
    return (struct operand){
        .value = decimal_of(count),
        .known = true,
        .text = str_printf(&doc->arena, "%u", count),
        .raw = raw,
        .at = {PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE},
    };
}

/* A name told twice is one thing (106 of the field's traps): names that
 * differ. */
static bool count_names(struct doc *doc, const struct statement *statement, uint32_t *count) {
    struct tally seen = {0};
    *count = 0;
    for (uint32_t i = 0; i < statement->name_count; i++) {
        struct str name = str_squeeze(&doc->arena, statement->names[i]);
        uint32_t *times = tally_at(&doc->arena, &seen, tally_hash(0, name));
        if (!times)
            return false;
        *count += (*times)++ == 0;
    }
    return true;
}

/* The names as they stand, from the first to the last where one passage holds
 * them. */
static struct str cite(const struct doc *doc, const struct statement *statement) {
    const struct str *first = &statement->names[0];
    const struct str *last = &statement->names[statement->name_count - 1];
    struct str text = doc->reading.mentions.items[statement->figure].passage->text;
    bool inside = first->ptr >= text.ptr && last->ptr + last->len <= text.ptr + text.len;
    return inside && last->ptr >= first->ptr
               ? (struct str){first->ptr, (size_t)(last->ptr - first->ptr) + last->len}
               : *first;
}

/* The number of names that fits the claim best: those that differ, all of them,
 * or with the last one taken for two. */
static uint32_t best_count(const struct statement *statement, uint32_t distinct,
                           const struct decimal *rest) {
    uint32_t all = statement->name_count;
    struct decimal plain = decimal_of(all), joined = decimal_of(all + statement->spare);
    if (decimal_cmp(rest, &plain) == 0)
        return all;
    return decimal_cmp(rest, &joined) == 0 ? all + statement->spare : distinct;
}

static bool check_list(struct doc *doc, const struct config *config,
                       const struct statement *statement, struct err *err) {
    struct operand operands[2];
    struct relation relation = {
        .rule = "count.items",
        .kind = RELATION_SUM,
        .part = statement->part,
        .label = statement->label,
        .claim = relation_quantity(doc, statement->figure),
        .operands = operands,
        .count = 1,
        .exact = true,
        .open = !statement->closed,
        .fail_reason = statement->doubtful ? REASON_DOUBTFUL_TIE : NULL,
    };
    struct decimal rest = relation.claim.value;
    uint32_t distinct;
    if (!count_names(doc, statement, &distinct))
        return arena_check(&doc->arena, err);
    if (statement->member_count > 0) { /* 23 个股室和 9 个中心 share the names */
        operands[1] = relation_quantity(doc, statement->members[0]);
        operands[1].minus = true;
        operands[1].power = relation.claim.power;
        operands[1].unit = relation.claim.unit;
        relation.count = 2;
        if (!operands[1].known || !decimal_add(&rest, &operands[1].value, &rest))
            return true;
    }
    operands[0] = counted(doc, best_count(statement, distinct, &rest), cite(doc, statement));
    operands[0].at = relation.claim.at;
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* ---- indicators */

/* A table of indicators, its continuations included. */
struct board {
    uint32_t part;
    uint32_t levels[INDICATOR_LEVELS]; /* groups of level 1 and 2 that differ; scored rows */
    uint32_t fund;                     /* rows of a fund block, which some count */
    struct place at;
    struct str name; /* of its first indicator */
};

struct boards {
    struct board *items;
    uint32_t count;
    uint32_t *roots;      /* of each section: the one that it carries on, at last */
    uint32_t *of_section; /* index + 1 of the board of each root */
    struct tally seen;    /* groups, by board */
};

/* A section that carries another on belongs to its board. */
static struct board *board_of(struct boards *boards, const struct indicator *indicator) {
    uint32_t root = boards->roots[indicator->section];
    if (boards->of_section[root] == 0) {
        boards->items[boards->count] =
            (struct board){.part = indicator->part, .at = indicator->at, .name = indicator->name};
        boards->of_section[root] = ++boards->count;
    }
    return &boards->items[boards->of_section[root] - 1];
}

/* Counts a group once, however often its label is repeated. */
static bool add_group(struct doc *doc, struct boards *boards, const struct board *board,
                      uint64_t key, uint32_t *count) {
    uint64_t seed = tally_hash((uint64_t)(board - boards->items) + 1, (struct str){0}) ^ key;
    uint32_t *times = tally_at(&doc->arena, &boards->seen, seed);
    if (times)
        *count += (*times)++ == 0;
    return times != NULL;
}

static bool add_indicator(struct doc *doc, struct boards *boards,
                          const struct indicator *indicator) {
    struct board *board = board_of(boards, indicator);
    uint64_t first = tally_hash(1, indicator->level1);
    uint64_t second = tally_hash(first + 1, indicator->level2);
    if (indicator->is_fund) {
        board->fund++;
        return true;
    }
    board->levels[INDICATOR_LEVELS - 1]++;
    return (indicator->level1.len == 0 ||
            add_group(doc, boards, board, first, &board->levels[0])) &&
           (indicator->level2.len == 0 || add_group(doc, boards, board, second, &board->levels[1]));
}

static bool count_boards(struct doc *doc, struct boards *boards) {
    size_t sections = doc->reading.sections.count + 1;
    boards->items = arena_array(&doc->arena, sections, sizeof *boards->items);
    boards->roots = arena_array(&doc->arena, sections, sizeof *boards->roots);
    boards->of_section = arena_array(&doc->arena, sections, sizeof *boards->of_section);
    if (!boards->items || !boards->roots || !boards->of_section)
        return false;
    for (uint32_t i = 0; i + 1 < sections; i++) {
        int32_t before = doc->reading.sections.items[i].continues;
        boards->roots[i] = before >= 0 && (uint32_t)before < i ? boards->roots[before] : i;
    }
    for (size_t i = 0; i < doc->record.indicators.count; i++)
        if (!add_indicator(doc, boards, &doc->record.indicators.items[i]))
            return false;
    return true;
}

static bool is_count(const struct operand *claim, uint32_t count) {
    struct decimal value = decimal_of(count);
    return count > 0 && decimal_cmp(&claim->value, &value) == 0;
}

/* The count of the board that the claim means: any level's when it names none,
 * with the row of the funds or without. The scored rows when none fits. */
static uint32_t count_for(const struct board *board, const struct operand *claim, uint32_t level) {
    uint32_t rows = board->levels[INDICATOR_LEVELS - 1];
    if (level > 0 && level < INDICATOR_LEVELS)
        return board->levels[level - 1] +
               (is_count(claim, board->levels[level - 1] + board->fund) ? board->fund : 0);
    for (uint32_t i = 0; level == 0 && i < INDICATOR_LEVELS; i++)
        if (is_count(claim, board->levels[i]))
            return board->levels[i];
    return is_count(claim, rows + board->fund) ? rows + board->fund : rows;
}

/* The board that the claim fits, else the first of the part; how many the part
 * has in `*several`. */
static const struct board *find_board(const struct boards *boards,
                                      const struct statement *statement,
                                      const struct operand *claim, bool *several) {
    const struct board *found = NULL;
    *several = false;
    for (uint32_t i = 0; i < boards->count; i++) {
        const struct board *board = &boards->items[i];
        if (board->part != statement->part || count_for(board, claim, statement->level) == 0)
            continue;
        if (is_count(claim, count_for(board, claim, statement->level)))
            return board;
        *several |= found != NULL;
        found = found ? found : board;
    }
    return found;
}

static bool check_indicators(struct doc *doc, const struct config *config,
                             const struct boards *boards, const struct statement *statement,
                             struct err *err) {
    struct operand operand;
    struct relation relation = {
        .rule = "count.items",
        .kind = RELATION_SUM,
        .part = statement->part,
        .label = statement->label,
        .claim = relation_quantity(doc, statement->figure),
        .operands = &operand,
        .count = 1,
        .exact = true,
    };
    bool several;
    const struct board *board = find_board(boards, statement, &relation.claim, &several);
    if (!board)
        return true;
    operand = counted(doc, count_for(board, &relation.claim, statement->level), board->name);
    operand.at = board->at;
    relation.fail_reason = several ? REASON_SEVERAL_TABLES : NULL;
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* ---- */

bool items_run(struct doc *doc, const struct config *config, struct err *err) {
    struct boards boards = {0};
    for (size_t i = 0; i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        if (statement->kind == STATEMENT_ITEMS && !check_list(doc, config, statement, err))
            return false;
        if (statement->kind != STATEMENT_INDICATORS)
            continue;
        /* most documents count none: the indicators are counted when asked for */
        if (!boards.of_section && !count_boards(doc, &boards))
            return arena_check(&doc->arena, err);
        if (!check_indicators(doc, config, &boards, statement, err))
            return false;
    }
    return true;
}
