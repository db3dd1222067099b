#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "report/place_text.h"
#include "report/screen.h"

static void assert_screen(struct screen *screen, const char *want) {
    struct str got = {screen->ptr, screen->len};
    assert_false(screen->failed);
    if (!str_is(got, want))
        fail_msg("got  \"%.*s\"\nwant \"%s\"", STR_ARGS(got), want);
    screen_clear(screen);
}

static void test_unsafe_text(void **state) {
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"", ""},
        {"绩效 report 100%", "绩效 report 100%"},
        {"a\033[31mb\a", "a\\x1B[31mb\\x07"},
        {"a\nb\tc\rd", "a b c d"},
        {"\xC2\x9B"
         "31m",
         "\\x9B31m"},
        {"x\xFFy\xE4\xBD", "x\\xFFy\\xE4\\xBD"},
        {"\xE2\x80\xAEtxt\xE2\x81\xA6", "\\u202Etxt\\u2066"},
        {"\xE2\x80\xA8", "\\u2028"},
        {"\x7F", "\\x7F"},
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"%s%n", "%s%n"},
    };
    struct screen screen = {.width = 80};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        screen_text(&screen, str_of(cases[i].text));
        assert_screen(&screen, cases[i].shown);
    }
}

static void test_wrap(void **state) {
    static const struct {
        size_t width, column;
        const char *text, *shown;
    } cases[] = {
        {40, 4, "", ""},
        {40, 4, "短句", "短句"},
        /* 24 columns behind the indent: twelve Chinese characters */
        {28, 4, "一二三四五六七八九十甲乙丙丁", "一二三四五六七八九十甲乙\n    丙丁"},
        /* a closing mark never begins a line, an opening one never ends it */
        {28, 4, "一二三四五六七八九十甲乙，丙丁", "一二三四五六七八九十甲\n    乙，丙丁"},
        {28, 4, "一二三四五六七八九十甲（乙丙）", "一二三四五六七八九十甲\n    （乙丙）"},
        /* numbers and words stay whole, blanks at the break are dropped */
        {20, 0, "12.50 + 3913.19 + 4513.39", "12.50 + 3913.19 +\n4513.39"},
        {20, 0, "支出4982.39万元，结余12.00万元", "支出4982.39万元，结\n余12.00万元"},
        /* longer than a line: cut */
        {20, 0, "abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrst\nuvwxyz"},
        /* a narrow terminal still gets sixteen columns */
        {4, 10, "一二三四五六七八九", "一二三四五六七八\n          九"},
        {40, 0, "  前后空白  ", "前后空白"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct screen screen = {.width = cases[i].width};
        screen_wrap(&screen, cases[i].column, str_of(cases[i].text));
        assert_screen(&screen, cases[i].shown);
    }
}

static void test_wrap_is_linear_and_safe(void **state) {
    enum { COUNT = 200000 };
    static char text[COUNT + 1];
    static const char *const fillers[] = {"(", ")", "a", " ", "\033", "\xFF"};
    (void)state;
    for (size_t f = 0; f < sizeof fillers / sizeof fillers[0]; f++) {
        struct screen screen = {.width = 80};
        memset(text, fillers[f][0], COUNT);
        screen_wrap(&screen, 8, str_of(text));
        assert_false(screen.failed);
        assert_null(screen.ptr ? memchr(screen.ptr, '\033', screen.len) : NULL);
        screen_clear(&screen);
    }
}

static void test_styles(void **state) {
    struct screen screen = {.width = 80};
    (void)state;
    screen_style(&screen, STYLE_RED);
    screen_put(&screen, "x");
    screen_style(&screen, STYLE_PLAIN);
    assert_screen(&screen, "x");
    screen.colour = true;
    screen_style(&screen, STYLE_RED);
    screen_put(&screen, "x");
    screen_style(&screen, STYLE_PLAIN);
    assert_screen(&screen, "\033[1;31mx\033[0m");
    assert_true(screen.colour); /* settings outlive the text */
    assert_int_equal(screen.width, 80);
}

static void test_places(void **state) {
    enum { NONE = PLACE_NONE };
    static const struct {
        struct place place;
        const char *chinese, *english;
    } cases[] = {
        {{NONE, NONE, NONE, NONE, NONE}, "", ""},
        {{120, NONE, NONE, NONE, NONE}, "第 120 行", "line 120"},
        {{NONE, 13, NONE, NONE, NONE}, "第 14 段", "paragraph 14"},
        {{NONE, 13, 2, 4, 1}, "表 3 第 5 行第 2 列", "table 3, row 5, column 2"},
        {{120, NONE, 2, 4, 1},
         "第 120 行（表 3 第 5 行第 2 列）",
         "line 120 (table 3, row 5, column 2)"},
        {{NONE, 0, 0, NONE, NONE}, "表 1", "table 1"},
    };
    struct screen screen = {.width = 80};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        screen.language = LANGUAGE_CHINESE;
        place_text(&screen, &cases[i].place);
        assert_screen(&screen, cases[i].chinese);
        screen.language = LANGUAGE_ENGLISH;
        place_text(&screen, &cases[i].place);
        assert_screen(&screen, cases[i].english);
        assert_int_equal(place_text_is_known(&cases[i].place), cases[i].chinese[0] != '\0');
    }
}

static void test_stretches(void **state) {
    enum { NONE = PLACE_NONE };
    static const struct {
        struct place first, last;
        const char *shown; /* empty: no stretch */
    } cases[] = {
        {{NONE, 1, 0, 1, 2}, {NONE, 1, 0, 5, 2}, "表 1 第 2—6 行第 3 列"},
        {{NONE, 1, 0, 1, 2}, {NONE, 1, 0, 1, 4}, "表 1 第 2 行第 3—5 列"},
        {{10, NONE, 0, 1, 2}, {30, NONE, 0, 5, 2}, "表 1 第 2—6 行第 3 列（第 10—30 行）"},
        {{NONE, 1, 0, 1, 2}, {NONE, 1, 1, 5, 2}, ""},
        {{NONE, 1, 0, 1, 2}, {NONE, 1, 0, 5, 3}, ""},
        {{NONE, 1, 0, 1, 2}, {NONE, 1, 0, 1, 2}, ""},
        {{3, NONE, NONE, NONE, NONE}, {9, NONE, NONE, NONE, NONE}, ""},
    };
    struct screen screen = {.width = 80};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool is_stretch = place_text_range(&screen, &cases[i].first, &cases[i].last);
        assert_int_equal(is_stretch, cases[i].shown[0] != '\0');
        assert_screen(&screen, cases[i].shown);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unsafe_text),
        cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_wrap_is_linear_and_safe),
        cmocka_unit_test(test_styles),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_stretches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
