#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/numeral.h"

#define S(literal) ((struct str)STR(literal))

static struct arena arena;

static void expect(struct str text, const char *value, size_t length) {
    struct str plain;
    size_t len;
    arena_init(&arena, 1 << 20);
    assert_true(numeral_read(&arena, text, 0, &plain, &len));
    assert_string_equal(plain.ptr, value);
    assert_int_equal(len, length);
    arena_clear(&arena);
}

static void test_values(void **state) {
    (void)state;
    expect(S("七"), "7", 3);
    expect(S("二十三"), "23", 9);
    expect(S("一千零一"), "1001", 12);
    expect(S("一千零一十"), "1010", 15);
    expect(S("九千九百九十九万九千九百九十九"), "99999999", 45);
    expect(S("一亿零五"), "100000005", 12);
    expect(S("一点零五"), "1.05", 12);
}

static void test_the_unit_keeps_its_magnitude(void **state) {
    (void)state;
    expect(S("三千二百万"), "3200", 12);
    expect(S("五万亿"), "5", 3);
}

static void test_a_point_needs_digits(void **state) {
    (void)state;
    expect(S("三点钟"), "3", 3);
    expect(S("三点"), "3", 3);
}

static void test_none(void **state) {
    static const char *const texts[] = {
        "",       "个",         "百",   "万",     "千万",
        "十百",   "七八",       "二二", "三百五", "一百二百", /* no single value */
        "一万万", "三万亿万五",
    };
    (void)state;
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct str plain;
        size_t len;
        if (numeral_read(&arena, str_of(texts[i]), 0, &plain, &len))
            fail_msg("%s is read as %.*s", texts[i], STR_ARGS(plain));
    }
    arena_clear(&arena);
}

static void test_span_and_digits(void **state) {
    (void)state;
    assert_int_equal(numeral_span(S("二十三个"), 0), 9);
    assert_int_equal(numeral_span(S("个"), 0), 0);
    assert_int_equal(numeral_digit(0x3007), 0);
    assert_int_equal(numeral_digit(0x58F9), 1);
    assert_int_equal(numeral_digit('5'), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_the_unit_keeps_its_magnitude),
        cmocka_unit_test(test_a_point_needs_digits),
        cmocka_unit_test(test_none),
        cmocka_unit_test(test_span_and_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
