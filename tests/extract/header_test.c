#include "tests/read.h"

static void test_heads_over_heads(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 预算 | < | 支出 | < |\n"
                                 "| ^ | 基本支出 | 项目支出 | 基本支出 | "
                                 "项目支出 |\n"
                                 "| 局机关 | 20 | 10 | 19 | 9 |\n";
    expect_sections(source, "item 0-3 2: label amount amount amount amount\n");
}

static void test_heads_that_have_lost_their_merge(void **state) {
    (void)state;
    static const char source[] = "| 单位名称 | 支出合计 | 其中： |  |\n"
                                 "|  |  | 基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 20 | 10 |\n"
                                 "| 河道所 | 15 | 9 | 6 |\n";
    expect_sections(source, "breakdown 0-4 2: label total amount<1 amount<1\n");
}

static void test_words_of_no_lexicon_over_figures(void **state) {
    (void)state;
    static const char source[] = "| 品种 | 甲苗 | 乙苗 |\n"
                                 "| 株数 | 300 | 200 |\n"
                                 "| 成活 | 290 | 190 |\n";
    expect_sections(source, "item 0-3 1: other amount amount\n");
}

static void test_a_form_above_a_header(void **state) {
    (void)state;
    static const char source[] = "| 项目名称 | 修渠 | 主管部门 | 青泷县水利局 |\n"
                                 "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 100 | 95 |\n";
    expect_sections(source, "score 1-3 1: level1 level2 weight score\n");
    expect_fields(source, "项目名称 = 修渠\n"
                          "主管部门 = 青泷县水利局\n");
}

/* one head over the names of three levels */
static void test_levels_under_one_head(void **state) {
    (void)state;
    static const char source[] = "| 评价内容 | < | < | 分值 | 自评分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 60 | 58 |\n"
                                 "| ^ | 质量 | 合格率 | 40 | 40 |\n";
    expect_sections(source, "score 0-3 1: level1 level2 level3 weight score\n");
    expect_indicators(source, "产出/数量/修渠长度 60 58\n"
                              "产出/质量/合格率 40 40\n");
}

/* what is merged below as above it is one column */
static void test_a_level_merged_below_its_head(void **state) {
    (void)state;
    static const char source[] = "| 评价内容 | < | 分值 | 自评分 |\n"
                                 "| 修渠长度 | < | 60 | 58 |\n"
                                 "| 合格率 | < | 40 | 40 |\n";
    expect_sections(source, "score 0-3 1: level1 weight score\n");
}

static void test_values_under_a_merged_head_are_no_heads(void **state) {
    (void)state;
    static const char source[] = "| 年度目标 | 预期目标 | < | 实际完成情况 | < |\n"
                                 "| ^ | 修渠5公里 | < | 已修5公里 | < |\n"
                                 "| 一级指标 | 二级指标 | 年度指标值 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 修渠长度 | 5公里 | 100 | 95 |\n";
    expect_sections(source, "target 0-2 1: target target actual\n"
                            "score 2-4 1: level1 level2 target weight score\n");
    expect_rows(source, "header\n"
                        "item 修渠5公里\n"
                        "header\n"
                        "item 修渠长度\n");
}

static void test_one_score_the_next_is_a_second_opinion(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 自评得分 | "
                                 "评价得分 |\n"
                                 "| 产出 | 修渠长度 | 100 | 95 | 94 |\n";
    expect_sections(source, "score 0-2 1: level1 level2 weight score second\n");
}

static void test_a_name_without_level_beside_levels(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 评价内容 | "
                                 "分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 长度 | 100 | 95 |\n";
    expect_sections(source, "score 0-2 1: level1 level2 level3 other1 weight score\n");
}

static void test_units_in_heads(void **state) {
    (void)state;
    static const char source[] = "| 名称 | 金额（单位：千元） | 比例（%） |\n"
                                 "| 修渠 | 10 | 50 |\n"
                                 "| 修闸 | 10 | 50 |\n";
    expect_sections(source, "item 0-3 1 千元: label amount amount\n");
}

static void test_a_section_takes_the_unit_of_the_one_above(void **state) {
    (void)state;
    static const char source[] = "| 资金情况（万元） | 全年预算数 | 全年执行数 "
                                 "| 执行率 |\n"
                                 "| 修渠 | 10 | 9 | 90% |\n"
                                 "| 支出明细 | 金额 | 备注 |  |\n"
                                 "| 材料 | 5 | 砂石 |  |\n";
    expect_sections(source, "fund 0-2 1 万元: label budget1 spent rate\n"
                            "item 2-4 1 万元: label amount remark\n");
}

/* Short words over figures, but each figure has a label of its own: a form. */
static void test_a_form_without_a_header(void **state) {
    (void)state;
    expect_sections("| 项目负责人 | 周某 | 联系人 | 何某 |\n"
                    "| 起止时间 | 全年 | 地点 | 全县 |\n"
                    "| 计划资金 | 126.50 | 到位资金 | 118.50 |\n",
                    "");
    expect_sections("| 乡别 | 渠道 | 塘坝 | 泵站 |\n"
                    "| 石桥 | 12 | 3 | 2 |\n"
                    "| 白塔 | 9 | 4 | 1 |\n",
                    "item 0-3 1: other amount amount amount\n");
}

