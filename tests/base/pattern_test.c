#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/pattern.h"

#define S(literal) ((struct str)STR(literal))

static struct pattern *compile(const char *regex) {
    struct err err;
    struct pattern *pattern = pattern_compile(regex, &err);
    assert_non_null(pattern);
    return pattern;
}

static void test_groups(void **state) {
    (void)state;
    struct pattern *pattern = compile("(\\d+) (?: (万) | (亿) )? 元");
    struct matcher *matcher = matcher_new();
    struct str text = S("支出12元，35亿元");
    struct match match;
    assert_true(pattern_find(pattern, matcher, text, 0, &match));
    assert_true(str_is(match_group(text, &match, 1), "12"));
    assert_int_equal(match.start[2], SIZE_MAX);
    assert_int_equal(match_group(text, &match, 2).len, 0);
    assert_true(pattern_find(pattern, matcher, text, match.end[0], &match));
    assert_true(str_is(match_group(text, &match, 3), "亿"));
    assert_false(pattern_find(pattern, matcher, text, match.end[0], &match));
    assert_false(pattern_find(pattern, matcher, text, text.len + 1, &match));
    assert_false(matcher_has_failed(matcher));
    matcher_free(matcher);
    pattern_free(pattern);
}

static void test_wrong_expression(void **state) {
    (void)state;
    struct err err = {0};
    assert_null(pattern_compile("(", &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_true(err.words[0] != '\0');
}

static void test_anchor_and_empty_subject(void **state) {
    (void)state;
    struct pattern *pattern = compile("\\Gb|^$");
    struct matcher *matcher = matcher_new();
    struct match match;
    assert_false(pattern_find(pattern, matcher, S("ab"), 0, &match));
    assert_true(pattern_find(pattern, matcher, S("ab"), 1, &match));
    assert_true(pattern_find(pattern, matcher, (struct str){0}, 0, &match));
    matcher_free(matcher);
    pattern_free(pattern);
}

/* More groups than MATCH_GROUPS: the first ones are kept. */
static void test_many_groups(void **state) {
    (void)state;
    struct pattern *pattern = compile("(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(b)");
    struct matcher *matcher = matcher_new();
    struct match match;
    assert_true(pattern_find(pattern, matcher, S("aaaaaaaaaaaaaaaaab"), 0, &match));
    assert_int_equal(match.start[MATCH_GROUPS - 1], MATCH_GROUPS - 2);
    matcher_free(matcher);
    pattern_free(pattern);
}

/* A match that runs into the limit is given up, and that is remembered. */
static void test_limit(void **state) {
    (void)state;
    char bait[4096];
    memset(bait, 'a', sizeof bait);
    struct pattern *pattern = compile("(?:a+)+b|((?:a|aa)+)+c");
    struct matcher *matcher = matcher_new();
    struct match match;
    assert_false(pattern_find(pattern, matcher, (struct str){bait, sizeof bait}, 0, &match));
    assert_true(matcher_has_failed(matcher));
    matcher_free(matcher);
    pattern_free(pattern);
}

static void test_free_nothing(void **state) {
    (void)state;
    pattern_free(NULL);
    matcher_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_groups),
        cmocka_unit_test(test_wrong_expression),
        cmocka_unit_test(test_anchor_and_empty_subject),
        cmocka_unit_test(test_many_groups),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_free_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
