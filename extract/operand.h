/* What rates, changes and balances are made of: figures that stand before them
 * and may be calculated with. */
#ifndef HEJI_EXTRACT_OPERAND_H
#define HEJI_EXTRACT_OPERAND_H

#include <stdbool.h>
#include <stdint.h>

#include "extract/member.h"
#include "extract/prose.h"

/* Sentences before its own in which a statement's operand may stand; one more
 * and the report has come to another subject. */
enum { OPERAND_SENTENCES = 3 };

/* What the figure measures. */
enum mention_kind operand_kind(const struct prose *prose, uint32_t index);

/* What the figure is, as member_group tells of its role. */
enum role_group operand_group(const struct prose *prose, uint32_t index);

/* Whether the figure can be calculated with at all: exact and well formed, no
 * change, nothing of another year, no price of one thing. */
bool operand_is(const struct prose *prose, uint32_t index);

/* Whether it is such a figure, and money. */
bool operand_is_amount(const struct prose *prose, uint32_t index);

/* Whether the figure is a rate that something can be divided by: exact, well
 * formed, no percentage points. */
bool operand_is_rate(const struct prose *prose, uint32_t index);

/* Whether it is a part of a list whose item has no other figure: a rate or
 * balance behind it is not the part's own. */
bool operand_is_lone_part(const struct prose *prose, uint32_t index);

/* The lowest figure at most `sentences` sentences before figure `from` (0: in
 * its own) that is still near enough to be its operand. */
uint32_t operand_horizon(const struct prose *prose, uint32_t from, uint32_t sentences);

#endif
