#include "validate/scores.h"

#include "validate/judge.h"
#include "validate/points.h"
#include "validate/scoreboard.h"
#include "validate/shares.h"

/* The scores of a sum row's indicators as operands; a cell that spans several
 * rows counts once. */
static bool gather(struct doc *doc, const struct scoreboard *board, const struct sum_row *sum,
                   struct relation *relation) {
    relation->operands =
        arena_array(&doc->arena, sum->end - sum->first + 1, sizeof *relation->operands);
    if (!relation->operands)
        return false;
    if (sum->with_fund)
        relation->operands[relation->count++] = scoreboard_score(doc, board->fund);
    for (uint32_t i = sum->first; i < sum->end; i++) {
        if (!doc->record.indicators.items[i].shares_score)
            relation->operands[relation->count++] = scoreboard_score(doc, i);
    }
    return true;
}

/* Scores out of 100 each, or out of 10, weighed by 20 %, 30 % ...: their products
 * add to the total, which is printed rounded. Where they do not, the form may have
 * another rule. */
static void weigh(struct doc *doc, const struct sum_row *sum, struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    if (judgement.outcome != OUTCOME_FAIL)
        return;
    struct relation weighed = *relation;
    weighed.exact = !shares_weigh(doc, sum->first, sum->end, &weighed);
    if (!shares_are_weights(doc, sum->first, sum->end) && (weighed.exact || !judge_holds(&weighed)))
        return;
    *relation = weighed;
    relation->doubtful = true;
    if (relation->exact)
        relation->fail_reason = REASON_OTHER_SCALE;
}

/* Exact (contract, Precision): 97.98 for 98 is an error in a score, where it
 * would be rounding in an amount. */
