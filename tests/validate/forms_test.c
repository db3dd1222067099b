#include "tests/read.h"

static void test_parts_below_their_whole(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 100.5 | "
                                 "实际支出（万元） | 90 |\n"
                                 "| 其中：中央财政 | 60.5 | 其中：中央财政 | 60 |\n"
                                 "| 省财政 | 30 | 省财政 | 25 |\n"
                                 "| 县财政 | 10 | 县财政 | 5 |\n";
    expect_fields(source, "计划安排资金 = 100.5\n"
                          "实际支出 = 90\n"
                          "+其中:中央财政 = 60.5\n"
                          "+其中:中央财政 = 60\n"
                          "+省财政 = 30\n"
                          "+省财政 = 25\n"
                          "+县财政 = 10\n"
                          "+县财政 = 5\n");
    expect_checks(source, "amount",
                  "amount.breakdown pass 100.5 100.5 @0,1\n"
                  "amount.breakdown pass 90 90 @0,3\n");
    expect_findings(source, "");
}

static void test_parts_contradict(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 100.5 | "
                                 "实际支出（万元） | 90 |\n"
                                 "| 其中：中央财政 | 60.5 | 其中：中央财政 | 60 |\n"
                                 "| 省财政 | 30 | 省财政 | 25 |\n"
                                 "| 县财政 | 10.3 | 县财政 | 15 |\n";
    expect_checks(source, "amount",
                  "amount.breakdown fail 100.5 100.8 @0,1\n"
                  "amount.breakdown fail 90 100 @0,3\n");
    expect_findings(source, "warning amount.breakdown 计划安排资金 100.5 100.8 @0,1\n"
                            "error amount.breakdown 实际支出 90 100 @0,3\n");
}

static void test_parts_within_rounding(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 100.5 | 项目负责人 | "
                                 "甲某 |\n"
                                 "| 其中：中央财政 | 60.51 | 联系电话 | 5551234 |\n"
                                 "| 省财政 | 30 | 邮编 | 414000 |\n"
                                 "| 县财政 | 10.0 | 地址 | 东关路1号 |\n";
    expect_checks(source, "amount", "amount.breakdown rounding 100.5 100.51 @0,1\n");
    expect_findings(source, "");
}

static void test_parts_fall_short(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 100.5 | 项目负责人 | "
                                 "甲某 |\n"
                                 "| 其中：中央财政 | 60 | 联系电话 | 5551234 |\n";
    expect_checks(source, "amount", "amount.breakdown unverifiable 100.5 list_incomplete @0,1\n");
    expect_findings(source, "");
}

static void test_a_part_that_cannot_be_read(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 100.5 | 项目负责人 | "
                                 "甲某 |\n"
                                 "| 其中：中央财政 | 6,0 | 联系电话 | 5551234 |\n"
                                 "| 省财政 | 40.5 | 邮编 | 414000 |\n";
    expect_checks(source, "amount", "amount.breakdown unverifiable 100.5 unreadable_number @0,1\n");
    expect_findings(source, "");
}

static void test_balance_of_a_form(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 120 | "
                                 "实际到位资金（万元） | 100 | "
                                 "实际支出（万元） | 90 | 结余（万元） | 10 |\n";
    expect_fields(source, "计划安排资金 = 120\n"
                          "实际到位资金 = 100\n"
                          "实际支出 = 90\n"
                          "结余 = 10\n");
    expect_checks(source, "amount.balance", "amount.balance pass 10 10 @0,7\n");
    expect_findings(source, "");
}

static void test_balance_of_a_form_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 120 | "
                                 "实际到位资金（万元） | 100 | "
                                 "实际支出（万元） | 90 | 结余（万元） | 30 |\n";
    expect_checks(source, "amount.balance", "amount.balance fail 30 10 @0,7\n");
    expect_findings(source, "error amount.balance 结余 30 10 @0,7\n");
}

