#include "tests/read.h"

/* a dash for a weight, rows of zeros, blank template rows */
static void test_fillers_and_zero_rows(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出（60分） | 产出一 | 修渠长度 | 60 | 58 |\n"
                                 "| ^ | 产出二 | —— | —— | —— |\n"
                                 "| ^ | 产出三 |  |  |  |\n"
                                 "| 效益（40分） | 社会效益 | 受益户数 | 40 | 39 |\n"
                                 "| ^ | 经济效益 | 无 | 0 | 0 |\n"
                                 "| ^ | 生态效益 | / | / | / |\n"
                                 "| 合计 | < | < | 100 | 97 |\n";
    expect_findings(source, "");
}

/* one header, one total, two tables */
static void test_a_group_split_over_two_tables(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程（40分） | 制度建设 | 15 | 15 |\n"
                                 "| ^ | 资金管理 | 10 | 10 |\n"
                                 "\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程（40分） | 资产管理 | 15 | 14 |\n"
                                 "| 产出（60分） | 修渠长度 | 60 | 58 |\n"
                                 "| 合计 | < | 100 | 97 |\n";
    expect_indicators(source, "过程/制度建设 15 15\n"
                              "过程/资金管理 10 10\n"
                              "过程/资产管理 15 14\n"
                              "产出/修渠长度 60 58\n");
    expect_checks(source, "weight",
                  "weight.section pass 40 40 @1,0\n"
                  "weight.section pass 60 60 @2,0\n"
                  "weight.total pass 100 100 @3,2\n");
    expect_checks(source, "score.total", "score.total pass 97 97 @3,3\n");
    expect_findings(source, "");
}

/* 得5分, 扣0.5分 and 满分6分 are rules, no scores */
static void test_numbers_in_criteria(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 二级指标 | 评分标准 | 分值 | 得分 | 备注 |\n"
        "| 过程 | 制度建设 | "
        "有制度得5分，执行得10分，满分15分；每少1项扣0.5分 | 40 | 39.5 | "
        "扣0.5分 |\n"
        "| 产出 | 修渠长度 | 完成100%得60分，90%得50分，其余0分 | 60 | 60 | 60 |\n"
        "| 合计 | < |  | 100 | 99.5 |  |\n";
    expect_indicators(source, "过程/制度建设 40 39.5\n"
                              "产出/修渠长度 60 60\n");
    expect_findings(source, "");
}

static void test_fund_rows_that_repeat_the_points(void **state) {
    (void)state;
    static const char source[] = "| 项目资金（万元） | 全年预算数 | "
                                 "全年执行数 | 分值 | 执行率 | "
                                 "得分 |\n"
                                 "| 年度资金总额 | 90 | 90 | 10 | 100% | 10 |\n"
                                 "| 其中：本年财政拨款 | 90 | 90 | 10 | 100% | 10 |\n"
                                 "| 其他资金 | 0 | 0 | 10 | 0% | 10 |\n"
                                 "| 一级指标 | 二级指标 | 三级指标 | "
                                 "年度指标值 | 分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | ≥5公里 | 50 | 50 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | ≥50户 | 40 | 38 |\n"
                                 "| 总分 | < | < | < | 100 | 98 |\n";
    expect_indicators(source, "年度资金总额 10 10 fund\n"
                              "产出/数量/修渠长度 50 50\n"
                              "效益/社会效益/受益户数 40 38\n");
    expect_findings(source, "");
}

static void test_bonus_points(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 100 | 97 |\n"
                                 "| 加分项 | 获省级表彰 | 2 | 3 |\n"
                                 "| 合计 | < | 102 | 100 |\n";
    expect_findings(source, "");
}

static void test_two_breakdowns_of_one_total_by_rows(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计 | 其中：基本支出 | "
                                 "项目支出 |\n"
                                 "| 局机关 | 30 | 20 | 10 |\n"
                                 "| 河道所 | 15 | 9 | 6 |\n"
                                 "| 合计 | 45 | 29 | 16 |\n";
    expect_findings(source, "");
}

