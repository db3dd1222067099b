#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "model/document.h"

static struct arena arena;

static int set_up(void) {
    arena_init(&arena, LIMIT_ARENA_BYTES);
    return 0;
}

static void test_slots_of_merged_cells(void **state) {
    (void)state;
    /*  a a b
     *  a a c
     *  d . e   the middle slot belongs to nobody */
    struct cell cells[] = {
        {.row = 0, .col = 0, .rowspan = 2, .colspan = 2},
        {.row = 0, .col = 2, 1, 1, {{0}}},
        {.row = 1, .col = 2, 1, 1, {{0}}},
        {.row = 2, .col = 0, 1, 1, {{0}}},
        {.row = 2, .col = 2, 1, 1, {{0}}},
    };
    struct table table = {.rows = 3, .cols = 3, .cells = cells, .cell_count = 5};
    struct err err;
    set_up();
    assert_true(table_index(&table, &arena, &err));
    for (uint32_t row = 0; row < 2; row++) {
        for (uint32_t col = 0; col < 2; col++)
            assert_ptr_equal(table_cell_at(&table, row, col), &cells[0]);
    }
    assert_ptr_equal(table_cell_at(&table, 1, 2), &cells[2]);
    assert_null(table_cell_at(&table, 2, 1));
    assert_null(table_cell_at(&table, 3, 0));
    assert_null(table_cell_at(&table, 0, 3));
    arena_clear(&arena);
}

static void test_the_earlier_cell_keeps_a_slot(void **state) {
    (void)state;
    struct cell cells[] = {{.row = 0, .col = 0, .rowspan = 1, .colspan = 2},
                           {.row = 0, .col = 1, .rowspan = 9, .colspan = 9}};
    struct table table = {.rows = 2, .cols = 2, .cells = cells, .cell_count = 2};
    struct err err;
    set_up();
    assert_true(table_index(&table, &arena, &err));
    assert_ptr_equal(table_cell_at(&table, 0, 1), &cells[0]);
    assert_ptr_equal(table_cell_at(&table, 1, 1), &cells[1]); /* spans end at the grid */
    arena_clear(&arena);
}

static void test_empty_table(void **state) {
    (void)state;
    struct table table = {0};
    struct err err;
    set_up();
    assert_true(table_index(&table, &arena, &err));
    assert_null(table_cell_at(&table, 0, 0));
    arena_clear(&arena);
}

static void test_limits(void **state) {
    static const struct {
        uint32_t rows, cols;
    } sizes[] = {{1, LIMIT_GRID_COLS + 1}, {LIMIT_GRID_ROWS + 1, 1}, {LIMIT_GRID_ROWS, 1000}};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct table table = {.rows = sizes[i].rows, .cols = sizes[i].cols};
        struct err err;
        set_up();
        assert_false(table_index(&table, &arena, &err));
        assert_int_equal(err.code, ERR_TABLE_LIMIT);
        arena_clear(&arena);
    }
}

static void test_no_memory(void **state) {
    (void)state;
    struct table table = {.rows = 2, .cols = 2};
    struct err err;
    arena_init(&arena, 0);
    assert_false(table_index(&table, &arena, &err));
    assert_int_equal(err.code, ERR_MEMORY);
}

static void test_lines(void **state) {
    static struct line_mark marks[] = {{4, 8, 0}, {10, 12, 0}};
    (void)state;
    struct passage passage = {.at = {.line = 7}, .marks = marks, .mark_count = 2};
    assert_int_equal(passage_line_at(&passage, 0), 7);
    assert_int_equal(passage_line_at(&passage, 3), 7);
    assert_int_equal(passage_line_at(&passage, 4), 8);
    assert_int_equal(passage_line_at(&passage, 99), 12);
    passage = (struct passage){.at = {.line = PLACE_NONE}};
    assert_int_equal(passage_line_at(&passage, 5), PLACE_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slots_of_merged_cells),
        cmocka_unit_test(test_the_earlier_cell_keeps_a_slot),
        cmocka_unit_test(test_empty_table),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
