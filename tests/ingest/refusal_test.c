/* What a reader of findings must be able to tell apart: each class of refusal, by the bytes that
 * people really send, through the whole of ingest. */
#include "tests/ingest/word.h"

#include "ingest/ingest.h"

/* Reads bytes as the program does. */
static struct err ingest(struct str bytes) {
    struct doc *doc = calloc(1, sizeof *doc);
    struct err err = {0};
    assert_non_null(doc);
    arena_init(&doc->arena, LIMIT_ARENA_BYTES);
    bool done = ingest_bytes(doc, bytes, &err);
    assert_int_equal(done, err.code == ERR_NONE);
    assert_int_equal(strlen(doc->source.sha256), HASH_HEX);
    assert_int_equal(doc->source.bytes, bytes.len);
    arena_clear(&doc->arena);
    free(doc);
    return err;
}

static void expect(struct str bytes, enum err_code code, const char *words) {
    struct err err = ingest(bytes);
    if (err.code != code || !strstr(err.words, words))
        fail_msg("expected %s, %s; got %s, %s", err_code_name(code), words, err_code_name(err.code),
                 err.words);
}

#define EXPECT(literal, code, words) expect((struct str)STR(literal), code, words)

static void test_other_formats(void **state) {
    (void)state;
    EXPECT("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n", ERR_UNKNOWN_TYPE, "PDF");
    EXPECT("{\\rtf1\\ansi\\deff0 {\\fonttbl}}", ERR_UNKNOWN_TYPE, "RTF");
    EXPECT("<html><table><tr><td>得分</td></tr></table></html>", ERR_UNKNOWN_TYPE, "web page");
    EXPECT("\x1F\x8B\x08\0", ERR_UNKNOWN_TYPE, "gzip");
    EXPECT("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", ERR_NOT_TEXT, "");
    EXPECT("\xFF\xD8\xFF\xE0\0\x10JFIF\0", ERR_NOT_TEXT, "");
    EXPECT("", ERR_EMPTY, "");
    EXPECT("\xEF\xBB\xBF \n\t\n", ERR_EMPTY, "white space");
}

/* A compound file with one directory entry, as [MS-CFB] 2.6.1 lays it out. */
static void expect_ole(const char *name, enum err_code code, const char *words) {
    char bytes[1024] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    size_t len = strlen(name);
    for (size_t i = 0; i < len; i++)
        bytes[512 + 128 + 2 * i] = name[i];
    bytes[512 + 128 + 64] = (char)(2 * (len + 1));
    expect((struct str){bytes, sizeof bytes}, code, words);
}

static void test_compound_files(void **state) {
    (void)state;
    expect_ole("WordDocument", ERR_LEGACY_DOC, ".doc");
    expect_ole("EncryptedPackage", ERR_ENCRYPTED, "password");
    expect_ole("EncryptionInfo", ERR_ENCRYPTED, "password");
    expect_ole("Workbook", ERR_LEGACY_DOC, ".xls");
    expect_ole("Book", ERR_LEGACY_DOC, ".xls");
    expect_ole("VisioDocument", ERR_LEGACY_DOC, "OLE");
    expect_ole("WordDocumen", ERR_LEGACY_DOC, "OLE"); /* a name is whole or another */
}

/* A package with these parts; names and contents in turn, up to a NULL. */
static void expect_package(const char *const *parts, enum err_code code, const char *words) {
    struct package package = {0};
    for (size_t i = 0; parts[i]; i += 2)
        package_add(&package, parts[i], parts[i + 1]);
    expect(package_end(&package), code, words);
    package_free(&package);
}

#define PACKAGE(code, words, ...) \
    expect_package((const char *const[]){__VA_ARGS__, NULL}, code, words)

#define TYPES_OF(part, type)                                                                  \
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override" \
    " PartName=\"" part "\" ContentType=\"" type "\"/></Types>"
#define RELS_TO(part)                                                            \
    "<Relationships " WORD_RELATIONS "><Relationship Id=\"a\" Type=\"" WORD_TYPE \
    "officeDocument\" Target=\"" part "\"/></Relationships>"

