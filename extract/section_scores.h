/* A total score told with those of its sections: 自评得分 95 分，其中投入 15
 * 分、过程 39 分 ...; 投入（15 分）得 15 分；过程 ...。综合得分 95 分. */
#ifndef HEJI_EXTRACT_SECTION_SCORES_H
#define HEJI_EXTRACT_SECTION_SCORES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "extract/prose.h"

/* Appends a breakdown of the score `total` (a figure that the report claims as
 * its own) into the scores that the words behind it, or else those before it in
 * its paragraph, tell of its sections. It is closed where the weights beside
 * them add to 100, and doubtful where nothing but their order ties them. False
 * only when memory is out. */
bool section_scores_state(struct prose *prose, uint32_t total, struct err *err);

#endif
