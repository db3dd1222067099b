/* What validate makes: checks (relations evaluated) and findings
 * (contradictions reported). */
#ifndef HEJI_MODEL_CHECK_H
#define HEJI_MODEL_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "model/place.h"

enum outcome { OUTCOME_PASS, OUTCOME_ROUNDING, OUTCOME_FAIL, OUTCOME_UNVERIFIABLE };

enum severity { SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR };

struct rule; /* a row of the catalogue: validate/catalogue.h */

struct check {
    const struct rule *rule;
    uint32_t part;
    enum outcome outcome;
    struct str claimed, computed; /* plain decimals or words; empty when there is none */
    struct str formula;           /* "1.2 + 3.4 = 4.6" */
    struct str reason;            /* of UNVERIFIABLE: a word such as "missing_operand" */
    struct str *operands;         /* ids "q12", "i3" */
    uint32_t operand_count;
    struct place at;
};

struct evidence {
    struct str role; /* "claimed", "operand", "context" */
    struct str text; /* as it stands in the document */
    struct place at;
};

struct finding {
    const struct rule *rule;
    enum severity severity;
    uint32_t part;
    struct str label;   /* what it is about, for the reader: "总分", "受益群体满意度" */
    struct str message; /* in the run's language */
    struct str claimed, computed, difference, tolerance, formula; /* empty when there is none */
    struct str diagnosis, impact;                                 /* empty when nothing is known */
    struct place at;
    struct evidence *evidence;
    uint32_t evidence_count;
    char fingerprint[33]; /* stable over runs and unrelated edits */
};

/* How much of the document took part. */
struct coverage {
    uint32_t numbers;   /* figures the document holds */
    uint32_t checked;   /* of these, operands or claims of a check that could be evaluated */
    uint32_t relations; /* relations found */
    uint32_t verified;  /* evaluated: pass, rounding or fail */
    struct reason_count {
        struct str reason;
        uint32_t count;
    } * unverifiable; /* by reason, in alphabetical order */
    uint32_t reason_count;
};

struct scoreboard; /* a score table: validate/scoreboard.h */
struct choice;     /* what a report is judged by: validate/profiles.h */
struct stale;      /* figures by value: validate/stale.h */
struct ledger;     /* what validate has counted so far: validate/ledger.h */

struct verdict {
    VEC(struct check) checks;
    VEC(struct finding) findings; /* in reading order */
    struct coverage coverage;
    const struct choice *choices; /* one a part; NULL until validate has decided */
    struct stale *stale;          /* NULL until a total contradicts; for validate only */
    struct ledger *ledger;        /* NULL until the first relation; for validate only */
    struct scoreboard *boards;    /* NULL until scoreboard_all; for validate only */
    uint32_t board_count;
};

#endif
