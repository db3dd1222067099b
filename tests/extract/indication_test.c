#include "extract/indication.h"

#include "tests/extract/prose_bench.h"

/* The counts of indicators as "3:18 0:7": level and figure. */
static void expect(struct bench *bench, const char *text, const char *expected) {
    struct prose *prose = bench_read(bench, text);
    struct str shown = {0};
    assert_true(indication_scan(prose, &bench->err));
    for (size_t i = 0; i < bench->doc.reading.statements.count; i++) {
        const struct statement *statement = bench_statement(bench, i);
        assert_int_equal(statement->kind, STATEMENT_INDICATORS);
        shown = str_printf(&bench->doc.arena, "%.*s%s%u:%s", STR_ARGS(shown), i ? " " : "",
                           statement->level, bench_number(bench, statement->figure));
    }
    if (!str_is(shown, expected))
        fail_msg("%s: %.*s", text, STR_ARGS(shown));
    bench_clear(bench);
}

static void test_counts_before_their_noun(void **state) {
    expect(*state, "共设置18个三级指标。", "3:18");
    expect(*state, "本项目制定了7项绩效指标。", "0:7");
    expect(*state, "制定的七项绩效指标均已完成。", "");
    expect(*state, "编制评价指标12个，具体如下。", "");
    expect(*state, "设定一级指标3个、二级指标8个、三级指标18个。", "1:3 2:8 3:18");
}

static void test_counts_behind_their_noun(void **state) {
    expect(*state, "三级指标共18个。", "3:18");
    expect(*state, "三级指标数量为18个。", "3:18");
    expect(*state, "二级指标共设置：8项。", "2:8");
}

/* Some of the indicators, those of others, or other things. */
static void test_counts_of_some(void **state) {
    static const char *const texts[] = {
        "未完成的三级指标2个。", "产出指标设置5个。",        "其中5项指标未完成。",
        "上年三级指标共18个。",  "设置核心三级指标共4个。",  "扣分的三级指标3个。",
        "建立18个指标体系。",    "全市共设置18个三级指标。", "涉及5项指标。",
        "三级指标共18.5个。",    "三级指标约18个。",         "三级指标共1800个。",
        "三级指标权重为18分。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(*state, texts[i], "");
}

static void test_the_label_is_that_of_the_text(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "本项目设置了7项绩效指标。三级指标共5个。");
    assert_true(indication_scan(prose, &bench->err));
    assert_int_equal(bench->doc.reading.statements.count, 2);
    assert_true(str_is(bench_statement(bench, 0)->label, "绩效指标"));
    assert_true(str_is(bench_statement(bench, 1)->label, "三级指标"));
    bench_clear(bench);
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "三级指标共18个。");
    bench_exhaust(bench);
    assert_false(indication_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_before_their_noun),
        cmocka_unit_test(test_counts_behind_their_noun),
        cmocka_unit_test(test_counts_of_some),
        cmocka_unit_test(test_the_label_is_that_of_the_text),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
