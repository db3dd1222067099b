/* Sums of levels that stand as rows among the indicators: 一、投入 | 30 | 29
 * over （一）项目立项 | 20 | 20 over 1.立项依据 | 10 | 10. */
#ifndef HEJI_VALIDATE_LEVELS_H
#define HEJI_VALIDATE_LEVELS_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Holds the weight and the score of every such row, which normalize has told
 * from the indicators by the marks of its label, against the indicators below
 * it (weight.section, score.subtotal, exact). False only when memory is out. */
bool levels_run(struct doc *doc, const struct config *config, struct err *err);

#endif
