#include "tests/validate/build.h"

#include "validate/grades.h"
#include "validate/profiles.h"

/* Runs with the profiles that the program holds. */
static void run(struct build *b) {
    struct profiles *profiles = profiles_new(&b->err);
    assert_non_null(profiles);
    b->config.profiles = profiles;
    assert_true(profiles_run(&b->doc, &b->config, &b->err));
    assert_true(grades_run(&b->doc, &b->config, &b->err));
    b->config.profiles = NULL;
    b->doc.verdict.choices = NULL;
    profiles_free(profiles);
}

static void claim(struct build *b, const char *score, const char *grade) {
    build_claim(b, score, "得分", false, -1);
    build_claim(b, grade, "评价等级", true, -1);
}

struct grade_case {
    const char *score, *grade;
    enum outcome outcome;
    const char *computed; /* or the reason */
};

static const struct grade_case cases[] = {
    {"95", "优秀", OUTCOME_PASS, "优秀"},
    {"96.85", "优", OUTCOME_PASS, "优"},
    {"90", "优", OUTCOME_PASS, "优"},
    {"89.99", "优", OUTCOME_FAIL, "良"},
    {"85.82", "良", OUTCOME_PASS, "良"},
    {"80", "良好", OUTCOME_PASS, "良好"},
    {"79.5", "良好", OUTCOME_FAIL, "中"},
    {"60", "一般", OUTCOME_PASS, "一般"},
    {"95", "合格", OUTCOME_PASS, "合格"},
    {"70", "合格", OUTCOME_PASS, "合格"},
    {"59", "合格", OUTCOME_FAIL, "差"},
    {"59", "较差", OUTCOME_PASS, "较差"},
    {"95", "不合格", OUTCOME_FAIL, "优"},
    {"95", "先进", OUTCOME_UNVERIFIABLE, "unknown_grade"},
    {"105", "优", OUTCOME_UNVERIFIABLE, "other_scale"},
};

static void test_national_bands(void **state) {
    struct build *b = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        b->doc.reading.claims.count = 0;
        claim(b, cases[i].score, cases[i].grade);
        run(b);
        const struct check *check = build_check(b);
        struct str got = check->reason.len ? check->reason : check->computed;
        if (check->outcome != cases[i].outcome || !str_is(got, cases[i].computed))
            fail_msg("%s %s: %d %.*s", cases[i].score, cases[i].grade, check->outcome,
                     STR_ARGS(got));
    }
}

static void test_fail_names_score_and_source(void **state) {
    struct build *b = *state;
    claim(b, "84.47", "优");
    run(b);
    const struct finding *finding = build_finding(b);
    assert_int_equal(finding->severity, SEVERITY_ERROR);
    assert_str(finding->formula, "84.47 → 良 ≠ 优");
    assert_true(str_has(finding->diagnosis, "财预〔2020〕10号"));
    assert_int_equal(finding->evidence_count, 2);
    assert_str(finding->evidence[1].text, "84.47分");
    assert_str(finding->difference, "");
}

