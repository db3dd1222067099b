#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/unit.h"

#define S(literal) ((struct str)STR(literal))

static void expect(struct str text, size_t len, enum mention_kind kind, int power) {
    struct unit unit;
    assert_int_equal(unit_read(text, 0, &unit), len);
    assert_int_equal(unit.kind, kind);
    assert_int_equal(unit.power, power);
}

static void test_the_longest_unit_wins(void **state) {
    (void)state;
    expect(S("人次数"), strlen("人次"), MENTION_COUNT, 0);
    expect(S("个百分点"), strlen("个百分点"), MENTION_RATE, 0);
    expect(S("个工作日"), strlen("个工作日"), MENTION_OTHER, 0);
    expect(S("千克"), strlen("千克"), MENTION_OTHER, 0);
    expect(S("平方米"), strlen("平方米"), MENTION_AREA, 0);
    expect(S("百万元"), strlen("百万元"), MENTION_AMOUNT, 6);
}

static void test_units_that_begin_other_words(void **state) {
    static const char *const texts[] = {
        "支出",   "处理", "家庭", "条例", "元月", /* 元月: January */
        "分之一", "部门", "期间", "名称", "所以", "张家", "年度"};
    struct unit unit;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(unit_read(str_of(texts[i]), 0, &unit), 0);
}

static void test_latin_units_end_with_the_word(void **state) {
    (void)state;
    struct unit unit;
    expect(S("km，"), 2, MENTION_LENGTH, 3);
    expect(S("m2"), 2, MENTION_AREA, 0);
    assert_int_equal(unit_read(S("month"), 0, &unit), 0);
    assert_int_equal(unit_read(S("kmh"), 0, &unit), 0);
}

static void test_bare_magnitudes(void **state) {
    (void)state;
    struct unit unit;
    assert_true(unit_find(S("万"), &unit) && unit.bare);
    assert_true(unit_find(S("亿"), &unit) && unit.bare && unit.power == 8);
    assert_false(unit_find(S("千"), &unit));
    assert_true(unit_find(S("万元"), &unit) && !unit.bare);
}

static void test_compounds(void **state) {
    (void)state;
    expect(S("元/人/月，"), strlen("元/人/月"), MENTION_OTHER, 0);
    expect(S("次/10万公顷"), strlen("次/10万公顷"), MENTION_OTHER, 0);
    expect(S("元/"), strlen("元"), MENTION_AMOUNT, 0);
    expect(S("元、天然气"), strlen("元、天"), MENTION_OTHER, 0);
    expect(S("元、路费"), strlen("元"), MENTION_AMOUNT, 0);
}

static void test_the_end_of_the_text(void **state) {
    (void)state;
    struct unit unit;
    int power;
    assert_int_equal(unit_read(S(""), 0, &unit), 0);
    assert_int_equal(unit_read(S("5"), 1, &unit), 0);
    assert_int_equal(unit_magnitude(S("5"), 1, &power), 0);
    assert_false(unit_find((struct str){0}, &unit));
    assert_false(unit_find(S("万元整"), &unit));
    assert_false(unit_find(S("\xE5\x85"), &unit));
}

static void test_magnitudes(void **state) {
    (void)state;
    int power = 0;
    assert_int_equal(unit_magnitude(S("千万人"), 0, &power), strlen("千万"));
    assert_int_equal(power, 7);
    assert_int_equal(unit_magnitude(S("人"), 0, &power), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_longest_unit_wins),
        cmocka_unit_test(test_units_that_begin_other_words),
        cmocka_unit_test(test_latin_units_end_with_the_word),
        cmocka_unit_test(test_bare_magnitudes),
        cmocka_unit_test(test_compounds),
        cmocka_unit_test(test_the_end_of_the_text),
        cmocka_unit_test(test_magnitudes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
