#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <string.h>

#include <cmocka.h>

#include "base/err.h"
#include "base/str.h"
#include "base/utf8.h"

static void test_set(void **state) {
    (void)state;
    struct err err = {0};
    assert_false(err_set(&err, ERR_IO, ENOENT, "%s, line %d", "甲", 7));
    assert_int_equal(err.code, ERR_IO);
    assert_int_equal(err.cause, ENOENT);
    assert_string_equal(err.words, "甲, line 7");
    assert_false(err_set(&err, ERR_EMPTY, 0, "x"));
    assert_int_equal(err.cause, 0);
    assert_string_equal(err.words, "x");
    assert_false(err_set(&err, ERR_EMPTY, 0, "%s", ""));
    assert_string_equal(err.words, "");
}

/* Words of the user's own, a path or a part's name, may be long: what is left of them is whole
 * characters, wherever the cut falls. */
static void test_long_words_keep_whole_characters(void **state) {
    (void)state;
    char name[400];
    for (size_t lead = 0; lead < 4; lead++) {
        struct err err = {0};
        memset(name, 'x', lead);
        for (size_t i = 0; i < 120; i++)
            memcpy(name + lead + i * 3, "项", 3);
        name[lead + 360] = '\0';
        err_set(&err, ERR_IO, 0, "%s", name);
        struct str words = str_of(err.words);
        assert_true(words.len < sizeof err.words && words.len > sizeof err.words - 4);
        assert_int_equal(utf8_check(words), words.len);
        assert_memory_equal(words.ptr, name, words.len);
    }
}

static void test_words_that_just_fit(void **state) {
    (void)state;
    struct err err = {0};
    char name[sizeof err.words];
    memset(name, 'x', sizeof name);
    memcpy(name + sizeof name - 4, "项", 4);
    err_set(&err, ERR_IO, 0, "%s", name);
    assert_string_equal(err.words, name);
    err_set(&err, ERR_IO, 0, "\x80%s", "a"); /* a bad byte elsewhere is not for err.c to judge */
    assert_string_equal(err.words, "\x80"
                                   "a");
}

/* Records and messages show these: each class has its own, and the word is fit for a program. */
static void test_every_class_has_words(void **state) {
    (void)state;
    for (int code = ERR_NONE; code <= ERR_USAGE; code++) {
        const char *name = err_code_name((enum err_code)code);
        const char *chinese = err_code_chinese((enum err_code)code);
        assert_true(name && chinese && err_code_english((enum err_code)code));
        assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz_"), strlen(name));
        assert_true(name[0] != '\0' && (unsigned char)chinese[0] >= 0x80);
        for (int other = ERR_NONE; other < code; other++)
            assert_string_not_equal(name, err_code_name((enum err_code)other));
    }
    assert_string_equal(err_code_name(ERR_ZIP_CORRUPT), "zip_corrupt");
    assert_string_equal(err_code_chinese(ERR_ZIP_CORRUPT), "文件已损坏");
    assert_string_equal(err_code_english(ERR_ZIP_CORRUPT), "the file is damaged");
}

/* What a user can do differs: ask for the password, save as .docx, have the file sent again, look for
 * the right file, or not open it at all. The words must tell these apart, in both languages. */
static void test_what_a_user_must_tell_apart(void **state) {
    (void)state;
    static const struct {
        enum err_code code;
        const char *chinese, *english;
    } classes[] = {
        {ERR_ENCRYPTED, "密码", "password"},
        {ERR_LEGACY_DOC, "另存为 .docx", "save it as .docx"},
        {ERR_ZIP_CORRUPT, "损坏", "damaged"},
        {ERR_XML_MALFORMED, "损坏", "damaged"},
        {ERR_NOT_WORD, "不是 Word 文档", "not a Word document"},
        {ERR_ZIP_UNSAFE, "安全原因拒绝", "refused for safety"},
        {ERR_XML_DTD, "安全原因拒绝", "refused for safety"},
    };
    enum { COUNT = sizeof classes / sizeof *classes };
    for (size_t i = 0; i < COUNT; i++) {
        const char *chinese = err_code_chinese(classes[i].code);
        const char *english = err_code_english(classes[i].code);
        for (size_t j = 0; j < COUNT; j++) {
            bool same = strcmp(classes[i].english, classes[j].english) == 0;
            assert_int_equal(strstr(chinese, classes[j].chinese) != NULL, same);
            assert_int_equal(strstr(english, classes[j].english) != NULL, same);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_long_words_keep_whole_characters),
        cmocka_unit_test(test_words_that_just_fit),
        cmocka_unit_test(test_every_class_has_words),
        cmocka_unit_test(test_what_a_user_must_tell_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
