/* JSON: the door to cJSON for reading small data files, and a writer of our own
 * for records (writing through cJSON costs ten times the time, and sends
 * numbers through double). */
#ifndef HEJI_BASE_JSON_H
#define HEJI_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

/* ---- reading: data files of the program (profiles, lexicon). Numbers are
 * written as strings there, because cJSON holds numbers as double. */

struct json; /* a value of a parsed document; lives as long as its root */

/* Parses `text`; NULL with ERR_USAGE and the place, as "line 3, byte 12", when it
 * is not JSON. The caller frees the root with json_free. */
struct json *json_parse(struct str text, struct err *err);

/* Frees a root; NULL is fine. */
void json_free(struct json *root);

/* Member `key` of an object, or NULL (also when `object` is NULL or no
 * object). */
const struct json *json_get(const struct json *object, const char *key);

/* First child of an array or object, or NULL when it is empty, a scalar or
 * NULL. */
const struct json *json_first(const struct json *parent);

/* Next sibling, or NULL at the end. */
const struct json *json_next(const struct json *child);

/* Key of a member of an object; empty for an array's item. */
struct str json_key(const struct json *child);

/* Text of a string; empty for anything else and for NULL. */
struct str json_text(const struct json *value);

/* Whether the value is an object, an array, a string; false for NULL. */
bool json_is_object(const struct json *value);
bool json_is_array(const struct json *value); /* [ ... ] */
bool json_is_text(const struct json *value);  /* "..." */

/* Whether the value is the literal true. */
bool json_is_true(const struct json *value);

/* ---- writing: into a growing buffer; commas and escapes are the writer's
 * business. */

struct json_writer {
    char *ptr;   /* owned; free with json_writer_clear */
    size_t len;  /* bytes written */
    size_t room; /* bytes allocated */
    bool comma;  /* a comma is due before the next value */
    bool failed; /* no memory: the rest is dropped */
    bool pretty; /* line breaks and two blanks a level, for people */
    uint32_t depth;
};

/* Frees the buffer and makes the writer empty again; `pretty` stays. */
void json_writer_clear(struct json_writer *w);

/* Begins and ends an object or array. `key` is NULL for a value in an array or
 * at the root; a key is a word of ours that needs no escape. */
void json_begin_object(struct json_writer *w, const char *key);
void json_end_object(struct json_writer *w); /* closes what json_begin_object opened */
void json_begin_array(struct json_writer *w, const char *key); /* opens "key": [ */
void json_end_array(struct json_writer *w); /* closes what json_begin_array opened */

/* A string, escaped (RFC 8259 section 7), with C1 controls, line separators and
 * bidirectional overrides as \u escapes; bytes that are not UTF-8 become
 * U+FFFD. */
void json_string(struct json_writer *w, const char *key, struct str text);

/* As json_string, or null when `text` is empty. */
void json_string_or_null(struct json_writer *w, const char *key, struct str text);

/* An integer, a boolean, null. */
void json_integer(struct json_writer *w, const char *key, int64_t number);
void json_boolean(struct json_writer *w, const char *key, bool truth); /* true or false */
void json_null(struct json_writer *w, const char *key);                /* null */

/* Raw bytes outside any value: line ends, array brackets between records. */
void json_raw(struct json_writer *w, const char *text);

#endif
