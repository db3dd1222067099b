#include "tests/read.h"

static void test_weights_add_up(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程（40分） | 制度建设 | 15 | 15 |\n"
                                 "| ^ | 资金管理 | 25 | 24 |\n"
                                 "| 产出（60分） | 修渠长度 | 60 | 58 |\n"
                                 "| 合计 | < | 100 | 97 |\n";
    expect_checks(source, "weight",
                  "weight.section pass 40 40 @1,0\n"
                  "weight.section pass 60 60 @3,0\n"
                  "weight.total pass 100 100 @4,2\n");
    expect_findings(source, "");
}

static void test_weights_miss_the_total(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 | 制度建设 | 15 | 15 |\n"
                                 "| ^ | 资金管理 | 20 | 20 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 合计 | < | 100 | 93 |\n";
    expect_checks(source, "weight", "weight.total fail 100 95 @4,2\n");
    expect_findings(source, "error weight.total 合计 100 95 @4,2\n");
}

static void test_weights_have_no_tolerance(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 | 制度建设 | 33.3 | 33.3 |\n"
                                 "| ^ | 资金管理 | 33.3 | 33.3 |\n"
                                 "| 产出 | 修渠长度 | 33.3 | 33.3 |\n"
                                 "| 合计 | < | 100 | 99.9 |\n";
    expect_checks(source, "weight.total", "weight.total fail 100 99.9 @4,2\n");
    expect_findings(source, "error weight.total 合计 100 99.9 @4,2\n");
}

static void test_a_group_misses_its_label(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程（40分） | 制度建设 | 15 | 15 |\n"
                                 "| ^ | 资金管理 | 20 | 20 |\n"
                                 "| 产出（60分） | 修渠长度 | 65 | 65 |\n"
                                 "| 合计 | < | 100 | 100 |\n";
    expect_checks(source, "weight.section",
                  "weight.section fail 40 35 @1,0\n"
                  "weight.section fail 60 65 @3,0\n");
    expect_findings(source, "error weight.section 过程 40 35 @1,0\n"
                            "error weight.section 产出 60 65 @3,0\n");
}

static void test_a_group_repeated_after_a_page_break(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 (26) | 制度建设 | 10 | 10 |\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 (26) | 资金管理 | 16 | 16 |\n"
                                 "| 产出 (74) | 修渠长度 | 74 | 70 |\n"
                                 "| 合计 | < | 100 | 96 |\n";
    expect_checks(source, "weight.section",
                  "weight.section pass 26 26 @1,0\n"
                  "weight.section pass 74 74 @4,0\n");
    expect_groups(source, "1 过程 26 -\n"
                          "1 产出 74 -\n");
    expect_findings(source, "");
}

static void test_a_missing_weight_is_unverifiable(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程（40分） | 制度建设 |  | 15 |\n"
                                 "| ^ | 资金管理 | 25 | 24 |\n"
                                 "| 产出（60分） | 修渠长度 | 60 | 58 |\n"
                                 "| 合计 | < | 100 | 97 |\n";
    expect_checks(source, "weight",
                  "weight.section unverifiable 40 missing_operand @1,0\n"
                  "weight.section pass 60 60 @3,0\n"
                  "weight.total unverifiable 100 missing_operand @4,2\n");
    expect_findings(source, "");
}

static void test_weights_of_a_dash_count_nothing(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 | 制度建设 | 40 | 40 |\n"
                                 "| ^ | 公开情况 | — | — |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| ^ | 修渠二 | 0 | 0 |\n"
                                 "| 合计 | < | 100 | 98 |\n";
    expect_checks(source, "weight", "weight.total pass 100 100 @5,2\n");
    expect_checks(source, "score",
                  "score.over_weight pass 40 40 @1,3\n"
                  "score.over_weight pass 58 58 @3,3\n"
                  "score.over_weight pass 0 0 @4,3\n"
                  "score.total pass 98 98 @5,3\n");
    expect_findings(source, "");
}

