#include "tests/ingest/word.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/ingest.h"

/* Each test has a folder of its own. */
static int make_folder(void **state) {
    char *folder = strdup("/tmp/heji_ingest_XXXXXX");
    *state = folder;
    return folder && mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state) {
    char command[200];
    snprintf(command, sizeof command, "rm -rf '%s'", (char *)*state);
    free(*state);
    return system(command);
}

/* The path of `name` in the folder; good until the next call. */
static const char *path_of(void **state, const char *name) {
    static char path[400];
    snprintf(path, sizeof path, "%s/%s", (char *)*state, name);
    return path;
}

static const char *write_file(void **state, const char *name, struct str bytes) {
    const char *path = path_of(state, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
    return path;
}

struct ingested {
    struct doc doc;
    struct err err;
    bool read;
};

static struct ingested ingest(const char *path) {
    struct ingested in = {0};
    arena_init(&in.doc.arena, LIMIT_ARENA_BYTES);
    in.doc.source.path = str_of(path);
    in.read = ingest_run(&in.doc, NULL, &in.err);
    return in;
}

static void expect_refused(const char *path, enum err_code code) {
    struct ingested in = ingest(path);
    assert_false(in.read);
    assert_int_equal(in.err.code, code);
    assert_true(in.err.words[0] != '\0');
    arena_clear(&in.doc.arena);
}

static void test_word_document(void **state) {
    struct package package = {0};
    struct word word = {.body = PT("甲") TBL(TR(TC("1")))};
    struct str bytes = word_package(&package, &word);
    char digest[HASH_HEX + 1];
    hash_sha256(bytes, digest);
    struct ingested in = ingest(write_file(state, "named.txt", bytes));
    assert_true(in.read);
    assert_string_equal(in.doc.source.format, "docx");
    assert_int_equal(in.doc.source.bytes, bytes.len);
    assert_string_equal(in.doc.source.sha256, digest);
    assert_int_equal(in.doc.source.encoding.len, 0);
    assert_int_equal(in.doc.document.paragraphs.count, 1);
    assert_int_equal(in.doc.document.tables.count, 1);
    arena_clear(&in.doc.arena);
    package_free(&package);
}

static void test_text(void **state) {
    const struct str text = STR("一、部门概况\n执行率98.50%。\n");
    struct ingested in = ingest(write_file(state, "named.docx", text));
    assert_true(in.read);
    assert_string_equal(in.doc.source.format, "text");
    assert_int_equal(in.doc.source.bytes, text.len);
    assert_true(in.doc.document.paragraphs.count > 0);
    arena_clear(&in.doc.arena);
}

static void test_names_need_not_be_plain(void **state) {
    static const char *const names[] = {"-rf --help.docx", "a\nb\033[31m.docx", "\xFF\xFE.docx",
                                        "%s%n.docx", "预算（自评）.DOCX"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ingested in = ingest(write_file(state, names[i], (struct str)STR("甲\n")));
        assert_true(in.read);
        arena_clear(&in.doc.arena);
    }
}

static void test_what_is_known_stays_after_a_failure(void **state) {
    struct ingested in = ingest(write_file(state, "a.docx", (struct str)STR("%PDF-1.4 ...")));
    assert_false(in.read);
    assert_int_equal(in.err.code, ERR_UNKNOWN_TYPE);
    assert_int_equal(in.doc.source.bytes, 12);
    assert_int_equal(strlen(in.doc.source.sha256), HASH_HEX);
    arena_clear(&in.doc.arena);
}

static void test_no_regular_file(void **state) {
    expect_refused((const char *)*state, ERR_NOT_REGULAR);
    const char *path = path_of(state, "pipe.docx");
    assert_int_equal(mkfifo(path, 0600), 0);
    expect_refused(path, ERR_NOT_REGULAR); /* without waiting for a writer */
    path = path_of(state, "zero.docx");
    assert_int_equal(symlink("/dev/zero", path), 0);
    expect_refused(path, ERR_NOT_REGULAR);
}

static void test_no_file(void **state) {
    const char *path = path_of(state, "absent.docx");
    struct ingested in = ingest(path);
    assert_false(in.read);
    assert_int_equal(in.err.code, ERR_IO);
    assert_true(in.err.cause != 0);
    arena_clear(&in.doc.arena);
    path = path_of(state, "dangling.docx");
    assert_int_equal(symlink("nowhere", path), 0);
    expect_refused(path, ERR_IO);
    path = path_of(state, "loop.docx");
    assert_int_equal(symlink("loop.docx", path), 0);
    expect_refused(path, ERR_IO);
}

static void test_sizes(void **state) {
    expect_refused(write_file(state, "empty.docx", (struct str){"", 0}), ERR_EMPTY);
    const char *path = write_file(state, "sparse.docx", (struct str)STR("PK\3\4"));
    assert_int_equal(truncate(path, (off_t)8 << 30), 0);
    expect_refused(path, ERR_TOO_LARGE);
}

static void test_bytes_in_memory(void **state) {
    (void)state;
    struct doc doc = {0};
    struct err err = {0};
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    assert_false(ingest_bytes(&doc, (struct str){0}, &err));
    assert_int_equal(err.code, ERR_EMPTY);
    assert_true(ingest_bytes(&doc, (struct str)STR("甲乙丙\n"), &err));
    assert_string_equal(doc.source.format, "text");
    arena_clear(&doc.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_word_document, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_text, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_names_need_not_be_plain, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_what_is_known_stays_after_a_failure, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(test_no_regular_file, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_no_file, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(test_sizes, make_folder, remove_folder),
        cmocka_unit_test(test_bytes_in_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
