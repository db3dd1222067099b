/* Where a figure may begin in prose, and what only looks like one: the regular expression that
 * mention_scan walks through a passage with. */
#ifndef HEJI_EXTRACT_MENTION_PATTERN_H
#define HEJI_EXTRACT_MENTION_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pattern.h"
#include "base/str.h"
#include "model/unit.h"

/* Groups of the expression: the one that took part says what was found. */
enum {
    MENTION_GROUP_DOUBTFUL = 1, /* a figure that cannot be read: l00.OO before 万元 */
    MENTION_GROUP_SKIP,         /* digits that are no figure: a document number, a phone ... */
    MENTION_GROUP_YEAR,         /* the first year of a span: 2019-2025 */
    MENTION_GROUP_GRADE,        /* a grade word */
    MENTION_GROUP_PER,          /* 百分之, 千分之, 万分之 */
    MENTION_GROUP_NUMERAL,      /* a Chinese digit */
};

/* Compiles the expression; NULL with the reason when memory is out. A match in which none of the
 * groups took part begins at the digit, sign or point of a figure. The caller frees it with
 * pattern_free. */
struct pattern *mention_pattern_compile(struct err *err);

/* Whether the grade word at bytes [start, end) of `text` is stated as a grade: 等级为优, 评价等次：
 * “优秀”, 评为优秀等次; not 优秀案例, not 优、良、中、差. Looks back to byte `from`. */
bool mention_grade_fits(struct str text, size_t from, size_t start, size_t end);

/* Whether the Chinese numeral of `len` bytes at byte `at` of `text`, its unit read up to byte `end`,
 * states a figure: not 一个, 第三个, 八项规定, 三元. */
bool mention_numeral_fits(struct str text, size_t at, size_t len, const struct unit *unit,
                          size_t end);

#endif
