#include "extract/breakdown.h"

#include "base/limits.h"
#include "base/utf8.h"

/* How far a list or its whole is looked for, in tokens and figures: bounds the work for one cue
 * word on hostile text; the longest list seen in a report has some thirty parts. */
enum { LIST_TOKENS = 1024, WITHIN_FIGURES = 64, NOUN_BYTES = 60, TWO_CHARACTERS = 6 };

/* A figure that may be a part. */
struct entry {
    uint32_t figure;
    uint32_t item; /* figures of one item stand together: 道路 3 条，安排 9 万元，支出 8 万元 */
};

/* A list that is being read. */
struct listing {
    struct prose *prose;
    uint32_t intro;  /* token of its cue word */
    uint32_t begin;  /* first token behind the cue words */
    uint32_t depth;  /* of its items */
    uint32_t lo, hi; /* figures among which the whole is: [lo, hi) */
    bool closed, doubtful;
    bool single; /* one part is enough: 其中 */
    bool cross;  /* the whole stands in a sentence before */
    bool marked; /* its items are numbered */
    uint32_t item;
    uint32_t slot_figure; /* of an item without figure of its own: the one in its bracket */
    uint32_t slot_count;
    bool slot_filled;
    struct entry entries[LIMIT_STATEMENT_MEMBERS];
    uint32_t count;
};

enum role_group breakdown_group(enum role role) {
    static const enum role_group groups[] = {
        [ROLE_NONE] = GROUP_NONE,       [ROLE_BUDGET] = GROUP_BUDGET,
        [ROLE_ADJUSTED] = GROUP_BUDGET, [ROLE_ORIGINAL] = GROUP_BUDGET,
        [ROLE_ARRIVED] = GROUP_ARRIVED, [ROLE_INCOME] = GROUP_INCOME,
        [ROLE_SPENT] = GROUP_SPENT,     [ROLE_BALANCE] = GROUP_BALANCE,
        [ROLE_CHANGE] = GROUP_NONE,
    };
    return groups[role];
}

static const struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

static bool is_intro(enum token_kind kind) {
    return kind == TOKEN_AMONG || kind == TOKEN_NAMELY || kind == TOKEN_EACH;
}

static bool is_break(enum token_kind kind) {
    return kind == TOKEN_PAUSE || kind == TOKEN_COMMA || kind == TOKEN_SEMICOLON ||
           kind == TOKEN_COLON;
}

/* ---- counts: the same things? */

/* The leading words of `s` that name a thing, up to `limit` bytes. */
static struct str noun_of(struct str s, size_t limit) {
    size_t at = 0, size;
    while (at < s.len && at < limit && utf8_is_han(utf8_decode(s, at, &size)))
        at += size;
    return str_slice(s, 0, at);
}

static bool has_slice(struct str s, struct str part) {
    for (size_t at = 0; at + part.len <= s.len; at++)
        if (memcmp(s.ptr + at, part.ptr, part.len) == 0)
            return true;
    return false;
}

bool breakdown_is_part(const struct prose *prose, uint32_t whole, uint32_t part) {
    if (prose_mention(prose, whole)->kind != MENTION_COUNT)
        return true;
    const struct figure *w = figure_at(prose, whole), *p = figure_at(prose, part);
    struct str thing = noun_of(w->tail, TWO_CHARACTERS); /* enough to tell things apart */
    struct str other = noun_of(p->tail, NOUN_BYTES);
    if (!other.len)
        return true;
    if (thing.len)
        return has_slice(p->tail, thing) || has_slice(p->lead, thing);
    size_t last = other.len < TWO_CHARACTERS ? 0 : other.len - TWO_CHARACTERS;
    return has_slice(w->lead, str_slice(other, last, other.len));
}

/* ---- where the whole is */

/* The figure tokens stand before `token`, in its sentence, outside deeper brackets. */
static void whole_in_sentence(struct listing *list, const struct token *intro) {
    const struct prose *prose = list->prose;
    uint32_t hi = intro->next, lo = hi;
    while (lo > 0 && hi - lo < WITHIN_FIGURES &&
           figure_at(prose, lo - 1)->sentence == intro->sentence)
        lo--;
    list->lo = lo;
    list->hi = hi;
}

