#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "extract/bound.h"

#define S(literal) ((struct str)STR(literal))

static void expect_before(struct str text, struct str kept, enum comparator comparator,
                          bool approximate) {
    struct bound bound = {0};
    assert_int_equal(bound_before(text, 0, text.len, &bound), kept.len);
    assert_int_equal(bound.comparator, comparator);
    assert_int_equal(bound.approximate, approximate);
}

static void test_before(void **state) {
    (void)state;
    expect_before(S("满意度≥"), S("满意度"), COMPARE_GE, false);
    expect_before(S("满意度 ≥ "), S("满意度 "), COMPARE_GE, false);
    expect_before(S("不低于"), S(""), COMPARE_GE, false);
    expect_before(S("面积大约"), S("面积"), COMPARE_NONE, true);
    expect_before(S("不少于约"), S(""), COMPARE_GE, true);
    expect_before(S("面积"), S("面积"), COMPARE_NONE, false);
    expect_before(S(""), S(""), COMPARE_NONE, false);
}

static void test_words_inside_other_words(void **state) {
    static const char *const texts[] = {"节约", "签约", "合约", "最近", "附近"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect_before(str_of(texts[i]), str_of(texts[i]), COMPARE_NONE, false);
}

static void test_before_stops_at_the_figure_before(void **state) {
    (void)state;
    struct bound bound = {0};
    struct str text = S("5超过");
    assert_int_equal(bound_before(text, text.len - 3, text.len, &bound), text.len);
    assert_int_equal(bound.comparator, COMPARE_NONE);
}

static void expect_after(struct str text, size_t end, enum comparator comparator,
                         bool approximate) {
    struct bound bound = {0};
    assert_int_equal(bound_after(text, 0, &bound), end);
    assert_int_equal(bound.comparator, comparator);
    assert_int_equal(bound.approximate, approximate);
}

static void test_after(void **state) {
    (void)state;
    expect_after(S("以上"), 6, COMPARE_GE, false);
    expect_after(S("（含）以上"), strlen("（含）以上"), COMPARE_GE, false);
    expect_after(S("以下（含）"), strlen("以下（含）"), COMPARE_LE, false);
    expect_after(S("左右，"), 6, COMPARE_NONE, true);
    expect_after(S("≤得分"), 3, COMPARE_GE, false);
    expect_after(S("≥90%"), 0, COMPARE_NONE, false); /* the next figure's own sign */
    expect_after(S("余额"), 0, COMPARE_NONE, false);
    expect_after(S("多个"), 0, COMPARE_NONE, false);
    expect_after(S(""), 0, COMPARE_NONE, false);
}

static void test_the_first_comparison_stays(void **state) {
    (void)state;
    struct bound bound = {.comparator = COMPARE_GT};
    assert_int_equal(bound_after(S("以下"), 0, &bound), 6);
    assert_int_equal(bound.comparator, COMPARE_GT);
}

static void test_inside(void **state) {
    (void)state;
    assert_int_equal(bound_inside(S("5多亩"), 1), 3);
    assert_int_equal(bound_inside(S("5亩"), 1), 0);
    assert_int_equal(bound_inside(S("5"), 1), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_before),
        cmocka_unit_test(test_words_inside_other_words),
        cmocka_unit_test(test_before_stops_at_the_figure_before),
        cmocka_unit_test(test_after),
        cmocka_unit_test(test_the_first_comparison_stays),
        cmocka_unit_test(test_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
