#include "extract/prose.h"

#include "base/utf8.h"

/* One pass: between two figures the cue pattern finds breaks and cue words;
 * every figure is judged by the words between it and the token before, its
 * lead. All later finders walk tokens and figures only, so that no text is read
 * twice and the time stays linear. */

/* A bracket further back than this is not looked for:
 * 专项资金（一期工程）12 万元. */
enum { BRACKET_TOKENS = 6, AHEAD_BYTES = 240, COUNTER_CLASSES = 4 };

/* What tells where the reader stands in the run of passages. */
struct reader {
    struct prose *prose;
    struct err *err;
    uint32_t passage, sentence, segment, depth;
    struct str text; /* of the passage */
    bool runs_on;    /* the sentence goes on in the next passage */
};

const struct token *prose_token(const struct prose *prose, uint32_t index) {
    static const struct token end = {.kind = TOKEN_PARAGRAPH, .sentence = UINT32_MAX};
    return index < prose->tokens.count ? &prose->tokens.items[index] : &end;
}

const struct mention *prose_mention(const struct prose *prose, uint32_t figure) {
    return &prose->doc->reading.mentions.items[prose->figures.items[figure].mention];
}

static bool fail(struct err *err) {
    return err_set(err, ERR_MEMORY, 0, "no memory for the statements of the prose");
}

/* `next` is filled here for all tokens: whoever stands at a token knows the
 * figures before and behind it without a search. */
static bool push(struct reader *reader, struct token token) {
    struct prose *prose = reader->prose;
    token.passage = reader->passage;
    token.sentence = reader->sentence;
    token.depth = reader->depth;
    token.next = (uint32_t)prose->figures.count;
    return VEC_PUSH(&prose->doc->arena, &prose->tokens, token) || fail(reader->err);
}

/* Only of this passage: words never reach over the end of a paragraph. */
static struct token *last_token(const struct reader *reader) {
    struct prose *prose = reader->prose;
    if (!prose->tokens.count)
        return NULL;
    struct token *last = &prose->tokens.items[prose->tokens.count - 1];
    return last->passage == reader->passage ? last : NULL;
}

/* Where the words before byte `at` begin: behind the last token of the
 * passage. */
static uint32_t words_from(const struct reader *reader) {
    const struct token *last = last_token(reader);
    return last ? last->end : 0;
}

/* Everything from ITEM on ends a clause, except a closing bracket:
 * 资金（一期）共 9 万元 is one clause. */
static bool ends_clause(const struct token *token) {
    return !token || (token->kind >= TOKEN_ITEM && token->kind != TOKEN_CLOSE);
}

/* Full-width and half-width marks are mixed within one line of one report. */
static struct token break_token(struct str mark) {
    static const struct {
        const char *marks;
        enum token_kind kind;
    } rows[] = {
        {"、", TOKEN_PAUSE},  {"，,", TOKEN_COMMA},     {"；;", TOKEN_SEMICOLON},
        {"：:", TOKEN_COLON}, {"。！？!?", TOKEN_STOP}, {"\n", TOKEN_PARAGRAPH},
        {"（(", TOKEN_OPEN},  {"）)", TOKEN_CLOSE},
    };
    char needle[5] = {0};
    memcpy(needle, mark.ptr, mark.len < 4 ? mark.len : 4);
    size_t i = 0;
    while (i + 1 < sizeof rows / sizeof *rows && !str_has(str_of(rows[i].marks), needle))
        i++;
    return (struct token){.kind = rows[i].kind};
}

/* A paragraph that ends in 。 ends one sentence, not two: PARAGRAPH behind
 * STOP counts no more. */
static bool push_break(struct reader *reader, struct token token) {
    const struct prose *prose = reader->prose;
    enum token_kind last =
        prose->tokens.count ? prose->tokens.items[prose->tokens.count - 1].kind : TOKEN_STOP;
    bool ended = last == TOKEN_STOP || last == TOKEN_PARAGRAPH;
    if (token.kind == TOKEN_CLOSE && reader->depth)
        reader->depth--;
    if (token.kind == TOKEN_STOP || token.kind == TOKEN_PARAGRAPH)
        reader->depth = 0; /* an unclosed bracket ends with its sentence */
    if (!push(reader, token))
        return false;
    reader->depth += token.kind == TOKEN_OPEN;
    reader->segment += token.kind == TOKEN_SEMICOLON;
    if ((token.kind == TOKEN_STOP || token.kind == TOKEN_PARAGRAPH) && !ended) {
        reader->sentence++;
        reader->segment++;
    }
    return true;
}

