#include "tests/validate/build.h"

#include "validate/breakdown.h"

static const struct check *run(struct build *b) {
    assert_true(breakdown_run(&b->doc, &b->config, &b->err));
    return b->doc.verdict.checks.count ? build_check(b) : NULL;
}

/* The first number is the whole. */
static const struct check *amounts(struct build *b, bool closed, const char *const *numbers) {
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元", numbers)->closed = closed;
    return run(b);
}

static const struct check *counts(struct build *b, const char *unit, const char *const *numbers) {
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_COUNT, unit, numbers);
    return run(b);
}

static void test_amount_pass(void **state) {
    struct build *b = *state;
    const struct check *check = amounts(b, false, FIGURES("8426.58", "3913.19", "4513.39"));
    assert_string_equal(check->rule->id, "amount.breakdown");
    assert_int_equal(check->outcome, OUTCOME_PASS);
    assert_int_equal(check->operand_count, 2);
    assert_int_equal(b->doc.verdict.coverage.checked, 3);
}

static void test_amount_fail(void **state) {
    struct build *b = *state;
    const struct check *check = amounts(b, true, FIGURES("100.00", "60.00", "30.00"));
    assert_int_equal(check->outcome, OUTCOME_FAIL);
    assert_str(build_finding(b)->label, "专项支出");
    assert_str(build_finding(b)->computed, "90.00");
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
}

/* 30 beside 29.99 means 30.00. */
static void test_amount_near(void **state) {
    struct build *b = *state;
    const struct check *check = amounts(b, false, FIGURES("89.97", "30", "30", "29.99"));
    assert_int_equal(check->outcome, OUTCOME_FAIL);
    assert_str(check->computed, "89.99");
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static void test_amount_rounding(void **state) {
    struct build *b = *state;
    const struct check *check = amounts(b, true, FIGURES("434.72", "400.70", "34.01"));
    assert_int_equal(check->outcome, OUTCOME_ROUNDING);
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

static void test_open_list_is_unverifiable(void **state) {
    struct build *b = *state;
    const struct check *check = amounts(b, false, FIGURES("100.00", "60.00", "30.00"));
    assert_int_equal(check->outcome, OUTCOME_UNVERIFIABLE);
    assert_str(check->reason, "list_incomplete");
    assert_int_equal(b->doc.verdict.coverage.checked, 0);
}

static void test_seven_parts_within_half_a_percent(void **state) {
    struct build *b = *state;
    amounts(b, false,
            FIGURES("4513.39", "2000.00", "1000.00", "500", "400.29", "300", "200", "113"));
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
    assert_str(build_finding(b)->claimed, "4513.39");
    assert_str(build_finding(b)->computed, "4513.29");
}

static void test_excess_is_a_fail(void **state) {
    struct build *b = *state;
    assert_int_equal(amounts(b, false, FIGURES("100.00", "60.00", "45.00"))->outcome, OUTCOME_FAIL);
}

static void test_doubtful_is_a_warning(void **state) {
    struct build *b = *state;
    struct statement *statement = build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元",
                                                FIGURES("100.00", "60.00", "55.00"));
    statement->doubtful = true;
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static void test_far_excess_of_an_open_list_is_a_warning(void **state) {
    struct build *b = *state;
    amounts(b, false, FIGURES("654.17", "30", "559.52", "219.41"));
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
    amounts(b, true, FIGURES("654.17", "30", "559.52", "219.41"));
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
    amounts(b, false, FIGURES("100.00", "60.00", "45.00"));
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
}

static void test_doubtful_and_far_is_unverifiable(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元",
                  FIGURES("100.00", "60.00", "66.00"))
        ->doubtful = true;
    assert_str(run(b)->reason, "doubtful_tie");
}

static void test_two_breakdowns_in_one_list(void **state) {
    struct build *b = *state;
    const struct check *check =
        amounts(b, false, FIGURES("100.00", "60.00", "40.00", "70.00", "30.00"));
    assert_int_equal(check->outcome, OUTCOME_PASS);
    assert_int_equal(check->operand_count, 2);
    check = amounts(b, false, FIGURES("100.00", "17.00", "70.00", "30.00"));
    assert_int_equal(check->outcome, OUTCOME_PASS);
    assert_str(check->formula, "70.00 + 30.00 = 100.00");
}

static void test_parts_of_parts(void **state) {
    struct build *b = *state;
    const struct check *check =
        amounts(b, false, FIGURES("100.00", "60.00", "45.00", "15.00", "40.00"));
    assert_int_equal(check->outcome, OUTCOME_PASS);
    assert_str(check->formula, "60.00 + 40.00 = 100.00");
    check = amounts(b, false, FIGURES("100.00", "60.00", "45.00", "15.00", "50.00"));
    assert_int_equal(check->outcome, OUTCOME_UNVERIFIABLE);
    assert_str(check->reason, "nested_list");
}

static void test_mixed_units(void **state) {
    struct build *b = *state;
    uint32_t whole = build_figure(b, MENTION_AMOUNT, "13.054", "亿元");
    uint32_t parts[] = {build_figure(b, MENTION_AMOUNT, "96300", "万元"),
                        build_figure(b, MENTION_AMOUNT, "3.424", "亿元")};
    build_statement(b, STATEMENT_BREAKDOWN, whole, parts, 2);
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
}

/* A part without a unit may be in that of the whole: enough for a pass, not for a finding. */
static void test_part_without_unit(void **state) {
    struct build *b = *state;
    const char *const last[] = {"29.97", "25.00"};
    for (int i = 0; i < 2; i++) {
        uint32_t whole = build_figure(b, MENTION_AMOUNT, "89.97", "万元");
        uint32_t parts[] = {build_figure(b, MENTION_AMOUNT, "60.00", "万元"),
                            build_figure(b, MENTION_NUMBER, last[i], "")};
        build_statement(b, STATEMENT_BREAKDOWN, whole, parts, 2)->closed = true;
    }
    run(b);
    assert_int_equal(b->doc.verdict.checks.items[0].outcome, OUTCOME_PASS);
    assert_str(b->doc.verdict.checks.items[1].reason, "unit_unknown");
}

static void test_other_unit_is_unverifiable(void **state) {
    struct build *b = *state;
    uint32_t whole = build_figure(b, MENTION_AMOUNT, "100", "万元");
    uint32_t parts[] = {build_figure(b, MENTION_AMOUNT, "60", "万元"),
                        build_figure(b, MENTION_AREA, "40", "亩")};
    build_statement(b, STATEMENT_BREAKDOWN, whole, parts, 2);
    assert_str(run(b)->reason, "unit_mismatch");
}

static void test_approximate_part_is_unverifiable(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元", FIGURES("100", "60", "30"));
    build_mention(b, 2)->approximate = true;
    assert_str(run(b)->reason, "approximate_figure");
}

static void test_areas_are_amounts(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AREA, "万亩",
                  FIGURES("21.73", "10.02", "1.52", "9.38", "0.31", "0.52"));
    const struct check *check = run(b);
    assert_string_equal(check->rule->id, "amount.breakdown");
    assert_int_equal(check->outcome, OUTCOME_ROUNDING);
    assert_str(check->computed, "21.75");
}

