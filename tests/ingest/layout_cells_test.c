#include "show.h"

static void test_one_cell_a_line(void **state) {
    (void)state;
    expect_text("评分表\n"
                "\t指标\n"
                "\t分值\n"
                "\t得分\n"
                "\n"
                "\t数量\n"
                "\t10\n"
                "\t\n"
                "\n"
                "\t\n"
                "\t5\n"
                "\t4\n"
                "\n"
                "\n"
                "说明。\n",
                "P1 评分表\n"
                "T2 3x3\n"
                "2:指标|分值|得分\n"
                "6:数量|10|\n"
                "10:|5|4\n"
                "P15 说明。\n");
}

static void test_cells_of_several_lines(void **state) {
    (void)state;
    expect_text("\t产  出\n"
                "（25分）\n"
                "\t数量\n"
                "\t①足额，1分；\n"
                "②及时，1分。\n"
                "\n"
                "\t\n"
                "\t质量\n"
                "\t\n"
                "每次扣1分\n"
                "\n"
                "\t总分\n\t\n\t100\n",
                "T1 3x3\n"
                "1:产  出/（25分）|数量|①足额，1分；/②及时，1分。\n"
                "7:|质量|每次扣1分\n"
                "12:总分||100\n");
}

static void test_rows_of_a_form_differ_in_width(void **state) {
    (void)state;
    expect_text("\t一、概况\n"
                "\n"
                "\t联系人\n"
                "\t陈安\n"
                "\t电话\n"
                "\t5550101\n"
                "\n"
                "\t职责\n"
                "\t养护\n"
                "\n",
                "T1 3x4\n1:一、概况*4\n3:联系人|陈安|电话|5550101\n8:职责|养护*3\n");
}

static void test_blank_line_between_two_figures_of_a_row(void **state) {
    (void)state;
    expect_text("\t甲\n\t乙\n\t丙\n\t丁\n\n"
                "\t局机关\n\t  \n2611.94 \n\n\t2382.1\n\t229.84\n\n"
                "\t中心\n\t107.4\n\t95.12\n\t12.28\n",
                "T1 3x4\n"
                "1:甲|乙|丙|丁\n"
                "6:局机关|2611.94|2382.1|229.84\n"
                "13:中心|107.4|95.12|12.28\n");
    /* 2 + 2 cells below 4: two rows of a form, not one that was cut */
    expect_text("\t甲\n\t乙\n\t丙\n\t丁\n\n\t职责\n\t养护\n\n\t目标\n\t畅通\n\n"
                "\t子\n\t丑\n\t寅\n\t卯\n",
                "T1 4x4\n"
                "1:甲|乙|丙|丁\n"
                "6:职责|养护*3\n"
                "9:目标|畅通*3\n"
                "12:子|丑|寅|卯\n");
}

static void test_blank_line_within_a_text_cell(void **state) {
    (void)state;
    expect_text("\t甲\n\t乙\n\t丙\n\n"
                "\t数量\n\t第一段。\n\n第二段。\n\t9\n\n\t质量\n\t略\n\t8\n",
                "T1 3x3\n1:甲|乙|丙\n5:数量|第一段。/第二段。|9\n11:质量|略|8\n");
    /* a cell that begins with blank lines */
    expect_text("\t三、自评\n"
                "\n"
                "\t\n"
                "\n"
                "\n"
                "定性目标\n"
                "\t预期\n"
                "\t实际\n"
                "\n"
                "\t\n"
                "\t养护\n"
                "\t良好\n",
                "T1 3x3\n1:三、自评*3\n6:定性目标|预期|实际\n10:|养护|良好\n");
}

static void test_two_tables(void **state) {
    (void)state;
    expect_text("\t甲\n\t乙\n\n\t丙\n\t丁\n\n\n\n\t甲\n\t乙\n\n\t戊\n\t己\n",
                "T1 2x2\n1:甲|乙\n4:丙|丁\nT9 2x2\n9:甲|乙\n12:戊|己\n");
    expect_text("\t甲\n"
                "\t乙\n"
                "\n"
                "\t丙\n"
                "\t丁\n"
                "\n"
                "\n"
                "附件2\n"
                "评分表\n"
                "\t子\n"
                "\t丑\n"
                "\t寅\n"
                "\n"
                "\t卯\n"
                "\t辰\n"
                "\t巳\n",
                "T1 2x2\n"
                "1:甲|乙\n"
                "4:丙|丁\n"
                "P8 附件2\n"
                "P9 评分表\n"
                "T10 2x3\n"
                "10:子|丑|寅\n"
                "14:卯|辰|巳\n");
}

static void test_merged_headers(void **state) {
    (void)state;
    expect_text("\t机构\n\t支出合计\n\t其中：\n\t结余\n\n"
                "\t\n\t\n\t基本支出\n\t其中：\n\t项目支出\n\t"
                "当年结余\n\t累计结余\n\n"
                "\t\n\t\n\t\n\t人员\n\t公用\n\t\n\t\n\t\n\n"
                "\t局\n\t9\n\t5\n\t3\n\t2\n\t4\n\t0\n\t0\n",
                "T1 "
                "4x8\n"
                "1:机构|支出合计|其中：*4|结余*2\n"
                "6:||基本支出|其中：*2|项目支出|当年结余|累计结余\n"
                "14:|||人员|公用|||\n23:局|9|5|3|2|4|0|0\n");
}

