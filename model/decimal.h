/* Exact decimals: sign x coefficient x 10^-scale. A double never holds an amount, a score or a
 * rate.
 *
 * The coefficient has at most DECIMAL_DIGITS digits; what needs more is reported by `false`, never
 * wrapped or rounded. The scale is the number of decimals as printed: 107.40 keeps its two. */
#ifndef HEJI_MODEL_DECIMAL_H
#define HEJI_MODEL_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { DECIMAL_LIMBS = 4, DECIMAL_DIGITS = 75, DECIMAL_SCALE = 60 };

struct decimal {
    uint64_t limb[DECIMAL_LIMBS]; /* coefficient, least significant first, below 2^252 */
    uint16_t scale;               /* decimals, 0..DECIMAL_SCALE */
    bool negative;                /* never set for zero */
};

enum decimal_rounding {
    DECIMAL_HALF_UP,  /* half a unit goes away from zero, as 四舍五入 does */
    DECIMAL_TRUNCATE, /* towards zero */
};

/* Reads "-12.50": an optional minus, ASCII digits, an optional point with
 * digits behind it. False when it is anything else or has more than
 * DECIMAL_DIGITS digits or DECIMAL_SCALE decimals. */
bool decimal_parse(struct str text, struct decimal *out);

/* The decimal of an integer. */
struct decimal decimal_of(int64_t integer);

/* The decimal as plain text with exactly `scale` decimals, such as "-12.50";
 * empty when exhausted. */
struct str decimal_text(struct arena *arena, const struct decimal *a);

/* Order by value, whatever the scales (95 = 95.00): negative, 0 or positive. */
int decimal_cmp(const struct decimal *a, const struct decimal *b);

/* Whether the value is zero. */
bool decimal_is_zero(const struct decimal *a);

/* a without its sign. */
struct decimal decimal_abs(const struct decimal *a);

/* a + b, a - b, a x b; the scale is the larger one, for products the sum. False
 * when the result does not fit. `out` may be an operand. */
bool decimal_add(const struct decimal *a, const struct decimal *b, struct decimal *out);
bool decimal_sub(const struct decimal *a, const struct decimal *b, struct decimal *out); /* a - b */
bool decimal_mul(const struct decimal *a, const struct decimal *b, struct decimal *out); /* a x b */

/* a / b at `scale` decimals. False when b is zero or the result does not
 * fit. */
bool decimal_div(const struct decimal *a, const struct decimal *b, uint16_t scale,
                 enum decimal_rounding rounding, struct decimal *out);

/* a at `scale` decimals: rounded, or zeros appended. False when the result does
 * not fit. */
bool decimal_round(const struct decimal *a, uint16_t scale, enum decimal_rounding rounding,
                   struct decimal *out);

/* a x 10^power, exactly; the decimals move with the point (12.50 x 10^4 is
 * 125000 with none). False when the result does not fit. */
bool decimal_shift(const struct decimal *a, int power, struct decimal *out);

/* a without trailing zeros behind the point: 12.50 becomes 12.5. */
struct decimal decimal_trim(const struct decimal *a);

#endif
