#include "tools/files.h"

#include <errno.h>

#include "base/limits.h"
#include "tests/tools/folder.h"

/* The inputs behind `name`, "." for the folder itself: "a.txt b/c.txt !ELOOP b/d" with the reason
 * before those that fail. */
static void expect_inputs(struct folder *folder, const char *name, const char *expected) {
    struct files files = {0};
    struct err err = {0};
    char text[FOLDER_WORDS] = "";
    size_t len = 0, skip = strlen(folder->path) + 1;
    const char *path = strcmp(name, ".") == 0 ? folder->path : folder_at(folder, name);
    assert_true(files_add(&files, path, &err));
    for (size_t i = 0; i < files.count; i++) {
        const struct input *input = &files.items[i];
        const char *code = input->code == ERR_NONE ? "" : err_code_name(input->code);
        const char *rest = strlen(input->path) < skip ? "." : input->path + skip;
        assert_false(input->is_stdin);
        len += (size_t)snprintf(text + len, sizeof text - len, "%s%s%s%s", i ? " " : "", code,
                                *code ? ":" : "", rest);
    }
    assert_string_equal(text, expected);
    files_clear(&files);
    assert_null(files.items);
}

/* "a-b" sorts before "a/": the paths as a whole are compared, byte by byte. */
static void test_a_folder_is_read_in_order_of_bytes(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    folder_make(&folder, "a");
    folder_write(&folder, "b.txt", "");
    folder_write(&folder, "a/z.txt", "");
    folder_write(&folder, "a-b.txt", "");
    folder_write(&folder, "B.txt", "");
    folder_write(&folder, "报告.txt", "");
    expect_inputs(&folder, ".", "B.txt a-b.txt a/z.txt b.txt 报告.txt");
    folder_close(&folder);
}

static void test_hidden_files_and_locks_are_left_out(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    folder_make(&folder, ".git");
    folder_write(&folder, ".git/a.txt", "");
    folder_write(&folder, ".a.txt", "");
    folder_write(&folder, "~$a.docx", "");
    folder_write(&folder, "~a.docx", "");
    expect_inputs(&folder, ".", "~a.docx");
    expect_inputs(&folder, ".a.txt", ".a.txt"); /* asked for by name */
    folder_close(&folder);
}

static void test_a_folder_without_files_fails(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    expect_inputs(&folder, ".", "empty:.");
    folder_make(&folder, "inner");
    folder_write(&folder, ".hidden", "");
    expect_inputs(&folder, ".", "empty:.");
    folder_close(&folder);
}

/* A path that is not there is an input like others: reading it says so. */
static void test_a_missing_file_is_left_to_the_reading(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    expect_inputs(&folder, "none.txt", "none.txt");
    folder_close(&folder);
}

static void test_links_to_files_count_and_to_folders_do_not(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    folder_make(&folder, "in");
    folder_write(&folder, "in/a.txt", "");
    folder_link(&folder, "a.txt", "in/b.txt");
    folder_link(&folder, "..", "in/circle");
    folder_link(&folder, "nowhere", "in/lost");
    expect_inputs(&folder, "in", "in/a.txt in/b.txt io:in/lost");
    expect_inputs(&folder, "in/circle",
                  "in/circle/in/a.txt in/circle/in/b.txt "
                  "io:in/circle/in/lost"); /* a link that was asked for */
    folder_close(&folder);
}

static void test_pipes_are_no_documents(void **state) {
    (void)state;
    struct folder folder;
    folder_open(&folder);
    assert_int_equal(mkfifo(folder_at(&folder, "pipe"), 0600), 0);
    folder_write(&folder, "a.txt", "");
    expect_inputs(&folder, ".", "a.txt");
    folder_close(&folder);
}

static void test_depth_is_bounded(void **state) {
    (void)state;
    struct folder folder;
    struct files files = {0};
    struct err err = {0};
    char path[FOLDER_PATH] = "d";
    folder_open(&folder);
    for (unsigned depth = 0; depth <= LIMIT_FOLDER_DEPTH; depth++) {
        folder_make(&folder, path);
        strcat(path, "/d");
    }
    folder_write(&folder, "d/a.txt", "");
    assert_true(files_add(&files, folder.path, &err));
    assert_int_equal(files.count, 2);
    assert_int_equal(files.items[1].code, ERR_IO);
    assert_int_equal(files.items[1].cause, ELOOP);
    files_clear(&files);
    folder_close(&folder);
}

/* Arguments stay in the order in which they were given; only within a folder is there another. */
static void test_arguments_keep_their_order(void **state) {
    (void)state;
    static const char *const arguments[] = {"z", "-", "a", "z"};
    struct files files = {0};
    struct err err = {0};
    for (size_t i = 0; i < 4; i++)
        assert_true(files_add(&files, arguments[i], &err));
    assert_int_equal(files.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(files.items[i].path, arguments[i]);
        assert_int_equal(files.items[i].is_stdin, i == 1);
    }
    files_clear(&files);
}

static void test_many_files(void **state) {
    (void)state;
    enum { COUNT = 200 };
    struct folder folder;
    struct files files = {0};
    struct err err = {0};
    char name[32];
    folder_open(&folder);
    for (int i = 0; i < COUNT; i++) {
        sprintf(name, "%03d.txt", (i * 77) % COUNT);
        folder_write(&folder, name, "");
    }
    assert_true(files_add(&files, folder.path, &err));
    assert_int_equal(files.count, COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        sprintf(name, "%03zu.txt", i);
        assert_string_equal(files.items[i].path + strlen(folder.path) + 1, name);
    }
    files_clear(&files);
    folder_close(&folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_folder_is_read_in_order_of_bytes),
        cmocka_unit_test(test_hidden_files_and_locks_are_left_out),
        cmocka_unit_test(test_a_folder_without_files_fails),
        cmocka_unit_test(test_a_missing_file_is_left_to_the_reading),
        cmocka_unit_test(test_links_to_files_count_and_to_folders_do_not),
        cmocka_unit_test(test_pipes_are_no_documents),
        cmocka_unit_test(test_depth_is_bounded),
        cmocka_unit_test(test_arguments_keep_their_order),
        cmocka_unit_test(test_many_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
