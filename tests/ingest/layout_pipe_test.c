#include "show.h"

static void test_markdown(void **state) {
    (void)state;
    expect_text("表\n| 指标 | 分值 |\n|------|-----:|\n| 数量 | 10 |\n|  | 5 |\n\n完。\n",
                "P1 表\nT2 3x2\n2:指标|分值\n4:数量|10\n5:|5\nP7 完。\n");
    expect_text("| 说明 | 甲\\|乙 |\n|:--|--|\n| 首<br>次 | **9** |\n",
                "T1 2x2\n1:说明|甲\\|乙\n3:首/次|9\n");
}

static void test_plain_bars(void **state) {
    (void)state;
    expect_text("指标 | 分值 | 得分\n数量 | 10 |\n | 5 | 4\n",
                "T1 3x3\n1:指标|分值|得分\n2:数量|10|\n3:|5|4\n");
    expect_text("指标｜分值\n数量｜10\n", "T1 2x2\n1:指标|分值\n2:数量|10\n");
}

static void test_ragged_rows(void **state) {
    (void)state;
    expect_text("等级 | |||\n15 | 优 | ||\n产出 | 20 | 20 | 优 |\n100 | 94 | 优 |\n",
                "T1 4x4\n1:等级|||\n2:15|优||\n3:产出|20|20|优\n4:100|94|优*2\n");
}

static void test_drawn_tables(void **state) {
    (void)state;
    expect_text("┌───┬───┐\n"
                "│甲 │ 1 │\n"
                "├───┼───┤\n"
                "│乙 │ 2 │\n"
                "└───┴───┘\n",
                "T2 2x2\n2:甲|1\n4:乙|2\n");
    expect_text("+----+---+\n| 甲 | 1 |\n+----+---+\n| 乙 | 2 |\n+----+---+\n",
                "T2 2x2\n2:甲|1\n4:乙|2\n");
}

static void test_blank_line_between_rows(void **state) {
    (void)state;
    expect_text("甲 | 乙\n\n丙 | 丁\n\n\n戊 | 己\n庚 | 辛\n",
                "T1 2x2\n1:甲|乙\n3:丙|丁\nT6 2x2\n6:戊|己\n7:庚|辛\n");
}

static void test_what_is_no_table(void **state) {
    (void)state;
    expect_text("来源：交通局 | 日期：2023\n", "P1 来源：交通局 | 日期：2023\n");
    expect_text("----\n正文\n", "P1 ----\nP2 正文\n");
}

static void test_bars_beside_prose(void **state) {
    (void)state;
    expect_text("注：甲|乙两类。\n| 指标 | 分值 |\n| 数量 | 10 |\n完。\n",
                "P1 注：甲|乙两类。\nT2 2x2\n2:指标|分值\n3:数量|10\nP4 完。\n");
    expect_text("| 指标 | 分值 |\n| 数量 | 10 |\n来源：甲 | 日期：乙\n",
                "T1 2x2\n1:指标|分值\n2:数量|10\nP3 来源：甲 | 日期：乙\n");
}

static void test_line_breaks_in_cells(void **state) {
    (void)state;
    expect_text("| 指标 | 说明 |\n"
                "|---|---|\n"
                "| 数量 | 一<br>二 |\n",
                "T1 2x2\n"
                "1:指标|说明\n"
                "3:数量|一/二\n");
    expect_text("甲 | 乙<br>\n"
                "丙 | <br>丁\n",
                "T1 2x2\n"
                "1:甲|乙\n"
                "2:丙|丁\n");
}

static void test_blank_cells(void **state) {
    (void)state;
    expect_text("||分值|\n"
                "|产出||\n"
                "|||\n",
                "T1 3x2\n"
                "1:|分值\n"
                "2:产出|\n"
                "3:|\n");
}

/* Wide bars of several kinds, as scans and terminals draw them. */
static void test_bars_of_all_kinds(void **state) {
    static const char *const bars[] = {"|", "｜", "│", "┃", "║"};
    (void)state;
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
        char text[200];
        snprintf(text, sizeof text, "甲%s乙\n1%s2\n", bars[i], bars[i]);
        expect_text(text, "T1 2x2\n1:甲|乙\n2:1|2\n");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_plain_bars),
        cmocka_unit_test(test_ragged_rows),
        cmocka_unit_test(test_drawn_tables),
        cmocka_unit_test(test_blank_line_between_rows),
        cmocka_unit_test(test_what_is_no_table),
        cmocka_unit_test(test_bars_beside_prose),
        cmocka_unit_test(test_line_breaks_in_cells),
        cmocka_unit_test(test_blank_cells),
        cmocka_unit_test(test_bars_of_all_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
