#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ingest/likeness.h"

static void test_weigh(void **state) {
    (void)state;
    struct likeness l = likeness_weigh(str_of("预算ab，鑫\xEF\xBF\xBD é"));
    assert_int_equal(l.common, 2);
    assert_int_equal(l.wide, 6);
    assert_int_equal(l.bad, 1);
    l = likeness_weigh(str_of("預算項目"));
    assert_int_equal(l.common, 4);
    l = likeness_weigh(str_of("\xD4\xC6 stray"));
    assert_int_equal(l.common, 0);
    l = likeness_weigh((struct str){0});
    assert_int_equal(l.wide, 0);
}

static void test_census(void **state) {
    (void)state;
    struct census c = likeness_census(str_of("ab预算"));
    assert_int_equal(c.bad, 0);
    assert_int_equal(c.good, 2);
    c = likeness_census(str_of("预\xFF\xFE算\x80"
                               "a"));
    assert_int_equal(c.bad, 2); /* two bytes side by side are one run */
    assert_int_equal(c.first_bad, 3);
    assert_int_equal(c.good, 2);
    /* overlong forms and surrogates are malformed */
    c = likeness_census(str_of("\xC0\xAF"
                               "a"
                               "\xED\xA0\x80"));
    assert_int_equal(c.bad, 2);
    assert_int_equal(c.good, 0);
}

static void test_utf16(void **state) {
    (void)state;
    struct str little = {"\x84\x98\x97\x7B"
                         "1\0\n\0",
                         8};
    struct str big = {"\x98\x84\x7B\x97\0"
                      "1\0\n",
                      8};
    assert_true(likeness_is_utf16(little, false));
    assert_false(likeness_is_utf16(little, true));
    assert_true(likeness_is_utf16(big, true));
    assert_false(likeness_is_utf16(big, false));
    assert_false(likeness_is_utf16((struct str){little.ptr, 7}, false));
    assert_false(likeness_is_utf16((struct str){0}, false));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weigh),
        cmocka_unit_test(test_census),
        cmocka_unit_test(test_utf16),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
