#include "extract/ratio.h"

#include <assert.h>

#include "extract/member.h"

/* A rate follows its figures. The numerator is the nearest amount of the role
 * that the rate's name asks for; the denominators are looked for before it, in
 * its segment first, then in its sentence, then in the sentences before. Parts
 * of lists hide behind their wholes, unless the item has both figures. What
 * stands further off, or has a rival, makes the statement doubtful. */

/* How far back an operand is looked for: beyond this a sentence has found
 * another subject. */
enum { BACK_FIGURES = 48, BACK_SENTENCES = 3, DENOMINATORS = 4, NAME_BYTES = 60 };

/* A rate whose operands are looked for. */
struct rate {
    struct prose *prose;
    uint32_t figure;
    enum role_group over; /* what the numerator is */
    struct str name;      /* 预算执行率 */
    bool original;        /* 年初预算 is named as the denominator */
    uint32_t members[DENOMINATORS + 1];
    uint32_t count;
    bool doubtful;
};

static struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

static enum mention_kind kind_of(const struct prose *prose, uint32_t index) {
    return prose_mention(prose, index)->kind;
}

static enum role_group group_of(const struct prose *prose, uint32_t index) {
    return member_group(figure_at(prose, index)->role);
}

/* Whether the figure can be an operand at all. */
static bool is_operand(const struct prose *prose, uint32_t index) {
    const struct figure *figure = figure_at(prose, index);
    return figure->exact && figure->role != ROLE_CHANGE && !figure->prior && !figure->unit_price &&
           !figure->bracketed && !prose_mention(prose, index)->malformed;
}

static bool is_amount(const struct prose *prose, uint32_t index) {
    return kind_of(prose, index) == MENTION_AMOUNT && is_operand(prose, index);
}

/* A part of a list whose item has no other amount: a rate behind it is not the
 * part's own. */
static bool is_lone_part(const struct prose *prose, uint32_t index) {
    const struct figure *figure = figure_at(prose, index);
    if (!figure->list || figure->siblings < 2)
        return false;
    for (uint32_t i = index; i > 0 && index - i < 4; i--) {
        const struct figure *other = figure_at(prose, i - 1);
        if (other->list == figure->list)
            return other->item != figure->item;
    }
    return true;
}

/* The lowest figure that is still near enough to figure `from`. */
static uint32_t horizon(const struct prose *prose, uint32_t from, uint32_t sentences) {
    uint32_t at = from, sentence = figure_at(prose, from)->sentence;
    while (at > 0 && from - at < BACK_FIGURES &&
           figure_at(prose, at - 1)->sentence + sentences >= sentence)
        at--;
    return at;
}

/* ---- numerators */

/* The nearest amount of the group before figure `from`, at most `sentences`
 * back. */
static uint32_t find_before(const struct rate *rate, enum role_group group, uint32_t sentences) {
    const struct prose *prose = rate->prose;
    uint32_t depth = figure_at(prose, rate->figure)->depth;
    for (uint32_t i = rate->figure, low = horizon(prose, i, sentences); i > low; i--)
        if (is_amount(prose, i - 1) && group_of(prose, i - 1) == group &&
            figure_at(prose, i - 1)->depth <= depth && !is_lone_part(prose, i - 1))
            return i - 1;
    return STATEMENT_NO_MENTION;
}

/* ---- denominators */

/* Order of preference of a denominator; 0 for figures that are none. */
static int rank_of(const struct rate *rate, uint32_t index) {
    static const int ranks[] = {
        [ROLE_ADJUSTED] = 1, [ROLE_BUDGET] = 2,  [ROLE_NONE] = 3,
        [ROLE_ORIGINAL] = 4, [ROLE_ARRIVED] = 5, [ROLE_CHANGE] = 0,
    };
    enum role role = figure_at(rate->prose, index)->role;
    int rank = ranks[role];
    if (rate->original && role != ROLE_ORIGINAL)
        return 0;
    return rank == 5 && rate->over == GROUP_ARRIVED ? 0 : rank;
}

/* Takes a denominator into the members, the preferred and then the nearer
 * first. */
static void take_denominator(struct rate *rate, uint32_t index) {
    int rank = rank_of(rate, index);
    uint32_t at = rate->count;
    if (rate->count == DENOMINATORS + 1)
        return;
    for (; at > 1 && rank_of(rate, rate->members[at - 1]) > rank; at--)
        rate->members[at] = rate->members[at - 1];
    rate->members[at] = index;
    rate->count++;
}

