#include "ingest/ooxml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { UNTOUCHED = -77 };

static int32_t integer(const char *text) {
    int32_t value = UNTOUCHED;
    bool read = ooxml_integer(str_of(text), &value);
    assert_int_equal(read, value != UNTOUCHED);
    return value;
}

static void test_integers(void **state) {
    (void)state;
    assert_int_equal(integer("0"), 0);
    assert_int_equal(integer("007"), 7);
    assert_int_equal(integer("-1"), -1);
    assert_int_equal(integer("+12"), 12);
    assert_int_equal(integer(" \t3\n"), 3);
    assert_int_equal(integer("2147483647"), INT32_MAX);
    assert_int_equal(integer("-2147483647"), -INT32_MAX);
}

static void test_what_is_no_integer(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        " ",
                                        "-",
                                        "+",
                                        "--1",
                                        "1-",
                                        "1 2",
                                        "2.5",
                                        "0x10",
                                        "１",
                                        "1e3",
                                        "2147483648",
                                        "99999999999999999999999999999999"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_int_equal(integer(texts[i]), UNTOUCHED);
}

/* The value of an attribute is a slice: what follows in the tag is not of it. */
static void test_integers_end_with_their_slice(void **state) {
    (void)state;
    int32_t value = 0;
    assert_true(ooxml_integer((struct str){"1234", 2}, &value));
    assert_int_equal(value, 12);
    assert_false(ooxml_integer((struct str){NULL, 0}, &value));
    assert_int_equal(value, 12);
}

static void test_toggles(void **state) {
    (void)state;
    static const char *const on[] = {"", "1", "true", "on", "True", "FALSE", "no", " 0"};
    static const char *const off[] = {"0", "false", "off"};
    for (size_t i = 0; i < sizeof on / sizeof on[0]; i++)
        assert_true(ooxml_is_on(str_of(on[i])));
    for (size_t i = 0; i < sizeof off / sizeof off[0]; i++)
        assert_false(ooxml_is_on(str_of(off[i])));
}

/* Names are looked up in order by whoever builds a table of them: each must be there, once. */
static void test_names_are_there_once(void **state) {
    (void)state;
    assert_null(ooxml_names[NAME_OTHER]);
    for (size_t i = NAME_OTHER + 1; i < NAME_COUNT; i++) {
        assert_non_null(ooxml_names[i]);
        for (size_t j = NAME_OTHER + 1; j < i; j++)
            assert_string_not_equal(ooxml_names[i], ooxml_names[j]);
    }
    assert_string_equal(ooxml_names[NAME_W], "w");
    assert_string_equal(ooxml_names[NAME_CHOICE], "Choice");
}

static enum ooxml_ns meaning(const char *uri) {
    for (size_t i = 0; ooxml_uris[i].uri; i++) {
        if (strcmp(ooxml_uris[i].uri, uri) == 0)
            return ooxml_uris[i].ns;
    }
    return NS_OTHER;
}

/* ISO/IEC 29500-1 (strict) and -4 (transitional) name the same vocabulary differently. */
static void test_strict_and_transitional_are_one(void **state) {
    (void)state;
    assert_int_equal(meaning("http://purl.oclc.org/ooxml/wordprocessingml/main"), NS_W);
    assert_int_equal(meaning("http://schemas.openxmlformats.org/wordprocessingml/2006/main"), NS_W);
    assert_int_equal(meaning("http://purl.oclc.org/ooxml/officeDocument/math"), NS_M);
    assert_int_equal(meaning("http://schemas.openxmlformats.org/officeDocument/2006/math"), NS_M);
    assert_int_equal(meaning("http://schemas.openxmlformats.org/markup-compatibility/2006"), NS_MC);
    assert_int_equal(meaning("http://schemas.microsoft.com/office/word/2030/future"), NS_OTHER);
}

static void test_namespaces_are_there_once(void **state) {
    (void)state;
    for (size_t i = 0; ooxml_uris[i].uri; i++) {
        assert_int_not_equal(ooxml_uris[i].ns, NS_NONE);
        assert_int_not_equal(ooxml_uris[i].ns, NS_OTHER);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(ooxml_uris[i].uri, ooxml_uris[j].uri);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_what_is_no_integer),
        cmocka_unit_test(test_integers_end_with_their_slice),
        cmocka_unit_test(test_toggles),
        cmocka_unit_test(test_names_are_there_once),
        cmocka_unit_test(test_strict_and_transitional_are_one),
        cmocka_unit_test(test_namespaces_are_there_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
