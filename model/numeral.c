#include "model/numeral.h"

#include <inttypes.h>

#include "base/utf8.h"

struct glyph {
    uint32_t point;
    int value;
};

static const struct glyph digits[] = {
    {0x3007, 0}, /* 〇 */
    {0x96F6, 0}, /* 零 */
    {0x25CB, 0}, /* ○ typed for 〇 */
    {0x4E00, 1}, {0x58F9, 1}, {0x4E8C, 2}, {0x4E24, 2}, {0x8D30, 2}, {0x4E09, 3}, {0x53C1, 3},
    {0x56DB, 4}, {0x8086, 4}, {0x4E94, 5}, {0x4F0D, 5}, {0x516D, 6}, {0x9646, 6}, {0x4E03, 7},
    {0x67D2, 7}, {0x516B, 8}, {0x634C, 8}, {0x4E5D, 9}, {0x7396, 9}, {0x5169, 2}, /* 兩 */
};

/* 十 百 千 and their formal twins: powers of ten inside a section of four
 * digits. */
static const struct glyph places[] = {
    {0x5341, 1}, {0x62FE, 1}, {0x767E, 2}, {0x4F70, 2}, {0x5343, 3}, {0x4EDF, 3},
};

/* 万 萬 亿 億: what a section is multiplied by. */
static const struct glyph sections[] = {{0x4E07, 4}, {0x842C, 4}, {0x4EBF, 8}, {0x5104, 8}};

enum { POINT_CHARACTER = 0x70B9, FRACTION_DIGITS = 18 };

/* Tables of two dozen entries: a walk is as quick as a search, and reads like
 * the table. */
static int look_up(const struct glyph *glyphs, size_t count, uint32_t point) {
    for (size_t i = 0; i < count; i++) {
        if (glyphs[i].point == point)
            return glyphs[i].value;
    }
    return -1;
}

/* 两 and 壹 too; 俩 and 仨 hold their counter and are no digits. */
int numeral_digit(uint32_t point) {
    return look_up(digits, sizeof digits / sizeof *digits, point);
}

static int place_of(uint32_t point) {
    return look_up(places, sizeof places / sizeof *places, point);
}

static int section_of(uint32_t point) {
    return look_up(sections, sizeof sections / sizeof *sections, point);
}

/* Also what only looks like one: 千 in 千万 (by all means) is sorted out by
 * the reader, not here. */
static bool is_numeral(uint32_t point) {
    return numeral_digit(point) >= 0 || place_of(point) > 0 || section_of(point) > 0;
}

/* The longest run: a numeral that is not read whole is not read at all,
 * 三百五 never as 300. */
size_t numeral_span(struct str text, size_t at) {
    size_t end = at, size;
    while (end < text.len && is_numeral(utf8_decode(text, end, &size)))
        end += size;
    return end - at;
}

static uint64_t power_of_ten(int power) {
    uint64_t value = 1;
    while (power-- > 0)
        value *= 10;
    return value;
}

/* A numeral on the way from left to right. */
struct sum {
    uint64_t total, section;
    int digit;      /* pending, or -1 */
    int last_place; /* power that the section has come down to; 4 at its start */
    bool zero;      /* 零 since the last place: 三百零五 */
    int last_scale; /* 万 or 亿 that the total has come down to */
};

/* 三百零五: 零 fills a place and has no value of its own. 二〇二一 has
 * no places and is a year, not a sum. */
static bool add_digit(struct sum *sum, int digit) {
    if (digit == 0 && sum->digit < 0 && (sum->section > 0 || sum->total > 0)) {
        sum->zero = true;
        return true;
    }
    if (sum->digit >= 0)
        return false; /* 七八: two digits side by side */
    sum->digit = digit;
    return true;
}

/* Places fall within a section: 三百二十 is one numeral, 二十三百 is
 * none. */
static bool add_place(struct sum *sum, int place) {
    if (place >= sum->last_place)
        return false;
    if (sum->digit < 0) {
        if (place != 1 || (sum->section > 0 && !sum->zero))
            return false; /* only 十 may stand without its digit */
        sum->digit = 1;
    }
    sum->section += (uint64_t)sum->digit * power_of_ten(place);
    sum->digit = -1;
    sum->last_place = place;
    sum->zero = false;
    return true;
}

/* The last digit stands for ones: behind 十 or 零, or alone. In 三百五 and
 * 两万三 it does not. */
static bool close_section(struct sum *sum) {
    if (sum->digit < 0)
        return true;
    bool alone = sum->section == 0 && sum->total == 0;
    if (!alone && !sum->zero && sum->last_place != 1)
        return false;
    sum->section += (uint64_t)sum->digit;
    sum->digit = -1;
    return true;
}

/* 万 closes a section of four digits: 三百二十万 is 320 x 10^4. */
static bool add_scale(struct sum *sum, int scale) {
    if (scale >= sum->last_scale || !close_section(sum) || sum->section == 0)
        return false;
    sum->total += sum->section * power_of_ten(scale);
    *sum = (struct sum){sum->total, 0, -1, 4, false, scale};
    return true;
}

/* Digits behind 点, one by one; their count in `*count`. */
static size_t read_fraction(struct str text, size_t at, uint64_t *fraction, int *count) {
    size_t size;
    *fraction = 0;
    *count = 0;
    for (; at < text.len && *count < FRACTION_DIGITS; at += size, (*count)++) {
        int digit = numeral_digit(utf8_decode(text, at, &size));
        if (digit < 0)
            break;
        *fraction = *fraction * 10 + (uint64_t)digit;
    }
    return at;
}

/* Digit, place or scale: each character is exactly one of them. */
static bool add_character(struct sum *sum, struct str text, size_t at, size_t size) {
    uint32_t point = utf8_decode(text, at, &size);
    int digit = numeral_digit(point), place = place_of(point);
    if (digit >= 0)
        return add_digit(sum, digit);
    if (place > 0)
        return add_place(sum, place);
    return add_scale(sum, section_of(point));
}

/* 万 and 亿 at the end are left for the unit: 三百万元 is 300 万元, as
 * the document prints it. */
bool numeral_read(struct arena *arena, struct str text, size_t at, struct str *plain, size_t *len) {
    size_t end = at + numeral_span(text, at), size;
    struct sum sum = {0, 0, -1, 4, false, 9};
    while (end > at && section_of(utf8_decode(text, utf8_before(text, end), &size)) > 0)
        end = utf8_before(text, end);
    struct str scale = str_slice(text, end, at + numeral_span(text, at));
    if (end == at || (scale.len > 3 && !str_is(scale, "万亿")))
        return false; /* 一万万 */
    for (size_t i = at; i < end; i += size) {
        utf8_decode(text, i, &size);
        if (!add_character(&sum, text, i, size))
            return false;
    }
    if (!close_section(&sum))
        return false;
    *plain = str_printf(arena, "%" PRIu64, sum.total + sum.section);
    *len = end - at;
    if (end < text.len && utf8_decode(text, end, &size) == POINT_CHARACTER) {
        uint64_t fraction;
        int count;
        size_t after = read_fraction(text, end + size, &fraction, &count);
        if (count > 0) {
            *plain = str_printf(arena, "%.*s.%0*" PRIu64, STR_ARGS(*plain), count, fraction);
            *len = after - at;
        }
    }
    return true;
}
