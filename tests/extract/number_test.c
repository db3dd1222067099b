#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "extract/number.h"

#define S(literal) ((struct str)STR(literal))

static struct arena arena;

static struct number read_at(struct str text, size_t at, enum number_place place) {
    struct number number;
    arena_init(&arena, 1 << 20);
    assert_true(number_read(&arena, text, at, place, &number));
    return number;
}

static void expect(struct str text, enum number_place place, const char *plain, size_t end,
                   bool malformed) {
    struct number number = read_at(text, 0, place);
    assert_true(str_is(number.plain, plain));
    assert_int_equal(number.end, end);
    assert_int_equal(number.malformed, malformed);
    arena_clear(&arena);
}

static void test_where_a_number_ends(void **state) {
    (void)state;
    expect(S("36,20万元"), NUMBER_IN_PROSE, "3620", 5, true);
    expect(S("36，20万元"), NUMBER_IN_PROSE, "36", 2, false);
    expect(S("36。"), NUMBER_IN_PROSE, "36", 2, false);
    expect(S("5. 其中"), NUMBER_IN_PROSE, "5", 1, false);
    expect(S("1,234,567.8元"), NUMBER_IN_PROSE, "1234567.8", 11, false);
    expect(S("95,2020年"), NUMBER_IN_PROSE, "95", 2, false);
    expect(S("21. 73%"), NUMBER_IN_PROSE, "21.73", 6, false);
    expect(S("21. 2021年"), NUMBER_IN_PROSE, "21", 2, false);
}

/* The same characters, read in a cell and in a sentence. */
static void test_place(void **state) {
    (void)state;
    expect(S("1，234"), NUMBER_IN_CELL, "1234", 7, false);
    expect(S("1，234"), NUMBER_IN_PROSE, "1", 1, false);
    expect(S("21. 73"), NUMBER_IN_CELL, "21.73", 6, false);
    expect(S("21. 73"), NUMBER_IN_PROSE, "21", 2, false);
    expect(S("1 000"), NUMBER_IN_CELL, "1000", 5, true);
    expect(S("1 000"), NUMBER_IN_PROSE, "1", 1, false);
    expect(S("1,2,3"), NUMBER_IN_CELL, "123", 5, true);
    expect(S("1,2,3"), NUMBER_IN_PROSE, "1", 1, false);
}

static void test_signs(void **state) {
    (void)state;
    struct number number;
    expect(S("-5"), NUMBER_IN_PROSE, "-5", 2, false);
    expect(S("+5"), NUMBER_IN_PROSE, "5", 2, false);
    expect(S("--5"), NUMBER_IN_PROSE, "-5", 3, true);
    expect(S("-0.0"), NUMBER_IN_PROSE, "0.0", 4, false);
    arena_init(&arena, 1 << 20);
    assert_false(number_read(&arena, S("-"), 0, NUMBER_IN_PROSE, &number));
    assert_false(number_read(&arena, S("元"), 0, NUMBER_IN_PROSE, &number));
    assert_false(number_read(&arena, S(""), 0, NUMBER_IN_PROSE, &number));
    arena_clear(&arena);
}

static void test_a_dash_between_figures_is_no_sign(void **state) {
    (void)state;
    assert_true(number_is_sign(S("结转-5"), strlen("结转")));
    assert_true(number_is_sign(S("-5"), 0));
    assert_false(number_is_sign(S("80%-90%"), 3));
    assert_false(number_is_sign(S("5-9"), 1));
    assert_false(number_is_sign(S("M-171"), 1));
    assert_false(number_is_sign(S("5月-9月"), strlen("5月")));
}

static void test_what_is_told_about_it(void **state) {
    (void)state;
    struct number number = read_at(S("支出1,234.50元"), strlen("支出"), NUMBER_IN_PROSE);
    assert_int_equal(number.start, strlen("支出"));
    assert_true(number.grouped && !number.integer);
    assert_int_equal(number.digits, 6);
    arena_clear(&arena);
    number = read_at(S("１２"), 0, NUMBER_IN_PROSE);
    assert_true(number.integer && !number.grouped && !number.malformed);
    assert_true(str_is(number.plain, "12"));
    arena_clear(&arena);
}

/* Hundreds of thousands of groups are one number, read once. */
static void test_long_runs(void **state) {
    static char run[600001];
    (void)state;
    for (size_t i = 0; i + 2 < sizeof run; i += 2)
        memcpy(run + i, "1,", 2);
    struct str text = {run, 600000};
    struct number number;
    arena_init(&arena, 4 << 20);
    assert_true(number_read(&arena, text, 0, NUMBER_IN_PROSE, &number));
    assert_true(number.malformed);
    assert_int_equal(number.digits, 300000);
    arena_clear(&arena);
}

static void test_no_memory(void **state) {
    (void)state;
    struct number number;
    arena_init(&arena, 0);
    assert_true(number_read(&arena, S("1,234"), 0, NUMBER_IN_CELL, &number));
    assert_int_equal(number.plain.len, 0);
    assert_true(arena.exhausted);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_where_a_number_ends),
        cmocka_unit_test(test_place),
        cmocka_unit_test(test_signs),
        cmocka_unit_test(test_a_dash_between_figures_is_no_sign),
        cmocka_unit_test(test_what_is_told_about_it),
        cmocka_unit_test(test_long_runs),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
