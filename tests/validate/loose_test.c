#include "tests/read.h"

/* Paragraphs of a text, and the checks of `rule` that they give. */
static void expect(const char *text, const char *rule, const char *checks) {
    struct read *r = read_text(text);
    read_show_checks(r, rule);
    assert_string_equal(r->text, checks);
    assert_int_equal(r->doc.verdict.findings.count, 0);
    read_end(r);
}

static void test_a_total_behind_its_figures(void **state) {
    (void)state;
    expect("支出内容\n\n实际支出数\n\n防火宣传\n\n45300\n\n油料\n\n2015\n\n服装\n\n16900\n\n"
           "支出合计\n\n64215\n",
           "amount.total", "amount.total pass 64215 64215 @-1\n");
    expect("防火\n\n9000.10\n\n油料\n\n800.20\n\n服装\n\n70.30\n\n總計\n\n9870.6\n", "amount.total",
           "amount.total pass 9870.6 9870.6 @-1\n");
}

/* What does not add up proves nothing; of two figures it would be chance. */
static void test_what_is_no_total(void **state) {
    (void)state;
    expect("防火\n\n45300\n\n油料\n\n2015\n\n服装\n\n16900\n\n支出合计\n\n64216\n", "amount.total",
           "amount.total unverifiable 64216 unreadable_row @-1\n");
    expect("防火\n\n45300\n\n油料\n\n2015\n\n支出合计\n\n47315\n", "amount.total", "");
    expect("防火\n\n45300\n\n油料\n\n2015\n\n服装\n\n16900\n\n共用去\n\n64215\n", "amount.total",
           "");
    expect("合计\n\n100\n", "amount.total", "");
    expect("100\n", "amount.total", "");
}

static void test_a_rate_in_a_line_of_figures(void **state) {
    (void)state;
    expect("年度资金总额\n\n52.80 52.80 100.00% 30.80 58.33%\n", "rate.ratio",
           "rate.ratio pass 100.00 100.00 @-1\nrate.ratio pass 58.33 58.33 @-1\n");
    expect("年度资金总额\n\n52.80 30.80 58.30%\n", "rate.ratio",
           "rate.ratio unverifiable 58.30 unreadable_row @-1\n");
    expect("全年\n\n52.80 元 30.80 又 58.33%\n", "rate.ratio", "");
    expect("全年\n\n30.80 58.33%\n", "rate.ratio", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_total_behind_its_figures),
        cmocka_unit_test(test_what_is_no_total),
        cmocka_unit_test(test_a_rate_in_a_line_of_figures),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
