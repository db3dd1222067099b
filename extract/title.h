/* Titles: the lines that open a report or an annex. */
#ifndef HEJI_EXTRACT_TITLE_H
#define HEJI_EXTRACT_TITLE_H

#include <stdbool.h>
#include <stdint.h>

#include "extract/facts.h"
#include "model/reading.h"

enum title_kind { TITLE_NONE, TITLE_REPORT, TITLE_FORM, TITLE_ANNEX };

struct title {
    enum title_kind kind;
    uint32_t block;      /* where it begins: an 附件 line above it included */
    uint32_t last_block; /* the block of its last line */
    struct str text;     /* squeezed, its lines joined, without a trailing bracket */
    struct str year;     /* "2020" from the title or the bracket behind it; else empty */
};

/* The title that ends in block `block`: a short paragraph (with the one above
 * it when it is a title in two lines), or the caption in the first row of a
 * table. `kind` is TITLE_NONE when it is none. */
struct title title_at(struct doc *doc, const struct config *config, struct facts *facts,
                      uint32_t block);

/* What a title says the report is about. PART_OTHER when it does not say. */
enum part_kind title_part_kind(const struct config *config, struct str title);

/* The unit that a title begins with (石桥县教育局2020年度…), or
 * empty. */
struct str title_unit(struct str title);

/* The first year (2000..2099) followed by 年 in a squeezed text, as four
 * digits; empty when there is none. */
struct str title_year(struct str text);

#endif
