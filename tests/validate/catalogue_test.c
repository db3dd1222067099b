#include "tests/validate/build.h"

static const char *const ids[] = {
    "score.total",     "score.subtotal", "score.over_weight", "score.missing",    "score.claims",
    "score.rule",      "score.target",   "score.coefficient", "weight.total",     "weight.section",
    "grade.band",      "amount.total",   "amount.cross",      "amount.breakdown", "amount.balance",
    "amount.notation", "rate.ratio",     "rate.unit",         "amount.claims",    "amount.unit",
    "count.breakdown", "rule.tiers",     "rule.subject",      "value.echo",       "text.numbering"};

static void test_every_rule_is_there_and_complete(void **state) {
    size_t count;
    const struct rule *rules = catalogue_rules(&count);
    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        assert_non_null(catalogue_find(str_of(ids[i])));
    for (size_t i = 0; i < count; i++) {
        const char *const texts[] = {rules[i].id,         rules[i].chinese,    rules[i].english,
                                     rules[i].message_zh, rules[i].message_en, rules[i].example_zh,
                                     rules[i].example_en, rules[i].source_zh,  rules[i].source_en};
        for (size_t j = 0; j < sizeof texts / sizeof *texts; j++)
            assert_true(texts[j] && *texts[j]);
        assert_ptr_equal(catalogue_find(str_of(rules[i].id)), &rules[i]);
    }
    assert_null(catalogue_find(str_of("score")));
    assert_null(catalogue_find(str_of("")));
}

/* A message that compares two figures says 不一致 and shows both. */
static void test_messages_show_both_figures(void **state) {
    size_t count;
    const struct rule *rules = catalogue_rules(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        struct str zh = str_of(rules[i].message_zh), en = str_of(rules[i].message_en);
        assert_true(str_starts(zh, "{label}"));
        assert_true(str_starts(en, "{label}"));
        assert_int_equal(str_has(zh, "{claimed}"), str_has(en, "{claimed}"));
        assert_int_equal(str_has(zh, "{computed}"), str_has(en, "{computed}"));
        assert_int_equal(str_has(zh, "{difference}"), str_has(en, "{difference}"));
        if (str_has(zh, "{claimed}") && str_has(zh, "{computed}"))
            assert_true(str_has(zh, "不一致"));
    }
}

static void test_severities(void **state) {
    (void)state;
    assert_int_equal(catalogue_find(str_of("score.total"))->severity, SEVERITY_ERROR);
    assert_int_equal(catalogue_find(str_of("score.missing"))->severity, SEVERITY_WARNING);
    assert_int_equal(catalogue_find(str_of("amount.notation"))->severity, SEVERITY_WARNING);
    assert_int_equal(catalogue_find(str_of("text.numbering"))->severity, SEVERITY_INFO);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_every_rule_is_there_and_complete),
        BUILD_TEST(test_messages_show_both_figures),
        BUILD_TEST(test_severities),
    };
    return cmocka_run_group_tests_name("catalogue", tests, NULL, NULL);
}
