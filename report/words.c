#include "report/words.h"

#include "validate/reason.h"

static const struct entry {
    const char *code, *chinese, *english;
} warnings[] = {
    {"altchunk_skipped", "嵌入的其他文件未读", "content of another file is not read"},
    {"cell_span", "表格合并单元格的数据异常", "cell spans are no sensible numbers"},
    {"figure_across_lines", "数字跨行断开", "a figure is broken over two lines"},
    {"findings_dropped", "发现过多，其余从略", "too many findings; the rest is left out"},
    {"hidden_text", "有隐藏文字", "hidden text"},
    {"part_unreadable", "文档的一个部件未能读取", "a minor part could not be read"},
    {"pattern_limit", "部分文字过于复杂，未全部查找", "some text was too intricate"},
    {"text_unreadable_bytes", "部分字节无法按编码读出", "some bytes are not text"},
    {"tracked_change", "有未接受的修订", "a tracked change"},
};

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

struct str words_reason(struct str word, enum language language) {
    const struct reason *reason = reason_find(word);
    if (!reason)
        return word;
    return str_of(language == LANGUAGE_ENGLISH ? reason->english : reason->chinese);
}

struct str words_warning(struct str code, enum language language) {
    for (size_t i = 0; i < sizeof warnings / sizeof warnings[0]; i++) {
        if (str_is(code, warnings[i].code))
            return str_of(language == LANGUAGE_ENGLISH ? warnings[i].english : warnings[i].chinese);
    }
    return (struct str){0};
}