static void test_balance_of_a_form_without_arrival(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 120 | "
                                 "实际支出（万元） | 90 | "
                                 "结余（万元） | 30.00 |\n";
    expect_checks(source, "amount.balance", "amount.balance pass 30.00 30.00 @0,5\n");
    expect_findings(source, "");
}

static void test_balance_within_half_units(void **state) {
    (void)state;
    static const char source[] = "| 实际到位资金（万元） | 100.5 | "
                                 "实际支出（万元） | 90.27 | "
                                 "结余（万元） | 10.24 |\n";
    expect_checks(source, "amount.balance", "amount.balance rounding 10.24 10.23 @0,5\n");
    expect_findings(source, "");
}

static void test_balance_that_cannot_be_read(void **state) {
    (void)state;
    static const char source[] = "| 实际到位资金（万元） | 约100 | "
                                 "实际支出（万元） | 90 | "
                                 "结余（万元） | 30 |\n";
    expect_checks(source, "amount.balance",
                  "amount.balance unverifiable 30 approximate_figure @0,5\n");
    expect_findings(source, "");
}

static void test_fields_of_other_rows_do_not_mix(void **state) {
    (void)state;
    static const char source[] = "| 实际到位资金（万元） | 100 | "
                                 "实际支出（万元） | 90 |\n"
                                 "| 项目开始 | 2023年 | 结余（元） | 100000 |\n";
    expect_checks(source, "amount", "");
    expect_findings(source, "");
}

/* the block is named in a merged cell, the total beside it */
static void test_a_block_of_funds(void **state) {
    (void)state;
    static const char source[] =
        "| 项目资金（万元） | 中期资金总额 | 816.60 | 年度资金总额 | 272.20 |\n"
        "| ^ | 其中：财政拨款 | 750.00 | 其中：财政拨款 | 250.00 |\n"
        "| ^ | 其他资金 | 66.60 | 其他资金 | 22.00 |\n";
    expect_checks(source, "amount.breakdown",
                  "amount.breakdown pass 816.60 816.60 @0,2\n"
                  "amount.breakdown fail 272.20 272.00 @0,4\n");
    expect_findings(source, "error amount.breakdown 年度资金总额 272.20 272.00 @0,4\n");
}

/* without 其他资金 there may be more */
static void test_an_open_block_of_funds(void **state) {
    (void)state;
    static const char source[] = "| 项目资金（万元） | 年度资金总额 | 272.20 |\n"
                                 "| ^ | 其中：财政拨款 | 250.00 |\n";
    expect_checks(source, "amount.breakdown",
                  "amount.breakdown unverifiable 272.20 list_incomplete @0,2\n");
    expect_findings(source, "");
}

/* Funds of three sources: what is left of the last two, and of all, is told. */
#define SOURCES(city, county)                                            \
    "| 实际到位资金（万元） | 150 | 实际支出（万元） " \
    "| 130 | 结余（万元） | 20 |\n"                                \
    "| 其中：省级 | 60 | 其中：省级 | 55 | 其中：省级 "   \
    "| 5 |\n"                                                            \
    "| 市级 | 50 | 市级 | 40 | 市级 | " city " |\n"                      \
    "| 县级 | 40 | 县级 | 35 | 县级 | " county " |\n"

static void test_balance_of_each_source(void **state) {
    (void)state;
    expect_checks(SOURCES("10", "5"), "amount.balance",
                  "amount.balance pass 20 20 @0,5\n"
                  "amount.balance pass 5 5 @1,5\n"
                  "amount.balance pass 10 10 @2,5\n"
                  "amount.balance pass 5 5 @3,5\n");
    expect_checks(SOURCES("10", "约5"), "amount.balance",
                  "amount.balance pass 20 20 @0,5\n"
                  "amount.balance pass 5 5 @1,5\n"
                  "amount.balance pass 10 10 @2,5\n"
                  "amount.balance unverifiable 5 approximate_figure @3,5\n");
}

/* One source may have paid for another: a warning, and only where the others
 * have balances of their own. */
