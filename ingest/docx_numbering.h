/* Automatic numbers of paragraphs (ISO/IEC 29500-1 17.9): definitions and
 * running counters. */
#ifndef HEJI_INGEST_DOCX_NUMBERING_H
#define HEJI_INGEST_DOCX_NUMBERING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "ingest/docx_package.h"
#include "ingest/docx_styles.h"
#include "ingest/numbering.h"

enum { NUMBERING_LEVELS = 9, NUMBERING_UNSET = -1 };

/* One w:lvl. */
struct docx_level {
    bool defined;
    bool legal;      /* w:isLgl: all its numbers in decimal */
    int32_t start;   /* first number; 0 when the level does not say */
    int32_t restart; /* w:lvlRestart: levels above this one (1-based) restart it; 0 never */
    enum numbering_format format;
    struct str text;  /* w:lvlText, as "第%1章" */
    struct str style; /* id of the paragraph style that stands for the level */
};

/* One w:abstractNum, with the counters of all lists that use it. */
struct docx_list {
    int32_t id;
    uint32_t order;  /* the last of two that bear the same id counts */
    struct str link; /* w:numStyleLink: the style whose numbering is meant; empty for none */
    bool has_levels;
    struct docx_level levels[NUMBERING_LEVELS];
    int32_t counters[NUMBERING_LEVELS];
    bool running[NUMBERING_LEVELS]; /* the counter stands at a number */
};

/* What a w:num changes about one level of its list. */
struct docx_override {
    bool has_start;
    int32_t start;
    struct docx_level level; /* replaces the list's where it is defined */
};

/* One w:num. */
struct docx_number {
    int32_t id;
    int32_t list_id;
    uint32_t order;                  /* as in docx_list */
    struct docx_override *overrides; /* NUMBERING_LEVELS of them, or NULL */
    uint16_t started;                /* bit per level: its start override has been used */
};

struct docx_numbering {
    struct arena *arena;              /* borrowed */
    const struct docx_styles *styles; /* borrowed */
    VEC(struct docx_list) lists;      /* by id, once read */
    VEC(struct docx_number) numbers;  /* by id, once read */
};

/* No numbering at all, as in a package without a numbering part. */
void docx_numbering_init(struct docx_numbering *numbering, struct arena *arena,
                         const struct docx_styles *styles);

/* Reads `part` of the package; false when it is damaged. What was read until
 * then is left. */
bool docx_numbering_read(struct docx_numbering *numbering, struct docx_package *package,
                         struct str part, struct err *err);

/* Counts one paragraph of list `num_id` at `level` and gives its number as
 * shown, such as "（一）"; empty for a mark instead of a number, or when
 * there is no such list or level. Paragraphs must come in document order. */
struct str docx_numbering_next(struct docx_numbering *numbering, int32_t num_id, int32_t level);

/* The level of list `num_id` that stands for the paragraph style `style`; 0
 * when none does. */
int32_t docx_numbering_level(const struct docx_numbering *numbering, int32_t num_id,
                             struct str style);

#endif
