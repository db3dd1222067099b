#include "extract/section_scores.h"

#include "tests/extract/prose_bench.h"

/* The total is figure `total` of the text. What is stated: "95 15 39 closed". */
static void expect(struct bench *bench, const char *text, uint32_t total, const char *expected) {
    struct prose *prose = bench_read(bench, text);
    struct str shown = {0};
    assert_true(total < prose->figures.count);
    assert_true(section_scores_state(prose, total, &bench->err));
    if (bench->doc.reading.statements.count > 0) {
        const struct statement *statement = bench_statement(bench, 0);
        assert_int_equal(statement->kind, STATEMENT_BREAKDOWN);
        shown =
            str_printf(&bench->doc.arena, "%s%s%s", bench_figures(bench, 0),
                       statement->closed ? " closed" : "", statement->doubtful ? " doubtful" : "");
    }
    if (!str_is(shown, expected))
        fail_msg("%s: %.*s", text, STR_ARGS(shown));
    bench_clear(bench);
}

static void test_behind_the_total(void **state) {
    expect(*state, "自评得分95分，其中：投入15分、过程38分、产出42分。", 0, "95 15 38 42");
    expect(*state, "自评得分95分（满分100分）。其中，投入得15分，过程得80分。", 0, "95 15 80");
    expect(*state, "自评得分95分（其中投入15分，过程80分），为优。", 0, "95 15 80");
    expect(*state, "自评得分95分，其中投入（20分）得19分，过程（80分）得76分。", 0,
           "95 19 76 closed");
    expect(*state, "自评得分95分，其中：投入（20分）19分，过程（80分）76分。", 0,
           "95 19 76 closed");
    expect(*state, "自评得分95分，其中投入20分，得19分，扣1分；过程80分，得76分。", 0,
           "95 19 76 closed");
}

static void test_before_the_total(void **state) {
    expect(*state, "投入满分20分，得19分。过程满分80分，得76分。总得分95分。", 4,
           "95 19 76 closed");
    expect(*state, "投入得15分，过程得38分，产出得42分，总得分95分。", 3, "95 15 38 42 doubtful");
    expect(*state, "投入（20分）得19分，过程（40分）得38分，总得分57分。", 4, "57 19 38");
}

/* Without weights two scores before a total may be anybody's; points per thing,
 * lists within lists and averages add to nothing. */
static void test_no_sections(void **state) {
    expect(*state, "投入得15分，过程得80分，总得分95分。", 2, "");
    expect(*state, "自评得分95分，其中扣5分，原因见下。", 0, "");
    expect(*state, "自评得分95分，其中投入得15分。", 0, "");
    expect(*state, "自评得分95分，其中投入15分，每项得5分，过程80分。", 0, "");
    expect(*state, "自评得分95分，其中投入15分，过程80分，扣5分。", 0, "");
    expect(*state, "自评得分95分，其中投入得15分，包括目标得5分、预算得10分，过程得80分。", 0, "");
    expect(*state, "自评得分95分，其中90分以上的指标得分3分，过程得80分。", 0, "");
    expect(*state, "投入（20分）得19分，过程得76分，总得分95分。", 3, "");
    expect(*state, "自评得分95分，项目3个，其中甲2个，乙1个。", 0, "");
    expect(*state, "自评得分95分。", 0, "");
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "自评得分95分，其中：投入15分、过程80分。");
    bench_exhaust(bench);
    assert_false(section_scores_state(prose, 0, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_behind_the_total),
        cmocka_unit_test(test_before_the_total),
        cmocka_unit_test(test_no_sections),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
