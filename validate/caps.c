#include "validate/caps.h"

#include "validate/claims.h"
#include "validate/grid.h"
#include "validate/profiles.h"
#include "validate/relation.h"

/* Decimals of a computed rate: finer than any bound. */
enum { RATE_SCALE = 6 };

/* What bounds and rates are known of one part. */
struct part_caps {
    struct operand rate; /* the execution rate in per cent; not known without one */
    bool several;        /* its places give different ones */
    bool printed;        /* it prints caps of its own */
    bool capped;         /* `most` is set: a cap holds for its rate */
    struct decimal most;
    uint32_t figure; /* of the printed cap, or STATEMENT_NO_MENTION */
};

/* ---- the rate */

/* The first row of a fund table is its whole: 年度资金总额. */
static bool is_whole(const struct section *section, uint32_t row) {
    const struct row *facts = &section->rows[row - section->first];
    return facts->role != ROW_HEADER && facts->role != ROW_PART && facts->role != ROW_FILLER &&
           facts->role != ROW_CAPTION && !facts->aligned;
}

/* The figure of the row in the first column of that role and level. */
static struct operand figure_of(struct doc *doc, const struct section *section, uint32_t row,
                                enum column_role role, uint32_t level) {
    for (uint32_t i = 0; i < section->column_count; i++) {
        const struct column *column = &section->columns[i];
        if (column->role == role && (level == 0 || column->level == level) &&
            grid_quantity(doc, section, row, i) != GRID_NONE)
            return grid_operand(doc, section, row, i);
    }
    return (struct operand){0};
}

/* Spending over budget in per cent: the rate may be printed wrong, which is another
 * finding. */
static bool divide(struct arena *arena, const struct operand *spent, const struct operand *budget,
                   struct operand *rate) {
    struct decimal top;
    if (!spent->known || !budget->known || !decimal_shift(&spent->value, 2, &top) ||
        !decimal_shift(&top, spent->power - budget->power, &top) ||
        !decimal_div(&top, &budget->value, RATE_SCALE, DECIMAL_HALF_UP, &rate->value))
        return false;
    rate->value = decimal_trim(&rate->value);
    rate->known = true;
    rate->text = decimal_text(arena, &rate->value);
    rate->raw = spent->raw;
    rate->at = spent->at;
    return true;
}

static void note_rate(struct part_caps *part, const struct operand *rate) {
    if (!rate->known)
        return;
    part->several |= part->rate.known && decimal_cmp(&part->rate.value, &rate->value) != 0;
    if (!part->rate.known)
        part->rate = *rate;
}

static void read_tables(struct doc *doc, struct part_caps *parts) {
    for (size_t i = 0; i < doc->reading.sections.count; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        uint32_t row = section->first + section->header_rows;
        while (row < section->end && !is_whole(section, row))
            row++;
        if (section->kind != TABLE_FUND || row >= section->end)
            continue;
        struct operand spent = figure_of(doc, section, row, COLUMN_SPENT, 0);
        struct operand budget = figure_of(doc, section, row, COLUMN_BUDGET, 1);
        struct operand rate = figure_of(doc, section, row, COLUMN_RATE, 0);
        if (!divide(&doc->arena, &spent, &budget, &rate) && rate.unit.len == 0)
            rate.known = false; /* 0.55 may be 55 % */
        note_rate(&parts[section->part], &rate);
    }
}

/* Only where no table tells: 预算执行率 of a sentence may be that of one project. */
static void read_prose(struct doc *doc, struct part_caps *parts) {
    for (size_t i = 0; i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        struct part_caps *part = &parts[statement->part];
        if (statement->kind != STATEMENT_RATE || !str_has(statement->label, "执行率") ||
            (part->rate.known && part->rate.at.table != PLACE_NONE))
            continue;
        struct operand rate = relation_quantity(doc, statement->figure);
        note_rate(part, &rate);
    }
}

/* ---- the caps */

static bool has_any(struct str text, const char *const *words) {
    for (; *words; words++) {
        if (str_has(text, *words))
            return true;
    }
    return false;
}

/* Whether mentions `index` and the next say: execution rate below, total at most. */
static bool is_cap(const struct doc *doc, size_t index) {
    /* clang-format off */
    static const char *const totals[] = {"总分", "总得分", "综合得分",
                                         "评价得分", NULL};
    static const char *const most[] = {"不得高于", "不高于", "最高", "上限",
                                       "封顶", NULL};
    /* clang-format on */
    const struct mention *rate = &doc->reading.mentions.items[index], *score = rate + 1;
    if (rate->kind != MENTION_RATE || index + 1 == doc->reading.mentions.count ||
        score->kind != MENTION_SCORE || score->passage != rate->passage ||
        (rate->comparator != COMPARE_LT && rate->comparator != COMPARE_LE && rate->upper.len == 0))
        return false;
    struct str text = rate->passage->text;
    struct str between = str_slice(text, rate->end, score->end);
    bool told = str_has(rate->label, "执行率") && !str_has(between, "。");
    return told && has_any(between, totals) &&
           (score->comparator == COMPARE_LE || has_any(between, most));
}

