#include "validate/criterion.h"

#include "validate/award.h"
#include "validate/wording.h"

/* Words that leave the score to judgement, or tell of more than this grammar
 * holds. */
/* clang-format off */
static const char *const open_words[] = {
    "酌情", "视情", "视具体", "比例", "按实际", "适当", "打分", "评定",
    "折算", "分档", "三档", "四档", "类推", "加分", "各得", "各占", "均得",
    "各计", "分别得", "最高", "最多", "最低", "至多", "封顶", "每项得",
    "累计", "递减", "递增", "插值", "区间内", "一票", "综合", "合理确定",
    "另行", "倍扣", NULL
};
/* clang-format on */

/* Words that give a clause without an award away: it is no mere note. */
static const char *const telling[] = {"得分", "满分", "扣",   "不得分", "计分", "减分",
                                      "分数", "零分", "赋分", "给分",   NULL};

/* clang-format off */
static const char *const things[] = {
    "一例", "一项", "一次", "一个", "一处", "一起", "一人", "一天", "一日",
    "一家", "一份", "一户", "一件", "一名", "一条", "一宗", "一笔", "一场",
    "1例", "1项", "1次", "1个", "1处", "1起", "1人", "1天", "1日", "1家", "1份",
    "1户", "1件", "1名", "1条", "1宗", "1笔", "1场", NULL
};
/* clang-format on */

/* Awards for these exclude each other. */
/* clang-format off */
static const char *const rivals[] = {
    "优", "良", "一般", "较", "差", "基本", "部分", "不", "未", "否则", "无",
    "其他", "没", "或", "轻微", "逾", "延", "仅", "只", "≥", "以上",
    "完成率", NULL
};
/* clang-format on */

static bool has_points(struct str text) {
    for (size_t at = str_find(text, "分", 0); at != SIZE_MAX; at = str_find(text, "分", at + 3)) {
        char before = at > 0 && text.ptr ? text.ptr[at - 1] : ' ';
        bool clock = str_starts(str_slice(text, at, text.len), "分钟");
        if (before >= '0' && before <= '9' && !clock)
            return true;
    }
    return false;
}

bool criterion_is_rule(struct str text) {
    static const char *const verbs[] = {"得", "扣", "计", NULL};
    static const char *const nouns[] = {"得分", "满分", "扣分",   "计分",   "分值的",
                                        "酌情", "给分", "分值的", "权重分", NULL};
    if (!str_has(text, "分"))
        return false;
    return has_points(text) || (wording_has_any(text, verbs) && wording_has_any(text, nouns));
}

/* The range of a condition: all of it, or one of its comma-separated pieces,
 * the last first. */
static void find_range(struct clause *clause) {
    struct str rest = clause->condition;
    while (wording_drop(&rest, ","))
        continue;
    clause->pure = interval_read(rest, &clause->range);
    clause->has_range = clause->pure;
    while (rest.len > 0 && !clause->has_range) {
        size_t comma = str_rfind(rest, ",", rest.len);
        size_t start = comma == SIZE_MAX ? 0 : comma + 1;
        clause->has_range = interval_read(str_slice(rest, start, rest.len), &clause->range);
        rest.len = comma == SIZE_MAX ? 0 : comma;
    }
    if (!clause->has_range)
        clause->range = (struct interval){0};
}

/* "1%", "一个百分点", "0.5个百分点" behind 每低于, 每增加; 1
 * when no number says otherwise. */
static struct decimal unit_of(struct str step) {
    size_t at = 0;
    struct decimal unit, base;
    bool found = false;
    for (; at < step.len; at++) {
        struct str rest = str_slice(step, at, step.len);
        if (!wording_number(&rest, &base))
            continue;
        at = (size_t)(rest.ptr - step.ptr);
        /* 每低于100%一个百分点: the first figure is where steps
         * begin */
        if (found || (str_starts(rest, "%一个") || str_starts(rest, "%1个")))
            return decimal_of(1);
        unit = base;
        found = true;
    }
    return found ? unit : decimal_of(1);
}

