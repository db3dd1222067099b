#include "validate/points.h"

struct operand points_of_panel(const struct panel *panel) {
    return (struct operand){.known = panel->score.number,
                            .value = panel->score.decimal,
                            .text = panel->score.text,
                            .raw = panel->score.text,
                            .label = panel->label,
                            .at = panel->score_at};
}

/* The sum of the scores of the indicators [first, end), which have no weights of
 * their own; false where they have. */
static bool sum_scores(struct doc *doc, uint32_t first, uint32_t end, struct operand *sum) {
    sum->known = end > first;
    for (uint32_t i = first; i < end; i++) {
        if (doc->record.indicators.items[i].weight.number)
            return false;
        if (doc->record.indicators.items[i].shares_score)
            continue;
        /* one unreadable score makes the sum unknown */
        struct operand score = scoreboard_score(doc, i);
        sum->known =
            sum->known && score.known && decimal_add(&sum->value, &score.value, &sum->value);
    }
    if (sum->known)
        sum->text = sum->raw = decimal_text(&doc->arena, &sum->value);
    return true;
}

/* Points that a label gives, 年度目标（20分）, and what was scored of them. */
struct label {
    uint32_t part;
    struct str name;
    const struct value *points;
    struct place at;
    struct operand score;
};

static bool check_label(struct doc *doc, const struct config *config, const struct label *label,
                        struct err *err) {
    struct operand points = {.known = true,
                             .value = label->points->decimal,
                             .text = label->points->text,
                             .raw = label->points->text,
                             .label = label->name,
                             .at = label->at};
    struct relation relation = {.rule = "score.over_weight",
                                .kind = RELATION_AT_MOST,
                                .part = label->part,
                                .label = label->name,
                                .claim = label->score,
                                .exact = true,
                                .operands = &points,
                                .count = 1};
    return !label->score.known || relation_evaluate(doc, config, &relation, NULL, err);
}

/* The score of each panel within its figure: its own, or that of its indicators
 * where these have no weights. */
bool points_check_panels(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->record.panels.count; i++) {
        const struct panel *panel = &doc->record.panels.items[i];
        struct label label = {panel->part, panel->label, &panel->weight, panel->at,
                              points_of_panel(panel)};
        if (panel->section != UINT32_MAX) {
            label.score = (struct operand){.at = panel->at};
            if (!sum_scores(doc, panel->first, panel->end, &label.score))
                continue;
        }
        if (!check_label(doc, config, &label, err))
            return false;
    }
    return true;
}

/* 产出（35分） over indicators without weights: their scores within it. */
bool points_check(struct doc *doc, const struct config *config, const struct scoreboard *board,
                  struct err *err) {
    for (uint32_t i = board->first; i < board->end;) {
        const struct indicator *indicators = doc->record.indicators.items;
        uint32_t first = i, index = indicators[i].groups[0];
        while (i < board->end && indicators[i].groups[0] == index)
            i++;
        if (index == 0 || !doc->record.groups.items[index - 1].weight.number)
            continue;
        const struct group *group = &doc->record.groups.items[index - 1];
        struct label label = {
            board->part, group->label, &group->weight, group->at, {.at = group->at}};
        if (!group->bare && sum_scores(doc, first, i, &label.score) &&
            !check_label(doc, config, &label, err))
            return false;
    }
    return true;
}
