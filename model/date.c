#include "model/date.h"

#include "base/utf8.h"
#include "model/glyph.h"
#include "model/numeral.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2099, MONTHS = 12, DAYS = 31 };

/* Reads 1 to `most` digits as a number; the end of them, or `at` when there is
 * none or a further digit follows. */
static size_t read_digits(struct str text, size_t at, int most, int *value) {
    size_t end = at, size;
    int count = 0;
    *value = 0;
    while (end < text.len) {
        int digit = glyph_digit(utf8_decode(text, end, &size));
        if (digit < 0)
            break;
        if (++count > most)
            return at;
        *value = *value * 10 + digit;
        end += size;
    }
    return end;
}

/* As read_digits, for a Chinese month or day: 七, 十二, 二十二, 元. */
static size_t read_chinese(struct str text, size_t at, int *value) {
    size_t end = at, size;
    *value = 0;
    if (glyph_at(text, at) == 0x5143) { /* 元月 */
        *value = 1;
        return at + 3;
    }
    for (int count = 0; end < text.len && count < 3; count++, end += size) {
        uint32_t point = utf8_decode(text, end, &size);
        int digit = numeral_digit(point);
        if (point == 0x5341) /* 十 */
            *value = *value == 0 ? 10 : *value * 10;
        else if (digit > 0)
            *value += digit;
        else
            break;
    }
    return end;
}

/* 13月 and 32日 are no dates: 13.32 must not become one. */
static size_t read_small(struct str text, size_t at, int highest, int *value) {
    size_t end = read_digits(text, at, 2, value);
    if (end == at)
        end = read_chinese(text, at, value);
    return *value >= 1 && *value <= highest ? end : at;
}

/* A year of four digits, Arabic or Chinese one by one (二〇二一). */
static size_t read_year(struct str text, size_t at, int *year) {
    size_t end = read_digits(text, at, 4, year), size;
    if (end == at) {
        *year = 0;
        for (int count = 0; count < 4 && end < text.len; count++, end += size) {
            int digit = numeral_digit(utf8_decode(text, end, &size));
            if (digit < 0)
                return at;
            *year = *year * 10 + digit;
        }
    }
    return *year >= FIRST_YEAR && *year <= LAST_YEAR ? end : at;
}

/* The first that fits, so longer words stand before shorter ones that begin
 * alike. */
static size_t skip_one_of(struct str text, size_t at, const char *const *words) {
    for (; *words; words++) {
        if (str_starts(str_slice(text, at, text.len), *words))
            return at + strlen(*words);
    }
    return at;
}

/* The word `word` behind blanks; its end, or 0 when something else stands
 * there. */
static size_t read_word(struct str text, size_t at, const char *word) {
    at = glyph_skip(text, at);
    return str_starts(str_slice(text, at, text.len), word) ? at + strlen(word) : 0;
}

/* "M月", "M月D日" or "M月D号" at byte `at`; `at` when there is no
 * month. */
static size_t read_month_day(struct str text, size_t at, struct date *out) {
    static const char *const tails[] = {"份",   "底",   "初",   "末", /* 3月底 */
                                        "上旬", "中旬", "下旬", NULL};
    static const char *const days[] = {"日", "号", "號", NULL};
    int month, day;
    size_t start = glyph_skip(text, at), end = read_small(text, start, MONTHS, &month);
    if (end == start || !(end = read_word(text, end, "月")))
        return at;
    out->month = month;
    start = glyph_skip(text, end);
    size_t after = read_small(text, start, DAYS, &day);
    if (after > start) {
        after = glyph_skip(text, after);
        size_t whole = skip_one_of(text, after, days);
        if (whole > after) {
            out->day = day;
            return whole;
        }
    }
    return skip_one_of(text, end, tails);
}

/* The minus of Excel, the full-width one and both long dashes are all typed
 * between two dates. */
static bool is_dash(uint32_t point) {
    return point == '-' || point == 0xFF0D || point == 0x2013 || point == 0x2014 || point == '~' ||
           point == 0xFF5E || point == 0x81F3 /* 至 */ || point == 0x5230 /* 到 */;
}

/* Whether 2021.7 at [.., end) is one end of a span of dates rather than a
 * decimal. */
static bool is_span(struct str text, size_t at, size_t end) {
    int year;
    size_t next = glyph_skip(text, end), size;
    if (is_dash(glyph_before(text, glyph_skip_back(text, at))))
        return true;
    if (!is_dash(glyph_at(text, next)))
        return false;
    utf8_decode(text, next, &size);
    next = glyph_skip(text, next + size);
    return read_year(text, next, &year) > next;
}

