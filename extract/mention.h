/* Mentions: the figures, dates and grades of a passage. */
#ifndef HEJI_EXTRACT_MENTION_H
#define HEJI_EXTRACT_MENTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"
#include "model/mention.h"

struct mention_patterns; /* compiled once, shared by all threads */

/* Compiles the patterns; NULL with the reason when one is wrong or memory is
 * out. The caller frees them with mention_patterns_free. */
struct mention_patterns *mention_patterns_new(struct err *err);

/* Frees them; NULL is fine. */
void mention_patterns_free(struct mention_patterns *patterns);

/* Appends the mentions of bytes [start, end) of `passage` to
 * doc->reading.mentions, in order of their place. Document numbers
 * (〔2020〕10号), phones, subject codes, section and list marks, voucher
 * numbers, model names and the like are none. False only when memory is out. */
bool mention_scan(struct doc *doc, const struct mention_patterns *patterns,
                  const struct passage *passage, uint32_t start, uint32_t end, struct err *err);

/* Reads a whole table cell as one figure: the number, its unit, and nothing
 * else but white space, a comparator, brackets or residue. On success fills
 * `out` (unit empty when the cell has none; label empty) and returns true;
 * false when the cell is blank, a placeholder (-, —, /, ……, 无), words,
 * or several figures. Never fails otherwise. */
bool mention_cell(struct doc *doc, const struct mention_patterns *patterns,
                  const struct passage *passage, struct mention *out);

#endif
