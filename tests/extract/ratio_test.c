#include "extract/ratio.h"

#include "extract/breakdown.h"
#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    struct prose *prose = bench_read(bench, text);
    assert_true(breakdown_scan(prose, &bench->err));
    bench->doc.reading.statements.count = 0; /* only what ratio_scan finds is looked at */
    assert_true(ratio_scan(prose, &bench->err));
    return bench->doc.reading.statements.count;
}

static void test_order_of_denominators(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "年初预算8万元，调整预算数10万元，"
                                     "支出9万元，执行率90%。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "90 9 10 8");
    assert_true(str_has(bench_statement(bench, 0)->label, "执行率"));
    assert_false(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

static void test_named_denominator(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "年初预算8万元，调整预算数10万元，"
                                     "支出9万元，"
                                     "完成年初预算的112.5%。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "112.5 9 8");
    bench_clear(bench);
}

/* 到位 may be the base where nothing better stands, but nobody can be sure. */
static void test_arrived_is_doubtful(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "到位资金10万元，支出9万元，执行率90%。"), 1);
    assert_true(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

static void test_rate_behind_a_list(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "预算10万元，支出9万元，其中基本支出4万元，"
                                     "项目支出5万元，执行率90%。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "90 9 10");
    bench_clear(bench);
}

static void test_one_rate_one_numerator(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "预算10万元，支出9万元，执行率90%。"
                                     "支出率达95%。"),
                     1);
    bench_clear(bench);
}

static void test_none(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "预算10万元，支出9万元，执行率90%以上。",       /* a target */
        "预算10万元，支出9万元，满意度90%。",           /* another thing */
        "预算10万元，支出9万元，执行率提高2个百分点。", /* a change of a rate */
        "预算10万元，支出约9万元，执行率90%。",         /* no exact numerator */
        "执行率90%。",
        "支出9万元。预算下达后执行率90%。", /* no budget */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "预算10万元，支出9万元，执行率90%。");
    bench_exhaust(bench);
    assert_false(ratio_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_of_denominators),
        cmocka_unit_test(test_named_denominator),
        cmocka_unit_test(test_arrived_is_doubtful),
        cmocka_unit_test(test_rate_behind_a_list),
        cmocka_unit_test(test_one_rate_one_numerator),
        cmocka_unit_test(test_none),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
