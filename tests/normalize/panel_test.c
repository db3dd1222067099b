#include "tests/read.h"

/* "预算执行情况 20 19 0-0" a panel: label, weight, score, its indicators. */
static void show_panels(struct read *r) {
    for (size_t i = 0; i < r->doc.record.panels.count; i++) {
        const struct panel *panel = &r->doc.record.panels.items[i];
        read_put(r, "%.*s", STR_ARGS(panel->label));
        read_put_value(r, &panel->weight);
        read_put_value(r, &panel->score);
        read_put(r, " %u-%u\n", panel->first, panel->end);
    }
}

static void expect_panels(const char *source, const char *expected) {
    read_expect(source, show_panels, expected);
}

/* The points of three panels; the scores of two of them stand beside other
 * figures. */
static void test_panels_with_and_without_indicators(void **state) {
    (void)state;
    expect_panels("| 预算执行情况（20分） | 预算数 | 480 | 执行数 | 456 | 19 |\n"
                  "| ^ | 其中：省级 | 300 | 其中：省级 | 300 |  |\n"
                  "| 年度目标（20分） | 预期 | 建成文化室 | 完成 | 已建成 | "
                  "18.5 |\n"
                  "| 年度绩效指标（60分） | 一级指标 | 三级指标 | 指标值 | "
                  "完成值 | 得分 |\n"
                  "| ^ | 产出 | 文化室 | 32个 | 32个 | 30 |\n"
                  "| ^ | 效益 | 读者 | 2万人 | 2万人 | 26 |\n",
                  "预算执行情况 20 19 0-0\n"
                  "年度目标 20 18.5 0-0\n"
                  "年度绩效指标 60 - 0-2\n");
}

/* 预期目标 | 实际完成情况 head the aims, which are a panel all the same. */
static void test_aims_under_heads_of_their_own(void **state) {
    (void)state;
    expect_panels("| 年度目标（40分） | 预期目标 | < | 实际完成情况 |  |\n"
                  "| ^ | 建成文化室 | < | 已建成 | 19 |\n"
                  "| 绩效指标（60分） | 一级指标 | 三级指标 | 完成值 | 得分 |\n"
                  "| ^ | 产出 | 文化室 | 32个 | 30 |\n"
                  "| ^ | 效益 | 读者 | 2万人 | 26 |\n",
                  "年度目标 40 19 0-0\n"
                  "绩效指标 60 - 0-2\n");
}

/* Two bare figures in the column of scores: which of them is the panel's cannot
 * be told. */
static void test_two_figures_are_no_score(void **state) {
    (void)state;
    expect_panels("| 年度目标（40分） | 目标一 | 已完成 | 19 |\n"
                  "| ^ | 目标二 | 已完成 | 18 |\n"
                  "| 绩效指标（60分） | 一级指标 | 三级指标 | 得分 |\n"
                  "| ^ | 产出 | 文化室 | 30 |\n"
                  "| ^ | 效益 | 读者 | 26 |\n",
                  "年度目标 40 - 0-0\n"
                  "绩效指标 60 - 0-2\n");
}

/* A figure with a unit, or in another column, is none of the panel's points. */
static void test_a_measure_is_no_score(void **state) {
    (void)state;
    expect_panels("| 年度目标（40分） | 目标一 | 12 | 19公里 |\n"
                  "| 绩效指标（60分） | 一级指标 | 三级指标 | 得分 |\n"
                  "| ^ | 产出 | 文化室 | 30 |\n"
                  "| ^ | 效益 | 读者 | 26 |\n",
                  "年度目标 40 - 0-0\n"
                  "绩效指标 60 - 0-2\n");
}

static void test_the_funds_have_a_panel(void **state) {
    (void)state;
    expect_panels("| 预算执行（10分） | 资金 | 全年预算数 | 全年执行数 | "
                  "分值 | 执行率 | 得分 |\n"
                  "| ^ | 总额 | 100 | 95 | 10 | 95% | 9.5 |\n"
                  "| 绩效指标（90分） | 一级指标 | 三级指标 | 指标值 | "
                  "分值 | 完成值 | 得分 |\n"
                  "| ^ | 产出 | 文化室 | 32个 | 90 | 32个 | 90 |\n",
                  "预算执行 10 - 0-1\n"
                  "绩效指标 90 - 1-2\n");
}

/* 产出（50分） in the column of levels is a group of indicators, and a figure
 * without 分 counts only among others that make up 100. */
static void test_what_is_no_panel(void **state) {
    (void)state;
    expect_panels("| 表（2） | 水利站 | 2023 |  |\n"
                  "| 评分表（100分） | 某县 | 2023 |  |\n"
                  "| 一级指标 | 三级指标 | 分值 | 得分 |\n"
                  "| 产出（50分） | 渠道 | 50 | 50 |\n"
                  "| 效益（50分） | 农户 | 50 | 49 |\n",
                  "");
    expect_panels("| 预算执行情况（20） | 预算数 | 480 | 19 |\n"
                  "| 绩效指标（80） | 一级指标 | 三级指标 | 得分 |\n"
                  "| ^ | 产出 | 文化室 | 30 |\n"
                  "| ^ | 效益 | 读者 | 26 |\n",
                  "预算执行情况 20 19 0-0\n"
                  "绩效指标 80 - 0-2\n");
}

/* Nothing is scored where the form only declares targets. */
static void test_a_form_without_scores_has_none(void **state) {
    (void)state;
    expect_panels("| 绩效指标（90分） | 一级指标 | 三级指标 | 指标值 |\n"
                  "| ^ | 产出 | 文化室 | 32个 |\n",
                  "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_panels_with_and_without_indicators),
        cmocka_unit_test(test_aims_under_heads_of_their_own),
        cmocka_unit_test(test_two_figures_are_no_score),
        cmocka_unit_test(test_a_measure_is_no_score),
        cmocka_unit_test(test_the_funds_have_a_panel),
        cmocka_unit_test(test_what_is_no_panel),
        cmocka_unit_test(test_a_form_without_scores_has_none),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
