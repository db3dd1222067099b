/* The arithmetic of relations: outcome and figures, nothing recorded. */
#ifndef HEJI_VALIDATE_JUDGE_H
#define HEJI_VALIDATE_JUDGE_H

#include <stdbool.h>

#include "model/check.h"
#include "model/decimal.h"
#include "validate/relation.h"

struct judgement {
    enum outcome outcome;
    const char *reason;        /* of UNVERIFIABLE; else NULL */
    bool has_figures;          /* the four below are set */
    struct decimal computed;   /* in the claim's unit, with the decimals to print */
    struct decimal difference; /* claim - computed */
    struct decimal bound;      /* |difference| below it is rounding */
    struct decimal exact;      /* SUM: the exact sum in the claim's unit; else as `computed` */
    bool near;                 /* FAIL within twice the bound, or one unit in a rate's last place */
};

/* Judges the relation by the rules at the top of validate/relation.h. */
void judge_relation(const struct relation *relation, struct judgement *judgement);

/* Whether the figures meet, exactly or by rounding or truncation. */
bool judge_holds(const struct relation *relation);

/* Whether the relation fails by more than one part in `share` of its claim: too
 * much for a slip, so that a tie which is only likely is rather wrong
 * itself. */
bool judge_fails_far(const struct relation *relation, int share);

#endif
