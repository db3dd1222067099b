#include "validate/interval.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ROOM = 256 };

static void write_end(char *out, const char *prefix, bool there, const struct decimal *value) {
    struct arena arena;
    arena_init(&arena, 1 << 20);
    strcat(out, prefix);
    if (there)
        strncat(out, decimal_text(&arena, value).ptr, 40);
    arena_clear(&arena);
}

/* "执行率 [80,90)%": the subject, the ends, a square bracket where the end belongs to it. */
static void write_interval(char *out, const struct interval *interval) {
    sprintf(out, "%.*s%s", STR_ARGS(interval->subject), interval->subject.len > 0 ? " " : "");
    write_end(out, interval->low_in ? "[" : "(", interval->has_low, &interval->low);
    write_end(out, ",", interval->has_high, &interval->high);
    strcat(out, interval->high_in ? "]" : ")");
    strcat(out, interval->percent ? "%" : "");
}

static void expect(const char *condition, const char *expected) {
    struct interval interval;
    char text[ROOM] = "";
    if (interval_read(str_of(condition), &interval))
        write_interval(text, &interval);
    assert_string_equal(text, expected);
}

static void test_chains(void **state) {
    (void)state;
    expect("80%≤执行率<90%", "执行率 [80,90)%");
    expect("80%<执行率≤90%", "执行率 (80,90]%");
    expect("90%>执行率≥80%", "执行率 [80,90)%");
    expect("若60≤得分<75的", "得分 [60,75)");
    expect("0.5%≤变动率≤1.5%", "变动率 [0.5,1.5]%");
    expect("-5%≤变动率≤5%", "变动率 [-5,5]%");
    expect("-5%≤变动率<-1%", "变动率 [-5,-1)%");
}

/* Both signs point one way, and both ends are of one kind. */
static void test_chains_that_are_none(void **state) {
    (void)state;
    expect("80%≤执行率>90%", "");
    expect("80%≤执行率=90%", "");
    expect("80%≤执行率", "");
    expect("80≤执行率<90%", "");
    expect("80%≤执行率<90%或100%", "");
}

static void test_spans(void **state) {
    (void)state;
    expect("80%-90%", "[80,90]%");
    expect("80-90%", "[80,90]%");
    expect("完成率在90%至100%之间的", "完成率 [90,100]%");
    expect("100%-80%", "[80,100]%");
    expect("3到5", "[3,5]");
    expect("80%-90", "");
    expect("80%-90%-95%", "");
    expect("低于80%-90%", "");
}

/* Where one end is said to be counted in, the other is not. */
static void test_spans_with_words_about_their_ends(void **state) {
    (void)state;
    expect("80%(含)-90%", "[80,90)%");
    expect("80%-90%(含)", "(80,90]%");
    expect("80%(含)-90%(含)", "[80,90]%");
    expect("80%-90%(不含)", "[80,90)%");
    expect("80(含)%-90%", "[80,90)%");
    expect("100%-80%(含)", "[80,100)%");
}

static void test_words_in_front(void **state) {
    (void)state;
    expect("≥100%", "[100,)%");
    expect("比率=0%", "比率 [0,0]%");
    expect("执行率低于70%", "执行率 (,70)%");
    expect("执行率不低于70%", "执行率 [70,)%");
    expect("超过100%的", "(100,)%");
    expect("未超过100%", "(,100]%");
    expect("未达到80%", "(,80)%");
    expect("满意度达90%", "满意度 [90,)%");
    expect("达到90%", "[90,)%");
}

static void test_words_behind(void **state) {
    (void)state;
    expect("95%以上", "[95,)%");
    expect("60以下", "(,60]");
    expect("满意度达90%(含)以上", "满意度 [90,)%");
    expect("5%以内的", "(,5]%");
    expect("低于90%以上", "");
    expect("95%以上98%", "");
}

/* 含 counts the figure itself in, whatever the word says, and 不含 out. */
static void test_words_about_the_end(void **state) {
    (void)state;
    expect("低于80%(含)", "(,80]%");
    expect("80%(含)以下", "(,80]%");
    expect("80%(不含)以上", "(80,)%");
    expect("不低于80%(不含)", "(80,)%");
}

static void test_bare_figures(void **state) {
    (void)state;
    expect("完成率100%的", "完成率 [100,100]%");
    expect("100", "");
    expect("得90分", "");
    expect("第3项", "");
}

static void test_what_is_no_range(void **state) {
    (void)state;
    static const char *const texts[] = {"",  "执行率", "每低1%", "执行率高,低于80%",
                                        "-", "%",      "≥",      "80%≤"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect(texts[i], "");
}

static bool is_empty(const char *condition) {
    struct interval interval;
    assert_true(interval_read(str_of(condition), &interval));
    return interval_is_empty(&interval);
}

static void test_empty_ranges(void **state) {
    (void)state;
    assert_true(is_empty("20%≤比率<0%"));
    assert_true(is_empty("20%≤比率<20%"));
    assert_true(is_empty("90%≥比率≥95%"));
    assert_false(is_empty("20%≤比率≤20%"));
    assert_false(is_empty("0%≤比率<20%"));
    assert_false(is_empty("≥100%"));
    assert_false(is_empty("100%-80%")); /* told from the top */
}

static bool holds(const char *condition, const char *figure) {
    struct interval interval;
    struct decimal value;
    assert_true(interval_read(str_of(condition), &interval));
    assert_true(decimal_parse(str_of(figure), &value));
    return interval_holds(&interval, &value);
}

static void test_ends_and_what_lies_between(void **state) {
    (void)state;
    assert_true(holds("80%≤执行率<90%", "80"));
    assert_true(holds("80%≤执行率<90%", "89.999"));
    assert_false(holds("80%≤执行率<90%", "90.00"));
    assert_false(holds("80%≤执行率<90%", "79.99"));
    assert_true(holds("≥100%", "2000000"));
    assert_false(holds(">100%", "100"));
    assert_true(holds("低于60%", "-3"));
    assert_true(holds("比率=0%", "0.00"));
    assert_false(holds("比率=0%", "0.01"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chains),
        cmocka_unit_test(test_chains_that_are_none),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_spans_with_words_about_their_ends),
        cmocka_unit_test(test_words_in_front),
        cmocka_unit_test(test_words_behind),
        cmocka_unit_test(test_words_about_the_end),
        cmocka_unit_test(test_bare_figures),
        cmocka_unit_test(test_what_is_no_range),
        cmocka_unit_test(test_empty_ranges),
        cmocka_unit_test(test_ends_and_what_lies_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
