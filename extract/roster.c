#include "extract/roster.h"

#include <stdio.h>

#include "base/utf8.h"

/* Names are cut at the first kind of break that stands among them; what they
 * name is told by their last characters: 柳湾村 is one of 3 个村, but not
 * surely one of 3 个项目. A list that holds figures is a breakdown and left
 * to its finder. */

/* Names of one list; bytes of the longest one, of the noun behind a count and
 * of the digits of a count that a list can have. */
enum { NAMES = 200, NAME_BYTES = 120, NOUN_BYTES = 48, LABEL_BYTES = 30, COUNT_DIGITS = 3 };

enum { LIST_TOKENS = 1024 }; /* of one list: bounds the work on hostile text */

struct roster {
    struct prose *prose;
    uint32_t figure;         /* the count */
    struct str names[NAMES]; /* or the beginnings of numbered items */
    uint32_t count, spare;
    uint32_t other; /* a count that shares the list, or STATEMENT_NO_MENTION */
    bool closed, doubtful;
};

static const struct figure *figure_of(const struct roster *list) {
    return &list->prose->figures.items[list->figure];
}

/* ---- words */

static bool has_one_of(struct str text, const char *const *words) {
    for (; *words; words++)
        if (str_has(text, *words))
            return true;
    return false;
}

static bool ends_with_one_of(struct str text, const char *const *words) {
    for (; *words; words++)
        if (str_ends(text, *words))
            return true;
    return false;
}

/* Where 等 ends the name: 丙村等; 等级, 平等 and the like do not. The length
 * of the text when it stands nowhere. */
static size_t find_etc(struct str text) {
    static const char *const before[] = {"高", "中", "初", "平", "同", "均", "相",
                                         "优", "头", "特", "一", "二", "三", NULL};
    /* clang-format off */
    static const char *const after[] = {
        "级", "次", "额", "于", "同", "候", "待", "值", NULL,
    };
    /* clang-format on */
    for (size_t at = str_find(text, "等", 0); at != SIZE_MAX; at = str_find(text, "等", at + 3)) {
        struct str next = str_slice(text, at + 3, at + 6);
        if (!ends_with_one_of(str_slice(text, 0, at), before) && !ends_with_one_of(next, after))
            return at;
    }
    return text.len;
}

/* 乙和丙 is one name or two: 自然资源和规划局. */
static uint32_t count_joints(struct str name) {
    static const char *const joints[] = {"以及", "和", "及", "与", NULL};
    return has_one_of(name, joints);
}

/* Whether one of the last two characters of `name`, brackets and quotes behind
 * it apart, is among those of `noun`. */
static bool is_named_after(struct str name, struct str noun) {
    size_t end = name.len, size;
    for (int seen = 0; seen < 2 && end > 0;) {
        size_t at = utf8_before(name, end);
        if (utf8_is_han(utf8_decode(name, at, &size))) {
            char one[5] = {0};
            memcpy(one, name.ptr + at, size < 4 ? size : 4);
            if (str_has(noun, one))
                return true;
            seen++;
        }
        end = at;
    }
    return false;
}

/* The things counted: the words behind the count, or before it when there are
 * none: 涉及村 5 个. */
static struct str noun_of(const struct roster *list) {
    const struct figure *figure = figure_of(list);
    struct str lead = figure->lead;
    if (figure->tail.len > 0)
        return str_slice(figure->tail, 0, NOUN_BYTES);
    size_t from = lead.len > NOUN_BYTES / 2 ? lead.len - NOUN_BYTES / 2 : 0;
    while (from < lead.len && ((unsigned char)lead.ptr[from] & 0xC0) == 0x80)
        from++;
    return str_slice(lead, from, lead.len);
}

static bool are_named_after(const struct roster *list, struct str noun) {
    for (uint32_t i = 0; i < list->count; i++)
        if (!is_named_after(list->names[i], noun))
            return false;
    return true;
}

/* ---- stating */

