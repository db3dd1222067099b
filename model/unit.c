#include "model/unit.h"

#include <stdint.h>

#include "base/utf8.h"

struct noun {
    struct str name;
    struct str not_before; /* Han characters that make another word of it */
    struct str base;       /* empty: the name itself */
    enum mention_kind kind;
    int power;
};

enum { HAN_BYTES = 3 }; /* of a Han character in UTF-8 */

#define NONE \
    { NULL, 0 }
#define AMOUNT MENTION_AMOUNT
#define RATE MENTION_RATE
#define COUNT MENTION_COUNT
#define AREA MENTION_AREA
#define LENGTH MENTION_LENGTH
#define OTHER MENTION_OTHER

/* In the order of their bytes, in which read_noun finds them. */
static const struct noun nouns[] = {
    {STR("%"), NONE, NONE, RATE, 0},
    {STR("KM"), NONE, STR("米"), LENGTH, 3},
    {STR("Km"), NONE, STR("米"), LENGTH, 3},
    {STR("M2"), NONE, STR("平方米"), AREA, 0},
    {STR("cm"), NONE, STR("米"), LENGTH, -2},
    {STR("kW"), NONE, STR("千瓦"), OTHER, 0},
    {STR("kg"), NONE, STR("千克"), OTHER, 0},
    {STR("km"), NONE, STR("米"), LENGTH, 3},
    {STR("km2"), NONE, STR("平方米"), AREA, 6},
    {STR("km²"), NONE, STR("平方米"), AREA, 6},
    {STR("m"), NONE, STR("米"), LENGTH, 0},
    {STR("m2"), NONE, STR("平方米"), AREA, 0},
    {STR("m3"), NONE, STR("立方米"), OTHER, 0},
    {STR("mm"), NONE, STR("米"), LENGTH, -3},
    {STR("m²"), NONE, STR("平方米"), AREA, 0},
    {STR("m³"), NONE, STR("立方米"), OTHER, 0},
    {STR("‰"), NONE, STR("%"), RATE, -1},
    {STR("‱"), NONE, STR("%"), RATE, -2},
    {STR("℃"), NONE, NONE, OTHER, 0},
    {STR("㎡"), NONE, STR("平方米"), AREA, 0},
    {STR("个"), NONE, NONE, COUNT, 0},
    {STR("个千分点"), NONE, STR("%"), RATE, -1},
    {STR("个工作日"), NONE, NONE, OTHER, 0},
    {STR("个月"), NONE, NONE, OTHER, 0},
    {STR("个百分点"), NONE, STR("%"), RATE, 0},
    {STR("亩"), NONE, NONE, AREA, 0},
    {STR("亩次"), NONE, NONE, AREA, 0},
    {STR("人"), STR("均民力才"), NONE, COUNT, 0},
    {STR("人份"), NONE, NONE, COUNT, 0},
    {STR("人次"), NONE, NONE, COUNT, 0},
    {STR("件"), NONE, NONE, COUNT, 0},
    {STR("件次"), NONE, NONE, COUNT, 0},
    {STR("份"), STR("额"), NONE, COUNT, 0},
    {STR("位"), STR("于置"), NONE, COUNT, 0},
    {STR("例"), STR("如会"), NONE, COUNT, 0},
    {STR("個"), NONE, STR("个"), COUNT, 0},
    {STR("個百分點"), NONE, STR("%"), RATE, 0},
    {STR("倍"), NONE, NONE, OTHER, 0},
    {STR("元"), STR("月旦宵素件器"), NONE, AMOUNT, 0},
    {STR("兆瓦"), NONE, STR("千瓦"), OTHER, 3},
    {STR("克"), NONE, NONE, OTHER, 0},
    {STR("公斤"), NONE, STR("千克"), OTHER, 0},
    {STR("公里"), NONE, STR("米"), LENGTH, 3},
    {STR("公頃"), NONE, STR("公顷"), AREA, 0},
    {STR("公顷"), NONE, NONE, AREA, 0},
    {STR("册"), NONE, NONE, COUNT, 0},
    {STR("分"), STR("之局公管析布类级配散店支厂别"), NONE, MENTION_SCORE, 0},
    {STR("分米"), NONE, STR("米"), LENGTH, -1},
    {STR("分钟"), NONE, NONE, OTHER, 0},
    {STR("千伏"), NONE, NONE, OTHER, 0},
    {STR("千克"), NONE, NONE, OTHER, 0},
    {STR("千分点"), NONE, STR("%"), RATE, -1},
    {STR("千瓦"), NONE, NONE, OTHER, 0},
    {STR("千瓦时"), NONE, NONE, OTHER, 0},
    {STR("千米"), NONE, STR("米"), LENGTH, 3},
    {STR("升"), STR("级至到"), NONE, OTHER, 0},
    {STR("厘米"), NONE, STR("米"), LENGTH, -2},
    {STR("口"), STR("径岸"), NONE, COUNT, 0},
    {STR("只"), STR("有是能要"), NONE, COUNT, 0},
    {STR("台"), STR("风阶湾账"), NONE, COUNT, 0},
    {STR("台套"), NONE, NONE, COUNT, 0},
    {STR("台次"), NONE, NONE, COUNT, 0},
    {STR("名"), STR("称单录义"), NONE, COUNT, 0},
    {STR("吨"), NONE, NONE, OTHER, 0},
    {STR("噸"), NONE, STR("吨"), OTHER, 0},
    {STR("圆"), NONE, STR("元"), AMOUNT, 0},
    {STR("场"), STR("地所景馆"), NONE, COUNT, 0},
    {STR("场次"), NONE, NONE, COUNT, 0},
    {STR("块"), STR("链"), NONE, COUNT, 0},
    {STR("場"), NONE, STR("场"), COUNT, 0},
    {STR("处"), STR("理罚置于分"), NONE, COUNT, 0},
    {STR("大类"), STR("别"), NONE, COUNT, 0},
    {STR("大项"), NONE, NONE, COUNT, 0},
    {STR("天"), STR("然津气"), NONE, OTHER, 0},
    {STR("头"), STR("部"), NONE, COUNT, 0},
    {STR("头只"), NONE, NONE, COUNT, 0},
    {STR("头次"), NONE, NONE, COUNT, 0},
    {STR("套"), STR("餐取"), NONE, COUNT, 0},
    {STR("学时"), NONE, NONE, OTHER, 0},
    {STR("宗"), STR("旨教"), NONE, COUNT, 0},
    {STR("家"), STR("庭具"), NONE, COUNT, 0},
    {STR("家次"), NONE, NONE, COUNT, 0},
    {STR("小时"), NONE, NONE, OTHER, 0},
    {STR("尾"), STR("款数气"), NONE, COUNT, 0},
    {STR("工作日"), NONE, STR("个工作日"), OTHER, 0},
    {STR("幅"), STR("度"), NONE, COUNT, 0},
    {STR("幢"), NONE, NONE, COUNT, 0},
    {STR("平方"), NONE, STR("平方米"), AREA, 0},
    {STR("平方公里"), NONE, STR("平方米"), AREA, 6},
    {STR("平方千米"), NONE, STR("平方米"), AREA, 6},
    {STR("平方米"), NONE, NONE, AREA, 0},
    {STR("平米"), NONE, STR("平方米"), AREA, 0},
    {STR("年"), STR("初末底度终"), NONE, OTHER, 0},
    {STR("座"), STR("位谈"), NONE, COUNT, 0},
    {STR("延米"), NONE, NONE, LENGTH, 0},
    {STR("张"), STR("家"), NONE, COUNT, 0},
    {STR("张床位"), NONE, STR("张"), COUNT, 0},
    {STR("張"), NONE, STR("张"), COUNT, 0},
    {STR("戶"), NONE, STR("户"), COUNT, 0},
    {STR("户"), STR("籍均口"), NONE, COUNT, 0},
    {STR("户次"), NONE, NONE, COUNT, 0},
    {STR("所"), STR("以有在属需得"), NONE, COUNT, 0},
    {STR("批"), STR("复准发示"), NONE, COUNT, 0},
    {STR("批次"), NONE, NONE, COUNT, 0},
    {STR("支"), STR("出付持撑部"), NONE, COUNT, 0},
    {STR("斤"), NONE, NONE, OTHER, 0},
    {STR("方"), STR("面案式法向便可"), STR("立方米"), OTHER, 0},
    {STR("日元"), NONE, NONE, OTHER, 0},
    {STR("期"), STR("间限末初内望"), NONE, COUNT, 0},
    {STR("本"), STR("级年次部市县着报项单身人地来质月局所"), NONE, COUNT, 0},
    {STR("条"), STR("例件款约"), NONE, COUNT, 0},
    {STR("枚"), NONE, NONE, COUNT, 0},
    {STR("架"), STR("构设"), NONE, COUNT, 0},
    {STR("架次"), NONE, NONE, COUNT, 0},
    {STR("标段"), NONE, NONE, COUNT, 0},
    {STR("栋"), NONE, NONE, COUNT, 0},
    {STR("株"), STR("洲"), NONE, COUNT, 0},
    {STR("根"), STR("据本"), NONE, COUNT, 0},
    {STR("條"), STR("例件款"), STR("条"), COUNT, 0},
    {STR("棵"), NONE, NONE, COUNT, 0},
    {STR("次"), STR("数要年日"), NONE, COUNT, 0},
    {STR("欧元"), NONE, NONE, OTHER, 0},
    {STR("毫米"), NONE, STR("米"), LENGTH, -3},
    {STR("港元"), NONE, NONE, OTHER, 0},
    {STR("港币"), NONE, STR("港元"), OTHER, 0},
    {STR("点"), STR("钟半整多位击心面名儿"), NONE, COUNT, 0},
    {STR("班次"), NONE, NONE, COUNT, 0},
    {STR("瓶"), NONE, NONE, COUNT, 0},
    {STR("畝"), NONE, STR("亩"), AREA, 0},
    {STR("百分比"), NONE, STR("%"), RATE, 0},
    {STR("百分点"), NONE, STR("%"), RATE, 0},
    {STR("盏"), NONE, NONE, COUNT, 0},
    {STR("眼"), STR("下前"), NONE, COUNT, 0},
    {STR("种"), STR("植子养"), NONE, COUNT, 0},
    {STR("秒"), NONE, NONE, OTHER, 0},
    {STR("立方"), NONE, STR("立方米"), OTHER, 0},
    {STR("立方米"), NONE, NONE, OTHER, 0},
    {STR("笔"), STR("试记"), NONE, COUNT, 0},
    {STR("箱"), NONE, NONE, COUNT, 0},
    {STR("篇"), NONE, NONE, COUNT, 0},
    {STR("米"), NONE, NONE, LENGTH, 0},
    {STR("类"), STR("型别似"), NONE, COUNT, 0},
    {STR("级"), STR("别"), NONE, OTHER, 0},
    {STR("组"), STR("织成建"), NONE, COUNT, 0},
    {STR("美元"), NONE, NONE, OTHER, 0},
    {STR("羽"), STR("毛"), NONE, COUNT, 0},
    {STR("臺"), NONE, STR("台"), COUNT, 0},
    {STR("艘"), NONE, NONE, COUNT, 0},
    {STR("英镑"), NONE, NONE, OTHER, 0},
    {STR("處"), STR("理罰置"), STR("处"), COUNT, 0},
    {STR("袋"), NONE, NONE, COUNT, 0},
    {STR("课时"), NONE, NONE, OTHER, 0},
    {STR("起"), STR("至诉始草步止到"), NONE, COUNT, 0},
    {STR("輛"), NONE, STR("辆"), COUNT, 0},
    {STR("车次"), NONE, NONE, COUNT, 0},
    {STR("辆"), NONE, NONE, COUNT, 0},
    {STR("辆次"), NONE, NONE, COUNT, 0},
    {STR("部"), STR("门分署队委长"), NONE, COUNT, 0},
    {STR("间"), STR("接断隔伐"), NONE, COUNT, 0},
    {STR("項"), NONE, STR("项"), COUNT, 0},
    {STR("项"), NONE, NONE, COUNT, 0},
    {STR("﹪"), NONE, STR("%"), RATE, 0},
    {STR("％"), NONE, STR("%"), RATE, 0},
};

