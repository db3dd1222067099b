#include "tests/read.h"

#define COEFFICIENT_HEAD                                            \
    "| 指标名称 | 指标值 | 完成值 | 得分系数（%） " \
    "| 指标权重（分） | 指标得分（分） |\n"

static void expect(const char *source, const char *rule, const char *checks) {
    expect_checks(source, rule, checks);
}

/* ---- 得分系数 */

static void test_a_coefficient_times_the_weight(void **state) {
    (void)state;
    expect(COEFFICIENT_HEAD "| 管道长度 | 12 | 12.4 | 100 | 60 | 60 |\n"
                            "| 完工率 | 95 | 83.6 | 88 | 40 | 35.2 |\n",
           "score.coefficient",
           "score.coefficient pass 60 60 @1,5\n"
           "score.coefficient pass 35.2 35.2 @2,5\n");
}

/* 14.586 may be printed as 14.59, 14.58 or 14.6, and 97.24 may be 97.2449 */
static void test_a_coefficient_rounded(void **state) {
    (void)state;
    expect(COEFFICIENT_HEAD "| 合格率 | 98 | 95.3 | 97.24 | 15 | 14.59 |\n"
                            "| 覆盖率 | 98 | 95.3 | 97.24 | 15 | 14.58 |\n"
                            "| 完工率 | 98 | 95.3 | 97.24 | 15 | 14.6 |\n",
           "score.coefficient",
           "score.coefficient rounding 14.59 14.586 @1,5\n"
           "score.coefficient rounding 14.58 14.586 @2,5\n"
           "score.coefficient rounding 14.6 14.586 @3,5\n");
}

static void test_a_coefficient_that_gives_another_score(void **state) {
    (void)state;
    static const char source[] = COEFFICIENT_HEAD "| 合格率 | 98 | 95.3 | 97.24 | 15 | 14.9 |\n"
                                                  "| 完工率 | 95 | 83.6 | 88 | 10 | 9.8 |\n";
    expect_findings(source, "error score.coefficient 合格率 14.9 14.586 @1,5\n"
                            "error score.coefficient 完工率 9.8 8.8 @2,5\n");
}

/* A score above its weight is told as such; what only follows is an info. */
static void test_a_score_above_its_weight_is_told_once(void **state) {
    (void)state;
    expect_findings(COEFFICIENT_HEAD "| 完工率 | 95 | 95 | 100 | 10 | 85 |\n"
                                     "| 合格率 | 95 | 83.6 | 88 | 90 | 79.2 |\n",
                    "error score.over_weight 完工率 85 10 @1,5\n"
                    "info score.coefficient 完工率 85 10 @1,5\n");
}

/* 100 in a column of two decimals is 100.00: 14.95 is no rounding of 15 */
static void test_a_plain_hundred_is_exact(void **state) {
    (void)state;
    expect(COEFFICIENT_HEAD "| 合格率 | 98 | 95.3 | 97.24 | 15 | 14.59 |\n"
                            "| 完工率 | 95 | 95 | 100 | 15 | 14.95 |\n",
           "score.coefficient",
           "score.coefficient rounding 14.59 14.586 @1,5\n"
           "score.coefficient fail 14.95 15 @2,5\n");
}

static void test_a_coefficient_as_a_fraction(void **state) {
    (void)state;
    expect("| 指标名称 | 完成值 | 得分系数 | 指标权重 | 指标得分 |\n"
           "| 管道长度 | 12.4 | 1 | 60 | 60 |\n"
           "| 完工率 | 83.6 | 0.88 | 40 | 35.2 |\n"
           "| 合格率 | 83.6 | 0.9 | 40 | 30 |\n",
           "score.coefficient",
           "score.coefficient pass 60 60 @1,4\n"
           "score.coefficient pass 35.2 35.2 @2,4\n"
           "score.coefficient unverifiable 30 unit_unknown @3,4\n");
}

/* No coefficient, no check; points on top of the scale are not bound by it. */
static void test_rows_without_a_coefficient(void **state) {
    (void)state;
    expect(COEFFICIENT_HEAD "| 管道长度 | 12 | 12.4 | / | 60 | 60 |\n"
                            "| 完工率 | 95 | 83.6 | 88 | 40 |  |\n"
                            "| 获奖加分 | 1 | 1 | 100 | 2 | 3 |\n",
           "score.coefficient", "score.coefficient unverifiable 3 bonus_row @3,5\n");
}

/* ---- 执行率 */

#define FUND_HEAD                                          \
    "| 资金 | 年初预算数 | 全年预算数（A） " \
    "| 全年执行数（B） | 分值 | 执行率（B/A） | 得分 |\n"
#define INDICATORS                                                                   \
    "| 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 完成值 " \
    "| 得分 |\n"                                                                   \
    "| 产出 | 数量 | 文化室 | 32个 | 90 | 32个 | 90 |\n"

static void expect_fund(const char *row, const char *tail, const char *checks) {
    char source[2048];
    snprintf(source, sizeof source, "%s%s%s%s", FUND_HEAD, row, INDICATORS, tail);
    expect(source, "score.rule", checks);
}

static void test_the_rate_times_its_points(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 300 | 320.5 | 312.48 | 10 | 97.50% | 9.75 |\n", "",
                "score.rule pass 9.75 9.75 @1,6\n");
}

