#include "validate/wording.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* "[甲][①乙];": segments in brackets, the marked ones with *, a ; behind those that are closed. */
static void expect(const char *raw, const char *expected) {
    struct arena arena;
    struct wording wording;
    char text[1024] = "";
    size_t len = 0;
    arena_init(&arena, 1 << 20);
    assert_true(wording_read(&arena, str_of(raw), &wording));
    for (uint32_t i = 0; i < wording.count; i++) {
        const struct segment *segment = &wording.segments[i];
        assert_true(segment->text.len > 0);
        len += (size_t)snprintf(text + len, sizeof text - len, "%s[%.*s]%s",
                                segment->marked ? "*" : "", STR_ARGS(segment->text),
                                segment->closed ? ";" : "");
    }
    arena_clear(&arena);
    assert_string_equal(text, expected);
}

static void test_commas_part_and_stops_close(void **state) {
    (void)state;
    expect("比率≤100%，得满分；每增加1%，扣5%的权重分。",
           "[比率≤100%][得满分];[每增加1%][扣5%的权重分];");
    expect("甲。乙", "[甲];[乙];");
    expect("，，甲，；。", "[甲];");
    expect("", "");
}

static void test_white_space_and_widths(void **state) {
    (void)state;
    expect("比 率 ≦ １００％", "[比率≤100%];");
    expect("甲\n乙", "[甲];[乙];");
    expect("“得分”", "[得分];");
}

static void test_marks(void **state) {
    (void)state;
    expect("①甲②乙", "*[甲];*[乙];");
    expect("1.甲；2.乙", "*[甲];*[乙];");
    expect("（1）甲；（2）乙", "*[甲];*[乙];");
}

/* ---- the small moves */

static const char *const words[] = {"不超过", "超过", "等", NULL};

static void test_taking_and_dropping(void **state) {
    (void)state;
    struct str text = str_of("不超过90%等");
    assert_false(wording_take(&text, "超过"));
    assert_true(wording_take(&text, "不"));
    assert_true(wording_take_any(&text, words));
    assert_true(str_is(text, "90%等"));
    assert_false(wording_take_any(&text, words));
    assert_false(wording_drop(&text, "%"));
    assert_true(wording_drop_any(&text, words));
    assert_true(str_is(text, "90%"));
    assert_false(wording_drop_any(&text, words));
}

/* A word longer than what is left, or nothing at all, is not there. */
static void test_moves_at_the_end_of_the_text(void **state) {
    (void)state;
    struct str text = str_of("超"), none = {0};
    assert_false(wording_take(&text, "超过"));
    assert_false(wording_drop(&text, "超过"));
    assert_true(str_is(text, "超"));
    assert_false(wording_take(&none, "甲"));
    assert_false(wording_drop_any(&none, words));
    assert_false(wording_has_any(none, words));
    assert_true(wording_has_any(str_of("90%等"), words));
}

/* The number taken off the front and what is left: "12.5|%". */
static void expect_number(const char *raw, const char *expected) {
    struct arena arena;
    struct decimal value;
    struct str text = str_of(raw);
    char shown[256] = "none";
    arena_init(&arena, 1 << 20);
    if (wording_number(&text, &value))
        snprintf(shown, sizeof shown, "%.60s|%.*s", decimal_text(&arena, &value).ptr,
                 STR_ARGS(text));
    else
        assert_true(str_is(text, raw)); /* nothing is taken */
    arena_clear(&arena);
    assert_string_equal(shown, expected);
}

static void test_numbers(void **state) {
    (void)state;
    expect_number("12分", "12|分");
    expect_number("0.50%", "0.50|%");
    expect_number("5", "5|");
    expect_number("-5", "none");
    expect_number("分", "none");
    expect_number("", "none");
    expect_number(".5", "none");
}

static void test_no_memory(void **state) {
    (void)state;
    struct arena arena;
    struct wording wording;
    arena_init(&arena, 16);
    assert_false(wording_read(&arena, str_of("甲，乙"), &wording));
    assert_true(arena.exhausted);
    arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commas_part_and_stops_close),
        cmocka_unit_test(test_white_space_and_widths),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_taking_and_dropping),
        cmocka_unit_test(test_moves_at_the_end_of_the_text),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
