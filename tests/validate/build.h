/* Hand-made documents for the tests of validate: a `struct doc` filled layer by layer.
 *
 * Everything lives in the document's arena. Figures are added in reading order; each gets a
 * quantity and a mention of the same index in a passage of its own line. */
#ifndef HEJI_TESTS_VALIDATE_BUILD_H
#define HEJI_TESTS_VALIDATE_BUILD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/str.h"
#include "model/doc.h"
#include "validate/measure.h"
#include "validate/relation.h"

/* One document under construction. */
struct build {
    struct doc doc;
    struct config config;
    struct err err;
    int32_t line; /* of the last passage added */
};

static inline struct place build_at(int32_t line) {
    return (struct place){line, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};
}

/* cmocka's setup: an empty document with one part of unit 甲县林业局 in `*state`. */
static inline int build_setup(void **state) {
    struct build *b = test_calloc(1, sizeof *b);
    arena_init(&b->doc.arena, 64u << 20);
    struct part part = {.kind = PART_DEPARTMENT, .at = build_at(1)};
    part.unit = str_of("甲县林业局");
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.parts, part));
    *state = b;
    return 0;
}

/* cmocka's teardown. */
static inline int build_teardown(void **state) {
    struct build *b = *state;
    arena_clear(&b->doc.arena);
    test_free(b);
    return 0;
}

/* A test with a fresh document. */
#define BUILD_TEST(name) cmocka_unit_test_setup_teardown(name, build_setup, build_teardown)

/* A passage on the next line. It is not part of doc->document. */
static inline struct passage *build_passage(struct build *b, const char *text) {
    struct passage *passage = arena_alloc(&b->doc.arena, sizeof *passage);
    assert_non_null(passage);
    passage->text = str_of(text);
    passage->at = build_at(++b->line);
    return passage;
}

/* A paragraph of the document itself, on the next line; its index. */
static inline uint32_t build_paragraph(struct build *b, const char *text) {
    struct passage passage = {.text = str_of(text), .at = build_at(++b->line)};
    uint32_t index = (uint32_t)b->doc.document.paragraphs.count;
    struct block block = {BLOCK_PARAGRAPH, index};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.paragraphs, passage));
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.blocks, block));
    return index;
}

static inline enum quantity_kind build_quantity_kind(enum mention_kind kind) {
    static const enum quantity_kind kinds[] = {
        [MENTION_AMOUNT] = QUANTITY_AMOUNT, [MENTION_RATE] = QUANTITY_RATE,
        [MENTION_SCORE] = QUANTITY_SCORE,   [MENTION_COUNT] = QUANTITY_COUNT,
        [MENTION_AREA] = QUANTITY_AREA,     [MENTION_LENGTH] = QUANTITY_LENGTH,
    };
    return kind == MENTION_NUMBER || kind > MENTION_LENGTH ? QUANTITY_OTHER : kinds[kind];
}

/* A figure with its quantity, as extract and normalize would leave them; its index. A number that
 * is no decimal, such as "13,04.9", makes a malformed mention. */
static inline uint32_t build_figure(struct build *b, enum mention_kind kind, const char *number,
                                    const char *unit) {
    struct str raw = str_printf(&b->doc.arena, "%s%s", number, unit);
    struct passage *passage = build_passage(b, raw.ptr);
    uint32_t index = (uint32_t)b->doc.reading.mentions.count;
    struct mention *mention = arena_alloc(&b->doc.arena, sizeof *mention);
    assert_non_null(mention);
    *mention = (struct mention){.kind = kind,
                                .passage = passage,
                                .end = (uint32_t)raw.len,
                                .raw = raw,
                                .number = str_of(number),
                                .unit = str_of(unit)};
    struct quantity quantity = {.is_quantity = kind != MENTION_DATE && kind != MENTION_GRADE,
                                .kind = build_quantity_kind(kind),
                                .value = {.text = str_of(number)},
                                .unit = str_of(unit),
                                .at = passage->at,
                                .mention = mention};
    quantity.value.number = decimal_parse(str_of(number), &quantity.value.decimal);
    quantity.readable = quantity.value.number;
    quantity.decimals = quantity.value.decimal.scale;
    mention->malformed = quantity.is_quantity && !quantity.readable;
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.mentions, *mention));
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.record.quantities, quantity));
    b->doc.reading.numbers++;
    return index;
}

