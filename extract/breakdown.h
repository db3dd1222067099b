/* Breakdowns: a whole first, then its parts (支出 9 万元，其中 ...).
 * Sums stated behind their parts are in extract/total.h, parts told one by one
 * (一是 ..., 二是 ...) in extract/enumeration.h. */
#ifndef HEJI_EXTRACT_BREAKDOWN_H
#define HEJI_EXTRACT_BREAKDOWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends the breakdowns of the prose, and marks the figures that are parts.
 * False only when memory is out. */
bool breakdown_scan(struct prose *prose, struct err *err);

/* One whole with its parts: figures, not mentions. */
struct parts {
    uint32_t whole;
    uint32_t *figures; /* `count` of them, in order */
    uint32_t count;
    bool closed, doubtful;
};

/* Appends the statement and marks its parts as members of list `list` (from 1).
 * False only when memory is out. */
bool breakdown_state(struct prose *prose, const struct parts *parts, uint32_t list,
                     struct err *err);

#endif
