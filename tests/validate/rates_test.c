#include "tests/read.h"

static void test_rate_holds(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n"
                                 "| 修渠 | 320.50 | 312.48 | 97.50% |\n";
    expect_checks(source, "rate", "rate.ratio pass 97.50 97.50 @1,3\n");
    expect_findings(source, "");
}

static void test_rate_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n"
                                 "| 修渠 | 320.50 | 312.48 | 95.70% |\n";
    expect_checks(source, "rate", "rate.ratio fail 95.70 97.50 @1,3\n");
    expect_findings(source, "error rate.ratio 修渠 95.70 97.50 @1,3\n");
}

static void test_rate_off_by_a_last_place_is_a_warning(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n"
                                 "| 修渠 | 32050 | 31248 | 97.51% |\n";
    expect_checks(source, "rate", "rate.ratio fail 97.51 97.50 @1,3\n");
    expect_findings(source, "warning rate.ratio 修渠 97.51 97.50 @1,3\n");
}

static void test_rate_truncated_is_rounding(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n"
                                 "| 修渠 | 30000 | 20000 | 66.66% |\n";
    expect_checks(source, "rate", "rate.ratio rounding 66.66 66.67 @1,3\n");
    expect_findings(source, "");
}

static void test_rate_of_nothing(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n"
                                 "| 修渠 | 0 | 20 | 100% |\n"
                                 "| 修闸 | 0 | 0 | 0% |\n"
                                 "| 修堤 | — | 20 | 100% |\n";
    expect_checks(source, "rate", "rate.ratio unverifiable 100 zero_denominator @1,3\n");
    expect_findings(source, "");
}

static void test_rate_of_an_approximate_figure(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n"
                                 "| 修渠 | 约30 | 20 | 66.66% |\n";
    expect_checks(source, "rate", "rate.ratio unverifiable 66.66 approximate_figure @1,3\n");
    expect_findings(source, "");
}

static void test_rate_without_a_sign(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 全年预算数 | 全年执行数 | 执行率 |\n"
                                 "| 修渠 | 320.50 | 312.48 | 97.50 |\n"
                                 "| 修闸 | 200 | 190 | 0.95 |\n"
                                 "| 修堤 | 200 | 1.9 | 0.95 |\n"
                                 "| 修井 | 200 | 100 | 0.42 |\n";
    expect_checks(source, "rate",
                  "rate.ratio pass 97.50 97.50 @1,3\n"
                  "rate.ratio pass 0.95 0.95 @2,3\n"
                  "rate.ratio pass 0.95 0.95 @3,3\n"
                  "rate.ratio unverifiable 0.42 unit_unknown @4,3\n");
    expect_findings(source, "");
}

static void test_rate_prefers_the_adjusted_budget(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 年初预算数 | 全年预算数 | "
                                 "全年执行数 | 执行率 |\n"
                                 "| 修渠 | 300 | 400 | 200 | 50% |\n"
                                 "| 修闸 | 300 | 400 | 150 | 50% |\n"
                                 "| 修堤 | 300 | 400 | 150 | 40% |\n";
    expect_checks(source, "rate",
                  "rate.ratio pass 50 50 @1,4\n"
                  "rate.ratio pass 50 50 @2,4\n"
                  "rate.ratio fail 40 38 @3,4\n");
    expect_findings(source, "error rate.ratio 修堤 40 38 @3,4\n");
}

static void test_rate_of_the_original_budget_only(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 年初预算数 | 决算数 | 执行率 |\n"
                                 "| 修渠 | 300 | 150 | 50% |\n";
    expect_checks(source, "rate", "rate.ratio pass 50 50 @1,3\n");
    expect_findings(source, "");
}

static void test_rates_in_a_score_table_are_not_taken(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 年度指标值 | "
                                 "实际完成值 | 分值 | 得分 |\n"
                                 "| 产出 | 完工率 | ≥95% | 90% | 50 | 47 |\n"
                                 "| 效益 | 满意度 | ≥90% | 95% | 50 | 50 |\n";
    expect_checks(source, "rate", "");
    expect_findings(source, "");
}

