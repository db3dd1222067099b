#include "tests/read.h"

/* A table of one scored row. */
#define HEAD "| 一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 得分 |\n"
#define HEAD_ACTUAL "| 一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 实际完成值 | 得分 |\n"
#define TIERS "覆盖率≥95%，得8分；85%（含）-95%，得5分；低于85%不得分。"

static void test_a_score_between_two_tiers(void **state) {
    (void)state;
    static const char source[] = HEAD "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 7 |\n"
                                      "| ^ | 数量 | 管护面积 | 92 | 面积 | 92 |\n";
    expect_checks(source, "score.rule", "score.rule fail 7 8 @1,5\n");
    expect_checks(source, "rule.tiers", "rule.tiers pass 8 8 @1,4\n");
    expect_findings(source, "warning score.rule 管护覆盖率 7 8 @1,5\n");
}

static void test_a_score_on_a_tier(void **state) {
    (void)state;
    static const char source[] = HEAD "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 5 |\n"
                                      "| ^ | 数量 | 管护面积 | 92 | 面积 | 92 |\n";
    expect_checks(source, "score.rule", "score.rule pass 5 5 @1,5\n");
    expect_findings(source, "");
}

static void test_the_actual_rate_decides(void **state) {
    (void)state;
    static const char wrong[] =
        HEAD_ACTUAL "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 91.2% | 8 |\n"
                    "| ^ | 数量 | 管护面积 | 92 | 面积 | 3亩 | 92 |\n";
    static const char right[] =
        HEAD_ACTUAL "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 91.2% | 5 |\n"
                    "| ^ | 数量 | 管护面积 | 92 | 面积 | 3亩 | 92 |\n";
    expect_checks(wrong, "score.rule", "score.rule fail 8 5 @1,6\n");
    expect_findings(wrong, "warning score.rule 管护覆盖率 8 5 @1,6\n");
    expect_checks(right, "score.rule", "score.rule pass 5 5 @1,6\n");
    expect_findings(right, "");
}

/* the rule scores 完成率, which is actual over target, not what the row reports */
static void test_another_subject_does_not_decide(void **state) {
    (void)state;
    static const char source[] = HEAD_ACTUAL
        "| 产出 | 质量 | 管护覆盖率 | 8 | 完成率≥95%，得8分；完成率低于95%，得5分。 | 91.2% | 8 |\n"
        "| ^ | 数量 | 管护面积 | 92 | 面积 | 3亩 | 92 |\n";
    expect_checks(source, "score.rule", "score.rule pass 8 8 @1,6\n");
    expect_findings(source, "");
}

static void test_points_of_a_list(void **state) {
    (void)state;
    static const char wrong[] =
        HEAD "| 管理 | 制度 | 台账管理 | 5 | ①台账健全（2分）¶②登记及时（3分） | 1 |\n"
             "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    static const char right[] =
        HEAD "| 管理 | 制度 | 台账管理 | 5 | ①台账健全（2分）¶②登记及时（3分） | 3 |\n"
             "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    expect_checks(wrong, "rule", "rule.tiers pass 5 5 @1,3\n");
    expect_findings(wrong, "warning score.rule 台账管理 1 5 @1,5\n");
    expect_checks(right, "score.rule", "score.rule pass 3 3 @1,5\n");
    expect_findings(right, "");
}

/* points told in a sentence are often given in part */
static void test_points_of_a_sentence(void **state) {
    (void)state;
    static const char source[] =
        HEAD "| 管理 | 制度 | 台账管理 | 5 | 台账健全得2分，登记及时得3分。 | 4 |\n"
             "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    expect_findings(source, "info score.rule 台账管理 4 5 @1,5\n");
}

static void test_points_that_do_not_add_to_the_weight(void **state) {
    (void)state;
    static const char source[] =
        HEAD "| 管理 | 制度 | 台账管理 | 4 | ①台账健全（1分）¶②登记及时（2分） | 4 |\n"
             "| ^ | 资金 | 资金管理 | 96 | 资金 | 96 |\n";
    expect_checks(source, "rule.tiers", "rule.tiers fail 4 3 @1,3\n");
    expect_checks(source, "score.rule", "score.rule unverifiable 4 unparsed_rule @1,5\n");
    expect_findings(source, "warning rule.tiers 台账管理 4 3 @1,3\n");
}

