#include "tests/read.h"

#define NOTE "填报说明：预算执行率低于60%的，自评总分不得超过69分。\n"
#define FUNDS(spent, rate)                                                                 \
    "单位：万元\n"                                                                    \
    "| 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 |\n" \
    "| 年度资金总额 | 200.00 | 200.00 | " spent " | " rate " |\n"                          \
    "| 其中：财政拨款 | 200.00 | 200.00 | " spent " | " rate " |\n"

static void test_printed_cap(void **state) {
    (void)state;
    expect_checks(NOTE "全年预算数200万元，执行数110.4万元，预算执行率55.20%。\n自评得分92分。\n",
                  "score.cap", "score.cap fail 92 69 @2\n");
    expect_checks(NOTE "全年预算数200万元，执行数110.4万元，预算执行率55.20%。\n自评得分69分。\n",
                  "score.cap", "score.cap pass 69 69 @2\n");
    /* the rate is above: no cap holds */
    expect_checks(NOTE "全年预算数200万元，执行数120万元，预算执行率60.00%。\n自评得分92分。\n",
                  "score.cap", "");
    /* no rate, no cap */
    expect_checks(NOTE "自评得分92分。\n", "score.cap", "");
}

static void test_ways_to_say_it(void **state) {
    (void)state;
    static const char *const notes[] = {
        "预算执行率小于60%的，总得分最高为69分。\n",
        "预算执行率不足60%的，评价得分不高于69分。\n",
        "预算执行率＜60%，总分≤69分。\n",
        "预算执行率在50%（含）至60%之间的，总分不得高于69分。\n",
        "预算执行率低于80%的，总分不得超过89分；预算执行率低于60%的，总分不得超过69分。\n",
    };
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        char source[1024];
        snprintf(source, sizeof source,
                 "%s全年预算数200万元，执行数110.4万元，预算执行率55.20%%。\n自评得分92分。\n",
                 notes[i]);
        expect_checks(source, "score.cap", "score.cap fail 92 69 @2\n");
    }
}

/* Rules of single items bound no total, and other rates are not the execution rate. */
static void test_what_is_no_cap(void **state) {
    (void)state;
    static const char *const notes[] = {
        "预算执行率低于60%的，本项得分不超过3分。\n",
        "群众满意度低于60%的，总分不得超过69分。\n",
        "预算执行率低于60%。总分不得超过69分。\n",
        "预算执行率低于60%的，总分扣10分。\n",
    };
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        char source[1024];
        snprintf(source, sizeof source,
                 "%s全年预算数200万元，执行数110.4万元，预算执行率55.20%%。\n自评得分92分。\n",
                 notes[i]);
        expect_checks(source, "score.cap", "");
    }
}

/* What the table's own figures give comes before the rate that it prints. */
static void test_rate_of_the_fund_table(void **state) {
    (void)state;
    expect_checks(NOTE FUNDS("110.40", "95.20%") "自评得分92分。\n", "score.cap",
                  "score.cap fail 92 69 @2\n");
    expect_checks(NOTE FUNDS("190.40", "55.20%") "自评得分92分。\n", "score.cap", "");
    expect_checks(NOTE FUNDS("-", "55.20%") "自评得分92分。\n", "score.cap",
                  "score.cap fail 92 69 @2\n");
}

static void test_several_rates(void **state) {
    (void)state;
    expect_checks(
        NOTE FUNDS("110.40", "55.20%") "第二个项目\n" FUNDS("100.40", "50.20%") "自评得分92分。\n",
        "score.cap", "score.cap unverifiable 92 several_tables @4\n");
}

/* The manual is named by nobody: its caps hold when the user asks for them. */
static void test_cap_of_a_profile(void **state) {
    (void)state;
    static const char source[] =
        "全年预算数200万元，执行数150万元，预算执行率75.00%。\n自评得分92分。\n";
    expect_checks(source, "score.cap", "");
    struct profiles *before = (struct profiles *)read_config.profiles;
    struct err err = {0};
    struct profiles *profiles = profiles_new(&err);
    assert_true(profiles_choose(profiles, str_of("integration"), &err));
    read_config.profiles = profiles;
    expect_checks(source, "score.cap", "score.cap fail 92 89 @1\n");
    /* a printed one comes first */
    expect_checks("预算执行率低于80%的，总分不得超过93分。\n"
                  "全年预算数200万元，执行数150万元，预算执行率75.00%。\n自评得分92分。\n",
                  "score.cap", "score.cap pass 92 92 @2\n");
    read_config.profiles = before;
    profiles_free(profiles);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_printed_cap),    cmocka_unit_test(test_ways_to_say_it),
        cmocka_unit_test(test_what_is_no_cap), cmocka_unit_test(test_rate_of_the_fund_table),
        cmocka_unit_test(test_several_rates),  cmocka_unit_test(test_cap_of_a_profile),
    };
    return cmocka_run_group_tests_name("caps", tests, read_open, read_close);
}
