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

static void test_pretty(void **state) {
    (void)state;
    struct json_writer w = {.pretty = true};
    json_begin_object(&w, NULL);
    json_string(&w, "a", (struct str)STR("甲"));
    json_begin_array(&w, "b");
    json_integer(&w, NULL, 0);
    json_integer(&w, NULL, 10);
    json_end_array(&w);
    json_end_object(&w);
    expect(&w, "{\n  \"a\": \"甲\",\n  \"b\": [\n    0,\n    10\n  ]\n}");
    assert_true(w.pretty);
}

/* What would end a line, turn the direction of writing or speak to a terminal goes out as an
 * escape; what merely is not ASCII does not. */
static void test_risky_characters(void **state) {
    static const struct {
        const char *text, *written;
    } cases[] = {
        {"\xC2\x9B"
         "31m",
         "\"\\u009b31m\""}, /* CSI */
        {"12\xE2\x80\xAE"
         "34",
         "\"12\\u202e34\""},             /* right-to-left override */
        {"\xE2\x81\xA6", "\"\\u2066\""}, /* isolate */
        {"\xE2\x80\xA8", "\"\\u2028\""}, /* line separator */
        {"\x7F", "\"\\u007f\""},         /* DEL */
        {"\t\r", "\"\\t\\r\""},
        {"≤②é　元𠮷", "\"≤②é　元𠮷\""},
        {"甲\xE5\x85", "\"甲\xEF\xBF\xBD\xEF\xBF\xBD\""}, /* cut off */
        {"\xED\xA0\x80", "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
        {"", "\"\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct json_writer w = {0};
        json_string(&w, NULL, str_of(cases[i].text));
        expect(&w, cases[i].written);
    }
}

/* The buffer grows in the middle of keys, text and escapes alike. */
static void test_growing(void **state) {
    (void)state;
    struct err err;
    struct json_writer w = {0};
    json_begin_array(&w, NULL);
    for (int i = 0; i < 3000; i++) {
        json_begin_object(&w, NULL);
        json_string(&w, "label", (struct str)STR("合计\"\x01"));
        json_integer(&w, "n", i);
        json_end_object(&w);
    }
    json_end_array(&w);
    assert_false(w.failed);
    struct json *root = json_parse((struct str){w.ptr, w.len}, &err);
    const struct json *item = json_first(root);
    for (int i = 0; i < 3000; i++, item = json_next(item))
        assert_true(str_is(json_text(json_get(item, "label")), "合计\"\x01"));
    assert_null(item);
    json_free(root);
    json_writer_clear(&w);
    assert_null(w.ptr);
}

static void test_where_it_is_no_json(void **state) {
    static const char *const texts[] = {"{", "[1,]", "{\"a\" 1}", "\"open", "{\"a\":tru}", "nul"};
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct err err = {0};
        assert_null(json_parse(str_of(texts[i]), &err));
        assert_int_equal(err.code, ERR_USAGE);
        assert_non_null(strstr(err.words, "byte"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reading),
        cmocka_unit_test(test_nothing_is_harmless),
        cmocka_unit_test(test_no_json),
        cmocka_unit_test(test_writing),
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_pretty),
        cmocka_unit_test(test_risky_characters),
        cmocka_unit_test(test_growing),
        cmocka_unit_test(test_where_it_is_no_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
