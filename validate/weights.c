#include "validate/weights.h"

#include "validate/grid.h"
#include "validate/judge.h"
#include "validate/scoreboard.h"

/* Weights that fall short where a blank cell was taken as merged with the one
 * above may lack that cell's own weight; weights that exceed their total do so
 * all the same. */
static void settle_unsure(struct relation *relation, bool unsure) {
    struct judgement judgement;
    if (!unsure)
        return;
    judge_relation(relation, &judgement);
    if (judgement.has_figures && !judgement.difference.negative)
        relation->fail_reason = REASON_NO_WEIGHT;
}

/* The weights of the indicators [first, end) as operands; a cell that spans
 * several rows counts once. `*unsure` is set when a blank cell counts as part
 * of the one above. */
static bool gather(struct doc *doc, uint32_t first, uint32_t end, struct relation *relation,
                   bool *unsure) {
    *unsure = false;
    relation->count = 0;
    relation->operands = arena_array(&doc->arena, end - first + 1, sizeof *relation->operands);
    if (!relation->operands)
        return false;
    for (uint32_t i = first; i < end; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        *unsure |= indicator->unsure_weight;
        /* points on top of the scale have no share in it */
        if (!indicator->shares_weight && !(indicator->bonus && !indicator->weight.number))
            relation->operands[relation->count++] = scoreboard_weight(doc, i);
    }
    return true;
}

/* The level, 0-based, whose weights stand in column `column`: that of the level
 * column before it; INDICATOR_LEVELS when none is. */
static uint32_t level_of(const struct section *section, uint32_t column) {
    while (column-- > 0)
        if (section->columns[column].role == COLUMN_LEVEL && section->columns[column].level > 0)
            return section->columns[column].level - 1;
    return INDICATOR_LEVELS;
}

/* The weights of the groups of `level` over the indicators [first, end); none
 * when one of them has no weight of its own. */
static bool gather_groups(struct doc *doc, const struct sum_row *sum, uint32_t level,
                          struct relation *relation) {
    uint32_t last = 0;
    relation->operands =
        arena_array(&doc->arena, sum->end - sum->first + 1, sizeof *relation->operands);
    for (uint32_t i = sum->first; relation->operands && i < sum->end; i++) {
        uint32_t index = doc->record.indicators.items[i].groups[level];
        if (index != 0 && index == last)
            continue;
        const struct group *group = index ? &doc->record.groups.items[index - 1] : NULL;
        if (!group || !group->weight.number) {
            relation->count = 0;
            return true;
        }
        last = index;
        relation->operands[relation->count++] = (struct operand){
            .known = true,
            .value = group->weight.decimal,
            .text = group->weight.text,
            .raw = group->weight.text,
            .at = group->at,
        };
    }
    return relation->operands != NULL;
}

/* 一级指标 | 分值 | 二级指标 | 分值 …: the total row has a total for each
 * level. Where these agree, a group that differs is held against its own
 * indicators, and only a match says something here. */
