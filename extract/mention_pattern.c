#include "extract/mention_pattern.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"
#include "extract/label.h"
#include "model/glyph.h"
#include "model/numeral.h"

#define D "[0-9０-９]"
#define B "[\\x{20}\\x{A0}\\x{3000}]*+" /* blanks */
#define YEAR "(?:19|20|１９|２０)" D D
#define MONEY "(?:[十百千万亿]{0,2}元|[%％])"
#define LATIN_UNIT "(?:[KkCcMm]?m[23²³]?|kg|kW|M2)(?![A-Za-z])"
#define SIGNS "[-+－−–＋△▲\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]"

/* The alternatives are sorted by the character they begin with, so that at each
 * place of a text only a few are tried. One group each says which of them took
 * part: see `found_by_group`. */
static const char *const pieces[] = {
    "\\G(?:",
    /* 1: l00.OO万元, 1O0元 */
    "(?<![A-Za-z0-9.,]) (?=[0-9lIoO]) (?=[lIoO.,]*+[0-9])",
    "  ([0-9.,]*+[lIoO][0-9lIoO.,]*+) (?=" B MONEY ")",

    /* 2: at the start of a line, list marks, section numbers and page numbers:
     * 2. 概况, （1）, 1.2.3 评价, - 15 - */
    "| (?<![^\\n]) " B "(?=[0-9０-９（(－—-]) (",
    "    " D "{1,2}" B "(?:、|[.．](?:[\\x{20}\\x{3000}]++|(?!" D "))|[)）])",
    "  | [（(]" B D "{1,2}" B "[)）] (?!" B "[千万亿元%％])",
    "  | " D "{1,2} (?:\\." D "{1,2}){2,}+ (?!" D ")",
    "  | " D "\\." D "{1,2} (?=[\\x{20}\\x{3000}]++ (?:\\p{Han}|" D "))",
    "    (?!" B "[%％‰元百千万亿个项分亩人户平公米套])",
    "  | [-－—]" B D "{1,4}" B "[-－—]" B "(?=$|\\n)",
    "  )",

    /* from here on, at a digit */
    "| (?=" D ") (?:",
    /* 3 */
    "  (",
    /* 第35次, 第3-5条 */
    "    (?<=第|第\\x{20}|第\\x{3000}) " D "++ (?:[-—~至、]" D "++)*+",
    /* 目标1：, 附件3-1, 表2 */
    "  | (?<=目标|指标|任务|问题|标准|事项|内容|措施|案例|方案|序号|阶段",
    "    |专栏|项目|类别|方面) " D,
    "    {1,2} (?:[-.—]" D "{1,2})*+ (?=" B "(?:[：:]|[、.．）)](?!" B D ")))",
    "  | (?<=附件|附表|附图|附件\\x{20}) " D "{1,3} (?:[-—.]" D "{1,2})*+",
    "  | (?<=^[表图注]|[\\s（(见如][表图注]) " D "{1,2} (?:[-—.]" D "{1,2})*+",
    /* ；2、负责: a mark within the line */
    "  | (?<=[。；;：:\\s，,]) " D "{1,2}" B "(?:、(?!" B D ")|[.．)）](?=" B "\\p{Han}))",
    /* telephones */
    "  | (?<!" D ") (?:0" D "{2,3} [-－—] " D "{7,8} (?!" D ")",
    "    |(?<![.,]) 1[3-9]" D "{9} (?![0-9.,]|" B "[千万亿元]))",
    "  | " D "++ (?:[.．·・]" D "++)*+ (?:",
    /* 5G, 1e999, 0x1F */
    "      (?=[A-Za-z]) (?!" LATIN_UNIT ") [-A-Za-z0-9+.]++",
    /* 8.10台风 */
    "    | (?<=[.·・]" D "|[.·・]" D D ")",
    "      (?=台风|事故|事件|案件|专案|洪灾|特大|地震|暴雨|水灾|火灾",
    "      |行动|晚会)",
    /* 10号, 2020.8.1#, 450字, 3季度, 2.0版, 2分之1 */
    "    | " B "(?: 号(?!召) | [\\#＃字版] | 季度 | 分之 " D "++",
    /* 70:30, 8时30分, 3/5, 3*1.8*2 */
    "      | [:：∶]" B D "++ (?:\\." D "++)?+ (?:[:：]" D "++)*+",
    "      | [时点]" B D "{1,2}" B "分(?!值)",
    "      | [/／]" B D "++ (?:\\." D "++)?+ (?![年月/])",
    "      | [%％]?+ (?:" B "[*×✕xX]" B D "[0-9.]*+ [%％]?+)++ ) )",
    "  )",
    /* 4: 5-万元 */
    "  | (?<!" D ") (" D "++) (?= [-－] [万亿千]?元)",
    /* 5: 2019-2025 */
    "  | (" YEAR ") (?= [-－–—~～至]" YEAR,
    "    (?:年|(?!" D "|\\.|" B "[%％元万亿个项人户亩])))",
    /* any other number */
    "  | " D ")",

    /* 6: grades; 7: 百分之; 8: numerals */
    "| (优秀|优良|优|良好|良|中等|中|一般|较差|差|合格|基本合格|不合格)",
    "  (?=[\\s”\"’」』》）)。，；、,;.]|等次|等级|档|$)",
    "| ([百千万]分之)",
    "| ([一二两三四五六七八九十〇零壹贰叁肆伍陆柒捌玖拾])",

    /* 9: 〔2020〕10号, 【2021】6号, (2022)第0011号, [2019], ；（2）,
     * “7·20” */
    "| (?=[〔【\\[［（(“\"'‘]) (?: (",
    "    [〔【\\[［（(]" B YEAR B "[〕】\\]］）)]" B "第?" B D "++" B "号",
    "  | [〔【\\[［]" B YEAR B "[〕】\\]］]",
    "  | (?<=[。；;：:，,]) [（(]" B D "{1,2}" B "[)）] (?!" B "[千万亿元%％])",
    "  | [“\"'‘] " D "{1,2} [.·・] " D "{1,2} [”\"'’]",
    "  )",
    /* 10: 〔20202185000万元 */
    "  | [〔【\\[［]" B "(" YEAR D "{4,}+) )",

    /* 11: models and codes: P1.5LED, M-171, PM2.5 */
    "| ((?<![A-Za-z]) (?!RMB|CNY) [A-Za-zΦφ№]++ [-－.‐/]?+ " D "[0-9.]*+ [A-Za-z]*+)",
    /* 12: -1e5 */
    "| (" SIGNS "{1,4}+ " D "[0-9.]*+ (?!" LATIN_UNIT ") [A-Za-z] [-A-Za-z0-9+.]*+)",
    /* a number behind signs or a point, or in digits of other scripts */
    "| " SIGNS "{0,4}+ [.．]?+ [0-9０-９٠-٩۰-۹०-९\\x{1D7CE}-\\x{1D7FF}]",
    ")",
    NULL,
};