/* 97.498 % of 10 points, rounded or cut off, in full points too */
static void test_the_points_rounded(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 300 | 320.5 | 312.48 | 10 | 97.50% | 9.8 |\n", "",
                "score.rule rounding 9.8 9.75 @1,6\n");
    expect_fund("| 年度资金总额 | 300 | 320.5 | 312.48 | 10 | 97.50% | 9 |\n", "",
                "score.rule rounding 9 9.75 @1,6\n");
    expect_fund("| 年度资金总额 | 300 | 320.5 | 312.48 | 10 | 97.50% | 10 |\n", "",
                "score.rule rounding 10 9.75 @1,6\n");
}

/* The score follows from the amounts, whatever rate is printed. */
static void test_the_rate_of_the_amounts(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 300 | 320 | 312 | 10 | 79.50% | 9.75 |\n", "",
                "score.rule pass 9.75 9.75 @1,6\n");
    expect_fund("| 年度资金总额 | 320 | 400 | 312 | 10 | / | 9.75 |\n", "",
                "score.rule pass 9.75 9.75 @1,6\n");
    expect_fund("| 年度资金总额 | 320 | 400 | 312 | 10 | 78% | 9.75 |\n", "",
                "score.rule pass 9.75 9.75 @1,6\n");
    expect_fund("| 年度资金总额 | 330 | 400 | 312 | 10 | / | 9.75 |\n", "",
                "score.rule fail 9.75 7.8 @1,6\n");
}

static void test_points_that_no_step_explains(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 300 | 320.5 | 312.48 | 10 | 97.50% | 9.57 |\n", "",
                "score.rule fail 9.57 9.75 @1,6\n");
}

/* Full points from 90 % on, 8 for 85 %: rules that stand elsewhere. */
static void test_points_in_steps(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 100 | 100 | 92 | 10 | 92% | 10 |\n", "",
                "score.rule unverifiable 10 own_rule @1,6\n");
    expect_fund("| 年度资金总额 | 100 | 100 | 87 | 10 | 87% | 9.5 |\n", "",
                "score.rule unverifiable 9.5 own_rule @1,6\n");
}

/* Where the document says how, steps explain nothing. */
static void test_a_rule_that_is_stated(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 100 | 100 | 92 | 10 | 92% | 10 |\n",
                "注：预算执行率得分=分值×执行率。\n"
                "",
                "score.rule fail 10 9.2 @1,6\n");
    expect_fund("| 年度资金总额 | 100 | 100 | 92 | 10 | 92% | 10 |\n",
                "注：得分按执行率*10计算。\n", "score.rule fail 10 9.2 @1,6\n");
    expect_fund("| 年度资金总额 | 100 | 100 | 92 | 10 | 92% | 10 |\n",
                "注：预算执行率×100%为百分数。\n"
                "",
                "score.rule unverifiable 10 own_rule @1,6\n");
}

/* Nobody gets more than all points; a deduction for it is a rule of its own. */
static void test_more_than_the_budget(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 100 | 100 | 108 | 10 | 108% | 10 |\n", "",
                "score.rule pass 10 10 @1,6\n");
    expect_fund("| 年度资金总额 | 100 | 100 | 108 | 10 | 108% | 9.2 |\n", "",
                "score.rule unverifiable 9.2 own_rule @1,6\n");
}

static void test_a_rate_as_a_fraction(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 100 | 100 | 95.8 | 10 | 0.958 | 9.58 |\n", "",
                "score.rule pass 9.58 9.58 @1,6\n");
}

/* Nothing of nothing has no rate, and an unfilled row no score. */
static void test_rows_that_say_nothing(void **state) {
    (void)state;
    expect_fund("| 年度资金总额 | 0 | 0 | 0 | 10 | / | 0 |\n", "", "");
    expect_fund("| 年度资金总额 | 100 | 100 | 92 | 10 | 92% |  |\n", "", "");
}

static void test_it_is_a_warning_that_says_why(void **state) {
    (void)state;
    expect_findings(FUND_HEAD "| 年度资金总额 | 300 | 320.5 | 312.48 | 10 | 97.50% | 9.57 "
                              "|\n" INDICATORS,
                    "warning score.rule 年度资金总额 9.57 9.75 @1,6\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_coefficient_times_the_weight),
        cmocka_unit_test(test_a_coefficient_rounded),
        cmocka_unit_test(test_a_coefficient_that_gives_another_score),
        cmocka_unit_test(test_a_score_above_its_weight_is_told_once),
        cmocka_unit_test(test_a_plain_hundred_is_exact),
        cmocka_unit_test(test_a_coefficient_as_a_fraction),
        cmocka_unit_test(test_rows_without_a_coefficient),
        cmocka_unit_test(test_the_rate_times_its_points),
        cmocka_unit_test(test_the_points_rounded),
        cmocka_unit_test(test_the_rate_of_the_amounts),
        cmocka_unit_test(test_points_that_no_step_explains),
        cmocka_unit_test(test_points_in_steps),
        cmocka_unit_test(test_a_rule_that_is_stated),
        cmocka_unit_test(test_more_than_the_budget),
        cmocka_unit_test(test_a_rate_as_a_fraction),
        cmocka_unit_test(test_rows_that_say_nothing),
        cmocka_unit_test(test_it_is_a_warning_that_says_why),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
