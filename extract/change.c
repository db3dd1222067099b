#include "extract/change.h"

#include "extract/operand.h"

/* 收入 9 万元，较上年增加 1 万元，增长 12.5%: the rate divides
 * the change by last year's figure, which the report mostly leaves out, so that
 * it is this year's figure that must be found. It may stand sentences
 * earlier. */

enum {
    NAME_BYTES = 120, /* before a change in which its subject may be named */
    LIST_FIGURES = 8, /* behind a change in which the list around it goes on */
};

static const struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

/* The word 收入 or 支出 that a change's sentence names as its subject; NULL
 * when it names none. */
static const char *subject_of(const struct prose *prose, uint32_t change) {
    static const char *const subjects[] = {"收入", "支出"};
    const struct mention *mention = prose_mention(prose, change);
    struct str before = str_slice(mention->passage->text, 0, mention->start);
    /* the nearest sentence only: 收入增加 2 万元。支出减少 1 万元
     * names a subject each */
    size_t stop = str_rfind(before, "。", before.len);
    before = str_slice(before, stop == SIZE_MAX ? 0 : stop, before.len);
    before = str_slice(before, before.len > NAME_BYTES ? before.len - NAME_BYTES : 0, before.len);
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (str_has(before, subjects[i]))
            return subjects[i];
    return NULL;
}

/* Whether this year's figure may stand in an earlier sentence than its change:
 * with the subject that the change names; in an earlier paragraph only so. */
static bool is_subject(const struct prose *prose, uint32_t figure, uint32_t change) {
    const struct figure *one = figure_at(prose, figure), *other = figure_at(prose, change);
    if (one->sentence == other->sentence)
        return true;
    const char *subject = subject_of(prose, change);
    if (subject)
        return str_has(one->lead, subject);
    return prose_mention(prose, figure)->passage == prose_mention(prose, change)->passage;
}

/* Whether the change behind a part is the part's own: 其中甲 4
 * 万元，增加 1 万元；乙 5 万元，减少 1 万元. So it is when the
 * list goes on behind the change, or a part before has one as well; else a
 * change at the end of a list is the whole's. */
static bool is_of_part(const struct prose *prose, uint32_t part, uint32_t change) {
    uint32_t list = figure_at(prose, part)->list;
    for (uint32_t i = change; i < prose->figures.count && i - change < LIST_FIGURES; i++)
        if (figure_at(prose, i)->list == list)
            return true;
    for (uint32_t i = part, low = operand_horizon(prose, part, 0); i > low; i--)
        if (figure_at(prose, i - 1)->list == list && figure_at(prose, i)->role == ROLE_CHANGE)
            return true;
    return false;
}

/* This year's figure: the nearest of the kind before its change, no part of a
 * list elsewhere. */
static uint32_t find_this_year(const struct prose *prose, uint32_t change) {
    uint32_t segment = figure_at(prose, change)->segment;
    for (uint32_t i = change, low = operand_horizon(prose, change, OPERAND_SENTENCES); i > low;
         i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        if (!prose_is_same_kind(prose, i - 1, change) || figure->depth > 0)
            continue;
        if (figure->list && figure->siblings > 1 &&
            (figure->segment != segment || !is_of_part(prose, i - 1, change)))
            continue;
        /* an approximate or other year's figure next to the change is what it
         * is about: one further off would be a guess */
        if (!operand_is(prose, i - 1))
            return STATEMENT_NO_MENTION;
        if (is_subject(prose, i - 1, change))
            return i - 1;
    }
    return STATEMENT_NO_MENTION;
}

/* Whether the sentence gives last year's figure right before the change. */
static bool is_last_year(const struct prose *prose, uint32_t figure, uint32_t change) {
    const struct figure *one = figure_at(prose, figure);
    return one->prior && one->exact && one->role != ROLE_CHANGE &&
           one->sentence == figure_at(prose, change)->sentence &&
           prose_is_same_kind(prose, figure, change);
}

/* 上年支出 8 万元，本年增加 1 万元，增长 12.5%: no figure of
 * this year is needed. */
static bool state_growth(struct prose *prose, uint32_t figure, struct err *err) {
    const uint32_t members[] = {figure - 1, figure - 2};
    struct statement statement = {
        .kind = STATEMENT_RATE,
        .figure = figure_at(prose, figure)->mention,
        .label = prose_label(prose, figure),
    };
    return prose_state(prose, statement, members, 2, err);
}

/* 本年收入 9 万元，较上年增加 1 万元，增长 12.5%: the change
 * stands right before the rate. */
static bool state_change(struct prose *prose, uint32_t rate, struct err *err) {
    if (rate == 0 || figure_at(prose, rate - 1)->role != ROLE_CHANGE ||
        figure_at(prose, rate - 1)->sentence != figure_at(prose, rate)->sentence ||
        !figure_at(prose, rate - 1)->exact)
        return true;
    uint32_t change = rate - 1;
    if (change > 0 && is_last_year(prose, change - 1, change))
        return state_growth(prose, rate, err);
    uint32_t figure = find_this_year(prose, change);
    if (figure == STATEMENT_NO_MENTION)
        return true;
    uint32_t members[] = {figure, change};
    struct statement statement = {
        .kind = STATEMENT_CHANGE,
        .figure = figure_at(prose, rate)->mention,
        .decrease =
            cue_has(prose->doc, prose->patterns, CUE_DECREASE, figure_at(prose, change)->lead),
        .doubtful = figure_at(prose, figure)->sentence != figure_at(prose, change)->sentence,
        .label = prose_label(prose, rate),
    };
    return prose_state(prose, statement, members, 2, err);
}

bool change_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++)
        if (operand_is_rate(prose, i) && figure_at(prose, i)->role == ROLE_CHANGE &&
            !state_change(prose, i, err))
            return false;
    return true;
}
