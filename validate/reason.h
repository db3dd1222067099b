/* Why a relation cannot be held against its claim: the words of a check's
 * `reason`. */
#ifndef HEJI_VALIDATE_REASON_H
#define HEJI_VALIDATE_REASON_H

#include <stddef.h>

#include "base/str.h"

/* The words as they stand in records. They are stable: programs compare
 * them. */
#define REASON_APPROXIMATE_FIGURE "approximate_figure"
#define REASON_BONUS_ROW "bonus_row"
#define REASON_DIRECTION_UNKNOWN "direction_unknown"
#define REASON_DOUBTFUL_TIE "doubtful_tie"
#define REASON_LIST_INCOMPLETE "list_incomplete"
#define REASON_MISSING_OPERAND "missing_operand"
#define REASON_NESTED_LIST "nested_list"
#define REASON_NO_BANDS "no_bands"
#define REASON_NO_TOTAL "no_total"
#define REASON_NO_WEIGHT "no_weight"
#define REASON_OTHER_SCALE "other_scale"
#define REASON_OUT_OF_RANGE "out_of_range"
#define REASON_OWN_RULE "own_rule"
#define REASON_RANGE_FIGURE "range_figure"
#define REASON_SEVERAL_TABLES "several_tables"
#define REASON_UNIT_MISMATCH "unit_mismatch"
#define REASON_UNIT_UNKNOWN "unit_unknown"
#define REASON_UNKNOWN_GRADE "unknown_grade"
#define REASON_UNPARSED_RULE "unparsed_rule"
#define REASON_UNREADABLE_NUMBER "unreadable_number"
#define REASON_UNREADABLE_ROW "unreadable_row"
#define REASON_ZERO_DENOMINATOR "zero_denominator"

/* One word and what it tells the reader. All strings are static. */
struct reason {
    const char *word;
    const char *chinese, *english;
};

/* All reasons in alphabetical order of their words; `*count` receives their
 * number. */
const struct reason *reason_all(size_t *count);

/* The reason of that word; NULL when there is none. */
const struct reason *reason_find(struct str word);

#endif
