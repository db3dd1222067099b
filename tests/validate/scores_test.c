#include "tests/read.h"

static void test_total_holds(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28.5 |\n"
                                 "| ^ | 质量 | 合格率 | 20 | 20 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46 |\n"
                                 "| 合计 | < | < | 100 | 94.5 |\n";
    expect_checks(source, "score.total", "score.total pass 94.5 94.5 @4,4\n");
    expect_checks(source, "score.over",
                  "score.over_weight pass 28.5 28.5 @1,4\n"
                  "score.over_weight pass 20 20 @2,4\n"
                  "score.over_weight pass 46 46 @3,4\n");
    expect_findings(source, "");
}

static void test_total_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28.5 |\n"
                                 "| ^ | 质量 | 合格率 | 20 | 20 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46 |\n"
                                 "| 合计 | < | < | 100 | 95 |\n";
    expect_checks(source, "score.total", "score.total fail 95 94.5 @4,4\n");
    expect_findings(source, "error score.total 合计 95 94.5 @4,4\n");
}

/* scores are exact: a hundredth is a contradiction */
static void test_total_has_no_tolerance(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28.33 |\n"
                                 "| ^ | 质量 | 合格率 | 20 | 19.33 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46.33 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_checks(source, "score.total", "score.total fail 94 93.99 @4,4\n");
    expect_findings(source, "error score.total 合计 94 93.99 @4,4\n");
}

static void test_total_with_a_missing_score(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28 |\n"
                                 "| ^ | 质量 | 合格率 | 20 |  |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 28 28 @1,4\n"
                  "score.over_weight pass 46 46 @3,4\n"
                  "score.total unverifiable 94 missing_operand @4,4\n");
    expect_findings(source, "warning score.missing 合格率   @2,4\n");
}

/* the row before the last one sums nobody knows what */
static void test_total_in_the_middle_is_a_doubtful_tie(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28 |\n"
                                 "| ^ | 质量 | 合格率 | 20 | 20 |\n"
                                 "| 合计 | < | < | 60 | 49 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46 |\n"
                                 "| 总分 | < | < | 100 | 94 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 28 28 @1,4\n"
                  "score.over_weight pass 20 20 @2,4\n"
                  "score.total unverifiable 49 doubtful_tie @3,4\n"
                  "score.over_weight pass 46 46 @4,4\n"
                  "score.total pass 94 94 @5,4\n");
    expect_findings(source, "");
}

static void test_subtotals_cover_what_stands_above(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28 |\n"
                                 "| ^ | 质量 | 合格率 | 20 | 20 |\n"
                                 "| 小计 | < | < | 50 | 48 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46 |\n"
                                 "| 小计 | < | < | 50 | 46 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 28 28 @1,4\n"
                  "score.over_weight pass 20 20 @2,4\n"
                  "score.subtotal pass 48 48 @3,4\n"
                  "score.over_weight pass 46 46 @4,4\n"
                  "score.subtotal pass 46 46 @5,4\n"
                  "score.total pass 94 94 @6,4\n");
    expect_checks(source, "weight",
                  "weight.section pass 50 50 @3,3\n"
                  "weight.section pass 50 50 @5,3\n"
                  "weight.total pass 100 100 @6,3\n");
    expect_findings(source, "");
}

static void test_subtotal_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28 |\n"
                                 "| ^ | 质量 | 合格率 | 20 | 20 |\n"
                                 "| 小计 | < | < | 50 | 49 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 28 28 @1,4\n"
                  "score.over_weight pass 20 20 @2,4\n"
                  "score.subtotal fail 49 48 @3,4\n"
                  "score.over_weight pass 46 46 @4,4\n"
                  "score.total pass 94 94 @5,4\n");
    expect_findings(source, "error score.subtotal 小计 49 48 @3,4\n");
}

