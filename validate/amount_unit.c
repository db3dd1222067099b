#include "validate/amount_unit.h"

#include "validate/grid.h"
#include "validate/ledger.h"
#include "validate/twin.h"

enum { DIGITS_LEAST = 6, PLACES = 4 };

struct units {
    struct tally prose; /* by part and digits: index + 1 of the first figure of a sentence */
    bool *reported;     /* one a table */
};

/* 8426.58 under 万元 of a head; 8426.58万元 prints its own. */
static bool has_own_unit(const struct quantity *quantity) {
    return quantity->unit.len > 0 && str_has(quantity->mention->raw, "元");
}

/* A price of one thing times 10,000 of them has the same digits, and is no
 * slip. */
static bool is_price(const struct mention *mention) {
    static const char *const words[] = {"每", "均", "标准", "单价"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_has(mention->label, words[i]))
            return true;
    }
    return false;
}

/* The counter of the figure's digits within its part; NULL when it has too few
 * digits, or memory is out. */
static uint32_t *slot_of(struct doc *doc, struct units *units, const struct quantity *quantity) {
    if (!quantity->has_yuan || !quantity->readable || quantity->value.text.len < DIGITS_LEAST ||
        is_price(quantity->mention))
        return NULL;
    struct str digits = twin_digits(&doc->arena, &quantity->value.decimal);
    if (digits.len < DIGITS_LEAST)
        return NULL;
    return tally_at(&doc->arena, &units->prose, tally_hash(quantity->part + 1, digits));
}

static bool prepare(struct doc *doc, struct units *units) {
    *units = (struct units){0};
    units->reported =
        arena_array(&doc->arena, doc->document.tables.count + 1, sizeof *units->reported);
    for (size_t i = 0; units->reported && i < doc->verdict.findings.count; i++) {
        const struct finding *finding = &doc->verdict.findings.items[i];
        if (!str_is(str_of(finding->rule->id), "amount.unit"))
            continue;
        for (uint32_t k = 0; k < finding->evidence_count; k++) {
            if (finding->evidence[k].at.table != PLACE_NONE)
                units->reported[finding->evidence[k].at.table] = true;
        }
    }
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        const struct quantity *quantity = &doc->record.quantities.items[i];
        if (!quantity->is_quantity || !has_own_unit(quantity))
            continue;
        uint32_t *slot = slot_of(doc, units, quantity);
        if (slot && *slot == 0)
            *slot = i + 1;
    }
    return !doc->arena.exhausted;
}

/* The cell and the figure of a sentence with the same digits. */
struct witness {
    uint32_t cell, prose; /* indices into record.quantities */
    bool borne_out;       /* a figure of the section has its like in its own unit */
};

static bool is_apart(const struct quantity *a, const struct quantity *b) {
    struct decimal up, down;
    return (decimal_shift(&a->yuan, PLACES, &up) && decimal_cmp(&up, &b->yuan) == 0) ||
           (decimal_shift(&a->yuan, -PLACES, &down) && decimal_cmp(&down, &b->yuan) == 0);
}

static void look_at(struct doc *doc, struct units *units, uint32_t index, struct witness *witness) {
    const struct quantity *quantity = &doc->record.quantities.items[index];
    uint32_t *slot = has_own_unit(quantity) ? NULL : slot_of(doc, units, quantity);
    if (!slot || *slot == 0)
        return;
    const struct quantity *other = &doc->record.quantities.items[*slot - 1];
    witness->borne_out |= decimal_cmp(&quantity->yuan, &other->yuan) == 0;
    if (witness->cell == GRID_NONE && is_apart(quantity, other)) {
        witness->cell = index;
        witness->prose = *slot - 1;
    }
}

static struct witness find_witness(struct doc *doc, struct units *units,
                                   const struct section *section) {
    struct witness witness = {.cell = GRID_NONE};
    for (uint32_t row = section->first + section->header_rows; row < section->end; row++) {
        for (uint32_t column = 0; column < section->column_count; column++) {
            uint32_t index = grid_quantity(doc, section, row, column);
            if (index != GRID_NONE)
                look_at(doc, units, index, &witness);
        }
    }
    return witness;
}

bool amount_unit_run(struct doc *doc, const struct config *config, struct err *err) {
    struct units units;
    if (!prepare(doc, &units))
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < doc->reading.sections.count && units.prose.count > 0; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        if (units.reported[section->table])
            continue;
        struct witness witness = find_witness(doc, &units, section);
        if (witness.cell == GRID_NONE || witness.borne_out)
            continue;
        struct relation relation = {
            .rule = "amount.unit",
            .kind = RELATION_EQUAL,
            .part = section->part,
            .claim = relation_quantity(doc, witness.cell),
            .operands = arena_array(&doc->arena, 1, sizeof *relation.operands),
            .count = 1,
        };
        if (!relation.operands)
            return arena_check(&doc->arena, err);
        relation.label = relation.claim.label;
        relation.operands[0] = relation_quantity(doc, witness.prose);
        units.reported[section->table] = true;
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
