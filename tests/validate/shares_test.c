#include "tests/read.h"

/* scores out of 100 each, weighed by fractions */
static void test_fractions(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 权重 | 得分 |\n"
                                 "| 立项 | 0.10 | 100 |\n"
                                 "| 管理 | 0.30 | 90 |\n"
                                 "| 产出 | 0.60 | 95 |\n"
                                 "| 合计 | 1.00 | 94 |\n";
    expect_checks(source, "score.total", "score.total pass 94 94 @4,2\n");
    expect_findings(source, "");
}

static void test_per_cent(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 权重（%） | 得分 |\n"
                                 "| 立项 | 10 | 92.5 |\n"
                                 "| 管理 | 30 | 88 |\n"
                                 "| 产出 | 60 | 95 |\n"
                                 "| 合计 | 100 | 92.65 |\n";
    expect_checks(source, "score.total", "score.total pass 92.65 92.65 @4,2\n");
    expect_findings(source, "");
}

/* 92.65 printed as 92.7 */
static void test_the_total_is_rounded(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 权重（%） | 得分 |\n"
                                 "| 立项 | 10 | 92.5 |\n"
                                 "| 管理 | 30 | 88 |\n"
                                 "| 产出 | 60 | 95 |\n"
                                 "| 合计 | 100 | 92.7 |\n";
    expect_checks(source, "score.total", "score.total rounding 92.7 92.65 @4,2\n");
    expect_findings(source, "");
}

/* the form may have a rule of its own: a warning */
static void test_the_weighted_sum_contradicts(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 权重 | 得分 |\n"
                                 "| 立项 | 0.10 | 100 |\n"
                                 "| 管理 | 0.30 | 90 |\n"
                                 "| 产出 | 0.60 | 95 |\n"
                                 "| 合计 | 1.00 | 97 |\n";
    expect_findings(source, "warning score.total 合计 97 94 @4,2\n");
}

/* the plain sum of such scores is a total, too */
static void test_the_plain_sum_holds(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 权重 | 得分 |\n"
                                 "| 立项 | 20 | 90 |\n"
                                 "| 管理 | 30 | 95 |\n"
                                 "| 产出 | 50 | 95 |\n"
                                 "| 合计 | 100 | 280 |\n";
    expect_checks(source, "score.total", "score.total pass 280 280 @4,2\n");
}

/* weights that are not a whole, or of which one lacks, weigh nothing */
static void test_weights_that_are_no_whole(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 权重 | 得分 |\n"
                                 "| 立项 | 20 | 90 |\n"
                                 "| 管理 | 30 | 95 |\n"
                                 "| 产出 | 40 | 95 |\n"
                                 "| 合计 | 90 | 94 |\n";
    expect_checks(source, "score.total", "score.total unverifiable 94 other_scale @4,2\n");
    expect_findings(source, "");
}

/* one score above its weight is an error, not another scale */
static void test_one_score_above_its_weight(void **state) {
    (void)state;
    static const char source[] = "| 指标名称 | 分值 | 得分 |\n"
                                 "| 立项 | 20 | 21 |\n"
                                 "| 管理 | 30 | 29 |\n"
                                 "| 产出 | 50 | 45 |\n"
                                 "| 合计 | 100 | 95 |\n";
    expect_findings(source, "error score.over_weight 立项 21 20 @1,2\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fractions),
        cmocka_unit_test(test_per_cent),
        cmocka_unit_test(test_the_total_is_rounded),
        cmocka_unit_test(test_the_weighted_sum_contradicts),
        cmocka_unit_test(test_the_plain_sum_holds),
        cmocka_unit_test(test_weights_that_are_no_whole),
        cmocka_unit_test(test_one_score_above_its_weight),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