static const enum mention_found found_by_group[] = {
    FOUND_NUMBER, /* no group */
    FOUND_DOUBTFUL, FOUND_NONE,    FOUND_NONE, FOUND_DOUBTFUL, FOUND_YEAR, FOUND_GRADE,
    FOUND_PER,      FOUND_NUMERAL, FOUND_NONE, FOUND_DOUBTFUL, FOUND_NONE, FOUND_NONE,
};

struct pattern *mention_pattern_compile(struct err *err) {
    char regex[8192];
    size_t len = 0;
    for (size_t i = 0; pieces[i]; i++) {
        size_t size = strlen(pieces[i]);
        assert(len + size < sizeof regex);
        memcpy(regex + len, pieces[i], size);
        len += size;
    }
    regex[len] = '\0';
    return pattern_compile(regex, err);
}

/* Every character below U+10000 that a match can begin with, except at the
 * start of a line. */
static const char starters[] = "0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩"
                               "۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९"
                               "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZΦφ№.．"
                               "〔【[［（(“\"'‘-+－−–＋△▲"
                               "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
                               "优良中一较差合基不百千万二两三四五六七八九十"
                               "〇零壹贰叁肆伍陆柒捌玖拾";

struct str mention_pattern_starters(void) {
    return (struct str){starters, sizeof starters - 1};
}

enum mention_found mention_pattern_found(const struct match *match, size_t *start, size_t *end) {
    size_t group = 1, count = sizeof found_by_group / sizeof *found_by_group;
    while (group < count && match->start[group] == SIZE_MAX)
        group++;
    if (group == count)
        group = 0;
    *start = match->start[group];
    *end = match->end[group];
    return found_by_group[group];
}

/* Lists of a few words, walked only where a grade or numeral stands. */
static bool ends_with_one_of(struct str text, const char *const *words) {
    for (; *words; words++) {
        if (str_ends(text, *words))
            return true;
    }
    return false;
}

