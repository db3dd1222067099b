#include "validate/claims.h"

#include "validate/ledger.h"

/* Claims that no mention is found for; each such search runs to the end of the
 * mentions. */
enum { SEARCHES_MAX = 16 };

/* Both lists are in reading order, so one pass finds all; the bound on failures
 * keeps a hostile text from making it quadratic. */
uint32_t *claims_mentions(struct doc *doc) {
    size_t count = doc->reading.claims.count, from = 0, failures = 0;
    uint32_t *found = arena_array(&doc->arena, count + 1, sizeof *found);
    for (size_t i = 0; found && i < count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i];
        found[i] = STATEMENT_NO_MENTION;
        for (size_t at = from; at < doc->reading.mentions.count && failures < SEARCHES_MAX; at++) {
            const struct mention *mention = &doc->reading.mentions.items[at];
            if (mention->passage == claim->passage && mention->start < claim->end &&
                claim->start < mention->end) {
                found[i] = (uint32_t)at;
                from = at;
                break;
            }
        }
        failures += found[i] == STATEMENT_NO_MENTION;
    }
    return found;
}

/* Scores compare as plain figures: 95 and 95分 are one value, and a unit must
 * not turn the comparison into a mismatch. */
struct operand claims_operand(struct doc *doc, const struct claim *claim, uint32_t mention) {
    struct operand operand = relation_quantity(doc, mention);
    if (mention == STATEMENT_NO_MENTION || claim->is_grade) {
        operand.at = claim->passage->at;
        operand.raw = str_slice(claim->passage->text, claim->start, claim->end);
        if (operand.at.line != PLACE_NONE)
            operand.at.line = passage_line_at(claim->passage, claim->start);
        operand.known = claim->is_grade || decimal_parse(claim->value, &operand.value);
        operand.reason = REASON_UNREADABLE_NUMBER;
    }
    operand.text = claim->value;
    operand.label = claim->label;
    operand.unit = (struct str){0};
    operand.power = 0;
    return operand;
}

/* ---- the scores of one part */

struct scores {
    uint32_t *mentions; /* one a claim */
    uint32_t *first;    /* one a part: index of its first score claim + 1 */
    bool *ambiguous;    /* one a part: tables claim different totals under one label */
    struct tally told;  /* values that were found to differ, by part */
};

/* Only readable values can differ. */
static bool differ(const struct claim *a, const struct claim *b) {
    struct decimal x, y;
    return decimal_parse(a->value, &x) && decimal_parse(b->value, &y) && decimal_cmp(&x, &y) != 0;
}

/* By part: two reports of one file may claim the same score, each against its
 * own table. */
static uint64_t hash_of(uint32_t part, struct str text) {
    return tally_hash(part, text);
}

/* Marks the parts whose tables disagree under one label. */
static bool mark_ambiguous(struct doc *doc, struct scores *scores) {
    struct tally labels = {0};
    for (uint32_t i = 0; i < doc->reading.claims.count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i], *other;
        if (claim->is_grade || !claim->in_table)
            continue;
        struct str label = str_squeeze(&doc->arena, claim->label);
        uint32_t *known = tally_at(&doc->arena, &labels, hash_of(claim->part, label));
        if (!known)
            return false;
        if (*known == 0)
            *known = i + 1;
        other = &doc->reading.claims.items[*known - 1];
        if (other->passage->at.table != claim->passage->at.table && differ(claim, other))
            scores->ambiguous[claim->part] = true;
    }
    return true;
}

/* Ambiguity is found before anything is compared: the table that contradicts
 * may stand behind the one that is first. */
static bool prepare(struct doc *doc, struct scores *scores) {
    size_t parts = doc->reading.parts.count;
    *scores = (struct scores){.mentions = claims_mentions(doc)};
    scores->first = arena_array(&doc->arena, parts + 1, sizeof *scores->first);
    scores->ambiguous = arena_array(&doc->arena, parts + 1, sizeof *scores->ambiguous);
    return scores->mentions && scores->first && scores->ambiguous && mark_ambiguous(doc, scores);
}

