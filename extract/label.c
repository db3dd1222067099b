#include "extract/label.h"

#include "base/utf8.h"
#include "model/glyph.h"

enum { LABEL_BYTES = 120, MOST_STRIPS = 6 };

/* In front of a label: words that tie it to what was said before. Longer ones first. */
static const char *const fronts[] = {
    "其中包括", "其中：",   "其中", "主要包括", "包括", "另外", "另有", "以及", "同时", "分别为",
    "分别",     "截至目前", "目前", "现已",     "已经", "及",   "和",   "与",   "并",   "另",
    "即",       "含",       "一是", "二是",     "三是", "四是", "五是", "六是", "七是", "八是",
    "九是",     "十是",     "的",   "（",       "(",    "“",    "”",    "）",   ")",    "》",
    "☑",        "年度",     "年",   "上述",     "-",    "－",   "—",    "~",    "至",   "以上",
};

/* Behind a label: verbs of being, of reaching and of summing up. */
static const char *const backs[] = {
    "分别达到", "分别达", "分别为", "分别是", "分别", "总计为", "共计为", "合计为",
    "达到了",   "达到",   "共计",   "总计",   "合计", "累计",   "总共",   "一共",
    "共有",     "约为",   "均为",   "总额为", "为",   "是",     "达",     "共",
    "约",       "计",     "均",     "有",     "了",   "各",     "仅",     "：",
    ":",        "“",      "\"",     "（",     "(",    "的",     "到",
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

static struct str strip_front(struct str label) {
    if (str_starts(label, "“") && str_has(label, "”"))
        return label; /* the quotes belong to the name */
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
        if (str_starts(label, fronts[i]))
            return trim_blanks(str_slice(label, strlen(fronts[i]), label.len));
    }
    return label;
}

/* Nouns and verbs that end like one of `backs`. */
static bool ends_in_word(struct str label) {
    static const char *const words[] = {
        "下达", "直达", "送达", "表达", "发达", "行为", "作为", "认为", "合计", "总计",
        "共计", "统计", "设计", "审计", "预计", "会计", "估计", "拥有", "所有", "现有",
        "实有", "节约", "合约", "目的", "平均", "公共", "收到", "应到", "实到", "变为"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_ends(label, words[i]) && label.len > strlen(words[i]))
            return true;
    }
    return false;
}

static struct str strip_back(struct str label) {
    if (ends_in_word(label))
        return label;
    for (size_t i = 0; i < sizeof backs / sizeof *backs; i++) {
        if (str_ends(label, backs[i]))
            return trim_blanks(str_slice(label, 0, label.len - strlen(backs[i])));
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
