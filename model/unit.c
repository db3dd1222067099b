#include "model/unit.h"

#include <stdint.h>

#include "base/utf8.h"

struct noun {
    const char *name;
    const char *not_before; /* characters that make another word of it; NULL when there are none */
    const char *base;       /* NULL: the name itself */
    enum mention_kind kind;
    int power;
};

#define AMOUNT MENTION_AMOUNT
#define RATE MENTION_RATE
#define COUNT MENTION_COUNT
#define AREA MENTION_AREA
#define LENGTH MENTION_LENGTH
#define OTHER MENTION_OTHER

static const struct noun nouns[] = {
    {"元", "月旦宵素件器", NULL, AMOUNT, 0},
    {"圆", NULL, "元", AMOUNT, 0},
    {"%", NULL, NULL, RATE, 0},
    {"％", NULL, "%", RATE, 0},
    {"﹪", NULL, "%", RATE, 0},
    {"百分点", NULL, "%", RATE, 0},
    {"个百分点", NULL, "%", RATE, 0},
    {"個百分點", NULL, "%", RATE, 0},
    {"百分比", NULL, "%", RATE, 0},
    {"‰", NULL, "%", RATE, -1},
    {"千分点", NULL, "%", RATE, -1},
    {"个千分点", NULL, "%", RATE, -1},
    {"‱", NULL, "%", RATE, -2},
    {"分", "之局公管析布类级配散店支厂别", NULL, MENTION_SCORE, 0},
    {"亩", NULL, NULL, AREA, 0},
    {"畝", NULL, "亩", AREA, 0},
    {"亩次", NULL, NULL, AREA, 0},
    {"公顷", NULL, NULL, AREA, 0},
    {"公頃", NULL, "公顷", AREA, 0},
    {"平方米", NULL, NULL, AREA, 0},
    {"平米", NULL, "平方米", AREA, 0},
    {"平方", NULL, "平方米", AREA, 0},
    {"㎡", NULL, "平方米", AREA, 0},
    {"m2", NULL, "平方米", AREA, 0},
    {"m²", NULL, "平方米", AREA, 0},
    {"M2", NULL, "平方米", AREA, 0},
    {"平方公里", NULL, "平方米", AREA, 6},
    {"平方千米", NULL, "平方米", AREA, 6},
    {"km2", NULL, "平方米", AREA, 6},
    {"km²", NULL, "平方米", AREA, 6},
    {"米", NULL, NULL, LENGTH, 0},
    {"m", NULL, "米", LENGTH, 0},
    {"延米", NULL, NULL, LENGTH, 0},
    {"公里", NULL, "米", LENGTH, 3},
    {"千米", NULL, "米", LENGTH, 3},
    {"km", NULL, "米", LENGTH, 3},
    {"KM", NULL, "米", LENGTH, 3},
    {"Km", NULL, "米", LENGTH, 3},
    {"分米", NULL, "米", LENGTH, -1},
    {"厘米", NULL, "米", LENGTH, -2},
    {"cm", NULL, "米", LENGTH, -2},
    {"毫米", NULL, "米", LENGTH, -3},
    {"mm", NULL, "米", LENGTH, -3},
    {"个", NULL, NULL, COUNT, 0},
    {"個", NULL, "个", COUNT, 0},
    {"项", NULL, NULL, COUNT, 0},
    {"項", NULL, "项", COUNT, 0},
    {"人", "均民力才", NULL, COUNT, 0},
    {"人次", NULL, NULL, COUNT, 0},
    {"人份", NULL, NULL, COUNT, 0},
    {"户", "籍均口", NULL, COUNT, 0},
    {"戶", NULL, "户", COUNT, 0},
    {"户次", NULL, NULL, COUNT, 0},
    {"宗", "旨教", NULL, COUNT, 0},
    {"座", "位谈", NULL, COUNT, 0},
    {"次", "数要年日", NULL, COUNT, 0},
    {"场", "地所景馆", NULL, COUNT, 0},
    {"場", NULL, "场", COUNT, 0},
    {"场次", NULL, NULL, COUNT, 0},
    {"批", "复准发示", NULL, COUNT, 0},
    {"批次", NULL, NULL, COUNT, 0},
    {"起", "至诉始草步止到", NULL, COUNT, 0},
    {"只", "有是能要", NULL, COUNT, 0},
    {"头", "部", NULL, COUNT, 0},
    {"头次", NULL, NULL, COUNT, 0},
    {"头只", NULL, NULL, COUNT, 0},
    {"处", "理罚置于分", NULL, COUNT, 0},
    {"處", "理罰置", "处", COUNT, 0},
    {"条", "例件款约", NULL, COUNT, 0},
    {"條", "例件款", "条", COUNT, 0},
    {"份", "额", NULL, COUNT, 0},
    {"套", "餐取", NULL, COUNT, 0},
    {"间", "接断隔伐", NULL, COUNT, 0},
    {"張", NULL, "张", COUNT, 0},
    {"张", "家", NULL, COUNT, 0},
    {"标段", NULL, NULL, COUNT, 0},
    {"笔", "试记", NULL, COUNT, 0},
    {"家", "庭具", NULL, COUNT, 0},
    {"家次", NULL, NULL, COUNT, 0},
    {"栋", NULL, NULL, COUNT, 0},
    {"幢", NULL, NULL, COUNT, 0},
    {"名", "称单录义", NULL, COUNT, 0},
    {"位", "于置", NULL, COUNT, 0},
    {"台", "风阶湾账", NULL, COUNT, 0},
    {"臺", NULL, "台", COUNT, 0},
    {"台套", NULL, NULL, COUNT, 0},
    {"台次", NULL, NULL, COUNT, 0},
    {"辆", NULL, NULL, COUNT, 0},
    {"輛", NULL, "辆", COUNT, 0},
    {"辆次", NULL, NULL, COUNT, 0},
    {"车次", NULL, NULL, COUNT, 0},
    {"班次", NULL, NULL, COUNT, 0},
    {"部", "门分署队委长", NULL, COUNT, 0},
    {"件", NULL, NULL, COUNT, 0},
    {"件次", NULL, NULL, COUNT, 0},
    {"本", "级年次部市县着报项单身人地来质月局所", NULL, COUNT, 0},
    {"册", NULL, NULL, COUNT, 0},
    {"株", "洲", NULL, COUNT, 0},
    {"棵", NULL, NULL, COUNT, 0},
    {"艘", NULL, NULL, COUNT, 0},
    {"架", "构设", NULL, COUNT, 0},
    {"架次", NULL, NULL, COUNT, 0},
    {"块", "链", NULL, COUNT, 0},
    {"口", "径岸", NULL, COUNT, 0},
    {"眼", "下前", NULL, COUNT, 0},
    {"根", "据本", NULL, COUNT, 0},
    {"支", "出付持撑部", NULL, COUNT, 0},
    {"枚", NULL, NULL, COUNT, 0},
    {"例", "如会", NULL, COUNT, 0},
    {"期", "间限末初内望", NULL, COUNT, 0},
    {"类", "型别似", NULL, COUNT, 0},
    {"种", "植子养", NULL, COUNT, 0},
    {"所", "以有在属需得", NULL, COUNT, 0},
    {"组", "织成建", NULL, COUNT, 0},
    {"篇", NULL, NULL, COUNT, 0},
    {"幅", "度", NULL, COUNT, 0},
    {"张床位", NULL, "张", COUNT, 0},
    {"盏", NULL, NULL, COUNT, 0},
    {"箱", NULL, NULL, COUNT, 0},
    {"瓶", NULL, NULL, COUNT, 0},
    {"袋", NULL, NULL, COUNT, 0},
    {"尾", "款数气", NULL, COUNT, 0},
    {"羽", "毛", NULL, COUNT, 0},
    {"吨", NULL, NULL, OTHER, 0},
    {"噸", NULL, "吨", OTHER, 0},
    {"千克", NULL, NULL, OTHER, 0},
    {"公斤", NULL, "千克", OTHER, 0},
    {"kg", NULL, "千克", OTHER, 0},
    {"斤", NULL, NULL, OTHER, 0},
    {"克", NULL, NULL, OTHER, 0},
    {"立方米", NULL, NULL, OTHER, 0},
    {"立方", NULL, "立方米", OTHER, 0},
    {"m3", NULL, "立方米", OTHER, 0},
    {"m³", NULL, "立方米", OTHER, 0},
    {"方", "面案式法向便可", "立方米", OTHER, 0},
    {"升", "级至到", NULL, OTHER, 0},
    {"千瓦", NULL, NULL, OTHER, 0},
    {"kW", NULL, "千瓦", OTHER, 0},
    {"兆瓦", NULL, "千瓦", OTHER, 3},
    {"千伏", NULL, NULL, OTHER, 0},
    {"千瓦时", NULL, NULL, OTHER, 0},
    {"小时", NULL, NULL, OTHER, 0},
    {"学时", NULL, NULL, OTHER, 0},
    {"课时", NULL, NULL, OTHER, 0},
    {"分钟", NULL, NULL, OTHER, 0},
    {"秒", NULL, NULL, OTHER, 0},
    {"天", "然津气", NULL, OTHER, 0},
    {"个工作日", NULL, NULL, OTHER, 0},
    {"工作日", NULL, "个工作日", OTHER, 0},
    {"个月", NULL, NULL, OTHER, 0},
    {"年", "初末底度终", NULL, OTHER, 0},
    {"级", "别", NULL, OTHER, 0},
    {"倍", NULL, NULL, OTHER, 0},
    {"℃", NULL, NULL, OTHER, 0},
    {"美元", NULL, NULL, OTHER, 0},
    {"港元", NULL, NULL, OTHER, 0},
    {"港币", NULL, "港元", OTHER, 0},
    {"欧元", NULL, NULL, OTHER, 0},
    {"日元", NULL, NULL, OTHER, 0},
    {"英镑", NULL, NULL, OTHER, 0},
};

