#include "validate/amount_unit.h"

#include "validate/grid.h"
#include "validate/ledger.h"
#include "validate/twin.h"

enum { DIGITS_LEAST = 6, DIGITS_PROSE = 5, PLACES = 4 };

struct units {
    struct tally prose; /* by part and digits: index + 1 of the first figure of a sentence */
    struct tally noted; /* by part and digits: whether a slip of them has been reported */
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

/* The figure's digits on top of its part, in `*key`; false when it has too few,
 * or is no amount. */
static bool key_of(struct doc *doc, const struct quantity *quantity, size_t digits, uint64_t *key) {
    if (!quantity->has_yuan || !quantity->readable || quantity->value.text.len < digits ||
        is_price(quantity->mention))
        return false;
    struct str text = twin_digits(&doc->arena, &quantity->value.decimal);
    *key = tally_hash(quantity->part + 1, text);
    return text.len >= digits;
}

static bool is_apart(const struct quantity *a, const struct quantity *b) {
    static const int places[] = {PLACES, -PLACES, 2 * PLACES, -2 * PLACES};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct decimal moved;
        if (decimal_shift(&a->yuan, places[i], &moved) && decimal_cmp(&moved, &b->yuan) == 0)
            return true;
    }
    return false;
}

/* Notes the digits of the two figures of each slip that is known, and the tables
 * that have one. */
static void note_findings(struct doc *doc, struct units *units) {
    for (size_t i = 0; i < doc->verdict.findings.count; i++) {
        const struct finding *finding = &doc->verdict.findings.items[i];
        struct decimal value;
        if (!str_is(str_of(finding->rule->id), "amount.unit") ||
            !decimal_parse(finding->claimed, &value))
            continue;
        uint32_t *noted = tally_at(&doc->arena, &units->noted,
                                   tally_hash(finding->part + 1, twin_digits(&doc->arena, &value)));
        if (noted)
            *noted = 1;
        for (uint32_t k = 0; k < finding->evidence_count; k++) {
            if (finding->evidence[k].at.table != PLACE_NONE)
                units->reported[finding->evidence[k].at.table] = true;
        }
    }
}

static bool report(struct doc *doc, const struct config *config, uint32_t claim, uint32_t other,
                   struct err *err) {
    struct relation relation = {
        .rule = "amount.unit",
        .kind = RELATION_EQUAL,
        .part = doc->record.quantities.items[claim].part,
        .claim = relation_quantity(doc, claim),
        .operands = arena_array(&doc->arena, 1, sizeof *relation.operands),
        .count = 1,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    relation.label = relation.claim.label;
    relation.operands[0] = relation_quantity(doc, other);
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* 支出 2826.4 亿元 where another sentence says 2826.4 万元: reports write
 * 万元, so that the other unit is the claim. */
static bool check_prose(struct doc *doc, const struct config *config, struct units *units,
                        const uint32_t pair[2], uint64_t key, struct err *err) {
    const struct quantity *a = &doc->record.quantities.items[pair[0]];
    const struct quantity *b = &doc->record.quantities.items[pair[1]];
    if (!is_apart(a, b))
        return true;
    uint32_t *noted = tally_at(&doc->arena, &units->noted, key);
    if (!noted || (*noted)++ > 0)
        return true;
    bool first = str_is(b->unit, "万元") && !str_is(a->unit, "万元");
    return report(doc, config, pair[!first], pair[first], err);
}

/* Sentences first: their figures print a unit each. */
static bool read_prose(struct doc *doc, const struct config *config, struct units *units,
                       struct err *err) {
    for (uint32_t i = 0; i < doc->record.quantities.count; i++) {
        const struct quantity *quantity = &doc->record.quantities.items[i];
        uint64_t key;
        if (!quantity->is_quantity || !has_own_unit(quantity) ||
            !key_of(doc, quantity, DIGITS_PROSE, &key))
            continue;
        uint32_t *slot = tally_at(&doc->arena, &units->prose, key);
        if (slot && *slot == 0)
            *slot = i + 1;
        else if (slot && !check_prose(doc, config, units, (uint32_t[]){*slot - 1, i}, key, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}

/* The cell and the figure of a sentence with the same digits. */
struct witness {
    uint32_t cell, prose; /* indices into record.quantities */
    bool borne_out;       /* a figure of the section has its like in its own unit */
};

static void look_at(struct doc *doc, struct units *units, uint32_t index, struct witness *witness) {
    const struct quantity *quantity = &doc->record.quantities.items[index];
    uint64_t key;
    if (has_own_unit(quantity) || !key_of(doc, quantity, DIGITS_LEAST, &key))
        return;
    uint32_t *slot = tally_at(&doc->arena, &units->prose, key);
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
    struct units units = {0};
    units.reported =
        arena_array(&doc->arena, doc->document.tables.count + 1, sizeof *units.reported);
    if (!units.reported)
        return arena_check(&doc->arena, err);
    note_findings(doc, &units);
    if (!read_prose(doc, config, &units, err))
        return false;
    for (size_t i = 0; i < doc->reading.sections.count && units.prose.count > 0; i++) {
        const struct section *section = &doc->reading.sections.items[i];
        if (units.reported[section->table])
            continue;
        struct witness witness = find_witness(doc, &units, section);
        if (witness.cell == GRID_NONE || witness.borne_out)
            continue;
        units.reported[section->table] = true;
        if (!report(doc, config, witness.cell, witness.prose, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
