#include "tests/read.h"

static void test_second_opinion_has_its_own_total(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 分值 | 县级评分 | 市级评分 |\n"
                                 "| 制度建设 | 40 | 40 | 38 |\n"
                                 "| 资金监管 | 60 | 58 | 57.5 |\n"
                                 "| 合计 | 100 | 98 | 95.5 |\n";
    expect_checks(source, "score.total",
                  "score.total pass 98 98 @3,2\n"
                  "score.total pass 95.5 95.5 @3,3\n");
    expect_findings(source, "");
}

static void test_second_opinion_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 分值 | 自评得分 | 复核得分 |\n"
                                 "| 制度建设 | 40 | 40 | 38 |\n"
                                 "| 小计 | 40 | 40 | 37 |\n"
                                 "| 资金监管 | 60 | 58 | 57.5 |\n"
                                 "| 合计 | 100 | 98 | 95.6 |\n";
    expect_findings(source, "error score.subtotal 复核得分 37 38 @2,3\n"
                            "error score.total 复核得分 95.6 95.5 @4,3\n");
}

/* a reviewer who skipped a row leaves his sum open */
static void test_second_opinion_is_incomplete(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 分值 | 自评得分 | 复核得分 |\n"
                                 "| 制度建设 | 40 | 40 |  |\n"
                                 "| 资金监管 | 60 | 58 | 57.5 |\n"
                                 "| 合计 | 100 | 98 | 95.5 |\n";
    expect_checks(source, "score.total",
                  "score.total pass 98 98 @3,2\n"
                  "score.total unverifiable 95.5 missing_operand @3,3\n");
    static const char blank[] = "| 指标名称 | 分值 | 自评得分 | 复核得分 |\n"
                                "| 制度建设 | 40 | 40 |  |\n"
                                "| 资金监管 | 60 | 58 |  |\n"
                                "| 合计 | 100 | 98 |  |\n";
    expect_checks(blank, "score.total", "score.total pass 98 98 @3,2\n");
}

static void test_rates_of_scores(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 分值 | 得分 | 得分率 |\n"
                                 "| 投入 | 15 | 15 | 100% |\n"
                                 "| 过程 | 55 | 50.04 | 90.89% |\n"
                                 "| 产出 | 30 | 26 | 86.66% |\n"
                                 "| 合计 | 100 | 91.04 | 91.04% |\n";
    expect_checks(source, "rate.ratio",
                  "rate.ratio pass 100 100 @1,3\n"
                  "rate.ratio fail 90.89 90.98 @2,3\n"
                  "rate.ratio rounding 86.66 86.67 @3,3\n"
                  "rate.ratio pass 91.04 91.04 @4,3\n");
    expect_findings(source, "error rate.ratio 过程 90.89 90.98 @2,3\n");
}

/* 0 of 0 points, and a weight over several scores, have no rate */
static void test_no_rate(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 | 得分率 |\n"
                                 "| 投入 | 立项 | 0 | 0 | 0% |\n"
                                 "| 过程 | 制度 | 50 | 20 | 40% |\n"
                                 "| ^ | 执行 | ^ | 25 | 50% |\n"
                                 "| 产出 | 数量 | 50 | 50 |  |\n";
    expect_checks(source, "rate.ratio", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_second_opinion_has_its_own_total),
        cmocka_unit_test(test_second_opinion_contradicts),
        cmocka_unit_test(test_second_opinion_is_incomplete),
        cmocka_unit_test(test_rates_of_scores),
        cmocka_unit_test(test_no_rate),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