static void test_the_adjusted_budget_is_the_denominator(void **state) {
    (void)state;
    static const char source[] = "| 项目资金 | 年初预算数 | 全年预算数（A） | "
                                 "全年执行数（B） | "
                                 "执行率（B/A） |\n"
                                 "| 年度资金总额 | 300 | 400 | 380 | 95% |\n"
                                 "| 其中：财政拨款 | 300 | 400 | 380 | 95% |\n";
    expect_findings(source, "");
}

/* less than the target is success: nothing is said */
static void test_reverse_indicators(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 年度指标值 | "
                                 "实际完成值 | 分值 | 得分 |\n"
                                 "| 产出 | 成本 | ≤400万元 | 180万元 | 50 | 50 |\n"
                                 "| 效益 | 投诉数 | ≤5件 | 0件 | 50 | 50 |\n"
                                 "| 合计 | < |  |  | 100 | 100 |\n";
    expect_findings(source, "");
}

static void test_an_unfilled_template(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | "
                                 "年度指标值 | 实际完成值 | "
                                 "分值 | 得分 |\n"
                                 "| 产出指标（50分） | 数量指标 |  |  |  | 20 |  |\n"
                                 "| ^ | 质量指标 |  |  |  | 30 |  |\n"
                                 "| 效益指标（40分） | 社会效益 |  |  |  | 40 |  |\n"
                                 "| 总分 | < | < |  |  | 100 |  |\n";
    expect_indicators(source, "");
    expect_findings(source, "");
}

/* each claim is held against the table of its own report */
static void test_two_covers_and_two_score_tables(void **state) {
    (void)state;
    static const char source[] = "青泷县水利局2023年度"
                                 "部门整体支出绩效自评报告\n"
                                 "一、部门概况\n"
                                 "部门整体支出绩效自评得分95分。\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 效益 | 受益户数 | 40 | 37 |\n"
                                 "| 合计 | < | 100 | 95 |\n"
                                 "2023年度护坡项目支出绩效自评报告\n"
                                 "一、项目概况\n"
                                 "项目支出绩效自评得分88分。\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 护坡长度 | 60 | 50 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n"
                                 "| 合计 | < | 100 | 88 |\n";
    expect_findings(source, "");
}

static void test_a_shared_weight_that_has_lost_its_merge(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 过程 | 预算执行 | 完成率 | 15 | 4 |\n"
                                 "|  |  | 控制率 |  | 5 |\n"
                                 "|  |  | 结转率 |  | 5 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 85 | 80 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_indicators(source, "过程/预算执行/完成率 15 4\n"
                              "过程/预算执行/控制率 - 5 same-weight\n"
                              "过程/预算执行/结转率 - 5 same-weight\n"
                              "产出/数量/修渠长度 85 80\n");
    expect_findings(source, "");
}

static void test_a_blank_weight_of_another_group(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 决策 | 立项规范 | 20 | 18 |\n"
                                 "| 过程 | 资金管理 |  | 9 |\n"
                                 "| 产出 | 检测批次 | 70 | 65 |\n"
                                 "| 合计 | < | 100 | 92 |\n";
    expect_checks(source, "weight", "weight.total unverifiable 100 missing_operand @4,2\n");
    expect_checks(source, "score",
                  "score.over_weight pass 18 18 @1,3\n"
                  "score.over_weight pass 65 65 @3,3\n"
                  "score.total pass 92 92 @4,3\n");
    expect_findings(source, "");
}

static void test_a_score_displaced_into_the_remarks(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 | "
                                 "评价描述 |\n"
                                 "| 过程 | 制度建设 | 40 | 39 | 制度健全 |\n"
                                 "| 产出 | 修渠长度 | 60 |  | 58 |\n"
                                 "| 合计 | < | 100 | 97 |  |\n";
    expect_rows(source, "header\n"
                        "item 制度建设\n"
                        "~item 修渠长度\n"
                        "total 合计\n");
    expect_indicators(source, "过程/制度建设 40 39\n"
                              "产出/修渠长度 60 58\n");
    expect_findings(source, "");
}

