#include "tests/validate/build.h"

#include "validate/judge.h"

/* One case of the precision rules: what is claimed over what, and what becomes of it. */
struct precision_case {
    const char *name;
    enum relation_kind kind;
    const char *claim;
    const char *operands[10];
    enum outcome outcome;
    bool near;
    const char *computed;
};

#define SUM RELATION_SUM
#define RATIO RELATION_RATIO
#define PASS OUTCOME_PASS
#define ROUNDING OUTCOME_ROUNDING
#define FAIL OUTCOME_FAIL

static const struct precision_case cases[] = {
    /* sums */
    {"exact", SUM, "8426.58", {"3913.19", "4513.39"}, PASS, false, "8426.58"},
    {"30 means 30.00 beside 29.99", SUM, "89.97", {"30", "30", "29.99"}, FAIL, true, "89.99"},
    {"dropped zero: 107.4 is 107.40", SUM, "107.4", {"95.12", "12.29"}, ROUNDING, false, "107.41"},
    {"one hundredth over six rows",
     SUM,
     "3913.19",
     {"2611.94", "95.12", "409.96", "208.09", "127.09", "460.98"},
     ROUNDING,
     false,
     "3913.18"},
    {"a tenth over seven items",
     SUM,
     "4513.39",
     {"1000.29", "500", "700", "313", "900", "600", "500"},
     FAIL,
     false,
     "4513.29"},
    {"inside the bound of two operands", SUM, "10.00", {"5.00", "5.01"}, ROUNDING, false, "10.01"},
    {"the bound itself is outside", SUM, "100.0", {"50.06", "50.00"}, FAIL, true, "100.06"},
    {"twice the bound is not near", SUM, "100.0", {"50.12", "50.00"}, FAIL, false, "100.12"},
    {"a whole printed coarser", SUM, "13.1", {"9.63", "3.424"}, ROUNDING, false, "13.054"},
    {"integers", SUM, "43", {"39", "1", "1", "2"}, PASS, false, "43"},
    {"one too many", SUM, "15", {"9", "7"}, ROUNDING, false, "16"},
    {"trailing zeros of the claim stay",
     SUM,
     "150.210",
     {"100.21", "50.00"},
     PASS,
     false,
     "150.210"},
    {"all in 亿元", SUM, "13.054亿元", {"9.63亿元", "3.424亿元"}, PASS, false, "13.054"},
    {"parts in 万元", SUM, "13.054亿元", {"96300万元", "34240万元"}, PASS, false, "13.054"},
    {"parts in 万元, whole rounded",
     SUM,
     "13.05亿元",
     {"96300万元", "34240万元"},
     ROUNDING,
     false,
     "13.054"},
    {"parts in 万元, too little",
     SUM,
     "13.05亿元",
     {"96300万元", "33000万元"},
     FAIL,
     false,
     "12.93"},
    {"a part in 亿元 is coarse",
     SUM,
     "13050.5万元",
     {"1.2亿元", "1000.5万元"},
     ROUNDING,
     false,
     "13000.5"},
    {"元 and 万元", SUM, "1.2万元", {"5000元", "7000元"}, PASS, false, "1.2"},
    {"negative part", SUM, "-3.5", {"1.5", "-5"}, PASS, false, "-3.5"},
    /* rates */
    {"half up", RATIO, "98.49", {"354427.04", "359849.46"}, PASS, false, "98.49"},
    {"trailing zero", RATIO, "98.50", {"357827.61", "363264.28"}, PASS, false, "98.50"},
    {"no decimals", RATIO, "97", {"96.6", "100"}, PASS, false, "97"},
    {"truncated", RATIO, "66.66", {"2", "3"}, ROUNDING, false, "66.67"},
    {"exactly half goes up", RATIO, "12.5", {"1", "8"}, PASS, false, "12.5"},
    {"half a unit rounds up", RATIO, "13", {"1", "8"}, PASS, false, "13"},
    {"rounded operands", RATIO, "33.9", {"1.0", "3.0"}, ROUNDING, false, "33.3"},
    {"one unit in the last place", RATIO, "84.27", {"63046.04", "74820.00"}, FAIL, true, "84.26"},
    {"far off", RATIO, "100", {"21680.25", "11605.29"}, FAIL, false, "187"},
    {"full", RATIO, "100", {"2565", "2565"}, PASS, false, "100"},
    {"nothing spent", RATIO, "0", {"0", "2565"}, PASS, false, "0"},
    {"mixed units", RATIO, "50", {"5000万元", "1亿元"}, PASS, false, "50"},
    {"permille", RATIO, "4.6‰", {"46", "10000"}, PASS, false, "4.6"},
    /* equals and bounds */
    {"same value, other decimals", RELATION_EQUAL, "95", {"95.00"}, PASS, false, "95"},
    {"within weight", RELATION_AT_MOST, "8", {"8"}, PASS, false, "8"},
    {"above weight", RELATION_AT_MOST, "9", {"8"}, FAIL, false, "8"},
    {"below zero", RELATION_AT_MOST, "-1", {"8"}, FAIL, false, "0"},
};

static void test_precision(void **state) {
    struct build *b = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct precision_case *c = &cases[i];
        struct relation relation = build_relation(b, c->kind, c->claim, c->operands);
        struct judgement judgement;
        judge_relation(&relation, &judgement);
        struct str computed = decimal_text(&b->doc.arena, &judgement.computed);
        if (judgement.outcome != c->outcome || judgement.near != c->near ||
            (c->outcome != PASS && !str_is(computed, c->computed)))
            fail_msg("%s: outcome %d near %d computed %.*s", c->name, judgement.outcome,
                     judgement.near, STR_ARGS(computed));
    }
}

