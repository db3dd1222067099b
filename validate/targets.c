#include "validate/targets.h"

#include "validate/direction.h"
#include "validate/grid.h"
#include "validate/judge.h"
#include "validate/pair.h"
#include "validate/scoreboard.h"

/* Decimals to which a proportional score is worked out before it is shown. */
enum { SHOWN_DECIMALS = 2 };

/* A row under judgement. */
struct target_row {
    uint32_t section;   /* index into reading.sections */
    uint32_t indicator; /* index into record.indicators, or PAIR_NONE for a row without score */
    uint16_t decimals;  /* finest of the section's scores */
    struct pair pair;
};

static uint32_t part_of(const struct doc *doc, const struct target_row *row) {
    return doc->reading.sections.items[row->section].part;
}

static const struct mention *mention_of(const struct doc *doc, const struct side *side) {
    return &doc->reading.mentions.items[side->quantity];
}

static bool notify(struct doc *doc, const struct config *config, const struct target_row *row,
                   struct notice notice, struct err *err) {
    notice.part = part_of(doc, row);
    notice.label = row->pair.name;
    return relation_notice(doc, config, &notice, err);
}

/* ---- value.echo */

static bool is_inequality(enum comparator comparator) {
    return comparator != COMPARE_NONE && comparator != COMPARE_EQ;
}

static bool same_figure(const struct doc *doc, const struct side *a, const struct side *b) {
    const struct quantity *x = &doc->record.quantities.items[a->quantity];
    const struct quantity *y = &doc->record.quantities.items[b->quantity];
    bool plain = x->upper.text.len == 0 && y->upper.text.len == 0;
    return plain && decimal_cmp(&x->value.decimal, &y->value.decimal) == 0 &&
           (str_eq(x->unit, y->unit) || x->unit.len == 0 || y->unit.len == 0);
}

static bool check_echo(struct doc *doc, const struct config *config, const struct target_row *row,
                       struct err *err) {
    const struct side *target = &row->pair.target, *actual = &row->pair.actual;
    if (target->content != SIDE_FIGURE || actual->content != SIDE_FIGURE)
        return true;
    enum comparator said = mention_of(doc, actual)->comparator;
    if (!is_inequality(said) || said != row->pair.comparator || !same_figure(doc, target, actual))
        return true;
    struct notice notice = {
        .rule = "value.echo", .severity = SEVERITY_INFO, .text = actual->text, .at = actual->at};
    return notify(doc, config, row, notice, err);
}

/* ---- rate.unit */

/* Money, or things counted or measured. None of anything (0起) says the same as none in a hundred. */
static bool is_quantity(const struct doc *doc, const struct side *side) {
    enum mention_kind kind = pair_kind(doc, side);
    return (kind == MENTION_AMOUNT || kind == MENTION_COUNT || kind == MENTION_AREA ||
            kind == MENTION_LENGTH) &&
           !decimal_is_zero(&doc->record.quantities.items[side->quantity].value.decimal);
}

/* 更新率 12次 is how often, not how much of the whole. */
static bool is_frequency(const struct doc *doc, const struct side *side) {
    return is_quantity(doc, side) && str_is(mention_of(doc, side)->unit, "次");
}

/* The side that no rate can be, or NULL. Words beside it may explain it. */
static const struct side *find_misfit(const struct doc *doc, const struct pair *pair) {
    const struct side *target = &pair->target, *actual = &pair->actual;
    if (target->content != SIDE_FIGURE || actual->content == SIDE_WORDS)
        return NULL;
    if (pair_kind(doc, target) == MENTION_RATE)
        return is_quantity(doc, actual) ? actual : NULL;
    if (is_frequency(doc, target) || is_frequency(doc, actual))
        return NULL;
    if (is_quantity(doc, actual))
        return actual;
    return is_quantity(doc, target) ? target : NULL;
}

static bool check_unit(struct doc *doc, const struct config *config, const struct target_row *row,
                       struct err *err) {
    if (!direction_is_rate(row->pair.name))
        return true;
    const struct side *misfit = find_misfit(doc, &row->pair);
    if (!misfit)
        return true;
    struct notice notice = {.rule = "rate.unit",
                            .severity = SEVERITY_WARNING,
                            .claimed = doc->record.quantities.items[misfit->quantity].value.text,
                            .text = misfit->text,
                            .at = misfit->at};
    return notify(doc, config, row, notice, err);
}