static void test_count_pass(void **state) {
    struct build *b = *state;
    const struct check *check = counts(b, "宗", FIGURES("129397", "128215", "1182"));
    assert_string_equal(check->rule->id, "count.breakdown");
    assert_int_equal(check->outcome, OUTCOME_PASS);
}

/* Things are not rounded: one too many is one too many. */
static void test_count_fail(void **state) {
    struct build *b = *state;
    assert_int_equal(counts(b, "个", FIGURES("15", "9", "7"))->outcome, OUTCOME_FAIL);
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
}

static void test_count_in_ten_thousands_is_rounded(void **state) {
    struct build *b = *state;
    assert_int_equal(counts(b, "万株", FIGURES("1.5", "0.9", "0.7"))->outcome, OUTCOME_ROUNDING);
}

static void test_count_open_list_is_unverifiable(void **state) {
    struct build *b = *state;
    assert_str(counts(b, "个", FIGURES("15", "9", "4"))->reason, "list_incomplete");
}

/* 党员 and 女性 overlap. */
static void test_persons_overlap(void **state) {
    struct build *b = *state;
    assert_int_equal(counts(b, "人", FIGURES("141", "100", "41"))->outcome, OUTCOME_PASS);
    assert_str(counts(b, "人", FIGURES("50", "30", "25"))->reason, "nested_list");
    /* marks that overlap do not make one of them more than all */
    assert_int_equal(counts(b, "人", FIGURES("50", "60", "25"))->outcome, OUTCOME_FAIL);
    assert_int_equal(counts(b, "名", FIGURES("1286", "742", "554"))->outcome, OUTCOME_FAIL);
}

