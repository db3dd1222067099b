#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/json.h"

static void assert_json(struct json_writer *w, const char *want) {
    struct str got = {w->ptr, w->len};
    assert_false(w->failed);
    if (!str_is(got, want))
        fail_msg("got  %.*s\nwant %s", STR_ARGS(got), want);
    json_writer_clear(w);
}

static void test_strings(void **state) {
    static const struct {
        const char *text, *json;
    } cases[] = {
        {"", "\"\""},
        {"绩效 100%", "\"绩效 100%\""},
        {"\"\\/", "\"\\\"\\\\/\""},
        {"a\nb\tc\rd\be", "\"a\\nb\\tc\\rd\\u0008e\""},
        {"\033[0m\x7F", "\"\\u001b[0m\\u007f\""},
        {"\xC2\x9B\xC2\xA0", "\"\\u009b\xC2\xA0\""},
        {"\xE2\x80\xAE\xE2\x81\xA9\xE2\x80\x8E\xE2\x80\xA8", "\"\\u202e\\u2069\\u200e\\u2028\""},
        {"≥…“”—", "\"≥…“”—\""},
        {"\xFF\xC3", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xE4\xBD", "\"\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"\xE4\xBDx", "\"\xEF\xBF\xBD\xEF\xBF\xBDx\""},
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""}, /* a surrogate */
        {"\xE0\x80\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""}, /* overlong */
        {"\xEF\xBF\xBD", "\"\xEF\xBF\xBD\""},
        {"\xF0\xA0\x80\x80\xEA\xB0\x80", "\"\xF0\xA0\x80\x80\xEA\xB0\x80\""},
    };
    struct json_writer w = {0};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        json_string(&w, NULL, str_of(cases[i].text));
        assert_json(&w, cases[i].json);
    }
}

static void test_structure(void **state) {
    struct json_writer w = {0};
    (void)state;
    json_begin_object(&w, NULL);
    json_integer(&w, "n", -12);
    json_begin_array(&w, "list");
    json_boolean(&w, NULL, true);
    json_null(&w, NULL);
    json_begin_object(&w, NULL);
    json_end_object(&w);
    json_end_array(&w);
    json_string_or_null(&w, "none", (struct str){0});
    json_string_or_null(&w, "some", str_of("x"));
    json_end_object(&w);
    assert_json(&w, "{\"n\":-12,\"list\":[true,null,{}],\"none\":null,\"some\":\"x\"}");
}

static void test_pretty(void **state) {
    struct json_writer w = {.pretty = true};
    (void)state;
    json_begin_object(&w, NULL);
    json_begin_array(&w, "list");
    json_integer(&w, NULL, 1);
    json_integer(&w, NULL, 2);
    json_end_array(&w);
    json_begin_array(&w, "empty");
    json_end_array(&w);
    json_end_object(&w);
    assert_json(&w, "{\n  \"list\": [\n    1,\n    2\n  ],\n  \"empty\": []\n}");
    assert_true(w.pretty);
}

static void test_long_text(void **state) {
    enum { COUNT = 100000 };
    static char text[COUNT];
    struct json_writer w = {0};
    (void)state;
    memset(text, '\n', COUNT);
    json_string(&w, NULL, (struct str){text, COUNT});
    assert_int_equal(w.len, 2 * COUNT + 2);
    json_writer_clear(&w);
}

static void test_reading(void **state) {
    static const char text[] = "{\"a\":[\"x\",true,{\"b\":\"1.50\"}]}";
    struct err err = {0};
    struct json *root = json_parse((struct str)STR(text), &err);
    (void)state;
    assert_non_null(root);
    const struct json *first = json_first(json_get(root, "a"));
    assert_true(str_is(json_text(first), "x"));
    assert_true(json_is_true(json_next(first)));
    const struct json *third = json_next(json_next(first));
    assert_true(str_is(json_text(json_get(third, "b")), "1.50"));
    assert_true(str_is(json_key(json_first(third)), "b"));
    assert_null(json_next(third));
    assert_null(json_get(root, "c"));
    assert_null(json_first(NULL));
    assert_int_equal(json_text(NULL).len, 0);
    json_free(root);
    assert_null(json_parse((struct str)STR("{\"a\":"), &err));
    assert_int_equal(err.code, ERR_USAGE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strings), cmocka_unit_test(test_structure),
        cmocka_unit_test(test_pretty),  cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_reading),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
