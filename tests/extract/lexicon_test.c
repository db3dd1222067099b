#include "tests/read.h"

static enum column_role role_of(const char *name, uint32_t *level) {
    return lexicon_column(read_config.lexicon, str_of(name), level);
}

static void test_heads_have_roles(void **state) {
    static const struct {
        const char *name;
        enum column_role role;
        uint32_t level;
    } cases[] = {
        {"一级指标", COLUMN_LEVEL, 1},       {"三级指标", COLUMN_LEVEL, 3},
        {"参考分值", COLUMN_WEIGHT, 0},      {"权重", COLUMN_WEIGHT, 0},
        {"自评得分", COLUMN_SCORE, 0},       {"复核分", COLUMN_SECOND, 0},
        {"得分系数", COLUMN_COEFFICIENT, 0}, {"年度指标值", COLUMN_TARGET, 0},
        {"实际完成值", COLUMN_ACTUAL, 0},    {"评分标准", COLUMN_CRITERIA, 0},
        {"全年预算数", COLUMN_BUDGET, 1},    {"年初预算数", COLUMN_BUDGET, 2},
        {"全年执行数", COLUMN_SPENT, 0},     {"支出实现率", COLUMN_RATE, 0},
        {"当年结余", COLUMN_BALANCE, 0},     {"序号", COLUMN_ORDINAL, 0},
        {"机构名称", COLUMN_LABEL, 0},       {"备注", COLUMN_REMARK, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t level;
        assert_int_equal(role_of(cases[i].name, &level), cases[i].role);
        assert_int_equal(level, cases[i].level);
    }
}

static void test_brackets_behind_a_head_are_ignored(void **state) {
    uint32_t level;
    (void)state;
    assert_int_equal(role_of("执行率(B/A)", &level), COLUMN_RATE);
    assert_int_equal(role_of("全年预算数(A)", &level), COLUMN_BUDGET);
    assert_int_equal(level, 1);
    assert_int_equal(role_of("得分(分):", &level), COLUMN_SCORE);
    assert_int_equal(role_of("预算执行率(B/A×100%)", &level), COLUMN_RATE);
}

static void test_endings_count_behind_other_words_only(void **state) {
    uint32_t level;
    (void)state;
    assert_int_equal(role_of("收入合计", &level), COLUMN_TOTAL);
    assert_int_equal(role_of("公共财政拨款", &level), COLUMN_AMOUNT);
    assert_int_equal(role_of("数", &level), COLUMN_OTHER);
    assert_int_equal(role_of("张家村", &level), COLUMN_OTHER);
    assert_int_equal(role_of("", &level), COLUMN_OTHER);
}

static void test_bare_names(void **state) {
    static const char *const cases[][2] = {
        {"得分(分)", "得分"},
        {"计划安排资金(万元):", "计划安排资金"},
        {"执行率(B/A)(%)", "执行率"},
        {"(分)", "(分)"},
        {"得分", "得分"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(str_is(lexicon_bare(str_of(cases[i][0])), cases[i][1]));
}

static void test_lists_are_searched_in_four_ways(void **state) {
    const struct lexicon *lexicon = read_config.lexicon;
    (void)state;
    assert_true(lexicon_is(lexicon, WORDS_TOTALS, str_of("总分")));
    assert_false(lexicon_is(lexicon, WORDS_TOTALS, str_of("总分表")));
    assert_true(lexicon_ends(lexicon, WORDS_TOTAL_ENDS, str_of("青泷县水利局汇总")));
    assert_false(lexicon_ends(lexicon, WORDS_TOTAL_ENDS, str_of("汇总表")));
    assert_true(lexicon_starts(lexicon, WORDS_PART_MARKS, str_of("其中:财政拨款")));
    assert_false(lexicon_starts(lexicon, WORDS_PART_MARKS, str_of("财政拨款")));
    assert_int_equal(lexicon_within(lexicon, WORDS_IDENTIFIER_WORDS, str_of("联系电话")), 6);
    assert_true(lexicon_within(lexicon, WORDS_IDENTIFIER_WORDS, str_of("人数")) == SIZE_MAX);
    assert_true(lexicon_rank(lexicon, WORDS_UNIT_FIELDS, str_of("单位名称")) <
                lexicon_rank(lexicon, WORDS_UNIT_FIELDS, str_of("主管部门")));
    assert_true(lexicon_rank(lexicon, WORDS_UNIT_FIELDS, str_of("无此字段")) == SIZE_MAX);
}

static void test_free_takes_null(void **state) {
    (void)state;
    lexicon_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads_have_roles),
        cmocka_unit_test(test_brackets_behind_a_head_are_ignored),
        cmocka_unit_test(test_endings_count_behind_other_words_only),
        cmocka_unit_test(test_bare_names),
        cmocka_unit_test(test_lists_are_searched_in_four_ways),
        cmocka_unit_test(test_free_takes_null),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
