#include "tests/read.h"

/* Summaries by section, whose grades are held against their shares of points:
 * validate/grades.c. */

struct summary_case {
    const char *source, *findings, *checks;
};

static void expect_all(const struct summary_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        expect_findings(cases[i].source, cases[i].findings);
        expect_checks(cases[i].source, "grade.band", cases[i].checks);
    }
}

#define EXPECT_ALL(cases) expect_all(cases, sizeof(cases) / sizeof *(cases))

static void test_grades_of_sections(void **state) {
    static const struct summary_case cases[] = {
        {"| 指标 | 权重 | 得分 | 绩效等级 |\n"
         "| 决策 | 20.00 | 19.00 | 优 |\n"
         "| 过程 | 50.00 | 44.60 | 优 |\n"
         "| 产出 | 30.00 | 27.00 | 优 |\n"
         "| 合计 | 100.00 | 90.60 | 优 |\n",
         "warning grade.band 分项等级 优 良 @2,3\n",
         "grade.band pass 优 优 @1,3\ngrade.band fail 优 良 @2,3\n"
         "grade.band pass 优 优 @3,3\ngrade.band pass 优 优 @4,3\n"},
        /* the heads are lost, and names with them */
        {"| 部分 | 满 | 实 | 评 |\n"
         "| 20.00 | 19.00 | 优 | |\n"
         "| 过程 | 50.00 | 46 | 优 |\n"
         "| 100.00 | 93.00 | 优 | |\n",
         "",
         "grade.band pass 优 优 @1,2\ngrade.band pass 优 优 @2,3\ngrade.band pass 优 优 @3,2\n"},
    };
    (void)state;
    EXPECT_ALL(cases);
}

static void test_tables_that_are_no_summary(void **state) {
    static const struct summary_case cases[] = {
        /* no row of the whole; a score above its weight; a word that is no grade; two rows */
        {"| 部分 | 满 | 评 |\n| 20 | 10 | 优 |\n| 30 | 10 | 优 |\n| 40 | 10 | 优 |\n", "", ""},
        {"| 部分 | 满 | 评 |\n| 20 | 30 | 优 |\n| 30 | 40 | 优 |\n| 100 | 120 | 优 |\n", "", ""},
        {"| 部分 | 满 | 评 |\n| 20 | 10 | 是 |\n| 30 | 10 | 是 |\n| 100 | 20 | 是 |\n", "", ""},
        {"| 部分 | 满 | 评 |\n| 20 | 10 | 优 |\n| 100 | 20 | 优 |\n", "", ""},
    };
    (void)state;
    EXPECT_ALL(cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_grades_of_sections),
        cmocka_unit_test(test_tables_that_are_no_summary),
    };
    return cmocka_run_group_tests_name("summaries", tests, read_open, read_close);
}
