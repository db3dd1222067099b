#include "tests/ingest/package.h"

#include <stdio.h>

#include "base/limits.h"
#include "ingest/zip.h"

enum { ROOM = 1000 };

/* Reads a whole part in small pieces; false with the reason. */
static bool read_part(struct zip_archive *archive, const char *name, size_t *total,
                      struct err *err) {
    char piece[ROOM];
    *total = 0;
    struct zip_part *part = zip_part_open(archive, str_of(name), err);
    if (!part)
        return false;
    bool done = true;
    for (size_t got = 1; done && got > 0; *total += got)
        done = zip_part_read(part, piece, sizeof piece, &got, err);
    zip_part_close(part);
    return done;
}

/* Opens the bytes, reads `name`, closes; the class of the failure, ERR_NONE when it was read. */
static enum err_code attempt(struct str bytes, const char *name) {
    struct err err = {0};
    size_t total;
    struct zip_archive *archive = zip_archive_open(bytes, &err);
    if (archive && read_part(archive, name, &total, &err))
        err.code = ERR_NONE;
    else
        assert_true(err.words[0] != '\0');
    zip_archive_close(archive);
    return err.code;
}

static enum err_code attempt_entry(struct entry entry, const char *name) {
    struct package package = {0};
    package_add(&package, "other.xml", "<x/>");
    package_entry(&package, entry);
    enum err_code code = attempt(package_end(&package), name);
    package_free(&package);
    return code;
}

static void test_reads_in_pieces(void **state) {
    (void)state;
    struct package package = {0};
    struct err err;
    size_t total;
    char content[4 * ROOM + 1];
    memset(content, 'x', sizeof content - 1);
    content[sizeof content - 1] = '\0';
    package_add(&package, "a.xml", content);
    package_add(&package, "empty.xml", "");
    struct zip_archive *archive = zip_archive_open(package_end(&package), &err);
    assert_non_null(archive);
    assert_true(read_part(archive, "a.xml", &total, &err));
    assert_int_equal(total, 4 * ROOM);
    assert_true(read_part(archive, "empty.xml", &total, &err));
    assert_int_equal(total, 0);
    zip_archive_close(archive);
    package_free(&package);
}

static void test_names_compare_as_part_names(void **state) {
    (void)state;
    struct package package = {0};
    struct err err;
    package_add(&package, "Word\\Document.XML", "<x/>");
    struct zip_archive *archive = zip_archive_open(package_end(&package), &err);
    assert_true(zip_archive_has(archive, str_of("word/document.xml")));
    assert_true(zip_archive_has(archive, str_of("/word/document.xml")));
    assert_false(zip_archive_has(archive, str_of("word/document.xm")));
    assert_false(zip_archive_has(archive, str_of("word/document.xml2")));
    assert_false(zip_archive_has(archive, str_of("")));
    size_t total;
    assert_true(read_part(archive, "WORD/document.xml", &total, &err));
    assert_false(read_part(archive, "word/other.xml", &total, &err));
    assert_int_equal(err.code, ERR_ZIP_CORRUPT);
    zip_archive_close(archive);
    package_free(&package);
}

static void test_ambiguous_names_are_refused(void **state) {
    (void)state;
    static const char *const twins[] = {"word/a.xml", "Word/A.XML", "word\\a.xml", "/word/a.xml"};
    for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
        struct package package = {0};
        package_add(&package, "word/a.xml", "<x/>");
        package_add(&package, "b.xml", "<x/>");
        package_add(&package, twins[i], "<y/>");
        struct str bytes = package_end(&package);
        assert_int_equal(attempt(bytes, "word/a.xml"), ERR_ZIP_UNSAFE);
        assert_int_equal(attempt(bytes, "b.xml"), ERR_NONE);
        package_free(&package);
    }
}

static void test_name_with_nul_is_another_name(void **state) {
    (void)state;
    static const char name[] = "a.xml\0.txt";
    struct entry entry = {.name = name, .name_len = sizeof name - 1, .data = STR("<x/>")};
    assert_int_equal(attempt_entry(entry, "a.xml"), ERR_ZIP_CORRUPT);
    assert_int_equal(attempt_entry(entry, "other.xml"), ERR_NONE);
}

