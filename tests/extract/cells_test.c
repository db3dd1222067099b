#include "tests/read.h"

static void test_figures_take_unit_and_name_from_their_heads(void **state) {
    (void)state;
    static const char source[] = "| 项目（单位：万元） | 全年预算数 | "
                                 "实际支出（元） | "
                                 "执行率（B/A） | 数量 |\n"
                                 "| 修渠 | 30.5 | 305000 | 100 | 3 |\n"
                                 "| 修闸 | 2亿元 | 1.5万元 | 95.5% | 4座 |\n";
    expect_figures(source, "修渠/全年预算数 30.5 万元\n"
                           "修渠/实际支出 305000 元\n"
                           "修渠/执行率 100\n"
                           "修渠/数量 3\n"
                           "修闸/全年预算数 2 亿元\n"
                           "修闸/实际支出 1.5 万元\n"
                           "修闸/执行率 95.5 %\n"
                           "修闸/数量 4 座\n");
}

static void test_figures_take_the_unit_of_a_caption(void **state) {
    (void)state;
    static const char source[] = "| 资金情况（单位：元） | < | < |\n"
                                 "| 乡镇 | 补助金额 | 人数 |\n"
                                 "| 东关镇 | 1200 | 6 |\n"
                                 "| 西关镇 | 2400 | 9 |\n";
    expect_figures(source, "东关镇/补助金额 1200 元\n"
                           "东关镇/人数 6\n"
                           "西关镇/补助金额 2400 元\n"
                           "西关镇/人数 9\n");
}

static void test_ordinals_and_identifiers_are_no_figures(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 乡镇 | 补助金额（元） | 联系电话 |\n"
                                 "| 1 | 东关镇 | 1200 | 13800000000 |\n"
                                 "| 2 | 西关镇 | 2400 | 13900000000 |\n";
    expect_figures(source, "东关镇/补助金额 1200 元\n"
                           "西关镇/补助金额 2400 元\n");
}

static void test_figures_of_a_form(void **state) {
    (void)state;
    static const char source[] = "| 计划安排资金（万元） | 100.5 | 项目编码 | "
                                 "2081199 |\n"
                                 "| 其中：中央财政 | 60.5 | 完成数量 | 35个 |\n"
                                 "| 省财政 | 40 | 开工 | 2023年3月 |\n";
    expect_figures(source, "计划安排资金 100.5 万元\n"
                           "其中:中央财政 60.5 万元\n"
                           "完成数量 35 个\n"
                           "省财政 40 万元\n"
                           " 2023-03\n");
}

static void test_claims_of_a_form(void **state) {
    (void)state;
    static const char source[] = "| 自评总分 | 95.5分 | 绩效等级 | 优秀 |\n"
                                 "| 自评得分 | 九十五 | 评价等次 | 优（96分） |\n"
                                 "| 总分 |  | 评价结果 | 完成较好 |\n";
    expect_claims(source, "自评总分 95.5\n"
                          "绩效等级 优秀\n"
                          "评价等次 优\n");
}

static void test_a_grade_field_with_a_figure_claims_no_score(void **state) {
    (void)state;
    static const char source[] = "| 评价等级 | 95 | 备注 | 无 |\n";
    expect_claims(source, "");
}

static void test_a_claim_behind_a_lost_merge(void **state) {
    (void)state;
    static const char source[] = "| 绩效自评综合得分 |  | 95 | 甲 |\n"
                                 "| 评价等次 | 良好 | 乙 | 丙 |\n"
                                 "| 评定等级 |  | 良 |  |\n"
                                 "| 评定等级 |  | 较上年好 |  |\n";
    expect_claims(source, "绩效自评综合得分 95\n"
                          "评价等次 良好\n"
                          "评定等级 良\n");
}

static void test_a_malformed_score_claims_nothing(void **state) {
    (void)state;
    static const char source[] = "| 自评总分 | 9,5.5 | 绩效等级 | 优秀 |\n";
    expect_claims(source, "绩效等级 优秀\n");
}

static void test_sentences_in_cells_are_read(void **state) {
    (void)state;
    static const char source[] = "| 年度目标 | 完成情况 |\n"
                                 "| 修渠 | "
                                 "全年安排资金100万元，分别为："
                                 "中央资金60万元，省级资金30万元，县级"
                                 "资金20万元，全部用于修渠。 |\n";
    expect_checks(source, "amount.breakdown", "amount.breakdown fail 100 110 @1,1\n");
    expect_findings(source, "error amount.breakdown 全年安排资金 100 110 @1,1\n");
}

static void test_criteria_are_not_read(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 评分标准 | 分值 | 得分 "
                                 "|\n"
                                 "| 产出 | 修渠 | "
                                 "安排资金100万元，其中：中央资金60万元，"
                                 "省级资金30万元，县级资金20"
                                 "万元，得满分。 | 100 | 90 |\n";
    expect_checks(source, "amount", "");
    expect_findings(source, "");
}

/* The score of the last total row is the report's; subtotals above it are not. */
static void test_claims_of_a_score_table(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 数量 | 60 | 55 |\n"
                                 "| 小计 |  | 60 | 55 |\n"
                                 "| 效益 | 社会 | 40 | 38 |\n"
                                 "| 小计 |  | 40 | 38 |\n"
                                 "| 总分 |  | 100 | 93 |\n";
    expect_claims(source, "总分 93\n");
}

/* A second opinion is no claim of the unit's. */
static void test_second_scores_are_no_claims(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 | 复核得分 "
                                 "|\n"
                                 "| 产出 | 数量 | 60 | 55 | 50 |\n"
                                 "| 效益 | 社会 | 40 | 38 | 30 |\n"
                                 "| 合计 |  | 100 | 93 | 80 |\n";
    expect_claims(source, "合计 93\n");
}

/* A placeholder is no figure, and a figure with words around it is prose. */
static void test_what_is_no_figure(void **state) {
    (void)state;
    static const char source[] = "| 乡镇 | 补助金额（元） | 人数 |\n"
                                 "| 东关镇 | —— | / |\n"
                                 "| 西关镇 | 2400 | …… |\n"
                                 "| 南关镇 | 300 | 9 |\n";
    expect_figures(source, "西关镇/补助金额 2400 元\n"
                           "南关镇/补助金额 300 元\n"
                           "南关镇/人数 9\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures_take_unit_and_name_from_their_heads),
        cmocka_unit_test(test_figures_take_the_unit_of_a_caption),
        cmocka_unit_test(test_ordinals_and_identifiers_are_no_figures),
        cmocka_unit_test(test_figures_of_a_form),
        cmocka_unit_test(test_claims_of_a_form),
        cmocka_unit_test(test_a_grade_field_with_a_figure_claims_no_score),
        cmocka_unit_test(test_a_claim_behind_a_lost_merge),
        cmocka_unit_test(test_a_malformed_score_claims_nothing),
        cmocka_unit_test(test_sentences_in_cells_are_read),
        cmocka_unit_test(test_criteria_are_not_read),
        cmocka_unit_test(test_claims_of_a_score_table),
        cmocka_unit_test(test_second_scores_are_no_claims),
        cmocka_unit_test(test_what_is_no_figure),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
