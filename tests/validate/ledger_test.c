#include "validate/ledger.h"

#include "base/limits.h"
#include "tests/budget.h"
#include "tests/validate/build.h"

/* ---- tallies */

static void test_counters_keep_their_values(void **state) {
    struct build *b = *state;
    enum { KEYS = 5000 };
    struct tally tally = {0};
    for (uint64_t round = 1; round <= 2; round++) {
        for (uint64_t key = 0; key < KEYS; key++) {
            uint32_t *counter = tally_at(&b->doc.arena, &tally, key * key << 20);
            assert_non_null(counter);
            assert_int_equal(*counter, (round - 1) * key);
            *counter = (uint32_t)(round * key);
        }
        assert_int_equal(tally.count, KEYS);
    }
}

/* Keys that differ only in their upper half share a slot at first. */
static void test_keys_that_collide(void **state) {
    struct build *b = *state;
    struct tally tally = {0};
    static const uint64_t keys[] = {5, 5 + 64, 5 + 128, 5 ^ (UINT64_C(64) << 32 | 64), 0};
    for (uint32_t i = 0; i < 5; i++)
        *tally_at(&b->doc.arena, &tally, keys[i]) = i + 1;
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(*tally_at(&b->doc.arena, &tally, keys[i]), i + 1);
    assert_int_equal(tally.count, 5);
}

static void test_a_tally_without_memory(void **state) {
    (void)state;
    struct arena arena;
    struct tally tally = {0};
    budget_init(&arena, 4096);
    uint64_t key = 0;
    while (tally_at(&arena, &tally, key))
        key++;
    assert_true(arena.exhausted);
    assert_int_equal(key, tally.count); /* what was counted stays */
    assert_true(key >= 32);
    arena_clear(&arena);
}

static void test_hashes_tell_where_texts_end(void **state) {
    (void)state;
    uint64_t joined = tally_hash(tally_hash(0, str_of("12")), str_of("3"));
    assert_true(joined != tally_hash(tally_hash(0, str_of("1")), str_of("23")));
    assert_true(joined != tally_hash(0, str_of("123")));
    assert_true(tally_hash(0, str_of("甲")) != tally_hash(0, str_of("乙")));
    assert_true(tally_hash(0, str_of("甲")) != tally_hash(1, str_of("甲")));
    assert_true(tally_hash(tally_hash(7, str_of("")), str_of("")) != 7); /* empty fields count */
    assert_true(tally_hash(0, str_of("甲")) == tally_hash(0, (struct str){"甲乙", 3}));
}

/* ---- relations */

static struct relation sum_of(struct build *b) {
    return build_relation(b, RELATION_SUM, "100万元", FIGURES("60万元", "40万元"));
}

/* Whether the relation was known; if not, it is settled with `outcome`. */
static bool record(struct build *b, const struct relation *relation, enum outcome outcome) {
    enum outcome known = OUTCOME_UNVERIFIABLE;
    if (ledger_knows(&b->doc, relation, &known)) {
        assert_int_equal(known, outcome);
        return true;
    }
    ledger_settle(&b->doc, relation, outcome, REASON_MISSING_OPERAND);
    return false;
}

static void test_a_relation_is_known_by_its_figures_and_place(void **state) {
    struct build *b = *state;
    struct relation relation = sum_of(b), other = relation;
    assert_false(record(b, &relation, OUTCOME_FAIL));
    assert_true(record(b, &relation, OUTCOME_FAIL));
    other.label = str_of("另一名称"); /* two families call it differently */
    assert_true(record(b, &other, OUTCOME_FAIL));
    other.part = 1;
    assert_false(record(b, &other, OUTCOME_PASS));
    other = relation;
    other.kind = RELATION_RATIO;
    assert_false(record(b, &other, OUTCOME_PASS));
    other = relation;
    other.rule = "amount.total";
    assert_false(record(b, &other, OUTCOME_PASS));
    other = relation;
    other.claim.at.line++;
    assert_false(record(b, &other, OUTCOME_PASS));
    assert_int_equal(b->doc.verdict.coverage.relations, 5);
}

static void test_operands_tell_relations_apart(void **state) {
    struct build *b = *state;
    struct relation relation = sum_of(b), other = sum_of(b);
    assert_false(record(b, &relation, OUTCOME_PASS));
    assert_true(record(b, &other, OUTCOME_PASS));
    other.operands[1].at.col = 3;
    assert_false(record(b, &other, OUTCOME_PASS));
    other = sum_of(b);
    other.operands[0].id = str_of("q7");
    assert_false(record(b, &other, OUTCOME_PASS));
    other = sum_of(b);
    other.count = 1;
    assert_false(record(b, &other, OUTCOME_PASS));
}

static void test_outcomes_are_counted(void **state) {
    struct build *b = *state;
    const struct coverage *coverage = &b->doc.verdict.coverage;
    static const enum outcome outcomes[] = {OUTCOME_PASS, OUTCOME_ROUNDING, OUTCOME_FAIL,
                                            OUTCOME_UNVERIFIABLE};
    for (int i = 0; i < 4; i++) {
        struct relation relation = sum_of(b);
        relation.claim.at.line = 10 + i;
        record(b, &relation, outcomes[i]);
    }
    assert_int_equal(coverage->relations, 4);
    assert_int_equal(coverage->verified, 3);
    assert_int_equal(coverage->reason_count, 1);
    assert_str(coverage->unverifiable[0].reason, REASON_MISSING_OPERAND);
}

