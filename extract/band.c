#include "extract/band.h"

#include "model/decimal.h"

/* The words of a scale (bounds, relations, grades) are collected as long as
 * they stand close together, then cut into bands at the grades, which stand
 * either all in front of their bounds or all behind them. */

/* Words of one scale stand close together; a scale has at most ten grades. */
enum { GAP_BYTES = 36, MARKS = 96, BANDS = 10 };

/* One word of a scale. */
struct mark {
    int group; /* BAND_GROUP_... */
    struct str text;
};

/* The words of a scale as far as it has been read. */
struct scale {
    struct prose *prose;
    struct mark marks[MARKS];
    uint32_t count;
    struct band bands[BANDS];
    uint32_t band_count;
};

/* The first group that took part: the numbers of the groups are the order in
 * which the expression tries them. */
static int group_of(const struct match *match) {
    int group = BAND_GROUP_NUMBER;
    while (group < BAND_GROUP_BELOW && match->start[group] == SIZE_MAX)
        group++;
    return group;
}

/* Behind the last mark stands group 0, which is none: who looks ahead need not
 * ask for the end. */
static int group_at(const struct scale *scale, uint32_t at, uint32_t end) {
    return at < end ? scale->marks[at].group : 0;
}

static bool is_relation(int group) {
    return group >= BAND_GROUP_GE && group <= BAND_GROUP_LT;
}

/* Grades fall from 4 to 1; 0 is no grade. */
static int rank_of(struct str grade) {
    static const struct {
        const char *words;
        int rank;
    } rows[] = {{" 优 优秀 ", 4},
                {" 良 良好 ", 3},
                {" 中 中等 一般 合格 基本合格 ", 2},
                {" 差 较差 不合格 ", 1}};
    char needle[24] = " ";
    if (grade.len > sizeof needle - 3)
        return 0;
    memcpy(needle + 1, grade.ptr, grade.len);
    needle[grade.len + 1] = ' ';
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (str_has(str_of(rows[i].words), needle))
            return rows[i].rank;
    return 0;
}

static void set_low(struct band *band, struct str number, bool inclusive) {
    band->low = number;
    band->low_inclusive = inclusive;
}

static void set_high(struct band *band, struct str number, bool inclusive) {
    band->high = number;
    band->high_inclusive = inclusive;
}

/* x ≥ 90, or 90 > x with the number first. */
static void set_relation(struct band *band, int group, struct str number, bool number_first) {
    bool inclusive = group == BAND_GROUP_GE || group == BAND_GROUP_LE;
    bool low = group == BAND_GROUP_GE || group == BAND_GROUP_GT;
    if (low != number_first)
        set_low(band, number, inclusive);
    else
        set_high(band, number, inclusive);
}

/* （含） or （不含） behind a number; (含90分) repeats the number. */
static uint32_t skip_inclusion(const struct scale *scale, uint32_t at, uint32_t end, int *said) {
    int group = group_at(scale, at, end);
    if (group != BAND_GROUP_WITH && group != BAND_GROUP_WITHOUT)
        return at;
    *said = group;
    at++;
    bool repeats = group_at(scale, at, end) == BAND_GROUP_NUMBER && at > 1 &&
                   group_at(scale, at - 2, end) != BAND_GROUP_NUMBER;
    return repeats ? at + 1 : at;
}

/* A range with its ends in either order: 90（含）-100, 100-90（含）. */
static void set_range(struct band *band, const struct mark *a, int said_a, const struct mark *b,
                      int said_b) {
    struct decimal low, high;
    if (!decimal_parse(a->text, &low) || !decimal_parse(b->text, &high))
        return;
    bool falls = decimal_cmp(&low, &high) > 0;
    set_low(band, falls ? b->text : a->text, (falls ? said_b : said_a) != BAND_GROUP_WITHOUT);
    int said = falls ? said_a : said_b;
    set_high(band, falls ? a->text : b->text, said == BAND_GROUP_WITH);
}

/* Reads what begins with the number at `at`; returns where to go on. */
static uint32_t read_number(struct scale *scale, struct band *band, uint32_t at, uint32_t end) {
    const struct mark *number = &scale->marks[at];
    int said = 0, said_b = 0;
    uint32_t next = skip_inclusion(scale, at + 1, end, &said);
    int group = group_at(scale, next, end);
    if (group == BAND_GROUP_RANGE && group_at(scale, next + 1, end) == BAND_GROUP_NUMBER) {
        uint32_t behind = skip_inclusion(scale, next + 2, end, &said_b);
        if (said_b && group_at(scale, behind, end) == BAND_GROUP_NUMBER &&
            str_eq(scale->marks[behind].text, number->text)) {
            said = said_b; /* 80-90分（含80分） means the lower end */
            said_b = 0;
            behind++;
        }
        set_range(band, number, said, &scale->marks[next + 1], said_b);
        return behind;
    }
    if (group == BAND_GROUP_ABOVE || group == BAND_GROUP_BELOW) {
        next = skip_inclusion(scale, next + 1, end, &said);
        if (group == BAND_GROUP_ABOVE)
            set_low(band, number->text, said != BAND_GROUP_WITHOUT);
        else
            set_high(band, number->text, said == BAND_GROUP_WITH);
        return next;
    }
    if (is_relation(group) && group_at(scale, next + 1, end) != BAND_GROUP_NUMBER) {
        set_relation(band, group, number->text, true);
        return next + 1;
    }
    return at + 1;
}

/* 60-80分中，60分以下差 with 中 unread would make a 差 of 60 to 60: no
 * band. */
static bool has_width(const struct band *band) {
    struct decimal low, high;
    return !band->low.len || !band->high.len || !decimal_parse(band->low, &low) ||
           !decimal_parse(band->high, &high) || decimal_cmp(&low, &high) < 0;
}

