#include "validate/repeats.h"

#include "validate/ledger.h"
#include "validate/relation.h"
#include "validate/twin.h"

/* A name of four characters: what is shorter (项目, 面积) is many things'. Two
 * figures are alike by chance where both name and figure are short: 补助资金 10
 * of two villages; each digit counts as two characters of the name. */
enum { NAME_BYTES = 12, DIGIT_BYTES = 6, OWN_BYTES = 30, DIGITS_SLIP = 4 };

struct scan {
    struct doc *doc;
    const struct config *config;
    struct tally names;  /* by part, kind, unit, year and name: index of the first mention + 1 */
    struct tally people; /* of fields: by part and the end of a field's name: index + 1 */
    bool *told;          /* one a mention: amount.claims has it as a telling */
    const struct passage *dated;
    struct str year; /* last told in that passage */
};

static bool is_label_within(const struct mention *mention) {
    struct str text = mention->passage->text;
    const char *label = mention->label.ptr;
    return mention->label.len >= NAME_BYTES && label >= text.ptr && label < text.ptr + text.len;
}

/* str_ends wants a NUL-terminated word; these are slices of the document. */
static bool ends_alike(struct str text, struct str end) {
    return text.len >= end.len && str_eq(str_slice(text, text.len - end.len, text.len), end);
}

/* A figure that a sentence names, exact. */
static bool is_named(const struct mention *mention) {
    bool kind = mention->kind == MENTION_COUNT || mention->kind == MENTION_AREA ||
                mention->kind == MENTION_LENGTH || mention->kind == MENTION_AMOUNT;
    return kind && mention->number.len > 0 && mention->upper.len == 0 &&
           mention->comparator == COMPARE_NONE && !mention->approximate && !mention->malformed &&
           is_label_within(mention);
}

static void note_year(struct scan *scan, const struct mention *mention) {
    if (scan->dated != mention->passage)
        scan->year = (struct str){0};
    scan->dated = mention->passage;
    if (mention->kind == MENTION_DATE && mention->number.len >= 4)
        scan->year = str_slice(mention->number, 0, 4);
    if (str_eq(scan->year, scan->doc->reading.parts.items[mention->part].year))
        scan->year = (struct str){0};
}

static bool is_own(struct scan *scan, const struct operand *claim, struct str name) {
    struct str digits = twin_digits(&scan->doc->arena, &claim->value);
    return name.len + DIGIT_BYTES * digits.len >= OWN_BYTES;
}

static bool hold(struct scan *scan, uint32_t later, uint32_t first, struct err *err) {
    struct operand claim = relation_quantity(scan->doc, later);
    struct operand operand = relation_quantity(scan->doc, first);
    struct relation relation = {
        .rule = "amount.claims",
        .kind = RELATION_EQUAL,
        .part = scan->doc->reading.mentions.items[later].part,
        .label = claim.label,
        .claim = claim,
        .operands = &operand,
        .count = 1,
        .fail_reason = REASON_DOUBTFUL_TIE,
    };
    if (operand.unit.len == 0) /* 人员编制 | 283 */
        operand.unit = claim.unit;
    if (!claim.known || !operand.known || !is_own(scan, &claim, claim.label) ||
        twin_compare(&scan->doc->arena, &claim, &operand, DIGITS_SLIP) == TWIN_OTHER)
        return true;
    return relation_evaluate(scan->doc, scan->config, &relation, NULL, err);
}

/* The end of a name, enough to find it by. */
static uint64_t key_of_end(const struct mention *mention, struct str name) {
    return tally_hash(mention->part, str_slice(name, name.len - NAME_BYTES, name.len));
}

/* 人员编制 | 283, 实有人数 | 281: figures of people without a unit. */
static bool note_people(struct scan *scan) {
    const struct reading *reading = &scan->doc->reading;
    for (size_t i = 0; i < reading->fields.count; i++) {
        const struct field *field = &reading->fields.items[i];
        uint32_t index = reading_mention_of(reading, field->table, field->value_cell);
        if (index == STATEMENT_NO_MENTION || field->label.len < NAME_BYTES ||
            (!str_has(field->label, "人") && !str_has(field->label, "编制")))
            continue;
        const struct mention *mention = &reading->mentions.items[index];
        uint32_t *known =
            tally_at(&scan->doc->arena, &scan->people, key_of_end(mention, field->label));
        if (!known)
            return false;
        *known = *known == 0 ? index + 1 : UINT32_MAX;
    }
    return true;
}

static bool check_people(struct scan *scan, uint32_t index, struct err *err) {
    const struct mention *mentions = scan->doc->reading.mentions.items;
    const struct mention *mention = &mentions[index];
    if (scan->people.count == 0 || (!str_is(mention->unit, "人") && !str_is(mention->unit, "名")))
        return true;
    const uint32_t *known =
        tally_at(&scan->doc->arena, &scan->people, key_of_end(mention, mention->label));
    if (!known)
        return arena_check(&scan->doc->arena, err);
    if (*known == 0 || *known == UINT32_MAX ||
        !ends_alike(mention->label, mentions[*known - 1].label))
        return true;
    return hold(scan, index, *known - 1, err);
}

static bool check_named(struct scan *scan, uint32_t index, struct err *err) {
    const struct mention *mention = &scan->doc->reading.mentions.items[index];
    uint64_t key = tally_hash(((uint64_t)mention->part << 4) + mention->kind, mention->unit);
    key = tally_hash(tally_hash(key, scan->year), mention->label);
    uint32_t *known = tally_at(&scan->doc->arena, &scan->names, key);
    if (!known)
        return arena_check(&scan->doc->arena, err);
    if (*known == 0) {
        *known = index + 1;
        return true;
    }
    bool both = scan->told[index] && scan->told[*known - 1];
    return both || hold(scan, index, *known - 1, err);
}

bool repeats_run(struct doc *doc, const struct config *config, struct err *err) {
    const struct reading *reading = &doc->reading;
    struct scan scan = {.doc = doc, .config = config};
    scan.told = arena_array(&doc->arena, reading->mentions.count + 1, sizeof *scan.told);
    if (!scan.told || !note_people(&scan))
        return arena_check(&doc->arena, err);
    for (size_t i = 0; i < reading->tellings.count; i++)
        scan.told[reading->tellings.items[i].mention] = true;
    for (uint32_t i = 0; i < reading->mentions.count; i++) {
        note_year(&scan, &reading->mentions.items[i]);
        if (!is_named(&reading->mentions.items[i]))
            continue;
        if (!check_people(&scan, i, err) || !check_named(&scan, i, err))
            return false;
    }
    return arena_check(&doc->arena, err);
}
