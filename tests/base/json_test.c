#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/json.h"

static void test_reading(void **state) {
    (void)state;
    struct err err;
    struct str text = STR("{\"名\": [\"a\", true, \"b\"], \"n\": {}}");
    struct json *root = json_parse(text, &err);
    assert_non_null(root);
    const struct json *list = json_get(root, "名"), *item = json_first(list);
    assert_true(str_is(json_key(list), "名"));
    assert_true(str_is(json_text(item), "a"));
    item = json_next(item);
    assert_true(json_is_true(item));
    assert_int_equal(json_text(item).len, 0);
    item = json_next(item);
    assert_true(str_is(json_text(item), "b"));
    assert_null(json_next(item));
    assert_null(json_first(json_get(root, "n")));
    assert_null(json_get(root, "missing"));
    json_free(root);
}

static void test_nothing_is_harmless(void **state) {
    (void)state;
    assert_null(json_get(NULL, "a"));
    assert_null(json_first(NULL));
    assert_int_equal(json_text(NULL).len, 0);
    assert_false(json_is_true(NULL));
    json_free(NULL);
}

static void test_no_json(void **state) {
    (void)state;
    struct err err = {0};
    assert_null(json_parse((struct str)STR("{\"a\": }"), &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_null(json_parse((struct str)STR(""), &err));
}

static void expect(struct json_writer *w, const char *text) {
    assert_false(w->failed);
    assert_int_equal(w->len, strlen(text));
    assert_memory_equal(w->ptr, text, w->len);
    json_writer_clear(w);
}

static void test_writing(void **state) {
    (void)state;
    struct json_writer w = {0};
    json_begin_object(&w, NULL);
    json_string(&w, "名", (struct str)STR("合计"));
    json_begin_array(&w, "list");
    json_integer(&w, NULL, -5);
    json_boolean(&w, NULL, true);
    json_null(&w, NULL);
    json_end_array(&w);
    json_string_or_null(&w, "none", (struct str){0});
    json_begin_object(&w, "empty");
    json_end_object(&w);
    json_end_object(&w);
    expect(&w, "{\"名\":\"合计\",\"list\":[-5,true,null],\"none\":null,\"empty\":{}}");
}

static void test_escapes(void **state) {
    (void)state;
    struct json_writer w = {0};
    json_string(&w, NULL, (struct str)STR("\"\\\n\x1B\x80"));
    expect(&w, "\"\\\"\\\\\\n\\u001b\xEF\xBF\xBD\"");
}

/* What was written can be read again, whatever the bytes. */
static void test_round_trip(void **state) {
    (void)state;
    struct err err;
    char bytes[256];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i + 1 < 0x7F ? i + 1 : 'x');
    struct str text = {bytes, sizeof bytes};
    struct json_writer w = {.pretty = true};
    json_begin_array(&w, NULL);
    json_string(&w, NULL, text);
    json_end_array(&w);
    struct json *root = json_parse((struct str){w.ptr, w.len}, &err);
    assert_true(str_eq(json_text(json_first(root)), text));
    json_free(root);
    json_writer_clear(&w);
}

static void test_integers(void **state) {
    (void)state;
    struct json_writer w = {0};
    json_begin_array(&w, NULL);
    json_integer(&w, NULL, INT64_MIN);
    json_integer(&w, NULL, INT64_MAX);
    json_end_array(&w);
    json_raw(&w, "\n");
    expect(&w, "[-9223372036854775808,9223372036854775807]\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading),  cmocka_unit_test(test_nothing_is_harmless),
        cmocka_unit_test(test_no_json),  cmocka_unit_test(test_writing),
        cmocka_unit_test(test_escapes),  cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_integers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
