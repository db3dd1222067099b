#include "validate/local.h"

#include <string.h>

#include "base/limits.h"

/* Of a rule that brings no message of its own. */
#define MESSAGE_ZH                                                          \
    "{label}：写明 {claimed}，按所列数据应为（或界限为） " \
    "{computed}，不一致，相差 {difference}"

static const char *const sources[] = {"constant", "figure", "column", "indicator", "claim", NULL};

/* In the order of enum quantity_kind. */
static const char *const figures[] = {"amount", "rate",   "score", "count",
                                      "area",   "length", "other", NULL};

/* In the order of enum column_role. */
static const char *const columns[] = {
    "other",  "level",  "label",    "weight",  "score",  "second_score", "coefficient",
    "target", "actual", "criteria", "remark",  "budget", "spent",        "rate",
    "total",  "amount", "balance",  "ordinal", NULL};

static const char *const values[] = {"weight", "score", NULL};

static const char *const claims[] = {"score", NULL};

/* In the order of enum table_kind. */
static const char *const tables[] = {"other", "score", "fund", "breakdown", "item", "target", NULL};

/* In the order of enum part_kind. */
static const char *const parts[] = {"department", "project", "target", "other", NULL};

static const char *const scopes[] = {"part", "table", "row", NULL};

static const char *const no_yes[] = {"no", "yes", NULL};

/* ---- selections */

/* The one member that says where the figures come from. */
static bool find_source(const struct json_at *at, struct local_term *term, struct err *err) {
    int found = -1;
    for (int i = 0; sources[i]; i++) {
        if (!json_get(at->value, sources[i]))
            continue;
        if (found >= 0)
            return json_at_wrong(at, err,
                                 "more than one of constant, figure, column, indicator "
                                 "and claim");
        found = i;
    }
    if (found < 0)
        return json_at_wrong(at, err,
                             "one of constant, figure, column, indicator and claim is expected");
    term->source = (enum local_source)found;
    return true;
}

/* What the source selects by. */
static bool read_which(const struct json_at *at, struct local_term *term, struct err *err) {
    struct json_at constant = json_at_key(at, "constant");
    const char *const *const words[] = {[LOCAL_FIGURE] = figures,
                                        [LOCAL_COLUMN] = columns,
                                        [LOCAL_INDICATOR] = values,
                                        [LOCAL_CLAIM] = claims};
    const char *key = sources[term->source];
    if (term->source != LOCAL_CONSTANT)
        return str_is(json_text(json_get(at->value, key)), "any") && term->source == LOCAL_FIGURE
                   ? true
                   : json_at_choice(at, key, words[term->source], &term->which, err);
    if (!json_at_text(at, key, true, &term->text, err))
        return false;
    return decimal_parse(term->text, &term->constant) ||
           json_at_wrong(&constant, err, "a plain decimal is expected, as \"50\"");
}

/* A pattern in the form in which labels are compared. */
static bool read_pattern(struct arena *arena, const struct json_at *at, const char *key,
                         struct str *out, struct err *err) {
    struct str text;
    if (!json_at_text(at, key, false, &text, err))
        return false;
    if (text.len > 0 && out->len > 0)
        return json_at_wrong(at, err, "two names for one thing: row, label or name");
    if (text.len > 0)
        *out = str_squeeze(arena, text);
    return true;
}

/* `row` names the row of a column's figure, `name` an indicator: both are the label
 * of what is selected. */
static bool read_patterns(struct arena *arena, const struct json_at *at, struct local_term *term,
                          struct err *err) {
    struct str *name = term->source == LOCAL_COLUMN ? &term->name : &term->label;
    return read_pattern(arena, at, "label", &term->label, err) &&
           read_pattern(arena, at, "row", &term->label, err) &&
           read_pattern(arena, at, "name", name, err) &&
           read_pattern(arena, at, "level1", &term->level1, err) &&
           read_pattern(arena, at, "level2", &term->level2, err);
}

static bool read_term(struct arena *arena, const struct json_at *at, struct local_term *term,
                      struct err *err) {
    static const char *const keys[][8] = {
        [LOCAL_CONSTANT] = {"constant", "unit", "minus"},
        [LOCAL_FIGURE] = {"figure", "label", "unit", "minus"},
        [LOCAL_COLUMN] = {"column", "row", "name", "table", "minus"},
        [LOCAL_INDICATOR] = {"indicator", "level1", "level2", "name", "table", "minus"},
        [LOCAL_CLAIM] = {"claim", "minus"},
    };
    int minus = 0;
    *term = (struct local_term){.which = LOCAL_ANY, .table = LOCAL_ANY};
    if (!json_is_object(at->value))
        return json_at_wrong(at, err, at->value ? "an object { } is expected" : "is missing");
    bool ok = find_source(at, term, err) && json_at_object(at, keys[term->source], err) &&
              read_which(at, term, err) && json_at_text(at, "unit", false, &term->unit, err) &&
              json_at_choice(at, "table", tables, &term->table, err) &&
              json_at_choice(at, "minus", no_yes, &minus, err) &&
              read_patterns(arena, at, term, err);
    term->minus = minus == 1;
    return ok;
}

/* Which row a figure of prose belongs to is not known. */
static bool has_row(const struct local_term *term) {
    return term->source != LOCAL_FIGURE && term->source != LOCAL_CLAIM;
}