/* 每低于100%一个百分点 names its own beginning. */
static void find_base(struct clause *clause, struct str step) {
    static const char *const downs[] = {"低于", "少于", "不足", NULL};
    static const char *const ups[] = {"高于", "超过", "超出", NULL};
    struct interval range = {.percent = true};
    struct decimal base;
    wording_take(&step, "每");
    bool down = wording_take_any(&step, downs), up = !down && wording_take_any(&step, ups);
    if ((!down && !up) || !wording_number(&step, &base) || !wording_take(&step, "%") ||
        step.len == 0)
        return;
    range.has_high = down;
    range.has_low = up;
    *(down ? &range.high : &range.low) = base;
    clause->range = range;
    clause->has_range = true;
}

static void read_step(struct clause *clause) {
    static const char *const measures[] = {"百分点", "千分点", "%",      "元", "倍",
                                           "亩",     "公里",   "平方米", NULL};
    /* clang-format off */
    static const char *const downs[] = {
        "低", "减", "降", "少", "不足", "落后", "短", NULL
    };
    /* clang-format on */
    static const char *const ups[] = {"高", "增", "超", "多", "升", NULL};
    size_t each = str_rfind(clause->condition, "每", clause->condition.len);
    struct str step =
        str_slice(clause->condition, each == SIZE_MAX ? 0 : each, clause->condition.len);
    clause->kind = CLAUSE_STEP;
    clause->counted = wording_has_any(step, things) && !wording_has_any(step, measures);
    clause->downward = wording_has_any(step, downs);
    clause->upward = wording_has_any(step, ups);
    clause->unit = each == SIZE_MAX ? decimal_of(1) : unit_of(step);
    if (each != SIZE_MAX)
        clause->condition.len = each;
    find_range(clause);
    if (!clause->has_range && each != SIZE_MAX)
        find_base(clause, step);
    /* a deduction for one thing, once or as often as it is found */
    if (each == SIZE_MAX)
        clause->counted = true;
}

static bool ends_rate(struct str text) {
    return str_ends(text, "率") || str_ends(text, "满意度");
}

/* 得分=RATE×8分: the weight as a figure, taken off the end. */
static bool drop_points(struct str *text, struct decimal *amount) {
    size_t times = str_rfind(*text, "×", text->len);
    struct str rest;
    if (times == SIZE_MAX)
        return false;
    rest = str_slice(*text, times + strlen("×"), text->len);
    if (!wording_number(&rest, amount) || !str_is(rest, "分"))
        return false;
    *text = str_slice(*text, 0, times + strlen("×"));
    return true;
}

/* 及时性, 覆盖度: rates by another name, where a formula takes them for one. */
static bool ends_quality(struct str text) {
    return str_ends(text, "性") || str_ends(text, "度") || str_ends(text, "比例");
}

/* 得分=RATE×分值, either way round; 根据 RATE 计算得分 (3分).
 * `clause->range.subject` is the rate. */
