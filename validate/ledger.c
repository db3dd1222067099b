#include "validate/ledger.h"

#include <assert.h>

#include "base/limits.h"
#include "validate/reason.h"

struct tally_slot {
    uint64_t key;
    uint32_t value;
    bool taken;
};

struct ledger {
    struct tally amended;           /* by mention: index + 1 into `amendments` */
    VEC(struct decimal) amendments; /* what contradicted figures should be */
    struct tally relations;         /* by the hash of a relation: its outcome + 1 */
    bool *taken;                    /* one a mention: counted as checked */
    uint32_t dropped;               /* findings beyond LIMIT_FINDINGS */
};

/* The slot of the key, or the free one where it belongs; the table is never
 * full. */
static struct tally_slot *seek(struct tally *tally, uint64_t key) {
    uint32_t mask = tally->capacity - 1, at = (uint32_t)(key ^ key >> 32) & mask;
    while (tally->slots[at].taken && tally->slots[at].key != key)
        at = (at + 1) & mask;
    return &tally->slots[at];
}

/* Doubling keeps insertion at constant cost on average; half empty keeps the
 * probes short. */
static bool grow(struct arena *arena, struct tally *tally) {
    struct tally larger = {.capacity = tally->capacity ? tally->capacity * 2 : 64};
    larger.slots = arena_array(arena, larger.capacity, sizeof *larger.slots);
    if (!larger.slots)
        return false;
    for (uint32_t i = 0; i < tally->capacity; i++) {
        if (tally->slots[i].taken)
            *seek(&larger, tally->slots[i].key) = tally->slots[i];
    }
    larger.count = tally->count;
    *tally = larger;
    return true;
}

/* The slot moves when the table grows: callers take what they need before they
 * ask for the next key. */
uint32_t *tally_at(struct arena *arena, struct tally *tally, uint64_t key) {
    if (tally->count >= tally->capacity / 2 && !grow(arena, tally))
        return NULL;
    struct tally_slot *slot = seek(tally, key);
    if (!slot->taken) {
        *slot = (struct tally_slot){.key = key, .taken = true};
        tally->count++;
    }
    return &slot->value;
}

/* The closing byte tells (12, 3) from (1, 23) when fields are hashed one after
 * the other. The seed is multiplied before the first byte is mixed in: part 1 with "92"
 * would else be part 0 with "82". */
uint64_t tally_hash(uint64_t seed, struct str text) {
    uint64_t hash = (seed ^ 0xcbf29ce484222325u) * 0x100000001b3u;
    for (size_t i = 0; i < text.len; i++)
        hash = (hash ^ (unsigned char)text.ptr[i]) * 0x100000001b3u;
    return (hash ^ 0x1f) * 0x100000001b3u;
}

/* Places and kinds are hashed as they lie in memory: keys live for one run only
 * and are never written. */
static uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t size) {
    return tally_hash(seed, (struct str){bytes, size});
}

/* Id, text and place together: a figure without an id is still told from its
 * neighbour. */
static uint64_t hash_operand(uint64_t seed, const struct operand *operand) {
    seed = tally_hash(tally_hash(seed, operand->id), operand->text);
    return hash_bytes(seed, &operand->at, sizeof operand->at);
}

/* Without the label: the same figures at the same place are the same relation,
 * whatever two families call it. */
static uint64_t hash_relation(const struct relation *relation) {
    uint64_t hash = tally_hash(0, str_of(relation->rule));
    hash = hash_bytes(hash, &relation->kind, sizeof relation->kind);
    hash = hash_bytes(hash, &relation->part, sizeof relation->part);
    hash = hash_operand(hash, &relation->claim);
    for (uint32_t i = 0; i < relation->count; i++)
        hash = hash_operand(hash, &relation->operands[i]);
    return hash;
}

/* Made when the first rule needs it, so that no stage has to open it. */
static struct ledger *open_ledger(struct doc *doc) {
    struct ledger *ledger = doc->verdict.ledger;
    if (ledger)
        return ledger;
    size_t mentions = doc->reading.mentions.count;
    ledger = arena_alloc(&doc->arena, sizeof *ledger);
    if (!ledger)
        return NULL;
    ledger->taken = arena_array(&doc->arena, mentions ? mentions : 1, sizeof *ledger->taken);
    return doc->verdict.ledger = ledger->taken ? ledger : NULL;
}

/* A field of a form may be a cell of a table too; what both families find is
 * counted once. */
bool ledger_knows(struct doc *doc, const struct relation *relation, enum outcome *outcome) {
    struct ledger *ledger = open_ledger(doc);
    uint32_t *known =
        ledger ? tally_at(&doc->arena, &ledger->relations, hash_relation(relation)) : NULL;
    if (!known || *known == 0)
        return false;
    *outcome = (enum outcome)(*known - 1);
    return true;
}

