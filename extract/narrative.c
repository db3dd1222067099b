#include "extract/narrative.h"

#include <stdlib.h>

#include "extract/adjustment.h"
#include "extract/balance.h"
#include "extract/band.h"
#include "extract/breakdown.h"
#include "extract/change.h"
#include "extract/claim.h"
#include "extract/enumeration.h"
#include "extract/indication.h"
#include "extract/opening.h"
#include "extract/prose.h"
#include "extract/ratio.h"
#include "extract/roster.h"
#include "extract/total.h"

/* Sums and lists first: a rate must know which figures are only parts. */
static bool find_all(struct prose *prose, struct err *err) {
    static bool (*const finders[])(struct prose *, struct err *) = {
        total_scan,   breakdown_scan,  opening_scan, enumeration_scan, ratio_scan,  change_scan,
        balance_scan, adjustment_scan, claim_scan,   band_scan,        roster_scan, indication_scan,
    };
    for (size_t i = 0; i < sizeof finders / sizeof *finders; i++)
        if (!finders[i](prose, err))
            return false;
    return true;
}

static int order_of(uint32_t a, uint32_t b) {
    return (a > b) - (a < b);
}

/* The finders run one after another; a reader of the record wants the order of
 * the text. Ties are broken to the last field, so that two runs never
 * differ. */
static int compare_statements(const void *a, const void *b) {
    const struct statement *one = a, *other = b;
    int order = order_of(one->figure, other->figure);
    if (!order)
        order = order_of(one->kind, other->kind);
    if (!order && one->member_count && other->member_count)
        order = order_of(one->members[0], other->members[0]);
    return order ? order : order_of(one->member_count, other->member_count);
}

static int compare_claims(const void *a, const void *b) {
    const struct claim *one = a, *other = b;
    return order_of(one->order, other->order);
}

bool narrative_run(struct doc *doc, const struct narrative_patterns *patterns,
                   const struct passage *const *passages, uint32_t count, uint32_t part,
                   uint32_t first, uint32_t last, struct err *err) {
    struct reading *reading = &doc->reading;
    size_t statements = reading->statements.count, claims = reading->claims.count;
    struct prose prose = {.doc = doc,
                          .patterns = patterns,
                          .passages = passages,
                          .count = count,
                          .part = part,
                          .first = first,
                          .last = last};
    if (!prose_read(&prose, err) || !find_all(&prose, err))
        return false;
    if (reading->statements.count > statements)
        qsort(reading->statements.items + statements, reading->statements.count - statements,
              sizeof *reading->statements.items, compare_statements);
    if (reading->claims.count > claims)
        qsort(reading->claims.items + claims, reading->claims.count - claims,
              sizeof *reading->claims.items, compare_claims);
    return true;
}
