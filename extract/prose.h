/* Prose as the finders of statements see it: figures, cue words and breaks in
 * reading order, and what each figure is from the words before it.
 *
 *   支出 9 万元，其中：A 4 万元、B 5 万元。
 *   FIGURE COMMA AMONG COLON FIGURE PAUSE FIGURE STOP
 */
#ifndef HEJI_EXTRACT_PROSE_H
#define HEJI_EXTRACT_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "extract/cue.h"
#include "model/doc.h"

enum token_kind {
    TOKEN_FIGURE,
    TOKEN_AMONG,     /* 其中, 包括, 分为: parts follow */
    TOKEN_NAMELY,    /* 分别为, 即, 具体为, 构成: all parts follow */
    TOKEN_EACH,      /* 分别 + verb */
    TOKEN_WITHIN,    /* X中，: the parts of an X named before follow */
    TOKEN_TOTAL,     /* 共计, 合计 at the start of a clause: a sum of what stood before */
    TOKEN_TURN,      /* 另外, 同时: another subject */
    TOKEN_ITEM,      /* 一是, ①, （1）, 1.: `number` says which */
    TOKEN_PAUSE,     /* 、 */
    TOKEN_COMMA,     /* ， */
    TOKEN_SEMICOLON, /* ； */
    TOKEN_COLON,     /* ： */
    TOKEN_STOP,      /* 。 ！ ？ */
    TOKEN_PARAGRAPH, /* end of a passage, or a line feed in one */
    TOKEN_OPEN,      /* （ */
    TOKEN_CLOSE,     /* ） */
};

/* Styles of TOKEN_ITEM: only marks of one style make a list. */
enum item_style { ITEM_SHI, ITEM_CIRCLE, ITEM_BRACKET, ITEM_DIGIT, ITEM_HAN, ITEM_BRACKET_HAN };

struct token {
    enum token_kind kind;
    uint32_t passage;    /* index into prose.passages */
    uint32_t start, end; /* bytes in its text, end exclusive */
    uint32_t sentence;   /* ordinal: a STOP or PARAGRAPH ends one */
    uint32_t depth;      /* parentheses around it; OPEN and CLOSE count the outside */
    uint32_t next;       /* index into prose.figures of the first figure at or after it */
    enum item_style style;
    uint32_t number; /* ITEM: 1-based */
    bool loose; /* AMONG: 主要用于, 资金来源：...: examples may follow instead of parts */
    /* set while the list around a nested cue word is read */
    enum nesting { NESTED_NO, NESTED_SURE, NESTED_DOUBTFUL, NESTED_UNCLEAR } nesting;
    uint32_t until; /* token before which the nested list ends */
    uint32_t whole; /* first figure of the item that it divides */
};

/* What a figure of money (or of things planned and done) is, by the words
 * before it. */
enum role {
    ROLE_NONE,
    ROLE_BUDGET,   /* 预算, 安排, 下达, 计划 */
    ROLE_ADJUSTED, /* 调整预算数, 全年预算数 */
    ROLE_ORIGINAL, /* 年初预算 */
    ROLE_ARRIVED,  /* 到位 */
    ROLE_INCOME,   /* 收入 */
    ROLE_SPENT,    /* 支出, 支付, 执行; for things: 完成 */
    ROLE_BALANCE,  /* 结余, 结转 */
    ROLE_CHANGE,   /* 增加, 下降 */
};

struct figure {
    uint32_t mention; /* index into doc->reading.mentions */
    uint32_t token;   /* index into prose.tokens */
    uint32_t sentence;
    uint32_t segment; /* ordinal: a SEMICOLON, STOP or PARAGRAPH ends one */
    uint32_t depth;
    enum role role;
    bool exact;      /* one readable value: no comparator, 约, range */
    bool bare;       /* only a role word before it (支出 9 万元), no name of its own */
    bool unit_price; /* 每户, 人均 ...: of one thing, not of all */
    bool prior;      /* 上年, 去年 ...: of another year */
    bool cumulative; /* 累计 */
    bool bracketed;  /* glued to an open bracket: 〔2020 12 万元 */
    bool base;       /* 占总投资 9 万元的 75%: what the rate behind it divides by */
    struct str lead; /* words from the break or figure before it */
    struct str tail; /* words up to the next break or figure */
    /* set when a breakdown takes it as a part */
    uint32_t list;     /* ordinal of the list + 1, else 0 */
    uint32_t item;     /* item of the list, 0-based */
    uint32_t siblings; /* parts of that list */
    uint32_t whole;    /* the figure that the list divides */
    bool total;        /* stated behind its parts */
    bool rated;        /* a rate has it as numerator */
};

struct prose {
    struct doc *doc;
    const struct narrative_patterns *patterns;
    const struct passage *const *passages;
    uint32_t count;
    uint32_t part;
    uint32_t first, last; /* its mentions: [first, last) of doc->reading.mentions */
    VEC(struct token) tokens;
    VEC(struct figure) figures;
    uint32_t lists; /* breakdowns found so far */
};

/* Fills `tokens` and `figures` of `prose`, whose other fields are set. False
 * only when memory is out. */
bool prose_read(struct prose *prose, struct err *err);

/* A token of the prose; behind its end, a PARAGRAPH of no sentence. */
const struct token *prose_token(const struct prose *prose, uint32_t index);

/* The mention of a figure. */
const struct mention *prose_mention(const struct prose *prose, uint32_t figure);

/* Whether two figures can be added: both amounts, or the same unit of area or
 * length, or counters of one class (个 and 项, 人 and 名). */
bool prose_is_same_kind(const struct prose *prose, uint32_t a, uint32_t b);

/* Appends a statement; `members` (count of them, figures, not mentions) are
 * copied into the arena as mentions. False when memory is out. */
bool prose_state(struct prose *prose, struct statement statement, const uint32_t *members,
                 uint32_t count, struct err *err);

/* What the sentence calls the figure: its label, else the words before it. */
struct str prose_label(const struct prose *prose, uint32_t figure);

#endif
