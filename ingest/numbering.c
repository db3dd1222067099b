#include "ingest/numbering.h"

#include <stdio.h>

#include "base/utf8.h"

static const struct {
    const char *name;
    enum numbering_format format;
} formats[] = {
    {"decimal", NUMBERING_DECIMAL},
    {"none", NUMBERING_NONE},
    {"bullet", NUMBERING_BULLET},
    {"decimalZero", NUMBERING_DECIMAL_ZERO},
    {"decimalFullWidth", NUMBERING_DECIMAL_FULL_WIDTH},
    {"decimalFullWidth2", NUMBERING_DECIMAL_FULL_WIDTH},
    {"numberInDash", NUMBERING_IN_DASH},
    {"upperRoman", NUMBERING_UPPER_ROMAN},
    {"lowerRoman", NUMBERING_LOWER_ROMAN},
    {"upperLetter", NUMBERING_UPPER_LETTER},
    {"lowerLetter", NUMBERING_LOWER_LETTER},
    {"chineseCounting", NUMBERING_CHINESE_COUNTING},
    {"taiwaneseCounting", NUMBERING_CHINESE_COUNTING},
    {"chineseCountingThousand", NUMBERING_CHINESE_COUNTING_THOUSAND},
    {"taiwaneseCountingThousand", NUMBERING_CHINESE_COUNTING_THOUSAND},
    {"japaneseCounting", NUMBERING_CHINESE_COUNTING_THOUSAND},
    {"chineseLegalSimplified", NUMBERING_CHINESE_LEGAL_SIMPLIFIED},
    {"ideographLegalTraditional", NUMBERING_CHINESE_LEGAL_TRADITIONAL},
    {"ideographDigital", NUMBERING_IDEOGRAPH_DIGITAL},
    {"taiwaneseDigital", NUMBERING_IDEOGRAPH_DIGITAL},
    {"japaneseDigitalTenThousand", NUMBERING_IDEOGRAPH_DIGITAL},
    {"ideographTraditional", NUMBERING_HEAVENLY_STEMS},
    {"ideographZodiac", NUMBERING_EARTHLY_BRANCHES},
    {"decimalEnclosedCircle", NUMBERING_ENCLOSED_CIRCLE},
    {"decimalEnclosedCircleChinese", NUMBERING_ENCLOSED_CIRCLE},
    {"decimalEnclosedParen", NUMBERING_ENCLOSED_PAREN},
    {"decimalEnclosedFullstop", NUMBERING_ENCLOSED_FULLSTOP},
    {"ideographEnclosedCircle", NUMBERING_IDEOGRAPH_CIRCLE},
};

enum { HAN = 3 }; /* bytes of each character in the tables below */

/* How a format counts in characters: ten digits, then ten, hundred,
 * thousand. */
struct counting {
    const char *digits;
    const char *units;
};

static const struct counting common = {"〇一二三四五六七八九", "十百千"};
static const struct counting simplified = {"零壹贰叁肆伍陆柒捌玖", "拾佰仟"};
static const struct counting traditional = {"零壹貳參肆伍陸柒捌玖", "拾佰仟"};

/* A format that is not known is shown in decimal, so that at least the order of
 * the sections can be followed. */
enum numbering_format numbering_parse(struct str name) {
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (str_is(name, formats[i].name))
            return formats[i].format;
    }
    return NUMBERING_DECIMAL;
}

/* The format is a literal of this file; INT32_MIN with its sign takes 11
 * bytes. */
static size_t write_decimal(int32_t number, const char *format, char *out) {
    return (size_t)snprintf(out, NUMBERING_ROOM, format, number);
}

/* Keeps `out` NUL-terminated. */
static size_t append(char *out, size_t len, const char *text, size_t size) {
    memcpy(out + len, text, size);
    out[len + size] = '\0';
    return len + size;
}

/* 0..9999 with units: 101 is 一百〇一. Ten to nineteen drop the leading
 * 一, but not in legal figures. */
static size_t write_counting(int32_t number, const struct counting *counting, char *out) {
    bool zero = false;
    size_t len = 0;
    if (number == 0)
        return append(out, 0, counting->digits, HAN);
    for (int power = 3, scale = 1000; power >= 0; power--, scale /= 10) {
        int digit = number / scale % 10;
        if (digit == 0) {
            zero = len > 0;
            continue;
        }
        if (zero)
            len = append(out, len, counting->digits, HAN);
        zero = false;
        if (digit != 1 || power != 1 || number >= 20 || counting != &common)
            len = append(out, len, counting->digits + (size_t)digit * HAN, HAN);
        if (power > 0)
            len = append(out, len, counting->units + (size_t)(power - 1) * HAN, HAN);
    }
    return len;
}

/* Each decimal digit as a character of `digits`, which has ten. */
static size_t write_digits(int32_t number, const char *digits, char *out) {
    char decimal[NUMBERING_ROOM];
    size_t len = 0, count = write_decimal(number, "%d", decimal);
    for (size_t i = 0; i < count; i++)
        len = append(out, len, digits + (size_t)(decimal[i] - '0') * HAN, HAN);
    return len;
}

/* 31888 is the longest: 31 M and DCCCLXXXVIII, 43 letters. */
static size_t write_roman(int32_t number, char *out) {
    static const struct {
        int32_t value;
        const char *sign;
    } signs[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                 {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                 {5, "V"},    {4, "IV"},   {1, "I"}};
    size_t len = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        for (; number >= signs[i].value; number -= signs[i].value)
            len = append(out, len, signs[i].sign, strlen(signs[i].sign));
    }
    return len;
}

