#include "tests/read.h"

#define HEAD "| 指标名称 | 分值 | 得分 |\n"

static void test_levels_add_up(void **state) {
    (void)state;
    static const char source[] = HEAD "| 一、投入 | 40 | 38 |\n"
                                      "| 1.立项 | 20 | 20 |\n"
                                      "| 2.资金 | 20 | 18 |\n"
                                      "| 二、产出 | 60 | 55 |\n"
                                      "| 1.数量 | 30 | 30 |\n"
                                      "| 2.质量 | 30 | 25 |\n"
                                      "| 合计 | 100 | 93 |\n";
    expect_checks(source, "score.subtotal",
                  "score.subtotal pass 38 38 @1,2\n"
                  "score.subtotal pass 55 55 @4,2\n");
    expect_checks(source, "weight.section",
                  "weight.section pass 40 40 @1,1\n"
                  "weight.section pass 60 60 @4,1\n");
    expect_findings(source, "");
}

static void test_levels_contradict(void **state) {
    (void)state;
    static const char source[] = HEAD "| 一、投入 | 40 | 39 |\n"
                                      "| 1.立项 | 20 | 20 |\n"
                                      "| 2.资金 | 20 | 18 |\n"
                                      "| 二、产出 | 60 | 55 |\n"
                                      "| 1.数量 | 30 | 30 |\n"
                                      "| 2.质量 | 30 | 25 |\n"
                                      "| 合计 | 100 | 93 |\n";
    expect_findings(source, "error score.subtotal 一、投入 39 38 @1,2\n");
}

/* three depths: a row covers the leaves below it, whatever their depth */
static void test_levels_nest(void **state) {
    (void)state;
    static const char source[] = HEAD "| 一、投入 | 40 | 38 |\n"
                                      "| （一）立项 | 20 | 20 |\n"
                                      "| 1.依据 | 10 | 10 |\n"
                                      "| 2.程序 | 10 | 10 |\n"
                                      "| （二）资金 | 20 | 18 |\n"
                                      "| 1.到位 | 20 | 18 |\n"
                                      "| 二、产出 | 60 | 55 |\n"
                                      "| （一）数量 | 60 | 55 |\n"
                                      "| 合计 | 100 | 93 |\n";
    expect_checks(source, "score.subtotal",
                  "score.subtotal pass 38 38 @1,2\n"
                  "score.subtotal pass 20 20 @2,2\n"
                  "score.subtotal pass 18 18 @5,2\n"
                  "score.subtotal pass 55 55 @7,2\n");
    expect_findings(source, "");
}

/* the weights of 二 do not hold: what its score covers is likely, not certain */
static void test_a_score_whose_weight_fails(void **state) {
    (void)state;
    static const char source[] = HEAD "| 一、投入 | 40 | 38 |\n"
                                      "| 1.立项 | 20 | 20 |\n"
                                      "| 2.资金 | 20 | 18 |\n"
                                      "| 二、产出 | 50 | 56 |\n"
                                      "| 1.数量 | 30 | 30 |\n"
                                      "| 2.质量 | 30 | 25 |\n"
                                      "| 合计 | 100 | 93 |\n";
    expect_findings(source, "error weight.section 二、产出 50 60 @4,1\n"
                            "warning score.subtotal 二、产出 56 55 @4,2\n");
}

/* a score that is missing leaves the level open */
static void test_a_missing_score(void **state) {
    (void)state;
    static const char source[] = HEAD "| 一、投入 | 40 | 38 |\n"
                                      "| 1.立项 | 20 | 20 |\n"
                                      "| 2.资金 | 20 |  |\n"
                                      "| 二、产出 | 60 | 55 |\n"
                                      "| 1.数量 | 60 | 55 |\n";
    expect_checks(source, "score.subtotal",
                  "score.subtotal unverifiable 38 missing_operand @1,2\n"
                  "score.subtotal pass 55 55 @4,2\n");
}

/* marks that order indicators of one rank sum nothing */
static void test_marks_without_sums(void **state) {
    (void)state;
    static const char source[] = HEAD "| 1.立项 | 40 | 38 |\n"
                                      "| 2.产出 | 60 | 55 |\n"
                                      "| 合计 | 100 | 93 |\n";
    expect_checks(source, "score.subtotal", "");
    expect_findings(source, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_add_up),   cmocka_unit_test(test_levels_contradict),
        cmocka_unit_test(test_levels_nest),     cmocka_unit_test(test_a_score_whose_weight_fails),
        cmocka_unit_test(test_a_missing_score), cmocka_unit_test(test_marks_without_sums),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
