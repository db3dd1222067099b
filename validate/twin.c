#include "validate/twin.h"

enum { FARTHEST = 8 }; /* places that a point slips: 亿元 for 元 */

struct str twin_digits(struct arena *arena, const struct decimal *value) {
    struct decimal plain = decimal_abs(value);
    struct str text;
    if (!decimal_shift(&plain, plain.scale, &plain))
        return (struct str){0};
    text = decimal_text(arena, &plain);
    while (text.len > 0 && text.ptr[0] == '0')
        text = str_slice(text, 1, text.len);
    while (text.len > 0 && text.ptr[text.len - 1] == '0')
        text.len--;
    return text;
}

/* Both in the unit of the coarser, rounded to what it prints. */
struct both {
    struct decimal a, b;
    int last; /* place of the last digit of the coarser: power of its unit - decimals */
};

static bool align(const struct operand *a, const struct operand *b, struct both *both) {
    int last_a = a->power - a->value.scale, last_b = b->power - b->value.scale;
    both->last = last_a > last_b ? last_a : last_b;
    return decimal_shift(&a->value, a->power - both->last, &both->a) &&
           decimal_shift(&b->value, b->power - both->last, &both->b) &&
           decimal_round(&both->a, 0, DECIMAL_HALF_UP, &both->a) &&
           decimal_round(&both->b, 0, DECIMAL_HALF_UP, &both->b);
}

/* Whether the first digits agree, all but the last of the shorter, which may be
 * rounded: what does not begin alike is no slip of the point, and most figures
 * do not. */
static bool begin_alike(struct str a, struct str b) {
    size_t len = a.len < b.len ? a.len : b.len;
    return len > 0 && memcmp(a.ptr, b.ptr, len - 1) == 0;
}

/* The finer moved by some places and rounded gives the coarser. */
static bool slips_point(const struct operand *a, const struct operand *b) {
    const struct operand *coarse = a, *fine = b;
    if (a->power - a->value.scale < b->power - b->value.scale) {
        coarse = b;
        fine = a;
    }
    for (int places = -FARTHEST; places <= FARTHEST; places++) {
        struct decimal moved;
        if (places != 0 &&
            decimal_shift(&fine->value, fine->power - coarse->power + places, &moved) &&
            decimal_round(&moved, coarse->value.scale, DECIMAL_HALF_UP, &moved) &&
            decimal_cmp(&moved, &coarse->value) == 0)
            return true;
    }
    return false;
}

/* One digit changed, lost or doubled, or two neighbours exchanged. */
static bool slips_digit(struct str a, struct str b) {
    size_t head = 0, tail = 0;
    if (a.len < b.len) {
        struct str longer = b;
        b = a;
        a = longer;
    }
    if (a.len > b.len + 1)
        return false;
    while (head < b.len && a.ptr[head] == b.ptr[head])
        head++;
    for (size_t room = b.len - head;
         tail < room && a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail]; tail++)
        ;
    size_t left = a.len - head - tail;
    if (a.len > b.len)
        return left == 1;
    return left == 1 ||
           (left == 2 && a.ptr[head] == b.ptr[head + 1] && a.ptr[head + 1] == b.ptr[head]);
}

bool twin_is_same(const struct operand *a, const struct operand *b) {
    struct both both;
    if (a->power == b->power && a->value.scale == b->value.scale)
        return decimal_cmp(&a->value, &b->value) == 0;
    return align(a, b, &both) && decimal_cmp(&both.a, &both.b) == 0;
}

enum twin twin_compare(struct arena *arena, const struct operand *a, const struct operand *b,
                       size_t digits) {
    struct both both;
    if (!align(a, b, &both))
        return TWIN_OTHER;
    if (decimal_cmp(&both.a, &both.b) == 0)
        return TWIN_SAME;
    struct str x = twin_digits(arena, &a->value), y = twin_digits(arena, &b->value);
    if (x.len < digits || y.len < digits || a->value.negative != b->value.negative)
        return TWIN_OTHER;
    if (begin_alike(x, y) && slips_point(a, b))
        return TWIN_POINT;
    x = decimal_text(arena, &both.a);
    y = decimal_text(arena, &both.b);
    return slips_digit(x, y) ? TWIN_SLIP : TWIN_OTHER;
}
