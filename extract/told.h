/* The words by which reports call their quantities: what a label measures, and
 * of what. */
#ifndef HEJI_EXTRACT_TOLD_H
#define HEJI_EXTRACT_TOLD_H

#include <stdbool.h>

#include "base/str.h"
#include "extract/lexicon.h"
#include "model/reading.h"

/* The quantity of the whole that the squeezed name is of, by the lexicon's lists
 * told_original to told_rates: 年初预算数. MEASURE_NONE when it is none. */
enum measure told_measure(const struct lexicon *lexicon, struct str name);

/* What the last word of its kind in a label says: 支出预算 is a budget,
 * 预算执行数 is spending. MEASURE_NONE without one. */
enum measure told_worded(struct str label);

/* Takes words that change nothing off the front of `*label` until it is the name
 * of a quantity; MEASURE_NONE when it never is, and the bare rest in `*label`.
 * Behind 我局 a bare word is one: 我局预算资金. */
enum measure told_strip(const struct lexicon *lexicon, struct str *label);

/* Whether the name leaves open what it counts: 整体支出规模, 支出合计 and
 * 全年支出 may count what 全年执行数 leaves out, and 我局预算资金 may be one
 * fund. */
bool told_is_loose(const struct lexicon *lexicon, enum measure measure, struct str name);

/* The thing itself: 基本支出 of 基本支出预算数, 三公经费 of
 * 三公经费支出. A slice of `label`. */
struct str told_subject(struct str label);

/* The label of a row without what stands before its name: 1、局机关,
 * 其中:基本支出. A slice of `label`. */
struct str told_row(struct str label);

#endif
