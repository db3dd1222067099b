#include "tests/read.h"

static void test_levels_are_carried_down(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出（60分） | 数量（40分） | 修渠长度 | 25 | "
                                 "25 |\n"
                                 "|  |  | 修闸数量 | 15 | 14 |\n"
                                 "|  | 质量 | 合格率 | 20 | 20 |\n"
                                 "| 效益（40分） | 社会效益 | 受益户数 | 40 | 38 |\n";
    expect_indicators(source, "产出/数量/修渠长度 25 25\n"
                              "产出/数量/修闸数量 15 14\n"
                              "产出/质量/合格率 20 20\n"
                              "效益/社会效益/受益户数 40 38\n");
    expect_groups(source, "1 产出 60 -\n"
                          "2 数量 40 -\n"
                          "2 质量 - -\n"
                          "1 效益 40 -\n"
                          "2 社会效益 - -\n");
}

static void test_a_group_closes_those_below_it(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 分值 | "
                                 "得分 |\n"
                                 "| 产出 | 指标一 | 修渠长度 | 25 | 25 |\n"
                                 "| 效益 | 指标一 | 受益户数 | 40 | 38 |\n"
                                 "|  |  | 受益面积 | 35 | 33 |\n";
    expect_indicators(source, "产出/指标一/修渠长度 25 25\n"
                              "效益/指标一/受益户数 40 38\n"
                              "效益/指标一/受益面积 35 33\n");
    expect_groups(source, "1 产出 - -\n"
                          "2 指标一 - -\n"
                          "1 效益 - -\n"
                          "2 指标一 - -\n");
}

static void test_a_fourth_level(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 四级指标 | "
                                 "分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠 | 干渠长度 | 50 | 50 |\n"
                                 "| ^ | ^ | ^ | 支渠长度 | 50 | 48 |\n";
    expect_indicators(source, "产出/数量/修渠/干渠长度 50 50\n"
                              "产出/数量/修渠/支渠长度 50 48\n");
}

static void test_rows_without_figures_are_none(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 100 | 95 |\n"
                                 "| 效益 | 受益户数 |  |  |\n"
                                 "|  |  | 3 | 2 |\n";
    expect_indicators(source, "产出/修渠长度 100 95\n");
}

static void test_a_fund_row_is_an_indicator(void **state) {
    (void)state;
    static const char source[] = "| 资金来源 | 全年预算数 | 全年执行数 | 分值 | "
                                 "得分 |\n"
                                 "| 年度资金总额 | 100 | 95 | 10 | 9.5 |\n"
                                 "| 其中：财政拨款 | 100 | 95 | 10 | 9.5 |\n";
    expect_indicators(source, "年度资金总额 10 9.5 fund\n");
}

static void test_a_fund_block_without_points_gives_none(void **state) {
    (void)state;
    static const char source[] = "| 资金来源 | 全年预算数 | 全年执行数 | "
                                 "执行率 |\n"
                                 "| 年度资金总额 | 100 | 95 | 95% |\n";
    expect_indicators(source, "");
}

static void test_bonus_by_any_of_its_texts(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 评分标准 | 分值 | "
                                 "得分 | 备注 |\n"
                                 "| 附加 | 表彰 |  | 2 | 3 |  |\n"
                                 "| 产出 | 推广 | 加分项 | 2 | 3 |  |\n"
                                 "| 产出 | 修渠 |  | 96 | 90 | 含加分 |\n";
    expect_indicators(source, "附加/表彰 2 3 bonus\n"
                              "产出/推广 2 3 bonus\n"
                              "产出/修渠 96 90 bonus\n");
}

static void test_full_width_figures(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 修渠长度 | ６０分 | ５８．５ |\n"
                                 "| 效益 | 受益户数 | 40 分 | 38.50分 |\n";
    expect_indicators(source, "产出/修渠长度 60 58.5\n"
                              "效益/受益户数 40 38.50\n");
}

/* 指标1 and 指标2 one below the other in each cell. */
static void test_several_indicators_in_a_row(void **state) {
    (void)state;
    expect_indicators("| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |\n"
                      "| 产出 | 数量 | 指标1：培训期数¶指标2：培训人次 | 10¶15 | 10¶14.5 |\n"
                      "| 效益 | 社会 | 学员就业率 | 75 | 70 |\n",
                      "产出/数量/指标1:培训期数 10 10\n"
                      "产出/数量/指标2:培训人次 15 14.5\n"
                      "效益/社会/学员就业率 75 70\n");
}

static void test_one_score_over_several_weights(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "| 产出 | 培训期数¶培训人次 | 10¶15 | 24 |\n"
                                 "| 效益 | 就业率 | 75 | 70 |\n"
                                 "| 总分 | < | 100 | 94 |\n";
    expect_checks(source, "score.total", "score.total pass 94 94 @3,3\n");
    expect_checks(source, "weight.total", "weight.total pass 100 100 @3,2\n");
    expect_findings(source, "");
}

static void test_a_name_over_all_levels(void **state) {
    (void)state;
    expect_indicators("| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 |\n"
                      "| 产出 | 数量 | 培训期数 | 90 | 90 |\n"
                      "| 预算执行率（10分） | < | < | 10 | 9.8 |\n",
                      "产出/数量/培训期数 90 90\n"
                      "预算执行率 10 9.8\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_are_carried_down),
        cmocka_unit_test(test_a_group_closes_those_below_it),
        cmocka_unit_test(test_a_fourth_level),
        cmocka_unit_test(test_rows_without_figures_are_none),
        cmocka_unit_test(test_a_fund_row_is_an_indicator),
        cmocka_unit_test(test_a_fund_block_without_points_gives_none),
        cmocka_unit_test(test_bonus_by_any_of_its_texts),
        cmocka_unit_test(test_full_width_figures),
        cmocka_unit_test(test_several_indicators_in_a_row),
        cmocka_unit_test(test_one_score_over_several_weights),
        cmocka_unit_test(test_a_name_over_all_levels),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
