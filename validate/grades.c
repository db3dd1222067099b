#include "validate/grades.h"

#include "validate/claims.h"
#include "validate/ledger.h"
#include "validate/relation.h"
#include "validate/scale.h"

struct grades {
    uint32_t *mentions;               /* one a claim */
    uint32_t *next_score;             /* one a claim: the next score claim of its part, or count */
    uint32_t *last_score;             /* one a part: the latest score claim so far, or count */
    uint32_t *first_score;            /* one a part: its first score claim, or count */
    const struct statement **printed; /* the bands that the document prints: validate/scale.h */
    struct tally told;                /* grade and score that were held before, by part */
    size_t next_claim;                /* the first that may stand in the table looked at */
};

/* ---- which score belongs to which grade */

/* A total row and the 绩效等级 row below it belong together even when the
 * prose of the same report tells other figures. */
static bool in_one_table(const struct claim *a, const struct claim *b) {
    return a->in_table && b->in_table && a->passage->at.table == b->passage->at.table;
}

/* The score claim that stands nearest to grade claim `index`; the number of
 * claims when its part has none. */
static uint32_t score_for(const struct doc *doc, const struct grades *grades, uint32_t index) {
    uint32_t count = (uint32_t)doc->reading.claims.count;
    const struct claim *claims = doc->reading.claims.items, *grade = &claims[index];
    uint32_t before = grades->last_score[grade->part], after = grades->next_score[index];
    const uint32_t near[] = {before, after};
    for (size_t i = 0; i < 2; i++) {
        if (near[i] < count && claims[near[i]].passage == grade->passage)
            return near[i];
    }
    for (size_t i = 0; i < 2; i++) {
        if (near[i] < count && in_one_table(&claims[near[i]], grade))
            return near[i];
    }
    return grades->first_score[grade->part];
}

/* From the end backwards, so that each claim sees the score that follows it. */
static void find_neighbours(const struct doc *doc, struct grades *grades) {
    uint32_t count = (uint32_t)doc->reading.claims.count;
    for (size_t part = 0; part < doc->reading.parts.count; part++)
        grades->last_score[part] = grades->first_score[part] = count;
    for (uint32_t i = count; i-- > 0;) {
        const struct claim *claim = &doc->reading.claims.items[i];
        grades->next_score[i] = grades->first_score[claim->part];
        if (!claim->is_grade)
            grades->first_score[claim->part] = i;
    }
}

/* One array a lookup keeps the run linear: a summary of 500 projects claims 500
 * scores and as many grades. */
static bool prepare(struct doc *doc, struct grades *grades) {
    size_t parts = doc->reading.parts.count + 1, claims = doc->reading.claims.count + 1;
    struct arena *arena = &doc->arena;
    *grades = (struct grades){.mentions = claims_mentions(doc)};
    grades->next_score = arena_array(arena, claims, sizeof *grades->next_score);
    grades->last_score = arena_array(arena, parts, sizeof *grades->last_score);
    grades->first_score = arena_array(arena, parts, sizeof *grades->first_score);
    grades->printed = scale_printed(doc);
    if (!grades->mentions || !grades->next_score || !grades->last_score || !grades->first_score ||
        !grades->printed)
        return false;
    find_neighbours(doc, grades);
    return true;
}

/* ---- scales other than 100 */

/* Whether the passage names a full score (满分) other than 100. */
static bool names_other_scale(struct str text) {
    static const char *const links[] = {"为", "是", "：", ":", "（", "("};
    size_t at = 0;
    while ((at = str_find(text, "满分", at)) != SIZE_MAX) {
        at += strlen("满分");
        for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
            if (str_starts(str_slice(text, at, text.len), links[i]))
                at += strlen(links[i]);
        }
        struct decimal full, hundred = decimal_of(100);
        size_t end = at;
        while (end < text.len && strchr("0123456789.", text.ptr[end]))
            end++;
        if (decimal_parse(str_slice(text, at, end), &full) && decimal_cmp(&full, &hundred) != 0)
            return true;
    }
    return false;
}

/* ---- */

/* The band as an operand: the printed one stands where the document prints its
 * bands. */
static struct operand band_operand(struct doc *doc, const struct scale *scale,
                                   const struct band *band) {
    struct operand operand = {
        .known = true,
        .at = {PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE},
    };
    if (band)
        operand.text = str_copy(&doc->arena, band->grade); /* outlives the profile */
    if (!scale->statement || scale->statement->figure >= doc->record.quantities.count)
        return operand;
    const struct quantity *quantity = &doc->record.quantities.items[scale->statement->figure];
    operand.raw = quantity->mention->passage->text;
    operand.at = quantity->at;
    return operand;
}

