/* What normalize makes: values. The record of the contract, still without
 * judgement. */
#ifndef HEJI_MODEL_RECORD_H
#define HEJI_MODEL_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/decimal.h"
#include "model/mention.h"
#include "model/place.h"

/* A value as the document gives it: plain text, and the decimal where it is a
 * readable number. */
struct value {
    struct str text;        /* "4982.39", "优秀"; empty when the document gives none */
    struct decimal decimal; /* meaningful when `number` */
    bool number;
};

enum quantity_kind {
    QUANTITY_AMOUNT,
    QUANTITY_RATE,
    QUANTITY_SCORE,
    QUANTITY_COUNT,
    QUANTITY_AREA,
    QUANTITY_LENGTH,
    QUANTITY_OTHER,
};

/* Quantity i is mention i of the reading; dates and grades have `is_quantity`
 * false. */
struct quantity {
    bool is_quantity;
    bool readable; /* `value.number` is set and the notation is well-formed */
    enum quantity_kind kind;
    uint32_t part; /* index into reading.parts */
    struct value value;
    struct value upper; /* of a range */
    uint16_t decimals;  /* as printed */
    struct str unit;    /* as the document gives it */
    bool has_yuan;
    struct decimal yuan; /* the amount in 元, exact, when has_yuan */
    struct place at;
    const struct mention *mention;
};

enum { INDICATOR_LEVELS = 3 };

/* A group of indicators: one label of an upper level, as 过程（40分）. */
struct group {
    uint32_t part, section; /* indices into reading.parts and reading.sections (where it begins) */
    uint32_t level;         /* 1..INDICATOR_LEVELS, by the order of the level columns */
    struct str label;       /* squeezed, without its figure */
    struct value weight;    /* claimed by the label's bracket, or by a weight column of its own */
    bool bare;              /* the weight is a figure without a bracket, as in 决策10, or a number
                             * of another kind */
    struct value score;     /* claimed by the label: （满分15分，实得14分） */
    struct place at;
};

/* A scored row. */
struct indicator {
    uint32_t part, section;                  /* indices into reading.parts and reading.sections */
    uint32_t row;                            /* grid row */
    struct str level1, level2, level3, name; /* squeezed, without the figure （40分） */
    struct str target, actual, criteria, remark;
    struct value weight, score;
    bool bonus;         /* 加分: the score may exceed the weight */
    bool unsure_weight; /* shares_weight is a guess: the cell is blank, not merged upwards */
    bool is_fund;       /* the row of a fund block that carries the points of the execution rate */
    bool shares_score;  /* its score cell spans rows above */
    uint32_t groups
        [INDICATOR_LEVELS]; /* index + 1 into record.groups of the group of each level, 0 none */
    bool shares_weight; /* its weight cell spans rows above: the first row of the cell holds it */
    struct place at, weight_at, score_at;
};

/* A panel of a form, as its first column labels it: 预算执行情况（20分） over
 * the funds, 绩效指标（90分） over a table of indicators. */
struct panel {
    uint32_t part, table; /* indices into reading.parts and document.tables */
    uint32_t section;     /* index into reading.sections of the section in whose head it stands;
                       * UINT32_MAX: over rows without a header */
    uint32_t first,
        end;          /* the indicators [first, end) of that section and those that carry it on */
    struct str label; /* squeezed, without its figure */
    bool certain;     /* its figure is called 分 */
    struct value weight;
    struct value score; /* of a panel without a header; none where it is not certain */
    struct place at, score_at;
};

struct record {
    VEC(struct quantity) quantities;
    VEC(struct indicator) indicators; /* by section, then row */
    VEC(struct group) groups;
    VEC(struct panel) panels; /* by table, then row */
};

#endif
