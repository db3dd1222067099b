#include "tests/read.h"

/* The score and grade that every document here claims. */
#define CLAIMS "本项目自评得分86分，评价等级为优秀。\n"

/* The name of the profile by which a document of these lines is judged. */
static void expect(const char *source, const char *name, bool certain) {
    struct read *r = read_source(source);
    struct choice choice = profiles_choice(&r->doc, 0);
    assert_non_null(choice.profile);
    struct str got = profile_name(choice.profile);
    if (!str_is(got, name) || choice.certain != certain)
        fail_msg("%.*s %d, not %s %d: %s", STR_ARGS(got), choice.certain, name, certain, source);
    read_end(r);
}

static void test_by_citation(void **state) {
    (void)state;
    expect("依据石财绩〔2013〕2 号开展评价。\n" CLAIMS, "shijiazhuang", true);
    expect("依据《办法》（石财绩[2013]2号）开展评价。\n" CLAIMS, "shijiazhuang", true);
    expect("依据湘财绩〔2020〕7号。\n" CLAIMS, "hunan", true);
    /* another issuer, year or number */
    expect("依据湘财〔2020〕7号、湘财绩〔2021〕7号、湘财绩〔2020〕17号。\n" CLAIMS, "national",
           true);
}

static void test_by_region(void **state) {
    (void)state;
    expect("石家庄市桥林区水务局2021年度绩效自评报告\n" CLAIMS, "shijiazhuang", false);
    expect("湖南省溪口县2021年度部门整体支出绩效自评报告\n" CLAIMS, "hunan", false);
    /* the document that is cited says more than the place */
    expect("石家庄市桥林区水务局2021年度绩效自评报告\n依据财预〔2020〕10号。\n" CLAIMS, "national",
           true);
}

static void test_by_year(void **state) {
    (void)state;
    expect("苇川县水务局2017年度绩效自评报告\n" CLAIMS, "national_2011", true);
    expect("苇川县水务局2022年度绩效自评报告\n" CLAIMS, "national", true);
    /* an older rule is cited beside the one in force */
    expect("苇川县水务局2022年度绩效自评报告\n依据财预〔2011〕285号。\n" CLAIMS, "national", true);
    expect("依据财预〔2011〕285号。\n" CLAIMS, "national_2011", true);
}

/* What a place only likely follows must not contradict what the nation allows. */
static void test_likely_profile_raises_no_alarm(void **state) {
    (void)state;
    expect_findings("石家庄市桥林区水务局2021年度绩效自评报告\n"
                    "本项目自评得分86分，评价等级为优秀。\n",
                    "");
    expect_findings("石家庄市桥林区水务局2021年度绩效自评报告\n"
                    "本项目自评得分86分，评价等级为良。\n",
                    "");
    expect_findings("石家庄市桥林区水务局2021年度绩效自评报告\n"
                    "本项目自评得分66分，评价等级为优秀。\n",
                    "error grade.band 评价等级 优秀 一般 @1\n");
}

static void test_cited_profile_binds(void **state) {
    (void)state;
    expect_findings("依据石财绩〔2013〕2号开展评价。\n本项目自评得分86分，评价等级为良好。\n",
                    "error grade.band 评价等级 良好 优秀 @1\n");
    expect_findings("依据石财绩〔2013〕2号开展评价。\n本项目自评得分86分，评价等级为优。\n", "");
}

/* Before 2020 no bands were national: what does not fit is a warning. */
static void test_older_bands_warn(void **state) {
    (void)state;
    expect_findings("苇川县水务局2017年度绩效自评报告\n本项目自评得分66分，评价等级为优。\n",
                    "warning grade.band 评价等级 优 中 @1\n");
}

static void test_nothing_to_judge(void **state) {
    (void)state;
    struct read *r = read_source("石家庄市桥林区水务局2021年度工作总结\n全年工作平稳。\n");
    assert_null(profiles_choice(&r->doc, 0).profile);
    assert_null(profiles_choice(&r->doc, 7).profile);
    assert_int_equal(profiles_name(&r->doc, 0).len, 0);
    read_end(r);
}

/* Runs with a choice of the user's. */
static void expect_chosen(const char *profile, const char *source, const char *expected) {
    struct profiles *before = (struct profiles *)read_config.profiles;
    struct profiles *profiles = profiles_new(&(struct err){0});
    struct err err = {0};
    assert_non_null(profiles);
    bool ok = profile[0] == '{' ? profiles_add(profiles, str_of(profile), &err)
                                : profiles_choose(profiles, str_of(profile), &err);
    if (!ok)
        fail_msg("%s", err.words);
    read_config.profiles = profiles;
    expect_findings(source, expected);
    read_config.profiles = before;
    profiles_free(profiles);
}

static void test_the_users_choice_comes_first(void **state) {
    (void)state;
    expect_chosen("shijiazhuang", "依据财预〔2020〕10号。\n本项目自评得分86分，评价等级为良。\n",
                  "error grade.band 评价等级 良 优秀 @1\n");
    expect_chosen("{\"name\": \"own\", \"margin\": \"0\", \"bands\": [{\"grade\": \"优\", \"low\": "
                  "\"95\"}, {\"grade\": \"良\", \"high\": \"95\"}]}",
                  "本项目自评得分94分，评价等级为优。\n", "error grade.band 评价等级 优 良 @0\n");
    /* built on another one */
    expect_chosen("{\"name\": \"own\", \"extends\": \"shijiazhuang\", \"words\": {\"甲等\": "
                  "[\"优\"]}}",
                  "本项目自评得分86分，评价等级为良。\n", "error grade.band 评价等级 良 优秀 @0\n");
    /* a profile that does not grade leaves the choice to the document */
    expect_chosen("{\"name\": \"own\"}",
                  "依据石财绩〔2013〕2号。\n本项目自评得分86分，评价等级为良。\n",
                  "error grade.band 评价等级 良 优秀 @1\n");
}

static void test_wrong_choices(void **state) {
    (void)state;
    struct err err = {0};
    struct profiles *profiles = profiles_new(&err);
    assert_non_null(profiles);
    assert_false(profiles_choose(profiles, str_of("atlantis"), &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_non_null(strstr(err.words, "no profile \"atlantis\"; there are national"));
    assert_false(profiles_choose(profiles, (struct str){0}, &err));
    assert_false(profiles_add(profiles, str_of("{"), &err));
    assert_false(profiles_add(profiles, str_of("{\"extends\": \"atlantis\"}"), &err));
    assert_non_null(strstr(err.words, "extends: no profile \"atlantis\""));
    assert_null(profiles_chosen(profiles));
    profiles_free(profiles);
    profiles_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_by_citation),
        cmocka_unit_test(test_by_region),
        cmocka_unit_test(test_by_year),
        cmocka_unit_test(test_likely_profile_raises_no_alarm),
        cmocka_unit_test(test_cited_profile_binds),
        cmocka_unit_test(test_older_bands_warn),
        cmocka_unit_test(test_nothing_to_judge),
        cmocka_unit_test(test_the_users_choice_comes_first),
        cmocka_unit_test(test_wrong_choices),
    };
    return cmocka_run_group_tests_name("profiles", tests, read_open, read_close);
}
