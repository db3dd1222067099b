#include "tests/validate/build.h"
#include "validate/measure.h"

static int power(const char *unit) {
    return measure_power(str_of(unit));
}

static void test_powers(void **state) {
    (void)state;
    assert_int_equal(power("元"), 0);
    assert_int_equal(power("千元"), 3);
    assert_int_equal(power("万元"), 4);
    assert_int_equal(power("百万元"), 6);
    assert_int_equal(power("亿元"), 8);
    assert_int_equal(power("万"), 4);
    assert_int_equal(power("万亩"), 4);
    assert_int_equal(power("公里"), 3);
    assert_int_equal(power("个"), 0);
    assert_int_equal(power(""), 0);
    assert_int_equal(power("不是单位"), 0);
}

static void test_rates(void **state) {
    (void)state;
    assert_int_equal(power("%"), -2);
    assert_int_equal(power("％"), -2);
    assert_int_equal(power("‰"), -3);
    assert_int_equal(power("‱"), -4);
}

static bool fits(const char *a, const char *b) {
    bool one = measure_fits(str_of(a), str_of(b));
    assert_int_equal(one, measure_fits(str_of(b), str_of(a)));
    return one;
}

static void test_fits(void **state) {
    (void)state;
    assert_true(fits("万元", "亿元"));
    assert_true(fits("万元", ""));
    assert_true(fits("万", "元"));
    assert_true(fits("㎡", "平方米"));
    assert_true(fits("公里", "米"));
    assert_true(fits("元/亩", "元/亩"));
    assert_true(fits("不是单位", "不是单位"));
    assert_false(fits("万元", "万亩"));
    assert_false(fits("个", "户"));
    assert_false(fits("元/亩", "元/人"));
    assert_false(fits("不是单位", "元"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_powers),
        cmocka_unit_test(test_rates),
        cmocka_unit_test(test_fits),
    };
    return cmocka_run_group_tests_name("measure", tests, NULL, NULL);
}
