#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/glyph.h"

#define S(literal) ((struct str)STR(literal))

static void test_digits(void **state) {
    (void)state;
    assert_int_equal(glyph_digit('7'), 7);
    assert_int_equal(glyph_digit(0xFF17), 7);
    assert_int_equal(glyph_digit(0x0667), -1);
    assert_true(glyph_is_foreign_digit(0x0667) && glyph_is_foreign_digit(0x1D7D7));
    assert_false(glyph_is_foreign_digit('7') || glyph_is_foreign_digit(0x4E03));
}

static void test_unseen_characters(void **state) {
    (void)state;
    assert_true(glyph_is_invisible(0x200B) && glyph_is_invisible(0xFEFF) &&
                glyph_is_invisible(0xAD));
    assert_false(glyph_is_invisible(' ') || glyph_is_invisible(0x202E));
    assert_true(glyph_is_turning(0x202E) && glyph_is_turning(0x2067));
    assert_false(glyph_is_turning(0x200F));
}

static void test_skipping(void **state) {
    (void)state;
    struct str s = S(" 　\xC2\xA0"
                     "5\xE2\x80\x8B \n");
    size_t digit = strlen(" 　\xC2\xA0");
    assert_int_equal(glyph_skip(s, 0), digit);
    assert_int_equal(glyph_skip(s, digit + 1), s.len - 1); /* a line feed is no blank */
    assert_int_equal(glyph_skip_back(s, s.len - 1), digit + 1);
    assert_int_equal(glyph_skip_back(s, digit), 0);
}

static void test_neighbours(void **state) {
    (void)state;
    struct str s = S("5元");
    assert_int_equal(glyph_at(s, 0), '5');
    assert_int_equal(glyph_at(s, 1), 0x5143);
    assert_int_equal(glyph_at(s, 4), 0);
    assert_int_equal(glyph_before(s, 4), 0x5143);
    assert_int_equal(glyph_before(s, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_digits),
        cmocka_unit_test(test_unseen_characters),
        cmocka_unit_test(test_skipping),
        cmocka_unit_test(test_neighbours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
