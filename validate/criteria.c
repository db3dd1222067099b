#include "validate/criteria.h"

#include "validate/due.h"
#include "validate/paired.h"
#include "validate/reach.h"
#include "validate/scoreboard.h"
#include "validate/wording.h"

enum { SHOWN_DECIMALS = 2 };

/* A rule that has been parsed. Forms repeat one wording over many rows (各占1/3,
 * 达成、部分达成、未达成三档), so that the last few are kept. */
struct known {
    struct str text;
    struct criterion criterion;
};

enum { KNOWN_RULES = 32 };

/* What one row gives to hold against its rule. */
struct context {
    struct known *known[KNOWN_RULES]; /* by the hash of their text */
    struct doc *doc;
    const struct config *config;
    const struct paired *paired;
    uint32_t index; /* into record.indicators */
    const struct indicator *indicator;
    struct criterion criterion;
    struct str text; /* of the rule, as it stands */
    struct place at; /* of the rule */
};

/* The cell of the row that holds a scoring rule, and how many there are. A cell
 * that spans other rows speaks for them too, and so decides nothing of this
 * one. */
static uint32_t find_rules(struct context *c) {
    const struct doc *doc = c->doc;
    const struct section *section = &doc->reading.sections.items[c->indicator->section];
    uint32_t row = c->indicator->row, found = 0;
    if (section->rows[row - section->first].aligned)
        return 0;
    for (uint32_t i = 0; i < section->column_count; i++) {
        if (section->columns[i].role != COLUMN_CRITERIA)
            continue;
        const struct cell *cell = reading_value(&doc->document, section, row, i);
        if (!cell || cell->row != row || cell->rowspan > 1 ||
            !criterion_is_rule(cell->passage.text))
            continue;
        c->text = cell->passage.text;
        c->at = cell->passage.at;
        found++;
    }
    return found;
}

/* Rows whose score and weight are their own, the score within the weight. */
static bool is_plain(const struct doc *doc, uint32_t index) {
    const struct indicator *one = &doc->record.indicators.items[index];
    bool last = index + 1 == doc->record.indicators.count;
    if (one->bonus || one->shares_score || one->shares_weight || !one->score.number ||
        !one->weight.number || decimal_is_zero(&one->weight.decimal))
        return false;
    if (!last && one[1].section == one->section && (one[1].shares_score || one[1].shares_weight))
        return false;
    return !one->score.decimal.negative && !one->weight.decimal.negative &&
           decimal_cmp(&one->score.decimal, &one->weight.decimal) <= 0;
}

static struct operand operand_of(struct context *c, const struct decimal *value) {
    struct str text = decimal_text(&c->doc->arena, value);
    return (struct operand){
        .known = true, .value = *value, .text = text, .raw = c->text, .at = c->at};
}

static struct relation relation_of(struct context *c, const char *rule) {
    return (struct relation){
        .rule = rule,
        .kind = RELATION_EQUAL,
        .part = c->indicator->part,
        .label = c->indicator->name,
        .claim = scoreboard_score(c->doc, c->index),
        .operands = arena_array(&c->doc->arena, CRITERION_CLAUSES, sizeof(struct operand)),
        .exact = true,
    };
}

/* What the rule says of the score. */
struct ruling {
    struct decimal due; /* what it gives, or gives at most */
    bool fits;          /* the score may stand */
    bool mild;          /* a contradiction is worth a hint only */
};

static bool hold_score(struct context *c, const struct ruling *ruling, struct str diagnosis,
                       struct err *err) {
    struct relation relation = relation_of(c, "score.rule");
    if (!relation.operands)
        return arena_check(&c->doc->arena, err);
    relation.operands[relation.count++] =
        operand_of(c, ruling->fits ? &relation.claim.value : &ruling->due);
    relation.diagnosis = diagnosis;
    relation.has_ceiling = ruling->mild;
    relation.ceiling = SEVERITY_INFO;
    return relation_evaluate(c->doc, c->config, &relation, NULL, err);
}

static bool give_up(struct context *c, const char *reason, struct err *err) {
    struct relation relation = relation_of(c, "score.rule");
    relation.reason = reason;
    return relation.operands ? relation_evaluate(c->doc, c->config, &relation, NULL, err)
                             : arena_check(&c->doc->arena, err);
}

static bool is_english(const struct context *c) {
    return c->config->language == LANGUAGE_ENGLISH;
}

