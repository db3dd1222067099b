#include "tests/read.h"

static void test_roles_of_rows(void **state) {
    (void)state;
    static const char source[] = "| 支出内容 | 金额（万元） | 备注 |\n"
                                 "| 人员经费 | 60 | 全年 |\n"
                                 "| 其中：工资 | 45 |  |\n"
                                 "| …… | …… | …… |\n"
                                 "|  |  |  |\n"
                                 "| 小计 | 60 |  |\n"
                                 "| 二、项目支出情况 | < | < |\n"
                                 "| 修渠 | 40 |  |\n"
                                 "| 支出内容 | 金额（万元） | 备注 |\n"
                                 "| 修闸 | 10 |  |\n"
                                 "| 合 计 | 110 |  |\n";
    expect_rows(source, "header\n"
                        "item 人员经费\n"
                        "part 其中:工资\n"
                        "filler\n"
                        "filler\n"
                        "subtotal 小计\n"
                        "caption#1 二、项目支出情况\n"
                        "item 修渠\n"
                        "header 支出内容\n"
                        "item 修闸\n"
                        "total 合计\n");
}

static void test_marks_give_depth(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 金额（万元） |\n"
                                 "| 一、基本支出 | 60 |\n"
                                 "| （一）人员经费 | 40 |\n"
                                 "| 1.工资 | 30 |\n"
                                 "| （1）在职 | 20 |\n"
                                 "| 1、津贴 | 10 |\n"
                                 "| 2.5公里渠道 | 10 |\n"
                                 "| 2023年结转 | 5 |\n"
                                 "| 十二、其他 | 5 |\n";
    expect_rows(source, "header\n"
                        "item#1 一、基本支出\n"
                        "item#2 (一)人员经费\n"
                        "item#3 1.工资\n"
                        "item#4 (1)在职\n"
                        "item#3 1、津贴\n"
                        "item 2.5公里渠道\n"
                        "item 2023年结转\n"
                        "item#1 十二、其他\n");
}

/* a text has lost the blank cells of its merges: weight and score stand too far left */
static void test_figures_shifted_by_a_lost_merge(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 评分标准 | "
                                 "分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 按比例 | 60 | 58 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 按比例 | 40 | 38 |\n"
                                 "| 合计 | 100 | 96 |  |  |  |\n";
    expect_rows(source, "header\n"
                        "item 修渠长度\n"
                        "item 受益户数\n"
                        "~total 合计\n");
    expect_indicators(source, "产出/数量/修渠长度 60 58\n"
                              "效益/社会效益/受益户数 40 38\n");
    expect_checks(source, "score.total", "score.total pass 96 96 @3,2\n");
    expect_findings(source, "");
}

static void test_a_bare_total_shifted(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 三级指标 | 评分标准 | "
                                 "分值 | 得分 |\n"
                                 "| 产出 | 数量 | 修渠长度 | 按比例 | 60 | 58 |\n"
                                 "| 效益 | 社会效益 | 受益户数 | 按比例 | 40 | 38 |\n"
                                 "| 100 |  |  |  | 96 |  |\n";
    expect_rows(source, "header\n"
                        "item 修渠长度\n"
                        "item 受益户数\n"
                        "~total\n");
    expect_indicators(source, "产出/数量/修渠长度 60 58\n"
                              "效益/社会效益/受益户数 40 38\n");
    expect_checks(source, "score.total", "score.total pass 96 96 @3,4\n");
    expect_findings(source, "");
}

/* the criteria between weight and score have lost nothing, the cells before them have */
static void test_a_labelled_total_shifted_in_part(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 指标值 | 分值 | 评分标准 | 得分 |\n"
                                 "| 产出 | 修渠长度 | 5公里 | 60 | 按比例 | 58 |\n"
                                 "| 效益 | 受益户数 | 90户 | 40 | 按比例 | 38 |\n"
                                 "| 合计 | 100 |  | 96 |  |  |\n";
    expect_rows(source, "header\n"
                        "item 修渠长度\n"
                        "item 受益户数\n"
                        "~total 合计\n");
    expect_checks(source, "weight.total", "weight.total pass 100 100 @3,1\n");
    expect_checks(source, "score.total", "score.total pass 96 96 @3,3\n");
    expect_findings(source, "");
}

static void test_a_bare_row_before_items_is_no_total(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                                 "|  |  | 60 | 58 |\n"
                                 "| 效益 | 受益户数 | 40 | 38 |\n";
    expect_rows(source, "header\n"
                        "item\n"
                        "item 受益户数\n");
}

static void test_a_total_in_the_ordinal_column(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 名称 | 金额（万元） |\n"
                                 "| 1 | 修渠 | 10 |\n"
                                 "| 2 | 修闸 | 5 |\n"
                                 "| 合计 |  | 15 |\n";
    expect_rows(source, "header\n"
                        "item 修渠\n"
                        "item 修闸\n"
                        "total 合计\n");
}

static void test_figures_of_an_amount_table_shifted(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 名称 | 规格 | 金额（万元） | "
                                 "已付（万元） |\n"
                                 "| 1 | 水泵 | 大 | 10 | 8 |\n"
                                 "| 2 | 闸门 | 小 | 5 | 5 |\n"
                                 "| 合计 | 15 | 13 |  |  |\n";
    expect_rows(source, "header\n"
                        "item 水泵\n"
                        "item 闸门\n"
                        "~total 合计\n");
    expect_checks(source, "amount",
                  "amount.total pass 15 15 @3,1\n"
                  "amount.total pass 13 13 @3,2\n");
    expect_findings(source, "");
}

/* what has shifted by one column stands under the wrong figures */
static void test_figures_of_a_list_shifted_in_part(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 名称 | 金额（万元） | 已付（万元） | 备注 |\n"
                                 "| 1 | 水泵 | 10 | 8 |  |\n"
                                 "| 2 | 闸门 | 5 | 5 | 已验收 |\n"
                                 "| 合计 | 15 | 13 |  |  |\n";
    expect_rows(source, "header\n"
                        "item 水泵\n"
                        "item 闸门\n"
                        "~total 合计\n");
    expect_checks(source, "amount",
                  "amount.total pass 15 15 @3,1\n"
                  "amount.total pass 13 13 @3,2\n");
    expect_findings(source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_roles_of_rows),
        cmocka_unit_test(test_marks_give_depth),
        cmocka_unit_test(test_figures_shifted_by_a_lost_merge),
        cmocka_unit_test(test_a_bare_total_shifted),
        cmocka_unit_test(test_a_labelled_total_shifted_in_part),
        cmocka_unit_test(test_a_bare_row_before_items_is_no_total),
        cmocka_unit_test(test_a_total_in_the_ordinal_column),
        cmocka_unit_test(test_figures_of_an_amount_table_shifted),
        cmocka_unit_test(test_figures_of_a_list_shifted_in_part),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