/* each level has a weight of its own; only the deepest is held against the score */
static void test_three_columns_of_weights(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 具体指标 | "
        "评价标准 | 自评得分 |\n"
        "| 投入 | 40 | 目标 | 15 | 目标合理 | 15 | 目标明确，得5分 | "
        "每缺一项扣3分 | 15 |\n"
        "| ^ | ^ | 配置 | 25 | 人员控制 | 25 | 控制率不超过100% | "
        "每超1个百分点扣0.5分 | 24 |\n"
        "| 产出 | 60 | 职责 | 60 | 任务完成 | 60 | 完成得满分 | 按比例 | 57 |\n"
        "| 总分 | 100 | < | 100 | < | 100 | < | < | 96 |\n";
    expect_sections(
        source,
        "score 0-5 1: level1 weight1 level2 weight2 level3 weight criteria criteria score\n");
    expect_indicators(source, "投入/目标/目标合理 15 15\n"
                              "投入/配置/人员控制 25 24\n"
                              "产出/职责/任务完成 60 57\n");
    expect_groups(source, "1 投入 40 -\n"
                          "2 目标 15 -\n"
                          "2 配置 25 -\n"
                          "1 产出 60 -\n"
                          "2 职责 60 -\n");
    expect_checks(source, "weight",
                  "weight.section pass 40 40 @1,0\n"
                  "weight.section pass 15 15 @1,2\n"
                  "weight.section pass 25 25 @2,2\n"
                  "weight.section pass 60 60 @3,0\n"
                  "weight.section pass 60 60 @3,2\n"
                  "weight.total pass 100 100 @4,1\n"
                  "weight.total pass 100 100 @4,3\n"
                  "weight.total pass 100 100 @4,5\n");
    expect_findings(source, "");
}

static void test_three_columns_of_weights_contradict(void **state) {
    (void)state;
    static const char source[] =
        "| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 评价标准 | "
        "自评得分 |\n"
        "| 投入 | 45 | 目标 | 15 | 目标合理 | 15 | 每缺一项扣3分 | 15 |\n"
        "| ^ | ^ | 配置 | 25 | 人员控制 | 25 | 每超1个百分点扣0.5分 | 24 |\n"
        "| 产出 | 60 | 职责 | 50 | 任务完成 | 60 | 按比例 | 57 |\n"
        "| 总分 | 100 | < | 100 | < | 100 |  | 96 |\n";
    expect_checks(source, "weight",
                  "weight.section fail 45 40 @1,0\n"
                  "weight.section pass 15 15 @1,2\n"
                  "weight.section pass 25 25 @2,2\n"
                  "weight.section pass 60 60 @3,0\n"
                  "weight.section fail 50 60 @3,2\n"
                  "weight.total unverifiable 100 doubtful_tie @4,1\n"
                  "weight.total unverifiable 100 doubtful_tie @4,3\n"
                  "weight.total pass 100 100 @4,5\n");
    expect_findings(source, "error weight.section 投入 45 40 @1,0\n"
                            "error weight.section 职责 50 60 @3,2\n");
}

/* The groups agree with their indicators: the total of their column does not. */
static void test_a_total_of_groups_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分 |\n"
                                 "| 投入 | 40 | 目标 | 15 | 目标合理 | 15 | 15 |\n"
                                 "| ^ | ^ | 配置 | 25 | 人员控制 | 25 | 24 |\n"
                                 "| 产出 | 60 | 职责 | 60 | 任务完成 | 60 | 57 |\n"
                                 "| 总分 | 110 | < | 100 | < | 100 | 96 |\n";
    expect_findings(source, "error weight.total 总分 110 100 @4,1\n");
}

static void test_a_subtotal_of_weights_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 过程 | 制度建设 | 15 | 15 |\n"
                                 "| ^ | 资金管理 | 25 | 24 |\n"
                                 "| 小计 | < | 45 | 39 |\n"
                                 "| 产出 | 修渠长度 | 60 | 58 |\n"
                                 "| 合计 | < | 100 | 97 |\n";
    expect_checks(source, "weight",
                  "weight.section fail 45 40 @3,2\n"
                  "weight.total pass 100 100 @5,2\n");
    expect_findings(source, "error weight.section 小计 45 40 @3,2\n");
}

#define FUNDS                                                                  \
    "| 项目资金 | 全年预算数 | 全年执行数 | 分值 | 得分 |\n" \
    "| 年度资金总额 | 100 | 95 | 10 | 9.5 |\n"                           \
    "| 一级指标 | 二级指标 | 指标值 | 分值 | 得分 |\n"          \
    "| 产出 | 修渠 | 5公里 | 50 | 50 |\n"