/* What the rule calls the rate it scores; empty when it names none, or only
 * 比率. */
static struct str subject_of(const struct criterion *criterion) {
    for (uint32_t i = 0; i < criterion->count; i++) {
        struct str subject = criterion->clauses[i].range.subject;
        if (subject.len > 0 && !str_is(subject, "比率") && !str_is(subject, "指标值"))
            return subject;
    }
    return (struct str){0};
}

/* A plain "98.6%", nothing else. */
static bool plain_rate(struct arena *arena, struct str text, struct decimal *rate) {
    struct str rest = str_squeeze(arena, text);
    bool minus = wording_take(&rest, "-");
    if (!wording_number(&rest, rate) || !str_is(rest, "%"))
        return false;
    rate->negative = minus && !decimal_is_zero(rate);
    return true;
}

/* The row's actual value when it is a plain rate, and the rule scores just what
 * the row is named after: a rule on 完成率 beside a row of anything else
 * wants actual over target. */
static bool row_rate(struct context *c, struct str subject, struct decimal *rate) {
    static const char *const rates[] = {"率", "满意度", "比例", NULL};
    struct str name = c->indicator->name, rest = name;
    bool own = subject.len > 0 && str_eq(subject, name);
    if ((!own && !wording_drop_any(&rest, rates)) || subject.len > name.len)
        return false;
    struct str tail = str_slice(name, name.len - subject.len, name.len);
    return str_eq(subject, tail) && plain_rate(&c->doc->arena, c->indicator->actual, rate);
}

/* The rate that the rule is about, from the row, or as the quotient of a pair;
 * `*source` says where it comes from. */
static bool find_rate(struct context *c, struct decimal *rate, struct str *source) {
    struct str subject = subject_of(&c->criterion);
    struct arena *arena = &c->doc->arena;
    struct operand top, bottom;
    struct decimal shown;
    bool own = row_rate(c, subject, rate);
    if (!own && (!paired_find(c->paired, c->indicator->part,
                              subject.len > 0 ? subject : c->indicator->name, &top, &bottom) ||
                 !paired_rate(&top, &bottom, rate)))
        return false;
    if (!decimal_round(rate, SHOWN_DECIMALS, DECIMAL_HALF_UP, &shown))
        return false;
    struct str percent = decimal_text(arena, &shown);
    if (own)
        *source = str_printf(arena,
                             is_english(c) ? "the row's actual value is %.*s "
                                             "%%"
                                           : "本行实际完成值为 %.*s%%",
                             STR_ARGS(percent));
    else
        *source = str_printf(arena, "%.*s %.*s ÷ %.*s %.*s = %.*s%%", STR_ARGS(top.label),
                             STR_ARGS(top.text), STR_ARGS(bottom.label), STR_ARGS(bottom.text),
                             STR_ARGS(percent));
    return true;
}

/* 根据到位率计算得分（3分） in a row of another weight decides
 * nothing. */
static bool fits_weight(const struct context *c) {
    const struct clause *first = &c->criterion.clauses[0];
    return c->criterion.kind != CRITERION_PROPORTIONAL || decimal_is_zero(&first->amount) ||
           decimal_cmp(&first->amount, &c->indicator->weight.decimal) == 0;
}

/* Holds the score against a rate that is known. `*done` when it could be. */
static bool hold_rate(struct context *c, bool *done, struct err *err) {
    struct decimal rate, due;
    struct str source;
    bool fits;
    *done = fits_weight(c) && find_rate(c, &rate, &source) &&
            due_score(&c->criterion, &c->indicator->weight.decimal, &rate,
                      &c->indicator->score.decimal, &due, &fits);
    return !*done || hold_score(c, &(struct ruling){due, fits, false}, source, err);
}

/* Why no facts can make the rule give the score. */
static struct str tell_awards(struct context *c) {
    struct str list = reach_list(&c->doc->arena, &c->criterion, &c->indicator->weight.decimal);
    const char *words = "评分标准只有这几档得分：%.*s";
    if (c->criterion.kind == CRITERION_POINTS)
        words = is_english(c) ? "no sum of the rule's points %.*s"
                              : "各评分点 %.*s "
                                "相加得不出该分";
    else if (is_english(c))
        words = "the rule's tiers give %.*s";
    return list.len > 0 ? str_printf(&c->doc->arena, words, STR_ARGS(list)) : list;
}

