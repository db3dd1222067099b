/* The notations stand in tests/spec/head_formulas.spec; here is what is taken apart, and bounds. */
#include "extract/head_formula.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ROOM = 2048 };

/* "小计 | ③ | ①+②": name, symbol, formula. */
static void expect_parts(const char *head, const char *expected) {
    struct head_parts parts = head_formula_split(str_of(head));
    char text[ROOM];
    snprintf(text, sizeof text, "%.*s | %.*s | %.*s", STR_ARGS(parts.name), STR_ARGS(parts.symbol),
             STR_ARGS(parts.formula));
    assert_string_equal(text, expected);
}

/* "③ - ④", "④ / ③ %": its terms with their signs; "none". */
static void expect_formula(const char *formula, const char *expected) {
    struct head_formula read;
    char text[ROOM] = "none";
    size_t len = 0;
    bool done = head_formula_read(str_of(formula), &read);
    for (uint32_t i = 0; done && i < read.count; i++) {
        const char *sign = read.terms[i].minus ? " - " : read.ratio && i == 1 ? " / " : " + ";
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%.*s", i ? sign : "",
                                STR_ARGS(read.terms[i].text));
    }
    if (done && read.percent)
        snprintf(text + len, sizeof text - len, " %%");
    assert_string_equal(text, expected);
}

static void test_equations(void **state) {
    (void)state;
    expect_parts("小计③=①+②", "小计 | ③ | ①+②");
    expect_parts("小计(C=A+B)", "小计 | C | A+B");
    expect_parts("小计(3=1+2)", "小计 | 3 | 1+2");
    expect_parts("合计12=10+11", "合计 | 12 | 10+11");
    expect_parts("资金结余率(%)⑦=⑥/③", "资金结余率(%) | ⑦ | ⑥/③");
    expect_parts("合计③=①+②(万元)", "合计 | ③ | ①+②");
}

static void test_formulas_without_a_left_side(void **state) {
    (void)state;
    expect_parts("执行率(B/A)", "执行率 |  | B/A");
    expect_parts("执行率(B/A×100%)", "执行率 |  | B/A×100%");
    expect_parts("执行率(B/A)(%)", "执行率 |  | B/A");
    expect_parts("执行率B/A", "执行率 |  | B/A");
}

static void test_symbols_alone(void **state) {
    (void)state;
    expect_parts("全年预算数(A)", "全年预算数 | A | ");
    expect_parts("年初部门预算安排金额①", "年初部门预算安排金额 | ① | ");
    expect_parts("①年初预算", "年初预算 | ① | ");
    expect_parts("全年执行数B", "全年执行数 | B | ");
    expect_parts("全年预算数(万元)(A)", "全年预算数(万元) | A | ");
}

/* What looks like a formula and is none stays part of the name. */
static void test_names_stay_whole(void **state) {
    (void)state;
    static const char *const names[] = {
        "",      "得分",    "单价(元/人)",   "A=B",   "2022年",
        "5G",    "指标=值", "(40分)",        "甲/乙", "支出(其中:项目)",
        "合计=", "=A+B+",   "中央/地方/其他"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_int_equal(head_formula_split(str_of(names[i])).formula.len, 0);
}

static void test_sums(void **state) {
    (void)state;
    expect_formula("①+②", "① + ②");
    expect_formula("A-B+C", "A - B + C");
    expect_formula("③—④", "③ - ④");
    expect_formula("(A+B)", "A + B");
    expect_formula("(1)+(2)", "1 + 2");
    expect_formula("基本支出+项目支出", "基本支出 + 项目支出");
    expect_formula("99-1", "99 - 1");
}

static void test_ratios(void **state) {
    (void)state;
    expect_formula("④/③", "④ / ③");
    expect_formula("B÷A×100%", "B / A %");
    expect_formula("(B/A)*100", "B / A %");
    expect_formula("A/(B+C)", "A / B + C");
    expect_formula("A/(B-C)×100%", "A / B - C %");
    expect_formula("A/B/C", "none");
    expect_formula("(A+B)/C", "none");
    expect_formula("A+B×100%", "none");
}

/* A formula is read whole or not at all. */
static void test_what_is_no_formula(void **state) {
    (void)state;
    static const char *const texts[] = {
        "", "+", "A+", "+A", "A++B", "AB+C", "100+1", "00+1", "甲+乙", "A+B=", "(A+B", "A/", "A/()",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect_formula(texts[i], "none");
}

static void test_bounds(void **state) {
    (void)state;
    char text[ROOM] = "1", head[ROOM];
    struct head_formula formula;
    for (int i = 2; i <= HEAD_FORMULA_TERMS; i++)
        sprintf(text + strlen(text), "+%d", i);
    assert_true(head_formula_read(str_of(text), &formula));
    assert_int_equal(formula.count, HEAD_FORMULA_TERMS);
    strcat(text, "+99");
    assert_false(head_formula_read(str_of(text), &formula));
    memset(head, '(', sizeof head - 1);
    head[sizeof head - 1] = '\0';
    assert_false(head_formula_read(str_of(head), &formula));
    assert_int_equal(head_formula_split(str_of(head)).formula.len, 0);
}

static void expect_symbol(const char *text, const char *expected) {
    struct str symbol;
    if (head_formula_symbol(str_of(text), &symbol))
        assert_true(str_is(symbol, expected));
    else
        assert_string_equal("", expected);
}

static void test_symbols(void **state) {
    (void)state;
    expect_symbol("A", "A");
    expect_symbol("(b)", "b");
    expect_symbol("((12))", "12");
    expect_symbol("⑳", "⑳");
    expect_symbol("(1)(2)", "");
    expect_symbol("100", "");
    expect_symbol("01", "");
    expect_symbol("甲", "");
    expect_symbol("AB", "");
    expect_symbol("()", "");
    expect_symbol("", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equations),
        cmocka_unit_test(test_formulas_without_a_left_side),
        cmocka_unit_test(test_symbols_alone),
        cmocka_unit_test(test_names_stay_whole),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_ratios),
        cmocka_unit_test(test_what_is_no_formula),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_symbols),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
