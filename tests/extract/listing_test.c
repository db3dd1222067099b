#include "extract/listing.h"

#include <stdio.h>

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
    assert_true(read_first(bench, &list,
                           "安排9万元，其中甲4万元，支出3万元；"
                           "乙5万元，支出4万元。"));
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
    assert_true(read_first(bench, &list,
                           "投资9万元，"
                           "其中“甲”（4万元）和“乙”（5万元）。"));
    assert_int_equal(list.count, 2);
    bench_clear(bench);
    assert_true(read_first(bench, &list,
                           "投资9万元，其中甲4万元（已付3万元）、"
                           "乙5万元。"));
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
    static const char *const texts[] = {
        "其中甲4万元。",                  /* no whole */
        "预算、支出分别为9万元、8万元。", /* one of each */
        "在执行过程中，支出9万元。",      /* a phrase */
        "甲4万元，乙5万元。",             /* no word */
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct listing list;
        assert_false(read_first(bench, &list, texts[i]));
        bench_clear(bench);
    }
}

static void test_nested_list_is_marked(void **state) {
    struct bench *bench = *state;
    struct listing list;
    assert_true(read_first(bench, &list,
                           "支出9万元，其中甲5万元，其中子4万元、"
                           "丑1万元，乙4万元。"));
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

/* How many figures the first list has, and how many items they stand in. */
static void check_entries(struct bench *bench, const char *text, uint32_t count, uint32_t items) {
    struct listing list;
    assert_true(read_first(bench, &list, text));
    assert_int_equal(list.count, count);
    if (count > 0)
        assert_int_equal(list.entries[count - 1].item + 1, items);
    bench_clear(bench);
}

static void test_where_a_list_ends(void **state) {
    struct bench *bench = *state;
    check_entries(bench, "支出9万元，其中甲4万元、乙5万元。丙3万元。", 2, 2);
    check_entries(bench, "支出9万元（其中甲4万元、乙5万元），丙3万元。", 2, 2);
    check_entries(bench,
                  "支出9万元，其中甲4万元、乙5万元，"
                  "另外安排丙3万元。",
                  2, 2);
    check_entries(bench, "支出9万元，其中甲4万元、乙5万元，共计9万元。", 2, 2);
    check_entries(bench,
                  "支出9万元，其中甲4万元，乙5万元；"
                  "全年执行8万元。",
                  2, 2);
    check_entries(bench,
                  "支出9万元，其中：\n甲4万元；\n乙5万元。"
                  "\n丙3万元。",
                  2, 2);
    check_entries(bench,
                  "一是支出9万元，其中甲4万元，乙5万元；"
                  "二是支出3万元。",
                  2, 2);
}

/* 共完成支出 3 is what an item has spent, no sum that ends the list. */
static void test_spending_of_an_item(void **state) {
    struct bench *bench = *state;
    check_entries(bench,
                  "安排9万元，其中甲4万元，共完成支出3万元；"
                  "乙5万元，共完成支出4万元。",
                  4, 2);
}

static void test_what_is_no_entry(void **state) {
    struct bench *bench = *state;
    check_entries(bench, "支出9万元，其中甲4万元，每户2万元，乙5万元。", 2, 2);
    check_entries(bench, "支出9万元，其中甲4万元，增加1万元，乙5万元。", 2, 2);
    check_entries(bench,
                  "支出9万元，其中甲4万元，上年支出3万元，"
                  "乙5万元。",
                  2, 2);
    check_entries(bench,
                  "支出9万元，其中甲4万元，累计支付7万元，"
                  "乙5万元。",
                  2, 2);
}

static void test_numbered_items(void **state) {
    struct bench *bench = *state;
    check_entries(bench, "支出9万元，其中：（1）甲4万元；（2）乙5万元。", 2, 2);
    check_entries(bench,
                  "支出9万元，其中：①甲4万元，②乙3万元，"
                  "③丙2万元。",
                  3, 3);
}

/* Nobody can tell whether 乙 is a part of 甲 or beside it. */
static void test_unclear_nesting_stops_the_list(void **state) {
    struct bench *bench = *state;
    check_entries(bench,
                  "支出9万元，其中甲5万元，其中子4万元，丑1万元，"
                  "乙4万元。",
                  1, 1);
}

/* A list as long as no report has one is given up, not cut off. */
static void test_endless_list(void **state) {
    struct bench *bench = *state;
    struct listing list;
    static char text[16 * (LIMIT_STATEMENT_MEMBERS + 8) + 64];
    size_t len = (size_t)snprintf(text, sizeof text, "支出9万元，其中");
    for (uint32_t i = 0; i < LIMIT_STATEMENT_MEMBERS + 4; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "甲1万元、");
    assert_true(read_first(bench, &list, text));
    assert_int_equal(list.count, 0);
    bench_clear(bench);
}

static void test_figures_of_a_named_whole(void **state) {
    struct bench *bench = *state;
    struct listing list;
    const char *text = "专项项目9个，安排8万元。专项项目中，甲4个，乙5个。";
    assert_true(read_first(bench, &list, text));
    assert_true(list.cross);
    assert_int_equal(list.lo, 0);
    assert_int_equal(list.hi, 2);
    assert_int_equal(list.count, 2);
    bench_clear(bench);
    assert_false(read_first(bench, &list, "收入9个。专项项目中，甲4个，乙5个。"));
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
        cmocka_unit_test(test_where_a_list_ends),
        cmocka_unit_test(test_spending_of_an_item),
        cmocka_unit_test(test_what_is_no_entry),
        cmocka_unit_test(test_numbered_items),
        cmocka_unit_test(test_unclear_nesting_stops_the_list),
        cmocka_unit_test(test_endless_list),
        cmocka_unit_test(test_figures_of_a_named_whole),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