/* points in a sentence of which none but all of them could be the weight */
static void test_points_of_a_sentence_that_do_not_add_to_the_weight(void **state) {
    (void)state;
    static const char wrong[] =
        HEAD "| 管理 | 制度 | 台账管理 | 8 | 台账健全得4分；登记及时得2分；专人管理得3分。 | 8 |\n"
             "| ^ | 资金 | 资金管理 | 92 | 资金 | 92 |\n";
    static const char rivals[] =
        HEAD "| 管理 | 制度 | 台账管理 | 5 | 台账全得3分；台账缺页得1分；登记及时得2分。 | 5 |\n"
             "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    expect_findings(wrong, "warning rule.tiers 台账管理 8 9 @1,3\n");
    expect_checks(rivals, "rule.tiers", "");
    expect_findings(rivals, "");
}

/* 效果显著 … 无效果 is a ladder: a score between two of its steps is none of them */
static void test_a_ladder_of_words(void **state) {
    (void)state;
#define LADDER "效果显著得5分，效果较显著得4分，效果一般得2分，无效果不得分。"
    static const char wrong[] = HEAD "| 效果 | 效益 | 带动就业 | 5 | " LADDER " | 4.5 |\n"
                                     "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    static const char right[] = HEAD "| 效果 | 效益 | 带动就业 | 5 | " LADDER " | 4 |\n"
                                     "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    static const char other[] = HEAD "| 效果 | 效益 | 带动就业 | 6 | " LADDER " | 4.5 |\n"
                                     "| ^ | 资金 | 资金管理 | 94 | 资金 | 94 |\n";
    expect_findings(wrong, "warning score.rule 带动就业 4.5 5 @1,5\n");
    expect_checks(right, "score.rule", "score.rule pass 4 4 @1,5\n");
    expect_checks(other, "score.rule", "score.rule unverifiable 4.5 unparsed_rule @1,5\n");
    expect_findings(other, "");
}

static void test_points_that_exclude_each_other(void **state) {
    (void)state;
    static const char source[] =
        HEAD "| 管理 | 制度 | 公开情况 | 4 | ①公开（3分）¶②公开不及时（2分）¶③未公开（0分） | 3 |\n"
             "| ^ | 资金 | 资金管理 | 96 | 资金 | 96 |\n";
    expect_checks(source, "rule.tiers", "");
    expect_findings(source, "");
}

static void test_a_top_above_the_weight(void **state) {
    (void)state;
    static const char source[] = HEAD "| 产出 | 质量 | 管护覆盖率 | 6 | " TIERS " | 5 |\n"
                                      "| ^ | 数量 | 管护面积 | 94 | 面积 | 94 |\n";
    expect_checks(source, "rule.tiers", "rule.tiers fail 8 6 @1,4\n");
    expect_findings(source, "warning rule.tiers 管护覆盖率 8 6 @1,4\n");
}

static void test_an_empty_range(void **state) {
    (void)state;
    static const char source[] =
        HEAD "| 过程 | 预算 | 预算调整率 | 3 | 1.比率=0%，得满分；2.30%≤比率<10%，每增加1%，"
             "扣5%的权重分，扣完为止。 | 3 |\n"
             "| ^ | 资金 | 资金管理 | 97 | 资金 | 97 |\n";
    expect_checks(source, "score.rule", "score.rule unverifiable 3 missing_operand @1,5\n");
    expect_findings(source, "warning rule.tiers 预算调整率   @1,4\n");
}

static void test_steps(void **state) {
    (void)state;
    static const char wrong[] =
        HEAD "| 管理 | 制度 | 合规性 | 4 | 每出现一例不合规扣1分，扣完为止。 | 2.5 |\n"
             "| ^ | 资金 | 资金管理 | 96 | 资金 | 96 |\n";
    static const char open[] = HEAD
        "| 管理 | 制度 | 采购率 | 4 | 采购率等于100%的，得4分；每减少一个百分点扣0.2分。 | 3.5 |\n"
        "| ^ | 资金 | 资金管理 | 96 | 资金 | 96 |\n";
    expect_findings(wrong, "warning score.rule 合规性 2.5 4 @1,5\n");
    expect_checks(open, "score.rule", "score.rule unverifiable 3.5 missing_operand @1,5\n");
    expect_findings(open, "");
}

