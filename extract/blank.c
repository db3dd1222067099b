#include "extract/blank.h"

#include "base/utf8.h"
#include "model/glyph.h"

/* Most passages hold no byte that a blank begins with, and a look at all bytes
 * at once, which compilers turn into vectors, tells so. */

/* Bytes: a request in brackets, a note such as （450字内）, and what may stand
 * between its bracket and the end. */
enum { REQUEST_BYTES = 150, NOTE_BYTES = 40 };

/* 填 is E5 A1 AB and 请 E8 AF B7; × is C3 97, Ｘ EF BC B8 and ＿ EF BC BF. */
static bool may_hold(struct str text) {
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    unsigned char found = 0;
    for (size_t i = 0; i < text.len; i++)
        found |= (bytes[i] == 'X') | (bytes[i] == 'x') | (bytes[i] == '_') | (bytes[i] == '#') |
                 (bytes[i] == 0xC3);
    for (size_t i = 2; i < text.len; i++)
        found |= ((bytes[i - 2] == 0xE5) & (bytes[i - 1] == 0xA1) & (bytes[i] == 0xAB)) |
                 ((bytes[i - 2] == 0xE8) & (bytes[i - 1] == 0xAF) & (bytes[i] == 0xB7)) |
                 ((bytes[i - 2] == 0xEF) & (bytes[i - 1] == 0xBC) &
                  ((bytes[i] == 0xB8) | (bytes[i] == 0xBF)));
    return found != 0;
}

struct blanks {
    struct doc *doc;
    const struct lexicon *lexicon;
    const struct passage *passage;
    uint32_t part;
};

static bool push(const struct blanks *blanks, size_t start, size_t end) {
    struct doc *doc = blanks->doc;
    struct blank blank = {blanks->part, blanks->passage, (uint32_t)start, (uint32_t)end};
    return VEC_PUSH(&doc->arena, &doc->reading.blanks, blank);
}

static bool is_word(uint32_t point) {
    return glyph_digit(point) >= 0 || (point >= 'a' && point <= 'z') ||
           (point >= 'A' && point <= 'Z');
}

/* Characters that stand for something left out; 0 for none. One kind makes a
 * run. */
static int kind_of(uint32_t point) {
    if (point == 'X' || point == 'x' || point == 0xFF38 || point == 0xFF58)
        return 1;
    if (point == 0xD7)
        return 2;
    return point == '_' || point == 0xFF3F ? 3 : 0;
}

/* The end of the run of characters of one kind at byte `at`; their number in
 * `*count`. */
static size_t read_run(struct str text, size_t at, int kind, uint32_t *count) {
    size_t size;
    for (*count = 0; at < text.len && kind_of(utf8_decode(text, at, &size)) == kind; at += size)
        ++*count;
    return at;
}

/* 20XX年, 202X年: the digits before the run, or `start`. */
static size_t year_start(struct str text, size_t start, uint32_t count) {
    size_t digits = 0;
    while (digits < 4 && start > digits && text.ptr[start - digits - 1] >= '0' &&
           text.ptr[start - digits - 1] <= '9')
        digits++;
    bool year = digits >= 2 && digits + count == 4 && text.ptr[start - digits] == '2' &&
                text.ptr[start - digits + 1] == '0';
    return year ? start - digits : start;
}

static size_t glyph_size(struct str text, size_t at) {
    size_t size = 0;
    if (at < text.len)
        utf8_decode(text, at, &size);
    return size;
}

/* The end of `count` Han characters at byte `at`, or of the fewer that stand
 * there. */
static size_t skip_han(struct str text, size_t at, int count) {
    size_t size;
    for (; count > 0 && at < text.len && utf8_is_han(utf8_decode(text, at, &size)); count--)
        at += size;
    return at;
}

/* The end of the noun behind a run, which is shown with it (XX县, ××万元);
 * `at` when none stands there. XX市长 and XX村民 are persons. */
static size_t noun_end(const struct blanks *blanks, enum word_list list, size_t at) {
    struct str text = blanks->passage->text;
    size_t from = glyph_skip(text, at), end = skip_han(text, from, 2);
    if (!lexicon_starts(blanks->lexicon, list, str_slice(text, from, text.len)))
        return at;
    if (!lexicon_is(blanks->lexicon, list, str_slice(text, from, end)))
        end = skip_han(text, from, 1);
    struct str behind = str_slice(text, end, text.len);
    if (str_starts(behind, "长") || str_starts(behind, "民"))
        return at;
    return end > from ? end : from + glyph_size(text, from);
}

