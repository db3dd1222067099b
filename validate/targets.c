#include "validate/targets.h"

#include "validate/direction.h"
#include "validate/earned.h"
#include "validate/pair.h"
#include "validate/relation.h"

static bool notify(struct doc *doc, const struct config *config, const struct pair *pair,
                   struct notice notice, struct err *err) {
    notice.part = pair->part;
    notice.label = pair->name;
    return relation_notice(doc, config, &notice, err);
}

/* ---- value.echo */

static bool same_figure(const struct doc *doc, const struct side *a, const struct side *b) {
    const struct quantity *x = pair_quantity(doc, a), *y = pair_quantity(doc, b);
    bool plain = x->upper.text.len == 0 && y->upper.text.len == 0;
    return plain && decimal_cmp(&x->value.decimal, &y->value.decimal) == 0 &&
           (str_eq(x->unit, y->unit) || x->unit.len == 0 || y->unit.len == 0);
}

static bool check_echo(struct doc *doc, const struct config *config, const struct pair *pair,
                       struct err *err) {
    const struct side *target = &pair->target, *actual = &pair->actual;
    if (target->content != SIDE_FIGURE || actual->content != SIDE_FIGURE)
        return true;
    enum comparator said = pair_mention(doc, actual)->comparator;
    if (!pair_is_bound(said) || said != pair->comparator || !same_figure(doc, target, actual))
        return true;
    struct notice notice = {
        .rule = "value.echo", .severity = SEVERITY_INFO, .text = actual->text, .at = actual->at};
    return notify(doc, config, pair, notice, err);
}

/* ---- rate.unit */

/* Money, or things counted or measured. None of anything (0起) says the same
 * as none in a hundred. */
static bool is_thing(const struct doc *doc, const struct side *side) {
    enum mention_kind kind = pair_kind(doc, side);
    return (kind == MENTION_AMOUNT || kind == MENTION_COUNT || kind == MENTION_AREA ||
            kind == MENTION_LENGTH) &&
           !decimal_is_zero(&pair_quantity(doc, side)->value.decimal);
}

/* 更新率 12次 is how often, not how much of the whole. */
static bool is_frequency(const struct doc *doc, const struct side *side) {
    return is_thing(doc, side) && str_is(pair_mention(doc, side)->unit, "次");
}

/* The side that no rate can be, or NULL. */
static const struct side *find_misfit(const struct doc *doc, const struct pair *pair) {
    const struct side *target = &pair->target, *actual = &pair->actual;
    if (target->content != SIDE_FIGURE || actual->content == SIDE_WORDS)
        return NULL;
    if (pair_kind(doc, target) == MENTION_RATE)
        return is_thing(doc, actual) ? actual : NULL;
    if (is_frequency(doc, target) || is_frequency(doc, actual))
        return NULL;
    if (is_thing(doc, actual))
        return actual;
    return is_thing(doc, target) ? target : NULL;
}

static bool check_unit(struct doc *doc, const struct config *config, const struct pair *pair,
                       struct err *err) {
    if (!direction_is_rate(pair->name) && !str_ends(direction_bare(pair->name), "满意度"))
        return true;
    const struct side *misfit = find_misfit(doc, pair);
    if (!misfit)
        return true;
    struct notice notice = {.rule = "rate.unit",
                            .severity = SEVERITY_WARNING,
                            .claimed = pair_quantity(doc, misfit)->value.text,
                            .text = misfit->text,
                            .at = misfit->at};
    return notify(doc, config, pair, notice, err);
}

/* ---- the walk over all rows */

static bool check_section(struct doc *doc, const struct config *config, struct pair_reader *reader,
                          struct err *err) {
    const struct section *section = reader->section;
    struct pair pair;
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        if (!pair_read(doc, reader, row, &pair))
            continue;
        if (!check_echo(doc, config, &pair, err) || !check_unit(doc, config, &pair, err) ||
            !earned_check(doc, config, &pair, err))
            return false;
    }
    return true;
}

bool targets_run(struct doc *doc, const struct config *config, struct err *err) {
    struct pair_reader reader = {0};
    for (uint32_t i = 0; i < doc->reading.sections.count; i++) {
        if (pair_open(doc, &reader, i) && !check_section(doc, config, &reader, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
