#include "tests/read.h"

static void test_total_holds_in_every_column(void **state) {
    (void)state;
    static const char source[] = "单位：万元\n"
                                 "| 序号 | 单位名称 | 预算金额 | 支出金额 |\n"
                                 "| 1 | 东关镇 | 120.50 | 118.20 |\n"
                                 "| 2 | 西关镇 | 80.25 | 80.25 |\n"
                                 "| 3 | 北山乡 | 60.00 | 55.10 |\n"
                                 "| 合计 | < | 260.75 | 253.55 |\n";
    expect_checks(source, "amount",
                  "amount.total pass 260.75 260.75 @4,2\n"
                  "amount.total pass 253.55 253.55 @4,3\n");
    expect_findings(source, "");
}

static void test_total_contradicts_in_one_column(void **state) {
    (void)state;
    static const char source[] = "单位：万元\n"
                                 "| 序号 | 单位名称 | 预算金额 | 支出金额 |\n"
                                 "| 1 | 东关镇 | 120.50 | 118.20 |\n"
                                 "| 2 | 西关镇 | 80.25 | 80.25 |\n"
                                 "| 3 | 北山乡 | 60.00 | 55.10 |\n"
                                 "| 合计 | < | 260.75 | 263.55 |\n";
    expect_checks(source, "amount",
                  "amount.total pass 260.75 260.75 @4,2\n"
                  "amount.total fail 263.55 253.55 @4,3\n");
    expect_findings(source, "error amount.total 合计/支出金额 263.55 253.55 @4,3\n");
}

/* 107.4 may mean 107.40: one hundredth over two parts is rounding */
static void test_total_within_rounding(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 金额（万元） |\n"
                                 "| 东关镇 | 95.12 |\n"
                                 "| 西关镇 | 12.29 |\n"
                                 "| 合计 | 107.4 |\n";
    expect_checks(source, "amount.total", "amount.total rounding 107.4 107.41 @3,1\n");
    expect_findings(source, "");
}

static void test_total_just_beyond_rounding_is_a_warning(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 金额（万元） |\n"
                                 "| 东关镇 | 95.12 |\n"
                                 "| 西关镇 | 12.29 |\n"
                                 "| 合计 | 107.43 |\n";
    expect_checks(source, "amount.total", "amount.total fail 107.43 107.41 @3,1\n");
    expect_findings(source, "warning amount.total 合计/金额(万元) 107.43 107.41 @3,1\n");
}

static void test_total_with_an_unreadable_item(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 金额（万元） |\n"
                                 "| 东关镇 | 13,04.9 |\n"
                                 "| 西关镇 | 12.29 |\n"
                                 "| 北山乡 | 2.00 |\n"
                                 "| 合计 | 144.78 |\n";
    expect_checks(source, "amount", "amount.total unverifiable 144.78 unreadable_number @4,1\n");
    expect_findings(source, "warning amount.notation 东关镇/金额 13,04.9  @1,1\n");
}

static void test_total_with_an_approximate_item(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 金额（万元） |\n"
                                 "| 东关镇 | 约95 |\n"
                                 "| 西关镇 | 12.29 |\n"
                                 "| 合计 | 107.43 |\n";
    expect_checks(source, "amount", "amount.total unverifiable 107.43 approximate_figure @3,1\n");
    expect_findings(source, "");
}

static void test_a_blank_item_counts_nothing(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 金额（万元） |\n"
                                 "| 东关镇 | 95.00 |\n"
                                 "| 西关镇 |  |\n"
                                 "| 北山乡 | — |\n"
                                 "| 南山乡 | 5.00 |\n"
                                 "| 合计 | 100.00 |\n";
    expect_checks(source, "amount", "amount.total pass 100.00 100.00 @5,1\n");
    expect_findings(source, "");
}

static void test_first_row_is_the_total(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 收入合计 | 支出合计 |\n"
                                 "| 青泷县林业局汇总 | 300 | 290 |\n"
                                 "| 1、局机关 | 200 | 195 |\n"
                                 "| 2、林业站 | 100 | 95 |\n";
    expect_rows(source, "header\n"
                        "total 青泷县林业局汇总\n"
                        "item#3 1、局机关\n"
                        "item#3 2、林业站\n");
    expect_checks(source, "amount",
                  "amount.total pass 300 300 @1,1\n"
                  "amount.total pass 290 290 @1,2\n");
    expect_findings(source, "");
}