/* Longest first, so that 百万 is not read as 百. */
static const struct magnitude {
    struct str name;
    int power;
} magnitudes[] = {
    {STR("万亿"), 12},
    {STR("千亿"), 11},
    {STR("百亿"), 10},
    /* of 万 and 亿 */
    {STR("十亿"), 9},
    {STR("千万"), 7},
    {STR("百万"), 6},
    {STR("十万"), 5},
    /* a single character */
    {STR("百"), 2},
    {STR("千"), 3},
    {STR("万"), 4},
    {STR("萬"), 4},
    {STR("亿"), 8},
    {STR("億"), 8},
};

enum { NOUNS = sizeof nouns / sizeof *nouns };

static bool stands_at(struct str text, size_t at, struct str word) {
    /* the last byte first: Han characters share their first one with a sixth of
     * all others */
    return text.len - at >= word.len && text.ptr[at + word.len - 1] == word.ptr[word.len - 1] &&
           memcmp(text.ptr + at, word.ptr, word.len) == 0;
}

/* m before a letter is a word (max), m2 before a digit may be another unit
 * (m23). */
static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Whether the word that ends at byte `at` is `noun` and not the beginning of
 * another. */
static bool ends_well(struct str text, size_t at, const struct noun *noun) {
    if (at >= text.len)
        return true;
    if (is_letter(noun->name.ptr[0]) && is_letter(text.ptr[at]))
        return false;
    for (size_t i = 0; i < noun->not_before.len && text.len - at >= HAN_BYTES; i += HAN_BYTES) {
        if (memcmp(noun->not_before.ptr + i, text.ptr + at, HAN_BYTES) == 0)
            return false;
    }
    return true;
}

