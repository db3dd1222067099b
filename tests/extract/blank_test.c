#include "extract/blank.h"

#include "tests/read.h"

/* The blanks of a source, each in brackets. */
static void expect_blanks(const char *source, const char *expected) {
    struct read *r = read_source(source);
    for (size_t i = 0; i < r->doc.reading.blanks.count; i++) {
        const struct blank *blank = &r->doc.reading.blanks.items[i];
        struct str raw = str_slice(blank->passage->text, blank->start, blank->end);
        read_put(r, "<%.*s>", STR_ARGS(raw));
    }
    assert_string_equal(r->text, expected);
    read_end(r);
}

struct blank_case {
    const char *source, *blanks;
};

static void expect_all(const struct blank_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        expect_blanks(cases[i].source, cases[i].blanks);
}

#define EXPECT_ALL(cases) expect_all(cases, sizeof(cases) / sizeof *(cases))

static void test_names_and_figures_left_out(void **state) {
    static const struct blank_case cases[] = {
        {"XX县财政局20XX年度自评报告", "<XX县><20XX年>"},
        {"安排××万元，支出 xxx 元，执行率ＸＸ%。", "<××万元><xxx 元><ＸＸ%>"},
        {"依据〔20XX〕5号，202X年完成。", "<20XX><202X年>"},
        {"到位资金____万元，____年度项目，培训＿＿人。", "<____万元><____年度><＿＿人>"},
    };
    (void)state;
    EXPECT_ALL(cases);
}

static void test_requests(void **state) {
    static const struct blank_case cases[] = {
        {"（此处填写项目概况）", "<（此处填写项目概况）>"},
        {"概况【请填写】和〔填写〕", "<【请填写】><〔填写〕>"},
        {"（450字内）", "<（450字内）>"},
        {"| 概况 | （请填写） |\n| 原因（请填写） | 无 |\n", "<（请填写）>"},
    };
    (void)state;
    EXPECT_ALL(cases);
}

static void test_lost_figures(void **state) {
    static const struct blank_case cases[] = {
        {"合计#REF!，执行率#DIV/0!，增长#N/A。", "<#REF!><#DIV/0!><#N/A>"},
        {"| 合计 | #VALUE! |\n| 支出 | 2 |\n", "<#VALUE!>"},
    };
    (void)state;
    EXPECT_ALL(cases);
}

static void test_what_is_no_blank(void **state) {
    static const struct blank_case cases[] = {
        /* masked persons and numbers */
        {"张××、李XX等3人，138****1234，王XX市长，刘xx村民。", ""},
        /* models, products, multiplication, marks of other kinds */
        {"型号XX-100、DXX5县、2×3米、单价××数量，序号#3，凭证2020.8.1#。", ""},
        /* lines to sign on */
        {"签字：______  日期：____年__月__日", ""},
        {"（填写人：王某）（填写日期）请填写完整（不超过五页）", ""},
        /* a bracket that never closes, and a label of a form */
        {"（请填写", ""},
        {"| 项目概况（请填写） | 修渠 |\n", ""},
        {"X年，20X", ""},
    };
    (void)state;
    EXPECT_ALL(cases);
}

/* The same words once a part, with the words before them. */
static void test_findings(void **state) {
    (void)state;
    expect_findings("本项目由XX县实施，XX县自筹。\n合计#REF!。\nXX县。\n",
                    "info text.placeholder 本项目由XX县 XX县  @0\n"
                    "info text.placeholder 合计#REF! #REF!  @1\n");
    expect_findings("本项目由青沙县实施。", "");
}

static void test_memory_runs_out(void **state) {
    struct read *r = read_source("本项目由XX县实施。");
    bool fine = true;
    (void)state;
    r->doc.arena.budget = r->doc.arena.total;
    for (int i = 0; fine && i < 1000000; i++)
        fine = blank_scan(&r->doc, read_config.lexicon, &r->doc.document.paragraphs.items[0], 0,
                          &r->err);
    assert_false(fine);
    assert_int_equal(r->err.code, ERR_MEMORY);
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_and_figures_left_out),
        cmocka_unit_test(test_requests),
        cmocka_unit_test(test_lost_figures),
        cmocka_unit_test(test_what_is_no_blank),
        cmocka_unit_test(test_findings),
        cmocka_unit_test(test_memory_runs_out),
    };
    return cmocka_run_group_tests_name("blank", tests, read_open, read_close);
}