/* 2021.7.22, 2021-7-22, 2021/7/22 behind the year's end; `at` when it is
 * none. */
static size_t read_separated(struct str text, size_t from, size_t at, struct date *out) {
    uint32_t separator = glyph_at(text, at);
    int month, day = 0;
    if (separator != '.' && separator != '-' && separator != '/')
        return at;
    size_t end = read_digits(text, at + 1, 2, &month);
    if (end == at + 1 || month < 1 || month > MONTHS)
        return at;
    size_t after = at;
    if (glyph_at(text, end) == separator)
        after = read_digits(text, end + 1, 2, &day);
    bool has_day = after > end + 1 && day >= 1 && day <= DAYS;
    if (!has_day && (separator != '.' || !is_span(text, from, end)))
        return at;
    out->month = month;
    out->day = has_day ? day : 0;
    return has_day ? after : end;
}

/* 2020年度, 2020 年底: the end of the tail, or `at` itself. */
static size_t read_tail(struct str text, size_t at) {
    static const char *const tails[] = {"度", "底", "初", "末", NULL};
    size_t next = glyph_skip(text, at), end = skip_one_of(text, next, tails);
    return end > next ? end : at;
}

/* A year without 年 or a separator is a number: 2020 项 counts things. */
size_t date_read(struct str text, size_t at, struct date *out) {
    struct date date = {0};
    size_t year_end = read_year(text, at, &date.year), end;
    if (year_end == at) {
        date.year = 0;
        end = read_month_day(text, at, &date);
        *out = date;
        return end - at;
    }
    end = read_separated(text, at, year_end, &date);
    if (end == year_end) {
        end = read_word(text, year_end, "年");
        if (!end)
            return 0;
        size_t whole = read_month_day(text, end, &date);
        if (whole == end)
            whole = read_tail(text, end);
        end = whole;
    }
    *out = date;
    return end - at;
}

/* A day without its year may be of a leap year. */
bool date_is_possible(const struct date *date) {
    static const int days[MONTHS + 1] = {DAYS, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap =
        date->year == 0 || (date->year % 4 == 0 && date->year % 100 != 0) || date->year % 400 == 0;
    return date->day <= days[date->month] - (date->month == 2 && !leap);
}

/* Digits and `word` behind them at byte `at`; the end, or `at`. The number in
 * `*value`. */
static size_t read_unit(struct str text, size_t at, const char *word, int *value) {
    size_t start = glyph_skip(text, at), end = read_digits(text, start, 2, value);
    size_t whole = end > start ? read_word(text, end, word) : 0;
    return whole ? whole : at;
}

/* Only behind 年 and 月 as characters: 2021.13 may be a figure. 0日 is a blank
 * that was never filled. */
size_t date_excess(struct str text, size_t at, const struct date *date) {
    int month, day;
    size_t end;
    bool open = date->year > 0 && date->day == 0 &&
                glyph_before(text, at) == (date->month > 0 ? 0x6708u : 0x5E74u);
    if (!open)
        return 0;
    if (date->month > 0) {
        end = read_unit(text, at, "日", &day);
        return end > at && day > DAYS ? end - at : 0;
    }
    end = read_unit(text, at, "月", &month);
    return end > at && month > MONTHS ? read_unit(text, end, "日", &day) - at : 0;
}

bool date_parse(struct str text, struct date *out) {
    static const size_t ends[] = {4, 7, 10};
    int *fields[] = {&out->year, &out->month, &out->day};
    *out = (struct date){0};
    size_t at = 0;
    for (size_t i = 0; i < 3 && at < text.len; i++) {
        if (i > 0 && text.ptr[at++] != '-')
            return false;
        if (text.len < ends[i] ||
            read_digits(str_slice(text, 0, ends[i]), at, 4, fields[i]) != ends[i])
            return false;
        at = ends[i];
    }
    return text.len > 0 && at == text.len && out->month <= MONTHS && out->day <= DAYS;
}

int date_cmp(const struct date *a, const struct date *b) {
    if (a->year != b->year)
        return a->year - b->year;
    if (a->month == 0 || b->month == 0 || a->month != b->month)
        return a->month == 0 || b->month == 0 ? 0 : a->month - b->month;
    return a->day == 0 || b->day == 0 ? 0 : a->day - b->day;
}

/* Only what is known: 2021年7月 is 2021-07, not the first of July. */
struct str date_text(struct arena *arena, const struct date *date) {
    if (date->year == 0)
        return (struct str){0};
    if (date->month == 0)
        return str_printf(arena, "%04d", date->year);
    if (date->day == 0)
        return str_printf(arena, "%04d-%02d", date->year, date->month);
    return str_printf(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
}
