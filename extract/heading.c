#include "extract/heading.h"

#include "base/utf8.h"

/* Read by hand, character by character: the marks are few, and each has its own
 * trap behind it (2.5 万元, 二、三季度, （2023年）, 第一季度). */

/* Levels of model/reading.h; 第一部分 stands above them. */
enum { LEVEL_PART, LEVEL_HAN, LEVEL_BRACKET_HAN, LEVEL_DIGIT, LEVEL_BRACKET_DIGIT, LEVEL_CIRCLE };
enum { HAN_MOST = 3, DIGITS_MOST = 2 }; /* 二十三, 99: larger numbers are no section's */

/* A mark at the start of `text`. */
struct mark {
    uint32_t level, number;
    size_t from, to; /* its bytes */
};

static uint32_t point_at(struct str text, size_t at, size_t *size) {
    *size = 0;
    return at < text.len ? utf8_decode(text, at, size) : 0;
}

static size_t skip_space(struct str text, size_t at) {
    size_t size;
    while (utf8_is_space(point_at(text, at, &size)) && size)
        at += size;
    return at;
}

static uint32_t han_digit(uint32_t point) {
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D}; /* 一 .. 九 */
    for (uint32_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (digits[i] == point)
            return i + 1;
    return point == 0x5341 ? 10 : 0; /* 十 */
}

/* Reads 一..九十九; returns where it ends, `at` when there is none. */
static size_t read_han(struct str text, size_t at, uint32_t *number) {
    size_t start = at, size;
    uint32_t tens = 0, ones = 0, digit;
    for (int i = 0; i < HAN_MOST && (digit = han_digit(point_at(text, at, &size))); i++) {
        if (digit == 10 ? tens : ones)
            return start;
        if (digit == 10) {
            tens = ones ? ones : 1;
            ones = 0;
        } else {
            ones = digit;
        }
        at += size;
    }
    *number = tens * 10 + ones;
    return at;
}

/* ２、 typed with a Chinese input method is full-width. */
static uint32_t digit_of(uint32_t point) {
    if (point >= 0xFF10 && point <= 0xFF19)
        point -= 0xFF10 - '0';
    return point >= '0' && point <= '9' ? point - '0' : UINT32_MAX;
}

/* 123、 and 2020. are no section numbers: beyond two digits it is a figure
 * that begins the line. */
static size_t read_digits(struct str text, size_t at, uint32_t *number) {
    size_t start = at, size;
    uint32_t digit;
    *number = 0;
    for (int i = 0; (digit = digit_of(point_at(text, at, &size))) != UINT32_MAX; i++) {
        if (i == DIGITS_MOST)
            return start;
        *number = *number * 10 + digit;
        at += size;
    }
    return at;
}

static bool is_one_of(uint32_t point, const uint32_t *points) {
    while (*points && *points != point)
        points++;
    return *points != 0;
}

/* 3、2022年预算安排 is a heading, though a digit follows the point. */
static bool is_year(struct str text, size_t at) {
    struct str year = str_slice(text, at, at + 4);
    return year.len == 4 && str_starts(year, "20") &&
           digit_of((unsigned char)year.ptr[2]) != UINT32_MAX &&
           digit_of((unsigned char)year.ptr[3]) != UINT32_MAX &&
           str_starts(str_slice(text, at + 4, text.len), "年");
}

/* 一、 or 1. : number and point. What follows the point must not go on
 * counting (二、三季度, 1.5). */
static bool read_pointed(struct str text, size_t at, struct mark *mark) {
    static const uint32_t after_han[] = {0x3001, 0xFF0E, '.', 0}; /* 、 ． . */
    static const uint32_t after_digit[] = {0x3001, 0xFF0E, '.', ')', 0xFF09, 0};
    size_t size, end = read_han(text, at, &mark->number);
    bool han = end > at;
    if (!han)
        end = read_digits(text, at, &mark->number);
    end = end > at ? skip_space(text, end) : end;
    uint32_t point = point_at(text, end, &size);
    if (end == at || !is_one_of(point, han ? after_han : after_digit))
        return false;
    mark->to = end + size;
    mark->level = han ? LEVEL_HAN : LEVEL_DIGIT;
    uint32_t next = point_at(text, mark->to, &size);
    if (han)
        return !han_digit(next);
    return digit_of(next) == UINT32_MAX || is_year(text, mark->to);
}

