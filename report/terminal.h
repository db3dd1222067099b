/* The view for people: what was read, what was held against each other, what
 * does not agree. */
#ifndef HEJI_REPORT_TERMINAL_H
#define HEJI_REPORT_TERMINAL_H

#include <stdint.h>

#include "model/doc.h"
#include "report/screen.h"

/* Appends the view of one document that was read: its headline, the findings by
 * severity, the warnings of its source. It ends with a line feed. */
void terminal_document(struct screen *screen, const struct doc *doc);

/* What a run of several documents came to. */
struct totals {
    uint64_t documents, failed; /* failed: not read, or not to the end */
    uint64_t findings[3];       /* by enum severity */
    uint64_t relations;         /* found */
    uint64_t outcomes[4];       /* by enum outcome */
};

/* Appends the closing lines of such a run. */
void terminal_totals(struct screen *screen, const struct totals *totals);

#endif
