#include "tests/validate/build.h"

#include "validate/balance.h"

static const struct check *balance(struct build *b, const char *label, const char *const *numbers) {
    struct statement *statement =
        build_figures(b, STATEMENT_BALANCE, MENTION_AMOUNT, "万元", numbers);
    statement->label = str_of(label);
    statement->minus = 1u << 1;
    assert_true(balance_run(&b->doc, &b->config, &b->err));
    return build_check(b);
}

static void test_pass(void **state) {
    const struct check *check = balance(*state, "结余", FIGURES("689.66", "9799.20", "9109.54"));
    assert_string_equal(check->rule->id, "amount.balance");
    assert_int_equal(check->outcome, OUTCOME_PASS);
    assert_str(check->formula, "9799.20 - 9109.54 = 689.66");
}

/* Which members are taken away is the statement's to say. */
static void test_signs(void **state) {
    struct build *b = *state;
    build_figures(b, STATEMENT_BALANCE, MENTION_AMOUNT, "万元", FIGURES("12", "10", "3", "1"))
        ->minus = 1u << 2;
    assert_true(balance_run(&b->doc, &b->config, &b->err));
    assert_str(build_check(b)->formula, "10 + 3 - 1 = 12");
}

static void test_fail(void **state) {
    struct build *b = *state;
    balance(b, "结余", FIGURES("10.00", "100.00", "92.00"));
    assert_int_equal(build_finding(b)->severity, SEVERITY_ERROR);
    assert_str(build_finding(b)->computed, "8.00");
    assert_str(build_finding(b)->difference, "2.00");
}

static void test_rounding(void **state) {
    assert_int_equal(balance(*state, "结余", FIGURES("8.01", "100.00", "92.00"))->outcome,
                     OUTCOME_ROUNDING);
}

static void test_carried_balance_is_unverifiable(void **state) {
    struct build *b = *state;
    assert_str(balance(b, "年末结转和结余", FIGURES("10.00", "100.00", "92.00"))->reason,
               "doubtful_tie");
    assert_int_equal(balance(b, "累计结余", FIGURES("8.00", "100.00", "92.00"))->outcome,
                     OUTCOME_PASS);
    assert_int_equal(balance(b, "累计结余", FIGURES("6.00", "100.00", "92.00"))->outcome,
                     OUTCOME_FAIL);
}

static void test_missing_spending(void **state) {
    struct build *b = *state;
    uint32_t members[] = {build_figure(b, MENTION_AMOUNT, "100", "万元"), STATEMENT_NO_MENTION};
    build_statement(b, STATEMENT_BALANCE, members[0], members, 1);
    assert_true(balance_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->doc.verdict.checks.count, 0);
    build_statement(b, STATEMENT_BALANCE, members[0], members, 2);
    assert_true(balance_run(&b->doc, &b->config, &b->err));
    assert_str(build_check(b)->reason, "missing_operand");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_pass),
        BUILD_TEST(test_fail),
        BUILD_TEST(test_signs),
        BUILD_TEST(test_rounding),
        BUILD_TEST(test_carried_balance_is_unverifiable),
        BUILD_TEST(test_missing_spending),
    };
    return cmocka_run_group_tests_name("balance", tests, NULL, NULL);
}
