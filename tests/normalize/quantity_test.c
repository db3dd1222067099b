#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "normalize/quantity.h"

#define S(literal) ((struct str)STR(literal))

static struct doc doc;
static struct passage passage = {.at = {.line = 3}};

static struct quantity quantity(struct mention mention) {
    struct quantity q;
    static struct mention kept;
    kept = mention;
    kept.passage = &passage;
    arena_clear(&doc.arena);
    arena_init(&doc.arena, 1 << 20);
    assert_true(quantity_of(&doc, &kept, &q));
    assert_ptr_equal(q.mention, &kept);
    return q;
}

static void expect_yuan(const struct quantity *q, const char *text) {
    struct decimal want;
    assert_true(decimal_parse(str_of(text), &want));
    assert_true(q->has_yuan);
    assert_int_equal(decimal_cmp(&q->yuan, &want), 0);
}

static void test_amount(void **state) {
    (void)state;
    struct quantity q = quantity(
        (struct mention){.kind = MENTION_AMOUNT, .number = STR("43.20"), .unit = STR("万元")});
    assert_true(q.is_quantity && q.readable && q.value.number);
    assert_int_equal(q.kind, QUANTITY_AMOUNT);
    assert_int_equal(q.decimals, 2);
    assert_int_equal(q.at.line, 3);
    assert_true(str_is(q.value.text, "43.20"));
    expect_yuan(&q, "432000");
    arena_clear(&doc.arena);
}

/* A bare number gets its kind from the unit of its column. */
static void test_unit_from_the_header(void **state) {
    (void)state;
    struct quantity q = quantity(
        (struct mention){.kind = MENTION_NUMBER, .number = STR("0.5"), .unit = STR("亿元")});
    assert_int_equal(q.kind, QUANTITY_AMOUNT);
    expect_yuan(&q, "50000000");
    q = quantity((struct mention){.kind = MENTION_NUMBER, .number = STR("95"), .unit = STR("分")});
    assert_int_equal(q.kind, QUANTITY_SCORE);
    assert_false(q.has_yuan);
    q = quantity((struct mention){.kind = MENTION_NUMBER, .number = STR("95")});
    assert_int_equal(q.kind, QUANTITY_OTHER);
    arena_clear(&doc.arena);
}

static void test_kinds(void **state) {
    static const struct {
        enum mention_kind mention;
        enum quantity_kind quantity;
    } kinds[] = {
        {MENTION_RATE, QUANTITY_RATE},     {MENTION_SCORE, QUANTITY_SCORE},
        {MENTION_COUNT, QUANTITY_COUNT},   {MENTION_AREA, QUANTITY_AREA},
        {MENTION_LENGTH, QUANTITY_LENGTH}, {MENTION_OTHER, QUANTITY_OTHER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct quantity q =
            quantity((struct mention){.kind = kinds[i].mention, .number = STR("1")});
        assert_int_equal(q.kind, kinds[i].quantity);
        assert_true(q.readable && !q.has_yuan);
    }
    arena_clear(&doc.arena);
}

static void test_dates_and_grades_are_none(void **state) {
    (void)state;
    assert_false(
        quantity((struct mention){.kind = MENTION_DATE, .number = STR("2021")}).is_quantity);
    assert_false(
        quantity((struct mention){.kind = MENTION_GRADE, .number = STR("优")}).is_quantity);
    arena_clear(&doc.arena);
}

static void test_unreadable(void **state) {
    (void)state;
    struct quantity q = quantity((struct mention){
        .kind = MENTION_AMOUNT, .number = STR("1304.9"), .unit = STR("万元"), .malformed = true});
    assert_false(q.readable || q.has_yuan);
    assert_true(str_is(q.value.text, "1304.9"));
    q = quantity((struct mention){.kind = MENTION_AMOUNT, .unit = STR("万元")});
    assert_false(q.readable || q.value.number);
    arena_clear(&doc.arena);
}

static void test_too_many_digits(void **state) {
    char digits[LIMIT_NUMBER_DIGITS + 2];
    (void)state;
    memset(digits, '9', sizeof digits);
    struct mention m = {.kind = MENTION_AMOUNT, .unit = STR("元")};
    m.number = (struct str){digits, LIMIT_NUMBER_DIGITS};
    struct quantity q = quantity(m);
    assert_true(q.readable && q.has_yuan);
    m.number.len++;
    q = quantity(m);
    assert_false(q.readable || q.has_yuan);
    assert_int_equal(q.value.text.len, LIMIT_NUMBER_DIGITS + 1);
    arena_clear(&doc.arena);
}

static void test_range(void **state) {
    (void)state;
    struct quantity q = quantity((struct mention){
        .kind = MENTION_RATE, .number = STR("80"), .upper = STR("90.5"), .unit = STR("%")});
    assert_true(q.upper.number && q.readable);
    assert_int_equal(q.upper.decimal.scale, 1);
    arena_clear(&doc.arena);
}

static void test_no_memory(void **state) {
    (void)state;
    struct mention m = {.kind = MENTION_AMOUNT, .passage = &passage, .number = STR("1")};
    struct quantity q;
    arena_init(&doc.arena, 0);
    assert_null(arena_alloc(&doc.arena, 1));
    assert_false(quantity_of(&doc, &m, &q));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_amount),     cmocka_unit_test(test_unit_from_the_header),
        cmocka_unit_test(test_kinds),      cmocka_unit_test(test_dates_and_grades_are_none),
        cmocka_unit_test(test_unreadable), cmocka_unit_test(test_too_many_digits),
        cmocka_unit_test(test_range),      cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
