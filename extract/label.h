/* What a sentence calls a figure: the noun phrase before it in its clause. */
#ifndef HEJI_EXTRACT_LABEL_H
#define HEJI_EXTRACT_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* Whether the character ends a clause: ，；。、：！？, their ASCII
 * twins, a line feed, a tab. */
bool label_is_break(uint32_t point);

/* The label of the figure that begins at byte `at` of `text`: what stands
 * before it in its clause and behind byte `from` (the end of the figure
 * before), without 其中 and the like at its front and without 为, 达到,
 * 共计 and the like at its end. Empty when nothing is left. Looks back no
 * further than some forty characters. */
struct str label_before(struct str text, size_t from, size_t at);

#endif
