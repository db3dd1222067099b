#include "validate/paired.h"

#include "tests/read.h"

/* "1304.9 / 4198.25 = 31.082" the rate called `name` in the part; "none". */
static void put_rate(struct read *r, uint32_t part, const char *name) {
    struct operand top, bottom;
    struct decimal rate;
    const struct paired *paired = paired_new(&r->doc);
    assert_non_null(paired);
    if (!paired_find(paired, part, str_of(name), &top, &bottom)) {
        read_put(r, "none\n");
        return;
    }
    read_put(r, "%.*s / %.*s", STR_ARGS(top.text), STR_ARGS(bottom.text));
    if (paired_rate(&top, &bottom, &rate) && decimal_round(&rate, 2, DECIMAL_HALF_UP, &rate)) {
        struct str text = decimal_text(&r->doc.arena, &rate);
        read_put(r, " = %.*s", STR_ARGS(text));
    }
    read_put(r, "\n");
}

static void expect_rate(const char *source, const char *name, const char *expected) {
    struct read *r = read_source(source);
    put_rate(r, 0, name);
    assert_string_equal(r->text, expected);
    read_end(r);
}

#define FUNDS "| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"

/* The budget as adjusted over the year, before that of its beginning. */
static void test_the_fund_block(void **state) {
    (void)state;
    static const char source[] = FUNDS "| 年度资金总额 | 70 | 80 | 76 | 10 | 95% | 9.5 |\n"
                                       "| 其中：财政拨款 | 60 | 70 | 66 | — | — | — |\n";
    expect_rate(source, "预算执行率", "76 / 80 = 95.00\n");
    expect_rate(source, "执行率", "76 / 80 = 95.00\n");
    expect_rate(source, "资金到位率", "none\n");
}

static void test_names_of_other_rates(void **state) {
    (void)state;
    static const char source[] = FUNDS "| 年度资金总额 | 70 | 80 | 76 | 10 | 95% | 9.5 |\n";
    expect_rate(source, "预算调整率", "none\n");
    expect_rate(source, "三公经费执行率", "none\n");
    expect_rate(source, "", "none\n");
}

/* Which of two rows is the whole, nobody says. */
static void test_rows_without_a_total(void **state) {
    (void)state;
    expect_rate(FUNDS "| 中央资金 | 70 | 80 | 76 | 10 | 95% | 9.5 |\n"
                      "| 县级资金 | 60 | 70 | 66 | — | — | — |\n",
                "预算执行率", "none\n");
}

static void test_two_blocks_that_differ(void **state) {
    (void)state;
#define BLOCK(budget) FUNDS "| 年度资金总额 | 70 | " budget " | 76 | 10 | — | 9.5 |\n"
    expect_rate(BLOCK("80") "资金表\n" BLOCK("80"), "预算执行率", "76 / 80 = 95.00\n");
    expect_rate(BLOCK("80") "资金表\n" BLOCK("90"), "预算执行率", "none\n");
#undef BLOCK
}

static void test_assets_in_use(void **state) {
    (void)state;
    static const char source[] = "| 项目 | 固定资产合计 | 其中：在用固定资产 | 出租 |\n"
                                 "| 房屋 | 300 | 280 | 20 |\n"
                                 "| 设备 | 100 | 80 | 20 |\n"
                                 "| 合计 | 400 | 360 | 40 |\n";
    expect_rate(source, "固定资产利用率", "360 / 400 = 90.00\n");
}

static void test_fields_of_a_form(void **state) {
    (void)state;
    static const char source[] =
        "| 计划安排资金（万元） | 4198.25 | 实际到位资金（万元） | 1304.9 |\n"
        "| 实际支出（万元） | 1250 | 项目负责人 | 某某 |\n";
    expect_rate(source, "资金到位率", "1304.9 / 4198.25 = 31.08\n");
    expect_rate(source, "预算执行率", "1250 / 4198.25 = 29.77\n");
}

/* ---- quotients */

static struct operand figure(const char *text, int power) {
    struct operand operand = {.known = true, .power = power};
    assert_true(decimal_parse(str_of(text), &operand.value));
    return operand;
}

static void expect_quotient(struct operand top, struct operand bottom, const char *expected) {
    struct decimal rate, value;
    bool done = paired_rate(&top, &bottom, &rate);
    assert_int_equal(done, expected != NULL);
    if (!done)
        return;
    assert_true(decimal_parse(str_of(expected), &value));
    assert_int_equal(decimal_cmp(&rate, &value), 0);
}

static void test_quotients(void **state) {
    (void)state;
    expect_quotient(figure("1", 4), figure("3", 4), "33.333333");
    expect_quotient(figure("2", 4), figure("3", 4), "66.666667");
    expect_quotient(figure("0", 4), figure("3", 4), "0");
    expect_quotient(figure("1.5", 8), figure("30000", 4), "50"); /* 亿元 over 万元 */
    expect_quotient(figure("15000", 0), figure("3", 4), "50");
    expect_quotient(figure("1", 4), figure("0", 4), NULL);
    expect_quotient(figure("1", 4), figure("-3", 4), NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_fund_block),
        cmocka_unit_test(test_names_of_other_rates),
        cmocka_unit_test(test_rows_without_a_total),
        cmocka_unit_test(test_two_blocks_that_differ),
        cmocka_unit_test(test_assets_in_use),
        cmocka_unit_test(test_fields_of_a_form),
        cmocka_unit_test(test_quotients),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