/* Names and figures side by side twice: the figures have a head. */
static void test_two_lists_side_by_side(void **state) {
    (void)state;
    expect_sections("| 税种 | 金额 | 税种 | 金额 |\n"
                    "| 增值税 | 12 | 契税 | 3 |\n"
                    "| 所得税 | 9 | 房产税 | 4 |\n",
                    "item 0-3 1: other amount other amount\n");
}

/* A last column without a head, beside a panel that gives points. */
static void test_scores_without_a_head(void **state) {
    (void)state;
    expect_sections("| 绩效指标（60分） | 一级指标 | 三级指标 | 指标值 |  |\n"
                    "| ^ | 产出 | 文化室 | 32个 | 30 |\n"
                    "| ^ | 效益 | 读者 | 2万人 | 26 |\n",
                    "score 0-3 1: other3 level1 level3 target score\n");
    expect_sections("| 绩效指标 | 一级指标 | 三级指标 | 指标值 |  |\n"
                    "| ^ | 产出 | 文化室 | 32个 | 30 |\n"
                    "| ^ | 效益 | 读者 | 2万人 | 26 |\n",
                    "target 0-3 1: other3 level1 level3 target\n");
    expect_sections("| 绩效指标（60分） | 一级指标 | 三级指标 | 指标值 |  |\n"
                    "| ^ | 产出 | 文化室 | 32个 | 30个 |\n"
                    "| ^ | 效益 | 读者 | 2万人 | 26 |\n",
                    "target 0-3 1: other3 level1 level3 target\n");
}

/* 指标代号 and 三方意见 are in no lexicon: three heads of no other use are enough. */
static void test_half_of_the_heads_known(void **state) {
    (void)state;
    expect_sections("| 指标代号 | 三方意见 | 结论性质 | 标准分 | 考核要点 | 自查得分 |\n"
                    "| A1 | 同意 | 好 | 60 | 立项规范 | 58 |\n"
                    "| A2 | 同意 | 好 | 40 | 管理规范 | 39 |\n",
                    "score 0-3 1: other other other weight criteria score\n");
    expect_sections("| 指标代号 | 三方意见 | 结论性质 | 标准分 | 自查得分 |\n"
                    "| A1 | 同意 | 好 | 六十 | 五十八 |\n",
                    "");
}

static void test_heads_by_their_end(void **state) {
    (void)state;
    expect_sections("| 评价项目 | 权重% | 单位自评 | 主管部门审核 | 财政复核 | 扣分 |\n"
                    "| 立项 | 40 | 38 | 38 | 36 | 2 |\n"
                    "| 产出 | 60 | 60 | 60 | 59 | 0 |\n",
                    "score 0-3 1: level1 weight score second second remark\n");
}

static void test_three_rows_of_heads_that_are_heads_alone(void **state) {
    (void)state;
    expect_sections("| 单位名称 | 上年结转 | 本年收入 | < | < | 本年支出 | < |\n"
                    "| ^ | ^ | 小计 | 财政拨款 | < | 小计 | 其他 |\n"
                    "| ^ | ^ | ^ | 一般预算 | 基金预算 | ^ | ^ |\n"
                    "| 局机关 | 10 | 820 | 720 | 100 | 815 | 5 |\n"
                    "| 执法队 | 0 | 150 | 150 | 0 | 150 | 0 |\n",
                    "breakdown 0-5 3: label amount total amount amount total amount\n");
}

/* 执行率 over 小计 and 项目: rates all of them, and whose, the leaf tells. */
static void test_what_an_upper_head_says(void **state) {
    (void)state;
    expect_sections("| 单位 | 预算数 | < | 执行率（%） | < |\n"
                    "| ^ | 基本 | 项目 | 小计 | 项目 |\n"
                    "| 局机关 | 600 | 400 | 95.00 | 90.00 |\n"
                    "| 林场 | 300 | 200 | 96.00 | 90.00 |\n",
                    "fund 0-4 2: label budget1 amount rate2 rate2\n");
}

static void test_scores_of_upper_levels(void **state) {
    (void)state;
    expect_sections("| 一级指标 | 一级得分 | 二级指标 | 分值 | 得分 |\n"
                    "| 决策 | 19 | 立项 | 10 | 10 |\n"
                    "| ^ | ^ | 目标 | 10 | 9 |\n",
                    "score 0-3 1: level1 second level2 weight score\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads_over_heads),
        cmocka_unit_test(test_heads_that_have_lost_their_merge),
        cmocka_unit_test(test_words_of_no_lexicon_over_figures),
        cmocka_unit_test(test_a_form_above_a_header),
        cmocka_unit_test(test_levels_under_one_head),
        cmocka_unit_test(test_a_level_merged_below_its_head),
        cmocka_unit_test(test_values_under_a_merged_head_are_no_heads),
        cmocka_unit_test(test_one_score_the_next_is_a_second_opinion),
        cmocka_unit_test(test_a_name_without_level_beside_levels),
        cmocka_unit_test(test_units_in_heads),
        cmocka_unit_test(test_a_section_takes_the_unit_of_the_one_above),
        cmocka_unit_test(test_a_form_without_a_header),
        cmocka_unit_test(test_two_lists_side_by_side),
        cmocka_unit_test(test_scores_without_a_head),
        cmocka_unit_test(test_half_of_the_heads_known),
        cmocka_unit_test(test_heads_by_their_end),
        cmocka_unit_test(test_three_rows_of_heads_that_are_heads_alone),
        cmocka_unit_test(test_what_an_upper_head_says),
        cmocka_unit_test(test_scores_of_upper_levels),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