/* Drops blanks and opening quotes at the end. */
static struct str drop_quotes(struct str text) {
    static const char *const quotes[] = {"“", "\"", "‘", "'", "「", "『", "《", NULL};
    for (;;) {
        size_t len = glyph_skip_back(text, text.len);
        text.len = len;
        if (!ends_with_one_of(text, quotes))
            return text;
        text.len = utf8_before(text, len);
    }
}

/* 优、良、中、差: the scale, not a grade. */
static bool is_scale(struct str text, size_t end) {
    static const char *const quotes[] = {"”", "\"", "’", "'"};
    static const char *const grades[] = {
        "优", "良", "中", "差", "较差", "一般", "合格", "不合格",
    };
    for (size_t i = 0; i < 4; i++) {
        if (str_starts(str_slice(text, end, text.len), quotes[i]))
            end += strlen(quotes[i]);
    }
    struct str rest = str_slice(text, end, text.len);
    if (!str_starts(rest, "、") && !str_starts(rest, "/"))
        return false;
    rest = str_slice(rest, rest.ptr[0] == '/' ? 1 : 3, rest.len);
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++) {
        if (str_starts(rest, grades[i]) || (rest.len > 3 && str_starts(rest, "“")))
            return true;
    }
    return false;
}

bool mention_grade_fits(struct str text, size_t from, size_t start, size_t end) {
    /* clang-format off */
    static const char *const verbs[] = {"为", "是", "：", ":", NULL};
    static const char *const named[] = {"等级", "等次", "评级", "档次", "级别", NULL};
    static const char *const stated[] = {
        "等级", "等次", "评级", "档次", "级别", "结论", "结果", "评价", "考核",
        "评定", "自评", "评估", "评", "定级", "定", "认定", "列", "等级均",
        "等次均", "结果均", NULL,
    };
    static const char *const other[] = {
        "验收结果", "检查结果", "检测结果", "抽检结果",
        "规定", "质量评定", "检验结果", NULL,
    };
    /* clang-format on */
    struct str before = drop_quotes(str_slice(text, from, start));
    if (is_scale(text, end))
        return false;
    if (!ends_with_one_of(before, verbs))
        return ends_with_one_of(before, named);
    before.len = utf8_before(before, before.len);
    before.len = glyph_skip_back(before, before.len);
    return ends_with_one_of(before, stated) && !ends_with_one_of(before, other);
}

static bool is_one_of(struct str text, const char *const *words) {
    for (; *words; words++) {
        if (str_is(text, *words))
            return true;
    }
    return false;
}

bool mention_numeral_fits(struct str text, size_t at, size_t len, const struct unit *unit,
                          size_t end) {
    /* clang-format off */
    /* these follow a numeral as a name or an idiom more often than as a
     * count: 三级, 一期, 二类, 十所 */
    static const char *const names[] = {
        "级", "期", "类", "部", "组", "所", "方", "升", "头", "架",
        "口", "根", "支", "米", "眼", "位", "本", "圆", NULL,
    };
    static const char *const idioms[] = {
        "二次", "四处", "四起", "八起", "十分", "百分", NULL,
    };
    /* 第三, 上一: an order, not a count */
    static const char *const ordinals[] = {
        "第", "初", "周", "期", "同", "统", "唯", "某", "任", "这", "那",
        "哪", "另", "其", "上", "下", "廿", "卅", NULL,
    };
    /* 八项规定, 三个代表: campaigns that every report cites */
    static const char *const slogans[] = {
        "规定", "代表", "意识", "自信", "维护", "确立", "全面", "责任",
        "不准", "文明", "务必", "必须", NULL,
    };
    /* clang-format on */
    struct str numeral = str_slice(text, at, at + len), rest = str_slice(text, end, text.len);
    bool single = len <= 3;
    struct str before = str_slice(text, 0, at);
    if (ends_with_one_of(before, ordinals) && !str_ends(before, "以下"))
        return false;
    for (size_t i = 0; slogans[i]; i++) {
        if (str_starts(rest, slogans[i]))
            return false;
    }
    if (str_is(numeral, "一"))
        return unit->kind == MENTION_RATE;
    if (is_one_of(str_slice(text, at, end), idioms))
        return false;
    if (single && (unit->kind == MENTION_SCORE || (unit->kind == MENTION_AMOUNT && !unit->power)))
        return false;
    return !is_one_of(unit->base, names);
}