/* Why the grade cannot be held against the score, or NULL. */
static const char *obstacle(const struct scale *scale, const struct claim *grade,
                            const struct claim *score, const struct operand *value) {
    if (!value->known)
        return value->reason;
    if (scale_exceeds(scale, &value->value) || names_other_scale(score->passage->text))
        return REASON_OTHER_SCALE;
    if (scale->count == 0)
        return REASON_NO_BANDS;
    return scale_knows(scale, grade->value) ? NULL : REASON_UNKNOWN_GRADE;
}

/* The reader must be able to look up why this grade was due. */
static struct str explain(struct doc *doc, const struct config *config, const struct scale *scale) {
    bool english = config->language == LANGUAGE_ENGLISH;
    if (scale->statement && english)
        return str_of("by the bands that the document prints");
    if (scale->statement)
        return str_of("依据文中写明的等级标准");
    struct str source = profile_source(scale->profile, config->language);
    const char *words = english ? "by the bands of %.*s" : "依据%.*s";
    return str_printf(&doc->arena, words, STR_ARGS(source));
}

/* In prose a grade often has no name of its own. */
static struct str name_grade(const struct config *config, const struct claim *grade) {
    if (grade->label.len > 0)
        return grade->label;
    return str_of(config->language == LANGUAGE_ENGLISH ? "grade" : "评价等级");
}

