#include "model/decimal.h"

#include <stdlib.h>
#include <string.h>

#include <gmp.h>

/* Coefficients below it are reckoned with in 64 bits: GMP is for the rest. */
static const int64_t SMALL = INT64_C(1000000000000000000);
enum { SMALL_DIGITS = 18 };

/* The signed coefficient of `a` at `scale` (>= a->scale) in a fresh `z`, for
 * the caller to clear. */
static void load(mpz_t z, const struct decimal *a, uint16_t scale) {
    mpz_init(z);
    mpz_import(z, DECIMAL_LIMBS, -1, sizeof a->limb[0], 0, 0, a->limb);
    if (scale > a->scale) {
        mpz_t power;
        mpz_init(power);
        mpz_ui_pow_ui(power, 10, (unsigned long)(scale - a->scale));
        mpz_mul(z, z, power);
        mpz_clear(power);
    }
    if (a->negative)
        mpz_neg(z, z);
}

/* Stores z x 10^-scale and clears z; false when it does not fit. */
static bool store(mpz_t z, uint32_t scale, struct decimal *out) {
    bool fits = scale <= DECIMAL_SCALE && mpz_sizeinbase(z, 2) <= 64 * DECIMAL_LIMBS - 4;
    if (fits) {
        *out = (struct decimal){.scale = (uint16_t)scale, .negative = mpz_sgn(z) < 0};
        mpz_export(out->limb, NULL, -1, sizeof out->limb[0], 0, 0, z);
    }
    mpz_clear(z);
    return fits;
}

/* The signed coefficient at `scale` (>= a->scale) when it is below 10^18:
 * nearly every figure of a report. */
static bool is_small(const struct decimal *a, uint16_t scale, int64_t *out) {
    int64_t size = (int64_t)a->limb[0];
    if (a->limb[0] >= (uint64_t)SMALL || a->limb[1] || a->limb[2] || a->limb[3])
        return false;
    for (uint16_t i = a->scale; i < scale; i++) {
        if (size >= SMALL / 10)
            return false;
        size *= 10;
    }
    *out = a->negative ? -size : size;
    return true;
}

/* The scale at which two decimals can be compared digit by digit. */
static uint16_t finer(const struct decimal *a, const struct decimal *b) {
    return a->scale > b->scale ? a->scale : b->scale;
}

/* Strict: no sign but -, no blanks, no exponent. What extract could not make
 * plain is no number, rather than half of one. */
bool decimal_parse(struct str text, struct decimal *out) {
    char digits[DECIMAL_DIGITS + 1];
    size_t count = 0, at = 0, point = SIZE_MAX;
    bool negative = text.len > 0 && text.ptr[0] == '-';
    for (at = negative; at < text.len; at++) {
        char c = text.ptr[at];
        if (c == '.' && point == SIZE_MAX && count > 0) {
            point = count;
        } else if (c >= '0' && c <= '9' && count < DECIMAL_DIGITS) {
            digits[count++] = c;
        } else {
            return false;
        }
    }
    if (count == 0 || point == count)
        return false;
    digits[count] = '\0';
    uint32_t decimals = point == SIZE_MAX ? 0 : (uint32_t)(count - point);
    if (count <= SMALL_DIGITS && decimals <= DECIMAL_SCALE) {
        int64_t size = 0;
        for (size_t i = 0; i < count; i++)
            size = size * 10 + (digits[i] - '0');
        *out = decimal_of(negative ? -size : size);
        out->scale = (uint16_t)decimals;
        return true;
    }
    mpz_t z;
    if (mpz_init_set_str(z, digits, 10) != 0) {
        mpz_clear(z);
        return false;
    }
    if (negative)
        mpz_neg(z, z);
    return store(z, decimals, out);
}

/* The cast keeps INT64_MIN, whose absolute value no int64_t holds. */
struct decimal decimal_of(int64_t integer) {
    uint64_t size = integer < 0 ? -(uint64_t)integer : (uint64_t)integer;
    return (struct decimal){.limb = {size}, .negative = integer < 0};
}