/* The first noun that begins with `head`, or what would stand behind it. */
static size_t first_noun(struct str head) {
    size_t low = 0, high = NOUNS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (str_cmp(nouns[middle].name, head) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The longest noun wins: 平方公里 before 平方, 个百分点 before
 * 个. Those that begin with the same character stand together. */
static size_t read_noun(struct str text, size_t at, struct unit *out) {
    const struct noun *longest = NULL;
    char first = at < text.len ? text.ptr[at] : '\0';
    bool ascii = ((unsigned char)first & 0x80) == 0;
    if (ascii && first != '%' && !is_letter(first))
        return 0; /* a blank, a stop, the end: nothing to look up */
    struct str head = str_slice(text, at, at + (ascii ? 1 : HAN_BYTES));
    for (size_t i = first_noun(head); i < NOUNS && stands_at(nouns[i].name, 0, head); i++) {
        const struct noun *noun = &nouns[i];
        if (stands_at(text, at, noun->name) && (!longest || noun->name.len > longest->name.len) &&
            ends_well(text, at + noun->name.len, noun))
            longest = noun;
    }
    if (!longest)
        return 0;
    struct str base = longest->base.len ? longest->base : longest->name;
    *out = (struct unit){longest->kind, longest->power, base, false};
    return longest->name.len;
}

/* 亿 before 元 and 亿 alone look alike here; unit_read decides by what
 * follows. */
size_t unit_magnitude(struct str text, size_t at, int *power) {
    for (size_t i = 0; at < text.len && i < sizeof magnitudes / sizeof *magnitudes; i++) {
        if (stands_at(text, at, magnitudes[i].name)) {
            *power = magnitudes[i].power;
            return magnitudes[i].name.len;
        }
    }
    return 0;
}

/* What stands between the slashes of a compound may carry a figure:
 * 次/10万公顷. */
static size_t skip_figure(struct str text, size_t at) {
    int power;
    while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return at + unit_magnitude(text, at, &power);
}

/* Length of 天, 月 and the like behind "、", as in 元/人、天. */
static size_t read_period(struct str text, size_t at) {
    static const struct str periods[] = {STR("天"), STR("日"), /* days */
                                         STR("月"), STR("年"), STR("季")};
    for (size_t i = 0; at < text.len && i < sizeof periods / sizeof *periods; i++) {
        if (stands_at(text, at, periods[i]))
            return periods[i].len;
    }
    return 0;
}

/* Length of the slash at byte `at`, or of the "、" or "·" before a period; 0
 * when there is none. */
static size_t read_joint(struct str text, size_t at) {
    static const struct str joints[] = {STR("/"), STR("／"), STR("、"), STR("·")};
    for (size_t i = 0; at < text.len && i < sizeof joints / sizeof *joints; i++) {
        bool slash = i < 2;
        size_t next = at + joints[i].len;
        if (stands_at(text, at, joints[i]) && (slash || read_period(text, next) > 0))
            return joints[i].len;
    }
    return 0;
}

/* The end of a unit whose first noun ends at byte `at`: 元/人/月. */
static size_t read_compound(struct str text, size_t at) {
    struct unit inner;
    for (size_t joint; (joint = read_joint(text, at)) > 0;) {
        size_t next = at + joint, len = read_period(text, next);
        if (len == 0) {
            next = skip_figure(text, next);
            len = read_noun(text, next, &inner);
        }
        if (len == 0)
            return at;
        at = next + len;
    }
    return at;
}

/* A magnitude below 万 is no unit: 3百 is a numeral that somebody typed half
 * in digits. */
size_t unit_read(struct str text, size_t at, struct unit *out) {
    if (at >= text.len)
        return 0;
    size_t end = at + read_noun(text, at, out);
    if (end == at) {
        int power = 0;
        size_t prefix = unit_magnitude(text, at, &power);
        if (prefix == 0)
            return 0;
        size_t noun = read_noun(text, at + prefix, out);
        if (noun == 0 && power != 4 && power < 6)
            return 0; /* 3百, 5千 alone are no unit */
        if (noun == 0)
            *out = (struct unit){MENTION_AMOUNT, 0, (struct str){0}, true};
        out->power += power;
        end = at + prefix + noun;
    }
    size_t whole = out->bare ? end : read_compound(text, end);
    if (whole > end)
        *out = (struct unit){MENTION_OTHER, 0, (struct str){0}, false};
    return whole - at;
}

/* The whole name: 元/亩 is no 元, and must not be added to one. */
bool unit_find(struct str name, struct unit *out) {
    return name.len > 0 && unit_read(name, 0, out) == name.len;
}
