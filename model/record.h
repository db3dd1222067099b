/* What normalize makes: values. The record of the contract, still without judgement. */
#ifndef HEJI_MODEL_RECORD_H
#define HEJI_MODEL_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/decimal.h"
#include "model/mention.h"
#include "model/place.h"

/* A value as the document gives it: plain text, and the decimal where it is a readable number. */
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

/* Quantity i is mention i of the reading; dates and grades have `is_quantity` false. */
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

/* A scored row. */
struct indicator {
    uint32_t part, section;                  /* indices into reading.parts and reading.sections */
    uint32_t row;                            /* grid row */
    struct str level1, level2, level3, name; /* squeezed, without the group's own figure （40分） */
    struct str target, actual, criteria, remark;
    struct value weight, score;
    bool bonus;         /* 加分: the score may exceed the weight */
    bool shares_weight; /* its weight cell spans rows above: the first row of the cell holds it */
    struct place at, weight_at, score_at;
};

struct record {
    VEC(struct quantity) quantities;
    VEC(struct indicator) indicators;
};

#endif