/* The count as the text has it, with what it counts: 8 种过硬措施. */
static struct str name_of(const struct roster *list) {
    const struct figure *figure = figure_of(list);
    const struct mention *mention = prose_mention(list->prose, list->figure);
    if (figure->tail.len == 0 || figure->tail.len > LABEL_BYTES)
        return figure->lead.len > 0 ? prose_label(list->prose, list->figure) : mention->raw;
    size_t end = (size_t)(figure->tail.ptr - mention->passage->text.ptr) + figure->tail.len;
    return str_slice(mention->passage->text, mention->start, end);
}

static bool state(struct roster *list, struct err *err) {
    struct prose *prose = list->prose;
    struct str *names = arena_array(&prose->doc->arena, list->count, sizeof *names);
    if (!names)
        return arena_check(&prose->doc->arena, err);
    memcpy(names, list->names, list->count * sizeof *names);
    struct statement statement = {
        .kind = STATEMENT_ITEMS,
        .figure = figure_of(list)->mention,
        .closed = list->closed,
        .doubtful = list->doubtful,
        .label = name_of(list),
        .names = names,
        .name_count = list->count,
        .spare = list->spare,
    };
    uint32_t others = list->other != STATEMENT_NO_MENTION;
    return prose_state(prose, statement, &list->other, others, err);
}

/* ---- names */

static bool add_name(struct roster *list, struct str name) {
    name = str_trim(name);
    if (name.len == 0 || list->count == NAMES)
        return false;
    list->doubtful |= name.len > NAME_BYTES;
    list->names[list->count++] = name;
    return true;
}

/* The last name may run into 等 and may join two. */
static bool add_last(struct roster *list, struct str name) {
    size_t end = find_etc(name);
    if (end < name.len)
        list->closed = false;
    name = str_slice(name, 0, end);
    list->spare = count_joints(name);
    return add_name(list, name);
}

/* 、 parts names more finely than ， and ； do. */
static int coarseness(enum token_kind kind) {
    return kind == TOKEN_PAUSE ? 1 : kind == TOKEN_COMMA ? 2 : kind == TOKEN_SEMICOLON ? 3 : 0;
}

/* Reads the names behind token `at` - 1, at depth `depth`. False when they are
 * no plain list. */
static bool read_names(struct roster *list, uint32_t at, uint32_t depth) {
    const struct prose *prose = list->prose;
    const struct token *opening = prose_token(prose, at - 1);
    struct str text = prose->passages[opening->passage]->text;
    uint32_t from = opening->end, end = (uint32_t)text.len, last = at + LIST_TOKENS;
    int break_kind = 0;
    bool figures = false; /* 优秀 90 分以上；良好 …: only ； parts what holds figures */
    for (;; at++) {
        if (at == last)
            return false;
        const struct token *token = prose_token(prose, at);
        if (token->passage != opening->passage || token->kind == TOKEN_STOP ||
            token->kind == TOKEN_PARAGRAPH || token->depth < depth) {
            end = token->passage == opening->passage ? token->start : end;
            break;
        }
        if (token->depth > depth || token->kind == TOKEN_OPEN || token->kind == TOKEN_CLOSE ||
            token->kind == TOKEN_TURN)
            continue; /* a bracket belongs to the name before it */
        int kind = coarseness(token->kind);
        figures |= token->kind == TOKEN_FIGURE;
        if (token->kind == TOKEN_FIGURE)
            continue;
        if (kind == 0)
            return false;
        if (break_kind == 0)
            break_kind = kind;
        if (figures && break_kind < 3)
            return false;
        if (kind > break_kind) {
            end = token->start;
            break;
        }
        if (kind < break_kind) {
            list->doubtful = true;
        } else if (add_name(list, str_slice(text, from, token->start))) {
            from = token->end;
        } else {
            return false;
        }
    }
    list->doubtful |= figures;
    return list->count > 0 && !(figures && break_kind < 3) &&
           add_last(list, str_slice(text, from, end));
}

/* ---- numbered items */

/* Sections outrank the lists within them. */
static int rank(enum item_style style) {
    static const int ranks[] = {[ITEM_HAN] = 0,     [ITEM_BRACKET_HAN] = 1, [ITEM_DIGIT] = 2,
                                [ITEM_BRACKET] = 3, [ITEM_CIRCLE] = 4,      [ITEM_SHI] = 5};
    return ranks[style];
}

