#include "extract/claim.h"

#include "base/utf8.h"
#include "extract/heading.h"
#include "extract/section_scores.h"

/* Most scores of a report are shares: of an indicator, a project, a criterion.
 * A claim needs words for the whole (strong), or must at least not be
 * contradicted by another score (weak); behind a group's label and within
 * 一是 ... only strong ones count. */

enum { WINDOW = 72 }; /* bytes before a grade that can make it a claim */

/* A score that may be the report's. */
struct candidate {
    uint32_t figure;
    bool strong; /* its words name the whole: 总得分, 综合评分, 我局 */
    bool bare;   /* 该项目得 95 分: only a grade in its sentence makes it a claim */
};

/* A grade that may be the report's. */
struct grade {
    uint32_t mention;
    uint32_t sentence;
    bool used; /* stands beside a score */
};

struct scan {
    struct prose *prose;
    struct err *err;
    VEC(struct candidate) candidates;
    VEC(struct grade) grades;
};

static const struct figure *figure_at(const struct scan *scan, uint32_t index) {
    return &scan->prose->figures.items[index];
}

static const struct mention *mention_at(const struct scan *scan, uint32_t index) {
    return &scan->prose->doc->reading.mentions.items[index];
}

static bool matches(const struct scan *scan, enum cue cue, struct str text) {
    return cue_has(scan->prose->doc, scan->prose->patterns, cue, text);
}

static bool fail(struct err *err) {
    return err_set(err, ERR_MEMORY, 0, "no memory for the claims of the prose");
}

/* 综合得分 85.82 without 分 is a score as well; 5 个 and 3 万元 never
 * are. */
static bool is_score(const struct scan *scan, uint32_t index) {
    const struct mention *mention = prose_mention(scan->prose, index);
    bool kind = mention->kind == MENTION_SCORE ||
                (mention->kind == MENTION_NUMBER && mention->unit.len == 0);
    return kind && figure_at(scan, index)->exact && !mention->malformed;
}

/* ---- groups */

/* 自评得分 90 分项目 1 个: a label, not a claim. */
static bool is_group_label(const struct scan *scan, uint32_t index) {
    const struct figure *figure = figure_at(scan, index);
    return prose_mention(scan->prose, index)->kind == MENTION_SCORE &&
           matches(scan, CUE_GROUP, figure->lead) &&
           (str_starts(figure->tail, "项目") || str_starts(figure->tail, "的项目") ||
            str_starts(figure->tail, "及以上") || str_starts(figure->tail, "以上"));
}

/* 得分 90 分项目 1 个：渠道维修自评得分 94 分: with one project
 * in the group its score must fit the label; with several nobody knows whose it
 * is. */
static bool is_one_member(const struct scan *scan, uint32_t index) {
    if (index + 1 >= scan->prose->figures.count)
        return false;
    const struct mention *count = prose_mention(scan->prose, index + 1);
    return figure_at(scan, index)->exact &&
           figure_at(scan, index + 1)->sentence == figure_at(scan, index)->sentence &&
           count->kind == MENTION_COUNT && str_is(count->number, "1");
}

/* The score that the group's one member gets: the only one up to the next
 * group, item or paragraph. */
static uint32_t member_of(const struct scan *scan, uint32_t label) {
    const struct prose *prose = scan->prose;
    uint32_t found = STATEMENT_NO_MENTION;
    for (uint32_t at = figure_at(scan, label)->token + 1; at < prose->tokens.count; at++) {
        const struct token *token = &prose->tokens.items[at];
        /* behind 二是 the next group begins, whose member is not ours */
        if (token->kind == TOKEN_PARAGRAPH || token->kind == TOKEN_ITEM)
            break;
        if (token->kind != TOKEN_FIGURE)
            continue;
        if (is_group_label(scan, token->next))
            break;
        if (!is_score(scan, token->next) ||
            !matches(scan, CUE_MEMBER, figure_at(scan, token->next)->lead))
            continue;
        if (found != STATEMENT_NO_MENTION)
            return STATEMENT_NO_MENTION;
        found = token->next;
    }
    return found;
}

/* A group without a score of its own is a label only: there is nothing to hold
 * against it. */
static bool state_group(struct scan *scan, uint32_t label) {
    if (!is_one_member(scan, label))
        return true;
    uint32_t member = member_of(scan, label);
    if (member == STATEMENT_NO_MENTION)
        return true;
    struct statement statement = {
        .kind = STATEMENT_GROUP,
        .figure = figure_at(scan, label)->mention,
        .label = prose_label(scan->prose, label),
    };
    return prose_state(scan->prose, statement, &member, 1, scan->err);
}

/* ---- scores */

