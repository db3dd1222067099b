/* A scoreboard: one table of indicators, however many pages and headers it runs
 * over, with the rows that sum it. Scores and weights are held against it. */
#ifndef HEJI_VALIDATE_SCOREBOARD_H
#define HEJI_VALIDATE_SCOREBOARD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"
#include "validate/relation.h"

/* A row that sums indicators: 总分, 小计, or an unlabelled 100 … 96. */
struct sum_row {
    uint32_t section, row; /* index into reading.sections; grid row */
    bool subtotal;
    struct str label;
    struct operand weight, score; /* as claimed; not known where the row gives none */
    uint32_t first,
        end;        /* the indicators [first, end) that it covers, indices into record.indicators */
    bool with_fund; /* the fund row's points are part of it */
    bool certain; /* the weights tell that it covers just these; else it is the likeliest reading */
};

struct scoreboard {
    uint32_t part;
    uint32_t section;     /* the first one */
    uint32_t first, end;  /* its indicators [first, end), the fund row apart */
    uint32_t fund;        /* the fund row's indicator, or UINT32_MAX */
    struct sum_row *sums; /* sum_count of them, in order */
    uint32_t sum_count;
};

/* All scoreboards of the document in reading order, in the arena; `*count`
 * receives their number. They are found once, when first asked for. NULL when
 * memory is out. */
const struct scoreboard *scoreboard_all(struct doc *doc, uint32_t *count);

/* The weight or the score of indicator `index` as an operand; not known when it
 * has none. */
struct operand scoreboard_weight(struct doc *doc, uint32_t index);
struct operand scoreboard_score(struct doc *doc, uint32_t index); /* as scoreboard_weight */

#endif
