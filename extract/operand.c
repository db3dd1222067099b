#include "extract/operand.h"

/* How far back an operand is looked for: beyond this many figures a sentence
 * has found another subject. */
enum { BACK_FIGURES = 48 };

static const struct figure *figure_at(const struct prose *prose, uint32_t index) {
    return &prose->figures.items[index];
}

enum mention_kind operand_kind(const struct prose *prose, uint32_t index) {
    return prose_mention(prose, index)->kind;
}

enum role_group operand_group(const struct prose *prose, uint32_t index) {
    return member_group(figure_at(prose, index)->role);
}

/* Whether the figure can be an operand at all. */
bool operand_is(const struct prose *prose, uint32_t index) {
    const struct figure *figure = figure_at(prose, index);
    return figure->exact && figure->role != ROLE_CHANGE && !figure->prior && !figure->unit_price &&
           !figure->bracketed && !figure->base && !prose_mention(prose, index)->malformed;
}

bool operand_is_amount(const struct prose *prose, uint32_t index) {
    return operand_kind(prose, index) == MENTION_AMOUNT && operand_is(prose, index);
}

/* A part of a list whose item has no other amount: a rate behind it is not the
 * part's own. */
bool operand_is_lone_part(const struct prose *prose, uint32_t index) {
    const struct figure *figure = figure_at(prose, index);
    if (!figure->list || figure->siblings < 2)
        return false;
    /* 甲 3 条，安排 4 万元，支出 3 万元: an item has at most a few
     * figures, and the first before it tells */
    for (uint32_t i = index; i > 0 && index - i < 4; i--) {
        const struct figure *other = figure_at(prose, i - 1);
        if (other->list == figure->list)
            return other->item != figure->item;
    }
    return true;
}

/* The lowest figure that is still near enough to figure `from`. */
uint32_t operand_horizon(const struct prose *prose, uint32_t from, uint32_t sentences) {
    uint32_t at = from, sentence = figure_at(prose, from)->sentence;
    while (at > 0 && from - at < BACK_FIGURES &&
           figure_at(prose, at - 1)->sentence + sentences >= sentence)
        at--;
    return at;
}

bool operand_is_rate(const struct prose *prose, uint32_t index) {
    const struct mention *mention = prose_mention(prose, index);
    return mention->kind == MENTION_RATE && figure_at(prose, index)->exact && !mention->malformed &&
           !str_has(mention->unit, "点");
}
