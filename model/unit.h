/* Units of measure and counters, as Chinese reports print them behind a figure.
 *
 * A unit is a noun of the table in unit.c, with a magnitude before it or not:
 * 元, 万元, 亿元, 万亩, 千人. 万 and 亿 also stand
 * alone (35万, 2.5亿); the context says whether that is money. */
#ifndef HEJI_MODEL_UNIT_H
#define HEJI_MODEL_UNIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/mention.h"

struct unit {
    enum mention_kind kind; /* AMOUNT, RATE, SCORE, COUNT, AREA, LENGTH or OTHER */
    int power;       /* figure x 10^power is the figure in `base`: 4 for 万元, -1 for ‰ */
    struct str base; /* 元, %, 分, 亩, 平方米 ...; empty for a compound such as
                      * 元/亩, which is comparable with the same words only */
    bool bare;       /* a magnitude alone, such as 万; `kind` is AMOUNT then */
};

/* The unit of which `name` is the whole name. False when it is none. */
bool unit_find(struct str name, struct unit *out);

/* Reads the longest unit that stands at byte `at` of `text` and returns its
 * length in bytes; 0 when there is none, or when the characters there begin
 * another word (支出 is not 支). A compound (元/人/月, 次/10万公顷)
 * is read whole. */
size_t unit_read(struct str text, size_t at, struct unit *out);

/* Reads a magnitude (百, 千, 万, 十万, 百万, 千万, 亿, 万亿 ...) at
 * byte `at` and returns its length in bytes, its power of ten in `*power`; 0
 * when there is none. */
size_t unit_magnitude(struct str text, size_t at, int *power);

#endif
