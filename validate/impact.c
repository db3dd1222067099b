#include "validate/impact.h"

#include "validate/claims.h"
#include "validate/ledger.h"
#include "validate/scale.h"

/* The claims of the document by where they stand. */
struct totals {
    const struct statement **printed; /* bands: validate/scale.h */
    const struct claim **tables;      /* one a table: the score claimed there, or NULL */
    const struct claim **scores;      /* one a part: the first score, or NULL */
    const struct claim **grades;      /* one a part: the first grade, or NULL */
    struct tally graded;              /* places of the grades that reports claim */
};

/* The counter of the place; NULL when memory is out. */
static uint32_t *graded_at(struct doc *doc, struct totals *totals, const struct place *at) {
    struct str key = {(const char *)at, sizeof *at};
    return tally_at(&doc->arena, &totals->graded, tally_hash(0, key));
}

static void note_grade(struct doc *doc, struct totals *totals, const struct claim *claim) {
    struct place at = claims_operand(doc, claim, STATEMENT_NO_MENTION).at;
    uint32_t *known = graded_at(doc, totals, &at);
    if (known)
        *known = 1;
}

static bool prepare(struct doc *doc, struct totals *totals) {
    struct arena *arena = &doc->arena;
    size_t parts = doc->reading.parts.count + 1, tables = doc->document.tables.count + 1;
    totals->printed = scale_printed(doc);
    totals->tables = arena_array(arena, tables, sizeof *totals->tables);
    totals->scores = arena_array(arena, parts, sizeof *totals->scores);
    totals->grades = arena_array(arena, parts, sizeof *totals->grades);
    if (!totals->printed || !totals->tables || !totals->scores || !totals->grades)
        return false;
    for (size_t i = 0; i < doc->reading.claims.count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i];
        int32_t table = claim->passage->at.table;
        const struct claim **first = claim->is_grade ? totals->grades : totals->scores;
        if (!first[claim->part])
            first[claim->part] = claim;
        if (claim->is_grade)
            note_grade(doc, totals, claim);
        if (!claim->is_grade && claim->in_table && table >= 0 && (size_t)table + 1 < tables &&
            !totals->tables[table])
            totals->tables[table] = claim;
    }
    return true;
}

/* The total as claimed and as it would be. */
struct shift {
    struct decimal before, after;
};

/* Whether the rule is about the total itself. */
static bool is_of_total(const struct finding *finding) {
    struct str id = str_of(finding->rule->id);
    return str_is(id, "score.total") || str_is(id, "score.cap") ||
           (str_is(id, "score.claims") && finding->severity == SEVERITY_ERROR);
}

static bool is_of_item(const struct finding *finding) {
    struct str id = str_of(finding->rule->id);
    return str_is(id, "score.over_weight") || str_is(id, "score.rule");
}

/* False where the finding moves no total. */
static bool find_shift(const struct totals *totals, const struct finding *finding,
                       struct shift *shift) {
    struct decimal claimed, computed, change;
    int32_t table = finding->at.table;
    const struct claim *total = totals->scores[finding->part];
    if (!decimal_parse(finding->claimed, &claimed) || !decimal_parse(finding->computed, &computed))
        return false;
    if (is_of_total(finding)) {
        *shift = (struct shift){claimed, computed};
        return true;
    }
    if (table >= 0 && totals->tables[table])
        total = totals->tables[table];
    return is_of_item(finding) && total && decimal_parse(total->value, &shift->before) &&
           decimal_sub(&computed, &claimed, &change) &&
           decimal_add(&shift->before, &change, &shift->after);
}

/* The word for the grade that is due: of the national bands too, where those of the
 * place are only likely; empty where they do not agree. */
static struct str grade_due(const struct scale *scale, const struct decimal *score) {
    const struct band *band = scale_band(scale, score);
    if (!band || scale_exceeds(scale, score))
        return (struct str){0};
    if (scale->also) {
        struct scale other = {.profile = scale->also};
        other.bands = profile_bands(other.profile, &other.count);
        const struct band *national = scale_band(&other, score);
        if (!national || !profile_same(scale->profile, band->grade, national->grade))
            return (struct str){0};
    }
    return band->grade;
}

static struct str tell(struct doc *doc, const struct config *config, struct str total,
                       struct str before, struct str after) {
    bool english = config->language == LANGUAGE_ENGLISH;
    return str_printf(&doc->arena,
                      english ? "with a total of %.*s the grade changes from %.*s to %.*s"
                              : "总分按 %.*s 分计，等级由“%.*s”变为“%.*s”",
                      STR_ARGS(total), STR_ARGS(before), STR_ARGS(after));
}

/* The grade that the report claims, where its own total bears it; else the one that is
 * due for that total. */
static struct str moved(struct doc *doc, const struct config *config, const struct totals *totals,
                        const struct finding *finding) {
    struct shift shift;
    if (!find_shift(totals, finding, &shift))
        return (struct str){0};
    struct scale scale = scale_of(doc, config, totals->printed, finding->part);
    const struct claim *grade = totals->grades[finding->part];
    struct str before = grade_due(&scale, &shift.before), after = grade_due(&scale, &shift.after);
    if (before.len == 0 || after.len == 0 || str_eq(before, after))
        return (struct str){0};
    if (grade && scale_fits(&scale, grade->value, &shift.after))
        return (struct str){0};
    if (grade && scale_fits(&scale, grade->value, &shift.before))
        before = grade->value;
    return tell(doc, config, decimal_text(&doc->arena, &shift.after), before, after);
}

/* The grade of a section, in a table that grades each, is not that of the report. */
static bool is_of_grade(struct doc *doc, struct totals *totals, const struct finding *finding) {
    const uint32_t *known = str_is(str_of(finding->rule->id), "grade.band")
                                ? graded_at(doc, totals, &finding->at)
                                : NULL;
    return known && *known > 0;
}

bool impact_run(struct doc *doc, const struct config *config, struct err *err) {
    struct totals totals = {0};
    bool english = config->language == LANGUAGE_ENGLISH;
    if (doc->verdict.findings.count == 0 || doc->reading.claims.count == 0)
        return true;
    if (!prepare(doc, &totals))
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < doc->verdict.findings.count; i++) {
        struct finding *finding = &doc->verdict.findings.items[i];
        if (is_of_grade(doc, &totals, finding))
            finding->impact = str_printf(&doc->arena,
                                         english ? "the grade changes from %.*s to %.*s"
                                                 : "等级由“%.*s”变为“%.*s”",
                                         STR_ARGS(finding->claimed), STR_ARGS(finding->computed));
        else
            finding->impact = moved(doc, config, &totals, finding);
    }
    return arena_check(&doc->arena, err);
}
