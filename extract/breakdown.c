#include "extract/breakdown.h"

#include "extract/listing.h"
#include "extract/member.h"

/* The figures of the items fall into channels by kind and role. With one figure
 * of a kind an item, all are parts of one whole, whatever their roles:
 * 基本支出 and 项目支出 are names. With several, the roles tell the
 * channels apart, and each must reach through all items and find a whole of its
 * own role. */

static const struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

/* Figures of one kind and role, at most one an item. */
struct channel {
    uint32_t figures[LIMIT_STATEMENT_MEMBERS];
    uint32_t count;
    uint32_t items;  /* items that have any figure of the kind */
    bool unclear;    /* an approximate or doubled figure: no list */
    uint32_t paired; /* items with several figures of the kind, with different roles */
    /* only the last item is paired: 其中甲 6 万元，乙 4 万元，支出
     * 9 万元 */
    bool last_only;
    enum role_group group;
};

/* The figures of the kind of `sample` whose group is `group` (GROUP_BUDGET
 * takes figures without a role, too); all of them when `group` is
 * GROUP_NONE. */
static void gather(const struct listing *list, uint32_t sample, enum role_group group,
                   struct channel *channel) {
    const struct prose *prose = list->prose;
    uint32_t last = UINT32_MAX, taken = UINT32_MAX, paired = UINT32_MAX;
    channel->count = channel->items = channel->paired = 0;
    channel->group = group;
    channel->unclear = false;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct entry *entry = &list->entries[i];
        const struct figure *figure = figure_at(prose, entry->figure);
        if (!prose_is_same_kind(prose, entry->figure, sample))
            continue;
        if (entry->item == last && entry->item != paired) {
            channel->paired++;
            paired = entry->item;
        }
        channel->items += entry->item != last;
        last = entry->item;
        enum role_group own = member_group(figure->role);
        if (group != GROUP_NONE && own != group && !(group == GROUP_BUDGET && own == GROUP_NONE))
            continue;
        channel->unclear |=
            !figure->exact || figure->bracketed || (group != GROUP_NONE && taken == entry->item);
        taken = entry->item;
        channel->figures[channel->count++] = entry->figure;
    }
    channel->last_only = channel->paired == 1 && paired == last && channel->items > 1;
}

/* In a list of named parts, a figure with nothing but a role word is about the
 * whole: 其中 A 6 万元， B 4 万元，支出 9 万元. False when the bare
 * figures are all there is and have different roles. */
static bool drop_bare(const struct prose *prose, struct channel *channel) {
    uint32_t kept = 0, groups = 0;
    for (uint32_t i = 0; i < channel->count; i++) {
        const struct figure *figure = figure_at(prose, channel->figures[i]);
        kept += !figure->bare;
        if (figure->bare)
            groups |= 1u << member_group(figure->role);
    }
    if (!kept)
        return (groups & (groups - 1)) == 0;
    kept = 0;
    for (uint32_t i = 0; i < channel->count; i++)
        if (!figure_at(prose, channel->figures[i])->bare)
            channel->figures[kept++] = channel->figures[i];
    channel->count = kept;
    return true;
}

/* 甲安排 4 万元、乙安排 5 万元 look for a budget as their whole;
 * 基本支出 and 项目收入 together look for any. */
static enum role_group common_group(const struct prose *prose, const struct channel *channel) {
    enum role_group group = member_group(figure_at(prose, channel->figures[0])->role);
    for (uint32_t i = 1; i < channel->count; i++)
        if (member_group(figure_at(prose, channel->figures[i])->role) != group)
            return GROUP_NONE;
    return group;
}

/* 追加预算 9 万元，其中 … right behind it: money like any other. */
static bool is_added(const struct listing *list, uint32_t index) {
    return index + 1 == list->hi && str_has(figure_at(list->prose, index)->lead, "追加");
}

