#include "extract/listing.h"

#include "extract/member.h"

/* A list ends at its sentence's end, at its bracket's end, at a sum, where
 * another subject begins (另外), or where a semicolon turns back to the
 * whole. What stands in deeper brackets belongs to the item before it. A list
 * within the list is stepped over when a stronger break shows its end; when
 * nothing shows it, the outer list stops there: a part too few is unverifiable,
 * a part too many would be a false alarm. */

/* How far a list or its whole is looked for, in tokens and figures: bounds the
 * work for one cue word on hostile text; the longest list seen in a report has
 * some thirty parts. */
enum { LIST_TOKENS = 1024, WITHIN_FIGURES = 64, CUE_TOKENS = 24, NOUN_BYTES = 60 };

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

static const struct token *token_at(const struct prose *prose, uint32_t index) {
    return prose_token(prose, index);
}

/* ---- where the whole is */

/* The figure tokens stand before `token`, in its sentence, outside deeper
 * brackets. */
static void whole_in_sentence(struct listing *list, const struct token *intro) {
    const struct prose *prose = list->prose;
    uint32_t hi = intro->next, lo = hi;
    while (lo > 0 && hi - lo < WITHIN_FIGURES &&
           figure_at(prose, lo - 1)->sentence == intro->sentence)
        lo--;
    list->lo = lo;
    list->hi = hi;
}

/* 26 户 97 人: no break between the figure before `figure` and it. */
static bool is_glued(const struct prose *prose, uint32_t figure) {
    return figure_at(prose, figure - 1)->token + 1 == figure_at(prose, figure)->token;
}

/* Opens a list in brackets: the whole stands right before them. 贷款 9 万元、
 * 资产 3 宗（评估价 4 万元，成交价 5 万元）: without a cue word the bracket
 * is of the 3 宗 alone. */
static void whole_before_bracket(struct listing *list, const struct token *open, bool cued) {
    const struct prose *prose = list->prose;
    list->lo = list->hi = open->next;
    if (open == prose->tokens.items || open[-1].kind != TOKEN_FIGURE)
        return;
    uint32_t segment = figure_at(prose, open->next - 1)->segment;
    while (list->lo > 0 && list->hi - list->lo < 3 &&
           figure_at(prose, list->lo - 1)->segment == segment &&
           figure_at(prose, list->lo - 1)->depth <= open->depth &&
           (cued || list->lo == list->hi || is_glued(prose, list->lo)))
        list->lo--;
}

/* Opens a sentence: the whole stands in the one before. A list of several parts
 * there hides its members, not its whole. */
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

/* 经费中，基本支出 4 万元 speaks of 经费; 在执行过程中，
 * does not: it stands within its clause. */
static bool is_clause_start(const struct prose *prose, const struct token *token) {
    if (token == prose->tokens.items)
        return true;
    enum token_kind kind = token[-1].kind;
    return kind == TOKEN_STOP || kind == TOKEN_PARAGRAPH || kind == TOKEN_SEMICOLON ||
           kind == TOKEN_ITEM;
}

/* 专项项目中，…: the figures that a sentence before gave of
 * 专项项目. */
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
        if (figure->sentence == intro->sentence || !member_is_named(figure, noun))
            continue;
        list->lo = list->hi = i - 1;
        while (list->hi < intro->next && figure_at(prose, list->hi)->segment == figure->segment)
            list->hi++;
        list->cross = true;
        return true;
    }
    return false;
}

/* ---- the items */

/* Whether `figure` begins an item: the one before has such a figure already. */
static bool begins_item(const struct listing *list, uint32_t index) {
    const struct prose *prose = list->prose;
    const struct figure *figure = figure_at(prose, index);
    for (uint32_t i = list->count; i > 0 && list->entries[i - 1].item == list->item; i--) {
        uint32_t other = list->entries[i - 1].figure;
        if (!prose_is_same_kind(prose, other, index))
            continue;
        enum role_group group = member_group(figure->role);
        if (!figure->bare || group == member_group(figure_at(prose, other)->role))
            return true;
    }
    return false;
}