/* Writes the digits of the coefficient; the count of them. */
static size_t write_digits(const struct decimal *a, char digits[DECIMAL_DIGITS + 4]) {
    struct decimal size = decimal_abs(a);
    int64_t small;
    if (is_small(&size, size.scale, &small)) {
        size_t count = 1;
        for (int64_t rest = small; rest >= 10; rest /= 10)
            count++;
        for (size_t i = count; i > 0; i--, small /= 10)
            digits[i - 1] = (char)('0' + small % 10);
        return count;
    }
    mpz_t z;
    load(z, &size, size.scale);
    mpz_get_str(digits, 10, z);
    mpz_clear(z);
    return strlen(digits);
}

/* All decimals are printed: 95.0 stays 95.0, because its precision says how far
 * it may be off. */
struct str decimal_text(struct arena *arena, const struct decimal *a) {
    static const char zeros[] = "000000000000000000000000000000000000000000000000000000000000";
    char buffer[DECIMAL_DIGITS + 4];
    size_t count = write_digits(a, buffer), scale = a->scale;
    struct str digits = {buffer, count}, sign = str_of(a->negative ? "-" : "");
    if (scale == 0)
        return str_join(arena, (struct str[]){sign, digits}, 2);
    if (count <= scale)
        return str_join(arena, (struct str[]){sign, STR("0."), {zeros, scale - count}, digits}, 4);
    struct str whole = str_slice(digits, 0, count - scale);
    struct str decimals = str_slice(digits, count - scale, count);
    return str_join(arena, (struct str[]){sign, whole, STR("."), decimals}, 4);
}

/* By value: 95 equals 95.00, whatever the scales are. */
int decimal_cmp(const struct decimal *a, const struct decimal *b) {
    uint16_t scale = finer(a, b);
    int64_t small_a, small_b;
    if (is_small(a, scale, &small_a) && is_small(b, scale, &small_b))
        return small_a < small_b ? -1 : small_a > small_b;
    mpz_t x, y;
    load(x, a, scale);
    load(y, b, scale);
    int order = mpz_cmp(x, y);
    mpz_clear(x);
    mpz_clear(y);
    return order;
}

/* A zero may carry a sign, as in -0.00; it is zero all the same. */
bool decimal_is_zero(const struct decimal *a) {
    for (size_t i = 0; i < DECIMAL_LIMBS; i++) {
        if (a->limb[i] != 0)
            return false;
    }
    return true;
}

/* The tolerance bounds the distance, in either direction. */
struct decimal decimal_abs(const struct decimal *a) {
    struct decimal size = *a;
    size.negative = false;
    return size;
}

/* Both coefficients are below 10^18 here, so that their sum fits 64 bits;
 * nearly all sums of a report end there. */
bool decimal_add(const struct decimal *a, const struct decimal *b, struct decimal *out) {
    uint16_t scale = finer(a, b);
    int64_t small_a, small_b;
    if (is_small(a, scale, &small_a) && is_small(b, scale, &small_b)) {
        *out = decimal_of(small_a + small_b);
        out->scale = scale;
        return true;
    }
    mpz_t x, y;
    load(x, a, scale);
    load(y, b, scale);
    mpz_add(x, x, y);
    mpz_clear(y);
    return store(x, scale, out);
}

/* Minus zero is not made: it would print as -0. */
bool decimal_sub(const struct decimal *a, const struct decimal *b, struct decimal *out) {
    struct decimal minus = *b;
    minus.negative = !b->negative && !decimal_is_zero(b);
    return decimal_add(a, &minus, out);
}

/* The product of two scales is exact at their sum; what exceeds DECIMAL_SCALE
 * is refused, not rounded. */
bool decimal_mul(const struct decimal *a, const struct decimal *b, struct decimal *out) {
    uint32_t scale = (uint32_t)a->scale + b->scale;
    int64_t small_a, small_b;
    if (scale <= DECIMAL_SCALE && is_small(a, a->scale, &small_a) &&
        is_small(b, b->scale, &small_b) &&
        (small_b == 0 || llabs(small_a) < SMALL / llabs(small_b))) {
        *out = decimal_of(small_a * small_b);
        out->scale = (uint16_t)scale;
        return true;
    }
    mpz_t x, y;
    load(x, a, a->scale);
    load(y, b, b->scale);
    mpz_mul(x, x, y);
    mpz_clear(y);
    return store(x, scale, out);
}

