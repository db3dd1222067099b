/* The grade bands that a report is judged by. */
#ifndef HEJI_VALIDATE_SCALE_H
#define HEJI_VALIDATE_SCALE_H

#include <stdbool.h>

#include "model/doc.h"
#include "validate/profiles.h"

struct scale {
    const struct band *bands; /* best first */
    uint32_t count;
    const struct statement *statement; /* that prints them; NULL for those of the profile */
    const struct profile *profile;     /* knows what words mean; may be NULL */
    const struct profile *also; /* its bands hold too: the profile was only likely; or NULL */
};

/* For each part the first bands that it prints, or NULL, and behind the last the
 * first of the document: parts.count + 1 of them, in the arena. NULL when memory is
 * out. */
const struct statement **scale_printed(struct doc *doc);

/* The bands of `part`: those that it prints, then those printed elsewhere in the
 * document unless there another unit reports, then those of its profile. None without any. */
struct scale scale_of(const struct doc *doc, const struct config *config,
                      const struct statement **printed, uint32_t part);

/* Whether `word` may stand for the band: printed bands mean what they print; only a
 * clear synonym may stand in for their word. */
bool scale_stands_for(const struct scale *scale, struct str word, const struct band *band);

/* Whether one of the bands has the word. */
bool scale_knows(const struct scale *scale, struct str word);

/* The first band that holds the score; NULL when none does. */
const struct band *scale_band(const struct scale *scale, const struct decimal *score);

/* Whether the word fits one of the bands that hold the score, or, where the profile
 * is only likely, one of the national ones. */
bool scale_fits(const struct scale *scale, struct str word, const struct decimal *score);

/* Whether the score lies within the profile's margin of a band that the word may
 * stand for. */
bool scale_is_close(const struct scale *scale, struct str word, const struct decimal *score);

/* Whether the score is below zero or above the full score: it is on another scale.
 * Bonus points apart, nobody scores above the full score of his own. */
bool scale_exceeds(const struct scale *scale, const struct decimal *score);

#endif
