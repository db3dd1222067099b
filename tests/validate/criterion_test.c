/* The grammar's cases stand in tests/spec/criteria.spec; here are its bounds, and the scores due. */
#include "tests/validate/build.h"

#include "validate/criterion.h"
#include "validate/due.h"
#include "validate/interval.h"
#include "validate/reach.h"
#include "validate/wording.h"

static void parse(struct build *b, const char *text, struct criterion *criterion) {
    criterion_parse(&b->doc.arena, str_of(text), criterion);
}

static struct decimal number(const char *text) {
    struct decimal value;
    assert_true(decimal_parse(str_of(text), &value));
    return value;
}

/* Holds `score` of `weight` against the rule at `rate` per cent; `due` NULL: it does not say. */
static void expect_due(struct build *b, const char *text, const char *weight, const char *rate,
                       const char *score, const char *due, bool fits) {
    struct criterion criterion;
    struct decimal w = number(weight), r = number(rate), s = number(score), got;
    bool got_fits;
    parse(b, text, &criterion);
    bool says = due_score(&criterion, &w, &r, &s, &got, &got_fits);
    assert_int_equal(says, due != NULL);
    if (!due)
        return;
    assert_string_equal(decimal_text(&b->doc.arena, &got).ptr, due);
    assert_int_equal(got_fits, fits);
}

static void test_wording_is_plain_and_in_segments(void **state) {
    struct build *b = *state;
    struct wording wording;
    assert_true(wording_read(&b->doc.arena,
                             str_of("评分 规则：\n①比率 ≦１００％，得满分；\n2.20%≤x"), &wording));
    assert_string_equal(wording.text.ptr, "评分规则;;①比率≤100%,得满分;;2.20%≤x");
    assert_true(wording.spaced);
    assert_int_equal(wording.count, 4);
    assert_true(str_is(wording.segments[0].text, "评分规则") && wording.segments[0].closed);
    assert_true(str_is(wording.segments[1].text, "比率≤100%") && wording.segments[1].marked);
    assert_false(wording.segments[1].closed);
    /* no 1. went before: the figure is 2.20 */
    assert_true(str_is(wording.segments[3].text, "2.20%≤x") && !wording.segments[3].marked);
}

static void test_marks_count_up(void **state) {
    struct build *b = *state;
    struct wording wording;
    assert_true(wording_read(&b->doc.arena, str_of("1.甲；2.20%≤乙；2.丙；（3）丁"), &wording));
    assert_true(str_is(wording.segments[0].text, "甲"));
    assert_true(str_is(wording.segments[1].text, "20%≤乙"));
    assert_true(str_is(wording.segments[2].text, "2.丙"));
    assert_true(str_is(wording.segments[3].text, "丁"));
}

static void test_bounds_are_no_rules(void **state) {
    struct build *b = *state;
    static char text[200000];
    struct criterion criterion;
    struct wording wording;
    memset(text, '(', sizeof text - 1);
    memcpy(text, "得1分", strlen("得1分"));
    parse(b, text, &criterion);
    assert_int_equal(criterion.kind, CRITERION_UNPARSED);
    assert_false(wording_read(&b->doc.arena, str_of(text), &wording));
    text[0] = '\0';
    for (int i = 0; i < CRITERION_CLAUSES + 1; i++)
        strcat(text, "甲得1分；");
    parse(b, text, &criterion);
    assert_int_equal(criterion.kind, CRITERION_UNPARSED);
    text[0] = '\0';
    for (int i = 0; i < WORDING_SEGMENTS + 1; i++)
        strcat(text, "a,");
    assert_false(wording_read(&b->doc.arena, str_of(text), &wording));
}

static void test_an_exhausted_arena(void **state) {
    (void)state;
    struct arena arena;
    struct criterion criterion;
    arena_init(&arena, 16);
    criterion_parse(&arena, str_of("①甲（1分）②乙（2分）"), &criterion);
    assert_int_equal(criterion.kind, CRITERION_UNPARSED);
    assert_true(arena.exhausted);
    arena_clear(&arena);
}

static void test_empty_texts(void **state) {
    struct build *b = *state;
    struct criterion criterion;
    static const char *const texts[] = {"", " ", "。", "；；；", "分", "①②③", "%"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        parse(b, texts[i], &criterion);
        assert_true(criterion.kind == CRITERION_NONE || criterion.kind == CRITERION_UNPARSED);
    }
}

