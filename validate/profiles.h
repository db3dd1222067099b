/* All profiles, and which of them each report of a document is judged by.
 *
 *   1. the user's own choice (--profile), where it says how scores are graded
 *   2. one whose document the report cites; of several the more local one
 *   3. one whose region stands in the report's unit or title, for its year; then what the national
 *      rules allow is no contradiction either, because nothing says that the report follows it
 *   4. one for the report's year
 *   5. the national one
 */
#ifndef HEJI_VALIDATE_PROFILES_H
#define HEJI_VALIDATE_PROFILES_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"
#include "validate/profile.h"

struct profiles; /* read-only once made: shared by all threads */

/* What one report is judged by. */
struct choice {
    const struct profile *profile;
    bool certain; /* cited or asked for; else only likely by place */
};

/* Reads all profiles that the program holds. NULL with the reason when one of them
 * is wrong, or memory is out. The caller frees them with profiles_free. */
struct profiles *profiles_new(struct err *err);

/* Frees them; NULL is fine. */
void profiles_free(struct profiles *profiles);

/* Makes the profile of that name the user's choice. ERR_USAGE, with the names there
 * are, when there is none. */
bool profiles_choose(struct profiles *profiles, struct str name, struct err *err);

/* The same with a profile of the user's own, from the text of its file, which is
 * read at once. ERR_USAGE with the place of the mistake. */
bool profiles_add(struct profiles *profiles, struct str text, struct err *err);

/* The user's choice; NULL where there is none. */
const struct profile *profiles_chosen(const struct profiles *profiles);

/* Decides for each report that claims a score or a grade, into
 * doc->verdict.choices; without config->profiles there are none. False only when
 * memory is out. */
bool profiles_run(struct doc *doc, const struct config *config, struct err *err);

/* What report `part` is judged by; a NULL profile where nothing was decided. */
struct choice profiles_choice(const struct doc *doc, uint32_t part);

/* The name of that profile; empty where it is the national one or none. */
struct str profiles_name(const struct doc *doc, uint32_t part);

/* The national profile, which all others build on. */
const struct profile *profiles_national(const struct profiles *profiles);

#endif
