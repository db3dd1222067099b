/* Rows of a text that have lost the cells which were merged with those above or
 * beside them:
 *
 *   一级指标  二级指标  三级指标  指标值  分值  得分
 *   产出      数量      渠道长度  12公里  20    20
 *   质量      合格率    ≥95%      15      14            shifted by one */
#ifndef HEJI_EXTRACT_SHIFT_H
#define HEJI_EXTRACT_SHIFT_H

#include <stdbool.h>
#include <stdint.h>

#include "extract/facts.h"

/* Puts the columns of a score table right whose head, one row of a text, has
 * fewer cells than the rows below: of a merged head only one cell is left, and
 * which one was merged only the figures tell. All heads but the first move to
 * the right when bare figures then stand under weight and score; where they do
 * not, and did not before, no column keeps its role: better no reading than a
 * wrong one. Before the kind of the section is settled. */
void shift_heads(const struct sheet *sheet, struct section *section);

/* How many cells the row of a text is short of; 0 in a Word document, whose grid
 * is sure. */
uint32_t shift_lacking(const struct sheet *sheet, uint32_t row);

/* Whether the section, a table of scores in a text, has a row that can only be
 * read as shifted: then its other short rows may be, too. */
bool shift_is_usual(const struct sheet *sheet, const struct section *section);

/* By how many columns the row has shifted to the left: as many cells as it is
 * short of, at the most, so that weight and score are bare figures and the
 * deepest level a text. 0 where it has not, or where that is not clear. */
uint32_t shift_of(const struct sheet *sheet, const struct section *section, uint32_t row);

#endif