/* In alphabetical order, whichever came first. */
static void test_reasons_are_kept_in_order(void **state) {
    struct build *b = *state;
    static const char *const words[] = {REASON_UNIT_MISMATCH, REASON_BONUS_ROW, REASON_NO_TOTAL,
                                        REASON_BONUS_ROW, REASON_ZERO_DENOMINATOR};
    static const char *const sorted[] = {REASON_BONUS_ROW, REASON_NO_TOTAL, REASON_UNIT_MISMATCH,
                                         REASON_ZERO_DENOMINATOR};
    struct relation relation = sum_of(b);
    const struct coverage *coverage = &b->doc.verdict.coverage;
    for (int i = 0; i < 5; i++) {
        relation.claim.at.line = 10 + i;
        ledger_settle(&b->doc, &relation, OUTCOME_UNVERIFIABLE, words[i]);
    }
    assert_int_equal(coverage->reason_count, 4);
    for (int i = 0; i < 4; i++) {
        assert_str(coverage->unverifiable[i].reason, sorted[i]);
        assert_int_equal(coverage->unverifiable[i].count, i == 0 ? 2 : 1);
    }
}

/* A figure counts once, and only in a relation that could be evaluated. */
static void test_figures_that_took_part(void **state) {
    struct build *b = *state;
    uint32_t whole = build_figure(b, MENTION_AMOUNT, "100", "万元");
    uint32_t part = build_figure(b, MENTION_AMOUNT, "60", "万元");
    struct operand operands[] = {relation_quantity(&b->doc, part), build_operand("40")};
    struct relation relation = {.rule = "amount.breakdown",
                                .claim = relation_quantity(&b->doc, whole),
                                .operands = operands,
                                .count = 2};
    record(b, &relation, OUTCOME_UNVERIFIABLE);
    assert_int_equal(b->doc.verdict.coverage.checked, 0);
    relation.rule = "amount.total";
    record(b, &relation, OUTCOME_PASS);
    assert_int_equal(b->doc.verdict.coverage.checked, 2); /* the bare operand is no mention */
    operands[1].id = str_of("q999");
    relation.rule = "amount.cross";
    record(b, &relation, OUTCOME_PASS);
    assert_int_equal(b->doc.verdict.coverage.checked, 2);
}

/* ---- findings */

static void test_findings_are_bounded(void **state) {
    struct build *b = *state;
    assert_int_equal(ledger_dropped(&b->doc), 0);
    assert_true(ledger_admits_finding(&b->doc));
    b->doc.verdict.findings.count = LIMIT_FINDINGS - 1;
    assert_true(ledger_admits_finding(&b->doc));
    b->doc.verdict.findings.count = LIMIT_FINDINGS;
    assert_false(ledger_admits_finding(&b->doc));
    assert_false(ledger_admits_finding(&b->doc));
    assert_int_equal(ledger_dropped(&b->doc), 2);
    b->doc.verdict.findings.count = 0;
}

/* Without memory nothing is known and nothing is counted: who asked learns of it from the arena. */
static void test_a_ledger_without_memory(void **state) {
    struct build *b = *state;
    struct relation relation = sum_of(b);
    enum outcome outcome;
    b->doc.arena.budget = b->doc.arena.total;
    while (arena_alloc(&b->doc.arena, 16))
        ;
    assert_false(ledger_knows(&b->doc, &relation, &outcome));
    ledger_settle(&b->doc, &relation, OUTCOME_PASS, NULL);
    assert_false(ledger_admits_finding(&b->doc));
    assert_int_equal(b->doc.verdict.coverage.relations, 0);
    assert_null(b->doc.verdict.ledger);
    assert_true(b->doc.arena.exhausted);
}

/* Seeds are small, because parts are numbered from 0: they must not cancel a digit. */
static void test_hashes_of_two_parts(void **state) {
    (void)state;
    assert_true(tally_hash(1, (struct str)STR("92")) != tally_hash(0, (struct str)STR("82")));
    assert_true(tally_hash(1, (struct str)STR("92")) != tally_hash(0, (struct str)STR("93")));
    assert_true(tally_hash(0, (struct str){0}) != tally_hash(1, (struct str){0}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_hashes_of_two_parts),
        BUILD_TEST(test_counters_keep_their_values),
        BUILD_TEST(test_keys_that_collide),
        BUILD_TEST(test_a_tally_without_memory),
        BUILD_TEST(test_hashes_tell_where_texts_end),
        BUILD_TEST(test_a_relation_is_known_by_its_figures_and_place),
        BUILD_TEST(test_operands_tell_relations_apart),
        BUILD_TEST(test_outcomes_are_counted),
        BUILD_TEST(test_reasons_are_kept_in_order),
        BUILD_TEST(test_figures_that_took_part),
        BUILD_TEST(test_findings_are_bounded),
        BUILD_TEST(test_a_ledger_without_memory),
    };
    return cmocka_run_group_tests_name("ledger", tests, NULL, NULL);
}