static void test_tiers_give_what_the_rate_earns(void **state) {
    struct build *b = *state;
    static const char rule[] = "覆盖率≥95%，得8分；85%（含）-95%，得5分；低于85%不得分。";
    expect_due(b, rule, "8", "96.5", "8", "8", true);
    expect_due(b, rule, "8", "95", "8", "8", true);
    expect_due(b, rule, "8", "94.99", "8", "5", false);
    expect_due(b, rule, "8", "85", "5", "5", true);
    expect_due(b, rule, "8", "84", "5", "0", false);
    expect_due(b, rule, "8", "84", "0.0", "0", true);
}

static void test_on_an_edge_both_tiers_hold(void **state) {
    struct build *b = *state;
    static const char rule[] = "完成率100%得满分；90%至100%得分值的90%；80%至90%得分值的80%；"
                               "低于80%不得分。";
    expect_due(b, rule, "10", "90", "9", "9", true);
    expect_due(b, rule, "10", "90", "8", "9", true);
    expect_due(b, rule, "10", "90", "10", "9", false);
    expect_due(b, rule, "5", "95", "4.5", "4.5", true);
    /* 100% stands in two tiers */
    expect_due(b, rule, "10", "100", "9", "10", true);
}

static void test_tiers_that_do_not_say(void **state) {
    struct build *b = *state;
    expect_due(b, "覆盖率≥95%，得8分；85%-95%，得5分。", "8", "80", "5", NULL, false);
    expect_due(b, "甲≥9次，得8分；甲低于9次，得5分。", "8", "80", "5", NULL, false);
    expect_due(b, "有制度，得8分；低于9%得5分。", "8", "80", "5", NULL, false);
    expect_due(b, "①甲（1分）②乙（2分）", "3", "80", "2", NULL, false);
}

static void test_steps_from_full_marks(void **state) {
    struct build *b = *state;
    static const char down[] = "采购率等于100%的，得3分；每减少一个百分点，扣0.2分，扣完为止。";
    static const char up[] = "控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。";
    expect_due(b, down, "3", "100", "3", "3", true);
    expect_due(b, down, "3", "100", "2", "3", false);
    expect_due(b, down, "3", "95", "2", "2", true);
    expect_due(b, down, "3", "10", "0", "0", true);
    expect_due(b, down, "3", "110", "3", "3", true);
    expect_due(b, up, "5", "98", "5", "5", true);
    expect_due(b, up, "5", "102", "4", "4", true);
    expect_due(b, up, "5", "102", "5", "4", false);
}

/* a step that has begun may count whole, in part, or not at all */
static void test_a_step_begun(void **state) {
    struct build *b = *state;
    static const char rule[] =
        "1.比率≥100%，得满分；2.比率<100%，每减少1%，扣2%的权重分，扣完为止。";
    expect_due(b, rule, "10", "97.5", "9.6", "9.5", true);
    expect_due(b, rule, "10", "97.5", "9.5", "9.5", true);
    expect_due(b, rule, "10", "97.5", "9.4", "9.5", true);
    expect_due(b, rule, "10", "97.5", "9.3", "9.5", false);
    expect_due(b, rule, "10", "97.5", "10", "9.5", false);
}

static void test_steps_that_do_not_say(void **state) {
    struct build *b = *state;
    expect_due(b, "每低一个百分点扣0.5分。", "5", "98", "5", NULL, false);
    expect_due(b, "每发现一例扣1分。", "5", "98", "5", NULL, false);
    expect_due(b, "率≥90%得满分；每低1%扣1分；每高1%扣1分。", "5", "98", "5", NULL, false);
    expect_due(b, "1.比率=0%，得满分；2.20%≤比率<0%，每增加1%，扣5%的权重分。", "1", "3", "1", NULL,
               false);
}

/* The award's own range decides, though the range of the steps is empty. */
static void test_a_rate_within_an_award(void **state) {
    struct build *b = *state;
    static const char rule[] = "1.比率=0%，得满分；2.20%≤比率<0%，每增加1%，扣5%的权重分。";
    expect_due(b, rule, "1", "0", "1", "1", true);
    expect_due(b, rule, "1", "0", "0.5", "1", false);
    expect_due(b, "到位率低于100%的，每低1%扣1分；到位率低于90%不得分。", "5", "80", "5", NULL,
               false);
}