static void test_other_packages(void **state) {
    (void)state;
    PACKAGE(ERR_NOT_WORD, "spreadsheet", "[Content_Types].xml",
            TYPES_OF("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument."
                                         "spreadsheetml.sheet.main+xml"),
            "_rels/.rels", RELS_TO("xl/workbook.xml"), "xl/workbook.xml", "<workbook/>");
    PACKAGE(ERR_NOT_WORD, "presentation", "[Content_Types].xml",
            TYPES_OF("/ppt/p.xml", "application/vnd.openxmlformats-officedocument."
                                   "presentationml.presentation.main+xml"),
            "_rels/.rels", RELS_TO("ppt/p.xml"), "ppt/p.xml", "<p/>");
    PACKAGE(ERR_NOT_WORD, "OpenDocument", "mimetype", "application/vnd.oasis.opendocument.text",
            "content.xml", "<a/>");
    PACKAGE(ERR_NOT_WORD, "ZIP archive", "report.txt", "自评报告");
    PACKAGE(ERR_NO_MAIN_PART, "main", "_rels/.rels", RELS_TO("word/gone.xml"));
    EXPECT("PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", ERR_NOT_WORD, "");
}

/* A main part of these bytes. */
static void expect_main(const char *xml, enum err_code code, const char *words) {
    PACKAGE(code, words, "_rels/.rels", RELS_TO("word/document.xml"), "word/document.xml", xml);
}

#define DOCUMENT(content) \
    "<w:document " WORD_NAMESPACES "><w:body>" content "</w:body></w:document>"

static void test_damaged_xml(void **state) {
    (void)state;
    expect_main(DOCUMENT(PT("好")), ERR_NONE, "");
    expect_main("", ERR_XML_MALFORMED, "");
    expect_main("not XML", ERR_XML_MALFORMED, "");
    expect_main("<w:document " WORD_NAMESPACES "><w:body>", ERR_XML_MALFORMED, "");
    expect_main(DOCUMENT(PT("&unknown;")), ERR_XML_MALFORMED, "");
    expect_main(DOCUMENT(PT("\x01")), ERR_XML_MALFORMED, "");
    expect_main(DOCUMENT("<w:p><w:r></w:p></w:r>"), ERR_XML_MALFORMED, "");
    expect_main("<html/>", ERR_NOT_WORD, "WordprocessingML");
    expect_main("<w:document xmlns:w=\"urn:other\"/>", ERR_NOT_WORD, "WordprocessingML");
}

static void test_unsafe_xml(void **state) {
    (void)state;
    expect_main("<!DOCTYPE w:document>" DOCUMENT(PT("一")), ERR_XML_DTD, "type declaration");
    expect_main("<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]>" DOCUMENT(PT("&c;")),
                ERR_XML_DTD, "type declaration");
    expect_main("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">" DOCUMENT(""), ERR_XML_DTD, "");
    expect_main("<?xml version=\"1.0\" encoding=\"GBK\"?>" DOCUMENT(PT("一")), ERR_XML_ENCODING,
                "encoding");
}

static void test_cut_packages(void **state) {
    (void)state;
    struct package package = {0};
    struct word word = {.body = PT("一")};
    struct str bytes = word_package(&package, &word);
    expect(str_slice(bytes, 0, bytes.len / 2), ERR_ZIP_CORRUPT, "");
    expect(str_slice(bytes, 0, bytes.len - 1), ERR_ZIP_CORRUPT, "");
    expect(str_slice(bytes, 0, 3), ERR_ZIP_CORRUPT, "cut");
    expect(bytes, ERR_NONE, "");
    package_free(&package);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_other_formats),  cmocka_unit_test(test_compound_files),
        cmocka_unit_test(test_other_packages), cmocka_unit_test(test_damaged_xml),
        cmocka_unit_test(test_unsafe_xml),     cmocka_unit_test(test_cut_packages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
