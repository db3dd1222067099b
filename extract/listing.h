/* Lists of parts: where their whole is, and which figures are their items.
 *
 *   预算 9 万元，支出 7 万元，     whole: figures [lo, hi)
 *   其中甲安排 4 万元，支出 3 万元； item 0
 *   乙安排 5 万元，支出 4 万元。     item 1
 */
#ifndef HEJI_EXTRACT_LISTING_H
#define HEJI_EXTRACT_LISTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/limits.h"
#include "extract/prose.h"

/* A figure that may be a part. */
struct entry {
    uint32_t figure;
    uint32_t item; /* 道路 3 条，安排 9 万元，支出 8 万元 is one */
};

/* A list that is being read. */
struct listing {
    struct prose *prose;
    uint32_t intro;  /* token of its cue word */
    uint32_t begin;  /* first token behind the cue words */
    uint32_t end;    /* token before which it ends at the latest */
    uint32_t depth;  /* of its items */
    uint32_t lo, hi; /* figures among which the whole is: [lo, hi) */
    bool closed, doubtful;
    bool single;  /* one part is enough: 其中 */
    bool cross;   /* the whole stands in a sentence before */
    bool marked;  /* its items are numbered */
    bool parted;  /* a semicolon has been read */
    bool turning; /* ... and it was the first, behind items with commas */
    uint32_t item;
    uint32_t slot_figure; /* of an item without figure of its own: the one in its bracket */
    uint32_t slot_count;
    bool slot_filled;
    struct entry entries[LIMIT_STATEMENT_MEMBERS];
    uint32_t count;
};

/* Whether token `at` may open a list: a cue word, or a bracket or colon right
 * behind a figure. */
bool listing_opens(const struct prose *prose, uint32_t at);

/* Sets up `list` (all of it) for the list at token `at`: its whole and its
 * first token. False when the words open no list, or nobody can tell what it
 * divides. */
bool listing_open(struct listing *list, struct prose *prose, uint32_t at);

/* Reads the items up to the list's end. A list beyond LIMIT_STATEMENT_MEMBERS,
 * or too long to be read, has none. Leaves word of lists within the list at
 * their cue words. */
void listing_read(struct listing *list);

#endif