/* 其中 never divides a change (增加 9 万元), a price of one (每户 9
 * 万元) or an aside: 支出 9 万元（预付 3 万元），其中 …
 * divides the 9. */
static bool can_be_whole(const struct listing *list, uint32_t index, uint32_t sample) {
    const struct figure *figure = figure_at(list->prose, index);
    return prose_is_same_kind(list->prose, index, sample) &&
           (figure->role != ROLE_CHANGE || is_added(list, index)) && !figure->unit_price &&
           !figure->bracketed && !member_is_aside(figure) && figure->depth <= list->depth;
}

/* The whole: the nearest figure of the kind before the cue word, of the group
 * asked for where there is one. Parts of a list of their own come last. */
static uint32_t find_whole(const struct listing *list, uint32_t sample, enum role_group group,
                           bool strict) {
    const struct prose *prose = list->prose;
    uint32_t best = STATEMENT_NO_MENTION;
    int best_rank = 0;
    for (uint32_t i = list->hi; i > list->lo; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        if (!can_be_whole(list, i - 1, sample))
            continue;
        enum role_group own = member_group(figure->role);
        /* 支出 9 万元，结余 1 万元。按机构分：… divides what was spent */
        bool left = list->cross && own == GROUP_BALANCE;
        bool fits = own == group || (group == GROUP_NONE && !left);
        bool near = own == GROUP_NONE && (!strict || group == GROUP_BUDGET);
        if (strict && !fits && !near)
            continue;
        bool hidden = list->cross && figure->list && figure->siblings > 1;
        int named = member_shares_name(prose, i - 1, sample) ? 8 : 0;
        int rank = 1 + named + (fits ? 2 : near ? 1 + !strict : 0) + (hidden ? 0 : 4);
        if (rank > best_rank) {
            best_rank = rank;
            best = i - 1;
        }
    }
    return best;
}

/* Whether counts of the channel are of the whole's things; cuts it off at the
 * first part that is of another kind. */
static bool is_counted_alike(const struct prose *prose, struct channel *channel, uint32_t whole) {
    if (prose_mention(prose, whole)->kind != MENTION_COUNT)
        return true;
    for (uint32_t i = 0; i < channel->count; i++) {
        const struct figure *part = figure_at(prose, channel->figures[i]);
        if (!member_counts_alike(prose, whole, channel->figures[i]) || member_overlaps(part))
            return false;
        if (member_is_other(figure_at(prose, whole), part))
            channel->count = i;
    }
    return true;
}

bool breakdown_state(struct prose *prose, const struct parts *parts, uint32_t list,
                     struct err *err) {
    struct statement statement = {
        .kind = STATEMENT_BREAKDOWN,
        .figure = figure_at(prose, parts->whole)->mention,
        .closed = parts->closed,
        .doubtful = parts->doubtful,
        .label = prose_label(prose, parts->whole),
    };
    for (uint32_t i = 0; i < parts->count; i++) {
        struct figure *figure = &prose->figures.items[parts->figures[i]];
        figure->list = list;
        figure->siblings = parts->count;
        figure->whole = parts->whole;
    }
    return prose_state(prose, statement, parts->figures, parts->count, err);
}

/* 受理 12 件，办结 11 件，办结率 92%，其中 ...: behind a rate the
 * list may divide either figure. */
static bool is_behind_rate(const struct listing *list, uint32_t whole) {
    const struct prose *prose = list->prose;
    if (list->cross || prose_mention(prose, list->hi - 1)->kind != MENTION_RATE)
        return false;
    for (uint32_t i = list->lo; i < whole; i++)
        if (prose_is_same_kind(prose, i, whole) && figure_at(prose, i)->role != ROLE_CHANGE)
            return true;
    return false;
}

/* Whether the whole that was found is the figure that the cue word follows. 年初
 * 9 万元，追加 2 万元，其中 … may as well divide both. */
