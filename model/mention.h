/* A mention: one figure, date or grade as it stands in a passage, with its unit
 * and comparator. */
#ifndef HEJI_MODEL_MENTION_H
#define HEJI_MODEL_MENTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "model/document.h"

enum mention_kind {
    MENTION_NUMBER, /* a bare number, unit unknown */
    MENTION_AMOUNT, /* money */
    MENTION_RATE,   /* %, ‰, 百分之 ..., 个百分点 */
    MENTION_SCORE,  /* N 分 */
    MENTION_COUNT,  /* N 个, 项, 户 ...: anything counted */
    MENTION_AREA,   /* 亩, 公顷, ㎡ ... */
    MENTION_LENGTH, /* 公里, 米 ... */
    MENTION_OTHER,  /* another physical or compound unit: 元/亩, 斤, 小时 ... */
    MENTION_DATE,   /* a year, month or day: never a quantity */
    MENTION_GRADE,  /* 优, 良好, 合格 ...: never a quantity */
};

enum comparator {
    COMPARE_NONE,
    COMPARE_EQ, /* =, 等于 */
    COMPARE_GE, /* ≥, 不低于, 不少于, 达到 ... 以上 */
    COMPARE_GT, /* >, 超过, 大于, 高于 */
    COMPARE_LE, /* ≤, 不超过, 以内, 以下 */
    COMPARE_LT, /* <, 小于, 低于 */
};

struct mention {
    enum mention_kind kind;
    enum comparator comparator;
    bool approximate; /* 约, 余, 多, 左右, 近 ... */
    bool malformed;   /* misplaced separators, as 13,04.9: `number` is the reading without
                       * them, for display only; no check may use it as an operand; a DATE
                       * that no calendar has: 2月30日 */
    bool scored;      /* a weight or score in a table: the indicators carry it */
    bool numeral;     /* written in Chinese numerals: 七项 */
    uint32_t part;    /* index into reading.parts */
    const struct passage *passage; /* where it stands */
    uint32_t start, end;           /* bytes of `raw` in the passage's text; end exclusive */
    struct str raw;                /* the figure as it stands, comparator and unit included */
    struct str number; /* plain decimal text "-4982.39": half-width, no separators, spaces or
                        * sign words; empty when it cannot be read; for a DATE "2021-07-22",
                        * "2021-07" or "2021"; for a GRADE the word */
    struct str upper;  /* upper end of a range (80%-90%, 2至3个), plain; else empty */
    struct str unit;   /* as the document gives it: "万元", "%", "个"; from the cell's header or
                        * caption when the figure has none of its own; empty when unknown */
    struct str label;  /* what the document calls the figure; may be empty */
    uint32_t clause; /* ordinal of its clause in the passage: breaks at ，；。、 and the like */
};

#endif