static bool check_columns(struct doc *doc, const struct config *config,
                          const struct scoreboard *board, const struct sum_row *sum,
                          struct err *err) {
    const struct section *section = &doc->reading.sections.items[sum->section];
    for (uint32_t i = 0; i < section->column_count && !sum->subtotal; i++) {
        uint32_t level = level_of(section, i);
        if (section->columns[i].role != COLUMN_WEIGHT || level + 1 >= INDICATOR_LEVELS)
            continue;
        struct relation relation = {
            .rule = "weight.total",
            .kind = RELATION_SUM,
            .part = board->part,
            .label = sum->label,
            .claim = grid_operand(doc, section, sum->row, i),
            .exact = true,
        };
        if (!relation.claim.known)
            continue;
        if (sum->weight.known && decimal_cmp(&relation.claim.value, &sum->weight.value) == 0)
            relation.fail_reason = REASON_DOUBTFUL_TIE;
        if (!gather_groups(doc, sum, level, &relation))
            return arena_check(&doc->arena, err);
        if (relation.count > 0 && !relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* A sum row covers what the scoreboard found that it covers; where neither its
 * weight nor its score bore that out, a difference stays open. */
static bool check_sums(struct doc *doc, const struct config *config, const struct scoreboard *board,
                       struct err *err) {
    for (uint32_t i = 0; i < board->sum_count; i++) {
        const struct sum_row *sum = &board->sums[i];
        struct relation relation = {
            .rule = sum->subtotal ? "weight.section" : "weight.total",
            .kind = RELATION_SUM,
            .part = board->part,
            .label = sum->label,
            .claim = sum->weight,
            .exact = true,
            .fail_reason = sum->certain ? NULL : REASON_DOUBTFUL_TIE,
        };
        if (!check_columns(doc, config, board, sum, err))
            return false;
        if (!sum->weight.known)
            continue;
        bool unsure;
        if (!gather(doc, sum->first, sum->end, &relation, &unsure))
            return arena_check(&doc->arena, err);
        if (sum->with_fund)
            relation.operands[relation.count++] = scoreboard_weight(doc, board->fund);
        settle_unsure(&relation, unsure);
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

static bool has_weights(const struct doc *doc, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        if (doc->record.indicators.items[i].weight.number)
            return true;
    }
    return false;
}

/* The figures in the labels of the panels of a table as operands; `*next` is the
 * first panel of this table or behind it. */
static bool gather_panels(struct doc *doc, uint32_t table, size_t *next,
                          struct relation *relation) {
    const struct panel *panels = doc->record.panels.items;
    size_t count = doc->record.panels.count, end;
    while (*next < count && panels[*next].table < table)
        ++*next;
    for (end = *next; end < count && panels[end].table == table;)
        end++;
    relation->operands = arena_array(&doc->arena, end - *next + 1, sizeof *relation->operands);
    for (size_t i = *next; relation->operands && i < end; i++)
        relation->operands[relation->count++] = (struct operand){.known = true,
                                                                 .value = panels[i].weight.decimal,
                                                                 .text = panels[i].weight.text,
                                                                 .raw = panels[i].weight.text,
                                                                 .label = panels[i].label,
                                                                 .at = panels[i].at};
    return relation->operands != NULL;
}

/* A table without a total row has the total of the method, 100 points
 * (财预〔2020〕10号). It may be a fragment, or re-based over the
 * indicators that apply: only a match says something. */
static bool check_hundred(struct doc *doc, const struct config *config,
                          const struct scoreboard *board, size_t *panel, struct err *err) {
    struct relation relation = {
        .rule = "weight.total",
        .kind = RELATION_SUM,
        .part = board->part,
        .label = str_of("分值合计"),
        .exact = true,
        .claim = {.known = true,
                  .value = decimal_of(100),
                  .text = str_of("100"),
                  .at = doc->record.indicators.items[board->first].at},
    };
    struct judgement judgement;
    bool unsure, weighted = has_weights(doc, board->first, board->end);
    uint32_t table = doc->reading.sections.items[board->section].table;
    if (!gather_panels(doc, table, panel, &relation))
        return arena_check(&doc->arena, err);
    /* without weights, the labels of the panels may give the 100 points */
    if ((weighted || relation.count < 2) &&
        !gather(doc, board->first, board->end, &relation, &unsure))
        return arena_check(&doc->arena, err);
    judge_relation(&relation, &judgement);
    if (weighted && board->fund != UINT32_MAX && judgement.outcome != OUTCOME_PASS)
        relation.operands[relation.count++] = scoreboard_weight(doc, board->fund);
    relation.fail_reason = REASON_NO_TOTAL;
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* The weights of the stretch of indicators from `*at` on that one group of this
 * level governs, against the group's own; `*at` moves behind it. `count` of the
 * relation is 0 where the group claims none. */
static bool gather_group(struct doc *doc, const struct scoreboard *board, uint32_t level,
                         uint32_t *at, struct relation *relation) {
    const struct indicator *indicators = doc->record.indicators.items;
    uint32_t first = *at, index = indicators[first].groups[level];
    while (*at < board->end && indicators[*at].groups[level] == index)
        ++*at;
    *relation = (struct relation){
        .rule = "weight.section", .kind = RELATION_SUM, .part = board->part, .exact = true};
    if (index == 0 || !doc->record.groups.items[index - 1].weight.number ||
        !has_weights(doc, first, *at))
        return true;
    const struct group *group = &doc->record.groups.items[index - 1];
    bool unsure;
    relation->label = group->label;
    relation->claim = (struct operand){.known = true,
                                       .value = group->weight.decimal,
                                       .text = group->weight.text,
                                       .raw = group->weight.text,
                                       .at = group->at};
    relation->doubtful = group->bare;
    if (!gather(doc, first, *at, relation, &unsure))
        return false;
    settle_unsure(relation, unsure);
    return true;
}

/* Whether the figures at the end of this level's labels are weights (决策10
 * 管理25) and no numbers of another kind (目标1 目标2): two thirds of the
 * groups, and two at least, have just that weight. */
static bool bare_weights_hold(struct doc *doc, const struct scoreboard *board, uint32_t level) {
    uint32_t groups = 0, holding = 0;
    for (uint32_t i = board->first; i < board->end && groups == 0; i++) {
        uint32_t index = doc->record.indicators.items[i].groups[level];
        groups += index > 0 && doc->record.groups.items[index - 1].bare;
    }
    if (groups == 0)
        return false;
    groups = 0;
    for (uint32_t at = board->first; at < board->end;) {
        struct relation relation;
        struct judgement judgement;
        if (!gather_group(doc, board, level, &at, &relation))
            return false;
        if (!relation.doubtful)
            continue;
        judge_relation(&relation, &judgement);
        groups++;
        holding += judgement.outcome == OUTCOME_PASS;
        if (groups == 2 && holding == 0) /* numbers of another kind, as a rule */
            return false;
    }
    return holding >= 2 && holding * 3 >= groups * 2;
}

/* The weights of all groups of this level. */
static bool check_level(struct doc *doc, const struct config *config,
                        const struct scoreboard *board, uint32_t level, struct err *err) {
    bool bare = bare_weights_hold(doc, board, level);
    for (uint32_t at = board->first; at < board->end;) {
        struct relation relation;
        if (!gather_group(doc, board, level, &at, &relation))
            return arena_check(&doc->arena, err);
        if (!relation.claim.known || (relation.doubtful && !bare))
            continue;
        relation.doubtful = false;
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* The weights of the indicators [first, end) against the figure in a label that
 * stands over them. */
static bool check_label(struct doc *doc, const struct config *config, const struct group *group,
                        const uint32_t range[2], struct err *err) {
    struct relation relation = {
        .rule = "weight.section",
        .kind = RELATION_SUM,
        .part = group->part,
        .label = group->label,
        .exact = true,
        .claim = {.known = true,
                  .value = group->weight.decimal,
                  .text = group->weight.text,
                  .raw = group->weight.text,
                  .at = group->at},
    };
    bool unsure;
    if (!gather(doc, range[0], range[1], &relation, &unsure))
        return arena_check(&doc->arena, err);
    settle_unsure(&relation, unsure);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* 预算执行情况（10分） over the funds, 绩效指标（90分） over the
 * indicators; a table without weights has nothing to add. */
static bool check_panels(struct doc *doc, const struct config *config, struct err *err) {
    for (size_t i = 0; i < doc->record.panels.count; i++) {
        const struct panel *panel = &doc->record.panels.items[i];
        struct group group = {
            .part = panel->part, .label = panel->label, .weight = panel->weight, .at = panel->at};
        if (has_weights(doc, panel->first, panel->end) &&
            !check_label(doc, config, &group, (uint32_t[]){panel->first, panel->end}, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}

/* 100 points are due by the method (财预〔2020〕10号), but only where the
 * table itself claims no other total. */
bool weights_run(struct doc *doc, const struct config *config, struct err *err) {
    uint32_t count;
    size_t panel = 0;
    const struct scoreboard *boards = scoreboard_all(doc, &count);
    for (uint32_t i = 0; boards && i < count; i++) {
        if (!check_sums(doc, config, &boards[i], err))
            return false;
        if (boards[i].sum_count == 0 && !check_hundred(doc, config, &boards[i], &panel, err))
            return false;
        for (uint32_t level = 0; level < INDICATOR_LEVELS; level++) {
            if (!check_level(doc, config, &boards[i], level, err))
                return false;
        }
    }
    return check_panels(doc, config, err) && arena_check(&doc->arena, err);
}
