#include "tests/validate/build.h"

#include "validate/claims.h"

static void run(struct build *b) {
    assert_true(claims_run(&b->doc, &b->config, &b->err));
}

static void test_pass(void **state) {
    struct build *b = *state;
    build_claim(b, "95", "评价总得分", false, -1);
    build_claim(b, "95.00", "总分", false, 0);
    run(b);
    assert_string_equal(build_check(b)->rule->id, "score.claims");
    assert_int_equal(build_check(b)->outcome, OUTCOME_PASS);
    assert_str(build_check(b)->operands[0], "q1");
}

static void test_fail(void **state) {
    struct build *b = *state;
    build_claim(b, "95", "评价总得分", false, -1);
    build_claim(b, "96", "总分", false, 0);
    run(b);
    const struct finding *finding = build_finding(b);
    assert_int_equal(finding->severity, SEVERITY_ERROR);
    assert_str(finding->label, "评价总得分");
    assert_str(finding->claimed, "95");
    assert_str(finding->computed, "96");
    assert_str(finding->evidence[1].text, "96分");
    assert_int_equal(finding->at.line, 1);
}

/* Scores are exact: what would be rounding elsewhere is none here. */
static void test_no_rounding(void **state) {
    struct build *b = *state;
    build_claim(b, "96.85", "得分", false, -1);
    build_claim(b, "96.9", "得分", false, -1);
    run(b);
    assert_int_equal(build_check(b)->outcome, OUTCOME_FAIL);
}

static void test_a_differing_value_is_told_once(void **state) {
    struct build *b = *state;
    build_claim(b, "95", "得分", false, -1);
    build_claim(b, "96", "得分", false, -1);
    build_claim(b, "96.0", "得分", false, -1);
    build_claim(b, "94", "得分", false, -1);
    build_claim(b, "95", "得分", false, -1);
    run(b);
    assert_int_equal(b->doc.verdict.findings.count, 2);
    assert_int_equal(b->doc.verdict.checks.count, 3);
}

static void test_parts_are_apart(void **state) {
    struct build *b = *state;
    struct part second = {.kind = PART_PROJECT};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.parts, second));
    build_claim(b, "95", "得分", false, -1);
    build_claim(b, "97", "得分", false, -1)->part = 1;
    build_claim(b, "97", "总分", false, 3)->part = 1;
    run(b);
    assert_int_equal(b->doc.verdict.findings.count, 0);
    assert_int_equal(b->doc.verdict.checks.count, 1);
    assert_int_equal(build_check(b)->part, 1);
}

/* A report with a table for each of its projects. */
static void test_tables_that_disagree_are_unverifiable(void **state) {
    struct build *b = *state;
    build_claim(b, "95", "综合得分", false, -1);
    build_claim(b, "98", "总分", false, 0);
    build_claim(b, "92", "总 分", false, 1);
    run(b);
    assert_int_equal(b->doc.verdict.findings.count, 0);
    assert_str(build_check(b)->reason, "several_tables");
}

static void test_form_and_table_of_one_report(void **state) {
    struct build *b = *state;
    build_claim(b, "95", "绩效自评综合得分", false, 0);
    build_claim(b, "96", "总分", false, 1);
    run(b);
    assert_int_equal(b->doc.verdict.findings.count, 1);
}

static void test_unreadable_claim(void **state) {
    struct build *b = *state;
    build_claim(b, "95", "得分", false, -1);
    build_claim(b, "96", "得分", false, -1);
    build_mention(b, 1)->approximate = true;
    run(b);
    assert_str(build_check(b)->reason, "approximate_figure");
}

static void test_claim_without_mention(void **state) {
    struct build *b = *state;
    struct claim *claim = build_claim(b, "95", "得分", false, -1);
    claim->passage = build_passage(b, "得95");
    claim->start = 3;
    claim->end = 5;
    build_claim(b, "96", "得分", false, -1);
    run(b);
    assert_str(build_finding(b)->evidence[0].text, "95");
    assert_int_equal(build_finding(b)->at.line, 2);
    assert_str(build_check(b)->operands[0], "q1");
}

static void test_grades_are_not_scores(void **state) {
    struct build *b = *state;
    build_claim(b, "95", "得分", false, -1);
    build_claim(b, "优", "等级", true, -1);
    run(b);
    assert_int_equal(b->doc.verdict.checks.count, 0);
}

static void test_group(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_GROUP, MENTION_SCORE, "分", FIGURES("90", "94.06"));
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
    assert_str(build_finding(b)->claimed, "90");
    assert_str(build_finding(b)->computed, "94.06");
    build_figures(b, STATEMENT_GROUP, MENTION_SCORE, "分", FIGURES("100", "100"));
    run(b);
    assert_int_equal(build_check(b)->outcome, OUTCOME_PASS);
    build_figures(b, STATEMENT_GROUP, MENTION_SCORE, "分", FIGURES("90", "94.06"));
    build_mention(b, 4)->comparator = COMPARE_GE; /* 90分以上 */
    run(b);
    assert_str(build_check(b)->reason, "approximate_figure");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_pass),
        BUILD_TEST(test_fail),
        BUILD_TEST(test_no_rounding),
        BUILD_TEST(test_a_differing_value_is_told_once),
        BUILD_TEST(test_parts_are_apart),
        BUILD_TEST(test_tables_that_disagree_are_unverifiable),
        BUILD_TEST(test_form_and_table_of_one_report),
        BUILD_TEST(test_unreadable_claim),
        BUILD_TEST(test_claim_without_mention),
        BUILD_TEST(test_grades_are_not_scores),
        BUILD_TEST(test_group),
    };
    return cmocka_run_group_tests_name("claims", tests, NULL, NULL);
}
