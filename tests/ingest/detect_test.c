#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ingest/detect.h"

#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

static void expect(struct str bytes, enum detect_kind kind, enum err_code code) {
    struct err err = {0};
    assert_int_equal(detect_bytes(bytes, &err), kind);
    assert_int_equal(err.code, code);
    assert_int_equal(err.words[0] != '\0', code != ERR_NONE);
}

#define EXPECT(literal, kind, code) expect((struct str)STR(literal), kind, code)

static void test_zip(void **state) {
    (void)state;
    EXPECT("PK\3\4 and so on", DETECT_ZIP, ERR_NONE);
    EXPECT("PK\5\6", DETECT_ZIP, ERR_NONE);
    EXPECT("PK\7\10PK\3\4", DETECT_ZIP, ERR_NONE);
    EXPECT("P", DETECT_REFUSED, ERR_ZIP_CORRUPT);
    EXPECT("PK", DETECT_REFUSED, ERR_ZIP_CORRUPT);
    EXPECT("PK\3", DETECT_REFUSED, ERR_ZIP_CORRUPT);
    EXPECT("PK赛", DETECT_TEXT, ERR_NONE);
}

static void test_other_kinds(void **state) {
    (void)state;
    EXPECT("", DETECT_REFUSED, ERR_EMPTY);
    EXPECT("%PDF-1.7", DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("{\\rtf1", DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("\x1F\x8B\x08", DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("7z\xBC\xAF\x27\x1C", DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("Rar!\x1A\x07\x01", DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("\x7F"
           "ELF\2\1\1",
           DETECT_REFUSED, ERR_NOT_TEXT);
    EXPECT("绩效自评报告", DETECT_TEXT, ERR_NONE);
    EXPECT("\xFF\xFE\x00\x4E", DETECT_TEXT, ERR_NONE);
    EXPECT("7z 是格式", DETECT_TEXT, ERR_NONE);
}

static void test_markup(void **state) {
    (void)state;
    EXPECT("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>",
           DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("<w:wordDocument xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"/>",
           DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("\xEF\xBB\xBF\n<pkg:package "
           "xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>",
           DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("<HTML><body><TABLE><tr><td>1</td></tr></TABLE></body></HTML>", DETECT_REFUSED,
           ERR_UNKNOWN_TYPE);
    EXPECT("<!DOCTYPE html><table></table>", DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    EXPECT("<html><body><p>执行率98.50%</p></body></html>", DETECT_TEXT, ERR_NONE);
    EXPECT("<说明> <table", DETECT_TEXT, ERR_NONE);
    EXPECT("一、<html><table>", DETECT_TEXT, ERR_NONE);
}

/* A compound file whose directory has one entry `name`, at the second or a later sector. */
static struct str ole(char *bytes, size_t size, const char *name, size_t at) {
    memset(bytes, 0, size);
    memcpy(bytes, OLE, 8);
    for (size_t i = 0; i < strlen(name); i++)
        bytes[at + 2 * i] = name[i];
    bytes[at + 64] = (char)(2 * (strlen(name) + 1));
    return (struct str){bytes, size};
}

static void test_ole(void **state) {
    (void)state;
    char bytes[4096];
    static const struct {
        const char *name;
        enum err_code code;
    } cases[] = {{"WordDocument", ERR_LEGACY_DOC},
                 {"EncryptionInfo", ERR_ENCRYPTED},
                 {"EncryptedPackage", ERR_ENCRYPTED},
                 {"Workbook", ERR_LEGACY_DOC},
                 {"Contents", ERR_LEGACY_DOC}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        for (size_t at = 512; at < sizeof bytes; at += 896)
            expect(ole(bytes, sizeof bytes, cases[i].name, at), DETECT_REFUSED, cases[i].code);
    }
    struct err err;
    detect_bytes(ole(bytes, sizeof bytes, "EncryptionInfo", 512), &err);
    assert_non_null(strstr(err.words, "password"));
    detect_bytes(ole(bytes, sizeof bytes, "WordDocument", 512), &err);
    assert_non_null(strstr(err.words, ".doc"));
    /* in the text of a stream, not in the directory */
    detect_bytes(ole(bytes, sizeof bytes, "EncryptionInfo", 520), &err);
    assert_int_equal(err.code, ERR_LEGACY_DOC);
    EXPECT(OLE, DETECT_REFUSED, ERR_LEGACY_DOC);
}

static void test_lock_file(void **state) {
    (void)state;
    char bytes[165];
    memset(bytes, ' ', sizeof bytes);
    memcpy(bytes, "\5admin", 6);
    expect((struct str){bytes, 162}, DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    bytes[0] = ' '; /* only blanks: a centred title */
    expect((struct str){bytes, 162}, DETECT_TEXT, ERR_NONE);
    bytes[0] = '\5';
    memcpy(bytes + 54, "\5\0a\0d\0m\0i\0n", 12);
    expect((struct str){bytes, 162}, DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    expect((struct str){bytes, 165}, DETECT_REFUSED, ERR_UNKNOWN_TYPE);
    expect((struct str){bytes, 164}, DETECT_TEXT, ERR_NONE);
    bytes[20] = 'x';
    expect((struct str){bytes, 162}, DETECT_TEXT, ERR_NONE);
    bytes[0] = 'A';
    expect((struct str){bytes, 162}, DETECT_TEXT, ERR_NONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_zip),       cmocka_unit_test(test_other_kinds),
        cmocka_unit_test(test_markup),    cmocka_unit_test(test_ole),
        cmocka_unit_test(test_lock_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