/* ---- score.target */

/* Which way the row's target is to be met. */
static enum direction direction_of(const struct doc *doc, const struct target_row *row) {
    const struct side *target = &row->pair.target;
    const struct indicator *indicator = &doc->record.indicators.items[row->indicator];
    const struct decimal *figure = &doc->record.quantities.items[target->quantity].value.decimal;
    enum mention_kind kind = pair_kind(doc, target);
    struct str group = indicator->level2.len > 0 ? indicator->level2 : indicator->level1;
    struct decimal hundred = decimal_of(100);
    bool reverse = direction_is_reverse(row->pair.name) || direction_is_reverse(group);
    switch (row->pair.comparator) {
    case COMPARE_GE:
    case COMPARE_GT:
        return DIRECTION_UP;
    case COMPARE_LE:
    case COMPARE_LT:
        return DIRECTION_DOWN;
    case COMPARE_EQ:
        if (reverse)
            return decimal_is_zero(figure) ? DIRECTION_DOWN : DIRECTION_UNKNOWN;
        return kind == MENTION_RATE || kind == MENTION_COUNT || kind == MENTION_AREA ||
                       kind == MENTION_LENGTH
                   ? DIRECTION_UP
                   : DIRECTION_UNKNOWN;
    case COMPARE_NONE:
        break;
    }
    /* 290% is ≥90% misread */
    if (kind == MENTION_RATE && decimal_cmp(figure, &hundred) > 0)
        return DIRECTION_UNKNOWN;
    return direction_is_forward(row->pair.name, group, kind) ? DIRECTION_UP : DIRECTION_UNKNOWN;
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

/* Whether a scoring rule may give full marks below the target: it draws lines of its own, and is not
 * simply the rate times the weight, or so many points off for each step. */
static bool draws_lines(struct doc *doc, struct str criteria) {
    static const char *const lines[] = {"满分", "以上", "以下", "以内", "≥", "≤",     ">",
                                        "<",    "(含)", "达到", "至",   "~", "不低于"};
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
    const struct mention *mention = mention_of(doc, target);
    if (!operand.known && is_inequality(mention->comparator) && !mention->approximate &&
        !mention->malformed && doc->record.quantities.items[target->quantity].upper.text.len == 0) {
        operand.known = true;
        operand.reason = NULL;
    }
    return operand;
}

/* A figure without a unit beside one in per cent or in things counted is likely of the same; where it is not,
 * nothing can be said. */
static void share_unit(struct relation *relation) {
    struct operand *done = &relation->operands[0], *target = &relation->operands[1];
    struct operand *bare = done->unit.len == 0 ? done : target;
    const struct operand *other = bare == done ? target : done;
    if ((done->unit.len == 0) == (target->unit.len == 0))
        return;
    bare->power = other->power;
    if (other->power != 0 && !str_is(other->unit, "%"))
        relation->reason = REASON_UNIT_UNKNOWN;
    relation->fail_reason = REASON_UNIT_UNKNOWN;
}

static bool holds(const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return judgement.outcome == OUTCOME_PASS;
}

/* The points by 财预〔2020〕10号 for a target that was not reached: weight x actual / target. */
static bool proportion(const struct relation *relation, const struct decimal *weight,
                       uint16_t scale, struct decimal *points) {
    const struct operand *done = &relation->operands[0], *target = &relation->operands[1];
    struct decimal bound;
    return !target->minus && decimal_shift(&target->value, target->power - done->power, &bound) &&
           decimal_mul(weight, &done->value, points) &&
           decimal_div(points, &bound, scale, DECIMAL_HALF_UP, points);
}

/* Points that round to full marks in this column, for a target that only its name makes a lower bound. */
static bool is_narrow(const struct relation *relation, const struct decimal *weight,
                      const struct target_row *row) {
    struct decimal points;
    return row->pair.comparator == COMPARE_NONE &&
           proportion(relation, weight, row->decimals, &points) &&
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
                          : "按分值×实际完成值÷指标值计算为 %.*s 分（财预〔2020〕10号）",
                      STR_ARGS(text));
}

