#include "validate/award.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* "gives 3 | 制度健全": kind, amount with % for a share, "~" where no verb says so, the rest. */
static void expect(const char *segment, const char *expected) {
    static const char *const kinds[] = {"none", "gives", "takes", "floor"};
    struct award award = award_read(str_of(segment));
    struct arena arena;
    char text[512];
    arena_init(&arena, 1 << 20);
    bool counts = award.kind == AWARD_GIVES || award.kind == AWARD_TAKES;
    int len = sprintf(text, "%s", kinds[award.kind]);
    if (counts)
        len += sprintf(text + len, " %s%.40s%s", award.worded ? "" : "~",
                       decimal_text(&arena, &award.amount).ptr, award.share ? "%" : "");
    sprintf(text + len, " | %.*s", STR_ARGS(award.before));
    arena_clear(&arena);
    assert_string_equal(text, expected);
}

static void test_points(void **state) {
    (void)state;
    expect("得3分", "gives 3 | ");
    expect("制度健全得2分", "gives 2 | 制度健全");
    expect("计0.5分", "gives 0.5 | ");
    expect("达标的给10分", "gives 10 | 达标的");
    expect("得本项3分", "gives 3 | ");
}

static void test_all_or_nothing(void **state) {
    (void)state;
    expect("得满分", "gives 100% | ");
    expect("比率≤100%计满分", "gives 100% | 比率≤100%");
    expect("得该项全部分值", "gives 100% | ");
    expect("否则不得分", "gives 0 | 否则");
    expect("低于60%不予得分", "gives 0 | 低于60%");
    expect("未建立的得零分", "gives 0 | 未建立的");
}

static void test_shares_of_the_weight(void **state) {
    (void)state;
    expect("得分值的90%", "gives 90% | ");
    expect("得90%的分值", "gives 90% | ");
    expect("得权重分的60%", "gives 60% | ");
    expect("扣5%的权重分", "takes 5% | ");
    expect("每增加1%扣权重的5%", "takes 5% | 每增加1%");
}

static void test_deductions(void **state) {
    (void)state;
    expect("每低一个百分点扣0.5分", "takes 0.5 | 每低一个百分点");
    expect("扣除2分", "takes 2 | ");
    expect("每发现一例扣减1分", "takes 1 | 每发现一例");
}

/* The last verb counts: what stands before it is part of the condition. */
static void test_several_verbs(void **state) {
    (void)state;
    expect("取得证书的得4分", "gives 4 | 取得证书的");
    expect("未得奖扣2分", "takes 2 | 未得奖");
    expect("扣分后得3分", "gives 3 | 扣分后");
}

static void test_points_in_brackets(void **state) {
    (void)state;
    expect("台账健全(2分)", "gives ~2 | 台账健全");
    expect("台账健全(得2分)", "gives 2 | 台账健全");
    expect("台账(含电子)健全(2分)", "gives ~2 | 台账(含电子)健全");
    expect("台账健全(含电子)", "none | 台账健全(含电子)");
    expect("台账健全(每项得2分)", "none | 台账健全(每项得2分)");
}

static void test_bare_points(void **state) {
    (void)state;
    expect("2分", "gives ~2 | ");
    expect("90%", "none | 90%"); /* a figure of the condition */
    expect("2", "none | 2");
    expect("执行率≥90%", "none | 执行率≥90%");
}

static void test_floors(void **state) {
    (void)state;
    expect("扣完为止", "floor | ");
    expect("扣完该项分值为止", "floor | ");
    expect("扣至0分为止", "floor | ");
    expect("每项扣1分扣完为止", "none | 每项扣1分扣完为止");
}

/* Words that leave the points open are no award. */
static void test_what_is_no_award(void **state) {
    (void)state;
    static const char *const segments[] = {"",        "得分",       "酌情扣分",   "得2分以上",
                                           "得2-3分", "按比例得分", "得2分和3分", "资金到位",
                                           "扣分",    "得X分"};
    for (size_t i = 0; i < sizeof segments / sizeof segments[0]; i++) {
        struct award award = award_read(str_of(segments[i]));
        assert_int_equal(award.kind, AWARD_NONE);
        assert_true(str_is(award.before, segments[i]));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_points),
        cmocka_unit_test(test_all_or_nothing),
        cmocka_unit_test(test_shares_of_the_weight),
        cmocka_unit_test(test_deductions),
        cmocka_unit_test(test_several_verbs),
        cmocka_unit_test(test_points_in_brackets),
        cmocka_unit_test(test_bare_points),
        cmocka_unit_test(test_floors),
        cmocka_unit_test(test_what_is_no_award),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
