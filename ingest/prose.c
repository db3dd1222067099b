/*   …安排资金 237391.81 万元，截至 12   a line that the page cut: no closing mark
 *                                       blank lines and a page number between
 *   月底，共完成支出 232458.09 万元。   goes on: no mark, no indent, punctuation */
#include "ingest/prose.h"

#include <stdint.h>

#include "base/utf8.h"

enum {
    CUT_WIDTH = 40,     /* a line cut by the page is a full one: at least 20 Chinese characters */
    COMMA_WIDTH = 24,   /* ... or 12 when it ends in a comma */
    LONG_WIDTH = 60,    /* without any punctuation inside it takes 30 */
    HEADING_WIDTH = 80, /* a heading has at most 40 characters */
    FIELD_CHARACTERS = 14,
    BLANKS = 2, /* blank lines that a page break leaves */
    PAGE_BYTES = 48,
    SENTENCE_WIDTH = 50,
};

/* Reading a line character by character; points are 0 at its end. */
struct cursor {
    struct str text;
    size_t at;
};

static uint32_t peek(const struct cursor *c) {
    size_t size;
    return c->at < c->text.len ? utf8_decode(c->text, c->at, &size) : 0;
}

static uint32_t next_point(struct cursor *c) {
    size_t size = 0;
    uint32_t point = c->at < c->text.len ? utf8_decode(c->text, c->at, &size) : 0;
    c->at += size;
    return point;
}

/* Sets are short literals; decoding them costs less than a table would. */
static bool is_one_of(uint32_t point, const char *set) {
    struct str s = str_of(set);
    for (size_t at = 0, size; at < s.len; at += size) {
        if (utf8_decode(s, at, &size) == point)
            return true;
    }
    return false;
}

static bool has_any(struct str s, const char *set) {
    for (struct cursor c = {s, 0}; c.at < s.len;) {
        if (is_one_of(next_point(&c), set))
            return true;
    }
    return false;
}

/* 〇 is in the set for 二〇二三, 零 is not: no heading counts with it. */
static bool is_numeral(uint32_t point) {
    return is_one_of(point, "一二三四五六七八九十百〇");
}

static bool is_digit(uint32_t point) {
    return (point >= '0' && point <= '9') || (point >= 0xFF10 && point <= 0xFF19);
}

static void skip_spaces(struct cursor *c) {
    while (c->at < c->text.len && utf8_is_space(peek(c)))
        next_point(c);
}

/* Skips what `is` accepts and returns how many characters that were. */
static size_t skip(struct cursor *c, bool (*is)(uint32_t)) {
    size_t count = 0;
    for (; c->at < c->text.len && is(peek(c)); count++)
        next_point(c);
    return count;
}

/* How units begin that may stand behind a figure and a space. */
static const char UNITS[] = "万亿元千百个项亩公平户人次米吨"
                            "台套座处分倍年月日天小";

/* ---- marks */

/* （一） (1) 〔二〕 */
static bool has_bracket_mark(struct cursor c) {
    if (!is_one_of(next_point(&c), "（(〔[【"))
        return false;
    skip_spaces(&c);
    size_t count = skip(&c, is_numeral) + skip(&c, is_digit);
    skip_spaces(&c);
    return count > 0 && count <= 3 && is_one_of(peek(&c), "）)〕]】");
}

/* 一、 1. 12） 1.1 时效; not 3.5, nor 3.5 万元 */
static bool has_number_mark(struct cursor c) {
    bool chinese = is_numeral(peek(&c));
    size_t count = chinese ? skip(&c, is_numeral) : skip(&c, is_digit);
    if (count == 0 || count > 3)
        return false;
    skip_spaces(&c);
    if (chinese)
        return is_one_of(peek(&c), "、．.，,是");
    if (is_one_of(peek(&c), "、）)"))
        return true;
    size_t levels = 0;
    while (is_one_of(peek(&c), ".．")) {
        next_point(&c);
        levels++;
        count = skip(&c, is_digit);
        if (count == 0)
            return true;
    }
    if (levels != 1 || count > 2)
        return levels > 1;
    bool space = utf8_is_space(peek(&c));
    skip_spaces(&c);
    return space && utf8_is_han(peek(&c)) && !is_one_of(peek(&c), UNITS);
}

/* 第一章, 第3条 */
static bool has_chapter_mark(struct cursor c) {
    if (next_point(&c) != 0x7B2C)
        return false;
    skip_spaces(&c);
    size_t count = skip(&c, is_numeral) + skip(&c, is_digit);
    skip_spaces(&c);
    return count > 0 && is_one_of(peek(&c), "章节条部篇");
}

/* ① ⑴ ⒈ and bullets */
static bool has_sign_mark(uint32_t point) {
    static const char bullets[] = "●•◆■□▪★☆※◎○";
    return (point >= 0x2460 && point <= 0x249B) || is_one_of(point, bullets);
}

static bool has_word_mark(struct str line) {
    static const char *const words[] = {
        "附件", "附表", "附：", "附:",  "注：", "注:",  "备注", "說明", "说明",
        "首先", "其次", "再次", "最后", "同时", "此外", "另外", "综上"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_starts(line, words[i]))
            return true;
    }
    return false;
}