/* Sets the direction, and why a miss would not count. */
static void settle(struct doc *doc, const struct config *config, const struct target_row *row,
                   struct relation *relation) {
    const struct indicator *indicator = &doc->record.indicators.items[row->indicator];
    const struct decimal *weight = &indicator->weight.decimal;
    struct operand *target = &relation->operands[1];
    enum direction direction = direction_of(doc, row);
    share_unit(relation);
    target->minus = direction == DIRECTION_DOWN;
    if (direction == DIRECTION_UNKNOWN) {
        bool least = holds(relation);
        target->minus = true;
        bool equal = least && holds(relation);
        target->minus = false;
        if (!equal && !relation->reason)
            relation->reason = REASON_DIRECTION_UNKNOWN;
        return;
    }
    if (draws_lines(doc, indicator->criteria))
        relation->fail_reason = REASON_OWN_RULE;
    else if (is_narrow(relation, weight, row))
        relation->fail_reason = REASON_DIRECTION_UNKNOWN;
    relation->diagnosis = explain(doc, config, relation, weight);
}

/* Whether the row has all points, and nothing but figures of one kind to show for them. */
static bool is_full(const struct doc *doc, const struct target_row *row) {
    if (row->indicator == PAIR_NONE)
        return false;
    const struct indicator *indicator = &doc->record.indicators.items[row->indicator];
    const struct pair *pair = &row->pair;
    if (!indicator->weight.number || !indicator->score.number || indicator->bonus ||
        indicator->shares_weight || indicator->shares_score || indicator->is_fund ||
        decimal_is_zero(&indicator->weight.decimal) ||
        decimal_cmp(&indicator->weight.decimal, &indicator->score.decimal) != 0 ||
        pair->target.content != SIDE_FIGURE || pair->actual.content != SIDE_FIGURE)
        return false;
    const struct quantity *target = &doc->record.quantities.items[pair->target.quantity];
    const struct quantity *actual = &doc->record.quantities.items[pair->actual.quantity];
    bool alike = pair_kind(doc, &pair->target) == pair_kind(doc, &pair->actual) ||
                 target->unit.len == 0 || actual->unit.len == 0;
    /* what a sign means differs from form to form */
    return alike && !target->value.decimal.negative && !actual->value.decimal.negative;
}

static bool check_score(struct doc *doc, const struct config *config, const struct target_row *row,
                        struct err *err) {
    if (!is_full(doc, row))
        return true;
    struct relation relation = {
        .rule = "score.target",
        .kind = RELATION_EARNED,
        .part = part_of(doc, row),
        .label = row->pair.name,
        .claim = scoreboard_score(doc, row->indicator),
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation.operands),
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.operands[0] = relation_quantity(doc, row->pair.actual.quantity);
    relation.operands[1] = bound_of(doc, &row->pair.target);
    settle(doc, config, row, &relation);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* ---- the walk over all rows */

static uint16_t score_decimals(const struct doc *doc, const struct section *section) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].role == COLUMN_SCORE)
            return grid_decimals(doc, section, i);
    }
    return 0;
}

static bool check_row(struct doc *doc, const struct config *config, const struct target_row *row,
                      struct err *err) {
    return check_echo(doc, config, row, err) && check_unit(doc, config, row, err) &&
           check_score(doc, config, row, err);
}

/* `*next` is the first indicator that may stand in this section; those of earlier sections are behind it. */
static bool check_section(struct doc *doc, const struct config *config, uint32_t index,
                          uint32_t *next, struct err *err) {
    const struct section *section = &doc->reading.sections.items[index];
    struct pair_columns columns;
    if (!pair_columns(section, &columns))
        return true;
    struct target_row row = {.section = index, .decimals = score_decimals(doc, section)};
    for (uint32_t at = section->first + section->header_rows; at < section->end; at++) {
        const struct indicator *indicators = doc->record.indicators.items;
        while (*next < doc->record.indicators.count &&
               (indicators[*next].section < index ||
                (indicators[*next].section == index && indicators[*next].row < at)))
            ++*next;
        if (!pair_read(doc, section, &columns, at, &row.pair))
            continue;
        bool scored = *next < doc->record.indicators.count && indicators[*next].section == index &&
                      indicators[*next].row == at;
        row.indicator = scored ? *next : PAIR_NONE;
        if (scored)
            row.pair.name = indicators[*next].name;
        if (!check_row(doc, config, &row, err))
            return false;
    }
    return true;
}

bool targets_run(struct doc *doc, const struct config *config, struct err *err) {
    uint32_t next = 0;
    for (uint32_t i = 0; i < doc->reading.sections.count; i++) {
        if (!check_section(doc, config, i, &next, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
