/* Figures of a section by row and column, as operands. */
#ifndef HEJI_VALIDATE_GRID_H
#define HEJI_VALIDATE_GRID_H

#include <stdbool.h>
#include <stdint.h>

#include "model/doc.h"
#include "validate/relation.h"

#define GRID_NONE UINT32_MAX

/* The quantity that stands in `row` (a grid row of the section) under column
 * `column` (an index into section.columns); GRID_NONE when the cell holds no
 * single figure, or is merged down from a row above. */
uint32_t grid_quantity(const struct doc *doc, const struct section *section, uint32_t row,
                       uint32_t column);

/* Whether words stand there instead of a figure, such as 待结算: what the
 * cell is worth is unknown. A blank cell, a dash and 无 are worth nothing. */
bool grid_is_unread(const struct doc *doc, const struct section *section, uint32_t row,
                    uint32_t column);

/* The same as an operand, labelled with the row; not known when there is
 * none. */
struct operand grid_operand(struct doc *doc, const struct section *section, uint32_t row,
                            uint32_t column);

/* Whether it is a whole count of things, which nobody rounds. */
bool grid_is_count(const struct doc *doc, const struct section *section, uint32_t row,
                   uint32_t column);

/* What the reader is told that the figure is: 局机关/项目支出; the column
 * alone where the row has no name. */
struct str grid_label(struct doc *doc, const struct section *section, uint32_t row,
                      uint32_t column);

/* The first column (an index) of that role and level (0: any, but no rate of
 * another kind) with a figure in the row; GRID_NONE when there is none. */
uint32_t grid_figure(const struct doc *doc, const struct section *section, uint32_t row,
                     enum column_role role, uint32_t level);

/* The role of a grid row of the section. */
enum row_role grid_role(const struct section *section, uint32_t row);

/* The nearest cell on the left of the place that holds words, squeezed: the name
 * of a figure that has no other. Empty where there is none. */
struct str grid_before(struct doc *doc, const struct place *at);

/* The finest decimals printed in the column's figures. */
uint16_t grid_decimals(const struct doc *doc, const struct section *section, uint32_t column);

/* Whether the column holds amounts or counts that add up: not weights, scores
 * or rates. */
bool grid_adds(const struct column *column);

#endif
