#include "extract/member.h"

#include "base/utf8.h"

/* Words decide, never values: two characters of the noun that a counter counts
 * tell 标段 from 乡镇. */

enum { NOUN_BYTES = 60, TWO_CHARACTERS = 6 };

enum role_group member_group(enum role role) {
    static const enum role_group groups[] = {
        [ROLE_NONE] = GROUP_NONE,       [ROLE_BUDGET] = GROUP_BUDGET,
        [ROLE_ADJUSTED] = GROUP_BUDGET, [ROLE_ORIGINAL] = GROUP_BUDGET,
        [ROLE_ARRIVED] = GROUP_ARRIVED, [ROLE_INCOME] = GROUP_INCOME,
        [ROLE_SPENT] = GROUP_SPENT,     [ROLE_BALANCE] = GROUP_BALANCE,
        [ROLE_CHANGE] = GROUP_NONE,
    };
    return groups[role];
}

static const struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

bool member_is_part(const struct figure *figure) {
    return figure->role != ROLE_CHANGE && !figure->prior && !figure->unit_price &&
           !figure->cumulative && !figure->base;
}

bool member_is_aside(const struct figure *figure) {
    bool compared = str_starts(figure->lead, "比") || str_starts(figure->lead, "较") ||
                    str_starts(figure->lead, "与") || str_starts(figure->lead, "同比");
    return figure->base || (figure->prior && compared);
}

/* The leading words of `s` that name a thing, up to `limit` bytes. */
static struct str noun_of(struct str s, size_t limit) {
    size_t at = 0, size;
    while (at < s.len && at < limit && utf8_is_han(utf8_decode(s, at, &size)))
        at += size;
    return str_slice(s, 0, at);
}

/* str_has wants a NUL-terminated needle; these are slices of the document. */
static bool has_slice(struct str s, struct str part) {
    for (size_t at = 0; at + part.len <= s.len; at++)
        if (memcmp(s.ptr + at, part.ptr, part.len) == 0)
            return true;
    return false;
}

bool member_is_named(const struct figure *figure, struct str noun) {
    return has_slice(figure->lead, noun);
}

bool member_counts_alike(const struct prose *prose, uint32_t whole, uint32_t part) {
    if (prose_mention(prose, whole)->kind != MENTION_COUNT)
        return true;
    const struct figure *w = figure_at(prose, whole), *p = figure_at(prose, part);
    struct str thing = noun_of(w->tail, TWO_CHARACTERS); /* enough to tell things apart */
    struct str other = noun_of(p->tail, NOUN_BYTES);
    if (!other.len)
        return true;
    if (thing.len)
        return has_slice(p->tail, thing) || has_slice(p->lead, thing);
    /* 施工标段 and 标段, 产业项目 and 项目: the kind stands at the
     * end of a Chinese noun */
    size_t last = other.len < TWO_CHARACTERS ? 0 : other.len - TWO_CHARACTERS;
    return has_slice(w->lead, str_slice(other, last, other.len));
}

bool member_shares_name(const struct prose *prose, uint32_t whole, uint32_t part) {
    const struct figure *w = figure_at(prose, whole), *p = figure_at(prose, part);
    struct str noun = noun_of(w->tail, TWO_CHARACTERS);
    if (!noun.len)
        noun = str_slice(w->lead, w->lead.len > TWO_CHARACTERS ? w->lead.len - TWO_CHARACTERS : 0,
                         w->lead.len);
    return prose_mention(prose, whole)->kind == MENTION_COUNT && noun.len == TWO_CHARACTERS &&
           (has_slice(p->lead, noun) || has_slice(p->tail, noun));
}

bool member_overlaps(const struct figure *figure) {
    static const char *const traits[] = {
        "级指标", "党员", "学历", "职称", "女", "少数民族",
    };
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++)
        if (str_has(figure->lead, traits[i]))
            return true;
    return false;
}

bool member_is_other(const struct figure *whole, const struct figure *part) {
    static const struct {
        const char *whole, *part;
    } others[] = {
        {"编制", "实有"}, {"编制", "在职"}, {"编制", "在岗"}, {"编制", "现有"},
        {"编制", "退休"}, {"在职", "退休"}, {"在职", "离休"}, {"在编", "退休"},
    };
    /* 编制 30 名，其中行政 20 名、事业 10 名，实有 28 人: the
     * people are not among the posts, though the sentence goes on with a
     * comma */
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (str_has(whole->lead, others[i].whole) && str_has(part->lead, others[i].part))
            return true;
    return false;
}
