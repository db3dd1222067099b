#include "tests/read.h"

static void test_components_add_up(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计（万元） | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 20 | 10 |\n"
                                 "| 林业站 | 15 | 9 | 6 |\n";
    expect_sections(source, "breakdown 0-3 1 万元: label total amount<1 amount\n");
    expect_checks(source, "amount.cross",
                  "amount.cross pass 30 30 @1,1\n"
                  "amount.cross pass 15 15 @2,1\n");
    expect_findings(source, "");
}

static void test_components_under_a_merged_head(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计 | 其中： | < |\n"
                                 "| ^ | ^ | 基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 20 | 10 |\n"
                                 "| 林业站 | 15 | 9 | 6 |\n"
                                 "| 种苗站 | 12 | 7 | 5 |\n";
    expect_sections(source, "breakdown 0-5 2: label total amount<1 amount<1\n");
    expect_checks(source, "amount.cross",
                  "amount.cross pass 30 30 @2,1\n"
                  "amount.cross pass 15 15 @3,1\n"
                  "amount.cross pass 12 12 @4,1\n");
    expect_findings(source, "");
}

static void test_components_nest(void **state) {
    (void)state;
    static const char source[] = "| 机构名称 | 支出合计 | 其中： | < | < | < |\n"
                                 "| ^ | ^ | 基本支出 | 其中： | < | 项目支出 |\n"
                                 "| ^ | ^ | ^ | 人员支出 | 公用支出 | ^ |\n"
                                 "| 局机关 | 30 | 20 | 14 | 6 | 10 |\n"
                                 "| 林业站 | 15 | 9 | 5 | 4 | 6 |\n"
                                 "| 种苗站 | 12 | 7 | 4 | 3 | 5 |\n";
    expect_sections(source, "breakdown 0-6 3: label total amount<1 amount<2 amount<2 amount<1\n");
    expect_checks(source, "amount.cross",
                  "amount.cross pass 30 30 @3,1\n"
                  "amount.cross pass 20 20 @3,2\n"
                  "amount.cross pass 15 15 @4,1\n"
                  "amount.cross pass 9 9 @4,2\n"
                  "amount.cross pass 12 12 @5,1\n"
                  "amount.cross pass 7 7 @5,2\n");
    expect_findings(source, "");
}

static void test_a_row_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计（万元） | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 20 | 10 |\n"
                                 "| 林业站 | 15 | 9 | 6 |\n"
                                 "| 种苗站 | 12 | 7 | 5 |\n"
                                 "| 防火站 | 19.5 | 9 | 8.5 |\n";
    expect_checks(source, "amount.cross",
                  "amount.cross pass 30 30 @1,1\n"
                  "amount.cross pass 15 15 @2,1\n"
                  "amount.cross pass 12 12 @3,1\n"
                  "amount.cross fail 19.5 17.5 @4,1\n");
    expect_findings(source, "error amount.cross 防火站 19.5 17.5 @4,1\n");
}

static void test_a_row_within_rounding(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计（万元） | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30.12 | 20.06 | 10.06 |\n"
                                 "| 林业站 | 15.00 | 9.00 | 6.00 |\n"
                                 "| 种苗站 | 12.01 | 7.00 | 5.00 |\n";
    expect_checks(source, "amount.cross",
                  "amount.cross pass 30.12 30.12 @1,1\n"
                  "amount.cross pass 15.00 15.00 @2,1\n"
                  "amount.cross rounding 12.01 12.00 @3,1\n");
    expect_findings(source, "");
}

/* no row bears out that the named ones are all */
static void test_components_may_be_incomplete(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计（万元） | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 10 | 10 |\n"
                                 "| 林业站 | 15 | 4 | 6 |\n";
    expect_checks(source, "amount.cross",
                  "amount.cross unverifiable 30 list_incomplete @1,1\n"
                  "amount.cross unverifiable 15 list_incomplete @2,1\n");
    expect_findings(source, "");
}

static void test_components_that_exceed_contradict(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计（万元） | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 25 | 10 |\n"
                                 "| 林业站 | 15 | 4 | 6 |\n";
    expect_checks(source, "amount.cross",
                  "amount.cross unverifiable 30 list_incomplete @1,1\n"
                  "amount.cross unverifiable 15 list_incomplete @2,1\n");
    expect_findings(source, "");
}

