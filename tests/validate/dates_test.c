#include "validate/dates.h"

#include "tests/read.h"

struct dates_case {
    const char *source, *findings, *checks;
};

static void expect_cases(const struct dates_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        expect_findings(cases[i].source, cases[i].findings);
        expect_checks(cases[i].source, "date.order", cases[i].checks);
    }
}

#define EXPECT_CASES(cases) expect_cases(cases, sizeof(cases) / sizeof *(cases))

static void test_dates_that_cannot_be(void **state) {
    static const struct dates_case cases[] = {
        {"会议于2022年2月30日召开。", "warning date.order 2022年2月30日 2022年2月30日  @0\n", ""},
        {"会议于2023年2月29日召开。", "warning date.order 2023年2月29日 2023年2月29日  @0\n", ""},
        {"会议于4月31日召开。", "warning date.order 4月31日 4月31日  @0\n", ""},
        {"于2021年 13 月 5 日发文。", "warning date.order 2021年13月5日 2021年13月5日  @0\n", ""},
        {"于2021年3月32日发文。", "warning date.order 2021年3月32日 2021年3月32日  @0\n", ""},
        {"会议于2024年2月29日召开。", "", ""},
        {"会议于2月29日召开，历时13个月，2021年0月。", "", ""},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_terms(void **state) {
    static const struct dates_case cases[] = {
        {"实施期为2022年5月至2021年12月。",
         "warning date.order 2022年5月至2021年12月 2021-12 2022-05 @0\n",
         "date.order fail 2021-12 2022-05 @0\n"},
        {"实施期为2022年5月起至2023年9月止。", "", "date.order pass 2023-09 2023-09 @0\n"},
        /* held by what both give */
        {"实施期为2022年5月至2022年。", "", "date.order pass 2022 2022 @0\n"},
        {"实施期为2022年3月9日到3月31日。", "", "date.order pass 2022-03-31 2022-03-31 @0\n"},
        {"工程于2022年5月开工，并于2021年4月竣工。",
         "warning date.order 2022年5月开工,并于2021年4月 2021-04 2022-05 @0\n",
         "date.order fail 2021-04 2022-05 @0\n"},
        {"项目2023年5月启动，2022年12月全部完成。",
         "warning date.order 2023年5月启动,2022年12月 2022-12 2023-05 @0\n",
         "date.order fail 2022-12 2023-05 @0\n"},
        {"工程于2021年5月开工，2022年4月竣工。", "", "date.order pass 2022-04 2022-04 @0\n"},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_dates_that_are_no_term(void **state) {
    static const struct dates_case cases[] = {
        /* over the year's end, counted back, quoted, of two projects */
        {"供暖期为2022年11月至3月。", "", ""},
        {"近三年（2023-2021）的情况。", "", ""},
        {"依据《发展规划（2025年至2021年）》实施。", "", ""},
        {"东渠2022年5月开工，西渠2021年4月竣工。", "", ""},
        {"2022年5月和2021年4月两次下达。", "", ""},
        {"依据川财〔2022〕5号、川财〔2021〕4号。", "", ""},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_fields(void **state) {
    static const struct dates_case cases[] = {
        {"| 开工日期 | 2022年5月10日 | 竣工日期 | 2021年4月 |\n",
         "warning date.order 竣工日期 2021-04 2022-05-10 @0,3\n",
         "date.order fail 2021-04 2022-05-10 @0,3\n"},
        {"| 开工日期 | 2021年5月10日 | 竣工日期 | 2022年4月 |\n", "",
         "date.order pass 2022-04 2022-04 @0,3\n"},
        {"| 计划开工日期 | 2022年5月10日 | 实际完工日期 | 2021年4月 |\n", "", ""},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_the_date_of_the_report(void **state) {
    static const struct dates_case cases[] = {
        {"青沙县水务局2022年度项目支出绩效自评报告\n一、概况\n正文。\n2021年3月8日\n",
         "warning date.order 报告日期 2021-03-08 2022 @3\n",
         "date.order fail 2021-03-08 2022 @3\n"},
        {"青沙县水务局2022年度项目支出绩效自评报告\n一、概况\n正文。\n2023年3月8日\n", "",
         "date.order pass 2023-03-08 2023-03-08 @3\n"},
        /* the title names no year, or the report is about a plan */
        {"青沙县水务局项目支出绩效自评报告\n一、2022年概况\n2022年完成。\n2021年3月8日\n", "", ""},
        {"青沙县水务局2022年度项目绩效目标申报表\n一、概况\n正文。\n2021年3月8日\n", "", ""},
    };
    (void)state;
    EXPECT_CASES(cases);
}

static void test_memory_runs_out(void **state) {
    struct read *r = read_source("实施期为2022年5月至2021年12月。");
    bool fine = true;
    (void)state;
    r->doc.arena.budget = r->doc.arena.total;
    for (int i = 0; fine && i < 100000; i++)
        fine = dates_run(&r->doc, &read_config, &r->err);
    assert_false(fine);
    assert_int_equal(r->err.code, ERR_MEMORY);
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates_that_cannot_be),   cmocka_unit_test(test_terms),
        cmocka_unit_test(test_dates_that_are_no_term), cmocka_unit_test(test_fields),
        cmocka_unit_test(test_the_date_of_the_report), cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests_name("dates", tests, read_open, read_close);
}
