/* The words that decide: cue words of lists, roles of figures, names of rates,
 * claims and bands. */
#ifndef HEJI_EXTRACT_CUE_H
#define HEJI_EXTRACT_CUE_H

#include <stdbool.h>

#include "base/err.h"
#include "base/pattern.h"
#include "base/points.h"
#include "extract/narrative.h"

/* One pattern each; the groups of a pattern that the finders read stand below
 * it. */
enum cue {
    CUE_TOKEN,
    CUE_ITEM,
    CUE_TOTAL_PREFIX,
    CUE_ROLE,
    CUE_BARE,
    CUE_UNIT_PRICE,
    CUE_PRIOR,
    CUE_RATE,
    CUE_SHARE,
    CUE_BALANCE,
    CUE_DECREASE,
    CUE_SCORE,
    CUE_SCORE_TAIL,
    CUE_PARTIAL,
    CUE_PLAN,
    CUE_STRONG,
    CUE_GRADE,
    CUE_GRADE_OTHER,
    CUE_GROUP,
    CUE_MEMBER,
    CUE_BAND,
    CUE_COUNT
};

/* Groups of CUE_TOKEN. */
enum {
    TOKEN_GROUP_AMONG = 1,
    TOKEN_GROUP_NAMELY,
    TOKEN_GROUP_EACH,
    TOKEN_GROUP_WITHIN,
    TOKEN_GROUP_TOTAL,
    TOKEN_GROUP_TURN,
    TOKEN_GROUP_ITEM,
    TOKEN_GROUP_SHI,     /* 一 of 一是 */
    TOKEN_GROUP_BRACKET, /* 1 of （1） */
    TOKEN_GROUP_DIGIT,   /* 1 of 1、 */
    TOKEN_GROUP_BREAK
};

/* Groups of CUE_ITEM: the number in each style of mark at the start of a
 * paragraph. */
enum {
    ITEM_GROUP_HAN = 1,     /* 一、 */
    ITEM_GROUP_BRACKET_HAN, /* （一） */
    ITEM_GROUP_DIGIT,       /* 1. */
    ITEM_GROUP_BRACKET,     /* （1） */
    ITEM_GROUP_CIRCLE       /* ① */
};

/* Groups of CUE_ROLE. */
enum {
    ROLE_GROUP_CHANGE = 1,
    ROLE_GROUP_GROWTH,
    ROLE_GROUP_BUDGET,
    ROLE_GROUP_ARRIVED,
    ROLE_GROUP_INCOME,
    ROLE_GROUP_SPENT,
    ROLE_GROUP_BALANCE
};

/* Groups of CUE_RATE: the name of a rate before its figure, by what it
 * divides. */
enum {
    RATE_GROUP_NAME = 1, /* 预算执行率 */
    RATE_GROUP_SPENT,    /* 执行率, 支付率: spending over budget */
    RATE_GROUP_ARRIVED,  /* 到位率 */
    RATE_GROUP_BALANCE,  /* 结余率 */
    RATE_GROUP_DONE,     /* 完成率 */
    RATE_GROUP_OF,       /* 完成年初预算的 90% */
    RATE_GROUP_STEM      /* 合格 of 合格率: things */
};

/* Groups of CUE_BAND: the words of a printed scale. */
enum {
    BAND_GROUP_NUMBER = 1,
    BAND_GROUP_GRADE,
    BAND_GROUP_GE,
    BAND_GROUP_LE,
    BAND_GROUP_GT,
    BAND_GROUP_LT,
    BAND_GROUP_RANGE,
    BAND_GROUP_WITHOUT, /* 不含 */
    BAND_GROUP_WITH,    /* 含 */
    BAND_GROUP_ABOVE,   /* 以上 */
    BAND_GROUP_BELOW    /* 以下 */
};

struct narrative_patterns {
    struct pattern *of[CUE_COUNT]; /* owned */
    struct points starts;          /* where a CUE_TOKEN can begin */
    struct points breaks;          /* characters that are one by themselves */
};

/* Finds the first match of a pattern in `text` at or after byte `from`. */
bool cue_find(const struct doc *doc, const struct narrative_patterns *patterns, enum cue cue,
              struct str text, size_t from, struct match *match);

/* Finds the first cue word or break (CUE_TOKEN) in `text` at or after byte
 * `from`. */
bool cue_token(const struct doc *doc, const struct narrative_patterns *patterns, struct str text,
               size_t from, struct match *match);

/* Whether the pattern occurs in `text`. */
bool cue_has(const struct doc *doc, const struct narrative_patterns *patterns, enum cue cue,
             struct str text);

/* The value of a mark 一..九十九, 1..99 or ①..⑳; 0 when it is none. */
uint32_t cue_number(struct str mark);

#endif
