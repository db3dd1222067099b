#include "tests/validate/build.h"

#include "validate/validate.h"

static void test_families_run_in_reading_order(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元", FIGURES("100.00", "160.00"));
    build_claim(b, "95", "得分", false, -1);
    build_claim(b, "96", "得分", false, -1);
    static const char *const balance[] = {"9.00", "100.00", "92.00", NULL};
    build_figures(b, STATEMENT_BALANCE, MENTION_AMOUNT, "万元", balance);
    assert_true(validate_run(&b->doc, &b->config, &b->err));
    const struct finding *findings = b->doc.verdict.findings.items;
    assert_int_equal(b->doc.verdict.findings.count, 3);
    assert_string_equal(findings[0].rule->id, "amount.breakdown");
    assert_string_equal(findings[1].rule->id, "score.claims");
    assert_string_equal(findings[2].rule->id, "amount.balance");
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(strlen(findings[i].fingerprint), 32);
    for (size_t i = 1; i < b->doc.verdict.checks.count; i++)
        assert_true(b->doc.verdict.checks.items[i - 1].at.line <=
                    b->doc.verdict.checks.items[i].at.line);
}

static void test_coverage(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元", FIGURES("100", "60", "40"));
    build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元", FIGURES("100", "60", "10"));
    build_figure(b, MENTION_COUNT, "7", "个");
    assert_true(validate_run(&b->doc, &b->config, &b->err));
    const struct coverage *coverage = &b->doc.verdict.coverage;
    assert_int_equal(coverage->numbers, 7);
    assert_int_equal(coverage->checked, 3);
    assert_int_equal(coverage->relations, 2);
    assert_int_equal(coverage->verified, 1);
    assert_int_equal(coverage->reason_count, 1);
    assert_str(coverage->unverifiable[0].reason, "list_incomplete");
    assert_int_equal(coverage->unverifiable[0].count, 1);
}

static void test_empty_document(void **state) {
    struct build *b = *state;
    assert_true(validate_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->doc.verdict.checks.count, 0);
    assert_int_equal(b->doc.verdict.findings.count, 0);
    assert_int_equal(b->doc.verdict.coverage.relations, 0);
}

static void test_memory_runs_out(void **state) {
    struct build *b = *state;
    static const char *const figures[] = {"100.00", "160.00", NULL};
    for (int i = 0; i < 2000; i++)
        build_figures(b, STATEMENT_BREAKDOWN, MENTION_AMOUNT, "万元", figures);
    b->doc.arena.budget = b->doc.arena.total;
    assert_false(validate_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->err.code, ERR_MEMORY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_families_run_in_reading_order),
        BUILD_TEST(test_coverage),
        BUILD_TEST(test_empty_document),
        BUILD_TEST(test_memory_runs_out),
    };
    return cmocka_run_group_tests_name("validate", tests, NULL, NULL);
}