/* What a formula multiplies the weight by is a rate by any name; of a sum of two it says nothing. */
static void test_rates_by_another_name(void **state) {
    struct build *b = *state;
    expect_due(b, "评分规则：得分=业务培训及时性×分值。", "2", "80", "1.6", "1.6", true);
    expect_due(b, "评分规则：得分=业务培训及时性×分值。", "2", "80", "1", "1.6", true);
    expect_due(b, "评分规则：得分=业务培训及时性×分值。", "2", "80", "1.8", "1.6", false);
    expect_due(b, "评分规则：得分=业务培训及时性×分值。", "10", "80", "8", "8", true);
    expect_due(b, "评分规则：得分=业务培训及时性×分值。", "10", "80", "10", "8", false);
    expect_due(b, "得分=(甲率+乙率)×50%×分值。", "2", "80", "2", NULL, false);
    expect_due(b, "根据完成及时性计算得分（2分）", "2", "80", "2", NULL, false);
}

static void test_a_proportion(void **state) {
    struct build *b = *state;
    static const char rule[] = "得分=预算执行率×分值。";
    expect_due(b, rule, "10", "98.5", "9.85", "9.85", true);
    expect_due(b, rule, "10", "98.5", "9.9", "9.85", true);
    expect_due(b, rule, "10", "98.5", "10", "9.85", true);
    expect_due(b, rule, "10", "94", "10", "9.4", false);
    expect_due(b, rule, "10", "120", "10", "10", true);
    expect_due(b, rule, "3", "31.082", "3", "0.93", false);
    expect_due(b, rule, "3", "-5", "3", NULL, false);
}

static void test_a_whole_score_is_no_rounded_award(void **state) {
    (void)state;
    struct decimal exact = number("6.3"), six = number("6"), fine = number("4.25");
    struct decimal up = number("4.3"), down = number("4.2"), off = number("4.1");
    assert_false(reach_equals(&exact, &six));
    assert_true(reach_equals(&fine, &up));
    assert_true(reach_equals(&fine, &down));
    assert_false(reach_equals(&fine, &off));
}

static void test_the_list_of_awards(void **state) {
    struct build *b = *state;
    struct criterion criterion;
    struct decimal weight = number("7");
    parse(b, "完成率100%得满分；90%至100%得分值的90%；低于90%不得分。", &criterion);
    assert_string_equal(reach_list(&b->doc.arena, &criterion, &weight).ptr, "7、6.3、0");
    parse(b, "每出现一例扣1分。", &criterion);
    assert_int_equal(reach_list(&b->doc.arena, &criterion, &weight).len, 0);
}

static void test_intervals_hold_their_ends(void **state) {
    (void)state;
    struct interval range;
    struct decimal low = number("80"), high = number("90"), middle = number("85.5");
    assert_true(interval_read(str_of("80%(含)-90%"), &range));
    assert_true(interval_holds(&range, &low) && interval_holds(&range, &middle));
    assert_false(interval_holds(&range, &high));
    assert_false(interval_is_empty(&range));
    assert_true(interval_read(str_of("100%-80%(含)"), &range));
    assert_true(interval_holds(&range, &low) && interval_holds(&range, &high));
    assert_true(interval_read(str_of("20%≤比率<20%"), &range));
    assert_true(interval_is_empty(&range));
    assert_true(interval_read(str_of("20%≤比率≤20%"), &range));
    assert_false(interval_is_empty(&range));
}

static void test_what_is_no_interval(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",       "比率",     "20%≤比率",  "20%≤比率>30%",  "20≤比率<30%", "低于20%以上",
        "80%-90", "每低于1%", "甲,低于1%", "90%以上且按时", "3次",         "20%≤比率<30%以上",
        "80%-"};
    struct interval range;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(interval_read(str_of(texts[i]), &range));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_wording_is_plain_and_in_segments),
        BUILD_TEST(test_marks_count_up),
        BUILD_TEST(test_bounds_are_no_rules),
        BUILD_TEST(test_an_exhausted_arena),
        BUILD_TEST(test_empty_texts),
        BUILD_TEST(test_tiers_give_what_the_rate_earns),
        BUILD_TEST(test_on_an_edge_both_tiers_hold),
        BUILD_TEST(test_tiers_that_do_not_say),
        BUILD_TEST(test_steps_from_full_marks),
        BUILD_TEST(test_a_step_begun),
        BUILD_TEST(test_steps_that_do_not_say),
        BUILD_TEST(test_a_rate_within_an_award),
        BUILD_TEST(test_rates_by_another_name),
        BUILD_TEST(test_a_proportion),
        BUILD_TEST(test_a_whole_score_is_no_rounded_award),
        BUILD_TEST(test_the_list_of_awards),
        BUILD_TEST(test_intervals_hold_their_ends),
        BUILD_TEST(test_what_is_no_interval),
    };
    return cmocka_run_group_tests_name("criterion", tests, NULL, NULL);
}
