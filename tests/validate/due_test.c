#include "validate/due.h"

#include "tests/validate/rule.h"

/* "8 fits", "8 misses", or "silent" where the rule does not say. */
static void expect(const struct criterion *rule, const char *weight, const char *rate,
                   const char *score, const char *expected) {
    struct decimal w = rule_number(weight), r = rule_number(rate), s = rule_number(score), due;
    struct arena arena;
    bool fits;
    char text[128] = "silent";
    arena_init(&arena, 1 << 20);
    if (due_score(rule, &w, &r, &s, &due, &fits))
        sprintf(text, "%.40s %s", decimal_text(&arena, &due).ptr, fits ? "fits" : "misses");
    arena_clear(&arena);
    assert_string_equal(text, expected);
}

/* ---- tiers */

static void test_tiers(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_TIERS};
    rule_award(&rule, "100%", "≥95%");
    rule_award(&rule, "80%", "80%≤X<95%");
    rule_award(&rule, "0", NULL);
    expect(&rule, "5", "95", "5", "5 fits");
    expect(&rule, "5", "94.99", "5", "4 misses");
    expect(&rule, "5", "80", "4.0", "4 fits");
    expect(&rule, "5", "200", "5", "5 fits");
    expect(&rule, "5", "79", "0", "silent"); /* 否则: whatever that is */
}

/* The first tier that holds is shown; a score of any of them is right. */
static void test_tiers_that_share_an_edge(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_TIERS};
    rule_award(&rule, "10", "90%-100%");
    rule_award(&rule, "6", "80%-90%");
    expect(&rule, "10", "90", "10", "10 fits");
    expect(&rule, "10", "90", "6", "10 fits");
    expect(&rule, "10", "90", "8", "10 misses");
}

static void test_a_share_is_shown_with_two_decimals(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_TIERS};
    rule_award(&rule, "66.66%", "≥0%");
    expect(&rule, "7", "1", "4.67", "4.67 fits"); /* 4.6662 */
    expect(&rule, "7", "1", "4.66", "4.67 fits"); /* cut */
    expect(&rule, "7", "1", "4.6", "4.67 fits");
    expect(&rule, "7", "1", "4.65", "4.67 misses");
    expect(&rule, "7", "1", "5", "4.67 misses");
}

/* One tier that is not of the rate makes the others uncertain. */
static void test_tiers_with_other_conditions(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_TIERS};
    rule_award(&rule, "5", "≥95%");
    rule_award(&rule, "3", "60以上"); /* no per cent */
    expect(&rule, "5", "99", "5", "silent");
    rule.clauses[1].range.percent = true;
    expect(&rule, "5", "99", "5", "5 fits");
    rule.clauses[1].pure = false; /* and something else */
    expect(&rule, "5", "99", "5", "silent");
}

/* ---- steps */

static struct criterion steps(void) {
    struct criterion rule = {.kind = CRITERION_STEPS};
    rule_award(&rule, "100%", "≥100%");
    rule_step(&rule, "0.5", "1", "<100%");
    return rule;
}

static void test_steps(void **state) {
    (void)state;
    struct criterion rule = steps();
    expect(&rule, "10", "100", "10", "10 fits");
    expect(&rule, "10", "120", "10", "10 fits");
    expect(&rule, "10", "98", "9", "9 fits");
    expect(&rule, "10", "98", "9.5", "9 misses");
    expect(&rule, "10", "60", "0", "0 fits"); /* nothing below zero */
    expect(&rule, "10", "0", "0", "0 fits");
    expect(&rule, "10", "60", "1", "0 misses");
}

/* A step begun counts whole, in part, or not at all. */
static void test_a_step_begun(void **state) {
    (void)state;
    struct criterion rule = steps();
    static const char *const scores[] = {"9.5", "9.3", "9.25", "9"};
    for (size_t i = 0; i < sizeof scores / sizeof scores[0]; i++)
        expect(&rule, "10", "98.5", scores[i], "9.25 fits");
    expect(&rule, "10", "98.5", "9.51", "9.25 misses");
    expect(&rule, "10", "98.5", "8.99", "9.25 misses");
}

static void test_steps_upwards(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_STEPS};
    rule_award(&rule, "100%", "≤0%");
    struct clause *step = rule_step(&rule, "10%", "5", ">0%");
    step->downward = false;
    step->upward = true;
    expect(&rule, "4", "-3", "4", "4 fits");
    expect(&rule, "4", "10", "3.2", "3.2 fits");
    step->downward = true; /* 每偏离: both ways */
    expect(&rule, "4", "10", "3.2", "silent");
}

static void test_steps_that_do_not_say(void **state) {
    (void)state;
    struct criterion rule = steps();
    rule.clauses[1].counted = true; /* of things, not of the rate */
    expect(&rule, "10", "98", "9", "silent");
    rule = steps();
    rule_step(&rule, "1", "1", "<80%"); /* two steps */
    expect(&rule, "10", "98", "9", "silent");
    rule = steps();
    rule.clauses[0].has_range = rule.clauses[1].has_range = false; /* from where on? */
    expect(&rule, "10", "98", "9", "silent");
    rule = steps();
    rule_range(&rule.clauses[1], "80%≤X<100%"); /* two edges */
    expect(&rule, "10", "98", "9", "silent");
}

static void test_rates_that_another_clause_rules_out(void **state) {
    (void)state;
    struct criterion rule = steps();
    rule_award(&rule, "0", "<60%");
    expect(&rule, "10", "98", "9", "9 fits");
    expect(&rule, "10", "59", "0", "silent");
    rule.clauses[2].pure = false;
    expect(&rule, "10", "98", "9", "silent");
}

/* ---- proportions */

static void test_the_rate_times_the_weight(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_PROPORTIONAL};
    expect(&rule, "10", "97.35", "9.74", "9.74 fits"); /* 9.735 */
    expect(&rule, "10", "97.35", "9.73", "9.74 fits");
    expect(&rule, "10", "97.35", "9.7", "9.74 fits");
    expect(&rule, "10", "97.35", "10", "9.74 fits");
    expect(&rule, "10", "97.35", "9", "9.74 fits");
    expect(&rule, "10", "97.35", "9.8", "9.74 misses");
    expect(&rule, "10", "97.35", "8", "9.74 misses");
}

static void test_rates_beyond_their_bounds(void **state) {
    (void)state;
    struct criterion rule = {.kind = CRITERION_PROPORTIONAL};
    expect(&rule, "10", "130", "10", "10 fits");
    expect(&rule, "10", "130", "13", "10 misses");
    expect(&rule, "10", "0", "0", "0 fits");
    expect(&rule, "10", "-5", "0", "silent");
}

static void test_other_rules_are_silent(void **state) {
    (void)state;
    static const enum criterion_kind kinds[] = {CRITERION_NONE, CRITERION_UNPARSED,
                                                CRITERION_POINTS};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        struct criterion rule = {.kind = kinds[i]};
        rule_award(&rule, "5", "≥0%");
        expect(&rule, "5", "100", "5", "silent");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tiers),
        cmocka_unit_test(test_tiers_that_share_an_edge),
        cmocka_unit_test(test_a_share_is_shown_with_two_decimals),
        cmocka_unit_test(test_tiers_with_other_conditions),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_a_step_begun),
        cmocka_unit_test(test_steps_upwards),
        cmocka_unit_test(test_steps_that_do_not_say),
        cmocka_unit_test(test_rates_that_another_clause_rules_out),
        cmocka_unit_test(test_the_rate_times_the_weight),
        cmocka_unit_test(test_rates_beyond_their_bounds),
        cmocka_unit_test(test_other_rules_are_silent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