static bool is_next_to(const struct listing *list, uint32_t whole) {
    if (figure_at(list->prose, whole)->role == ROLE_CHANGE)
        for (uint32_t i = list->lo; i < whole; i++)
            if (can_be_whole(list, i, whole))
                return false;
    for (uint32_t i = whole + 1; i < list->hi; i++)
        if (can_be_whole(list, i, whole))
            return false;
    return true;
}

/* A list of one figure is stated, as doubtful: it can show an excess (其中甲
 * 12 万元 of 9), never a shortfall. */
static bool state_channel(struct listing *list, struct channel *channel, bool strict,
                          struct err *err) {
    struct prose *prose = list->prose;
    uint32_t least = list->single ? 1 : 2;
    if (channel->unclear || channel->count < least)
        return true;
    enum role_group group = strict ? channel->group : common_group(prose, channel);
    uint32_t whole = find_whole(list, channel->figures[0], group, strict);
    if (whole == STATEMENT_NO_MENTION || !figure_at(prose, whole)->exact ||
        !is_counted_alike(prose, channel, whole) || channel->count < least)
        return true;
    /* a count behind its rate stays open: 受理 12 件, 办结 11 件 and
     * 满意 10 件 are all things of one kind, amounts differ by role */
    bool open = !strict && is_behind_rate(list, whole);
    if (open && prose_mention(prose, whole)->kind != MENTION_AMOUNT)
        return true;
    bool fits = group != GROUP_NONE && group == member_group(figure_at(prose, whole)->role);
    struct parts parts = {
        .whole = whole,
        .figures = channel->figures,
        .count = channel->count,
        .closed = list->closed,
        .doubtful = list->doubtful || channel->count == 1 || (open && !fits) ||
                    (!strict && !is_next_to(list, whole)),
    };
    return breakdown_state(prose, &parts, prose->lists, err);
}

/* All channels of one kind of figure. */
static bool state_kind(struct listing *list, uint32_t sample, struct err *err) {
    struct channel channel;
    gather(list, sample, GROUP_NONE, &channel);
    if (!channel.paired || channel.last_only)
        return !drop_bare(list->prose, &channel) || !channel.count ||
               state_channel(list, &channel, false, err);
    for (enum role_group group = GROUP_BUDGET; group <= GROUP_BALANCE; group++) {
        gather(list, sample, group, &channel);
        if (channel.count == channel.items && channel.count > 1 &&
            !state_channel(list, &channel, true, err))
            return false;
    }
    return true;
}

/* One pass a kind: 其中道路 3 条，20 万元；桥梁 2 座，30 万元 is
 * a list of amounts, and two lists of one thing each, which count nothing. */
static bool state_list(struct listing *list, struct err *err) {
    struct prose *prose = list->prose;
    uint32_t before = 0;
    prose->lists++;
    for (uint32_t i = 0; i < list->count; i++)
        prose->figures.items[list->entries[i].figure].item = list->entries[i].item;
    for (uint32_t i = 0; i < list->count; i++, before = 0) {
        while (before < i &&
               !prose_is_same_kind(prose, list->entries[before].figure, list->entries[i].figure))
            before++;
        if (before == i && list->entries[i].figure != UINT32_MAX &&
            !state_kind(list, list->entries[i].figure, err))
            return false;
    }
    return true;
}

/* The scan goes on behind the cue word, not behind the list: a list within the
 * list has its own cue word in it. */
static bool read_list(struct prose *prose, uint32_t at, uint32_t *end, struct err *err) {
    struct listing list;
    *end = at + 1;
    if (!listing_open(&list, prose, at))
        return true;
    *end = list.begin;
    listing_read(&list);
    return state_list(&list, err);
}

bool breakdown_scan(struct prose *prose, struct err *err) {
    uint32_t at = 0;
    while (at < prose->tokens.count) {
        if (!listing_opens(prose, at))
            at++;
        else if (!read_list(prose, at, &at, err))
            return false;
    }
    return true;
}
