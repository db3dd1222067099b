#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ingest/lines.h"

static struct lines split(struct arena *arena, const char *text) {
    struct lines lines;
    struct err err;
    arena_init(arena, 1 << 20);
    assert_true(lines_split(arena, str_of(text), &lines, &err));
    return lines;
}

static void expect(const struct lines *lines, size_t at, const char *text, uint32_t number) {
    assert_true(at < lines->count);
    assert_true(str_is(lines->items[at].text, text));
    assert_int_equal(lines->items[at].number, number);
}

static void test_all_line_ends(void **state) {
    (void)state;
    struct arena arena;
    struct lines lines =
        split(&arena, "甲\n乙\r\n丙\r丁\xC2\x85戊\xE2\x80\xA8己\xE2\x80\xA9庚\n\n辛");
    const char *expected[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "", "辛"};
    assert_int_equal(lines.count, 9);
    for (size_t i = 0; i < 9; i++)
        expect(&lines, i, expected[i], (uint32_t)i + 1);
    arena_clear(&arena);
}

static void test_form_feed_is_a_page_not_a_line(void **state) {
    (void)state;
    struct arena arena;
    struct lines lines = split(&arena, "上页\n\f下页\n末\f尾\v后\n");
    assert_int_equal(lines.count, 5);
    expect(&lines, 0, "上页", 1);
    expect(&lines, 1, "下页", 2);
    assert_true(lines.items[1].page);
    expect(&lines, 2, "末", 3);
    assert_false(lines.items[2].page);
    expect(&lines, 3, "尾", 3);
    assert_true(lines.items[3].page);
    expect(&lines, 4, "后", 3);
    assert_false(lines.items[4].page);
    arena_clear(&arena);
}

static void test_characters_that_look_like_line_ends(void **state) {
    (void)state;
    struct arena arena;
    /* C2 A0, E2 80 8B and E3 80 80 begin as NEL, LS and PS do */
    struct lines lines = split(&arena, "甲\xC2\xA0乙\xE2\x80\x8B丙\xE3\x80\x80丁");
    assert_int_equal(lines.count, 1);
    arena_clear(&arena);
}

static void test_tabs_and_blank_lines(void **state) {
    (void)state;
    struct arena arena;
    struct lines lines = split(&arena, "\t甲\t乙\n\t\n \xE3\x80\x80\n甲");
    assert_int_equal(lines.items[0].tabs, 2);
    assert_true(lines.items[0].tab_first);
    assert_int_equal(lines.items[1].tabs, 1);
    assert_false(lines.items[1].blank);
    assert_true(lines.items[2].blank);
    assert_false(lines.items[3].blank);
    assert_false(lines.items[3].tab_first);
    arena_clear(&arena);
}

static void test_too_many_lines(void **state) {
    (void)state;
    struct arena arena;
    struct lines lines;
    struct err err;
    size_t size = LIMIT_TEXT_LINES + 1;
    char *text = malloc(size);
    assert_non_null(text);
    memset(text, '\n', size);
    arena_init(&arena, LIMIT_ARENA_BYTES);
    assert_true(lines_split(&arena, (struct str){text, size - 1}, &lines, &err));
    assert_int_equal(lines.count, LIMIT_TEXT_LINES);
    assert_false(lines_split(&arena, (struct str){text, size}, &lines, &err));
    assert_int_equal(err.code, ERR_TOO_LARGE);
    arena_clear(&arena);
    free(text);
}

static void test_no_memory(void **state) {
    (void)state;
    struct arena arena;
    struct lines lines;
    struct err err;
    arena_init(&arena, 16);
    assert_false(lines_split(&arena, str_of("甲\n乙"), &lines, &err));
    assert_int_equal(err.code, ERR_MEMORY);
    arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_line_ends),
        cmocka_unit_test(test_form_feed_is_a_page_not_a_line),
        cmocka_unit_test(test_characters_that_look_like_line_ends),
        cmocka_unit_test(test_tabs_and_blank_lines),
        cmocka_unit_test(test_too_many_lines),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
