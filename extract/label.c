#include "extract/label.h"

#include "base/utf8.h"
#include "model/glyph.h"
#include "model/numeral.h"

enum { LABEL_BYTES = 120, MOST_STRIPS = 6 };

struct affix {
    const char *text;
    const char *not_beside; /* a character that makes another word of it, on the label's side */
};

/* In front of a label: words that tie it to what was said before. Longer ones first. */
static const struct affix fronts[] = {
    {"其中包括", NULL}, {"其中：", NULL},   {"其中", NULL}, {"主要包括", NULL}, {"包括", NULL},
    {"另外", NULL},     {"另有", NULL},     {"以及", NULL}, {"同时", NULL},     {"分别为", NULL},
    {"分别", NULL},     {"截至目前", NULL}, {"目前", NULL}, {"现已", NULL},     {"已经", NULL},
    {"及", "时"},       {"和", "平谐田睦"}, {"与", NULL},   {"并", "网轨购"},   {"另", NULL},
    {"即", "时"},       {"含", "量"},       {"一是", NULL}, {"二是", NULL},     {"三是", NULL},
    {"四是", NULL},     {"五是", NULL},     {"六是", NULL}, {"七是", NULL},     {"八是", NULL},
    {"九是", NULL},     {"十是", NULL},     {"的", NULL},   {"”", NULL},        {"）", NULL},
    {")", NULL},        {"》", NULL},       {"☑", NULL},    {"上述", NULL},     {"-", NULL},
    {"－", NULL},       {"—", NULL},        {"~", NULL},    {"至", "今"},       {"以上", NULL},
    {"|", NULL},
};

/* Behind a label: verbs of being, of reaching and of summing up. */
static const struct affix backs[] = {
    {"分别达到", NULL},   {"分别达", NULL},
    {"分别为", NULL},     {"分别是", NULL},
    {"分别", NULL},       {"总计为", NULL},
    {"共计为", NULL},     {"合计为", NULL},
    {"达到了", NULL},     {"达到", NULL},
    {"共计", NULL},       {"总计", NULL},
    {"合计", NULL},       {"累计", NULL},
    {"总共", NULL},       {"一共", NULL},
    {"共有", NULL},       {"约为", NULL},
    {"均为", NULL},       {"总额为", NULL},
    {"为", "行作认变"},   {"是", NULL},
    {"达", "下直送表发"}, {"共", "公"},
    {"约", "节合契"},     {"计", "统设审预会估"},
    {"均", "平人"},       {"有", "拥所现实国"},
    {"了", NULL},         {"各", NULL},
    {"仅", NULL},         {"等", "上中高初"},
    {"：", NULL},         {":", NULL},
    {"“", NULL},          {"\"", NULL},
    {"（", NULL},         {"(", NULL},
    {"的", "目"},         {"到", "收应实"},
    {"|", NULL},          {"$", NULL},
};

bool label_is_break(uint32_t point) {
    switch (point) {
    case 0xFF0C: /* ， */
    case 0xFF1B: /* ； */
    case 0x3002: /* 。 */
    case 0x3001: /* 、 */
    case 0xFF1A: /* ： */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '\n':
    case '\t':
        return true;
    default:
        return false;
    }
}

static struct str trim_blanks(struct str label) {
    size_t start = glyph_skip(label, 0);
    return str_slice(label, start, glyph_skip_back(label, label.len));
}

/* Whether one of the characters of `set`, three bytes each, begins at `text`. */
static bool is_one_of(const char *set, struct str text) {
    for (; set && *set && text.len >= 3; set += 3) {
        if (memcmp(set, text.ptr, 3) == 0)
            return true;
    }
    return false;
}

/* （一）, 2. or 三、 in front of a label; its length in bytes. */
static size_t mark_length(struct str label) {
    uint32_t open = glyph_at(label, 0);
    bool bracket = open == '(' || open == 0xFF08;
    size_t at = bracket ? (open == '(' ? 1 : 3) : 0, start = at, size;
    for (int count = 0; at < label.len && count < 3; count++, at += size) {
        uint32_t point = utf8_decode(label, at, &size);
        if (glyph_digit(point) < 0 && numeral_digit(point) < 0 && point != 0x5341)
            break;
    }
    uint32_t close = glyph_at(label, at);
    bool closed =
        close == ')' || close == 0xFF09 || (!bracket && (close == '.' || close == 0xFF0E));
    return at > start && closed ? at + (close < 0x80 ? 1 : 3) : 0;
}

static struct str strip_front(struct str label) {
    uint32_t first = glyph_at(label, 0);
    size_t mark = mark_length(label);
    if (mark > 0)
        return trim_blanks(str_slice(label, mark, label.len));
    /* an opening bracket or quote goes unless it is closed inside: then it belongs to the name */
    if ((first == 0x201C && !str_has(label, "”")) || (first == 0xFF08 && !str_has(label, "）")))
        return trim_blanks(str_slice(label, 3, label.len));
    if (first == '(' && !str_has(label, ")"))
        return trim_blanks(str_slice(label, 1, label.len));
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
        struct str rest = str_slice(label, strlen(fronts[i].text), label.len);
        if (str_starts(label, fronts[i].text) && !is_one_of(fronts[i].not_beside, rest))
            return trim_blanks(rest);
    }
    return label;
}

static struct str strip_back(struct str label) {
    for (size_t i = 0; i < sizeof backs / sizeof *backs; i++) {
        if (!str_ends(label, backs[i].text))
            continue;
        struct str rest = str_slice(label, 0, label.len - strlen(backs[i].text));
        struct str last = rest.len >= 3 ? str_slice(rest, rest.len - 3, rest.len) : (struct str){0};
        if (is_one_of(backs[i].not_beside, last))
            continue;
        if (rest.len == 0 && str_starts(label, "合计"))
            return label; /* alone it is a name */
        return trim_blanks(rest);
    }
    return label;
}

static struct str strip(struct str label) {
    for (int turn = 0; turn < MOST_STRIPS; turn++) {
        struct str shorter = strip_back(strip_front(label));
        if (shorter.len == label.len)
            break;
        label = shorter;
    }
    return label;
}

/* Start of the clause that ends at byte `at`: behind the last break, bracketed asides passed over. */
static size_t clause_start(struct str text, size_t from, size_t at) {
    size_t depth = 0, size;
    while (at > from) {
        size_t before = utf8_before(text, at);
        uint32_t point = utf8_decode(text, before, &size);
        if (point == ')' || point == 0xFF09)
            depth++;
        else if (point == '(' || point == 0xFF08) {
            if (depth == 0)
                return at;
            depth--;
        } else if (depth == 0 && label_is_break(point))
            return at;
        at = before;
    }
    return at;
}

struct str label_before(struct str text, size_t from, size_t at) {
    size_t floor = at > LABEL_BYTES ? at - LABEL_BYTES : 0;
    while (floor < at && ((unsigned char)text.ptr[floor] & 0xC0) == 0x80)
        floor++;
    if (floor < from)
        floor = from;
    size_t end = glyph_skip_back(text, at);
    for (int turn = 0; turn < 2 && end > floor; turn++) {
        size_t start = clause_start(text, floor, end);
        struct str label = strip(trim_blanks(str_slice(text, start, end)));
        if (label.len > 0 || start <= floor)
            return label;
        /* "预算资金：100万元", "合计（100万元": the clause before names it */
        uint32_t point = glyph_before(text, start);
        if (point != ':' && point != 0xFF1A && point != '(' && point != 0xFF08)
            return label;
        end = glyph_skip_back(text, utf8_before(text, start));
    }
    return (struct str){0};
}