/* The points of the execution rate are part of the hundred, or stand beside it. */
static void test_weights_with_those_of_the_funds(void **state) {
    (void)state;
    expect_checks(FUNDS "| 效益 | 户数 | 50户 | 40 | 38 |\n| 总分 | < | < | 100 | 97.5 |\n",
                  "weight.total", "weight.total pass 100 100 @5,3\n");
    expect_checks(FUNDS "| 效益 | 户数 | 50户 | 50 | 48 |\n| 总分 | < | < | 100 | 98 |\n",
                  "weight.total", "weight.total pass 100 100 @5,3\n");
    expect_checks(FUNDS "| 效益 | 户数 | 50户 | 45 | 43 |\n| 总分 | < | < | 100 | 98 |\n",
                  "weight.total", "weight.total fail 100 105 @5,3\n");
}

/* Without a total row the hundred of the method is only looked for: a table may be a fragment. */
static void test_weights_without_a_total(void **state) {
    (void)state;
    expect_checks(FUNDS "| 效益 | 户数 | 50户 | 40 | 38 |\n", "weight.total",
                  "weight.total pass 100 100 @3,1\n");
    expect_checks(FUNDS "| 效益 | 户数 | 50户 | 50 | 48 |\n", "weight.total",
                  "weight.total pass 100 100 @3,1\n");
    expect_checks(FUNDS "| 效益 | 户数 | 50户 | 30 | 28 |\n", "weight.total",
                  "weight.total unverifiable 100 no_total @3,1\n");
}

static void test_weights_in_per_cent(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 权重 | 得分 |\n"
                                 "| 过程 | 制度建设 | 40% | 38 |\n"
                                 "| 产出 | 修渠长度 | 60% | 58 |\n"
                                 "| 合计 | < | 100% | 96 |\n";
    expect_checks(source, "weight", "weight.total pass 100 100 @3,2\n");
    expect_checks(source, "score",
                  "score.over_weight pass 38 38 @1,3\n"
                  "score.over_weight pass 58 58 @2,3\n"
                  "score.total pass 96 96 @3,3\n");
    expect_indicators(source, "过程/制度建设 40 38\n"
                              "产出/修渠长度 60 58\n");
    expect_findings(source, "");
}

static void test_second_level_figures(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出指标（50分） | 数量指标（30分） | "
                                 "修渠长度 | 20 | 20 |\n"
                                 "| ^ | ^ | 修闸数量 | 10 | 10 |\n"
                                 "| ^ | 质量指标（20分） | 合格率 | 20 | 20 |\n"
                                 "| 效益指标（50） | 社会效益（50分） | "
                                 "受益户数 | 50 | 46 |\n"
                                 "| 合计 | < | < | 100 | 96 |\n";
    expect_checks(source, "weight.section",
                  "weight.section pass 50 50 @1,0\n"
                  "weight.section pass 30 30 @1,1\n"
                  "weight.section pass 20 20 @3,1\n"
                  "weight.section pass 50 50 @4,0\n"
                  "weight.section pass 50 50 @4,1\n");
    expect_groups(source, "1 产出指标 50 -\n"
                          "2 数量指标 30 -\n"
                          "2 质量指标 20 -\n"
                          "1 效益指标 50 -\n"
                          "2 社会效益 50 -\n");
    expect_findings(source, "");
}

/* 预算执行（10分） over the funds, 绩效指标（90分） over the indicators */
#define PANELS(funds, indicators)                                                       \
    "| "                                                                                \
    "预算执行（"                                                                   \
    "" funds "） | 资金 | 预算数 | 执行数 | 执行率 | 权重 | 得分 |\n"   \
    "| ^ | 总额 | 100 | 95 | 95% | 10 | 9.5 "                                         \
    "|\n"                                                                               \
    "| "                                                                                \
    "绩效指标（"                                                                   \
    "" indicators "） | 一级指标 | 三级指标 | 指标值 | 完成值 | 权重 " \
    "| 得分 "                                                                         \
    "|\n"                                                                               \
    "| ^ | 产出 | 文化室 | 32个 | 32个 | 60 | 60 "                               \
    "|\n"                                                                               \
    "| ^ | 效益 | 读者 | 2万人 | 2万人 | 30 | 28 "                              \
    "|\n"                                                                               \
    "| 合计 | < | < | < | < | 100 | 97.5 |\n"

static void test_panels_hold_their_weights(void **state) {
    (void)state;
    expect_checks(PANELS("10分", "90分"), "weight",
                  "weight.section pass 10 10 @0,0\n"
                  "weight.section pass 90 90 @2,0\n"
                  "weight.total pass 100 100 @5,5\n");
}

