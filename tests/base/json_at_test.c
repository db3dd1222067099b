#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/json_at.h"

/* A document and its root; the last one is freed by the next, and at the end. */
static struct json *parsed;

static struct json_at parse(const char *text) {
    struct err err;
    json_free(parsed);
    parsed = json_parse(str_of(text), &err);
    if (!parsed)
        fail_msg("%s", err.words);
    return (struct json_at){.value = parsed};
}

static int forget(void **state) {
    (void)state;
    json_free(parsed);
    parsed = NULL;
    return 0;
}

static void test_paths(void **state) {
    (void)state;
    struct json_at root = parse("{\"a\": [{\"b\": \"x\"}, {\"b\": \"y\"}]}"), item = {0};
    struct json_at list = json_at_key(&root, "a");
    size_t index = 0;
    assert_string_equal(list.path, "a");
    assert_true(json_at_next(&list, &item, &index));
    assert_true(json_at_next(&list, &item, &index));
    assert_string_equal(item.path, "a[1]");
    struct json_at b = json_at_key(&item, "b");
    assert_string_equal(b.path, "a[1].b");
    assert_true(str_is(json_text(b.value), "y"));
    assert_false(json_at_next(&list, &item, &index));
    index = 0;
    assert_false(json_at_next(&b, &item, &index));
    assert_null(json_at_key(&root, "none").value);
}

/* A long way is cut, never overrun. */
static void test_a_long_path(void **state) {
    (void)state;
    char key[300];
    memset(key, 'k', sizeof key - 1);
    key[sizeof key - 1] = '\0';
    struct json_at root = parse("{}"), at = json_at_key(&root, key);
    assert_int_equal(strlen(at.path), JSON_AT_BYTES - 1);
    at = json_at_key(&at, key);
    assert_int_equal(strlen(at.path), JSON_AT_BYTES - 1);
}

static void test_object(void **state) {
    (void)state;
    static const char *const keys[] = {"a", "b", NULL};
    struct err err;
    struct json_at root = parse("{\"a\": 1, \"c\": 2}"), a = json_at_key(&root, "a");
    struct json_at none = json_at_key(&root, "d");
    assert_false(json_at_object(&root, keys, &err));
    assert_string_equal(err.words, "there is no field \"c\" here");
    assert_int_equal(err.code, ERR_USAGE);
    assert_false(json_at_object(&a, keys, &err));
    assert_string_equal(err.words, "a: an object { } is expected");
    assert_false(json_at_object(&none, keys, &err));
    assert_string_equal(err.words, "d: is missing");
    root = parse("{\"b\": {}}");
    assert_true(json_at_object(&root, keys, &err));
}

static void test_text(void **state) {
    (void)state;
    struct err err;
    struct str text;
    struct json_at root = parse("{\"a\": \"x\", \"b\": 5, \"c\": \"\"}");
    assert_true(json_at_text(&root, "a", true, &text, &err));
    assert_true(str_is(text, "x"));
    assert_false(json_at_text(&root, "b", false, &text, &err));
    assert_string_equal(err.words, "b: a text in quotes is expected, figures too: \"90\"");
    assert_false(json_at_text(&root, "c", true, &text, &err));
    assert_string_equal(err.words, "c: is missing or empty");
    assert_true(json_at_text(&root, "d", false, &text, &err));
    assert_int_equal(text.len, 0);
}

static void test_choice(void **state) {
    (void)state;
    static const char *const words[] = {"low", "high", NULL};
    struct err err;
    int choice = 7;
    struct json_at root = parse("{\"a\": \"high\", \"b\": \"middle\", \"c\": true}");
    assert_true(json_at_choice(&root, "none", words, &choice, &err));
    assert_int_equal(choice, 7);
    assert_true(json_at_choice(&root, "a", words, &choice, &err));
    assert_int_equal(choice, 1);
    assert_false(json_at_choice(&root, "b", words, &choice, &err));
    assert_string_equal(err.words, "b: one of low, high");
    assert_false(json_at_choice(&root, "c", words, &choice, &err));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths),  cmocka_unit_test(test_a_long_path),
        cmocka_unit_test(test_object), cmocka_unit_test(test_text),
        cmocka_unit_test(test_choice),
    };
    return cmocka_run_group_tests_name("json_at", tests, NULL, forget);
}
