#include "extract/total.h"

#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    assert_true(total_scan(bench_read(bench, text), &bench->err));
    return bench->doc.reading.statements.count;
}

static void test_sum_is_closed_and_certain(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "甲4万元；乙5万元；共计9万元。"), 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    assert_true(bench_statement(bench, 0)->closed);
    assert_false(bench_statement(bench, 0)->doubtful);
    assert_true(bench->prose.figures.items[2].total);
    bench_clear(bench);
}

/* 共 with words between it and the sum: two parts alone leave a doubt. */
static void test_weak_sum_is_doubtful(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "甲工程4万元，乙工程5万元，"
                                     "共下达县级资金9万元。"),
                     1);
    assert_true(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

static void test_sentence_before(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "甲4万元；乙3万元；丙2万元。共计9万元。"), 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 3 2");
    bench_clear(bench);
}

static void test_no_sums(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "甲9万元，共计9万元。",                         /* one part */
        "安排10万元，到位9万元，共支出8万元。",         /* roles that differ */
        "支出9万元，其中甲4万元，乙5万元，共计9万元。", /* known */
        "甲约4万元，乙5万元，共计9万元。",              /* an approximate part */
        "原有10万元，核减2万元，共计8万元。",           /* a subtraction */
        "甲4个，乙5万元，共计9万元。",                  /* kinds that differ */
        "全年共计9万元。",
        "共计",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "甲4万元；乙5万元；共计9万元。");
    bench_exhaust(bench);
    assert_false(total_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sum_is_closed_and_certain),
        cmocka_unit_test(test_weak_sum_is_doubtful),
        cmocka_unit_test(test_sentence_before),
        cmocka_unit_test(test_no_sums),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
