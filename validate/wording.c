#include "validate/wording.h"

#include "base/utf8.h"

enum { NUMBER_BYTES = 18 };

/* One spelling for each sign; an empty one is left out. The longer spelling
 * stands first. */
static const struct spelling {
    const char *written, *plain;
} spellings[] = {
    {"\\leqslant", "≤"}, {"\\geqslant", "≥"}, {"\\leq", "≤"},      {"\\geq", "≥"},
    {"\\le", "≤"},       {"\\ge", "≥"},       {"\\times", "×"},    {"\\%", "%"},
    {"$", ""},           {"≦", "≤"},          {"≧", "≥"},          {"<=", "≤"},
    {">=", "≥"},         {"*", "×"},          {"～", "-"},         {"~", "-"},
    {"—", "-"},          {"–", "-"},          {"﹪", "%"},         {"“", ""},
    {"”", ""},           {"‘", ""},           {"’", ""},           {"\"", ""},
    {"\n", ";"},         {"。", ";"},         {":", ";"},          {"大于等于", "≥"},
    {"小于等于", "≤"},   {"大于或等于", "≥"}, {"小于或等于", "≤"},
};

bool wording_take(struct str *text, const char *word) {
    if (!str_starts(*text, word))
        return false;
    *text = str_slice(*text, strlen(word), text->len);
    return true;
}

bool wording_drop(struct str *text, const char *word) {
    if (!str_ends(*text, word))
        return false;
    text->len -= strlen(word);
    return true;
}

bool wording_take_any(struct str *text, const char *const *words) {
    while (*words && !wording_take(text, *words))
        words++;
    return *words != NULL;
}

bool wording_drop_any(struct str *text, const char *const *words) {
    while (*words && !wording_drop(text, *words))
        words++;
    return *words != NULL;
}

bool wording_has_any(struct str text, const char *const *words) {
    while (*words && !str_has(text, *words))
        words++;
    return *words != NULL;
}

static bool is_digit(struct str text, size_t at) {
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

bool wording_number(struct str *text, struct decimal *out) {
    size_t end = 0;
    while (is_digit(*text, end))
        end++;
    if (end > 0 && end + 1 < text->len && text->ptr[end] == '.' && is_digit(*text, end + 1)) {
        end++;
        while (is_digit(*text, end))
            end++;
    }
    if (end == 0 || end > NUMBER_BYTES || !decimal_parse(str_slice(*text, 0, end), out))
        return false;
    *text = str_slice(*text, end, text->len);
    return true;
}

/* Whether a spelling may begin so: most characters of a rule are not worth a
 * look. */
static bool is_spelled(uint32_t point) {
    bool plain = (point >= '0' && point <= '9') ||
                 (utf8_is_han(point) && point != 0x5927 && point != 0x5C0F);
    return !plain;
}

/* The spelling that `ahead` begins with, or that the one character `plain` is;
 * else NULL. */
static const struct spelling *find_spelling(struct str plain, struct str ahead) {
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        char first = spellings[i].written[0];
        if (first != plain.ptr[0] && first != ahead.ptr[0])
            continue;
        if (str_starts(ahead, spellings[i].written) || str_is(plain, spellings[i].written))
            return &spellings[i];
    }
    return NULL;
}

/* The plain text; a line feed is kept until the spellings see it. */
static struct str make_plain(struct arena *arena, struct str raw, bool *spaced) {
    char *out = arena_alloc(arena, 2 * raw.len + 1); /* no spelling doubles what it replaces */
    size_t len = 0, size;
    *spaced = false;
    for (size_t at = 0; out && at < raw.len; at += size) {
        char bytes[4];
        uint32_t point = utf8_decode(raw, at, &size);
        if (point >= 0xFF01 && point <= 0xFF5E)
            point -= 0xFEE0;
        bool space = !utf8_is_han(point) && utf8_is_space(point);
        *spaced |= space;
        if (space && point != '\n')
            continue;
        struct str rest = {bytes, utf8_encode(point, bytes)};
        const struct spelling *spelling =
            is_spelled(point) ? find_spelling(rest, str_slice(raw, at, raw.len)) : NULL;
        if (spelling) {
            rest = str_of(spelling->plain);
            if (str_starts(str_slice(raw, at, raw.len), spelling->written))
                size = strlen(spelling->written);
        }
        if (rest.len > 0)
            memcpy(out + len, rest.ptr, rest.len);
        len += rest.len;
    }
    return (struct str){out, out ? len : 0};
}

/* Length of the circled number (①..⑳) at byte `at`, or 0. */
static size_t circled(struct str text, size_t at) {
    size_t size;
    uint32_t point = utf8_decode(text, at, &size);
    return point >= 0x2460 && point <= 0x2473 ? size : 0;
}

/* Takes a mark such as 2. 2、 or (2) off the front. "2.20%" has one only where
 * 1. went before. */
static bool take_mark(struct str *text, int64_t *last) {
    struct str rest = *text;
    struct decimal number, next = decimal_of(*last + 1);
    bool bracket = wording_take(&rest, "(");
    size_t digits = 0;
    while (is_digit(rest, digits))
        digits++;
    if (digits == 0 || digits > 2 || !decimal_parse(str_slice(rest, 0, digits), &number) ||
        decimal_cmp(&number, &next) != 0)
        return false;
    rest = str_slice(rest, digits, rest.len);
    if (bracket ? !wording_take(&rest, ")")
                : !wording_take(&rest, ".") && !wording_take(&rest, "、"))
        return false;
    if (!bracket && *last == 0 && is_digit(rest, 0))
        return false;
    ++*last;
    *text = rest;
    return true;
}

static bool add_segment(struct wording *out, struct str text, bool marked, int64_t *last) {
    if (text.len > 0 && (out->count == 0 || out->segments[out->count - 1].closed))
        marked |= take_mark(&text, last);
    if (text.len == 0)
        return true;
    if (out->count == WORDING_SEGMENTS)
        return false;
    out->segments[out->count++] = (struct segment){.text = text, .marked = marked};
    return true;
}

static void close_last(struct wording *out) {
    if (out->count > 0)
        out->segments[out->count - 1].closed = true;
}

bool wording_read(struct arena *arena, struct str raw, struct wording *out) {
    int64_t last = 0;
    bool marked = false;
    size_t start = 0, size;
    out->count = 0;
    if (raw.len > WORDING_BYTES)
        return false;
    out->text = make_plain(arena, raw, &out->spaced);
    for (size_t at = 0; at <= out->text.len; at += size) {
        bool end = at == out->text.len;
        char c = end ? ';' : out->text.ptr[at];
        size_t mark = end ? 0 : circled(out->text, at);
        size = 1;
        if (!end)
            utf8_decode(out->text, at, &size);
        if (c != ',' && c != ';' && mark == 0)
            continue;
        if (!add_segment(out, str_slice(out->text, start, at), marked, &last))
            return false;
        /* "以上①需提供资料": a mark within a phrase is a reference */
        if (at > start)
            marked = false;
        if (c != ',')
            close_last(out);
        if (mark > 0)
            marked = true;
        start = at + size;
    }
    return !arena->exhausted;
}
