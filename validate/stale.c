#include "validate/stale.h"

#include "validate/ledger.h"
#include "validate/measure.h"

/* Fewer digits meet by chance. */
enum { SIGNIFICANT = 4 };

/* Figures by part, kind and value. */
struct stale {
    struct tally amounts; /* index of a quantity + 1 */
    struct tally scores;  /* index of a claim + 1 */
};

static uint32_t count_significant(struct str text) {
    uint32_t digits = 0, zeros = 0;
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.ptr[i];
        if (byte < '0' || byte > '9' || (byte == '0' && digits == 0))
            continue;
        digits++;
        zeros = byte == '0' ? zeros + 1 : 0;
    }
    return digits - zeros;
}

/* The counter of the value, in units of 10^power; NULL when memory is out. */
static uint32_t *find(struct doc *doc, struct tally *tally, uint32_t part,
                      const struct decimal *value, int power) {
    struct decimal base;
    if (!decimal_shift(value, power, &base))
        return NULL;
    base = decimal_trim(&base);
    uint64_t key = part;
    for (size_t i = 0; i < DECIMAL_LIMBS; i++)
        key = tally_hash(key, (struct str){(const char *)&base.limb[i], sizeof base.limb[i]});
    return tally_at(&doc->arena, tally, key * 2 + base.negative + 31 * (uint64_t)base.scale);
}

/* Only the first of each value: that is where a reader begins. */
static struct stale *gather(struct doc *doc) {
    struct stale *stale = arena_alloc(&doc->arena, sizeof *stale);
    for (uint32_t i = 0; stale && i < doc->record.quantities.count; i++) {
        const struct quantity *quantity = &doc->record.quantities.items[i];
        if (!quantity->is_quantity || quantity->kind != QUANTITY_AMOUNT || !quantity->readable ||
            count_significant(quantity->value.text) < SIGNIFICANT)
            continue;
        uint32_t *known = find(doc, &stale->amounts, quantity->part, &quantity->value.decimal,
                               measure_power(quantity->unit));
        if (known && *known == 0)
            *known = i + 1;
    }
    for (uint32_t i = 0; stale && i < doc->reading.claims.count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i];
        struct decimal value;
        if (claim->is_grade || !decimal_parse(claim->value, &value))
            continue;
        uint32_t *known = find(doc, &stale->scores, claim->part, &value, 0);
        if (known && *known == 0)
            *known = i + 1;
    }
    return stale;
}

/* Whether quantity `index` is itself one of the operands. */
static bool is_operand(struct doc *doc, const struct relation *relation, uint32_t index) {
    struct str id = str_numbered(&doc->arena, 'q', index);
    for (uint32_t i = 0; i < relation->count; i++) {
        if (str_eq(relation->operands[i].id, id))
            return true;
    }
    return false;
}

static struct str tell(struct doc *doc, struct str raw, struct str label, enum language language) {
    bool english = language == LANGUAGE_ENGLISH;
    const char *format = english ? "what they add to is stated elsewhere: %.*s%s%.*s"
                                 : "重算结果在另处写明：%.*s%s%.*s，"
                                   "此处可能未更新";
    return str_printf(&doc->arena, format, STR_ARGS(label), label.len > 0 ? " " : "",
                      STR_ARGS(raw));
}

struct str stale_find(struct doc *doc, const struct relation *relation,
                      const struct judgement *judgement, enum language language) {
    struct str rule = str_of(relation->rule);
    const struct decimal *computed = &judgement->exact;
    uint32_t *known = NULL;
    bool amount = str_starts(rule, "amount."), score = str_starts(rule, "score.total");
    if (relation->kind != RELATION_SUM || relation->count < 2 || !(amount || score))
        return (struct str){0};
    if (!doc->verdict.stale)
        doc->verdict.stale = gather(doc);
    struct stale *stale = doc->verdict.stale;
    if (!stale)
        return (struct str){0};
    if (amount)
        known = find(doc, &stale->amounts, relation->part, computed, relation->claim.power);
    else
        known = find(doc, &stale->scores, relation->part, computed, 0);
    if (!known || *known == 0)
        return (struct str){0};
    uint32_t index = *known - 1;
    if (score) {
        const struct claim *claim = &doc->reading.claims.items[index];
        return tell(doc, claim->value, claim->label, language);
    }
    const struct quantity *quantity = &doc->record.quantities.items[index];
    return is_operand(doc, relation, index)
               ? (struct str){0}
               : tell(doc, quantity->mention->raw, quantity->mention->label, language);
}
