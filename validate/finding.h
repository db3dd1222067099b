/* Findings: message, evidence, order, fingerprint. */
#ifndef HEJI_VALIDATE_FINDING_H
#define HEJI_VALIDATE_FINDING_H

#include <stdbool.h>

#include "base/err.h"
#include "model/check.h"
#include "model/doc.h"
#include "validate/relation.h"

/* Writes the message of the finding from its rule's template in `language`:
 * {label}, {claimed}, {computed} and {difference} become the finding's own;
 * what they bring in is not read again. An empty label becomes a general word.
 * Empty when exhausted. */
struct str finding_message(struct arena *arena, const struct finding *finding,
                           enum language language);

/* Appends the finding to doc->verdict, with its message; beyond LIMIT_FINDINGS
 * it is only counted. Without memory doc->arena is exhausted afterwards. */
void finding_add(struct doc *doc, const struct config *config, struct finding *finding);

/* Gives the finding the evidence of the relation: the claim, then the operands
 * that stand in the document, at most LIMIT_EVIDENCE in all. Without memory
 * doc->arena is exhausted afterwards. */
void finding_cite(struct doc *doc, struct finding *finding, const struct relation *relation);

/* Puts checks and findings of doc->verdict into reading order; what stands at
 * one place keeps the order in which it was found. False only when memory is
 * out. */
bool finding_sort(struct doc *doc, struct err *err);

/* Gives each finding, in reading order, its fingerprint: the first 32
 * hexadecimal digits of the SHA-256 over rule, unit of the part, label,
 * claimed, computed, and an ordinal among equals. It holds no place and no
 * path, and so outlives unrelated edits. False only when memory is out. */
bool finding_seal(struct doc *doc, struct err *err);

#endif
