/* Things that a sentence counts and names: 3 个村（甲村、乙村、丙村）, 2
 * 个项目分别为 …, 采取 8 种措施：一是 …, 甲、乙和丙三个环节. */
#ifndef HEJI_EXTRACT_ROSTER_H
#define HEJI_EXTRACT_ROSTER_H

#include <stdbool.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends a statement (ITEMS) for each count whose things are listed behind it,
 * in brackets, behind a colon, 分别为 or 即, as numbered items, or named right
 * before it. A list with 等 is never closed; one whose names need not be the
 * things counted is doubtful. False only when memory is out. */
bool roster_scan(struct prose *prose, struct err *err);

#endif
