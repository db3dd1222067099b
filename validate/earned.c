#include "validate/earned.h"

#include "validate/direction.h"
#include "validate/judge.h"
#include "validate/relation.h"
#include "validate/scoreboard.h"

/* Decimals to which a proportional score is worked out before it is shown. */
enum { SHOWN_DECIMALS = 2 };

static bool is_counted(enum mention_kind kind) {
    return kind == MENTION_RATE || kind == MENTION_COUNT || kind == MENTION_AREA ||
           kind == MENTION_LENGTH;
}

/* The direction of a target that is an exact figure, or bare. Money may be a
 * cost and a term may be a limit, whatever they are called. */
static enum direction guess(const struct doc *doc, const struct pair *pair) {
    const struct indicator *indicator = &doc->record.indicators.items[pair->indicator];
    const struct decimal *figure = &pair_quantity(doc, &pair->target)->value.decimal;
    enum mention_kind kind = pair_kind(doc, &pair->target);
    struct str group = indicator->level2.len > 0 ? indicator->level2 : indicator->level1;
    struct decimal hundred = decimal_of(100);
    if (pair->comparator == COMPARE_NONE) {
        /* 290% is ≥90% misread */
        bool over = kind == MENTION_RATE && decimal_cmp(figure, &hundred) > 0;
        bool up = !over && direction_is_forward(pair->name, group, kind);
        return up ? DIRECTION_UP : DIRECTION_UNKNOWN;
    }
    if (direction_is_reverse(pair->name) || direction_is_reverse(group))
        return decimal_is_zero(figure) ? DIRECTION_DOWN : DIRECTION_UNKNOWN;
    return is_counted(kind) ? DIRECTION_UP : DIRECTION_UNKNOWN;
}

