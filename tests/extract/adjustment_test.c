#include "extract/adjustment.h"

#include "tests/extract/prose_bench.h"

/* The adjusted budgets with what they are made of: "12 10 3 1-". */
static void expect(struct bench *bench, const char *text, const char *expected) {
    struct prose *prose = bench_read(bench, text);
    struct str shown = {0};
    assert_true(adjustment_scan(prose, &bench->err));
    for (size_t i = 0; i < bench->doc.reading.statements.count; i++) {
        const struct statement *statement = bench_statement(bench, i);
        assert_int_equal(statement->kind, STATEMENT_BALANCE);
        assert_true(statement->doubtful);
        shown = str_printf(&bench->doc.arena, "%.*s%s%s minus %u", STR_ARGS(shown), i ? "; " : "",
                           bench_figures(bench, i), statement->minus);
    }
    if (!str_is(shown, expected))
        fail_msg("%s: %.*s", text, STR_ARGS(shown));
    bench_clear(bench);
}

static void test_changes_of_a_budget(void **state) {
    expect(*state, "年初预算10万元，年中追加3万元，调整后预算13万元。", "13 10 3 minus 0");
    expect(*state, "年初预算10万元，追加3万元，调减1万元，全年预算数12万元。", "12 10 3 1 minus 4");
    expect(*state, "年初预算10万元，核减2万元，追加3万元，调整后为11万元。", "11 10 2 3 minus 2");
    expect(*state, "年初预算10万元（含工资4万元），追加3万元，调整后预算13万元。",
           "13 10 3 minus 0");
}

/* Other money between them, or more than the changes, makes the sum another. */
static void test_sentences_without_one(void **state) {
    static const char *const texts[] = {
        "年初预算10万元，调整后预算13万元。",
        "年初预算10万元，较上年增加3万元，调整后预算13万元。",
        "年初预算10万元，上年结转1万元，追加3万元，调整后预算14万元。",
        "年初预算10万元，追加约3万元，调整后预算13万元。",
        "年初预算10万元。追加3万元，调整后预算13万元。",
        "年初预算10万元，追加3万元，全年预算数14万元（含上年结转1万元）。",
        "追加3万元，调整后预算13万元。",
        "",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(*state, texts[i], "");
}

static void test_many_changes_are_left_alone(void **state) {
    struct bench *bench = *state;
    struct str text = (struct str)STR("年初预算10万元");
    struct arena arena;
    arena_init(&arena, LIMIT_ARENA_BYTES);
    for (int i = 0; i < 12; i++)
        text = str_printf(&arena, "%.*s，追加1万元", STR_ARGS(text));
    text = str_printf(&arena, "%.*s，调整后预算22万元。%c", STR_ARGS(text), 0);
    expect(bench, text.ptr, "");
    arena_clear(&arena);
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "年初预算10万元，追加3万元，调整后预算13万元。");
    bench_exhaust(bench);
    assert_false(adjustment_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changes_of_a_budget),
        cmocka_unit_test(test_sentences_without_one),
        cmocka_unit_test(test_many_changes_are_left_alone),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
