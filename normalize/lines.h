/* Rows that hold several indicators: 指标1 and 指标2 one below the other in each
 * cell, with as many weights and scores. */
#ifndef HEJI_NORMALIZE_LINES_H
#define HEJI_NORMALIZE_LINES_H

#include <stdint.h>

#include "base/str.h"

/* How many figures the text of a cell holds, parted by line breaks or blanks; 0
 * where it holds anything but plain figures. */
uint32_t lines_count(struct str text);

/* How many indicators stand in the cells of one row, whose weights and scores
 * tell: as many of both, or one over several lines of the other, else 1. Blanks may
 * also stand within a figure and part none then. 0 where neither is a figure. */
uint32_t lines_within(struct str weight, struct str score);

/* Piece `index` (0-based) of a text of `count` pieces: its lines, else its words.
 * An empty slice where it has another number of both. */
struct str lines_piece(struct str text, uint32_t count, uint32_t index);

#endif
