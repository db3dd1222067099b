#include "validate/finding.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/limits.h"
#include "validate/ledger.h"

/* ---- messages */

/* A message must not begin with a colon. */
static struct str unnamed(enum language language) {
    return str_of(language == LANGUAGE_ENGLISH ? "this figure" : "此处");
}

/* "相差 1" says enough: the two figures beside it tell the direction. */
static struct str plain_distance(struct str difference) {
    return str_slice(difference, str_starts(difference, "-"), difference.len);
}

/* The value of the placeholder that `rest` begins with, and its length; false
 * when it is none. */
static bool match_placeholder(const struct finding *finding, struct str rest, struct str *value,
                              size_t *len) {
    const struct {
        const char *name;
        struct str value;
    } table[] = {
        {"{label}", finding->label},
        {"{claimed}", finding->claimed},
        {"{computed}", finding->computed},
        {"{difference}", plain_distance(finding->difference)},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (str_starts(rest, table[i].name)) {
            *value = table[i].value;
            *len = strlen(table[i].name);
            return true;
        }
    }
    return false;
}

/* One pass over the template, so that a label that itself reads {claimed} stays
 * what the document says. */
struct str finding_message(struct arena *arena, const struct finding *finding,
                           enum language language) {
    struct str format = str_of(language == LANGUAGE_ENGLISH ? finding->rule->message_en
                                                            : finding->rule->message_zh);
    struct str text = {0}, value;
    size_t from = 0, len;
    for (size_t at = 0; at < format.len; at++) {
        if (format.ptr[at] != '{' ||
            !match_placeholder(finding, str_slice(format, at, format.len), &value, &len))
            continue;
        if (at == 0 && value.len == 0)
            value = unnamed(language);
        struct str before = str_slice(format, from, at);
        text = str_join(arena, (struct str[]){text, before, value}, 3);
        from = at + len;
        at = from - 1;
    }
    struct str rest = str_slice(format, from, format.len);
    return str_join(arena, (struct str[]){text, rest}, 2);
}

/* Messages are made only for what is kept: a hostile table of 200,000 wrong
 * rows must not fill the arena with words. */
void finding_add(struct doc *doc, const struct config *config, struct finding *finding) {
    if (!ledger_admits_finding(doc))
        return;
    finding->message = finding_message(&doc->arena, finding, config->language);
    (void)VEC_PUSH(&doc->arena, &doc->verdict.findings, *finding);
}

/* ---- evidence */

/* The claim comes first: it is what the author has to correct or to confirm; a
 * reader who sees no more than that still finds the place. */
void finding_cite(struct doc *doc, struct finding *finding, const struct relation *relation) {
    size_t room = relation->count < LIMIT_EVIDENCE ? relation->count + 1 : LIMIT_EVIDENCE;
    finding->evidence = arena_array(&doc->arena, room, sizeof *finding->evidence);
    if (!finding->evidence)
        return;
    finding->evidence[finding->evidence_count++] =
        (struct evidence){str_of("claimed"), relation->claim.raw, relation->claim.at};
    for (uint32_t i = 0; i < relation->count && finding->evidence_count < room; i++) {
        const struct operand *operand = &relation->operands[i];
        if (operand->raw.len == 0)
            continue;
        finding->evidence[finding->evidence_count++] =
            (struct evidence){str_of("operand"), operand->raw, operand->at};
    }
}

/* ---- reading order */

/* A subtraction would overflow between PLACE_NONE and a large line. */
static int order(int32_t a, int32_t b) {
    return a < b ? -1 : a > b;
}

/* A table whose place counts n paragraphs before it stands before paragraph
 * n. */
static int compare_places(const struct place *a, const struct place *b) {
    int by = order(a->line, b->line);
    if (by == 0)
        by = order(a->paragraph, b->paragraph);
    if (by == 0)
        by = order(b->table >= 0, a->table >= 0);
    if (by == 0)
        by = order(a->table, b->table);
    if (by == 0)
        by = order(a->row, b->row);
    return by ? by : order(a->col, b->col);
}

struct ranked {
    struct place at;
    uint32_t index;
};

/* qsort is not stable; the index keeps what was found first in front, so that
 * the output is the same on every machine. */
static int compare_ranked(const void *a, const void *b) {
    const struct ranked *x = a, *y = b;
    int by = compare_places(&x->at, &y->at);
    return by ? by : order((int32_t)x->index, (int32_t)y->index);
}

/* A copy of `count` items of `size` bytes in the order of the place that stands
 * `at` bytes into each. Whole items are moved rather than pointers: report/
 * walks the array as it stands. */
static void *sort_items(struct arena *arena, const void *items, size_t count, size_t size,
                        size_t at) {
    struct ranked *ranks = arena_array(arena, count + 1, sizeof *ranks);
    char *sorted = arena_array(arena, count + 1, size);
    if (!ranks || !sorted)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        memcpy(&ranks[i].at, (const char *)items + i * size + at, sizeof ranks[i].at);
        ranks[i].index = (uint32_t)i;
    }
    qsort(ranks, count, sizeof *ranks, compare_ranked);
    for (size_t i = 0; i < count; i++)
        memcpy(sorted + i * size, (const char *)items + ranks[i].index * size, size);
    return sorted;
}

/* By place, not by family: the reader goes through the document once. */
bool finding_sort(struct doc *doc, struct err *err) {
    struct verdict *verdict = &doc->verdict;
    void *checks = sort_items(&doc->arena, verdict->checks.items, verdict->checks.count,
                              sizeof(struct check), offsetof(struct check, at));
    void *findings = sort_items(&doc->arena, verdict->findings.items, verdict->findings.count,
                                sizeof(struct finding), offsetof(struct finding, at));
    if (!checks || !findings)
        return arena_check(&doc->arena, err);
    verdict->checks.items = checks;
    verdict->checks.capacity = verdict->checks.count + 1;
    verdict->findings.items = findings;
    verdict->findings.capacity = verdict->findings.count + 1;
    return true;
}

/* ---- fingerprints */

/* What makes a finding the same finding after an edit elsewhere. The separator
 * is a control character, which no field holds. */
static struct str describe(struct doc *doc, const struct finding *finding) {
    struct str unit = {0};
    if (finding->part < doc->reading.parts.count)
        unit = doc->reading.parts.items[finding->part].unit;
    return str_printf(&doc->arena, "%s\x1f%.*s\x1f%.*s\x1f%.*s\x1f%.*s", finding->rule->id,
                      STR_ARGS(unit), STR_ARGS(finding->label), STR_ARGS(finding->claimed),
                      STR_ARGS(finding->computed));
}

/* After sorting: the ordinal among equals then follows the document and not the
 * order in which the families ran. */
bool finding_seal(struct doc *doc, struct err *err) {
    struct tally equals = {0};
    for (size_t i = 0; i < doc->verdict.findings.count; i++) {
        struct finding *finding = &doc->verdict.findings.items[i];
        struct str text = describe(doc, finding);
        uint32_t *ordinal = tally_at(&doc->arena, &equals, tally_hash(0, text));
        char hex[HASH_HEX + 1];
        if (!ordinal || doc->arena.exhausted)
            return arena_check(&doc->arena, err);
        text = str_printf(&doc->arena, "%.*s\x1f%u", STR_ARGS(text), (*ordinal)++);
        hash_sha256(text, hex);
        memcpy(finding->fingerprint, hex, sizeof finding->fingerprint - 1);
        finding->fingerprint[sizeof finding->fingerprint - 1] = '\0';
    }
    return arena_check(&doc->arena, err);
}