#define FORM                                                                    \
    "| 项目名称 | 河道清淤 | 计划安排资金（万元） | 2000 |\n" \
    "| 实际支出（万元） | 640 | 实际到位资金（万元） | 800 |\n"

static void test_a_pair_of_the_part(void **state) {
    (void)state;
    static const char wrong[] =
        FORM "\n" HEAD "| 管理 | 资金 | 到位率 | 5 | 根据资金到位率计算得分（5分） | 5 |\n"
             "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    static const char right[] =
        FORM "\n" HEAD "| 管理 | 资金 | 到位率 | 5 | 根据资金到位率计算得分（5分） | 2 |\n"
             "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    expect_findings(wrong, "warning score.rule 到位率 5 2 @1,5\n");
    expect_checks(right, "score.rule", "score.rule pass 2 2 @1,5\n");
}

static void test_two_pairs_decide_nothing(void **state) {
    (void)state;
    static const char source[] =
        FORM "\n"
             "| 项目名称 | 水库加固 | 计划安排资金（万元） | 900 |\n"
             "| 实际支出（万元） | 640 | 实际到位资金（万元） | 900 |\n\n" HEAD
             "| 管理 | 资金 | 到位率 | 5 | 根据资金到位率计算得分（5分） | 5 |\n"
             "| ^ | 资金 | 资金管理 | 95 | 资金 | 95 |\n";
    expect_checks(source, "score.rule", "score.rule unverifiable 5 missing_operand @1,5\n");
}

static void test_the_asset_table(void **state) {
    (void)state;
    static const char source[] =
        "| 单位名称 | 固定资产合计 | 其中：在用固定资产 |\n"
        "| 局机关 | 300 | 300 |\n"
        "| 林场 | 100 | 80 |\n"
        "| 合计 | 400 | 380 |\n\n" HEAD
        "| 管理 | 资产 | 固定资产利用率 | 3 | 每低于100%一个百分点扣0.1分，扣完为止。 | 3 |\n"
        "| ^ | 资金 | 资金管理 | 97 | 资金 | 97 |\n";
    expect_checks(source, "score.rule", "score.rule fail 3 2.5 @1,5\n");
}

static void test_a_rule_left_to_judgement(void **state) {
    (void)state;
    static const char source[] =
        HEAD "| 产出 | 时效 | 完工及时性 | 6 | 按期完成得满分，逾期的酌情扣分。 | 5 |\n"
             "| ^ | 数量 | 面积 | 94 | 围绕部门职责确定。 | 94 |\n";
    expect_checks(source, "score.rule", "score.rule unverifiable 5 unparsed_rule @1,5\n");
    expect_findings(source, "");
}

/* a rule that several rows share, or a score that does, is no row's own */
static void test_shared_cells_decide_nothing(void **state) {
    (void)state;
    static const char rule[] = HEAD "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 7 |\n"
                                    "| ^ | 数量 | 管护面积 | 92 | ^ | 92 |\n";
    static const char weight[] = HEAD "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 2 |\n"
                                      "| ^ | 数量 | 管护面积 | ^ | 面积 | 5 |\n"
                                      "| ^ | 数量 | 苗木 | 92 | 数量 | 92 |\n";
    expect_checks(rule, "score.rule", "");
    expect_checks(weight, "score.rule", "");
}

/* What a rule names in so many words stands, though judgement decides the rest. */
static void test_full_marks_that_the_rule_names(void **state) {
    (void)state;
    static const char full[] =
        HEAD "| 效果 | 效益 | 经济效益 | 8 | 达到目标得8分，未达到的酌情扣分。 | 8 |\n"
             "| ^ | 资金 | 资金使用 | 7 | ①虚列扣4-7分¶②依据不合规扣2分 | 7 |\n"
             "| ^ | 数量 | 面积 | 85 | 围绕部门职责确定。 | 85 |\n";
    static const char less[] =
        HEAD "| 效果 | 效益 | 经济效益 | 8 | 达到目标得8分，未达到的酌情扣分。 | 7 |\n"
             "| ^ | 质量 | 合格 | 8 | 较上年扣8分，得18分的酌情处理。 | 8 |\n"
             "| ^ | 数量 | 面积 | 84 | 围绕部门职责确定。 | 84 |\n";
    expect_checks(full, "score.rule", "score.rule pass 8 8 @1,5\nscore.rule pass 7 7 @2,5\n");
    expect_checks(full, "rule.tiers", "rule.tiers pass 8 8 @1,4\n");
    expect_checks(less, "score.rule",
                  "score.rule unverifiable 7 unparsed_rule @1,5\n"
                  "score.rule unverifiable 8 unparsed_rule @2,5\n");
    expect_checks(less, "rule.tiers", "rule.tiers pass 8 8 @1,4\n");
}

