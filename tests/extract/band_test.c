#include "extract/band.h"

#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    assert_true(band_scan(bench_read(bench, text), &bench->err));
    return bench->doc.reading.statements.count;
}

static void check_band(const struct band *band, const char *grade, const char *low,
                       const char *high) {
    assert_true(str_is(band->grade, grade));
    assert_true(str_is(band->low, low));
    assert_true(str_is(band->high, high));
}

static void test_best_first(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "60分以下为差，60（含）-80分为中，"
                                     "80（含）-90分为良，"
                                     "90分及以上为优。"),
                     1);
    const struct statement *statement = bench_statement(bench, 0);
    assert_int_equal(statement->figure, STATEMENT_NO_MENTION);
    assert_int_equal(statement->band_count, 4);
    check_band(&statement->bands[0], "优", "90", "");
    check_band(&statement->bands[1], "良", "80", "90");
    check_band(&statement->bands[2], "中", "60", "80");
    check_band(&statement->bands[3], "差", "", "60");
    assert_true(statement->bands[1].low_inclusive);
    assert_false(statement->bands[1].high_inclusive);
    bench_clear(bench);
}

static void test_inclusion(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "优：90分以上（不含90分）；良："
                                     "80-90（含）；差：80分以下。"),
                     1);
    const struct band *bands = bench_statement(bench, 0)->bands;
    assert_false(bands[0].low_inclusive);
    assert_true(bands[1].high_inclusive);
    assert_false(bands[2].high_inclusive);
    bench_clear(bench);
}

/* 80-89 under 90-100: the end belongs to the band, there is nothing else for it. */
static void test_integer_bands(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "优秀90-100分，良好80-89分，较差0-79分。"), 1);
    const struct band *bands = bench_statement(bench, 0)->bands;
    assert_true(bands[0].high_inclusive);
    assert_true(bands[1].high_inclusive);
    bench_clear(bench);
}

static void test_falling_range(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "优（100-90（含）），良（90-80（含）），"
                                     "差（80-0）。"),
                     1);
    check_band(&bench_statement(bench, 0)->bands[1], "良", "80", "90");
    bench_clear(bench);
}

static void test_over_paragraphs(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "注：优（≥90）\n良（≥80，"
                                     "＜90）\n差（＜80）"),
                     1);
    check_band(&bench_statement(bench, 0)->bands[2], "差", "", "80");
    bench_clear(bench);
}

static void test_no_scale(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "评价等级包括优、良、中、差。", /* no bounds */
        "90分以上为优，60分以下为差。", /* too few to tell a scale */
        "优≥90，差＜60，良≥80。",       /* in no order */
        "优先安排90个项目，一般项目80个，合格率60%。",
        "优",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "优≥90，良≥80，差＜80。");
    bench_exhaust(bench);
    assert_false(band_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

/* (含80分) repeats the end that it speaks of. */
static void test_repeated_end(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "优：90-100分（含90分）；良："
                                     "80-90分（含80分）；差："
                                     "80分以下。"),
                     1);
    const struct band *bands = bench_statement(bench, 0)->bands;
    assert_true(bands[1].low_inclusive);
    assert_false(bands[1].high_inclusive);
    bench_clear(bench);
    assert_int_equal(count_of(bench, "优：90-100分；良：80-90分（含90分）；差："
                                     "80分以下。"),
                     1);
    assert_true(bench_statement(bench, 0)->bands[1].high_inclusive);
    bench_clear(bench);
}

static void test_relations(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "S≥90为优，80≤S＜90为良，S＜80为差。",
        "不低于90分为优，低于90分且不低于80分为良，低于80分为差。",
        "大于等于90分为优，大于等于80分小于90分为良，小于80分为差。",
        "优（≥90），良（90＞S≥80），差（＜80）。",
        "得分 $\\geq 90$ 为优； $80 \\leq$ 得分 < 90 为良；得分 < 80 为差。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 1);
        const struct band *bands = bench_statement(bench, 0)->bands;
        check_band(&bands[0], "优", "90", "");
        check_band(&bands[1], "良", "80", "90");
        check_band(&bands[2], "差", "", "80");
        assert_true(bands[0].low_inclusive && bands[1].low_inclusive);
        assert_false(bands[1].high_inclusive || bands[2].high_inclusive);
        bench_clear(bench);
    }
}

/* A band without width comes of a grade that was not read: no scale at all. */
static void test_width(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "优90-100，良80-90，差60-80且60以下。"), 0);
    bench_clear(bench);
}

/* Beyond the room for marks a scale begins anew. */
static void test_far_apart(void **state) {
    struct bench *bench = *state;
    const char *text = "优≥90，"
                       "经部门集体研究并报主管部门审定同意后确定，"
                       "良≥80，差＜80。";
    assert_int_equal(count_of(bench, text), 0);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_best_first),      cmocka_unit_test(test_inclusion),
        cmocka_unit_test(test_integer_bands),   cmocka_unit_test(test_falling_range),
        cmocka_unit_test(test_over_paragraphs), cmocka_unit_test(test_no_scale),
        cmocka_unit_test(test_memory_out),      cmocka_unit_test(test_repeated_end),
        cmocka_unit_test(test_relations),       cmocka_unit_test(test_width),
        cmocka_unit_test(test_far_apart),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
