#include "extract/adjustment.h"

#include "extract/operand.h"

/* Between the original and the adjusted budget of a sentence only changes of the
 * budget may stand; an amount of any other kind makes the sum another. */

enum { CHANGES = 8 };

static const struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

static bool has_one_of(struct str text, const char *const *words) {
    for (; *words; words++)
        if (str_has(text, *words))
            return true;
    return false;
}

/* 追加 2 万元, 调减 1 万元, not 较上年增加 3 万元. */
static bool is_change(const struct figure *figure, bool *minus) {
    static const char *const more[] = {"追加", "调增", "增加", NULL};
    static const char *const less[] = {"调减", "核减", "压减", "追减", "减少", NULL};
    *minus = has_one_of(figure->lead, less);
    bool compared = has_one_of(figure->lead, (const char *const[]){"比", "较", NULL});
    return figure->role == ROLE_CHANGE && figure->exact && !figure->prior && !compared &&
           (*minus || has_one_of(figure->lead, more));
}

/* 全年预算 10 万元（含上年结转 1 万元）: the changes are not all. */
static bool has_more(const struct prose *prose, uint32_t adjusted) {
    return adjusted + 1 < prose->figures.count &&
           figure_at(prose, adjusted + 1)->sentence == figure_at(prose, adjusted)->sentence &&
           figure_at(prose, adjusted + 1)->depth > 0;
}

/* The nearest original budget before the adjusted one; `adjusted` when another
 * amount than a change stands between. */
static uint32_t find_original(const struct prose *prose, uint32_t adjusted) {
    bool minus;
    for (uint32_t i = adjusted, low = operand_horizon(prose, adjusted, 0); i > low; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        if (figure->depth > 0 || operand_kind(prose, i - 1) != MENTION_AMOUNT)
            continue;
        if (figure->role == ROLE_ORIGINAL && operand_is(prose, i - 1))
            return i - 1;
        if (!is_change(figure, &minus))
            break;
    }
    return adjusted;
}

static bool state_adjusted(struct prose *prose, uint32_t adjusted, struct err *err) {
    uint32_t members[CHANGES + 1], count = 0;
    struct statement statement = {
        .kind = STATEMENT_BALANCE,
        .figure = figure_at(prose, adjusted)->mention,
        .doubtful = true,
        .label = prose_label(prose, adjusted),
    };
    for (uint32_t i = find_original(prose, adjusted); i < adjusted; i++) {
        bool minus = false;
        if (figure_at(prose, i)->depth > 0 || operand_kind(prose, i) != MENTION_AMOUNT)
            continue;
        if (count > CHANGES)
            return true;
        if (count > 0)
            is_change(figure_at(prose, i), &minus);
        statement.minus |= (uint32_t)minus << count;
        members[count++] = i;
    }
    return count < 2 || prose_state(prose, statement, members, count, err);
}

bool adjustment_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++)
        if (figure_at(prose, i)->role == ROLE_ADJUSTED && operand_is_amount(prose, i) &&
            figure_at(prose, i)->depth == 0 && !has_more(prose, i) &&
            !state_adjusted(prose, i, err))
            return false;
    return true;
}