/* Whether the segment has no other part of the figure's list: 甲安排 5
 * 万元，支出 4 万元；乙 ... */
static bool is_alone_in_segment(const struct prose *prose, uint32_t part) {
    const struct figure *figure = figure_at(prose, part);
    for (uint32_t i = part, low = horizon(prose, part, 0); i > low; i--) {
        const struct figure *other = figure_at(prose, i - 1);
        if (other->segment != figure->segment)
            return true;
        if (other->list == figure->list && other->item != figure->item)
            return false;
    }
    return true;
}

/* The denominators among the figures [low, high) of one sentence, backwards. A
 * part of a list counts only right before the numerator. */
static void find_denominators(struct rate *rate, uint32_t low, uint32_t high, uint32_t depth) {
    const struct prose *prose = rate->prose;
    const struct figure *numerator = figure_at(prose, rate->members[0]);
    bool next = high > low && figure_at(prose, high - 1)->segment == numerator->segment;
    for (uint32_t i = high; i > low; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        if (kind_of(prose, i - 1) == MENTION_RATE && rate->count > 1)
            return;
        if (figure->depth > depth || !is_amount(prose, i - 1) || !rank_of(rate, i - 1))
            continue;
        bool part = figure->list && figure->siblings > 1;
        if (!part || (next && is_alone_in_segment(prose, i - 1)))
            take_denominator(rate, i - 1);
        next = false;
    }
}

/* Denominators before the numerator: in its segment, else in its sentence, else
 * in the nearest sentence before that has any. */
static void find_all_denominators(struct rate *rate) {
    const struct prose *prose = rate->prose;
    uint32_t numerator = rate->members[0], high = numerator;
    const struct figure *figure = figure_at(prose, numerator);
    uint32_t depth = figure->depth, low = high, end = horizon(prose, numerator, 0);
    while (low > end && figure_at(prose, low - 1)->segment == figure->segment)
        low--;
    find_denominators(rate, low, high, depth);
    if (rate->count == 1)
        find_denominators(rate, end, low, depth);
    end = rate->over == GROUP_SPENT ? horizon(prose, numerator, BACK_SENTENCES) : numerator;
    for (high = horizon(prose, numerator, 0); rate->count == 1 && high > end; high = low) {
        for (low = high - 1; low > end && figure_at(prose, low - 1)->sentence ==
                                              figure_at(prose, high - 1)->sentence;)
            low--;
        find_denominators(rate, low, high, 0);
        rate->doubtful |= rate->count > 1;
    }
}

/* Whether the order of preference leaves the choice open. */
static bool is_open(const struct rate *rate) {
    enum role first = figure_at(rate->prose, rate->members[1])->role;
    if (first == ROLE_ARRIVED)
        return true;
    if (rate->count == 2)
        return false;
    enum role second = figure_at(rate->prose, rate->members[2])->role;
    enum role last = figure_at(rate->prose, rate->members[rate->count - 1])->role;
    if (first != ROLE_NONE && second == ROLE_NONE && rate->members[1] < rate->members[2])
        return true; /* 预算 8 万元，加上结转可用 9 万元: the nearer one has another name */
    return last == ROLE_ARRIVED || (first == ROLE_NONE && second == ROLE_NONE);
}

/* ---- a rate */

static bool state_rate(struct rate *rate, struct err *err) {
    struct prose *prose = rate->prose;
    figure_at(prose, rate->members[0])->rated = true;
    struct statement statement = {
        .kind = STATEMENT_RATE,
        .figure = figure_at(prose, rate->figure)->mention,
        .doubtful = rate->doubtful,
        .label = rate->name,
    };
    return prose_state(prose, statement, rate->members, rate->count, err);
}

/* 预算执行率 98%（支出 98 万元，预算 100 万元）: both operands
 * behind the rate. */
static bool find_after(struct rate *rate) {
    const struct prose *prose = rate->prose;
    uint32_t sentence = figure_at(prose, rate->figure)->sentence;
    uint32_t numerator = STATEMENT_NO_MENTION, denominator = STATEMENT_NO_MENTION;
    for (uint32_t i = rate->figure + 1; i < prose->figures.count; i++) {
        if (figure_at(prose, i)->sentence != sentence || kind_of(prose, i) == MENTION_RATE)
            break;
        if (!is_amount(prose, i))
            continue;
        if (numerator == STATEMENT_NO_MENTION && group_of(prose, i) == rate->over)
            numerator = i;
        if (denominator == STATEMENT_NO_MENTION && group_of(prose, i) == GROUP_BUDGET)
            denominator = i;
    }
    if (numerator == STATEMENT_NO_MENTION || denominator == STATEMENT_NO_MENTION)
        return false;
    rate->members[0] = numerator;
    rate->members[1] = denominator;
    rate->count = 2;
    rate->doubtful = true;
    return true;
}

