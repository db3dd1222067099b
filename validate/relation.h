/* Relations and the one engine that evaluates them.
 *
 *   rule family --finds--> struct relation --relation_evaluate--> struct check     always
 *                                                            \--> struct finding   on contradiction
 *
 * Precision of a SUM (contract, section Precision):
 *
 *   p        the finest number of decimals among operands, claim and `decimals`
 *   operand  stands for the half-open interval of half a unit of p; one in a coarser unit than
 *            the claim (亿元 beside 万元) for half a unit of the finest figure in its own unit
 *   claim    half a unit of p too, or of its own last decimal where it is printed with fewer
 *   bound    the sum of these halves: (n + 1) x 0.5 x 10^-p when all are printed alike
 *
 *   |difference| = 0          pass
 *                < bound      rounding      a check only, no finding
 *                < 2 x bound  fail          a warning at most
 *                else         fail
 *
 * `exact` relations (scores, weights) know pass and fail only. A RATIO passes when the exact
 * quotient, rounded half up at the claim's decimals, gives the claim; it is rounding when the
 * truncated one does, or when the intervals of quotient and claim meet; one unit in the last place
 * is a warning at most. A PRODUCT passes when it is exact; it is rounding when half a unit of the
 * last decimals of claim and rate explains the difference, or when the product truncated at the
 * claim's decimals gives the claim. */
#ifndef HEJI_VALIDATE_RELATION_H
#define HEJI_VALIDATE_RELATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/check.h"
#include "model/doc.h"
#include "validate/catalogue.h"
#include "validate/reason.h"

/* One figure of a relation. */
struct operand {
    struct decimal value; /* meaningful when `known` */
    bool known;           /* false: missing or unreadable */
    bool minus;           /* is subtracted: in a SUM, and in the denominator of a RATIO */
    int power;          /* its unit as a power of ten of the base unit: 万元 4, 亿元 8, 元 0 */
    const char *reason; /* why it is not `known`; NULL stands for "missing_operand" */
    struct str text;    /* plain, as written: "4982.39" */
    struct str raw;     /* as it stands in the document, for evidence */
    struct str unit;    /* as the document gives it; empty when unknown */
    struct str label;   /* what it is called */
    struct str id;      /* "q12" or "i3"; empty when it has none */
    struct place at;
};

enum relation_kind {
    RELATION_SUM,     /* claim = sum of the operands */
    RELATION_RATIO,   /* claim = operand 0 / (sum of the others) x 100 %; the power of the claim
                       * -3: x 1000 ‰, -4: x 10000 ‱; any other: per cent */
    RELATION_PRODUCT, /* claim = operand 0 x operand 1 %: points for the share that was reached */
    RELATION_EQUAL,   /* claim = operand 0, both stated */
    RELATION_AT_MOST, /* 0 <= claim <= operand 0: score within weight */
    RELATION_NO_MORE, /* claim <= sum of the operands, with the tolerance of a SUM */
    RELATION_NO_LESS, /* claim >= sum of the operands */
    RELATION_WORD,    /* claim.text = operand 0's text, both words (grades), values unused; operand
                       * 1, if there is one, is the figure that operand 0 follows from */
    RELATION_ORDER,   /* the claim, a date, is not before operand 0; texts as date_text writes them,
                      * held by what both give; values unused */
    /* The claim, full marks, stands only if operand 0, what was done, is at
     * least operand 1, the target, or at most it where operand 1 is `minus`.
     * Rounding where the target, rounded to the decimals of what was done,
     * gives it. The value of the claim is unused. */
    RELATION_EARNED,
};

/* One relation, ready to be evaluated. Zero-initialise, then fill. */
struct relation {
    const char *rule; /* id in the catalogue */
    const struct rule
        *own; /* not NULL: the rule, which is one of the user's and no catalogue has */
    enum relation_kind kind;
    uint32_t part;
    struct str label; /* what the finding is about: 总分, 固定资产合计 */
    struct operand claim;
    struct operand *operands; /* `count` of them; in the arena */
    uint32_t count;
    const struct operand *others; /* `other_count` figures beside a RATIO that may have been meant:
                                   * for the diagnosis only; may be NULL */
    uint32_t other_count;
    uint16_t decimals; /* finest decimals of the column, row or sentence around it, in the claim's
                        * unit; 0 when unknown */
    bool exact;        /* no tolerance: scores and weights */
    bool open; /* SUM: the list may be incomplete: a shortfall is unverifiable ("list_incomplete"),
                * unless it has at least three parts and they come within 0.5 % of the whole; parts
                * that exceed the whole beyond the bound are a fail all the same */
    bool doubtful;    /* the tie is likely, not certain: a contradiction is a warning at most */
    bool has_ceiling; /* `ceiling` bounds the severity */
    enum severity ceiling;
    const char *reason;      /* not NULL: unverifiable from the start, for this reason of
                              * validate/reason.h */
    const char *fail_reason; /* not NULL: what would be a fail is unverifiable for this reason */
    struct str diagnosis; /* what the family knows of the cause; empty: the engine looks itself */
};

/* Evaluates the relation: appends the check, and the finding when it
 * contradicts, to doc->verdict, and counts coverage. An operand or claim that
 * is not `known` makes it unverifiable for its reason, operands of another unit
 * ("unit_mismatch") too. The identical relation at the same place is recorded
 * once. `outcome` may be NULL. False only when memory is out. */
bool relation_evaluate(struct doc *doc, const struct config *config,
                       const struct relation *relation, enum outcome *outcome, struct err *err);

/* What a family reports without arithmetic: malformed notation, a repeated
 * section number, a missing score. `claimed` may be empty; `computed` too.
 * `severity` above the rule's own is lowered to it. */
struct notice {
    const char *rule;
    enum severity severity;
    uint32_t part;
    struct str label;
    struct str claimed, computed;
    struct str diagnosis;
    struct str text; /* as it stands in the document, for evidence */
    struct place at;
};

/* Appends the finding only. False only when memory is out. */
bool relation_notice(struct doc *doc, const struct config *config, const struct notice *notice,
                     struct err *err);

/* The operand of quantity `index`: value, raw text, unit, label, id "q<index>",
 * place, and the power of ten of its unit. Not `known` when it is unreadable,
 * approximate, a bound (≥, 以上), a range, or when there is no such
 * quantity (STATEMENT_NO_MENTION). */
struct operand relation_quantity(struct doc *doc, uint32_t index);

#endif
