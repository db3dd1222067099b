/* Subtotals without a name: | | | 140.00 | under the items that they sum. */
#ifndef HEJI_VALIDATE_BARE_H
#define HEJI_VALIDATE_BARE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "model/doc.h"
#include "validate/relation.h"

/* One column of a section, and what amounts.c knows of its rows. */
struct bare {
    struct doc *doc;
    const struct config *config;
    const struct section *section;
    uint32_t column;          /* index into section->columns */
    uint16_t decimals;        /* the finest of the column */
    unsigned char *marks;     /* one a row of the section: 0 for a row that may be an item */
    unsigned char sum;        /* the mark that a subtotal receives */
    struct operand *operands; /* room for one a row */
};

/* Finds the item rows without a name that sum the named ones above them, up to
 * the sum before: at least two must, and most of them. Marks and evaluates these
 * (amount.total). `*found` is false where the rows without a name are no such
 * subtotals; none is marked then. False only when memory is out. */
bool bare_check(const struct bare *bare, bool *found, struct err *err);

#endif