/* the second group adds to the figures of the first subtotal, the first one does not */
static void test_subtotal_of_the_group_above(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |\n"
                                 "| 过程 | 财务 | 采购 | 20 | 20 |\n"
                                 "| 过程 | 财务 | 资金 | 6 | 5 |\n"
                                 "| 小计 |  |  | 25 | 25 |\n"
                                 "| 产出 | 数量 | 修渠 | 25 | 21 |\n"
                                 "| 小计 |  |  | 25 | 21 |\n"
                                 "| 效果 | 效益 | 增收 | 50 | 50 |\n"
                                 "| 小计 |  |  | 50 | 50 |\n";
    expect_checks(source, "score.subtotal",
                  "score.subtotal pass 25 25 @3,4\n"
                  "score.subtotal pass 21 21 @5,4\n"
                  "score.subtotal pass 50 50 @7,4\n");
    expect_checks(source, "weight.section",
                  "weight.section fail 25 26 @3,3\n"
                  "weight.section pass 25 25 @5,3\n"
                  "weight.section pass 50 50 @7,3\n");
}

static void test_subtotal_above_its_rows(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出小计 | < | < | 50 | 48 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 30 | 28 |\n"
                                 "| ^ | 质量 | 合格率 | 20 | 20 |\n"
                                 "| 效益小计 | < | < | 50 | 46 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 50 | 46 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_checks(source, "score",
                  "score.subtotal pass 48 48 @1,4\n"
                  "score.over_weight pass 28 28 @2,4\n"
                  "score.over_weight pass 20 20 @3,4\n"
                  "score.subtotal pass 46 46 @4,4\n"
                  "score.over_weight pass 46 46 @5,4\n"
                  "score.total pass 94 94 @6,4\n");
    expect_checks(source, "weight",
                  "weight.section pass 50 50 @1,3\n"
                  "weight.section pass 50 50 @4,3\n"
                  "weight.total pass 100 100 @6,3\n");
    expect_findings(source, "");
}

static void test_group_score_in_its_label(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 管理（满分50分，实得49分） | 制度建设 | 30 | "
                                 "28 |\n"
                                 "| ^ | 资金管理 | 20 | 20 |\n"
                                 "| 绩效（满分50分，实得46分） | 受益户数 | 50 | "
                                 "46 |\n"
                                 "| 合计 | < | 100 | 94 |\n";
    expect_checks(source, "score.subtotal",
                  "score.subtotal fail 49 48 @1,0\n"
                  "score.subtotal pass 46 46 @3,0\n");
    expect_findings(source, "error score.subtotal 管理 49 48 @1,0\n");
}

static void test_score_over_its_weight(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 30 | 31 |\n"
                                 "| ^ | 合格率 | 20 | 20 |\n"
                                 "| 效益 | 受益户数 | 50 | -1 |\n"
                                 "| 合计 | < | 100 | 50 |\n";
    expect_checks(source, "score.over",
                  "score.over_weight fail 31 30 @1,3\n"
                  "score.over_weight pass 20 20 @2,3\n"
                  "score.over_weight fail -1 0 @3,3\n");
    expect_findings(source, "error score.over_weight 修渠长度 31 30 @1,3\n"
                            "error score.over_weight 受益户数 -1 0 @3,3\n");
}

static void test_missing_scores_are_a_warning(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 30 |  |\n"
                                 "| ^ | 合格率 | 20 | 20 |\n"
                                 "| 效益 | 受益户数 | 40 | 40 |\n"
                                 "| ^ | 节水量 | 10 | 已达标 |\n"
                                 "| 合计 | < | 100 | 100 |\n";
    expect_checks(source, "score.missing", "");
    expect_findings(source, "warning score.missing 修渠长度   @1,3\n"
                            "warning score.missing 节水量   @4,3\n");
}

