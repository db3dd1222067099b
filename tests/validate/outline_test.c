#include "tests/read.h"

static void test_headings_add_up(void **state) {
    (void)state;
    static const char source[] = "一、绩效分析\n"
                                 "（一）项目决策（满分40分，自评得分37分）\n"
                                 "1.项目立项（20分，得19分）\n"
                                 "2.绩效目标（20分，得18分）\n"
                                 "（二）项目产出（满分60分，自评得分58分）\n"
                                 "二、自评结论\n"
                                 "项目自评总得分95分。\n";
    expect_checks(source, "score.subtotal", "score.subtotal pass 37 37 @1\n");
    expect_checks(source, "weight.section", "weight.section pass 40 40 @1\n");
    expect_checks(source, "weight.total", "weight.total pass 100 100 @1\n");
    expect_checks(source, "score.total", "score.total pass 95 95 @6\n");
    expect_findings(source, "");
}

static void test_headings_contradict(void **state) {
    (void)state;
    static const char source[] = "（一）项目决策（满分40分，自评得分36分）\n"
                                 "1.项目立项（20分，得19分）\n"
                                 "2.绩效目标（20分，得18分）\n"
                                 "（二）项目产出（满分60分，自评得分61分）\n"
                                 "自评总得分95分。\n";
    expect_checks(source, "score.subtotal", "score.subtotal fail 36 37 @0\n");
    expect_checks(source, "score.over",
                  "score.over_weight pass 36 36 @0\n"
                  "score.over_weight pass 19 19 @1\n"
                  "score.over_weight pass 18 18 @2\n"
                  "score.over_weight fail 61 60 @3\n");
    expect_checks(source, "score.total", "score.total fail 95 97 @4\n");
}

/* nothing in the tree bears out that its headings add up */
static void test_a_tree_that_nothing_bears_out(void **state) {
    (void)state;
    static const char source[] = "（一）项目决策（满分40分）\n"
                                 "1.项目立项（20分）\n"
                                 "2.绩效目标（10分）\n";
    expect_checks(source, "weight.section", "weight.section unverifiable 40 doubtful_tie @0\n");
    expect_findings(source, "");
}

/* a heading without points may hold some */
static void test_a_heading_without_points(void **state) {
    (void)state;
    static const char source[] = "（一）项目决策（满分40分，得分38分）\n"
                                 "1.项目立项（20分，得19分）\n"
                                 "2.绩效目标\n"
                                 "3.资金投入（10分，得10分）\n";
    expect_checks(source, "score.subtotal", "score.subtotal unverifiable 38 missing_operand @0\n");
    expect_findings(source, "");
}

/* the other sections are scored elsewhere */
static void test_some_sections_only(void **state) {
    (void)state;
    static const char source[] = "（一）项目决策（满分20分，得分19分）\n"
                                 "（二）项目过程（满分20分，得分18分）\n"
                                 "项目自评总得分95分。\n";
    expect_checks(source, "weight.total", "weight.total unverifiable 100 no_total @0\n");
    expect_checks(source, "score.total", "score.total unverifiable 95 doubtful_tie @2\n");
    expect_findings(source, "");
}

static void test_bonus_heading(void **state) {
    (void)state;
    static const char source[] = "（一）项目决策（20分，得19分）\n"
                                 "（二）加分项（2分，得3分）\n";
    expect_checks(source, "score.over",
                  "score.over_weight pass 19 19 @0\n"
                  "score.over_weight unverifiable 3 bonus_row @1\n");
    expect_findings(source, "");
}

/* the score behind the bracket; years and counts in brackets are no points */
static void test_ways_to_write_points(void **state) {
    (void)state;
    static const char source[] = "一、立项（8分）：得8分\n"
                                 "二、产出（2023年）\n"
                                 "三、效益（分值：12，得分：11）\n"
                                 "四、培训（3期，得9分）\n"
                                 "五、满意度（自评得分 10 分）。群众满意度（92分）较高\n";
    expect_checks(source, "score.over",
                  "score.over_weight pass 8 8 @0\n"
                  "score.over_weight pass 11 11 @2\n");
}

