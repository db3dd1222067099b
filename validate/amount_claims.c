#include "validate/amount_claims.h"

#include "validate/ledger.h"
#include "validate/relation.h"
#include "validate/twin.h"

/* What is told of one quantity is bounded: a document that tells one thing more
 * often is no report. */
enum { GROUP_MAX = 16, VALUES_MAX = 4, DIGITS_LIKELY = 5, DIGITS_CERTAIN = 2, FAR_SHARE = 20 };

struct told {
    const struct telling *tellings[GROUP_MAX];
    struct operand operands[GROUP_MAX];
    uint32_t count;
    uint32_t value[GROUP_MAX];   /* which value each tells */
    uint32_t finest[VALUES_MAX]; /* of the tellings of a value */
    uint32_t alike[VALUES_MAX];  /* how many tell it */
    uint32_t values;
};

/* The tellings of one quantity are chained: `next` holds index + 1,
 * 0 ends a chain. */
struct chains {
    uint32_t *next;
    bool *begins;
};

static uint64_t key_of(const struct telling *telling) {
    uint64_t seed = tally_hash(((uint64_t)telling->part << 4) + telling->measure, telling->year);
    return tally_hash(seed, telling->subject);
}

static bool chain(struct doc *doc, struct chains *chains) {
    size_t count = doc->reading.tellings.count;
    struct tally heads = {0};
    *chains = (struct chains){
        .next = arena_array(&doc->arena, count + 1, sizeof *chains->next),
        .begins = arena_array(&doc->arena, count + 1, sizeof *chains->begins),
    };
    for (uint32_t i = 0; chains->next && chains->begins && i < count; i++) {
        uint32_t *last = tally_at(&doc->arena, &heads, key_of(&doc->reading.tellings.items[i]));
        if (!last)
            break;
        if (*last > 0)
            chains->next[*last - 1] = i + 1;
        chains->begins[i] = *last == 0;
        *last = i + 1;
    }
    return !doc->arena.exhausted;
}

/* The readable tellings of the chain that begins at `first`. */
static void gather(struct doc *doc, const struct chains *chains, uint32_t first,
                   struct told *told) {
    told->count = 0;
    for (uint32_t i = first + 1; i > 0 && told->count < GROUP_MAX; i = chains->next[i - 1]) {
        const struct telling *telling = &doc->reading.tellings.items[i - 1];
        struct operand operand = relation_quantity(doc, telling->mention);
        if (!operand.known || operand.unit.len == 0)
            continue;
        told->tellings[told->count] = telling;
        told->operands[told->count++] = operand;
    }
}

static enum twin compare(struct doc *doc, const struct told *told, uint32_t a, uint32_t b) {
    bool certain = told->tellings[a]->certain && told->tellings[b]->certain;
    return twin_compare(&doc->arena, &told->operands[a], &told->operands[b],
                        certain ? DIGITS_CERTAIN : DIGITS_LIKELY);
}

static bool is_finer(const struct operand *a, const struct operand *b) {
    return a->power - a->value.scale < b->power - b->value.scale;
}

/* Sorts the tellings by value; the finest of each value stands for it. More
 * values than VALUES_MAX are not told apart. */
static void sort(struct told *told) {
    told->values = 0;
    for (uint32_t i = 0; i < told->count && told->values < VALUES_MAX; i++) {
        uint32_t value = 0;
        while (value < told->values &&
               !twin_is_same(&told->operands[i], &told->operands[told->finest[value]]))
            value++;
        if (value == told->values) {
            told->finest[told->values] = i;
            told->alike[told->values++] = 0;
        }
        told->value[i] = value;
        told->alike[value]++;
        if (is_finer(&told->operands[i], &told->operands[told->finest[value]]))
            told->finest[value] = i;
    }
}

/* Whether the figures lie so far apart that they are likelier of two things: a
 * report is corrected by some per cent, a project is a tenth of its
 * department. */
static bool is_far(const struct operand *a, const struct operand *b) {
    struct decimal x = a->value, y, away, share = decimal_of(FAR_SHARE);
    bool known = decimal_shift(&b->value, b->power - a->power, &y) && decimal_sub(&x, &y, &away) &&
                 decimal_mul(&away, &share, &away);
    x = decimal_abs(&x);
    away = decimal_abs(&away);
    return !known || decimal_cmp(&away, &x) > 0;
}

static bool hold(struct doc *doc, const struct config *config, const struct told *told,
                 const uint32_t pair[2], enum twin twin, struct err *err) {
    const struct telling *telling = told->tellings[pair[0]];
    struct operand claim = told->operands[pair[0]], other = told->operands[pair[1]];
    struct relation relation = {
        .rule = twin == TWIN_POINT ? "amount.unit" : "amount.claims",
        .kind = RELATION_EQUAL,
        .part = telling->part,
        .label = claim.label,
        .claim = claim,
        .operands = arena_array(&doc->arena, 1, sizeof *relation.operands),
        .count = 1,
    };
    if (!relation.operands)
        return arena_check(&doc->arena, err);
    /* what is printed coarser is the claim: its half unit is the tolerance */
    if (twin == TWIN_SAME && is_finer(&claim, &other)) {
        relation.claim = other;
        other = claim;
    }
    relation.operands[0] = other;
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* Whether two rows of funds tell different values: then they are of two things,
 * and nobody knows which of them the text means. */
static bool is_open(const struct told *told) {
    uint32_t value = VALUES_MAX;
    for (uint32_t i = 0; i < told->count; i++) {
        if (told->tellings[i]->table == PLACE_NONE)
            continue;
        if (value != VALUES_MAX && value != told->value[i])
            return true;
        value = told->value[i];
    }
    return false;
}

/* The value that most tell is what a reader takes for the quantity, of values
 * told as often that of the first telling. Of three values none is it, unless it
 * is told twice: then what looks like it is still a slip. */
static bool find_base(const struct told *told, uint32_t *base) {
    uint32_t most = 0;
    for (uint32_t value = 1; value < told->values; value++)
        most = told->alike[value] > told->alike[most] ? value : most;
    *base = told->finest[most];
    return told->values < VALUES_MAX && (told->values < 3 || told->alike[most] > 1);
}

static bool check_told(struct doc *doc, const struct config *config, struct told *told,
                       struct err *err) {
    uint32_t base;
    sort(told);
    if (!find_base(told, &base))
        return true;
    bool open = is_open(told);
    for (uint32_t i = 0; i < told->count; i++) {
        const struct telling *telling = told->tellings[i], *other = told->tellings[base];
        bool same = told->value[i] == told->value[base];
        enum twin twin = same ? TWIN_SAME : compare(doc, told, i, base);
        bool one_table = telling->table != PLACE_NONE && telling->table == other->table;
        bool certain = telling->certain && other->certain && told->values == 2 &&
                       !is_far(&told->operands[i], &told->operands[base]);
        if (i == base || one_table || telling->derived || (open && twin != TWIN_SAME) ||
            (twin == TWIN_OTHER && !certain))
            continue;
        if (!hold(doc, config, told, (uint32_t[]){i, base}, twin, err))
            return false;
    }
    return true;
}

bool amount_claims_run(struct doc *doc, const struct config *config, struct err *err) {
    struct chains chains;
    struct told told;
    if (!chain(doc, &chains))
        return arena_check(&doc->arena, err);
    for (uint32_t i = 0; i < doc->reading.tellings.count; i++) {
        if (!chains.begins[i] || chains.next[i] == 0)
            continue;
        gather(doc, &chains, i, &told);
        if (told.count > 1 && !check_told(doc, config, &told, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