/* 产出（50 分）得分 49 分: the weight stands in the bracket right before. */
static bool is_weighed(const struct scan *scan, uint32_t index) {
    const struct prose *prose = scan->prose;
    uint32_t token = figure_at(scan, index)->token;
    const struct figure *weight = figure_at(scan, index - 1);
    return prose_mention(prose, index - 1)->kind == MENTION_SCORE && weight->token + 2 == token &&
           prose->tokens.items[token - 1].kind == TOKEN_CLOSE &&
           !str_is(prose_mention(prose, index - 1)->number, "100");
}

/* 满分 15 分，实得 15 分: a share of the total. 总分 100 分，得分
 * 96 分: the first is the scale. */
static bool is_scale(const struct scan *scan, uint32_t index) {
    const struct prose *prose = scan->prose;
    const struct figure *figure = figure_at(scan, index);
    struct str number = prose_mention(prose, index)->number;
    bool full = str_is(number, "100");
    if (full && str_has(figure->lead, "总分") && !str_has(figure->lead, "得") &&
        !str_has(figure->lead, "自评"))
        return true;
    if (full && index + 1 < prose->figures.count &&
        figure_at(scan, index + 1)->sentence == figure->sentence && is_score(scan, index + 1) &&
        matches(scan, CUE_SCORE, figure_at(scan, index + 1)->lead))
        return true;
    if (index == 0 || figure_at(scan, index - 1)->sentence != figure->sentence)
        return false;
    if (is_weighed(scan, index))
        return true;
    /* 效果得 19 分（满分 20 分），综合评分 94 分: the bracket is the
     * other's */
    if (figure_at(scan, index - 1)->depth > figure->depth)
        return false;
    struct str before = figure_at(scan, index - 1)->lead;
    bool share = str_has(before, "满分") || str_has(before, "分值");
    share |= str_has(before, "权重");
    return share && !str_is(prose_mention(prose, index - 1)->number, "100");
}

/* 第三方评价得分 86 分, 财政复核得分 92 分: a second opinion,
 * which need not agree with the table. */
static bool is_of_others(struct str lead) {
    /* clang-format off */
    static const char *const words[] = {
        "第三方", "复核", "复评", "抽查", "再评价",
        "上级考核", "年终考核", "考核中得", "财政局评",
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(lead, words[i]))
            return true;
    return false;
}

/* 综合得分＝决策得分 18 分＋过程得分 19 分: 18 is a term,
 * though 综合 stands before it. */
static bool is_term(struct str lead) {
    return str_has(lead, "=") || str_has(lead, "＝");
}

/* 该项目, 本单位: what the report is about. */
static bool names_itself(struct str lead) {
    /* clang-format off */
    static const char *const words[] = {
        "该项目", "本项目", "该单位", "本单位", "该部门", "本部门",
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(lead, words[i]))
            return true;
    return false;
}

/* 自评得分为 96 分 with words that fit, in the past, of the whole and of
 * this unit; 力争得分 95 分, 产出得分 48 分 and 得分 90 分以上
 * all fall out. */
static bool is_candidate(const struct scan *scan, uint32_t index, struct candidate *candidate) {
    const struct figure *figure = figure_at(scan, index);
    candidate->strong = matches(scan, CUE_STRONG, figure->lead);
    candidate->bare =
        !candidate->strong && str_ends(figure->lead, "得") && !str_ends(figure->lead, "实得");
    if (!is_score(scan, index) || figure->prior || !matches(scan, CUE_SCORE, figure->lead) ||
        matches(scan, CUE_SCORE_TAIL, figure->tail) || matches(scan, CUE_PLAN, figure->lead))
        return false;
    if (!candidate->strong && matches(scan, CUE_PARTIAL, figure->lead))
        return false;
    if (candidate->bare && !names_itself(figure->lead))
        return false;
    /* 项目决策（自评得分18分）is a heading's share of the total */
    return !is_scale(scan, index) && !is_of_others(figure->lead) && !is_term(figure->lead) &&
           !heading_with_points(scan->prose->doc, prose_mention(scan->prose, index)->passage);
}

/* A score within 一是 ... belongs to what the item is about; behind a group
 * label, to a member. */
struct context {
    bool grouped;
    uint32_t item_sentence;
};

/* 一、 and （一） open a new chapter, in which the groups of the one
 * before are over; 一是 opens an item within its sentence only. */
static void enter(const struct scan *scan, struct context *context, const struct token *token) {
    if (token->kind == TOKEN_FIGURE)
        context->grouped |= is_group_label(scan, token->next);
    if (token->kind != TOKEN_ITEM)
        return;
    if (token->style == ITEM_SHI || token->style == ITEM_CIRCLE)
        context->item_sentence = token->sentence;
    if (token->style == ITEM_HAN || token->style == ITEM_BRACKET_HAN)
        context->grouped = false;
}

