/* What stands where the schema does not allow it, and what Word reads all the same: documents of
 * converters and of other programs break the schema, and no figure may be lost or made up. */
#include "tests/ingest/word.h"

#define VANISH "<w:rPr><w:vanish/></w:rPr>"

/* ---- roots */

static void expect_root(const char *main, const char *expected) {
    struct package package = {0};
    package_add(&package, "word/document.xml", main);
    struct written *out = word_read(package_end(&package), LIMIT_ARENA_BYTES, false);
    assert_string_equal(out->text, expected);
    word_close(out);
    package_free(&package);
}

#define DOCUMENT(content) "<w:document " WORD_NAMESPACES ">" content "</w:document>"
#define BODY(content) DOCUMENT("<w:body>" content "</w:body>")

static void test_the_root_is_told_by_namespace(void **state) {
    (void)state;
    expect_root("<d:document xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><d:body>"
                "<d:p><d:r><d:t>文</d:t></d:r></d:p></d:body></d:document>",
                "P 文\n");
    expect_root("<document xmlns=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                "<body><p><r><t>文</t></r></p></body></document>",
                "P 文\n");
    expect_root("<w:document xmlns:w=\"urn:other\"><w:body/></w:document>", "! not_word\n");
    expect_root("<w:footnotes " WORD_NAMESPACES "/>", "! not_word\n");
    expect_root("<html><body>文</body></html>", "! not_word\n");
}

static void test_siblings_of_the_body_hold_no_text(void **state) {
    (void)state;
    expect_root(DOCUMENT("<w:background><w:p><w:r><w:t>底</w:t></w:r></w:p></w:background>"
                         "<w:body>" PT("文") "</w:body>"),
                "P 文\n");
    expect_root(DOCUMENT("<x:body>" PT("无") "</x:body><w:body>" PT("文") "</w:body>"), "P 文\n");
    expect_root(DOCUMENT(""), "");
}

static void test_text_outside_runs_is_none(void **state) {
    (void)state;
    expect_root(BODY("散 <w:p>散 " TEXT("文") "散</w:p>散" TBL("散" TR("散" TC("格") "散"))),
                "P 文\nT0 1x1\n格\n");
}

/* ---- what stands in the wrong place */

static void test_properties_outside_their_element(void **state) {
    (void)state;
    word_expect("<w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>" PT("文"), "P 文\n");
    word_expect(TBL(TR("<w:pPr/>" TC("格"))), "T0 1x1\n格\n");
    word_expect(P("<w:rPr><w:vanish/></w:rPr>" TEXT("文")), "P 文\n");
    word_expect(P(R("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:t>文</w:t>")), "P 文\n");
}

static void test_cells_and_rows_outside_tables(void **state) {
    (void)state;
    word_expect(TR(TC("格")) PT("文"), "P 文\n");
    word_expect(TC("格") PT("文"), "P 文\n");
    word_expect(TBL(TC("格") TR(PT("段") TC("1"))), "T0 1x1\n1\n");
}

static void test_paragraphs_within_runs_are_none(void **state) {
    (void)state;
    word_expect(P(R(PT("内") "<w:t>文</w:t>")), "P 文\n");
    word_expect(P(P(TEXT("内")) TEXT("文")), "P 文\n");
    word_expect(P(R("<w:t>甲<w:t>内</w:t>乙</w:t>")), "P 甲乙\n");
}

/* A second w:pPr must not count a number again, a second w:rPr is settled anew. */
static void test_properties_twice(void **state) {
    (void)state;
    word_expect(P(R(VANISH "<w:rPr/><w:t>密</w:t>")), "P \n? 密\n");
    word_expect(P(R(VANISH "<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>文</w:t>")), "P 文\n");
    word_expect_all(
        (struct word){
            .body = P("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:pPr/>"
                      "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" TEXT("甲"))
                P("<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>" TEXT("乙")),
            .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
                         "w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>"
                         "</w:lvl></w:abstractNum>"
                         "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"},
        "P1. 甲\nP2. 乙\n");
}

/* ---- branches and wrappers */

static void test_only_branches_are_read_of_an_alternative(void **state) {
    (void)state;
    word_expect(P(ALTERNATE("<mc:Other>" TEXT("无") "</mc:Other>" FALLBACK(TEXT("旧")))), "P 旧\n");
    word_expect(P(ALTERNATE(FALLBACK(TEXT("旧")) CHOICE("wps", TEXT("新")))), "P 旧\n");
    word_expect(P(ALTERNATE(TEXT("无") CHOICE("x", TEXT("新")))), "P \n");
    word_expect(P(ALTERNATE(FALLBACK(TEXT("甲")) FALLBACK(TEXT("乙")))), "P 甲\n");
}

