#include "tests/read.h"

/* Shows the checks of user. rules and their findings that a profile of `rules` makes of a document
 * of these lines. */
static void expect(const char *rules, const char *source, const char *expected) {
    struct profiles *before = (struct profiles *)read_config.profiles;
    struct err err = {0};
    struct profiles *profiles = profiles_new(&err);
    char text[4096];
    assert_non_null(profiles);
    snprintf(text, sizeof text, "{\"name\": \"own\", \"rules\": [%s]}", rules);
    if (!profiles_add(profiles, str_of(text), &err))
        fail_msg("%s", err.words);
    read_config.profiles = profiles;
    expect_checks(source, "user.", expected);
    read_config.profiles = before;
    profiles_free(profiles);
}

#define HEAD(id) "{\"id\": \"user." id "\", \"zh\": \"甲\", \"en\": \"a\", "

#define SCORES                                            \
    "| 一级指标 | 二级指标 | 分值 | 得分 |\n" \
    "| 产出 | 数量指标 | 30 | 28 |\n"               \
    "| 产出 | 质量指标 | 20 | 20 |\n"               \
    "| 效益 | 社会效益 | 50 | 45 |\n"               \
    "| 总分 | < | 100 | 93 |\n"

static void test_weights_of_a_group(void **state) {
    (void)state;
    static const char at_most[] =
        HEAD("output") "\"claim\": {\"constant\": \"40\"}, \"is\": "
                       "\"at_least\", \"exact\": \"yes\", \"of\": [{\"indicator\": \"weight\", "
                       "\"level1\": \"产出*\"}]}";
    static const char sum[] =
        HEAD("output") "\"claim\": {\"constant\": \"50\"}, \"is\": \"sum\","
                       "\"of\": [{\"indicator\": \"weight\", \"level1\": \"产出*\"}]}";
    expect(at_most, SCORES, "user.output fail 40 50 @2,2\n");
    expect(sum, SCORES, "user.output pass 50 50 @2,2\n");
    /* nothing of that name: nothing to say */
    expect(sum, "| 一级指标 | 分值 | 得分 |\n| 决策 | 60 | 50 |\n| 效益 | 40 | 40 |\n", "");
}

static void test_total_and_indicators(void **state) {
    (void)state;
    static const char rule[] =
        HEAD("total") "\"claim\": {\"claim\": \"score\"}, \"is\": \"sum\","
                      "\"exact\": \"yes\", \"of\": [{\"indicator\": \"score\"}]}";
    expect(rule, SCORES, "user.total pass 93 93 @4,3\n");
}

static const char receptions[] = HEAD("reception") "\"claim\": {\"figure\": \"amount\", \"label\": "
                                                   "\"*公务接待费支出*\"}, \"is\": \"at_most\", "
                                                   "\"of\": [{\"figure\": \"amount\", \"label\": "
                                                   "\"*公务接待费预算*\"}]}";

static void test_figures_of_prose(void **state) {
    (void)state;
    expect(receptions, "公务接待费支出1.35万元。\n公务接待费预算1.20万元。\n",
           "user.reception fail 1.35 1.20 @0\n");
    expect(receptions, "公务接待费支出1.15万元。\n公务接待费预算1.20万元。\n",
           "user.reception pass 1.15 1.15 @0\n");
    /* units are converted; half a unit of each printed figure is nothing */
    expect(receptions, "公务接待费支出1.2万元。\n公务接待费预算11960元。\n",
           "user.reception rounding 1.2 1.196 @0\n");
    expect(receptions, "公务接待费支出1.35万元。\n",
           "user.reception unverifiable 1.35 missing_operand @0\n");
    expect(receptions,
           "公务接待费支出1.35万元。\n公务接待费支出1.36万元。\n"
           "公务接待费预算1.20万元。\n",
           "user.reception unverifiable 1.35 doubtful_tie @0\n");
    expect(receptions, "公务接待费预算1.20万元。\n", "");
}

#define FUNDS                                                            \
    "单位：万元\n"                                                  \
    "| 资金来源 | 年初预算数 | 全年执行数 | 执行率 |\n" \
    "| 年度资金总额 | 100.00 | 90.00 | 90.00% |\n"                 \
    "| 其中：财政拨款 | 60.00 | 66.00 | 110.00% |\n"