/* Opens a list in brackets: the whole stands right before them. */
static void whole_before_bracket(struct listing *list, const struct token *open) {
    const struct prose *prose = list->prose;
    list->lo = list->hi = open->next;
    if (open == prose->tokens.items || open[-1].kind != TOKEN_FIGURE)
        return;
    uint32_t segment = figure_at(prose, open->next - 1)->segment;
    while (list->lo > 0 && list->hi - list->lo < 3 &&
           figure_at(prose, list->lo - 1)->segment == segment &&
           figure_at(prose, list->lo - 1)->depth <= open->depth)
        list->lo--;
}

/* Opens a sentence: the whole stands in the one before. A list of several parts there hides its
 * members, not its whole. */
static void whole_before_sentence(struct listing *list, const struct token *intro) {
    const struct prose *prose = list->prose;
    uint32_t hi = intro->next;
    list->lo = list->hi = hi;
    if (hi == 0 || intro->sentence == 0)
        return;
    const struct figure *last = figure_at(prose, hi - 1);
    if (last->sentence + 1 != intro->sentence)
        return;
    whole_in_sentence(list, &prose->tokens.items[last->token]);
    list->hi = hi;
    list->cross = true;
}

static bool is_clause_start(const struct prose *prose, const struct token *token) {
    if (token == prose->tokens.items)
        return true;
    enum token_kind kind = token[-1].kind;
    return kind == TOKEN_STOP || kind == TOKEN_PARAGRAPH || kind == TOKEN_SEMICOLON ||
           kind == TOKEN_ITEM;
}

/* 专项项目中，…: the figures that a sentence before gave of 专项项目. */
static bool whole_within(struct listing *list, const struct token *intro) {
    const struct prose *prose = list->prose;
    if (!is_clause_start(prose, intro))
        return false;
    bool first = intro == prose->tokens.items || intro[-1].passage != intro->passage;
    struct str noun = str_trim(
        str_slice(prose->passages[intro->passage]->text, first ? 0 : intro[-1].end, intro->start));
    if (noun.len < 6 || noun.len > NOUN_BYTES)
        return false;
    for (uint32_t i = intro->next; i > 0 && intro->next - i < WITHIN_FIGURES; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        if (figure->sentence == intro->sentence || !has_slice(figure->lead, noun))
            continue;
        list->lo = list->hi = i - 1;
        while (list->hi < intro->next && figure_at(prose, list->hi)->segment == figure->segment)
            list->hi++;
        list->cross = true;
        return true;
    }
    return false;
}

/* A token of the prose, or a stop behind its end. */
static const struct token *token_at(const struct prose *prose, uint32_t index) {
    static const struct token end = {.kind = TOKEN_PARAGRAPH, .sentence = UINT32_MAX};
    return index < prose->tokens.count ? &prose->tokens.items[index] : &end;
}

/* ---- the parts */

static bool is_member(const struct figure *figure) {
    return figure->role != ROLE_CHANGE && !figure->prior && !figure->unit_price &&
           !figure->cumulative;
}

/* Whether `figure` begins an item: the one before has such a figure already. */
static bool begins_item(const struct listing *list, uint32_t index) {
    const struct prose *prose = list->prose;
    const struct figure *figure = figure_at(prose, index);
    for (uint32_t i = list->count; i > 0 && list->entries[i - 1].item == list->item; i--) {
        uint32_t other = list->entries[i - 1].figure;
        if (!prose_is_same_kind(prose, other, index))
            continue;
        enum role_group group = breakdown_group(figure->role);
        if (!figure->bare || group == breakdown_group(figure_at(prose, other)->role))
            return true;
    }
    return false;
}

static void add_entry(struct listing *list, uint32_t index) {
    if (!is_member(figure_at(list->prose, index)) || list->count == LIMIT_STATEMENT_MEMBERS)
        return;
    if (begins_item(list, index))
        list->item++;
    list->entries[list->count++] = (struct entry){index, list->item};
}

/* Closes the place of one item: “A”（7 万元）和“B”（5 万元） have their figures in brackets. */
static void end_slot(struct listing *list) {
    if (!list->slot_filled && list->slot_count == 1)
        add_entry(list, list->slot_figure);
    list->slot_count = 0;
    list->slot_filled = false;
}

/* 项目支出 4 万元，其中 A 1 万元、B 3 万元，基本支出 6 万元: a stronger break than the one between the
 * inner parts ends the inner list; when there is none the inner list has the rest. */