/* a share of the total in a heading claims nothing for the report; that of the
 * conclusion does */
static void test_claims_of_headings(void **state) {
    (void)state;
    expect_claims("一、项目决策（自评得分18分）\n二、项目产出（自评得分50分）\n", "");
    static const char whole[] = "一、项目决策（自评得分18分）\n"
                                "二、自评结论（综合得分96分）\n";
    expect_checks(whole, "score.total", "");
}

/* two reports that nothing tells apart: their weights add to 200 */
static void test_more_than_the_whole(void **state) {
    (void)state;
    static const char source[] = "一、决策（满分40分，得分40分）\n"
                                 "二、产出（满分60分，得分50分）\n"
                                 "自评总得分90分。\n"
                                 "一、决策（满分40分，得分30分）\n"
                                 "二、产出（满分60分，得分50分）\n";
    expect_checks(source, "score.total", "score.total unverifiable 90 doubtful_tie @2\n");
    expect_findings(source, "");
}

/* only what lost points is told: one heading alone, and two that fall short of
 * a whole that hardly anything else bears out */
static void test_headings_that_are_some_of_several(void **state) {
    (void)state;
    static const char alone[] = "（一）项目决策（20分，得19分）\n"
                                "1.项目立项（10分，得9分）\n"
                                "（二）项目过程（20分，得20分）\n"
                                "1.资金管理（10分，得10分）\n"
                                "2.组织实施（10分，得10分）\n";
    expect_checks(alone, "score.subtotal",
                  "score.subtotal unverifiable 19 doubtful_tie @0\n"
                  "score.subtotal pass 20 20 @2\n");
    expect_checks(alone, "weight.section",
                  "weight.section unverifiable 20 list_incomplete @0\n"
                  "weight.section pass 20 20 @2\n");
    expect_findings(alone, "");
    static const char shortfall[] = "（一）项目决策（得分19分）\n"
                                    "1.项目立项（得分9分）\n"
                                    "2.绩效目标（得分8分）\n"
                                    "（二）项目过程（得分20分）\n"
                                    "1.资金管理（得分10分）\n"
                                    "2.组织实施（得分10分）\n";
    expect_checks(shortfall, "score.subtotal",
                  "score.subtotal unverifiable 19 list_incomplete @0\n"
                  "score.subtotal pass 20 20 @3\n");
    expect_findings(shortfall, "");
}

/* where the weights do not hold, neither need the scores: a warning */
static void test_weights_and_scores_that_fail_together(void **state) {
    (void)state;
    static const char source[] = "（一）项目决策（20分，得19分）\n"
                                 "1.项目立项（10分，得9分）\n"
                                 "2.绩效目标（12分，得12分）\n"
                                 "（二）项目过程（20分，得20分）\n"
                                 "1.资金管理（10分，得10分）\n"
                                 "2.组织实施（10分，得10分）\n";
    expect_findings(source, "error weight.section 项目决策 20 22 @0\n"
                            "warning score.subtotal 项目决策 19 21 @0\n");
}

/* one heading of the whole weight is all there is */
static void test_one_heading_of_the_whole_weight(void **state) {
    (void)state;
    static const char source[] = "（一）项目效果（25分，得22.8分）\n"
                                 "1.满意度（25分，得23.8分）\n";
    expect_findings(source, "error score.subtotal 项目效果 22.8 23.8 @0\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings_add_up),
        cmocka_unit_test(test_headings_contradict),
        cmocka_unit_test(test_a_tree_that_nothing_bears_out),
        cmocka_unit_test(test_a_heading_without_points),
        cmocka_unit_test(test_some_sections_only),
        cmocka_unit_test(test_bonus_heading),
        cmocka_unit_test(test_ways_to_write_points),
        cmocka_unit_test(test_claims_of_headings),
        cmocka_unit_test(test_more_than_the_whole),
        cmocka_unit_test(test_headings_that_are_some_of_several),
        cmocka_unit_test(test_weights_and_scores_that_fail_together),
        cmocka_unit_test(test_one_heading_of_the_whole_weight),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
