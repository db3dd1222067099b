#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ingest/numbering.h"

/* Format and number as a document writes them, and what Word shows. */
static const struct {
    const char *format;
    int32_t number;
    const char *shown;
} cases[] = {
    {"decimal", 1, "1"},
    {"decimal", -5, "-5"},
    {"decimal", INT32_MIN, "-2147483648"},
    {"unheardOf", 12, "12"},
    {"none", 3, ""},
    {"bullet", 3, ""},
    {"decimalZero", 7, "07"},
    {"decimalZero", 12, "12"},
    {"decimalFullWidth", 105, "１０５"},
    {"decimalFullWidth2", 9, "９"},
    {"numberInDash", 4, "- 4 -"},
    {"upperRoman", 1994, "MCMXCIV"},
    {"lowerRoman", 4, "iv"},
    {"upperRoman", 0, "0"},
    {"upperRoman", 40000, "40000"},
    {"upperLetter", 1, "A"},
    {"upperLetter", 26, "Z"},
    {"upperLetter", 27, "AA"},
    {"lowerLetter", 54, "bbb"},
    {"upperLetter", 2147483647, "2147483647"},
    {"lowerLetter", 0, "0"},
    {"chineseCounting", 0, "〇"},
    {"chineseCounting", 1, "一"},
    {"chineseCounting", 10, "十"},
    {"chineseCounting", 11, "十一"},
    {"chineseCounting", 20, "二十"},
    {"chineseCounting", 99, "九十九"},
    {"chineseCounting", 100, "一○○"},
    {"taiwaneseCounting", 15, "十五"},
    {"chineseCountingThousand", 110, "一百一十"},
    {"chineseCountingThousand", 101, "一百〇一"},
    {"chineseCountingThousand", 1001, "一千〇一"},
    {"chineseCountingThousand", 2010, "二千〇一十"},
    {"chineseCountingThousand", 2023, "二千〇二十三"},
    {"chineseCountingThousand", 9999, "九千九百九十九"},
    {"chineseCountingThousand", 10000, "10000"},
    {"japaneseCounting", 12, "十二"},
    {"chineseLegalSimplified", 1, "壹"},
    {"chineseLegalSimplified", 10, "壹拾"},
    {"chineseLegalSimplified", 105, "壹佰零伍"},
    {"ideographLegalTraditional", 26, "貳拾陸"},
    {"ideographDigital", 10, "一〇"},
    {"taiwaneseDigital", 123, "一二三"},
    {"ideographTraditional", 1, "甲"},
    {"ideographTraditional", 10, "癸"},
    {"ideographTraditional", 11, "11"},
    {"ideographZodiac", 12, "亥"},
    {"ideographZodiac", 0, "0"},
    {"decimalEnclosedCircle", 1, "①"},
    {"decimalEnclosedCircleChinese", 20, "⑳"},
    {"decimalEnclosedCircle", 21, "21"},
    {"decimalEnclosedParen", 2, "⑵"},
    {"decimalEnclosedFullstop", 3, "⒊"},
    {"ideographEnclosedCircle", 4, "㊃"},
};

static void test_formats(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char out[NUMBERING_ROOM];
        size_t len =
            numbering_write(cases[i].number, numbering_parse(str_of(cases[i].format)), out);
        assert_string_equal(out, cases[i].shown);
        assert_int_equal(len, strlen(cases[i].shown));
    }
}

static void test_every_number_fits(void **state) {
    (void)state;
    static const int32_t extremes[] = {INT32_MIN, -1, 0, 1, 20, 780, 9999, 32767, INT32_MAX};
    for (int format = 0; format <= NUMBERING_IDEOGRAPH_CIRCLE; format++) {
        for (size_t i = 0; i < sizeof extremes / sizeof *extremes; i++) {
            char out[NUMBERING_ROOM];
            size_t len = numbering_write(extremes[i], (enum numbering_format)format, out);
            assert_true(len < NUMBERING_ROOM && out[len] == '\0');
        }
    }
}

/* The value that Chinese counting writes, told by another way than numbering.c
 * counts: 一千〇一十 is 1 thousand, nothing, 1 ten. */