/* Longest first, so that 百万 is not read as 百. */
static const struct magnitude {
    const char *name;
    int power;
} magnitudes[] = {
    {"万亿", 12}, {"十万", 5}, {"百万", 6}, {"千万", 7}, {"十亿", 9}, {"百亿", 10}, {"千亿", 11},
    {"百", 2},    {"千", 3},   {"万", 4},   {"萬", 4},   {"亿", 8},   {"億", 8},
};

static bool stands_at(struct str text, size_t at, const char *word, size_t len) {
    return text.len - at >= len && memcmp(text.ptr + at, word, len) == 0;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool ends_well(struct str text, size_t at, const struct noun *noun) {
    if (at >= text.len)
        return true;
    if (is_letter(noun->name[0]) && is_letter(text.ptr[at]))
        return false;
    if (!noun->not_before)
        return true;
    size_t size;
    utf8_decode(text, at, &size);
    for (const char *p = noun->not_before; *p; p += 3) { /* each character there has three bytes */
        if (size == 3 && memcmp(p, text.ptr + at, 3) == 0)
            return false;
    }
    return true;
}

static size_t read_noun(struct str text, size_t at, struct unit *out) {
    size_t longest = 0;
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        const struct noun *noun = &nouns[i];
        if (at >= text.len || noun->name[0] != text.ptr[at])
            continue;
        size_t len = strlen(noun->name);
        if (len <= longest || !stands_at(text, at, noun->name, len) ||
            !ends_well(text, at + len, noun))
            continue;
        longest = len;
        *out = (struct unit){noun->kind, noun->power, str_of(noun->base ? noun->base : noun->name),
                             false};
    }
    return longest;
}

