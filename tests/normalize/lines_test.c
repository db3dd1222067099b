#include "normalize/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static uint32_t within(const char *weight, const char *score) {
    return lines_within(str_of(weight), str_of(score));
}

static void test_count(void **state) {
    (void)state;
    assert_int_equal(lines_count(str_of("")), 0);
    assert_int_equal(lines_count(str_of("10")), 1);
    assert_int_equal(lines_count(str_of("10\n7.5")), 2);
    assert_int_equal(lines_count(str_of(" 10 \r\n 7.5 \n")), 2);
    assert_int_equal(lines_count(str_of("10 分")), 0);
}

static void test_within(void **state) {
    (void)state;
    assert_int_equal(within("10\n5", "9\n5"), 2);
    assert_int_equal(within("10 5", "9 5"), 2);
    assert_int_equal(within("10\n5", "14"), 2);
    assert_int_equal(within("15", "9\n5"), 2);
    /* a blank within a figure parts no indicators */
    assert_int_equal(within("1 5", "14"), 1);
    assert_int_equal(within("10", "9"), 1);
    assert_int_equal(within("10\n5\n5", "9\n5"), 1);
}

static void expect_piece(const char *text, uint32_t count, uint32_t index, const char *piece) {
    assert_true(str_is(lines_piece(str_of(text), count, index), piece));
}

static void test_piece(void **state) {
    (void)state;
    expect_piece("培训 期数\n培训人次", 2, 0, "培训 期数");
    expect_piece("培训 期数\n培训人次", 2, 1, "培训人次");
    expect_piece("≥6期 ≥300人次", 2, 1, "≥300人次");
    expect_piece("100%", 2, 0, "");
    expect_piece("甲\n乙\n丙", 2, 0, "");
    expect_piece("", 2, 1, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_count),
        cmocka_unit_test(test_within),
        cmocka_unit_test(test_piece),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
