#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"
#include "base/str.h"

#define S(literal) ((struct str)STR(literal))

static struct arena arena;

static void test_slice_clamps(void **state) {
    (void)state;
    assert_true(str_is(str_slice(S("abcdef"), 2, 4), "cd"));
    assert_true(str_is(str_slice(S("abc"), 1, 99), "bc"));
    assert_int_equal(str_slice(S("abc"), 9, 2).len, 0);
    assert_int_equal(str_slice((struct str){0}, 1, 2).len, 0);
    assert_null(str_slice((struct str){0}, 1, 2).ptr);
}

static void test_of_nothing(void **state) {
    (void)state;
    assert_int_equal(str_of(NULL).len, 0);
    assert_true(str_eq(str_of(NULL), S("")));
    assert_false(str_has((struct str){0}, "a"));
    assert_true(str_blank((struct str){0}));
}

static void test_order(void **state) {
    (void)state;
    assert_int_equal(str_cmp(S("abc"), S("abc")), 0);
    assert_true(str_cmp(S("ab"), S("abc")) < 0);
    assert_true(str_cmp(S("b"), S("abc")) > 0);
    assert_true(str_cmp(S(""), S("a")) < 0);
    assert_false(str_eq(S("ab"), S("ac")));
}

static void test_find(void **state) {
    (void)state;
    assert_int_equal(str_find(S("万元,元"), "元", 0), 3);
    assert_int_equal(str_find(S("万元,元"), "元", 4), 7);
    assert_int_equal(str_find(S("abc"), "d", 0), SIZE_MAX);
    assert_int_equal(str_find(S("abc"), "a", 4), SIZE_MAX);
    assert_int_equal(str_rfind(S("a.b.c"), ".", 5), 3);
    assert_int_equal(str_rfind(S("a.b.c"), ".", 3), 1);
    assert_int_equal(str_rfind(S("a.b.c"), ".", 99), 3);
    assert_int_equal(str_rfind(S("abc"), "x", 3), SIZE_MAX);
}

static void test_ends(void **state) {
    (void)state;
    assert_true(str_starts(S("其中："), "其中"));
    assert_false(str_starts(S("其"), "其中"));
    assert_true(str_ends(S("共计"), "计"));
    assert_false(str_ends(S("计"), "共计"));
    assert_true(str_starts(S("a"), ""));
}

static void test_trim(void **state) {
    (void)state;
    assert_true(str_is(str_trim(S(" \t\n　95\xC2\xA0 ")), "95"));
    assert_true(str_is(str_trim(S("\xE2\x80\x8B"
                                  "a b"
                                  "\xEF\xBB\xBF")),
                       "a b"));
    assert_true(str_blank(S(" 　\n")));
    assert_false(str_blank(S(" . ")));
}

static void test_squeeze(void **state) {
    (void)state;
    arena_init(&arena, 1 << 20);
    assert_true(str_is(str_squeeze(&arena, S("总 分\n（％）　１")), "总分(%)1"));
    assert_int_equal(str_squeeze(&arena, S(" ")).len, 0);
    arena_clear(&arena);
}

static void test_copies_end_in_nul(void **state) {
    (void)state;
    arena_init(&arena, 1 << 20);
    struct str copy = str_copy(&arena, S("合计"));
    assert_string_equal(copy.ptr, "合计");
    assert_int_equal(str_copy(&arena, (struct str){0}).len, 0);
    struct str text = str_printf(&arena, "%d 个%s", 3, "项目");
    assert_string_equal(text.ptr, "3 个项目");
    assert_int_equal(text.len, strlen("3 个项目"));
    arena_clear(&arena);
}

static void test_no_memory_gives_empty(void **state) {
    (void)state;
    arena_init(&arena, 0);
    assert_int_equal(str_copy(&arena, S("a")).len, 0);
    assert_int_equal(str_squeeze(&arena, S("a")).len, 0);
    assert_int_equal(str_printf(&arena, "a").len, 0);
    assert_true(arena.exhausted);
}

/* Two passes over the format where it is longer than the brief buffer: the same text. */
static void test_printf_of_any_length(void **state) {
    (void)state;
    arena_init(&arena, 1 << 20);
    for (int len = 230; len < 250; len++) {
        struct str text = str_printf(&arena, "%0*d%s", len, 7, "元");
        assert_int_equal(text.len, (size_t)len + 3);
        assert_int_equal(text.ptr[len - 1], '7');
        assert_true(str_ends(text, "7元"));
        assert_int_equal(text.ptr[text.len], '\0');
    }
    arena_clear(&arena);
}

