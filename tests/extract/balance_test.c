#include "extract/balance.h"

#include "extract/breakdown.h"
#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    struct prose *prose = bench_read(bench, text);
    assert_true(breakdown_scan(prose, &bench->err));
    bench->doc.reading.statements.count = 0; /* only what balance_scan finds is looked at */
    assert_true(balance_scan(prose, &bench->err));
    return bench->doc.reading.statements.count;
}

static void test_balance(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "预算10万元。支出9万元，结余1万元。"), 1);
    assert_int_equal(bench_statement(bench, 0)->kind, STATEMENT_BALANCE);
    assert_string_equal(bench_figures(bench, 0), "1 10 9");
    assert_true(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

/* What has arrived is what can be left of; nobody says so. */
static void test_arrived(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "预算10万元，到位9万元，支出8万元，"
                                     "结余1万元。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "1 9 8");
    assert_true(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

/* A list divides the spending; the balance is the whole's. */
static void test_behind_a_list(void **state) {
    struct bench *bench = *state;
    const char *text = "预算10万元，支出9万元，其中甲4万元，乙5万元；"
                       "结余1万元。";
    assert_int_equal(count_of(bench, text), 1);
    assert_string_equal(bench_figures(bench, 0), "1 10 9");
    assert_false(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

/* What the year before left is there as well; a sum of all is the one source. */
static void test_opening(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "上年结转1万元，收入9万元，支出8万元，年末结余2万元。"), 1);
    assert_string_equal(bench_figures(bench, 0), "2 9 8 1");
    assert_int_equal(bench_statement(bench, 0)->minus, 2);
    assert_true(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
    assert_int_equal(count_of(bench, "年初结转1万元，收入9万元，可用资金合计10万元，支出8万元，"
                                     "结余2万元。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "2 10 8");
    bench_clear(bench);
}

static void test_none(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "上年结转1万元，收入9万元，其他收入1万元，支出8万元，结余2万元。", /* three sources */
        "上年结转1万元，收入9万元，支出8万元，结余1万元。",                /* of this year alone */
        "结余1万元。",
        "预算10万元，支出9万元，上年结余1万元。",        /* another year's */
        "预算10万元，支出9万元，累计结余3万元。",        /* of several years */
        "预算10万元，支出9万元，追加2万元，结余3万元。", /* more money */
        "预算10万元，支出约9万元，结余1万元。",
        "预算10万元，结余1万元。",
        "预算10万元，支出9万元，结余3户。",
        "预算10万元，支出9万元（结余1万元）。", /* what is left of the item */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "预算10万元，支出9万元，结余1万元。");
    bench_exhaust(bench);
    assert_false(balance_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_balance),       cmocka_unit_test(test_arrived),
        cmocka_unit_test(test_behind_a_list), cmocka_unit_test(test_opening),
        cmocka_unit_test(test_none),          cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