static void test_a_weight_over_three_scores(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 过程 | 预算执行 | 完成率 | 15 | 4 |\n"
                                 "| ^ | ^ | 控制率 | ^ | 5 |\n"
                                 "| ^ | ^ | 结转率 | ^ | 5 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 85 | 80 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 14 14 @1,4\n"
                  "score.over_weight pass 80 80 @4,4\n"
                  "score.total pass 94 94 @5,4\n");
    expect_indicators(source, "过程/预算执行/完成率 15 4\n"
                              "过程/预算执行/控制率 - 5 same-weight\n"
                              "过程/预算执行/结转率 - 5 same-weight\n"
                              "产出/数量/修渠长度 85 80\n");
    expect_findings(source, "");
}

static void test_a_weight_over_scores_exceeded(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 过程 | 预算执行 | 完成率 | 15 | 6 |\n"
                                 "| ^ | ^ | 控制率 | ^ | 5 |\n"
                                 "| ^ | ^ | 结转率 | ^ | 5 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 85 | 80 |\n"
                                 "| 合计 | < | < | 100 | 96 |\n";
    expect_checks(source, "score.over",
                  "score.over_weight fail 16 15 @1,4\n"
                  "score.over_weight pass 80 80 @4,4\n");
    expect_findings(source, "error score.over_weight 完成率 16 15 @1,4\n");
}

static void test_a_score_over_three_weights(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 过程 | 预算执行 | 完成率 | 5 | 14 |\n"
                                 "| ^ | ^ | 控制率 | 5 | ^ |\n"
                                 "| ^ | ^ | 结转率 | 5 | ^ |\n"
                                 "| 产出 | 数量 | 修渠长度 | 85 | 80 |\n"
                                 "| 合计 | < | < | 100 | 94 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 14 14 @1,4\n"
                  "score.over_weight pass 80 80 @4,4\n"
                  "score.total pass 94 94 @5,4\n");
    expect_indicators(source, "过程/预算执行/完成率 5 14\n"
                              "过程/预算执行/控制率 5 - same-score\n"
                              "过程/预算执行/结转率 5 - same-score\n"
                              "产出/数量/修渠长度 85 80\n");
    expect_findings(source, "");
}

static void test_fund_points_belong_to_the_total(void **state) {
    (void)state;
    static const char source[] = "| 项目资金 | 全年预算数 | 全年执行数 | 分值 | "
                                 "执行率 | 得分 |\n"
                                 "| 年度资金总额 | 200 | 190 | 10 | 95% | 9.5 |\n"
                                 "| 其中：财政拨款 | 200 | 190 | 10 | 95% | 9.5 |\n"
                                 "| 一级指标 | 二级指标 | 三级指标 | "
                                 "年度指标值 | 分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | ≥5公里 | 40 | 40 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | ≥50户 | 50 | 45 |\n"
                                 "| 总分 | < | < | < | 100 | 94.5 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 9.5 9.5 @1,5\n"
                  "score.rule pass 9.5 9.5 @1,5\n"
                  "score.over_weight pass 40 40 @4,5\n"
                  "score.over_weight pass 45 45 @5,5\n"
                  "score.total pass 94.5 94.5 @6,5\n");
    expect_checks(source, "weight", "weight.total pass 100 100 @6,4\n");
    expect_indicators(source, "年度资金总额 10 9.5 fund\n"
                              "产出/数量/修渠长度 40 40\n"
                              "效益/社会效益/受益户数 50 45\n");
    expect_findings(source, "");
}

/* 绩效指标(90分): the total is that of the indicators alone */
static void test_fund_points_left_out_of_the_total(void **state) {
    (void)state;
    static const char source[] = "| 项目资金 | 全年预算数 | 全年执行数 | 分值 | "
                                 "执行率 | 得分 |\n"
                                 "| 年度资金总额 | 200 | 190 | 10 | 95% | 9.5 |\n"
                                 "| 一级指标 | 二级指标 | 三级指标 | "
                                 "年度指标值 | 分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | ≥5公里 | 40 | 40 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | ≥50户 | 50 | 45 |\n"
                                 "| 总分 | < | < | < | 90 | 85 |\n";
    expect_checks(source, "score.total", "score.total pass 85 85 @5,5\n");
    expect_checks(source, "weight.total", "weight.total pass 90 90 @5,4\n");
    expect_findings(source, "");
}

