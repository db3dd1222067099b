#include "validate/relation.h"

#include <assert.h>

#include "validate/diagnosis.h"
#include "validate/finding.h"
#include "validate/formula.h"
#include "validate/judge.h"
#include "validate/ledger.h"
#include "validate/measure.h"
#include "validate/stale.h"

/* The catalogue's severity is the most that a rule may say; everything that is
 * known beside it can only take away. */
static enum severity lower(enum severity a, enum severity b) {
    return a < b ? a : b;
}

/* A check that held shows the claim as it is written: 95.0 stays 95.0. */
static struct str computed_text(struct arena *arena, const struct relation *relation,
                                const struct judgement *judgement) {
    if (judgement->outcome == OUTCOME_PASS)
        return relation->claim.text;
    bool words = relation->kind == RELATION_WORD || relation->kind == RELATION_ORDER;
    if (words && !judgement->reason)
        return relation->operands[0].text;
    if (!judgement->has_figures)
        return (struct str){0};
    bool as_written =
        relation->kind == RELATION_EQUAL && relation->operands[0].power == relation->claim.power;
    return as_written ? relation->operands[0].text : decimal_text(arena, &judgement->computed);
}

/* The ids of all operands that have one; count of them in `*count`. */
static struct str *operand_ids(struct arena *arena, const struct relation *relation,
                               uint32_t *count) {
    struct str *ids = arena_array(arena, relation->count + 1, sizeof *ids);
    *count = 0;
    for (uint32_t i = 0; ids && i < relation->count; i++) {
        if (relation->operands[i].id.len > 0)
            ids[(*count)++] = relation->operands[i].id;
    }
    return ids;
}

/* A check that held is as much a result as one that failed: the reader sees
 * what was looked at. */
static bool add_check(struct doc *doc, const struct relation *relation,
                      const struct judgement *judgement, struct check *check) {
    *check = (struct check){
        .rule = relation->own ? relation->own : catalogue_find(str_of(relation->rule)),
        .part = relation->part,
        .outcome = judgement->outcome,
        .claimed = relation->claim.text,
        .computed = computed_text(&doc->arena, relation, judgement),
        .formula = formula_write(&doc->arena, relation, judgement),
        .reason = str_of(judgement->reason),
        .at = relation->claim.at,
    };
    assert(check->rule);
    check->operands = operand_ids(&doc->arena, relation, &check->operand_count);
    return VEC_PUSH(&doc->arena, &doc->verdict.checks, *check);
}

/* Doubt only ever lowers. */
static enum severity severity_of(const struct relation *relation, const struct judgement *judgement,
                                 const struct rule *rule) {
    enum severity severity = rule->severity;
    if (relation->has_ceiling)
        severity = lower(severity, relation->ceiling);
    if (relation->doubtful || judgement->near)
        severity = lower(severity, SEVERITY_WARNING);
    return severity;
}

/* Without memory the arena is exhausted afterwards; the caller looks. */
static void add_contradiction(struct doc *doc, const struct config *config,
                              const struct relation *relation, const struct judgement *judgement,
                              const struct check *check) {
    struct arena *arena = &doc->arena;
    struct finding finding = {
        .rule = check->rule,
        .severity = severity_of(relation, judgement, check->rule),
        .part = relation->part,
        .label = relation->label,
        .claimed = check->claimed,
        .computed = check->computed,
        .formula = check->formula,
        .diagnosis = relation->diagnosis,
        .at = check->at,
    };
    if (judgement->has_figures) {
        finding.difference = decimal_text(arena, &judgement->difference);
        finding.tolerance = decimal_text(arena, &judgement->bound);
    }
    if (finding.diagnosis.len == 0)
        finding.diagnosis = diagnosis_find(arena, relation, judgement, config->language);
    if (finding.diagnosis.len == 0)
        finding.diagnosis = stale_find(doc, relation, judgement, config->language);
    finding_cite(doc, &finding, relation);
    finding_add(doc, config, &finding);
}

/* Operands of a sum that may follow from another one: each needs a copy. */
enum { MOST_AMENDED = 256 };

/* What an earlier error asks of one of the operands, in words; empty when none
 * of them was contradicted. */
static struct str amendment(struct doc *doc, const struct relation *relation,
                            enum language language) {
    const char *words = language == LANGUAGE_ENGLISH
                            ? "holds once %.*s is corrected to %.*s, as told elsewhere"
                            : "%.*s 已指出应为 %.*s，更正后一致";
    for (uint32_t i = 0; i < relation->count && relation->count <= MOST_AMENDED; i++) {
        const struct decimal *value = ledger_amended(doc, &relation->operands[i]);
        struct str right = value ? decimal_text(&doc->arena, value) : (struct str){0};
        if (value)
            return str_printf(&doc->arena, words, STR_ARGS(relation->operands[i].text),
                              STR_ARGS(right));
    }
    return (struct str){0};
}