/* The number that an id ends with; ids are ours, and so hold digits only. */
static uint32_t read_index(struct str digits) {
    uint32_t index = 0;
    for (size_t i = 0; i < digits.len; i++)
        index = index * 10 + (uint32_t)(digits.ptr[i] - '0');
    return index;
}

/* The mention behind an operand: "q12" is mention 12, an indicator's figure
 * that of its cell. STATEMENT_NO_MENTION when there is none. */
static uint32_t mention_of(const struct doc *doc, const struct operand *operand) {
    const struct place *at = &operand->at;
    if (str_starts(operand->id, "q"))
        return read_index(str_slice(operand->id, 1, operand->id.len));
    if (operand->id.len == 0 || at->row < 0 || !doc->reading.cell_mentions || at->table < 0 ||
        (size_t)at->table >= doc->document.tables.count)
        return STATEMENT_NO_MENTION;
    const struct table *table = &doc->document.tables.items[at->table];
    const struct cell *cell = table_cell_at(table, (uint32_t)at->row, (uint32_t)at->col);
    if (!cell)
        return STATEMENT_NO_MENTION;
    return reading_mention_of(&doc->reading, (uint32_t)at->table, (uint32_t)(cell - table->cells));
}

/* A figure counts once, however many relations it serves. */
static void take(struct doc *doc, struct ledger *ledger, const struct operand *operand) {
    uint32_t mention = mention_of(doc, operand);
    if (mention >= doc->reading.mentions.count || ledger->taken[mention])
        return;
    ledger->taken[mention] = true;
    doc->verdict.coverage.checked++;
}

/* Adds one to the count of `word`, keeping the reasons in order. */
static void count_reason(struct doc *doc, struct str word) {
    struct coverage *coverage = &doc->verdict.coverage;
    size_t room, at = 0;
    reason_all(&room);
    assert(reason_find(word));
    if (!coverage->unverifiable)
        coverage->unverifiable = arena_array(&doc->arena, room, sizeof *coverage->unverifiable);
    if (!coverage->unverifiable)
        return;
    while (at < coverage->reason_count && str_cmp(coverage->unverifiable[at].reason, word) < 0)
        at++;
    struct reason_count *place = &coverage->unverifiable[at];
    if (at == coverage->reason_count || !str_eq(place->reason, word)) {
        memmove(place + 1, place, (coverage->reason_count - at) * sizeof *place);
        *place = (struct reason_count){.reason = word};
        coverage->reason_count++;
    }
    place->count++;
}

/* Coverage counts what was really held: an unverifiable relation has checked
 * none of its figures. */
void ledger_settle(struct doc *doc, const struct relation *relation, enum outcome outcome,
                   const char *reason) {
    struct ledger *ledger = open_ledger(doc);
    uint32_t *known =
        ledger ? tally_at(&doc->arena, &ledger->relations, hash_relation(relation)) : NULL;
    if (!known)
        return;
    *known = (uint32_t)outcome + 1;
    doc->verdict.coverage.relations++;
    if (outcome == OUTCOME_UNVERIFIABLE) {
        count_reason(doc, str_of(reason));
        return;
    }
    doc->verdict.coverage.verified++;
    take(doc, ledger, &relation->claim);
    for (uint32_t i = 0; i < relation->count; i++)
        take(doc, ledger, &relation->operands[i]);
}

void ledger_amend(struct doc *doc, const struct operand *claim, const struct decimal *value) {
    struct ledger *ledger = open_ledger(doc);
    uint32_t mention = mention_of(doc, claim);
    uint32_t *slot = ledger && mention != STATEMENT_NO_MENTION
                         ? tally_at(&doc->arena, &ledger->amended, mention)
                         : NULL;
    if (slot && *slot == 0 && VEC_PUSH(&doc->arena, &ledger->amendments, *value))
        *slot = (uint32_t)ledger->amendments.count;
}

const struct decimal *ledger_amended(struct doc *doc, const struct operand *operand) {
    struct ledger *ledger = doc->verdict.ledger;
    uint32_t mention = mention_of(doc, operand);
    if (!ledger || ledger->amendments.count == 0 || mention == STATEMENT_NO_MENTION)
        return NULL;
    const struct tally_slot *slot = seek(&ledger->amended, mention);
    return slot->taken && slot->value > 0 ? &ledger->amendments.items[slot->value - 1] : NULL;
}

/* LIMIT_FINDINGS bounds what a hostile document can make us print; the count of
 * the rest is told in a warning. */
bool ledger_admits_finding(struct doc *doc) {
    struct ledger *ledger = open_ledger(doc);
    if (!ledger)
        return false;
    if (doc->verdict.findings.count < LIMIT_FINDINGS)
        return true;
    ledger->dropped++;
    return false;
}

/* No ledger, no finding: a document without relations never opened one. */
uint32_t ledger_dropped(const struct doc *doc) {
    return doc->verdict.ledger ? doc->verdict.ledger->dropped : 0;
}
