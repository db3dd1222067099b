#include "tests/read.h"

#include "extract/facts.h"
#include "extract/header.h"
#include "extract/rows.h"

struct taken {
    struct read *r;
    struct facts facts;
    struct sheet sheet;
};

/* The facts of the first table of a source; ended with read_end(t.r). */
static struct taken take(const char *source) {
    struct taken t = {.r = read_begin(LIMIT_ARENA_BYTES)};
    read_build(&t.r->doc, source);
    assert_true(facts_take(&t.r->doc, &read_config, &t.facts, &t.r->err));
    t.sheet = (struct sheet){.doc = &t.r->doc, .config = &read_config};
    t.sheet.table = &t.r->doc.document.tables.items[0];
    return t;
}

static void test_classes(void **state) {
    static const enum cell_class classes[] = {CELL_BLANK,  CELL_FILLER, CELL_FILLER, CELL_NUMBER,
                                              CELL_NUMBER, CELL_TEXT,   CELL_TEXT};
    (void)state;
    struct taken t = take("|  | —— | …… | 12.5万元 | ≥95% | 修渠 | 3座2处 |");
    for (uint32_t i = 0; i < t.sheet.table->cell_count; i++)
        assert_int_equal(t.facts.tables[0][i].class, classes[i]);
    assert_int_equal(t.facts.mentions.count, 2);
    assert_true(str_is(t.facts.mentions.items[0].number, "12.5"));
    read_end(t.r);
}

static void test_cells_by_their_corner(void **state) {
    (void)state;
    struct taken t = take("| 项　目 | < | 3 |\n| ^ | < | 4 |");
    t.sheet.facts = &t.facts;
    const struct cell *cell = sheet_cell(&t.sheet, 0, 0);
    assert_non_null(cell);
    assert_true(str_is(sheet_fact(&t.sheet, cell)->text, "项目"));
    assert_null(sheet_cell(&t.sheet, 0, 1));
    assert_null(sheet_cell(&t.sheet, 1, 0));
    assert_null(sheet_cell(&t.sheet, 9, 9));
    assert_null(sheet_fact(&t.sheet, NULL));
    assert_false(sheet_has_content(&t.sheet, NULL));
    read_end(t.r);
}

static void test_captions(void **state) {
    (void)state;
    struct taken t = take("| 资金情况 | < | < |\n| 修渠 |  |  |\n| 95 | < | < |\n| 甲 | "
                          "乙 |  |");
    t.sheet.facts = &t.facts;
    assert_non_null(sheet_caption(&t.sheet, 0));
    assert_null(sheet_caption(&t.sheet, 1)); /* one narrow cell of several columns */
    assert_null(sheet_caption(&t.sheet, 2)); /* a figure */
    assert_null(sheet_caption(&t.sheet, 3)); /* two texts */
    read_end(t.r);
}

static void test_units_that_a_head_states(void **state) {
    static const char *const cases[][2] = {
        {"金额(万元)", "万元"},
        {"单位:元", "元"},
        {"金额单位:亿元", "亿元"},
        {"实际支出(千元)", "千元"},
        {"万元以上", ""},
        {"支出5万元", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(str_is(header_unit(str_of(cases[i][0])), cases[i][1]));
}

static void test_depths_of_marks(void **state) {
    static const struct {
        const char *label;
        uint32_t depth;
    } cases[] = {
        {"一、收", 1},    {"十二、其他", 1}, {"(一)人", 2}, {"1.人", 3}, {"1、人", 3},
        {"(1)在职", 4},   {"2.5公里", 0},    {"2023年", 0}, {"(甲)", 0}, {"一级", 0},
        {"100、其他", 0}, {"工资", 0},       {"", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(rows_depth(str_of(cases[i].label)), cases[i].depth);
}

static void test_leaves_of_names(void **state) {
    static const char *const cases[][2] = {
        {"支出/其中:/市级", "市级"},
        {"执行率(B/A)", "执行率(B/A)"},
        {"资金/执行率(B/A)", "执行率(B/A)"},
        {"金额", "金额"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(str_is(reading_leaf(str_of(cases[i][0])), cases[i][1]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_classes),         cmocka_unit_test(test_cells_by_their_corner),
        cmocka_unit_test(test_captions),        cmocka_unit_test(test_units_that_a_head_states),
        cmocka_unit_test(test_depths_of_marks), cmocka_unit_test(test_leaves_of_names),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
