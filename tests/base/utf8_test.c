#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/utf8.h"

#define S(literal) ((struct str)STR(literal))

static uint32_t decode(struct str s, size_t *size) {
    return utf8_decode(s, 0, size);
}

static void test_decode(void **state) {
    (void)state;
    size_t size;
    assert_int_equal(decode(S("a"), &size), 'a');
    assert_int_equal(size, 1);
    assert_int_equal(decode(S("²"), &size), 0xB2);
    assert_int_equal(size, 2);
    assert_int_equal(decode(S("元"), &size), 0x5143);
    assert_int_equal(size, 3);
    assert_int_equal(decode(S("\xF0\x9D\x9F\x97"), &size), 0x1D7D7);
    assert_int_equal(size, 4);
}

/* RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF, no lone tails */
static void test_malformed(void **state) {
    static const char *const bad[] = {"\x80",         "\xC0\x80",     "\xC1\xBF",
                                      "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                      "\xF8\x88",     "\xE5\x85",     "\xFF"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        size_t size;
        assert_int_equal(decode(str_of(bad[i]), &size), 0xFFFD);
        assert_int_equal(size, 1);
        assert_int_equal(utf8_check(str_of(bad[i])), 0);
    }
}

static void test_check(void **state) {
    (void)state;
    assert_int_equal(utf8_check(S("年度a")), 7);
    assert_int_equal(utf8_check(S("年\xE5\x85")), 3);
    assert_int_equal(utf8_check(S("\xEF\xBF\xBD")), 3); /* U+FFFD itself is well-formed */
    assert_int_equal(utf8_check(S("")), 0);
}

static void test_encode_is_the_inverse(void **state) {
    static const uint32_t points[] = {0x24,   0x7F,   0x80,    0x7FF,   0x800,
                                      0x5143, 0xFFFF, 0x10000, 0x10FFFF};
    (void)state;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        char bytes[4];
        size_t len = utf8_encode(points[i], bytes), size;
        assert_int_equal(decode((struct str){bytes, len}, &size), points[i]);
        assert_int_equal(size, len);
    }
}

static void test_before(void **state) {
    (void)state;
    struct str s = S("a元b");
    assert_int_equal(utf8_before(s, 5), 4);
    assert_int_equal(utf8_before(s, 4), 1);
    assert_int_equal(utf8_before(s, 1), 0);
}

static void test_classes(void **state) {
    (void)state;
    assert_true(utf8_is_space(0x3000) && utf8_is_space(0xA0) && utf8_is_space(0xFEFF));
    assert_false(utf8_is_space('a') || utf8_is_space(0x5143) || utf8_is_space(0x200E));
    assert_true(utf8_is_han(0x5143) && utf8_is_han(0x20000));
    assert_false(utf8_is_han('1') || utf8_is_han(0x3001) || utf8_is_han(0xFF11));
}

static void test_width(void **state) {
    (void)state;
    assert_int_equal(utf8_width(S("ab")), 2);
    assert_int_equal(utf8_width(S("总分")), 4);
    assert_int_equal(utf8_width(S("（1）")), 5);
    assert_int_equal(utf8_width(S("e\xCC\x81\x1B")), 1); /* combining mark, escape */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode), cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_check),  cmocka_unit_test(test_encode_is_the_inverse),
        cmocka_unit_test(test_before), cmocka_unit_test(test_classes),
        cmocka_unit_test(test_width),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
