#include "tests/read.h"

#define TITLE "石桥县文物局2022年度部门整体支出绩效自评报告\n"

static void expect(const char *source, const char *expected) {
    expect_checks(source, "amount.unit", expected);
}

#define ROWS                                           \
    "| 支出内容 | 实际支出数 | 备注 |\n"    \
    "| 陈列馆修缮 | 305620.50 | 已完工 |\n"    \
    "| 文物库房改造 | 158047.95 | 已完工 |\n" \
    "| 支出合计 | 463668.45 |  |\n"

#define SCORES                                            \
    "| 一级指标 | 二级指标 | 分值 | 得分 |\n" \
    "| 产出 | 修缮面积 | 60 | 58 |\n"               \
    "| 效益 | 参观人数 | 40 | 38 |\n"               \
    "| 合计 | < | 100 | 96 |\n"

static void test_a_head_that_cannot_be(void **state) {
    (void)state;
    expect(TITLE "陈列馆修缮花费305620.50元。\n单位：万元\n" ROWS,
           "amount.unit fail 305620.50 30.56205 @1,1\n");
    /* the same digits in 万元, under a head in 元 */
    expect(TITLE "陈列馆修缮花费305620.50万元。\n单位：元\n" ROWS,
           "amount.unit fail 305620.50 3056205000.00 @1,1\n");
}

static void test_sentences_in_two_units(void **state) {
    (void)state;
    expect(TITLE "馆舍修缮投入2826.4万元。\n当年完工结算2826.4亿元，均已付清。\n",
           "amount.unit fail 2826.4 0.28264 @2\n");
    /* the one that is not in 万元 is the claim, and is told once */
    expect(TITLE "馆舍修缮投入2826.4元。\n完工结算2826.4万元。\n又称2826.4万元。\n",
           "amount.unit fail 2826.4 28264000.0 @1\n");
    expect(TITLE "馆舍修缮投入2826.4万元。\n完工结算28264000元。\n", "");
    expect(TITLE "馆舍修缮投入282万元。\n完工结算282元。\n", "");
    expect(TITLE "每处补助2826.4元。\n共补助2826.4万元。\n", "");
}

static void test_a_head_that_is_right(void **state) {
    (void)state;
    expect(TITLE "陈列馆修缮花费305620.50元。\n单位：元\n" ROWS, "");
    expect(TITLE "陈列馆修缮花费30.56205万元。\n单位：元\n" ROWS, "");
    expect(TITLE "陈列馆修缮花费305620.50元。\n" ROWS, "");
}

static void test_a_head_borne_out_by_another_figure(void **state) {
    (void)state;
    expect(TITLE "陈列馆修缮花费305620.50元，库房改造158047.95万元。\n单位：万元\n" ROWS, "");
}

static void test_a_price_is_no_witness(void **state) {
    (void)state;
    expect(TITLE "每处陈列馆补助305620.50元。\n单位：万元\n" ROWS, "");
}

static void test_few_digits_are_alike_by_chance(void **state) {
    (void)state;
    expect(TITLE "陈列馆修缮花费305620元。\n单位：万元\n"
                 "| 支出内容 | 实际支出数 | 备注 |\n| 陈列馆修缮 | 305620 | 已完工 |\n"
                 "| 支出合计 | 305620 |  |\n",
           "");
}

static void test_another_report_is_no_witness(void **state) {
    (void)state;
    expect(TITLE "一、部门概况\n陈列馆修缮花费305620.50元。\n" SCORES
                 "2022年度文物库房项目支出绩效自评报告\n一、项目概况\n" SCORES "单位：万元\n" ROWS,
           "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_head_that_cannot_be),
        cmocka_unit_test(test_sentences_in_two_units),
        cmocka_unit_test(test_a_head_that_is_right),
        cmocka_unit_test(test_a_head_borne_out_by_another_figure),
        cmocka_unit_test(test_a_price_is_no_witness),
        cmocka_unit_test(test_few_digits_are_alike_by_chance),
        cmocka_unit_test(test_another_report_is_no_witness),
    };
    return cmocka_run_group_tests_name("amount_unit", tests, read_open, read_close);
}
