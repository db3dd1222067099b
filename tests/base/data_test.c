#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/data.h"
#include "base/json.h"
#include "base/utf8.h"

static void test_files_are_found_by_their_path(void **state) {
    (void)state;
    for (const struct data_file *file = data_files; file->name; file++) {
        struct str found = data_find(file->name);
        assert_ptr_equal(found.ptr, file->content);
        assert_int_equal(found.len, file->size);
    }
    assert_true(data_find("extract/lexicon.json").len > 0);
}

static void test_other_names_are_empty(void **state) {
    static const char *const names[] = {"",
                                        "lexicon.json",
                                        "extract",
                                        "extract/lexicon.jso",
                                        "extract/lexicon.json ",
                                        "/extract/lexicon.json"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_int_equal(data_find(names[i]).len, 0);
        assert_null(data_find(names[i]).ptr);
    }
}

/* A name that is there twice would hide a file, and tools/embed.sh must not cut one. */
static void test_files_are_whole(void **state) {
    (void)state;
    for (const struct data_file *file = data_files; file->name; file++) {
        struct str content = {file->content, file->size};
        assert_true(content.len > 0);
        assert_int_equal(content.ptr[content.len], '\0');
        assert_int_equal(strlen(content.ptr), content.len);
        assert_int_equal(utf8_check(content), content.len);
        for (const struct data_file *other = file + 1; other->name; other++)
            assert_string_not_equal(file->name, other->name);
    }
}

static void test_files_are_json(void **state) {
    (void)state;
    for (const struct data_file *file = data_files; file->name; file++) {
        struct err err = {0};
        if (!str_ends(str_of(file->name), ".json"))
            continue;
        struct json *root = json_parse(data_find(file->name), &err);
        if (!root)
            fail_msg("%s: %s", file->name, err.words);
        assert_non_null(json_first(root));
        json_free(root);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_are_found_by_their_path),
        cmocka_unit_test(test_other_names_are_empty),
        cmocka_unit_test(test_files_are_whole),
        cmocka_unit_test(test_files_are_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
