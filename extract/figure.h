/* A figure with all that stands around its number:
 *
 *   不低于  约  ￥   2 ~ 3   万 多 人   （含）以上
 *   └ comparator, hedge, currency    └ unit with a hedge inside
 *               └ number, or a range          └ its bound from behind */
#ifndef HEJI_EXTRACT_FIGURE_H
#define HEJI_EXTRACT_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "extract/bound.h"
#include "extract/number.h"
#include "model/doc.h"
#include "model/mention.h"
#include "model/unit.h"

/* What a reader of one passage carries along. */
struct figure_reader {
    struct doc *doc;
    const struct passage *passage;
    struct str text; /* the passage's, up to the end of what is to be read */
    enum number_place place;
    size_t floor; /* end of the mention before: no comparator or label reaches behind it */
};

/* A figure while it is being read; offsets are bytes of the passage's text. */
struct figure {
    size_t start, end; /* comparator and unit included, end exclusive */
    struct number number;
    struct str upper;     /* upper end of a range as read, or empty */
    struct str unit_text; /* as the document gives it, hedges left out */
    struct unit unit;     /* meaningful when has_unit */
    bool has_unit;
    bool numeral; /* in Chinese numerals */
    bool split;   /* 12万3千元: exact, but no plain decimal of one unit */
    struct bound bound;
};

/* Reads the figure whose sign, point or first digit stands at byte `at`. False
 * when no digit follows. */
bool figure_read(struct figure_reader *r, size_t at, struct figure *f);

/* Reads the figure in Chinese numerals at byte `at`. False when it is none, or
 * is ambiguous, or has no unit: prose is full of such characters. */
bool figure_read_numeral(struct figure_reader *r, size_t at, struct figure *f);

/* Reads 百分之 N, 千分之 N or 万分之 N, which begins at byte `start`.
 * False when no number follows. */
bool figure_read_per(struct figure_reader *r, size_t start, struct figure *f);

/* Reads everything around the number that f->number holds already. */
void figure_complete(struct figure_reader *r, struct figure *f);

/* The figure as a mention, without label and clause. */
struct mention figure_mention(const struct figure_reader *r, const struct figure *f);

#endif
