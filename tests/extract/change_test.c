#include "extract/change.h"

#include "extract/breakdown.h"
#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    struct prose *prose = bench_read(bench, text);
    assert_true(breakdown_scan(prose, &bench->err));
    bench->doc.reading.statements.count = 0; /* only what change_scan finds is looked at */
    assert_true(change_scan(prose, &bench->err));
    return bench->doc.reading.statements.count;
}

static void test_change(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "支出9万元，较上年减少1万元，下降10%。"), 1);
    assert_int_equal(bench_statement(bench, 0)->kind, STATEMENT_CHANGE);
    assert_string_equal(bench_figures(bench, 0), "10 9 1");
    assert_true(bench_statement(bench, 0)->decrease);
    bench_clear(bench);
    assert_int_equal(count_of(bench, "收入8万元，支出9万元。"
                                     "收入较上年增加1万元，增长14%。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "14 8 1"); /* the subject decides */
    assert_false(bench_statement(bench, 0)->decrease);
    bench_clear(bench);
}

/* The year before is given itself: this year's figure is not asked for. */
static void test_growth_over_a_stated_year(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "上年支出8万元，本年增加2万元，"
                                     "增长25%。"),
                     1);
    assert_int_equal(bench_statement(bench, 0)->kind, STATEMENT_RATE);
    assert_string_equal(bench_figures(bench, 0), "25 2 8");
    bench_clear(bench);
}

/* Behind a list without changes of its own, the change is the whole's. */
static void test_behind_a_list(void **state) {
    struct bench *bench = *state;
    const char *text = "支出9万元，其中甲4万元，乙5万元，较上年增加1万元，"
                       "增长12.5%。";
    assert_int_equal(count_of(bench, text), 1);
    assert_string_equal(bench_figures(bench, 0), "12.5 9 1");
    bench_clear(bench);
    text = "支出9万元，其中甲4万元，增加1万元，增长33%；乙5万元，"
           "减少1万元，下降17%。";
    assert_int_equal(count_of(bench, text), 2); /* each part has its own */
    assert_string_equal(bench_figures(bench, 0), "33 4 1");
    assert_string_equal(bench_figures(bench, 1), "17 5 1");
    bench_clear(bench);
}

static void test_none(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "收入较上年增加1万元，增长14%。",            /* no figure of this year */
        "收入9万元，较上年增加1万元，增长约14%。",   /* nothing to hold against */
        "收入9万元，较上年增加1万元以上，增长14%。", /* no exact change */
        "收入9万元，增加3户，增长14%。",             /* the change of another thing */
        "收入9万元，较上年增加1万元。增长14%。",     /* a sentence of its own */
        "收入9万元，较上年增长14%。",
        "人均收入9万元，较上年增加1万元，增长14%。", /* the price of one */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "支出9万元，较上年减少1万元，"
                                            "下降10%。");
    bench_exhaust(bench);
    assert_false(change_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_change),        cmocka_unit_test(test_growth_over_a_stated_year),
        cmocka_unit_test(test_behind_a_list), cmocka_unit_test(test_none),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
