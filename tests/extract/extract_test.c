/* extract, normalize and validate as a whole: without memory, and on long documents. */
#include "tests/read.h"

/* A form with everything in it: title, fields, funds, indicators, a breakdown, prose. */
static const char everything[] = "项目支出绩效自评表\n"
                                 "（2023年度）\n"
                                 "项目单位：青泷县水利局\n"
                                 "一、项目概况\n"
                                 "全年安排资金100万元，分别为："
                                 "中央资金60万元，省级资金30万元，"
                                 "县级资金20万元。\n"
                                 "| 项目名称 | 修渠 | 自评得分 | 93 | 绩效等级 | "
                                 "优 |\n"
                                 "| 项目资金（万元） | 全年预算数 | 全年执行数 "
                                 "| 分值 | 执行率 | "
                                 "得分 |\n"
                                 "| 年度资金总额 | 100 | 95 | 10 | 96% | 9.5 |\n"
                                 "| 其中：财政拨款 | 60 | 95 | 10 | 95% | 9.5 |\n"
                                 "| 其他资金 | 45 | 0 | — | — | — |\n"
                                 "| 一级指标 | 二级指标 | 年度指标值 | 分值 | "
                                 "得分 | 备注 |\n"
                                 "| 产出（50分） | 修渠长度 | ≥5公里 | 40 | 41 |  |\n"
                                 "| 效益（40分） | 受益户数 | ≥50户 | 50 |  | 加分 "
                                 "|\n"
                                 "| 合计 | < | < | 90 | 94 |  |\n"
                                 "二、支出明细\n"
                                 "| 单位名称 | 支出合计（万元） | 其中："
                                 "基本支出 | 项目支出 |\n"
                                 "| 局机关 | 30 | 20 | 10 |\n"
                                 "| 河道所 | 15 | 9 | 6 |\n"
                                 "| 小计 | 46 | 29 | 16 |\n"
                                 "| 合计 | 45 | 29 | 17 |\n"
                                 "| 计划安排资金（万元） | 100.5 | 结余（万元） |"
                                 " 90 |\n"
                                 "| 其中：中央财政 | 60.5 | 实际支出（万元） | 60 "
                                 "|\n";

/* Runs the stages in so many bytes: done, or ended by an error that says so. */
static bool run_within(size_t budget) {
    struct read *r = read_begin(LIMIT_ARENA_BYTES);
    read_build(&r->doc, everything);
    r->doc.arena.budget = r->doc.arena.total + budget;
    bool done = read_stages(r);
    if (!done) {
        assert_int_equal(r->err.code, ERR_MEMORY);
        assert_true(r->doc.arena.exhausted);
    }
    read_end(r);
    return done;
}

static void test_memory_may_end_anywhere(void **state) {
    size_t budget = 0, failures = 0;
    (void)state;
    while (!run_within(budget)) {
        budget += budget < 20000 ? 97 : 1009;
        failures++;
        assert_true(budget < (64u << 20));
    }
    assert_true(failures > 20);
}

/* The arena ends at its n-th allocation, whatever its size. */
static void test_memory_may_end_at_any_allocation(void **state) {
    (void)state;
    struct read *r = read_source(everything);
    size_t whole = r->doc.arena.total;
    read_end(r);
    for (size_t budget = 0; budget < whole; budget += whole / 400 + 1)
        run_within(budget);
    assert_true(run_within(whole));
}

/* ---- long documents: every stage is linear, or these take minutes */

struct text {
    char *bytes;
    size_t len, room;
};

