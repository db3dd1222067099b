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
    uint32_t quantity; /* index into record.quantities when SIDE_FIGURE, else PAIR_NONE */
    struct str text;   /* trimmed, as it stands in the document */
    struct place at;   /* meaningful unless SIDE_BLANK */
};

/* The columns of a section that rows are read by: indices into section.columns, or PAIR_NONE. */
struct pair_columns {
    uint32_t target, actual;
    uint32_t nature; /* 指标性质: the comparator stands in a column of its own */
    uint32_t level;  /* the deepest column of names */
};

struct pair {
    struct side target, actual;
    enum comparator comparator; /* of the target: its own, else that of the column 指标性质 */
    struct str name;            /* squeezed; may be empty */
};

/* Finds the columns. False when the section is no table of indicators, when it has no column of
 * targets, or several columns of targets or of actuals (a first and an adjusted target, one actual
 * a village), of which none can be taken for the row's. */
bool pair_columns(const struct section *section, struct pair_columns *columns);

/* Reads a grid row of the section. False when it is no row of an indicator, when its figures do not
 * stand under their heads, or when a cell of the two is merged with the row above. */
bool pair_read(struct doc *doc, const struct section *section, const struct pair_columns *columns,
               uint32_t row, struct pair *pair);

/* The kind of the side's figure; MENTION_GRADE, which is no figure, when it has none. */
enum mention_kind pair_kind(const struct doc *doc, const struct side *side);

#endif
