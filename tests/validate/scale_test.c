#include "validate/scale.h"

#include "tests/validate/build.h"
#include "validate/profiles.h"

/* A scale of printed bands: 优 [90,), 良 [80,90), 中 [60,80); none below. */
static const struct band printed_bands[] = {
    {.grade = STR("优"), .low = STR("90"), .low_inclusive = true},
    {.grade = STR("良"), .low = STR("80"), .high = STR("90"), .low_inclusive = true},
    {.grade = STR("中"), .low = STR("60"), .high = STR("80"), .low_inclusive = true},
};

enum { BANDS = sizeof printed_bands / sizeof printed_bands[0] };

static struct statement *print_bands(struct build *b, uint32_t part, const struct band *bands,
                                     uint32_t count) {
    struct statement *statement = build_statement(b, STATEMENT_BANDS, 0, NULL, 0);
    statement->part = part;
    statement->bands = bands;
    statement->band_count = count;
    return statement;
}

static void add_part(struct build *b) {
    struct part part = {.kind = PART_PROJECT, .at = build_at(1)};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.parts, part));
}

static struct decimal score(const char *text) {
    struct decimal value;
    assert_true(decimal_parse(str_of(text), &value));
    return value;
}

static struct scale printed_scale(struct build *b) {
    print_bands(b, 0, printed_bands, BANDS);
    return scale_of(&b->doc, &b->config, scale_printed(&b->doc), 0);
}

/* The grade of a score in the scale; "-" outside all bands. */
static void expect_grade(const struct scale *scale, const char *figure, const char *grade) {
    struct decimal value = score(figure);
    const struct band *band = scale_band(scale, &value);
    assert_str(band ? band->grade : str_of("-"), grade);
}

static void test_ends_of_bands(void **state) {
    struct scale scale = printed_scale(*state);
    expect_grade(&scale, "100", "优");
    expect_grade(&scale, "90", "优");
    expect_grade(&scale, "89.99", "良");
    expect_grade(&scale, "80.0", "良");
    expect_grade(&scale, "79.999", "中");
    expect_grade(&scale, "60", "中");
    expect_grade(&scale, "59.9", "-");
    expect_grade(&scale, "-1", "-");
}

/* A part is judged by what it prints itself, then by what the document prints elsewhere. */
static void test_whose_bands_hold(void **state) {
    struct build *b = *state;
    add_part(b);
    add_part(b);
    print_bands(b, 2, printed_bands, BANDS);
    print_bands(b, 1, printed_bands, 1);
    print_bands(b, 1, printed_bands, 2); /* the first of a part counts */
    const struct statement **printed = scale_printed(&b->doc);
    assert_int_equal(scale_of(&b->doc, &b->config, printed, 0).count, BANDS);
    assert_int_equal(scale_of(&b->doc, &b->config, printed, 1).count, 1);
    assert_int_equal(scale_of(&b->doc, &b->config, printed, 2).count, BANDS);
}

/* Two units in one file have two scales; a part that names no unit may share
 * either. */
static void test_bands_of_another_unit(void **state) {
    struct build *b = *state;
    add_part(b);
    print_bands(b, 0, printed_bands, BANDS);
    const struct statement **printed = scale_printed(&b->doc);
    assert_int_equal(scale_of(&b->doc, &b->config, printed, 1).count, BANDS);
    b->doc.reading.parts.items[1].unit = str_of("乙县林业局");
    assert_int_equal(scale_of(&b->doc, &b->config, printed, 1).count, 0);
    b->doc.reading.parts.items[1].unit = str_of("甲县林业局");
    assert_int_equal(scale_of(&b->doc, &b->config, printed, 1).count, BANDS);
}

static void test_no_bands_at_all(void **state) {
    struct build *b = *state;
    print_bands(b, 0, NULL, 0); /* nothing could be read of them */
    struct scale scale = scale_of(&b->doc, &b->config, scale_printed(&b->doc), 0);
    assert_int_equal(scale.count, 0);
    assert_null(scale.statement);
    expect_grade(&scale, "95", "-");
    assert_false(scale_knows(&scale, str_of("优")));
}

static void test_words_of_printed_bands(void **state) {
    struct scale scale = printed_scale(*state);
    assert_true(scale_knows(&scale, str_of("优")));
    assert_false(scale_knows(&scale, str_of("合格")));
    assert_true(scale_stands_for(&scale, str_of("良"), &printed_bands[1]));
    assert_false(scale_stands_for(&scale, str_of("良"), &printed_bands[0]));
}

static bool fits(const struct scale *scale, const char *word, const char *figure) {
    struct decimal value = score(figure);
    return scale_fits(scale, str_of(word), &value);
}

