#include "tests/read.h"

static void test_rows_without_a_name_are_subtotals(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 名称 | 金额（万元） | 备注 |\n"
                                 "| 1 | 东渠 | 30 |  |\n"
                                 "| 2 | 西渠 | 20 |  |\n"
                                 "|  |  | 50 |  |\n"
                                 "| 3 | 南渠 | 15 |  |\n"
                                 "| 4 | 北渠 | 10 |  |\n"
                                 "|  |  | 25 |  |\n"
                                 "| 合计 | < | 75 |  |\n";
    expect_checks(source, "amount.total",
                  "amount.total pass 50 50 @3,2\n"
                  "amount.total pass 25 25 @6,2\n"
                  "amount.total pass 75 75 @7,2\n");
    expect_findings(source, "");
}

static void test_one_of_them_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 名称 | 金额（万元） | 备注 |\n"
                                 "| 1 | 东渠 | 30 |  |\n"
                                 "| 2 | 西渠 | 20 |  |\n"
                                 "|  |  | 50 |  |\n"
                                 "| 3 | 南渠 | 15 |  |\n"
                                 "| 4 | 北渠 | 10 |  |\n"
                                 "|  |  | 35 |  |\n"
                                 "| 5 | 中渠 | 12 |  |\n"
                                 "| 6 | 新渠 | 13 |  |\n"
                                 "|  |  | 25 |  |\n"
                                 "| 合计 | < | 110 |  |\n";
    expect_findings(source, "error amount.total 小计/金额(万元) 35 25 @6,2\n"
                            "error amount.total 合计/金额(万元) 110 100 @10,2\n");
}

/* an item whose name is lost: nothing says that it is a subtotal */
static void test_an_item_without_a_name(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 名称 | 金额（万元） | 备注 |\n"
                                 "| 1 | 东渠 | 30 |  |\n"
                                 "| 2 | 西渠 | 20 |  |\n"
                                 "|  |  | 5 |  |\n"
                                 "| 合计 | < | 55 |  |\n";
    expect_checks(source, "amount.total", "amount.total pass 55 55 @4,2\n");
    static const char open[] = "| 序号 | 名称 | 金额（万元） | 备注 |\n"
                               "| 1 | 东渠 | 30 |  |\n"
                               "| 2 | 西渠 | 20 |  |\n"
                               "|  |  | 5 |  |\n"
                               "| 合计 | < | 58 |  |\n";
    expect_checks(open, "amount.total", "amount.total unverifiable 58 doubtful_tie @4,2\n");
    expect_findings(open, "");
}

/* the subtotal of one item repeats it and proves nothing */
static void test_groups_of_one(void **state) {
    (void)state;
    static const char source[] = "| 序号 | 名称 | 金额（万元） | 备注 |\n"
                                 "| 1 | 东渠 | 30 |  |\n"
                                 "|  |  | 30 |  |\n"
                                 "| 2 | 西渠 | 20 |  |\n"
                                 "|  |  | 20 |  |\n"
                                 "| 合计 | < | 50 |  |\n";
    expect_checks(source, "amount.total", "amount.total pass 50 50 @5,2\n");
    expect_findings(source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_without_a_name_are_subtotals),
        cmocka_unit_test(test_one_of_them_contradicts),
        cmocka_unit_test(test_an_item_without_a_name),
        cmocka_unit_test(test_groups_of_one),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