/* Places draw bands of their own: 85 is 优秀 in some. */
static void test_close_to_the_band_is_a_warning(void **state) {
    struct build *b = *state;
    claim(b, "86", "优秀");
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static const struct band local[] = {
    {.grade = STR("优秀"), .low = STR("85"), .low_inclusive = true},
    {.grade = STR("良好"), .low = STR("75"), .high = STR("85"), .low_inclusive = true},
    {.grade = STR("一般"), .low = STR("60"), .high = STR("75"), .low_inclusive = true},
    {.grade = STR("较差"), .high = STR("60")},
};

static void print_bands(struct build *b, const struct band *bands, uint32_t count) {
    uint32_t figure = build_figure(b, MENTION_SCORE, "85", "分");
    struct statement *statement = build_statement(b, STATEMENT_BANDS, figure, NULL, 0);
    statement->bands = bands;
    statement->band_count = count;
}

static void test_printed_bands_come_first(void **state) {
    struct build *b = *state;
    print_bands(b, local, 4);
    claim(b, "86", "优秀");
    run(b);
    assert_int_equal(build_check(b)->outcome, OUTCOME_PASS);
    b->doc.reading.claims.count = 0;
    claim(b, "84", "优"); /* another word for 优秀 */
    run(b);
    assert_str(build_finding(b)->computed, "良好");
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
    assert_str(build_finding(b)->diagnosis, "依据文中写明的等级标准");
    b->doc.reading.claims.count = 0;
    claim(b, "70", "合格");
    run(b);
    assert_str(build_check(b)->reason, "unknown_grade");
}

static void test_printed_bands_work_without_profile(void **state) {
    struct build *b = *state;
    print_bands(b, local, 4);
    claim(b, "80", "优秀");
    assert_true(grades_run(&b->doc, &b->config, &b->err));
    assert_str(build_finding(b)->computed, "良好");
}

/* 80-90 and 90-100: 90 belongs to both. */
static void test_bands_that_touch_or_leave_a_gap(void **state) {
    static const struct band touching[] = {
        {STR("优"), STR("90"), STR("100"), true, true},
        {STR("良"), STR("80"), STR("90"), true, true},
        {STR("中"), STR("60"), STR("79"), true, true},
    };
    struct build *b = *state;
    print_bands(b, touching, 3);
    claim(b, "90", "良");
    run(b);
    assert_int_equal(build_check(b)->outcome, OUTCOME_PASS);
    b->doc.reading.claims.count = 0;
    claim(b, "79.5", "中");
    run(b);
    assert_str(build_check(b)->reason, "no_bands");
}

static void test_no_bands_at_all(void **state) {
    struct build *b = *state;
    claim(b, "95", "优");
    assert_true(grades_run(&b->doc, &b->config, &b->err));
    assert_str(build_check(b)->reason, "no_bands");
}

static void test_other_full_score(void **state) {
    struct build *b = *state;
    claim(b, "55", "优");
    struct passage *passage = (struct passage *)b->doc.reading.claims.items[0].passage;
    passage->text = str_of("55分（满分60分）");
    run(b);
    assert_str(build_check(b)->reason, "other_scale");
    b->doc.reading.claims.count = 0;
    claim(b, "95", "优");
    ((struct passage *)b->doc.reading.claims.items[0].passage)->text = str_of("95分，"
                                                                              "满分为100分");
    run(b);
    assert_int_equal(build_check(b)->outcome, OUTCOME_PASS);
}

/* The score nearest to the grade counts: same passage, same table, else the first. */
static void test_nearest_score(void **state) {
    struct build *b = *state;
    build_claim(b, "70", "得分", false, -1);
    build_claim(b, "95", "总分", false, 2);
    build_claim(b, "优", "绩效等级", true, 2);
    build_claim(b, "中", "等级", true, -1);
    build_claim(b, "良", "等级", true, -1);
    build_claim(b, "85", "得分", false, -1);
    b->doc.reading.claims.items[5].passage = b->doc.reading.claims.items[4].passage;
    run(b);
    assert_int_equal(b->doc.verdict.checks.count, 3);
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

static void test_the_same_grade_is_told_once(void **state) {
    struct build *b = *state;
    claim(b, "70", "优");
    build_claim(b, "优", "等级", true, -1);
    run(b);
    assert_int_equal(b->doc.verdict.findings.count, 1);
}

static void test_a_grade_without_a_name(void **state) {
    struct build *b = *state;
    build_claim(b, "84.47", "得分", false, -1);
    build_claim(b, "优", "", true, -1);
    run(b);
    assert_str(build_finding(b)->label, "评价等级");
}

static void test_grade_without_score(void **state) {
    struct build *b = *state;
    build_claim(b, "优", "等级", true, -1);
    run(b);
    assert_int_equal(b->doc.verdict.checks.count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_national_bands),
        BUILD_TEST(test_fail_names_score_and_source),
        BUILD_TEST(test_close_to_the_band_is_a_warning),
        BUILD_TEST(test_printed_bands_come_first),
        BUILD_TEST(test_printed_bands_work_without_profile),
        BUILD_TEST(test_bands_that_touch_or_leave_a_gap),
        BUILD_TEST(test_no_bands_at_all),
        BUILD_TEST(test_other_full_score),
        BUILD_TEST(test_nearest_score),
        BUILD_TEST(test_the_same_grade_is_told_once),
        BUILD_TEST(test_a_grade_without_a_name),
        BUILD_TEST(test_grade_without_score),
    };
    return cmocka_run_group_tests_name("grades", tests, NULL, NULL);
}
