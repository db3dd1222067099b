#include "show.h"

static void test_rows_and_blank_cells(void **state) {
    (void)state;
    expect_text("表一\n指标\t分值\t得分\n\t10\t9\n合计\t\t9\n完。\n",
                "P1 表一\nT2 3x3\n2:指标|分值|得分\n3:|10|9\n4:合计||9\nP5 完。\n");
    expect_text("甲\t\t\n\t\t乙\n", "T1 2x3\n1:甲||\n2:||乙\n");
}

static void test_ragged_rows_reach_to_the_edge(void **state) {
    (void)state;
    expect_text("指标\t分值\t得分\n等级\t优\n数量\t10\t9\n",
                "T1 3x3\n1:指标|分值|得分\n2:等级|优*2\n3:数量|10|9\n");
}

static void test_page_breaks_inside_a_table(void **state) {
    (void)state;
    expect_text("指标\t分值\t得分\n数量\t10\t9\n\n质量\t10\t8\n\n\n时效\t5\t5\n",
                "T1 4x3\n1:指标|分值|得分\n2:数量|10|9\n4:质量|10|8\n7:时效|5|5\n");
    /* three blank lines, or another width, part two tables */
    expect_text("甲\t乙\t丙\n丁\t戊\t己\n\n\n\n甲\t乙\t丙\n丁\t戊\t己\n",
                "T1 2x3\n1:甲|乙|丙\n2:丁|戊|己\nT6 2x3\n6:甲|乙|丙\n7:丁|戊|己\n");
    expect_text("甲\t乙\t丙\n丁\t戊\t己\n\n甲\t乙\n丙\t丁\n",
                "T1 2x3\n1:甲|乙|丙\n2:丁|戊|己\nT4 2x2\n4:甲|乙\n5:丙|丁\n");
}

static void test_blank_lines_between_all_rows(void **state) {
    (void)state;
    expect_text("指标\t分值\t得分\n\n数量\t10\t9\n\n等级\t优\n\n质量\t5\t5\n",
                "T1 4x3\n1:指标|分值|得分\n3:数量|10|9\n5:等级|优*2\n7:质量|5|5\n");
}

static void test_title_within_a_table(void **state) {
    (void)state;
    expect_text("甲\t乙\t丙\n丁\t戊\t己\n二、效益情况\n庚\t辛\t壬\n",
                "T1 4x3\n1:甲|乙|丙\n2:丁|戊|己\n3:二、效益情况*3\n4:庚|辛|壬\n");
    expect_text("甲\t乙\t丙\n丁\t戊\t己\n附件2\n庚\t辛\t壬\n子\t丑\t寅\n", "T1 2x3\n"
                                                                           "1:甲|乙|丙\n"
                                                                           "2:丁|戊|己\n"
                                                                           "P3 附件2\n"
                                                                           "T4 2x3\n"
                                                                           "4:庚|辛|壬\n"
                                                                           "5:子|丑|寅\n");
}

static void test_quoted_cells(void **state) {
    (void)state;
    expect_text("甲\t乙\t丙\n丁\t\"第一行\n第二行\"\t己\n",
                "T1 2x3\n1:甲|乙|丙\n2:丁|第一行/第二行|己\n");
    expect_text("甲\t\"乙\"\t丙\n丁\t\"戊\t己\n", "T1 2x3\n1:甲|乙|丙\n2:丁|\"戊|己\n");
    expect_text("甲\t乙\t丙\n"
                "\"丁\n"
                "\n"
                "戊\"\t己\t庚\n",
                "T1 2x3\n"
                "1:甲|乙|丙\n"
                "2:丁/戊|己|庚\n");
}