/* A table may stand between the paragraphs of a list: what ends with them need
 * not be all. */
static bool ends_document(const struct prose *prose) {
    const struct document *document = &prose->doc->document;
    return prose->count == 1 || document->paragraphs.count == 0 ||
           prose->passages[prose->count - 1] ==
               &document->paragraphs.items[document->paragraphs.count - 1];
}

/* The item whose mark is token `at`, for evidence: its mark and first words. */
static bool add_item(struct roster *list, uint32_t at) {
    const struct prose *prose = list->prose;
    const struct token *token = prose_token(prose, at), *next = prose_token(prose, at + 1);
    struct str text = prose->passages[token->passage]->text;
    uint32_t end = next->passage == token->passage ? next->start : (uint32_t)text.len;
    list->names[list->count++] = str_trim(str_slice(text, token->start, end));
    return true;
}

/* Counts the marks of one style from token `at`, number 1, on. The list is
 * closed when something shows that it has ended. */
static bool read_items(struct roster *list, uint32_t at) {
    const struct prose *prose = list->prose;
    enum item_style style = prose_token(prose, at)->style;
    bool turned = false;
    add_item(list, at);
    for (at++; at < prose->tokens.count; at++) {
        const struct token *token = prose_token(prose, at);
        turned |= token->kind == TOKEN_TURN;
        if (token->kind != TOKEN_ITEM)
            continue;
        if (rank(token->style) < rank(style))
            break;
        if (token->style != style)
            continue;
        if (token->number != list->count + 1 || list->count == NAMES) {
            /* a leap is a slip of the numbers, and 1. within 1) another list */
            list->closed = style == ITEM_SHI && token->number == 1 && !turned;
            return list->count > 1;
        }
        add_item(list, at);
        turned = false; /* 此外 behind the last mark may tell of one more */
    }
    list->closed =
        !turned && (at < prose->tokens.count || style == ITEM_SHI || ends_document(prose));
    return list->count > 1;
}

/* ---- where a list begins */

/* Counts of persons, buildings and places are told by items that are none. */
static bool counts_points(const struct mention *mention) {
    /* clang-format off */
    static const char *const units[] = {
        "个", "項", "项", "种", "条", "类", "大项", "大类", "件", "点", "笔", "個",
        "種", "條", "批", "宗", NULL,
    };
    /* clang-format on */
    for (const char *const *unit = units; *unit; unit++)
        if (str_is(mention->unit, *unit))
            return true;
    return false;
}

/* 5 个乡镇：一是 …: the items tell of something in them. */
static bool counts_places(const struct roster *list) {
    /* clang-format off */
    static const char *const places[] = {
        "村", "乡", "镇", "县", "区", "市", "街道", "社区", "学校", "人", "户",
        "局", "站", "月", "年", NULL,
    };
    /* clang-format on */
    return has_one_of(noun_of(list), places);
}

static bool skip_paragraphs(const struct prose *prose, uint32_t *at) {
    while (prose_token(prose, *at)->kind == TOKEN_PARAGRAPH && *at < prose->tokens.count)
        ++*at;
    return *at < prose->tokens.count;
}

/* Whether nothing stands between two tokens. */
static bool are_adjacent(const struct prose *prose, uint32_t at) {
    const struct token *one = prose_token(prose, at), *next = prose_token(prose, at + 1);
    return one->passage == next->passage &&
           str_blank(str_slice(prose->passages[one->passage]->text, one->end, next->start));
}

static bool is_like_below(const struct prose *prose, const struct token *token) {
    struct str text = prose->passages[token->passage]->text;
    return token->kind == TOKEN_AMONG &&
           str_ends(str_slice(text, token->start, token->end), "如下");
}

static bool is_shi(const struct prose *prose, uint32_t at) {
    const struct token *token = prose_token(prose, at);
    return token->kind == TOKEN_ITEM && token->style == ITEM_SHI;
}