static void test_subtotals_are_not_added_to_their_items(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 金额（万元） |\n"
                                 "| 东关镇 | 10 |\n"
                                 "| 西关镇 | 20 |\n"
                                 "| 小计 | 30 |\n"
                                 "| 北山乡 | 5 |\n"
                                 "| 南山乡 | 6 |\n"
                                 "| 小计 | 11 |\n"
                                 "| 合计 | 41 |\n";
    expect_checks(source, "amount",
                  "amount.total pass 30 30 @3,1\n"
                  "amount.total pass 11 11 @6,1\n"
                  "amount.total pass 41 41 @7,1\n");
    expect_findings(source, "");
}

static void test_a_subtotal_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 金额（万元） |\n"
                                 "| 东关镇 | 10 |\n"
                                 "| 西关镇 | 20 |\n"
                                 "| 小计 | 33 |\n"
                                 "| 北山乡 | 5 |\n"
                                 "| 南山乡 | 6 |\n"
                                 "| 小计 | 11 |\n"
                                 "| 合计 | 41 |\n";
    expect_checks(source, "amount",
                  "amount.total fail 33 30 @3,1\n"
                  "amount.total pass 11 11 @6,1\n"
                  "amount.total pass 41 41 @7,1\n");
    expect_findings(source, "error amount.total 小计/金额(万元) 33 30 @3,1\n");
}

static void test_a_total_over_subtotals_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 金额（万元） |\n"
                                 "| 东关镇 | 10 |\n"
                                 "| 西关镇 | 20 |\n"
                                 "| 小计 | 30 |\n"
                                 "| 北山乡 | 5 |\n"
                                 "| 南山乡 | 6 |\n"
                                 "| 小计 | 11 |\n"
                                 "| 合计 | 45 |\n";
    expect_checks(source, "amount",
                  "amount.total pass 30 30 @3,1\n"
                  "amount.total pass 11 11 @6,1\n"
                  "amount.total fail 45 41 @7,1\n");
    expect_findings(source, "warning amount.total 合计/金额(万元) 45 41 @7,1\n");
}

static void test_marks_nest_items(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 金额（万元） |\n"
                                 "| 一、基本支出 | 60 |\n"
                                 "| （一）人员经费 | 40 |\n"
                                 "| （二）公用经费 | 20 |\n"
                                 "| 二、项目支出 | 40 |\n"
                                 "| （一）修渠 | 25 |\n"
                                 "| （二）修闸 | 15 |\n"
                                 "| 合计 | 100 |\n";
    expect_rows(source, "header\n"
                        "item#1 一、基本支出\n"
                        "item#2 (一)人员经费\n"
                        "item#2 (二)公用经费\n"
                        "item#1 二、项目支出\n"
                        "item#2 (一)修渠\n"
                        "item#2 (二)修闸\n"
                        "total 合计\n");
    expect_checks(source, "amount", "amount.total pass 100 100 @7,1\n");
    expect_findings(source, "");
}

/* the total gives money, no count */
static void test_a_total_over_some_columns_only(void **state) {
    (void)state;
    static const char source[] = "| 名称 | 数量（个） | 金额（万元） | 备注 |\n"
                                 "| 水泵 | 3 | 12.5 | 2023年购 |\n"
                                 "| 闸门 | 5 | 30 | 已验收 |\n"
                                 "| 合计 |  | 42.5 |  |\n";
    expect_checks(source, "amount", "amount.total pass 42.5 42.5 @3,2\n");
    expect_findings(source, "");
}

static void test_fund_parts_are_a_breakdown(void **state) {
    (void)state;
    static const char source[] = "| 资金来源（万元） | 全年预算数 | "
                                 "全年执行数 | 执行率 |\n"
                                 "| 年度资金总额 | 320.50 | 312.48 | 97.50% |\n"
                                 "| 其中：财政拨款 | 220.50 | 212.48 | 96.36% |\n"
                                 "| 上年结转资金 | 100.00 | 100.00 | 100.00% |\n"
                                 "| 其他资金 | 0 | 0 | — |\n";
    expect_checks(source, "amount",
                  "amount.breakdown pass 320.50 320.50 @1,1\n"
                  "amount.breakdown pass 312.48 312.48 @1,2\n");
    expect_findings(source, "");
}

