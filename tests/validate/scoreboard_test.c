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

#define FUNDS                                                                                    \
    "| 年度资金总额 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n" \
    "| 合计 | 80 | 80 | 10 | 100% | 10 |\n"
#define ITEMS                                                                                  \
    "| 一级指标 | 三级指标 | 分值 | 得分 |\n| 产出 | 渠道长度 | 60 | 60 |\n" \
    "| 效益 | 受益户数 | 30 | 30 |\n| 总分 | < | 100 | 100 |\n"

/* The points of the execution rate count once: in the score table below the fund block. */
static void test_the_fund_row_belongs_to_the_next_table(void **state) {
    (void)state;
    uint32_t count;
    struct read *r = read_source(FUNDS "指标自评表\n" ITEMS "附件2 县级项目指标自评表\n" ITEMS);
    const struct scoreboard *boards = scoreboard_all(&r->doc, &count);
    assert_int_equal(count, 2);
    assert_int_equal(boards[0].fund, 0);
    assert_true(boards[0].sums[0].with_fund);
    assert_int_equal(boards[1].fund, UINT32_MAX);
    assert_false(boards[1].sums[0].with_fund);
    assert_int_equal(boards[0].end, boards[1].first);
    read_end(r);
}

/* 小计 may lead its rows as well as follow them. */
static void test_subtotals_above_their_rows(void **state) {
    (void)state;
    uint32_t count;
    struct read *r = read_source("| 一级指标 | 三级指标 | 分值 | 得分 |\n"
                                 "| 产出小计 | < | 60 | 59 |\n"
                                 "| 产出 | 渠道长度 | 35 | 35 |\n"
                                 "| ^ | 水闸座数 | 25 | 24 |\n"
                                 "| 效益小计 | < | 40 | 38 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n"
                                 "| 总分 | < | 100 | 97 |\n");
    const struct scoreboard *boards = scoreboard_all(&r->doc, &count);
    assert_int_equal(count, 1);
    assert_int_equal(boards->sum_count, 3);
    static const uint32_t firsts[] = {0, 2, 0}, ends[] = {2, 3, 3};
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(boards->sums[i].first, firsts[i]);
        assert_int_equal(boards->sums[i].end, ends[i]);
        assert_int_equal(boards->sums[i].subtotal, i < 2);
    }
    read_end(r);
}

static void test_a_total_without_figures_claims_nothing(void **state) {
    (void)state;
    uint32_t count;
    struct read *r = read_source("| 一级指标 | 三级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 渠道长度 | 60 | 60 |\n| 效益 | 户数 | 40 | 38 |\n"
                                 "| 总分 | < | 100 |  |\n");
    const struct scoreboard *boards = scoreboard_all(&r->doc, &count);
    assert_int_equal(boards->sum_count, 1);
    assert_true(boards->sums[0].weight.known);
    assert_false(boards->sums[0].score.known);
    read_end(r);
}

static void test_boards_are_found_once(void **state) {
    (void)state;
    uint32_t first, second;
    struct read *r = read_source(two_blocks);
    const struct scoreboard *boards = scoreboard_all(&r->doc, &first);
    size_t used = r->doc.arena.used;
    assert_ptr_equal(scoreboard_all(&r->doc, &second), boards);
    assert_int_equal(first, second);
    assert_int_equal(r->doc.arena.used, used);
    read_end(r);
}

static void test_boards_without_memory(void **state) {
    (void)state;
    uint32_t count;
    struct read *r = read_source(two_blocks);
    r->doc.verdict.boards = NULL;
    r->doc.arena.budget = r->doc.arena.total;
    while (arena_alloc(&r->doc.arena, 16))
        ;
    assert_null(scoreboard_all(&r->doc, &count));
    assert_int_equal(count, 0);
    assert_false(arena_check(&r->doc.arena, &r->err));
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
        cmocka_unit_test(test_the_fund_row_belongs_to_the_next_table),
        cmocka_unit_test(test_subtotals_above_their_rows),
        cmocka_unit_test(test_a_total_without_figures_claims_nothing),
        cmocka_unit_test(test_boards_are_found_once),
        cmocka_unit_test(test_boards_without_memory),
        cmocka_unit_test(test_figures_of_group_labels),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
