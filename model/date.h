/* Dates as reports print them: 2021年 7 月 22 日, 2020年元月, 2021.7.22,
 * 二〇二一年七月, 7月28号. */
#ifndef HEJI_MODEL_DATE_H
#define HEJI_MODEL_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct date {
    int year;  /* 1900..2099, 0 when not given */
    int month; /* 1..12, 0 when not given */
    int day;   /* 1..31, 0 when not given */
};

/* Reads the date that begins at byte `at` of `text` and returns its length in
 * bytes; 0 when there is none. Blanks between its pieces belong to it, and so
 * do 度, 底, 初, 末 behind a year and 份, 底, 初, 末 behind a month. A
 * bare 2021.7 is a date only at a dash that leads to another year. */
size_t date_read(struct str text, size_t at, struct date *out);

/* Whether a calendar has the day: not 2月30日, nor 2月29日 of 2023. A date
 * without a day or month is one. */
bool date_is_possible(const struct date *date);

/* Bytes of a month or day that stand behind the date which ends at byte `at`
 * of `text` and cannot be: 13月5日 behind 2021年, 32日 behind 2021年3月. 0 when
 * nothing such stands there. */
size_t date_excess(struct str text, size_t at, const struct date *date);

/* Reads what date_text writes. False when `text` is nothing such. */
bool date_parse(struct str text, struct date *out);

/* Order by what both dates give: 2021-05 and 2021 are alike. Negative, 0 or
 * positive. */
int date_cmp(const struct date *a, const struct date *b);

/* ISO 8601: "2021-07-22", "2021-07" or "2021"; empty without a year, or when
 * exhausted. */
struct str date_text(struct arena *arena, const struct date *date);

#endif