static void test_rows_cut_by_line_breaks(void **state) {
    (void)state;
    expect_text("甲\t乙\t丙\t丁\t戊\n"
                "数量\t10\t完成养护\n公路\t42公里\t9\n"
                "质量\t10\t验收\t合格\t9\n",
                "T1 3x5\n1:甲|乙|丙|丁|戊\n2:数量|10|完成养护/公路|42公里|9\n"
                "4:质量|10|验收|合格|9\n");
    expect_text("甲\t乙\t丙\t丁\t戊\n"
                "数量\t10\t完成养护\n和新建\n公路\t42公里\t9\n"
                "质量\t10\t验收\t合格\t9\n",
                "T1 3x5\n"
                "1:甲|乙|丙|丁|戊\n"
                "2:数量|10|完成养护/和新建/公路|42公里|9\n"
                "5:质量|10|验收|合格|9\n");
    /* every row is cut, but each cut looks like one */
    expect_text("指标\t标准\t分值\t得分\n"
                "数量\t①完成养护，1分；\n②完成验收，1分。\t2\t2\n"
                "质量\t验收合格率不低于百分之九十五的\n"
                "得3分\n"
                "1. 否则不得分\t3\t3\n",
                "T1 3x4\n"
                "1:指标|标准|分值|得分\n"
                "2:数量|①完成养护，1分；/②完成验收，1分。|2|2\n"
                "4:质量|验收合格率不低于百分之九十五的/得3分/1. "
                "否则不得分|3|3\n");
    expect_text("指标\t标准\t分值\t得分\n数量\t甲；\n乙\t①丙；\n②丁\t2\n",
                "T1 2x4\n1:指标|标准|分值|得分\n2:数量|甲；/乙|①丙；/②丁|2\n");
    /* figures do not go on */
    expect_text("指标\t分值\t得分\n数量\t10\n质量\t20\n",
                "T1 3x3\n1:指标|分值|得分\n2:数量|10*2\n3:质量|20*2\n");
    /* two short rows need not be one: nothing whole stands below them */
    expect_text("甲\t乙\t丙\t丁\t戊\n子\t丑\t寅\n卯\t辰\t巳\n",
                "T1 3x5\n1:甲|乙|丙|丁|戊\n2:子|丑|寅*3\n3:卯|辰|巳*3\n");
}

static void test_what_is_no_table(void **state) {
    (void)state;
    expect_text("单位名称\t云溪县交通局\n", "P1 单位名称\t云溪县交通局\n");
    expect_text("1.\t加强管理。\n"
                "2.\t完善制度。\n",
                "P1 1.\t加强管理。\n"
                "P2 2.\t完善制度。\n");
    expect_text("预算12万元，\t执行9万元，\t结余3万元。\n",
                "P1 预算12万元，\t执行9万元，\t结余3万元。\n");
}

static void test_serial_numbers_are_no_list(void **state) {
    (void)state;
    expect_text("序号\t姓名\t签字\n1\t陈安\t\n2.\t李和\n",
                "T1 3x3\n1:序号|姓名|签字\n2:1|陈安|\n3:2.|李和*2\n");
}

static void test_limits(void **state) {
    (void)state;
    size_t wide = LIMIT_GRID_COLS + 1;
    char *text = malloc(2 * wide);
    assert_non_null(text);
    memset(text, '\t', 2 * wide);
    text[wide - 1] = '\n';
    text[0] = text[wide] = 'a';
    struct shown *s = show_bytes(text, 2 * wide);
    assert_true(s->read);
    assert_int_equal(s->doc.document.tables.count, 1); /* the first line has 1024 columns */
    assert_int_equal(s->doc.document.tables.items[0].cols, LIMIT_GRID_COLS);
    show_end(s);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_and_blank_cells),
        cmocka_unit_test(test_ragged_rows_reach_to_the_edge),
        cmocka_unit_test(test_page_breaks_inside_a_table),
        cmocka_unit_test(test_blank_lines_between_all_rows),
        cmocka_unit_test(test_title_within_a_table),
        cmocka_unit_test(test_quoted_cells),
        cmocka_unit_test(test_rows_cut_by_line_breaks),
        cmocka_unit_test(test_what_is_no_table),
        cmocka_unit_test(test_serial_numbers_are_no_list),
        cmocka_unit_test(test_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