/* 政府采购执行率 belongs to amounts of 采购 only. */
static bool is_of_another(const struct rate *rate, uint32_t numerator) {
    static const char *const subjects[] = {"采购", "三公", "公用经费", "非税",
                                           "会议", "培训", "人员经费", "基本支出"};
    const struct prose *prose = rate->prose;
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        if (str_has(rate->name, subjects[i]) &&
            !str_has(figure_at(prose, numerator)->lead, subjects[i]) &&
            !(numerator && str_has(figure_at(prose, numerator - 1)->lead, subjects[i])))
            return true;
    return false;
}

/* A rate of money: 执行率, 到位率, 结余率. */
static bool money_rate(struct rate *rate, struct err *err) {
    const struct prose *prose = rate->prose;
    uint32_t numerator = find_before(rate, rate->over, 0);
    if (numerator == STATEMENT_NO_MENTION) {
        if (find_after(rate))
            return is_of_another(rate, rate->members[0]) || state_rate(rate, err);
        numerator =
            rate->over == GROUP_SPENT ? find_before(rate, rate->over, 1) : STATEMENT_NO_MENTION;
        rate->doubtful = true;
    }
    if (numerator == STATEMENT_NO_MENTION || figure_at(prose, numerator)->rated ||
        is_of_another(rate, numerator))
        return true;
    rate->members[0] = numerator;
    rate->count = 1;
    find_all_denominators(rate);
    if (rate->count == 1)
        return true;
    rate->doubtful |= is_open(rate);
    return state_rate(rate, err);
}

static bool is_thing(const struct prose *prose, uint32_t index) {
    enum mention_kind kind = kind_of(prose, index);
    return (kind == MENTION_COUNT || kind == MENTION_AREA || kind == MENTION_LENGTH ||
            kind == MENTION_AMOUNT) &&
           is_operand(prose, index);
}

/* Whether figure `index` is what the rate's name says is done: 合格 for
 * 合格率. */
static bool is_done(const struct rate *rate, uint32_t index, struct str stem) {
    const struct figure *figure = figure_at(rate->prose, index);
    if (!stem.len)
        return member_group(figure->role) == GROUP_SPENT;
    if (kind_of(rate->prose, index) == MENTION_AMOUNT)
        return false;
    assert(stem.len == 6);               /* two characters */
    char word[7] = {0}, turned[7] = {0}; /* 收回 198 份，回收率 */
    memcpy(word, stem.ptr, 6);
    memcpy(turned, stem.ptr + 3, 3);
    memcpy(turned + 3, stem.ptr, 3);
    return str_has(figure->lead, word) || str_has(figure->tail, word) ||
           str_has(figure->lead, turned);
}

/* 计划 10 公里，完成 9 公里，完成率 90%; 抽检 50 批次，合格
 * 49 批次，合格率 98%: both in the sentence, nothing of the kind between
 * them. */
static bool thing_rate(struct rate *rate, struct str stem, struct err *err) {
    const struct prose *prose = rate->prose;
    uint32_t low = horizon(prose, rate->figure, 0), at = rate->figure;
    uint32_t depth = figure_at(prose, rate->figure)->depth;
    while (at > low && !is_thing(prose, at - 1))
        at--;
    if (at == low || !is_done(rate, at - 1, stem) || figure_at(prose, at - 1)->depth > depth)
        return true;
    uint32_t numerator = --at;
    while (at > low && !(is_thing(prose, at - 1) && prose_is_same_kind(prose, at - 1, numerator)))
        at--;
    if (at == low || is_done(rate, at - 1, stem) || figure_at(prose, at - 1)->depth > depth)
        return true;
    if (!stem.len && group_of(prose, at - 1) != GROUP_BUDGET)
        return true;
    rate->members[0] = numerator;
    rate->members[1] = at - 1;
    rate->count = 2;
    rate->doubtful = stem.len > 0 || numerator != at;
    return state_rate(rate, err);
}

/* 支付 9 万元，占总投资的 75%: the amount right before, and the
 * nearest that is called so. Its name makes the tie certain, unless another
 * bears it as well. */
