/* Reading data files that people write: each mistake is told with its place, as
 * "rules[0].of[2].label: a text is expected". */
#ifndef HEJI_BASE_JSON_AT_H
#define HEJI_BASE_JSON_AT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/json.h"
#include "base/str.h"

enum { JSON_AT_BYTES = 96 };

/* A value and the way to it from the root. */
struct json_at {
    const struct json *value; /* NULL where the file has none */
    char path[JSON_AT_BYTES]; /* cut where it is longer; empty for the root */
};

/* Member `key` of an object. */
struct json_at json_at_key(const struct json_at *object, const char *key);

/* Walks over the items of an array: begin with a zeroed `item` and `index` 0;
 * false behind the last. A value that is no array has none. */
bool json_at_next(const struct json_at *array, struct json_at *item, size_t *index);

/* "PATH: words" into `err` as ERR_USAGE; returns false. */
bool json_at_wrong(const struct json_at *at, struct err *err, const char *words);

/* Whether the value is an object whose keys are all among the NULL-terminated
 * `keys`; else says which is not. */
bool json_at_object(const struct json_at *at, const char *const *keys, struct err *err);

/* The text of member `key` in `*out`, empty where there is none. False when the
 * member is something else, or `needed` and missing or empty. */
bool json_at_text(const struct json_at *object, const char *key, bool needed, struct str *out,
                  struct err *err);

/* The index of the member's text among the NULL-terminated `words`, `*out` as it
 * was where there is none. False when it is another word. */
bool json_at_choice(const struct json_at *object, const char *key, const char *const *words,
                    int *out, struct err *err);

#endif
