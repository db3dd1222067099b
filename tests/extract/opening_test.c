#include "extract/opening.h"

#include "tests/extract/prose_bench.h"

/* The wholes with their opening and addition: "16 8 8". */
static void expect(struct bench *bench, const char *text, const char *expected) {
    struct prose *prose = bench_read(bench, text);
    struct str shown = {0};
    assert_true(opening_scan(prose, &bench->err));
    for (size_t i = 0; i < bench->doc.reading.statements.count; i++) {
        const struct statement *statement = bench_statement(bench, i);
        assert_int_equal(statement->kind, STATEMENT_BREAKDOWN);
        assert_true(statement->doubtful && statement->closed);
        shown = str_printf(&bench->doc.arena, "%.*s%s%s", STR_ARGS(shown), i ? "; " : "",
                           bench_figures(bench, i));
    }
    if (!str_is(shown, expected))
        fail_msg("%s: %.*s", text, STR_ARGS(shown));
    bench_clear(bench);
}

static void test_openings_and_additions(void **state) {
    expect(*state, "本单位项目共16个，年初批复8个，年中增加8个。", "16 8 8");
    expect(*state, "项目资金合计300万元，年初预算200万元，年中追加100万元。", "300 200 100");
    expect(*state, "项目资金共计30万元，年初预算20万元（含结转5万元），年中追加10万元。",
           "30 20 10");
}

/* Things may have been dropped, or told of something else. */
static void test_sentences_without_one(void **state) {
    static const char *const texts[] = {
        "项目共16个，年初批复8个，年中增加9个，取消1个。",
        "项目资金合计300万元，年初预算200万元，年中调减50万元，年中追加150万元。",
        "项目共16个，年初批复8个。年中增加8个。",     /* another sentence */
        "项目共16个，年初预算8万元，年中追加8万元。", /* another kind */
        "项目共16个，年中增加8个，年初批复8个。",     /* another order */
        "公共项目16个，年初批复8个，年中增加8个。",
        "上年项目共16个，上年年初批复8个，上年年中增加8个。",
        "项目共16个，年初批复约8个，年中增加8个。",
        "项目共16个，年初批复8个，增加8个。", /* when? */
        "",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(*state, texts[i], "");
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "项目共16个，年初批复8个，年中增加8个。");
    bench_exhaust(bench);
    assert_false(opening_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_openings_and_additions),
        cmocka_unit_test(test_sentences_without_one),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
