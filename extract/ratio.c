#include "extract/ratio.h"

#include <assert.h>

#include "extract/operand.h"

/* A rate follows its figures. The numerator is the nearest amount of the role
 * that the rate's name asks for; the denominators are looked for before it, in
 * its segment first, then in its sentence, then in the sentences before. Parts
 * of lists hide behind their wholes, unless the item has both figures. What
 * stands further off, or has a rival, makes the statement doubtful. */

/* PART_FIGURES: how far the parts of one list are looked for. */
enum { DENOMINATORS = 4, PART_FIGURES = 24 };

/* A rate whose operands are looked for. */
struct rate {
    struct prose *prose;
    uint32_t figure;
    enum role_group over; /* what the numerator is */
    struct str name;      /* 预算执行率 */
    bool original;        /* 年初预算 is named as the denominator */
    bool share;           /* of a part in its list's whole */
    uint32_t members[DENOMINATORS + 1];
    uint32_t count;
    bool doubtful;
};

static struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

/* ---- numerators */

/* The nearest amount of the group before figure `from`, at most `sentences`
 * back. */
static uint32_t find_before(const struct rate *rate, enum role_group group, uint32_t sentences) {
    const struct prose *prose = rate->prose;
    uint32_t depth = figure_at(prose, rate->figure)->depth;
    for (uint32_t i = rate->figure, low = operand_horizon(prose, i, sentences); i > low; i--)
        if (operand_is_amount(prose, i - 1) && operand_group(prose, i - 1) == group &&
            figure_at(prose, i - 1)->depth <= depth && !operand_is_lone_part(prose, i - 1))
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
    for (uint32_t i = part, low = operand_horizon(prose, part, 0); i > low; i--) {
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
        if (operand_kind(prose, i - 1) == MENTION_RATE && rate->count > 1)
            return;
        if (figure->depth > depth || !operand_is_amount(prose, i - 1) || !rank_of(rate, i - 1))
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
    uint32_t depth = figure->depth, low = high, end = operand_horizon(prose, numerator, 0);
    while (low > end && figure_at(prose, low - 1)->segment == figure->segment)
        low--;
    find_denominators(rate, low, high, depth);
    if (rate->count == 1)
        find_denominators(rate, end, low, depth);
    end = rate->over == GROUP_SPENT ? operand_horizon(prose, numerator, OPERAND_SENTENCES)
                                    : numerator;
    for (high = operand_horizon(prose, numerator, 0); rate->count == 1 && high > end; high = low) {
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
        /* 预算 8 万元，加上结转可用 9 万元: the nearer has another
         * name */
        return true;
    return last == ROLE_ARRIVED || (first == ROLE_NONE && second == ROLE_NONE);
}

/* 年初预算 8 万元，追加 2 万元，支出 9 万元，执行率 90%: the rate is
 * over a sum that the sentence does not print. */
static bool is_of_a_sum(const struct rate *rate) {
    static const char *const words[] = {"追加", "调增", "调减", "核减", "压减", "调整"};
    const struct prose *prose = rate->prose;
    uint32_t nearest = 0;
    for (uint32_t i = 1; i < rate->count; i++) {
        if (figure_at(prose, rate->members[i])->role == ROLE_ADJUSTED)
            return false;
        if (rate->members[i] > nearest)
            nearest = rate->members[i];
    }
    for (uint32_t i = nearest + 1; !rate->original && i < rate->members[0]; i++)
        for (size_t word = 0; word < sizeof words / sizeof *words; word++)
            if (figure_at(prose, i)->role == ROLE_CHANGE &&
                operand_kind(prose, i) == MENTION_AMOUNT &&
                str_has(figure_at(prose, i)->lead, words[word]))
                return true;
    return false;
}

/* ---- a rate */

/* One spending has one rate: 支出 9 万元，执行率 90%。支出率达 95%
 * must not hold the second against the first's figures. */
static bool state_rate(struct rate *rate, struct err *err) {
    struct prose *prose = rate->prose;
    figure_at(prose, rate->members[0])->rated = true;
    struct statement statement = {
        .kind = STATEMENT_RATE,
        .figure = figure_at(prose, rate->figure)->mention,
        .doubtful = rate->doubtful,
        .share = rate->share,
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
        if (figure_at(prose, i)->sentence != sentence || operand_kind(prose, i) == MENTION_RATE)
            break;
        if (!operand_is_amount(prose, i))
            continue;
        if (numerator == STATEMENT_NO_MENTION && operand_group(prose, i) == rate->over)
            numerator = i;
        if (denominator == STATEMENT_NO_MENTION && operand_group(prose, i) == GROUP_BUDGET)
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
    if (rate->count == 1 || is_of_a_sum(rate))
        return true;
    rate->doubtful |= is_open(rate);
    return state_rate(rate, err);
}

/* 户, 亩 and 公里 are planned and done like money is; scores and rates are
 * not. */
static bool is_thing(const struct prose *prose, uint32_t index) {
    enum mention_kind kind = operand_kind(prose, index);
    return (kind == MENTION_COUNT || kind == MENTION_AREA || kind == MENTION_LENGTH ||
            kind == MENTION_AMOUNT) &&
           operand_is(prose, index);
}

/* Whether figure `index` is what the rate's name says is done: 合格 for
 * 合格率. */
static bool is_done(const struct rate *rate, uint32_t index, struct str stem) {
    const struct figure *figure = figure_at(rate->prose, index);
    if (!stem.len)
        return member_group(figure->role) == GROUP_SPENT;
    if (operand_kind(rate->prose, index) == MENTION_AMOUNT)
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
    uint32_t low = operand_horizon(prose, rate->figure, 0), at = rate->figure;
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
    if (!stem.len && operand_group(prose, at - 1) != GROUP_BUDGET)
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
    uint32_t figure = rate->figure, low = operand_horizon(prose, figure, OPERAND_SENTENCES);
    if (figure == 0 || !operand_is_amount(prose, figure - 1) ||
        figure_at(prose, figure - 1)->sentence != figure_at(prose, figure)->sentence ||
        figure_at(prose, figure - 1)->depth != figure_at(prose, figure)->depth)
        return true;
    rate->members[0] = figure - 1;
    rate->count = 1;
    for (uint32_t i = figure - 1; i > low && rate->count < 3; i--)
        if (operand_is_amount(prose, i - 1) && member_is_named(figure_at(prose, i - 1), base))
            rate->members[rate->count++] = i - 1;
    rate->doubtful = rate->count == 3;
    rate->count = rate->count == 3 ? 2 : rate->count;
    return rate->count == 1 || state_rate(rate, err);
}

/* Whether the words before a rate name nothing that it is a share of: 占,
 * 占比. */
static bool is_plain_share(struct str lead) {
    /* clang-format off */
    static const char *const words[] = {
        "占", "占比", "占比为", "占比：", "约占", "所占比例为",
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(lead, words[i]))
            return true;
    return false;
}

/* Whether every part of the list has such a share behind it: then they can be of
 * nothing but the whole. */
static bool all_have_shares(const struct prose *prose, uint32_t part) {
    uint32_t list = figure_at(prose, part)->list, shares = 0;
    uint32_t from = part > PART_FIGURES ? part - PART_FIGURES : 0;
    for (uint32_t i = from; i + 1 < prose->figures.count && i <= part + PART_FIGURES; i++)
        shares += figure_at(prose, i)->list == list && operand_kind(prose, i + 1) == MENTION_RATE &&
                  is_plain_share(figure_at(prose, i + 1)->lead);
    return shares == figure_at(prose, part)->siblings;
}

/* 甲预算 5 万元，支出 4 万元，占 80%: the item has what it may be a share
 * of. */
static bool is_second(const struct prose *prose, uint32_t part) {
    const struct figure *figure = figure_at(prose, part);
    return part > 0 && part - 1 != figure->whole && prose_is_same_kind(prose, part - 1, part) &&
           figure_at(prose, part - 1)->segment == figure->segment;
}

/* 其中甲 4 万元，占 40%；乙 6 万元（占 60%）: of the whole that the list
 * divides, when the part stands right before. */
static bool part_share(struct rate *rate, struct err *err) {
    struct prose *prose = rate->prose;
    uint32_t part = rate->figure - 1;
    const struct figure *figure = figure_at(prose, part);
    if (!figure->list || figure->siblings < 2 || !operand_is(prose, part) ||
        figure->segment != figure_at(prose, rate->figure)->segment || is_second(prose, part))
        return true;
    rate->members[0] = part;
    rate->members[1] = figure->whole;
    rate->count = 2;
    rate->share = true;
    rate->name = str_printf(&prose->doc->arena, "%.*s占比", STR_ARGS(prose_label(prose, part)));
    rate->doubtful = !all_have_shares(prose, part);
    return state_rate(rate, err);
}

/* 完成投资 4 万元，占总投资 6 万元的 67%: the figure right before the
 * base. Behind a list it may be the list that is compared, and 达到 6 万元的
 * 67% may reckon with more than the sentence tells. */
static bool base_rate(struct rate *rate, struct err *err) {
    struct prose *prose = rate->prose;
    uint32_t base = rate->figure - 1;
    if (base == 0 || !figure_at(prose, base)->exact || !operand_is(prose, base - 1) ||
        !prose_is_same_kind(prose, base - 1, base) ||
        figure_at(prose, base - 1)->segment != figure_at(prose, base)->segment ||
        figure_at(prose, base - 1)->depth != figure_at(prose, base)->depth)
        return true;
    rate->members[0] = base - 1;
    rate->members[1] = base;
    rate->count = 2;
    rate->name = figure_at(prose, base)->lead;
    rate->doubtful = !str_starts(rate->name, "占") ||
                     (figure_at(prose, base - 1)->list && figure_at(prose, base - 1)->siblings > 1);
    return state_rate(rate, err);
}

/* 增长率 20% divides a change, 控制率 98% is over a limit and 利用率
 * over a capacity: the two counts before are not its operands. */
static bool is_no_share(struct str stem) {
    static const char *const stems[] = {"增长", "下降", "变动", "调整", "控制", "利用",
                                        "降低", "提高", "递增", "压减", "变化", "浮动"};
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (str_is(stem, stems[i]))
            return true;
    return false;
}

/* 占总投资的 75% names its base and is certain; 执行率 names a role;
 * 合格率 only a word that must be found again in 合格 49 批次. */
static bool name_rate(struct rate *rate, struct err *err) {
    const struct prose *prose = rate->prose;
    struct str lead = figure_at(prose, rate->figure)->lead;
    struct match match;
    if (rate->figure && figure_at(prose, rate->figure - 1)->base)
        return base_rate(rate, err);
    if (rate->figure && is_plain_share(lead))
        return part_share(rate, err);
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

bool ratio_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++) {
        struct rate rate = {.prose = prose, .figure = i};
        if (operand_is_rate(prose, i) && figure_at(prose, i)->role != ROLE_CHANGE &&
            !name_rate(&rate, err))
            return false;
    }
    return true;
}
