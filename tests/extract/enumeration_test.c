#include "extract/enumeration.h"

#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    assert_true(enumeration_scan(bench_read(bench, text), &bench->err));
    return bench->doc.reading.statements.count;
}

static void test_items_across_sentences(void **state) {
    struct bench *bench = *state;
    assert_int_equal(
        count_of(bench, "实施项目9个。一是水利项目4个。已完工。二是林业项目5个，共2万元。"), 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    assert_true(bench_statement(bench, 0)->doubtful); /* no word says that these are all */
    assert_false(bench_statement(bench, 0)->closed);
    bench_clear(bench);
}

static void test_paragraphs_under_a_colon(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "投入资金9万元，具体为：\n1.道路4万元。\n2.桥梁5万元。"), 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    assert_true(bench_statement(bench, 0)->closed);
    assert_false(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

static void test_no_enumerations(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "投入资金9万元。\n1.道路4万元。\n2.桥梁5万元。", /* sections, no list */
        "项目9个。一是水利项目4个。二是加强管理。",      /* an item without a figure */
        "项目9个。一是水利4个、林业2个。二是其他3个。",  /* an item with two */
        "项目9个、活动3个。一是水利4个。二是林业5个。",  /* two wholes */
        "项目9个。一是水利4个。三是林业5个。",           /* a number leaps */
        "项目约9个。一是水利4个。二是林业5个。",         /* no exact whole */
        "一是水利4个。二是林业5个。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "项目9个。一是水利4个。二是林业5个。");
    bench_exhaust(bench);
    assert_false(enumeration_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items_across_sentences),
        cmocka_unit_test(test_paragraphs_under_a_colon),
        cmocka_unit_test(test_no_enumerations),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
