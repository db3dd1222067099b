#include "extract/section_scores.h"

#include "model/decimal.h"

/* 过程（40 分），得 38 分 has a weight and a score: where any figure is 得,
 * the others are weights; where none is, all are scores. Points that are taken
 * off, and lists within the list, leave open what adds to what. */

/* How far the list may stand from its total, in tokens; its figures. */
enum { GAP_TOKENS = 8, SECTIONS = 24 };

struct sections {
    struct prose *prose;
    uint32_t total;
    uint32_t seen[2 * SECTIONS]; /* all points of the list, in order */
    uint32_t seen_count;
    uint32_t scores[SECTIONS];
    uint32_t count;
    uint32_t weights;    /* figures that are none of the scores */
    struct decimal full; /* what the weights add to */
    uint32_t depth;      /* of the scores: 投入（10 分）9 分 has the weight in brackets */
    bool deducted;       /* points are taken off beside a score */
    bool unclear;
};

static const struct figure *figure_at(const struct sections *sections, uint32_t index) {
    return &sections->prose->figures.items[index];
}

static bool is_points(const struct sections *sections, uint32_t index) {
    return prose_mention(sections->prose, index)->kind == MENTION_SCORE;
}

/* 每项 2 分 and 90 分以上 are no shares of the total; 扣 2 分 is told beside
 * one. */
static void see(struct sections *sections, uint32_t index) {
    static const char *const others[] = {"每", "平均", "加分", "目标"};
    const struct figure *figure = figure_at(sections, index);
    if (!is_points(sections, index))
        return;
    if (str_has(figure->lead, "扣")) {
        sections->deducted = true;
        return;
    }
    if (!sections->seen_count || figure->depth < sections->depth)
        sections->depth = figure->depth;
    sections->unclear |= !figure->exact || figure->prior || sections->seen_count == 2 * SECTIONS;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        sections->unclear |= str_has(figure->lead, others[i]);
    if (!sections->unclear)
        sections->seen[sections->seen_count++] = index;
}

/* 得 18 分, 自评得分 18 分; 满分 20 分 and 得满分 are not told apart by 得
 * alone. */
static bool is_earned(const struct figure *figure) {
    return str_has(figure->lead, "得") && !str_ends(figure->lead, "满分");
}

static void take_weight(struct sections *sections, uint32_t index) {
    struct decimal value, sum;
    if (decimal_parse(prose_mention(sections->prose, index)->number, &value) &&
        decimal_add(&sections->full, &value, &sum))
        sections->full = sum;
    else
        sections->unclear = true;
    sections->weights++;
}

/* Tells the scores from their weights. */
static void sort(struct sections *sections) {
    bool earned = false;
    for (uint32_t i = 0; i < sections->seen_count; i++)
        earned |= is_earned(figure_at(sections, sections->seen[i]));
    sections->unclear |= sections->deducted && !earned;
    for (uint32_t i = 0; i < sections->seen_count && !sections->unclear; i++) {
        uint32_t index = sections->seen[i];
        const struct figure *figure = figure_at(sections, index);
        if (earned ? !is_earned(figure) : figure->depth > sections->depth)
            take_weight(sections, index);
        else if (sections->count < SECTIONS)
            sections->scores[sections->count++] = index;
        else
            sections->unclear = true;
    }
}

/* The token behind 其中 or 包括 when they follow the total; 0 when they do not:
 * （满分 100 分）and a stop may stand between. */
static uint32_t find_list(const struct sections *sections) {
    const struct prose *prose = sections->prose;
    uint32_t at = figure_at(sections, sections->total)->token + 1, end = at + GAP_TOKENS;
    for (; at < end; at++) {
        const struct token *token = prose_token(prose, at);
        if (token->kind == TOKEN_AMONG || token->kind == TOKEN_NAMELY)
            return at + 1;
        bool scale =
            token->kind == TOKEN_FIGURE && str_is(prose_mention(prose, token->next)->number, "100");
        if (!scale && token->kind != TOKEN_OPEN && token->kind != TOKEN_CLOSE &&
            token->kind != TOKEN_COMMA && token->kind != TOKEN_STOP)
            return 0;
    }
    return 0;
}

/* The points behind 其中, up to the end of the sentence or bracket. */
static void read_behind(struct sections *sections, uint32_t at) {
    const struct prose *prose = sections->prose;
    uint32_t depth = prose_token(prose, at - 1)->depth;
    for (;; at++) {
        const struct token *token = prose_token(prose, at);
        if (token->kind == TOKEN_STOP || token->kind == TOKEN_PARAGRAPH || token->depth < depth ||
            token->kind == TOKEN_TURN || sections->unclear)
            return;
        sections->unclear |= token->kind == TOKEN_AMONG;
        if (token->kind == TOKEN_FIGURE)
            see(sections, token->next);
    }
}

/* The points before the total in its paragraph. */
static void read_before(struct sections *sections) {
    const struct prose *prose = sections->prose;
    uint32_t at = figure_at(sections, sections->total)->token, first = at;
    while (first > 0 && prose->tokens.items[first - 1].kind != TOKEN_PARAGRAPH &&
           at - first < 8 * SECTIONS)
        first--;
    for (; first < at && !sections->unclear; first++) {
        const struct token *token = &prose->tokens.items[first];
        sections->unclear |= token->kind == TOKEN_AMONG;
        if (token->kind == TOKEN_FIGURE)
            see(sections, token->next);
    }
}

bool section_scores_state(struct prose *prose, uint32_t total, struct err *err) {
    struct sections sections = {.prose = prose, .total = total, .full = decimal_of(0)};
    struct decimal most = decimal_of(100);
    uint32_t list = find_list(&sections);
    if (list)
        read_behind(&sections, list);
    else
        read_before(&sections);
    sort(&sections);
    bool weighed = sections.weights == sections.count;
    if (sections.unclear || sections.count < 2 || (sections.weights && !weighed) ||
        (!list && !weighed && sections.count < 3))
        return true;
    struct statement statement = {
        .kind = STATEMENT_BREAKDOWN,
        .figure = prose->figures.items[total].mention,
        .closed = weighed && decimal_cmp(&sections.full, &most) == 0,
        .doubtful = !list && !weighed,
        .label = prose_label(prose, total),
    };
    return prose_state(prose, statement, sections.scores, sections.count, err);
}
