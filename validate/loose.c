#include "validate/loose.h"

#include "model/glyph.h"
#include "validate/judge.h"
#include "validate/relation.h"

/* How far back a sum or a denominator is looked for: keeps the work linear. */
enum { MOST_PARTS = 64, MOST_BASES = 16 };

/* Two figures that add up to a third may do so by chance. */
enum { FEWEST_PARTS = 3 };

/* Figures alone in their paragraphs, in order. */
struct loose {
    struct doc *doc;
    const struct config *config;
    struct err *err;
    VEC(uint32_t) alone; /* indices of quantities */
};

static const struct mention *mention_of(const struct loose *l, uint32_t index) {
    return &l->doc->reading.mentions.items[index];
}

static bool is_figure(const struct mention *mention) {
    return mention->kind == MENTION_NUMBER || mention->kind == MENTION_AMOUNT;
}

/* Whether the passage is a paragraph in which the figure stands alone. */
static bool is_alone(const struct mention *mention) {
    struct str text = mention->passage->text;
    return mention->passage->at.table == PLACE_NONE && is_figure(mention) &&
           glyph_skip(text, 0) == mention->start && glyph_skip(text, mention->end) == text.len;
}

/* The paragraph before the one of the figure that is not blank, squeezed. */
static struct str name_before(struct loose *l, const struct mention *mention) {
    const struct document *document = &l->doc->document;
    const struct passage *first = document->paragraphs.items, *at = mention->passage;
    if (document->paragraphs.count == 0 || at < first || at >= first + document->paragraphs.count)
        return (struct str){0};
    while (at > first && str_blank(at[-1].text) && mention->passage - at < 2)
        at--;
    return at > first ? str_squeeze(&l->doc->arena, at[-1].text) : (struct str){0};
}

static bool names_total(struct str name) {
    static const char *const words[] = {"合计", "总计", "合計", "總計"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_ends(name, words[i]))
            return true;
    }
    return false;
}

/* The figures before the total that add up to it; without such the relation is
 * open, for the list has lost its beginning. */
static bool check_total(struct loose *l, uint32_t index, struct str name) {
    size_t count = l->alone.count, most = count < MOST_PARTS ? count : MOST_PARTS;
    struct relation relation = {
        .rule = "amount.total",
        .kind = RELATION_SUM,
        .part = l->doc->record.quantities.items[index].part,
        .label = name,
        .claim = relation_quantity(l->doc, index),
        .operands = arena_array(&l->doc->arena, most + 1, sizeof *relation.operands),
        .exact = true,
    };
    struct decimal sum = decimal_of(0);
    bool found = false, read = true;
    if (!relation.operands || most < FEWEST_PARTS)
        return arena_check(&l->doc->arena, l->err);
    while (read && !found && relation.count < most) {
        struct operand operand = relation_quantity(l->doc, l->alone.items[--count]);
        read = operand.known && decimal_add(&sum, &operand.value, &sum);
        relation.operands[relation.count] = operand;
        relation.count += read;
        found = relation.count >= FEWEST_PARTS && relation.claim.known &&
                decimal_cmp(&sum, &relation.claim.value) == 0 && judge_holds(&relation);
    }
    relation.reason = found ? NULL : REASON_UNREADABLE_ROW;
    return relation_evaluate(l->doc, l->config, &relation, NULL, l->err);
}

/* ---- lines of figures */

/* Whether nothing but blanks stands between two mentions of one paragraph, or
 * at its ends. */
static bool is_gap(struct str text, size_t from, size_t to) {
    return from <= to && glyph_skip(text, from) >= to;
}

/* The end of the run of mentions from `first` on that fill one paragraph; `first`
 * where it holds anything else. */
static uint32_t line_end(const struct loose *l, uint32_t first) {
    const struct mention *mention = mention_of(l, first);
    const struct passage *passage = mention->passage;
    uint32_t end = first, count = (uint32_t)l->doc->record.quantities.count;
    size_t at = 0;
    if (passage->at.table != PLACE_NONE)
        return first;
    for (; end < count && mention_of(l, end)->passage == passage; end++) {
        mention = mention_of(l, end);
        if (!is_gap(passage->text, at, mention->start) ||
            (!is_figure(mention) && mention->kind != MENTION_RATE))
            return first;
        at = mention->end;
    }
    return is_gap(passage->text, at, passage->text.len) ? end : first;
}

/* The rate `index` with the figure before it over the nearest one that fits;
 * without such the relation is open, for which figures are meant is lost. */
static bool check_rate(struct loose *l, uint32_t first, uint32_t index) {
    struct operand operands[2] = {relation_quantity(l->doc, index - 1)};
    struct relation relation = {
        .rule = "rate.ratio",
        .kind = RELATION_RATIO,
        .part = l->doc->record.quantities.items[index].part,
        .claim = relation_quantity(l->doc, index),
        .operands = operands,
        .count = 2,
        .reason = REASON_UNREADABLE_ROW,
    };
    for (uint32_t base = index - 1;
         relation.reason && base-- > first && index - base < MOST_BASES;) {
        operands[1] = relation_quantity(l->doc, base);
        relation.reason = NULL;
        if (!is_figure(mention_of(l, base)) || !operands[1].known ||
            decimal_is_zero(&operands[1].value) || !judge_holds(&relation))
            relation.reason = REASON_UNREADABLE_ROW;
    }
    return relation_evaluate(l->doc, l->config, &relation, NULL, l->err);
}

static bool check_line(struct loose *l, uint32_t first, uint32_t end) {
    for (uint32_t i = first + 2; i < end; i++) {
        if (mention_of(l, i)->kind == MENTION_RATE && is_figure(mention_of(l, i - 1)) &&
            !check_rate(l, first, i))
            return false;
    }
    return true;
}

bool loose_run(struct doc *doc, const struct config *config, struct err *err) {
    struct loose l = {.doc = doc, .config = config, .err = err};
    uint32_t next = 0; /* behind the line that was checked */
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        const struct mention *mention = mention_of(&l, i);
        uint32_t end = i < next ? next : line_end(&l, i);
        if (i >= next && !check_line(&l, i, end))
            return false;
        next = end;
        if (!is_alone(mention))
            continue;
        struct str name = name_before(&l, mention);
        if (names_total(name) ? !check_total(&l, i, name) : !VEC_PUSH(&doc->arena, &l.alone, i))
            return arena_check(&doc->arena, err);
    }
    return arena_check(&doc->arena, err);
}
