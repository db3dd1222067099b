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

/* ---- a table that lost its lines */

/* Pasted pages run a table into one line, 配备率100%1000件: target and actual
 * of a row follow each other without a break. */
static bool is_glued(const struct mention *rate, const struct mention *thing) {
    struct str text = rate->passage->text;
    return rate->kind == MENTION_RATE && thing->passage == rate->passage &&
           thing->start == rate->end && rate->passage->at.row == PLACE_NONE &&
           (thing->kind == MENTION_AMOUNT || thing->kind == MENTION_COUNT ||
            thing->kind == MENTION_AREA || thing->kind == MENTION_LENGTH) &&
           (str_has(text, "三级指标") || str_has(text, "三級指標")) &&
           (str_has(text, "完成值") || str_has(text, "实际值") || str_has(text, "實際值"));
}

/* The name of the row: what stands before it is the cell of another. */
static struct str glued_name(struct str label) {
    static const char *const groups[] = {"指标", "指標", "数量", "數量", "质量",
                                         "質量", "时效", "時效", "成本", "效益"};
    struct str name = label;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        size_t at = str_rfind(label, groups[i], label.len);
        struct str rest =
            at == SIZE_MAX ? name : str_slice(label, at + strlen(groups[i]), label.len);
        if (rest.len >= strlen("完成率") && rest.len < name.len)
            name = rest;
    }
    return name;
}

static bool check_glued(struct doc *doc, const struct config *config, uint32_t index,
                        struct err *err) {
    const struct mention *rate = &doc->reading.mentions.items[index], *thing = rate + 1;
    const struct quantity *quantity = &doc->record.quantities.items[index + 1];
    struct str name = glued_name(str_squeeze(&doc->arena, rate->label));
    if (!is_glued(rate, thing) || !direction_is_rate(name) || !quantity->readable ||
        decimal_is_zero(&quantity->value.decimal))
        return true;
    struct notice notice = {.rule = "rate.unit",
                            .severity = SEVERITY_WARNING,
                            .part = thing->part,
                            .label = name,
                            .claimed = quantity->value.text,
                            .text = thing->raw,
                            .at = quantity->at};
    return relation_notice(doc, config, &notice, err);
}

bool targets_run(struct doc *doc, const struct config *config, struct err *err) {
    struct pair_reader reader = {0};
    for (uint32_t i = 0; i < doc->reading.sections.count; i++) {
        if (pair_open(doc, &reader, i) && !check_section(doc, config, &reader, err))
            return false;
    }
    for (uint32_t i = 0; i + 1 < doc->reading.mentions.count; i++) {
        const struct mention *mention = &doc->reading.mentions.items[i];
        if (mention->kind == MENTION_RATE && mention[1].start == mention->end &&
            !check_glued(doc, config, i, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
