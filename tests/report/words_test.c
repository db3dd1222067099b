#include "report/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "validate/reason.h"

/* Text for readers of English has no Chinese in it, and the other way round. */
static bool is_english(const char *text) {
    for (; *text; text++) {
        if ((unsigned char)*text >= 0x80)
            return false;
    }
    return true;
}

static void test_severities(void **state) {
    (void)state;
    assert_string_equal(words_severity(SEVERITY_ERROR, LANGUAGE_CHINESE), "错误");
    assert_string_equal(words_severity(SEVERITY_WARNING, LANGUAGE_CHINESE), "警告");
    assert_string_equal(words_severity(SEVERITY_INFO, LANGUAGE_CHINESE), "提示");
    assert_string_equal(words_severity(SEVERITY_ERROR, LANGUAGE_ENGLISH), "error");
    assert_string_equal(words_severity(SEVERITY_INFO, LANGUAGE_ENGLISH), "info");
}

static void test_kinds_of_parts(void **state) {
    (void)state;
    assert_string_equal(words_part_kind(PART_DEPARTMENT, LANGUAGE_CHINESE), "部门整体");
    assert_string_equal(words_part_kind(PART_PROJECT, LANGUAGE_CHINESE), "项目");
    assert_string_equal(words_part_kind(PART_TARGET, LANGUAGE_ENGLISH), "targets");
    assert_string_equal(words_part_kind(PART_OTHER, LANGUAGE_CHINESE), "");
    assert_string_equal(words_part_kind(PART_OTHER, LANGUAGE_ENGLISH), "");
}

/* All that the program warns of: a reader of Chinese is not to meet an English message. */
static void test_every_warning_has_words(void **state) {
    (void)state;
    static const char *const codes[] = {
        "altchunk_skipped",      "cell_span",      "figure_across_lines",
        "findings_dropped",      "hidden_text",    "part_unreadable",
        "text_unreadable_bytes", "tracked_change", "pattern_limit"};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        struct str chinese = words_warning(str_of(codes[i]), LANGUAGE_CHINESE);
        struct str english = words_warning(str_of(codes[i]), LANGUAGE_ENGLISH);
        assert_true(chinese.len > 0 && english.len > 0);
        assert_false(is_english(chinese.ptr));
        assert_true(is_english(english.ptr));
    }
    assert_int_equal(words_warning(str_of("hidden"), LANGUAGE_CHINESE).len, 0);
    assert_int_equal(words_warning((struct str){0}, LANGUAGE_ENGLISH).len, 0);
}

static void test_every_reason_has_words(void **state) {
    (void)state;
    size_t count;
    const struct reason *reasons = reason_all(&count);
    for (size_t i = 0; i < count; i++) {
        struct str word = str_of(reasons[i].word);
        assert_true(str_is(words_reason(word, LANGUAGE_CHINESE), reasons[i].chinese));
        assert_true(str_is(words_reason(word, LANGUAGE_ENGLISH), reasons[i].english));
        assert_false(is_english(reasons[i].chinese));
        assert_true(is_english(reasons[i].english));
    }
    struct str unknown = words_reason(str_of("no_reason"), LANGUAGE_CHINESE);
    assert_true(str_is(unknown, "no_reason"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_severities),
        cmocka_unit_test(test_kinds_of_parts),
        cmocka_unit_test(test_every_warning_has_words),
        cmocka_unit_test(test_every_reason_has_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
