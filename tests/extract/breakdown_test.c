#include "extract/breakdown.h"

#include <stdio.h>

#include "tests/extract/prose_bench.h"

static void test_parts_are_marked(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "支出9万元，其中甲4万元、乙5万元，"
                                            "用完。");
    assert_true(breakdown_scan(prose, &bench->err));
    assert_int_equal(bench->doc.reading.statements.count, 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    assert_int_equal(prose->figures.items[0].list, 0);
    assert_int_equal(prose->figures.items[1].list, prose->figures.items[2].list);
    assert_int_equal(prose->figures.items[1].siblings, 2);
    assert_int_equal(prose->figures.items[2].item, 1);
    bench_clear(bench);
}

static void test_label_and_part(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "部门支出9万元，其中甲4万元、"
                                            "乙5万元。");
    prose->part = 3;
    assert_true(breakdown_scan(prose, &bench->err));
    const struct statement *statement = bench_statement(bench, 0);
    assert_int_equal(statement->part, 3);
    assert_int_equal(statement->kind, STATEMENT_BREAKDOWN);
    assert_true(str_has(statement->label, "支出"));
    assert_false(statement->closed);
    assert_false(statement->doubtful);
    bench_clear(bench);
}

static void test_roles_make_channels(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "安排9万元，支出7万元，"
                                            "其中甲安排4万元，支出3万元；"
                                            "乙安排5万元，支出4万元。");
    assert_true(breakdown_scan(prose, &bench->err));
    assert_int_equal(bench->doc.reading.statements.count, 2);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    assert_string_equal(bench_figures(bench, 1), "7 3 4");
    bench_clear(bench);
}

/* A role that one of the items lacks says nothing about the whole. */
static void test_incomplete_channel(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "安排9万元，支出7万元，"
                                            "其中甲安排4万元，支出3万元；"
                                            "乙安排5万元，尚未支出。");
    assert_true(breakdown_scan(prose, &bench->err));
    assert_int_equal(bench->doc.reading.statements.count, 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    bench_clear(bench);
}

static const char *long_list(int parts) {
    static char text[32768];
    size_t len = (size_t)snprintf(text, sizeof text, "支出9万元，其中");
    for (int i = 0; i < parts; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "甲1万元、");
    return text;
}

/* A list beyond the limits would be read in part, and a part of it would not add up. */
static void test_limits(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, long_list(400));
    assert_true(breakdown_scan(prose, &bench->err));
    assert_int_equal(bench_statement(bench, 0)->member_count, 400);
    bench_clear(bench);
    prose = bench_read(bench, long_list(1000));
    assert_true(breakdown_scan(prose, &bench->err));
    assert_int_equal(bench->doc.reading.statements.count, 0);
    bench_clear(bench);
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "支出9万元，其中甲4万元、乙5万元。");
    bench_exhaust(bench);
    assert_false(breakdown_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_are_marked),
        cmocka_unit_test(test_label_and_part),
        cmocka_unit_test(test_roles_make_channels),
        cmocka_unit_test(test_incomplete_channel),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
