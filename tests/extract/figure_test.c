#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "extract/figure.h"

#define S(literal) ((struct str)STR(literal))

static struct doc doc;

static struct figure_reader reader(struct str text) {
    arena_clear(&doc.arena);
    arena_init(&doc.arena, 1 << 20);
    return (struct figure_reader){.doc = &doc, .text = text, .place = NUMBER_IN_PROSE};
}

static struct mention read_at(struct str text, size_t at) {
    struct figure_reader r = reader(text);
    struct figure f;
    assert_true(figure_read(&r, at, &f));
    return figure_mention(&r, &f);
}

static void test_everything_around_a_number(void **state) {
    (void)state;
    struct str text = S("资金不低于￥2万多元以上");
    struct mention m = read_at(text, strlen("资金不低于￥"));
    assert_int_equal(m.kind, MENTION_AMOUNT);
    assert_int_equal(m.comparator, COMPARE_GE);
    assert_true(m.approximate);
    assert_true(str_is(m.number, "2") && str_is(m.unit, "万元"));
    assert_true(str_is(m.raw, "不低于￥2万多元以上"));
    arena_clear(&doc.arena);
}

static void test_ends_of_a_range_are_in_order(void **state) {
    (void)state;
    struct mention m = read_at(S("100%~80%(含)"), 0);
    assert_true(str_is(m.number, "80") && str_is(m.upper, "100"));
    m = read_at(S("90%，80%"), 0);
    assert_int_equal(m.upper.len, 0);
    m = read_at(S("5个到2020年"), 0);
    assert_int_equal(m.upper.len, 0);
    arena_clear(&doc.arena);
}

static void test_what_cannot_be_one_decimal(void **state) {
    (void)state;
    struct mention m = read_at(S("12万3千元"), 0);
    assert_int_equal(m.kind, MENTION_AMOUNT);
    assert_int_equal(m.number.len, 0);
    assert_false(m.malformed);
    assert_true(str_is(m.raw, "12万3千元"));
    arena_clear(&doc.arena);
}

static void test_glued_rates(void **state) {
    (void)state;
    assert_true(read_at(S("1484631.00%"), 0).malformed);
    assert_true(read_at(S("100,100%"), 0).malformed);
    assert_false(read_at(S("1290.5%"), 0).malformed);
    assert_false(read_at(S("1,484,631元"), 0).malformed);
    arena_clear(&doc.arena);
}

static void test_numerals_and_per(void **state) {
    (void)state;
    struct figure f;
    struct figure_reader r = reader(S("七项"));
    assert_true(figure_read_numeral(&r, 0, &f));
    assert_true(f.numeral && f.unit.kind == MENTION_COUNT);
    r = reader(S("七"));
    assert_false(figure_read_numeral(&r, 0, &f));
    r = reader(S("百分之"));
    assert_false(figure_read_per(&r, 0, &f));
    r = reader(S("百分之五"));
    assert_true(figure_read_per(&r, 0, &f));
    assert_true(str_is(f.unit_text, "%") && str_is(f.number.plain, "5"));
    arena_clear(&doc.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_everything_around_a_number),
        cmocka_unit_test(test_ends_of_a_range_are_in_order),
        cmocka_unit_test(test_what_cannot_be_one_decimal),
        cmocka_unit_test(test_glued_rates),
        cmocka_unit_test(test_numerals_and_per),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
