/* The door to PCRE2: patterns compiled once with JIT, shared by all threads; a
 * matcher a thread. */
#ifndef HEJI_BASE_PATTERN_H
#define HEJI_BASE_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

struct pattern; /* compiled and immutable: any number of threads may use it */
struct matcher; /* scratch memory of one thread */

enum { MATCH_GROUPS = 16 }; /* groups kept of a match, the whole match (0) included */

/* Byte offsets of a match in its subject. A group that took no part has start =
 * end = SIZE_MAX. */
struct match {
    size_t start[MATCH_GROUPS];
    size_t end[MATCH_GROUPS]; /* exclusive */
};

/* Compiles `regex` (PCRE2 syntax, UTF, white space and # comments ignored: the
 * extended mode). NULL with ERR_USAGE when it is wrong or there is no memory.
 * The caller frees it with pattern_free. */
struct pattern *pattern_compile(const char *regex, struct err *err);

/* Frees a pattern; NULL is fine. */
void pattern_free(struct pattern *pattern);

/* A matcher, or NULL without memory. The caller frees it with matcher_free. */
struct matcher *matcher_new(void);

/* Frees a matcher; NULL is fine. */
void matcher_free(struct matcher *matcher);

/* Finds the first match of `pattern` in `subject`, which must be well-formed
 * UTF-8, at or after byte `from`. A pattern that begins with \G matches only at
 * `from` itself. False when there is none, or when the match ran into PCRE2's
 * limits (matcher_has_failed). */
bool pattern_find(const struct pattern *pattern, struct matcher *matcher, struct str subject,
                  size_t from, struct match *match);

/* Whether a match of this matcher has ever been given up at a limit, so that
 * text may be unread. */
bool matcher_has_failed(const struct matcher *matcher);

/* Group `group` of `match` as a slice of `subject`; empty when it took no
 * part. */
struct str match_group(struct str subject, const struct match *match, size_t group);

#endif