/* 三项合计: a numeral that mention has read as a count is a part of the
 * cue. */
static bool is_numeral(const struct reader *reader, const struct token *token) {
    const struct prose *prose = reader->prose;
    return token && token->kind == TOKEN_FIGURE && prose_mention(prose, token->next)->numeral &&
           ends_clause(token > prose->tokens.items ? token - 1 : NULL);
}

/* Whether only blanks (or for totals, 以上 and the like) stand between the
 * last break and `at`. */
static bool opens_clause(const struct reader *reader, uint32_t at, bool total) {
    const struct token *last = last_token(reader);
    if (!ends_clause(last) && !(total && is_numeral(reader, last)))
        return false;
    struct str words = str_slice(reader->text, words_from(reader), at);
    const struct prose *prose = reader->prose;
    return total ? cue_has(prose->doc, prose->patterns, CUE_TOTAL_PREFIX, words) : str_blank(words);
}

/* 一是, ①, （1） within a paragraph. */
static bool push_inner_item(struct reader *reader, struct token token, const struct match *match) {
    if (!opens_clause(reader, token.start, false))
        return true;
    struct str mark = match_group(reader->text, match, TOKEN_GROUP_ITEM);
    token.kind = TOKEN_ITEM;
    token.style = ITEM_CIRCLE;
    if (match->start[TOKEN_GROUP_SHI] != SIZE_MAX) {
        mark = match_group(reader->text, match, TOKEN_GROUP_SHI);
        token.style = ITEM_SHI;
    } else if (match->start[TOKEN_GROUP_BRACKET] != SIZE_MAX) {
        mark = match_group(reader->text, match, TOKEN_GROUP_BRACKET);
        token.style = ITEM_BRACKET;
    } else if (match->start[TOKEN_GROUP_DIGIT] != SIZE_MAX) {
        mark = match_group(reader->text, match, TOKEN_GROUP_DIGIT);
        token.style = ITEM_DIGIT;
    }
    token.number = cue_number(mark);
    return !token.number || push(reader, token);
}

/* 共 is a sum only at the start of a clause: 公共、共同 are kept out by
 * the expression, 资金共 9 万元 here. */
static bool push_cue(struct reader *reader, const struct match *match) {
    static const enum token_kind kinds[] = {
        [TOKEN_GROUP_AMONG] = TOKEN_AMONG, [TOKEN_GROUP_NAMELY] = TOKEN_NAMELY,
        [TOKEN_GROUP_EACH] = TOKEN_EACH,   [TOKEN_GROUP_WITHIN] = TOKEN_WITHIN,
        [TOKEN_GROUP_TOTAL] = TOKEN_TOTAL, [TOKEN_GROUP_TURN] = TOKEN_TURN,
        [TOKEN_GROUP_ITEM] = TOKEN_ITEM,
    };
    struct str raw = match_group(reader->text, match, 0);
    struct token token = {.start = (uint32_t)match->start[0], .end = (uint32_t)match->end[0]};
    if (match->start[TOKEN_GROUP_BREAK] != SIZE_MAX) {
        token.kind = break_token(raw).kind;
        return push_break(reader, token);
    }
    size_t group = TOKEN_GROUP_AMONG;
    while (match->start[group] == SIZE_MAX)
        group++;
    if (group == TOKEN_GROUP_ITEM)
        return push_inner_item(reader, token, match);
    token.kind = kinds[group];
    token.loose = str_starts(raw, "主要") || str_starts(raw, "按");
    token.loose |= str_starts(raw, "资金来源");
    if (token.kind == TOKEN_TOTAL || token.kind == TOKEN_TURN)
        if (!opens_clause(reader, token.start, token.kind == TOKEN_TOTAL))
            return true;
    return push(reader, token);
}

/* The tokens that begin in bytes [from, until) of the passage, which hold no
 * figure. A cue word may look a little further: 由 ... 构成. */
static bool read_words(struct reader *reader, uint32_t from, uint32_t until) {
    const struct prose *prose = reader->prose;
    size_t end = until + AHEAD_BYTES < reader->text.len ? until + AHEAD_BYTES : reader->text.len;
    while (end < reader->text.len && ((unsigned char)reader->text.ptr[end] & 0xC0) == 0x80)
        end--;
    struct str text = str_slice(reader->text, 0, end);
    struct match match;
    size_t at = from;
    while (cue_token(prose->doc, prose->patterns, text, at, &match) && match.start[0] < until) {
        if (!push_cue(reader, &match))
            return false;
        at = match.end[0];
    }
    return true;
}

