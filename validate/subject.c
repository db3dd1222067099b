#include "validate/subject.h"

#include "validate/direction.h"
#include "validate/ledger.h"
#include "validate/relation.h"
#include "validate/wording.h"

/* Where the formula ends: a stop, or the end of the rule. */
static size_t formula_end(struct str rule, size_t at) {
    static const char *const stops[] = {"。", ";", ","};
    size_t end = rule.len;
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        size_t stop = str_find(str_slice(rule, 0, end), stops[i], at);
        if (stop < end)
            end = stop;
    }
    return end;
}

static bool is_weight(struct str text) {
    /* clang-format off */
    static const char *const words[] = {
        "分值",       "权重",     "标准分",   "满分",
        "指标分值", "指标权重", "该指标分值",
        "本指标分值", "该项分值", "本项分值",
        "权重分", "权重分值", "分值权重"};
    /* clang-format on */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_is(text, words[i]))
            return true;
    }
    struct decimal points;
    return wording_number(&text, &points) && str_is(text, "分");
}

/* A name holds no arithmetic. */
static bool is_name(struct str text) {
    static const char *const signs[] = {"×", "*", "/", "÷", "+", "(", ")", "=", "%"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (str_has(text, signs[i]))
            return false;
    }
    return text.len > 0;
}

/* 按照资金到位率计分: the whole rule is one such clause. */
static struct str named_subject(struct str rule) {
    static const char *const leads[] = {"根据", "按照", "依据", "按", NULL};
    static const char *const closes[] = {"计算得分", "计分", "得分", "赋分", NULL};
    wording_drop(&rule, "。");
    bool named = wording_take_any(&rule, leads) && wording_drop_any(&rule, closes);
    return named && is_name(rule) ? rule : (struct str){0};
}

struct str subject_of(struct str rule) {
    size_t mark = str_find(rule, "得分=", 0);
    if (mark == SIZE_MAX)
        return named_subject(rule);
    size_t from = mark + strlen("得分=");
    struct str formula = str_slice(rule, from, formula_end(rule, from));
    const char *sign = str_has(formula, "×") ? "×" : "*";
    size_t times = str_find(formula, sign, 0);
    if (times == SIZE_MAX)
        return (struct str){0};
    struct str left = str_slice(formula, 0, times);
    struct str right = str_slice(formula, times + strlen(sign), formula.len);
    if (is_weight(right) && is_name(left))
        return left;
    return is_weight(left) && is_name(right) ? right : (struct str){0};
}

/* Indicators by table and bare name: `seen` is the index + 1 of the first. */
struct names {
    struct tally seen;
    uint32_t *roots; /* for each section the first one of its table */
};

static uint64_t key_of(const struct names *names, uint32_t section, struct str name) {
    uint32_t root = names->roots[section];
    struct str head = {(const char *)&root, sizeof root};
    return tally_hash(tally_hash(0, head), name);
}

static bool gather(struct doc *doc, struct names *names) {
    const struct reading *reading = &doc->reading;
    names->roots = arena_array(&doc->arena, reading->sections.count + 1, sizeof *names->roots);
    for (uint32_t i = 0; names->roots && i < reading->sections.count; i++) {
        int32_t before = reading->sections.items[i].continues;
        names->roots[i] = before >= 0 ? names->roots[before] : i;
    }
    for (uint32_t i = 0; names->roots && i < doc->record.indicators.count; i++) {
        const struct indicator *indicator = &doc->record.indicators.items[i];
        struct str name = direction_bare(indicator->name);
        uint32_t *seen =
            tally_at(&doc->arena, &names->seen, key_of(names, indicator->section, name));
        if (!seen)
            return false;
        if (*seen == 0)
            *seen = i + 1;
    }
    return names->roots != NULL;
}

/* Whether one of the two names holds the other: 执行率 is short for
 * 预算执行率. */
static bool are_akin(struct arena *arena, struct str a, struct str b) {
    struct str x = str_copy(arena, a), y = str_copy(arena, b);
    return x.len == 0 || y.len == 0 || str_has(x, y.ptr) || str_has(y, x.ptr);
}

/* Whether the rule says what X is, so that it may mean its own row by it. */
static bool is_defined(struct doc *doc, struct str rule, struct str subject) {
    struct str definition = str_printf(&doc->arena, "%.*s=", STR_ARGS(subject));
    return definition.len > 0 && str_has(rule, definition.ptr);
}

static bool check(struct doc *doc, const struct config *config, struct names *names, uint32_t index,
                  struct err *err) {
    const struct indicator *indicator = &doc->record.indicators.items[index];
    struct str rule = str_squeeze(&doc->arena, indicator->criteria);
    struct str subject = subject_of(rule), own = direction_bare(indicator->name);
    if (subject.len == 0)
        return true;
    const uint32_t *seen =
        tally_at(&doc->arena, &names->seen, key_of(names, indicator->section, subject));
    if (!seen || *seen == 0)
        return arena_check(&doc->arena, err);
    const struct indicator *other = &doc->record.indicators.items[*seen - 1];
    if (!str_eq(direction_bare(other->name), subject) || are_akin(&doc->arena, own, subject) ||
        is_defined(doc, rule, subject))
        return arena_check(&doc->arena, err);
    struct notice notice = {
        .rule = "rule.subject",
        .severity = SEVERITY_WARNING,
        .part = indicator->part,
        .label = indicator->name,
        .diagnosis = str_printf(&doc->arena,
                                config->language == LANGUAGE_ENGLISH
                                    ? "its rule scores %.*s, another indicator of this table"
                                    : "评分标准按“%.*s”计分，"
                                      "那是本表的另一项指标",
                                STR_ARGS(subject)),
        .text = indicator->criteria,
        .at = indicator->at,
    };
    return relation_notice(doc, config, &notice, err);
}

bool subject_run(struct doc *doc, const struct config *config, struct err *err) {
    struct names names = {0};
    if (!gather(doc, &names))
        return arena_check(&doc->arena, err);
    for (uint32_t i = 0; i < doc->record.indicators.count; i++) {
        if (doc->record.indicators.items[i].criteria.len > 0 && !check(doc, config, &names, i, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
