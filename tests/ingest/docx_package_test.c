#include "tests/ingest/word.h"

#define RELATIONS(content) "<Relationships " WORD_RELATIONS ">" content "</Relationships>"
#define RELATION(type, target) "<Relationship Id=\"a\" Type=\"" type "\" Target=\"" target "\"/>"
#define MAIN(target) RELATIONS(RELATION(WORD_TYPE "officeDocument", target))
#define TYPES(content)                                                                       \
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" content \
    "</Types>"
#define TYPE(part, type) "<Override PartName=\"" part "\" ContentType=\"" type "\"/>"
#define WORD_MAIN "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
#define DOCUMENT(text)                                                                      \
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" \
    "<w:body>" PT(text) "</w:body></w:document>"

/* Names and contents in turn, closed by NULL. */
static void expect(const char *expected, ...) {
    struct package package = {0};
    va_list parts;
    va_start(parts, expected);
    for (const char *name; (name = va_arg(parts, const char *)) != NULL;)
        package_add(&package, name, va_arg(parts, const char *));
    va_end(parts);
    struct written *out = word_read(package_end(&package), LIMIT_ARENA_BYTES, false);
    assert_string_equal(out->text, expected);
    word_close(out);
    package_free(&package);
}

static void test_main_part_by_relationship(void **state) {
    (void)state;
    expect("P 真\n", "_rels/.rels", MAIN("doc/main1.xml"), "doc/main1.xml", DOCUMENT("真"),
           "word/document.xml", DOCUMENT("假"), NULL);
    expect("P 真\n", "_rels/.rels", MAIN("/doc/./x/../main.xml"), "doc/main.xml", DOCUMENT("真"),
           NULL);
    expect("P 真\n", "_RELS\\.RELS", MAIN("word/document.xml"), "Word\\Document.XML",
           DOCUMENT("真"), NULL);
    expect("P 真\n", "_rels/.rels",
           RELATIONS(RELATION(
               "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "a.xml")),
           "a.xml", DOCUMENT("真"), NULL);
}

static void test_main_part_by_type_or_name(void **state) {
    (void)state;
    expect("P 真\n", "[Content_Types].xml", TYPES(TYPE("/odd/main1.xml", WORD_MAIN)),
           "odd/main1.xml", DOCUMENT("真"), NULL);
    expect("P 真\n", "[Content_Types].xml",
           TYPES(TYPE("/odd/main.xml",
                      "application/vnd.ms-word.template.macroEnabledTemplate.main+xml")),
           "odd/main.xml", DOCUMENT("真"), NULL);
    expect("P 真\n", "word/document.xml", DOCUMENT("真"), NULL);
}

static void test_main_part_cannot_be_outside(void **state) {
    (void)state;
    expect("! no_main_part\n", "_rels/.rels", MAIN("../../../../etc/passwd"), "a.xml", "<x/>",
           NULL);
    expect("! no_main_part\n", "_rels/.rels",
           RELATIONS("<Relationship Id=\"a\" Type=\"" WORD_TYPE "officeDocument\" "
                     "Target=\"file:///etc/passwd\" TargetMode=\"External\"/>"),
           NULL);
    expect("! no_main_part\n", "_rels/.rels", RELATIONS(""), "[Content_Types].xml", TYPES(""),
           NULL);
}

static void test_other_packages(void **state) {
    (void)state;
    expect("! not_word\n", "[Content_Types].xml",
           TYPES(TYPE("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument."
                                          "spreadsheetml.sheet.main+xml")),
           "_rels/.rels", MAIN("xl/workbook.xml"), "xl/workbook.xml", "<x/>", NULL);
    expect("! not_word\n", "[Content_Types].xml",
           TYPES(TYPE("/ppt/p.xml", "application/vnd.openxmlformats-officedocument."
                                    "presentationml.presentation.main+xml")),
           "_rels/.rels", MAIN("ppt/p.xml"), "ppt/p.xml", "<x/>", NULL);
    expect("! not_word\n", "mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
           "<x/>", NULL);
    expect("! not_word\n", "readme.txt", "hello", NULL);
    expect("! not_word\n", "_rels/.rels", MAIN("a.xml"), "a.xml", "<document/>", NULL);
    expect("! not_word\n", "word/document.xml",
           "<w:document xmlns:w=\"urn:other\"><w:body/></w:document>", NULL);
}

static void test_namespaces_of_the_main_part(void **state) {
    (void)state;
    expect("P 严\n", "word/document.xml",
           "<x:document xmlns:x=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><x:body><x:p>"
           "<x:r><x:t>严</x:t></x:r></x:p></x:body></x:document>",
           NULL);
    expect("P 默\n", "word/document.xml",
           "<document xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
           "<body><p><r><t>默</t></r></p></body></document>",
           NULL);
    expect("", "word/document.xml",
           "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>",
           NULL);
}

static void test_damage_in_package_parts(void **state) {
    (void)state;
    expect("! xml_dtd\n", "_rels/.rels", "<!DOCTYPE x><Relationships/>", "word/document.xml",
           DOCUMENT("真"), NULL);
    expect("! xml_malformed\n", "[Content_Types].xml", "<Types", "word/document.xml",
           DOCUMENT("真"), NULL);
    expect("! xml_malformed\n", "word/document.xml", "", NULL);
    expect("! zip_unsafe\n", "word/document.xml", DOCUMENT("一"), "Word/DOCUMENT.XML",
           DOCUMENT("二"), NULL);
    expect("P 真\n", "word/document.xml", DOCUMENT("真"), "../../tmp/pwned", "x", "media/a.png",
           "y", "media/a.png", "z", NULL);
}

static void test_nothing_is_fetched(void **state) {
    (void)state;
    expect("P 真\n", "word/document.xml", DOCUMENT("真"), "word/_rels/document.xml.rels",
           RELATIONS("<Relationship Id=\"s\" Type=\"" WORD_TYPE "styles\" TargetMode=\"External\" "
                     "Target=\"http://127.0.0.1:9/styles.xml\"/>" RELATION(WORD_TYPE "numbering",
                                                                           "absent.xml")),
           NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_main_part_by_relationship),
        cmocka_unit_test(test_main_part_by_type_or_name),
        cmocka_unit_test(test_main_part_cannot_be_outside),
        cmocka_unit_test(test_other_packages),
        cmocka_unit_test(test_namespaces_of_the_main_part),
        cmocka_unit_test(test_damage_in_package_parts),
        cmocka_unit_test(test_nothing_is_fetched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
