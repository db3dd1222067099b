#include "extract/enumeration.h"

#include <assert.h>

#include "extract/breakdown.h"
#include "extract/member.h"

/* Items run over sentences, and most of what they tell are no parts. Only the
 * first sentence of each item counts, every item must have exactly one figure
 * of the whole's kind there, and the whole must be the only one of its kind in
 * the sentence before. */

/* More items than any report numbers; the tokens of an item that are looked at
 * for its figure. */
enum { ITEMS = 64, ITEM_TOKENS = 256, SENTENCE_FIGURES = 32 };

struct enumeration {
    struct prose *prose;
    uint32_t items[ITEMS]; /* tokens of the marks */
    uint32_t count;
    uint32_t lo, hi; /* figures of the sentence before */
    bool introduced; /* it ends in a colon */
    bool closed;     /* 具体为：, 分别是： */
};

/* 2.桥梁 5 万元，其中桥面 2 万元: behind the word the parts of the
 * item follow, not the item. */
static bool is_list_word(enum token_kind kind) {
    return kind == TOKEN_AMONG || kind == TOKEN_NAMELY || kind == TOKEN_EACH;
}

/* The marks of one style from number 1 on. They end where the number starts
 * again or leaps. */
static uint32_t read_marks(struct enumeration *list, uint32_t at) {
    const struct prose *prose = list->prose;
    const struct token *first = &prose->tokens.items[at];
    list->items[0] = at;
    list->count = 1;
    uint32_t i = at + 1;
    for (; i < prose->tokens.count && list->count < ITEMS; i++) {
        const struct token *token = &prose->tokens.items[i];
        if (token->kind != TOKEN_ITEM || token->style != first->style)
            continue;
        if (token->number != list->count + 1)
            break;
        list->items[list->count++] = i;
    }
    return i;
}

/* The sentence that the enumeration divides: right before its first mark. */
static bool find_sentence(struct enumeration *list) {
    const struct prose *prose = list->prose;
    uint32_t at = list->items[0];
    const struct token *mark = &prose->tokens.items[at];
    list->hi = list->lo = mark->next;
    /* blank paragraphs between 具体如下： and 1. are layout */
    while (at > 0 && prose->tokens.items[at - 1].kind == TOKEN_PARAGRAPH)
        at--;
    if (at == 0 || list->hi == 0)
        return false;
    const struct token *before = &prose->tokens.items[at - 1];
    list->introduced = before->kind == TOKEN_COLON;
    list->closed = list->introduced && at > 1 && before[-1].kind == TOKEN_NAMELY;
    while (list->lo > 0 && list->hi - list->lo < SENTENCE_FIGURES &&
           prose->figures.items[list->lo - 1].sentence == before->sentence)
        list->lo--;
    return list->lo < list->hi && (list->introduced || mark->style == ITEM_SHI);
}

/* The one figure of the item's first sentence that can be a part of `whole`;
 * none when there are several or it is not clear. */
static uint32_t part_of_item(const struct enumeration *list, uint32_t item, uint32_t whole) {
    const struct prose *prose = list->prose;
    uint32_t begin = list->items[item], found = STATEMENT_NO_MENTION;
    uint32_t end = item + 1 < list->count ? list->items[item + 1] : (uint32_t)prose->tokens.count;
    enum role_group group = member_group(prose->figures.items[whole].role);
    for (uint32_t at = begin + 1; at < begin + ITEM_TOKENS && at < end; at++) {
        const struct token *token = &prose->tokens.items[at];
        if (token->kind == TOKEN_STOP || token->kind == TOKEN_PARAGRAPH ||
            is_list_word(token->kind))
            break;
        if (token->kind != TOKEN_FIGURE || token->depth > prose->tokens.items[begin].depth ||
            !prose_is_same_kind(prose, whole, token->next))
            continue;
        const struct figure *figure = &prose->figures.items[token->next];
        enum role_group own = member_group(figure->role);
        /* 安排 6 万元，支出 4 万元 of an item: under 全年支出 9
         * 万元 only the spending is its part */
        if (figure->unit_price || (own != GROUP_NONE && group != GROUP_NONE && own != group))
            continue;
        if (found != STATEMENT_NO_MENTION || !figure->exact || figure->bracketed || figure->prior ||
            figure->role == ROLE_CHANGE || figure->cumulative)
            return STATEMENT_NO_MENTION;
        found = token->next;
    }
    return found;
}

