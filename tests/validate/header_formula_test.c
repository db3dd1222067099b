#include "tests/read.h"

#define CIRCLES                                                                                   \
    "单位：万元\n"                                                                           \
    "| 资金结构 | 年初安排① | 年中调整② | 小计③=①+② | 拨付金额④ | " \
    "支出实现率（%）⑤=④/③ | 结余⑥=③-④ |\n"

static void test_circles(void **state) {
    (void)state;
    static const char source[] = CIRCLES "| 项目支出 | 60 | 12.5 | 72.5 | 66.14 | 91.23 | "
                                         "6.36 |\n";
    expect_sections(source,
                    "breakdown 0-2 1 万元: label amount amount total amount rate balance\n");
    expect_checks(source, "",
                  "amount.cross pass 72.5 72.5 @1,3\n"
                  "rate.ratio pass 91.23 91.23 @1,5\n"
                  "amount.balance pass 6.36 6.36 @1,6\n");
    expect_findings(source, "");
}

static void test_circles_contradict(void **state) {
    (void)state;
    expect_findings(CIRCLES "| 项目支出 | 60 | 12.5 | 72.5 | 66.14 | 93.23 | 6.36 |\n"
                            "| 基本支出 | 20 | 5 | 20 | 15 | 75 | 5 |\n"
                            "| 其他支出 | 40 | 0 | 40 | 30 | 75 | 15 |\n",
                    "error rate.ratio 项目支出/支出实现率(%)⑤=④/③ 93.23 91.23 @1,5\n"
                    "error amount.cross 基本支出/小计③=①+② 20 25 @2,3\n"
                    "error amount.balance 其他支出/结余⑥=③-④ 15 10 @3,6\n");
}

/* 91.2 is cut off, not rounded; 6.37 is within the halves of three figures */
static void test_circles_round(void **state) {
    (void)state;
    static const char source[] =
        CIRCLES "| 项目支出 | 60.00 | 12.51 | 72.50 | 66.14 | 91.22 | 6.36 |\n";
    expect_checks(source, "",
                  "amount.cross rounding 72.50 72.51 @1,3\n"
                  "rate.ratio rounding 91.22 91.23 @1,5\n"
                  "amount.balance pass 6.36 6.36 @1,6\n");
    expect_findings(source, "");
}

/* a dash adjusts nothing where the sum holds without it, else it is missing;
 * words stand for what is not known */
static void test_blanks(void **state) {
    (void)state;
    static const char source[] = CIRCLES "| 项目支出 | 60 | - | 60 | 30 | 50 | 30 |\n"
                                         "| 基本支出 | 60 |  | 70 | 35 | 50 | 35 |\n"
                                         "| 公用支出 | 60 | 待定 | 60 | 30 | 50 | 30 |\n"
                                         "| 其他支出 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                                         "| 专项支出 | 10 | 0 | 10 | - | 50 | - |\n";
    expect_checks(source, "",
                  "amount.cross pass 60 60 @1,3\n"
                  "rate.ratio pass 50 50 @1,5\n"
                  "amount.balance pass 30 30 @1,6\n"
                  "amount.cross unverifiable 70 missing_operand @2,3\n"
                  "rate.ratio pass 50 50 @2,5\n"
                  "amount.balance pass 35 35 @2,6\n"
                  "amount.cross unverifiable 60 missing_operand @3,3\n"
                  "rate.ratio pass 50 50 @3,5\n"
                  "amount.balance pass 30 30 @3,6\n"
                  "amount.cross pass 10 10 @5,3\n"
                  "rate.ratio unverifiable 50 missing_operand @5,5\n");
    expect_findings(source, "");
}

/* what follows from a slip holds with the figure that is right: a note */
static void test_consequences_are_notes(void **state) {
    (void)state;
    static const char source[] = CIRCLES "| 项目支出 | 60 | 12.5 | 74.5 | 66.14 | 91.23 | "
                                         "6.36 |\n";
    expect_checks(source, "",
                  "amount.cross fail 74.5 72.5 @1,3\n"
                  "rate.ratio fail 91.23 88.78 @1,5\n"
                  "amount.balance fail 6.36 8.36 @1,6\n");
    expect_findings(source, "error amount.cross 项目支出/小计③=①+② 74.5 72.5 @1,3\n"
                            "info rate.ratio 项目支出/支出实现率(%)⑤=④/③ 91.23 88.78 @1,5\n"
                            "info amount.balance 项目支出/结余⑥=③-④ 6.36 8.36 @1,6\n");
}

/* the rate fits neither figure: that is a slip of its own */
static void test_a_second_slip_is_told(void **state) {
    (void)state;
    expect_findings(CIRCLES "| 项目支出 | 60 | 12.5 | 74.5 | 66.14 | 95.23 | 6.36 |\n",
                    "error amount.cross 项目支出/小计③=①+② 74.5 72.5 @1,3\n"
                    "error rate.ratio 项目支出/支出实现率(%)⑤=④/③ 95.23 88.78 @1,5\n"
                    "info amount.balance 项目支出/结余⑥=③-④ 6.36 8.36 @1,6\n");
}

