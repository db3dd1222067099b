#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ingest/passage.h"

#define PIECES(...)                                                                \
    (struct pieces) {                                                              \
        (const struct piece[]){__VA_ARGS__},                                       \
            sizeof(const struct piece[]){__VA_ARGS__} / sizeof(struct piece), NULL \
    }

static struct arena arena;

static int set_up(void **state) {
    (void)state;
    arena_init(&arena, 1 << 20);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void test_one_piece(void **state) {
    (void)state;
    struct passage p;
    assert_true(passage_paragraph(&arena, PIECES({STR("  　预算执行率 \t"), 7}), &p));
    assert_true(str_is(p.text, "预算执行率"));
    assert_int_equal(p.raw.len, 0);
    assert_int_equal(p.at.line, 7);
    assert_int_equal(p.at.table, PLACE_NONE);
    assert_null(p.marks);
    assert_int_equal(passage_line_at(&p, 3), 7);
}

static void test_paragraph_of_several_lines(void **state) {
    (void)state;
    struct passage p;
    struct pieces pieces =
        PIECES({STR("支出资 "), 3}, {STR("金12"), 6}, {STR("3万元 km"), 7}, {STR("h"), 8});
    assert_true(passage_paragraph(&arena, pieces, &p));
    assert_true(str_is(p.text, "支出资金123万元 km h"));
    assert_int_equal(p.mark_count, 4);
    assert_int_equal(passage_line_at(&p, 8), 3);
    assert_int_equal(passage_line_at(&p, 9), 6);
    assert_int_equal(passage_line_at(&p, 14), 7);
    assert_int_equal(passage_line_at(&p, p.text.len - 1), 8);
}

static void test_cell_of_several_lines(void **state) {
    (void)state;
    struct passage p;
    struct pieces pieces =
        PIECES({STR(" "), 3}, {STR("投  入"), 4}, {STR(""), 5}, {STR("（15分）"), 6});
    assert_true(passage_cell(&arena, pieces, &p));
    assert_true(str_is(p.text, "投  入\n（15分）"));
    assert_int_equal(p.at.line, 4);
    assert_int_equal(p.mark_count, 2);
    assert_int_equal(passage_line_at(&p, p.marks[1].offset), 6);
}

static void test_raw_text(void **state) {
    (void)state;
    struct passage p;
    assert_true(passage_cell(&arena, PIECES({STR("$\\geq 95\\%$"), 1}), &p));
    assert_true(str_is(p.text, "≥ 95%"));
    assert_true(str_is(p.raw, "$\\geq 95\\%$"));
    struct pieces pieces = PIECES({STR("率"), 1}, {STR("$\\leq 5$"), 2});
    assert_true(passage_paragraph(&arena, pieces, &p));
    assert_true(str_is(p.text, "率≤ 5"));
    assert_true(str_is(p.raw, "率$\\leq 5$"));
}

static void test_blank_ones(void **state) {
    (void)state;
    struct passage p;
    assert_true(passage_cell(&arena, (struct pieces){NULL, 0, NULL}, &p));
    assert_int_equal(p.text.len, 0);
    assert_int_equal(p.at.line, PLACE_NONE);
    assert_true(passage_cell(&arena, PIECES({STR(" "), 2}, {STR("[bookmark: a]"), 3}), &p));
    assert_int_equal(p.text.len, 0);
    assert_int_equal(p.raw.len, 0);
    assert_int_equal(p.at.line, 2);
}

static void test_no_memory(void **state) {
    (void)state;
    struct arena none;
    struct passage p;
    arena_init(&none, 0);
    assert_false(passage_cell(&none, PIECES({STR("甲"), 1}), &p));
    arena_init(&none, 0);
    assert_false(passage_paragraph(&none, PIECES({STR("甲"), 1}, {STR("乙"), 2}), &p));
    arena_init(&none, 0);
    assert_false(passage_cell(&none, PIECES({STR("$\\leq 5$"), 1}), &p));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_one_piece, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_paragraph_of_several_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_cell_of_several_lines, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_raw_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_blank_ones, set_up, tear_down),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
