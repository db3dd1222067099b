#include "tests/validate/build.h"

#include "validate/diagnosis.h"

static struct str diagnose(struct build *b, enum relation_kind kind, const char *claim,
                           const char *const *operands) {
    struct relation relation = build_relation(b, kind, claim, operands);
    struct judgement judgement;
    judge_relation(&relation, &judgement);
    return diagnosis_find(&b->doc.arena, &relation, &judgement, b->config.language);
}

static void test_left_out(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "90.00", FIGURES("60.00", "30.00", "25.50")),
               "差额等于“25.50”，可能漏计");
    b->config.language = LANGUAGE_ENGLISH;
    assert_str(diagnose(b, RELATION_SUM, "90.00", FIGURES("60.00", "30.00", "25.50")),
               "the difference equals \"25.50\": perhaps left out");
}

static void test_counted_twice(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "115.00", FIGURES("60.00", "30.00", "25.00")), "");
    assert_str(diagnose(b, RELATION_SUM, "140.00", FIGURES("60.00", "30.00", "25.00")),
               "差额等于“25.00”，可能重复计入");
    /* two operands of that size: it could be either */
    assert_str(diagnose(b, RELATION_SUM, "135.00", FIGURES("60.00", "25.00", "25.00")), "");
}

static void test_slipped_point(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "1304.90", FIGURES("100.49", "30.00")),
               "相差 10 的 1 次方倍，可能单位有误");
    assert_str(diagnose(b, RELATION_SUM, "0.013049", FIGURES("100.49", "30.00")),
               "相差 10 的 4 次方倍，可能单位有误");
}

static void test_exchanged_digits(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "4531.29", FIGURES("4000.29", "513.00")),
               "相邻两位数字可能颠倒");
    assert_str(diagnose(b, RELATION_RATIO, "98.54%", FIGURES("95.84", "100.00")),
               "相邻两位数字可能颠倒");
    /* further apart, in a long figure */
    assert_str(diagnose(b, RELATION_SUM, "5314.29", FIGURES("1000.29", "3315.00")),
               "两位数字可能颠倒");
    assert_str(diagnose(b, RELATION_SUM, "53.4", FIGURES("13.1", "30.4")), "");
    assert_str(diagnose(b, RELATION_RATIO, "89.50%", FIGURES("98.50", "100.00")),
               "相邻两位数字可能颠倒");
}

static void test_one_digit(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "4513.39", FIGURES("4000.29", "513.00")),
               "两数只有一位数字不同，可能是笔误");
}

/* The claim is right, and one of the operands is not. */
static void test_operand_of_another_unit(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "1060.50", FIGURES("560.50", "5000000")),
               "“5000000”的单位或小数点可能有误，更正后相符");
    /* too short to tell */
    assert_str(diagnose(b, RELATION_SUM, "70.50", FIGURES("20.50", "5")), "");
}

static void test_operand_with_exchanged_digits(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "3120.55", FIGURES("2215.40", "423.18", "472.97")),
               "“423.18”的相邻两位数字可能颠倒，更正后相符");
    /* the claim is printed in a coarser unit: chance */
    assert_str(diagnose(b, RELATION_SUM, "1.20亿元", FIGURES("8650万元", "3530万元")), "");
}

static void test_signs(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "-38.20", FIGURES("60.00", "-21.80")),
               "两数只有正负号不同");
    assert_str(diagnose(b, RELATION_SUM, "81.80", FIGURES("60.00", "-21.80")),
               "差额为“-21.80”的两倍，可能加减号有误");
    /* nothing is subtracted here: chance */
    assert_str(diagnose(b, RELATION_SUM, "40.00", FIGURES("60.00", "20.00")), "");
}

/* A rate of other figures that stand beside it. */
static struct str diagnose_rate(struct build *b, const char *claim, const char *const *operands,
                                const char *const *others) {
    struct relation relation = build_relation(b, RELATION_RATIO, claim, operands);
    struct relation beside = build_relation(b, RELATION_SUM, claim, others);
    struct judgement judgement;
    relation.others = beside.operands;
    relation.other_count = beside.count;
    judge_relation(&relation, &judgement);
    return diagnosis_find(&b->doc.arena, &relation, &judgement, b->config.language);
}

static void test_wrong_denominator(void **state) {
    struct build *b = *state;
    assert_str(diagnose_rate(b, "90.00%", FIGURES("180", "240"), FIGURES("200", "220")),
               "以“200”（200）为分母时相符，可能用错分母");
    assert_str(diagnose_rate(b, "50.00%", FIGURES("180", "240"), FIGURES("120", "100")),
               "以“120”（120）为分子时相符，可能用错分子");
    /* two that fit, and none */
    assert_str(diagnose_rate(b, "50.00%", FIGURES("180", "240"), FIGURES("120", "360")), "");
    assert_str(diagnose_rate(b, "51.00%", FIGURES("180", "240"), FIGURES("120", "300")), "");
    assert_str(diagnose_rate(b, "133.33%", FIGURES("180", "240"), FIGURES("1")),
               "分子与分母可能颠倒");
    b->config.language = LANGUAGE_ENGLISH;
    assert_str(diagnose_rate(b, "90.00%", FIGURES("180", "240"), FIGURES("200")),
               "it holds with \"200\" (200) as denominator: perhaps the wrong one");
}

static void test_nothing_to_tell(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "100.00", FIGURES("60.00", "40.00")), "");
    assert_str(diagnose(b, RELATION_AT_MOST, "9", FIGURES("8")), "");
    assert_str(diagnose(b, RELATION_SUM, "97.00", FIGURES("51.00", "43.00")), "");
    assert_str(diagnose(b, RELATION_SUM, "12.00", FIGURES("0.00", "0.00")), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_left_out),
        BUILD_TEST(test_counted_twice),
        BUILD_TEST(test_slipped_point),
        BUILD_TEST(test_exchanged_digits),
        BUILD_TEST(test_one_digit),
        BUILD_TEST(test_nothing_to_tell),
        BUILD_TEST(test_operand_of_another_unit),
        BUILD_TEST(test_operand_with_exchanged_digits),
        BUILD_TEST(test_signs),
        BUILD_TEST(test_wrong_denominator),
    };
    return cmocka_run_group_tests_name("diagnosis", tests, NULL, NULL);
}
