#include "extract/told.h"

#include "base/utf8.h"
#include "extract/word.h"

enum { MOST_TURNS = 6 }; /* words taken off a label */

/* The quantity that the whole name is of; MEASURE_NONE when it is none. */
enum measure told_measure(const struct lexicon *lexicon, struct str name) {
    static const struct {
        enum word_list list;
        enum measure measure;
    } lists[] = {
        {WORDS_TOLD_ORIGINAL, MEASURE_ORIGINAL}, {WORDS_TOLD_ADJUSTED, MEASURE_ADJUSTED},
        {WORDS_TOLD_PLANNED, MEASURE_PLANNED},   {WORDS_TOLD_ARRIVED, MEASURE_ARRIVED},
        {WORDS_TOLD_INCOME, MEASURE_INCOME},     {WORDS_TOLD_SPENT, MEASURE_SPENT},
        {WORDS_TOLD_RATES, MEASURE_RATE},
    };
    size_t i = sizeof lists / sizeof *lists;
    if (lexicon_may_tell(lexicon, name)) {
        for (i = 0; i < sizeof lists / sizeof *lists; i++) {
            if (lexicon_is(lexicon, lists[i].list, name))
                break;
        }
    }
    return i < sizeof lists / sizeof *lists ? lists[i].measure : MEASURE_NONE;
}

/* What the last word of its kind says: 支出预算 is a budget, 预算执行数 is
 * spending. */
static enum measure last_word(struct str label) {
    static const struct {
        struct str word;
        enum measure measure;
    } words[] = {
        {STR("预算"), MEASURE_PLANNED}, {STR("安排"), MEASURE_PLANNED},
        {STR("下达"), MEASURE_PLANNED}, {STR("批复"), MEASURE_PLANNED},
        {STR("计划"), MEASURE_PLANNED}, {STR("到位"), MEASURE_ARRIVED},
        {STR("收入"), MEASURE_INCOME},  {STR("支出"), MEASURE_SPENT},
        {STR("执行"), MEASURE_SPENT},   {STR("支付"), MEASURE_SPENT},
        {STR("使用"), MEASURE_SPENT},   {STR("拨付"), MEASURE_SPENT},
    };
    for (size_t at = label.len; at > 0;) {
        at = utf8_before(label, at);
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            if (word_starts(str_slice(label, at, label.len), words[i].word))
                return words[i].measure;
        }
    }
    return MEASURE_NONE;
}

enum measure told_worded(struct str label) {
    enum measure measure = last_word(label);
    if (measure != MEASURE_PLANNED)
        return measure;
    if (str_has(label, "年初"))
        return MEASURE_ORIGINAL;
    return str_has(label, "调整") || str_has(label, "全年") ? MEASURE_ADJUSTED : measure;
}

/* 我局, 本单位: not 部门 and 项目, which begin other names too. */
static bool is_own(struct str scope) {
    return str_starts(scope, "我") || str_starts(scope, "本") || str_starts(scope, "全");
}

/* Takes words that change nothing off the front of `*label` until it is the
 * name of a quantity; MEASURE_NONE when it never is, and the bare rest in
 * `*label`. Behind 我局 a bare word is one: 我局预算资金. */
enum measure told_strip(const struct lexicon *lexicon, struct str *label) {
    bool own = false;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
        enum measure measure = told_measure(lexicon, *label);
        size_t len = lexicon_prefix(lexicon, WORDS_TOLD_SCOPES, *label);
        own |= len > 0 && is_own(*label);
        if (measure == MEASURE_NONE && own && lexicon_is(lexicon, WORDS_TOLD_BARE, *label))
            measure = told_worded(*label);
        if (len == 0)
            len = lexicon_prefix(lexicon, WORDS_TOLD_FILLERS, *label);
        if (measure != MEASURE_NONE)
            return measure;
        if (len == 0 || len == label->len || lexicon_is(lexicon, WORDS_TOLD_COMPONENTS, *label))
            break;
        *label = str_slice(*label, len, label->len);
    }
    return MEASURE_NONE;
}

/* 整体支出规模, 支出合计 and 全年支出 may count what 全年执行数 leaves out, and
 * 我局预算资金 may be one fund. */
bool told_is_loose(const struct lexicon *lexicon, enum measure measure, struct str name) {
    if (measure == MEASURE_SPENT)
        return !str_has(name, "执行");
    return str_has(name, "整体") || str_has(name, "合计") || str_has(name, "总") ||
           lexicon_is(lexicon, WORDS_TOLD_BARE, name);
}

/* The thing itself: 基本支出 of 基本支出预算数, 三公经费 of
 * 三公经费支出. */
struct str told_subject(struct str label) {
    /* clang-format off */
    static const char *const ends[] = {
        "年初预算数", "年初预算", "全年预算数", "全年预算",
        "调整后预算数", "预算数", "预算", "安排资金", "安排", "执行数",
        "支出数"
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t len = strlen(ends[i]);
        if (label.len > len && str_ends(label, ends[i])) {
            label.len -= len;
            break;
        }
    }
    struct str rest = str_slice(label, 0, label.len > 6 ? label.len - 6 : 0);
    bool spent = str_ends(label, "支出") && (str_ends(rest, "费") || str_ends(rest, "资金"));
    return spent ? rest : label;
}

/* 1、局机关, 其中:基本支出 without what stands before the name. */
struct str told_row(struct str label) {
    static const char *const fronts[] = {"#", "其中", ":", "、", ".", ")", "(", ";"};
    bool again = true;
    while (again && label.len > 0) {
        again = label.ptr[0] >= '0' && label.ptr[0] <= '9';
        if (again)
            label = str_slice(label, 1, label.len);
        for (size_t i = 0; i < sizeof fronts / sizeof *fronts; i++) {
            if (!str_starts(label, fronts[i]))
                continue;
            label = str_slice(label, strlen(fronts[i]), label.len);
            again = true;
        }
    }
    return label;
}