/* 每户 2 万元, 较上年增加 1 万元 and 累计 7 万元 stand among the
 * items and are none of them. */
static void add_entry(struct listing *list, uint32_t index) {
    if (!member_is_part(figure_at(list->prose, index)) || list->count == LIMIT_STATEMENT_MEMBERS)
        return;
    if (begins_item(list, index))
        list->item++;
    list->entries[list->count++] = (struct entry){index, list->item};
}

/* Closes the place of one item: “A”（7 万元）和“B”（5 万元）
 * have their figures in brackets. */
static void end_slot(struct listing *list) {
    if (!list->slot_filled && list->slot_count == 1)
        add_entry(list, list->slot_figure);
    list->slot_count = 0;
    list->slot_filled = false;
}

/* 项目支出 4 万元，其中 A 1 万元、B 3 万元，基本支出 6
 * 万元: a stronger break than the one between the inner parts ends the inner
 * list; when there is none the inner list has the rest. */
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
        if (token->kind == TOKEN_SEMICOLON) /* 主要包括工资、奖金等；: names alone */
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

/* Whether a list goes on in the next paragraph: it breaks off at a colon or
 * semicolon. Numbered paragraphs are an enumeration of their own. */
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

/* 其中 A 6 万元，B 4 万元；实际支出 9 万元，其中 ...: the
 * second 其中 divides another whole. */
static bool ends_in_another_whole(struct listing *list) {
    const struct prose *prose = list->prose;
    const struct entry *last = &list->entries[list->count - 1];
    bool named = list->count > 1 && !figure_at(prose, last[-1].figure)->bare;
    if (!named || !figure_at(prose, last->figure)->bare || last[-1].item == last->item)
        return false;
    list->count--;
    return true;
}

/* Steps over a list within the list and leaves word of it at its cue word;
 * false when nobody can tell where the outer list goes on. */
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

/* 共完成支出 8 万元 within a list is the item's spending, 共计 9
 * 万元 a sum. */
static bool is_of_item(const struct listing *list, uint32_t at) {
    const struct prose *prose = list->prose;
    return token_at(prose, at)->kind == TOKEN_TOTAL &&
           token_at(prose, at + 1)->kind == TOKEN_FIGURE &&
           figure_at(prose, token_at(prose, at + 1)->next)->bare;
}

/* 其中甲 4 万元，乙 5 万元；全年执行 8 万元: behind the
 * semicolon the whole is spoken of again. So it is when a list of commas meets
 * its first semicolon and another role follows. */
static bool turns_to_whole(struct listing *list, uint32_t index) {
    if (!list->count)
        return false;
    const struct figure *figure = figure_at(list->prose, index);
    const struct figure *first = figure_at(list->prose, list->entries[0].figure);
    bool fresh = list->entries[list->count - 1].item != list->item;
    enum role_group group = member_group(figure->role);
    bool other = group != GROUP_NONE && group != member_group(first->role);
    bool turning = list->turning && other;
    list->turning = false;
    return turning || (fresh && figure->bare && !first->bare);
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
    /* 资金 9 万元：道路 4 万元、桥梁 5 万元：… a second colon
     * behind a figure opens another list, whose whole the item is */
    if (token->kind == TOKEN_COLON && list->count && opens_plainly(prose, list->intro) &&
        token_at(prose, *at - 1)->kind == TOKEN_FIGURE)
        return false;
    if (token->kind == TOKEN_ITEM) {
        list->marked |= token->number == 1;
        return list->marked || !list->count; /* 2. goes on with what stands around the list */
    }
    if (token->kind == TOKEN_FIGURE) {
        if (turns_to_whole(list, token->next))
            return false;
        list->slot_filled = true;
        add_entry(list, token->next);
    } else if (token->kind == TOKEN_TOTAL || token->kind == TOKEN_TURN) {
        return list->count == 0 || is_of_item(list, *at);
    } else if (is_break(token->kind) || token->kind == TOKEN_CLOSE ||
               token->kind == TOKEN_PARAGRAPH) {
        end_slot(list);
        if (token->kind == TOKEN_SEMICOLON && list->count) {
            list->turning = list->item > 0 && !list->parted;
            list->parted = true;
            list->item = list->entries[list->count - 1].item + 1;
        }
    } else if (is_intro(token->kind) && list->count) {
        return take_nested(list, at);
    }
    return true;
}

