/* Section numbers in front of paragraphs and headings. */
#ifndef HEJI_EXTRACT_HEADING_H
#define HEJI_EXTRACT_HEADING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"

/* Appends to doc->reading.headings the section number that opens `passage`:
 * Word's own (automatic) or, without one, the typed mark 第一部分, 一、,
 * （一）, 1., （1） or ①. `paragraph` is its index into
 * document.paragraphs, or UINT32_MAX for a cell. Quantities, years, dates and
 * numbers of several levels (1.1) are none. False only when memory is out. */
bool heading_scan(struct doc *doc, const struct passage *passage, uint32_t paragraph,
                  struct err *err);

/* The heading that `passage` is and that carries points, as in 项目决策
 * （20分，自评得分18分）; NULL when it is none. */
const struct heading *heading_with_points(const struct doc *doc, const struct passage *passage);

#endif
