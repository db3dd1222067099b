/* Relations and the one engine that evaluates them.
 *
 *   rule family --finds--> struct relation --relation_evaluate--> struct check (always)
 *                                                            \-> struct finding (when it
 * contradicts)
 *
 * Precision (contract, section Precision). Operands and claim are brought to the claim's unit. p is
 * the finest number of decimals among them and `decimals`. Each of the n operands and the claim
 * stands for a half-open interval of half a unit of p; a whole printed with fewer decimals than its
 * parts has its own half unit: bound = n x 0.5 x 10^-p + 0.5 x 10^-(decimals of the claim, if
 * fewer, else p) difference 0: pass; |difference| < bound: rounding; |difference| < 2 x bound:
 * fail, a warning at most; else fail. `exact` relations (scores, weights) know pass and fail only.
 */
#ifndef HEJI_VALIDATE_RELATION_H
#define HEJI_VALIDATE_RELATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/check.h"
#include "model/doc.h"
#include "validate/catalogue.h"

/* One figure of a relation. */
struct operand {
    struct decimal value; /* meaningful when `known` */
    bool known;           /* false: missing or unreadable */
    bool minus;           /* is subtracted in a SUM */
    int power; /* its unit as a power of ten of the base unit (万元: 4, 亿元: 8, 元: 0) */
    struct str text;  /* plain, as written: "4982.39" */
    struct str raw;   /* as it stands in the document, for evidence */
    struct str label; /* what it is called */
    struct str id;    /* "q12" or "i3"; empty when it has none */
    struct place at;
};

enum relation_kind {
    RELATION_SUM,   /* claim = sum of the operands */
    RELATION_RATIO, /* claim (in %) = operand 0 / operand 1 x 100; power of the claim -3 for ‰, else
                       ignored */
    RELATION_EQUAL,   /* claim = operand 0, both stated */
    RELATION_AT_MOST, /* 0 <= claim <= operand 0: score within weight */
    RELATION_WORD,    /* claim.text = operand 0's text, both words (grades); `value` unused */
};

/* One relation, ready to be evaluated. Zero-initialise, then fill. */
struct relation {
    const char *rule; /* id in the catalogue */
    enum relation_kind kind;
    uint32_t part;
    struct str label; /* what the finding is about: 总分, 固定资产合计 */
    struct operand claim;
    struct operand *operands; /* `count` of them; in the arena */
    uint32_t count;
    uint16_t
        decimals; /* finest decimals of the column, row or sentence around it; 0 when unknown */
    bool exact;   /* no tolerance: scores and weights */
    bool open; /* SUM: the list may be incomplete: a shortfall is unverifiable ("list_incomplete"),
                * unless it has at least three parts and they come within 0.5 % of the whole; parts
                * that exceed the whole beyond the bound are a fail all the same */
    bool doubtful;    /* the tie is likely, not certain: a contradiction is a warning at most */
    bool has_ceiling; /* `ceiling` bounds the severity */
    enum severity ceiling;
    const char *reason; /* not NULL: unverifiable from the start, for this reason (a word:
                         * "missing_operand", "unit_mismatch", "unreadable_row", ...) */
};

/* Evaluates the relation: appends the check, and the finding when it contradicts, to doc->verdict,
 * and counts coverage. An operand or claim that is not `known` makes it unverifiable
 * ("missing_operand"). `outcome` may be NULL. False only when memory is out. */
bool relation_evaluate(struct doc *doc, const struct config *config,
                       const struct relation *relation, enum outcome *outcome, struct err *err);

/* What a family reports without arithmetic: malformed notation, a repeated section number, a
 * missing score. `claimed` may be empty; `computed` too. `severity` above the rule's own is lowered
 * to it. Appends the finding only. False only when memory is out. */
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
bool relation_notice(struct doc *doc, const struct config *config, const struct notice *notice,
                     struct err *err);

/* The operand of quantity `index`: value, raw text, label, id "q<index>", place, and the power of
 * ten of its unit; not `known` when it is unreadable. */
struct operand relation_quantity(struct doc *doc, uint32_t index);

#endif
