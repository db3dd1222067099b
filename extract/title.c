#include "extract/title.h"

#include "extract/lexicon.h"
#include "extract/rows.h"

enum {
    LONGEST_TITLE = 180, /* bytes: 60 Chinese characters */
    SHORTEST_TITLE = 9,
    LOOK_BACK = 6, /* blocks, blank ones included, between a title and what stands over it */
};

struct str title_year(struct str text) {
    for (size_t at = str_find(text, "年", 4); at != SIZE_MAX; at = str_find(text, "年", at + 3)) {
        struct str year = str_slice(text, at - 4, at);
        bool digits = at >= 4 && year.len == 4 && year.ptr[0] == '2' && year.ptr[1] == '0';
        for (size_t i = 2; digits && i < 4; i++)
            digits = year.ptr[i] >= '0' && year.ptr[i] <= '9';
        /* 〔2020年〕 and the like number a document, they do not date the
         * report */
        if (digits && !str_ends(str_slice(text, 0, at - 4), "〔"))
            return year;
    }
    return (struct str){0};
}

/* 附件2, 附件：3 alone in a line; 附件材料目录及说明 is text. */
static bool is_annex_mark(struct str squeezed) {
    return str_starts(squeezed, "附件") && squeezed.len <= 18;
}

/* 现将绩效自评报告报送你局，请审阅。 ends and begins like a
 * title and is none. Squeezed text has half-width commas, quoted text may
 * not. */
static bool has_sentence_mark(struct str text) {
    static const char *const marks[] = {"。", ",", ";", "；", "，"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_has(text, marks[i]))
            return true;
    return false;
}

/* In exports of budgeting systems the title is the first row of the table,
 * merged over all columns, with 附件 in a row above it. */
static struct str block_line(struct doc *doc, struct facts *facts, const struct config *config,
                             uint32_t block) {
    const struct block *b = &doc->document.blocks.items[block];
    if (b->kind == BLOCK_PARAGRAPH) {
        struct str text = str_trim(doc->document.paragraphs.items[b->index].text);
        return text.len > LONGEST_TITLE * 2 ? str_of(NULL) : str_squeeze(&doc->arena, text);
    }
    struct sheet sheet = {.doc = doc, .config = config, .facts = facts};
    sheet.table = &doc->document.tables.items[b->index];
    for (uint32_t row = 0; row < 2 && row < sheet.table->rows; row++) {
        const struct cell *caption = sheet_caption(&sheet, row);
        if (caption && !is_annex_mark(sheet_fact(&sheet, caption)->text))
            return sheet_fact(&sheet, caption)->text;
    }
    return (struct str){0};
}

/* The year in a caption under the title in the first rows of a table:
 * （2022年度）. */
static struct str caption_year(struct doc *doc, struct facts *facts, const struct config *config,
                               uint32_t block) {
    const struct block *b = &doc->document.blocks.items[block];
    struct str year = {0};
    if (b->kind != BLOCK_TABLE)
        return year;
    struct sheet sheet = {.doc = doc, .config = config, .facts = facts};
    sheet.table = &doc->document.tables.items[b->index];
    for (uint32_t row = 1; row < 3 && row < sheet.table->rows && year.len == 0; row++) {
        const struct cell *caption = sheet_caption(&sheet, row);
        if (caption)
            year = title_year(sheet_fact(&sheet, caption)->text);
    }
    return year;
}

/* Without a bracket behind it, which may hold the year:
 * ...自评表(2024年). */
static struct str strip_bracket(struct str line, struct str *year) {
    if (str_ends(line, ")")) {
        size_t open = str_rfind(line, "(", line.len);
        if (open != SIZE_MAX && open > 0) {
            if (year->len == 0)
                *year = title_year(str_slice(line, open, line.len));
            line.len = open;
        }
    }
    return line;
}

/* 绩效 must occur: 年度工作总结报告 and 审计报告 stand in
 * annexes. 《…自评报告》 is quoted, 一、绩效自评报告 a
 * heading. */
static enum title_kind kind_of(const struct config *config, struct str line) {
    if (line.len < SHORTEST_TITLE || line.len > LONGEST_TITLE || has_sentence_mark(line) ||
        str_has(line, "《") || rows_depth(line) > 0)
        return TITLE_NONE;
    if (lexicon_ends(config->lexicon, WORDS_ANNEX_TITLES, line))
        return TITLE_ANNEX;
    if (lexicon_within(config->lexicon, WORDS_TARGET_WORDS, line) != SIZE_MAX)
        return TITLE_FORM;
    if (!lexicon_ends(config->lexicon, WORDS_REPORT_TITLES, line) || !str_has(line, "绩效"))
        return TITLE_NONE;
    return str_ends(line, "表") ? TITLE_FORM : TITLE_REPORT;
}

