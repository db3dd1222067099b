#include "base/json_at.h"

#include <stdio.h>
#include <string.h>

struct json_at json_at_key(const struct json_at *object, const char *key) {
    struct json_at at = {.value = json_get(object->value, key)};
    const char *dot = object->path[0] ? "." : "";
    if (snprintf(at.path, sizeof at.path, "%s%s%s", object->path, dot, key) < 0)
        at.path[0] = '\0';
    return at;
}

bool json_at_next(const struct json_at *array, struct json_at *item, size_t *index) {
    if (!json_is_array(array->value))
        return false;
    const struct json *next = *index == 0 ? json_first(array->value) : json_next(item->value);
    if (!next)
        return false;
    item->value = next;
    if (snprintf(item->path, sizeof item->path, "%s[%zu]", array->path, (*index)++) < 0)
        item->path[0] = '\0';
    return true;
}

bool json_at_wrong(const struct json_at *at, struct err *err, const char *words) {
    return err_set(err, ERR_USAGE, 0, "%s%s%s", at->path, at->path[0] ? ": " : "", words);
}

/* Whether one of the NULL-terminated words is the text; its index in `*index`. */
static bool is_among(struct str text, const char *const *words, int *index) {
    for (int i = 0; words[i]; i++) {
        if (str_is(text, words[i])) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* A key that nobody reads is a typing error, and must not be passed over. */
bool json_at_object(const struct json_at *at, const char *const *keys, struct err *err) {
    int index;
    if (!json_is_object(at->value))
        return json_at_wrong(at, err, at->value ? "an object { } is expected" : "is missing");
    for (const struct json *item = json_first(at->value); item; item = json_next(item)) {
        if (is_among(json_key(item), keys, &index))
            continue;
        struct str key = str_slice(json_key(item), 0, 40);
        return err_set(err, ERR_USAGE, 0, "%s%sthere is no field \"%.*s\" here", at->path,
                       at->path[0] ? ": " : "", STR_ARGS(key));
    }
    return true;
}

bool json_at_text(const struct json_at *object, const char *key, bool needed, struct str *out,
                  struct err *err) {
    struct json_at at = json_at_key(object, key);
    *out = json_text(at.value);
    if (at.value && !json_is_text(at.value))
        return json_at_wrong(&at, err, "a text in quotes is expected, figures too: \"90\"");
    return (!needed || out->len > 0) || json_at_wrong(&at, err, "is missing or empty");
}

bool json_at_choice(const struct json_at *object, const char *key, const char *const *words,
                    int *out, struct err *err) {
    struct json_at at = json_at_key(object, key);
    struct str text;
    char known[120] = "";
    if (!at.value)
        return true;
    if (!json_at_text(object, key, true, &text, err))
        return false;
    if (is_among(text, words, out))
        return true;
    for (int i = 0; words[i]; i++) {
        size_t len = strlen(known);
        snprintf(known + len, sizeof known - len, "%s%s", i ? ", " : "one of ", words[i]);
    }
    return json_at_wrong(&at, err, known);
}
