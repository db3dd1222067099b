#include "extract/label.h"

#include "base/utf8.h"
#include "extract/word.h"
#include "model/glyph.h"
#include "model/numeral.h"

enum { LABEL_BYTES = 120, MOST_STRIPS = 6 };

#define NONE \
    { NULL, 0 }

struct affix {
    struct str text;
    struct str not_beside; /* Han characters that make another word of it, on the label's side */
};

/* In front of a label: words that tie it to what was said before. Longer ones
 * first. */
static const struct affix fronts[] = {
    {STR("其中包括"), NONE},
    {STR("其中："), NONE},
    {STR("其中"), NONE},
    {STR("主要包括"), NONE},
    {STR("包括"), NONE},
    {STR("另外"), NONE},
    {STR("另有"), NONE},
    {STR("以及"), NONE},
    {STR("同时"), NONE},
    {STR("分别为"), NONE},
    {STR("分别"), NONE},
    {STR("截至目前"), NONE},
    {STR("目前"), NONE},
    {STR("现已"), NONE},
    {STR("已经"), NONE},
    {STR("及"), STR("时")},
    {STR("和"), STR("平谐田睦")},
    {STR("与"), NONE},
    {STR("并"), STR("网轨购")},
    {STR("另"), NONE},
    {STR("即"), STR("时")},
    {STR("含"), STR("量")},
    {STR("一是"), NONE},
    {STR("二是"), NONE},
    {STR("三是"), NONE},
    {STR("四是"), NONE},
    {STR("五是"), NONE},
    {STR("六是"), NONE},
    {STR("七是"), NONE},
    {STR("八是"), NONE},
    {STR("九是"), NONE},
    {STR("十是"), NONE},
    {STR("的"), NONE},
    {STR("”"), NONE},
    {STR("）"), NONE},
    {STR(")"), NONE},
    {STR("》"), NONE},
    {STR("☑"), NONE},
    {STR("上述"), NONE},
    {STR("-"), NONE},
    {STR("－"), NONE},
    {STR("—"), NONE},
    {STR("~"), NONE},
    {STR("至"), STR("今")},
    {STR("以上"), NONE},
    {STR("|"), NONE},
};

/* Behind a label: verbs of being, of reaching and of summing up. */
static const struct affix backs[] = {
    {STR("分别达到"), NONE},
    {STR("分别达"), NONE},
    {STR("分别为"), NONE},
    {STR("分别是"), NONE},
    {STR("分别"), NONE},
    {STR("总计为"), NONE},
    {STR("共计为"), NONE},
    {STR("合计为"), NONE},
    {STR("达到了"), NONE},
    {STR("达到"), NONE},
    {STR("共计"), NONE},
    {STR("总计"), NONE},
    {STR("合计"), NONE},
    {STR("累计"), NONE},
    {STR("总共"), NONE},
    {STR("一共"), NONE},
    {STR("共有"), NONE},
    {STR("约为"), NONE},
    {STR("均为"), NONE},
    {STR("总额为"), NONE},
    {STR("为"), STR("行作认变")},
    {STR("是"), NONE},
    {STR("达"), STR("下直送表发")},
    {STR("共"), STR("公")},
    {STR("约"), STR("节合契")},
    {STR("计"), STR("统设审预会估")},
    {STR("均"), STR("平人")},
    {STR("有"), STR("拥所现实国")},
    {STR("了"), NONE},
    {STR("各"), NONE},
    {STR("仅"), NONE},
    {STR("等"), STR("上中高初")},
    {STR("："), NONE},
    {STR(":"), NONE},
    {STR("“"), NONE},
    {STR("\""), NONE},
    {STR("（"), NONE},
    {STR("("), NONE},
    {STR("的"), STR("目")},
    {STR("到"), STR("收应实")},
    {STR("|"), NONE},
    {STR("$"), NONE},
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

/* 其中：基本支出 and 基本支出 name one thing: figures of two
 * sentences are compared by label. But 即时, 和平路 and 并网 begin alike
 * and keep their first character. */
static struct str strip_front(struct str label) {
    uint32_t first = glyph_at(label, 0);
    size_t mark = mark_length(label);
    if (mark > 0)
        return trim_blanks(str_slice(label, mark, label.len));
    /* an opening bracket or quote goes unless it is closed inside: then it
     * belongs to the name */
    if ((first == 0x201C && !str_has(label, "”")) || (first == 0xFF08 && !str_has(label, "）")))
        return trim_blanks(str_slice(label, 3, label.len));
    if (first == '(' && !str_has(label, ")"))
        return trim_blanks(str_slice(label, 1, label.len));
    for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
        size_t len = fronts[i].text.len;
        if (word_starts(label, fronts[i].text) && !word_has_han(fronts[i].not_beside, label, len))
            return trim_blanks(str_slice(label, len, label.len));
    }
    return label;
}

/* 支出共计为 9 万元 is named 支出; 合计 9 万元 is named 合计, as
 * nothing is left of it otherwise. */
static struct str strip_back(struct str label) {
    for (size_t i = 0; i < sizeof backs / sizeof *backs; i++) {
        if (!word_ends(label, backs[i].text))
            continue;
        size_t len = label.len - backs[i].text.len;
        if (len >= 3 && word_has_han(backs[i].not_beside, label, len - 3))
            continue;
        if (len == 0 && str_is(label, "合计"))
            return label; /* alone it is a name */
        return trim_blanks(str_slice(label, 0, len));
    }
    return label;
}

/* Words come in rows (其中：一是已经…): a bounded number of turns, so
 * that a line of a thousand 的 stays linear. */
static struct str strip(struct str label) {
    for (int turn = 0; turn < MOST_STRIPS; turn++) {
        struct str shorter = strip_back(strip_front(label));
        if (shorter.len == label.len)
            break;
        label = shorter;
    }
    return label;
}

/* Start of the clause that ends at byte `at`: behind the last break, bracketed
 * asides passed over. */
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
        /* "预算资金：100万元", "合计（100万元": the clause before
         * names it */
        uint32_t point = glyph_before(text, start);
        if (point != ':' && point != 0xFF1A && point != '(' && point != 0xFF08)
            return label;
        end = glyph_skip_back(text, utf8_before(text, start));
    }
    return (struct str){0};
}