/* Whether a line can be the second half of a title: it has the words of one,
 * and no name of its own. */
static bool rest_is_title(struct str line) {
    return line.len >= SHORTEST_TITLE && line.len <= LONGEST_TITLE / 2 && !str_has(line, ":") &&
           !has_sentence_mark(line);
}

struct title title_at(struct doc *doc, const struct config *config, struct facts *facts,
                      uint32_t block) {
    struct title title = {.block = block, .last_block = block};
    struct str line = block_line(doc, facts, config, block);
    struct str bare = strip_bracket(line, &title.year);
    if (line.len == 0)
        return title;
    uint32_t above = block, lowest = block > LOOK_BACK ? block - LOOK_BACK : 0;
    struct str before = {0};
    while (above > lowest && before.len == 0 &&
           doc->document.blocks.items[block].kind == BLOCK_PARAGRAPH &&
           doc->document.blocks.items[above - 1].kind == BLOCK_PARAGRAPH)
        before = block_line(doc, facts, config, --above);
    bool joins = before.len > 0 && before.len <= LONGEST_TITLE / 2 && !has_sentence_mark(before) &&
                 !is_annex_mark(before) && !str_has(before, ":") && rest_is_title(bare);
    title.kind = kind_of(config, bare);
    title.text = bare;
    if (joins && (title.kind == TITLE_NONE || title_year(bare).len == 0)) {
        struct str joined = str_printf(&doc->arena, "%.*s%.*s", STR_ARGS(before), STR_ARGS(bare));
        enum title_kind kind = kind_of(config, joined);
        if (kind != TITLE_NONE && kind_of(config, before) == TITLE_NONE) {
            title.kind = kind;
            title.text = joined;
            title.block = above;
        }
    }
    if (title.kind == TITLE_NONE)
        return title;
    struct str year = title_year(title.text);
    if (year.len > 0)
        title.year = year;
    if (title.year.len == 0)
        title.year = caption_year(doc, facts, config, block);
    while (title.block > lowest &&
           doc->document.blocks.items[title.block - 1].kind == BLOCK_PARAGRAPH) {
        struct str mark = block_line(doc, facts, config, title.block - 1);
        if (mark.len > 0 && !is_annex_mark(mark))
            break;
        title.block--;
    }
    return title;
}

enum part_kind title_part_kind(const struct config *config, struct str title) {
    const struct lexicon *lexicon = config->lexicon;
    if (lexicon_within(lexicon, WORDS_TARGET_WORDS, title) != SIZE_MAX)
        return PART_TARGET;
    if (lexicon_within(lexicon, WORDS_DEPARTMENT_WORDS, title) != SIZE_MAX)
        return PART_DEPARTMENT;
    if (lexicon_within(lexicon, WORDS_PROJECT_WORDS, title) != SIZE_MAX)
        return PART_PROJECT;
    return PART_OTHER;
}

/* 护坡 before 2023 年度项目 is a project's name, 水利局 a unit's: only
 * what ends like an organ can be the reporting unit. */
static bool is_body(struct str name) {
    /* clang-format off */
    static const char *const ends[] = {
        "局", "委员会", "办公室", "中心", "院", "所", "处", "站", "学校",
        "厅", "部", "政府", "街道", "镇", "乡", "大队", "支队", "社", "馆",
        "公司", "室", "法院", "小学", "中学", "会", "园", "委", "办", "校",
        "队", "团", "联", "分局", "检察院",
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (str_ends(name, ends[i]))
            return true;
    }
    return false;
}

struct str title_unit(struct str title) {
    /* clang-format off */
    static const char *const cuts[] = {
        "20", "部门整体", "整体", "单位绩效", "部门绩效",
        "绩效", "项目", "单位整体", "部门预算", "预算",
    };
    /* clang-format on */
    size_t end = title.len;
    if (str_starts(title, "关于"))
        title = str_slice(title, strlen("关于"), title.len), end = title.len;
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        size_t at = str_find(title, cuts[i], 0);
        if (at != SIZE_MAX && at < end)
            end = at;
    }
    struct str name = str_slice(title, 0, end);
    while (name.len > 0 &&
           (str_ends(name, "部门") || str_ends(name, "单位") || str_ends(name, "度")))
        name.len -= str_ends(name, "度") ? 3 : 6;
    return name.len >= 9 && is_body(name) ? name : (struct str){0};
}
