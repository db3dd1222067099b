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
    expect_text("内容 |\n"
                "金额 |\n"
                "备注 |\n"
                "劳务 |\n"
                "5 |\n"
                "已付\n"
                "修缮 |\n"
                "8 |\n"
                "未付\n"
                "办公 |\n"
                "2 |\n"
                "已付 |\n",
                "T1 4x3\n"
                "1:内容|金额|备注\n"
                "4:劳务|5|已付\n"
                "7:修缮|8|未付\n"
                "10:办公|2|已付\n");
}

static void test_labels_and_values(void **state) {
    (void)state;
    expect_text("预算数 |\n700 |\n到位数 |\n690 |\n支出数 |\n650 |\n结余 |\n40 |\n",
                "T1 4x2\n1:预算数|700\n3:到位数|690\n5:支出数|650\n7:结余|40\n");
}

static void test_labels_side_by_side(void **state) {
    (void)state;
    expect_text("年度 |\n"
                "2023 |\n"
                "安排 |\n"
                "700 |\n"
                "到位 |\n"
                "690 |\n"
                "县财政 |\n"
                "700 |\n"
                "县财政 |\n"
                "690 |\n"
                "其他 "
                "|\n|\n其他 |\n|\n",
                "T1 4x4\n"
                "1:年度|2023*3\n"
                "3:安排|700|到位|690\n"
                "7:县财政|700|县财政|690\n"
                "11:其他||其他|\n");
}

static void test_uncertain_sections_stay_lines(void **state) {
    (void)state;
    expect_text("甲 |\n乙 |\n丙 |\n丁 |\n戊 |\n己 |\n庚 |\n",
                "P1 甲 |\nP2 乙 |\nP3 丙 |\nP4 丁 |\nP5 戊 |\nP6 己 |\nP7 庚 |\n");
    expect_text("甲 |\n1 |\n", "P1 甲 |\nP2 1 |\n");
    /* one label three times, another twice: no row of pairs fits both */
    expect_text("甲 |\n1 |\n甲 |\n2 |\n甲 |\n3 |\n乙 |\n4 |\n乙 |\n5 |\n", "P1 甲 |\n"
                                                                           "P2 1 |\n"
                                                                           "P3 甲 |\n"
                                                                           "P4 2 |\n"
                                                                           "P5 甲 |\n"
                                                                           "P6 3 |\n"
                                                                           "P7 乙 |\n"
                                                                           "P8 4 |\n"
                                                                           "P9 乙 |\n"
                                                                           "P10 5 |\n");
}

static void test_two_sections_are_two_tables(void **state) {
    (void)state;
    expect_text("安排 |\n"
                "7 |\n"
                "到位 |\n"
                "6 |\n"
                "支出 |\n"
                "5 |\n"
                "结余 |\n"
                "1 |\n"
                "二、明细 |\n"
                "内容 |\n"
                "金额 "
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
