/* Breakdowns: a whole first, then its parts (支出 9 万元，其中 ...). Sums stated behind their parts
 * are in extract/total.h, parts told one by one (一是 ..., 二是 ...) in extract/enumeration.h. */
#ifndef HEJI_EXTRACT_BREAKDOWN_H
#define HEJI_EXTRACT_BREAKDOWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the breakdowns of the prose, and marks the figures that are parts. False only when memory
 * is out. */
bool breakdown_scan(struct prose *prose, struct err *err);

/* Whether counts can be whole and part by the things they count: 10 个标段 has 9 个实施标段 as a
 * part, 14 个乡镇 has not. True for figures that are no counts. */
bool breakdown_is_part(const struct prose *prose, uint32_t whole, uint32_t part);

/* Groups of roles that exclude each other as parts of one whole. */
enum role_group {
    GROUP_NONE,
    GROUP_BUDGET,
    GROUP_ARRIVED,
    GROUP_INCOME,
    GROUP_SPENT,
    GROUP_BALANCE
};

/* The group of a role; ROLE_CHANGE has none. */
enum role_group breakdown_group(enum role role);

/* One whole with its parts: figures, not mentions. */
struct parts {
    uint32_t whole;
    uint32_t *figures; /* `count` of them, in order */
    uint32_t count;
    bool closed, doubtful;
};

/* Appends the statement and marks its parts as members of list `list` (from 1). False only when
 * memory is out. */
bool breakdown_state(struct prose *prose, const struct parts *parts, uint32_t list,
                     struct err *err);

#endif
