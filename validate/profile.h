/* What differs by place and year, as data: grade bands and the words for grades.
 *
 *   validate/profiles/NAME.json
 *     source   zh, en: the regulation
 *     full     the full score
 *     margin   within so many points of the claimed grade's band a contradiction is a warning only,
 *              because places draw their own bands
 *     bands    grade, low (included), high (excluded); best first; a missing bound is open
 *     words    each word for a grade, and the bands that it may stand for
 *
 * A word whose meaning differs by place (合格) stands for all bands that it has somewhere, so
 * that it raises no false alarm. */
#ifndef HEJI_VALIDATE_PROFILE_H
#define HEJI_VALIDATE_PROFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "model/decimal.h"
#include "model/doc.h"
#include "model/statement.h"

struct profile; /* read-only once made: shared by all threads */

/* Reads the profile `name`, such as "national". NULL with ERR_USAGE when there
 * is none of that name or its data are wrong, ERR_MEMORY without memory. The
 * caller frees it with profile_free. */
struct profile *profile_new(struct str name, struct err *err);

/* Frees a profile; NULL is fine. */
void profile_free(struct profile *profile);

/* Its bands, best first; `*count` receives their number. They live as long as
 * the profile. */
const struct band *profile_bands(const struct profile *profile, uint32_t *count);

/* The regulation behind the bands, in words of `language`. */
struct str profile_source(const struct profile *profile, enum language language);

/* The full score, and the margin described above. */
const struct decimal *profile_full(const struct profile *profile);
const struct decimal *profile_margin(const struct profile *profile); /* in points */

/* Whether `word` is a word for a grade. */
bool profile_knows(const struct profile *profile, struct str word);

/* Whether `word` may stand for the profile's band `grade`: 优秀 for 优. */
bool profile_allows(const struct profile *profile, struct str word, struct str grade);

/* Whether two words mean the same grade everywhere: equal, or both standing for
 * one and the same band: 优 and 优秀, but not 中 and 合格. */
bool profile_same(const struct profile *profile, struct str a, struct str b);

#endif
