#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "extract/label.h"

#define S(literal) ((struct str)STR(literal))

static void expect(struct str before, const char *label) {
    struct str found = label_before(before, 0, before.len);
    if (!str_is(found, label))
        fail_msg("%.*s: label %.*s", STR_ARGS(before), STR_ARGS(found));
}

static void test_labels(void **state) {
    (void)state;
    expect(S("其中基本支出"), "基本支出");
    expect(S("共下达资金，其中：土地出让收入达到"), "土地出让收入");
    expect(S("预算执行率为"), "预算执行率");
    expect(S("预算资金："), "预算资金");
    expect(S("（二）项目支出"), "项目支出");
    expect(S("资金（含结转）"), "资金（含结转）");
    expect(S("提前下达"), "提前下达");
    expect(S("，"), "");
    expect(S(""), "");
}

/* Words that introduce go, but not where they begin another word: 含量 is no 含. */
static void test_words_in_front(void **state) {
    (void)state;
    expect(S("一是基本支出"), "基本支出");
    expect(S("其中，一是基本支出"), "基本支出");
    expect(S("上述项目支出"), "项目支出");
    expect(S("含量检测费"), "含量检测费");
    expect(S("即时通讯费"), "即时通讯费");
    expect(S("至今累计支出"), "至今累计支出");
    expect(S("☑项目支出"), "项目支出");
    expect(S("》规定的补助"), "规定的补助");
}

static void test_words_behind(void **state) {
    (void)state;
    expect(S("项目支出分别为"), "项目支出");
    expect(S("项目支出总额为"), "项目支出");
    expect(S("项目支出共计"), "项目支出");
    expect(S("项目支出达"), "项目支出");
    expect(S("上级下达"), "上级下达");
    expect(S("资金统计"), "资金统计");
    expect(S("费用节约"), "费用节约");
    expect(S("在岗人均"), "在岗人均");
    expect(S("现有"), "现有");
    expect(S("资金到"), "资金");
    expect(S("实到"), "实到");
    expect(S("高等"), "高等");
}

/* Nothing may be left of what only ties. */
static void test_nothing_but_ties(void **state) {
    (void)state;
    static const char *const texts[] = {"为", "共计", "其中", "其中：", "约为", "，共", "（"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect(str_of(texts[i]), "");
}

static void test_it_ends_with_its_clause(void **state) {
    (void)state;
    expect(S("全年预算100万元，支出"), "支出");
    expect(S("预算安排；实际支出"), "实际支出");
    expect(S("工程款、设备款"), "设备款");
    expect(S("概况\n支出"), "支出");
}

static void test_it_stays_behind_the_figure_before(void **state) {
    (void)state;
    struct str text = S("9个实施标段的技术费");
    assert_true(str_is(label_before(text, strlen("9个"), text.len), "实施标段的技术费"));
}

/* A sentence without an end is looked at for some forty characters only, and cut between them. */
static void test_long_clauses(void **state) {
    static char text[3 * 5000];
    (void)state;
    for (size_t i = 0; i < sizeof text; i += 3)
        memcpy(text + i, "项", 3);
    struct str found = label_before((struct str){text, sizeof text}, 0, sizeof text);
    assert_true(found.len > 0 && found.len <= 120 && found.len % 3 == 0);
}

static void test_breaks(void **state) {
    (void)state;
    assert_true(label_is_break(0xFF0C) && label_is_break(0x3002) && label_is_break('\n'));
    assert_false(label_is_break('.') || label_is_break(0x5143) || label_is_break(' '));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels),
        cmocka_unit_test(test_words_in_front),
        cmocka_unit_test(test_words_behind),
        cmocka_unit_test(test_nothing_but_ties),
        cmocka_unit_test(test_it_ends_with_its_clause),
        cmocka_unit_test(test_it_stays_behind_the_figure_before),
        cmocka_unit_test(test_long_clauses),
        cmocka_unit_test(test_breaks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
