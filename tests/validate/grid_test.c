#include "validate/grid.h"

#include "tests/read.h"

static const char list[] = "| 名称 | 金额（万元） | 备注 |\n"
                           "| 修渠 | 1.25 | 待定 |\n"
                           "| 修闸 | ^ | 无 |\n"
                           "| 修桥 | 30.5 | 2处 |\n"
                           "| 修路 | 待结算 | / |\n"
                           "| 修坝 | 13,04.9 | 约3处，另有2处 |\n"
                           "| 合计 | 31.755 |  |\n";

/* The first section of the list. */
static const struct section *open_list(struct read **r) {
    *r = read_source(list);
    assert_int_equal((*r)->doc.reading.sections.count, 1);
    return &(*r)->doc.reading.sections.items[0];
}

static void test_one_figure_of_a_cell(void **state) {
    (void)state;
    struct read *r;
    const struct section *section = open_list(&r);
    const struct quantity *quantities = r->doc.record.quantities.items;
    uint32_t first = grid_quantity(&r->doc, section, 1, 1);
    assert_true(str_is(quantities[first].value.text, "1.25"));
    assert_true(str_is(quantities[first].unit, "万元"));
    assert_int_equal(grid_quantity(&r->doc, section, 2, 1), GRID_NONE); /* merged down */
    assert_int_equal(grid_quantity(&r->doc, section, 4, 1), GRID_NONE); /* words */
    assert_int_equal(grid_quantity(&r->doc, section, 5, 2), GRID_NONE); /* two figures */
    assert_int_not_equal(grid_quantity(&r->doc, section, 3, 2), GRID_NONE);
    assert_int_equal(grid_quantity(&r->doc, section, 6, 2), GRID_NONE);
    read_end(r);
}

static void test_operands_are_named_after_their_rows(void **state) {
    (void)state;
    struct read *r;
    const struct section *section = open_list(&r);
    struct operand operand = grid_operand(&r->doc, section, 3, 1);
    assert_true(operand.known);
    assert_true(str_is(operand.text, "30.5") && str_is(operand.label, "修桥"));
    assert_int_equal(operand.power, 4);
    assert_int_equal(operand.at.row, 3);
    operand = grid_operand(&r->doc, section, 2, 1);
    assert_false(operand.known);
    assert_true(str_is(operand.label, "修闸"));
    operand = grid_operand(&r->doc, section, 5, 1);
    assert_false(operand.known);
    assert_string_equal(operand.reason, REASON_UNREADABLE_NUMBER);
    read_end(r);
}

/* 待结算 is an amount that is not known; 无, a dash and a blank are none. */
static void test_words_in_place_of_a_figure(void **state) {
    (void)state;
    struct read *r;
    const struct section *section = open_list(&r);
    assert_true(grid_is_unread(&r->doc, section, 4, 1));
    assert_true(grid_is_unread(&r->doc, section, 1, 2));
    assert_true(grid_is_unread(&r->doc, section, 5, 2));
    assert_false(grid_is_unread(&r->doc, section, 1, 1));
    assert_false(grid_is_unread(&r->doc, section, 2, 1)); /* the row above has the words */
    assert_false(grid_is_unread(&r->doc, section, 2, 2));
    assert_false(grid_is_unread(&r->doc, section, 4, 2));
    assert_false(grid_is_unread(&r->doc, section, 6, 2));
    read_end(r);
}

/* The finest figure that can be read, the total's included. */
static void test_decimals_of_a_column(void **state) {
    (void)state;
    struct read *r;
    const struct section *section = open_list(&r);
    assert_int_equal(grid_decimals(&r->doc, section, 1), 3);
    assert_int_equal(grid_decimals(&r->doc, section, 2), 0);
    assert_int_equal(grid_decimals(&r->doc, section, 0), 0);
    read_end(r);
}

static void test_roles_of_rows(void **state) {
    (void)state;
    struct read *r;
    const struct section *section = open_list(&r);
    assert_int_equal(grid_role(section, 0), ROW_HEADER);
    assert_int_equal(grid_role(section, 1), ROW_ITEM);
    assert_int_equal(grid_role(section, 6), ROW_TOTAL);
    read_end(r);
}

static void test_columns_that_add(void **state) {
    (void)state;
    static const enum column_role adding[] = {COLUMN_BUDGET, COLUMN_SPENT, COLUMN_TOTAL,
                                              COLUMN_AMOUNT, COLUMN_BALANCE};
    static const enum column_role others[] = {COLUMN_RATE,  COLUMN_WEIGHT, COLUMN_SCORE,
                                              COLUMN_LABEL, COLUMN_TARGET, COLUMN_ORDINAL,
                                              COLUMN_OTHER, COLUMN_REMARK, COLUMN_ACTUAL};
    for (size_t i = 0; i < sizeof adding / sizeof adding[0]; i++)
        assert_true(grid_adds(&(struct column){.role = adding[i]}));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        assert_false(grid_adds(&(struct column){.role = others[i]}));
}

/* A second section begins further down: rows are those of the table's grid all the same. */
static void test_rows_of_a_later_section(void **state) {
    (void)state;
    struct read *r = read_source("| 年度资金 | 全年预算数 | 全年执行数 |\n"
                                 "| 合计 | 80 | 79.5 |\n"
                                 "| 三级指标 | 分值 | 得分 |\n"
                                 "| 渠道长度 | 60 | 58 |\n"
                                 "| 水质达标率 | 40 | 40 |\n");
    size_t last = r->doc.reading.sections.count - 1;
    const struct section *section = &r->doc.reading.sections.items[last];
    assert_int_equal(section->first, 2);
    assert_int_equal(grid_role(section, 3), ROW_ITEM);
    struct operand operand = grid_operand(&r->doc, section, 3, 2);
    assert_true(str_is(operand.text, "58") && str_is(operand.label, "渠道长度"));
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_figure_of_a_cell),
        cmocka_unit_test(test_operands_are_named_after_their_rows),
        cmocka_unit_test(test_words_in_place_of_a_figure),
        cmocka_unit_test(test_decimals_of_a_column),
        cmocka_unit_test(test_roles_of_rows),
        cmocka_unit_test(test_columns_that_add),
        cmocka_unit_test(test_rows_of_a_later_section),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
