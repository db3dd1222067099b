/* Points that a label gives: 年度目标（20分） of a panel, 产出（35分） of a group
 * whose indicators have no weights. */
#ifndef HEJI_VALIDATE_POINTS_H
#define HEJI_VALIDATE_POINTS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"
#include "validate/scoreboard.h"

/* The score of a panel without indicators as an operand; not known when it has
 * none. */
struct operand points_of_panel(const struct panel *panel);

/* score.over_weight: what was scored in each panel within its points: its own
 * score, or that of its indicators where these have no weights. False only when
 * memory is out. */
bool points_check_panels(struct doc *doc, const struct config *config, struct err *err);

/* score.over_weight: the scores of each group of the first level within the
 * points of its label, where its indicators have no weights. False only when
 * memory is out. */
bool points_check(struct doc *doc, const struct config *config, const struct scoreboard *board,
                  struct err *err);

#endif
