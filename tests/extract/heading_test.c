#include "extract/heading.h"

#include <stdio.h>

#include "tests/extract/prose_bench.h"

static void scan(struct bench *bench, const char *numbering, const char *text) {
    bench_load(bench, str_of(text));
    bench->passages[0].numbering = str_of(numbering);
    assert_true(heading_scan(&bench->doc, &bench->passages[0], 7, &bench->err));
}

static void test_typed_mark(void **state) {
    struct bench *bench = *state;
    scan(bench, "", "\xe3\x80\x80（二）资金情况"); /* an ideographic space before it */
    assert_int_equal(bench->doc.reading.headings.count, 1);
    const struct heading *heading = &bench->doc.reading.headings.items[0];
    assert_true(str_is(heading->mark, "（二）"));
    assert_int_equal(heading->level, 2);
    assert_int_equal(heading->number, 2);
    assert_int_equal(heading->paragraph, 7);
    assert_ptr_equal(heading->passage, &bench->passages[0]);
    assert_false(heading->automatic);
    bench_clear(bench);
}

static void test_automatic_mark(void **state) {
    struct bench *bench = *state;
    scan(bench, "三、", "资金情况");
    assert_int_equal(bench->doc.reading.headings.items[0].number, 3);
    assert_true(bench->doc.reading.headings.items[0].automatic);
    bench_clear(bench);
    scan(bench, "•", "1.要点"); /* Word's bullet, and a list item's own text */
    assert_int_equal(bench->doc.reading.headings.count, 0);
    bench_clear(bench);
}

/* "（二） 2 2": mark, level, number of the first heading; "" for none. */
static void expect(struct bench *bench, const char *text, const char *expected) {
    char shown[256] = "";
    scan(bench, "", text);
    if (bench->doc.reading.headings.count > 0) {
        const struct heading *heading = &bench->doc.reading.headings.items[0];
        snprintf(shown, sizeof shown, "%.*s %u %u", STR_ARGS(heading->mark), heading->level,
                 heading->number);
    }
    assert_string_equal(shown, expected);
    bench_clear(bench);
}

/* GB/T 9704—2012, 7.3.3: 一、 （一） 1. （1）, and what else is in use. */
static void test_styles_of_marks(void **state) {
    struct bench *bench = *state;
    expect(bench, "一、部门概况", "一、 1 1");
    expect(bench, "十二．存在问题", "十二． 1 12");
    expect(bench, "（二十三）资金", "（二十三） 2 23");
    expect(bench, "(三)资金", "(三) 2 3");
    expect(bench, "1.数量指标", "1. 3 1");
    expect(bench, "２．质量指标", "２． 3 2");
    expect(bench, "3）时效指标", "3） 3 3");
    expect(bench, "（4）成本指标", "（4） 4 4");
    expect(bench, "⑤满意度", "⑤ 5 5");
    expect(bench, "⑳其他", "⑳ 5 20");
}

static void test_parts_and_chapters(void **state) {
    struct bench *bench = *state;
    char part[64], chapter[64];
    scan(bench, "", "第一部分 部门概况");
    uint32_t level = bench->doc.reading.headings.items[0].level;
    bench_clear(bench);
    snprintf(part, sizeof part, "第三部分 %u 3", level);
    snprintf(chapter, sizeof chapter, "第十章 %u 10", level);
    expect(bench, "第三部分 绩效情况", part);
    expect(bench, "第十章 附则", chapter);
    expect(bench, "第一季度支出", "");
    expect(bench, "第三方评价", "");
    expect(bench, "第部分", "");
}

/* What follows must not go on counting; a year may. */
static void test_what_follows_a_mark(void **state) {
    struct bench *bench = *state;
    expect(bench, "二、三季度支出", "");
    expect(bench, "1.5万元", "");
    expect(bench, "3、2022年预算安排", "3、 3 3");
    expect(bench, "3、2022项目", "");
    expect(bench, "3.20ab年", "");
    expect(bench, "12、13号楼", "");
    expect(bench, "一、", "一、 1 1");
    expect(bench, " 1 . 数量", "1 . 3 1");
}

static void test_no_marks(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {"2.5万元",    "2020年",  "一是",     "二、三季度",
                                        "（2023年）", "123、甲", "第三方",   "0.甲",
                                        "（一",       "1",       "十十、甲", "①"};
    for (size_t i = 0; i + 1 < sizeof texts / sizeof *texts; i++) {
        scan(bench, "", texts[i]);
        assert_int_equal(bench->doc.reading.headings.count, 0);
        bench_clear(bench);
    }
}

/* A heading and the points that are read from it: name, weight, score. */
static void test_points(void **state) {
    struct bench *bench = *state;
    static const char *const texts[][4] = {
        {"（一）项目决策（满分20分，自评得分19分）", "项目决策", "20", "19"},
        {"1.立项依据（自评得分 4.5 分）。依据充分。", "立项依据", "", "4.5"},
        {"（1）资金到位率(5分)：得5分", "资金到位率", "5", "5"},
        {"二、过程（２５分）", "过程", "25", ""},
        {"三、效益（分值：12；得分：11）", "效益", "12", "11"},
        {"四、产出（见附件）（权重30分/得分28分）", "产出", "30", "28"},
        {"二、产出（2023年）", "", "", ""},
        {"四、培训（3期，扣2分）", "", "", ""},
        {"五、满意度较高。群众满意度（92分）", "", "", ""},
        {"六、自评结论（自评得分94.5分）", "", "", ""},
        {"七、过程（20分", "", "", ""},
        {"（一）（20分）", "", "", ""},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        scan(bench, "", texts[i][0]);
        const struct heading *heading = &bench->doc.reading.headings.items[0];
        bool named = str_starts(heading->name, texts[i][1]);
        if (!named || (heading->name.len > 0) != (*texts[i][1] != '\0') ||
            !str_is(heading->weight, texts[i][2]) || !str_is(heading->score, texts[i][3]))
            fail_msg("%s: %.*s %.*s %.*s", texts[i][0], STR_ARGS(heading->name),
                     STR_ARGS(heading->weight), STR_ARGS(heading->score));
        bench_clear(bench);
    }
}

/* A passage of a cell is no heading, also where there are only tables. */
static void test_a_passage_that_is_no_paragraph(void **state) {
    (void)state;
    static struct doc doc;
    const struct passage passage = {.text = STR("（自评得分18分）")};
    assert_null(heading_with_points(&doc, &passage));
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    bench_load(bench, str_of("一、甲"));
    bench_exhaust(bench);
    assert_false(heading_scan(&bench->doc, &bench->passages[0], 0, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_typed_mark),
        cmocka_unit_test(test_automatic_mark),
        cmocka_unit_test(test_styles_of_marks),
        cmocka_unit_test(test_parts_and_chapters),
        cmocka_unit_test(test_what_follows_a_mark),
        cmocka_unit_test(test_no_marks),
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_a_passage_that_is_no_paragraph),
        cmocka_unit_test(test_memory_out),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