static void add(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void add(struct text *text, const char *format, ...) {
    va_list args;
    if (text->room - text->len < 1024) {
        text->room = text->room * 2 + 4096;
        text->bytes = realloc(text->bytes, text->room);
        assert_non_null(text->bytes);
    }
    va_start(args, format);
    text->len += (size_t)vsnprintf(text->bytes + text->len, 1024, format, args);
    va_end(args);
}

/* Reads the text and frees it. */
static struct read *read_long(struct text *text) {
    struct read *r = read_text(text->bytes);
    free(text->bytes);
    return r;
}

static void test_a_long_table(void **state) {
    struct text text = {0};
    (void)state;
    add(&text, "一级指标\t二级指标\t分值\t得分\n");
    for (int i = 0; i < 20000; i++)
        add(&text, "产出\t指标%d\t1\t1\n", i);
    add(&text, "合计\t\t20000\t20000\n");
    struct read *r = read_long(&text);
    assert_int_equal(r->doc.record.indicators.count, 20000);
    read_show_checks(r, "score.total");
    assert_string_equal(r->text, "score.total pass 20000 20000 @20001,3\n");
    read_end(r);
}

static void test_a_long_list_of_amounts(void **state) {
    struct text text = {0};
    (void)state;
    add(&text, "序号\t名称\t金额（万元）\n");
    for (int i = 0; i < 20000; i++)
        add(&text, "%d\t修渠\t1.5\n", i + 1);
    add(&text, "合计\t\t30000\n");
    struct read *r = read_long(&text);
    read_show_checks(r, "amount.total");
    assert_string_equal(r->text, "amount.total pass 30000 30000 @20001,2\n");
    read_end(r);
}

static void test_many_small_tables(void **state) {
    struct text text = {0};
    (void)state;
    for (int i = 0; i < 2000; i++)
        add(&text,
            "第%d张表如下。"
            "\n\n一级指标\t二级指标\t分值\t得分\n产出\t修渠\t60\t58\n"
            "效益\t户数\t40\t38\n合计\t\t100\t96\n\n",
            i);
    struct read *r = read_long(&text);
    assert_int_equal(r->doc.reading.sections.count, 2000);
    assert_int_equal(r->doc.record.indicators.count, 4000);
    assert_int_equal(r->doc.verdict.findings.count, 0);
    read_end(r);
}

static void test_many_titles(void **state) {
    struct text text = {0};
    (void)state;
    for (int i = 0; i < 5000; i++) {
        add(&text,
            "第%d号护坡项目2023年度绩效自评报告\n\n部门整体支出绩效"
            "评价评分表\n\n",
            i);
        for (int line = 0; i % 2 && line < 12; line++)
            add(&text, "本段说明情况。\n\n");
    }
    struct read *r = read_long(&text);
    assert_int_equal(r->doc.reading.parts.count, 2500);
    read_end(r);
}

static void test_a_long_form(void **state) {
    struct text text = {0};
    (void)state;
    add(&text, "计划安排资金（万元）\t10000\t实际支出（万元）\t10000\n");
    for (int i = 0; i < 10000; i++)
        add(&text, "其中：来源%d\t1\t其中：用途%d\t1\n", i, i);
    struct read *r = read_long(&text);
    assert_int_equal(r->doc.reading.fields.count, 20002);
    read_end(r);
}

static void test_many_total_rows(void **state) {
    struct text text = {0};
    (void)state;
    add(&text, "一级指标\t二级指标\t分值\t得分\n");
    for (int i = 0; i < 5000; i++)
        add(&text, "产出\t指标%d\t1\t1\n合计\t\t1\t1\n", i);
    add(&text, "\n\n\n说明\n\n名称\t金额（万元）\n");
    for (int i = 0; i < 5000; i++)
        add(&text, "修渠%d\t1\n合计\t1\n", i);
    struct read *r = read_long(&text);
    assert_int_equal(r->doc.record.indicators.count, 5000);
    read_end(r);
}

static void test_parts_without_end(void **state) {
    struct text text = {0};
    (void)state;
    add(&text, "支出内容\t金额（万元）\n人员经费\t60\n其中：工资\t45\n");
    for (int i = 0; i < 20000; i++)
        add(&text, "用途%d\t1\n", i);
    add(&text, "合计\t20105\n");
    struct read *r = read_long(&text);
    assert_int_equal(r->doc.reading.sections.count, 1);
    read_end(r);
}

static void test_a_wide_table(void **state) {
    struct text text = {0};
    (void)state;
    for (int block = 0; block < 40; block++) {
        add(&text, "单位名称");
        for (int i = 1; i < 1000; i++)
            add(&text, "\t%s", i % 2 ? "合计" : "其中：金额");
        for (int row = 0; row < 3; row++) {
            add(&text, "\n单位");
            for (int i = 1; i < 1000; i++)
                add(&text, "\t5");
        }
        add(&text, "\n\n\n\n以上为第%d表。\n\n", block);
    }
    struct read *r = read_long(&text);
    assert_int_equal(r->doc.reading.sections.count, 40);
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_may_end_anywhere),
        cmocka_unit_test(test_memory_may_end_at_any_allocation),
        cmocka_unit_test(test_a_long_table),
        cmocka_unit_test(test_a_long_list_of_amounts),
        cmocka_unit_test(test_many_small_tables),
        cmocka_unit_test(test_many_titles),
        cmocka_unit_test(test_a_long_form),
        cmocka_unit_test(test_many_total_rows),
        cmocka_unit_test(test_parts_without_end),
        cmocka_unit_test(test_a_wide_table),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