static void test_fund_score_over_its_weight(void **state) {
    (void)state;
    static const char source[] = "| 项目资金 | 全年预算数 | 全年执行数 | 分值 | "
                                 "执行率 | 得分 |\n"
                                 "| 年度资金总额 | 200 | 210 | 10 | 105% | 10.5 |\n"
                                 "| 一级指标 | 二级指标 | 三级指标 | "
                                 "年度指标值 | 分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | ≥5公里 | 90 | 80 |\n"
                                 "| 总分 | < | < | < | 100 | 90.5 |\n";
    expect_checks(source, "score.over",
                  "score.over_weight fail 10.5 10 @1,5\n"
                  "score.over_weight pass 80 80 @3,5\n");
    expect_findings(source, "error score.over_weight 年度资金总额 10.5 10 @1,5\n");
}

static void test_bonus_points_may_exceed_the_weight(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 评分标准 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 修渠长度 | 按比例得分 | 60 | 60 |\n"
                                 "| 效益 | 受益户数 | 按比例得分 | 40 | 38 |\n"
                                 "| 附加 | 获上级表彰 | 加分项，每次加1分 |  | 2 |\n"
                                 "| ^ | 经验推广 | 加分项 | 3 | 4 |\n"
                                 "| 合计 | < | < | 103 | 104 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 60 60 @1,4\n"
                  "score.rule unverifiable 60 unparsed_rule @1,4\n"
                  "score.over_weight pass 38 38 @2,4\n"
                  "score.rule unverifiable 38 unparsed_rule @2,4\n"
                  "score.over_weight unverifiable 4 bonus_row @4,4\n"
                  "score.total pass 104 104 @5,4\n");
    expect_checks(source, "weight", "weight.total pass 103 103 @5,3\n");
    expect_findings(source, "");
}

static void test_a_malformed_score_is_unverifiable(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 5,8 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n"
                                 "| 合计 | < | 100 | 96 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 38 38 @2,3\n"
                  "score.total unverifiable 96 missing_operand @3,3\n");
    expect_findings(source, "warning score.missing 修渠长度   @1,3\n");
}

/* a template: weights are printed, scores are not */
static void test_nobody_has_scored(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 |  |\n"
                                 "| 效益 | 受益户数 | 40 |  |\n"
                                 "| 合计 | < | 100 |  |\n";
    expect_checks(source, "score", "");
    expect_checks(source, "weight", "");
    expect_indicators(source, "");
    expect_findings(source, "");
}

static void test_a_field_claims_the_total(void **state) {
    (void)state;
    static const char source[] = "| 自评总分（分） | 94 | < | < |\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 57 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n";
    expect_checks(source, "score.total", "score.total fail 94 95 @0,1\n");
    expect_findings(source, "warning score.total 自评总分 94 95 @0,1\n");
}

/* the last row belongs to the merged level: it is no total */
#define FIELD_AND_FUNDS(score, fund, last)                                     \
    "| 自评总分 | " score " | < | < | < |\n"                                   \
    "| 项目资金 | 全年预算数 | 全年执行数 | 分值 | 得分 |\n" \
    "| 年度资金总额 | 100 | 95 | " fund " | 9.5 |\n"                           \
    "| 一级指标 | 二级指标 | 指标值 | 分值 | 得分 |\n"          \
    "| 产出 | 修渠 | 5公里 | 50 | 50 |\n"                                \
    "| 效益 | 户数 | 50户 | " last " | 38 |\n"

/* The points of the funds complete the hundred: then nothing else of the form is scored, and the
 * field is the total of both blocks. */
