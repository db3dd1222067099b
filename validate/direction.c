#include "validate/direction.h"

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool has_any(struct str text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_has(text, words[i]))
            return true;
    }
    return false;
}

static bool ends_any(struct str text, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_ends(text, words[i]))
            return true;
    }
    return false;
}

struct str direction_bare(struct str name) {
    size_t open = str_rfind(name, "(", name.len);
    if (str_ends(name, ")") && open != SIZE_MAX && open > 0)
        name = str_slice(name, 0, open);
    size_t colon = str_rfind(name, ":", name.len);
    return colon == SIZE_MAX || colon + 1 == name.len ? name : str_slice(name, colon + 1, name.len);
}

bool direction_is_rate(struct str name) {
    /* clang-format off */
    static const char *const others[] = {
        "频率", "效率", "速率", "功率", "汇率", "费率", "周转率", "容积率",
        "倍率", "表率", "分辨率"
    };
    /* clang-format on */
    /* clang-format off */
    static const char *const per_head[] = {
        "单位成本", "价格", "单价", "人均", "户均", "次数", "人次", "每",
        "千人", "万人", "标准"
    };
    /* clang-format on */
    struct str bare = direction_bare(name);
    return str_ends(bare, "率") && !ends_any(bare, others, COUNT_OF(others)) &&
           !has_any(bare, per_head, COUNT_OF(per_head));
}

bool direction_is_reverse(struct str name) {
    /* clang-format off */
    static const char *const words[] = {
        "控制", "变动", "调整", "结转", "结余", "成本", "投诉", "事故",
        "下降", "降低", "减少", "超", "违", "死", "亡", "发病", "发生", "损",
        "逾期", "空置", "闲置", "流失", "返贫", "失业", "辍学", "退", "错",
        "误", "偏差", "负债", "债务", "能耗", "排放", "消耗", "费", "价",
        "时限", "时间", "时长", "天数", "周期", "耗时", "未", "不", "无",
        "贫困", "信访", "上访", "案", "犯", "复发", "缺", "漏", "灾", "害",
        "感染", "病",
        "污染", "等待", "库存", "压减", "压缩", "拖欠", "纠纷", "诉讼",
        "隐患", "弃", "失", "事件", "淘汰", "报废", "举报", "差评", "占比",
        "间隔", "负担", "占用", "上限", "三公", "风险"
    };
    /* clang-format on */
    return has_any(name, words, COUNT_OF(words));
}

bool direction_is_forward(struct str name, struct str group, enum mention_kind kind) {
    struct str bare = direction_bare(name);
    if (direction_is_reverse(bare) || direction_is_reverse(group))
        return false;
    if (kind == MENTION_RATE)
        return direction_is_rate(bare) || str_ends(bare, "满意度");
    return (kind == MENTION_COUNT || kind == MENTION_AREA || kind == MENTION_LENGTH) &&
           (str_has(bare, "数量") || str_has(group, "数量"));
}

enum comparator direction_comparator(struct str nature) {
    static const struct {
        const char *word;
        enum comparator comparator;
    } table[] = {
        {"≥", COMPARE_GE},        {"≧", COMPARE_GE},        {">=", COMPARE_GE},
        {"大于等于", COMPARE_GE}, {"不低于", COMPARE_GE},   {"不少于", COMPARE_GE},
        {"正向", COMPARE_GE},     {"正向指标", COMPARE_GE}, {">", COMPARE_GT},
        {"大于", COMPARE_GT},     {"≤", COMPARE_LE},        {"≦", COMPARE_LE},
        {"<=", COMPARE_LE},       {"小于等于", COMPARE_LE}, {"不高于", COMPARE_LE},
        {"不超过", COMPARE_LE},   {"反向", COMPARE_LE},     {"反向指标", COMPARE_LE},
        {"逆向", COMPARE_LE},     {"逆向指标", COMPARE_LE}, {"<", COMPARE_LT},
        {"小于", COMPARE_LT},     {"=", COMPARE_EQ},        {"等于", COMPARE_EQ},
    };
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        if (str_is(nature, table[i].word))
            return table[i].comparator;
    }
    return COMPARE_NONE;
}
