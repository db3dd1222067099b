#include "validate/reach.h"

#include "tests/validate/rule.h"

static enum reach reach(const struct criterion *rule, const char *weight, const char *score) {
    struct decimal w = rule_number(weight), s = rule_number(score);
    return reach_score(rule, &w, &s);
}

/* Which of the scores, from 0 to the weight in steps of one, the rule can give: "0 3 5". */
static void expect_scores(const struct criterion *rule, int weight, const char *expected) {
    char text[256] = "", full[16], score[16];
    sprintf(full, "%d", weight);
    for (int i = 0; i <= weight; i++) {
        sprintf(score, "%s%d", i ? " " : "", i);
        if (reach(rule, full, score + (i > 0)) == REACH_YES)
            strcat(text, score);
    }
    assert_string_equal(text, expected);
}

/* ---- points and rounding */

static void test_points_of_an_amount(void **state) {
    (void)state;
    struct criterion rule = {0};
    struct decimal weight = rule_number("7"), points, expected = rule_number("6.3");
    assert_true(reach_points(rule_award(&rule, "90%", NULL), &weight, &points));
    assert_int_equal(decimal_cmp(&points, &expected), 0);
    assert_int_equal(points.scale, 1); /* 6.30 is told as 6.3 */
    assert_true(reach_points(rule_award(&rule, "90", NULL), &weight, &points));
    expected = rule_number("90");
    assert_int_equal(decimal_cmp(&points, &expected), 0);
}

static bool equals(const char *exact, const char *score) {
    struct decimal a = rule_number(exact), b = rule_number(score);
    return reach_equals(&a, &b);
}

static void test_a_score_may_be_rounded_or_cut_at_its_own_decimals(void **state) {
    (void)state;
    assert_true(equals("6.3", "6.30"));
    assert_true(equals("6.66", "6.7"));
    assert_true(equals("6.66", "6.6"));
    assert_true(equals("6.666", "6.67"));
    assert_false(equals("6.66", "6.5"));
    assert_false(equals("6.3", "6"));
    assert_false(equals("6.9", "7"));
}

/* ---- tiers */

static struct criterion tiers(void) {
    struct criterion rule = {.kind = CRITERION_TIERS};
    rule_award(&rule, "10", "≥95%");
    rule_award(&rule, "80%", "85%≤X<95%");
    rule_award(&rule, "5", "60%≤X<85%");
    return rule;
}

static void test_one_of_the_tiers_or_nothing(void **state) {
    (void)state;
    struct criterion rule = tiers();
    expect_scores(&rule, 10, "0 5 8 10");
}

/* The rule of another form: full marks are not this row's, so nothing follows from it. */
static void test_tiers_of_another_weight_decide_nothing(void **state) {
    (void)state;
    struct criterion rule = tiers();
    assert_int_equal(reach(&rule, "8", "7"), REACH_UNKNOWN);
    assert_int_equal(reach(&rule, "20", "10"), REACH_UNKNOWN);
    assert_int_equal(reach(&rule, "10.0", "7"), REACH_NO);
}

/* ---- points */

static struct criterion points(const char *const *amounts) {
    struct criterion rule = {.kind = CRITERION_POINTS};
    for (; *amounts; amounts++)
        rule_award(&rule, *amounts, NULL);
    return rule;
}

#define POINTS(...) points((const char *const[]){__VA_ARGS__, NULL})

static void test_sums_of_points(void **state) {
    (void)state;
    struct criterion rule = POINTS("2", "3", "5");
    expect_scores(&rule, 10, "0 2 3 5 7 8 10");
    rule = POINTS("4", "4");
    expect_scores(&rule, 8, "0 4 8");
    rule = POINTS("50%", "30%", "20%");
    expect_scores(&rule, 10, "0 2 3 5 7 8 10");
}

static void test_points_with_decimals(void **state) {
    (void)state;
    struct criterion rule = POINTS("0.5", "1.5");
    assert_int_equal(reach(&rule, "2", "1.5"), REACH_YES);
    assert_int_equal(reach(&rule, "2", "1"), REACH_NO);
    assert_int_equal(reach(&rule, "2", "0.75"), REACH_NO); /* no multiple of a half */
    assert_int_equal(reach(&rule, "2", "2.0"), REACH_YES);
    rule = POINTS("0.0001", "1.9999");
    assert_int_equal(reach(&rule, "2", "1"), REACH_UNKNOWN); /* finer than is counted */
}