/* Staff and posts of the form; 实有人数 beyond the posts may hold others. */
static void test_staff_against_posts(void **state) {
    (void)state;
    static const char rule[] =
        "| 投入 | 配置 | 在职人员控制率 | 5 | "
        "在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。 | 4 |\n";
    char source[2048];
    for (int staff = 19; staff <= 21; staff += 2) {
        snprintf(source, sizeof source, "| 人员编制 | 20 | 实有人数 | %d |\n\n" HEAD "%s", staff,
                 rule);
        expect_checks(source, "score.rule",
                      staff < 20 ? "score.rule fail 4 5 @1,5\n"
                                 : "score.rule unverifiable 4 missing_operand @1,5\n");
    }
}

static void test_two_rules_in_one_row(void **state) {
    (void)state;
    static const char source[] = "| 一级指标 | 三级指标 | 分值 | 指标内容 | 评分标准 | 得分 |\n"
                                 "| 产出 | 覆盖率 | 8 | 覆盖（8分） | " TIERS " | 7 |\n"
                                 "| ^ | 面积 | 92 | 面积 | 面积 | 92 |\n";
    expect_checks(source, "score.rule", "score.rule unverifiable 7 unparsed_rule @1,5\n");
}

static void test_a_score_above_its_weight_is_told_once(void **state) {
    (void)state;
    static const char source[] = HEAD "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 9 |\n"
                                      "| ^ | 数量 | 管护面积 | 92 | 面积 | 92 |\n";
    expect_findings(source, "error score.over_weight 管护覆盖率 9 8 @1,5\n");
}

static void test_the_words_of_a_finding(void **state) {
    (void)state;
    struct read *r = read_source(HEAD "| 产出 | 质量 | 管护覆盖率 | 8 | " TIERS " | 7 |\n"
                                      "| ^ | 数量 | 管护面积 | 92 | 面积 | 92 |\n");
    assert_int_equal(r->doc.verdict.findings.count, 1);
    const struct finding *finding = &r->doc.verdict.findings.items[0];
    assert_true(str_has(finding->diagnosis, "8、5、0"));
    assert_true(str_has(finding->message, "不一致"));
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_score_between_two_tiers),
        cmocka_unit_test(test_a_score_on_a_tier),
        cmocka_unit_test(test_the_actual_rate_decides),
        cmocka_unit_test(test_another_subject_does_not_decide),
        cmocka_unit_test(test_points_of_a_list),
        cmocka_unit_test(test_points_of_a_sentence),
        cmocka_unit_test(test_points_that_do_not_add_to_the_weight),
        cmocka_unit_test(test_points_of_a_sentence_that_do_not_add_to_the_weight),
        cmocka_unit_test(test_a_ladder_of_words),
        cmocka_unit_test(test_points_that_exclude_each_other),
        cmocka_unit_test(test_a_top_above_the_weight),
        cmocka_unit_test(test_an_empty_range),
        cmocka_unit_test(test_steps),
        cmocka_unit_test(test_a_pair_of_the_part),
        cmocka_unit_test(test_two_pairs_decide_nothing),
        cmocka_unit_test(test_the_asset_table),
        cmocka_unit_test(test_a_rule_left_to_judgement),
        cmocka_unit_test(test_shared_cells_decide_nothing),
        cmocka_unit_test(test_full_marks_that_the_rule_names),
        cmocka_unit_test(test_staff_against_posts),
        cmocka_unit_test(test_two_rules_in_one_row),
        cmocka_unit_test(test_a_score_above_its_weight_is_told_once),
        cmocka_unit_test(test_the_words_of_a_finding),
    };
    return cmocka_run_group_tests_name("criteria", tests, read_open, read_close);
}
