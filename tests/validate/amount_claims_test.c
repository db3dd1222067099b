#include "tests/read.h"

#define TITLE "石桥县水务局2023年度部门整体支出绩效自评报告\n"
#define FUND                                                                                                                   \
    "| 预算执行情况（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n" \
    "| 年度资金总额 | 8420.00 | 9136.58 | 8953.85 | 10 | 98.00% | 9.8 |\n"                                               \
    "| 基本支出 | 1400.00 | 1400.00 | 1326.40 |  | 94.74% |  |\n"                                                          \
    "| 项目支出 | 7020.00 | 7736.58 | 7627.45 |  | 98.59% |  |\n"

static void expect(const char *source, const char *expected) {
    expect_checks(source, "amount.claims", expected);
}

static void test_text_and_table_agree(void **state) {
    (void)state;
    expect(TITLE "2023年我局年初预算8420万元，调整后预算数9136.58万元。\n" FUND,
           "amount.claims pass 8420 8420 @1\n"
           "amount.claims pass 9136.58 9136.58 @1\n");
}

static void test_whole_that_differs(void **state) {
    (void)state;
    expect_findings(TITLE "2023年我局调整后预算数9200.00万元。\n" FUND,
                    "warning amount.claims 我局调整后预算数 9200.00 9136.58 @1\n");
}

/* Whatever the words say, 500 is likelier of a project than of the whole. */
static void test_a_whole_that_is_far_off(void **state) {
    (void)state;
    expect_findings(TITLE "2023年我局调整后预算数512.00万元。\n" FUND, "");
}

static void test_coarser_figures_are_rounded(void **state) {
    (void)state;
    expect(TITLE "2023年我局调整后预算数0.91亿元，全年支出8953.9万元。\n" FUND,
           "amount.claims rounding 0.91 0.913658 @1\n"
           "amount.claims rounding 8953.9 8953.85 @1\n");
}

static void test_a_part_is_told_by_its_digits_only(void **state) {
    (void)state;
    expect(TITLE "2023年基本支出1326.40万元。\n" FUND, "amount.claims pass 1326.40 1326.40 @1\n");
    expect(TITLE "2023年基本支出1362.40万元。\n" FUND, "amount.claims fail 1362.40 1326.40 @1\n");
    /* it may leave out a part of them: nobody knows */
    expect(TITLE "2023年基本支出1105.20万元。\n" FUND, "");
}

static void test_a_budget_is_no_spending(void **state) {
    (void)state;
    expect(TITLE "2023年基本支出预算1402.00万元。\n" FUND, "");
    expect(TITLE "年初预算8420.00万元，其中基本支出1400.00万元，项目支出7020.00万元。\n" FUND,
           "amount.claims pass 8420.00 8420.00 @1\n"
           "amount.claims pass 1400.00 1400.00 @1\n"
           "amount.claims pass 7020.00 7020.00 @1\n");
}

static void test_a_unit_that_slipped(void **state) {
    (void)state;
    expect_findings(TITLE "2023年我局全年支出8953.85元。\n" FUND,
                    "warning amount.unit 我局全年支出 8953.85 89538500.00 @1\n");
    expect_findings(TITLE "2023年基本支出1326.40亿元。\n" FUND,
                    "warning amount.unit 基本支出 1326.40 0.13264 @1\n");
}

static void test_the_unit_by_its_name(void **state) {
    (void)state;
    expect(TITLE "截至2023年底，石桥县水务局全年预算数9136.85万元。\n" FUND,
           "amount.claims fail 9136.85 9136.58 @1\n");
    /* another unit's budget is its own */
    expect(TITLE "截至2023年底，石桥县节水站全年预算数9136.85万元。\n" FUND, "");
}

static void test_another_year(void **state) {
    (void)state;
    expect(TITLE "2022年我局全年预算数9136.85万元。\n" FUND, "");
}

static void test_most_decide(void **state) {
    (void)state;
    expect_findings(TITLE "2023年我局年初预算8420万元。本单位年初预算8402万元。\n" FUND,
                    "warning amount.claims 本单位年初预算 8402 8420.00 @1\n");
}

static void test_three_values_are_three_things(void **state) {
    (void)state;
    expect_findings(TITLE "2023年我局年初预算8520万元。本单位年初预算8402万元。\n" FUND, "");
}

static void test_rates(void **state) {
    (void)state;
    expect(TITLE "本年度部门预算执行率为98%。\n" FUND, "amount.claims pass 98 98 @1\n");
    expect(TITLE "本年度部门预算执行率为96.5%。\n" FUND, "amount.claims fail 96.5 98.00 @1\n");
    /* beside its own figures it is held against them */
    expect(TITLE "项目资金200万元，支出193万元，预算执行率为96.5%。\n" FUND, "");
}

static void test_projects_of_a_department(void **state) {
    (void)state;
    expect(TITLE "（一）渠道维修工程\n2023年全年预算数9163.58万元。\n" FUND, "");
    expect(TITLE "河道治理项目：全年预算数9163.58万元，全年执行数8593.85万元。\n" FUND, "");
}

static void test_a_form_of_a_project_in_a_department(void **state) {
    (void)state;
    expect(TITLE "2023年我局全年预算数9136.58万元。\n"
                 "| 项目名称 | 渠道维修 | < | < |\n"
                 "| 项目资金（万元） | 全年预算数 | 全年执行数 | 执行率 |\n"
                 "| 年度资金总额 | 9163.58 | 8953.85 | 97.71% |\n",
           "");
}

static void test_two_tables_that_differ(void **state) {
    (void)state;
    expect(TITLE "2023年我局全年预算数9136.58万元。\n" FUND "附表\n"
                 "| 预算执行情况（万元） | 全年预算数 | 全年执行数 | 执行率 |\n"
                 "| 年度资金总额 | 9163.58 | 8953.85 | 97.71% |\n",
           "amount.claims pass 9136.58 9136.58 @1\n"
           "amount.claims pass 8953.85 8953.85 @1,2\n");
}

static void test_unreadable_figures_tell_nothing(void **state) {
    (void)state;
    expect(TITLE "2023年我局年初预算约8400万元，全年预算数9,13.6万元。\n" FUND, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_and_table_agree),
        cmocka_unit_test(test_whole_that_differs),
        cmocka_unit_test(test_a_whole_that_is_far_off),
        cmocka_unit_test(test_coarser_figures_are_rounded),
        cmocka_unit_test(test_a_part_is_told_by_its_digits_only),
        cmocka_unit_test(test_a_budget_is_no_spending),
        cmocka_unit_test(test_a_unit_that_slipped),
        cmocka_unit_test(test_the_unit_by_its_name),
        cmocka_unit_test(test_another_year),
        cmocka_unit_test(test_most_decide),
        cmocka_unit_test(test_three_values_are_three_things),
        cmocka_unit_test(test_rates),
        cmocka_unit_test(test_projects_of_a_department),
        cmocka_unit_test(test_a_form_of_a_project_in_a_department),
        cmocka_unit_test(test_two_tables_that_differ),
        cmocka_unit_test(test_unreadable_figures_tell_nothing),
    };
    return cmocka_run_group_tests_name("amount_claims", tests, read_open, read_close);
}
