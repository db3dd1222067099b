#include "tests/validate/build.h"

#include "validate/formula.h"

static struct str write(struct build *b, const struct relation *relation) {
    struct judgement judgement;
    judge_relation(relation, &judgement);
    return formula_write(&b->doc.arena, relation, &judgement);
}

static struct str formula(struct build *b, enum relation_kind kind, const char *claim,
                          const char *const *operands) {
    struct relation relation = build_relation(b, kind, claim, operands);
    return write(b, &relation);
}

static void test_sums(void **state) {
    struct build *b = *state;
    assert_str(formula(b, RELATION_SUM, "3", FIGURES("1", "2")), "1 + 2 = 3");
    assert_str(formula(b, RELATION_SUM, "9", FIGURES("1", "2")), "1 + 2 = 3 ≠ 9");
    assert_str(formula(b, RELATION_SUM, "-2", FIGURES("1", "-3")), "1 + (-3) = (-2)");
}

static void test_one_part(void **state) {
    struct build *b = *state;
    assert_str(formula(b, RELATION_SUM, "15", FIGURES("5")), "5 ≠ 15");
    assert_str(formula(b, RELATION_SUM, "5", FIGURES("5")), "5 = 5");
    assert_str(formula(b, RELATION_SUM, "2万元", FIGURES("5000元")), "5000元 = 0.5万元 ≠ "
                                                                     "2万元");
}

static void test_subtraction(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "8", FIGURES("100", "92"));
    relation.operands[1].minus = true;
    assert_str(write(b, &relation), "100 - 92 = 8");
}

static void test_units_are_shown_where_they_differ(void **state) {
    struct build *b = *state;
    assert_str(formula(b, RELATION_SUM, "13.054亿元", FIGURES("9.63亿元", "3.424亿元")),
               "9.63 + 3.424 = 13.054");
    assert_str(formula(b, RELATION_SUM, "13.054亿元", FIGURES("96300万元", "3.424亿元")),
               "96300万元 + 3.424亿元 = 13.054亿元");
    assert_str(formula(b, RELATION_SUM, "14.5亿元", FIGURES("96300万元", "3.424亿元")),
               "96300万元 + 3.424亿元 = 13.054亿元 ≠ 14.5亿元");
}

static void test_long_sums_are_cut_in_the_middle(void **state) {
    struct build *b = *state;
    const char *const twelve = "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 = 12";
    assert_str(formula(b, RELATION_SUM, "12",
                       FIGURES("1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1")),
               twelve);
    assert_str(
        formula(b, RELATION_SUM, "91",
                FIGURES("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13")),
        "1 + 2 + 3 + 4 + 5 + 6 + … + 11 + 12 + 13 [13] = 91");
}

static void test_rates(void **state) {
    struct build *b = *state;
    assert_str(formula(b, RELATION_RATIO, "98.49%", FIGURES("354427.04", "359849.46")),
               "354427.04 ÷ 359849.46 × 100 % = 98.49 %");
    assert_str(formula(b, RELATION_RATIO, "85%", FIGURES("150", "200")),
               "150 ÷ 200 × 100 % = 75 % ≠ 85 %");
    assert_str(formula(b, RELATION_RATIO, "66.66%", FIGURES("2", "3")),
               "2 ÷ 3 × 100 % = 66.67 % ≈ 66.66 %");
    assert_str(formula(b, RELATION_RATIO, "4.6‰", FIGURES("46", "10000")),
               "46 ÷ 10000 × 1000 ‰ = 4.6 ‰");
    assert_str(formula(b, RELATION_RATIO, "50%", FIGURES("5000万元", "1亿元")),
               "5000万元 ÷ 1亿元 × 100 % = 50 %");
}

static void test_denominator_in_brackets(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_RATIO, "25%", FIGURES("20", "100", "20"));
    relation.operands[2].minus = true;
    assert_str(write(b, &relation), "20 ÷ (100 - 20) × 100 % = 25 %");
}

static void test_others(void **state) {
    struct build *b = *state;
    assert_str(formula(b, RELATION_EQUAL, "95", FIGURES("95.4")), "95 ≈ 95.4");
    assert_str(formula(b, RELATION_EQUAL, "95", FIGURES("98")), "95 ≠ 98");
    assert_str(formula(b, RELATION_EQUAL, "95", FIGURES("95.0")), "95 = 95.0");
    assert_str(formula(b, RELATION_AT_MOST, "9", FIGURES("8")), "9 > 8");
    assert_str(formula(b, RELATION_AT_MOST, "7", FIGURES("8")), "7 ≤ 8");
    assert_str(formula(b, RELATION_AT_MOST, "-1", FIGURES("8")), "-1 < 0");
}

static void test_words(void **state) {
    struct build *b = *state;
    struct operand operands[2] = {{.known = true, .text = str_of("良")}, build_operand("84.47")};
    struct relation relation = {.rule = "grade.band",
                                .kind = RELATION_WORD,
                                .claim = {.known = true, .text = str_of("优")},
                                .operands = operands,
                                .count = 2};
    assert_str(write(b, &relation), "84.47 → 良 ≠ 优");
    relation.count = 1;
    assert_str(write(b, &relation), "良 ≠ 优");
    relation.claim.text = str_of("良");
    assert_str(write(b, &relation), "良 = 良");
    relation.count = 2;
    assert_str(write(b, &relation), "84.47 → 良");
}

static void test_none_without_figures(void **state) {
    struct build *b = *state;
    struct relation relation = build_relation(b, RELATION_SUM, "3", FIGURES("1"));
    relation.operands[0].known = false;
    assert_str(write(b, &relation), "");
    relation.kind = RELATION_WORD;
    assert_str(write(b, &relation), "");
}

static void test_products(void **state) {
    struct build *b = *state;
    assert_str(formula(b, RELATION_PRODUCT, "9", FIGURES("10", "90")), "10 × 90 % = 9");
    assert_str(formula(b, RELATION_PRODUCT, "14.59", FIGURES("15", "97.24")),
               "15 × 97.24 % = 14.586 ≈ 14.59");
    assert_str(formula(b, RELATION_PRODUCT, "8", FIGURES("10", "90.0")), "10 × 90.0 % = 9 ≠ 8");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_sums),
        BUILD_TEST(test_one_part),
        BUILD_TEST(test_subtraction),
        BUILD_TEST(test_units_are_shown_where_they_differ),
        BUILD_TEST(test_long_sums_are_cut_in_the_middle),
        BUILD_TEST(test_rates),
        BUILD_TEST(test_denominator_in_brackets),
        BUILD_TEST(test_others),
        BUILD_TEST(test_words),
        BUILD_TEST(test_none_without_figures),
        BUILD_TEST(test_products),
    };
    return cmocka_run_group_tests_name("formula", tests, NULL, NULL);
}
