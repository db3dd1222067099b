/* What differs by place and year, as data: grade bands, the words for grades, caps of the
 * score, and checks that a bureau adds.
 *
 *   validate/profiles/NAME.json, or a file of the user's own; all fields but `name` may be missing
 *     name      letters, digits and _
 *     source    zh, en: the regulation or form that it comes from
 *     basis     "stated": a text at hand says so; "general_knowledge": it is known of the
 *               regulation but no text was at hand
 *     extends   for a file of the user's own, the profile that gives what is missing here;
 *               "national" where it says nothing
 *     applies   documents: numbers of which a report that cites one is meant; regions: words in
 *               the name of its unit or its title; from, to: years of the report
 *     full      the full score
 *     margin    within so many points of the claimed grade's band a contradiction is a warning
 *               only, because places draw their own bands
 *     severity  the most that a grade outside the bands may be: "warning" or "error"
 *     bands     grade, low (included), high (excluded); best first; a missing bound is open
 *     words     each word for a grade, and the bands that it may stand for
 *     caps      from, below (execution rate in per cent), most (points): the total of a report
 *               whose rate lies there is at most that
 *     rules     checks of one's own: validate/local.h
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
#include "validate/citation.h"
#include "validate/local.h"

struct profile; /* read-only once made: shared by all threads */

/* For an execution rate in [from, below) per cent the total is at most `most`. */
struct cap {
    struct decimal from, below, most;
};

/* Reads a profile from the text of a JSON file. What it lacks comes from `base`,
 * which must outlive it; NULL for the one that stands on its own and must have
 * full, margin and bands. NULL with ERR_USAGE and the place of the mistake, or with
 * ERR_MEMORY. The caller frees it with profile_free. */
struct profile *profile_parse(struct str text, const struct profile *base, struct err *err);

/* Frees a profile; NULL is fine. */
void profile_free(struct profile *profile);

/* Its name; lives as long as the profile, as all that follows. */
struct str profile_name(const struct profile *profile);

/* Its bands, best first; `*count` receives their number. */
const struct band *profile_bands(const struct profile *profile, uint32_t *count);

/* Whether it says itself how scores are graded (bands or words), so that it can be
 * chosen for that. */
bool profile_grades(const struct profile *profile);

/* The regulation behind the bands, in words of `language`. */
struct str profile_source(const struct profile *profile, enum language language);

/* The full score, and the margin described above. */
const struct decimal *profile_full(const struct profile *profile);
const struct decimal *profile_margin(const struct profile *profile); /* in points */

/* The most that a grade outside the bands may be. */
enum severity profile_severity(const struct profile *profile);

/* Its caps, by rising rate; `*count` receives their number. */
const struct cap *profile_caps(const struct profile *profile, uint32_t *count);

/* Its own checks. */
const struct local_rules *profile_rules(const struct profile *profile);

/* Whether `word` is a word for a grade. */
bool profile_knows(const struct profile *profile, struct str word);

/* Whether `word` may stand for the profile's band `grade`: 优秀 for 优. */
bool profile_allows(const struct profile *profile, struct str word, struct str grade);

/* Whether two words mean the same grade everywhere: equal, or both standing for
 * one and the same band: 优 and 优秀, but not 中 and 合格. */
bool profile_same(const struct profile *profile, struct str a, struct str b);

/* Whether the profile is meant by one who cites that document. */
bool profile_cited(const struct profile *profile, const struct citation *citation);

/* Bytes of the longest of its regions that stands in `name`; 0 when none does. */
size_t profile_region(const struct profile *profile, struct str name);

/* Whether it has years at all, and whether `year` (digits) is one of them. */
bool profile_has_years(const struct profile *profile);
bool profile_covers(const struct profile *profile, struct str year); /* true without years */

#endif
