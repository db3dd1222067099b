#include "extract/equations.h"

#include "tests/read.h"

/* "2=0+1 3=2/0": each column with a formula and its terms, by index. */
static void expect_formulas(const char *source, const char *expected) {
    struct read *r = read_source(source);
    for (size_t s = 0; s < r->doc.reading.sections.count; s++) {
        const struct section *section = &r->doc.reading.sections.items[s];
        for (uint32_t i = 0; i < section->column_count; i++) {
            const struct formula *formula = section->columns[i].formula;
            for (uint32_t t = 0; formula && t < formula->count; t++) {
                const char *sign = formula->terms[t].minus ? "-" : "+";
                if (t == 0)
                    read_put(r, "%s%u=", r->len > 0 ? " " : "", i);
                else if (formula->ratio && t == 1)
                    sign = "/";
                read_put(r, "%s%u", t > 0 ? sign : "", formula->terms[t].column);
            }
        }
    }
    assert_string_equal(r->text, expected);
    read_end(r);
}

static void test_by_symbols(void **state) {
    (void)state;
    expect_formulas("| 项目 | 预算数① | 调整② | 小计③=①+② | 支出④ | "
                    "支出率⑤=④/③ |\n"
                    "| 道路 | 1 | 2 | 3 | 3 | 100% |\n",
                    "3=1+2 5=4/3");
    expect_formulas("| 项目 | 预算数(a) | 执行数B | 执行率(b/A) |\n| 道路 | 4 | "
                    "2 | 50% |\n",
                    "3=2/1");
}

static void test_by_numbers_below(void **state) {
    (void)state;
    expect_formulas("| 项目 | 预算数 | 执行数 | 结余 |\n"
                    "| 甲 | 1 | 2 | 3=1-2 |\n"
                    "| 道路 | 4 | 2 | 2 |\n",
                    "3=1-2");
    expect_formulas("| 项目 | 预算安排 | < | < |\n"
                    "| ^ | 年初 | 追加 | 小计 |\n"
                    "|  | (1) | (2) | (3)=(1)+(2) |\n"
                    "| 道路 | 4 | 2 | 6 |\n",
                    "3=1+2");
}

static void test_by_names(void **state) {
    (void)state;
    expect_formulas("| 项目 | 预算数 | 执行数 | 执行率（执行数÷预算数） |\n| 道路 | "
                    "4 | 2 | 50% |\n",
                    "3=2/1");
}

/* whole or not at all: an unknown symbol, one of two columns, the column
 * itself, a head over two columns */
static void test_unresolved(void **state) {
    (void)state;
    expect_formulas("| 项目 | 预算数(A) | 执行数(B) | 执行率(C/A) |\n| 道路 | 4 | "
                    "2 | 50% |\n",
                    "");
    expect_formulas("| 项目 | 预算数(A) | 执行数(A) | 合计(C=A+B) |\n| 道路 | 4 | "
                    "2 | 6 |\n",
                    "");
    expect_formulas("| 项目 | 预算数(A) | 执行数(B) | 合计(A=A+B) |\n| 道路 | 4 | "
                    "2 | 6 |\n",
                    "");
    expect_formulas("| 项目 | 资金(A) | < | 执行数(B) | 执行率(B/A) |\n"
                    "| ^ | 中央预算数 | 省级预算数 | ^ | ^ |\n"
                    "| 道路 | 4 | 2 | 3 | 50% |\n",
                    "");
}

/* rows of symbols belong to the header; rows of figures do not */
static void test_rows_of_symbols(void **state) {
    (void)state;
    static const char *const heads = "| 项目 | 预算数 | 执行数 | 结余 |\n";
    static const struct {
        const char *row;
        uint32_t header_rows;
    } cases[] = {
        {"| 栏次 | 1 | 2 | 3 |\n", 2},   {"| 1 | 2 | 3 | 4 |\n", 2},
        {"|  | 1 | 2 | 3=1-2 |\n", 2},   {"|  | ① | ② | ③ |\n", 2},
        {"|  | A | B | C |\n", 2},       {"|  | 1 | 2 | 3 |\n", 2},
        {"|  | 1 | 3 | 2 |\n", 1},       {"| 东桥 | 1 | 2 | 3 |\n", 1},
        {"|  | 2 | 3 | 4 |\n", 1},       {"|  | 12 | 10 | 2 |\n", 1},
        {"|  | 0.1 | 0.2 | 0.3 |\n", 1}, {"|  |  |  | 1 |\n", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char source[400];
        snprintf(source, sizeof source, "%s%s| 道路 | 4 | 2 | 2 |\n", heads, cases[i].row);
        struct read *r = read_source(source);
        assert_int_equal(r->doc.reading.sections.items[0].header_rows, cases[i].header_rows);
        read_end(r);
    }
}

/* the numbers of columns are no figures of the report */
static void test_symbols_are_no_quantities(void **state) {
    (void)state;
    struct read *r = read_source("| 项目 | 预算数 | 执行数 | 结余 |\n"
                                 "| 栏次 | 1 | 2 | 3=1-2 |\n"
                                 "| 道路 | 40 | 22 | 18 |\n");
    assert_int_equal(r->doc.reading.numbers, 3);
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_symbols),      cmocka_unit_test(test_by_numbers_below),
        cmocka_unit_test(test_by_names),        cmocka_unit_test(test_unresolved),
        cmocka_unit_test(test_rows_of_symbols), cmocka_unit_test(test_symbols_are_no_quantities),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
