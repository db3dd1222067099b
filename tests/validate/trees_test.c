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
                  "amount.claims pass 300 300 @2,3\n");
    expect_findings(source, "");
}

/* each tree alone against its own total */
static void test_a_part_contradicts(void **state) {
    (void)state;
    expect_findings(FUNDS "| ^ | 按收入性质分：300 | < | 按支出性质分：300 | < |\n"
                          "| ^ | 其中：一般公共预算：250 | < | "
                          "其中：基本支出：180 | < |\n"
                          "| ^ | 政府性基金：90 | < | 项目支出：120 | < |\n",
                    "error amount.breakdown 按收入性质分 300 340 @2,1\n");
}

/* both totals hold their own parts, and are of one whole */
static void test_totals_differ(void **state) {
    (void)state;
    expect_findings(FUNDS "| ^ | 按收入性质分：300 | < | 按支出性质分：330 | < |\n"
                          "| ^ | 其中：一般公共预算：250 | < | "
                          "其中：基本支出：180 | < |\n"
                          "| ^ | 政府性基金：50 | < | 项目支出：150 | < |\n",
                    "warning amount.claims 按支出性质分 330 300 @2,3\n");
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
                        "| ^ | 其中：一般公共预算：200 | < | "
                        "其中：基本支出：180 | < |\n"
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
                  "amount.claims pass 300.02 300.02 @5,1\n");
    expect_findings(source, "");
}

/* labels and figures in cells of their own: what stands under 执行率 is no
 * rate */
static void test_figures_beside_their_labels(void **state) {
    (void)state;
    static const char source[] = "| 预算（万元） |  | 年初预算数 | 全年预算数 | 分值 | 执行率 | "
                                 "得分 |\n"
                                 "| ^ | 年度资金总额 | 300 | 300 | 10 | 95% | 9.5 |\n"
                                 "| ^ | 按收入性质分： | < | 按支出性质分： | < | < | < |\n"
                                 "| ^ | 其中：一般公共预算 | 250 | 其中：基本支出 | < | 180 | < |\n"
                                 "| ^ | 政府性基金 | 50 | 项目支出 | < | 170 | < |\n"
                                 "| ^ | 其他资金 |  |  | < |  | < |\n";
    expect_checks(source, "amount",
                  "amount.breakdown pass 300 300 @1,2\n"
                  "amount.breakdown fail 300 350 @1,2\n");
    expect_findings(source, "warning amount.breakdown 按支出性质分 300 350 @1,2\n");
}

/* text leaves blanks where cells were merged */
static void test_figures_behind_blanks(void **state) {
    (void)state;
    struct read *r = read_text("预算（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\n"
                               "\t年度资金总额\t300\t300\t290\t10\n"
                               "\t按收入性质分：\t\t按支出性质分：\t\t\n"
                               "\t其中：一般公共预算\t250\t其中：基本支出\t\t180\n"
                               "\t政府性基金\t50\t项目支出\t\t120\n");
    read_show_checks(r, "amount");
    assert_string_equal(r->text, "amount.breakdown pass 300 300 @1,2\n"
                                 "amount.breakdown pass 300 300 @1,2\n");
    read_end(r);
}

/* what cannot be read is missing, not left out */
static void test_an_unreadable_part(void **state) {
    (void)state;
    expect_checks(FUNDS "| ^ | 按收入性质分：300 | < | 按支出性质分：300 | < |\n"
                        "| ^ | 其中：一般公共预算：2,50.00 | < | "
                        "其中：基本支出：180 | < |\n"
                        "| ^ | 政府性基金：50 | < | 项目支出：120 | < |\n",
                  "amount.breakdown",
                  "amount.breakdown unverifiable 300 unreadable_number @2,1\n"
                  "amount.breakdown pass 300 300 @2,3\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_trees),
        cmocka_unit_test(test_a_part_contradicts),
        cmocka_unit_test(test_totals_differ),
        cmocka_unit_test(test_totals_left_blank),
        cmocka_unit_test(test_no_whole),
        cmocka_unit_test(test_trees_below_each_other),
        cmocka_unit_test(test_figures_beside_their_labels),
        cmocka_unit_test(test_figures_behind_blanks),
        cmocka_unit_test(test_an_unreadable_part),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