static void test_exact_knows_no_tolerance(void **state) {
    struct relation relation = build_relation(*state, SUM, "97", FIGURES("50.5", "46.4"));
    struct judgement judgement;
    relation.exact = true;
    judge_relation(&relation, &judgement);
    assert_int_equal(judgement.outcome, FAIL);
    assert_false(judgement.near);
    relation.operands[1] = build_operand("46.50");
    judge_relation(&relation, &judgement);
    assert_int_equal(judgement.outcome, PASS);
}

static void test_decimals_around_widen_only_the_operands(void **state) {
    struct relation relation = build_relation(*state, SUM, "100", FIGURES("50", "49"));
    struct judgement judgement;
    judge_relation(&relation, &judgement);
    assert_int_equal(judgement.outcome, ROUNDING);
    relation.decimals = 2;
    judge_relation(&relation, &judgement);
    assert_int_equal(judgement.outcome, FAIL);
}

static enum outcome judge_open(struct build *b, const char *claim, const char *const *operands,
                               const char **reason) {
    struct relation relation = build_relation(b, SUM, claim, operands);
    struct judgement judgement;
    relation.open = true;
    judge_relation(&relation, &judgement);
    *reason = judgement.reason;
    return judgement.outcome;
}

static void test_open_lists(void **state) {
    struct build *b = *state;
    const char *reason;
    assert_int_equal(judge_open(b, "100.00", FIGURES("60.00", "40.00"), &reason), PASS);
    assert_int_equal(judge_open(b, "100.00", FIGURES("60.00", "39.70"), &reason),
                     OUTCOME_UNVERIFIABLE);
    assert_string_equal(reason, "list_incomplete");
    /* three parts within 0.5 % are taken as complete */
    assert_int_equal(judge_open(b, "100.00", FIGURES("60.00", "30.00", "9.70"), &reason), FAIL);
    assert_int_equal(judge_open(b, "100.00", FIGURES("60.00", "30.00", "9.50"), &reason), FAIL);
    assert_int_equal(judge_open(b, "100.00", FIGURES("60.00", "30.00", "9.49"), &reason),
                     OUTCOME_UNVERIFIABLE);
    /* an excess never is */
    assert_int_equal(judge_open(b, "100.00", FIGURES("60.00", "41.00"), &reason), FAIL);
    assert_null(reason);
}

static const char *reason_for(struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    assert_int_equal(judgement.outcome, OUTCOME_UNVERIFIABLE);
    assert_non_null(reason_find(str_of(judgement.reason)));
    return judgement.reason;
}

static void test_obstacles(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, SUM, "10", FIGURES("4", "5"));
    relation.operands[1].known = false;
    assert_string_equal(reason_for(&relation), "missing_operand");
    relation.operands[1].reason = REASON_APPROXIMATE_FIGURE;
    assert_string_equal(reason_for(&relation), "approximate_figure");
    relation.claim.known = false;
    relation.claim.reason = REASON_RANGE_FIGURE;
    assert_string_equal(reason_for(&relation), "range_figure");
    relation.reason = REASON_UNREADABLE_ROW;
    assert_string_equal(reason_for(&relation), "unreadable_row");

    relation = build_relation(b, SUM, "10万元", FIGURES("4万元", "6亩"));
    assert_string_equal(reason_for(&relation), "unit_mismatch");
    relation = build_relation(b, RATIO, "10%", FIGURES("4万元", "6亩"));
    assert_string_equal(reason_for(&relation), "unit_mismatch");
    relation = build_relation(b, RATIO, "10", FIGURES("4"));
    assert_string_equal(reason_for(&relation), "missing_operand");
    relation = build_relation(b, RATIO, "10", FIGURES("4", "0"));
    assert_string_equal(reason_for(&relation), "zero_denominator");
    relation = build_relation(b, SUM, "10", FIGURES("4", "5"));
    relation.count = 0;
    assert_string_equal(reason_for(&relation), "missing_operand");
    relation = build_relation(b, SUM, "100", FIGURES("4", "5"));
    relation.fail_reason = REASON_UNIT_UNKNOWN;
    assert_string_equal(reason_for(&relation), "unit_unknown");
}

static void test_numbers_too_large_to_add(void **state) {
    static const char huge[] =
        "999999999999999999999999999999999999999999999999999999999999999999999999999";
    struct relation relation = build_relation(*state, SUM, "1", FIGURES(huge, "1"));
    relation.operands[0].power = 8;
    assert_string_equal(reason_for(&relation), "out_of_range");
    relation = build_relation(*state, RATIO, "1", FIGURES(huge, "1"));
    assert_string_equal(reason_for(&relation), "out_of_range");
}

static void test_denominator_may_be_a_sum(void **state) {
    struct relation relation =
        build_relation(*state, RATIO, "31.39", FIGURES("189.25", "792.15", "189.25"));
    struct judgement judgement;
    relation.operands[2].minus = true;
    judge_relation(&relation, &judgement);
    assert_int_equal(judgement.outcome, PASS);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_precision),
        BUILD_TEST(test_exact_knows_no_tolerance),
        BUILD_TEST(test_decimals_around_widen_only_the_operands),
        BUILD_TEST(test_open_lists),
        BUILD_TEST(test_obstacles),
        BUILD_TEST(test_numbers_too_large_to_add),
        BUILD_TEST(test_denominator_may_be_a_sum),
    };
    return cmocka_run_group_tests_name("judge", tests, NULL, NULL);
}
