#include "extract/opening.h"

#include "extract/breakdown.h"

/* Three figures of one kind and sentence in this order: the whole (共, 全年),
 * 年初, and 年中增加. What stands in brackets between them is told of each. */

/* Of a sentence, that are looked at behind the whole. */
enum { FIGURES = 12, AHEAD_BYTES = 600 };

static bool has_one_of(struct str text, const char *const *words) {
    for (; *words; words++)
        if (str_has(text, *words))
            return true;
    return false;
}

static bool is_opening(const struct figure *figure) {
    return figure->exact && figure->role != ROLE_CHANGE && !figure->prior &&
           str_has(figure->lead, "年初");
}

static bool is_added(const struct figure *figure) {
    static const char *const words[] = {"增加", "新增", "追加", "增补", "调增", NULL};
    return figure->exact && !figure->prior && has_one_of(figure->lead, words) &&
           (str_has(figure->lead, "年中") || str_has(figure->lead, "年度中") ||
            str_has(figure->lead, "期间") || str_has(figure->lead, "执行中"));
}

/* 共 alone at the lead's end, so that 公共 and 共同 are none. */
static bool is_whole(const struct figure *figure) {
    /* clang-format off */
    static const char *const words[] = {
        "总计", "合计", "共有", "共计", "共实施", "共安排", NULL,
    };
    /* clang-format on */
    bool all = has_one_of(figure->lead, words) || str_ends(figure->lead, "共");
    return figure->exact && !figure->prior && all && !str_has(figure->lead, "年初");
}

/* Whether the sentence tells of anything taken away. */
static bool takes_away(const struct prose *prose, uint32_t figure) {
    static const char *const words[] = {"取消", "核减", "调减",   "减少", "终止",
                                        "撤销", "删减", "未实施", NULL};
    const struct mention *mention = prose_mention(prose, figure);
    size_t end = mention->end + AHEAD_BYTES;
    return has_one_of(str_slice(mention->passage->text, mention->end, end), words);
}

/* The figure behind `from`, in its sentence and at its depth, of the kind of
 * the whole, that `fits`; STATEMENT_NO_MENTION when there is none. */
static uint32_t find(const struct prose *prose, uint32_t whole, uint32_t from,
                     bool (*fits)(const struct figure *)) {
    const struct figure *first = &prose->figures.items[whole];
    for (uint32_t i = from + 1; i < prose->figures.count && i <= whole + FIGURES; i++) {
        const struct figure *figure = &prose->figures.items[i];
        if (figure->sentence != first->sentence)
            break;
        if (figure->depth == first->depth && prose_is_same_kind(prose, i, whole) && fits(figure))
            return i;
    }
    return STATEMENT_NO_MENTION;
}

bool opening_scan(struct prose *prose, struct err *err) {
    for (uint32_t i = 0; i < prose->figures.count; i++) {
        if (!is_whole(&prose->figures.items[i]))
            continue;
        uint32_t opening = find(prose, i, i, is_opening);
        uint32_t added = opening == STATEMENT_NO_MENTION ? STATEMENT_NO_MENTION
                                                         : find(prose, i, opening, is_added);
        if (added == STATEMENT_NO_MENTION || takes_away(prose, i))
            continue;
        uint32_t figures[] = {opening, added};
        struct parts parts = {
            .whole = i, .figures = figures, .count = 2, .closed = true, .doubtful = true};
        if (!breakdown_state(prose, &parts, ++prose->lists, err))
            return false;
    }
    return true;
}
