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
    assert_str(diagnose(b, RELATION_RATIO, "98.54%", FIGURES("95.84", "100.00")), "");
    assert_str(diagnose(b, RELATION_RATIO, "89.50%", FIGURES("98.50", "100.00")),
               "相邻两位数字可能颠倒");
}

static void test_one_digit(void **state) {
    struct build *b = *state;
    assert_str(diagnose(b, RELATION_SUM, "4513.39", FIGURES("4000.29", "513.00")),
               "两数只有一位数字不同，可能是笔误");
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
        BUILD_TEST(test_left_out),      BUILD_TEST(test_counted_twice),
        BUILD_TEST(test_slipped_point), BUILD_TEST(test_exchanged_digits),
        BUILD_TEST(test_one_digit),     BUILD_TEST(test_nothing_to_tell),
    };
    return cmocka_run_group_tests_name("diagnosis", tests, NULL, NULL);
}
