#include "tests/read.h"

#define TITLE "石桥县水务局2023年度部门整体支出绩效自评报告\n"

static void expect(const char *source, const char *expected) {
    expect_checks(source, "amount.claims", expected);
}

static void test_what_is_told_twice(void **state) {
    (void)state;
    expect(TITLE "全年疏浚河道项目26个，新增灌溉面积6437.4亩。\n"
                 "二、主要成效\n"
                 "新增灌溉面积6437.4亩，群众反映良好。\n",
           "amount.claims pass 6437.4 6437.4 @3\n");
}

static void test_another_unit_or_name(void **state) {
    (void)state;
    expect(TITLE "新增灌溉面积6437.4亩。\n新增灌溉面积429.16公顷。\n改善灌溉面积6437.4亩。\n", "");
}

/* The figure of a target and of what was done differ as a rule: nothing is said
 * but that they look alike. */
static void test_what_differs(void **state) {
    (void)state;
    expect(TITLE "新增灌溉面积6437.4亩。\n新增灌溉面积5120.0亩。\n", "");
    expect(TITLE "新增灌溉面积6437.4亩。\n新增灌溉面积6347.4亩。\n",
           "amount.claims unverifiable 6347.4 doubtful_tie @2\n");
    expect_findings(TITLE "新增灌溉面积6437.4亩。\n新增灌溉面积6347.4亩。\n", "");
}

/* Two villages may get the same. */
static void test_short_figures_of_short_names(void **state) {
    (void)state;
    expect(TITLE "东坪村补助资金10万元。\n西坪村维修泵站3座。\n补助资金10万元。\n", "");
}

static void test_bounds_are_not_told_twice(void **state) {
    (void)state;
    expect(TITLE "新增灌溉面积约6437.4亩。\n新增灌溉面积6437.4亩以上。\n", "");
}

static void test_another_year(void **state) {
    (void)state;
    expect(TITLE "2022年新增灌溉面积6437.4亩。\n2023年新增灌溉面积6437.4亩。\n", "");
}

static void test_people_of_a_form(void **state) {
    (void)state;
    expect(TITLE "| 人员编制 | 283 | 实有人数 | 281 |\n"
                 "\n我局经核定的人员编制283人，实有人数为281人。\n",
           "amount.claims pass 283 283 @1\n"
           "amount.claims pass 281 281 @1\n");
    expect(TITLE "| 人员编制 | 283 | 实有人数 | 281 |\n\n人员编制290人。\n", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_told_twice),
        cmocka_unit_test(test_another_unit_or_name),
        cmocka_unit_test(test_what_differs),
        cmocka_unit_test(test_short_figures_of_short_names),
        cmocka_unit_test(test_bounds_are_not_told_twice),
        cmocka_unit_test(test_another_year),
        cmocka_unit_test(test_people_of_a_form),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