static enum nesting nest(const struct listing *list, uint32_t at, uint32_t *until) {
    const struct prose *prose = list->prose;
    enum token_kind inner = TOKEN_FIGURE, between = TOKEN_FIGURE;
    uint32_t figures = 0;
    for (uint32_t i = at + 1; i < at + LIST_TOKENS; i++) {
        *until = i;
        const struct token *token = token_at(prose, i);
        if (token->kind == TOKEN_STOP || token->kind == TOKEN_PARAGRAPH ||
            token->depth < list->depth)
            return NESTED_SURE;
        if (token->depth > list->depth)
            continue;
        if (is_intro(token->kind) && figures)
            return list->count > 1 ? NESTED_DOUBTFUL : NESTED_UNCLEAR;
        if (token->kind == TOKEN_SEMICOLON && figures)
            return NESTED_SURE;
        if (token->kind == TOKEN_COMMA && inner == TOKEN_PAUSE)
            return NESTED_SURE;
        if (is_break(token->kind))
            between = token->kind;
        if (token->kind == TOKEN_FIGURE && figures++ == 1)
            inner = between;
        if (inner == TOKEN_COMMA)
            return list->count > 1 ? NESTED_DOUBTFUL : NESTED_UNCLEAR;
    }
    return NESTED_UNCLEAR;
}

/* Whether a list goes on in the next paragraph: it breaks off at a colon or semicolon. Numbered
 * paragraphs are an enumeration of their own. */
static bool carries_on(const struct prose *prose, uint32_t paragraph) {
    enum token_kind kind = paragraph ? token_at(prose, paragraph - 1)->kind : TOKEN_STOP;
    bool goes_on = kind == TOKEN_SEMICOLON || kind == TOKEN_COLON;
    return goes_on && token_at(prose, paragraph + 1)->kind != TOKEN_ITEM;
}

/* A bracket or colon right behind a figure opens a list without a cue word. */
static bool opens_plainly(const struct prose *prose, uint32_t at) {
    enum token_kind kind = token_at(prose, at)->kind;
    if ((kind != TOKEN_OPEN && kind != TOKEN_COLON) || at == 0)
        return false;
    return token_at(prose, at - 1)->kind == TOKEN_FIGURE &&
           !is_intro(token_at(prose, at + 1)->kind);
}

/* 其中 A 6 万元，B 4 万元；实际支出 9 万元，其中 ...: the second 其中 divides another whole. */
static bool ends_in_another_whole(struct listing *list) {
    const struct prose *prose = list->prose;
    const struct entry *last = &list->entries[list->count - 1];
    bool named = list->count > 1 && !figure_at(prose, last[-1].figure)->bare;
    if (!named || !figure_at(prose, last->figure)->bare || last[-1].item == last->item)
        return false;
    list->count--;
    return true;
}

/* Steps over a list within the list and leaves word of it at its cue word; false when nobody can
 * tell where the outer list goes on. */
static bool take_nested(struct listing *list, uint32_t *at) {
    struct token *token = &list->prose->tokens.items[*at];
    if (ends_in_another_whole(list))
        return false;
    token->nesting = nest(list, *at, &token->until);
    token->whole = list->entries[list->count - 1].figure;
    for (uint32_t i = list->count; i > 0 && list->entries[i - 1].item == list->item; i--)
        token->whole = list->entries[i - 1].figure;
    if (token->nesting != NESTED_SURE)
        token->until = *at + LIST_TOKENS;
    else
        *at = token->until - 1;
    return token->nesting == NESTED_SURE;
}

/* 共完成支出 8 万元 within a list is the item's spending, 共计 9 万元 a sum. */
static bool is_of_item(const struct listing *list, uint32_t at) {
    const struct prose *prose = list->prose;
    return token_at(prose, at)->kind == TOKEN_TOTAL &&
           token_at(prose, at + 1)->kind == TOKEN_FIGURE &&
           figure_at(prose, token_at(prose, at + 1)->next)->bare;
}