/* Nobody is both: the excess is no overlap. */
static void test_persons_that_exclude_each_other(void **state) {
    struct build *b = *state;
    const struct statement *statement =
        build_figures(b, STATEMENT_BREAKDOWN, MENTION_COUNT, "名", FIGURES("105", "46", "95"));
    build_mention(b, statement->members[0])->label = str_of("成人康复");
    build_mention(b, statement->members[1])->label = str_of("儿童康复");
    assert_int_equal(run(b)->outcome, OUTCOME_FAIL);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static void test_other_counters_need_a_match(void **state) {
    struct build *b = *state;
    const char *const last[] = {"4", "5"};
    for (int i = 0; i < 2; i++) {
        uint32_t whole = build_figure(b, MENTION_COUNT, "43", "个");
        uint32_t parts[] = {build_figure(b, MENTION_COUNT, "39", "项"),
                            build_figure(b, MENTION_COUNT, last[i], "项")};
        build_statement(b, STATEMENT_BREAKDOWN, whole, parts, 2);
    }
    run(b);
    assert_int_equal(b->doc.verdict.checks.items[0].outcome, OUTCOME_PASS);
    assert_str(b->doc.verdict.checks.items[1].reason, "unit_mismatch");
}

/* Behind a semicolon the next list follows: only the first three come near. */
static void test_near_run_of_a_list_that_goes_too_far(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元",
                  FIGURES("612.45", "498.30", "86.12", "27.03", "355.72"));
    run(b);
    assert_str(build_finding(b)->computed, "611.45");
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static void test_two_near_runs_decide_nothing(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元",
                  FIGURES("100.00", "60.00", "39.00", "0.50", "80.00"));
    run(b);
    assert_str(build_finding(b)->computed, "179.50");
}

static void test_scores_of_sections(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_SCORE, "分", FIGURES("95.5", "10", "29", "56.5"));
    const struct check *check = run(b);
    assert_string_equal(check->rule->id, "score.total");
    assert_int_equal(check->outcome, OUTCOME_PASS);
}

/* Scores are exact: a hundredth is a difference. */
static void test_scores_of_sections_fail(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_SCORE, "分",
                  FIGURES("95.50", "10", "29", "56.51"));
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
    assert_string_equal(build_finding(b)->rule->id, "score.total");
}

static void test_scores_of_some_sections_are_unverifiable(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_SCORE, "分", FIGURES("95", "10", "29"));
    assert_str(run(b)->reason, "list_incomplete");
}

/* 92 of a department, 95 and 90 of its projects: no sections of it. */
static void test_scores_far_beyond_are_unverifiable(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_SCORE, "分", FIGURES("92", "95", "90"));
    assert_str(run(b)->reason, "doubtful_tie");
}

static void test_what_is_no_relation(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_RATE, "%", FIGURES("100", "60", "30"));
    build_figures(b, STATEMENT_RATE, MENTION_AMOUNT, "万元", FIGURES("100", "60", "30"));
    build_statement(b, STATEMENT_BREAKDOWN, STATEMENT_NO_MENTION, NULL, 0);
    assert_null(run(b));
}

static void test_label_falls_back_to_the_figures_own(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元", FIGURES("100.00", "160.00"))
        ->label = (struct str){0};
    build_mention(b, 0)->label = str_of("土地收益");
    run(b);
    assert_str(build_finding(b)->label, "土地收益");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_amount_pass),
        BUILD_TEST(test_amount_fail),
        BUILD_TEST(test_amount_near),
        BUILD_TEST(test_amount_rounding),
        BUILD_TEST(test_open_list_is_unverifiable),
        BUILD_TEST(test_seven_parts_within_half_a_percent),
        BUILD_TEST(test_excess_is_a_fail),
        BUILD_TEST(test_doubtful_is_a_warning),
        BUILD_TEST(test_far_excess_of_an_open_list_is_a_warning),
        BUILD_TEST(test_doubtful_and_far_is_unverifiable),
        BUILD_TEST(test_two_breakdowns_in_one_list),
        BUILD_TEST(test_parts_of_parts),
        BUILD_TEST(test_mixed_units),
        BUILD_TEST(test_part_without_unit),
        BUILD_TEST(test_other_unit_is_unverifiable),
        BUILD_TEST(test_approximate_part_is_unverifiable),
        BUILD_TEST(test_areas_are_amounts),
        BUILD_TEST(test_count_pass),
        BUILD_TEST(test_count_fail),
        BUILD_TEST(test_count_in_ten_thousands_is_rounded),
        BUILD_TEST(test_count_open_list_is_unverifiable),
        BUILD_TEST(test_persons_overlap),
        BUILD_TEST(test_persons_that_exclude_each_other),
        BUILD_TEST(test_other_counters_need_a_match),
        BUILD_TEST(test_near_run_of_a_list_that_goes_too_far),
        BUILD_TEST(test_two_near_runs_decide_nothing),
        BUILD_TEST(test_scores_of_sections),
        BUILD_TEST(test_scores_of_sections_fail),
        BUILD_TEST(test_scores_of_some_sections_are_unverifiable),
        BUILD_TEST(test_scores_far_beyond_are_unverifiable),
        BUILD_TEST(test_what_is_no_relation),
        BUILD_TEST(test_label_falls_back_to_the_figures_own),
    };
    return cmocka_run_group_tests_name("breakdown", tests, NULL, NULL);
}
