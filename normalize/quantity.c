#include "normalize/quantity.h"

#include "base/limits.h"
#include "model/unit.h"

/* Dates, grades and ordinals count nothing and fall to other. */
static enum quantity_kind kind_of(enum mention_kind kind) {
    switch (kind) {
    case MENTION_AMOUNT:
        return QUANTITY_AMOUNT;
    case MENTION_RATE:
        return QUANTITY_RATE;
    case MENTION_SCORE:
        return QUANTITY_SCORE;
    case MENTION_COUNT:
        return QUANTITY_COUNT;
    case MENTION_AREA:
        return QUANTITY_AREA;
    case MENTION_LENGTH:
        return QUANTITY_LENGTH;
    default:
        return QUANTITY_OTHER;
    }
}

/* Only digits count against the limit: 0.000001 is no longer a number than
 * 1000000. */
static size_t count_digits(struct str text) {
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++)
        digits += text.ptr[i] >= '0' && text.ptr[i] <= '9';
    return digits;
}

/* The text stays beside the decimal: 107.40 and 107.4 are one value, but the
 * record shows what is printed. */
static struct value value_of(struct str text) {
    struct value value = {.text = text};
    if (text.len == 0 || count_digits(text) > LIMIT_NUMBER_DIGITS)
        return value;
    value.number = decimal_parse(text, &value.decimal);
    return value;
}

/* Exact, by moving the point: 13.054亿元 is 1305400000 元. A figure without
 * a unit gets none; 万元 by default would be a guess. */
static void set_yuan(struct quantity *q, const struct unit *unit) {
    if (q->kind != QUANTITY_AMOUNT || !q->value.number || !q->readable)
        return;
    q->has_yuan = decimal_shift(&q->value.decimal, unit->power, &q->yuan);
}

/* A bare figure in a column headed 万元 is an amount: the unit tells the kind
 * where the mention could not. */
bool quantity_of(struct doc *doc, const struct mention *mention, struct quantity *out) {
    struct unit unit = {.kind = MENTION_NUMBER};
    bool has_unit = unit_find(mention->unit, &unit);
    *out = (struct quantity){
        .is_quantity = mention->kind != MENTION_DATE && mention->kind != MENTION_GRADE,
        .unit = mention->unit,
        .mention = mention,
        .at = mention->passage->at,
    };
    out->at.line = passage_line_at(mention->passage, mention->start);
    if (!out->is_quantity)
        return !doc->arena.exhausted;
    bool bare = mention->kind == MENTION_NUMBER && has_unit;
    out->kind = kind_of(bare ? unit.kind : mention->kind);
    out->value = value_of(mention->number);
    out->upper = value_of(mention->upper);
    out->readable =
        out->value.number && !mention->malformed && (mention->upper.len == 0 || out->upper.number);
    out->decimals = out->value.number ? out->value.decimal.scale : 0;
    if (has_unit)
        set_yuan(out, &unit);
    return !doc->arena.exhausted;
}
