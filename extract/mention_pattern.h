/* Where a figure may begin in prose, and what only looks like one: the regular
 * expression that mention_scan walks through a passage with. */
#ifndef HEJI_EXTRACT_MENTION_PATTERN_H
#define HEJI_EXTRACT_MENTION_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pattern.h"
#include "base/str.h"
#include "model/unit.h"

/* What the expression has found. */
enum mention_found {
    FOUND_NUMBER,   /* a digit, sign or point of a figure or date: its first byte only */
    FOUND_DOUBTFUL, /* the digits of a figure that cannot be read: l00.OO before 万元 */
    FOUND_NONE,     /* digits that are no figure: a document number, a phone, a list mark */
    FOUND_YEAR,     /* the first year of a span: 2019-2025 */
    FOUND_GRADE,    /* a grade word */
    FOUND_PER,      /* 百分之, 千分之, 万分之 */
    FOUND_NUMERAL,  /* a Chinese digit */
};

/* The characters that a figure, or what looks like one, can begin with; the
 * starts of lines are others. */
struct str mention_pattern_starters(void);

/* Compiles the expression; it matches only where it is tried. NULL with the
 * reason when memory is out. The caller frees it with pattern_free. */
struct pattern *mention_pattern_compile(struct err *err);

/* What `match` has found, and the bytes [*start, *end) where it stands. */
enum mention_found mention_pattern_found(const struct match *match, size_t *start, size_t *end);

/* Whether the grade word at bytes [start, end) of `text` is stated as a grade:
 * 等级为优, 评价等次： “优秀”, 评为优秀等次; not
 * 优秀案例, not 优、良、中、差. Looks back to byte `from`. */
bool mention_grade_fits(struct str text, size_t from, size_t start, size_t end);

/* Whether the Chinese numeral of `len` bytes at byte `at` of `text`, its unit
 * read up to byte `end`, states a figure: not 一个, 第三个, 八项规定,
 * 三元. */
bool mention_numeral_fits(struct str text, size_t at, size_t len, const struct unit *unit,
                          size_t end);

#endif
