/* Scores over tables: score.total, score.subtotal, score.over_weight,
 * score.missing. */
#ifndef HEJI_VALIDATE_SCORES_H
#define HEJI_VALIDATE_SCORES_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the scores of every table of indicators against its totals and weights
 * (财预〔2020〕10号: a score lies within its weight; bonus rows may exceed
 * it). False only when memory is out. */
bool scores_run(struct doc *doc, const struct config *config, struct err *err);

#endif