/* （一） or （1）. */
static bool read_bracketed(struct str text, size_t at, struct mark *mark) {
    size_t size;
    uint32_t open = point_at(text, at, &size);
    if (open != '(' && open != 0xFF08)
        return false;
    at = skip_space(text, at + size);
    size_t end = read_han(text, at, &mark->number);
    mark->level = end > at ? LEVEL_BRACKET_HAN : LEVEL_BRACKET_DIGIT;
    if (end == at)
        end = read_digits(text, at, &mark->number);
    size_t close = skip_space(text, end);
    uint32_t point = point_at(text, close, &size);
    mark->to = close + size;
    return end > at && (point == ')' || point == 0xFF09);
}

/* ①..⑳ follow each other in Unicode; ㉑ and on stand elsewhere, and no
 * report gets there. */
static bool read_circle(struct str text, size_t at, struct mark *mark) {
    size_t size;
    uint32_t point = point_at(text, at, &size);
    mark->level = LEVEL_CIRCLE;
    mark->number = point - 0x2460 + 1;
    mark->to = at + size;
    return point >= 0x2460 && point <= 0x2473;
}

/* 第一部分, 第二章; not 第一季度, 第三方. */
static bool read_part(struct str text, size_t at, struct mark *mark) {
    static const char *const units[] = {"部分", "章"};
    struct str rest = str_slice(text, at, text.len);
    if (!str_starts(rest, "第"))
        return false;
    size_t end = read_han(text, at + strlen("第"), &mark->number);
    rest = str_slice(text, end, text.len);
    mark->level = LEVEL_PART;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        mark->to = end + strlen(units[i]);
        if (end > at + strlen("第") && str_starts(rest, units[i]))
            return true;
    }
    return false;
}

/* The mark at the start of `text`; false when there is none. */
static bool read_mark(struct str text, struct mark *mark) {
    size_t at = skip_space(text, 0);
    mark->from = at;
    return (read_bracketed(text, at, mark) || read_pointed(text, at, mark) ||
            read_circle(text, at, mark) || read_part(text, at, mark)) &&
           mark->number > 0;
}

/* ---- points */

/* Bytes of a heading with its points: what is longer is a paragraph that a mark
 * opens. */
enum { HEADING_BYTES = 240 };

static bool is_in(struct str word, const char *const *words) {
    while (*words && !str_is(word, *words))
        words++;
    return *words != NULL;
}

/* One statement of a bracket: 满分15分, 实得14分, or 20分 alone. */
static void read_point(struct str clause, struct heading *heading) {
    static const char *const weights[] = {"",     "满分",   "分值",     "权重", "共",
                                          "共计", "标准分", "指标分值", "总分", NULL};
    /* clang-format off */
    static const char *const scores[] = {
        "得", "得分", "自评得分", "实得", "自评", "评分", "自评分",
        "实际得分", "评价得分", NULL
    };
    /* clang-format on */
    bool points = str_ends(clause, "分");
    clause.len -= points ? strlen("分") : 0;
    size_t from = clause.len;
    while (from > 0 && ((clause.ptr[from - 1] >= '0' && clause.ptr[from - 1] <= '9') ||
                        clause.ptr[from - 1] == '.'))
        from--;
    struct str number = str_slice(clause, from, clause.len), word = str_slice(clause, 0, from);
    if (str_ends(word, ":") || str_ends(word, "为"))
        word.len -= str_ends(word, ":") ? 1 : strlen("为");
    if (number.len == 0 || (word.len == 0 && !points))
        return;
    if (is_in(word, weights) && heading->weight.len == 0)
        heading->weight = number;
    if (is_in(word, scores) && heading->score.len == 0)
        heading->score = number;
}

