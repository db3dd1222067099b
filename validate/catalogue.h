/* Every rule that is evaluated: id, severity, words. Source: the rule table of
 * the record's contract; the regulation behind a rule stands in its row. */
#ifndef HEJI_VALIDATE_CATALOGUE_H
#define HEJI_VALIDATE_CATALOGUE_H

#include <stddef.h>

#include "base/str.h"
#include "model/check.h"

/* One row of the catalogue. All strings are static. */
struct rule {
    const char *id;         /* "score.total" */
    enum severity severity; /* of a plain contradiction; a finding may be lower, never higher */
    const char *chinese, *english; /* one line: what contradicts what */
    const char *message_zh,
        *message_en; /* template of a finding: {label} {claimed} {computed} {difference} */
    const char *example_zh, *example_en; /* a short invented example */
    const char *source_zh, *source_en;   /* regulation or contract section that it rests on */
};

/* All rules in the order of the contract; `*count` receives their number. */
const struct rule *catalogue_rules(size_t *count);

/* The rule of that id; NULL when there is none. */
const struct rule *catalogue_find(struct str id);

#endif