/* 综合得分：93 分: the name stands before the colon. */
static uint32_t name_from(const struct reader *reader, const struct token *colon) {
    const struct token *before = colon > reader->prose->tokens.items ? colon - 1 : NULL;
    uint32_t from = before && before->passage == reader->passage ? before->end : 0;
    return str_blank(str_slice(reader->text, from, colon->start)) ? colon->end : from;
}

/* Where the words that name the figure at byte `at` begin; a bracket without
 * figures is among them. */
static uint32_t lead_from(const struct reader *reader, uint32_t at) {
    const struct prose *prose = reader->prose;
    const struct token *last = last_token(reader);
    if (last && last->kind == TOKEN_COLON && str_blank(str_slice(reader->text, last->end, at)))
        return name_from(reader, last);
    if (!last || last->kind != TOKEN_CLOSE)
        return words_from(reader);
    const struct token *token = last;
    for (int i = 0; i < BRACKET_TOKENS && token > prose->tokens.items; i++) {
        token--;
        if (token->kind == TOKEN_FIGURE || token->passage != reader->passage)
            break;
        if (token->kind == TOKEN_OPEN && token->depth == last->depth) {
            bool first = token == prose->tokens.items || token[-1].passage != reader->passage;
            return first ? 0 : token[-1].end;
        }
    }
    return words_from(reader);
}

/* 年初预算 8 万元，调整预算 10 万元，支出 9 万元，执行率
 * 90%: the rate is over the adjusted one, so they must be told apart. */
static enum role budget_role(struct str lead) {
    if (str_has(lead, "调整") || str_has(lead, "全年") || str_has(lead, "可用"))
        return ROLE_ADJUSTED;
    return str_has(lead, "年初") ? ROLE_ORIGINAL : ROLE_BUDGET;
}

/* The last role word of the lead names the figure: 预算执行数 is spending,
 * 支出预算数 a budget. */
static enum role role_of(const struct prose *prose, struct str lead) {
    static const enum role roles[] = {
        [ROLE_GROUP_CHANGE] = ROLE_CHANGE,   [ROLE_GROUP_GROWTH] = ROLE_CHANGE,
        [ROLE_GROUP_BUDGET] = ROLE_BUDGET,   [ROLE_GROUP_ARRIVED] = ROLE_ARRIVED,
        [ROLE_GROUP_INCOME] = ROLE_INCOME,   [ROLE_GROUP_SPENT] = ROLE_SPENT,
        [ROLE_GROUP_BALANCE] = ROLE_BALANCE,
    };
    struct match match;
    if (str_ends(lead, "调整后") || str_ends(lead, "调整后为"))
        return ROLE_ADJUSTED; /* 批复 8 万元，调整后 10 万元 */
    if (!lead.len || !cue_find(prose->doc, prose->patterns, CUE_ROLE, lead, 0, &match))
        return ROLE_NONE;
    size_t group = ROLE_GROUP_CHANGE;
    while (match.start[group] == SIZE_MAX)
        group++;
    return roles[group] == ROLE_BUDGET ? budget_role(lead) : roles[group];
}

/* 约 9 万元, 9 万元以上 and 8-9 万元 can neither prove nor disprove a
 * sum. */
static bool is_exact(const struct mention *mention) {
    return (mention->comparator == COMPARE_NONE || mention->comparator == COMPARE_EQ) &&
           !mention->approximate && mention->number.len && !mention->upper.len;
}

/* 财建〔2020 12 万元: a document number that has swallowed the amount. */
static bool is_bracketed(struct str text, uint32_t from, uint32_t start) {
    static const char *const brackets[][2] = {{"〔", "〕"}, {"【", "】"}, {"[", "]"}};
    struct str before = str_slice(text, from, start);
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        size_t open = str_rfind(before, brackets[i][0], before.len);
        if (open != SIZE_MAX && str_find(before, brackets[i][1], open) == SIZE_MAX)
            return true;
    }
    return false;
}

/* All that a finder asks of a figure is decided here once; they run over the
 * figures many times. */
