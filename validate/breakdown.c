#include "validate/breakdown.h"

#include "validate/judge.h"
#include "validate/measure.h"
#include "validate/nesting.h"
#include "validate/relation.h"

/* An open list that exceeds its whole by more than a tenth is doubtful, and a
 * doubtful one that misses by more than a quarter is no list of these parts. */
enum { OPEN_SHARE = 10, FAR_SHARE = 4, NEAR_SHARE = 50 };

/* Persons told by overlapping marks exceed their whole by far; a slip does
 * not. */
enum { OVERLAP_SHARE = 20 };

/* ---- what the list is */

/* Shares in per cent are often forced to 100. */
static bool is_countable(const struct quantity *quantity) {
    return quantity->kind != QUANTITY_RATE;
}

/* A score is of its sections: 自评得分 95 分，其中投入 15 分 .... */
static const char *rule_of(const struct quantity *whole) {
    return whole->kind == QUANTITY_SCORE   ? "score.total"
           : whole->kind == QUANTITY_COUNT ? "count.breakdown"
                                           : "amount.breakdown";
}

/* Plain whole things: 43 个, not 1.2 万人. */
static bool is_whole(const struct operand *operand) {
    return operand->power == 0 && operand->value.scale == 0;
}

/* 43 个 = 39 + 1 + 1 + 2 is exact, things are not rounded; 1.2 万人 was, and
 * keeps the tolerance of a sum. */
static bool all_whole(const struct relation *relation) {
    bool whole = is_whole(&relation->claim);
    for (uint32_t i = 0; i < relation->count; i++)
        whole = whole && is_whole(&relation->operands[i]);
    return whole;
}

/* Persons are often told by several marks at once (党员, 女性,
 * 本科以上), which overlap. */
static bool counts_persons(struct str unit) {
    static const char *const words[] = {"人", "名", "位", "户", "人次"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_is(unit, words[i]))
            return true;
    }
    return false;
}

/* Whether the two parts of a list bear names that exclude each other: no mark
 * overlaps there. */
static bool are_opposites(const struct relation *relation) {
    /* clang-format off */
    static const char *const pairs[][2] = {
        {"成人", "儿童"}, {"城市", "农村"}, {"城镇", "农村"},
        {"城镇", "乡村"}, {"在职", "退休"},
    };
    /* clang-format on */
    if (relation->count != 2)
        return false;
    struct str a = relation->operands[0].label, b = relation->operands[1].label;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *x = pairs[i][0], *y = pairs[i][1];
        bool one = str_has(a, x) && str_has(b, y) && !str_has(a, y) && !str_has(b, x);
        bool other = str_has(a, y) && str_has(b, x) && !str_has(a, x) && !str_has(b, y);
        if (one || other)
            return true;
    }
    return false;
}

/* A figure without a unit of its own is taken in the unit of the other side;
 * that is good enough for a match, not for a contradiction. */
static void share_unit(struct relation *relation, struct operand *operand, int power) {
    if (operand->power == power)
        return;
    operand->power = power;
    relation->fail_reason = REASON_UNIT_UNKNOWN;
}

/* 共40万元, 其中甲25, 乙15: the unit is given once. 个 beside 项 may
 * count the same things or others, so that only a match says something. */
static void settle_units(struct relation *relation, bool counts) {
    struct operand *claim = &relation->claim;
    if (claim->unit.len == 0 && relation->count > 0)
        share_unit(relation, claim, relation->operands[0].power);
    for (uint32_t i = 0; i < relation->count; i++) {
        struct operand *operand = &relation->operands[i];
        if (operand->unit.len == 0)
            share_unit(relation, operand, claim->power);
        if (counts && !measure_fits(claim->unit, operand->unit)) {
            operand->unit = (struct str){0}; /* 个 beside 项: perhaps the same things */
            relation->fail_reason = REASON_UNIT_MISMATCH;
        }
    }
}

/* ---- lists that exceed their whole */

/* Judged without the leave that open lists have, so that a list too long is
 * told from one too short. */
static bool exceeds(const struct relation *relation) {
    struct judgement judgement;
    struct relation plain = *relation;
    plain.open = false;
    plain.fail_reason = NULL;
    judge_relation(&plain, &judgement);
    return judgement.outcome == OUTCOME_FAIL && judgement.difference.negative;
}

/* Keeps only the last operands where these alone add to the whole: what stands
 * before them is another list. */
