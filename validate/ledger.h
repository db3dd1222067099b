/* What has been counted while rules run: relations already evaluated, figures
 * that took part, reasons, findings. Lives in the document's arena, behind
 * doc->verdict.ledger. */
#ifndef HEJI_VALIDATE_LEDGER_H
#define HEJI_VALIDATE_LEDGER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "model/check.h"
#include "model/doc.h"
#include "validate/relation.h"

/* A table of counters by 64-bit key; zero-initialise. Linear time, open
 * addressing. */
struct tally {
    struct tally_slot *slots; /* in the arena */
    uint32_t capacity, count; /* a power of two, or 0; slots taken */
};

/* The counter of `key`, 0 when it is new; NULL when the arena is exhausted.
 * Valid until the next call. */
uint32_t *tally_at(struct arena *arena, struct tally *tally, uint64_t key);

/* A hash of `text` on top of `seed` (FNV-1a, 64 bits); begin with 0. */
uint64_t tally_hash(uint64_t seed, struct str text);

/* Whether this relation, with the same operands at the same place, has been
 * recorded before, and with what outcome. If not, it is noted, and
 * ledger_settle must follow. */
bool ledger_knows(struct doc *doc, const struct relation *relation, enum outcome *outcome);

/* Notes the outcome of the relation and counts it in doc->verdict.coverage:
 * relations, verified, unverifiable by `reason`, and, when it could be
 * evaluated, the figures that took part. */
void ledger_settle(struct doc *doc, const struct relation *relation, enum outcome outcome,
                   const char *reason);

/* Notes that an error says of the figure `claim` that it should be `value`, in
 * its own unit; the first word stands. */
void ledger_amend(struct doc *doc, const struct operand *claim, const struct decimal *value);

/* What an error said that the operand's figure should be; NULL when none
 * did. */
const struct decimal *ledger_amended(struct doc *doc, const struct operand *operand);

/* Whether one more finding may be kept: false from LIMIT_FINDINGS on, and the
 * finding is counted as dropped. */
bool ledger_admits_finding(struct doc *doc);

/* The number of findings dropped so far. */
uint32_t ledger_dropped(const struct doc *doc);

#endif
