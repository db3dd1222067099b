#include "tests/read.h"

/* The impact of the one finding of `rule`; "" where it has none. */
static void expect(const char *source, const char *rule, const char *impact) {
    struct read *r = read_source(source);
    uint32_t seen = 0;
    for (size_t i = 0; i < r->doc.verdict.findings.count; i++) {
        const struct finding *finding = &r->doc.verdict.findings.items[i];
        if (strcmp(finding->rule->id, rule) != 0)
            continue;
        seen++;
        if (!str_is(finding->impact, impact))
            fail_msg("%s: \"%.*s\" is not \"%s\"", rule, STR_ARGS(finding->impact), impact);
    }
    assert_int_equal(seen, 1);
    read_end(r);
}

#define TABLE(second, total)                              \
    "| 一级指标 | 二级指标 | 分值 | 得分 |\n" \
    "| 产出 | 数量指标 | 50 | 48 |\n"               \
    "| 效益 | 社会效益 | 50 | " second " |\n"             \
    "| 总分 | < | 100 | " total " |\n"

static void test_total(void **state) {
    (void)state;
    expect(TABLE("40", "91"), "score.total", "总分按 88 分计，等级由“优”变为“良”");
    expect(TABLE("40", "89"), "score.total", "");
    expect(TABLE("40", "91") "自评等级为优秀。\n", "score.total",
           "总分按 88 分计，等级由“优秀”变为“良”");
    /* the word fits both */
    expect(TABLE("40", "91") "自评等级为合格。\n", "score.total", "");
}

static void test_item(void **state) {
    (void)state;
    expect(TABLE("52", "100"), "score.over_weight", "");
    expect("| 一级指标 | 二级指标 | 分值 | 得分 |\n"
           "| 产出 | 数量指标 | 50 | 53 |\n"
           "| 效益 | 社会效益 | 50 | 38 |\n"
           "| 总分 | < | 100 | 91 |\n",
           "score.over_weight", "总分按 88 分计，等级由“优”变为“良”");
}

static void test_claims_of_two_places(void **state) {
    (void)state;
    expect("本项目自评得分91分。\n" TABLE("41", "89"), "score.claims",
           "总分按 89 分计，等级由“优”变为“良”");
    expect("本项目自评得分88分。\n" TABLE("41", "89"), "score.claims", "");
}

static void test_grade(void **state) {
    (void)state;
    expect("本项目自评得分84.47分，评价等级为优。\n", "grade.band", "等级由“优”变为“良”");
}

static void test_printed_bands(void **state) {
    (void)state;
    expect("得分≥85分为优秀；75≤得分<85分为良好；60≤得分<75分为一般；得分<60分为较差。\n" TABLE(
               "40", "91"),
           "score.total", "");
    expect("得分≥85分为优秀；75≤得分<85分为良好；60≤得分<75分为一般；得分<60分为较差。\n" TABLE(
               "36", "91"),
           "score.total", "总分按 84 分计，等级由“优秀”变为“良好”");
}

/* Where the bands are only likely to apply, a grade changes only if it does by the national ones
 * too. */
static void test_likely_bands(void **state) {
    (void)state;
#define HEAD "石家庄市桥林区水务局2021年度项目支出绩效自评报告\n"
    expect(HEAD TABLE("40", "91"), "score.total", "");
    expect(HEAD TABLE("12", "91"), "score.total", "总分按 60 分计，等级由“优秀”变为“一般”");
}

static void test_other_scale(void **state) {
    (void)state;
    expect("| 一级指标 | 分值 | 得分 |\n| 产出 | 60 | 60 |\n| 效益 | 60 | 58 |\n"
           "| 总分 | 120 | 119 |\n",
           "score.total", "");
}

static void test_english(void **state) {
    (void)state;
    read_config.language = LANGUAGE_ENGLISH;
    expect(TABLE("40", "91"), "score.total", "with a total of 88 the grade changes from 优 to 良");
    expect("本项目自评得分84.47分，评价等级为优。\n", "grade.band",
           "the grade changes from 优 to 良");
    read_config.language = LANGUAGE_CHINESE;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_total),
        cmocka_unit_test(test_item),
        cmocka_unit_test(test_claims_of_two_places),
        cmocka_unit_test(test_grade),
        cmocka_unit_test(test_printed_bands),
        cmocka_unit_test(test_likely_bands),
        cmocka_unit_test(test_other_scale),
        cmocka_unit_test(test_english),
    };
    return cmocka_run_group_tests_name("impact", tests, read_open, read_close);
}
