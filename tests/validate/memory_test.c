/* Values and verdicts made with any amount of memory: all of them, or it is said that memory was
 * out. A finding that is missing without a word would be taken for a report without mistakes. */
#include "tests/budget.h"
#include "tests/read.h"

enum { STEP = 272, LEAST_WHOLE = 3, MOST = 4 << 20 };

/* Runs extract with enough, then normalize and validate with `left` bytes. */
static struct read *read_left(const char *source, size_t left, bool *whole) {
    struct read *r = read_begin(LIMIT_ARENA_BYTES);
    read_build(&r->doc, source);
    assert_true(extract_run(&r->doc, &read_config, &r->err));
    budget_limit(&r->doc.arena, left);
    *whole = normalize_run(&r->doc, &read_config, &r->err) &&
             validate_run(&r->doc, &read_config, &r->err);
    return r;
}

/* "3 indicators, 12 checks, 2 findings": what there is of everything. */
static void put_counts(struct read *r) {
    const struct doc *doc = &r->doc;
    read_put(r,
             "%zu quantities, %zu indicators, %zu groups, %zu checks, %zu findings, %u warnings\n",
             doc->record.quantities.count, doc->record.indicators.count, doc->record.groups.count,
             doc->verdict.checks.count, doc->verdict.findings.count,
             (unsigned)doc->source.warnings.count);
}

static void show_all(struct read *r) {
    put_counts(r);
    read_show_indicators(r);
    read_show_checks(r, "");
    read_show_findings(r);
}

static void expect_any_memory(const char *source) {
    struct read *enough = read_source(source);
    show_all(enough);
    assert_true(enough->doc.verdict.checks.count > 0);
    size_t left = 0;
    for (int wholes = 0; wholes < LEAST_WHOLE && left < MOST; left += STEP) {
        bool whole;
        struct read *r = read_left(source, left, &whole);
        if (whole)
            show_all(r);
        else
            assert_int_equal(r->err.code, ERR_MEMORY);
        if (whole)
            assert_string_equal(r->text, enough->text);
        wholes += whole;
        read_end(r);
    }
    assert_true(left < MOST);
    read_end(enough);
}

static void test_score_tables(void **state) {
    (void)state;
    expect_any_memory(
        "| 一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 得分 |\n"
        "| 过程（41分） | 资金 | 到位率 | 8 | 覆盖率≥95%，得8分；低于95%不得分。 | 7 |\n"
        "| ^ | 制度 | 台账管理 | 32 | ①健全（12分）¶②及时（20分） | 33 |\n"
        "| 产出 | 数量 | 渠道长度 | 60 | 每少一公里扣1分，扣完为止 | 58 |\n"
        "| 总分 | < | < | 100 |  | 97 |\n"
        "自评得分96分，等级为良。\n");
}

static void test_targets(void **state) {
    (void)state;
    expect_any_memory("| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n"
                      "| 产出 | 质量指标 | 受训满意度 | ≥95% | 90% | 10 | 10 |\n"
                      "| ^ | 数量指标 | 培训场次 | ≥12场 | ≥12场 | 40 | 40 |\n"
                      "| 效益 | 社会效益 | 使用率 | 90% | 35万元 | 50 | 50 |\n");
}

static void test_amounts(void **state) {
    (void)state;
    expect_any_memory("| 名称 | 预算数（万元） | 执行数（万元） | 结余（万元） | 执行率 |\n"
                      "| 修渠 | 100 | 95 | 6 | 95% |\n"
                      "| 其中：县级 | 70 | 66 | 4 | 90% |\n"
                      "| 修闸 | 13,04.9 | 20 | 10 | 66.7% |\n"
                      "| 合计 | 130 | 125 | 16 | 96.15% |\n");
}

static void test_sentences(void **state) {
    (void)state;
    expect_any_memory("一、资金情况\n"
                      "全年预算100万元，支出95万元，预算执行率96%，结余6万元。\n"
                      "支出95万元，其中：工程支出60万元，设备支出50万元。\n"
                      "三、绩效情况\n"
                      "共建设项目7个，其中：新建3个，续建5个。较上年减少10万元，下降20%。\n"
                      "自评得分88分，等级为优秀。综合得分为89分。\n");
}

static void test_forms(void **state) {
    (void)state;
    expect_any_memory("| 计划安排资金（万元） | 4198.25 | 实际到位资金（万元） | 1304.9 |\n"
                      "| 实际支出（万元） | 1250 | 结余（万元） | 60 |\n"
                      "| 自评得分 | 95 | 评价等次 | 良 |\n"
                      "| 一级指标 | 三级指标 | 分值 | 得分 |\n"
                      "| 投入 | 资金到位率 | 40 | 40 |\n| 产出 | 渠道长度 | 60 | 56 |\n"
                      "| 总分 | < | 100 | 95 |\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_score_tables), cmocka_unit_test(test_targets),
        cmocka_unit_test(test_amounts),      cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_forms),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