/* Which way the row's target is to be met. */
static enum direction direction_of(const struct doc *doc, const struct pair *pair) {
    switch (pair->comparator) {
    case COMPARE_GE:
    case COMPARE_GT:
        return DIRECTION_UP;
    case COMPARE_LE:
    case COMPARE_LT:
        return DIRECTION_DOWN;
    case COMPARE_EQ:
    case COMPARE_NONE:
        break;
    }
    return guess(doc, pair);
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Whether `word` stands in the text with a digit right behind it: 得5分. */
static bool has_points(struct str text, const char *word) {
    for (size_t at = str_find(text, word, 0); at != SIZE_MAX; at = str_find(text, word, at + 1)) {
        size_t next = at + strlen(word);
        if (next < text.len && is_digit(text.ptr[next]))
            return true;
    }
    return false;
}

/* Whether a scoring rule may give full marks below the target: it draws lines
 * of its own, and is not simply the rate times the weight, or so many points
 * off for each step. */
static bool draws_lines(struct doc *doc, struct str criteria) {
    /* clang-format off */
    static const char *const lines[] = {
        "满分", "以上", "以下", "以内", "≥", "≤", ">", "<", "(含)", "达到",
        "至", "~", "不低于"
    };
    /* clang-format on */
    struct str text = str_squeeze(&doc->arena, criteria);
    bool figures = false, lined = has_points(text, "得") || has_points(text, "计");
    for (size_t i = 0; i < text.len && !figures; i++)
        figures = is_digit(text.ptr[i]);
    for (size_t i = 0; i < sizeof lines / sizeof *lines && !lined; i++)
        lined = str_has(text, lines[i]);
    return figures && lined;
}

/* The target as a bound; its comparator does not make it uncertain. */
static struct operand bound_of(struct doc *doc, const struct side *target) {
    struct operand operand = relation_quantity(doc, target->quantity);
    const struct mention *mention = pair_mention(doc, target);
    bool range = pair_quantity(doc, target)->upper.text.len > 0;
    if (pair_is_bound(mention->comparator) && !mention->approximate && !mention->malformed &&
        !range) {
        operand.known = true;
        operand.reason = NULL;
    }
    return operand;
}

/* 0.96 beside 95% may be 96 %. */
static bool may_be_fraction(const struct operand *bare) {
    struct decimal most = decimal_of(2);
    return !decimal_is_zero(&bare->value) && decimal_cmp(&bare->value, &most) < 0;
}

/* A figure without a unit beside one in per cent or in things counted is likely
 * of the same; a miss may show that it is not. */
static void share_unit(struct relation *relation) {
    struct operand *done = &relation->operands[0], *target = &relation->operands[1];
    struct operand *bare = done->unit.len == 0 ? done : target;
    const struct operand *other = bare == done ? target : done;
    bool rate = str_is(other->unit, "%");
    if ((done->unit.len == 0) == (target->unit.len == 0))
        return;
    bare->power = other->power;
    if (rate ? may_be_fraction(bare) : other->power != 0)
        relation->reason = REASON_UNIT_UNKNOWN;
    relation->fail_reason = REASON_UNIT_UNKNOWN;
}

static bool holds(const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return judgement.outcome == OUTCOME_PASS;
}

/* The points by 财预〔2020〕10号 for a target that was not reached. */
static bool proportion(const struct relation *relation, const struct decimal *weight,
                       uint16_t scale, struct decimal *points) {
    const struct operand *done = &relation->operands[0], *target = &relation->operands[1];
    struct decimal bound;
    return !target->minus && decimal_shift(&target->value, target->power - done->power, &bound) &&
           decimal_mul(weight, &done->value, points) &&
           decimal_div(points, &bound, scale, DECIMAL_HALF_UP, points);
}

/* Points that round to full marks in this column, for a target that only its
 * name makes a lower bound. */
static bool is_narrow(const struct relation *relation, const struct decimal *weight,
                      const struct pair *pair) {
    struct decimal points;
    return pair->comparator == COMPARE_NONE &&
           proportion(relation, weight, pair->decimals, &points) &&
           decimal_cmp(&points, weight) == 0;
}

static struct str explain(struct doc *doc, const struct config *config,
                          const struct relation *relation, const struct decimal *weight) {
    struct decimal points;
    if (!proportion(relation, weight, SHOWN_DECIMALS, &points))
        return (struct str){0};
    points = decimal_trim(&points);
    struct str text = decimal_text(&doc->arena, &points);
    return str_printf(&doc->arena,
                      config->language == LANGUAGE_ENGLISH
                          ? "weight × actual ÷ target would give %.*s (财预〔2020〕10号)"
                          : "按分值×实际完成值÷指标值计算为 %.*s "
                            "分（财预〔2020〕10号）",
                      STR_ARGS(text));
}

/* Which way a missing direction points is of no matter where both are equal. */
static bool is_equal(const struct relation *relation) {
    struct operand pair[] = {relation->operands[0], relation->operands[1]};
    struct relation least = *relation, most;
    least.operands = pair;
    pair[1].minus = false;
    bool at_least = holds(&least);
    most = least;
    pair[1].minus = true;
    return at_least && holds(&most);
}

/* Sets the direction, and why a miss would not count. */
static void settle(struct doc *doc, const struct config *config, const struct pair *pair,
                   struct relation *relation) {
    const struct indicator *indicator = &doc->record.indicators.items[pair->indicator];
    const struct decimal *weight = &indicator->weight.decimal;
    enum direction direction = direction_of(doc, pair);
    share_unit(relation);
    relation->operands[1].minus = direction == DIRECTION_DOWN;
    if (direction == DIRECTION_UNKNOWN) {
        if (!relation->reason && !is_equal(relation))
            relation->reason = REASON_DIRECTION_UNKNOWN;
        return;
    }
    if (draws_lines(doc, indicator->criteria))
        relation->fail_reason = REASON_OWN_RULE;
    else if (is_narrow(relation, weight, pair))
        relation->fail_reason = REASON_DIRECTION_UNKNOWN;
    relation->diagnosis = explain(doc, config, relation, weight);
}

/* Whether the row has all of its points, each cell its own. */
static bool is_full(const struct indicator *indicator) {
    return indicator->weight.number && indicator->score.number && !indicator->bonus &&
           !indicator->shares_weight && !indicator->shares_score && !indicator->is_fund &&
           !decimal_is_zero(&indicator->weight.decimal) &&
           decimal_cmp(&indicator->weight.decimal, &indicator->score.decimal) == 0;
}

/* Whether both cells hold a figure of one kind. What a sign means differs from
 * form to form. */
static bool is_comparable(const struct doc *doc, const struct pair *pair) {
    if (pair->target.content != SIDE_FIGURE || pair->actual.content != SIDE_FIGURE)
        return false;
    const struct quantity *target = pair_quantity(doc, &pair->target);
    const struct quantity *actual = pair_quantity(doc, &pair->actual);
    bool alike = pair_kind(doc, &pair->target) == pair_kind(doc, &pair->actual) ||
                 target->unit.len == 0 || actual->unit.len == 0;
    return alike && !target->value.decimal.negative && !actual->value.decimal.negative;
}

bool earned_check(struct doc *doc, const struct config *config, const struct pair *pair,
                  struct err *err) {
    if (pair->indicator == PAIR_NONE || !is_full(&doc->record.indicators.items[pair->indicator]) ||
        !is_comparable(doc, pair))
        return true;
    struct relation relation = {
        .rule = "score.target",
        .kind = RELATION_EARNED,
        .part = pair->part,
        .label = pair->name,
        .claim = scoreboard_score(doc, pair->indicator),
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation.operands),
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.operands[0] = relation_quantity(doc, pair->actual.quantity);
    relation.operands[1] = bound_of(doc, &pair->target);
    settle(doc, config, pair, &relation);
    return relation_evaluate(doc, config, &relation, NULL, err);
}