static void test_indented_prose_is_no_table(void **state) {
    (void)state;
    expect_text("\t一、概况\n"
                "\n"
                "\t云溪县交通局承担县乡公路养护，"
                "现有在职职工四十二人，下设三个股室。\n"
                "\n",
                "P1 一、概况\n"
                "P3 云溪县交通局承担县乡公路养护，"
                "现有在职职工四十二人，下设三个股室。\n");
    expect_text("\t一、概况\n"
                "\t云溪县交通局承担县乡公路养护，"
                "现有在职职工四十二人，下设三个股室。\n"
                "\t二、资金\n"
                "\t全年安排预算一百二十万元，"
                "实际支出一百一十万元，结余十万元。\n",
                "P1 一、概况\n"
                "P2 云溪县交通局承担县乡公路养护，"
                "现有在职职工四十二人，下设三个股室。\n"
                "P3 二、资金\n"
                "P4 全年安排预算一百二十万元，"
                "实际支出一百一十万元，结余十万元。\n");
}

static void test_prose_ends_the_table(void **state) {
    (void)state;
    expect_text("\t甲\n"
                "\t乙\n"
                "\n"
                "\t丙\n"
                "\t丁\n"
                "\n"
                "\t全年安排预算一百二十万元，实际支出一百一十万元，结余"
                "十万元。\n",
                "T1 2x2\n1:甲|乙\n4:丙|丁\nP7 "
                "全年安排预算一百二十万元，"
                "实际支出一百一十万元，结余十万元。\n");
}

static void test_residue_in_cells(void **state) {
    (void)state;
    struct shown *s = SHOW("\t指标\n\t得分\n\n\t数量\n\t[bookmark: _GoBack]4\n");
    assert_string_equal(s->text, "T1 2x2\n1:指标|得分\n4:数量|4\n");
    const struct cell *cell = table_cell_at(&s->doc.document.tables.items[0], 1, 1);
    assert_true(str_is(cell->passage.raw, "[bookmark: _GoBack]4"));
    assert_int_equal(table_cell_at(&s->doc.document.tables.items[0], 1, 0)->passage.raw.len, 0);
    show_end(s);
}

/* A table with more cells in a row than a grid may have is cut, not read past the limit. */
static void test_limits(void **state) {
    (void)state;
    enum { CELLS = LIMIT_GRID_COLS + 200 };
    static char text[CELLS * 3 + 64];
    size_t len = 0;
    for (size_t i = 0; i < CELLS; i++)
        len += (size_t)sprintf(text + len, "\t%c\n", (char)('a' + i % 26));
    struct shown *s = show_bytes(text, len);
    assert_true(s->read);
    assert_int_equal(s->doc.document.tables.items[0].cols, LIMIT_GRID_COLS);
    assert_int_equal(s->doc.document.tables.items[0].rows, 2);
    show_end(s);
}

static void test_form_with_signatures(void **state) {
    (void)state;
    expect_text("\t四、评价人员\n"
                "\n"
                "\t姓名\n"
                "\t职务\n"
                "\t签字\n"
                "\n"
                "\t陈安\n"
                "\t科长\n"
                "\t\n"
                "\n"
                "\t组长（签字）："
                "\n\n\n\n\n"
                "          年    月    日\n"
                "\n"
                "\t单位意见：\n"
                "\n"
                "\n"
                "       负责人（签章）：\n",
                "T1 4x3\n"
                "1:四、评价人员*3\n"
                "3:姓名|职务|签字\n"
                "7:陈安|科长|\n"
                "11:组长（签字）：*3\n"
                "P16 年    月    日\nP18 单位意见：\nP21 负责人（签章）：\n");
}

static void test_labels_side_by_side(void **state) {
    (void)state;
    expect_text("\t安排\n"
                "（万元）\n"
                "\t41\n"
                "\t到位\n"
                "（万元）\n"
                "\t13\n"
                "\n"
                "\t省财政\n"
                "\t\n"
                "\t省财政\n"
                "\t\n"
                "\n"
                "\t县财政\n\t41\n\t县财政\n\t13\n",
                "T1 3x4\n1:安排/（万元）|41|到位/（万元）|13\n8:省财政||省财政|\n"
                "13:县财政|41|县财政|13\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_cell_a_line),
        cmocka_unit_test(test_cells_of_several_lines),
        cmocka_unit_test(test_rows_of_a_form_differ_in_width),
        cmocka_unit_test(test_blank_line_between_two_figures_of_a_row),
        cmocka_unit_test(test_blank_line_within_a_text_cell),
        cmocka_unit_test(test_two_tables),
        cmocka_unit_test(test_merged_headers),
        cmocka_unit_test(test_indented_prose_is_no_table),
        cmocka_unit_test(test_prose_ends_the_table),
        cmocka_unit_test(test_residue_in_cells),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_form_with_signatures),
        cmocka_unit_test(test_labels_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