/* 三个方面的工作。一是 …: things that only items can tell. */
static bool counts_aspects(const struct figure *figure) {
    /* clang-format off */
    static const char *const aspects[] = {
        "方面", "措施", "举措", "做法", "问题", "环节", "原因", "建议", "成效",
        "特点", "困难", NULL,
    };
    /* clang-format on */
    return has_one_of(figure->tail, aspects);
}

/* 采取 5 项措施，具体如下：1. …; 以下 5 项。一是 …. Returns the token of
 * mark 1, or 0. */
static uint32_t find_items(const struct roster *list, uint32_t at) {
    static const char *const below[] = {"以下", "如下", "下列", NULL};
    const struct prose *prose = list->prose;
    const struct figure *figure = figure_of(list);
    bool told = has_one_of(figure->tail, below) || has_one_of(figure->lead, below);
    if (prose_token(prose, at)->kind == TOKEN_COMMA && are_adjacent(prose, at))
        at++;
    if (is_like_below(prose, prose_token(prose, at))) {
        told = true;
        at++;
    }
    enum token_kind kind = prose_token(prose, at)->kind;
    if (kind == TOKEN_COLON)
        at++;
    else if (kind == TOKEN_STOP && (told || (counts_aspects(figure) && is_shi(prose, at + 1))))
        at++;
    else if (kind != TOKEN_ITEM && !(kind == TOKEN_PARAGRAPH && told))
        return 0;
    const struct token *token = skip_paragraphs(prose, &at) ? prose_token(prose, at) : NULL;
    bool first = token && token->kind == TOKEN_ITEM && token->number == 1;
    return first && counts_points(prose_mention(prose, list->figure)) && !counts_places(list) ? at
                                                                                              : 0;
}

/* 即 says the same thing again, or explains it: only names prove a list. */
static bool is_explained(const struct prose *prose, const struct token *token) {
    struct str text = prose->passages[token->passage]->text;
    return str_is(str_slice(text, token->start, token->end), "即");
}

/* The list behind the count, whose next token is `at`. False when there is
 * none. */
static bool read_forward(struct roster *list, uint32_t at) {
    const struct prose *prose = list->prose;
    const struct token *token = prose_token(prose, at);
    uint32_t depth = figure_of(list)->depth, items = find_items(list, at);
    if (items)
        return read_items(list, items);
    if (token->kind == TOKEN_ITEM)
        return false;
    bool bracket = token->kind == TOKEN_OPEN, plain = bracket || token->kind == TOKEN_COLON;
    if (plain || token->kind == TOKEN_COMMA) {
        const struct token *next = prose_token(prose, at + 1);
        bool namely = next->kind == TOKEN_NAMELY && are_adjacent(prose, at);
        if (!plain && !namely)
            return false;
        plain &= !namely;
        at += namely;
        token = prose_token(prose, at);
    } else if (token->kind != TOKEN_NAMELY) {
        return false;
    }
    if (prose_token(prose, at + 1)->kind == TOKEN_COLON && are_adjacent(prose, at))
        at++;
    list->closed = true;
    if (!read_names(list, at + 1, depth + bracket))
        return false;
    list->doubtful |=
        (plain || is_explained(prose, token)) && !are_named_after(list, noun_of(list));
    return true;
}

/* ---- names before their count */

/* The token before the first name; the names of 甲、乙（一期）、丙 before
 * token `at` are parted by 、 alone. */
static uint32_t find_first(const struct prose *prose, uint32_t at, uint32_t *pauses) {
    const struct token *count = prose_token(prose, at);
    *pauses = 0;
    while (at > 0) {
        const struct token *token = prose_token(prose, at - 1);
        bool inner = token->depth > count->depth ||
                     (token->depth == count->depth &&
                      (token->kind == TOKEN_CLOSE || token->kind == TOKEN_OPEN));
        if (token->passage != count->passage || (!inner && token->kind != TOKEN_PAUSE))
            break;
        /* the bracket that the count itself stands in */
        if (token->kind == TOKEN_OPEN && token->depth < count->depth)
            break;
        *pauses += !inner;
        at--;
    }
    return at;
}

/* How the names lead to their count: 丙等 3 个, 丙共 3 个, 丙三个. */
enum link { LINK_NONE, LINK_ETC, LINK_SUM };

