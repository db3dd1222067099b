/* What a segment of a scoring rule gives or takes: its last words.
 *
 *   得3分  计满分  不得分  (2分)
 *   得分值的90%  扣0.5分  扣5%的权重分  扣完为止 */
#ifndef HEJI_VALIDATE_AWARD_H
#define HEJI_VALIDATE_AWARD_H

#include <stdbool.h>

#include "base/str.h"
#include "model/decimal.h"

enum award_kind {
    AWARD_NONE,  /* the segment ends in no such words */
    AWARD_GIVES, /* the score is `amount` */
    AWARD_TAKES, /* `amount` is deducted */
    AWARD_FLOOR, /* 扣完为止: nothing below zero */
};

struct award {
    enum award_kind kind;
    struct decimal amount; /* points, or per cent of the weight */
    bool share;            /* it is per cent */
    bool worded;           /* a verb says so (得, 计); else a bare "2分" */
    struct str before;     /* the segment without these words */
};

/* Reads the end of a segment, plain as wording_read leaves it. */
struct award award_read(struct str segment);

#endif
