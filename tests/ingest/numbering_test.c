#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_every_number_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
