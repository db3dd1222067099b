#include "extract/listing.h"

#include "tests/extract/prose_bench.h"

/* Opens and reads the first list of the text; false when it has none. */
static bool read_first(struct bench *bench, struct listing *list, const char *text) {
    struct prose *prose = bench_read(bench, text);
    for (uint32_t at = 0; at < prose->tokens.count; at++) {
        if (!listing_opens(prose, at) || !listing_open(list, prose, at))
            continue;
        listing_read(list);
        return true;
    }
    return false;
}

static void test_items(void **state) {
    struct bench *bench = *state;
    struct listing list;
    assert_true(
        read_first(bench, &list, "安排9万元，其中甲4万元，支出3万元；乙5万元，支出4万元。"));
    static const uint32_t items[] = {0, 0, 1, 1};
    assert_int_equal(list.count, 4);
    for (uint32_t i = 0; i < 4; i++) {
        assert_int_equal(list.entries[i].figure, i + 1);
        assert_int_equal(list.entries[i].item, items[i]);
    }
    assert_int_equal(list.lo, 0);
    assert_int_equal(list.hi, 1);
    bench_clear(bench);
}

static void test_figures_in_brackets_of_their_own(void **state) {
    struct bench *bench = *state;
    struct listing list;
    assert_true(read_first(bench, &list, "投资9万元，其中“甲”（4万元）和“乙”（5万元）。"));
    assert_int_equal(list.count, 2);
    bench_clear(bench);
    assert_true(read_first(bench, &list, "投资9万元，其中甲4万元（已付3万元）、乙5万元。"));
    assert_int_equal(list.count, 2); /* what is paid is no item */
    assert_int_equal(list.entries[1].figure, 3);
    bench_clear(bench);
}

static void test_whole_in_the_sentence_before(void **state) {
    struct bench *bench = *state;
    struct listing list;
    assert_true(read_first(bench, &list, "收入9万元。其中：甲4万元；乙5万元。"));
    assert_true(list.cross);
    assert_int_equal(list.hi, 1);
    assert_true(list.single);
    bench_clear(bench);
}

static void test_closing_words(void **state) {
    struct bench *bench = *state;
    static const struct {
        const char *text;
        bool closed;
    } cases[] = {
        {"下达9万元，具体为甲4万元、乙5万元。", true},
        {"下达9万元，其中甲、乙分别为4万元、5万元。", true},
        {"下达9万元，由甲4万元、乙5万元构成。", true},
        {"下达9万元，分为甲4万元、乙5万元。", false},
        {"下达9万元：甲4万元、乙5万元。", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct listing list;
        assert_true(read_first(bench, &list, cases[i].text));
        assert_int_equal(list.closed, cases[i].closed);
        assert_int_equal(list.count, 2);
        bench_clear(bench);
    }
}

static void test_no_list(void **state) {
    struct bench *bench = *state;
    static const char *const texts[] = {"其中甲4万元。", "预算、支出分别为9万元、8万元。",
                                        "在执行过程中，支出9万元。", "甲4万元，乙5万元。"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct listing list;
        assert_false(read_first(bench, &list, texts[i]));
        bench_clear(bench);
    }
}

static void test_nested_list_is_marked(void **state) {
    struct bench *bench = *state;
    struct listing list;
    assert_true(
        read_first(bench, &list, "支出9万元，其中甲5万元，其中子4万元、丑1万元，乙4万元。"));
    assert_int_equal(list.count, 2);
    uint32_t at = list.begin + 1;
    while (bench->prose.tokens.items[at].kind != TOKEN_AMONG)
        at++;
    assert_int_equal(bench->prose.tokens.items[at].nesting, NESTED_SURE);
    assert_int_equal(bench->prose.tokens.items[at].whole, 1);
    struct listing nested;
    assert_true(listing_open(&nested, &bench->prose, at));
    listing_read(&nested);
    assert_int_equal(nested.count, 2);
    bench_clear(bench);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_items),
        cmocka_unit_test(test_figures_in_brackets_of_their_own),
        cmocka_unit_test(test_whole_in_the_sentence_before),
        cmocka_unit_test(test_closing_words),
        cmocka_unit_test(test_no_list),
        cmocka_unit_test(test_nested_list_is_marked),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
