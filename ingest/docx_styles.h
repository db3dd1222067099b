/* Styles (ISO/IEC 29500-1 17.7), as far as they bear on text: hidden, numbered,
 * outline level. */
#ifndef HEJI_INGEST_DOCX_STYLES_H
#define HEJI_INGEST_DOCX_STYLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "ingest/docx_package.h"

enum { STYLE_UNSET = -1 };

/* A style with what it inherits from the styles it is based on. */
struct docx_style {
    struct str id;
    struct str based_on;   /* empty for none */
    int32_t vanish;        /* w:vanish: 0, 1 or STYLE_UNSET */
    int32_t outline;       /* w:outlineLvl: 0..9 or STYLE_UNSET */
    int32_t num_id;        /* w:numId or STYLE_UNSET; 0 takes the number away */
    int32_t num_level;     /* w:ilvl beside it, or STYLE_UNSET: the level that names the style */
    struct str num_source; /* id of the style that sets num_id */
};

struct docx_styles {
    struct arena *arena; /* borrowed */
    VEC(struct docx_style) styles;
    uint32_t *index;     /* hash table: position in `styles` + 1, or 0 */
    uint32_t index_size; /* a power of two, or 0 without styles */
    int64_t paragraph;   /* position of the default paragraph style, or STYLE_UNSET */
    bool vanish;         /* of the document's defaults */
};

/* No styles at all, as in a package without a styles part. */
void docx_styles_init(struct docx_styles *styles, struct arena *arena);

/* Reads `part` of the package into `styles`, which has been initialised. False
 * when the part is damaged; what was read until then is left. */
bool docx_styles_read(struct docx_styles *styles, struct docx_package *package, struct str part,
                      struct err *err);

/* The style with this id, or NULL. */
const struct docx_style *docx_styles_find(const struct docx_styles *styles, struct str id);

/* The style of a paragraph that names `id`: the default paragraph style when it
 * names none or an unknown one; NULL when there is no default either. */
const struct docx_style *docx_styles_paragraph(const struct docx_styles *styles, struct str id);

#endif
