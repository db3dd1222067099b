#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include <cjson/cJSON.h>

#include "base/utf8.h"

/* struct json is never defined: callers get no cJSON type and no way to reach
 * its double. The cast over void says that this is meant. */
static const cJSON *node_of(const struct json *value) {
    return (const cJSON *)(const void *)value;
}

static const struct json *json_of(const cJSON *node) {
    return (const struct json *)(const void *)node;
}

/* Lines and bytes from 1, as editors count them. */
static void tell_place(struct str text, size_t at, struct err *err) {
    size_t line = 1, start = 0;
    for (size_t i = 0; i < at && i < text.len; i++) {
        if (text.ptr[i] != '\n')
            continue;
        line++;
        start = i + 1;
    }
    err_set(err, ERR_USAGE, 0, "not JSON, at line %zu, byte %zu", line, at - start + 1);
}

/* Bytes behind the value are no JSON either: two files run together must not pass
 * as the first. */
struct json *json_parse(struct str text, struct err *err) {
    const char *end = NULL;
    cJSON *root = cJSON_ParseWithLengthOpts(text.ptr, text.len, &end, false);
    if (root && str_trim(str_slice(text, (size_t)(end - text.ptr), text.len)).len > 0) {
        cJSON_Delete(root);
        root = NULL;
    }
    if (!root)
        tell_place(text, end ? (size_t)(end - text.ptr) : 0, err);
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

bool json_is_object(const struct json *value) {
    return cJSON_IsObject(node_of(value));
}

bool json_is_array(const struct json *value) {
    return cJSON_IsArray(node_of(value));
}

bool json_is_text(const struct json *value) {
    return cJSON_IsString(node_of(value));
}

bool json_is_true(const struct json *value) {
    return cJSON_IsTrue(node_of(value));
}

/* Room for `len` more bytes; false, and the writer failed, when there is no
 * memory. */
static bool reserve(struct json_writer *w, size_t len) {
    if (w->failed)
        return false;
    if (len <= w->room - w->len)
        return true;
    size_t room = w->room ? w->room * 2 : 4096;
    while (room - w->len < len)
        room *= 2;
    char *moved = realloc(w->ptr, room);
    w->failed = !moved;
    if (moved) {
        w->ptr = moved;
        w->room = room;
    }
    return moved != NULL;
}

static void put(struct json_writer *w, const char *bytes, size_t len) {
    if (!reserve(w, len))
        return;
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

/* Two blanks a level; records for programs (jsonl) must stay on one line. */
static void new_line(struct json_writer *w) {
    if (!w->pretty)
        return;
    put(w, "\n", 1);
    for (uint32_t i = 0; i < w->depth; i++)
        put(w, "  ", 2);
}

/* Escapes a character that may not stand in a string, or that a terminal would
 * obey: `size` bytes, 1 for a byte that is no UTF-8. */
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

/* C1 controls, line separators, and what changes the direction of writing
 * unseen. */
static bool is_risky(uint32_t point) {
    return (point >= 0x80 && point < 0xA0) || (point >= 0x200E && point <= 0x200F) ||
           (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

/* End of the run of bytes from `at` on that go out as they are: most of any
 * text. */
static size_t plain_end(struct str text, size_t at) {
    const unsigned char *bytes = (const unsigned char *)text.ptr;
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
    return at;
}

/* The text behind `at`, with escapes where they are due. */
static void put_rest(struct json_writer *w, struct str text, size_t at) {
    size_t plain = 0, size;
    for (; at < text.len; at = plain_end(text, at)) {
        uint32_t point = utf8_decode(text, at, &size);
        at += size;
        if (size > 1 && !is_risky(point))
            continue;
        put(w, text.ptr + plain, at - size - plain);
        put_escape(w, point, size);
        plain = at;
    }
    put(w, text.ptr + plain, text.len - plain);
}

static void put_escaped(struct json_writer *w, struct str text) {
    if (!reserve(w, text.len + 2)) /* most need no more */
        return;
    w->ptr[w->len++] = '"';
    size_t plain = plain_end(text, 0);
    if (plain < text.len) {
        put_rest(w, text, plain);
    } else if (plain > 0) {
        memcpy(w->ptr + w->len, text.ptr, plain);
        w->len += plain;
    }
    if (reserve(w, 1))
        w->ptr[w->len++] = '"';
}

/* The comma that is due, and the key. */
static void before_value(struct json_writer *w, const char *key) {
    size_t len = key ? strlen(key) : 0;
    if (w->comma && reserve(w, 1))
        w->ptr[w->len++] = ',';
    w->comma = true;
    if (w->pretty && w->depth > 0)
        new_line(w);
    if (!key || !reserve(w, len + 4))
        return;
    char *to = w->ptr + w->len;
    *to++ = '"';
    memcpy(to, key, len);
    to += len;
    *to++ = '"';
    *to++ = ':';
    if (w->pretty)
        *to++ = ' ';
    w->len = (size_t)(to - w->ptr);
}

/* The first child has no comma before it, whatever came before the bracket. */
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

/* By hand: printf is a tenth of the cost of a record. */
void json_integer(struct json_writer *w, const char *key, int64_t number) {
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
    put(w, "null", 4);
}