/* Of claims `pair`[0], a grade, and `pair`[1], the score that belongs to it. */
static bool hold_grade(struct doc *doc, const struct config *config, const struct grades *grades,
                       const uint32_t pair[2], struct err *err) {
    const struct claim *grade = &doc->reading.claims.items[pair[0]];
    const struct claim *score = &doc->reading.claims.items[pair[1]];
    struct scale scale = scale_of(doc, config, grades->printed, grade->part);
    const struct band *best = NULL;
    struct operand operands[2] = {
        [1] = claims_operand(doc, score, grades->mentions[pair[1]]),
    };
    struct relation relation = {
        .rule = "grade.band",
        .kind = RELATION_WORD,
        .part = grade->part,
        .label = name_grade(config, grade),
        .claim = claims_operand(doc, grade, grades->mentions[pair[0]]),
        .operands = operands,
        .count = 2,
    };
    relation.reason = obstacle(&scale, grade, score, &operands[1]);
    if (!relation.reason && !(best = scale_band(&scale, &operands[1].value)))
        relation.reason = REASON_NO_BANDS;
    bool holds = !relation.reason && scale_fits(&scale, grade->value, &operands[1].value);
    operands[0] = band_operand(doc, &scale, best);
    if (holds) {
        operands[0].text = grade->value;
    } else if (!relation.reason) {
        relation.diagnosis = explain(doc, config, &scale);
        relation.has_ceiling = !scale.statement;
        relation.ceiling = scale.profile ? profile_severity(scale.profile) : SEVERITY_ERROR;
        relation.doubtful =
            !scale.statement && scale_is_close(&scale, grade->value, &operands[1].value);
    }
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* Whether the part has told this grade with this score before; notes it. */
static bool is_told(struct doc *doc, struct grades *grades, const uint32_t pair[2]) {
    const struct claim *grade = &doc->reading.claims.items[pair[0]];
    const struct claim *score = &doc->reading.claims.items[pair[1]];
    uint64_t key = tally_hash(tally_hash(grade->part, grade->value), score->value);
    uint32_t *told = tally_at(&doc->arena, &grades->told, key);
    return told && (*told)++ > 0;
}

/* ---- summaries by section */

/* A row 产出 | 20 | 18 | 优: weight, score and grade are its last cells. */
struct graded {
    const struct cell *weight, *score, *grade;
    struct decimal of, got;
};

enum { GRADED_ROWS = 3, RATE_DECIMALS = 2, GRADE_BYTES = 24 };

static bool read_figure(struct arena *arena, const struct cell *cell, struct decimal *out) {
    return cell && cell->passage.text.len < 16 &&
           decimal_parse(str_squeeze(arena, cell->passage.text), out);
}

/* Reads the row whose cells begin at `*at` and moves behind it. */
static bool read_graded(struct arena *arena, const struct table *table, const struct scale *scale,
                        uint32_t *at, struct graded *out) {
    const struct cell *last[3] = {0}; /* of those that are not blank */
    uint32_t row = table->cells[*at].row;
    struct decimal full = decimal_of(100);
    for (; *at < table->cell_count && table->cells[*at].row == row; ++*at) {
        const struct cell *cell = &table->cells[*at];
        if (str_blank(cell->passage.text))
            continue;
        last[0] = last[1];
        last[1] = last[2];
        last[2] = cell;
    }
    *out = (struct graded){.weight = last[0], .score = last[1], .grade = last[2]};
    /* few rows end in a word as short as a grade, and fewer have two figures before it: the words
     * of a scale are asked last */
    return last[0] && last[2]->passage.text.len <= GRADE_BYTES &&
           read_figure(arena, out->weight, &out->of) && read_figure(arena, out->score, &out->got) &&
           !decimal_is_zero(&out->of) && !out->got.negative &&
           decimal_cmp(&out->got, &out->of) <= 0 && decimal_cmp(&out->of, &full) <= 0 &&
           scale_knows(scale, str_squeeze(arena, last[2]->passage.text));
}

/* Whether the table sums up by section: three such rows at least, and one of
 * the whole. */
static bool sums_up(struct arena *arena, const struct table *table, const struct scale *scale) {
    struct decimal full = decimal_of(100);
    struct graded graded;
    uint32_t rows = 0;
    bool whole = false;
    for (uint32_t at = 0; at < table->cell_count;) {
        if (!read_graded(arena, table, scale, &at, &graded))
            continue;
        rows++;
        whole |= decimal_cmp(&graded.of, &full) == 0;
    }
    return whole && rows >= GRADED_ROWS;
}

/* A section's grade is that of its share of points: 49.04 of 55 is 89.16 %. */
static bool hold_section(struct doc *doc, const struct config *config, const struct scale *scale,
                         uint32_t part, const struct graded *graded, struct err *err) {
    struct decimal share, hundred = decimal_of(100);
    struct str word = str_squeeze(&doc->arena, graded->grade->passage.text);
    if (!decimal_mul(&graded->got, &hundred, &share) ||
        !decimal_div(&share, &graded->of, RATE_DECIMALS, DECIMAL_HALF_UP, &share))
        return true;
    bool holds = scale_fits(scale, word, &share);
    const struct band *best = scale_band(scale, &share);
    struct operand operands[2] = {
        [0] = band_operand(doc, scale, best),
        [1] = {.known = true,
               .text = decimal_text(&doc->arena, &share),
               .raw = graded->score->passage.text,
               .at = graded->score->passage.at},
    };
    bool english = config->language == LANGUAGE_ENGLISH;
    struct relation relation = {
        .rule = "grade.band",
        .kind = RELATION_WORD,
        .part = part,
        .label = str_of(english ? "grade of a section" : "分项等级"),
        .claim = {.known = true,
                  .text = word,
                  .raw = graded->grade->passage.text,
                  .at = graded->grade->passage.at},
        .operands = operands,
        .count = 2,
        .doubtful = true,
        .reason = best ? NULL : REASON_NO_BANDS,
    };
    if (holds)
        operands[0].text = word;
    else
        relation.diagnosis = explain(doc, config, scale);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* Whether the grade is a claim of the whole, which is held with its score.
 * Claims and tables are in reading order: `*next` moves along. */
static bool is_claimed(const struct doc *doc, const struct passage *grade, size_t *next) {
    const struct claim *claims = doc->reading.claims.items;
    for (; *next < doc->reading.claims.count; ++*next) {
        const struct place *at = &claims[*next].passage->at;
        if (claims[*next].is_grade && claims[*next].passage == grade)
            return true;
        if (at->table > grade->at.table ||
            (at->table == grade->at.table && at->row > grade->at.row))
            return false;
    }
    return false;
}

static bool grade_table(struct doc *doc, const struct config *config, struct grades *grades,
                        uint32_t block, struct err *err) {
    const struct table *table =
        &doc->document.tables.items[doc->document.blocks.items[block].index];
    uint32_t part = doc->reading.block_parts[block];
    struct scale scale = scale_of(doc, config, grades->printed, part);
    struct graded graded;
    if (!sums_up(&doc->arena, table, &scale))
        return arena_check(&doc->arena, err);
    for (uint32_t at = 0; at < table->cell_count;)
        if (read_graded(&doc->arena, table, &scale, &at, &graded) &&
            !is_claimed(doc, &graded.grade->passage, &grades->next_claim) &&
            !hold_section(doc, config, &scale, part, &graded, err))
            return false;
    return true;
}

static bool grade_tables(struct doc *doc, const struct config *config, struct grades *grades,
                         struct err *err) {
    for (uint32_t i = 0; i < doc->document.blocks.count; i++)
        if (doc->document.blocks.items[i].kind == BLOCK_TABLE &&
            !grade_table(doc, config, grades, i, err))
            return false;
    return true;
}

/* One grade told five times with one score is one relation: 优 in the summary,
 * the table and the conclusion must not be five findings. */
bool grades_run(struct doc *doc, const struct config *config, struct err *err) {
    struct grades grades;
    uint32_t count = (uint32_t)doc->reading.claims.count;
    if (!prepare(doc, &grades))
        return arena_check(&doc->arena, err);
    for (uint32_t i = 0; i < count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i];
        uint32_t pair[2] = {i, count};
        if (!claim->is_grade) {
            grades.last_score[claim->part] = i;
            continue;
        }
        pair[1] = score_for(doc, &grades, i);
        if (pair[1] == count || is_told(doc, &grades, pair))
            continue;
        if (!hold_grade(doc, config, &grades, pair, err))
            return false;
    }
    return grade_tables(doc, config, &grades, err);
}