static bool read_cap(const struct doc *doc, size_t index, struct cap *cap) {
    const struct mention *rate = &doc->reading.mentions.items[index];
    cap->from = decimal_of(0);
    if (rate->upper.len > 0 && !decimal_parse(rate->number, &cap->from))
        return false;
    return decimal_parse(rate->upper.len > 0 ? rate->upper : rate->number, &cap->below) &&
           decimal_parse(rate[1].number, &cap->most);
}

/* Applies the cap to the part where its rate lies within: the lowest one holds. */
static void apply(struct part_caps *part, const struct cap *cap, uint32_t figure) {
    const struct decimal *rate = &part->rate.value;
    if (!part->rate.known || decimal_cmp(rate, &cap->from) < 0 ||
        decimal_cmp(rate, &cap->below) >= 0 ||
        (part->capped && decimal_cmp(&cap->most, &part->most) >= 0))
        return;
    part->capped = true;
    part->most = cap->most;
    part->figure = figure;
}

static void read_printed(const struct doc *doc, struct part_caps *parts) {
    for (size_t i = 0; i < doc->reading.mentions.count; i++) {
        struct cap cap;
        uint32_t part = doc->reading.mentions.items[i].part;
        if (!is_cap(doc, i) || !read_cap(doc, i, &cap))
            continue;
        parts[part].printed = true;
        apply(&parts[part], &cap, (uint32_t)i + 1);
    }
}

/* Only those of a profile that certainly applies: the total of a report that follows
 * another rule has no cap. */
static const struct cap *caps_of(const struct doc *doc, const struct config *config, uint32_t part,
                                 uint32_t *count) {
    struct choice choice = profiles_choice(doc, part);
    const struct profile *chosen = config->profiles ? profiles_chosen(config->profiles) : NULL;
    const struct profile *profile = chosen ? chosen : choice.certain ? choice.profile : NULL;
    *count = 0;
    return profile ? profile_caps(profile, count) : NULL;
}

static void read_profile(const struct doc *doc, const struct config *config, uint32_t index,
                         struct part_caps *part) {
    uint32_t count;
    const struct cap *caps = caps_of(doc, config, index, &count);
    for (uint32_t i = 0; i < count && !part->printed; i++)
        apply(part, &caps[i], STATEMENT_NO_MENTION);
}

/* Few reports have caps; the others need no rates looked up. */
static bool has_caps(const struct doc *doc, const struct config *config) {
    uint32_t count = 0;
    for (size_t i = 0; i < doc->reading.mentions.count; i++) {
        if (is_cap(doc, i))
            return true;
    }
    for (uint32_t i = 0; i < doc->reading.parts.count && count == 0; i++)
        caps_of(doc, config, i, &count);
    return count > 0;
}

/* ---- the check */

static struct str explain(struct doc *doc, const struct config *config,
                          const struct part_caps *part, struct str most) {
    bool english = config->language == LANGUAGE_ENGLISH;
    return str_printf(&doc->arena,
                      english ? "the execution rate is %.*s %%, for which the total is at most %.*s"
                              : "预算执行率为 %.*s%%，总分以 %.*s 分为限",
                      STR_ARGS(part->rate.text), STR_ARGS(most));
}

static bool check(struct doc *doc, const struct config *config, const struct part_caps *part,
                  struct operand claim, uint32_t index, struct err *err) {
    struct str most = decimal_text(&doc->arena, &part->most);
    struct relation relation = {
        .rule = "score.cap",
        .kind = RELATION_AT_MOST,
        .part = index,
        .label = claim.label,
        .claim = claim,
        .exact = true,
        .count = 2,
        .operands = arena_array(&doc->arena, 2, sizeof *relation.operands),
        .fail_reason = part->several ? REASON_SEVERAL_TABLES : NULL,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    if (part->figure != STATEMENT_NO_MENTION) {
        relation.operands[0] = relation_quantity(doc, part->figure);
        relation.operands[0].reason = NULL;
    }
    relation.operands[0].known = true;
    relation.operands[0].value = part->most;
    relation.operands[0].text = most;
    relation.operands[0].unit = (struct str){0};
    relation.operands[1] = part->rate;
    relation.operands[1].unit = (struct str){0};
    relation.diagnosis = explain(doc, config, part, most);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

bool caps_run(struct doc *doc, const struct config *config, struct err *err) {
    if (!has_caps(doc, config))
        return true;
    size_t count = doc->reading.parts.count;
    struct part_caps *parts = arena_array(&doc->arena, count + 1, sizeof *parts);
    uint32_t *mentions = claims_mentions(doc);
    if (!parts || !mentions)
        return arena_check(&doc->arena, err);
    read_tables(doc, parts);
    read_prose(doc, parts);
    read_printed(doc, parts);
    for (uint32_t i = 0; i < count; i++)
        read_profile(doc, config, i, &parts[i]);
    for (size_t i = 0; i < doc->reading.claims.count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i];
        struct part_caps *part = &parts[claim->part];
        if (claim->is_grade || !part->capped)
            continue;
        part->capped = false; /* the first claim only: score.claims holds the others */
        if (!check(doc, config, part, claims_operand(doc, claim, mentions[i]), claim->part, err))
            return false;
    }
    return true;
}
