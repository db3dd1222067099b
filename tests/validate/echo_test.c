#include "tests/read.h"

#define TITLE "石桥县水务局2023年度部门整体支出绩效自评报告\n"
#define FIRST "专项项目116个，安排资金359849.46万元，共完成支出354427.04万元，执行率98.49%。\n"

static void expect(const char *source, const char *expected) {
    expect_checks(source, "amount.", expected);
}

static void test_told_again_under_other_names(void **state) {
    (void)state;
    expect(TITLE FIRST "全年资金359849.46万元，全年共支出资金354427.04万元，资金支付率98.49%。\n",
           "amount.claims pass 354427.04 354427.04 @2\n"
           "amount.claims pass 359849.46 359849.46 @2\n");
}

static void test_a_slip_in_what_was_spent(void **state) {
    (void)state;
    expect(TITLE FIRST "全年资金359849.46万元，全年共支出资金354427.40万元，资金支付率98.49%。\n",
           "amount.claims fail 354427.40 354427.04 @2\n");
}

static void test_a_slip_in_what_was_planned(void **state) {
    (void)state;
    expect(TITLE FIRST "全年资金359849.64万元，全年共支出资金354427.04万元，资金支付率98.49%。\n",
           "amount.claims fail 359849.64 359849.46 @2\n");
}

static void test_a_unit_that_slipped(void **state) {
    (void)state;
    expect(TITLE FIRST "全年资金359849.46万元，全年共支出资金354427.04元，资金支付率98.49%。\n",
           "amount.unit fail 354427.04 3544270400.00 @2\n");
}

static void test_rounded_in_another_unit(void **state) {
    (void)state;
    expect(TITLE FIRST "全年资金359849.46万元，全年共支出资金35.443亿元，资金支付率98.49%。\n",
           "amount.claims rounding 35.443 35.442704 @2\n");
}

static void test_two_things_with_one_rate(void **state) {
    (void)state;
    expect(TITLE FIRST "全年资金359849.46万元，全年共支出资金350000.00万元，资金支付率98.49%。\n"
                       "另一批资金500万元，支出492.45万元，资金支付率98.49%。\n",
           "");
}

static void test_short_figures_tell_nothing(void **state) {
    (void)state;
    expect(TITLE "甲项目安排资金500万元，支出490万元，执行率98%。\n"
                 "乙项目安排资金500万元，支出492万元，执行率98%。\n",
           "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_told_again_under_other_names),
        cmocka_unit_test(test_a_slip_in_what_was_spent),
        cmocka_unit_test(test_a_slip_in_what_was_planned),
        cmocka_unit_test(test_a_unit_that_slipped),
        cmocka_unit_test(test_rounded_in_another_unit),
        cmocka_unit_test(test_two_things_with_one_rate),
        cmocka_unit_test(test_short_figures_tell_nothing),
    };
    return cmocka_run_group_tests_name("echo", tests, read_open, read_close);
}