static void test_fund_parts_contradict(void **state) {
    (void)state;
    static const char source[] = "| 资金来源（万元） | 全年预算数 | "
                                 "全年执行数 | 执行率 |\n"
                                 "| 年度资金总额 | 320.50 | 312.48 | 97.50% |\n"
                                 "| 其中：财政拨款 | 220.50 | 222.48 | 100.90% |\n"
                                 "| 上年结转资金 | 100.00 | 100.00 | 100.00% |\n"
                                 "| 其他资金 | 0 | 0 | — |\n";
    expect_checks(source, "amount",
                  "amount.breakdown pass 320.50 320.50 @1,1\n"
                  "amount.breakdown fail 312.48 322.48 @1,2\n");
    expect_findings(source, "error amount.breakdown 年度资金总额/全年执行数 312.48 "
                            "322.48 @1,2\n");
}

/* one 其中 row need not be all there is */
static void test_fund_parts_may_be_incomplete(void **state) {
    (void)state;
    static const char source[] = "| 资金来源（万元） | 全年预算数 | "
                                 "全年执行数 | 执行率 |\n"
                                 "| 年度资金总额 | 320.50 | 312.48 | 97.50% |\n"
                                 "| 其中：财政拨款 | 220.50 | 212.48 | 96.36% |\n";
    expect_checks(source, "amount",
                  "amount.breakdown unverifiable 320.50 list_incomplete @1,1\n"
                  "amount.breakdown unverifiable 312.48 list_incomplete @1,2\n");
    expect_findings(source, "");
}

/* what adds up beside it shows that the parts are all there are */
static void test_fund_parts_complete_by_another_column(void **state) {
    (void)state;
    static const char short_of[] = "| 资金来源（万元） | 年初预算数 | 全年预算数 | 全年执行数 |\n"
                                   "| 年度资金总额 | 300.00 | 320.50 | 342.48 |\n"
                                   "| 其中：财政拨款 | 200.00 | 220.50 | 212.48 |\n"
                                   "| 其他资金 | 100.00 | 100.00 | 100.00 |\n";
    static const char nothing[] = "| 资金来源（万元） | 全年预算数 | 全年执行数 |\n"
                                  "| 年度资金总额 | 0 | 342.48 |\n"
                                  "| 其中：财政拨款 | 0 | 212.48 |\n"
                                  "| 其他资金 | 0 | 100.00 |\n";
    expect_findings(short_of, "error amount.breakdown 年度资金总额/全年执行数 342.48 "
                              "312.48 @1,3\n");
    expect_findings(nothing, "");
}

static void test_fund_parts_exceed_the_whole(void **state) {
    (void)state;
    static const char source[] = "| 资金来源（万元） | 全年预算数 | "
                                 "全年执行数 | 执行率 |\n"
                                 "| 年度资金总额 | 200.00 | 190.00 | 95% |\n"
                                 "| 其中：财政拨款 | 220.50 | 190.00 | 86.17% |\n";
    expect_checks(source, "amount",
                  "amount.breakdown fail 200.00 220.50 @1,1\n"
                  "amount.breakdown pass 190.00 190.00 @1,2\n");
    expect_findings(source, "error amount.breakdown 年度资金总额/全年预算数 200.00 "
                            "220.50 @1,1\n");
}

static void test_part_rows_within_a_list(void **state) {
    (void)state;
    static const char source[] = "| 支出内容 | 金额（万元） |\n"
                                 "| 人员经费 | 60 |\n"
                                 "| 其中：工资 | 45 |\n"
                                 "| 津贴 | 15 |\n"
                                 "| 公用经费 | 20 |\n"
                                 "| 合计 | 80 |\n";
    expect_rows(source, "header\n"
                        "item 人员经费\n"
                        "part 其中:工资\n"
                        "item 津贴\n"
                        "item 公用经费\n"
                        "total 合计\n");
    expect_checks(source, "amount",
                  "amount.breakdown pass 60 60 @1,1\n"
                  "amount.total pass 80 80 @5,1\n");
    expect_findings(source, "");
}

