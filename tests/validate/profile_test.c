#include "tests/validate/build.h"

#include "base/data.h"
#include "validate/profile.h"

/* The national one, or one on top of it. */
static struct profile *parse(struct build *b, const char *text, const struct profile *base) {
    struct profile *profile = profile_parse(str_of(text), base, &b->err);
    if (!profile)
        fail_msg("%s", b->err.words);
    return profile;
}

static struct profile *national(struct build *b) {
    return parse(b, data_find("validate/profiles/national.json").ptr, NULL);
}

static void test_national(void **state) {
    struct profile *profile = national(*state);
    uint32_t count;
    const struct band *bands = profile_bands(profile, &count);
    assert_int_equal(count, 4);
    assert_str(bands[0].grade, "优");
    assert_str(bands[0].low, "90");
    assert_str(bands[0].high, "");
    assert_str(bands[1].high, "90");
    assert_true(bands[1].low_inclusive);
    assert_false(bands[1].high_inclusive);
    assert_true(str_has(profile_source(profile, LANGUAGE_CHINESE), "财预〔2020〕10号"));
    assert_true(str_has(profile_source(profile, LANGUAGE_ENGLISH), "Measures"));
    struct decimal hundred = decimal_of(100);
    assert_int_equal(decimal_cmp(profile_full(profile), &hundred), 0);
    assert_int_equal(profile_severity(profile), SEVERITY_ERROR);
    profile_free(profile);
}

static void test_words(void **state) {
    struct profile *profile = national(*state);
    struct str excellent = STR("优秀"), best = STR("优");
    struct str fair = STR("合格"), middle = STR("中");
    struct str unknown = STR("先进");
    assert_true(profile_knows(profile, excellent));
    assert_false(profile_knows(profile, unknown));
    assert_true(profile_allows(profile, excellent, best));
    assert_false(profile_allows(profile, excellent, middle));
    assert_true(profile_allows(profile, fair, middle));
    assert_false(profile_allows(profile, unknown, best));
    assert_true(profile_same(profile, excellent, best));
    assert_false(profile_same(profile, fair, middle));
    assert_true(profile_same(profile, unknown, unknown));
    profile_free(profile);
}

/* What a local profile does not say comes from the national one. */
static void test_local_on_top_of_national(void **state) {
    struct build *b = *state;
    struct profile *base = national(b);
    struct profile *profile =
        parse(b,
              "{\"name\": \"yunhe\", \"margin\": \"0\", \"severity\": \"warning\","
              " \"applies\": {\"documents\": [\"云财绩〔2019〕7号\"], \"regions\": "
              "[\"云河\", \"云河市\"], \"from\": \"2019\", \"to\": \"2021\"},"
              " \"words\": {\"先进\": [\"优\"], \"合格\": [\"中\"]},"
              " \"caps\": [{\"below\": \"60\", \"most\": \"69\"}]}",
              base);
    uint32_t count;
    assert_str(profile_bands(profile, &count)[0].grade, "优");
    assert_true(profile_grades(profile));
    assert_true(decimal_is_zero(profile_margin(profile)));
    assert_int_equal(profile_severity(profile), SEVERITY_WARNING);
    assert_true(profile_allows(profile, str_of("先进"), str_of("优")));
    assert_true(profile_allows(profile, str_of("良好"), str_of("良")));
    assert_false(profile_allows(profile, str_of("合格"), str_of("良")));
    const struct cap *caps = profile_caps(profile, &count);
    assert_int_equal(count, 1);
    assert_true(decimal_is_zero(&caps[0].from));
    assert_int_equal(profile_region(profile, str_of("云河市水务局")), strlen("云河市"));
    assert_int_equal(profile_region(profile, str_of("水务局")), 0);
    assert_true(profile_has_years(profile));
    assert_true(profile_covers(profile, str_of("2021")));
    assert_false(profile_covers(profile, str_of("2018")));
    assert_false(profile_covers(profile, str_of("2022")));
    profile_free(profile);
    profile_free(base);
}

/* Bands called 优秀 are those that the word 优 means. */
static void test_bands_of_other_names(void **state) {
    struct build *b = *state;
    struct profile *base = national(b);
    struct profile *profile =
        parse(b,
              "{\"name\": \"a\", \"bands\": [{\"grade\": \"优秀\", \"low\": \"85\"},"
              "{\"grade\": \"一般\", \"high\": \"85\"}]}",
              base);
    assert_true(profile_allows(profile, str_of("优"), str_of("优秀")));
    assert_true(profile_allows(profile, str_of("优秀"), str_of("优秀")));
    assert_true(profile_allows(profile, str_of("合格"), str_of("一般")));
    assert_false(profile_allows(profile, str_of("良好"), str_of("优秀")));
    profile_free(profile);
    profile_free(base);
}

