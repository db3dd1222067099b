#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/limits.h"
#include "model/doc.h"

static void expect_leaf(const char *name, const char *leaf) {
    struct str found = reading_leaf(str_of(name));
    assert_int_equal(found.len, strlen(leaf));
    assert_memory_equal(found.ptr, leaf, found.len);
}

/* a slash within brackets belongs to the name: 执行率(B/A) is one level */
static void test_the_lowest_level_of_a_head(void **state) {
    (void)state;
    expect_leaf("预算/其中/市级", "市级");
    expect_leaf("金额", "金额");
    expect_leaf("", "");
    expect_leaf("执行率(B/A)", "执行率(B/A)");
    expect_leaf("预算/执行率(B/A)", "执行率(B/A)");
    expect_leaf("合计(元/亩)/其中(a/(b/c))", "其中(a/(b/c))");
    expect_leaf("缺了)一半/金额", "金额");
}

static void test_the_one_figure_of_a_cell(void **state) {
    (void)state;
    uint32_t mentions[] = {0, 3, 1}, offsets[] = {0, 1};
    struct reading reading = {.cell_mentions = mentions, .table_offsets = offsets};
    assert_int_equal(reading_mention_of(&reading, 0, 0), STATEMENT_NO_MENTION);
    assert_int_equal(reading_mention_of(&reading, 1, 0), 2);
    assert_int_equal(reading_mention_of(&reading, 1, 1), 0);
}

static void test_values_by_row_and_column(void **state) {
    (void)state;
    struct cell cells[] = {{.col = 0}, {.col = 1}};
    struct table table = {.cells = cells, .cell_count = 2};
    struct document document = {0};
    document.tables.items = &table;
    document.tables.count = 1;
    uint32_t values[] = {0, 2, 1, 0};
    struct section section = {.first = 5, .end = 7, .column_count = 2, .values = values};
    assert_null(reading_value(&document, &section, 5, 0));
    assert_ptr_equal(reading_value(&document, &section, 5, 1), &cells[1]);
    assert_ptr_equal(reading_value(&document, &section, 6, 0), &cells[0]);
    assert_null(reading_value(&document, &section, 6, 1));
}

/* what cannot be kept is counted, whether the limit or the memory ends it */
static void test_warnings_are_bounded(void **state) {
    (void)state;
    struct doc doc = {0};
    arena_init(&doc.arena, 1 << 22);
    for (size_t i = 0; i < LIMIT_WARNINGS + 3; i++)
        doc_warn(&doc, "code", NULL, "number %zu", i);
    assert_int_equal(doc.source.warnings.count, LIMIT_WARNINGS);
    assert_int_equal(doc.source.warnings_dropped, 3);
    assert_true(str_is(doc.source.warnings.items[1].message, "number 1"));
    assert_int_equal(doc.source.warnings.items[1].at.line, PLACE_NONE);
    arena_clear(&doc.arena);
}

static void test_a_warning_without_memory(void **state) {
    (void)state;
    struct doc doc = {0};
    arena_init(&doc.arena, 1);
    doc_warn(&doc, "code", NULL, "words");
    assert_int_equal(doc.source.warnings.count, 0);
    assert_int_equal(doc.source.warnings_dropped, 1);
    arena_clear(&doc.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_lowest_level_of_a_head),
        cmocka_unit_test(test_the_one_figure_of_a_cell),
        cmocka_unit_test(test_values_by_row_and_column),
        cmocka_unit_test(test_warnings_are_bounded),
        cmocka_unit_test(test_a_warning_without_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
