#include "tests/read.h"

#define TITLE "石桥县水务局2023年度部门整体支出绩效自评报告\n"
#define ASSETS                                                     \
    "| 机构名称 | 固定资产合计 | 在用固定资产 |\n" \
    "| 局机关及二级机构汇总（万元） | 800 | 720 |\n" \
    "| 1、局机关 | 500 | 450 |\n"                              \
    "| 2、水政大队 | 300 | 270 |\n\n"
#define INDICATOR(name, actual)                                                                              \
    "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n" \
    "| 过程 | 管理 | " name " | ≥80% | " actual " | 60 | 60 |\n"                                             \
    "| 产出 | 数量 | 修渠长度 | ≥5公里 | 5公里 | 40 | 40 |\n"                                  \
    "| 合计 | < | < | < | < | 100 | 100 |\n"

static void expect(const char *source, const char *expected) {
    expect_checks(source, "rate.ratio", expected);
}

static void test_use_of_assets(void **state) {
    (void)state;
    expect(TITLE ASSETS INDICATOR("固定资产利用率", "90%"), "rate.ratio pass 90 90 @1,4\n");
    expect(TITLE ASSETS INDICATOR("固定资产利用率", "95%"), "rate.ratio fail 95 90 @1,4\n");
    expect(TITLE ASSETS INDICATOR("固定资产利用率", "30%"),
           "rate.ratio unverifiable 30 doubtful_tie @1,4\n");
}

static void test_a_contradiction_is_a_warning(void **state) {
    (void)state;
    expect_findings(TITLE ASSETS INDICATOR("固定资产利用率", "95%"),
                    "warning rate.ratio 固定资产利用率 95 90 @1,4\n");
}

static void test_people_and_posts(void **state) {
    (void)state;
    expect(TITLE "核定编制90人，在职人员81人。\n在职人员控制率90%。\n",
           "rate.ratio pass 90 90 @2\n");
    expect(TITLE "核定编制90人，在职人员81人。\n在职人员控制率92%。\n",
           "rate.ratio fail 92 90 @2\n");
    expect(TITLE "核定编制90人，在职人员76人。\n在职人员控制率84.45%。\n",
           "rate.ratio rounding 84.45 84.44 @2\n");
    /* of two units, nobody knows whose */
    expect(TITLE "核定编制90人，在职人员81人。\n核定编制30人。\n在职人员控制率92%。\n", "");
}

static void test_visits(void **state) {
    (void)state;
    expect(TITLE
           "2023年三公经费预算20.00万元。\n2023年三公经费支出15.00万元。\n三公经费控制率75%。\n",
           "rate.ratio pass 75 75 @3\n");
    expect(TITLE "2023年三公经费预算20.00万元。\n三公经费控制率75%。\n", "");
}

static void test_execution_of_a_department_is_its_own(void **state) {
    (void)state;
    static const char funds[] = TITLE "| 预算执行情况（万元） | 全年预算数 | 全年执行数 | 分值 |\n"
                                      "| 年度资金总额 | 1000 | 950 | 10 |\n\n";
    char source[2048];
    snprintf(source, sizeof source, "%s%s", funds, INDICATOR("预算执行率", "95%"));
    expect(source, "rate.ratio pass 95 95 @1,4\n");
    snprintf(source, sizeof source, "%s%s", funds, INDICATOR("预算执行率", "97%"));
    expect(source, "rate.ratio unverifiable 97 doubtful_tie @1,4\n");
}

static void test_a_rate_of_something_else(void **state) {
    (void)state;
    expect(TITLE ASSETS INDICATOR("车辆利用率", "95%"), "");
    expect(TITLE ASSETS "固定资产利用率达到90%以上。\n",
           "rate.ratio unverifiable 90 approximate_figure @1\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_use_of_assets),
        cmocka_unit_test(test_a_contradiction_is_a_warning),
        cmocka_unit_test(test_people_and_posts),
        cmocka_unit_test(test_visits),
        cmocka_unit_test(test_execution_of_a_department_is_its_own),
        cmocka_unit_test(test_a_rate_of_something_else),
    };
    return cmocka_run_group_tests_name("stated", tests, read_open, read_close);
}
