#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/decimal.h"

static struct arena arena;

static struct decimal d(const char *text) {
    struct decimal decimal;
    assert_true(decimal_parse(str_of(text), &decimal));
    return decimal;
}

static void expect(const struct decimal *decimal, const char *text) {
    arena_init(&arena, 1 << 20);
    assert_string_equal(decimal_text(&arena, decimal).ptr, text);
    arena_clear(&arena);
}

static void test_text_keeps_what_was_printed(void **state) {
    static const char *const texts[] = {
        "0",
        "0.00",
        "107.40",
        "-12.50",
        "0.0000001",
        "-0.5",
        "9223372036854775808",
        "340282366920938463463374607431768211456",
        "999999999999999999999999999999999999999999999999999999999999999999999999999"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct decimal decimal = d(texts[i]);
        expect(&decimal, texts[i]);
    }
}

static void test_no_decimals(void **state) {
    static const char *const texts[] = {"",   "-",  ".5",  "5.",    "1,000", "1e5", "１",  "+5",
                                        " 5", "5 ", "--5", "1.2.3", "5-",    "NaN", "0x1", "5\n"};
    struct decimal decimal;
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(decimal_parse(str_of(texts[i]), &decimal));
    /* 76 digits; 61 decimals */
    assert_false(decimal_parse(str_of("99999999999999999999999999999999999999999999999999999999999"
                                      "99999999999999999"),
                               &decimal));
    assert_false(decimal_parse(
        str_of("0.0000000000000000000000000000000000000000000000000000000000001"), &decimal));
}

static void test_zero_has_no_sign(void **state) {
    (void)state;
    struct decimal zero = d("-0.00"), one = d("1.00");
    assert_false(zero.negative);
    assert_true(decimal_is_zero(&zero));
    assert_false(decimal_is_zero(&one));
    expect(&zero, "0.00");
}

static void test_order(void **state) {
    (void)state;
    static const char *const ascending[] = {"-100", "-0.01", "0", "0.001", "95", "95.01", "100"};
    for (size_t i = 0; i + 1 < sizeof ascending / sizeof *ascending; i++) {
        struct decimal a = d(ascending[i]), b = d(ascending[i + 1]);
        assert_true(decimal_cmp(&a, &b) < 0);
        assert_true(decimal_cmp(&b, &a) > 0);
    }
    struct decimal a = d("95"), b = d("95.00");
    assert_int_equal(decimal_cmp(&a, &b), 0);
}

static void test_sums(void **state) {
    (void)state;
    struct decimal a = d("3913.19"), b = d("4513.390"), sum, rest;
    assert_true(decimal_add(&a, &b, &sum));
    expect(&sum, "8426.580");
    assert_true(decimal_sub(&sum, &b, &rest));
    assert_int_equal(decimal_cmp(&rest, &a), 0);
    assert_true(decimal_sub(&a, &a, &a)); /* the result may be an operand */
    assert_true(decimal_is_zero(&a));
    assert_false(a.negative);
    b = d("-0.5");
    assert_true(decimal_add(&b, &b, &b));
    expect(&b, "-1.0");
}

/* Beyond 18 digits figures leave the 64 bits in which most sums end; so do small ones that stand
 * beside many decimals. */
static void test_order_of_large_figures(void **state) {
    (void)state;
    static const char *const ascending[] = {"-100000000000000000000000000000000",
                                            "-9223372036854775809",
                                            "-9223372036854775808",
                                            "-1000000000000000000.5",
                                            "-1000000000000000000",
                                            "-0.00000000000000000000000000001",
                                            "0",
                                            "0.00000000000000000000000000001",
                                            "1",
                                            "999999999999999999",
                                            "1000000000000000000",
                                            "1000000000000000000.00000000001",
                                            "18446744073709551615",
                                            "18446744073709551616",
                                            "100000000000000000000000000000000"};
    enum { COUNT = sizeof ascending / sizeof *ascending };
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t j = 0; j < COUNT; j++) {
            struct decimal a = d(ascending[i]), b = d(ascending[j]);
            int order = decimal_cmp(&a, &b);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    }
}

