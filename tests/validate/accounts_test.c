#include "tests/read.h"

#define TITLE "石桥县水务局2023年度部门整体支出绩效自评报告\n"
#define HEADS                                      \
    "| 年度收入情况（万元） | < | < |\n" \
    "| 机构名称 | 收入合计 | 公共财政拨款 |\n"
#define SPENT                                                          \
    "\n| 年度支出和结余情况（万元） | < | < | < | < |\n"  \
    "| 机构名称 | 支出合计 | 其中： | < | 当年结余 |\n" \
    "| ^ | ^ | 基本支出 | 项目支出 | ^ |\n"

static void expect(const char *source, const char *expected) {
    expect_checks(source, "amount.balance", expected);
}

static void test_a_balance_beside_the_expense(void **state) {
    (void)state;
    expect(TITLE HEADS "| 局机关 | 120.50 | 120.50 |\n"
                       "| 河道管理所 | 30.00 | 30.00 |\n" SPENT
                       "| 局机关 | 110.20 | 60.10 | 50.10 | 10.30 |\n"
                       "| 河道管理所 | 30.00 | 20.00 | 10.00 | 0 |\n",
           "amount.balance pass 10.30 10.30 @3,4\n"
           "amount.balance pass 0 0 @4,4\n");
}

static void test_a_balance_that_differs(void **state) {
    (void)state;
    expect_findings(TITLE HEADS "| 局机关 | 120.50 | 120.50 |\n" SPENT
                                "| 局机关 | 110.20 | 60.10 | 50.10 | 13.40 |\n",
                    "warning amount.balance 局机关 13.40 10.30 @3,4\n");
}

static void test_rounded_figures(void **state) {
    (void)state;
    expect(TITLE HEADS "| 局机关 | 120.50 | 120.50 |\n" SPENT
                       "| 局机关 | 110.20 | 60.10 | 50.10 | 10.31 |\n",
           "amount.balance rounding 10.31 10.30 @3,4\n");
}

static void test_a_blank_balance(void **state) {
    (void)state;
    expect(TITLE HEADS "| 局机关 | 120.50 | 120.50 |\n"
                       "| 河道管理所 | 30.00 | 30.00 |\n" SPENT
                       "| 局机关 | 120.50 | 60.10 | 60.40 |  |\n"
                       "| 河道管理所 | 28.00 | 20.00 | 8.00 |  |\n",
           "amount.balance pass 120.50 120.50 @3,1\n"
           "amount.balance unverifiable 28.00 missing_operand @4,1\n");
}

static void test_former_years_may_explain_it(void **state) {
    (void)state;
    expect(TITLE "| 机构名称 | 收入合计 | 上年结转 | 公共财政拨款 |\n"
                 "| 局机关 | 120.50 | 20.50 | 100.00 |\n" SPENT
                 "| 局机关 | 110.20 | 60.10 | 50.10 | 13.40 |\n",
           "amount.balance unverifiable 13.40 doubtful_tie @3,4\n");
}

static void test_a_figure_that_is_wrong_elsewhere(void **state) {
    (void)state;
    expect(TITLE HEADS "| 局机关 | 120.50 | 120.50 |\n" SPENT
                       "| 局机关 | 110.20 | 60.10 | 57.10 | 3.30 |\n",
           "amount.balance unverifiable 3.30 doubtful_tie @3,4\n");
}

static void test_rows_of_other_names(void **state) {
    (void)state;
    expect(TITLE HEADS "| 局机关 | 120.50 | 120.50 |\n"
                       "| 局机关 | 30.00 | 30.00 |\n" SPENT
                       "| 局机关 | 110.20 | 60.10 | 50.10 | 10.30 |\n"
                       "| 河道管理所 | 28.00 | 20.00 | 8.00 | 0 |\n",
           "");
}

static void test_two_tables_of_income(void **state) {
    (void)state;
    expect(TITLE HEADS "| 局机关 | 120.50 | 120.50 |\n\n"
                       "| 机构名称 | 收入合计 | 公共财政拨款 |\n"
                       "| 局机关 | 99.00 | 99.00 |\n" SPENT
                       "| 局机关 | 110.20 | 60.10 | 50.10 | 10.30 |\n",
           "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_balance_beside_the_expense),
        cmocka_unit_test(test_a_balance_that_differs),
        cmocka_unit_test(test_rounded_figures),
        cmocka_unit_test(test_a_blank_balance),
        cmocka_unit_test(test_former_years_may_explain_it),
        cmocka_unit_test(test_a_figure_that_is_wrong_elsewhere),
        cmocka_unit_test(test_rows_of_other_names),
        cmocka_unit_test(test_two_tables_of_income),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