/* A to Z, then AA to ZZ, AAA ... */
static size_t write_letters(int32_t number, char *out) {
    char letter = (char)('A' + (number - 1) % 26);
    size_t len = 0;
    for (int32_t i = 0; i <= (number - 1) / 26; i++)
        len = append(out, len, &letter, 1);
    return len;
}

/* ASCII capitals only: Roman numerals and letters. */
static size_t lower(char *out, size_t len) {
    for (size_t i = 0; i < len; i++)
        out[i] = (char)(out[i] - 'A' + 'a');
    return len;
}

/* For signs that Unicode has in one block: ① is U+2460, ⑴ U+2474, ⒈
 * U+2488, ㊀ U+3280. */
static size_t write_point(uint32_t point, char *out) {
    size_t len = utf8_encode(point, out);
    out[len] = '\0';
    return len;
}

/* The largest number that the format has a sign for; it begins at 1, or at 0
 * for digits. */
static int32_t largest(enum numbering_format format) {
    switch (format) {
    case NUMBERING_UPPER_ROMAN:
    case NUMBERING_LOWER_ROMAN:
        return 32767; /* as in Word */
    case NUMBERING_UPPER_LETTER:
    case NUMBERING_LOWER_LETTER:
        return 780; /* as in Word: thirty letters */
    case NUMBERING_CHINESE_COUNTING_THOUSAND:
    case NUMBERING_CHINESE_LEGAL_SIMPLIFIED:
    case NUMBERING_CHINESE_LEGAL_TRADITIONAL:
        return 9999;
    case NUMBERING_HEAVENLY_STEMS:
    case NUMBERING_IDEOGRAPH_CIRCLE:
        return 10;
    case NUMBERING_EARTHLY_BRANCHES:
        return 12;
    case NUMBERING_ENCLOSED_CIRCLE:
    case NUMBERING_ENCLOSED_PAREN:
    case NUMBERING_ENCLOSED_FULLSTOP:
        return 20;
    default:
        return INT32_MAX;
    }
}

/* What lies outside is written in decimal, as Word does. */
static int32_t smallest(enum numbering_format format) {
    switch (format) {
    case NUMBERING_DECIMAL:
    case NUMBERING_DECIMAL_ZERO:
    case NUMBERING_IN_DASH:
        return INT32_MIN;
    case NUMBERING_DECIMAL_FULL_WIDTH:
    case NUMBERING_IDEOGRAPH_DIGITAL:
    case NUMBERING_CHINESE_COUNTING:
    case NUMBERING_CHINESE_COUNTING_THOUSAND:
    case NUMBERING_CHINESE_LEGAL_SIMPLIFIED:
    case NUMBERING_CHINESE_LEGAL_TRADITIONAL:
        return 0;
    default:
        return 1;
    }
}

size_t numbering_write(int32_t number, enum numbering_format format, char out[NUMBERING_ROOM]) {
    size_t index = (size_t)((int64_t)number - 1) * HAN; /* of tables that begin at 1 */
    out[0] = '\0';
    if (format == NUMBERING_NONE || format == NUMBERING_BULLET)
        return 0;
    if (number < smallest(format) || number > largest(format))
        return write_decimal(number, "%d", out);
    switch (format) {
    case NUMBERING_DECIMAL_ZERO:
        return write_decimal(number, "%02d", out);
    case NUMBERING_IN_DASH:
        return write_decimal(number, "- %d -", out);
    case NUMBERING_DECIMAL_FULL_WIDTH:
        return write_digits(number, "０１２３４５６７８９", out);
    case NUMBERING_UPPER_ROMAN:
        return write_roman(number, out);
    case NUMBERING_LOWER_ROMAN:
        return lower(out, write_roman(number, out));
    case NUMBERING_UPPER_LETTER:
        return write_letters(number, out);
    case NUMBERING_LOWER_LETTER:
        return lower(out, write_letters(number, out));
    case NUMBERING_CHINESE_COUNTING:
        return number < 100 ? write_counting(number, &common, out)
                            : write_digits(number, "○一二三四五六七八九", out);
    case NUMBERING_CHINESE_COUNTING_THOUSAND:
        return write_counting(number, &common, out);
    case NUMBERING_CHINESE_LEGAL_SIMPLIFIED:
        return write_counting(number, &simplified, out);
    case NUMBERING_CHINESE_LEGAL_TRADITIONAL:
        return write_counting(number, &traditional, out);
    case NUMBERING_IDEOGRAPH_DIGITAL:
        return write_digits(number, common.digits, out);
    case NUMBERING_HEAVENLY_STEMS:
        return append(out, 0, &"甲乙丙丁戊己庚辛壬癸"[index], HAN);
    case NUMBERING_EARTHLY_BRANCHES:
        return append(out, 0, &"子丑寅卯辰巳午未申酉戌亥"[index], HAN);
    case NUMBERING_ENCLOSED_CIRCLE:
        return write_point(0x245F + (uint32_t)number, out);
    case NUMBERING_ENCLOSED_PAREN:
        return write_point(0x2473 + (uint32_t)number, out);
    case NUMBERING_ENCLOSED_FULLSTOP:
        return write_point(0x2487 + (uint32_t)number, out);
    case NUMBERING_IDEOGRAPH_CIRCLE:
        return write_point(0x327F + (uint32_t)number, out);
    default:
        return write_decimal(number, "%d", out);
    }
}
