#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ingest/residue.h"

static void expect(const char *line, const char *resolved) {
    struct arena arena;
    arena_init(&arena, 1 << 20);
    struct str got = residue_resolve(&arena, str_of(line));
    if (!str_is(got, resolved))
        fail_msg("%s: got %.*s, expected %s", line, STR_ARGS(got), resolved);
    arena_clear(&arena);
}

static void test_formulas(void **state) {
    (void)state;
    expect("$\\leq 100\\%$", "≤ 100%");
    expect("$= 100\\%$", "= 100%");
    expect("$75 \\leq$ 得分 < 85", "75 ≤ 得分 < 85");
    expect("率=(执行/预算) $\\times 100\\%$ 。", "率=(执行/预算) × 100% 。");
    expect("$\\frac{\\text{执行数}}{\\text{预算数}}$", "执行数/预算数");
    expect("$30 \\mathrm{m}^{2}$", "30 m²");
    expect("$25^{\\circ}$", "25°");
    expect("$98.50\\%$和$1,204.5$", "98.50%和1,204.5");
    expect("$\\geq$$\\leq$", "≥≤");
}

static void test_commands_without_dollars(void **state) {
    (void)state;
    expect("得分=执行率 \\times 分值", "得分=执行率 × 分值");
    expect("\\geq95\\%", "≥95%");
    expect("C:\\leqs\\x", "C:\\leqs\\x");
}

static void test_dollars_that_are_money(void **state) {
    (void)state;
    expect("$100万，$200万", "$100万，$200万");
    expect("$100 and $200", "$100 and $200");
    expect("折合US$5元", "折合US$5元");
    expect("$", "$");
}

static void test_what_is_not_understood_stays(void **state) {
    (void)state;
    expect("$\\sqrt{2}$", "$\\sqrt{2}$");
    expect("$\\frac{1$", "$\\frac{1$");
    expect("$x}=1$", "$x}=1$");
    expect("$\\frac{1}{\\frac{2}{3}}$", "1/2/3");
    expect("尾\\", "尾\\");
}

static void test_emphasis(void **state) {
    (void)state;
    expect("1. **数量指标**。完成**3**项", "1. 数量指标。完成3项");
    expect("3 ** 4", "3 ** 4");
    expect("**未闭合", "**未闭合");
    expect("****", "****");
    expect("*注", "*注");
}

static void test_markers(void **state) {
    (void)state;
    expect("[bookmark: _GoBack]4", "4");
    expect("依据[bookmark: _Toc1]办法（冀政[2010]68号）", "依据办法"
                                                          "（冀政[2010]68号）");
    expect("[pic]图", "图");
    expect("[bookmark: 未闭合", "[bookmark: 未闭合");
}

static void test_clean_lines_are_not_copied(void **state) {
    (void)state;
    struct arena arena;
    struct str line = str_of("预算执行率98.50%");
    arena_init(&arena, 0);
    struct str got = residue_resolve(&arena, line);
    assert_ptr_equal(got.ptr, line.ptr);
    got = residue_resolve(&arena, str_of("$\\leq$"));
    assert_int_equal(got.len, 0);
    assert_true(arena.exhausted);
}

/* Openings that never close must not each search the whole line. */
static void test_linear(void **state) {
    (void)state;
    static const char *const openings[] = {"$", "**a", "[bookmark:", "\\", "$\\frac{"};
    enum { COUNT = 200000 };
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t len = strlen(openings[i]);
        char *line = malloc(COUNT * len);
        assert_non_null(line);
        for (size_t k = 0; k < COUNT; k++)
            memcpy(line + k * len, openings[i], len);
        struct arena arena;
        arena_init(&arena, 64 << 20);
        assert_true(residue_resolve(&arena, (struct str){line, COUNT * len}).len > 0);
        arena_clear(&arena);
        free(line);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formulas),
        cmocka_unit_test(test_commands_without_dollars),
        cmocka_unit_test(test_dollars_that_are_money),
        cmocka_unit_test(test_what_is_not_understood_stays),
        cmocka_unit_test(test_emphasis),
        cmocka_unit_test(test_markers),
        cmocka_unit_test(test_clean_lines_are_not_copied),
        cmocka_unit_test(test_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
