#include "report/words.h"

struct entry {
    const char *code, *chinese, *english;
};

static const struct entry reasons[] = {
    {"missing_operand", "缺少数据", "a figure is missing"},
    {"unit_mismatch", "单位不同", "units differ"},
    {"unreadable_row", "有一行无法辨认", "a row is unreadable"},
    {"unreadable", "数字无法辨认", "a figure is unreadable"},
    {"list_incomplete", "列举可能不全", "the list may be incomplete"},
    {"zero_denominator", "分母为零", "the denominator is zero"},
    {NULL, NULL, NULL},
};

static const struct entry warnings[] = {
    {NULL, NULL, NULL},
};

static struct str find(const struct entry *entries, struct str code, enum language language) {
    for (; entries->code; entries++) {
        if (str_is(code, entries->code))
            return str_of(language == LANGUAGE_ENGLISH ? entries->english : entries->chinese);
    }
    return (struct str){0};
}

const char *words_severity(enum severity severity, enum language language) {
    static const char *const chinese[] = {"提示", "警告", "错误"};
    static const char *const english[] = {"info", "warning", "error"};
    return (language == LANGUAGE_ENGLISH ? english : chinese)[severity];
}

const char *words_part_kind(enum part_kind kind, enum language language) {
    static const char *const chinese[] = {"部门整体", "项目", "绩效目标", ""};
    static const char *const english[] = {"department", "project", "targets", ""};
    return (language == LANGUAGE_ENGLISH ? english : chinese)[kind];
}

struct str words_reason(struct str reason, enum language language) {
    struct str words = find(reasons, reason, language);
    return words.len > 0 ? words : reason;
}

struct str words_warning(struct str code, enum language language) {
    return find(warnings, code, language);
}