static bool share_rate(struct rate *rate, struct str base, struct err *err) {
    struct prose *prose = rate->prose;
    uint32_t figure = rate->figure, low = horizon(prose, figure, BACK_SENTENCES);
    if (figure == 0 || !is_amount(prose, figure - 1) ||
        figure_at(prose, figure - 1)->sentence != figure_at(prose, figure)->sentence ||
        figure_at(prose, figure - 1)->depth != figure_at(prose, figure)->depth)
        return true;
    rate->members[0] = figure - 1;
    rate->count = 1;
    for (uint32_t i = figure - 1; i > low && rate->count < 3; i--)
        if (is_amount(prose, i - 1) && member_is_named(figure_at(prose, i - 1), base))
            rate->members[rate->count++] = i - 1;
    rate->doubtful = rate->count == 3;
    rate->count = rate->count == 3 ? 2 : rate->count;
    return rate->count == 1 || state_rate(rate, err);
}

static bool is_no_share(struct str stem) {
    static const char *const stems[] = {"增长", "下降", "变动", "调整", "控制", "利用",
                                        "降低", "提高", "递增", "压减", "变化", "浮动"};
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (str_is(stem, stems[i]))
            return true;
    return false;
}

static bool name_rate(struct rate *rate, struct err *err) {
    const struct prose *prose = rate->prose;
    struct str lead = figure_at(prose, rate->figure)->lead;
    struct match match;
    if (cue_find(prose->doc, prose->patterns, CUE_SHARE, lead, 0, &match)) {
        rate->name = match_group(lead, &match, 1);
        return share_rate(rate, match_group(lead, &match, 2), err);
    }
    if (!cue_find(prose->doc, prose->patterns, CUE_RATE, lead, 0, &match))
        return true;
    rate->name = match_group(lead, &match, RATE_GROUP_NAME);
    rate->original = str_has(match_group(lead, &match, RATE_GROUP_OF), "年初");
    struct str stem = match_group(lead, &match, RATE_GROUP_STEM);
    rate->over = match.start[RATE_GROUP_ARRIVED] != SIZE_MAX   ? GROUP_ARRIVED
                 : match.start[RATE_GROUP_BALANCE] != SIZE_MAX ? GROUP_BALANCE
                                                               : GROUP_SPENT;
    if (stem.len)
        return is_no_share(stem) || thing_rate(rate, stem, err);
    if (match.start[RATE_GROUP_DONE] != SIZE_MAX)
        return thing_rate(rate, stem, err);
    return money_rate(rate, err);
}

/* ---- changes */

/* The word 收入 or 支出 that a change's sentence names as its subject; NULL
 * when it names none. */