/* the form of a real county: the whole row is 0, its only part 90 */
static void test_a_zero_whole_over_real_parts(void **state) {
    (void)state;
    static const char source[] = "| 资金来源（万元） | 全年预算数 | "
                                 "全年执行数 | 执行率 |\n"
                                 "| 年度资金总额 | 0 | 0 | 0 |\n"
                                 "| 其中：本年财政拨款 | 90 | 89.974 | 99.97% |\n";
    expect_checks(source, "amount",
                  "amount.breakdown fail 0 90 @1,1\n"
                  "amount.breakdown fail 0 89.974 @1,2\n");
    expect_checks(source, "rate", "rate.ratio pass 99.97 99.97 @2,3\n");
    expect_findings(source, "error amount.breakdown 年度资金总额/全年预算数 0 90 @1,1\n"
                            "error amount.breakdown 年度资金总额/全年执行数 0 89.974 "
                            "@1,2\n");
}

static void test_one_item_under_a_total(void **state) {
    (void)state;
    static const char source[] = "| 名称 | 金额（万元） |\n"
                                 "| 修渠 | 90 |\n"
                                 "| 合计 | 100 |\n";
    expect_checks(source, "amount", "amount.total unverifiable 100 list_incomplete @2,1\n");
    expect_findings(source, "");
}

/* sixty-five totals would be sixty-five walks over the table: none is taken */
static void test_more_sum_rows_than_are_held(void **state) {
    (void)state;
    static const char source[] = "| 名称 | 金额 |\n"
                                 "| 修渠 | 90 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n"
                                 "| 合计 | 91 |\n";
    expect_findings(source, "");
}

static void test_an_item_behind_the_parts_of_another(void **state) {
    (void)state;
    static const char source[] = "| 支出内容 | 金额（万元） |\n"
                                 "| 前期工作 | 10 |\n"
                                 "| 人员经费 | 60 |\n"
                                 "| 其中：工资 | 45 |\n"
                                 "| 津贴 | 15 |\n"
                                 "| 公用经费 | 20 |\n"
                                 "| 合计 | 90 |\n";
    expect_rows(source, "header\n"
                        "item 前期工作\n"
                        "item 人员经费\n"
                        "part 其中:工资\n"
                        "item 津贴\n"
                        "item 公用经费\n"
                        "total 合计\n");
    expect_checks(source, "amount",
                  "amount.breakdown pass 60 60 @2,1\n"
                  "amount.total pass 90 90 @6,1\n");
    expect_findings(source, "");
}

/* whether 公用经费 is a part or an item shows in the total only */
static void test_an_item_behind_one_part(void **state) {
    (void)state;
    static const char source[] = "| 支出内容 | 金额（万元） |\n"
                                 "| 前期工作 | 10 |\n"
                                 "| 人员经费 | 60 |\n"
                                 "| 其中：工资 | 45 |\n"
                                 "| 公用经费 | 20 |\n"
                                 "| 合计 | 90 |\n";
    expect_checks(source, "amount",
                  "amount.breakdown unverifiable 60 list_incomplete @2,1\n"
                  "amount.total pass 90 90 @5,1\n");
    expect_findings(source, "");
}

static void test_a_total_over_parts_of_doubt(void **state) {
    (void)state;
    static const char source[] = "| 支出内容 | 金额（万元） |\n"
                                 "| 前期工作 | 10 |\n"
                                 "| 人员经费 | 60 |\n"
                                 "| 其中：工资 | 45 |\n"
                                 "| 公用经费 | 20 |\n"
                                 "| 合计 | 99 |\n";
    expect_checks(source, "amount",
                  "amount.breakdown fail 60 65 @2,1\n"
                  "amount.total fail 99 70 @5,1\n");
    expect_findings(source, "warning amount.breakdown 人员经费/金额(万元) 60 65 @2,1\n"
                            "error amount.total 合计/金额(万元) 99 70 @5,1\n");
}

