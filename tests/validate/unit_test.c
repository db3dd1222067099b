#include "tests/validate/build.h"

static int power(const char *unit, const char *base) {
    struct str found;
    int result = unit_power(str_of(unit), &found);
    assert_str(found, base);
    return result;
}

static void test_money(void **state) {
    (void)state;
    assert_int_equal(power("元", "元"), 0);
    assert_int_equal(power("千元", "元"), 3);
    assert_int_equal(power("万元", "元"), 4);
    assert_int_equal(power("百万元", "元"), 6);
    assert_int_equal(power("亿元", "元"), 8);
    assert_int_equal(power("万亿元", "元"), 12);
    assert_int_equal(power("万", ""), 4);
    assert_int_equal(power("", ""), 0);
}

static void test_rates(void **state) {
    (void)state;
    assert_int_equal(power("%", ""), -2);
    assert_int_equal(power("％", ""), -2);
    assert_int_equal(power("百分比", ""), -2);
    assert_int_equal(power("个百分点", ""), -2);
    assert_int_equal(power("‰", ""), -3);
    assert_int_equal(power("千分之", ""), -3);
    assert_int_equal(power("万分之", ""), -4);
}

static void test_things(void **state) {
    (void)state;
    assert_int_equal(power("万亩", "亩"), 4);
    assert_int_equal(power("公里", "米"), 3);
    assert_int_equal(power("千米", "米"), 3);
    assert_int_equal(power("万㎡", "平方米"), 4);
    assert_int_equal(power("万平方米", "平方米"), 4);
    assert_int_equal(power("个", "个"), 0);
    assert_int_equal(power("元/亩", "元/亩"), 0);
}

static void test_fits(void **state) {
    (void)state;
    assert_true(unit_fits(str_of("万元"), str_of("亿元")));
    assert_true(unit_fits(str_of("万元"), str_of("")));
    assert_true(unit_fits(str_of("万"), str_of("元")));
    assert_false(unit_fits(str_of("万元"), str_of("万亩")));
    assert_false(unit_fits(str_of("个"), str_of("户")));
}

/* Nothing but prefixes must not count for ever. */
static void test_endless_prefixes(void **state) {
    char unit[4096];
    struct str base;
    (void)state;
    for (size_t i = 0; i + 3 <= sizeof unit; i += 3)
        memcpy(unit + i, "亿", 3);
    assert_true(unit_power((struct str){unit, sizeof unit - 1}, &base) < 64);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_money),
        BUILD_TEST(test_rates),
        BUILD_TEST(test_things),
        BUILD_TEST(test_fits),
        BUILD_TEST(test_endless_prefixes),
    };
    return cmocka_run_group_tests_name("unit", tests, NULL, NULL);
}
