#include "extract/member.h"

#include "tests/extract/prose_bench.h"

static void test_counts_of_the_same_things(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "6个标段，5个施工标段，14个乡镇，"
                                                  "3个，9万元");
    assert_true(member_counts_alike(prose, 0, 1));
    assert_false(member_counts_alike(prose, 2, 1));
    assert_true(member_counts_alike(prose, 2, 3)); /* names nothing else */
    assert_true(member_counts_alike(prose, 4, 4)); /* no count */
    bench_clear(bench);
}

static void test_groups_of_roles(void **state) {
    (void)state;
    assert_int_equal(member_group(ROLE_ADJUSTED), GROUP_BUDGET);
    assert_int_equal(member_group(ROLE_ORIGINAL), GROUP_BUDGET);
    assert_int_equal(member_group(ROLE_SPENT), GROUP_SPENT);
    assert_int_equal(member_group(ROLE_CHANGE), GROUP_NONE);
}

static void test_parts_of_a_sum(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "甲1万元，每户2万元，"
                                                  "上年支出3万元，累计4万元，"
                                                  "增加5万元");
    assert_true(member_is_part(&prose->figures.items[0]));
    for (uint32_t i = 1; i < 5; i++)
        assert_false(member_is_part(&prose->figures.items[i]));
    bench_clear(bench);
}

static void test_names(void **state) {
    struct bench *bench = *state;
    const struct prose *prose = bench_read(bench, "安排项目15个，32个村，"
                                                  "产业项目9个，项目9万元");
    assert_true(member_shares_name(prose, 0, 2));
    assert_false(member_shares_name(prose, 1, 2));
    assert_false(member_shares_name(prose, 3, 2)); /* money names nothing */
    assert_true(member_is_named(&prose->figures.items[2], str_of("产业")));
    assert_false(member_is_named(&prose->figures.items[2], str_of("安排")));
    bench_clear(bench);
}

static void test_posts_and_people(void **state) {
    struct bench *bench = *state;
    const struct prose *prose =
        bench_read(bench, "编制9名，行政编制4名，在职8人，退休2人，党员3人");
    const struct figure *figures = prose->figures.items;
    assert_false(member_is_other(&figures[0], &figures[1]));
    assert_true(member_is_other(&figures[0], &figures[2]));
    assert_true(member_is_other(&figures[2], &figures[3]));
    assert_true(member_overlaps(&figures[4]));
    assert_false(member_overlaps(&figures[1]));
    bench_clear(bench);
}

/* What the noun behind a counter says, when only one of the two has one. */
static void test_counts_without_a_noun(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *text;
        bool alike;
    } cases[] = {
        {"安排项目9个，产业项目4个", true}, {"安排项目9个，4个标段", false},
        {"9个项目，续建4个", true},         {"9个村，涉及4个标段", false},
        {"组织培训9期，专题培训4期", true}, {"9个乡镇，4个乡镇完成", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct prose *prose = bench_read(bench, cases[i].text);
        assert_int_equal(prose->figures.count, 2);
        assert_int_equal(member_counts_alike(prose, 0, 1), cases[i].alike);
        bench_clear(bench);
    }
}

static void test_traits_that_overlap(void **state) {
    struct bench *bench = *state;
    static const char *const overlapping[] = {
        "党员3人",   "本科学历3人", "高级职称3人", /* one person can be all */
        "女职工3人", "二级指标3个", "少数民族3人",
    };
    static const char *const apart[] = {"在职3人", "行政人员3人", "数量指标3个"};
    for (size_t i = 0; i < sizeof overlapping / sizeof *overlapping; i++) {
        assert_true(member_overlaps(bench_read(bench, overlapping[i])->figures.items));
        bench_clear(bench);
    }
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++) {
        assert_false(member_overlaps(bench_read(bench, apart[i])->figures.items));
        bench_clear(bench);
    }
}

/* Last year's balance is spent this year: a part like any other. */
static void test_carried_over(void **state) {
    struct bench *bench = *state;
    assert_true(member_is_part(bench_read(bench, "上年结转3万元")->figures.items));
    bench_clear(bench);
    assert_false(member_is_part(bench_read(bench, "去年同期3万元")->figures.items));
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts_of_the_same_things),
        cmocka_unit_test(test_groups_of_roles),
        cmocka_unit_test(test_parts_of_a_sum),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_posts_and_people),
        cmocka_unit_test(test_counts_without_a_noun),
        cmocka_unit_test(test_traits_that_overlap),
        cmocka_unit_test(test_carried_over),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