/* The mention of a figure, for changing; quantity and reading share what the change needs. */
static inline struct mention *build_mention(struct build *b, uint32_t index) {
    return (struct mention *)b->doc.record.quantities.items[index].mention;
}

/* A statement over figures that were added before; `count` members. */
static inline struct statement *build_statement(struct build *b, enum statement_kind kind,
                                                uint32_t figure, const uint32_t *members,
                                                uint32_t count) {
    struct statement statement = {
        .kind = kind, .figure = figure, .member_count = count, .label = str_of("专项支出")};
    statement.members = arena_array(&b->doc.arena, count + 1, sizeof *statement.members);
    assert_non_null(statement.members);
    if (count > 0)
        memcpy(statement.members, members, count * sizeof *members);
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.statements, statement));
    return &b->doc.reading.statements.items[b->doc.reading.statements.count - 1];
}

/* A statement whose figure and members are given as numbers of one kind and unit; members end with
 * NULL. */
static inline struct statement *build_figures(struct build *b, enum statement_kind kind,
                                              enum mention_kind mention, const char *unit,
                                              const char *const *numbers) {
    uint32_t indices[16] = {0}, count = 0;
    while (numbers[count]) {
        indices[count] = build_figure(b, mention, numbers[count], unit);
        count++;
    }
    return build_statement(b, kind, indices[0], indices + 1, count - 1);
}

/* A claim in its own passage, with a mention and quantity of its own; `table` is -1 in prose. */
static inline struct claim *build_claim(struct build *b, const char *value, const char *label,
                                        bool is_grade, int32_t table) {
    uint32_t index =
        build_figure(b, is_grade ? MENTION_GRADE : MENTION_SCORE, value, is_grade ? "" : "分");
    struct passage *passage = (struct passage *)b->doc.reading.mentions.items[index].passage;
    struct claim claim = {.is_grade = is_grade,
                          .in_table = table >= 0,
                          .value = str_of(value),
                          .label = str_of(label),
                          .passage = passage,
                          .end = (uint32_t)strlen(value),
                          .order = index};
    passage->at.table = table;
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.claims, claim));
    return &b->doc.reading.claims.items[b->doc.reading.claims.count - 1];
}

/* An operand written as "9.63亿元" or "95". */
static inline struct operand build_operand(const char *figure) {
    size_t len = strspn(figure, "-0123456789.");
    struct operand operand = {.known = true,
                              .text = {figure, len},
                              .raw = str_of(figure),
                              .unit = str_of(figure + len),
                              .at = build_at(1)};
    operand.power = measure_power(operand.unit);
    assert_true(decimal_parse(operand.text, &operand.value));
    return operand;
}

/* A relation of `rule` over operands written like build_operand's; they end with NULL. */
static inline struct relation build_relation(struct build *b, enum relation_kind kind,
                                             const char *claim, const char *const *operands) {
    struct relation relation = {.rule = "amount.breakdown",
                                .kind = kind,
                                .label = str_of("支出合计"),
                                .claim = build_operand(claim)};
    while (operands[relation.count])
        relation.count++;
    relation.operands = arena_array(&b->doc.arena, relation.count + 1, sizeof *relation.operands);
    assert_non_null(relation.operands);
    for (uint32_t i = 0; i < relation.count; i++)
        relation.operands[i] = build_operand(operands[i]);
    return relation;
}

/* Shorthand for a list of figures. */
#define FIGURES(...) ((const char *const[]){__VA_ARGS__, NULL})

#define assert_str(actual, expected)                                           \
    do {                                                                       \
        struct str actual_ = (actual);                                         \
        if (!str_is(actual_, (expected)))                                      \
            fail_msg("\"%.*s\" is not \"%s\"", STR_ARGS(actual_), (expected)); \
    } while (0)

/* The check and the finding added last. */
static inline const struct check *build_check(const struct build *b) {
    assert_true(b->doc.verdict.checks.count > 0);
    return &b->doc.verdict.checks.items[b->doc.verdict.checks.count - 1];
}
static inline const struct finding *build_finding(const struct build *b) {
    assert_true(b->doc.verdict.findings.count > 0);
    return &b->doc.verdict.findings.items[b->doc.verdict.findings.count - 1];
}

#endif
