/* What sentences tell stands in tests/spec/tellings.spec; here are tables, fields and parts. */
#include "extract/telling.h"

#include "tests/read.h"

/* "0 spent 基本支出 480 万元": part, measure, subject, figure; "~" where it is the likeliest
 * reading only, the year where it is not the report's, "t0" for a row of funds. */
static void show_tellings(struct read *r) {
    static const char *const measures[] = {"none",    "original", "adjusted", "planned",
                                           "arrived", "income",   "spent",    "rate"};
    for (size_t i = 0; i < r->doc.reading.tellings.count; i++) {
        const struct telling *telling = &r->doc.reading.tellings.items[i];
        const struct mention *mention = &r->doc.reading.mentions.items[telling->mention];
        read_put(r, "%u %s%s", telling->part, telling->certain ? "" : "~",
                 measures[telling->measure]);
        if (telling->subject.len > 0)
            read_put(r, " %.*s", STR_ARGS(telling->subject));
        if (telling->year.len > 0)
            read_put(r, " %.*s", STR_ARGS(telling->year));
        read_put(r, " %.*s %.*s", STR_ARGS(mention->number), STR_ARGS(mention->unit));
        if (telling->table != PLACE_NONE)
            read_put(r, " t%d", telling->table);
        read_put(r, "\n");
    }
}

#define FUNDS "| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"

static void test_the_fund_block(void **state) {
    (void)state;
    struct read *r = read_source(FUNDS "| 年度资金总额 | 70 | 80 | 76 | 10 | 95% | 9.5 |\n");
    show_tellings(r);
    assert_non_null(strstr(r->text, "original 70 万元 t0\n"));
    assert_non_null(strstr(r->text, "adjusted 80 万元 t0\n"));
    assert_non_null(strstr(r->text, "spent 76 万元 t0\n"));
    read_end(r);
}

static void test_each_report_tells_of_itself(void **state) {
    (void)state;
    read_expect("青泷县水利局2023年度部门整体支出绩效自评报告\n"
                "一、部门概况\n"
                "2023年我局全年预算数100万元。\n"
                "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                "| 产出 | 修渠长度 | 60 | 58 |\n| 效益 | 受益户数 | 40 | 37 |\n"
                "| 合计 | < | 100 | 95 |\n"
                "2023年度护坡项目支出绩效自评报告\n"
                "一、项目概况\n"
                "本项目全年预算数20万元。\n"
                "| 一级指标 | 二级指标 | 分值 | 得分 |\n"
                "| 产出 | 护坡长度 | 60 | 50 |\n| 效益 | 受益户数 | 40 | 38 |\n"
                "| 合计 | < | 100 | 88 |\n",
                show_tellings, "0 adjusted 100 万元\n1 adjusted 20 万元\n");
}

static void test_no_figures_no_tellings(void **state) {
    (void)state;
    read_expect("全年支出情况良好。\n", show_tellings, "");
    read_expect("\n", show_tellings, "");
}

/* The memory of what was told ends anywhere: the reading says so. */
static void test_memory_out(void **state) {
    (void)state;
    struct read *r = read_source(FUNDS "| 年度资金总额 | 70 | 80 | 76 | 10 | 95% | 9.5 |\n");
    r->doc.arena.budget = r->doc.arena.total;
    while (arena_alloc(&r->doc.arena, 16))
        continue;
    assert_false(telling_scan(&r->doc, &read_config, &r->err));
    assert_int_equal(r->err.code, ERR_MEMORY);
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_fund_block),
        cmocka_unit_test(test_each_report_tells_of_itself),
        cmocka_unit_test(test_no_figures_no_tellings),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