/* The statements of a bracket's inside. */
static void read_clauses(struct str inside, struct heading *heading) {
    for (size_t at = 0, end; at < inside.len; at = end) {
        size_t size = 0;
        for (end = at; end < inside.len; end += size) {
            struct str rest = str_slice(inside, end, inside.len);
            utf8_decode(inside, end, &size);
            if (str_starts(rest, ",") || str_starts(rest, ";") || str_starts(rest, "、") ||
                str_starts(rest, "/"))
                break;
        }
        read_point(str_slice(inside, at, end), heading);
        end += end < inside.len ? size : 0;
    }
}

/* 项目立项（8分）：得8分, the score behind the bracket. */
static void read_behind(struct str rest, struct heading *heading) {
    if (str_starts(rest, ":") || str_starts(rest, ","))
        rest = str_slice(rest, 1, rest.len);
    if (rest.len > 0 && heading->weight.len > 0)
        read_point(rest, heading);
}

/* 综合评价结论（自评得分95分） claims the whole: it is no part of it. */
static bool is_of_whole(struct str name) {
    /* clang-format off */
    static const char *const words[] = {
        "结论", "结果", "总分", "总得分", "综合", "自评得分"
    };
    /* clang-format on */
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_has(name, words[i]))
            return true;
    return false;
}

/* The points in the first bracket of the heading that has some:
 * （一）项目决策（满分20分，实得18分）. A bracket behind the first sentence is
 * the text's. */
static void read_points(struct doc *doc, struct str text, struct heading *heading) {
    if (text.len > HEADING_BYTES)
        text = str_slice(text, 0, str_find(text, "。", 0));
    if (text.len > HEADING_BYTES || !str_has(text, "分"))
        return;
    text = str_squeeze(&doc->arena, text);
    size_t stop = str_find(text, "。", 0);
    for (size_t open = str_find(text, "(", 0); open < stop && open != SIZE_MAX;
         open = str_find(text, "(", open + 1)) {
        size_t close = str_find(text, ")", open);
        if (close == SIZE_MAX)
            return;
        read_clauses(str_slice(text, open + 1, close), heading);
        if (heading->weight.len == 0 && heading->score.len == 0)
            continue;
        read_behind(str_slice(text, close + 1, stop), heading);
        heading->name = str_slice(text, 0, open);
        if (heading->name.len == 0 || is_of_whole(heading->name))
            heading->name = heading->weight = heading->score = (struct str){0};
        return;
    }
}

const struct heading *heading_with_points(const struct doc *doc, const struct passage *passage) {
    const struct heading *headings = doc->reading.headings.items;
    size_t low = 0, high = doc->reading.headings.count;
    const struct passage *first = doc->document.paragraphs.items;
    if (high == 0 || passage < first || passage >= first + doc->document.paragraphs.count)
        return NULL; /* in a cell, or in a document of tables only */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (headings[middle].passage < passage)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == doc->reading.headings.count || headings[low].passage != passage)
        return NULL;
    return headings[low].name.len > 0 ? &headings[low] : NULL;
}

bool heading_scan(struct doc *doc, const struct passage *passage, uint32_t paragraph,
                  struct err *err) {
    struct mark mark;
    bool automatic = !str_blank(passage->numbering);
    struct str text = automatic ? passage->numbering : passage->text;
    if (!read_mark(text, &mark))
        return true;
    struct heading heading = {
        .paragraph = paragraph,
        .passage = passage,
        .mark = str_slice(text, mark.from, mark.to),
        .level = mark.level,
        .number = mark.number,
        .automatic = automatic,
    };
    size_t body = automatic ? 0 : mark.to;
    read_points(doc, str_slice(passage->text, body, passage->text.len), &heading);
    return VEC_PUSH(&doc->arena, &doc->reading.headings, heading) ||
           err_set(err, ERR_MEMORY, 0, "no memory for the headings");
}