static void test_numbers_below_the_heads(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 年初预算 | 追加预算 | 调整后预算 | "
                                 "支出数 | 支出率 |\n"
                                 "| 栏次 | 1 | 2 | 3=1+2 | 4 | 5=4/3 |\n"
                                 "| 道路养护 | 100 | 20 | 120 | 90 | 75% |\n"
                                 "| 桥梁检测 | 50 | 10 | 65 | 39 | 60% |\n";
    expect_sections(source, "fund 0-4 2: label budget2 amount budget1 spent rate\n");
    expect_checks(source, "",
                  "amount.cross pass 120 120 @2,3\n"
                  "rate.ratio pass 75 75 @2,5\n"
                  "amount.cross fail 65 60 @3,3\n"
                  "rate.ratio pass 60 60 @3,5\n");
}

static void test_letters_and_names(void **state) {
    (void)state;
    expect_checks("| 资金来源 | 预算数（A） | 调整数（B） | 合计（C=A+B） | "
                  "执行数（D） | "
                  "执行率（D/C×100%） |\n"
                  "| 省级 | 30 | 10 | 40 | 38 | 95% |\n",
                  "",
                  "amount.cross pass 40 40 @1,3\n"
                  "rate.ratio pass 95 95 @1,5\n");
    expect_checks("| 资金来源 | 预算数 | 执行数 | 结余（预算数-执行数） | "
                  "执行率（执行数/预算数） |\n"
                  "| 省级 | 30 | 24 | 6 | 80% |\n",
                  "",
                  "amount.balance pass 6 6 @1,3\n"
                  "rate.ratio pass 80 80 @1,4\n");
}

/* the head says B/A: another denominator is no excuse */
static void test_the_formula_before_the_habit(void **state) {
    (void)state;
    expect_findings("| 资金来源 | 年初预算数 | 全年预算数（A） | 全年执行数（B） | "
                    "执行率（B/A） |\n"
                    "| 省级 | 40 | 50 | 38 | 95% |\n",
                    "error rate.ratio 省级/执行率(B/A) 95 76 @1,4\n");
    expect_findings("| 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | "
                    "执行率 |\n"
                    "| 省级 | 40 | 50 | 38 | 95% |\n",
                    "");
}

/* a fraction of one, and a quotient that is no rate */
static void test_quotients(void **state) {
    (void)state;
    expect_checks("| 资金来源 | 预算数（A） | 执行数（B） | 执行率（B/A） |\n"
                  "| 省级 | 40 | 38 | 0.95 |\n"
                  "| 市级 | 40 | 38 | 0.59 |\n",
                  "rate",
                  "rate.ratio pass 0.95 0.95 @1,3\n"
                  "rate.ratio unverifiable 0.59 unit_unknown @2,3\n");
    expect_checks("| 村 | 补助金额① | 户数② | 户均金额③=①/② |\n"
                  "| 东村 | 4000 | 20 | 200 |\n"
                  "| 西村 | 3000 | 20 | 150 |\n"
                  "| 合计 | 7000 | 40 | 175 |\n",
                  "rate", "");
}

/* none of these is a formula of this table */
static void test_no_formula(void **state) {
    (void)state;
    expect_checks("| 资金来源 | 预算数（A） | 执行数（B） | 执行率（C/A） |\n"
                  "| 省级 | 40 | 38 | 90% |\n",
                  "", "rate.ratio fail 90 95 @1,3\n");
    expect_checks("| 村 | 数量（A） | 金额（A） | 小计（C=A+B） |\n"
                  "| 东村 | 4 | 20 | 200 |\n",
                  "", "");
}

/* 1, 2 and 3 below a header may be figures of a row with a name */
static void test_a_row_of_figures_is_no_row_of_numbers(void **state) {
    (void)state;
    static const char source[] = "| 单位 | 在编人数 | 编外人数 | 合计 |\n"
                                 "| 东所 | 1 | 2 | 3 |\n"
                                 "| 西所 | 4 | 2 | 6 |\n";
    expect_sections(source, "breakdown 0-3 1: label amount amount total\n");
    expect_checks(source, "amount", "amount.cross pass 3 3 @1,3\namount.cross pass 6 6 @2,3\n");
}

/* completed beyond the target, the rate may be capped; where less is better it
 * is turned round */
static void test_indicators(void **state) {
    (void)state;
    expect_checks("| 一级指标 | 三级指标 | 指标值（A） | 完成值（B） | "
                  "完成率（B/A） |\n"
                  "| 产出 | 培训人数 | 200人 | 180人 | 90% |\n"
                  "| 产出 | 检查次数 | 10次 | 12次 | 100% |\n",
                  "rate",
                  "rate.ratio pass 90 90 @1,4\n"
                  "rate.ratio unverifiable 100 direction_unknown @2,4\n");
}

static void test_figures_in_different_units(void **state) {
    (void)state;
    expect_checks("| 项目 | 预算（亿元）① | 支出（万元）② | "
                  "支出率③=②/① |\n"
                  "| 水库 | 2 | 15000 | 75% |\n",
                  "rate", "rate.ratio pass 75 75 @1,3\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_circles),
        cmocka_unit_test(test_circles_contradict),
        cmocka_unit_test(test_circles_round),
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_consequences_are_notes),
        cmocka_unit_test(test_a_second_slip_is_told),
        cmocka_unit_test(test_numbers_below_the_heads),
        cmocka_unit_test(test_letters_and_names),
        cmocka_unit_test(test_the_formula_before_the_habit),
        cmocka_unit_test(test_quotients),
        cmocka_unit_test(test_no_formula),
        cmocka_unit_test(test_a_row_of_figures_is_no_row_of_numbers),
        cmocka_unit_test(test_indicators),
        cmocka_unit_test(test_figures_in_different_units),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
