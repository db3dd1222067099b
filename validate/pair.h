/* The target and the actual value of one row, as the document gives them. */
#ifndef HEJI_VALIDATE_PAIR_H
#define HEJI_VALIDATE_PAIR_H

#include <stdbool.h>
#include <stdint.h>

#include "model/doc.h"

#define PAIR_NONE UINT32_MAX

enum side_content {
    SIDE_BLANK,  /* no column, no cell, or a dash */
    SIDE_FIGURE, /* one figure: `quantity` */
    SIDE_WORDS,  /* anything else: 达成预期目标, 26户97人 */
};

/* One of the two cells. */
struct side {
    enum side_content content;
    uint32_t quantity; /* SIDE_FIGURE: index into record.quantities */
    struct str text;   /* trimmed, as it stands in the document */
    struct place at;   /* meaningful unless SIDE_BLANK */
};

struct pair {
    uint32_t part;      /* index into reading.parts */
    uint32_t indicator; /* into record.indicators; PAIR_NONE without score */
    uint16_t decimals;  /* finest of the scores in the section */
    struct str name;    /* squeezed; may be empty */
    struct side target, actual;
    enum comparator comparator; /* the target's own, else that of 指标性质 */
};

/* The rows of one section. Zero-initialise, then pair_open each section in
 * ascending order; the fields are pair.c's own. */
struct pair_reader {
    const struct section *section;
    uint32_t index;          /* of the section, into reading.sections */
    uint32_t target, actual; /* columns; PAIR_NONE where there is none */
    uint32_t original;       /* the target of the year's beginning, beside an adjusted one */
    uint32_t nature;         /* 指标性质: a comparator in its own column */
    uint32_t level;          /* the deepest column of names */
    uint32_t next;           /* indicators before it stand further up */
    uint16_t decimals;
};

/* Begins a section, an index into reading.sections. False when it is no table
 * of indicators, when it has no column of targets, or several columns of
 * targets or of actuals (one a village), of which none can be taken for the
 * row's. Of a first and an adjusted target the adjusted one holds, where the
 * row has it. */
bool pair_open(const struct doc *doc, struct pair_reader *reader, uint32_t index);

/* Reads a grid row of the section; rows ascend. False when it is no row of an
 * indicator, when its figures do not stand under their heads, or when one of
 * the two cells belongs to another row too. */
bool pair_read(struct doc *doc, struct pair_reader *reader, uint32_t row, struct pair *pair);

/* The mention, or the quantity, of a SIDE_FIGURE. */
const struct mention *pair_mention(const struct doc *doc, const struct side *side);

/* As pair_mention. */
const struct quantity *pair_quantity(const struct doc *doc, const struct side *side);

/* The kind of the side's figure; MENTION_GRADE, which is none, without one. */
enum mention_kind pair_kind(const struct doc *doc, const struct side *side);

/* Whether the comparator makes a bound of a figure: ≥, >, ≤ or <. */
bool pair_is_bound(enum comparator comparator);

#endif