static void test_damage_is_found(void **state) {
    (void)state;
    const struct str data = STR("<x>98.50%</x>");
    assert_int_equal(attempt_entry((struct entry){.name = "a.xml", .data = data}, "a.xml"),
                     ERR_NONE);
    assert_int_equal(
        attempt_entry((struct entry){.name = "a.xml", .data = data, .spoil = 1}, "a.xml"),
        ERR_ZIP_CORRUPT);
    assert_int_equal(
        attempt_entry((struct entry){.name = "a.xml", .data = data, .size = 5}, "a.xml"),
        ERR_ZIP_CORRUPT);
    assert_int_equal(
        attempt_entry((struct entry){.name = "a.xml", .data = data, .size = 0xFFFFFFF0}, "a.xml"),
        ERR_ZIP_CORRUPT);
    assert_int_equal(
        attempt_entry((struct entry){.name = "a.xml", .data = data, .method = 8}, "a.xml"),
        ERR_ZIP_CORRUPT);
}

static void test_truncation_is_found(void **state) {
    (void)state;
    struct package package = {0};
    package_add(&package, "a.xml", "<x>98.50%</x>");
    struct str bytes = package_end(&package);
    for (size_t len = 0; len < bytes.len; len++)
        assert_int_equal(attempt(str_slice(bytes, 0, len), "a.xml"), ERR_ZIP_CORRUPT);
    package_free(&package);
}

static void test_what_cannot_be_unpacked(void **state) {
    (void)state;
    const struct str data = STR("<x/>");
    struct entry encrypted = {.name = "a.xml", .data = data, .flags = 1};
    struct entry lzma = {.name = "a.xml", .data = data, .method = 14};
    assert_int_equal(attempt_entry(encrypted, "a.xml"), ERR_ENCRYPTED);
    assert_int_equal(attempt_entry(encrypted, "other.xml"), ERR_NONE);
    assert_int_equal(attempt_entry(lzma, "a.xml"), ERR_ZIP_UNSUPPORTED);
    assert_int_equal(attempt_entry(lzma, "other.xml"), ERR_NONE);
}

/* 4 MiB of blanks as DEFLATE writes them: a dynamic block whose longest match is one zero bit. */
static void test_bomb_is_refused(void **state) {
    (void)state;
    static const unsigned char begin[] = {0xED, 0xC1, 0x81, 0x00, 0x00, 0x00, 0x00, 0xC3,
                                          0x20, 0x95, 0xF9, 0x53, 0x1E, 0xE4, 0x55, 0x01};
    enum { PACKED = 4081 };
    static char packed[PACKED];
    memcpy(packed, begin, sizeof begin);
    packed[PACKED - 2] = 0x7C;
    packed[PACKED - 1] = 0x1B;
    struct entry bomb = {
        .name = "a.xml", .data = {packed, PACKED}, .method = 8, .size = 4u << 20, .crc = 1};
    assert_int_equal(attempt_entry(bomb, "a.xml"), ERR_ZIP_UNSAFE);
    assert_int_equal(attempt_entry(bomb, "other.xml"), ERR_NONE);
    bomb.size = LIMIT_INFLATE_FREE / 2; /* a lie is found before the ratio is */
    assert_int_equal(attempt_entry(bomb, "a.xml"), ERR_ZIP_CORRUPT);
}

static void test_entries_are_bounded(void **state) {
    (void)state;
    struct package package = {0};
    struct err err = {0};
    package_add(&package, "a", "");
    struct str bytes = package_end(&package);
    assert_non_null(bytes.ptr);
    /* the same directory entry, again and again */
    size_t start = package.offsets[0] + 31, size = bytes.len - 22 - start;
    struct package many = {0};
    package_put(&many, bytes.ptr, start);
    for (uint32_t i = 0; i <= LIMIT_ZIP_ENTRIES; i++)
        package_put(&many, bytes.ptr + start, size);
    package_put(&many, "PK\5\6\0\0\0\0", 8);
    package_number(&many, LIMIT_ZIP_ENTRIES + 1, 2);
    package_number(&many, LIMIT_ZIP_ENTRIES + 1, 2);
    package_number(&many, (uint32_t)size * (LIMIT_ZIP_ENTRIES + 1), 4);
    package_number(&many, (uint32_t)start, 4);
    package_number(&many, 0, 2);
    assert_null(zip_archive_open((struct str){many.ptr, many.len}, &err));
    assert_int_equal(err.code, ERR_ZIP_UNSAFE);
    package_free(&many);
    package_free(&package);
}

