#include "tests/validate/build.h"

#include "validate/twin.h"

static struct operand figure(struct build *b, const char *text, const char *unit) {
    struct operand operand = {.known = true, .text = str_of(text), .unit = str_of(unit)};
    (void)b;
    assert_true(decimal_parse(operand.text, &operand.value));
    operand.power = measure_power(operand.unit);
    return operand;
}

/* Both orders must say the same. */
static enum twin twin(struct build *b, const char *const one[2], const char *const other[2]) {
    struct operand x = figure(b, one[0], one[1]), y = figure(b, other[0], other[1]);
    enum twin found = twin_compare(&b->doc.arena, &x, &y, 5);
    assert_int_equal(found, twin_compare(&b->doc.arena, &y, &x, 5));
    return found;
}

#define TWIN(a, ua, b, ub) twin(*state, (const char *[2]){a, ua}, (const char *[2]){b, ub})

static void test_one_value_in_two_units(void **state) {
    assert_int_equal(TWIN("8426.58", "万元", "8426.58", "万元"), TWIN_SAME);
    assert_int_equal(TWIN("8426.58", "万元", "84265800", "元"), TWIN_SAME);
    assert_int_equal(TWIN("8426.58", "万元", "0.842658", "亿元"), TWIN_SAME);
    assert_int_equal(TWIN("107.4", "万元", "107.40", "万元"), TWIN_SAME);
}

static void test_the_coarser_decides(void **state) {
    assert_int_equal(TWIN("8426.58", "万元", "0.84", "亿元"), TWIN_SAME);
    assert_int_equal(TWIN("8426.58", "万元", "8426.6", "万元"), TWIN_SAME);
    assert_int_equal(TWIN("8426.58", "万元", "0.85", "亿元"), TWIN_OTHER);
    assert_int_equal(TWIN("8426.58", "万元", "8426.5", "万元"), TWIN_SLIP);
}

static void test_a_point_that_slipped(void **state) {
    assert_int_equal(TWIN("8426.58", "万元", "8426.58", "元"), TWIN_POINT);
    assert_int_equal(TWIN("8426.58", "万元", "84265.8", "万元"), TWIN_POINT);
    assert_int_equal(TWIN("8426.58", "万元", "842658", "万元"), TWIN_POINT);
    assert_int_equal(TWIN("8426.58", "万元", "8426.58", "亿元"), TWIN_POINT);
    /* too few digits tell nothing */
    assert_int_equal(TWIN("84", "万元", "84", "元"), TWIN_OTHER);
    assert_int_equal(TWIN("8000", "万元", "8000", "元"), TWIN_OTHER);
}

static void test_slips_of_the_keys(void **state) {
    assert_int_equal(TWIN("8426.58", "万元", "8462.58", "万元"), TWIN_SLIP);
    assert_int_equal(TWIN("8426.58", "万元", "8426.68", "万元"), TWIN_SLIP);
    assert_int_equal(TWIN("8426.58", "万元", "842.58", "万元"), TWIN_SLIP);
    assert_int_equal(TWIN("8426.58", "万元", "84426.58", "万元"), TWIN_SLIP);
    assert_int_equal(TWIN("8426.58", "万元", "8264.58", "万元"), TWIN_OTHER);
    assert_int_equal(TWIN("8426.58", "万元", "7913.19", "万元"), TWIN_OTHER);
    assert_int_equal(TWIN("8426.58", "万元", "-8426.68", "万元"), TWIN_OTHER);
}

static void test_digits(void **state) {
    struct build *b = *state;
    static const char *const cases[][2] = {
        {"8426.58", "842658"}, {"0.0500", "5"}, {"-1250.50", "12505"}, {"0", ""},
        {"0.00", ""},          {"100", "1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal value;
        assert_true(decimal_parse(str_of(cases[i][0]), &value));
        assert_true(str_is(twin_digits(&b->doc.arena, &value), cases[i][1]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_one_value_in_two_units),
        BUILD_TEST(test_the_coarser_decides),
        BUILD_TEST(test_a_point_that_slipped),
        BUILD_TEST(test_slips_of_the_keys),
        BUILD_TEST(test_digits),
    };
    return cmocka_run_group_tests_name("twin", tests, NULL, NULL);
}
