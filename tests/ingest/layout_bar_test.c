#include "show.h"

static void test_rows_of_the_same_kinds(void **state) {
    (void)state;
    expect_text("二、明细 |\n内容 |\n金额 |\n凭证 |\n劳务费 |\n50,000.00 |\n记1 |\n"
                "修缮费 |\n83,490.00 |\n记2 |\n办公费 |\n200.00 |\n",
                "T1 5x3\n1:二、明细*3\n2:内容|金额|凭证\n5:劳务费|50,000.00|记1\n"
                "8:修缮费|83,490.00|记2\n11:办公费|200.00*2\n");
}

static void test_last_cell_without_bar(void **state) {
    (void)state;
    expect_text(
        "内容 |\n金额 |\n备注 |\n劳务 |\n5 |\n已付\n修缮 |\n8 |\n未付\n办公 |\n2 |\n已付 |\n",
        "T1 4x3\n1:内容|金额|备注\n4:劳务|5|已付\n7:修缮|8|未付\n10:办公|2|已付\n");
}

static void test_labels_and_values(void **state) {
    (void)state;
    expect_text("预算数 |\n700 |\n到位数 |\n690 |\n支出数 |\n650 |\n结余 |\n40 |\n",
                "T1 4x2\n1:预算数|700\n3:到位数|690\n5:支出数|650\n7:结余|40\n");
}

static void test_labels_side_by_side(void **state) {
    (void)state;
    expect_text(
        "年度 |\n2023 |\n安排 |\n700 |\n到位 |\n690 |\n县财政 |\n700 |\n县财政 |\n690 |\n其他 "
        "|\n|\n其他 |\n|\n",
        "T1 4x4\n1:年度|2023*3\n3:安排|700|到位|690\n7:县财政|700|县财政|690\n11:其他||其他|\n");
}

static void test_uncertain_sections_stay_lines(void **state) {
    (void)state;
    expect_text("甲 |\n乙 |\n丙 |\n丁 |\n戊 |\n己 |\n庚 |\n",
                "P1 甲 |\nP2 乙 |\nP3 丙 |\nP4 丁 |\nP5 戊 |\nP6 己 |\nP7 庚 |\n");
    expect_text("甲 |\n1 |\n", "P1 甲 |\nP2 1 |\n");
    /* one label three times, another twice: no row of pairs fits both */
    expect_text(
        "甲 |\n1 |\n甲 |\n2 |\n甲 |\n3 |\n乙 |\n4 |\n乙 |\n5 |\n",
        "P1 甲 |\nP2 1 |\nP3 甲 |\nP4 2 |\nP5 甲 |\nP6 3 |\nP7 乙 |\nP8 4 |\nP9 乙 |\nP10 5 |\n");
}

static void test_two_sections_are_two_tables(void **state) {
    (void)state;
    expect_text("安排 |\n7 |\n到位 |\n6 |\n支出 |\n5 |\n结余 |\n1 |\n二、明细 |\n内容 |\n金额 "
                "|\n劳务 |\n3 |\n"
                "修缮 |\n2 |\n",
                "T1 4x2\n1:安排|7\n3:到位|6\n5:支出|5\n7:结余|1\n"
                "T9 4x2\n9:二、明细*2\n10:内容|金额\n12:劳务|3\n14:修缮|2\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_of_the_same_kinds),
        cmocka_unit_test(test_last_cell_without_bar),
        cmocka_unit_test(test_labels_and_values),
        cmocka_unit_test(test_labels_side_by_side),
        cmocka_unit_test(test_uncertain_sections_stay_lines),
        cmocka_unit_test(test_two_sections_are_two_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