static enum link cut_link(struct str *name) {
    static const char *const sums[] = {"共计", "合计", "总计", "共有", "共", NULL};
    enum link link = LINK_NONE;
    for (const char *const *sum = sums; *sum && link == LINK_NONE; sum++) {
        if (str_ends(*name, *sum) && !str_ends(*name, "公共")) {
            name->len -= strlen(*sum);
            link = LINK_SUM;
        }
    }
    size_t etc = find_etc(*name);
    if (etc + strlen("等") == name->len) {
        name->len = etc;
        link = LINK_ETC;
    }
    return link;
}

/* Whether the count says `names`. */
static bool says(const struct mention *count, uint32_t names) {
    char text[12];
    snprintf(text, sizeof text, "%u", names);
    return str_is(count->number, text);
}

/* 23 个股室和 9 个二级机构: both counts share the names. */
static uint32_t next_count(const struct roster *list) {
    static const char *const joints[] = {"和", "及", "与", NULL};
    const struct prose *prose = list->prose;
    const struct figure *figure = figure_of(list);
    const struct token *next = prose_token(prose, figure->token + 1);
    bool joined = next->kind == TOKEN_FIGURE && ends_with_one_of(figure->tail, joints);
    return joined && prose_mention(prose, next->next)->kind == MENTION_COUNT ? next->next
                                                                             : STATEMENT_NO_MENTION;
}

/* Without 等 or 共 the names need not be what is counted: 道路、桥梁 3 处.
 * Such a list is one only where it fits. */
static bool read_backward(struct roster *list) {
    const struct prose *prose = list->prose;
    const struct figure *figure = figure_of(list);
    const struct token *count = prose_token(prose, figure->token);
    struct str text = prose->passages[count->passage]->text;
    uint32_t pauses, at = find_first(prose, figure->token, &pauses);
    bool first = at == 0 || prose_token(prose, at - 1)->passage != count->passage;
    uint32_t from = first ? 0 : prose_token(prose, at - 1)->end;
    if (pauses == 0 || (!first && prose_token(prose, at - 1)->kind == TOKEN_FIGURE))
        return false;
    for (; at < figure->token; at++) {
        const struct token *token = prose_token(prose, at);
        if (token->kind != TOKEN_PAUSE || token->depth > count->depth)
            continue;
        if (!add_name(list, str_slice(text, from, token->start)))
            return false;
        from = token->end;
    }
    struct str last = str_trim(str_slice(text, from, count->start));
    enum link link = cut_link(&last);
    list->spare = count_joints(last);
    if (!add_name(list, last))
        return false;
    const struct mention *mention = prose_mention(prose, list->figure);
    bool alike = figure->tail.len > 0 && are_named_after(list, noun_of(list));
    list->closed = link != LINK_ETC;
    list->doubtful |= !alike;
    list->other = next_count(list);
    return link != LINK_NONE || says(mention, list->count) ||
           says(mention, list->count + list->spare);
}

/* ---- */

/* Whole things, more than one, of this report: 3 个, not 1.2 万个 or 上年 3
 * 个. */
static bool is_countable(const struct prose *prose, uint32_t index) {
    const struct figure *figure = &prose->figures.items[index];
    const struct mention *mention = prose_mention(prose, index);
    return mention->kind == MENTION_COUNT && figure->exact && !figure->unit_price &&
           !figure->prior && !figure->bracketed && mention->number.len <= COUNT_DIGITS &&
           !str_has(mention->number, ".") && !str_starts(mention->unit, "万") &&
           !str_is(mention->number, "1") && figure->tail.len <= NOUN_BYTES;
}

bool roster_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++) {
        if (!is_countable(prose, i))
            continue;
        struct roster list;
        list.prose = prose;
        for (int way = 0; way < 2; way++) {
            list.figure = i;
            list.count = list.spare = 0;
            list.other = STATEMENT_NO_MENTION;
            list.closed = list.doubtful = false;
            bool found = way == 0 ? read_forward(&list, prose->figures.items[i].token + 1)
                                  : read_backward(&list);
            if (found && !state(&list, err))
                return false;
            if (found)
                break;
        }
    }
    return true;
}
