#include "tests/read.h"

#include "normalize/indicator.h"
#include "validate/scoreboard.h"

static const char two_blocks[] = "| 项目资金 | 全年预算数 | 全年执行数 | 分值 | "
                                 "得分 |\n"
                                 "| 年度资金总额 | 100 | 95 | 10 | 9.5 |\n"
                                 "| 一级指标 | 二级指标 | 指标值 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠 | 5公里 | 30 | 30 |\n"
                                 "| ^ | 修闸 | 2座 | 20 | 19 |\n"
                                 "| 小计 | < | < | 50 | 49 |\n"
                                 "| 效益 | 户数 | 50户 | 40 | 38 |\n"
                                 "| 总分 | < | < | 100 | 96.5 |\n";

static void test_sum_rows_cover_their_indicators(void **state) {
    uint32_t count;
    (void)state;
    struct read *r = read_source(two_blocks);
    const struct scoreboard *boards = scoreboard_all(&r->doc, &count);
    assert_int_equal(count, 1);
    assert_int_equal(boards->fund, 0);
    assert_int_equal(boards->first, 1);
    assert_int_equal(boards->end, 4);
    assert_int_equal(boards->sum_count, 2);
    const struct sum_row *subtotal = &boards->sums[0], *total = &boards->sums[1];
    assert_true(subtotal->subtotal && subtotal->certain && !subtotal->with_fund);
    assert_int_equal(subtotal->first, 1);
    assert_int_equal(subtotal->end, 3);
    assert_true(!total->subtotal && total->certain && total->with_fund);
    assert_int_equal(total->first, 1);
    assert_int_equal(total->end, 4);
    assert_true(str_is(total->score.text, "96.5"));
    assert_int_equal(total->row, 7);
    read_end(r);
}

static void test_operands_of_indicators(void **state) {
    (void)state;
    struct read *r = read_source("| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠 | 30 |  |\n"
                                 "| 效益 | 户数 | 70 | 66 |\n");
    struct operand weight = scoreboard_weight(&r->doc, 0), score = scoreboard_score(&r->doc, 0);
    assert_true(weight.known && str_is(weight.text, "30") && str_is(weight.id, "i0"));
    assert_true(str_is(weight.label, "修渠"));
    assert_int_equal(weight.at.col, 2);
    assert_false(score.known);
    assert_int_equal(score.at.col, 3);
    read_end(r);
}

static void test_no_table_no_board(void **state) {
    uint32_t count;
    (void)state;
    struct read *r = read_source("全年修渠5公里。");
    assert_non_null(scoreboard_all(&r->doc, &count));
    assert_int_equal(count, 0);
    read_end(r);
}

static void test_figures_of_group_labels(void **state) {
    static const char *const cases[][4] = {
        {"过程(40分)", "过程", "40", ""},
        {"过程(26)", "过程", "26", ""},
        {"管理(满分15分,实得14分)", "管理", "15", "14"},
        {"产出(权重30.5)", "产出", "30.5", ""},
        {"部门(单位)", "部门(单位)", "", ""},
        {"覆盖率(2023年比上年)", "覆盖率(2023年比上年)", "", ""},
        {"目标(2023)", "目标(2023)", "", ""},
        {"(40分)", "(40分)", "", ""},
        {"产出", "产出", "", ""},
        {"", "", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str label, weight, score;
        indicator_group_label(str_of(cases[i][0]), &label, &weight, &score);
        assert_true(str_is(label, cases[i][1]));
        assert_true(str_is(weight, cases[i][2]));
        assert_true(str_is(score, cases[i][3]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sum_rows_cover_their_indicators),
        cmocka_unit_test(test_operands_of_indicators),
        cmocka_unit_test(test_no_table_no_board),
        cmocka_unit_test(test_figures_of_group_labels),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
