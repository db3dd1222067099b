#include "extract/inline_field.h"

#include "tests/read.h"

static void expect_split(const char *text, const char *label, const char *figure) {
    struct str got_label, got_figure;
    bool split = inline_field_split(str_of(text), &got_label, &got_figure);
    assert_int_equal(split, label != NULL);
    if (!split)
        return;
    assert_true(str_is(got_label, label));
    assert_true(str_is(got_figure, figure));
}

static void test_splits(void **state) {
    (void)state;
    expect_split("基本支出:1986.20", "基本支出", "1986.20");
    expect_split("其中:一般公共预算:2,905.48", "其中:一般公共预算", "2,905.48");
    expect_split("项目支出:-12万元", "项目支出", "-12万元");
    expect_split("其他资金:", "其他资金", "");
}

static void test_no_fields(void **state) {
    (void)state;
    expect_split("基本支出", NULL, NULL);
    expect_split("目标:完成3项", NULL, NULL);
    expect_split("目标:3项", NULL, NULL);
    expect_split(":12", NULL, NULL);
    expect_split("时间:2023.5-6", NULL, NULL);
}

static void test_bases(void **state) {
    (void)state;
    assert_true(inline_field_is_basis(str_of("按收入性质分")));
    assert_true(inline_field_is_basis(str_of("按资金来源划分")));
    assert_false(inline_field_is_basis(str_of("按时完成")));
    assert_false(inline_field_is_basis(str_of("得分")));
}

/* the figure becomes the cell's, with the unit of its section */
static void test_quantities(void **state) {
    (void)state;
    struct read *r = read_source("| 资金（万元） | 全年预算数 | 全年执行数 |\n"
                                 "| 总额 | 300 | 290 |\n"
                                 "| 其中：基本支出：180 | < | 项目支出：120 |\n");
    const struct reading *reading = &r->doc.reading;
    assert_int_equal(reading->fields.count, 2);
    assert_true(str_is(reading->fields.items[0].label, "其中:基本支出"));
    assert_true(reading->fields.items[0].is_part);
    uint32_t mention = reading_mention_of(reading, 0, reading->fields.items[0].value_cell);
    assert_int_not_equal(mention, STATEMENT_NO_MENTION);
    assert_true(str_is(reading->mentions.items[mention].unit, "万元"));
    assert_true(str_is(reading->mentions.items[mention].number, "180"));
    read_end(r);
}

/* 项目名称： and its value are two cells, not two fields */
static void test_labels_with_colons(void **state) {
    (void)state;
    struct read *r = read_source("| 项目名称： | 东河护坡 | 预算： | 120 |\n");
    assert_int_equal(r->doc.reading.fields.count, 2);
    assert_true(str_is(r->doc.reading.fields.items[0].value, "东河护坡"));
    assert_true(str_is(r->doc.reading.fields.items[1].value, "120"));
    read_end(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_splits),
        cmocka_unit_test(test_no_fields),
        cmocka_unit_test(test_bases),
        cmocka_unit_test(test_quantities),
        cmocka_unit_test(test_labels_with_colons),
    };
    return cmocka_run_group_tests(tests, read_open, read_close);
}