static void test_alternatives_at_every_level(void **state) {
    (void)state;
    word_expect(ALTERNATE(CHOICE("x", PT("新")) FALLBACK(PT("旧"))), "P 旧\n");
    word_expect(TBL(ALTERNATE(FALLBACK(TR(TC("1"))))), "T0 1x1\n1\n");
    word_expect(TBL(TR(ALTERNATE(FALLBACK(TC("1"))) TC("2"))), "T0 1x2\n1|2\n");
    word_expect(P(R(ALTERNATE(FALLBACK("<w:t>文</w:t>")))), "P 文\n");
    word_expect(
        P(ALTERNATE(CHOICE("wps", ALTERNATE(CHOICE("x", TEXT("内")) FALLBACK(TEXT("文")))))),
        "P 文\n");
}

static void test_wrappers_within_wrappers(void **state) {
    (void)state;
    word_expect(SDT(E("customXml", SDT(PT("文")))), "P 文\n");
    word_expect(TBL(SDT(E("ins", SDT(TR(SDT(E("customXml", TC("甲")))))))), "T0 1x1\n甲\nR 0+3\n");
    word_expect(P(E("hyperlink", SDT(E("smartTag", E("ins", TEXT("甲")))))), "P 甲\nR 0+3\n");
    word_expect(E("sdt", E("sdtContent", PT("甲")) E("sdtContent", PT("乙")) PT("无")),
                "P 甲\nP 乙\n");
}

/* ---- content of other files */

static void test_chunks_are_named_wherever_they_stand(void **state) {
    (void)state;
    word_expect(PT("前") "<w:altChunk/>" PT("后"), "P 前\nP 后\nW altchunk_skipped\n");
    word_expect(TBL(TR(E("tc", "<w:altChunk/>" PT("格")))), "T0 1x1\n格\nW altchunk_skipped\n");
    word_expect("<w:subDoc/>" SDT("<w:altChunk/>"), "W altchunk_skipped\nW altchunk_skipped\n");
}

/* ---- formulas */

static void test_formulas_are_never_hidden_by_the_run_before(void **state) {
    (void)state;
    word_expect(P(R(VANISH "<w:t>密</w:t>") "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"),
                "P x=1\n? 密\n");
    word_expect(P("<m:oMath><m:f><m:num><m:r><m:t>95</m:t></m:r></m:num><m:den><m:r><m:t> 100"
                  "</m:t></m:r></m:den></m:f></m:oMath>"),
                "P 95 100\n");
}

/* ---- notes parts */

static void test_what_is_no_note_is_left_out(void **state) {
    (void)state;
    word_expect_all(
        (struct word){.body = PT("文"),
                      .footnotes =
                          PT("无") "<w:endnote w:id=\"1\">" PT("尾") "</w:endnote><x:footnote>" PT(
                              "无") "</x:footnote><w:footnote w:id=\"2\" "
                                    "w:type=\"normal\">" PT("脚") "</w:footnote>"},
        "P 文\nN 尾\nN 脚\n");
}

/* Text of a table in a note is lines, as in a box: its rows and cells are entered. */
static void test_tables_apart_are_lines(void **state) {
    (void)state;
    word_expect_all(
        (struct word){
            .body = P(R(E("pict", E("txbxContent", TBL(TR(TC("甲") TC("1")) TR(TC("乙"))))))),
            .footnotes = "<w:footnote w:id=\"1\">" TBL(TR(TC("丙"))) PT("丁") "</w:footnote>"},
        "P \nB 甲/1/乙\nN 丙/丁\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_root_is_told_by_namespace),
        cmocka_unit_test(test_siblings_of_the_body_hold_no_text),
        cmocka_unit_test(test_text_outside_runs_is_none),
        cmocka_unit_test(test_properties_outside_their_element),
        cmocka_unit_test(test_cells_and_rows_outside_tables),
        cmocka_unit_test(test_paragraphs_within_runs_are_none),
        cmocka_unit_test(test_properties_twice),
        cmocka_unit_test(test_only_branches_are_read_of_an_alternative),
        cmocka_unit_test(test_alternatives_at_every_level),
        cmocka_unit_test(test_wrappers_within_wrappers),
        cmocka_unit_test(test_chunks_are_named_wherever_they_stand),
        cmocka_unit_test(test_formulas_are_never_hidden_by_the_run_before),
        cmocka_unit_test(test_what_is_no_note_is_left_out),
        cmocka_unit_test(test_tables_apart_are_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