static void test_a_malformed_component(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计（万元） | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 20 | 10 |\n"
                                 "| 林业站 | 15 | 9 | 6 |\n"
                                 "| 种苗站 | 1312.9 | 13,04.9 | 8 |\n";
    expect_checks(source, "amount.cross",
                  "amount.cross pass 30 30 @1,1\n"
                  "amount.cross pass 15 15 @2,1\n"
                  "amount.cross unverifiable 1312.9 unreadable_number @3,1\n");
    expect_findings(source, "warning amount.notation 种苗站/其中:基本支出 13,04.9  "
                            "@3,2\n");
}

static void test_a_total_behind_its_components(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 中央 | 省级 | 县级 | 合计 |\n"
                                 "| 东关镇 | 10 | 5 | 1 | 16 |\n"
                                 "| 西关镇 | 20 | 6 | 2 | 28 |\n"
                                 "| 北山乡 | 30 | 7 | 3 | 41.5 |\n"
                                 "| 南山乡 | 40 | 8 | 4 | 52 |\n";
    expect_sections(source, "breakdown 0-5 1: label amount amount amount total\n");
    expect_checks(source, "amount.cross",
                  "amount.cross pass 16 16 @1,4\n"
                  "amount.cross pass 28 28 @2,4\n"
                  "amount.cross fail 41.5 40.0 @3,4\n"
                  "amount.cross pass 52 52 @4,4\n");
    expect_findings(source, "error amount.cross 北山乡 41.5 40.0 @3,4\n");
}

/* by source and by use, side by side: each is held alone */
static void test_two_breakdowns_of_one_total(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 收入合计 | 其中：财政拨款 | "
                                 "其他收入 | 支出合计 | "
                                 "其中：基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 25 | 5 | 30 | 20 | 10 |\n"
                                 "| 林业站 | 15 | 14 | 1 | 15 | 9 | 6 |\n"
                                 "| 种苗站 | 12 | 10 | 2 | 12 | 7 | 5 |\n";
    expect_sections(source, "breakdown 0-4 1: label total amount<1 amount total amount<4 amount\n");
    expect_checks(source, "amount.cross",
                  "amount.cross pass 30 30 @1,1\n"
                  "amount.cross pass 30 30 @1,4\n"
                  "amount.cross pass 15 15 @2,1\n"
                  "amount.cross pass 15 15 @2,4\n"
                  "amount.cross pass 12 12 @3,1\n"
                  "amount.cross pass 12 12 @3,4\n");
    expect_findings(source, "");
}

static void test_neighbours_of_a_total_need_not_be_its_parts(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 户数 | 人数 | 金额合计 |\n"
                                 "| 东关镇 | 10 | 35 | 16 |\n"
                                 "| 西关镇 | 20 | 60 | 28 |\n";
    expect_checks(source, "amount.cross", "");
    expect_findings(source, "");
}

/* what stands farthest from the total is no component of it */
static void test_other_columns_stand_before_the_components(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 岗位数 | 补助标准 | 第一批金额 | "
                                 "第二批金额 | 合计 |\n"
                                 "| 云岩镇 | 36 | 1650 | 35.64 | 35.64 | 71.28 |\n"
                                 "| 石桥镇 | 28 | 1650 | 27.72 | 27.72 | 55.44 |\n"
                                 "| 柳溪乡 | 20 | 1580 | 18.96 | 18.96 | 38.92 |\n";
    expect_checks(source, "amount.cross",
                  "amount.cross pass 71.28 71.28 @1,5\n"
                  "amount.cross pass 55.44 55.44 @2,5\n"
                  "amount.cross fail 38.92 37.92 @3,5\n");
    expect_findings(source, "error amount.cross 柳溪乡 38.92 37.92 @3,5\n");
}