/* Whether the relation holds with the figures that earlier errors ask for: then
 * it only follows from these. */
static bool is_consequence(struct doc *doc, const struct relation *relation) {
    struct relation amended = *relation;
    struct judgement judgement;
    amended.operands = arena_array(&doc->arena, relation->count, sizeof *amended.operands);
    if (!amended.operands)
        return false;
    for (uint32_t i = 0; i < relation->count; i++) {
        const struct decimal *value = ledger_amended(doc, &relation->operands[i]);
        amended.operands[i] = relation->operands[i];
        if (value)
            amended.operands[i].value = *value;
    }
    judge_relation(&amended, &judgement);
    return judgement.outcome == OUTCOME_PASS || judgement.outcome == OUTCOME_ROUNDING;
}

/* A contradiction is told aloud once, at its root; what only follows from it is
 * a note. */
static struct relation settle(struct doc *doc, const struct config *config,
                              const struct relation *relation, const struct judgement *judgement) {
    struct relation settled = *relation;
    struct str cause = amendment(doc, relation, config->language);
    if (cause.len > 0 && is_consequence(doc, relation)) {
        settled.has_ceiling = true;
        settled.ceiling = SEVERITY_INFO;
        settled.diagnosis = cause;
    } else if (relation->kind == RELATION_SUM && !relation->doubtful) {
        ledger_amend(doc, &relation->claim, &judgement->computed);
    }
    return settled;
}

/* The check first, then the finding: each finding has its check, and the ledger
 * counts both once. */
bool relation_evaluate(struct doc *doc, const struct config *config,
                       const struct relation *relation, enum outcome *outcome, struct err *err) {
    struct judgement judgement;
    struct check check;
    enum outcome known;
    if (ledger_knows(doc, relation, &known)) {
        if (outcome)
            *outcome = known;
        return true;
    }
    judge_relation(relation, &judgement);
    if (add_check(doc, relation, &judgement, &check) && judgement.outcome == OUTCOME_FAIL) {
        struct relation settled = settle(doc, config, relation, &judgement);
        add_contradiction(doc, config, &settled, &judgement, &check);
    }
    ledger_settle(doc, relation, judgement.outcome, judgement.reason);
    if (outcome)
        *outcome = judgement.outcome;
    return arena_check(&doc->arena, err);
}

/* No check goes with it: nothing was computed. */
bool relation_notice(struct doc *doc, const struct config *config, const struct notice *notice,
                     struct err *err) {
    const struct rule *rule = catalogue_find(str_of(notice->rule));
    assert(rule);
    struct finding finding = {
        .rule = rule,
        .severity = lower(notice->severity, rule->severity),
        .part = notice->part,
        .label = notice->label,
        .claimed = notice->claimed,
        .computed = notice->computed,
        .diagnosis = notice->diagnosis,
        .at = notice->at,
    };
    finding.evidence = arena_alloc(&doc->arena, sizeof *finding.evidence);
    if (!finding.evidence)
        return arena_check(&doc->arena, err);
    finding.evidence[finding.evidence_count++] =
        (struct evidence){str_of("claimed"), notice->text, notice->at};
    finding_add(doc, config, &finding);
    return arena_check(&doc->arena, err);
}

/* Why the quantity cannot be an operand, or NULL. */
static const char *unusable(const struct quantity *quantity) {
    const struct mention *mention = quantity->mention;
    if (!quantity->readable || !quantity->value.number)
        return REASON_UNREADABLE_NUMBER;
    if (quantity->upper.text.len > 0)
        return REASON_RANGE_FIGURE;
    if (mention->approximate ||
        (mention->comparator != COMPARE_NONE && mention->comparator != COMPARE_EQ))
        return REASON_APPROXIMATE_FIGURE;
    return mention->malformed ? REASON_UNREADABLE_NUMBER : NULL;
}

/* Every amount and rate passes here before it is held against another, so that
 * 约100, ≥95 % and 13,04.9 are kept out of arithmetic at one place. */
struct operand relation_quantity(struct doc *doc, uint32_t index) {
    if (index >= doc->record.quantities.count)
        return (struct operand){.at = {PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE}};
    const struct quantity *quantity = &doc->record.quantities.items[index];
    const char *reason = unusable(quantity);
    return (struct operand){
        .value = quantity->value.decimal,
        .known = !reason,
        .reason = reason,
        .power = measure_power(quantity->unit),
        .text = quantity->value.text,
        .raw = quantity->mention->raw,
        .unit = quantity->unit,
        .label = quantity->mention->label,
        .id = str_numbered(&doc->arena, 'q', index),
        .at = quantity->at,
    };
}
