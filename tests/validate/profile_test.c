#include "tests/validate/build.h"

#include "validate/profile.h"

static struct profile *open_national(struct build *b) {
    struct profile *profile = profile_new((struct str)STR("national"), &b->err);
    assert_non_null(profile);
    return profile;
}

static void test_national(void **state) {
    struct profile *profile = open_national(*state);
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
    profile_free(profile);
}

static void test_words(void **state) {
    struct profile *profile = open_national(*state);
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

static void test_no_such_profile(void **state) {
    struct build *b = *state;
    assert_null(profile_new((struct str)STR("atlantis"), &b->err));
    assert_int_equal(b->err.code, ERR_USAGE);
    assert_null(profile_new((struct str){0}, &b->err));
    assert_null(profile_new((struct str)STR("../../../../../../../../etc/passwd"), &b->err));
    profile_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_national),
        BUILD_TEST(test_words),
        BUILD_TEST(test_no_such_profile),
    };
    return cmocka_run_group_tests_name("profile", tests, NULL, NULL);
}
