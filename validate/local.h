/* Checks that a bureau adds to a profile, without C:
 *
 *   "rules": [{
 *     "id": "user.reception", "severity": "warning",
 *     "zh": "公务接待费超过预算", "en": "receptions cost more than their budget",
 *     "part": "department", "each": "part",
 *     "claim": {"figure": "amount", "label": "公务接待费"}, "is": "at_most",
 *     "of": [{"figure": "amount", "label": "公务接待费预算*"}]}]
 *
 *   id          user. and a-z, _
 *   severity    info, warning, error; `zh`, `en`: one line each; message_zh, message_en: templates
 *               with {label} {claimed} {computed} {difference}, or nothing
 *   is          sum: claim = the sum of `of`; at_most, at_least: claim <= or >= that sum;
 *               ratio: claim = the first of `of` / the sum of the others x 100 %
 *   each        part, table or row: what belongs together; all figures of a check stand in one
 *   part        department, project, target, other: only in such reports
 *   exact       "yes": no tolerance, as for scores; else printed figures stand for their half unit
 *   claim, of   selections; "minus": "yes" subtracts what is selected
 *     constant    a plain decimal, with `unit`
 *     figure      any, amount, rate, score, count, area, length; by `label`, `unit`
 *     column      the figures of a column by its role (budget, spent, rate, total, balance, amount,
 *                 weight, score, ...); by `row` (the label of the row), `name`, `table`
 *     indicator   weight or score; by `level1`, `level2`, `name`, `table`
 *     claim       score: what the report claims as its total
 *
 * Where `each` is row, only constant, column and indicator can be used. `table` is score, fund,
 * breakdown, item, target or other. Labels are compared without white space; * at their beginning
 * or end stands for any text. */
#ifndef HEJI_VALIDATE_LOCAL_H
#define HEJI_VALIDATE_LOCAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/json_at.h"
#include "base/str.h"
#include "model/decimal.h"
#include "validate/relation.h"

enum local_source { LOCAL_CONSTANT, LOCAL_FIGURE, LOCAL_COLUMN, LOCAL_INDICATOR, LOCAL_CLAIM };

enum local_scope { LOCAL_PART, LOCAL_TABLE, LOCAL_ROW };

enum { LOCAL_ANY = -1 };

/* A selection of figures. */
struct local_term {
    enum local_source source;
    int which;                        /* enum quantity_kind, enum column_role, 0 weight or 1 score;
                              * LOCAL_ANY */
    int table;                        /* enum table_kind or LOCAL_ANY */
    bool minus;                       /* what is selected is subtracted */
    struct decimal constant;          /* of a CONSTANT */
    struct str text, unit;            /* of a CONSTANT; `unit` of a FIGURE: only such ones */
    struct str label, level1, level2; /* patterns, squeezed; empty for any. `label` is that of a
                                       * figure, of a row, the name of an indicator */
    struct str name;                  /* pattern for the name of a COLUMN */
};

struct local_rule {
    struct rule rule;
    enum relation_kind kind;
    enum local_scope scope;
    int part; /* enum part_kind or LOCAL_ANY */
    bool exact;
    struct local_term claim;
    struct local_term *terms; /* `count` of them */
    uint32_t count;
};

struct local_rules {
    struct local_rule *items; /* `count` of them, in the arena of their profile */
    uint32_t count;
};

/* Reads the list of rules; a missing one has none. Texts are slices of the JSON, or
 * live in the arena. False with the place of the mistake, or ERR_MEMORY. */
bool local_parse(struct arena *arena, const struct json_at *rules, struct local_rules *out,
                 struct err *err);

#endif
