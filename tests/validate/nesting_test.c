#include "tests/validate/build.h"

#include "validate/nesting.h"

/* The operands left after the search, written out. */
static void expect_left(struct build *b, const char *whole, const char *const *figures,
                        bool dropped, const char *left) {
    struct relation relation = build_relation(b, RELATION_SUM, whole, figures);
    struct str text = {0};
    assert_true(nesting_is_sought(&relation));
    assert_int_equal(nesting_drop(&relation), dropped);
    for (uint32_t i = 0; i < relation.count; i++)
        text = str_printf(&b->doc.arena, "%.*s%s%.*s", STR_ARGS(text), i ? " " : "",
                          STR_ARGS(relation.operands[i].text));
    assert_str(text, left);
}

static void test_flat_lists_stay(void **state) {
    expect_left(*state, "100", FIGURES("30", "50", "20"), false, "30 50 20");
}

static void test_parts_of_a_part_go(void **state) {
    expect_left(*state, "100", FIGURES("40", "60", "35", "25"), true, "40 60");
    expect_left(*state, "100", FIGURES("60", "35", "25", "40"), true, "60 40");
}

/* 40 and 40 are two parts alike, not a part and its only part */
static void test_a_figure_that_repeats_stays(void **state) {
    expect_left(*state, "100", FIGURES("40", "40", "20"), false, "40 40 20");
}

/* 900 = 500 + 300 + 100 holds too: the excess of 500 tells which stretch is nested */
static void test_the_excess_decides(void **state) {
    expect_left(*state, "1500", FIGURES("900", "500", "300", "100", "100", "100"), true,
                "900 500 100");
}

static void test_two_nested_stretches(void **state) {
    expect_left(*state, "100", FIGURES("60", "35", "25", "40", "30", "10"), true, "60 40");
}

/* too little is no sign of nesting: nothing is explained by an excess */
static void test_a_shortfall(void **state) {
    expect_left(*state, "200", FIGURES("40", "60"), false, "40 60");
}

static void test_exactly_or_not_at_all(void **state) {
    expect_left(*state, "100", FIGURES("40", "60", "35", "24.99"), false, "40 60 35 24.99");
}

static void test_length_of_a_stretch(void **state) {
    struct relation relation =
        build_relation(*state, RELATION_SUM, "100", FIGURES("40", "60", "35", "25"));
    struct decimal sixty = decimal_of(60), seven = decimal_of(7);
    assert_int_equal(nesting_length(&relation, 2, &sixty), 2);
    assert_int_equal(nesting_length(&relation, 1, &sixty), 1);
    assert_int_equal(nesting_length(&relation, 0, &seven), 0);
    assert_int_equal(nesting_length(&relation, 4, &sixty), 0);
}

static void test_units_and_long_lists_are_left_alone(void **state) {
    struct build *b = *state;
    struct relation mixed =
        build_relation(b, RELATION_SUM, "1.2亿元", FIGURES("8000万元", "4000万元"));
    assert_false(nesting_is_sought(&mixed));
    const char *many[41] = {0};
    for (size_t i = 0; i < 40; i++)
        many[i] = "1";
    struct relation longer = build_relation(b, RELATION_SUM, "40", many);
    assert_false(nesting_is_sought(&longer));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_flat_lists_stay),
        BUILD_TEST(test_parts_of_a_part_go),
        BUILD_TEST(test_a_figure_that_repeats_stays),
        BUILD_TEST(test_the_excess_decides),
        BUILD_TEST(test_two_nested_stretches),
        BUILD_TEST(test_a_shortfall),
        BUILD_TEST(test_exactly_or_not_at_all),
        BUILD_TEST(test_length_of_a_stretch),
        BUILD_TEST(test_units_and_long_lists_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