/* Whether the points are items of a list: then each is given or not. */
static bool is_listed(const struct criterion *criterion) {
    for (uint32_t i = 0; i < criterion->count; i++) {
        if (!criterion->clauses[i].marked)
            return false;
    }
    return true;
}

/* Whether the rule can give the score, whatever the facts are. */
static bool hold_reach(struct context *c, struct err *err) {
    const struct criterion *rule = &c->criterion;
    const struct decimal *weight = &c->indicator->weight.decimal;
    enum reach reach = reach_score(rule, weight, &c->indicator->score.decimal);
    struct ruling ruling = {*weight, reach == REACH_YES, false};
    if (reach == REACH_UNKNOWN) {
        bool needs = rule->kind == CRITERION_PROPORTIONAL || rule->kind == CRITERION_STEPS;
        return give_up(c, needs ? REASON_MISSING_OPERAND : REASON_UNPARSED_RULE, err);
    }
    /* points told in a sentence are often given in part */
    ruling.mild = rule->kind == CRITERION_POINTS && !is_listed(rule);
    return hold_score(c, &ruling, tell_awards(c), err);
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* Whether the rule, understood whole or not, names the row's whole weight as
 * what it gives: 得8分, （8分）; not 扣8分, 4-8分 or 18分. */
static bool names_weight(struct context *c) {
    static const char *const others[] = {"扣", "减", "每", "-", "~", "至", ".", NULL};
    struct str text = str_squeeze(&c->doc->arena, c->text);
    struct decimal weight = decimal_trim(&c->indicator->weight.decimal);
    struct str figure = decimal_text(&c->doc->arena, &weight);
    struct str points = str_join(&c->doc->arena, (struct str[]){figure, STR("分")}, 2);
    for (size_t at = points.len ? str_find(text, points.ptr, 0) : SIZE_MAX; at != SIZE_MAX;
         at = str_find(text, points.ptr, at + 1)) {
        struct str before = str_slice(text, 0, at);
        if (at > 0 && !is_digit(before.ptr[at - 1]) && !wording_drop_any(&before, others))
            return true;
    }
    return false;
}

/* Full marks stand where the rule gives them in so many words, or only takes
 * points for what was not done. */
static bool stands_full(struct context *c) {
    bool full = decimal_cmp(&c->indicator->score.decimal, &c->indicator->weight.decimal) == 0;
    bool takes = str_has(c->text, "扣") && !str_has(c->text, "得") && !str_has(c->text, "计");
    return full && (takes || names_weight(c));
}

static bool check_score(struct context *c, struct err *err) {
    bool done = false;
    if (c->criterion.kind == CRITERION_UNPARSED) {
        struct ruling ruling = {c->indicator->weight.decimal, true, true};
        return stands_full(c) ? hold_score(c, &ruling, (struct str){0}, err)
                              : give_up(c, REASON_UNPARSED_RULE, err);
    }
    if (!hold_rate(c, &done, err))
        return false;
    return done || hold_reach(c, err);
}

/* Points of a rule that lists nothing else, against the weight. Where some may
 * exclude others, as where some of them alone add to it, they need not. */
static bool check_points(struct context *c, struct err *err) {
    const struct criterion *rule = &c->criterion;
    struct relation relation = relation_of(c, "rule.tiers");
    struct decimal sum = decimal_of(0);
    bool marked = true, falls = false, full = false;
    if (!relation.operands)
        return arena_check(&c->doc->arena, err);
    relation.kind = RELATION_SUM;
    relation.claim = scoreboard_weight(c->doc, c->index);
    for (uint32_t i = 0; i < rule->count; i++) {
        const struct clause *clause = &rule->clauses[i];
        relation.operands[relation.count++] = operand_of(c, &clause->amount);
        marked &= clause->marked;
        falls |= i > 0 && decimal_cmp(&clause->amount, &clause[-1].amount) < 0;
        full |= decimal_cmp(&clause->amount, &relation.claim.value) >= 0;
        if (clause->share || !decimal_add(&sum, &clause->amount, &sum))
            return true;
    }
    bool holds = decimal_cmp(&sum, &relation.claim.value) == 0;
    bool some = !marked && falls && reach_sum(rule, &relation.claim.value) != REACH_NO;
    if (!holds && (rule->alternatives || full || some))
        return true;
    return relation_evaluate(c->doc, c->config, &relation, NULL, err);
}

/* A rule that names the weight of its row agrees with it. What else it names may
 * be points of anything. */
static bool check_named(struct context *c, struct err *err) {
    if (!names_weight(c))
        return true;
    struct relation relation = relation_of(c, "rule.tiers");
    if (!relation.operands)
        return arena_check(&c->doc->arena, err);
    relation.kind = RELATION_AT_MOST;
    relation.claim = operand_of(c, &c->indicator->weight.decimal);
    relation.operands[relation.count++] = scoreboard_weight(c->doc, c->index);
    return relation_evaluate(c->doc, c->config, &relation, NULL, err);
}

/* 得5分 for the best range of a row that is worth 4. */
static bool check_top(struct context *c, struct err *err) {
    const struct clause *top = NULL;
    struct relation relation = relation_of(c, "rule.tiers");
    if (!relation.operands)
        return arena_check(&c->doc->arena, err);
    for (uint32_t i = 0; i < c->criterion.count; i++) {
        const struct clause *clause = &c->criterion.clauses[i];
        if (clause->kind == CLAUSE_AWARD && !clause->pure && !decimal_is_zero(&clause->amount))
            return check_named(c, err); /* 无调整得3分: a ladder of words */
        if (clause->kind == CLAUSE_AWARD && clause->worded && clause->pure && !clause->share &&
            (!top || decimal_cmp(&clause->amount, &top->amount) > 0))
            top = clause;
    }
    if (!top || decimal_is_zero(&top->amount))
        return check_named(c, err);
    relation.kind = RELATION_AT_MOST;
    relation.claim = operand_of(c, &top->amount);
    relation.operands[relation.count++] = scoreboard_weight(c->doc, c->index);
    return relation_evaluate(c->doc, c->config, &relation, NULL, err);
}

/* A range in which nothing can lie. */
static bool check_ranges(struct context *c, struct err *err) {
    struct str range = c->criterion.impossible;
    if (range.len == 0)
        return true;
    struct notice notice = {
        .rule = "rule.tiers",
        .severity = SEVERITY_WARNING,
        .part = c->indicator->part,
        .label = c->indicator->name,
        .text = c->text,
        .at = c->at,
    };
    notice.diagnosis = str_printf(&c->doc->arena,
                                  is_english(c) ? "no value lies in the range %.*s"
                                                : "区间“%.*s”"
                                                  "中没有任何数值",
                                  STR_ARGS(range));
    return relation_notice(c->doc, c->config, &notice, err);
}

static bool check_rule(struct context *c, struct err *err) {
    if (!check_ranges(c, err))
        return false;
    if (!is_plain(c->doc, c->index))
        return true;
    if (c->criterion.kind == CRITERION_POINTS && !check_points(c, err))
        return false;
    if ((c->criterion.kind == CRITERION_TIERS || c->criterion.kind == CRITERION_STEPS) &&
        !check_top(c, err))
        return false;
    if (c->criterion.kind == CRITERION_UNPARSED && !check_named(c, err))
        return false;
    return check_score(c, err);
}

/* FNV-1a (Fowler, Noll, Vo): any spread will do, a collision costs a parse. */
static uint32_t hash(struct str text) {
    uint32_t sum = 2166136261u;
    for (size_t i = 0; i < text.len; i++)
        sum = (sum ^ (unsigned char)text.ptr[i]) * 16777619u;
    return sum;
}

/* Parses the row's rule, or finds it among those that were parsed before. */
static void parse(struct context *c) {
    struct known **slot = &c->known[hash(c->text) % KNOWN_RULES];
    if (*slot && str_eq((*slot)->text, c->text)) {
        c->criterion = (*slot)->criterion;
        return;
    }
    criterion_parse(&c->doc->arena, c->text, &c->criterion);
    if (!*slot)
        *slot = arena_alloc(&c->doc->arena, sizeof **slot);
    if (*slot)
        **slot = (struct known){c->text, c->criterion};
}

bool criteria_run(struct doc *doc, const struct config *config, struct err *err) {
    struct context context = {.doc = doc, .config = config};
    for (uint32_t i = 0; i < doc->record.indicators.count; i++) {
        context.index = i;
        context.indicator = &doc->record.indicators.items[i];
        uint32_t rules = find_rules(&context);
        if (rules == 0)
            continue;
        if (!context.paired && !(context.paired = paired_new(doc)))
            break;
        if (rules == 1)
            parse(&context);
        else
            context.criterion = (struct criterion){.kind = CRITERION_UNPARSED};
        if (!check_rule(&context, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
