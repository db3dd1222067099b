#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "extract/mention.h"

#define S(literal) ((struct str)STR(literal))

static struct mention_patterns *patterns;
static struct doc doc;

static int set_up(void **state) {
    struct err err;
    (void)state;
    patterns = mention_patterns_new(&err);
    doc = (struct doc){.matcher = matcher_new()};
    arena_init(&doc.arena, 64 << 20);
    return patterns && doc.matcher ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    arena_clear(&doc.arena);
    matcher_free(doc.matcher);
    mention_patterns_free(patterns);
    return 0;
}

static size_t scan(const struct passage *passage, uint32_t start, uint32_t end) {
    struct err err;
    size_t before = doc.reading.mentions.count;
    assert_true(mention_scan(&doc, patterns, passage, start, end, &err));
    return doc.reading.mentions.count - before;
}

static const struct mention *mention(size_t i) {
    return &doc.reading.mentions.items[i];
}

static void test_places(void **state) {
    (void)state;
    struct passage passage = {.text = STR("预算约12万元，支出9万元")};
    assert_int_equal(scan(&passage, 0, (uint32_t)passage.text.len), 2);
    assert_int_equal(mention(0)->start, strlen("预算"));
    assert_int_equal(mention(0)->end, strlen("预算约12万元"));
    assert_true(str_is(mention(0)->raw, "约12万元"));
    assert_ptr_equal(mention(0)->passage, &passage);
    assert_true(mention(0)->raw.ptr == passage.text.ptr + mention(0)->start);
    assert_int_equal(mention(1)->clause, 1);
}

/* Scanned whole or in pieces, a passage gives the same mentions and clauses. */
static void test_pieces(void **state) {
    (void)state;
    struct passage passage = {.text = STR("一，3个，二。5项，三；得7分")};
    uint32_t cut = (uint32_t)strlen("一，3个，二。"), len = (uint32_t)passage.text.len;
    assert_int_equal(scan(&passage, 0, len), 3);
    assert_int_equal(scan(&passage, 0, cut), 1);
    assert_int_equal(scan(&passage, cut, len), 2);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(mention(i)->start, mention(i + 3)->start);
        assert_int_equal(mention(i)->clause, mention(i + 3)->clause);
        assert_true(str_eq(mention(i)->label, mention(i + 3)->label));
    }
    assert_int_equal(mention(2)->clause, 5);
}

/* Nothing is read beyond the end that was asked for. */
static void test_end_of_the_piece(void **state) {
    (void)state;
    struct passage passage = {.text = STR("支出12万元")};
    assert_int_equal(scan(&passage, 0, (uint32_t)strlen("支出12")), 1);
    assert_true(str_is(mention(0)->raw, "12"));
    assert_int_equal(mention(0)->kind, MENTION_NUMBER);
    assert_int_equal(scan(&passage, 3, 3), 0);
}

static void test_empty_passages(void **state) {
    (void)state;
    struct passage passage = {0};
    struct mention m;
    assert_int_equal(scan(&passage, 0, 0), 0);
    assert_false(mention_cell(&doc, patterns, &passage, &m));
    passage.text = S("　\n");
    assert_int_equal(scan(&passage, 0, (uint32_t)passage.text.len), 0);
    assert_false(mention_cell(&doc, patterns, &passage, &m));
}

static void test_a_cell_has_no_label(void **state) {
    (void)state;
    struct passage passage = {.text = STR(" 4982.39\n万元 ")};
    struct mention m;
    assert_true(mention_cell(&doc, patterns, &passage, &m));
    assert_int_equal(m.kind, MENTION_AMOUNT);
    assert_true(str_is(m.number, "4982.39") && str_is(m.unit, "万元"));
    assert_int_equal(m.label.len, 0);
    assert_int_equal(m.start, 1);
    assert_int_equal(m.end, passage.text.len - 1);
}

static void test_no_memory(void **state) {
    (void)state;
    struct passage passage = {.text = STR("支出12万元")};
    struct err err;
    arena_clear(&doc.arena);
    arena_init(&doc.arena, 0);
    assert_false(mention_scan(&doc, patterns, &passage, 0, (uint32_t)passage.text.len, &err));
    assert_int_equal(err.code, ERR_MEMORY);
}

/* Texts made to take quadratic time: each is some hundred kilobytes of one thing. */
static void test_bait(void **state) {
    /* clang-format off */
    static const char *const pieces[] = {
        "1,", "1.", "1 000 ", "（1", "1:", "一", "二十", "百分之", "+", "1-", "2019-",
        "l", "O,", "〔20200", "1a", "，000", "3*", "≥", "“", "优、", "5元/人", "支出",
        " ", "\xE2\x80\x8B", "\n1", "。1", "约", "1，000",
    };
    /* clang-format on */
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t len = strlen(pieces[i]), count = 60000;
        char *bytes = arena_alloc(&doc.arena, len * count);
        assert_non_null(bytes);
        for (size_t j = 0; j < count; j++)
            memcpy(bytes + j * len, pieces[i], len);
        struct passage passage = {.text = {bytes, len * count}};
        scan(&passage, 0, (uint32_t)passage.text.len);
        doc.reading.mentions.count = 0;
        arena_clear(&doc.arena);
        doc.reading = (struct reading){0};
    }
    assert_false(matcher_has_failed(doc.matcher));
}

static void test_free_nothing(void **state) {
    (void)state;
    mention_patterns_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_pieces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_end_of_the_piece, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_passages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_cell_has_no_label, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_memory, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bait, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_free_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