static void test_white_space_of_all_kinds(void **state) {
    static const char *const spaces[] = {
        " ",        "\t",       "\v",           "\f",           "\r\n",
        "\xC2\x85", "\xC2\xA0", "\xE2\x80\x83", "\xE2\x80\xA8", "\xE3\x80\x80"};
    (void)state;
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        struct str text = str_printf(&arena, "%s总%s分%s", spaces[i], spaces[i], spaces[i]);
        assert_true(str_is(str_squeeze(&arena, text), "总分"));
        assert_int_equal(str_trim(text).len, strlen("总分") + strlen(spaces[i]));
        assert_true(str_blank(str_of(spaces[i])));
    }
    /* a malformed byte is neither white space nor lost */
    assert_int_equal(str_squeeze(&arena, S("\xE3\x80 1")).len, 3);
    assert_int_equal(str_trim(S(" \x80 ")).len, 1);
    arena_clear(&arena);
}

static void test_full_width_forms(void **state) {
    (void)state;
    arena_init(&arena, 1 << 20);
    assert_true(str_is(str_squeeze(&arena, S("（Ａ）＝９８．５％～！")), "(A)=98.5%~!"));
    assert_true(str_is(str_squeeze(&arena, S("￥。、《￠")), "￥。、《￠"));
    arena_clear(&arena);
}

static void test_search_at_the_edges(void **state) {
    (void)state;
    assert_int_equal(str_find(S("aab"), "ab", 1), 1);
    assert_int_equal(str_find(S("aab"), "ab", 2), SIZE_MAX);
    assert_int_equal(str_find(S("ab"), "abc", 0), SIZE_MAX);
    assert_int_equal(str_rfind(S("abab"), "ab", 3), 0);
    assert_int_equal(str_rfind(S("abab"), "ab", 1), SIZE_MAX);
    assert_int_equal(str_rfind(S("ab"), "abc", 2), SIZE_MAX);
    assert_int_equal(str_rfind((struct str){0}, "a", 5), SIZE_MAX);
}

static void test_squeeze_beside_other_characters(void **state) {
    (void)state;
    /* all begin with a byte that white space or a full-width form begins with,
     * or end with one that stands for a blank when alone */
    static const char *const kept[] = {"±", "×", "·", "“", "—", "①", "㎡", "、", "。", "〔", "￥"};
    arena_init(&arena, 1 << 20);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_true(str_is(str_squeeze(&arena, str_of(kept[i])), kept[i]));
    assert_true(
        str_is(str_squeeze(&arena, S(" 人 均\u00a0收\u3000入\t（元）\x7F")), "人均收入(元)\x7F"));
    assert_int_equal(str_squeeze(&arena, S("\xC2")).len, 1);
    assert_int_equal(str_squeeze(&arena, S("\xEF\xBC")).len, 2);
    assert_int_equal(str_squeeze(&arena, S("\x85\xA0")).len, 2);
    arena_clear(&arena);
}

static void test_join(void **state) {
    (void)state;
    arena_init(&arena, 1 << 20);
    struct str joined = str_join(&arena, (struct str[]){S("道路"), {0}, S("/"), S("执行数")}, 4);
    assert_true(str_is(joined, "道路/执行数"));
    assert_int_equal(joined.ptr[joined.len], '\0');
    assert_int_equal(str_join(&arena, NULL, 0).len, 0);
    assert_int_equal(str_join(&arena, (struct str[]){{0}, {0}}, 2).len, 0);
    arena_clear(&arena);
}

static void test_numbered(void **state) {
    (void)state;
    arena_init(&arena, 1 << 20);
    assert_true(str_is(str_numbered(&arena, 'q', 0), "q0"));
    assert_true(str_is(str_numbered(&arena, 'i', 10), "i10"));
    assert_true(str_is(str_numbered(&arena, 'q', UINT32_MAX), "q4294967295"));
    arena_clear(&arena);
    arena_init(&arena, 0);
    assert_int_equal(str_numbered(&arena, 'q', 7).len, 0);
    assert_int_equal(str_join(&arena, (struct str[]){S("a"), S("b")}, 2).len, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slice_clamps),
        cmocka_unit_test(test_of_nothing),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_trim),
        cmocka_unit_test(test_squeeze),
        cmocka_unit_test(test_copies_end_in_nul),
        cmocka_unit_test(test_no_memory_gives_empty),
        cmocka_unit_test(test_printf_of_any_length),
        cmocka_unit_test(test_white_space_of_all_kinds),
        cmocka_unit_test(test_full_width_forms),
        cmocka_unit_test(test_search_at_the_edges),
        cmocka_unit_test(test_squeeze_beside_other_characters),
        cmocka_unit_test(test_join),
        cmocka_unit_test(test_numbered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