static void test_a_source_out_of_balance(void **state) {
    (void)state;
    expect_checks(SOURCES("10", "1"), "amount.balance",
                  "amount.balance pass 20 20 @0,5\n"
                  "amount.balance pass 5 5 @1,5\n"
                  "amount.balance pass 10 10 @2,5\n"
                  "amount.balance fail 1 5 @3,5\n");
    expect_findings(SOURCES("10", "1"), "warning amount.balance 县级 1 5 @3,5\n");
    expect_checks(SOURCES("14", "1"), "amount.balance",
                  "amount.balance pass 20 20 @0,5\n"
                  "amount.balance pass 5 5 @1,5\n"
                  "amount.balance unverifiable 14 doubtful_tie @2,5\n"
                  "amount.balance unverifiable 1 doubtful_tie @3,5\n");
}

/* A rate behind the spending, with a label and without one. */
static void test_a_rate_in_the_row(void **state) {
    (void)state;
    expect_checks("| 预算数（万元） | 480 | 执行数（万元） | 456 | 95% |\n", "rate",
                  "rate.ratio pass 95 95 @0,4\n");
    expect_findings("| 预算数（万元） | 480 | 执行数（万元） | 456 | 59% |\n",
                    "warning rate.ratio 执行率 59 95 @0,4\n");
    expect_findings("| 预算数 | 480 | 执行数 | 456 | 执行率 | 59% |\n",
                    "error rate.ratio 执行率 59 95 @0,5\n");
    expect_checks("| 预算数（万元） | 480 | 执行数（万元） | 456 | 19 |\n", "rate", "");
    expect_checks("| 预算数（万元） | 约480 | 执行数（万元） | 456 | 95% |\n", "rate",
                  "rate.ratio unverifiable 95 approximate_figure @0,4\n");
}

/* A label over several rows heads the fields beside it. */
static void test_a_label_before_the_fields(void **state) {
    (void)state;
    expect_checks("| 预算执行情况 | 预算数（万元） | 480 | 执行数（万元） "
                  "| 456 |\n"
                  "| ^ | 其中：省级 | 300 | 其中：省级 | 300 |\n"
                  "| ^ | 县级 | 180 | 县级 | 156 |\n",
                  "amount",
                  "amount.breakdown pass 480 480 @0,2\n"
                  "amount.breakdown pass 456 456 @0,4\n");
}

/* In a text a lost merge leaves a blank between label and figure. */
static void test_a_blank_before_the_figure(void **state) {
    (void)state;
    struct read *r = read_text("项目名称\t\t文化室\t\t\t\n"
                               "预算执行\t预算数（万元）\t480\t执行数（万元）"
                               "\t\t456\n"
                               "\t其中：省级\t300\t其中：省级\t\t300\n"
                               "\t县级\t180\t县级\t\t146\n");
    read_show_checks(r, "amount");
    assert_string_equal(r->text, "amount.breakdown pass 480 480 @1,2\n"
                                 "amount.breakdown unverifiable 456 list_incomplete @1,5\n");
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_below_their_whole),
        cmocka_unit_test(test_parts_contradict),
        cmocka_unit_test(test_parts_within_rounding),
        cmocka_unit_test(test_parts_fall_short),
        cmocka_unit_test(test_a_part_that_cannot_be_read),
        cmocka_unit_test(test_balance_of_a_form),
        cmocka_unit_test(test_balance_of_a_form_contradicts),
        cmocka_unit_test(test_balance_of_a_form_without_arrival),
        cmocka_unit_test(test_balance_within_half_units),
        cmocka_unit_test(test_balance_that_cannot_be_read),
        cmocka_unit_test(test_fields_of_other_rows_do_not_mix),
        cmocka_unit_test(test_a_block_of_funds),
        cmocka_unit_test(test_an_open_block_of_funds),
        cmocka_unit_test(test_balance_of_each_source),
        cmocka_unit_test(test_a_source_out_of_balance),
        cmocka_unit_test(test_a_rate_in_the_row),
        cmocka_unit_test(test_a_label_before_the_fields),
        cmocka_unit_test(test_a_blank_before_the_figure),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