/* Divides z by divisor (> 0) in place. */
static void divide(mpz_t z, mpz_t divisor, enum decimal_rounding rounding) {
    mpz_t rest;
    mpz_init(rest);
    mpz_tdiv_qr(z, rest, z, divisor);
    int sign = mpz_sgn(rest);
    mpz_mul_2exp(rest, rest, 1);
    if (rounding == DECIMAL_HALF_UP && mpz_cmpabs(rest, divisor) >= 0)
        sign < 0 ? mpz_sub_ui(z, z, 1) : mpz_add_ui(z, z, 1);
    mpz_clear(rest);
}

/* The same for what fits 64 bits, both below 10^18; the divisor is not 0. */
static int64_t divide_small(int64_t x, int64_t divisor, enum decimal_rounding rounding) {
    int64_t quotient = x / divisor, rest = x % divisor;
    if (rounding != DECIMAL_HALF_UP || 2 * llabs(rest) < llabs(divisor))
        return quotient;
    return (x < 0) == (divisor < 0) ? quotient + 1 : quotient - 1;
}

/* The only operation that rounds, and it says how: a rate is right when half up
 * at its printed decimals gives it. */
bool decimal_div(const struct decimal *a, const struct decimal *b, uint16_t scale,
                 enum decimal_rounding rounding, struct decimal *out) {
    if (decimal_is_zero(b) || scale > DECIMAL_SCALE)
        return false;
    uint16_t common = finer(a, b);
    int64_t small_a, small_b;
    if (is_small(a, (uint16_t)(common + scale), &small_a) && is_small(b, common, &small_b)) {
        *out = decimal_of(divide_small(small_a, small_b, rounding));
        out->scale = scale;
        return true;
    }
    mpz_t x, y, power;
    load(x, a, common);
    load(y, b, common);
    mpz_init(power);
    mpz_ui_pow_ui(power, 10, scale);
    mpz_mul(x, x, power);
    if (mpz_sgn(y) < 0) {
        mpz_neg(x, x);
        mpz_neg(y, y);
    }
    divide(x, y, rounding);
    mpz_clear(y);
    mpz_clear(power);
    return store(x, scale, out);
}

/* Division by one: one rounding to be right in the whole program. */
bool decimal_round(const struct decimal *a, uint16_t scale, enum decimal_rounding rounding,
                   struct decimal *out) {
    struct decimal one = decimal_of(1);
    return decimal_div(a, &one, scale, rounding, out);
}

/* 万元 to 元 without arithmetic: the scale moves, and digits are appended
 * only where it would fall below zero. */
bool decimal_shift(const struct decimal *a, int power, struct decimal *out) {
    int scale = a->scale - power;
    /* the point moves within the decimals: the coefficient stays */
    if (scale >= 0 && scale <= DECIMAL_SCALE) {
        *out = *a;
        out->scale = (uint16_t)scale;
        return true;
    }
    int64_t small;
    if (scale > -SMALL_DIGITS && is_small(a, (uint16_t)(a->scale - scale), &small)) {
        *out = decimal_of(small);
        return true;
    }
    mpz_t z;
    load(z, a, a->scale);
    if (scale < 0) {
        mpz_t factor;
        mpz_init(factor);
        mpz_ui_pow_ui(factor, 10, (unsigned long)-scale);
        mpz_mul(z, z, factor);
        mpz_clear(factor);
        scale = 0;
    }
    return store(z, (uint32_t)scale, out);
}

/* For sums: 913.50 + 0.50 is shown as 914, as a reader would write it. */
struct decimal decimal_trim(const struct decimal *a) {
    struct decimal trimmed = *a;
    int64_t small;
    if (is_small(a, a->scale, &small)) {
        uint16_t scale = a->scale;
        for (; scale > 0 && small % 10 == 0; scale--)
            small /= 10;
        trimmed = decimal_of(small);
        trimmed.scale = scale;
        return trimmed;
    }
    mpz_t z;
    load(z, a, a->scale);
    while (trimmed.scale > 0 && mpz_divisible_ui_p(z, 10)) {
        mpz_divexact_ui(z, z, 10);
        trimmed.scale--;
    }
    store(z, trimmed.scale, &trimmed);
    return trimmed;
}
