/* What a scoring rule can give at all, whatever the facts are.
 *
 *   TIERS    one of the awards, or nothing
 *   POINTS   the sum of some of the awards
 *   STEPS    weight - k1 x step1 - k2 x step2 ..., never below 0
 *
 * A rule whose own full marks are not the weight (another form's, or one for several rows) decides
 * nothing. */
#ifndef HEJI_VALIDATE_REACH_H
#define HEJI_VALIDATE_REACH_H

#include <stdbool.h>

#include "base/arena.h"
#include "validate/criterion.h"

enum reach {
    REACH_UNKNOWN, /* the rule does not decide: any score may be right */
    REACH_YES,
    REACH_NO,
};

/* Whether the rule can give `score` (0..weight) of `weight`. */
enum reach reach_score(const struct criterion *criterion, const struct decimal *weight,
                       const struct decimal *score);

/* Whether some of the points, each taken once, add to `weight`. */
enum reach reach_sum(const struct criterion *criterion, const struct decimal *weight);

/* The points of a clause's amount. False when they do not fit. */
bool reach_points(const struct clause *clause, const struct decimal *weight, struct decimal *out);

/* Whether `score` is `exact`, or that rounded or cut to the score's own
 * decimals. A score without decimals is not taken for a rounded one: 6 is not
 * 6.3. */
bool reach_equals(const struct decimal *exact, const struct decimal *score);

/* The awards as a reader would list them: "7、6.3、5.6、4.2、0". Empty for
 * STEPS. */
struct str reach_list(struct arena *arena, const struct criterion *criterion,
                      const struct decimal *weight);

#endif
