/* score.claims: one report states its score in several places. */
#ifndef HEJI_VALIDATE_CLAIMS_H
#define HEJI_VALIDATE_CLAIMS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"
#include "validate/relation.h"

/* Holds the scores that one part claims against the first of them, each
 * differing value once, and the score in a group's label (STATEMENT_GROUP)
 * against its member's. Where tables of one part claim different totals under
 * one label they may be of different things, and what contradicts them is
 * unverifiable. False only when memory is out. */
bool claims_run(struct doc *doc, const struct config *config, struct err *err);

/* For each claim of doc->reading the index of its mention, or
 * STATEMENT_NO_MENTION; NULL when the arena is exhausted. */
uint32_t *claims_mentions(struct doc *doc);

/* The claim as an operand; `mention` is its index from claims_mentions. A grade
 * is `known` too, as a word. */
struct operand claims_operand(struct doc *doc, const struct claim *claim, uint32_t mention);

#endif
