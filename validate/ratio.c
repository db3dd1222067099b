#include "validate/ratio.h"

#include "validate/judge.h"
#include "validate/relation.h"

/* A likely tie that misses by more than a quarter is taken for a wrong one. */
enum { FAR_SHARE = 4 };

/* Figures before and behind a rate among which another operand is sought. */
enum { NEAR = 8 };

/* 提高5个百分点 is a difference of two rates and has no denominator. */
static bool is_rate(const struct doc *doc, const struct statement *statement) {
    if (statement->kind != STATEMENT_RATE && statement->kind != STATEMENT_CHANGE)
        return false;
    if (statement->figure >= doc->record.quantities.count || statement->member_count < 2)
        return false;
    const struct quantity *rate = &doc->record.quantities.items[statement->figure];
    return !str_has(rate->unit, "百分点") && !str_has(rate->unit, "千分点");
}

/* What rates and changes have in common. */
static bool begin(struct doc *doc, const struct statement *statement, uint32_t count,
                  struct relation *relation) {
    *relation = (struct relation){
        .rule = "rate.ratio",
        .kind = RELATION_RATIO,
        .part = statement->part,
        .label = statement->label,
        .claim = relation_quantity(doc, statement->figure),
        .operands = arena_array(&doc->arena, count, sizeof *relation->operands),
        .count = count,
        .doubtful = statement->doubtful,
    };
    if (relation->label.len == 0)
        relation->label = relation->claim.label;
    if (relation->claim.unit.len == 0)
        relation->fail_reason = REASON_UNIT_UNKNOWN;
    return relation->operands != NULL;
}

/* A match beats a rounded match beats none; why the others failed does not
 * matter. */
static uint32_t rank(enum outcome outcome) {
    switch (outcome) {
    case OUTCOME_PASS:
        return 0;
    case OUTCOME_ROUNDING:
        return 1;
    default:
        return 2;
    }
}

/* Planned 500 and arrived 500: whichever is meant, the rate is the same. */
static bool is_same(const struct operand *a, const struct operand *b) {
    return a->known && b->known && a->power == b->power && decimal_cmp(&a->value, &b->value) == 0;
}

/* The other amounts near the rate in its passage: one of them may have been meant. */
static void note_others(struct doc *doc, const struct statement *statement,
                        struct relation *relation) {
    uint32_t figure = statement->figure, count = (uint32_t)doc->record.quantities.count;
    const struct quantity *quantities = doc->record.quantities.items;
    uint32_t from = figure > NEAR ? figure - NEAR : 0;
    struct operand *others = arena_array(&doc->arena, 2 * (size_t)NEAR + 1, sizeof *others);
    for (uint32_t i = from; others && i < count && i <= figure + NEAR; i++) {
        if (quantities[i].kind == QUANTITY_AMOUNT && quantities[i].is_quantity &&
            quantities[i].mention->passage == quantities[figure].mention->passage)
            others[relation->other_count++] = relation_quantity(doc, i);
    }
    relation->others = others;
}

/* Puts the denominator that holds, or else the first, into the relation. Where
 * all of them are one amount (planned and arrived alike), nothing depends on
 * the choice. */
static void choose_denominator(struct doc *doc, const struct statement *statement,
                               struct relation *relation) {
    struct operand first = relation_quantity(doc, statement->members[1]), best = first;
    uint32_t best_rank = UINT32_MAX;
    bool agree = statement->member_count > 2;
    for (uint32_t i = 1; i < statement->member_count && best_rank > 0; i++) {
        struct judgement judgement;
        relation->operands[1] = i == 1 ? first : relation_quantity(doc, statement->members[i]);
        agree = agree && is_same(&first, &relation->operands[1]);
        judge_relation(relation, &judgement);
        if (rank(judgement.outcome) < best_rank) {
            best_rank = rank(judgement.outcome);
            best = relation->operands[1];
        }
    }
    relation->operands[1] = best;
    if (best_rank > rank(OUTCOME_ROUNDING))
        note_others(doc, statement, relation);
    if (agree)
        relation->doubtful = false;
}

/* 预算执行率 of a sentence with 年初, 调整后 and 到位 names none of
 * them: the one that holds is taken, so that only a rate of none is wrong. */
