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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_number),
        cmocka_unit_test(test_rate_groups),
        cmocka_unit_test(test_free_null),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