/* Weak scores behind a group's label are its members': 得分 90 分项目 2
 * 个。甲项目自评得分 92 分 says nothing of the whole report. */
static bool read_scores(struct scan *scan) {
    struct prose *prose = scan->prose;
    struct context context = {.item_sentence = UINT32_MAX};
    for (uint32_t at = 0; at < prose->tokens.count; at++) {
        const struct token *token = &prose->tokens.items[at];
        struct candidate candidate = {.figure = token->next};
        enter(scan, &context, token);
        if (token->kind != TOKEN_FIGURE)
            continue;
        if (is_group_label(scan, token->next)) {
            if (!state_group(scan, token->next))
                return false;
            continue;
        }
        if (!is_candidate(scan, token->next, &candidate))
            continue;
        if (!candidate.strong && (context.grouped || context.item_sentence == token->sentence))
            continue;
        if (!VEC_PUSH(&prose->doc->arena, &scan->candidates, candidate))
            return fail(scan->err);
    }
    return true;
}

/* ---- grades */

/* A grade reaches back further than a figure:
 * 综合评价等级为“优秀”, with the words that make it a claim up to
 * 24 characters before. */
static struct str window_before(struct str text, uint32_t at) {
    uint32_t from = at > WINDOW ? at - WINDOW : 0;
    while (from < at && ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
        from++;
    return str_slice(text, from, at);
}

/* 优秀的项目, 优秀等次的: a grade of some, not of all. */
static bool is_of_some(struct str after) {
    static const char *const words[] = {
        "的", "项目", "等次的", "等级的", "以上", "以下",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(after, words[i]))
            return true;
    return false;
}

/* 评价等级为优秀 claims; 优秀率, 优秀的项目 3 个 and
 * 去年评为优秀 do not. */
static bool is_grade_claim(const struct scan *scan, const struct mention *mention) {
    struct str text = mention->passage->text;
    struct str after = str_slice(text, mention->end, text.len);
    struct str before = window_before(text, mention->start);
    return matches(scan, CUE_GRADE, before) && !is_of_some(after) &&
           !matches(scan, CUE_GRADE_OTHER, before);
}

/* Collects the grades with the sentences that they stand in. */
static bool read_grades(struct scan *scan) {
    struct prose *prose = scan->prose;
    uint32_t token = 0;
    for (uint32_t i = prose->first; i < prose->last; i++) {
        const struct mention *mention = mention_at(scan, i);
        if (mention->kind != MENTION_GRADE || !is_grade_claim(scan, mention))
            continue;
        while (token < prose->tokens.count &&
               (prose->passages[prose->tokens.items[token].passage] != mention->passage ||
                prose->tokens.items[token].start < mention->end))
            token++;
        if (token == prose->tokens.count)
            return true;
        struct grade grade = {.mention = i, .sentence = prose->tokens.items[token].sentence};
        if (!VEC_PUSH(&prose->doc->arena, &scan->grades, grade))
            return fail(scan->err);
    }
    return true;
}

/* The one grade of a sentence: index into scan->grades, or none. Several are a
 * scale. */
static struct grade *grade_in(struct scan *scan, uint32_t sentence, size_t *from) {
    while (*from < scan->grades.count && scan->grades.items[*from].sentence < sentence)
        ++*from;
    size_t at = *from;
    if (at >= scan->grades.count || scan->grades.items[at].sentence != sentence)
        return NULL;
    bool several = at + 1 < scan->grades.count && scan->grades.items[at + 1].sentence == sentence;
    return several ? NULL : &scan->grades.items[at];
}

/* ---- what is claimed */

static bool push_claim(struct scan *scan, uint32_t mention, bool is_grade, struct str label) {
    struct doc *doc = scan->prose->doc;
    const struct mention *m = mention_at(scan, mention);
    struct claim claim = {
        .part = scan->prose->part,
        .is_grade = is_grade,
        .value = m->number,
        .label = label,
        .passage = m->passage,
        .start = m->start,
        .end = m->end,
        .order = mention,
    };
    return VEC_PUSH(&doc->arena, &doc->reading.claims, claim) || fail(scan->err);
}

/* 95 and 95.0 分 are one score told twice, not two that contradict each other.
 * Text is compared: there is no number yet at this stage. */
static struct str trim_zeros(struct str number) {
    if (!str_has(number, "."))
        return number;
    while (number.len && number.ptr[number.len - 1] == '0')
        number.len--;
    if (number.len && number.ptr[number.len - 1] == '.')
        number.len--;
    return number;
}

static bool is_same_score(const struct scan *scan, uint32_t a, uint32_t b) {
    return str_eq(trim_zeros(prose_mention(scan->prose, a)->number),
                  trim_zeros(prose_mention(scan->prose, b)->number));
}

/* Scores that the words do not tie to the whole count only when nothing
 * contradicts them: they may be single projects'. Returns the figure that they
 * have to equal, or none when they differ. */
static uint32_t reference_of(const struct scan *scan) {
    const struct candidate *items = scan->candidates.items;
    for (size_t i = 0; i < scan->candidates.count; i++)
        if (items[i].strong)
            return items[i].figure;
    for (size_t i = 1; i < scan->candidates.count; i++)
        if (!is_same_score(scan, items[i].figure, items[0].figure))
            return STATEMENT_NO_MENTION;
    return scan->candidates.count ? items[0].figure : STATEMENT_NO_MENTION;
}

/* The grade of the sentence goes with its score: 得分 96 分，等级为优
 * is one claim that a scale can be asked about. */
static bool state_score(struct scan *scan, const struct candidate *candidate, struct grade *grade) {
    struct prose *prose = scan->prose;
    uint32_t mention = figure_at(scan, candidate->figure)->mention;
    struct statement statement = {
        .kind = STATEMENT_SCORE,
        .figure = mention,
        .part = prose->part,
        .doubtful = !candidate->strong,
        .label = prose_label(prose, candidate->figure),
    };
    if (grade) {
        statement.members = arena_array(&prose->doc->arena, 1, sizeof *statement.members);
        if (!statement.members)
            return fail(scan->err);
        statement.members[0] = grade->mention;
        statement.member_count = 1;
        grade->used = true;
    }
    return (VEC_PUSH(&prose->doc->arena, &prose->doc->reading.statements, statement) ||
            fail(scan->err)) &&
           push_claim(scan, mention, false, statement.label) &&
           section_scores_state(prose, candidate->figure, scan->err);
}

/* A grade beside it makes a score strong: nobody grades a single indicator. */
static bool state_scores(struct scan *scan) {
    size_t from = 0, kept = 0;
    for (size_t i = 0; i < scan->candidates.count; i++) {
        struct candidate candidate = scan->candidates.items[i];
        uint32_t sentence = figure_at(scan, candidate.figure)->sentence;
        candidate.strong |= grade_in(scan, sentence, &from) != NULL;
        if (candidate.strong || !candidate.bare)
            scan->candidates.items[kept++] = candidate;
    }
    scan->candidates.count = kept;
    uint32_t reference = reference_of(scan);
    from = 0;
    for (size_t i = 0; i < scan->candidates.count; i++) {
        const struct candidate *candidate = &scan->candidates.items[i];
        bool same =
            reference != STATEMENT_NO_MENTION && is_same_score(scan, candidate->figure, reference);
        if (!candidate->strong && !same)
            continue;
        struct grade *grade = grade_in(scan, figure_at(scan, candidate->figure)->sentence, &from);
        if (!state_score(scan, candidate, grade))
            return false;
    }
    return true;
}

/* Whether figures stand in the grade's sentence: 优秀 3 个 is no grade of
 * the whole. */
static bool has_figures(const struct scan *scan, uint32_t sentence, uint32_t *from) {
    const struct prose *prose = scan->prose;
    while (*from < prose->figures.count && figure_at(scan, *from)->sentence < sentence)
        ++*from;
    return *from < prose->figures.count && figure_at(scan, *from)->sentence == sentence;
}

/* A grade without a score is a claim only in a sentence without figures:
 * 自评等级为优 is, 优秀等次 3 个 is not. */
static bool state_grades(struct scan *scan) {
    uint32_t figure = 0;
    size_t from = 0;
    for (size_t i = 0; i < scan->grades.count; i++) {
        struct grade *grade = &scan->grades.items[i];
        if (grade->used) {
            if (!push_claim(scan, grade->mention, true, (struct str){0}))
                return false;
            continue;
        }
        if (grade_in(scan, grade->sentence, &from) != grade ||
            has_figures(scan, grade->sentence, &figure))
            continue;
        struct statement statement = {.kind = STATEMENT_GRADE,
                                      .figure = grade->mention,
                                      .label = mention_at(scan, grade->mention)->label};
        if (!prose_state(scan->prose, statement, NULL, 0, scan->err) ||
            !push_claim(scan, grade->mention, true, statement.label))
            return false;
    }
    return true;
}

bool claim_scan(struct prose *prose, struct err *err) {
    struct scan scan = {.prose = prose, .err = err};
    return read_scores(&scan) && read_grades(&scan) && state_scores(&scan) && state_grades(&scan);
}