/* the row cannot be read: nothing is called wrong */
static void test_text_displaced_into_the_score(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 评价描述 | "
                                 "评价得分 |\n"
                                 "| 过程 | 制度建设 | 40 | 制度健全 | 39 |\n"
                                 "| 产出 | 修渠长度 | 60 |  | 全部完成 |\n"
                                 "| 合计 | < | 100 |  | 97 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 39 39 @1,4\n"
                  "score.total unverifiable 97 missing_operand @3,4\n");
    expect_findings(source, "warning score.missing 修渠长度   @2,4\n");
}

/* each first level has its own summing row of the same columns */
static void test_level_sums_are_not_leaves(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 指标 | 分值 | 得分 |\n"
                                 "| 一 | 过程小计 | 40 | 39 |\n"
                                 "| 1 | 制度建设 | 15 | 15 |\n"
                                 "| 2 | 资金管理 | 25 | 24 |\n"
                                 "| 二 | 产出小计 | 60 | 58 |\n"
                                 "| 1 | 修渠长度 | 60 | 58 |\n"
                                 "| 合计 | < | 100 | 97 |\n";
    expect_findings(source, "");
}

static void test_a_grade_row_below_the_total(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 | 制度建设 | 40 | 39 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 合计 | < | 100 | 97 |\n"
                                 "| 绩效等级 | < | 优 | < |\n";
    expect_rows(source, "header\n"
                        "item 制度建设\n"
                        "item 修渠长度\n"
                        "total 合计\n"
                        "field 绩效等级\n");
    expect_claims(source, "合计 97\n"
                          "绩效等级 优\n");
    expect_findings(source, "");
}

static void test_a_grade_that_contradicts_its_total(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 | 制度建设 | 40 | 29 |\n"
                                 "| 产出 | 修渠长度 | 60 | 48 |\n"
                                 "| 合计 | < | 100 | 77 |\n"
                                 "| 绩效等级 | < | 优 | < |\n";
    expect_findings(source, "error grade.band 绩效等级 优 中 @4,2\n");
}

/* 1.财政资金小计 stands over ① and ②; 2. beside it is none of them */
static void test_a_subtotal_over_marked_rows(void **state) {
    (void)state;
    static const char rows[] = "| 资金结构 | 预算数（万元） |\n"
                               "| 1.财政资金小计 | %s |\n"
                               "| ①项目支出 | 72.5 |\n"
                               "| ②基本支出 | 179.06 |\n"
                               "| 2.单位其他收入 | 8 |\n"
                               "| 合计 | 259.56 |\n";
    char source[500];
    snprintf(source, sizeof source, rows, "251.56");
    expect_checks(source, "amount",
                  "amount.total pass 251.56 251.56 @1,1\n"
                  "amount.total pass 259.56 259.56 @5,1\n");
    snprintf(source, sizeof source, rows, "215.56");
    expect_findings(source,
                    "warning amount.total 1.财政资金小计/预算数(万元) 215.56 251.56 @1,1\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fillers_and_zero_rows),
        cmocka_unit_test(test_a_group_split_over_two_tables),
        cmocka_unit_test(test_numbers_in_criteria),
        cmocka_unit_test(test_fund_rows_that_repeat_the_points),
        cmocka_unit_test(test_bonus_points),
        cmocka_unit_test(test_two_breakdowns_of_one_total_by_rows),
        cmocka_unit_test(test_the_adjusted_budget_is_the_denominator),
        cmocka_unit_test(test_reverse_indicators),
        cmocka_unit_test(test_an_unfilled_template),
        cmocka_unit_test(test_two_covers_and_two_score_tables),
        cmocka_unit_test(test_a_shared_weight_that_has_lost_its_merge),
        cmocka_unit_test(test_a_blank_weight_of_another_group),
        cmocka_unit_test(test_a_score_displaced_into_the_remarks),
        cmocka_unit_test(test_text_displaced_into_the_score),
        cmocka_unit_test(test_level_sums_are_not_leaves),
        cmocka_unit_test(test_a_grade_row_below_the_total),
        cmocka_unit_test(test_a_grade_that_contradicts_its_total),
        cmocka_unit_test(test_a_subtotal_over_marked_rows),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