static bool read_terms(struct arena *arena, const struct json_at *rule, struct local_rule *out,
                       struct err *err) {
    struct json_at of = json_at_key(rule, "of"), item = {0};
    size_t index = 0;
    out->terms = arena_array(arena, LIMIT_LOCAL_TERMS, sizeof *out->terms);
    if (!out->terms)
        return arena_check(arena, err);
    while (json_at_next(&of, &item, &index)) {
        if (out->count == LIMIT_LOCAL_TERMS)
            return json_at_wrong(&of, err, "too many selections");
        struct local_term *term = &out->terms[out->count++];
        if (!read_term(arena, &item, term, err))
            return false;
        if (out->scope == LOCAL_ROW && !has_row(term))
            return json_at_wrong(&item, err, "a row has columns and indicators only");
    }
    uint32_t least = out->kind == RELATION_RATIO ? 2 : 1;
    return out->count >= least ||
           json_at_wrong(&of, err,
                         least == 2 ? "a ratio needs a list of two selections"
                                    : "a list of selections is expected");
}

/* ---- rules */

/* Rule ids stand in records, whose schema allows no other characters. */
static bool read_id(const struct json_at *at, struct local_rule *out, struct err *err) {
    struct json_at id = json_at_key(at, "id");
    struct str text;
    if (!json_at_text(at, "id", true, &text, err))
        return false;
    bool plain = str_starts(text, "user.") && text.len > strlen("user.") && text.len <= 40;
    for (size_t i = strlen("user."); i < text.len && plain; i++)
        plain = text.ptr[i] == '_' || (text.ptr[i] >= 'a' && text.ptr[i] <= 'z');
    out->rule.id = text.ptr;
    return plain || json_at_wrong(&id, err, "\"user.\" and a-z or _ is expected");
}

static bool read_words(const struct json_at *at, struct rule *rule, struct err *err) {
    struct str zh, en, message_zh, message_en;
    if (!json_at_text(at, "zh", true, &zh, err) || !json_at_text(at, "en", true, &en, err) ||
        !json_at_text(at, "message_zh", false, &message_zh, err) ||
        !json_at_text(at, "message_en", false, &message_en, err))
        return false;
    rule->chinese = zh.ptr;
    rule->english = en.ptr;
    rule->message_zh = message_zh.len > 0 ? message_zh.ptr : MESSAGE_ZH;
    rule->message_en = message_en.len > 0 ? message_en.ptr
                                          : "{label}: stated {claimed}, the figures give, or "
                                            "bound it by, {computed}; they differ by {difference}";
    rule->example_zh = rule->example_en = "";
    rule->source_zh = zh.ptr;
    rule->source_en = en.ptr;
    return true;
}

static bool read_kind(const struct json_at *at, struct local_rule *out, struct err *err) {
    static const char *const words[] = {"sum", "at_most", "at_least", "ratio", NULL};
    static const enum relation_kind kinds[] = {RELATION_SUM, RELATION_NO_MORE, RELATION_NO_LESS,
                                               RELATION_RATIO};
    int kind = -1;
    if (!json_at_choice(at, "is", words, &kind, err))
        return false;
    if (kind < 0)
        return json_at_wrong(at, err, "\"is\" is missing: sum, at_most, at_least or ratio");
    out->kind = kinds[kind];
    return true;
}

static bool read_rule(struct arena *arena, const struct json_at *at, struct local_rule *out,
                      struct err *err) {
    static const char *const keys[] = {"id",    "severity",   "zh",   "en",   "message_zh",
                                       "about", "message_en", "part", "each", "exact",
                                       "is",    "claim",      "of",   NULL};
    static const char *const severities[] = {"info", "warning", "error", NULL};
    struct json_at claim = json_at_key(at, "claim");
    int severity = SEVERITY_WARNING, scope = LOCAL_PART, exact = 0;
    out->part = LOCAL_ANY;
    if (!json_at_object(at, keys, err) || !read_id(at, out, err) ||
        !read_words(at, &out->rule, err) || !read_kind(at, out, err) ||
        !json_at_choice(at, "severity", severities, &severity, err) ||
        !json_at_choice(at, "each", scopes, &scope, err) ||
        !json_at_choice(at, "part", parts, &out->part, err) ||
        !json_at_choice(at, "exact", no_yes, &exact, err))
        return false;
    out->rule.severity = (enum severity)severity;
    out->scope = (enum local_scope)scope;
    out->exact = exact == 1;
    if (!read_term(arena, &claim, &out->claim, err))
        return false;
    if (out->scope == LOCAL_ROW && !has_row(&out->claim))
        return json_at_wrong(&claim, err, "a row has columns and indicators only");
    return read_terms(arena, at, out, err);
}

bool local_parse(struct arena *arena, const struct json_at *rules, struct local_rules *out,
                 struct err *err) {
    struct json_at item = {0};
    size_t index = 0;
    *out = (struct local_rules){0};
    if (!rules->value)
        return true;
    if (!json_is_array(rules->value))
        return json_at_wrong(rules, err, "a list [ ] is expected");
    out->items = arena_array(arena, LIMIT_LOCAL_RULES, sizeof *out->items);
    if (!out->items)
        return arena_check(arena, err);
    while (json_at_next(rules, &item, &index)) {
        if (out->count == LIMIT_LOCAL_RULES)
            return json_at_wrong(rules, err, "too many rules");
        if (!read_rule(arena, &item, &out->items[out->count++], err))
            return false;
    }
    return true;
}
