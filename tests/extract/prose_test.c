#include "tests/extract/prose_bench.h"

static void check_kinds(const struct prose *prose, const enum token_kind *kinds, size_t count) {
    assert_int_equal(prose->tokens.count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(prose->tokens.items[i].kind, kinds[i]);
}

static void test_tokens(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "支出9万元，其中：甲4万元、"
                                                  "乙5万元。");
    static const enum token_kind kinds[] = {
        TOKEN_FIGURE, TOKEN_COMMA,  TOKEN_AMONG, TOKEN_COLON,     TOKEN_FIGURE,
        TOKEN_PAUSE,  TOKEN_FIGURE, TOKEN_STOP,  TOKEN_PARAGRAPH,
    };
    check_kinds(prose, kinds, sizeof kinds / sizeof *kinds);
    assert_int_equal(prose->figures.count, 3);
    assert_string_equal(bench_number(bench, prose->figures.items[2].mention), "5");
    bench_clear(bench);
}

static void test_token_offsets(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "共9万元（含税）。");
    const struct token *figure = &prose->tokens.items[1], *open = &prose->tokens.items[2];
    assert_int_equal(prose->tokens.items[0].kind, TOKEN_TOTAL);
    assert_int_equal(figure->start, strlen("共"));
    assert_int_equal(figure->end, strlen("共9万元"));
    assert_int_equal(open->kind, TOKEN_OPEN);
    assert_int_equal(open->end, strlen("共9万元（"));
    bench_clear(bench);
}

static void test_words_that_are_no_cues(void **state) {
    struct bench *bench = *state;
    static const enum token_kind score[] = {TOKEN_FIGURE, TOKEN_STOP, TOKEN_PARAGRAPH};
    check_kinds(bench_read(bench, "自评得分为90分。"), score, 3);
    bench_clear(bench);
    static const enum token_kind plain[] = {TOKEN_COMMA, TOKEN_STOP, TOKEN_PARAGRAPH};
    check_kinds(bench_read(bench, "一般公共预算，立即即将执行。"), plain, 3);
    bench_clear(bench);
}

static void test_sentences_and_segments(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "甲1万元；乙2万元。"
                                                  "丙3万元\n丁4万元。");
    static const uint32_t sentences[] = {0, 0, 1, 2}, segments[] = {0, 1, 2, 3};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(prose->figures.items[i].sentence, sentences[i]);
        assert_int_equal(prose->figures.items[i].segment, segments[i]);
    }
    bench_clear(bench);
}

static void test_depth_ends_with_the_sentence(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "甲1万元（乙2万元（丙3万元。"
                                                  "丁4万元）戊5万元");
    static const uint32_t depths[] = {0, 1, 2, 0, 0};
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(prose->figures.items[i].depth, depths[i]);
    bench_clear(bench);
}

static void test_roles(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *text;
        enum role role;
        bool bare;
    } cases[] = {
        {"年初预算9元", ROLE_ORIGINAL, true},  {"调整预算数9元", ROLE_ADJUSTED, true},
        {"安排资金9元", ROLE_BUDGET, true},    {"共完成支出9元", ROLE_SPENT, true},
        {"预算执行数9元", ROLE_SPENT, true},   {"项目支出预算9元", ROLE_BUDGET, false},
        {"基本支出9元", ROLE_SPENT, false},    {"到位资金9元", ROLE_ARRIVED, true},
        {"事业收入9元", ROLE_INCOME, false},   {"年末结余9元", ROLE_BALANCE, false},
        {"未支出9元", ROLE_BALANCE, false},    {"较上年增加9元", ROLE_CHANGE, false},
        {"转移支付资金9元", ROLE_NONE, false}, {"应执行数9元", ROLE_BUDGET, false},
        {"水泵9元", ROLE_NONE, false},         {"支出决算9元", ROLE_SPENT, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct prose *prose = bench_read(bench, cases[i].text);
        assert_int_equal(prose->figures.count, 1);
        assert_int_equal(prose->figures.items[0].role, cases[i].role);
        assert_int_equal(prose->figures.items[0].bare, cases[i].bare);
        bench_clear(bench);
    }
}