static void test_panels_miss_their_weights(void **state) {
    (void)state;
    expect_findings(PANELS("20分", "80分"), "error weight.section 预算执行 20 10 @0,0\n"
                                            "error weight.section 绩效指标 80 90 @2,0\n");
    /* without 分 it may be anything */
    expect_findings(PANELS("20", "90"), "");
}

/* Indicators without weights: the panels give the points. */
static void test_panels_make_the_hundred(void **state) {
    (void)state;
    static const char source[] = "| 年度目标（40分） | 建成文化室 | 已建成 | 39 |\n"
                                 "| 绩效指标（60分） | 一级指标 | 三级指标 | "
                                 "得分 |\n"
                                 "| ^ | 产出 | 文化室 | 30 |\n"
                                 "| ^ | 效益 | 读者 | 26 |\n";
    expect_checks(source, "weight", "weight.total pass 100 100 @2,2\n");
    static const char short_of[] = "| 年度目标（30分） | 建成文化室 | 已建成 | "
                                   "29 |\n"
                                   "| 绩效指标（60分） | 一级指标 | 三级指标 | "
                                   "得分 |\n"
                                   "| ^ | 产出 | 文化室 | 30 |\n"
                                   "| ^ | 效益 | 读者 | 26 |\n";
    expect_checks(short_of, "weight", "weight.total unverifiable 100 no_total @2,2\n");
}

/* 决策10: the figure behind a name is the group's weight where two thirds of
 * them bear that out */
static void test_weights_behind_names(void **state) {
    (void)state;
    static const char rows[] = "| 决策10 | 立项规范性 | 10 | 10 |\n"
                               "| %s | 到位率 | 15 | 15 |\n"
                               "| ^ | 执行率 | 10 | 9 |\n"
                               "| 产出65 | 修渠长度 | 65 | 60 |\n";
    char source[500];
    int head = snprintf(source, sizeof source,
                        "| 一级指标 | 三级指标 | 分值 | "
                        "得分 |\n");
    snprintf(source + head, sizeof source - (size_t)head, rows, "管理25");
    expect_checks(source, "weight",
                  "weight.section pass 10 10 @1,0\n"
                  "weight.total pass 100 100 @1,1\n"
                  "weight.section pass 25 25 @2,0\n"
                  "weight.section pass 65 65 @4,0\n");
    snprintf(source + head, sizeof source - (size_t)head, rows, "管理20");
    expect_findings(source, "error weight.section 管理20 20 25 @2,0\n");
}

static void test_numbers_behind_names_are_no_weights(void **state) {
    (void)state;
    expect_checks("| 一级指标 | 三级指标 | 分值 | 得分 |\n"
                  "| 目标1 | 立项规范性 | 10 | 10 |\n"
                  "| 目标2 | 到位率 | 25 | 15 |\n"
                  "| 目标3 | 修渠长度 | 65 | 60 |\n",
                  "weight", "weight.total pass 100 100 @1,1\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weights_add_up),
        cmocka_unit_test(test_weights_miss_the_total),
        cmocka_unit_test(test_weights_have_no_tolerance),
        cmocka_unit_test(test_a_group_misses_its_label),
        cmocka_unit_test(test_a_group_repeated_after_a_page_break),
        cmocka_unit_test(test_a_missing_weight_is_unverifiable),
        cmocka_unit_test(test_weights_of_a_dash_count_nothing),
        cmocka_unit_test(test_three_columns_of_weights),
        cmocka_unit_test(test_three_columns_of_weights_contradict),
        cmocka_unit_test(test_a_total_of_groups_contradicts),
        cmocka_unit_test(test_a_subtotal_of_weights_contradicts),
        cmocka_unit_test(test_weights_with_those_of_the_funds),
        cmocka_unit_test(test_weights_without_a_total),
        cmocka_unit_test(test_weights_in_per_cent),
        cmocka_unit_test(test_second_level_figures),
        cmocka_unit_test(test_panels_hold_their_weights),
        cmocka_unit_test(test_panels_miss_their_weights),
        cmocka_unit_test(test_panels_make_the_hundred),
        cmocka_unit_test(test_weights_behind_names),
        cmocka_unit_test(test_numbers_behind_names_are_no_weights),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