static bool push_figure(struct reader *reader, uint32_t index) {
    struct prose *prose = reader->prose;
    const struct doc *doc = prose->doc;
    const struct mention *mention = &doc->reading.mentions.items[index];
    struct str lead =
        str_trim(str_slice(reader->text, lead_from(reader, mention->start), mention->start));
    struct figure figure = {
        .mention = index,
        .token = (uint32_t)prose->tokens.count,
        .sentence = reader->sentence,
        .segment = reader->segment,
        .depth = reader->depth,
        .lead = lead,
        .role = role_of(prose, lead),
        .exact = is_exact(mention),
        .bracketed = is_bracketed(reader->text, words_from(reader), mention->start),
        .cumulative = str_has(lead, "累计"),
    };
    const struct token *last = last_token(reader);
    if (last && last->kind == TOKEN_FIGURE && !lead.len)
        figure.bracketed |= prose->figures.items[last->next].bracketed;
    figure.bare = figure.role != ROLE_NONE && cue_has(doc, prose->patterns, CUE_BARE, lead);
    figure.unit_price = lead.len && cue_has(doc, prose->patterns, CUE_UNIT_PRICE, lead);
    figure.prior = lead.len && cue_has(doc, prose->patterns, CUE_PRIOR, lead);
    struct token token = {.kind = TOKEN_FIGURE, .start = mention->start, .end = mention->end};
    return push(reader, token) &&
           (VEC_PUSH(&prose->doc->arena, &prose->figures, figure) || fail(reader->err));
}

/* 1. or （一） in front of a paragraph, typed or made by Word. Returns the
 * bytes it takes. */
static bool push_outer_item(struct reader *reader, uint32_t *at) {
    static const enum item_style styles[] = {
        [ITEM_GROUP_HAN] = ITEM_HAN,       [ITEM_GROUP_BRACKET_HAN] = ITEM_BRACKET_HAN,
        [ITEM_GROUP_DIGIT] = ITEM_DIGIT,   [ITEM_GROUP_BRACKET] = ITEM_BRACKET,
        [ITEM_GROUP_CIRCLE] = ITEM_CIRCLE,
    };
    const struct prose *prose = reader->prose;
    struct str numbering = prose->passages[reader->passage]->numbering;
    struct match match;
    bool typed = cue_find(prose->doc, prose->patterns, CUE_ITEM, reader->text, 0, &match);
    struct str text = typed ? reader->text : numbering;
    if (!typed && !cue_find(prose->doc, prose->patterns, CUE_ITEM, numbering, 0, &match))
        return true;
    size_t group = ITEM_GROUP_HAN;
    while (match.start[group] == SIZE_MAX)
        group++;
    struct token token = {.kind = TOKEN_ITEM,
                          .style = styles[group],
                          .number = cue_number(match_group(text, &match, group))};
    token.end = *at = typed ? (uint32_t)match.end[0] : 0;
    return !token.number || push(reader, token);
}

/* Dates and grades are read by the finders that want them; among figures they
 * would part a figure from its words. */
static bool is_figure(const struct mention *mention) {
    return mention->kind != MENTION_DATE && mention->kind != MENTION_GRADE;
}

/* A figure at the very end of a paragraph that a page has cut: its other half
 * stands on the next page. */
static bool is_cut(const struct reader *reader, const struct mention *mention) {
    return reader->runs_on && str_blank(str_slice(reader->text, mention->end, reader->text.len));
}

/* A sentence that a page break cuts is put together again; blank paragraphs
 * between its halves are skipped. */
static bool read_passage(struct reader *reader, uint32_t *next) {
    const struct prose *prose = reader->prose;
    const struct passage *passage = prose->passages[reader->passage];
    uint32_t at = 0;
    reader->text = passage->text;
    if (reader->runs_on && str_blank(passage->text))
        return true;
    if (!reader->runs_on && !push_outer_item(reader, &at))
        return false;
    reader->runs_on = passage->runs_on && reader->passage + 1 < prose->count;
    for (; *next < prose->last; ++*next) {
        const struct mention *mention = &prose->doc->reading.mentions.items[*next];
        if (mention->passage != passage)
            break;
        if (!is_figure(mention) || mention->start < at || is_cut(reader, mention))
            continue;
        uint32_t end = mention->end; /* the vector may move, not the mention's bytes */
        if (!read_words(reader, at, mention->start) || !push_figure(reader, *next))
            return false;
        at = end;
    }
    uint32_t end = (uint32_t)passage->text.len;
    struct token close = {.kind = TOKEN_PARAGRAPH, .start = end, .end = end};
    return read_words(reader, at, end) && (reader->runs_on || push_break(reader, close));
}