static void keep_last_run(struct relation *relation) {
    for (uint32_t first = 1; first + 1 < relation->count; first++) {
        if (nesting_length(relation, first, &relation->claim.value) == relation->count - first) {
            relation->operands += first;
            relation->count -= first;
            return;
        }
    }
}

/* 基本支出 9 万元，其中工资 6 万元，公用 2 万元；项目支出 7
 * 万元: where the whole list exceeds by far and only one run from its
 * beginning comes near, that run is the list. */
static bool keep_near_run(struct relation *relation) {
    struct relation run = *relation;
    uint32_t near = 0, found = 0;
    run.open = false; /* a run too short is as far as one too long */
    if (relation->doubtful || !judge_fails_far(&run, OPEN_SHARE))
        return false;
    for (run.count = 2; run.count < relation->count; run.count++) {
        if (judge_fails_far(&run, NEAR_SHARE))
            continue;
        near = run.count;
        found++;
    }
    if (found != 1)
        return false;
    relation->count = near;
    relation->doubtful = true;
    return true;
}

/* Lists that exceed their whole: the first operands may add to it, and another
 * list follow; some may be parts of others; or another list may stand before
 * them. */
static void untangle(struct relation *relation) {
    if (!nesting_is_sought(relation) || !exceeds(relation))
        return;
    uint32_t length = nesting_length(relation, 0, &relation->claim.value);
    if (length >= 2)
        relation->count = length;
    else if (nesting_drop(relation))
        relation->fail_reason = REASON_NESTED_LIST;
    else if (!keep_near_run(relation))
        keep_last_run(relation);
}

/* ---- */

/* Whether one part alone exceeds the whole: no overlap of marks explains that. */
static bool has_excess(const struct relation *relation) {
    for (uint32_t i = 0; i < relation->count; i++) {
        const struct operand *operand = &relation->operands[i];
        if (operand->known && relation->claim.known && operand->power == relation->claim.power &&
            decimal_cmp(&operand->value, &relation->claim.value) > 0)
            return true;
    }
    return false;
}

/* A plain 其中 leaves the list open (contract, Precision): 36 of 50 told is
 * no error, 52 of 50 is one. 分别为, 共计 and the like close it. */
static bool make_relation(struct doc *doc, const struct statement *statement,
                          struct relation *relation) {
    const struct quantity *whole = &doc->record.quantities.items[statement->figure];
    bool counts = whole->kind == QUANTITY_COUNT;
    *relation = (struct relation){
        .rule = rule_of(whole),
        .kind = RELATION_SUM,
        .part = statement->part,
        .label = statement->label,
        .claim = relation_quantity(doc, statement->figure),
        .operands =
            arena_array(&doc->arena, statement->member_count + 1, sizeof *relation->operands),
        .count = statement->member_count,
        .open = !statement->closed,
        .doubtful = statement->doubtful,
    };
    if (!relation->operands)
        return false;
    if (relation->label.len == 0)
        relation->label = relation->claim.label;
    for (uint32_t i = 0; i < relation->count; i++)
        relation->operands[i] = relation_quantity(doc, statement->members[i]);
    settle_units(relation, counts);
    relation->exact = whole->kind == QUANTITY_SCORE || (counts && all_whole(relation));
    untangle(relation);
    if (counts && relation->open && counts_persons(relation->claim.unit) && !has_excess(relation) &&
        !are_opposites(relation) && judge_fails_far(relation, OVERLAP_SHARE))
        relation->fail_reason = REASON_NESTED_LIST;
    return true;
}

/* An excess beyond any slip tells more about the list than about its author. */
static void weigh_doubt(struct relation *relation) {
    bool doubted = relation->doubtful;
    bool scores = str_is(str_of(relation->rule), "score.total");
    if (relation->open && judge_fails_far(relation, OPEN_SHARE))
        relation->doubtful = true;
    if ((doubted && judge_fails_far(relation, FAR_SHARE)) ||
        (scores && relation->open && judge_fails_far(relation, OPEN_SHARE)))
        relation->fail_reason = REASON_DOUBTFUL_TIE;
}

/* Percentages that are shares of 100 are forced to it by hand. */
bool breakdown_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        struct relation relation;
        if (statement->kind != STATEMENT_BREAKDOWN ||
            statement->figure >= doc->record.quantities.count ||
            !is_countable(&doc->record.quantities.items[statement->figure]))
            continue;
        if (!make_relation(doc, statement, &relation))
            return arena_check(&doc->arena, err);
        weigh_doubt(&relation);
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}