static int32_t value_of(const char *text) {
    static const char digits[] = "〇一二三四五六七八九";
    int32_t sum = 0, digit = -1;
    for (; *text; text += 3) {
        const char *at = NULL;
        for (int i = 0; i < 10 && !at; i++)
            at = memcmp(digits + i * 3, text, 3) == 0 ? digits + i * 3 : NULL;
        int32_t unit = memcmp(text, "十", 3) == 0   ? 10
                       : memcmp(text, "百", 3) == 0 ? 100
                       : memcmp(text, "千", 3) == 0 ? 1000
                                                    : 0;
        if (at)
            digit = (int32_t)(at - digits) / 3;
        else
            sum += (digit < 0 ? 1 : digit) * unit;
        if (unit > 0 || digit == 0)
            digit = -1;
    }
    return sum + (digit > 0 ? digit : 0);
}

static void test_counting_can_be_read_back(void **state) {
    (void)state;
    for (int32_t number = 1; number <= 9999; number++) {
        char out[NUMBERING_ROOM];
        numbering_write(number, NUMBERING_CHINESE_COUNTING_THOUSAND, out);
        if (value_of(out) != number)
            fail_msg("%d is written %s", number, out);
        assert_null(strstr(out, "〇〇"));
    }
}

/* Roman numerals by their letters: a smaller one before a larger one is taken away. */
static void test_roman_can_be_read_back(void **state) {
    (void)state;
    static const char letters[] = "IVXLCDM";
    static const int32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
    for (int32_t number = 1; number <= 32767; number += 13) {
        char out[NUMBERING_ROOM];
        int32_t sum = 0;
        size_t len = numbering_write(number, NUMBERING_UPPER_ROMAN, out);
        for (size_t i = 0; i < len; i++) {
            int32_t own = values[strchr(letters, out[i]) - letters];
            int32_t next = out[i + 1] ? values[strchr(letters, out[i + 1]) - letters] : 0;
            sum += own < next ? -own : own;
        }
        assert_int_equal(sum, number);
    }
}

/* Formats that begin at 1 and end: a number outside shows in decimal, never as a sign that stands
 * for another number. */
static void test_ends_of_the_tables(void **state) {
    static const struct {
        enum numbering_format format;
        int32_t last;
    } tables[] = {
        {NUMBERING_HEAVENLY_STEMS, 10},    {NUMBERING_EARTHLY_BRANCHES, 12},
        {NUMBERING_ENCLOSED_CIRCLE, 20},   {NUMBERING_ENCLOSED_PAREN, 20},
        {NUMBERING_ENCLOSED_FULLSTOP, 20}, {NUMBERING_IDEOGRAPH_CIRCLE, 10},
        {NUMBERING_UPPER_LETTER, 780},     {NUMBERING_LOWER_ROMAN, 32767},
    };
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char out[NUMBERING_ROOM], before[NUMBERING_ROOM] = "";
        for (int32_t number = 1; number <= tables[i].last; number++) {
            numbering_write(number, tables[i].format, out);
            assert_string_not_equal(out, before);
            assert_true(out[0] > '9' || out[0] < '0');
            memcpy(before, out, sizeof before);
        }
        numbering_write(tables[i].last + 1, tables[i].format, out);
        assert_int_equal(strtol(out, NULL, 10), tables[i].last + 1);
        numbering_write(-1, tables[i].format, out);
        assert_string_equal(out, "-1");
    }
}

static void test_names_are_exact(void **state) {
    (void)state;
    assert_int_equal(numbering_parse(str_of("Bullet")), NUMBERING_DECIMAL);
    assert_int_equal(numbering_parse(str_of("bullet ")), NUMBERING_DECIMAL);
    assert_int_equal(numbering_parse((struct str){0}), NUMBERING_DECIMAL);
    assert_int_equal(numbering_parse(str_of("none")), NUMBERING_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_every_number_fits),
        cmocka_unit_test(test_counting_can_be_read_back),
        cmocka_unit_test(test_roman_can_be_read_back),
        cmocka_unit_test(test_ends_of_the_tables),
        cmocka_unit_test(test_names_are_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
