#include "tests/validate/build.h"

#include "validate/local.h"

/* Parses one rule; what is wrong with it, or "" . */
static const char *parse(struct build *b, const char *rule, struct local_rules *out) {
    struct str text = str_printf(&b->doc.arena, "[%s]", rule);
    struct json *root = json_parse(text, &b->err);
    struct json_at at = {.value = root, .path = "rules"};
    if (!root)
        fail_msg("%s", b->err.words);
    b->err.words[0] = '\0';
    bool ok = local_parse(&b->doc.arena, &at, out, &b->err);
    assert_int_equal(ok, b->err.words[0] == '\0');
    json_free(root);
    return b->err.words;
}

#define NAMED "\"id\": \"user.a\", \"zh\": \"甲\", \"en\": \"a\", "
#define CLAIM "\"claim\": {\"claim\": \"score\"}, "

static void test_rule(void **state) {
    struct build *b = *state;
    struct local_rules rules;
    assert_string_equal(
        parse(b,
              "{" NAMED "\"severity\": \"error\", \"part\": \"project\", \"each\": \"table\", "
              "\"exact\": \"yes\", \"is\": \"at_most\", \"claim\": {\"indicator\": \"score\", "
              "\"name\": \"时效 指标\"}, \"of\": [{\"constant\": \"9.5\", \"unit\": \"分\"}, "
              "{\"column\": \"spent\", \"row\": \"*总额\", \"name\": \"（B）*\", \"table\": "
              "\"fund\", \"minus\": \"yes\"}, {\"figure\": \"rate\"}]}",
              &rules),
        "");
    const struct local_rule *rule = &rules.items[0];
    assert_int_equal(rules.count, 1);
    assert_int_equal(rule->kind, RELATION_NO_MORE);
    assert_int_equal(rule->scope, LOCAL_TABLE);
    assert_int_equal(rule->part, PART_PROJECT);
    assert_int_equal(rule->rule.severity, SEVERITY_ERROR);
    assert_true(rule->exact);
    assert_int_equal(rule->claim.source, LOCAL_INDICATOR);
    assert_int_equal(rule->claim.which, 1);
    assert_str(rule->claim.label, "时效指标");
    assert_int_equal(rule->count, 3);
    assert_int_equal(rule->terms[0].source, LOCAL_CONSTANT);
    assert_int_equal(rule->terms[1].which, COLUMN_SPENT);
    assert_int_equal(rule->terms[1].table, TABLE_FUND);
    assert_true(rule->terms[1].minus);
    assert_str(rule->terms[1].name, "(B)*");
    assert_int_equal(rule->terms[2].which, QUANTITY_RATE);
    assert_int_equal(rule->terms[2].table, LOCAL_ANY);
}

static void test_mistakes(void **state) {
    static const struct {
        const char *rule, *words;
    } cases[] = {
        {"1", "rules[0]: an object { } is expected"},
        {"{}", "rules[0].id: is missing or empty"},
        {"{\"id\": \"score.total\"}", "rules[0].id: \"user.\" and a-z or _ is expected"},
        {"{\"id\": \"user.\"}", "rules[0].id: \"user.\" and a-z or _ is expected"},
        {"{\"id\": \"user.A\"}", "rules[0].id: \"user.\" and a-z or _ is expected"},
        {"{\"id\": \"user.a\"}", "rules[0].zh: is missing or empty"},
        {"{" NAMED "\"if\": \"x\"}", "rules[0]: there is no field \"if\" here"},
        {"{" NAMED CLAIM "\"of\": []}",
         "rules[0]: \"is\" is missing: sum, at_most, at_least or ratio"},
        {"{" NAMED CLAIM "\"is\": \"product\"}",
         "rules[0].is: one of sum, at_most, at_least, ratio"},
        {"{" NAMED "\"is\": \"sum\"}", "rules[0].claim: is missing"},
        {"{" NAMED CLAIM "\"is\": \"sum\"}", "rules[0].of: a list of selections is expected"},
        {"{" NAMED CLAIM "\"is\": \"ratio\", \"of\": [{\"constant\": \"1\"}]}",
         "rules[0].of: a ratio needs a list of two selections"},
        {"{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{}]}",
         "rules[0].of[0]: one of constant, figure, column, indicator and claim is expected"},
        {"{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{\"constant\": \"1\", \"column\": \"rate\"}]}",
         "rules[0].of[0]: more than one of constant, figure, column, indicator and claim"},
        {"{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{\"constant\": 1}]}",
         "rules[0].of[0].constant: a text in quotes is expected, figures too: \"90\""},
        {"{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{\"constant\": \"1,000\"}]}",
         "rules[0].of[0].constant: a plain decimal is expected, as \"50\""},
        {"{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{\"indicator\": \"target\"}]}",
         "rules[0].of[0].indicator: one of weight, score"},
        {"{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{\"figure\": \"amount\", \"row\": \"x\"}]}",
         "rules[0].of[0]: there is no field \"row\" here"},
        {"{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{\"column\": \"rate\", \"table\": \"x\"}]}",
         "rules[0].of[0].table: one of other, score, fund, breakdown, item, target"},
        {"{" NAMED "\"each\": \"row\", " CLAIM "\"is\": \"sum\", \"of\": [{\"column\": \"rate\"}]}",
         "rules[0].claim: a row has columns and indicators only"},
        {"{" NAMED "\"each\": \"row\", \"claim\": {\"column\": \"rate\"}, \"is\": \"sum\", \"of\": "
         "[{\"figure\": \"rate\"}]}",
         "rules[0].of[0]: a row has columns and indicators only"},
    };
    struct build *b = *state;
    struct local_rules rules;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(parse(b, cases[i].rule, &rules), cases[i].words);
}

/* Bounded, because each rule walks over the whole record. */
static void test_too_many(void **state) {
    struct build *b = *state;
    struct local_rules rules;
    struct str terms = str_of("{\"constant\": \"1\"}"), all = str_of("1");
    for (int i = 0; i < 32; i++)
        terms = str_printf(&b->doc.arena, "%.*s, {\"constant\": \"1\"}", STR_ARGS(terms));
    all = str_printf(&b->doc.arena, "{" NAMED CLAIM "\"is\": \"sum\", \"of\": [%.*s]}",
                     STR_ARGS(terms));
    assert_string_equal(parse(b, all.ptr, &rules), "rules[0].of: too many selections");
    all = str_of("{" NAMED CLAIM "\"is\": \"sum\", \"of\": [{\"constant\": \"1\"}]}");
    struct str one = all;
    for (int i = 0; i < 64; i++)
        all = str_printf(&b->doc.arena, "%.*s, %.*s", STR_ARGS(all), STR_ARGS(one));
    assert_string_equal(parse(b, all.ptr, &rules), "rules: too many rules");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_rule),
        BUILD_TEST(test_mistakes),
        BUILD_TEST(test_too_many),
    };
    return cmocka_run_group_tests_name("local", tests, NULL, NULL);
}
