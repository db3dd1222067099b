/* The sentences stand in tests/spec/statements_items.spec; here is what is no list, and bounds. */
#include "extract/roster.h"

#include <stdio.h>

#include "tests/extract/prose_bench.h"

/* "3: 甲村|乙村 +1 closed doubtful": figure, names, spare, what is said of the list. */
static void expect(struct bench *bench, const char *text, const char *expected) {
    struct prose *prose = bench_read(bench, text);
    struct str shown = {0};
    assert_true(roster_scan(prose, &bench->err));
    for (size_t i = 0; i < bench->doc.reading.statements.count; i++) {
        const struct statement *statement = bench_statement(bench, i);
        assert_int_equal(statement->kind, STATEMENT_ITEMS);
        shown = str_printf(&bench->doc.arena, "%.*s%s%s:", STR_ARGS(shown), i ? "; " : "",
                           bench_number(bench, statement->figure));
        for (uint32_t n = 0; n < statement->name_count; n++)
            shown = str_printf(&bench->doc.arena, "%.*s%s%.*s", STR_ARGS(shown), n ? "|" : " ",
                               STR_ARGS(statement->names[n]));
        shown = str_printf(&bench->doc.arena, "%.*s%s%s%s", STR_ARGS(shown),
                           statement->spare ? " +" : "", statement->closed ? " closed" : "",
                           statement->doubtful ? " doubtful" : "");
    }
    if (!str_is(shown, expected))
        fail_msg("%s: %.*s", text, STR_ARGS(shown));
    bench_clear(bench);
}

static void test_the_four_ways_to_list(void **state) {
    expect(*state, "项目涉及2个村（柳湾村、石桥村）。", "2: 柳湾村|石桥村 closed");
    expect(*state, "实施项目2个，分别为道路项目、桥梁项目。", "2: 道路项目|桥梁项目 closed");
    expect(*state, "柳湾村、石桥村、梅坪村等5个村完成改造。", "5: 柳湾村|石桥村|梅坪村");
    expect(*state, "柳湾村、石桥村共2个村完成改造。", "2: 柳湾村|石桥村 closed");
}

/* Not whole things, not of this year, or only one. */
static void test_figures_that_count_nothing(void **state) {
    static const char *const texts[] = {
        "支出2万元（工程、设备）。", "上年项目2个（道路、桥梁）。", "项目约2个（道路、桥梁）。",
        "项目1个（道路、桥梁）。",   "项目1.2万个（道路、桥梁）。", "完成率92%（道路、桥梁）。",
        "项目2个，完成良好。",       "项目2个。道路、桥梁完工。",   "每村2个项目（道路、桥梁）。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(*state, texts[i], "");
}

/* A long list is cut at no point: all of its names are there, or it is none. */
static void test_long_lists(void **state) {
    struct bench *bench = *state;
    static char text[8192];
    size_t len = (size_t)sprintf(text, "项目涉及100个村（");
    for (int i = 0; i < 100; i++)
        len += (size_t)sprintf(text + len, "%s第%c%c村", i ? "、" : "", 'a' + i / 26, 'a' + i % 26);
    strcpy(text + len, "）。");
    struct prose *prose = bench_read(bench, text);
    assert_true(roster_scan(prose, &bench->err));
    if (bench->doc.reading.statements.count > 0)
        assert_int_equal(bench_statement(bench, 0)->name_count, 100);
    bench_clear(bench);
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "项目涉及2个村（柳湾村、石桥村）。");
    bench_exhaust(bench);
    assert_false(roster_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_four_ways_to_list),
        cmocka_unit_test(test_figures_that_count_nothing),
        cmocka_unit_test(test_long_lists),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
