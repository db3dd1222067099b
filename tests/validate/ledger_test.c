#include "tests/validate/build.h"

#include "base/limits.h"
#include "validate/ledger.h"

static void test_tally(void **state) {
    struct build *b = *state;
    struct tally tally = {0};
    for (uint32_t i = 0; i < 1000; i++) {
        uint32_t *counter = tally_at(&b->doc.arena, &tally, (uint64_t)i * 7919);
        assert_non_null(counter);
        assert_int_equal(*counter, 0);
        *counter = i + 1;
    }
    assert_int_equal(tally.count, 1000);
    for (uint32_t i = 0; i < 1000; i++)
        assert_int_equal(*tally_at(&b->doc.arena, &tally, (uint64_t)i * 7919), i + 1);
}

/* Fields that follow each other, and small seeds: parts are numbered from 0. */
static void test_hash_tells_apart(void **state) {
    (void)state;
    struct str a = STR("12"), b = STR("3"), c = STR("1"), d = STR("23");
    assert_true(tally_hash(tally_hash(0, a), b) != tally_hash(tally_hash(0, c), d));
    assert_true(tally_hash(1, (struct str)STR("92")) != tally_hash(0, (struct str)STR("82")));
    assert_true(tally_hash(1, (struct str)STR("92")) != tally_hash(0, (struct str)STR("93")));
    assert_true(tally_hash(0, (struct str){0}) != tally_hash(1, (struct str){0}));
    assert_true(tally_hash(5, a) == tally_hash(5, a));
}

static void test_relation_is_known_once(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "90", FIGURES("60", "30"));
    enum outcome outcome = OUTCOME_FAIL;
    assert_false(ledger_knows(&b->doc, &relation, &outcome));
    ledger_settle(&b->doc, &relation, OUTCOME_PASS, NULL);
    assert_true(ledger_knows(&b->doc, &relation, &outcome));
    assert_int_equal(outcome, OUTCOME_PASS);
    relation.label = str_of("另一个名称");
    assert_true(ledger_knows(&b->doc, &relation, &outcome));
    relation.part = 1;
    assert_false(ledger_knows(&b->doc, &relation, &outcome));
}

static void test_reasons_are_counted_in_order(void **state) {
    struct build *b = *state;
    struct relation first = build_relation(b, RELATION_SUM, "90", FIGURES("60"));
    struct relation second = build_relation(b, RELATION_SUM, "91", FIGURES("60"));
    struct relation third = build_relation(b, RELATION_SUM, "92", FIGURES("60"));
    ledger_settle(&b->doc, &first, OUTCOME_UNVERIFIABLE, REASON_UNIT_MISMATCH);
    ledger_settle(&b->doc, &second, OUTCOME_UNVERIFIABLE, REASON_MISSING_OPERAND);
    ledger_settle(&b->doc, &third, OUTCOME_UNVERIFIABLE, REASON_UNIT_MISMATCH);
    const struct coverage *coverage = &b->doc.verdict.coverage;
    assert_int_equal(coverage->relations, 3);
    assert_int_equal(coverage->verified, 0);
    assert_int_equal(coverage->reason_count, 2);
    assert_str(coverage->unverifiable[0].reason, REASON_MISSING_OPERAND);
    assert_int_equal(coverage->unverifiable[1].count, 2);
}

static void test_findings_are_bounded(void **state) {
    struct build *b = *state;
    assert_int_equal(ledger_dropped(&b->doc), 0);
    assert_true(ledger_admits_finding(&b->doc));
    b->doc.verdict.findings.count = LIMIT_FINDINGS;
    assert_false(ledger_admits_finding(&b->doc));
    assert_false(ledger_admits_finding(&b->doc));
    assert_int_equal(ledger_dropped(&b->doc), 2);
    b->doc.verdict.findings.count = 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_tally),
        BUILD_TEST(test_hash_tells_apart),
        BUILD_TEST(test_relation_is_known_once),
        BUILD_TEST(test_reasons_are_counted_in_order),
        BUILD_TEST(test_findings_are_bounded),
    };
    return cmocka_run_group_tests_name("ledger", tests, NULL, NULL);
}
