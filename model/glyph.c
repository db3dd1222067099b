#include "model/glyph.h"

#include "base/utf8.h"

/* Plain and full-width digits only: other scripts' digits are noted as foreign
 * rather than read. */
int glyph_digit(uint32_t point) {
    if (point >= '0' && point <= '9')
        return (int)(point - '0');
    if (point >= 0xFF10 && point <= 0xFF19)
        return (int)(point - 0xFF10);
    return -1;
}

/* Arabic-Indic, Devanagari, Thai and mathematical digits look like figures to a
 * reader of some other text; here they are an attack or a broken font. */
bool glyph_is_foreign_digit(uint32_t point) {
    return (point >= 0x0660 && point <= 0x0669) || (point >= 0x06F0 && point <= 0x06F9) ||
           (point >= 0x0966 && point <= 0x096F) || (point >= 0x0E50 && point <= 0x0E59) ||
           (point >= 0x1D7CE && point <= 0x1D7FF);
}

/* Soft hyphens and zero-width characters come with copied web pages and split a
 * figure that looks whole. */
bool glyph_is_invisible(uint32_t point) {
    return point == 0xAD || (point >= 0x200B && point <= 0x200F) ||
           (point >= 0x2060 && point <= 0x2064) || point == 0xFEFF;
}

/* Marks that turn the direction of writing can show 69 where 96 is stored. */
bool glyph_is_turning(uint32_t point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

/* Line ends part figures, blanks within them do not: 21. 73 is one figure, 21
 * at the end of a line and 73 below are two. */
static bool is_blank(uint32_t point) {
    if (point < 0x80)
        return point == ' ';
    return glyph_is_invisible(point) ||
           (utf8_is_space(point) && point != 0x85 && point != 0x2028 && point != 0x2029);
}

/* Invisible characters count as blanks, so that no rule has to know them. */
size_t glyph_skip(struct str text, size_t at) {
    size_t size;
    while (at < text.len && is_blank(utf8_decode(text, at, &size)))
        at += size;
    return at;
}

/* The same set backwards: both ends of a figure are trimmed alike. */
size_t glyph_skip_back(struct str text, size_t at) {
    while (at > 0 && is_blank(glyph_before(text, at)))
        at = utf8_before(text, at);
    return at;
}

/* 0 stands for the beginning: no document holds it, ingest sees to that. */
uint32_t glyph_before(struct str text, size_t at) {
    size_t size;
    return at > 0 ? utf8_decode(text, utf8_before(text, at), &size) : 0;
}

/* 0 stands for the end, so that callers need no check of their own. */
uint32_t glyph_at(struct str text, size_t at) {
    size_t size;
    return at < text.len ? utf8_decode(text, at, &size) : 0;
}
