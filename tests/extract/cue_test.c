#include "tests/extract/prose_bench.h"

static void test_number(void **state) {
    (void)state;
    static const struct {
        const char *mark;
        uint32_t value;
    } cases[] = {{"一", 1}, {"十", 10},  {"十二", 12}, {"二十", 20}, {"二十三", 23},
                 {"①", 1},  {"⑳", 20},   {"7", 7},     {"42", 42},   {"", 0},
                 {"甲", 0}, {"一一", 0}, {"3a", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cue_number(str_of(cases[i].mark)), cases[i].value);
}

static void test_rate_groups(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *lead;
        int group;
    } cases[] = {
        {"预算执行率为", RATE_GROUP_SPENT}, {"资金支付率", RATE_GROUP_SPENT},
        {"支出进度", RATE_GROUP_SPENT},     {"资金到位率达", RATE_GROUP_ARRIVED},
        {"结转结余率", RATE_GROUP_BALANCE}, {"任务完成率", RATE_GROUP_DONE},
        {"完成年初预算的", RATE_GROUP_OF},  {"验收合格率", RATE_GROUP_STEM},
    };
    bench_load(bench, str_of("甲"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct match match;
        assert_true(
            cue_find(&bench->doc, bench->patterns, CUE_RATE, str_of(cases[i].lead), 0, &match));
        assert_int_not_equal(match.start[cases[i].group], SIZE_MAX);
    }
    assert_false(cue_has(&bench->doc, bench->patterns, CUE_RATE, str_of("执行率较上年")));
    bench_clear(bench);
}

static void test_free_null(void **state) {
    (void)state;
    narrative_patterns_free(NULL);
}

/* The cue words and breaks of a text, a letter each: what their groups are. */
static const char *tokens_of(struct bench *bench, const char *text) {
    static const char letters[] = "?ANEWTUI..";
    static char found[64];
    size_t len = 0, at = 0;
    struct match match;
    while (cue_token(&bench->doc, bench->patterns, str_of(text), at, &match)) {
        size_t group = TOKEN_GROUP_AMONG;
        while (group < TOKEN_GROUP_BREAK && match.start[group] == SIZE_MAX)
            group++;
        assert_true(match.end[0] > at && len + 1 < sizeof found);
        at = match.end[0];
        found[len++] = group == TOKEN_GROUP_BREAK ? '.' : letters[group];
    }
    found[len] = '\0';
    return found;
}

static void test_tokens(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *text, *tokens;
    } cases[] = {
        {"其中：甲、乙。", "A..."},
        {"其中之一", ""},
        {"主要用于甲", "A"},
        {"分为甲", "A"},
        {"得分为甲", ""}, /* a score */
        {"分别为甲", "N"},
        {"分别获得", "E"},
        {"甲，即乙", ".N"},
        {"甲，即将", "."},
        {"立即", ""},
        {"由甲、乙构成", "N.N"},
        {"由甲负责", ""},
        {"项目中，甲", "W."},
        {"其中的中心", "A"},
        {"共计", "T"},
        {"公共服务", ""},
        {"1、甲", "I"},
        {"共12.甲", "TI"},
        {"甲12、乙", "I"},
        {"2023.甲", ""}, /* four digits are no mark */
        {"1.5 甲", ""},
        {"3.12.甲", ""},
        {"9", ""},
        {"共同建设", ""},
        {"另外", "U"},
        {"一是甲；二是乙", "I.I"},
        {"①甲②乙", "II"},
        {"（1）甲", "I"},
        {"（甲）", ".."},
        {"1、甲", "I"},
        {"2.5", ""},
        {"甲\n乙", "."},
        {"", ""},
    };
    bench_load(bench, str_of("甲"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(tokens_of(bench, cases[i].text), cases[i].tokens);
    bench_clear(bench);
}

/* The search goes on at a byte, and does not look behind it. */
static void test_tokens_from_the_middle(void **state) {
    struct bench *bench = *state;
    struct match match;
    struct str text = str_of("甲，其中乙。");
    bench_load(bench, str_of("甲"));
    assert_true(cue_token(&bench->doc, bench->patterns, text, strlen("甲，"), &match));
    assert_int_equal(match.start[TOKEN_GROUP_AMONG], strlen("甲，"));
    assert_true(cue_token(&bench->doc, bench->patterns, text, match.end[0], &match));
    assert_int_equal(match.start[TOKEN_GROUP_BREAK], strlen("甲，其中乙"));
    assert_int_equal(match.end[0], text.len);
    assert_false(cue_token(&bench->doc, bench->patterns, text, text.len, &match));
    bench_clear(bench);
}

static void test_words_of_a_claim(void **state) {
    struct bench *bench = *state;
    static const struct {
        enum cue cue;
        const char *text;
        bool has;
    } cases[] = {
        {CUE_SCORE, "自评得分为", true},
        {CUE_SCORE, "得分情况良好", false},
        {CUE_STRONG, "综合得分", true},
        {CUE_STRONG, "我局自评得分", true},
        {CUE_STRONG, "产出得分", false},
        {CUE_PARTIAL, "产出指标得分", true},
        {CUE_PARTIAL, "指标体系", false},
        {CUE_PLAN, "力争得分", true},
        {CUE_PLAN, "相应得分", false},
        {CUE_GRADE, "评价等级为“", true},
        {CUE_GRADE, "等级均为", false},
        {CUE_SHARE, "占总投资的", true},
        {CUE_SHARE, "占比", false},
        {CUE_BALANCE, "年末结余", true},
        {CUE_DECREASE, "较上年减少", true},
        {CUE_PRIOR, "上年支出", true},
        {CUE_PRIOR, "上年结转", false},
        {CUE_UNIT_PRICE, "每户", true},
        {CUE_UNIT_PRICE, "标准化厂房", false},
    };
    bench_load(bench, str_of("甲"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(cue_has(&bench->doc, bench->patterns, cases[i].cue, str_of(cases[i].text)),
                         cases[i].has);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_number),
        cmocka_unit_test(test_rate_groups),
        cmocka_unit_test(test_free_null),
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_tokens_from_the_middle),
        cmocka_unit_test(test_words_of_a_claim),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