static bool read_rate(struct str text, const struct award *award, struct clause *clause) {
    /* clang-format off */
    static const char *const full[] = {
        "指标分值", "该项分值", "本项分值", "标准分值", "权重分值",
        "权重分", "标准分", "分值", "权重", "满分", NULL
    };
    /* clang-format on */
    static const char *const opens[] = {"根据", "按照", "按", "以", NULL};
    /* clang-format off */
    static const char *const closes[] = {
        "计算得分", "计算分值", "计分", "得分", "赋分", NULL
    };
    /* clang-format on */
    static const char *const facts[] = {"实际", "项目", NULL};
    *clause = (struct clause){.kind = CLAUSE_RATE};
    bool formula = false; /* what a formula multiplies the weight by is a rate, whatever its name */
    if (award->kind == AWARD_GIVES && str_ends(text, ")") && !award->share) {
        clause->amount = award->amount;
        text = award->before;
    }
    size_t equals = str_find(text, "得分=", 0);
    if (equals != SIZE_MAX) {
        formula = true;
        text = str_slice(text, equals + strlen("得分="), text.len);
        if (!wording_drop_any(&text, full) && !wording_take_any(&text, full) &&
            !drop_points(&text, &clause->amount))
            return false;
        if (!wording_drop(&text, "×") && !wording_take(&text, "×"))
            return false;
        wording_drop(&text, "×100%");
    } else {
        if (!wording_take_any(&text, opens) || !wording_drop_any(&text, closes))
            return false;
        size_t of = str_rfind(text, "的", text.len);
        text = of == SIZE_MAX ? text : str_slice(text, of + strlen("的"), text.len);
        wording_take_any(&text, facts);
    }
    static const char *const operators[] = {"×", "+", "-", "/", "(", "%", "=", NULL};
    clause->range.subject = text;
    return (ends_rate(text) || (formula && ends_quality(text))) &&
           !wording_has_any(text, operators);
}

/* Where the reading of the clauses stands. */
struct parser {
    struct criterion *out;
    struct str pending; /* what has been read of the condition; empty when none */
    bool marked;        /* a mark opened it */
};

static bool add_clause(struct parser *p, const struct award *award, struct str condition) {
    if (p->out->count == CRITERION_CLAUSES)
        return false;
    struct clause *clause = &p->out->clauses[p->out->count++];
    *clause = (struct clause){.kind = CLAUSE_AWARD,
                              .amount = award->amount,
                              .share = award->share,
                              .worded = award->worded,
                              .marked = p->marked,
                              .condition = condition};
    if (award->kind == AWARD_TAKES)
        read_step(clause);
    else
        find_range(clause);
    /* 每完成一项得1分 climbs: not of this grammar */
    bool climbs = award->kind == AWARD_GIVES && str_has(condition, "每");
    p->pending = (struct str){0};
    p->marked = false;
    return !climbs;
}

static bool is_note(struct str text) {
    return !has_points(text) && !wording_has_any(text, telling);
}

/* One segment. False when the text cannot be understood whole. */
static bool read_segment(struct parser *p, const struct segment *segment) {
    struct clause rate;
    struct award award = award_read(segment->text);
    if (str_has(segment->text, "分") && read_rate(segment->text, &award, &rate)) {
        if (p->out->count > 0)
            return false;
        p->out->clauses[p->out->count++] = rate;
        p->pending = (struct str){0};
        return true;
    }
    if (p->pending.len == 0)
        p->marked = segment->marked;
    if (award.kind == AWARD_FLOOR)
        return p->out->count > 0 && p->out->clauses[p->out->count - 1].kind == CLAUSE_STEP;
    const char *start = p->pending.len > 0 ? p->pending.ptr : segment->text.ptr;
    const char *end = award.kind == AWARD_NONE ? segment->text.ptr + segment->text.len
                                               : award.before.ptr + award.before.len;
    struct str condition = {start, (size_t)(end - start)};
    if (award.kind != AWARD_NONE)
        return is_note(condition) && add_clause(p, &award, condition);
    p->pending = segment->closed ? (struct str){0} : condition;
    return is_note(segment->text);
}

static bool is_zero_or_full(const struct clause *clause) {
    struct decimal full = decimal_of(100);
    return decimal_is_zero(&clause->amount) ||
           (clause->share && decimal_cmp(&clause->amount, &full) == 0);
}

/* Whether the ranges of all awards are of one figure. */
static bool share_subject(const struct criterion *c) {
    struct str subject = {0};
    for (uint32_t i = 0; i < c->count; i++) {
        struct str own = c->clauses[i].range.subject;
        if (own.len == 0)
            continue;
        if (subject.len > 0 && !str_eq(own, subject))
            return false;
        subject = own;
    }
    return true;
}

