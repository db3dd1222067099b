#include "extract/enumeration.h"

#include "tests/extract/prose_bench.h"

static size_t count_of(struct bench *bench, const char *text) {
    assert_true(enumeration_scan(bench_read(bench, text), &bench->err));
    return bench->doc.reading.statements.count;
}

static void test_items_across_sentences(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "实施项目9个。一是水利项目4个。已完工。"
                                     "二是林业项目5个，共2万元。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    assert_true(bench_statement(bench, 0)->doubtful); /* no word says that these are all */
    assert_false(bench_statement(bench, 0)->closed);
    bench_clear(bench);
}

static void test_paragraphs_under_a_colon(void **state) {
    struct bench *bench = *state;
    assert_int_equal(count_of(bench, "投入资金9万元，具体为：\n1.道路4万元。"
                                     "\n2.桥梁5万元。"),
                     1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    assert_true(bench_statement(bench, 0)->closed);
    assert_false(bench_statement(bench, 0)->doubtful);
    bench_clear(bench);
}

static void test_no_enumerations(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "投入资金9万元。\n1.道路4万元。\n2.桥梁5万元。", /* sections, no list */
        "项目9个。一是水利项目4个。二是加强管理。",      /* an item without */
        "项目9个。一是水利4个、林业2个。二是其他3个。",  /* an item with two */
        "项目9个、活动3个。一是水利4个。二是林业5个。",  /* two wholes */
        "项目9个。一是水利4个。三是林业5个。",           /* a number leaps */
        "项目约9个。一是水利4个。二是林业5个。",         /* no exact whole */
        "一是水利4个。二是林业5个。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

static void test_memory_out(void **state) {
    struct bench *bench = *state;
    struct prose *prose = bench_read(bench, "项目9个。一是水利4个。二是林业5个。");
    bench_exhaust(bench);
    assert_false(enumeration_scan(prose, &bench->err));
    assert_int_equal(bench->err.code, ERR_MEMORY);
    bench_clear(bench);
}

static void test_styles_of_marks(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "投入资金9万元，具体如下：\n（1）道路4万元。\n（2）桥梁5万元。",
        "投入资金9万元，具体如下：\n①道路4万元。\n②桥梁5万元。",
        "投入资金9万元，如下：\n（一）道路4万元。\n（二）桥梁5万元。",
        "投入资金9万元：\n1、道路4万元；\n2、桥梁5万元。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 1);
        assert_string_equal(bench_figures(bench, 0), "9 4 5");
        bench_clear(bench);
    }
}

/* Only the first sentence of an item tells its part; a bracket tells another thing. */
static void test_what_else_an_item_tells(void **state) {
    struct bench *bench = *state;
    const char *text = "投入资金9万元，具体为：\n1.道路4万元（已付3万元）。"
                       "验收后再付1万元。\n"
                       "2.桥梁5万元，其中桥面2万元。";
    assert_int_equal(count_of(bench, text), 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    bench_clear(bench);
}

/* Budget and spending in one item: each divides the figure of its role only. */
static void test_roles_of_items(void **state) {
    struct bench *bench = *state;
    const char *text = "全年支出9万元：\n1.道路安排6万元，支出4万元。"
                       "\n2.桥梁安排7万元，支出5万元。";
    assert_int_equal(count_of(bench, text), 1);
    assert_string_equal(bench_figures(bench, 0), "9 4 5");
    bench_clear(bench);
}

static void test_marks_that_make_no_list(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {
        "投入资金9万元：\n1.道路4万元。\n（2）桥梁5万元。", /* two styles */
        "投入资金9万元：\n2.道路4万元。\n3.桥梁5万元。",    /* not from 1 */
        "投入资金9万元：\n1.道路4万元。",                   /* one is no list */
        "投入资金9万元：\n1.道路约4万元。\n2.桥梁5万元。",  /* no exact part */
        "投入资金9万元：\n1.道路4公里。\n2.桥梁5座。",      /* other kinds */
        "增加9万元：\n1.道路4万元。\n2.桥梁5万元。",        /* a change */
        "每户补助9万元：\n1.道路4万元。\n2.桥梁5万元。",
        "投入资金9万元：\n1.上年道路4万元。\n2.桥梁5万元。",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(count_of(bench, texts[i]), 0);
        bench_clear(bench);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items_across_sentences),
        cmocka_unit_test(test_paragraphs_under_a_colon),
        cmocka_unit_test(test_no_enumerations),
        cmocka_unit_test(test_memory_out),
        cmocka_unit_test(test_styles_of_marks),
        cmocka_unit_test(test_what_else_an_item_tells),
        cmocka_unit_test(test_roles_of_items),
        cmocka_unit_test(test_marks_that_make_no_list),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