/* Whether this differing value of the part has been told before; notes it. */
static bool is_told(struct doc *doc, struct scores *scores, const struct claim *claim) {
    struct decimal value;
    if (!decimal_parse(claim->value, &value))
        return false;
    value = decimal_trim(&value);
    uint32_t *told = tally_at(&doc->arena, &scores->told,
                              hash_of(claim->part, decimal_text(&doc->arena, &value)));
    return told && (*told)++ > 0;
}

/* Of claims `pair`[0], the first of its part, and `pair`[1]. */
static bool hold_against(struct doc *doc, const struct config *config, struct scores *scores,
                         const uint32_t pair[2], struct err *err) {
    const struct claim *first = &doc->reading.claims.items[pair[0]];
    const struct claim *later = &doc->reading.claims.items[pair[1]];
    struct operand operand = claims_operand(doc, later, scores->mentions[pair[1]]);
    struct relation relation = {
        .rule = "score.claims",
        .kind = RELATION_EQUAL,
        .part = first->part,
        .label = first->label,
        .claim = claims_operand(doc, first, scores->mentions[pair[0]]),
        .operands = &operand,
        .count = 1,
        .exact = true,
    };
    if (scores->ambiguous[first->part] && (first->in_table || later->in_table))
        relation.fail_reason = REASON_SEVERAL_TABLES;
    return relation_evaluate(doc, config, &relation, NULL, err);
}

/* The first claim is the measure: a reader meets it first, and the record shows
 * it. */
static bool compare_scores(struct doc *doc, const struct config *config, struct scores *scores,
                           struct err *err) {
    for (uint32_t i = 0; i < doc->reading.claims.count; i++) {
        const struct claim *claim = &doc->reading.claims.items[i];
        if (claim->is_grade)
            continue;
        uint32_t *first = &scores->first[claim->part];
        if (*first == 0) {
            *first = i + 1;
            continue;
        }
        uint32_t pair[2] = {*first - 1, i};
        if (differ(&doc->reading.claims.items[pair[0]], claim) && is_told(doc, scores, claim))
            continue;
        if (!hold_against(doc, config, scores, pair, err))
            return false;
    }
    return true;
}

/* ---- groups */

/* A group's label may be careless rather than wrong: a warning at most. */
static bool compare_group(struct doc *doc, const struct config *config,
                          const struct statement *statement, struct err *err) {
    for (uint32_t i = 0; i < statement->member_count; i++) {
        struct operand member = relation_quantity(doc, statement->members[i]);
        struct relation relation = {
            .rule = "score.claims",
            .kind = RELATION_EQUAL,
            .part = statement->part,
            .label = statement->label,
            .claim = relation_quantity(doc, statement->figure),
            .operands = &member,
            .count = 1,
            .exact = true,
            .has_ceiling = true,
            .ceiling = SEVERITY_WARNING,
        };
        if (relation.label.len == 0)
            relation.label = relation.claim.label;
        if (!relation_evaluate(doc, config, &relation, NULL, err))
            return false;
    }
    return true;
}

/* The total first, then the groups: 项目过程（23分）beside 实得22分
 * is the smaller contradiction and follows the larger one. */
bool claims_run(struct doc *doc, const struct config *config, struct err *err) {
    struct scores scores;
    if (!prepare(doc, &scores))
        return arena_check(&doc->arena, err);
    if (!compare_scores(doc, config, &scores, err))
        return false;
    for (size_t i = 0; i < doc->reading.statements.count; i++) {
        const struct statement *statement = &doc->reading.statements.items[i];
        if (statement->kind == STATEMENT_GROUP &&
            statement->figure < doc->record.quantities.count &&
            !compare_group(doc, config, statement, err))
            return false;
    }
    return true;
}
