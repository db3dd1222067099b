#include "tests/read.h"

/* The diagnosis of the one finding of `rule`. */
static void expect(const char *source, const char *rule, const char *diagnosis) {
    struct read *r = read_source(source);
    uint32_t seen = 0;
    for (size_t i = 0; i < r->doc.verdict.findings.count; i++) {
        const struct finding *finding = &r->doc.verdict.findings.items[i];
        if (strcmp(finding->rule->id, rule) != 0)
            continue;
        seen++;
        if (!str_is(finding->diagnosis, diagnosis))
            fail_msg("%s: \"%.*s\" is not \"%s\"", rule, STR_ARGS(finding->diagnosis), diagnosis);
    }
    assert_int_equal(seen, 1);
    read_end(r);
}

#define SCORES                                            \
    "| 一级指标 | 二级指标 | 分值 | 得分 |\n" \
    "| 产出 | 数量指标 | 50 | 48 |\n"               \
    "| 效益 | 社会效益 | 50 | 43 |\n"               \
    "| 总分 | < | 100 | 97 |\n"

static void test_score_told_elsewhere(void **state) {
    (void)state;
    expect("本项目自评得分91分。\n" SCORES, "score.total",
           "重算结果在另处写明：本项目自评得分 91，此处可能未更新");
    expect("本项目自评得分92分。\n" SCORES, "score.total", "");
    expect(SCORES, "score.total", "");
}

#define AMOUNTS(total)                     \
    "单位：万元\n"                    \
    "| 支出内容 | 实际支出数 |\n" \
    "| 修渠工程 | 127.36 |\n"          \
    "| 设备购置 | 94.18 |\n"           \
    "| 合计 | " total " |\n"

static void test_amount_told_elsewhere(void **state) {
    (void)state;
    expect("全年实际支出2215400元。\n" AMOUNTS("318.97"), "amount.total",
           "重算结果在另处写明：全年实际支出 2215400元，此处可能未更新");
    expect("全年实际支出3215400元。\n" AMOUNTS("318.97"), "amount.total", "");
    /* another cause explains it in full */
    expect("全年实际支出2215400元。\n" AMOUNTS("127.36"), "amount.total",
           "差额等于“设备购置”，可能漏计");
}

/* A round figure may be anything. */
static void test_few_digits(void **state) {
    (void)state;
    expect("全年安排预算300万元。\n"
           "单位：万元\n"
           "| 支出内容 | 实际支出数 |\n"
           "| 修渠工程 | 180.00 |\n"
           "| 设备购置 | 120.00 |\n"
           "| 合计 | 318.97 |\n",
           "amount.total", "");
}

static void test_english(void **state) {
    (void)state;
    read_config.language = LANGUAGE_ENGLISH;
    expect("全年实际支出2215400元。\n" AMOUNTS("318.97"), "amount.total",
           "what they add to is stated elsewhere: 全年实际支出 2215400元");
    read_config.language = LANGUAGE_CHINESE;
}

/* Rates of a table and a missing score are diagnosed by their families. */
static void test_wrong_denominator_in_a_table(void **state) {
    (void)state;
    expect("单位：万元\n"
           "| 资金来源 | 年初预算数 | 全年预算数 | 上年结转 | 全年执行数 | 执行率 |\n"
           "| 年度资金总额 | 200.00 | 240.00 | 20.00 | 180.00 | 9.00% |\n",
           "rate.ratio", "");
    expect("单位：万元\n"
           "| 资金来源 | 年初预算数 | 全年预算数 | 上级补助资金 | 全年执行数 | 执行率 |\n"
           "| 年度资金总额 | 200.00 | 240.00 | 150.00 | 180.00 | 120.00% |\n",
           "rate.ratio", "以“上级补助资金”（150.00）为分母时相符，可能用错分母");
}

static void test_wrong_denominator_in_prose(void **state) {
    (void)state;
    expect("全年预算数240万元，执行数180万元，预算执行率90.00%，其中上级补助200万元。\n",
           "rate.ratio", "以“上级补助”（200）为分母时相符，可能用错分母");
}

static void test_implied_score(void **state) {
    (void)state;
    expect(
        "| 一级指标 | 二级指标 | 分值 | 得分 |\n| 产出 | 数量指标 | 30 | 28 |\n"
        "| 产出 | 质量指标 | 20 |  |\n| 效益 | 社会效益 | 50 | 46 |\n| 总分 | < | 100 | 92.5 |\n",
        "score.missing", "按总分与其余得分推算为 18.5");
    /* more than its weight, less than nothing, no total */
    expect("| 一级指标 | 二级指标 | 分值 | 得分 |\n| 产出 | 数量指标 | 30 | 28 |\n"
           "| 产出 | 质量指标 | 20 |  |\n| 效益 | 社会效益 | 50 | 46 |\n| 总分 | < | 100 | 96 |\n",
           "score.missing", "");
    expect("| 一级指标 | 二级指标 | 分值 | 得分 |\n| 产出 | 数量指标 | 30 | 28 |\n"
           "| 产出 | 质量指标 | 20 |  |\n| 效益 | 社会效益 | 50 | 46 |\n| 总分 | < | 100 | 70 |\n",
           "score.missing", "");
    expect("| 一级指标 | 二级指标 | 分值 | 得分 |\n| 产出 | 数量指标 | 30 | 28 |\n"
           "| 产出 | 质量指标 | 20 |  |\n| 效益 | 社会效益 | 50 | 46 |\n",
           "score.missing", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_score_told_elsewhere),
        cmocka_unit_test(test_amount_told_elsewhere),
        cmocka_unit_test(test_few_digits),
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_wrong_denominator_in_a_table),
        cmocka_unit_test(test_wrong_denominator_in_prose),
        cmocka_unit_test(test_implied_score),
    };
    return cmocka_run_group_tests_name("stale", tests, read_open, read_close);
}
