#include "extract/claim.h"

#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    assert_true(claim_scan(bench_read(bench, text), &bench->err));
    return bench->doc.reading.claims.count;
}

static void test_claim_carries_its_place(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "一、结论\n评价总得分93.5分，"
                                     "等级为优秀。"),
                     2);
    const struct claim *claims = bench->doc.reading.claims.items;
    const struct claim *score = claims[0].is_grade ? &claims[1] : &claims[0];
    const struct claim *grade = claims[0].is_grade ? &claims[0] : &claims[1];
    assert_true(str_is(score->value, "93.5"));
    assert_ptr_equal(score->passage, &bench->passages[1]);
    assert_true(str_is(str_slice(score->passage->text, score->start, score->end), "93.5分"));
    assert_false(score->in_table);
    assert_true(str_is(grade->value, "优秀"));
    assert_true(score->order < grade->order);
    bench_clear(bench);
}

static void test_score_and_grade_are_one_statement(void **state) {
    struct bench *bench = *state;
    count_of(bench, "本项目得分88分，等级为良。");
    assert_int_equal(bench->doc.reading.statements.count, 1);
    assert_int_equal(bench_statement(bench, 0)->kind, STATEMENT_SCORE);
    assert_string_equal(bench_figures(bench, 0), "88 良");
    bench_clear(bench);
}

static void test_words_that_claim_nothing(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "产出指标得分48分。",
        "决策（满分20分，实得18分）。",
        "每缺一项扣0.5分。",
        "按期完成得5分。",
        "自评得分90分以上为优。",
        "力争自评得分95分。",
        "评价指标总分100分。",
        "等级为优秀的项目3个。",
        "一是甲项目自评得分95分。",
        "甲自评得分95分，乙自评得分88分。",
        "去年该项目被县财政局评为“优秀”等次。",
        "上年度评价等级为优。",
        "第三方机构评价等级为优秀。",
        "经市级复核，评价等级为良。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

/* Claims in order as "95 优": grades as words. */
static void expect(struct bench *bench, const char *text, const char *expected) {
    char shown[256] = "";
    size_t count = count_of(bench, text);
    for (size_t i = 0; i < count; i++) {
        strncat(shown, i ? " " : "", 2);
        struct str value = bench->doc.reading.claims.items[i].value;
        strncat(shown, value.ptr, value.len);
    }
    bench_clear(bench);
    assert_string_equal(shown, expected);
}

/* 总分100分 is what could be had; the score stands behind it. */
static void test_the_scale_is_no_score(void **state) {
    struct bench *bench = *state;
    expect(bench, "总分100分，自评得分96分。", "96");
    expect(bench, "自评总得分100分。", "100");
    expect(bench, "满分100分，综合得分93分。", "93");
    expect(bench, "决策权重20分，自评得分18分。综合得分92分。", "92");
}

/* A second opinion need not agree with the report's own. */
static void test_scores_of_others(void **state) {
    struct bench *bench = *state;
    expect(bench, "第三方评价综合得分86分。", "");
    expect(bench, "财政复核综合得分92分。", "");
    expect(bench, "自评综合得分95分，第三方评价综合得分86分。", "95");
}

static void test_grades_of_some_are_none_of_the_whole(void **state) {
    struct bench *bench = *state;
    expect(bench, "自评等级为优。", "优");
    expect(bench, "评价等级为优秀的项目3个。", "");
    expect(bench, "自评等级为优秀等次的单位。", "");
    expect(bench, "自评等级为优秀以上。", "");
    expect(bench, "自评等级为优，等级为良。", ""); /* a scale */
    expect(bench, "自评等级为优，项目3个。", "");
}

static void test_a_grade_beside_a_score(void **state) {
    struct bench *bench = *state;
    expect(bench, "自评得分88分，等级为良。", "88 良");
    expect(bench, "自评得分88分。等级为良。", "88 良");
    expect(bench, "无得分。", "");
    expect(bench, "", "");
}

/* 较上年 compares, and 今年 ends what is said of 上年 */
static void test_grades_of_this_year(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "较上年有所提高，评价等级为优。",
        "上年等级未评定，今年评价等级为优。",
        "我局组织自评，评价等级为良好。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 1);
        bench_clear(bench);
    }
}

static void test_weak_claims_yield(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "综合得分96分。甲项目自评得分95分。"), 1);
    assert_true(str_is(bench->doc.reading.claims.items[0].value, "96"));
    bench_clear(bench);
    assert_int_equal(count_of(bench, "综合得分96分。自评得分96.0分。"), 2);
    bench_clear(bench);
}

static void test_group(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "一是自评得分90分项目1个。"
                                     "甲工程绩效自评得分94.06分。"),
                     0);
    assert_int_equal(bench_statement(bench, 0)->kind, STATEMENT_GROUP);
    assert_string_equal(bench_figures(bench, 0), "90 94.06");
    bench_clear(bench);
}

static void test_no_group(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "一是自评得分90分项目2个。甲工程自评得分94分。",     /* two members */
        "一是自评得分90分以上项目1个。甲工程自评得分94分。", /* a bound */
        "一是自评得分90分项目1个。甲得分94分，乙得分95分。", /* whose? */
        "一是自评得分90分项目1个。二是管理，自评得分94分。", /* not its own */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        count_of(bench, texts[i]);
        assert_int_equal(bench->doc.reading.statements.count, 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "评价总得分93分，等级为优秀。");
    bench_exhaust(bench);
    assert_false(claim_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claim_carries_its_place),
        cmocka_unit_test(test_score_and_grade_are_one_statement),
        cmocka_unit_test(test_words_that_claim_nothing),
        cmocka_unit_test(test_the_scale_is_no_score),
        cmocka_unit_test(test_scores_of_others),
        cmocka_unit_test(test_grades_of_some_are_none_of_the_whole),
        cmocka_unit_test(test_a_grade_beside_a_score),
        cmocka_unit_test(test_grades_of_this_year),
        cmocka_unit_test(test_weak_claims_yield),
        cmocka_unit_test(test_group),
        cmocka_unit_test(test_no_group),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