static void test_a_field_above_a_fund_block(void **state) {
    (void)state;
    expect_checks(FIELD_AND_FUNDS("97.5", "10", "40"), "score.total",
                  "score.total pass 97.5 97.5 @0,1\n");
    expect_checks(FIELD_AND_FUNDS("98", "10", "40"), "score.total",
                  "score.total fail 98 97.5 @0,1\n");
    expect_checks(FIELD_AND_FUNDS("98", "20", "40"), "score.total",
                  "score.total unverifiable 98 doubtful_tie @0,1\n");
    expect_checks(FIELD_AND_FUNDS("98", "—", "40"), "score.total",
                  "score.total unverifiable 98 doubtful_tie @0,1\n");
}

static void test_a_bare_row_of_figures_under_a_merged_name(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 60 | 57 |\n"
                                 "| 效益 | 受益户数 | 20 | 18 |\n"
                                 "| ^ | ^ | 20 | 19 |\n";
    expect_indicators(source, "产出/修渠长度 60 57\n"
                              "效益/受益户数 20 18\n"
                              "效益/受益户数 20 19\n");
    expect_checks(source, "score.total", "");
    expect_findings(source, "");
}

/* ---- panels of a form: 年度目标（20分） */

#define PANELS(aims, head, claim)                                                        \
    "| 专项名称 | 文化室 | < | 自评得分 | < | " claim " |\n"                             \
    "| 预算执行情况（20分） | 预算数 | 480 | 执行数 | 456 | 19 |\n"       \
    "| 年度目标（20分） | 预期 | 建成 | 完成 | 已建成 | " aims " |\n"                    \
    "| 绩效指标（60分） | 一级指标 | 三级指标 | 指标值 | 完成值 | " \
    "" head " |\n"                                                                       \
    "| ^ | 产出 | 文化室 | 32个 | 32个 | 30 |\n"                                  \
    "| ^ | 效益 | 读者 | 2万人 | 2万人 | 26 |\n"

static void test_panels_add_to_the_claim(void **state) {
    (void)state;
    static const char checks[] = "score.total pass 93.5 93.5 @0,5\n"
                                 "score.over_weight pass 19 19 @1,5\n"
                                 "score.over_weight pass 18.5 18.5 @2,5\n"
                                 "score.over_weight pass 56 56 @3,0\n";
    expect_checks(PANELS("18.5", "得分", "93.5"), "score", checks);
    /* older forms leave the head of the scores blank */
    expect_checks(PANELS("18.5", "", "93.5"), "score", checks);
}

/* What else may be counted in is not known: a warning. */
static void test_panels_miss_the_claim(void **state) {
    (void)state;
    expect_findings(PANELS("18.5", "得分", "95.5"),
                    "warning score.total 自评得分 95.5 93.5 @0,5\n");
    expect_findings(PANELS("20.5", "得分", "95.5"),
                    "error score.over_weight 年度目标 20.5 20 @2,5\n");
}

/* One of the panels has no score that can be told: no sum is certain. */
static void test_a_panel_without_a_score(void **state) {
    (void)state;
    expect_checks(PANELS("", "得分", "95.5"), "score.total",
                  "score.total unverifiable 95.5 doubtful_tie @0,5\n");
    expect_checks(PANELS("", "得分", "75"), "score.total", "score.total pass 75 75 @0,5\n");
}

/* Indicators of one panel within its points. */
static void test_indicators_over_their_panel(void **state) {
    (void)state;
    static const char source[] = "| 绩效指标（50分） | 一级指标 | 三级指标 | "
                                 "完成值 | 得分 |\n"
                                 "| ^ | 产出 | 文化室 | 32个 | 30 |\n"
                                 "| ^ | 效益 | 读者 | 2万人 | 26 |\n";
    expect_findings(source, "error score.over_weight 绩效指标 56 50 @0,0\n");
}