bool prose_has_number(struct str line) {
    struct cursor c = {str_trim(line), 0};
    return has_bracket_mark(c) || has_number_mark(c) || has_chapter_mark(c);
}

bool prose_has_mark(struct str line) {
    struct cursor c = {str_trim(line), 0};
    return prose_has_number(line) || has_sign_mark(peek(&c)) || has_word_mark(c.text);
}

/* ---- page numbers */

/* Page numbers are framed by any of these: hyphen, full-width hyphen, em, en
 * and horizontal bar, box drawing, middle dot. */
static bool is_dash(uint32_t point) {
    return is_one_of(point, "-－—–―─·");
}

/* What a short line is made of. */
struct makeup {
    size_t digits, dashes, words;
    bool other; /* anything but these and white space */
};

static struct makeup count_makeup(struct str text) {
    struct makeup makeup = {0};
    for (struct cursor c = {text, 0}; c.at < text.len;) {
        uint32_t point = next_point(&c);
        makeup.digits += is_digit(point);
        makeup.dashes += is_dash(point);
        makeup.words += is_one_of(point, "页頁");
        bool known = is_digit(point) || is_dash(point) || utf8_is_space(point);
        makeup.other = makeup.other || !(known || is_one_of(point, "第页頁共/／"));
    }
    return makeup;
}

static uint32_t first_point(struct str s) {
    return peek(&(struct cursor){s, 0});
}

static uint32_t last_point(struct str s) {
    size_t size;
    return s.len > 0 ? utf8_decode(s, utf8_before(s, s.len), &size) : 0;
}

/* A bare "15" may be a cell, a list number or a lost figure: alone it counts
 * only beside a page break. */
bool prose_is_page_number(struct str line, bool page) {
    struct str text = str_trim(line);
    if (text.len == 0 || text.len > PAGE_BYTES)
        return false;
    struct makeup makeup = count_makeup(text);
    if (makeup.other || makeup.digits == 0 || makeup.digits > 8)
        return false;
    bool framed = is_dash(first_point(text)) && is_dash(last_point(text));
    return framed || makeup.words > 0 || (page && makeup.dashes == 0 && makeup.digits <= 4);
}

/* ---- sentences */

/* 项目名称：... : a short label, a colon. */
static bool is_field(struct str line) {
    struct cursor c = {line, 0};
    for (size_t i = 0; i <= FIELD_CHARACTERS && c.at < line.len; i++) {
        uint32_t point = next_point(&c);
        if (is_one_of(point, "：:"))
            return true;
        if (is_one_of(point, "，。；、,;"))
            return false;
    }
    return false;
}

/* 2024年 ...: how paragraphs begin. */
static bool begins_with_year(struct str line) {
    struct cursor c = {line, 0};
    size_t count = skip(&c, is_digit);
    skip_spaces(&c);
    return count == 4 && peek(&c) == 0x5E74;
}

/* A numbered line with a full stop inside is a paragraph that begins with its
 * heading: 一、概况。我局…… */
static bool is_heading(struct str line) {
    bool closed = has_any(line, "。！？；");
    return prose_has_mark(line) && !closed && utf8_width(line) <= HEADING_WIDTH;
}

/* Whether two figures stand side by side with nothing but a space between them:
 * the columns of a table, not a sentence. */
static bool has_columns(struct str line) {
    bool figure = false, space = true; /* the word before began with a digit; after a space */
    for (struct cursor c = {line, 0}; c.at < line.len;) {
        uint32_t point = next_point(&c);
        if (utf8_is_space(point)) {
            space = true;
            continue;
        }
        if (space) {
            if (is_digit(point) && figure)
                return true;
            figure = is_digit(point);
        } else if (is_one_of(point, "，。；、：,;:")) {
            figure = false;
        }
        space = false;
    }
    return false;
}

/* Whether the line breaks off: no closing punctuation, and long enough to be
 * cut by a page. */
static bool is_cut(struct str line, bool comma) {
    size_t width = utf8_width(line);
    if (is_one_of(last_point(line), "。；！？：;!?:…）)》”’」』】]〕|"))
        return false;
    if (comma)
        return width >= COMMA_WIDTH;
    return width >= CUT_WIDTH && !is_heading(line) &&
           (width >= LONG_WIDTH || has_any(line, "，。；,;"));
}

bool prose_continues(struct str line, struct str next, size_t blanks) {
    line = str_trim(line);
    bool comma = is_one_of(last_point(line), "，、,");
    /* behind a comma nearly anything goes on; else the next line must look like
     * running text */
    if (blanks > BLANKS || !is_cut(line, comma))
        return false;
    struct str body = str_trim(next);
    if (body.len == 0 || utf8_width(str_slice(next, 0, (size_t)(body.ptr - next.ptr))) > 1)
        return false;
    if (!has_any(body, "，。；：！？,;") || is_field(body) || has_columns(body) ||
        has_columns(line))
        return false;
    return comma ? !is_heading(body) : !prose_has_mark(body) && !begins_with_year(body);
}

/* "已完成。" closes like a sentence, but is what cells hold. */
bool prose_is_sentence(struct str text) {
    text = str_trim(text);
    return is_one_of(last_point(text), "。！？") && utf8_width(text) >= SENTENCE_WIDTH;
}
