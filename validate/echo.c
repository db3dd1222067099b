#include "validate/echo.h"

#include "validate/ledger.h"
#include "validate/relation.h"
#include "validate/twin.h"

enum { DIGITS_LEAST = 5 };

/* A rate with its two amounts, indices into record.quantities. */
struct triple {
    uint32_t part, rate, spent, budget;
};

struct echoes {
    struct triple *triples;
    uint32_t count;
    struct tally by_budget, by_spent; /* rate and amount: index + 1 of the first such triple */
};

static const struct quantity *quantity_at(const struct doc *doc, uint32_t index) {
    return &doc->record.quantities.items[index];
}

/* Whether the figure is an amount that nothing else has by chance. */
static bool is_distinct(struct doc *doc, uint32_t index) {
    if (index >= doc->record.quantities.count)
        return false;
    const struct quantity *quantity = quantity_at(doc, index);
    return quantity->has_yuan && quantity->readable && quantity->upper.text.len == 0 &&
           quantity->value.text.len >= DIGITS_LEAST && !quantity->mention->approximate &&
           twin_digits(&doc->arena, &quantity->value.decimal).len >= DIGITS_LEAST;
}

/* Only rates of a single certain denominator say what they are of. */
static bool gather(struct doc *doc, struct echoes *echoes) {
    const struct reading *reading = &doc->reading;
    *echoes = (struct echoes){0};
    for (size_t i = 0; i < reading->statements.count; i++)
        echoes->count += reading->statements.items[i].kind == STATEMENT_RATE;
    if (echoes->count < 2) {
        echoes->count = 0;
        return true;
    }
    echoes->triples = arena_array(&doc->arena, echoes->count, sizeof *echoes->triples);
    echoes->count = 0;
    for (size_t i = 0; echoes->triples && i < reading->statements.count; i++) {
        const struct statement *statement = &reading->statements.items[i];
        if (statement->kind != STATEMENT_RATE || statement->doubtful ||
            statement->member_count < 2 || !is_distinct(doc, statement->members[0]) ||
            !is_distinct(doc, statement->members[1]))
            continue;
        echoes->triples[echoes->count++] = (struct triple){
            statement->part, statement->figure, statement->members[0], statement->members[1]};
    }
    return echoes->triples != NULL;
}

/* The first triple of the part with that rate and amount; notes `triple` if it is
 * the first. NULL when it is, or memory is out. */
static const struct triple *first_with(struct doc *doc, struct echoes *echoes, struct tally *tally,
                                       const struct triple *triple, uint32_t amount) {
    const struct triple *triples = echoes->triples;
    struct decimal yuan = decimal_trim(&quantity_at(doc, amount)->yuan);
    struct decimal rate = decimal_trim(&quantity_at(doc, triple->rate)->value.decimal);
    uint64_t key = tally_hash(triple->part + 1, decimal_text(&doc->arena, &yuan));
    uint32_t *slot =
        tally_at(&doc->arena, tally, tally_hash(key, decimal_text(&doc->arena, &rate)));
    if (!slot)
        return NULL;
    if (*slot == 0) {
        *slot = (uint32_t)(triple - triples) + 1;
        return NULL;
    }
    return &triples[*slot - 1];
}

/* The amount told later against the one told first, unless they are plainly two
 * things. */
static bool hold(struct doc *doc, const struct config *config, uint32_t later, uint32_t first,
                 struct err *err) {
    struct operand claim = relation_quantity(doc, later), other = relation_quantity(doc, first);
    if (!claim.known || !other.known)
        return true;
    enum twin twin = twin_compare(&doc->arena, &claim, &other, DIGITS_LEAST);
    struct relation relation = {
        .rule = twin == TWIN_POINT ? "amount.unit" : "amount.claims",
        .kind = RELATION_EQUAL,
        .part = quantity_at(doc, later)->part,
        .label = claim.label,
        .claim = claim,
        .operands = arena_array(&doc->arena, 1, sizeof *relation.operands),
        .count = 1,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.operands[0] = other;
    return twin == TWIN_OTHER || relation_evaluate(doc, config, &relation, NULL, err);
}

bool echo_run(struct doc *doc, const struct config *config, struct err *err) {
    struct echoes echoes;
    if (!gather(doc, &echoes))
        return arena_check(&doc->arena, err);
    const struct triple *triples = echoes.triples;
    for (uint32_t i = 0; triples && i < echoes.count; i++) {
        const struct triple *triple = &triples[i];
        const struct triple *same =
            first_with(doc, &echoes, &echoes.by_budget, triple, triple->budget);
        if (same && !hold(doc, config, triple->spent, same->spent, err))
            return false;
        same = first_with(doc, &echoes, &echoes.by_spent, triple, triple->spent);
        if (same && !hold(doc, config, triple->budget, same->budget, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
