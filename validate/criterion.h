/* The small closed grammar of scoring rules (评分标准): parsed whole, or declared unparsed.
 *
 *   text    = { clause | note }                  notes say nothing of points
 *   clause  = condition award      完成率≥90%的，得满分 / ①有制度（1分）
 *                                               / 否则不得分
 *           | 每… deduction                      每低一个百分点扣0.5分，扣完为止
 *           | "得分" "=" rate "×" weight         得分=预算执行率×分值
 *           | 根据 rate 计算得分
 *
 *   TIERS         every award has a range of one figure: the score is one of the awards
 *   POINTS        awards for things that are there or not: the score is a sum of some of them
 *   STEPS         from full marks downwards
 *   PROPORTIONAL  weight x rate
 *
 * Words that leave the score to judgement (酌情, 按比例, 分档) make a rule
 * unparsed: it can give
 * anything. Source: 财预〔2020〕10号, article 15 on scoring; forms of several provinces. */
#ifndef HEJI_VALIDATE_CRITERION_H
#define HEJI_VALIDATE_CRITERION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/decimal.h"
#include "validate/interval.h"

enum criterion_kind {
    CRITERION_NONE,     /* no scoring rule at all: it tells what is looked at */
    CRITERION_UNPARSED, /* a scoring rule, not understood whole: nothing may follow from it */
    CRITERION_TIERS,
    CRITERION_POINTS,
    CRITERION_STEPS,
    CRITERION_PROPORTIONAL,
};

enum clause_kind {
    CLAUSE_AWARD, /* the condition gives `amount` */
    CLAUSE_STEP,  /* each `unit` of the condition takes `amount` */
    CLAUSE_RATE,  /* the score is the weight times the rate `range.subject` */
};

struct clause {
    enum clause_kind kind;
    struct decimal amount; /* points, or per cent of the weight */
    bool share;            /* it is per cent */
    bool worded;           /* 得5分, not a bare 5分 */
    bool marked;           /* ① stood before it */
    struct str condition;  /* plain; empty when it has none */
    struct interval range; /* of the condition; of a STEP: where the steps begin, if it says so */
    bool has_range;
    bool pure;             /* the condition is that range and nothing else */
    bool counted;          /* STEP: of things (例, 项, 次), whole in number; else of a figure */
    bool downward, upward; /* STEP: it counts what a figure falls short, or what it exceeds */
    struct decimal unit;   /* STEP: 每低 0.5 个百分点 */
};

enum { CRITERION_CLAUSES = 24 };

struct criterion {
    enum criterion_kind kind;
    struct clause clauses[CRITERION_CLAUSES];
    uint32_t count;
    bool alternatives;     /* POINTS: some awards exclude each other, or may do so */
    struct str impossible; /* a range in which nothing can lie, as 20%≤X<0%, whatever the kind;
                            * else empty */
};

/* Whether `text`, as it stands in the document, says how points are given or
 * taken. */
bool criterion_is_rule(struct str text);

/* Reads a scoring rule as it stands in the document. What it points to lives in
 * the arena; a text beyond the bounds is UNPARSED. */
void criterion_parse(struct arena *arena, struct str text, struct criterion *out);

#endif