/* Takes one token of the list; false at the list's end. */
static bool take(struct listing *list, uint32_t *at) {
    struct prose *prose = list->prose;
    const struct token *token = token_at(prose, *at);
    if (token->depth < list->depth || token->kind == TOKEN_STOP ||
        (token->kind == TOKEN_PARAGRAPH && !carries_on(prose, *at)))
        return false;
    if (token->depth > list->depth) {
        if (token->kind == TOKEN_FIGURE && token->depth == list->depth + 1) {
            list->slot_figure = token->next;
            list->slot_count++;
        }
        return true;
    }
    if (token->kind == TOKEN_COLON && list->count && opens_plainly(prose, list->intro) &&
        token_at(prose, *at - 1)->kind == TOKEN_FIGURE)
        return false;
    if (token->kind == TOKEN_ITEM) {
        list->marked |= token->number == 1;
        return list->marked || !list->count; /* 2. goes on with what stands around the list */
    }
    if (token->kind == TOKEN_FIGURE) {
        list->slot_filled = true;
        add_entry(list, token->next);
    } else if (token->kind == TOKEN_TOTAL || token->kind == TOKEN_TURN) {
        return list->count == 0 || is_of_item(list, *at);
    } else if (is_break(token->kind) || token->kind == TOKEN_CLOSE ||
               token->kind == TOKEN_PARAGRAPH) {
        end_slot(list);
        if (token->kind == TOKEN_SEMICOLON && list->count)
            list->item = list->entries[list->count - 1].item + 1;
    } else if (is_intro(token->kind) && list->count) {
        return take_nested(list, at);
    }
    return true;
}

/* Reads the list up to token `end`; one too long to be read whole has no parts. */
static void read_until(struct listing *list, uint32_t end) {
    uint32_t at = list->begin;
    while (at < end && take(list, &at))
        at++;
    end_slot(list);
    if (at >= list->begin + LIST_TOKENS || list->count == LIMIT_STATEMENT_MEMBERS)
        list->count = 0;
}

/* ---- channels: which figures of the items are parts of which whole */

/* Figures of one kind and role, at most one an item. */
struct channel {
    uint32_t figures[LIMIT_STATEMENT_MEMBERS];
    uint32_t count;
    uint32_t items;  /* items that have any figure of the kind */
    bool unclear;    /* an approximate or doubled figure: no list */
    uint32_t paired; /* items with several figures of the kind, with different roles */
    bool last_only; /* only the last item is paired: 其中 A 6 万元，B 4 万元，支出 9 万元 */
    enum role_group group;
};

/* The figures of the kind of `sample` whose group is `group` (GROUP_BUDGET takes figures without a
 * role, too); all of them when `group` is GROUP_NONE. */
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
        enum role_group own = breakdown_group(figure->role);
        if (group != GROUP_NONE && own != group && !(group == GROUP_BUDGET && own == GROUP_NONE))
            continue;
        channel->unclear |=
            !figure->exact || figure->bracketed || (group != GROUP_NONE && taken == entry->item);
        taken = entry->item;
        channel->figures[channel->count++] = entry->figure;
    }
    channel->last_only = channel->paired == 1 && paired == last && channel->items > 1;
}

/* In a list of named parts, a figure with nothing but a role word is about the whole: 其中 A 6 万元，
 * B 4 万元，支出 9 万元. False when the bare figures are all there is and have different roles. */