/* 占总投资 9 万元的 75%, 完成年度任务 500 人的 104%. */
static bool is_base(const struct prose *prose, const struct figure *figure) {
    const struct token *next = prose_token(prose, figure->token + 1);
    return str_is(figure->tail, "的") && next->kind == TOKEN_FIGURE &&
           prose_mention(prose, next->next)->kind == MENTION_RATE &&
           (str_starts(figure->lead, "占") || str_starts(figure->lead, "完成") ||
            str_starts(figure->lead, "达"));
}

/* The words behind each figure reach to the next token. */
static void read_tails(struct prose *prose) {
    for (size_t i = 0; i < prose->figures.count; i++) {
        struct figure *figure = &prose->figures.items[i];
        const struct token *token = &prose->tokens.items[figure->token];
        struct str text = prose->passages[token->passage]->text;
        size_t end = token[1].passage == token->passage ? token[1].start : text.len;
        figure->tail = str_trim(str_slice(text, token->end, end));
        figure->base = is_base(prose, figure);
    }
}

bool prose_read(struct prose *prose, struct err *err) {
    struct reader reader = {.prose = prose, .err = err};
    uint32_t next = prose->first;
    for (; reader.passage < prose->count; reader.passage++)
        if (!read_passage(&reader, &next))
            return false;
    /* the other half of a cut sentence may belong to another report: every
     * figure has a token behind it */
    struct token close = {.kind = TOKEN_PARAGRAPH};
    if (reader.runs_on && prose->count > 0) {
        reader.passage = prose->count - 1;
        close.start = close.end = (uint32_t)prose->passages[reader.passage]->text.len;
        if (!push_break(&reader, close))
            return false;
    }
    read_tails(prose);
    return true;
}

/* 万亩 and 亩 are of one kind, as 万元 and 元 are. */
static struct str base_unit(struct str unit) {
    static const char *const powers[] = {"万", "亿", "千", "萬", "億"};
    for (size_t i = 0; i < sizeof powers / sizeof *powers; i++)
        if (unit.len > 3 && str_starts(unit, powers[i]))
            return str_slice(unit, 3, unit.len);
    return unit;
}

/* Counters that reports use for the same things. */
static int counter_class(struct str unit) {
    static const char *const classes[COUNTER_CLASSES] = {" 个 项 笔 個 項 ", " 人 名 位 ",
                                                         " 户 家 ", " 亩 畝 "};
    struct str base = base_unit(unit);
    char needle[16] = " ";
    if (!base.len || base.len > sizeof needle - 3)
        return -1;
    memcpy(needle + 1, base.ptr, base.len);
    needle[base.len + 1] = ' ';
    for (int i = 0; i < COUNTER_CLASSES; i++)
        if (str_has(str_of(classes[i]), needle))
            return i;
    return -1;
}

bool prose_is_same_kind(const struct prose *prose, uint32_t a, uint32_t b) {
    const struct mention *one = prose_mention(prose, a), *other = prose_mention(prose, b);
    if (one->kind != other->kind)
        return false;
    if (one->kind == MENTION_AMOUNT)
        return true;
    if (one->kind != MENTION_COUNT && one->kind != MENTION_AREA && one->kind != MENTION_LENGTH)
        return false;
    if (str_eq(base_unit(one->unit), base_unit(other->unit)))
        return one->unit.len > 0;
    int class = counter_class(one->unit);
    return class >= 0 && class == counter_class(other->unit);
}

struct str prose_label(const struct prose *prose, uint32_t figure) {
    struct str label = prose_mention(prose, figure)->label;
    return label.len ? label : prose->figures.items[figure].lead;
}

bool prose_state(struct prose *prose, struct statement statement, const uint32_t *members,
                 uint32_t count, struct err *err) {
    struct doc *doc = prose->doc;
    statement.part = prose->part;
    statement.member_count = count;
    if (count) {
        statement.members = arena_array(&doc->arena, count, sizeof *members);
        if (!statement.members)
            return fail(err);
        for (uint32_t i = 0; i < count; i++)
            statement.members[i] = prose->figures.items[members[i]].mention;
    }
    return VEC_PUSH(&doc->arena, &doc->reading.statements, statement) || fail(err);
}
