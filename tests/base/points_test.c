#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/points.h"
#include "base/utf8.h"

#define S(literal) ((struct str)STR(literal))

/* A set of the characters of `all`; the caller frees it. */
static struct points *make(const char *all) {
    struct points *points = calloc(1, sizeof *points);
    assert_non_null(points);
    points_add(points, str_of(all));
    return points;
}

static void test_next_of_a_set(void **state) {
    (void)state;
    struct points *points = make("0９元é");
    struct str text = S("共计12９0元");
    assert_int_equal(points_next(points, text, 0), 8); /* ９ behind two of 3 and two of 1 */
    assert_int_equal(points_next(points, text, 11), 11);
    assert_int_equal(points_next(points, text, 12), 12);
    assert_int_equal(points_next(points, text, 15), text.len);
    assert_int_equal(points_next(points, S("cafés"), 0), 3);
    free(points);
}

static void test_nothing_found_is_the_end(void **state) {
    (void)state;
    struct points *points = make("");
    assert_int_equal(points_next(points, S("共计12元"), 0), strlen("共计12元"));
    assert_int_equal(points_next(points, (struct str){0}, 0), 0);
    assert_int_equal(points_next_or_line(points, (struct str){0}, 0), 0);
    free(points);
}

/* A set is a table of the basic plane: what lies beyond is found by any set, and adding it must
 * not write behind the table. */
static void test_beyond_the_basic_plane(void **state) {
    (void)state;
    struct {
        struct points points;
        unsigned char guard[0x110000 / 8];
    } *beside = calloc(1, sizeof *beside);
    assert_non_null(beside);
    points_add(&beside->points, S("𠮷\xF4\x8F\xBF\xBF"));
    for (size_t i = 0; i < sizeof beside->guard; i++)
        assert_int_equal(beside->guard[i], 0);
    assert_int_equal(points_next(&beside->points, S("ab𠮷"), 0), 2);
    assert_int_equal(points_next(&beside->points, S("ab\xEF\xBF\xBF"), 0), 5); /* U+FFFF */
    free(beside);
}

static void test_lines(void **state) {
    (void)state;
    struct points *points = make("元");
    struct str text = S("甲\n乙元\n\n");
    assert_int_equal(points_next_or_line(points, text, 0), 0);
    assert_int_equal(points_next_or_line(points, text, 1), 4);
    assert_int_equal(points_next_or_line(points, text, 4), 4);
    assert_int_equal(points_next_or_line(points, text, 5), 7);
    assert_int_equal(points_next_or_line(points, text, 10), 11);
    assert_int_equal(points_next_or_line(points, text, 12), 12);
    free(points);
}

/* The fast decoder and the careful one see the same characters. */
static void test_every_character_of_the_plane(void **state) {
    (void)state;
    struct points *all = calloc(1, sizeof *all), *one = calloc(1, sizeof *one);
    assert_true(all && one);
    for (uint32_t point = 1; point < 0x10000; point += point < 0x300 ? 1 : 61) {
        char bytes[4];
        if (point >= 0xD800 && point <= 0xDFFF)
            continue;
        struct str text = {bytes, utf8_encode(point, bytes)};
        assert_int_equal(points_next(all, text, 0), text.len);
        memset(one, 0, sizeof *one);
        points_add(one, text);
        assert_int_equal(points_next(one, text, 0), 0);
    }
    free(all);
    free(one);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_next_of_a_set),
        cmocka_unit_test(test_nothing_found_is_the_end),
        cmocka_unit_test(test_beyond_the_basic_plane),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_every_character_of_the_plane),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