/* Each mistake is told with its place. */
static void test_mistakes(void **state) {
    static const struct {
        const char *text, *words;
    } cases[] = {
        {"", "not JSON, at line 1, byte 1"},
        {"{\"name\": \"a\",\n  x}", "not JSON, at line 2, byte 4"},
        {"{\"name\": \"a\"} {}", "not JSON, at line 1, byte 14"},
        {"\xff", "not UTF-8, at byte 1"},
        {"[]", "an object { } is expected"},
        {"{}", "name: is missing or empty"},
        {"{\"name\": \"A b\"}", "name: at most 40 of a-z, 0-9 and _"},
        {"{\"name\": 5}", "name: a text in quotes is expected, figures too: \"90\""},
        {"{\"name\": \"a\", \"band\": []}", "there is no field \"band\" here"},
        {"{\"name\": \"a\", \"bands\": {}}", "bands: a list [ ] is expected"},
        {"{\"name\": \"a\", \"bands\": [{\"grade\": \"优\", \"low\": 90}]}",
         "bands[0].low: a text in quotes is expected, figures too: \"90\""},
        {"{\"name\": \"a\", \"bands\": [{\"low\": \"90\"}]}",
         "bands[0].grade: is missing or empty"},
        {"{\"name\": \"a\", \"bands\": [{\"grade\": \"优\", \"low\": \"九十\"}]}",
         "bands[0].low: a plain decimal is expected, as \"89.5\""},
        {"{\"name\": \"a\", \"bands\": [{\"grade\": \"优\", \"low\": \"9\", \"high\": "
         "\"9\"}]}",
         "bands[0]: low must be below high"},
        {"{\"name\": \"a\", \"margin\": \"x\"}",
         "margin: a plain decimal is expected, as \"89.5\""},
        {"{\"name\": \"a\", \"severity\": \"fatal\"}", "severity: one of info, warning, error"},
        {"{\"name\": \"a\", \"words\": {\"好\": \"优\"}}", "words.好: a list [ ] is expected"},
        {"{\"name\": \"a\", \"words\": {\"好\": [1]}}", "words.好[0]: a text is expected"},
        {"{\"name\": \"a\", \"caps\": [{\"below\": \"60\"}]}", "caps[0].most: is missing or empty"},
        {"{\"name\": \"a\", \"caps\": [{\"from\": \"70\", \"below\": \"60\", \"most\": "
         "\"69\"}]}",
         "caps[0]: from must be below below"},
        {"{\"name\": \"a\", \"applies\": {\"documents\": [\"十号文\"]}}",
         "applies.documents[0]: a document number is expected, as 财预〔2020〕10号"},
        {"{\"name\": \"a\", \"source\": {\"zh\": \"甲\"}}", "source.en: is missing or empty"},
        {"{\"name\": \"a\", \"rules\": {}}", "rules: a list [ ] is expected"},
    };
    struct build *b = *state;
    struct profile *base = national(b);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(profile_parse(str_of(cases[i].text), base, &b->err));
        assert_int_equal(b->err.code, ERR_USAGE);
        assert_string_equal(b->err.words, cases[i].words);
    }
    profile_free(base);
    profile_free(NULL);
}

/* The first one has nobody to take anything from. */
static void test_without_a_base(void **state) {
    struct build *b = *state;
    assert_null(profile_parse(str_of("{\"name\": \"a\"}"), NULL, &b->err));
    assert_string_equal(b->err.words, "full: is missing or empty");
    const char *text = "{\"name\": \"a\", \"full\": \"100\", \"margin\": \"5\"}";
    assert_null(profile_parse(str_of(text), NULL, &b->err));
    assert_string_equal(b->err.words, "bands are missing");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_national),
        BUILD_TEST(test_words),
        BUILD_TEST(test_local_on_top_of_national),
        BUILD_TEST(test_bands_of_other_names),
        BUILD_TEST(test_mistakes),
        BUILD_TEST(test_without_a_base),
    };
    return cmocka_run_group_tests_name("profile", tests, NULL, NULL);
}