static void test_balance_holds(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 预算数 | 实际支出 | 结余 |\n"
                                 "| 修渠 | 320.50 | 312.48 | 8.02 |\n";
    expect_checks(source, "amount.balance", "amount.balance pass 8.02 8.02 @1,3\n");
    expect_findings(source, "");
}

static void test_balance_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 预算数 | 实际支出 | 结余 |\n"
                                 "| 修渠 | 320.50 | 312.48 | 12.02 |\n";
    expect_checks(source, "amount.balance", "amount.balance fail 12.02 8.02 @1,3\n");
    expect_findings(source, "warning amount.balance 修渠 12.02 8.02 @1,3\n");
}

static void test_balance_within_rounding(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 预算数 | 实际支出 | 结余 |\n"
                                 "| 修渠 | 320.50 | 312.48 | 8.0 |\n"
                                 "| 修闸 | 320.5 | 312.48 | 8.03 |\n";
    expect_checks(source, "amount.balance",
                  "amount.balance rounding 8.0 8.02 @1,3\n"
                  "amount.balance rounding 8.03 8.02 @2,3\n");
    expect_findings(source, "");
}

static void test_balance_of_an_unreadable_figure(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 预算数 | 实际支出 | 结余 |\n"
                                 "| 修渠 | 13,04.9 | 312.48 | 8.02 |\n";
    expect_checks(source, "amount.balance",
                  "amount.balance unverifiable 8.02 unreadable_number @1,3\n");
    expect_findings(source, "warning amount.notation 修渠/预算数 13,04.9  @1,1\n");
}

/* the only total of a row of sources is what was budgeted */
static void test_rate_of_a_total_of_sources(void **state) {
    (void)state;
    static const char heads[] = "| 资金 | 中央 | 省级 | 其他 | 合计 | 执行数 | "
                                "执行率 |\n";
    char source[400];
    snprintf(source, sizeof source, "%s| 预算 | 50 | 30 | 20 | 100 | 95 | 95%% |\n", heads);
    expect_checks(source, "rate", "rate.ratio pass 95 95 @1,6\n");
    snprintf(source, sizeof source, "%s| 预算 | 50 | 30 | 20 | 100 | 95 | 98%% |\n", heads);
    expect_findings(source, "warning rate.ratio 预算 98 95 @1,6\n");
}

/* 结余率 is no execution rate, wherever it stands */
static void test_rates_of_another_kind(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 预算数 | 执行数 | 结余率 | 执行率 |\n"
                                 "| 修渠 | 100 | 95 | 5% | 95% |\n"
                                 "| 修桥 | 100 | 90 | 10% | 90% |\n"
                                 "| 合计 | 200 | 185 | 7.5% | 92.5% |\n";
    expect_checks(source, "rate",
                  "rate.ratio pass 95 95 @1,4\n"
                  "rate.ratio pass 90 90 @2,4\n"
                  "rate.ratio pass 92.5 92.5 @3,4\n");
    expect_findings(source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rate_holds),
        cmocka_unit_test(test_rate_contradicts),
        cmocka_unit_test(test_rate_off_by_a_last_place_is_a_warning),
        cmocka_unit_test(test_rate_truncated_is_rounding),
        cmocka_unit_test(test_rate_of_nothing),
        cmocka_unit_test(test_rate_of_an_approximate_figure),
        cmocka_unit_test(test_rate_without_a_sign),
        cmocka_unit_test(test_rate_prefers_the_adjusted_budget),
        cmocka_unit_test(test_rate_of_the_original_budget_only),
        cmocka_unit_test(test_rates_in_a_score_table_are_not_taken),
        cmocka_unit_test(test_balance_holds),
        cmocka_unit_test(test_balance_contradicts),
        cmocka_unit_test(test_balance_within_rounding),
        cmocka_unit_test(test_balance_of_an_unreadable_figure),
        cmocka_unit_test(test_rate_of_a_total_of_sources),
        cmocka_unit_test(test_rates_of_another_kind),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
