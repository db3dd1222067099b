#include "validate/ratings.h"

#include "validate/grid.h"
#include "validate/scoreboard.h"

static const struct section *section_at(const struct doc *doc, uint32_t index) {
    return &doc->reading.sections.items[index];
}

/* The indicators that a sum row covers, in another column than the score's.
 * Where a cell holds no figure, or spans several rows, the sum stays open. */
static bool gather(struct doc *doc, const struct sum_row *sum, uint32_t column,
                   struct relation *relation) {
    relation->operands =
        arena_array(&doc->arena, sum->end - sum->first + 1, sizeof *relation->operands);
    for (uint32_t i = sum->first; relation->operands && i < sum->end; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        struct operand *operand = &relation->operands[relation->count++];
        *operand = grid_operand(doc, section_at(doc, indicator->section), indicator->row, column);
    }
    return relation->operands != NULL;
}

/* 县级评分 98.5, 市级评分 96.5: each column has its own total. */
static bool check_second(struct doc *doc, const struct config *config,
                         const struct scoreboard *board, uint32_t column, struct err *err) {
    for (uint32_t i = 0; i < board->sum_count; i++) {
        const struct sum_row *sum = &board->sums[i];
        const struct section *section = section_at(doc, sum->section);
        struct relation relation = {
            .rule = sum->subtotal ? "score.subtotal" : "score.total",
            .kind = RELATION_SUM,
            .part = board->part,
            .label = reading_leaf(section->columns[column].name),
            .claim = grid_operand(doc, section, sum->row, column),
            .exact = true,
            .fail_reason = sum->certain && !sum->with_fund ? NULL : REASON_DOUBTFUL_TIE,
        };
        if (!relation.claim.known)
            continue;
        if (!gather(doc, sum, column, &relation))
            return arena_check(&doc->arena, err);
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* 得分率 = 得分 / 分值, in the row of these three. */
static bool check_rate(struct doc *doc, const struct config *config, struct relation *relation,
                       struct err *err) {
    relation->rule = "rate.ratio";
    relation->kind = RELATION_RATIO;
    relation->count = 2;
    const struct operand *operands = relation->operands;
    if (!relation->claim.known || !operands[0].known || !operands[1].known ||
        decimal_is_zero(&operands[1].value))
        return true;
    return relation_evaluate(doc, config, relation, NULL, err);
}

/* The rates of the items and of the sum rows. A score that shares its cell, or
 * its weight's, has none of its own. */
static bool check_rates(struct doc *doc, const struct config *config,
                        const struct scoreboard *board, uint32_t column, struct err *err) {
    struct operand operands[2];
    for (uint32_t i = board->first; i < board->end; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        const struct section *section = section_at(doc, indicator->section);
        struct relation relation = {.part = board->part, .label = indicator->name};
        relation.operands = operands;
        operands[0] = scoreboard_score(doc, i);
        operands[1] = scoreboard_weight(doc, i);
        relation.claim = grid_operand(doc, section, indicator->row, column);
        bool shared =
            i + 1 < board->end && (indicator[1].shares_score || indicator[1].shares_weight);
        if (!shared && !check_rate(doc, config, &relation, err))
            return false;
    }
    for (uint32_t i = 0; i < board->sum_count; i++) {
        const struct sum_row *sum = &board->sums[i];
        struct relation relation = {.part = board->part, .label = sum->label};
        relation.operands = operands;
        operands[0] = sum->score;
        operands[1] = sum->weight;
        relation.claim = grid_operand(doc, section_at(doc, sum->section), sum->row, column);
        if (!check_rate(doc, config, &relation, err))
            return false;
    }
    return true;
}

static bool is_rate(const struct column *column) {
    return column->role == COLUMN_RATE && str_has(column->name, "得分率");
}

/* Few documents have such a column: boards are made for those only. */
static bool has_ratings(const struct doc *doc) {
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = section_at(doc, (uint32_t)i);
        for (uint32_t column = 0; column < section->column_count; column++) {
            if (section->columns[column].role == COLUMN_SECOND ||
                is_rate(&section->columns[column]))
                return true;
        }
    }
    return false;
}

/* A board that a page cuts has the same columns on both sides. */
bool ratings_run(struct doc *doc, const struct config *config, struct err *err) {
    uint32_t count;
    const struct scoreboard *boards = NULL;
    if (!has_ratings(doc))
        return true;
    boards = scoreboard_all(doc, &count);
    for (uint32_t i = 0; boards && i < count; i++) {
        const struct section *section = section_at(doc, boards[i].section);
        for (uint32_t column = 0; column < section->column_count; column++) {
            if (section->columns[column].role == COLUMN_SECOND &&
                !check_second(doc, config, &boards[i], column, err))
                return false;
            if (is_rate(&section->columns[column]) &&
                !check_rates(doc, config, &boards[i], column, err))
                return false;
        }
    }
    return arena_check(&doc->arena, err);
}
