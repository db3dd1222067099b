#include "extract/heading.h"

#include "base/utf8.h"

/* Read by hand, character by character: the marks are few, and each has its own
 * trap behind it (2.5 万元, 二、三季度, （2023年）, 第一季度). */

/* Levels of model/reading.h; 第一部分 stands above them. */
enum { LEVEL_PART, LEVEL_HAN, LEVEL_BRACKET_HAN, LEVEL_DIGIT, LEVEL_BRACKET_DIGIT, LEVEL_CIRCLE };
enum { HAN_MOST = 3, DIGITS_MOST = 2 }; /* 二十三, 99: larger numbers are no section's */

/* A mark at the start of `text`. */
struct mark {
    uint32_t level, number;
    size_t from, to; /* its bytes */
};

static uint32_t point_at(struct str text, size_t at, size_t *size) {
    *size = 0;
    return at < text.len ? utf8_decode(text, at, size) : 0;
}

static size_t skip_space(struct str text, size_t at) {
    size_t size;
    while (utf8_is_space(point_at(text, at, &size)) && size)
        at += size;
    return at;
}

static uint32_t han_digit(uint32_t point) {
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D}; /* 一 .. 九 */
    for (uint32_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (digits[i] == point)
            return i + 1;
    return point == 0x5341 ? 10 : 0; /* 十 */
}

/* Reads 一..九十九; returns where it ends, `at` when there is none. */
static size_t read_han(struct str text, size_t at, uint32_t *number) {
    size_t start = at, size;
    uint32_t tens = 0, ones = 0, digit;
    for (int i = 0; i < HAN_MOST && (digit = han_digit(point_at(text, at, &size))); i++) {
        if (digit == 10 ? tens : ones)
            return start;
        if (digit == 10) {
            tens = ones ? ones : 1;
            ones = 0;
        } else {
            ones = digit;
        }
        at += size;
    }
    *number = tens * 10 + ones;
    return at;
}

/* ２、 typed with a Chinese input method is full-width. */
static uint32_t digit_of(uint32_t point) {
    if (point >= 0xFF10 && point <= 0xFF19)
        point -= 0xFF10 - '0';
    return point >= '0' && point <= '9' ? point - '0' : UINT32_MAX;
}

/* 123、 and 2020. are no section numbers: beyond two digits it is a figure
 * that begins the line. */
static size_t read_digits(struct str text, size_t at, uint32_t *number) {
    size_t start = at, size;
    uint32_t digit;
    *number = 0;
    for (int i = 0; (digit = digit_of(point_at(text, at, &size))) != UINT32_MAX; i++) {
        if (i == DIGITS_MOST)
            return start;
        *number = *number * 10 + digit;
        at += size;
    }
    return at;
}

static bool is_one_of(uint32_t point, const uint32_t *points) {
    while (*points && *points != point)
        points++;
    return *points != 0;
}

/* 3、2022年预算安排 is a heading, though a digit follows the point. */
static bool is_year(struct str text, size_t at) {
    struct str year = str_slice(text, at, at + 4);
    return year.len == 4 && str_starts(year, "20") &&
           digit_of((unsigned char)year.ptr[2]) != UINT32_MAX &&
           digit_of((unsigned char)year.ptr[3]) != UINT32_MAX &&
           str_starts(str_slice(text, at + 4, text.len), "年");
}

/* 一、 or 1. : number and point. What follows the point must not go on
 * counting (二、三季度, 1.5). */
static bool read_pointed(struct str text, size_t at, struct mark *mark) {
    static const uint32_t after_han[] = {0x3001, 0xFF0E, '.', 0}; /* 、 ． . */
    static const uint32_t after_digit[] = {0x3001, 0xFF0E, '.', ')', 0xFF09, 0};
    size_t size, end = read_han(text, at, &mark->number);
    bool han = end > at;
    if (!han)
        end = read_digits(text, at, &mark->number);
    end = end > at ? skip_space(text, end) : end;
    uint32_t point = point_at(text, end, &size);
    if (end == at || !is_one_of(point, han ? after_han : after_digit))
        return false;
    mark->to = end + size;
    mark->level = han ? LEVEL_HAN : LEVEL_DIGIT;
    uint32_t next = point_at(text, mark->to, &size);
    if (han)
        return !han_digit(next);
    return digit_of(next) == UINT32_MAX || is_year(text, mark->to);
}

/* （一） or （1）. */
static bool read_bracketed(struct str text, size_t at, struct mark *mark) {
    size_t size;
    uint32_t open = point_at(text, at, &size);
    if (open != '(' && open != 0xFF08)
        return false;
    at = skip_space(text, at + size);
    size_t end = read_han(text, at, &mark->number);
    mark->level = end > at ? LEVEL_BRACKET_HAN : LEVEL_BRACKET_DIGIT;
    if (end == at)
        end = read_digits(text, at, &mark->number);
    size_t close = skip_space(text, end);
    uint32_t point = point_at(text, close, &size);
    mark->to = close + size;
    return end > at && (point == ')' || point == 0xFF09);
}

/* ①..⑳ follow each other in Unicode; ㉑ and on stand elsewhere, and no
 * report gets there. */
static bool read_circle(struct str text, size_t at, struct mark *mark) {
    size_t size;
    uint32_t point = point_at(text, at, &size);
    mark->level = LEVEL_CIRCLE;
    mark->number = point - 0x2460 + 1;
    mark->to = at + size;
    return point >= 0x2460 && point <= 0x2473;
}

/* 第一部分, 第二章; not 第一季度, 第三方. */
static bool read_part(struct str text, size_t at, struct mark *mark) {
    static const char *const units[] = {"部分", "章"};
    struct str rest = str_slice(text, at, text.len);
    if (!str_starts(rest, "第"))
        return false;
    size_t end = read_han(text, at + strlen("第"), &mark->number);
    rest = str_slice(text, end, text.len);
    mark->level = LEVEL_PART;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        mark->to = end + strlen(units[i]);
        if (end > at + strlen("第") && str_starts(rest, units[i]))
            return true;
    }
    return false;
}

/* The mark at the start of `text`; false when there is none. */
static bool read_mark(struct str text, struct mark *mark) {
    size_t at = skip_space(text, 0);
    mark->from = at;
    return (read_bracketed(text, at, mark) || read_pointed(text, at, mark) ||
            read_circle(text, at, mark) || read_part(text, at, mark)) &&
           mark->number > 0;
}

bool heading_scan(struct doc *doc, const struct passage *passage, uint32_t paragraph,
                  struct err *err) {
    struct mark mark;
    bool automatic = !str_blank(passage->numbering);
    struct str text = automatic ? passage->numbering : passage->text;
    if (!read_mark(text, &mark))
        return true;
    struct heading heading = {
        .paragraph = paragraph,
        .passage = passage,
        .mark = str_slice(text, mark.from, mark.to),
        .level = mark.level,
        .number = mark.number,
        .automatic = automatic,
    };
    return VEC_PUSH(&doc->arena, &doc->reading.headings, heading) ||
           err_set(err, ERR_MEMORY, 0, "no memory for the headings");
}
