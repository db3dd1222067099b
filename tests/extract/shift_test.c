#include "tests/read.h"

/* Texts whose rows have lost the cells that were merged with those above. */

static void expect_rows_of(const char *text, const char *expected) {
    struct read *r = read_text(text);
    read_show_indicators(r);
    assert_string_equal(r->text, expected);
    read_end(r);
}

#define HEAD                                                                     \
    "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值" \
    "\t分值\t得分\t备注\n"

static void test_rows_short_of_one_and_two_cells(void **state) {
    (void)state;
    expect_rows_of(HEAD "产出\t数量\t保洁面积\t260平方米\t260平方米\t20\t20\n"
                        "清运车次\t36车次\t36车次\t10\t10\n"
                        "质量\t清扫合格率\t≥95%\t93%\t15\t14\t人手不足\n"
                        "效益\t社会效益\t环境改善\t改善\t改善\t15\t14\n"
                        "总分\t60\t58\n",
                   "产出/数量/保洁面积 20 20\n"
                   "产出/数量/清运车次 10 10\n"
                   "产出/质量/清扫合格率 15 14\n"
                   "效益/社会效益/环境改善 15 14\n");
}

/* 健全 may be a name or a target; the row above it, which must have shifted,
 * decides. */
static void test_words_follow_the_other_rows(void **state) {
    (void)state;
    expect_rows_of(HEAD "产出\t数量\t保洁面积\t260平方米\t260平方米\t20\t20\n"
                        "质量\t清扫合格率\t≥95%\t93%\t15\t14\n"
                        "效益\t长效机制\t健全\t健全\t15\t14\n",
                   "产出/数量/保洁面积 20 20\n"
                   "产出/质量/清扫合格率 15 14\n"
                   "产出/效益/长效机制 15 14\n");
    /* nothing shifts here: the score of the last row is not filled in */
    expect_rows_of(HEAD "产出\t数量\t保洁面积\t260平方米\t260平方米\t20\t20\n"
                        "效益\t社会\t长效机制\t健全\t12\t10\n",
                   "产出/数量/保洁面积 20 20\n"
                   "效益/社会/长效机制 10 -\n");
}

/* What is right stands: a short row that only lacks its remark. */
static void test_rows_without_their_last_cell(void **state) {
    (void)state;
    expect_rows_of(HEAD "产出\t数量\t保洁面积\t260平方米\t260平方米\t20\t19\n"
                        "效益\t社会\t长效机制\t健全\t健全\t10\t9\n",
                   "产出/数量/保洁面积 20 19\n"
                   "效益/社会/长效机制 10 9\n");
}

/* In a Word document every cell has its place. */
static void test_a_grid_never_shifts(void **state) {
    (void)state;
    expect_indicators("| 一级指标 | 二级指标 | 三级指标 | 分值 | 得分 | 备注 |\n"
                      "| 产出 | 数量 | 渠道 | 50 | 49 |  |\n"
                      "| 质量 | 合格率 | 12 | 11 | < | < |\n",
                      "产出/数量/渠道 50 49\n"
                      "质量/合格率/12 11 -\n");
}

static void test_weights_before_the_values(void **state) {
    (void)state;
    expect_rows_of("一级指标\t二级指标\t三级指标\t分值\t指标值\t实际值\t得"
                   "分\t备注\n"
                   "产出（35分）\t数量\t保洁面积\t20\t260平方米\t260平方米\t20\n"
                   "质量\t清扫合格率\t15\t≥95%\t93%\t14\t人手不足\n",
                   "产出/数量/保洁面积 20 20\n"
                   "产出/质量/清扫合格率 15 14\n");
}

/* A total over the weights of all levels and over two scores; a last group over all
 * levels. */
static void test_sums_and_groups_that_lost_their_merge(void **state) {
    (void)state;
    static const char text[] = "一级指标\t分值\t二级指标\t分值\t评分标准\t自评得分\t复核得分\n"
                               "投入\t40\t目标设定\t15\t合理\t15\t14\n"
                               "\t\t预算配置\t25\t科学\t25\t25\n"
                               "产出\t60\t完成情况\t60\t完成\t58\t58\n"
                               "总分\t100\t100\t98\t97\n";
    struct read *r = read_text(text);
    read_show_findings(r);
    assert_string_equal(r->text, "");
    read_end(r);
    expect_rows_of("一级指标\t二级指标\t三级指标\t分值\t得分\t备注\n"
                   "产出\t数量\t培训期数\t80\t80\t\n"
                   "满意度\t满意度\t学员满意度\t10\t10\t\n"
                   "预算执行率（10分）\t10\t9.8\t\n",
                   "产出/数量/培训期数 80 80\n"
                   "满意度/满意度/学员满意度 10 10\n"
                   "预算执行率 10 9.8\n");
}

/* 指标 stood over three columns, of which one cell is left. */
static void test_heads_that_lost_their_merge(void **state) {
    (void)state;
    expect_rows_of("指标\t分值\t实际完成值\t得分\n"
                   "产出\t数量\t渠道长度\t60\t完成\t58\n"
                   "效益\t社会\t受益户数\t40\t完成\t38\n",
                   "渠道长度 60 58\n"
                   "受益户数 40 38\n");
    /* here the last head was merged, or nobody knows which */
    expect_rows_of("指标\t分值\t得分\t说明\n"
                   "渠道长度\t60\t58\t甲\t乙\n"
                   "受益户数\t40\t38\t甲\t乙\n",
                   "渠道长度 60 58\n"
                   "受益户数 40 38\n");
    expect_rows_of("指标\t分值\t完成情况\t得分\n"
                   "渠道长度\t60\t甲\t乙\t58\t丙\n"
                   "受益户数\t40\t甲\t乙\t38\t丙\n",
                   "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_short_of_one_and_two_cells),
        cmocka_unit_test(test_words_follow_the_other_rows),
        cmocka_unit_test(test_rows_without_their_last_cell),
        cmocka_unit_test(test_a_grid_never_shifts),
        cmocka_unit_test(test_weights_before_the_values),
        cmocka_unit_test(test_sums_and_groups_that_lost_their_merge),
        cmocka_unit_test(test_heads_that_lost_their_merge),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
