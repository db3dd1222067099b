#include "extract/total.h"

#include "base/limits.h"
#include "extract/breakdown.h"
#include "extract/member.h"

/* A sum behind its parts has no cue word in front, so that anything before it
 * may be a part or not: every figure of the kind in the sentence must be one,
 * or there is no statement. */

/* A sum that is being read: its parts, collected backwards from it. */
struct sum {
    struct prose *prose;
    uint32_t token; /* of 共计 */
    uint32_t whole;
    uint32_t figures[LIMIT_STATEMENT_MEMBERS];
    uint32_t count;
    uint32_t groups; /* bits of the roles that were seen */
    bool bare;       /* a part has nothing but a role word */
    bool plain;      /* a part has no role */
    bool strong;     /* 共计 stands right before its figure */
    bool unclear;
};

static bool is_intro(enum token_kind kind) {
    return kind == TOKEN_AMONG || kind == TOKEN_NAMELY || kind == TOKEN_EACH ||
           kind == TOKEN_WITHIN;
}

/* 年中追加 2 万元 adds to the sum, 核减 does not. */
static bool is_added(const struct figure *figure) {
    return str_has(figure->lead, "追加") || str_has(figure->lead, "调增");
}

/* A figure of the kind that cannot be added makes the sum unclear, not smaller:
 * leaving it out would accuse the report of a difference that the reader
 * made. */
static void take(struct sum *sum, uint32_t index) {
    const struct figure *figure = &sum->prose->figures.items[index];
    if (!prose_is_same_kind(sum->prose, index, sum->whole) || figure->unit_price)
        return;
    bool change = figure->role == ROLE_CHANGE && !is_added(figure);
    if (!figure->exact || figure->bracketed || figure->prior || figure->cumulative || change ||
        sum->count == LIMIT_STATEMENT_MEMBERS ||
        !member_counts_alike(sum->prose, sum->whole, index)) {
        sum->unclear = true;
        return;
    }
    enum role_group group = member_group(figure->role);
    if (group != GROUP_NONE)
        sum->groups |= 1u << group;
    sum->bare |= figure->bare;
    sum->plain |= figure->role == ROLE_NONE;
    sum->figures[sum->count++] = index;
}

/* Collects the parts backwards, down to the sentence's start, a colon, or
 * another list. */
static void collect(struct sum *sum, uint32_t from, uint32_t sentence, uint32_t depth) {
    const struct prose *prose = sum->prose;
    bool parted = false; /* a semicolon keeps the sum before it apart */
    for (uint32_t at = from; at > 0 && !sum->unclear; at--) {
        const struct token *token = &prose->tokens.items[at - 1];
        if (token->sentence != sentence || token->depth < depth)
            return;
        if (token->depth > depth)
            continue;
        if (is_intro(token->kind) || token->kind == TOKEN_TOTAL || token->kind == TOKEN_TURN) {
            sum->unclear = true; /* the figures may belong to that list */
            return;
        }
        if (token->kind == TOKEN_COLON && sum->count)
            return;
        if (token->kind == TOKEN_FIGURE && prose->figures.items[token->next].total) {
            sum->unclear = !parted || sum->count < 2;
            return;
        }
        parted |= token->kind == TOKEN_SEMICOLON;
        if (token->kind == TOKEN_FIGURE)
            take(sum, token->next);
    }
}

static void reverse(uint32_t *figures, uint32_t count) {
    for (uint32_t i = 0; i < count / 2; i++) {
        uint32_t figure = figures[i];
        figures[i] = figures[count - 1 - i];
        figures[count - 1 - i] = figure;
    }
}

/* 安排 10 万元，到位 9 万元，共支出 8 万元 is no sum: bare roles
 * that differ. Named parts may have any role word in their names, but 共支出
 * does not sum budgets. In 数量指标 12 个，完成 11 个；质量指标 5
 * 个，完成 4 个，共 17 个 the bare figures tell of the named ones. */
static bool is_mixed(const struct sum *sum) {
    enum role_group own = member_group(sum->prose->figures.items[sum->whole].role);
    uint32_t groups = sum->groups;
    if (own != GROUP_NONE && groups && !(groups & 1u << own))
        return true;
    if (sum->bare && sum->plain)
        return true;
    bool spent = (groups & 1u << GROUP_SPENT) && (groups & 1u << GROUP_BUDGET);
    bool several = (groups & (groups - 1)) != 0;
    return sum->bare && several && (spent || !sum->strong);
}

/* Parts were collected backwards; the statement lists them as they are read. */
static bool state_sum(struct sum *sum, struct err *err) {
    struct prose *prose = sum->prose;
    if (sum->unclear || sum->count < 2 || is_mixed(sum))
        return true;
    reverse(sum->figures, sum->count);
    struct parts parts = {.whole = sum->whole,
                          .figures = sum->figures,
                          .count = sum->count,
                          .closed = true,
                          .doubtful = !sum->strong && sum->count < 3};
    prose->figures.items[sum->whole].total = true;
    return breakdown_state(prose, &parts, ++prose->lists, err);
}

/* The sum whose cue word is token `at`. */
static bool read_sum(struct prose *prose, uint32_t at, struct err *err) {
    const struct token *token = &prose->tokens.items[at];
    uint32_t next = at + 1;
    while (next < prose->tokens.count && prose->tokens.items[next].kind == TOKEN_PAUSE)
        next++; /* 共计下达中央、省级资金 9 万元 */
    if (next >= prose->tokens.count || prose->tokens.items[next].kind != TOKEN_FIGURE)
        return true;
    struct sum sum = {.prose = prose, .token = at, .whole = token->next};
    const struct figure *whole = &prose->figures.items[sum.whole];
    if (!whole->exact || whole->unit_price || whole->role == ROLE_CHANGE)
        return true;
    /* 共计 9 万元 sums what was said;
     * 共计下达中央和省级专项资金 9 万元 may begin another
     * subject */
    sum.strong = next == at + 1 && whole->lead.len <= 12 && whole->role == ROLE_NONE;
    collect(&sum, at, token->sentence, token->depth);
    bool first = at > 0 && token[-1].kind == TOKEN_STOP && token[-1].passage == token->passage;
    if (!sum.count && !sum.unclear && first)
        collect(&sum, at - 1, token[-1].sentence, token[-1].depth);
    return state_sum(&sum, err);
}

bool total_scan(struct prose *prose, struct err *err) {
    for (uint32_t at = 0; at < prose->tokens.count; at++)
        if (prose->tokens.items[at].kind == TOKEN_TOTAL && !read_sum(prose, at, err))
            return false;
    return true;
}