static const char *subject_of(const struct prose *prose, uint32_t change) {
    static const char *const subjects[] = {"收入", "支出"};
    const struct mention *mention = prose_mention(prose, change);
    struct str before = str_slice(mention->passage->text, 0, mention->start);
    size_t stop = str_rfind(before, "。", before.len);
    before = str_slice(before, stop == SIZE_MAX ? 0 : stop, before.len);
    before = str_slice(before, before.len > NAME_BYTES * 2 ? before.len - NAME_BYTES * 2 : 0,
                       before.len);
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

/* Whether another part of the figure's list has a change of its own right
 * behind it; else a change behind the list is the whole's. */
static bool has_changing_sibling(const struct prose *prose, uint32_t part) {
    uint32_t list = figure_at(prose, part)->list;
    for (uint32_t i = part, low = horizon(prose, part, 0); i > low; i--)
        if (figure_at(prose, i - 1)->list == list && figure_at(prose, i)->role == ROLE_CHANGE)
            return true;
    return false;
}

/* This year's figure: the nearest of the kind before its change, no part of a
 * list elsewhere. */
static uint32_t find_this_year(const struct prose *prose, uint32_t change) {
    uint32_t segment = figure_at(prose, change)->segment;
    for (uint32_t i = change, low = horizon(prose, change, BACK_SENTENCES); i > low; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        if (!prose_is_same_kind(prose, i - 1, change) || figure->depth > 0)
            continue;
        if (figure->list && figure->siblings > 1 &&
            (figure->segment != segment || !has_changing_sibling(prose, i - 1)))
            continue;
        if (!is_operand(prose, i - 1))
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
    struct rate rate = {
        .prose = prose,
        .figure = figure,
        .name = prose_label(prose, figure),
        .members = {figure - 1, figure - 2},
        .count = 2,
    };
    return state_rate(&rate, err);
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

/* ---- balances */

/* The nearest amount of one of the groups before `from`, down to `low`; `only`
 * is cleared when last year's balance or a change stands between, which makes
 * the sum another. */
static uint32_t find_operand(const struct prose *prose, uint32_t from, uint32_t low, bool spent,
                             bool *only) {
    for (uint32_t i = from; i > low; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        enum role_group group = member_group(figure->role);
        if (kind_of(prose, i - 1) != MENTION_AMOUNT || is_lone_part(prose, i - 1))
            continue;
        *only &= group != GROUP_BALANCE && figure->role != ROLE_CHANGE;
        if (!is_operand(prose, i - 1) || figure->depth > 0)
            continue;
        if (spent ? group == GROUP_SPENT : group != GROUP_SPENT && group != GROUP_BALANCE)
            return i - 1;
    }
    return STATEMENT_NO_MENTION;
}

static bool is_balance(const struct prose *prose, uint32_t index) {
    const struct figure *figure = figure_at(prose, index);
    return figure->role == ROLE_BALANCE && is_amount(prose, index) && figure->depth == 0 &&
           !(figure->list && figure->siblings > 1 && is_lone_part(prose, index)) &&
           !str_has(figure->lead, "上年") && !str_has(figure->lead, "年初") &&
           !str_has(figure->lead, "累计") &&
           cue_has(prose->doc, prose->patterns, CUE_BALANCE, figure->lead);
}

/* Whether the sentence has no other amount; then the one before may have
 * them. */
static bool is_alone(const struct prose *prose, uint32_t balance) {
    uint32_t sentence = figure_at(prose, balance)->sentence;
    for (uint32_t i = horizon(prose, balance, 0); i < prose->figures.count; i++)
        if (figure_at(prose, i)->sentence != sentence)
            break;
        else if (i != balance && kind_of(prose, i) == MENTION_AMOUNT)
            return false;
    return balance > 0 &&
           prose_mention(prose, balance - 1)->passage == prose_mention(prose, balance)->passage;
}

/* 上年结转 1 万元，收入 9 万元: more than the one figure is spent
 * from. */
static bool has_other_source(const struct prose *prose, uint32_t budget) {
    for (uint32_t i = budget, low = horizon(prose, budget, 0); i > low; i--) {
        enum role_group group = group_of(prose, i - 1);
        if (kind_of(prose, i - 1) == MENTION_AMOUNT &&
            (group == GROUP_BALANCE || group == GROUP_INCOME))
            return true;
    }
    return false;
}

/* 预算 10 万元，支出 9 万元，结余 1 万元. */
static bool state_balance(struct prose *prose, uint32_t balance, struct err *err) {
    bool only = true;
    uint32_t low = horizon(prose, balance, is_alone(prose, balance) ? 1 : 0);
    uint32_t spent = find_operand(prose, balance, low, true, &only);
    if (spent == STATEMENT_NO_MENTION)
        return true;
    uint32_t budget = find_operand(prose, spent, horizon(prose, spent, 1), false, &only);
    if (budget == STATEMENT_NO_MENTION || !only || has_other_source(prose, budget))
        return true;
    uint32_t members[] = {budget, spent};
    uint32_t sentence = figure_at(prose, balance)->sentence;
    struct statement statement = {
        .kind = STATEMENT_BALANCE,
        .figure = figure_at(prose, balance)->mention,
        .doubtful = figure_at(prose, budget)->sentence != sentence ||
                    figure_at(prose, budget)->role == ROLE_NONE ||
                    figure_at(prose, budget)->role == ROLE_ARRIVED,
        .label = prose_label(prose, balance),
    };
    return prose_state(prose, statement, members, 2, err);
}

/* ---- all */

static bool is_stated_rate(const struct prose *prose, uint32_t index) {
    const struct mention *mention = prose_mention(prose, index);
    return mention->kind == MENTION_RATE && figure_at(prose, index)->exact && !mention->malformed &&
           !str_has(mention->unit, "点");
}

bool ratio_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++) {
        bool done = true;
        if (is_balance(prose, i)) {
            done = state_balance(prose, i, err);
        } else if (is_stated_rate(prose, i) && figure_at(prose, i)->role == ROLE_CHANGE) {
            done = state_change(prose, i, err);
        } else if (is_stated_rate(prose, i)) {
            struct rate rate = {.prose = prose, .figure = i};
            done = name_rate(&rate, err);
        }
        if (!done)
            return false;
    }
    return true;
}
