#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/utf8.h"

static const cJSON *node_of(const struct json *value) {
    return (const cJSON *)(const void *)value;
}

static const struct json *json_of(const cJSON *node) {
    return (const struct json *)(const void *)node;
}

struct json *json_parse(struct str text, struct err *err) {
    const char *end = NULL;
    cJSON *root = cJSON_ParseWithLengthOpts(text.ptr, text.len, &end, false);
    if (!root)
        err_set(err, ERR_USAGE, 0, "not JSON, at byte %td", end ? end - text.ptr : 0);
    return (struct json *)root;
}

void json_free(struct json *root) {
    cJSON_Delete((cJSON *)root);
}

const struct json *json_get(const struct json *object, const char *key) {
    return json_of(cJSON_GetObjectItemCaseSensitive(node_of(object), key));
}

const struct json *json_first(const struct json *parent) {
    return parent ? json_of(node_of(parent)->child) : NULL;
}

const struct json *json_next(const struct json *child) {
    return json_of(node_of(child)->next);
}

struct str json_key(const struct json *child) {
    return str_of(node_of(child)->string);
}

struct str json_text(const struct json *value) {
    return str_of(cJSON_GetStringValue(node_of(value)));
}

bool json_is_true(const struct json *value) {
    return cJSON_IsTrue(node_of(value));
}

static void put(struct json_writer *w, const char *bytes, size_t len) {
    if (w->failed)
        return;
    if (len > w->room - w->len) {
        size_t room = w->room ? w->room * 2 : 4096;
        while (room - w->len < len)
            room *= 2;
        char *moved = realloc(w->ptr, room);
        if (!moved) {
            w->failed = true;
            return;
        }
        w->ptr = moved;
        w->room = room;
    }
    memcpy(w->ptr + w->len, bytes, len);
    w->len += len;
}

static void put_text(struct json_writer *w, const char *text) {
    put(w, text, strlen(text));
}

void json_raw(struct json_writer *w, const char *text) {
    put_text(w, text);
}

void json_writer_clear(struct json_writer *w) {
    free(w->ptr);
    *w = (struct json_writer){.pretty = w->pretty};
}

static void new_line(struct json_writer *w) {
    if (!w->pretty)
        return;
    put(w, "\n", 1);
    for (uint32_t i = 0; i < w->depth; i++)
        put(w, "  ", 2);
}

/* Escapes a character that may not stand in a string, or that a terminal would obey: `size` bytes,
 * 1 for a byte that is no UTF-8. */
static void put_escape(struct json_writer *w, uint32_t point, size_t size) {
    static const char hex[] = "0123456789abcdef";
    if (point == '"' || point == '\\') {
        put(w, point == '"' ? "\\\"" : "\\\\", 2);
    } else if (point == '\n' || point == '\t' || point == '\r') {
        put(w, point == '\n' ? "\\n" : point == '\t' ? "\\t" : "\\r", 2);
    } else if (point < 0x80 || size > 1) {
        char escape[6] = {
            '\\',           'u', hex[point >> 12], hex[point >> 8 & 15], hex[point >> 4 & 15],
            hex[point & 15]};
        put(w, escape, sizeof escape);
    } else {
        put_text(w, "\xEF\xBF\xBD");
    }
}

/* C1 controls, line separators, and what changes the direction of writing unseen. */
static bool is_risky(uint32_t point) {
    return (point >= 0x80 && point < 0xA0) || (point >= 0x200E && point <= 0x200F) ||
           (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

/* Length of the run of bytes from `at` on that go out as they are: most of any text. */
static size_t plain_run(struct str text, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    size_t start = at;
    while (at < text.len) {
        unsigned char byte = bytes[at];
        if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\')
            at++;
        else if (byte >= 0xE3 && byte <= 0xEC && text.len - at > 2 &&
                 (bytes[at + 1] & 0xC0) == 0x80 && (bytes[at + 2] & 0xC0) == 0x80)
            at += 3; /* U+3000..U+CFFF: Chinese, nothing to escape */
        else
            break;
    }
    return at - start;
}

static void put_escaped(struct json_writer *w, struct str text) {
    size_t plain = 0;
    put(w, "\"", 1);
    for (size_t at = 0, size; at < text.len; at += size) {
        size = plain_run(text, at);
        if (size > 0)
            continue;
        uint32_t point = utf8_decode(text, at, &size);
        if (size > 1 && !is_risky(point))
            continue;
        if (at > plain)
            put(w, text.ptr + plain, at - plain);
        plain = at + size;
        put_escape(w, point, size);
    }
    if (text.len > plain)
        put(w, text.ptr + plain, text.len - plain);
    put(w, "\"", 1);
}

static void before_value(struct json_writer *w, const char *key) {
    if (w->comma)
        put(w, ",", 1);
    if (w->depth > 0)
        new_line(w);
    if (key) {
        put_escaped(w, str_of(key));
        put(w, ": ", w->pretty ? 2 : 1);
    }
    w->comma = true;
}

static void begin(struct json_writer *w, const char *key, const char *bracket) {
    before_value(w, key);
    put_text(w, bracket);
    w->comma = false;
    w->depth++;
}

static void end(struct json_writer *w, const char *bracket) {
    w->depth--;
    if (w->comma)
        new_line(w);
    put_text(w, bracket);
    w->comma = w->depth > 0;
}

void json_begin_object(struct json_writer *w, const char *key) {
    begin(w, key, "{");
}

void json_end_object(struct json_writer *w) {
    end(w, "}");
}

void json_begin_array(struct json_writer *w, const char *key) {
    begin(w, key, "[");
}

void json_end_array(struct json_writer *w) {
    end(w, "]");
}

void json_string(struct json_writer *w, const char *key, struct str text) {
    before_value(w, key);
    put_escaped(w, text);
}

void json_string_or_null(struct json_writer *w, const char *key, struct str text) {
    if (text.len > 0)
        json_string(w, key, text);
    else
        json_null(w, key);
}

void json_integer(struct json_writer *w, const char *key, int64_t number) {
    /* places are a third of a record: printf would be a tenth of its cost */
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        digits[--at] = '-';
    before_value(w, key);
    put(w, digits + at, sizeof digits - at);
}

void json_boolean(struct json_writer *w, const char *key, bool truth) {
    before_value(w, key);
    put_text(w, truth ? "true" : "false");
}

void json_null(struct json_writer *w, const char *key) {
    before_value(w, key);
    put_text(w, "null");
}
