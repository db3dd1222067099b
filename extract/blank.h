/* Template text that nobody filled in: XX县, 20XX年, ____万元, （此处填写…）,
 * （450字内）, #REF!. */
#ifndef HEJI_EXTRACT_BLANK_H
#define HEJI_EXTRACT_BLANK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "extract/lexicon.h"
#include "model/doc.h"

/* Appends the blanks of a passage of part `part` to doc->reading.blanks. Names
 * and numbers that are masked (张××, 138****1234), model numbers and lines to
 * sign on are none. False only when memory is out. */
bool blank_scan(struct doc *doc, const struct lexicon *lexicon, const struct passage *passage,
                uint32_t part, struct err *err);

#endif