static bool check_sums(struct doc *doc, const struct config *config, const struct scoreboard *board,
                       struct err *err) {
    for (uint32_t i = 0; i < board->sum_count; i++) {
        const struct sum_row *sum = &board->sums[i];
        struct relation relation = {
            .rule = sum->subtotal ? "score.subtotal" : "score.total",
            .kind = RELATION_SUM,
            .part = board->part,
            .label = sum->label,
            .claim = sum->score,
            .exact = true,
            .fail_reason = sum->certain ? NULL : REASON_DOUBTFUL_TIE,
        };
        if (!sum->score.known)
            continue;
        if (!gather(doc, board, sum, &relation))
            return arena_check(&doc->arena, err);
        weigh(doc, sum, &relation);
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* The panels of the board's table: indices into record.panels, `end` exclusive.
 * `*next` is the first that stands in this table or behind it; boards are in
 * reading order. */
struct panels {
    size_t first, end;
};

static struct panels panels_of(const struct doc *doc, const struct scoreboard *board,
                               size_t *next) {
    uint32_t table = doc->reading.sections.items[board->section].table;
    const struct panel *items = doc->record.panels.items;
    size_t count = doc->record.panels.count;
    while (*next < count && items[*next].table < table)
        ++*next;
    struct panels panels = {*next, *next};
    while (panels.end < count && items[panels.end].table == table)
        panels.end++;
    return panels;
}

/* Older forms give 20 points for the funds, 20 for the aims and only 60 to
 * indicators, all scored in one column. Appends the scores of panels without
 * indicators to the relation. */
static bool add_panels(struct doc *doc, const struct panels *panels, struct relation *relation) {
    size_t room = relation->count + (panels->end - panels->first);
    struct operand *operands = arena_array(&doc->arena, room + 1, sizeof *operands);
    for (uint32_t i = 0; operands && i < relation->count; i++)
        operands[i] = relation->operands[i];
    if (operands)
        relation->operands = operands;
    for (size_t i = panels->first; operands && i < panels->end; i++) {
        const struct panel *panel = &doc->record.panels.items[i];
        if (panel->section == UINT32_MAX && panel->score.number)
            relation->operands[relation->count++] = points_of_panel(panel);
    }
    return operands != NULL;
}

/* Whether the panels are the whole of 100 points and each of them is scored,
 * by its indicators or by a figure of its own. */
static bool are_whole(const struct doc *doc, const struct panels *panels) {
    struct decimal sum = decimal_of(0), hundred = decimal_of(100);
    for (size_t i = panels->first; i < panels->end; i++) {
        const struct panel *panel = &doc->record.panels.items[i];
        if ((panel->end == panel->first && !panel->score.number) ||
            !decimal_add(&sum, &panel->weight.decimal, &sum))
            return false;
    }
    return decimal_cmp(&sum, &hundred) == 0;
}

/* Whether the weights, with or without those of the funds, are the 100 points
 * of the method: then no other block of the form is scored. */
static bool is_whole_table(const struct doc *doc, const struct scoreboard *board) {
    struct decimal sum = decimal_of(0), hundred = decimal_of(100);
    bool whole = false;
    for (uint32_t i = board->first; i < board->end; i++) {
        const struct value *weight = &doc->record.indicators.items[i].weight;
        if (weight->number && !decimal_add(&sum, &weight->decimal, &sum))
            return false;
    }
    whole = decimal_cmp(&sum, &hundred) == 0;
    if (whole || board->fund == UINT32_MAX)
        return whole;
    const struct value *fund = &doc->record.indicators.items[board->fund].weight;
    return fund->number && decimal_add(&sum, &fund->decimal, &sum) &&
           decimal_cmp(&sum, &hundred) == 0;
}

/* How far the claims and panels are walked. */
struct cursor {
    size_t claim, panel;
};

/* The score that a field of the form claims, 自评总分 above the table,
 * against all indicators of a table that has no total row. What else the form
 * counts in is not known: a contradiction is a warning. The cursor stands at the
 * first claim and panel of this table or behind it; they are in reading order,
 * and so are boards. */
static bool check_field(struct doc *doc, const struct config *config,
                        const struct scoreboard *board, struct cursor *cursor, struct err *err) {
    const struct claim *claims = doc->reading.claims.items;
    int32_t table = (int32_t)doc->reading.sections.items[board->section].table;
    size_t at = cursor->claim, count = doc->reading.claims.count;
    struct panels panels = panels_of(doc, board, &cursor->panel);
    while (at < count && claims[at].passage->at.table < table)
        at++;
    cursor->claim = at;
    while (at < count && (claims[at].is_grade || !claims[at].in_table))
        at++;
    struct relation relation = {
        .rule = "score.total", .kind = RELATION_SUM, .part = board->part, .exact = true};
    if (at == count || claims[at].passage->at.table != table || board->sum_count > 0 ||
        !decimal_parse(claims[at].value, &relation.claim.value))
        return true;
    relation.label = claims[at].label;
    relation.claim.known = true;
    relation.claim.text = relation.claim.raw = claims[at].value;
    relation.claim.at = claims[at].passage->at;
    relation.doubtful = true;
    struct sum_row all = {.first = board->first, .end = board->end};
    all.with_fund = board->fund != UINT32_MAX;
    if (!gather(doc, board, &all, &relation))
        return arena_check(&doc->arena, err);
    if (!judge_holds(&relation) && !is_whole_table(doc, board)) {
        if (!add_panels(doc, &panels, &relation))
            return arena_check(&doc->arena, err);
        relation.fail_reason = are_whole(doc, &panels) ? NULL : REASON_DOUBTFUL_TIE;
    }
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* A group's own score, as in 管理（满分15分，实得14分）, against
 * those of its indicators. */
static bool check_groups(struct doc *doc, const struct config *config,
                         const struct scoreboard *board, struct err *err) {
    for (uint32_t i = board->first; i < board->end;) {
        const struct indicator *indicators = doc->record.indicators.items;
        uint32_t first = i, group = indicators[i].groups[0];
        while (i < board->end && indicators[i].groups[0] == group)
            i++;
        if (group == 0 || !doc->record.groups.items[group - 1].score.number)
            continue;
        const struct group *claimed = &doc->record.groups.items[group - 1];
        struct sum_row sum = {.first = first, .end = i};
        struct relation relation = {
            .rule = "score.subtotal",
            .kind = RELATION_SUM,
            .part = board->part,
            .label = claimed->label,
            .exact = true,
            .claim = {.known = true,
                      .value = claimed->score.decimal,
                      .text = claimed->score.text,
                      .raw = claimed->score.text,
                      .at = claimed->at},
        };
        if (!gather(doc, board, &sum, &relation))
            return arena_check(&doc->arena, err);
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* One cell over several rows, such as 15 over 4, 5 and 5: only the sum can be
 * held against it. */
static bool shares(const struct indicator *indicator) {
    return indicator->shares_score || indicator->shares_weight;
}

/* One unreadable score makes the sum unknown: the rest of it proves nothing. */
static void add_to(struct operand *sum, struct operand other) {
    sum->known = sum->known && other.known && decimal_add(&sum->value, &other.value, &sum->value);
}

/* One score, or the sum of those that share a weight cell, within its weight,
 * or within the sum of those that share a score cell. Returns how many
 * indicators these are. */
static uint32_t within_weight(struct doc *doc, uint32_t index, uint32_t end,
                              struct relation *relation) {
    const struct indicator *indicators = doc->record.indicators.items;
    uint32_t next = index + 1;
    relation->claim = scoreboard_score(doc, index);
    relation->operands[0] = scoreboard_weight(doc, index);
    bool bonus = indicators[index].bonus, unsure = false;
    for (; next < end && shares(&indicators[next]); next++) {
        if (!indicators[next].shares_score)
            add_to(&relation->claim, scoreboard_score(doc, next));
        if (!indicators[next].shares_weight)
            add_to(&relation->operands[0], scoreboard_weight(doc, next));
        bonus |= indicators[next].bonus;
        unsure |= indicators[next].unsure_weight;
    }
    if (next > index + 1 && relation->claim.known && relation->operands[0].known) {
        relation->claim.text = decimal_text(&doc->arena, &relation->claim.value);
        relation->operands[0].text = decimal_text(&doc->arena, &relation->operands[0].value);
    }
    relation->fail_reason = bonus ? REASON_BONUS_ROW : unsure ? REASON_NO_WEIGHT : NULL;
    return next - index;
}

/* Rows without a weight or a score are left to score.missing and to the sums; a
 * bonus row may exceed its weight. */
static bool check_weights(struct doc *doc, const struct config *config, uint32_t part,
                          uint32_t first, uint32_t end, struct err *err) {
    bool shares = shares_are_weights(doc, first, end);
    for (uint32_t i = first; i < end;) {
        struct relation relation = {
            .rule = "score.over_weight",
            .kind = RELATION_AT_MOST,
            .part = part,
            .label = doc->record.indicators.items[i].name,
            .exact = true,
            .count = 1,
            .operands = arena_alloc(&doc->arena, sizeof *relation.operands),
        };
        if (!relation.operands)
            return arena_check(&doc->arena, err);
        i += within_weight(doc, i, end, &relation);
        if (shares)
            relation.fail_reason = REASON_OTHER_SCALE;
        if (relation.claim.known && relation.operands[0].known &&
            !relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* What the total leaves for the one row without a score, where it lies within the
 * row's weight. Not known where several are missing, or no sum of the whole table is
 * given. */
static struct operand implied_score(struct doc *doc, const struct scoreboard *board,
                                    uint32_t index) {
    struct operand implied = {0};
    const struct sum_row *total = NULL;
    for (uint32_t i = 0; i < board->sum_count; i++) {
        const struct sum_row *sum = &board->sums[i];
        if (!sum->subtotal && sum->certain && sum->score.known && sum->first == board->first &&
            sum->end == board->end)
            total = sum;
    }
    if (!total)
        return implied;
    implied.value = total->score.value;
    implied.known = true;
    for (uint32_t i = board->first; i <= board->end && implied.known; i++) {
        uint32_t at = i < board->end ? i : total->with_fund ? board->fund : index;
        const struct indicator *other = &doc->record.indicators.items[at];
        if (at != index && !other->shares_score)
            implied.known = other->score.number &&
                            decimal_sub(&implied.value, &other->score.decimal, &implied.value);
    }
    const struct decimal *weight = &doc->record.indicators.items[index].weight.decimal;
    implied.known &= !implied.value.negative && decimal_cmp(&implied.value, weight) <= 0;
    return implied;
}

/* In words; empty without one. */
static struct str tell_implied(struct doc *doc, const struct config *config,
                               const struct scoreboard *board, uint32_t index) {
    struct operand implied = implied_score(doc, board, index);
    bool english = config->language == LANGUAGE_ENGLISH;
    if (!implied.known)
        return (struct str){0};
    return str_printf(&doc->arena,
                      english ? "the total and the other scores leave %.*s"
                              : "按总分与其余得分推算为 %.*s",
                      STR_ARGS(decimal_text(&doc->arena, &implied.value)));
}

/* Weighted rows without a readable score, in a table that has been scored. */
static bool check_missing(struct doc *doc, const struct config *config,
                          const struct scoreboard *board, struct err *err) {
    uint32_t scored = 0, weighted = 0, missing = 0;
    for (uint32_t i = board->first; i < board->end; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        missing += !indicator->score.number && !indicator->shares_score;
        weighted += indicator->weight.number && !decimal_is_zero(&indicator->weight.decimal);
        scored += indicator->score.number;
    }
    /* without weights, a row that was filled in is due where two thirds are scored */
    bool bare = weighted == 0 && scored * 3 >= (board->end - board->first) * 2;
    for (uint32_t i = board->first; i < board->end && scored * 2 >= weighted; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        bool shared_on = i + 1 < board->end && indicator[1].shares_weight;
        bool due = indicator->weight.number ? !decimal_is_zero(&indicator->weight.decimal) : bare;
        if (indicator->score.number || indicator->shares_score || indicator->bonus || shared_on ||
            !due)
            continue;
        struct notice notice = {
            .rule = "score.missing",
            .severity = SEVERITY_WARNING,
            .part = board->part,
            .label = indicator->name,
            .diagnosis = missing == 1 ? tell_implied(doc, config, board, i) : (struct str){0},
            .text = indicator->name,
            .at = indicator->score_at,
        };
        if (!relation_notice(doc, config, &notice, err))
            return false;
    }
    return true;
}

/* Claims know their table, boards their section; a form may hold several
 * sections in one table. */
static uint32_t table_of(const struct doc *doc, const struct scoreboard *board) {
    return doc->reading.sections.items[board->section].table;
}

/* Whether no other board stands in the table of board `i`. */
static bool is_alone(const struct doc *doc, const struct scoreboard *boards, uint32_t i,
                     uint32_t count) {
    uint32_t table = table_of(doc, &boards[i]);
    return (i == 0 || table_of(doc, &boards[i - 1]) != table) &&
           (i + 1 == count || table_of(doc, &boards[i + 1]) != table);
}

/* A claim in the head of a form with two score tables belongs to neither for
 * certain: it is held only where the board is alone. */
bool scores_run(struct doc *doc, const struct config *config, struct err *err) {
    uint32_t count;
    struct cursor cursor = {0};
    const struct scoreboard *boards = scoreboard_all(doc, &count);
    for (uint32_t i = 0; boards && i < count; i++) {
        const struct scoreboard *board = &boards[i];
        bool done =
            check_sums(doc, config, board, err) &&
            (!is_alone(doc, boards, i, count) || check_field(doc, config, board, &cursor, err)) &&
            check_groups(doc, config, board, err) && points_check(doc, config, board, err) &&
            check_weights(doc, config, board->part, board->first, board->end, err) &&
            check_missing(doc, config, board, err);
        if (done && board->fund != UINT32_MAX)
            done = check_weights(doc, config, board->part, board->fund, board->fund + 1, err);
        if (!done)
            return false;
    }
    return points_check_panels(doc, config, err) && arena_check(&doc->arena, err);
}