static void test_blocks_each_with_a_total(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 金额（万元） |\n"
                                 "| 东关镇 | 10 |\n"
                                 "| 西关镇 | 20 |\n"
                                 "| 合计 | 30 |\n"
                                 "| 北山乡 | 5 |\n"
                                 "| 南山乡 | 6 |\n"
                                 "| 合计 | 11 |\n"
                                 "| 总计 | 41 |\n";
    expect_checks(source, "amount",
                  "amount.total pass 30 30 @3,1\n"
                  "amount.total pass 11 11 @6,1\n"
                  "amount.total pass 41 41 @7,1\n");
    expect_findings(source, "");
}

/* funds of several projects with the total below: a total, no breakdown */
static void test_a_projects_table_is_a_list(void **state) {
    (void)state;
    static const char source[] = "| 项目名称 | 全年预算数（万元） | "
                                 "全年执行数 | 执行率 |\n"
                                 "| 修渠 | 100 | 90 | 90% |\n"
                                 "| 修闸 | 50 | 50 | 100% |\n"
                                 "| 合计 | 150 | 141 | 94% |\n";
    expect_checks(source, "amount",
                  "amount.total pass 150 150 @3,1\n"
                  "amount.total rounding 141 140 @3,2\n");
    expect_findings(source, "");
}

static void test_subtotals_lead_their_items(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 金额（万元） |\n"
                                 "| 道路小计 | 30 |\n"
                                 "| 东关镇 | 10 |\n"
                                 "| 西关镇 | 20 |\n"
                                 "| 供水小计 | 12 |\n"
                                 "| 北山乡 | 5 |\n"
                                 "| 南山乡 | 6 |\n";
    expect_checks(source, "amount",
                  "amount.total pass 30 30 @1,1\n"
                  "amount.total rounding 12 11 @4,1\n");
    expect_findings(source, "");
}

static void test_words_instead_of_a_figure(void **state) {
    (void)state;
    static const char source[] = "| 标段 | 合同金额（万元） | 已付金额 |\n"
                                 "| 一标段 | 356.20 | 356.20 |\n"
                                 "| 二标段 | 待结算 | 120.00 |\n"
                                 "| 三标段 | 98.40 | 无 |\n"
                                 "| 合计 | 600.00 | 476.20 |\n";
    expect_checks(source, "amount",
                  "amount.total unverifiable 600.00 missing_operand @4,1\n"
                  "amount.total pass 476.20 476.20 @4,2\n");
    expect_findings(source, "");
}

static void test_parts_without_a_total(void **state) {
    (void)state;
    static const char source[] = "| 支出内容 | 金额（万元） |\n"
                                 "| 人员经费 | 60 |\n"
                                 "| 其中：工资 | 45 |\n"
                                 "| 公用经费 | 20 |\n";
    expect_checks(source, "amount", "amount.breakdown unverifiable 60 doubtful_tie @1,1\n");
    expect_findings(source, "");
}

/* things are counted, not rounded: 7 for 6 is wrong where 7 万元 is not */
static void test_counts_are_exact(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 项目个数 | 金额（万元） |\n"
                                 "| 云岩镇 | 2 | 35 |\n"
                                 "| 石桥镇 | 2 | 27 |\n"
                                 "| 柳溪乡 | 2 | 18 |\n"
                                 "| 合计 | 7 | 81 |\n";
    expect_checks(source, "amount.total",
                  "amount.total fail 7 6 @4,1\n"
                  "amount.total rounding 81 80 @4,2\n");
    expect_findings(source, "error amount.total 合计/项目个数 7 6 @4,1\n");
}

/* areas and lengths are measured: their whole numbers are rounded */
static void test_measures_are_not_exact(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 面积 | 金额（万元） |\n"
                                 "| 云岩镇 | 21 | 35 |\n"
                                 "| 石桥镇 | 25 | 27 |\n"
                                 "| 柳溪乡 | 22 | 18 |\n"
                                 "| 合计 | 69 | 80 |\n";
    expect_checks(source, "amount.total",
                  "amount.total rounding 69 68 @4,1\n"
                  "amount.total pass 80 80 @4,2\n");
}