static void test_by_row(void **state) {
    (void)state;
    static const char within[] =
        HEAD("spent") "\"each\": \"row\", \"claim\": {\"column\": "
                      "\"spent\"}, \"is\": \"at_most\", \"of\": [{\"column\": \"budget\"}]}";
    static const char rate[] = HEAD("rate") "\"each\": \"row\", \"claim\": {\"column\": \"rate\"}, "
                                            "\"is\": \"ratio\", \"of\": [{\"column\": \"spent\", "
                                            "\"row\": \"*总额\"}, {\"column\": "
                                            "\"budget\"}]}";
    expect(within, FUNDS, "user.spent pass 90.00 90.00 @1,2\nuser.spent fail 66.00 60.00 @2,2\n");
    expect(rate, FUNDS,
           "user.rate pass 90.00 90.00 @1,3\n"
           "user.rate unverifiable 110.00 missing_operand @2,3\n");
}

static void test_minus_table_and_part(void **state) {
    (void)state;
    static const char rule[] =
        HEAD("rest") "\"each\": \"table\", \"claim\": {\"constant\": \"10\", "
                     "\"unit\": \"万元\"}, \"is\": \"sum\", \"of\": [{\"column\": \"budget\", "
                     "\"row\": \"*总额\", "
                     "\"table\": \"fund\"}, {\"column\": \"spent\", \"row\": \"*总额\", \"minus\": "
                     "\"yes\"}]}";
    expect(rule, FUNDS, "user.rest pass 10 10 @1,2\n");
    static const char other[] =
        HEAD("rest") "\"part\": \"target\", \"claim\": {\"constant\": \"10\"}, "
                     "\"is\": \"at_least\", \"of\": [{\"column\": \"budget\"}]}";
    expect(other, FUNDS, "");
}

/* A ratio has one numerator. */
static void test_two_numerators(void **state) {
    (void)state;
    static const char rule[] = HEAD(
        "rate") "\"claim\": {\"constant\": \"90\", \"unit\": \"%\"}, "
                "\"is\": \"ratio\", \"of\": [{\"column\": \"spent\"}, {\"column\": \"budget\"}]}";
    expect(rule, FUNDS, "user.rate unverifiable 90 doubtful_tie @2,1\n");
}

static void test_finding(void **state) {
    (void)state;
    struct err err = {0};
    struct profiles *before = (struct profiles *)read_config.profiles;
    struct profiles *profiles = profiles_new(&err);
    char text[1024];
    snprintf(
        text, sizeof text,
        "{\"name\": \"own\", \"rules\": [{\"id\": \"user.reception\", \"severity\": \"error\", "
        "\"zh\": \"接待费超预算\", \"en\": \"above budget\", \"message_zh\": \"{label}超过"
        "{computed}\", \"claim\": {\"figure\": \"any\", \"label\": \"*公务接待费支出*\"}, "
        "\"is\": \"at_most\", \"of\": [{\"constant\": \"1\", \"unit\": \"万元\"}]}]}");
    assert_true(profiles_add(profiles, str_of(text), &err));
    read_config.profiles = profiles;
    struct read *r = read_source("公务接待费支出1.35万元。\n");
    assert_int_equal(r->doc.verdict.findings.count, 1);
    const struct finding *finding = &r->doc.verdict.findings.items[0];
    assert_int_equal(finding->severity, SEVERITY_ERROR);
    assert_string_equal(finding->rule->id, "user.reception");
    assert_true(str_ends(finding->message, "超过1.00"));
    assert_true(str_is(finding->difference, "0.35"));
    assert_true(str_is(finding->formula, "1.35 > 1"));
    read_end(r);
    read_config.profiles = before;
    profiles_free(profiles);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weights_of_a_group),
        cmocka_unit_test(test_total_and_indicators),
        cmocka_unit_test(test_figures_of_prose),
        cmocka_unit_test(test_by_row),
        cmocka_unit_test(test_minus_table_and_part),
        cmocka_unit_test(test_two_numerators),
        cmocka_unit_test(test_finding),
    };
    return cmocka_run_group_tests_name("local_run", tests, read_open, read_close);
}