size_t unit_magnitude(struct str text, size_t at, int *power) {
    for (size_t i = 0; at < text.len && i < sizeof magnitudes / sizeof *magnitudes; i++) {
        size_t len = strlen(magnitudes[i].name);
        if (stands_at(text, at, magnitudes[i].name, len)) {
            *power = magnitudes[i].power;
            return len;
        }
    }
    return 0;
}

/* What stands between the slashes of a compound may carry a figure: 次/10万公顷. */
static size_t skip_figure(struct str text, size_t at) {
    int power;
    while (at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9')
        at++;
    return at + unit_magnitude(text, at, &power);
}

/* Length of 天, 月 and the like behind "、", as in 元/人、天. */
static size_t read_period(struct str text, size_t at) {
    static const char *const periods[] = {"天", "日", "月", "年", "季", "学期"};
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        size_t len = strlen(periods[i]);
        if (stands_at(text, at, periods[i], len))
            return len;
    }
    return 0;
}

static size_t read_compound(struct str text, size_t at) {
    static const char *const joints[] = {"/", "／", "、", "·"};
    struct unit inner;
    for (;;) {
        size_t joint = 0, next;
        for (size_t i = 0; at < text.len && joint == 0 && i < 4; i++)
            joint = stands_at(text, at, joints[i], strlen(joints[i])) ? strlen(joints[i]) : 0;
        if (joint == 0)
            return at;
        next = at + joint;
        size_t len = read_period(text, next);
        if (len == 0 && (text.ptr[at] == '/' || str_starts(str_slice(text, at, text.len), "／"))) {
            next = skip_figure(text, next);
            len = read_noun(text, next, &inner);
        }
        if (len == 0)
            return at;
        at = next + len;
    }
}

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

bool unit_find(struct str name, struct unit *out) {
    return name.len > 0 && unit_read(name, 0, out) == name.len;
}