/* two rows of three hold, but 0 + 5 = 5 says nothing */
static void test_rows_that_hold_by_zeros(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 合计 | 已拨金额 | 退回金额 |\n"
                                 "| 云岩镇 | 35 | 35 | 0 |\n"
                                 "| 石桥镇 | 27 | 27 | 0 |\n"
                                 "| 柳溪乡 | 20 | 15 | 1 |\n";
    expect_checks(source, "amount.cross", "");
    expect_findings(source, "");
}

/* one row only: 其他 closes the list of sources */
static void test_sources_in_one_row(void **state) {
    (void)state;
    static const char heads[] = "| 资金（万元） | 中央 | 省、地 | 本级 | 其他 | "
                                "合计 | 执行数 |\n";
    char source[400];
    snprintf(source, sizeof source, "%s| 预算 | 420 | 180.5 | 260 | 15 | 875.5 | 801 |\n", heads);
    expect_checks(source, "amount", "amount.cross pass 875.5 875.5 @1,5\n");
    snprintf(source, sizeof source, "%s| 预算 | 420 | 180.5 | 260 | 25 | 875.5 | 801 |\n", heads);
    expect_findings(source, "warning amount.cross 预算 875.5 885.5 @1,5\n");
    snprintf(source, sizeof source, "%s| 预算 | 420.02 | 180.5 | 260 | 15 | 875.5 | 801 |\n",
             heads);
    expect_checks(source, "amount", "amount.cross rounding 875.5 875.52 @1,5\n");
    snprintf(source, sizeof source, "%s| 预算 | 4,20.0 | 180.5 | 260 | 15 | 875.5 | 801 |\n",
             heads);
    expect_checks(source, "amount.cross",
                  "amount.cross unverifiable 875.5 unreadable_number @1,5\n");
}

/* a list that nothing closes, and rows that speak against it */
static void test_sources_that_nothing_closes(void **state) {
    (void)state;
    expect_checks("| 资金 | 中央 | 省级 | 市级 | 合计 |\n"
                  "| 预算 | 420 | 180 | 260 | 900 |\n",
                  "amount", "");
    expect_checks("| 资金 | 中央 | 省级 | 其他 | 合计 |\n"
                  "| 水库 | 420 | 180 | 260 | 900 |\n"
                  "| 渠道 | 42 | 18 | 26 | 100 |\n"
                  "| 道路 | 42 | 18 | 26 | 120 |\n",
                  "amount", "");
}

/* The rate of the whole is no sum of those of its parts; shares add to 100. */
static void test_rates_of_parts_do_not_add(void **state) {
    (void)state;
    expect_findings("| 评价维度 | 决策 | 产出 | 效益 | 合计 |\n"
                    "| 权重 | 20 | 40 | 40 | 100 |\n"
                    "| 得分 | 19 | 36 | 38 | 93 |\n"
                    "| 得分率 | 95% | 90% | 95% | 93% |\n",
                    "");
    expect_checks("| 资金 | 中央 | 省级 | 合计 |\n"
                  "| 金额 | 60 | 40 | 100 |\n"
                  "| 支出 | 30 | 20 | 50 |\n"
                  "| 占比 | 60% | 40% | 100% |\n",
                  "amount.cross",
                  "amount.cross pass 100 100 @1,3\n"
                  "amount.cross pass 50 50 @2,3\n"
                  "amount.cross pass 100 100 @3,3\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_components_add_up),
        cmocka_unit_test(test_components_under_a_merged_head),
        cmocka_unit_test(test_components_nest),
        cmocka_unit_test(test_a_row_contradicts),
        cmocka_unit_test(test_a_row_within_rounding),
        cmocka_unit_test(test_components_may_be_incomplete),
        cmocka_unit_test(test_components_that_exceed_contradict),
        cmocka_unit_test(test_a_malformed_component),
        cmocka_unit_test(test_a_total_behind_its_components),
        cmocka_unit_test(test_two_breakdowns_of_one_total),
        cmocka_unit_test(test_neighbours_of_a_total_need_not_be_its_parts),
        cmocka_unit_test(test_other_columns_stand_before_the_components),
        cmocka_unit_test(test_rows_that_hold_by_zeros),
        cmocka_unit_test(test_sources_in_one_row),
        cmocka_unit_test(test_sources_that_nothing_closes),
        cmocka_unit_test(test_rates_of_parts_do_not_add),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