static bool make_rate(struct doc *doc, const struct statement *statement,
                      struct relation *relation) {
    if (!begin(doc, statement, 2, relation))
        return false;
    relation->operands[0] = relation_quantity(doc, statement->members[0]);
    choose_denominator(doc, statement, relation);
    return true;
}

/* 减少 5.2, 下降 -3 % says the same as 下降 3 %. */
static void drop_sign(struct operand *operand) {
    operand->value = decimal_abs(&operand->value);
}

/* Whether the figure is the former year's, as its clause says:
 * 与2022年500万元 相比, 上年支出500万元. */
static bool is_former(const struct doc *doc, uint32_t index) {
    static const char *const before[] = {"上年", "去年", "上一年", "比", "较", "与"};
    static const char *const stops[] = {"，", "。", "；", ",", ";"};
    if (index >= doc->record.quantities.count)
        return false;
    const struct mention *mention = doc->record.quantities.items[index].mention;
    struct str text = str_slice(mention->passage->text, 0, mention->start);
    size_t start = 0;
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        size_t at = str_rfind(text, stops[i], text.len);
        if (at != SIZE_MAX && at + strlen(stops[i]) > start)
            start = at + strlen(stops[i]);
    }
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        if (str_has(str_slice(text, start, text.len), before[i]))
            return true;
    }
    return false;
}

/* Whether the figure before it, with the change, gives the figure:
 * 2023年532万元, 2022年500万元, 增加32万元 tells this year's
 * first. */
static bool follows_this_year(struct doc *doc, const struct statement *statement) {
    uint32_t index = statement->members[0], before = index;
    if (index >= doc->record.quantities.count)
        return false;
    /* a year may stand between the two */
    do {
        before--;
    } while (before < index && before + 2 >= index &&
             !doc->record.quantities.items[before].is_quantity);
    struct operand now = relation_quantity(doc, before), figure = relation_quantity(doc, index);
    struct operand change = relation_quantity(doc, statement->members[1]);
    struct decimal sum = decimal_of(0);
    if (!now.known || !figure.known || now.power != figure.power || figure.power != change.power)
        return false;
    return (statement->decrease ? decimal_sub : decimal_add)(&figure.value, &change.value, &sum) &&
           decimal_cmp(&sum, &now.value) == 0;
}

/* Where the figure may be the former year's, it is the denominator itself: 32
 * over 500 is 6.4 %, not 32 over 500 - 32. */
static void settle_base(struct doc *doc, const struct statement *statement,
                        struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    if (judgement.outcome != OUTCOME_FAIL ||
        !(is_former(doc, statement->members[0]) || follows_this_year(doc, statement)))
        return;
    relation->count = 2;
    judge_relation(relation, &judgement);
    if (judgement.outcome == OUTCOME_FAIL)
        relation->fail_reason = REASON_DOUBTFUL_TIE;
}

/* The year before is not printed: it is this year without the change. */
static bool make_change(struct doc *doc, const struct statement *statement,
                        struct relation *relation) {
    if (!begin(doc, statement, 3, relation))
        return false;
    struct operand now = relation_quantity(doc, statement->members[0]);
    struct operand change = relation_quantity(doc, statement->members[1]);
    if (statement->decrease) {
        drop_sign(&relation->claim);
        drop_sign(&change);
    } else if (change.value.negative != relation->claim.value.negative) {
        relation->fail_reason = REASON_DOUBTFUL_TIE;
    }
    relation->operands[0] = change;
    relation->operands[1] = now;
    relation->operands[2] = change;
    relation->operands[2].minus = !statement->decrease;
    settle_base(doc, statement, relation);
    return true;
}

/* One unit in the last place: the last of several shares often takes what is
 * missing to 100. */
static bool is_near(const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return judgement.outcome == OUTCOME_FAIL && judgement.near;
}

/* A tie that is only likely and misses by far is a wrong tie: 支出率 of the
 * whole beside the budget of one project. */
bool ratio_run(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        struct relation relation;
        if (!is_rate(doc, statement))
            continue;
        if (!(statement->kind == STATEMENT_RATE ? make_rate(doc, statement, &relation)
                                                : make_change(doc, statement, &relation)))
            return arena_check(&doc->arena, err);
        if ((relation.doubtful && judge_fails_far(&relation, FAR_SHARE)) ||
            (statement->share && is_near(&relation)))
            relation.fail_reason = REASON_DOUBTFUL_TIE;
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}
