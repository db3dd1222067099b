#include "validate/citation.h"

#include <stdint.h>

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/* Where the text before byte `end` ends without white space: 2 号. */
static size_t trimmed(struct str text, size_t end) {
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    return end;
}

/* Start of the digits that end before byte `end`. */
static size_t digits_before(struct str text, size_t end) {
    while (end > 0 && is_digit(text.ptr[end - 1]))
        end--;
    return end;
}

/* Drops whichever of the signs ends `text[0, *end)`; false when none does. */
static bool drop_any(struct str text, size_t *end, const char *const *signs) {
    struct str head = str_slice(text, 0, trimmed(text, *end));
    for (; *signs; signs++) {
        if (!str_ends(head, *signs))
            continue;
        *end = trimmed(text, head.len - strlen(*signs));
        return true;
    }
    return false;
}

/* Reads backwards from the 号 at byte `end`: digits, bracket, year, bracket. */
static bool read_back(struct str text, size_t end, struct citation *out) {
    static const char *const closing[] = {"〕", "]", "】", ")", "）", "］", NULL};
    static const char *const opening[] = {"〔", "[", "【", "(", "（", "［", NULL};
    static const char *const ordinal[] = {"第", NULL};
    end = trimmed(text, end);
    size_t number = digits_before(text, end);
    out->number = str_slice(text, number, end);
    while (out->number.len > 1 && out->number.ptr[0] == '0')
        out->number = str_slice(out->number, 1, out->number.len);
    if (out->number.len == 0)
        return false;
    (void)drop_any(text, &number, ordinal);
    if (!drop_any(text, &number, closing))
        return false;
    size_t year = digits_before(text, number);
    out->year = str_slice(text, year, number);
    bool ok = out->year.len == 4 && drop_any(text, &year, opening);
    out->before = str_slice(text, 0, year);
    return ok;
}

bool citation_next(struct str text, size_t *at, struct citation *out) {
    size_t found;
    while ((found = str_find(text, "号", *at)) != SIZE_MAX) {
        *at = found + strlen("号");
        if (read_back(text, found, out))
            return true;
    }
    return false;
}

bool citation_is(const struct citation *citation, const struct citation *named) {
    struct str sign = named->before, text = citation->before;
    return str_eq(citation->year, named->year) && str_eq(citation->number, named->number) &&
           text.len >= sign.len && str_eq(str_slice(text, text.len - sign.len, text.len), sign);
}