/* Points that do not add to the weight are a finding of their own: the score is left alone. */
static void test_points_that_do_not_add_decide_nothing(void **state) {
    (void)state;
    struct criterion rule = POINTS("2", "3");
    assert_int_equal(reach(&rule, "6", "1"), REACH_UNKNOWN);
    assert_int_equal(reach(&rule, "3", "1"), REACH_NO); /* one award is all of the weight */
}

static void test_points_beyond_what_is_counted(void **state) {
    (void)state;
    struct criterion rule = POINTS("0.001", "99999.999");
    assert_int_equal(reach(&rule, "100000", "50000"), REACH_UNKNOWN);
    rule = POINTS("99999999", "1");
    assert_int_equal(reach(&rule, "100000000", "5"), REACH_UNKNOWN);
    rule = POINTS("0", "0");
    assert_int_equal(reach(&rule, "0", "0"), REACH_UNKNOWN);
}

/* ---- steps */

static void test_counted_steps(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_STEPS};
    rule_step(&rule, "3", "1", NULL)->counted = true;
    expect_scores(&rule, 10, "0 1 4 7 10");
    rule_step(&rule, "5", "1", NULL)->counted = true;
    expect_scores(&rule, 10, "0 1 2 4 5 7 10");
}

/* Steps of a figure may be taken in part: any score is one of them. */
static void test_steps_of_a_figure_decide_nothing(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_STEPS};
    rule_step(&rule, "3", "1", "<100%");
    assert_int_equal(reach(&rule, "10", "9"), REACH_UNKNOWN);
}

static void test_steps_below_an_award(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_STEPS};
    rule_award(&rule, "100%", NULL);
    rule_step(&rule, "2", "1", NULL)->counted = true;
    expect_scores(&rule, 6, "0 2 4 6");
    rule.clauses[0].amount = rule_number("50");
    assert_int_equal(reach(&rule, "6", "5"), REACH_UNKNOWN);
}

static void test_rules_that_give_anything(void **state) {
    (void)state;
    static const enum criterion_kind kinds[] = {CRITERION_NONE, CRITERION_UNPARSED,
                                                CRITERION_PROPORTIONAL};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct criterion rule = tiers();
        rule.kind = kinds[i];
        assert_int_equal(reach(&rule, "10", "7"), REACH_UNKNOWN);
    }
}

/* ---- the list of awards */

static void expect_list(const struct criterion *rule, const char *weight, const char *expected) {
    struct arena arena;
    struct decimal w = rule_number(weight);
    arena_init(&arena, 1 << 20);
    assert_true(str_is(reach_list(&arena, rule, &w), expected));
    arena_clear(&arena);
}

static void test_awards_in_a_list(void **state) {
    (void)state;
    struct criterion rule = tiers();
    expect_list(&rule, "10", "10、8、5");
    expect_list(&rule, "5", "10、4、5");
    rule.count = 1;
    expect_list(&rule, "10", "10");
    rule.count = 0;
    expect_list(&rule, "10", "");
    rule_step(&rule, "2", "1", NULL);
    expect_list(&rule, "10", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points_of_an_amount),
        cmocka_unit_test(test_a_score_may_be_rounded_or_cut_at_its_own_decimals),
        cmocka_unit_test(test_one_of_the_tiers_or_nothing),
        cmocka_unit_test(test_tiers_of_another_weight_decide_nothing),
        cmocka_unit_test(test_sums_of_points),
        cmocka_unit_test(test_points_with_decimals),
        cmocka_unit_test(test_points_that_do_not_add_decide_nothing),
        cmocka_unit_test(test_points_beyond_what_is_counted),
        cmocka_unit_test(test_counted_steps),
        cmocka_unit_test(test_steps_of_a_figure_decide_nothing),
        cmocka_unit_test(test_steps_below_an_award),
        cmocka_unit_test(test_rules_that_give_anything),
        cmocka_unit_test(test_awards_in_a_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