/* Whether every item has a figure for the whole; fills `figures`. */
static bool read_parts(const struct enumeration *list, uint32_t whole, uint32_t *figures) {
    const struct figure *figure = &list->prose->figures.items[whole];
    if (!figure->exact || figure->role == ROLE_CHANGE || figure->unit_price || figure->list)
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        if ((figures[i] = part_of_item(list, i, whole)) == STATEMENT_NO_MENTION)
            return false;
    return true;
}

/* Whether another figure of the sentence could be the whole as well. */
static bool is_only_one(const struct enumeration *list, uint32_t whole) {
    for (uint32_t i = list->lo; i < list->hi; i++)
        if (i != whole && prose_is_same_kind(list->prose, i, whole) &&
            list->prose->figures.items[i].role != ROLE_CHANGE)
            return false;
    return true;
}

/* 一是县道 21 条，二是乡道 13 条，三是村道 16 条。: three items or more that
 * are a name and its figure, nothing else, in the counter of the whole. */
static bool is_bare(const struct enumeration *list, uint32_t whole, const uint32_t *figures) {
    const struct prose *prose = list->prose;
    struct str unit = prose_mention(prose, whole)->unit;
    for (uint32_t i = 0; i < list->count; i++) {
        const struct mention *part = prose_mention(prose, figures[i]);
        uint32_t at = list->items[i] + 1;
        if (at + 1 >= prose->tokens.count || prose->tokens.items[at].kind != TOKEN_FIGURE ||
            prose->tokens.items[at].next != figures[i] || !str_eq(part->unit, unit))
            return false;
        enum token_kind after = prose->tokens.items[at + 1].kind;
        bool last = i + 1 == list->count;
        if (last ? after != TOKEN_STOP && after != TOKEN_PARAGRAPH
                 : after != TOKEN_COMMA && after != TOKEN_SEMICOLON)
            return false;
        if (!last && list->items[i + 1] != at + 2)
            return false;
    }
    return list->count > 2 && prose_mention(prose, whole)->kind == MENTION_COUNT && unit.len > 0 &&
           prose->figures.items[whole].sentence == prose->figures.items[figures[0]].sentence;
}

/* Whether a cue word in the same sentence has told of these parts before. */
static bool is_known(const struct prose *prose, uint32_t figure, uint32_t count) {
    return prose->figures.items[figure].list && prose->figures.items[figure].siblings == count;
}

/* 项目 9 个，资金 90 万元：一是 … 4 个，40 万元；二是 … 5
 * 个，50 万元: the sentence may hold a whole for each kind, so every figure
 * of it is tried. */
static bool state_items(struct enumeration *list, struct err *err) {
    uint32_t figures[ITEMS];
    assert(list->count > 1);
    for (uint32_t whole = list->lo; whole < list->hi; whole++) {
        if (!is_only_one(list, whole) || !read_parts(list, whole, figures) ||
            is_known(list->prose, figures[0], list->count))
            continue;
        struct parts parts = {
            .whole = whole, .figures = figures, .count = list->count, .closed = list->closed};
        parts.doubtful = !list->introduced && !is_bare(list, whole, figures);
        if (!breakdown_state(list->prose, &parts, ++list->prose->lists, err))
            return false;
    }
    return true;
}

bool enumeration_scan(struct prose *prose, struct err *err) {
    for (uint32_t at = 0; at < prose->tokens.count; at++) {
        const struct token *token = &prose->tokens.items[at];
        if (token->kind != TOKEN_ITEM || token->number != 1)
            continue;
        struct enumeration list = {.prose = prose};
        read_marks(&list, at);
        if (list.count > 1 && find_sentence(&list) && !state_items(&list, err))
            return false;
    }
    return true;
}
