#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "base/points.h"
#include "extract/mention_pattern.h"

#define S(literal) ((struct str)STR(literal))

static struct pattern *pattern;
static struct matcher *matcher;

static int set_up(void **state) {
    struct err err;
    (void)state;
    pattern = mention_pattern_compile(&err);
    matcher = matcher_new();
    return pattern && matcher ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    pattern_free(pattern);
    matcher_free(matcher);
    return 0;
}

static enum mention_found found(struct str text, size_t at, size_t *start, size_t *end) {
    struct match match;
    assert_true(pattern_find(pattern, matcher, text, at, &match));
    return mention_pattern_found(&match, start, end);
}

static void test_found(void **state) {
    static const struct {
        const char *text;
        enum mention_found found;
        size_t start, end;
    } cases[] = {
        {"95分", FOUND_NUMBER, 0, 1},         {"-5", FOUND_NUMBER, 0, 2},
        {"〔2020〕10号", FOUND_NONE, 0, 15},  {"〔20202185000万元", FOUND_DOUBTFUL, 3, 14},
        {"l00.OO万元", FOUND_DOUBTFUL, 0, 6}, {"2019-2025）", FOUND_YEAR, 0, 4},
        {"优。", FOUND_GRADE, 0, 3},          {"百分之", FOUND_PER, 0, 9},
        {"七", FOUND_NUMERAL, 0, 3},          {"M-171", FOUND_NONE, 0, 5},
        {"1e999", FOUND_NONE, 0, 5},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t start, end;
        assert_int_equal(found(str_of(cases[i].text), 0, &start, &end), cases[i].found);
        assert_int_equal(start, cases[i].start);
        assert_int_equal(end, cases[i].end);
    }
}

/* It is tried at one place and never runs ahead. */
static void test_anchored(void **state) {
    (void)state;
    struct match match;
    assert_false(pattern_find(pattern, matcher, S("支出95"), 0, &match));
    assert_true(pattern_find(pattern, matcher, S("支出95"), strlen("支出"), &match));
}

/* Wherever the expression matches, the set of starters must not pass over the place. */
static void test_starters_miss_nothing(void **state) {
    static struct points starts;
    (void)state;
    points_add(&starts, mention_pattern_starters());
    for (uint32_t point = 1; point < 0x20000; point++) {
        char bytes[40] = "支";
        size_t size = point >= 0xD800 && point < 0xE000 ? 0 : utf8_encode(point, bytes + 3);
        if (size == 0)
            continue;
        for (int tail = 0; tail < 3; tail++) {
            static const char *const tails[] = {"。", "分之5", "5万元"};
            memcpy(bytes + 3 + size, tails[tail], strlen(tails[tail]) + 1);
            struct str text = str_of(bytes);
            struct match match;
            if (pattern_find(pattern, matcher, text, 3, &match))
                assert_int_equal(points_next_or_line(&starts, text, 3), 3);
        }
    }
}

static void test_starts_of_lines(void **state) {
    static struct points starts;
    (void)state;
    points_add(&starts, mention_pattern_starters());
    assert_int_equal(points_next_or_line(&starts, S("支出"), 0), 0);
    assert_int_equal(points_next_or_line(&starts, S("支出\n支出"), 1), 7);
    assert_int_equal(points_next_or_line(&starts, S("支出"), 3), 6);
    assert_int_equal(points_next_or_line(&starts, S(""), 0), 0);
}

static void test_grades(void **state) {
    (void)state;
    assert_true(mention_grade_fits(S("等级为优"), 0, 9, 12));
    assert_true(mention_grade_fits(S("等级为“优”"), 0, 12, 15));
    assert_false(mention_grade_fits(S("分为优"), 0, 6, 9));
    assert_false(mention_grade_fits(S("等级为优"), 9, 9, 12)); /* the floor hides the context */
    assert_false(mention_grade_fits(S("等级为优、良"), 0, 9, 12));
}

static void test_numerals(void **state) {
    (void)state;
    struct unit unit;
    struct str text = S("第三个");
    unit_read(text, 6, &unit);
    assert_false(mention_numeral_fits(text, 3, 3, &unit, 9));
    text = S("共三个");
    assert_true(mention_numeral_fits(text, 3, 3, &unit, 9));
    text = S("共一个");
    assert_false(mention_numeral_fits(text, 3, 3, &unit, 9));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_anchored, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_starters_miss_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_starts_of_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_grades, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numerals, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