static void test_closing_nothing(void **state) {
    (void)state;
    zip_archive_close(NULL);
    zip_part_close(NULL);
}

/* Small parts that deflate has made smaller are unpacked at once and handed out from memory. */
static const char inflated[] = "甲乙甲乙甲乙甲乙甲乙甲乙甲乙甲乙";
static const char deflated[] = "\x7B\x3E\x65\xD3\x93\x9D\x33\x9F\x13\x4D\x02\x00";

static struct entry deflated_entry(void) {
    struct str text = {inflated, sizeof inflated - 1};
    return (struct entry){.name = "a.xml",
                          .data = {deflated, sizeof deflated - 1},
                          .method = 8,
                          .size = (uint32_t)text.len,
                          .crc = package_crc(text)};
}

static void expect_pieces(size_t room) {
    struct package package = {0};
    struct err err = {0};
    char text[sizeof inflated] = "";
    size_t len = 0, got = 1;
    package_entry(&package, deflated_entry());
    struct zip_archive *archive = zip_archive_open(package_end(&package), &err);
    struct zip_part *part = zip_part_open(archive, str_of("a.xml"), &err);
    assert_non_null(part);
    for (; got > 0; len += got) {
        assert_true(len < sizeof inflated);
        assert_true(zip_part_read(part, text + len, room, &got, &err));
        assert_true(got <= room);
    }
    assert_string_equal(text, inflated);
    assert_true(zip_part_read(part, text, room, &got, &err)); /* the end stays the end */
    assert_int_equal(got, 0);
    zip_part_close(part);
    zip_archive_close(archive);
    package_free(&package);
}

static void test_a_part_unpacked_at_once_comes_in_pieces(void **state) {
    (void)state;
    static const size_t rooms[] = {1, 7, sizeof inflated - 1};
    for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++)
        expect_pieces(rooms[i]);
}

/* Whatever the fast way refuses is read by the slow one, which names the damage. */
static void test_a_part_that_lies_about_its_size(void **state) {
    (void)state;
    struct entry entry = deflated_entry();
    assert_int_equal(attempt_entry(entry, "a.xml"), ERR_NONE);
    entry.spoil = 1;
    assert_int_equal(attempt_entry(entry, "a.xml"), ERR_ZIP_CORRUPT);
    entry = deflated_entry();
    entry.size++;
    assert_int_equal(attempt_entry(entry, "a.xml"), ERR_ZIP_CORRUPT);
    entry.size -= 2;
    assert_int_equal(attempt_entry(entry, "a.xml"), ERR_ZIP_CORRUPT);
    entry = deflated_entry();
    entry.data.len -= 4;
    assert_int_equal(attempt_entry(entry, "a.xml"), ERR_ZIP_CORRUPT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_in_pieces),
        cmocka_unit_test(test_a_part_unpacked_at_once_comes_in_pieces),
        cmocka_unit_test(test_a_part_that_lies_about_its_size),
        cmocka_unit_test(test_names_compare_as_part_names),
        cmocka_unit_test(test_ambiguous_names_are_refused),
        cmocka_unit_test(test_name_with_nul_is_another_name),
        cmocka_unit_test(test_damage_is_found),
        cmocka_unit_test(test_truncation_is_found),
        cmocka_unit_test(test_what_cannot_be_unpacked),
        cmocka_unit_test(test_bomb_is_refused),
        cmocka_unit_test(test_entries_are_bounded),
        cmocka_unit_test(test_closing_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
