#include "validate/dates.h"

#include "model/date.h"
#include "validate/relation.h"

/* A sentence between 开工 and 竣工; bytes before a date that may open a quoted
 * title. */
enum { BETWEEN_BYTES = 60, QUOTE_BYTES = 120, FIELDS_APART = 3 };

static const struct place nowhere = {PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};

static struct place place_of(const struct mention *mention) {
    struct place at = mention->passage->at;
    if (at.line != PLACE_NONE)
        at.line = passage_line_at(mention->passage, mention->start);
    return at;
}

static struct operand operand_of(struct str iso, struct str raw, struct place at) {
    return (struct operand){.known = true, .text = iso, .raw = raw, .at = at};
}

/* What must not be before what, and what the reader is told of it. */
static bool hold(struct doc *doc, const struct config *config, struct relation relation,
                 struct operand earlier, struct err *err) {
    bool english = config->language == LANGUAGE_ENGLISH;
    relation.rule = "date.order";
    relation.kind = RELATION_ORDER;
    relation.operands = &earlier;
    relation.count = 1;
    relation.diagnosis =
        str_printf(&doc->arena, english ? "before %.*s" : "早于 %.*s", STR_ARGS(earlier.text));
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* ---- dates that cannot be */

static bool report_impossible(struct doc *doc, const struct config *config,
                              const struct mention *mention, struct err *err) {
    struct notice notice = {
        .rule = "date.order",
        .severity = SEVERITY_WARNING,
        .part = mention->part,
        .label = mention->raw,
        .claimed = str_squeeze(&doc->arena, mention->raw),
        .text = mention->raw,
        .at = place_of(mention),
    };
    notice.label = notice.claimed;
    return relation_notice(doc, config, &notice, err);
}

/* ---- terms */

/* `text` without the first word of the list that it begins with. */
static struct str drop_first(struct str text, const char *const *words) {
    for (; *words; words++)
        if (str_starts(text, *words))
            return str_slice(text, strlen(*words), text.len);
    return text;
}

/* 起至, 开始到, a dash: what leads from a beginning to its end. `*plain` for a
 * bare dash. */
static bool is_term(struct str between, bool *plain) {
    static const char *const begun[] = {"起", "开始", "始", NULL};
    static const char *const links[] = {"直至", "截至", "截止", "至", "到", "-",
                                        "－",   "—",    "–",    "~",  "～", NULL};
    struct str rest = drop_first(between, begun);
    struct str tail = drop_first(rest, links);
    *plain = rest.len == between.len && !str_has(between, "至") && !str_has(between, "到");
    if (str_is(tail, "—"))
        tail.len = 0; /* a long dash */
    return tail.len < rest.len && tail.len == 0;
}

/* Whether `text` begins with one of the words. */
static bool begins_with(struct str text, const char *const *words) {
    return drop_first(text, words).len < text.len;
}

/* 2022年5月开工，2023年4月竣工: nothing else may stand between the two, as
 * another project could. */
static bool is_work(struct str between, struct str behind) {
    /* clang-format off */
    static const char *const begins[] = {
        "正式开工", "开工", "动工", "启动", "开始", NULL,
    };
    /* clang-format on */
    static const char *const ends[] = {"竣工",     "完工",     "建成", "结束", "交付",
                                       "全面完成", "全部完成", "完成", "通过", NULL};
    /* clang-format off */
    static const char *const fillers[] = {
        "，", ",", "、", "并", "于", "预计", "计划", "已", "建设", "实施", "施工",
        "动工", "目前", NULL,
    };
    /* clang-format on */
    if (!begins_with(between, begins) || !begins_with(drop_first(behind, fillers), ends))
        return false;
    struct str rest = drop_first(between, begins);
    for (size_t before = 0; rest.len > 0 && rest.len != before;) {
        before = rest.len;
        rest = drop_first(rest, fillers);
    }
    return rest.len == 0;
}

/* 《国土空间总体规划（2019-2035年）》 is a name. */
static bool is_quoted(const struct mention *mention) {
    uint32_t from = mention->start > QUOTE_BYTES ? mention->start - QUOTE_BYTES : 0;
    struct str before = str_slice(mention->passage->text, from, mention->start);
    size_t open = str_rfind(before, "《", before.len);
    static const char *const brackets[] = {"〔", "[", "【", "［", NULL};
    for (const char *const *bracket = brackets; *bracket; bracket++)
        if (str_ends(before, *bracket))
            return true;
    return open != SIZE_MAX && str_find(before, "》", open) == SIZE_MAX;
}

/* The date as far as it is known; the second of a term may leave out the year
 * of the first: 2022年3月至5月. False where only one has a year that the other
 * cannot have. */
static bool read_ends(const struct mention *first, const struct mention *second,
                      struct date dates[2], bool *guessed) {
    *guessed = second->number.len == 0;
    if (!date_parse(first->number, &dates[0]) || first->malformed || second->malformed)
        return false;
    if (!*guessed)
        return date_parse(second->number, &dates[1]);
    return date_read(second->passage->text, second->start, &dates[1]) > 0 &&
           (dates[1].year = dates[0].year) > 0 && dates[0].month > 0;
}

/* The two dates of mentions `first` and the next one, where they are a term. */
static bool check_term(struct doc *doc, const struct config *config, const struct mention *first,
                       struct err *err) {
    const struct mention *second = first + 1;
    struct str text = first->passage->text;
    struct date dates[2];
    bool plain = false, guessed;
    if (second->passage != first->passage || second->kind != MENTION_DATE ||
        second->start < first->end || second->start - first->end > BETWEEN_BYTES)
        return true;
    struct str between = str_squeeze(&doc->arena, str_slice(text, first->end, second->start));
    struct str behind =
        str_squeeze(&doc->arena, str_slice(text, second->end, second->end + BETWEEN_BYTES));
    bool term = is_term(between, &plain);
    if ((!term && !is_work(between, behind)) || is_quoted(first) ||
        !read_ends(first, second, dates, &guessed))
        return true;
    /* 11月至3月 goes over the year's end, and 2023-2021年 may only count back */
    bool back = date_cmp(&dates[1], &dates[0]) < 0;
    if (back && (guessed || (plain && dates[0].month == 0)))
        return true;
    struct relation relation = {
        .part = first->part,
        .label = str_squeeze(&doc->arena, str_slice(text, first->start, second->end)),
        .claim = operand_of(date_text(&doc->arena, &dates[1]), second->raw, place_of(second)),
    };
    return hold(doc, config, relation, operand_of(first->number, first->raw, place_of(first)), err);
}

/* ---- fields of a form */

/* 1 for 开工日期, 2 for 竣工时间; 0 for anything else. */
static int end_of(struct str label) {
    static const char *const begins[] = {"开工", "开始", "起始", "动工", "启动", NULL};
    /* clang-format off */
    static const char *const ends[] = {
        "竣工", "完工", "结束", "终止", "完成", "截止", NULL,
    };
    /* clang-format on */
    if (!str_ends(label, "时间") && !str_ends(label, "日期"))
        return 0;
    for (const char *const *word = begins; *word; word++)
        if (str_has(label, *word))
            return 1;
    for (const char *const *word = ends; *word; word++)
        if (str_has(label, *word))
            return 2;
    return 0;
}

static bool read_field(const struct field *field, struct date *date) {
    struct str value = str_trim(field->value);
    return value.len > 0 && date_read(value, 0, date) == value.len && date->year > 0 &&
           date_is_possible(date);
}

static struct operand field_operand(struct doc *doc, const struct field *field,
                                    const struct date *date) {
    const struct table *table = &doc->document.tables.items[field->table];
    return operand_of(date_text(&doc->arena, date), field->value,
                      table->cells[field->value_cell].passage.at);
}

/* 计划开工 is held against 计划竣工, not against 实际竣工. */
static bool is_pair(const struct field *begin, const struct field *end) {
    return begin->table == end->table &&
           str_has(begin->label, "实际") == str_has(end->label, "实际") &&
           str_has(begin->label, "计划") == str_has(end->label, "计划");
}

static bool check_field(struct doc *doc, const struct config *config, size_t index,
                        struct err *err) {
    const struct field *begin = &doc->reading.fields.items[index];
    struct date dates[2];
    if (end_of(begin->label) != 1 || !read_field(begin, &dates[0]))
        return true;
    for (size_t i = index + 1; i <= index + FIELDS_APART && i < doc->reading.fields.count; i++) {
        const struct field *end = &doc->reading.fields.items[i];
        if (end_of(end->label) == 1 && is_pair(begin, end))
            return true;
        if (end_of(end->label) != 2 || !is_pair(begin, end) || !read_field(end, &dates[1]))
            continue;
        struct relation relation = {
            .part = end->part, .label = end->label, .claim = field_operand(doc, end, &dates[1])};
        return hold(doc, config, relation, field_operand(doc, begin, &dates[0]), err);
    }
    return true;
}

/* ---- the report's own date */

/* Whether the part evaluates a year that its title names: targets and plans are
 * written before their year. */
static bool evaluates(const struct part *part) {
    return part->kind != PART_TARGET && part->year.len > 0 && part->date.len > 0 &&
           str_find(part->title, "年", 0) != SIZE_MAX && str_has(part->title, "评") &&
           !str_has(part->title, "目标") && !str_has(part->title, "方案");
}

/* The year must stand in the title: one that the text names most may be that of
 * a plan. */
static bool is_titled(const struct part *part) {
    for (size_t at = 0; at + part->year.len <= part->title.len; at++)
        if (memcmp(part->title.ptr + at, part->year.ptr, part->year.len) == 0)
            return true;
    return false;
}

static bool check_part(struct doc *doc, const struct config *config, uint32_t index,
                       struct place at, struct err *err) {
    const struct part *part = &doc->reading.parts.items[index];
    if (!evaluates(part) || !is_titled(part))
        return true;
    bool english = config->language == LANGUAGE_ENGLISH;
    struct relation relation = {
        .part = index,
        .label = str_of(english ? "date of the report" : "报告日期"),
        .claim = operand_of(part->date, part->date, at),
    };
    return hold(doc, config, relation, operand_of(part->year, part->title, part->at), err);
}

/* ---- */

bool dates_run(struct doc *doc, const struct config *config, struct err *err) {
    struct reading *reading = &doc->reading;
    struct place *places = arena_array(&doc->arena, reading->parts.count + 1, sizeof *places);
    if (!places)
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < reading->parts.count; i++)
        places[i] = nowhere;
    for (size_t i = 0; i < reading->mentions.count; i++) {
        const struct mention *mention = &reading->mentions.items[i];
        if (mention->kind != MENTION_DATE)
            continue;
        if (str_eq(mention->number, reading->parts.items[mention->part].date))
            places[mention->part] = place_of(mention);
        if (mention->malformed && !report_impossible(doc, config, mention, err))
            return false;
        if (i + 1 < reading->mentions.count && !check_term(doc, config, mention, err))
            return false;
    }
    for (size_t i = 0; i < reading->fields.count; i++)
        if (!check_field(doc, config, i, err))
            return false;
    for (uint32_t i = 0; i < reading->parts.count; i++)
        if (!check_part(doc, config, i, places[i], err))
            return false;
    return true;
}