void listing_read(struct listing *list) {
    uint32_t at = list->begin;
    while (at < list->end && take(list, &at))
        at++;
    end_slot(list);
    if (at >= list->begin + LIST_TOKENS || list->count == LIMIT_STATEMENT_MEMBERS)
        list->count = 0;
}

/* ---- its opening */

/* 预算、支出分别为 ...: the figures are of one thing each, not parts of
 * one. */
static bool is_pairing(const struct prose *prose, uint32_t at) {
    const struct token *each = token_at(prose, at);
    uint32_t from = at;
    while (from > 0 && token_at(prose, from - 1)->kind == TOKEN_PAUSE)
        from--;
    bool first = from == 0 || token_at(prose, from - 1)->passage != each->passage;
    struct str words = str_slice(prose->passages[each->passage]->text,
                                 first ? 0 : token_at(prose, from - 1)->end, each->start);
    /* 2021 年、2022 年分别为 4 万元、5 万元 are two years of one
     * thing, and add up to nothing */
    bool year = str_has(words, "20") && str_has(words, "年");
    return year || (str_has(words, "预算") && str_has(words, "支出"));
}

/* Joins cue words without a figure between them (其中包括, 其中 A、B
 * 分别为) and finds where the list begins. False when the words tell that it
 * is none. */
static bool join_cues(struct listing *list, uint32_t at) {
    const struct prose *prose = list->prose;
    list->begin = at + 1;
    for (uint32_t i = at; i < at + CUE_TOKENS; i++) {
        const struct token *token = token_at(prose, i);
        bool between = is_break(token->kind) || token->kind == TOKEN_ITEM;
        if (token->kind == TOKEN_NAMELY || token->kind == TOKEN_EACH) {
            struct str text = prose->passages[token->passage]->text;
            bool each = str_starts(str_slice(text, token->start, token->end), "分别");
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

/* The outer list has found out where this one's whole is: the first figure of
 * the item before the cue word. */
static void place_nested(struct listing *list, const struct token *token) {
    list->lo = token->whole;
    list->hi = token->next;
    list->doubtful |= token->nesting == NESTED_DOUBTFUL;
}

/* Where the whole of the list at token `at` is; false when the words open no
 * list. */
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
        whole_before_bracket(list, token, false);
    else if (before->kind == TOKEN_OPEN)
        whole_before_bracket(list, before, true);
    else
        whole_in_sentence(list, token);
    if (list->lo == list->hi && (token->kind == TOKEN_AMONG || token->kind == TOKEN_NAMELY) &&
        before->kind != TOKEN_OPEN)
        whole_before_sentence(list, token);
    return list->lo < list->hi;
}

bool listing_opens(const struct prose *prose, uint32_t at) {
    enum token_kind kind = token_at(prose, at)->kind;
    return is_intro(kind) || kind == TOKEN_WITHIN || opens_plainly(prose, at);
}

bool listing_open(struct listing *list, struct prose *prose, uint32_t at) {
    const struct token *token = token_at(prose, at);
    *list = (struct listing){.prose = prose, .intro = at};
    list->single = token->kind == TOKEN_AMONG && !token->loose;
    list->doubtful = token->loose;
    if (!join_cues(list, at) || !place(list, at))
        return false;
    list->end = token->nesting == NESTED_SURE ? token->until : list->begin + LIST_TOKENS;
    return true;
}
