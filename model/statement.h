/* A statement: mentions of one passage (or a few that follow each other) that a sentence ties
 * together.
 *
 * extract finds statements by their words alone; it computes nothing. validate turns each into
 * relations and evaluates them. Members are indices into reading.mentions. */
#ifndef HEJI_MODEL_STATEMENT_H
#define HEJI_MODEL_STATEMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum statement_kind {
    STATEMENT_BREAKDOWN,  /* whole = sum of parts; amounts, areas, counts: of the whole's kind */
    STATEMENT_RATE,       /* figure (a rate) = numerator / denominator x 100 */
    STATEMENT_CHANGE,     /* figure (a rate) = change / (this -/+ change) x 100: 增加 A, R% */
    STATEMENT_BALANCE,    /* figure (结余, 调整后) = what there was and came - what went */
    STATEMENT_SCORE,      /* the report's own total score is claimed; a grade may stand beside it */
    STATEMENT_GRADE,      /* a grade is claimed without a score in the same sentence */
    STATEMENT_GROUP,      /* a group labelled with a score, and its one member's score */
    STATEMENT_BANDS,      /* the document prints its grade bands */
    STATEMENT_ITEMS,      /* figure (a count) = the things that the sentence lists or names */
    STATEMENT_INDICATORS, /* figure (a count) = the indicators of the part's table */
};

#define STATEMENT_NO_MENTION UINT32_MAX

/* One band of a printed scale: `low` <= score < `high`, both plain decimal
 * text, empty when open. */
struct band {
    struct str grade;                   /* 优秀 */
    struct str low, high;               /* bounds as printed */
    bool low_inclusive, high_inclusive; /* 90(含) */
};

struct statement {
    enum statement_kind kind;
    uint32_t part;   /* the report of the file it belongs to: index into reading.parts */
    uint32_t figure; /* the whole, the rate, the balance, the score or the grade that is claimed */
    uint32_t *members; /* BREAKDOWN: the parts, in order; RATE: numerator, then the denominators in
                        * order of preference; CHANGE: this year's figure, the change; BALANCE:
                        * what there was and came, and what was spent; SCORE: the grade, if one
                        * stands beside it; GROUP: the member's score; ITEMS: counts that share
                        * the list with the figure
                        * (甲、乙、丙等 2 个股室和 1 个中心) */
    uint32_t member_count;
    bool closed;      /* BREAKDOWN, ITEMS: words say that the list is complete (分别为, 即,
                  * 具体为, 共计, 构成, a sum stated after its parts); never with 等 */
    bool decrease;    /* CHANGE: 减少, 下降 */
    uint32_t minus;   /* BALANCE: bit i is set where members[i] is taken away */
    bool share;       /* RATE: a part of a list in its whole, perhaps forced so that all make 100 */
    bool doubtful;    /* the tie is likely, not certain: a contradiction is a warning at most */
    struct str label; /* what the sentence calls the figure: "预算执行率" */
    const struct band *bands; /* BANDS: `band_count` of them, best first */
    uint32_t band_count;
    const struct str *names; /* ITEMS: `name_count` names or marks of the list, in order */
    uint32_t name_count;
    uint32_t spare; /* ITEMS: names more, where 和 or 及 within the last one joins two */
    uint32_t level; /* INDICATORS: 1..3 for 一级 .. 三级指标, 0 when not said */
};

#endif