/* 产出（35分） over indicators without weights */
static void test_points_of_a_group_without_weights(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 三级指标 | 指标值 | 完成值 | 得分 |\n"
                                 "| 产出（35分） | 文化室 | 32个 | 32个 | 20 |\n"
                                 "| ^ | 图书 | 9千册 | 9千册 | 15 |\n"
                                 "| 效益（15分） | 读者 | 2万人 | 2万人 | 16 |\n";
    expect_checks(source, "score",
                  "score.over_weight pass 35 35 @1,0\n"
                  "score.over_weight fail 16 15 @3,0\n");
}

/* Filled in, target and actual, among rows that are scored. */
static void test_missing_scores_without_weights(void **state) {
    (void)state;
    expect_findings("| 一级指标 | 三级指标 | 指标值 | 完成值 | 得分 |\n"
                    "| 产出 | 文化室 | 32个 | 32个 | 20 |\n"
                    "| ^ | 图书 | 9千册 | 9千册 | — |\n"
                    "| ^ | 报刊 | 20种 |  |  |\n"
                    "| 效益 | 读者 | 2万人 | 2万人 | 16 |\n",
                    "warning score.missing 图书   @2,4\n");
    /* most of the table is not scored: nobody has yet */
    expect_findings("| 一级指标 | 三级指标 | 指标值 | 完成值 | 得分 |\n"
                    "| 产出 | 文化室 | 32个 | 32个 | 20 |\n"
                    "| ^ | 图书 | 9千册 | 9千册 |  |\n"
                    "| 效益 | 读者 | 2万人 | 2万人 |  |\n",
                    "");
}

/* Out of ten each, with the weighed scores beside them. */
static void test_scores_out_of_ten(void **state) {
    (void)state;
    static const char source[] = "| 指标 | 权重 | 自评分（10分制） | 加权得分 |\n"
                                 "| 立项 | 20% | 9.5 | 1.9 |\n"
                                 "| 管理 | 30% | 9 | 2.7 |\n"
                                 "| 产出 | 50% | 10 | 5 |\n"
                                 "| 合计 | 100% | —— | 9.6 |\n";
    expect_findings(source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_total_holds),
        cmocka_unit_test(test_total_contradicts),
        cmocka_unit_test(test_total_has_no_tolerance),
        cmocka_unit_test(test_total_with_a_missing_score),
        cmocka_unit_test(test_total_in_the_middle_is_a_doubtful_tie),
        cmocka_unit_test(test_subtotals_cover_what_stands_above),
        cmocka_unit_test(test_subtotal_contradicts),
        cmocka_unit_test(test_subtotal_of_the_group_above),
        cmocka_unit_test(test_subtotal_above_its_rows),
        cmocka_unit_test(test_group_score_in_its_label),
        cmocka_unit_test(test_score_over_its_weight),
        cmocka_unit_test(test_missing_scores_are_a_warning),
        cmocka_unit_test(test_a_weight_over_three_scores),
        cmocka_unit_test(test_a_weight_over_scores_exceeded),
        cmocka_unit_test(test_a_score_over_three_weights),
        cmocka_unit_test(test_fund_points_belong_to_the_total),
        cmocka_unit_test(test_fund_points_left_out_of_the_total),
        cmocka_unit_test(test_fund_score_over_its_weight),
        cmocka_unit_test(test_bonus_points_may_exceed_the_weight),
        cmocka_unit_test(test_a_malformed_score_is_unverifiable),
        cmocka_unit_test(test_nobody_has_scored),
        cmocka_unit_test(test_a_field_claims_the_total),
        cmocka_unit_test(test_a_field_above_a_fund_block),
        cmocka_unit_test(test_a_bare_row_of_figures_under_a_merged_name),
        cmocka_unit_test(test_panels_add_to_the_claim),
        cmocka_unit_test(test_panels_miss_the_claim),
        cmocka_unit_test(test_a_panel_without_a_score),
        cmocka_unit_test(test_indicators_over_their_panel),
        cmocka_unit_test(test_points_of_a_group_without_weights),
        cmocka_unit_test(test_missing_scores_without_weights),
        cmocka_unit_test(test_scores_out_of_ten),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