static void test_words_that_fit(void **state) {
    struct scale scale = printed_scale(*state);
    assert_true(fits(&scale, "优", "90"));
    assert_false(fits(&scale, "优", "89.9"));
    assert_false(fits(&scale, "良", "90"));
    assert_false(fits(&scale, "中", "30"));
}

/* Where the text does not say to which of two bands a bound belongs, both hold it. */
static void test_bands_that_touch(void **state) {
    static const struct band touching[] = {
        {.grade = STR("优"), .low = STR("90"), .low_inclusive = true},
        {.grade = STR("良"), .low = STR("80"), .high = STR("90"), .high_inclusive = true},
    };
    struct build *b = *state;
    print_bands(b, 0, touching, 2);
    struct scale scale = scale_of(&b->doc, &b->config, scale_printed(&b->doc), 0);
    assert_true(fits(&scale, "优", "90"));
    assert_true(fits(&scale, "良", "90"));
    assert_false(fits(&scale, "良", "80"));
    expect_grade(&scale, "90", "优");
}

/* Better no band than a wrong one. */
static void test_bounds_that_cannot_be_read(void **state) {
    static const struct band broken[] = {
        {.grade = STR("优"), .low = STR("9O"), .low_inclusive = true},
        {.grade = STR("良"), .high = STR("八十")}};
    struct build *b = *state;
    print_bands(b, 0, broken, 2);
    struct scale scale = scale_of(&b->doc, &b->config, scale_printed(&b->doc), 0);
    expect_grade(&scale, "95", "-");
    expect_grade(&scale, "50", "-");
}

/* ---- with the profiles of the program */

static struct profiles *choose_national(struct build *b) {
    struct profiles *profiles = profiles_new(&b->err);
    assert_non_null(profiles);
    b->config.profiles = profiles;
    build_claim(b, "95", "得分", false, -1);
    assert_true(profiles_run(&b->doc, &b->config, &b->err));
    return profiles;
}

static void test_the_national_bands(void **state) {
    struct build *b = *state;
    struct profiles *profiles = choose_national(b);
    struct scale scale = scale_of(&b->doc, &b->config, scale_printed(&b->doc), 0);
    assert_null(scale.statement);
    expect_grade(&scale, "90", "优");
    expect_grade(&scale, "80", "良");
    expect_grade(&scale, "60", "中");
    expect_grade(&scale, "59.99", "差");
    assert_true(fits(&scale, "优秀", "90"));
    assert_true(fits(&scale, "良好", "85"));
    assert_false(fits(&scale, "优秀", "85"));
    profiles_free(profiles);
}

static void test_scores_beyond_the_scale(void **state) {
    struct build *b = *state;
    struct profiles *profiles = choose_national(b);
    struct scale scale = scale_of(&b->doc, &b->config, scale_printed(&b->doc), 0), bare = {0};
    struct decimal full = score("100"), above = score("100.5"), below = score("-1");
    assert_false(scale_exceeds(&scale, &full));
    assert_true(scale_exceeds(&scale, &above));
    assert_true(scale_exceeds(&scale, &below));
    assert_true(scale_exceeds(&bare, &above)); /* a hundred where nothing says more */
    assert_false(scale_exceeds(&bare, &full));
    profiles_free(profiles);
}

/* Within the margin of a band that the word may stand for. */
static void test_scores_close_to_a_band(void **state) {
    struct build *b = *state;
    struct profiles *profiles = choose_national(b);
    struct scale scale = scale_of(&b->doc, &b->config, scale_printed(&b->doc), 0);
    const struct decimal *margin = profile_margin(scale.profile);
    struct decimal edge = score("90"), near, far, step = score("0.01");
    assert_true(decimal_sub(&edge, margin, &near) && decimal_sub(&near, &step, &far));
    assert_true(scale_is_close(&scale, str_of("优"), &near));
    assert_false(scale_is_close(&scale, str_of("优"), &far));
    assert_false(scale_is_close(&scale, str_of("差"), &near));
    profiles_free(profiles);
}

static void test_no_memory(void **state) {
    struct build *b = *state;
    b->doc.arena.budget = b->doc.arena.total;
    while (arena_alloc(&b->doc.arena, 16))
        continue;
    assert_null(scale_printed(&b->doc));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_ends_of_bands),          BUILD_TEST(test_whose_bands_hold),
        BUILD_TEST(test_bands_of_another_unit),  BUILD_TEST(test_no_bands_at_all),
        BUILD_TEST(test_words_of_printed_bands), BUILD_TEST(test_words_that_fit),
        BUILD_TEST(test_bands_that_touch),       BUILD_TEST(test_bounds_that_cannot_be_read),
        BUILD_TEST(test_the_national_bands),     BUILD_TEST(test_scores_beyond_the_scale),
        BUILD_TEST(test_scores_close_to_a_band), BUILD_TEST(test_no_memory),
    };
    return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