/* A run of X, × or _ that stands for a name or a figure. */
static bool read_gap(const struct blanks *blanks, size_t start, size_t *end) {
    struct str text = blanks->passage->text;
    int kind = kind_of(glyph_at(text, start));
    uint32_t count;
    *end = read_run(text, start, kind, &count);
    struct str rest = str_slice(text, glyph_skip(text, *end), text.len);
    size_t first = year_start(text, start, count);
    bool dated = first < start && (str_starts(rest, "年") || str_starts(rest, "〕"));
    uint32_t before = glyph_before(text, start);
    if (!dated && (count < 2 || is_word(before) || is_word(glyph_at(text, *end))))
        return true;
    enum word_list list = kind == 3 ? WORDS_BLANK_UNITS : WORDS_BLANK_NOUNS;
    size_t noun = noun_end(blanks, list, *end);
    return (!dated && noun == *end) || push(blanks, dated ? first : start, noun);
}

/* The bytes of an opening bracket that ends right before byte `at`, its closing
 * one in `*close`; 0 for none. */
static size_t bracket_before(struct str text, size_t at, const char **close) {
    static const char *const pairs[][2] = {{"（", "）"}, {"(", ")"}, {"【", "】"},
                                           {"〔", "〕"}, {"[", "]"}, {"［", "］"}};
    struct str before = str_slice(text, 0, at);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (str_ends(before, pairs[i][0])) {
            *close = pairs[i][1];
            return strlen(pairs[i][0]);
        }
    }
    return 0;
}

/* （此处填写…）, 【请填写】: a bracket that asks for text. In a table the heads
 * and labels may ask for it for ever: there the bracket must be all. */
static bool read_request(const struct blanks *blanks, size_t inner, size_t *end) {
    static const char *const persons[] = {"填写人",   "填写单位", "填写日期",
                                          "填写时间", "填写说明", "填写部门"};
    struct str text = blanks->passage->text, rest = str_slice(text, inner, text.len);
    const char *close = NULL;
    size_t open = bracket_before(text, inner, &close);
    if (open == 0 || !lexicon_starts(blanks->lexicon, WORDS_BLANK_REQUESTS, rest))
        return true;
    for (size_t i = 0; i < sizeof persons / sizeof *persons; i++)
        if (str_starts(rest, persons[i]))
            return true;
    size_t at = str_find(str_slice(rest, 0, REQUEST_BYTES), close, 0);
    if (at == SIZE_MAX)
        return true;
    *end = inner + at + strlen(close);
    struct str whole = str_trim(text);
    bool cell = blanks->passage->at.row != PLACE_NONE;
    bool all = whole.ptr == text.ptr + inner - open && whole.len == *end - inner + open;
    return (cell && !all) || push(blanks, inner - open, *end);
}

/* #REF! and what else a spreadsheet shows. */
static bool read_error(const struct blanks *blanks, size_t start, size_t *end) {
    static const char *const ends[] = {"!", "?", "/A"};
    struct str text = blanks->passage->text, rest = str_slice(text, start, text.len);
    if (!lexicon_starts(blanks->lexicon, WORDS_BLANK_ERRORS, rest))
        return true;
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = str_find(str_slice(rest, 0, 8), ends[i], 0);
        if (at != SIZE_MAX && at + strlen(ends[i]) < first)
            first = at + strlen(ends[i]);
    }
    *end = start + (first == SIZE_MAX ? 1 : first);
    return push(blanks, start, *end);
}

/* A cell with nothing but （450字内）. */
static bool is_note(struct str text) {
    struct str note = str_trim(text);
    bool open = str_starts(note, "（") || str_starts(note, "(");
    bool close = str_ends(note, "）") || str_ends(note, ")");
    size_t at = open && close && note.len <= NOTE_BYTES ? str_find(note, "字", 0) : SIZE_MAX;
    return at != SIZE_MAX && at > 0 && note.ptr[at - 1] >= '0' && note.ptr[at - 1] <= '9';
}

/* What begins at byte `at`, if anything; where to go on in `*end`. */
static bool read_at(const struct blanks *blanks, size_t at, size_t *end) {
    struct str text = blanks->passage->text;
    uint32_t point = glyph_at(text, at);
    if (kind_of(point))
        return read_gap(blanks, at, end);
    if (point == '#')
        return read_error(blanks, at, end);
    /* a request begins behind its bracket */
    static const uint32_t opens[] = {'(', '[', 0xFF08, 0x3010, 0x3014, 0xFF3B};
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++)
        if (point == opens[i]) {
            size_t inner = *end;
            return read_request(blanks, inner, end);
        }
    return true;
}

bool blank_scan(struct doc *doc, const struct lexicon *lexicon, const struct passage *passage,
                uint32_t part, struct err *err) {
    struct blanks blanks = {doc, lexicon, passage, part};
    struct str text = passage->text;
    if (is_note(text) && !push(&blanks, 0, text.len))
        return arena_check(&doc->arena, err);
    if (!may_hold(text))
        return true;
    for (size_t at = 0, end, size; at < text.len; at = end) {
        utf8_decode(text, at, &size);
        end = at + size;
        if (!read_at(&blanks, at, &end))
            return arena_check(&doc->arena, err);
    }
    return true;
}
