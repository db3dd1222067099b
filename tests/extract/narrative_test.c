#include <stdlib.h>

#include "tests/extract/prose_bench.h"

static bool run(struct bench *bench, uint32_t part) {
    return narrative_run(&bench->doc, bench->patterns, bench->pointers, bench->count, part, 0,
                         (uint32_t)bench->doc.reading.mentions.count, &bench->err);
}

static void test_reading_order(void **state) {
    struct bench *bench = *state;
    bench_load(bench, str_of("预算10万元，支出9万元，其中甲4万元、乙5万元，"
                             "执行率90%。\n"
                             "甲1万元，乙2万元，共计3万元。\n"
                             "评价总得分93分，等级为优秀。"));
    assert_true(run(bench, 2));
    static const enum statement_kind kinds[] = {STATEMENT_BREAKDOWN, STATEMENT_RATE,
                                                STATEMENT_BREAKDOWN, STATEMENT_SCORE};
    assert_int_equal(bench->doc.reading.statements.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(bench_statement(bench, i)->kind, kinds[i]);
        assert_int_equal(bench_statement(bench, i)->part, 2);
    }
    assert_false(bench->doc.reading.claims.items[0].is_grade);
    assert_int_equal(bench->doc.reading.claims.items[0].part, 2);
    bench_clear(bench);
}

/* A second run (the next report of the file) leaves what the first has found. */
static void test_runs_follow_each_other(void **state) {
    struct bench *bench = *state;
    bench_load(bench, str_of("甲1万元，乙2万元，共计3万元。"));
    assert_true(run(bench, 0));
    assert_true(run(bench, 1));
    assert_int_equal(bench->doc.reading.statements.count, 2);
    assert_int_equal(bench_statement(bench, 0)->part, 0);
    assert_int_equal(bench_statement(bench, 1)->part, 1);
    bench_clear(bench);
}

static void test_nothing(void **state) {
    struct bench *bench = *state;
    bench_load(bench, str_of(""));
    assert_true(run(bench, 0));
    bench_clear(bench);
    bench_load(bench, str_of("加强管理，提高水平。"));
    assert_true(run(bench, 0));
    assert_int_equal(bench->doc.reading.statements.count, 0);
    bench_clear(bench);
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    bench_load(bench, str_of("甲1万元，乙2万元，共计3万元。"));
    bench_exhaust(bench);
    assert_false(run(bench, 0));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

/* Every cue word 20,000 times: linear time means well under a second each. */
static void test_hostile(void **state) {
    struct bench *bench = *state;
    static const char *const pieces[] = {
        "其中1元，",
        "其中1元、",
        "1元（",
        "1元）",
        "1元：",
        "1元，共计2元，",
        "1元、分别为2元、",
        "支出1元，执行率5%，",
        "一是1个。",
        "①",
        "项目中，1元。",
        "得分95分，",
        "等级为优秀。",
        "优≥90",
        "由",
        "一、",
        "预算1元，支出1元，结余1元，",
        "（",
        "增加1元，增长5%，",
        "自评得分90分项目1个。得分90分。",
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t len = strlen(pieces[i]);
        char *text = malloc(len * 20000 + 1);
        assert_non_null(text);
        for (size_t j = 0; j < 20000; j++)
            memcpy(text + j * len, pieces[i], len);
        bench_load(bench, (struct str){text, len * 20000});
        assert_true(run(bench, 0));
        bench_clear(bench);
        free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading_order), cmocka_unit_test(test_runs_follow_each_other),
        cmocka_unit_test(test_nothing),       cmocka_unit_test(test_memory_out),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
