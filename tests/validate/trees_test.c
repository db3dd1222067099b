#include "tests/read.h"

#define FUNDS                                                                                       \
    "| 年度预算申请（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 |\n" \
    "| ^ | 年度资金总额 | 280 | 300 | 290 |\n"

static void test_two_trees(void **state) {
    (void)state;
    static const char source[] =
        FUNDS "| ^ | 按收入性质分：300 | < | 按支出性质分：300 | < |\n"
              "| ^ | 其中：一般公共预算：250 | < | 其中：基本支出：180 | < |\n"
              "| ^ | 政府性基金：50 | < | 项目支出：120 | < |\n";
    expect_checks(source, "amount",
                  "amount.breakdown pass 300 300 @2,1\n"
                  "amount.breakdown pass 300 300 @2,3\n"
                  "amount.breakdown pass 300 300 @2,3\n");
    expect_findings(source, "");
}

/* each tree alone against its own total */
static void test_a_part_contradicts(void **state) {
    (void)state;
    expect_findings(FUNDS "| ^ | 按收入性质分：300 | < | 按支出性质分：300 | < |\n"
                          "| ^ | 其中：一般公共预算：250 | < | 其中：基本支出：180 | < |\n"
                          "| ^ | 政府性基金：90 | < | 项目支出：120 | < |\n",
                    "error amount.breakdown 按收入性质分 300 340 @2,1\n");
}

/* both totals hold their own parts, and are of one whole */
static void test_totals_differ(void **state) {
    (void)state;
    expect_findings(FUNDS "| ^ | 按收入性质分：300 | < | 按支出性质分：330 | < |\n"
                          "| ^ | 其中：一般公共预算：250 | < | 其中：基本支出：180 | < |\n"
                          "| ^ | 政府性基金：50 | < | 项目支出：150 | < |\n",
                    "error amount.breakdown 按支出性质分 330 300 @2,3\n");
}

/* totals left blank: the funds above are the whole, the amount that a tree
 * gives */
static void test_totals_left_blank(void **state) {
    (void)state;
    static const char source[] =
        FUNDS "| ^ | 按收入性质分： | < | 按支出性质分： | < |\n"
              "| ^ | 其中：一般公共预算：250 | < | 其中：基本支出：180 | < |\n"
              "| ^ | 政府性基金：50 | < | 项目支出：130 | < |\n"
              "| ^ | 其他资金： | < |  | < |\n";
    expect_checks(source, "amount",
                  "amount.breakdown pass 300 300 @1,3\n"
                  "amount.breakdown fail 300 310 @1,3\n");
    expect_findings(source, "warning amount.breakdown 按支出性质分 300 310 @1,3\n");
}

/* neither tree gives any of the amounts: nothing says what they break down */
static void test_no_whole(void **state) {
    (void)state;
    expect_checks(FUNDS "| ^ | 按收入性质分： | < | 按支出性质分： | < |\n"
                        "| ^ | 其中：一般公共预算：200 | < | 其中：基本支出：180 | < |\n"
                        "| ^ | 政府性基金：50 | < | 项目支出：130 | < |\n",
                  "amount", "");
}

/* one tree below the other, rounding within the halves of three figures */
static void test_trees_below_each_other(void **state) {
    (void)state;
    static const char source[] = FUNDS "| ^ | 按收入性质分：300.02 | < | < | < |\n"
                                       "| ^ | 其中：一般公共预算：250.01 | < | < | < |\n"
                                       "| ^ | 政府性基金：50.00 | < | < | < |\n"
                                       "| ^ | 按支出性质分：300.02 | < | < | < |\n"
                                       "| ^ | 其中：基本支出：180.02 | < | < | < |\n"
                                       "| ^ | 项目支出：120.00 | < | < | < |\n";
    expect_checks(source, "amount",
                  "amount.breakdown rounding 300.02 300.01 @2,1\n"
                  "amount.breakdown pass 300.02 300.02 @5,1\n"
                  "amount.breakdown pass 300.02 300.02 @5,1\n");
    expect_findings(source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_trees),     cmocka_unit_test(test_a_part_contradicts),
        cmocka_unit_test(test_totals_differ), cmocka_unit_test(test_totals_left_blank),
        cmocka_unit_test(test_no_whole),      cmocka_unit_test(test_trees_below_each_other),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