static void test_lead_passes_a_bracket(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "今年支出（一期）9万元");
    assert_int_equal(prose->figures.items[0].role, ROLE_SPENT);
    bench_clear(bench);
    prose = bench_read(bench, "支出（含3万元）9万元");
    assert_int_equal(prose->figures.items[1].role, ROLE_NONE);
    bench_clear(bench);
}

static void test_items(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "一是甲。二是乙。\n（三）丙\n4.丁");
    static const uint32_t numbers[] = {1, 2, 3, 4};
    static const enum item_style styles[] = {ITEM_SHI, ITEM_SHI, ITEM_BRACKET_HAN, ITEM_DIGIT};
    size_t found = 0;
    for (size_t i = 0; i < prose->tokens.count; i++) {
        if (prose->tokens.items[i].kind != TOKEN_ITEM)
            continue;
        assert_true(found < 4);
        assert_int_equal(prose->tokens.items[i].number, numbers[found]);
        assert_int_equal(prose->tokens.items[i].style, styles[found++]);
    }
    assert_int_equal(found, 4);
    bench_clear(bench);
}

static void test_word_numbering_is_an_item(void **state) {
    struct bench *bench = *state;
    bench_load(bench, str_of("道路2万元"));
    bench->passages[0].numbering = str_of("（2）");
    bench->prose = (struct prose){.doc = &bench->doc,
                                  .patterns = bench->patterns,
                                  .passages = bench->pointers,
                                  .count = 1,
                                  .last = 1};
    assert_true(prose_read(&bench->prose, &bench->err));
    assert_int_equal(bench->prose.tokens.items[0].kind, TOKEN_ITEM);
    assert_int_equal(bench->prose.tokens.items[0].number, 2);
    assert_int_equal(bench->prose.tokens.items[0].end, 0);
    bench_clear(bench);
}

static void test_same_kind(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "1万元、2亿元、3个、4项、5人、"
                                                  "6万亩、7亩、8公里、"
                                                  "9%、10名");
    static const struct {
        uint32_t a, b;
        bool same;
    } cases[] = {
        {0, 1, true},  {0, 2, false}, {2, 3, true}, {3, 4, false}, {5, 6, true},
        {6, 7, false}, {8, 8, false}, {4, 9, true}, {7, 7, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(prose_is_same_kind(prose, cases[i].a, cases[i].b), cases[i].same);
    bench_clear(bench);
}

static void test_marks_of_a_figure(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "每户补助1万元，上年支出2万元，"
                                                  "上年结转3万元，"
                                                  "累计4万元，约5万元，甲财〔2020 "
                                                  "6万元");
    const struct figure *figures = prose->figures.items;
    assert_true(figures[0].unit_price);
    assert_true(figures[1].prior);
    assert_false(figures[2].prior); /* last year's balance is money of this year */
    assert_true(figures[3].cumulative);
    assert_false(figures[4].exact);
    assert_true(figures[prose->figures.count - 1].bracketed);
    bench_clear(bench);
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    bench_load(bench, str_of("支出9万元，其中甲4万元。"));
    bench_exhaust(bench);
    struct prose prose = {.doc = &bench->doc,
                          .patterns = bench->patterns,
                          .passages = bench->pointers,
                          .count = 1,
                          .last = 2};
    assert_false(prose_read(&prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_token_offsets),
        cmocka_unit_test(test_words_that_are_no_cues),
        cmocka_unit_test(test_sentences_and_segments),
        cmocka_unit_test(test_depth_ends_with_the_sentence),
        cmocka_unit_test(test_roles),
        cmocka_unit_test(test_lead_passes_a_bracket),
        cmocka_unit_test(test_items),
        cmocka_unit_test(test_word_numbering_is_an_item),
        cmocka_unit_test(test_same_kind),
        cmocka_unit_test(test_marks_of_a_figure),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
