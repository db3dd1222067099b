#include "ingest/docx_field.h"

#include <assert.h>
#include <string.h>

/* XML 1.0 (2.2) allows no such characters in a document, so that the text of no
 * document can be taken for a mark. */
static const char begin_mark = '\2', end_mark = '\3';

/* w:fldChar (17.16.18): begin, code, separate, result, end, and fields nest. A
 * "separate" brings back the state of the field around this one: the result of
 * a field inside a code is still code. Strays mean nothing, as in Word. */
bool docx_fields_char(struct docx_fields *fields, struct str type) {
    size_t count = fields->stack.count;
    if (str_is(type, "begin")) {
        struct docx_field field = {(uint32_t)fields->ended.count, (uint32_t)count + 1};
        return VEC_PUSH(fields->arena, &fields->ended, false) &&
               VEC_PUSH(fields->arena, &fields->stack, field);
    }
    if (count == fields->base)
        return true;
    struct docx_field *top = &fields->stack.items[count - 1];
    if (str_is(type, "separate")) {
        top->code_from = count - 1 > fields->base ? fields->stack.items[count - 2].code_from : 0;
    } else if (str_is(type, "end")) {
        fields->ended.items[top->number] = true;
        fields->stack.count--;
    }
    return true;
}

bool docx_fields_in_code(const struct docx_fields *fields) {
    size_t count = fields->stack.count;
    return count > fields->base && fields->stack.items[count - 1].code_from != 0;
}

/* Whether a code may be dropped shows only when its field ends, perhaps a
 * hundred paragraphs on: until then the text keeps a mark of fixed length with
 * the number of the outermost field in whose code it stands. */
void docx_fields_mark(struct docx_fields *fields, char mark[FIELD_MARK]) {
    static const char digit[] = "0123456789abcdef";
    const struct docx_field *top = &fields->stack.items[fields->stack.count - 1];
    uint32_t number = fields->stack.items[top->code_from - 1].number;
    mark[0] = begin_mark;
    for (int i = 1; i < FIELD_MARK; i++)
        mark[i] = digit[number >> (4 * (FIELD_MARK - 1 - i)) & 15];
    fields->marked = true;
}

/* Undoes docx_fields_mark. */
static uint32_t number_of(const char *mark) {
    uint32_t number = 0;
    for (int i = 1; i < FIELD_MARK; i++)
        number = number * 16 + (uint32_t)(mark[i] <= '9' ? mark[i] - '0' : mark[i] - 'a' + 10);
    return number;
}

/* A field that never ended is no field: Word shows its code as text. */
void docx_fields_scrub(const struct docx_fields *fields, struct str *text) {
    char *out = text->len > 0 ? memchr(text->ptr, begin_mark, text->len) : NULL;
    if (!out)
        return;
    const char *end = text->ptr + text->len;
    bool dropping = false;
    for (const char *at = out; at < end; at++) {
        if (*at == begin_mark) {
            assert(end - at > FIELD_MARK);
            dropping = fields->ended.items[number_of(at)];
            at += FIELD_MARK - 1;
        } else if (*at == end_mark) {
            dropping = false;
        } else if (!dropping) {
            *out++ = *at;
        }
    }
    text->len = (size_t)(out - text->ptr);
}
