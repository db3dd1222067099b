/* What stands around a figure and bounds it: comparators, 以上, 约,
 * 左右. */
#ifndef HEJI_EXTRACT_BOUND_H
#define HEJI_EXTRACT_BOUND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "model/mention.h"

struct bound {
    enum comparator comparator;
    bool approximate;
};

/* Takes in the comparator and hedge that end just before byte `at` of `text`
 * (≥, 不低于, 约 ...) and returns where they begin; `at` when there are
 * none. Looks back no further than byte `from`. */
size_t bound_before(struct str text, size_t from, size_t at, struct bound *bound);

/* Takes in what follows a figure and its unit at byte `at` (以上, （含）,
 * 左右, 多) and returns where it ends; `at` when there is none. */
size_t bound_after(struct str text, size_t at, struct bound *bound);

/* Length in bytes of a hedge between a figure and its unit (3000多亩,
 * 200余人); 0 for none. */
size_t bound_inside(struct str text, size_t at);

#endif