/* One band from the marks [at, end) around its grade. */
static bool read_band(struct scale *scale, uint32_t at, uint32_t end) {
    struct band *band = &scale->bands[scale->band_count];
    *band = (struct band){0};
    while (at < end) {
        int group = scale->marks[at].group;
        if (group == BAND_GROUP_GRADE) {
            band->grade = scale->marks[at++].text;
        } else if (is_relation(group) && group_at(scale, at + 1, end) == BAND_GROUP_NUMBER) {
            set_relation(band, group, scale->marks[at + 1].text, false);
            at += 2;
        } else if (group == BAND_GROUP_NUMBER) {
            at = read_number(scale, band, at, end);
        } else {
            at++;
        }
    }
    return band->grade.len && (band->low.len || band->high.len) && has_width(band);
}

/* Cuts the marks from `begin` on into bands, each with its one grade at the
 * front or at the end, as far as they can be read. */
static bool read_bands(struct scale *scale, uint32_t begin) {
    bool front = scale->marks[begin].group == BAND_GROUP_GRADE;
    scale->band_count = 0;
    for (uint32_t i = begin; i < scale->count && scale->band_count < BANDS; i++) {
        bool last = i + 1 == scale->count;
        bool cut = front ? last || scale->marks[i + 1].group == BAND_GROUP_GRADE
                         : scale->marks[i].group == BAND_GROUP_GRADE;
        if (!cut)
            continue;
        if (!read_band(scale, begin, i + 1))
            break;
        scale->band_count++;
        begin = i + 1;
    }
    return scale->band_count >= 3;
}

/* Scales are printed either way, 优 first (most reports) or 差 first; who
 * asks for a grade wants one order. */
static void reverse(struct scale *scale) {
    for (uint32_t i = 0; i < scale->band_count / 2; i++) {
        struct band band = scale->bands[i];
        scale->bands[i] = scale->bands[scale->band_count - 1 - i];
        scale->bands[scale->band_count - 1 - i] = band;
    }
}

/* Whether the grades fall from best to worst, after turning a rising scale
 * round. */
static bool sort_bands(struct scale *scale) {
    if (rank_of(scale->bands[0].grade) < rank_of(scale->bands[scale->band_count - 1].grade))
        reverse(scale);
    for (uint32_t i = 1; i < scale->band_count; i++)
        if (rank_of(scale->bands[i].grade) >= rank_of(scale->bands[i - 1].grade))
            return false;
    return true;
}

/* 90-100, 80-89: an upper end that is not the next band's lower end belongs to
 * the band. */
static void close_ends(struct scale *scale) {
    for (uint32_t i = 0; i < scale->band_count; i++) {
        struct band *band = &scale->bands[i];
        if (band->high.len && (i == 0 || !str_eq(band->high, scale->bands[i - 1].low)))
            band->high_inclusive |= band->low.len > 0;
    }
}

/* A grade and figures of something else may stand right before the scale:
 * whether one begins at any of the marks. */
static bool find_bands(struct scale *scale) {
    /* three bands, each of a grade and a bound, are six marks at the least; two
     * grades are no scale but a remark (优秀 90 分以上) */
    for (uint32_t begin = 0; begin + 6 <= scale->count; begin++) {
        bool here = begin == 0 || scale->marks[begin].group == BAND_GROUP_GRADE ||
                    scale->marks[begin - 1].group == BAND_GROUP_GRADE;
        if (here && read_bands(scale, begin) && sort_bands(scale))
            return true;
    }
    return false;
}

static bool state_scale(struct scale *scale, struct err *err) {
    if (!find_bands(scale))
        return true;
    close_ends(scale);
    struct arena *arena = &scale->prose->doc->arena;
    struct band *bands = arena_array(arena, scale->band_count, sizeof *bands);
    if (!bands)
        return err_set(err, ERR_MEMORY, 0, "no memory for the grade bands");
    memcpy(bands, scale->bands, scale->band_count * sizeof *bands);
    struct statement statement = {.kind = STATEMENT_BANDS,
                                  .figure = STATEMENT_NO_MENTION,
                                  .bands = bands,
                                  .band_count = scale->band_count};
    return prose_state(scale->prose, statement, NULL, 0, err);
}

/* Marks of the scale before must not flow into the next: 良≥80 of one page
 * with 差＜60 of another is no scale. */
static bool end_scale(struct scale *scale, struct err *err) {
    bool done = state_scale(scale, err);
    scale->count = 0;
    return done;
}

/* Adds the words of one passage; a wide gap ends the scale before it. */
static bool read_passage(struct scale *scale, struct str text, struct err *err) {
    const struct prose *prose = scale->prose;
    size_t at = 0;
    struct match match;
    while (cue_find(prose->doc, prose->patterns, CUE_BAND, text, at, &match)) {
        if (match.start[0] - at > GAP_BYTES || scale->count == MARKS)
            if (!end_scale(scale, err))
                return false;
        int group = group_of(&match);
        scale->marks[scale->count++] = (struct mark){group, match_group(text, &match, 0)};
        at = match.end[0];
    }
    return text.len - at <= GAP_BYTES || end_scale(scale, err);
}

bool band_scan(struct prose *prose, struct err *err) {
    struct scale scale = {.prose = prose};
    for (uint32_t i = 0; i < prose->count; i++) {
        struct str text = prose->passages[i]->text;
        /* a scale begins in a passage that names 优 or 优秀; looking for
         * bounds in all prose would find prices and ages */
        if ((scale.count || str_has(text, "优")) && !read_passage(&scale, text, err))
            return false;
    }
    return end_scale(&scale, err);
}
