#include "tests/validate/build.h"

#include "validate/ratio.h"

/* Adds a rate with its unit, and money for the members; the kind and decrease of the statement. */
static struct statement *rate(struct build *b, enum statement_kind kind, const char *claim,
                              const char *unit, const char *const *members) {
    uint32_t indices[8], count = 0;
    uint32_t figure = build_figure(b, MENTION_RATE, claim, unit);
    for (; members[count]; count++)
        indices[count] = build_figure(b, MENTION_AMOUNT, members[count], "万元");
    return build_statement(b, kind, figure, indices, count);
}

static const struct check *run(struct build *b) {
    assert_true(ratio_run(&b->doc, &b->config, &b->err));
    return b->doc.verdict.checks.count ? build_check(b) : NULL;
}

static void test_pass(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "98.49", "%", FIGURES("354427.04", "359849.46"));
    const struct check *check = run(b);
    assert_string_equal(check->rule->id, "rate.ratio");
    assert_int_equal(check->outcome, OUTCOME_PASS);
    assert_str(check->formula, "354427.04 ÷ 359849.46 × 100 % = 98.49 %");
}

/* The last of several shares takes what is missing to 100. */
static void test_share_forced_to_a_hundred(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "33.34", "%", FIGURES("10000.00", "30000.00"))->share = true;
    assert_str(run(b)->reason, "doubtful_tie");
}

static void test_share_fail(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "33.36", "%", FIGURES("10000.00", "30000.00"))->share = true;
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
}

static void test_fail(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "100", "%", FIGURES("21680.25", "11605.29"));
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
    assert_str(build_finding(b)->computed, "187");
    assert_str(build_finding(b)->difference, "-87");
}

static void test_rounding(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "66.66", "%", FIGURES("200", "300"));
    assert_int_equal(run(b)->outcome, OUTCOME_ROUNDING);
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

static void test_last_place_is_a_warning(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "84.27", "%", FIGURES("63046.04", "74820.00"));
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static void test_unverifiable(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "98.49", "%", FIGURES("354427.04", "0"));
    assert_str(run(b)->reason, "zero_denominator");
    rate(b, STATEMENT_RATE, "95", "%", FIGURES("50", "100"));
    build_mention(b, 3)->comparator = COMPARE_GE;
    assert_str(run(b)->reason, "approximate_figure");
}

static void test_second_denominator_holds(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "98.50", "%", FIGURES("357827.61", "286223.43", "363264.28"));
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
    assert_str(build_check(b)->operands[1], "q3");
    assert_int_equal(b->doc.verdict.checks.count, 1);
}

static void test_no_denominator_holds(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "90.00", "%", FIGURES("357827.61", "363264.28", "286223.43"));
    run(b);
    assert_str(build_check(b)->operands[1], "q2");
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
}

/* Neither is likely to be the denominator of this rate. */
/* Planned and arrived alike: which of them is meant does not matter. */
static void test_denominators_that_agree(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "96.03", "%", FIGURES("396.75", "412.00", "412.0"))->doubtful = true;
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
    rate(b, STATEMENT_RATE, "96.03", "%", FIGURES("396.75", "412.00", "410"))->doubtful = true;
    run(b);
    assert_int_equal(build_finding(b)->severity, SEVERITY_WARNING);
}

static void test_doubtful_denominators_far_off(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "97.43", "%", FIGURES("14474.12", "3174.01", "11300.11"))->doubtful =
        true;
    assert_str(run(b)->reason, "doubtful_tie");
}

static void test_permille(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "4.60", "‰", FIGURES("46", "10000"));
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
}

static void test_rate_without_unit(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "0.985", "", FIGURES("98.5", "100"));
    assert_str(run(b)->reason, "unit_unknown");
    rate(b, STATEMENT_RATE, "98.5", "", FIGURES("98.5", "100"));
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
}

static void test_increase(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_CHANGE, "31.39", "%", FIGURES("792.15", "189.25"));
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
    assert_str(build_check(b)->formula, "189.25 ÷ (792.15 - 189.25) × 100 % = 31.39 %");
}

static void test_decrease(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_CHANGE, "9.76", "%", FIGURES("6569.22", "710.50"))->decrease = true;
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
    assert_str(build_check(b)->formula, "710.50 ÷ (6569.22 + 710.50) × 100 % = 9.76 %");
    rate(b, STATEMENT_CHANGE, "-9.76", "%", FIGURES("6569.22", "-710.50"))->decrease = true;
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
    rate(b, STATEMENT_CHANGE, "10.82", "%", FIGURES("6569.22", "710.50"))->decrease = true;
    assert_int_equal(run(b)->outcome, OUTCOME_FAIL);
}

static void test_signs_that_disagree(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_CHANGE, "5", "%", FIGURES("95", "-5"));
    assert_str(run(b)->reason, "doubtful_tie");
    rate(b, STATEMENT_CHANGE, "-5", "%", FIGURES("95", "-5"));
    assert_int_equal(run(b)->outcome, OUTCOME_PASS);
}

static void test_what_is_no_relation(void **state) {
    struct build *b = *state;
    rate(b, STATEMENT_RATE, "2.3", "个百分点", FIGURES("50", "100"));
    rate(b, STATEMENT_RATE, "2.3", "%", FIGURES("50"));
    rate(b, STATEMENT_BALANCE, "50", "%", FIGURES("50", "100"));
    assert_null(run(b));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_pass),
        BUILD_TEST(test_fail),
        BUILD_TEST(test_share_forced_to_a_hundred),
        BUILD_TEST(test_share_fail),
        BUILD_TEST(test_rounding),
        BUILD_TEST(test_last_place_is_a_warning),
        BUILD_TEST(test_unverifiable),
        BUILD_TEST(test_second_denominator_holds),
        BUILD_TEST(test_no_denominator_holds),
        BUILD_TEST(test_denominators_that_agree),
        BUILD_TEST(test_doubtful_denominators_far_off),
        BUILD_TEST(test_permille),
        BUILD_TEST(test_rate_without_unit),
        BUILD_TEST(test_increase),
        BUILD_TEST(test_decrease),
        BUILD_TEST(test_signs_that_disagree),
        BUILD_TEST(test_what_is_no_relation),
    };
    return cmocka_run_group_tests_name("ratio", tests, NULL, NULL);
}