/* A source without funds does not end the list of sources. */
static void test_a_blank_source_between_sources(void **state) {
    (void)state;
    static const char source[] = "| 资金（万元） | 全年预算数 | 全年执行数 |\n"
                                 "| 年度资金总额 | 767.91 | 100.78 |\n"
                                 "| 其中：中央财政资金 | 410.00 | 406.38 |\n"
                                 "| 地方财政资金 |  |  |\n"
                                 "| 其他资金 | 357.91 | 294.40 |\n";
    expect_checks(source, "amount",
                  "amount.breakdown pass 767.91 767.91 @1,1\n"
                  "amount.breakdown fail 100.78 700.78 @1,2\n");
}

static void test_shares_add_and_progress_does_not(void **state) {
    (void)state;
    static const char shares[] = "| 类别 | 占比（%） | 完成预算% | 增减幅度（%） |\n"
                                 "| 人员 | 60.5 | 99.2 | 4.17 |\n"
                                 "| 公用 | 39.5 | 97.5 | -4.76 |\n"
                                 "| 合计 | 100 | 98.5 | 3.09 |\n";
    expect_checks(shares, "amount.total", "amount.total pass 100 100 @3,1\n");
    expect_findings(shares, "");
    expect_findings("| 类别 | 占比（%） |\n"
                    "| 人员 | 60.5 |\n"
                    "| 公用 | 29.5 |\n"
                    "| 合计 | 100 |\n",
                    "error amount.total 合计/占比(%) 100 90 @3,1\n");
}

/* Each row's own share of its budget, though the head says 占. */
static void test_shares_of_different_wholes(void **state) {
    (void)state;
    expect_findings("| 项目 | 决算占预算比例 |\n"
                    "| 接待 | 85.83% |\n"
                    "| 车辆 | 98.75% |\n"
                    "| 合计 | 99.95% |\n",
                    "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_total_holds_in_every_column),
        cmocka_unit_test(test_total_contradicts_in_one_column),
        cmocka_unit_test(test_total_within_rounding),
        cmocka_unit_test(test_total_just_beyond_rounding_is_a_warning),
        cmocka_unit_test(test_total_with_an_unreadable_item),
        cmocka_unit_test(test_total_with_an_approximate_item),
        cmocka_unit_test(test_a_blank_item_counts_nothing),
        cmocka_unit_test(test_first_row_is_the_total),
        cmocka_unit_test(test_subtotals_are_not_added_to_their_items),
        cmocka_unit_test(test_a_subtotal_contradicts),
        cmocka_unit_test(test_a_total_over_subtotals_contradicts),
        cmocka_unit_test(test_marks_nest_items),
        cmocka_unit_test(test_a_total_over_some_columns_only),
        cmocka_unit_test(test_fund_parts_are_a_breakdown),
        cmocka_unit_test(test_fund_parts_contradict),
        cmocka_unit_test(test_fund_parts_may_be_incomplete),
        cmocka_unit_test(test_fund_parts_complete_by_another_column),
        cmocka_unit_test(test_fund_parts_exceed_the_whole),
        cmocka_unit_test(test_part_rows_within_a_list),
        cmocka_unit_test(test_a_zero_whole_over_real_parts),
        cmocka_unit_test(test_one_item_under_a_total),
        cmocka_unit_test(test_more_sum_rows_than_are_held),
        cmocka_unit_test(test_an_item_behind_the_parts_of_another),
        cmocka_unit_test(test_an_item_behind_one_part),
        cmocka_unit_test(test_a_total_over_parts_of_doubt),
        cmocka_unit_test(test_blocks_each_with_a_total),
        cmocka_unit_test(test_a_projects_table_is_a_list),
        cmocka_unit_test(test_subtotals_lead_their_items),
        cmocka_unit_test(test_words_instead_of_a_figure),
        cmocka_unit_test(test_parts_without_a_total),
        cmocka_unit_test(test_counts_are_exact),
        cmocka_unit_test(test_measures_are_not_exact),
        cmocka_unit_test(test_a_blank_source_between_sources),
        cmocka_unit_test(test_shares_add_and_progress_does_not),
        cmocka_unit_test(test_shares_of_different_wholes),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
