#include "extract/balance.h"

#include "extract/operand.h"

/* Only money with one source and one use: with last year's balance, an income
 * or a change in between, what is left is another sum. */

static const struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

/* The nearest amount of one of the groups before `from`, down to `low`; `only`
 * is cleared when last year's balance or a change stands between, which makes
 * the sum another. */
static uint32_t find_operand(const struct prose *prose, uint32_t from, uint32_t low, bool spent,
                             bool *only) {
    for (uint32_t i = from; i > low; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        enum role_group group = member_group(figure->role);
        if (operand_kind(prose, i - 1) != MENTION_AMOUNT || operand_is_lone_part(prose, i - 1))
            continue;
        *only &= group != GROUP_BALANCE && figure->role != ROLE_CHANGE;
        if (!operand_is(prose, i - 1) || figure->depth > 0)
            continue;
        if (spent ? group == GROUP_SPENT : group != GROUP_SPENT && group != GROUP_BALANCE)
            return i - 1;
    }
    return STATEMENT_NO_MENTION;
}

/* 上年结余 1 万元 was left the year before, 累计结余 3 万元 over
 * several years: neither is what this budget has left. A balance in brackets is
 * its item's. */
static bool is_balance(const struct prose *prose, uint32_t index) {
    const struct figure *figure = figure_at(prose, index);
    return figure->role == ROLE_BALANCE && operand_is_amount(prose, index) && figure->depth == 0 &&
           !(figure->list && figure->siblings > 1 && operand_is_lone_part(prose, index)) &&
           !str_has(figure->lead, "上年") && !str_has(figure->lead, "年初") &&
           !str_has(figure->lead, "累计") &&
           cue_has(prose->doc, prose->patterns, CUE_BALANCE, figure->lead);
}

/* Whether the sentence has no other amount; then the one before may have
 * them. */
static bool is_alone(const struct prose *prose, uint32_t balance) {
    uint32_t sentence = figure_at(prose, balance)->sentence;
    for (uint32_t i = operand_horizon(prose, balance, 0); i < prose->figures.count; i++)
        if (figure_at(prose, i)->sentence != sentence)
            break;
        else if (i != balance && operand_kind(prose, i) == MENTION_AMOUNT)
            return false;
    return balance > 0 &&
           prose_mention(prose, balance - 1)->passage == prose_mention(prose, balance)->passage;
}

/* Whether the budget is a sum already: 可用资金合计 9 万元. */
static bool is_sum(const struct figure *figure) {
    return str_has(figure->lead, "合计") || str_has(figure->lead, "可用") ||
           str_has(figure->lead, "可支配") || str_has(figure->lead, "总计");
}

/* Money of this year that stands before the budget in its sentence: what the
 * year before left, once; anything else leaves the sources open. */
static bool read_sources(const struct prose *prose, uint32_t budget, uint32_t *opening) {
    *opening = STATEMENT_NO_MENTION;
    if (is_sum(figure_at(prose, budget)))
        return true;
    for (uint32_t i = budget, low = operand_horizon(prose, budget, 0); i > low; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        enum role_group group = operand_group(prose, i - 1);
        if (operand_kind(prose, i - 1) != MENTION_AMOUNT ||
            (group != GROUP_BALANCE && group != GROUP_INCOME))
            continue;
        bool left = str_has(figure->lead, "年初结") || str_has(figure->lead, "上年结");
        if (!left || *opening != STATEMENT_NO_MENTION || !operand_is(prose, i - 1) ||
            figure->depth > 0)
            return false;
        *opening = i - 1;
    }
    return true;
}

/* 预算 10 万元，支出 9 万元，结余 1 万元. */
static bool state_balance(struct prose *prose, uint32_t balance, struct err *err) {
    /* 预算在前一句、支出与结余在后一句 is common, but only when
     * the balance stands alone; else the figures of the sentence before are
     * another item's. */
    bool only = true;
    uint32_t low = operand_horizon(prose, balance, is_alone(prose, balance) ? 1 : 0), opening;
    uint32_t spent = find_operand(prose, balance, low, true, &only);
    if (spent == STATEMENT_NO_MENTION)
        return true;
    uint32_t budget = find_operand(prose, spent, operand_horizon(prose, spent, 1), false, &only);
    if (budget == STATEMENT_NO_MENTION || !only || !read_sources(prose, budget, &opening))
        return true;
    uint32_t members[] = {budget, spent, opening};
    uint32_t sentence = figure_at(prose, balance)->sentence;
    bool opened = opening != STATEMENT_NO_MENTION;
    /* 上年结转 1 万元，预算 9 万元，支出 8 万元，结余 1 万元: of the
     * budget alone */
    if (opened && !str_has(figure_at(prose, balance)->lead, "年末") &&
        !str_has(figure_at(prose, balance)->lead, "结转"))
        return true;
    struct statement statement = {
        .kind = STATEMENT_BALANCE,
        .figure = figure_at(prose, balance)->mention,
        .minus = 1u << 1,
        .doubtful = figure_at(prose, budget)->sentence != sentence || opened ||
                    figure_at(prose, budget)->role == ROLE_NONE ||
                    figure_at(prose, budget)->role == ROLE_ARRIVED,
        .label = prose_label(prose, balance),
    };
    return prose_state(prose, statement, members, opened ? 3 : 2, err);
}

bool balance_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++)
        if (is_balance(prose, i) && !state_balance(prose, i, err))
            return false;
    return true;
}
