#include "validate/subject.h"

#include "tests/read.h"

/* A table in which the first row's name and rule are under test. */
#define RULED(name, rule)                                  \
    "| 一级指标 | 二级指标 | 三级指标 "        \
    "| 评分标准 | 分值 | 得分 |\n"                 \
    "| 过程 | 组织 | " name " | " rule " | 10 | 10 |\n"    \
    "| 过程 | 组织 | 人员培训及时性 "           \
    "| 得分=人员培训及时性×分值 | 45 | 45 |\n" \
    "| 过程 | 组织 | 指标3：资料完整率 "       \
    "| 得分=资料完整率×分值 | 45 | 45 |\n"

static void test_rules_of_another_indicator(void **state) {
    static const char *const sources[] = {
        RULED("制度建设完备性", "评分规则：得分=人员培训及时性×分值。"),
        RULED("制度建设完备性", "制度建设完备性=建成数/计划数×100%。得分 = 人员培训及时性 × 权重"),
        RULED("制度建设完备性", "得分=资料完整率*分值"),
        RULED("制度建设完备性", "得分=分值×人员培训及时性；扣完为止"),
        RULED("制度建设完备性", "得分=人员培训及时性×10分。"),
        RULED("制度建设完备性", "按照人员培训及时性计分。"),
        RULED("制度建设完备性", "根据资料完整率计算得分"),
        RULED("制度建设完备性", "指标得分＝人员培训¶及时性×指标分值"),
    };
    (void)state;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        expect_findings(sources[i], "warning rule.subject 制度建设完备性   @1,2\n");
}

static void test_rules_that_may_be_the_row_s_own(void **state) {
    static const char *const sources[] = {
        RULED("制度建设完备性", "得分=制度建设完备性×分值"),
        RULED("制度建设完备性", "得分=完备程度×分值"),
        RULED("制度建设完备性", "得分=人员培训×分值"),
        RULED("制度建设完备性", "人员培训及时性=建成数/计划数。得分=人员培训及时性×分值"),
        RULED("全县人员培训及时性", "得分=人员培训及时性×分值"),
        RULED("资料", "得分=资料完整率×分值"),
        RULED("制度建设完备性", "得分=(人员培训及时性+资料完整率)/2×分值"),
        RULED("制度建设完备性", "得分=人员培训及时性×80%×分值"),
        RULED("制度建设完备性", "参照人员培训及时性计分"),
        RULED("制度建设完备性", "按照人员培训及时性和资料完整率计分"),
        RULED("制度建设完备性", "按照制度建设完备性计分"),
        RULED("制度建设完备性", "得分=10"),
        RULED("制度建设完备性", "得分="),
        RULED("制度建设完备性", ""),
    };
    (void)state;
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        expect_findings(sources[i], "");
}

/* a name of another table tells nothing */
static void test_an_indicator_of_another_table(void **state) {
    (void)state;
    expect_findings("| 一级指标 | 二级指标 | 三级指标 | 评分标准 | 分值 | 得分 |\n"
                    "| 过程 | 组织 | 制度建设 | 得分=人员培训及时性×分值 | 100 | 100 |\n"
                    "| 合计 | < | < |  | 100 | 100 |\n"
                    "项目自评表\n"
                    "| 一级指标 | 二级指标 | 评分标准 | 分值 | 得分 |\n"
                    "| 过程 | 人员培训及时性 | 得分=人员培训及时性×分值 | 100 | 100 |\n"
                    "| 合计 | < |  | 100 | 100 |\n",
                    "");
}

/* the header repeated after a page break does not part a table */
static void test_an_indicator_of_the_next_page(void **state) {
    (void)state;
    expect_findings("| 一级指标 | 二级指标 | 三级指标 | 评分标准 | 分值 | 得分 |\n"
                    "| 过程 | 组织 | 制度建设 | 得分=人员培训及时性×分值 | 50 | 50 |\n"
                    "| 一级指标 | 二级指标 | 三级指标 | 评分标准 | 分值 | 得分 |\n"
                    "| 过程 | 组织 | 人员培训及时性 | 得分=人员培训及时性×分值 | 50 | 50 |\n"
                    "| 合计 | < | < |  | 100 | 100 |\n",
                    "warning rule.subject 制度建设   @1,2\n");
}

static void test_the_diagnosis_names_the_other(void **state) {
    (void)state;
    struct read *r = read_source(RULED("制度建设完备性", "得分=人员培训及时性×分值"));
    assert_int_equal(r->doc.verdict.findings.count, 1);
    assert_true(str_has(r->doc.verdict.findings.items[0].diagnosis, "人员培训及时性"));
    read_end(r);
}

static void test_memory_runs_out(void **state) {
    struct read *r = read_source(RULED("制度建设完备性", "得分=人员培训及时性×分值"));
    bool fine = true;
    (void)state;
    r->doc.arena.budget = r->doc.arena.total;
    for (int i = 0; fine && i < 100000; i++)
        fine = subject_run(&r->doc, &read_config, &r->err);
    assert_false(fine);
    assert_int_equal(r->err.code, ERR_MEMORY);
    read_end(r);
}

static void test_the_subject_of_a_formula(void **state) {
    static const char *const rules[][2] = {
        {"得分=执行率×分值", "执行率"},
        {"得分=分值×执行率", "执行率"},
        {"得分=执行率*权重。", "执行率"},
        {"得分=执行率×分值,满分为止", "执行率"},
        {"得分=执行率×该指标", ""},
        {"得分=执行率/2×分值", ""},
        {"得分=×分值", ""},
        {"得分=执行率", ""},
        {"执行率×分值", ""},
        {"得分=执行率×分值×2", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        assert_true(str_is(subject_of(str_of(rules[i][0])), rules[i][1]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rules_of_another_indicator),
        cmocka_unit_test(test_rules_that_may_be_the_row_s_own),
        cmocka_unit_test(test_an_indicator_of_another_table),
        cmocka_unit_test(test_an_indicator_of_the_next_page),
        cmocka_unit_test(test_the_diagnosis_names_the_other),
        cmocka_unit_test(test_memory_runs_out),
        cmocka_unit_test(test_the_subject_of_a_formula),
    };
    return cmocka_run_group_tests_name("subject", tests, read_open, read_close);
}
