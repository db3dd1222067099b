#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ingest/prose.h"

static void expect_mark(const char *line, bool mark) {
    if (prose_has_mark(str_of(line)) != mark)
        fail_msg("%s: mark %d expected", line, mark);
}

static void test_marks(void **state) {
    (void)state;
    static const char *const marked[] = {
        "一、概况", "十二、附则",  "（一）投入", "(3) 管理", /* headings */
        "1. 数量",  "2、质量",     "12）成本",   "1.2 时效", /* items */
        "1.2.3 率", "第三章 总则", "① 制度",     "● 制度",   /* levels, signs */
        "附件2-1",  "注：略",      "一是加强",   "（ 二 ）产出",
    };
    static const char *const plain[] = {"3.5万元用于养护",
                                        "2020年安排",
                                        "104号文下达",
                                        "一般公共预算",
                                        "（含结转）",
                                        "第二批资金",
                                        "12",
                                        "3.5 万元",
                                        "200.00 ",
                                        "1204、5",
                                        ""};
    for (size_t i = 0; i < sizeof marked / sizeof *marked; i++)
        expect_mark(marked[i], true);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        expect_mark(plain[i], false);
}

static void test_page_numbers(void **state) {
    (void)state;
    assert_true(prose_is_page_number(str_of("- 15 -"), false));
    assert_true(prose_is_page_number(str_of("— 1 —"), false));
    assert_true(prose_is_page_number(str_of("第 3 页 共 9 页"), false));
    assert_true(prose_is_page_number(str_of(" 7 "), true));
    assert_false(prose_is_page_number(str_of("7"), false));
    assert_false(prose_is_page_number(str_of("-15"), false));
    assert_false(prose_is_page_number(str_of("98.50"), true));
    assert_false(prose_is_page_number(str_of("- -"), true));
    assert_false(prose_is_page_number(str_of("第三页"), false));
    assert_false(prose_is_page_number(str_of(""), true));
}

#define CUT "全年完成道路养护四十二公里，新建排水管网，支出"
#define NEXT "资金共计三百万元，全部到位。"

static void expect_joint(const char *line, const char *next, size_t blanks, bool joined) {
    if (prose_continues(str_of(line), str_of(next), blanks) != joined)
        fail_msg("%s + %s: joined %d expected", line, next, joined);
}

/* A line of 42 characters without any punctuation. */
#define UNBROKEN                                                         \
    "为落实上级关于加强乡镇道路养护资金使用管理的" \
    "有关规定和本县实施办法的各项要求对资金"

static void test_cut_sentences_go_on(void **state) {
    static const char fund[] = "截至年底，全县共完成投资一千二百万元，其中，";
    (void)state;
    expect_joint(CUT, NEXT, 0, true);
    expect_joint(CUT, NEXT, 2, true);
    expect_joint(fund, "中央资金八百万元。", 1, true);
    expect_joint(CUT "12", "月底，完成支付。", 1, true);
    expect_joint(UNBROKEN, "使用情况，进行了检查。", 0, true);
}

static void test_in_doubt_a_line_begins_anew(void **state) {
    static const struct {
        const char *line, *next;
    } cases[] = {
        {CUT "。", NEXT}, /* closed */
        {CUT "）", NEXT},
        {CUT "：", NEXT},
        {CUT, "二、资金情况：良好。"}, /* a mark */
        {CUT, "（三）资金，全部到位。"},
        {CUT, "注：资金，全部到位。"},
        {CUT, "    " NEXT},                                   /* indented */
        {CUT, "云溪县交通局"},                                /* a signature */
        {CUT, "2023 年 4 月 5 日"},                           /* a date */
        {CUT, "2023年安排，已到位。"},                        /* how paragraphs begin */
        {CUT, "项目单位：云溪县交通局。"},                    /* a field */
        {"云溪县部门整体支出", "绩效自评报告，二〇二三年。"}, /* a title */
        {"二、绩效目标，指标设定与实施的情况说明", "设置了四项指标。"},
        {"养护 12 10 支出良好，全年累计完成投资", "管网，12。"}, /* columns */
        {CUT, "管网 3 4，完成。"},
        {"", "资金，全部到位。"},
        {CUT, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_joint(cases[i].line, cases[i].next, 0, false);
    expect_joint(CUT, NEXT, 3, false); /* a wide gap */
}

static void test_sentences(void **state) {
    (void)state;
    assert_true(prose_is_sentence(str_of("全年完成道路养护四十二公里，"
                                         "新建排水管网三处，均已验收。")));
    assert_false(prose_is_sentence(str_of("已完成。")));
    assert_false(prose_is_sentence(str_of("全年完成道路养护四十二公里，"
                                          "新建排水管网三处，均已验收")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_page_numbers),
        cmocka_unit_test(test_cut_sentences_go_on),
        cmocka_unit_test(test_in_doubt_a_line_begins_anew),
        cmocka_unit_test(test_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
