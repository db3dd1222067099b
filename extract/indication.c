#include "extract/indication.h"

#include "extract/word.h"

/* The noun must be that of the whole table: 三级指标, 绩效指标, 评价指标;
 * without a level a verb must set them up, as 其中 5 项指标未完成 counts some. */

enum { MOST_DIGITS = 3, LEVELS = 3 };

/* clang-format off */
static const struct str level_words[LEVELS] = {
    STR("一级指标"), STR("二级指标"), STR("三级指标"),
};
/* clang-format on */

/* The end of the longest word of the table that `text` begins with; 0 when none
 * does. */
static size_t skip_word(struct str text, const struct str *words, size_t count) {
    size_t longest = 0;
    for (size_t i = 0; i < count; i++)
        if (word_starts(text, words[i]) && words[i].len > longest)
            longest = words[i].len;
    return longest;
}

/* 三级指标共设置 18 个, 三级指标数量为 18 个: the words between noun and
 * count. */
static struct str drop_links(struct str lead) {
    static const struct str links[] = {STR("共计"), STR("共有"), STR("共"),   STR("设置"),
                                       STR("有"),   STR("为"),   STR("总数"), STR("数量"),
                                       STR("："),   STR(":"),    STR("计")};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        lead = str_trim(lead);
        if (word_ends(lead, links[i])) {
            lead.len -= links[i].len;
            i = SIZE_MAX; /* from the first word again */
        }
    }
    return lead;
}

/* What follows 18 个: 三级指标, or indicators of no level. */
static bool read_noun(struct str tail, uint32_t *level) {
    /* clang-format off */
    static const struct str kinds[] = {
        STR("绩效评价"), STR("绩效目标"), STR("绩效"), STR("评价"), STR("具体"),
        STR("自评"), STR("考核"), STR("评分"),
    };
    /* clang-format on */
    static const struct str others[] = {STR("指标体系"), STR("指标值"), STR("指标完成"),
                                        STR("指标未")};
    *level = 0;
    for (uint32_t i = 0; i < LEVELS; i++)
        if (word_starts(tail, level_words[i]))
            *level = i + 1;
    size_t at = skip_word(tail, kinds, sizeof kinds / sizeof *kinds);
    struct str noun = str_slice(tail, at, tail.len);
    return *level > 0 ||
           (str_starts(noun, "指标") && !skip_word(noun, others, sizeof others / sizeof *others));
}

static bool has_one_of(struct str text, const char *const *words) {
    for (; *words; words++)
        if (str_has(text, *words))
            return true;
    return false;
}

/* Words that count some of the indicators, or those of others. */
static bool counts_some(struct str words) {
    /* clang-format off */
    static const char *const some[] = {
        "完成", "未", "扣", "失分", "偏差", "达到", "达标", "新增", "调整",
        "优化", "删除", "产出", "数量", "质量", "时效", "成本", "效益", "满意",
        "个性", "共性", "核心", "定量", "定性", "部分", "上年", "满分", "得分",
        "每个", "各项", "全省", "全市", NULL,
    };
    /* clang-format on */
    return has_one_of(words, some);
}

static bool sets_up(struct str lead) {
    /* clang-format off */
    static const char *const verbs[] = {
        "设置", "设定", "设立", "制定", "编制", "确定", "确立", "细化", "分解",
        "建立", "选取", "包括", "包含", "涵盖", "下设", "构建", "设计", "梳理",
        NULL,
    };
    /* clang-format on */
    return has_one_of(lead, verbs);
}

/* The level that the lead ends with, 1..3; 0 for none. */
static uint32_t level_before(struct str lead) {
    lead = drop_links(lead);
    for (uint32_t i = 0; i < LEVELS; i++)
        if (word_ends(lead, level_words[i]))
            return counts_some(str_slice(lead, 0, lead.len - level_words[i].len)) ? 0 : i + 1;
    return 0;
}

/* Whether the figure counts indicators, and of which level. */
static bool is_count(const struct prose *prose, uint32_t index, uint32_t *level) {
    const struct figure *figure = &prose->figures.items[index];
    const struct mention *mention = prose_mention(prose, index);
    if (mention->kind != MENTION_COUNT || !figure->exact || figure->prior || figure->bracketed ||
        mention->number.len > MOST_DIGITS || str_has(mention->number, "."))
        return false;
    if ((*level = level_before(figure->lead)) > 0)
        return true;
    if (!read_noun(figure->tail, level) || counts_some(figure->lead) || counts_some(figure->tail))
        return false;
    return *level > 0 || sets_up(figure->lead);
}

/* 三级指标, or 绩效指标 as the text has it behind the count. */
static struct str name_of(const struct prose *prose, uint32_t index, uint32_t level) {
    struct str tail = prose->figures.items[index].tail;
    size_t end = str_find(tail, "指标", 0);
    if (level > 0)
        return level_words[level - 1];
    return str_slice(tail, 0, end == SIZE_MAX ? 0 : end + strlen("指标"));
}

bool indication_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++) {
        uint32_t level;
        if (!is_count(prose, i, &level))
            continue;
        struct statement statement = {.kind = STATEMENT_INDICATORS,
                                      .figure = prose->figures.items[i].mention,
                                      .label = name_of(prose, i, level),
                                      .level = level};
        if (!prose_state(prose, statement, NULL, 0, err))
            return false;
    }
    return true;
}