static bool drop_bare(const struct prose *prose, struct channel *channel) {
    uint32_t kept = 0, groups = 0;
    for (uint32_t i = 0; i < channel->count; i++) {
        const struct figure *figure = figure_at(prose, channel->figures[i]);
        kept += !figure->bare;
        if (figure->bare)
            groups |= 1u << breakdown_group(figure->role);
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

static enum role_group common_group(const struct prose *prose, const struct channel *channel) {
    enum role_group group = breakdown_group(figure_at(prose, channel->figures[0])->role);
    for (uint32_t i = 1; i < channel->count; i++)
        if (breakdown_group(figure_at(prose, channel->figures[i])->role) != group)
            return GROUP_NONE;
    return group;
}

static bool can_be_whole(const struct listing *list, uint32_t index, uint32_t sample) {
    const struct figure *figure = figure_at(list->prose, index);
    return prose_is_same_kind(list->prose, index, sample) && figure->role != ROLE_CHANGE &&
           !figure->unit_price && !figure->bracketed && figure->depth <= list->depth;
}

/* Whether a count is of the things that the part names: 项目 15 个 for 产业项目 9 个, not 32 个村. */
static bool names_things_of(const struct prose *prose, uint32_t whole, uint32_t part) {
    const struct figure *w = figure_at(prose, whole), *p = figure_at(prose, part);
    struct str noun = noun_of(w->tail, TWO_CHARACTERS);
    if (!noun.len)
        noun = str_slice(w->lead, w->lead.len > TWO_CHARACTERS ? w->lead.len - TWO_CHARACTERS : 0,
                         w->lead.len);
    return prose_mention(prose, whole)->kind == MENTION_COUNT && noun.len == TWO_CHARACTERS &&
           (has_slice(p->lead, noun) || has_slice(p->tail, noun));
}

/* The whole: the nearest figure of the kind before the cue word, of the group asked for where there
 * is one. Parts of a list of their own come last. */
static uint32_t find_whole(const struct listing *list, uint32_t sample, enum role_group group,
                           bool strict) {
    const struct prose *prose = list->prose;
    uint32_t best = STATEMENT_NO_MENTION;
    int best_rank = 0;
    for (uint32_t i = list->hi; i > list->lo; i--) {
        const struct figure *figure = figure_at(prose, i - 1);
        if (!can_be_whole(list, i - 1, sample))
            continue;
        enum role_group own = breakdown_group(figure->role);
        bool fits = own == group || group == GROUP_NONE;
        bool near = own == GROUP_NONE && (!strict || group == GROUP_BUDGET);
        if (strict && !fits && !near)
            continue;
        bool hidden = list->cross && figure->list && figure->siblings > 1;
        int named = names_things_of(prose, i - 1, sample) ? 8 : 0;
        int rank = 1 + named + (fits ? 2 : near ? 1 + !strict : 0) + (hidden ? 0 : 4);
        if (rank > best_rank) {
            best_rank = rank;
            best = i - 1;
        }
    }
    return best;
}

/* Levels of a tree and traits that one person can share do not add up. */
static bool overlaps(const struct prose *prose, const struct channel *channel) {
    static const char *const traits[] = {"级指标", "党员", "学历", "职称", "女", "少数民族"};
    for (uint32_t i = 0; i < channel->count; i++)
        for (size_t j = 0; j < sizeof traits / sizeof *traits; j++)
            if (str_has(figure_at(prose, channel->figures[i])->lead, traits[j]))
                return true;
    return false;
}

/* 编制 20 名，其中行政编制 ...，年末在职 18 人: posts are divided into posts, not into people. */
static void drop_others(const struct prose *prose, struct channel *channel, uint32_t whole) {
    static const struct {
        const char *whole, *part;
    } others[] = {{"编制", "实有"}, {"编制", "在职"}, {"编制", "在岗"}, {"编制", "现有"},
                  {"编制", "退休"}, {"在职", "退休"}, {"在职", "离休"}, {"在编", "退休"}};
    struct str name = figure_at(prose, whole)->lead;
    for (uint32_t i = 0; i < channel->count; i++)
        for (size_t j = 0; j < sizeof others / sizeof *others; j++)
            if (str_has(name, others[j].whole) &&
                str_has(figure_at(prose, channel->figures[i])->lead, others[j].part))
                channel->count = i;
}

static bool is_counted_alike(const struct prose *prose, struct channel *channel, uint32_t whole) {
    if (prose_mention(prose, whole)->kind != MENTION_COUNT)
        return true;
    for (uint32_t i = 0; i < channel->count; i++)
        if (!breakdown_is_part(prose, whole, channel->figures[i]))
            return false;
    drop_others(prose, channel, whole);
    return channel->count > 0 && !overlaps(prose, channel);
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
    }
    return prose_state(prose, statement, parts->figures, parts->count, err);
}

/* 受理 12 件，办结 11 件，办结率 92%，其中 ...: behind a rate the list may divide either figure. */
static bool is_behind_rate(const struct listing *list, uint32_t whole) {
    const struct prose *prose = list->prose;
    if (list->cross || prose_mention(prose, list->hi - 1)->kind != MENTION_RATE)
        return false;
    for (uint32_t i = list->lo; i < whole; i++)
        if (prose_is_same_kind(prose, i, whole) && figure_at(prose, i)->role != ROLE_CHANGE)
            return true;
    return false;
}

/* Whether the whole that was found is the figure that the cue word follows. */
static bool is_next_to(const struct listing *list, uint32_t whole) {
    const struct prose *prose = list->prose;
    for (uint32_t i = whole + 1; i < list->hi; i++)
        if (prose_is_same_kind(prose, i, whole) && figure_at(prose, i)->role != ROLE_CHANGE &&
            figure_at(prose, i)->depth <= list->depth)
            return false;
    return true;
}

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
    bool open = !strict && is_behind_rate(list, whole);
    if (open && prose_mention(prose, whole)->kind != MENTION_AMOUNT)
        return true;
    bool fits = group != GROUP_NONE && group == breakdown_group(figure_at(prose, whole)->role);
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

/* ---- cue words */

/* 预算、支出分别为 ...: the figures are of one thing each, not parts of one. */
static bool is_pairing(const struct prose *prose, uint32_t at) {
    const struct token *each = token_at(prose, at);
    uint32_t from = at;
    while (from > 0 && token_at(prose, from - 1)->kind == TOKEN_PAUSE)
        from--;
    bool first = from == 0 || token_at(prose, from - 1)->passage != each->passage;
    struct str words = str_slice(prose->passages[each->passage]->text,
                                 first ? 0 : token_at(prose, from - 1)->end, each->start);
    bool year = str_has(words, "20") && str_has(words, "年");
    return year || (str_has(words, "预算") && str_has(words, "支出"));
}

/* Joins cue words without a figure between them (其中包括, 其中 A、B 分别为) and finds where the list
 * begins. False when the words tell that it is none. */
static bool join_cues(struct listing *list, uint32_t at) {
    const struct prose *prose = list->prose;
    list->begin = at + 1;
    for (uint32_t i = at; i < at + 24; i++) {
        const struct token *token = token_at(prose, i);
        bool between = is_break(token->kind) || token->kind == TOKEN_ITEM;
        if (token->kind == TOKEN_NAMELY || token->kind == TOKEN_EACH) {
            bool each = str_starts(
                str_slice(prose->passages[token->passage]->text, token->start, token->end), "分别");
            if (each && is_pairing(prose, i))
                return false;
            list->closed |= token->kind == TOKEN_NAMELY;
        }
        if (i > at && !is_intro(token->kind) && !between)
            return true;
        if (is_intro(token->kind))
            list->begin = i + 1;
    }
    return true;
}

static void place_nested(struct listing *list, const struct token *token) {
    list->lo = token->whole;
    list->hi = token->next;
    list->doubtful |= token->nesting == NESTED_DOUBTFUL;
}

/* Where the whole of the list at token `at` is; false when the words open no list. */
static bool place(struct listing *list, uint32_t at) {
    const struct prose *prose = list->prose;
    const struct token *token = token_at(prose, at);
    const struct token *before = at ? token - 1 : token_at(prose, UINT32_MAX);
    list->depth = token->depth + (token->kind == TOKEN_OPEN);
    if (token->kind == TOKEN_WITHIN)
        return whole_within(list, token);
    if (token->nesting != NESTED_NO) {
        place_nested(list, token);
        return token->nesting != NESTED_UNCLEAR;
    }
    if (token->kind == TOKEN_OPEN)
        whole_before_bracket(list, token);
    else if (before->kind == TOKEN_OPEN)
        whole_before_bracket(list, before);
    else
        whole_in_sentence(list, token);
    if (list->lo == list->hi && (token->kind == TOKEN_AMONG || token->kind == TOKEN_NAMELY) &&
        before->kind != TOKEN_OPEN)
        whole_before_sentence(list, token);
    return list->lo < list->hi;
}

static bool read_list(struct prose *prose, uint32_t at, uint32_t *end, struct err *err) {
    const struct token *token = token_at(prose, at);
    struct listing list = {.prose = prose, .intro = at};
    list.single = token->kind == TOKEN_AMONG && !token->loose;
    list.doubtful = token->loose;
    *end = at + 1;
    if (!join_cues(&list, at) || !place(&list, at))
        return true;
    *end = list.begin;
    if (token->nesting == NESTED_SURE)
        read_until(&list, token->until);
    else
        read_until(&list, list.begin + LIST_TOKENS);
    return state_list(&list, err);
}

bool breakdown_scan(struct prose *prose, struct err *err) {
    uint32_t at = 0;
    while (at < prose->tokens.count) {
        enum token_kind kind = token_at(prose, at)->kind;
        if (!is_intro(kind) && kind != TOKEN_WITHIN && !opens_plainly(prose, at))
            at++;
        else if (!read_list(prose, at, &at, err))
            return false;
    }
    return true;
}
