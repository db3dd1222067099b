#include "show.h"

static void test_wide_gaps(void **state) {
    (void)state;
    expect_text("项目名称      预算数    执行数\n道路养护      120.50    118.00\n"
                "合  计        120.50    118.00\n完毕。\n",
                "T1 3x3\n1:项目名称|预算数|执行数\n2:道路养护|120.50|118.00\n3:合  "
                "计|120.50|118.00\nP4 完毕。\n");
}

static void test_label_and_figures(void **state) {
    (void)state;
    expect_text("项目 预算 执行\n① 养护 30 28\n② 管网 100.5 100\n合 计 130.5 128\n",
                "T1 4x3\n"
                "1:项目|预算|执行\n"
                "2:① 养护|30|28\n"
                "3:② 管网|100.5|100\n"
                "4:合 计|130.5|128\n");
    /* the corner of the header may be blank */
    expect_text("预算 执行\n养护 30 28\n管网 10 9\n合计 40 37\n",
                "T1 4x3\n1:|预算|执行\n2:养护|30|28\n3:管网|10|9\n4:合计|40|37\n");
}

static void test_too_little_to_be_sure(void **state) {
    (void)state;
    expect_text("合计 213.4 259\n市级资金\n", "P1 合计 213.4 259\nP2 市级资金\n");
    expect_text("养护 30 28\n管网 10 9\n", "P1 养护 30 28\nP2 管网 10 9\n");
    expect_text("养护 30 28\n管网 10 9 1\n合计 40 37\n",
                "P1 养护 30 28\nP2 管网 10 9 1\nP3 合计 40 37\n");
    expect_text("评价   机构   名称\n评价   机构   名称\n评价   机构   名称\n",
                "P1 评价   机构   名称\n"
                "P2 评价   机构   名称\n"
                "P3 评价   机构   名称\n");
}

static void test_prose_with_spaces(void **state) {
    (void)state;
    expect_text("报告日期： 2021  年  7 月  22 日\n"
                "单位：      云溪县交通局      \n"
                "填报人：        "
                "电话：\n",
                "P1 报告日期： 2021  年  7 月  22 日\n"
                "P2 单位：      云溪县交通局\n"
                "P3 填报人：     "
                "   电话：\n");
}

static void test_figures_of_all_kinds(void **state) {
    (void)state;
    expect_text("项目 预算 执行 执行率\n"
                "养护 1,234.50 1,200.00 97.2%\n"
                "管网 - 0 -\n"
                "合 计 1,234.50 "
                "1,200.00 97.2%\n",
                "T1 4x4\n"
                "1:项目|预算|执行|执行率\n"
                "2:养护|1,234.50|1,200.00|97.2%\n"
                "3:管网|-|0|-\n"
                "4:合 计|1,234.50|1,200.00|97.2%\n");
}

static void test_header_that_does_not_fit_stays_a_line(void **state) {
    (void)state;
    expect_text("项目 年初 预算 执行\n养护 30 28\n管网 10 9\n合计 40 37\n",
                "P1 项目 年初 预算 执行\n"
                "T2 3x3\n"
                "2:养护|30|28\n"
                "3:管网|10|9\n"
                "4:合计|40|37\n");
}

static void test_full_width_spaces(void **state) {
    (void)state;
    expect_text("单位　　预算　　执行\n局机关　　12　　11\n中心　　3　　2\n",
                "T1 3x3\n1:单位|预算|执行\n2:局机关|12|11\n3:中心|3|2\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wide_gaps),
        cmocka_unit_test(test_label_and_figures),
        cmocka_unit_test(test_too_little_to_be_sure),
        cmocka_unit_test(test_prose_with_spaces),
        cmocka_unit_test(test_figures_of_all_kinds),
        cmocka_unit_test(test_header_that_does_not_fit_stays_a_line),
        cmocka_unit_test(test_full_width_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
