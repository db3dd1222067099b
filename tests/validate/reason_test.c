#include "validate/reason.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Records list unverifiable checks by these words: programs compare them. */
static void test_words_are_plain(void **state) {
    (void)state;
    size_t count;
    const struct reason *reasons = reason_all(&count);
    for (size_t i = 0; i < count; i++) {
        const char *word = reasons[i].word;
        assert_int_equal(strspn(word, "abcdefghijklmnopqrstuvwxyz_"), strlen(word));
        assert_ptr_equal(reason_find(str_of(word)), &reasons[i]);
    }
}

static void test_words_are_in_order_and_there_once(void **state) {
    (void)state;
    size_t count;
    const struct reason *reasons = reason_all(&count);
    assert_true(count > 1);
    for (size_t i = 1; i < count; i++)
        assert_true(strcmp(reasons[i - 1].word, reasons[i].word) < 0);
}

static void test_only_whole_words_are_found(void **state) {
    (void)state;
    assert_string_equal(reason_find(str_of(REASON_NO_TOTAL))->english,
                        "the table has no total row");
    assert_null(reason_find(str_of("no_tota")));
    assert_null(reason_find(str_of("no_total ")));
    assert_null(reason_find(str_of("NO_TOTAL")));
    assert_null(reason_find((struct str){0}));
}

/* They stand behind a colon in a line of other words: no sentence of their own. */
static void test_explanations_are_phrases(void **state) {
    (void)state;
    size_t count;
    const struct reason *reasons = reason_all(&count);
    for (size_t i = 0; i < count; i++) {
        struct str chinese = str_of(reasons[i].chinese), english = str_of(reasons[i].english);
        assert_true(chinese.len > 0 && !str_ends(chinese, "。"));
        assert_true(english.len > 0 && !str_ends(english, "."));
        assert_true(english.ptr[0] >= 'a' && english.ptr[0] <= 'z');
        assert_false(str_has(english, "  "));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_are_plain),
        cmocka_unit_test(test_words_are_in_order_and_there_once),
        cmocka_unit_test(test_only_whole_words_are_found),
        cmocka_unit_test(test_explanations_are_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