/* 显著得5分，较显著得4分，一般得2分，不明显不得分: a list that falls to
 * nothing grades one thing, whatever words it uses. */
static bool falls_to_nothing(const struct criterion *c) {
    for (uint32_t i = 1; i < c->count; i++) {
        const struct clause *clause = &c->clauses[i];
        bool zero = decimal_is_zero(&clause->amount);
        if ((clause->share != clause[-1].share && !zero) ||
            decimal_cmp(&clause->amount, &clause[-1].amount) >= 0)
            return false;
    }
    return c->count > 2 && decimal_is_zero(&c->clauses[c->count - 1].amount);
}

static enum criterion_kind kind_of_awards(struct criterion *c) {
    uint32_t ranges = 0, plain = 0, shares = 0, effective = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        const struct clause *clause = &c->clauses[i];
        ranges += clause->has_range;
        plain += !clause->has_range && !is_zero_or_full(clause);
        shares += clause->share;
        /* 有效 and 比较有效 are steps of a ladder; one 制度执行有效 is a thing to do */
        effective += str_has(clause->condition, "有效");
        c->alternatives |=
            is_zero_or_full(clause) || clause->share || wording_has_any(clause->condition, rivals);
    }
    if (c->count < 2)
        return CRITERION_UNPARSED; /* what less than full marks takes, it does not say */
    if ((plain == 0 && share_subject(c)) || falls_to_nothing(c))
        return CRITERION_TIERS;
    c->alternatives |= ranges > 0 || effective > 1;
    return shares > 0 && plain > 0 && plain < c->count ? CRITERION_UNPARSED : CRITERION_POINTS;
}

static enum criterion_kind kind_of(struct criterion *c) {
    uint32_t steps = 0, awards = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        const struct clause *clause = &c->clauses[i];
        if (clause->kind == CLAUSE_RATE)
            return c->count == 1 ? CRITERION_PROPORTIONAL : CRITERION_UNPARSED;
        steps += clause->kind == CLAUSE_STEP;
        awards += clause->kind == CLAUSE_AWARD && !decimal_is_zero(&clause->amount);
    }
    if (steps > 0)
        return awards <= 1 ? CRITERION_STEPS : CRITERION_UNPARSED;
    return kind_of_awards(c);
}

static bool has_signs(struct str text) {
    static const char *const signs[] = {"≤", "<", "≥",   ">",   "＜", "＞",
                                        "≦", "≧", "\\l", "\\g", NULL};
    return wording_has_any(text, signs);
}

/* The first range in which nothing can lie. */
static struct str find_impossible(const struct wording *wording) {
    for (uint32_t i = 0; i < wording->count; i++) {
        struct interval range;
        struct award award = award_read(wording->segments[i].text);
        if (interval_read(award.before, &range) && range.chained && interval_is_empty(&range))
            return award.before;
    }
    return (struct str){0};
}

void criterion_parse(struct arena *arena, struct str text, struct criterion *out) {
    struct wording wording;
    struct parser parser = {.out = out};
    *out =
        (struct criterion){.kind = criterion_is_rule(text) ? CRITERION_UNPARSED : CRITERION_NONE};
    if (out->kind == CRITERION_NONE)
        return;
    bool open = wording_has_any(text, open_words), signs = has_signs(text);
    if ((open && !signs) || !wording_read(arena, text, &wording))
        return;
    if (signs)
        out->impossible = find_impossible(&wording);
    /* white space may stand within a word */
    if (open || (wording.spaced && wording_has_any(wording.text, open_words)))
        return;
    for (uint32_t i = 0; i < wording.count; i++) {
        if (!read_segment(&parser, &wording.segments[i]))
            return;
    }
    if (is_note(parser.pending) && out->count > 0)
        out->kind = kind_of(out);
}