static void test_sums_of_large_figures(void **state) {
    (void)state;
    static const struct {
        const char *a, *b, *sum, *difference;
    } cases[] = {
        {"999999999999999999", "1", "1000000000000000000", "999999999999999998"},
        {"9223372036854775807", "1", "9223372036854775808", "9223372036854775806"},
        {"18446744073709551615", "0.5", "18446744073709551615.5", "18446744073709551614.5"},
        {"-18446744073709551616", "1", "-18446744073709551615", "-18446744073709551617"},
        {"1", "18446744073709551616", "18446744073709551617", "-18446744073709551615"},
        {"0.00000000000000000000001", "1", "1.00000000000000000000001",
         "-0.99999999999999999999999"},
        {"-340282366920938463463374607431768211456", "340282366920938463463374607431768211456.0",
         "0.0", "-680564733841876926926749214863536422912.0"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal a = d(cases[i].a), b = d(cases[i].b), out;
        assert_true(decimal_add(&a, &b, &out));
        expect(&out, cases[i].sum);
        assert_true(decimal_add(&b, &a, &out));
        expect(&out, cases[i].sum);
        assert_true(decimal_sub(&a, &b, &out));
        expect(&out, cases[i].difference);
    }
}

/* A sum that does not fit is refused; a zero that is left over has no sign. */
static void test_sums_end_where_the_room_does(void **state) {
    (void)state;
    struct decimal sum = d("999999999999999999999999999999999999999999999999999999999999999999999");
    struct decimal before = sum, minus;
    int doubled = 0;
    for (; decimal_add(&sum, &sum, &sum); doubled++)
        before = sum;
    assert_in_range(doubled, 19, 23); /* from 10^69 to 2^252 */
    minus = before;
    minus.negative = true;
    assert_true(decimal_add(&before, &minus, &sum));
    assert_true(decimal_is_zero(&sum));
    assert_false(sum.negative);
    assert_false(decimal_sub(&minus, &before, &sum));
}

static void test_products_and_overflow(void **state) {
    (void)state;
    struct decimal a = d("-12.5"), b = d("0.02"), out;
    assert_true(decimal_mul(&a, &b, &out));
    expect(&out, "-0.250");
    struct decimal large = d("999999999999999999999999999999999999999999999999999999999999");
    assert_false(decimal_mul(&large, &large, &out));
    assert_false(decimal_shift(&large, 20, &out));
    struct decimal fine = d("0.0000000000000000000000000000000000000001");
    assert_false(decimal_mul(&fine, &fine, &out)); /* 80 decimals */
    assert_false(decimal_shift(&fine, -30, &out));
}

static void test_quotients(void **state) {
    static const struct {
        const char *a, *b;
        uint16_t scale;
        const char *half_up, *truncated;
    } cases[] = {
        {"357827.61", "363264.28", 4, "0.9850", "0.9850"},
        {"2", "3", 2, "0.67", "0.66"},
        {"-2", "3", 2, "-0.67", "-0.66"},
        {"1", "8", 2, "0.13", "0.12"},
        {"-1", "8", 2, "-0.13", "-0.12"},
        {"1", "-8", 2, "-0.13", "-0.12"},
        {"100", "4.0", 0, "25", "25"},
        {"0", "7", 3, "0.000", "0.000"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal a = d(cases[i].a), b = d(cases[i].b), out;
        assert_true(decimal_div(&a, &b, cases[i].scale, DECIMAL_HALF_UP, &out));
        expect(&out, cases[i].half_up);
        assert_true(decimal_div(&a, &b, cases[i].scale, DECIMAL_TRUNCATE, &out));
        expect(&out, cases[i].truncated);
    }
    struct decimal one = d("1"), zero = d("0.0"), out;
    assert_false(decimal_div(&one, &zero, 2, DECIMAL_HALF_UP, &out));
    assert_false(decimal_div(&one, &one, DECIMAL_SCALE + 1, DECIMAL_HALF_UP, &out));
}

static void test_rounding(void **state) {
    (void)state;
    struct decimal a = d("99.995"), out;
    assert_true(decimal_round(&a, 2, DECIMAL_HALF_UP, &out));
    expect(&out, "100.00");
    assert_true(decimal_round(&a, 2, DECIMAL_TRUNCATE, &out));
    expect(&out, "99.99");
    assert_true(decimal_round(&a, 5, DECIMAL_HALF_UP, &out));
    expect(&out, "99.99500");
}

static void test_shift_moves_the_point(void **state) {
    (void)state;
    struct decimal a = d("12.50"), out;
    assert_true(decimal_shift(&a, 4, &out));
    expect(&out, "125000");
    assert_true(decimal_shift(&a, 1, &out));
    expect(&out, "125.0");
    assert_true(decimal_shift(&a, -3, &out));
    expect(&out, "0.01250");
    struct decimal trimmed = decimal_trim(&out);
    expect(&trimmed, "0.0125");
    a = d("-100");
    trimmed = decimal_trim(&a);
    expect(&trimmed, "-100");
}

static void test_integers(void **state) {
    (void)state;
    struct decimal least = decimal_of(INT64_MIN), most = decimal_of(INT64_MAX);
    expect(&least, "-9223372036854775808");
    expect(&most, "9223372036854775807");
    struct decimal size = decimal_abs(&least);
    expect(&size, "9223372036854775808");
}

static void test_text_without_memory(void **state) {
    (void)state;
    struct decimal one = d("1.0");
    arena_init(&arena, 0);
    assert_int_equal(decimal_text(&arena, &one).len, 0);
}

/* What fits 64 bits is reckoned with there, and all else by GMP: on both sides
 * of 10^18 the results must be of one kind. */
static void test_products_around_the_bound(void **state) {
    (void)state;
    static const struct {
        const char *a, *b, *product;
    } cases[] = {
        {"999999999", "1000000000", "999999999000000000"},
        {"1000000000", "1000000000", "1000000000000000000"},
        {"-1000000001", "999999999", "-999999999999999999"},
        {"999999999999999999", "10", "9999999999999999990"},
        {"1000000000000000000", "1", "1000000000000000000"},
        {"-0.05", "0", "0.00"},
        {"-0.05", "-0.40", "0.0200"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal a = d(cases[i].a), b = d(cases[i].b), out;
        assert_true(decimal_mul(&a, &b, &out));
        expect(&out, cases[i].product);
        assert_true(decimal_mul(&b, &a, &out));
        expect(&out, cases[i].product);
    }
}

static void test_quotients_around_the_bound(void **state) {
    (void)state;
    static const struct {
        const char *a, *b;
        uint16_t scale;
        const char *half_up, *down;
    } cases[] = {
        {"1", "3", 2, "0.33", "0.33"},
        {"2", "3", 2, "0.67", "0.66"},
        {"-2", "3", 2, "-0.67", "-0.66"},
        {"2", "-3", 2, "-0.67", "-0.66"},
        {"-2", "-3", 2, "0.67", "0.66"},
        {"1", "8", 2, "0.13", "0.12"},
        {"-1", "8", 2, "-0.13", "-0.12"},
        {"-1", "800", 2, "0.00", "0.00"},
        {"-1", "-8", 2, "0.13", "0.12"},
        {"0", "-8", 2, "0.00", "0.00"},
        {"999999999999999999", "2", 0, "500000000000000000", "499999999999999999"},
        {"999999999999999999", "2", 1, "499999999999999999.5", "499999999999999999.5"},
        {"1", "999999999999999999", 17, "0.00000000000000000", "0.00000000000000000"},
        {"1999999999999999999", "-2", 0, "-1000000000000000000", "-999999999999999999"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct decimal a = d(cases[i].a), b = d(cases[i].b), out;
        assert_true(decimal_div(&a, &b, cases[i].scale, DECIMAL_HALF_UP, &out));
        expect(&out, cases[i].half_up);
        assert_true(decimal_div(&a, &b, cases[i].scale, DECIMAL_TRUNCATE, &out));
        expect(&out, cases[i].down);
    }
}

static void test_shift_and_trim_around_the_bound(void **state) {
    (void)state;
    struct decimal out, a = d("999999999999.9");
    assert_true(decimal_shift(&a, 6, &out));
    expect(&out, "999999999999900000");
    assert_true(decimal_shift(&a, 7, &out));
    expect(&out, "9999999999999000000");
    assert_true(decimal_shift(&a, 30, &out));
    expect(&out, "999999999999900000000000000000000000000000");
    assert_false(decimal_shift(&a, 100, &out));
    assert_false(decimal_shift(&a, 70000, &out));
    a = d("0.000");
    assert_true(decimal_shift(&a, 8, &out));
    expect(&out, "0");
    out = decimal_trim(&a);
    expect(&out, "0");
    a = d("-1234567890123456789012.500");
    out = decimal_trim(&a);
    expect(&out, "-1234567890123456789012.5");
    a = d("-12.500");
    out = decimal_trim(&a);
    expect(&out, "-12.5");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_keeps_what_was_printed),
        cmocka_unit_test(test_no_decimals),
        cmocka_unit_test(test_zero_has_no_sign),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_sums),
        cmocka_unit_test(test_order_of_large_figures),
        cmocka_unit_test(test_sums_of_large_figures),
        cmocka_unit_test(test_sums_end_where_the_room_does),
        cmocka_unit_test(test_products_and_overflow),
        cmocka_unit_test(test_quotients),
        cmocka_unit_test(test_rounding),
        cmocka_unit_test(test_shift_moves_the_point),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_text_without_memory),
        cmocka_unit_test(test_products_around_the_bound),
        cmocka_unit_test(test_quotients_around_the_bound),
        cmocka_unit_test(test_shift_and_trim_around_the_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
