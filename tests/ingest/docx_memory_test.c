/* Documents read with any amount of memory: whole and the same as ever, or refused for want of it;
 * never shorter without a word. */
#include "tests/budget.h"
#include "tests/ingest/word.h"

enum { STEP = 400, LEAST_WHOLE = 3, MOST = 1 << 20 };

/* Reads with `left` bytes; the text is that of a reading with enough, or the error is memory. */
static bool read_left(struct str bytes, size_t left, const char *expected) {
    struct written *out = calloc(1, sizeof *out);
    assert_non_null(out);
    budget_init(&out->doc.arena, left);
    out->read = docx_read(&out->doc, bytes, &out->err);
    bool read = out->read;
    if (read) {
        word_document(out);
        assert_string_equal(out->text, expected);
    } else {
        assert_int_equal(out->err.code, ERR_MEMORY);
    }
    word_close(out);
    return read;
}

/* From none up to the amount that does, and a little beyond. */
static void expect_any_memory(struct word word) {
    struct package package = {0};
    struct str bytes = word_package(&package, &word);
    struct written *enough = word_read(bytes, LIMIT_ARENA_BYTES, false);
    assert_true(enough->read);
    size_t left = 0;
    for (int whole = 0; whole < LEAST_WHOLE && left < MOST; left += STEP)
        whole += read_left(bytes, left, enough->text);
    assert_in_range(left, 2 * STEP * LEAST_WHOLE, MOST - 1);
    word_close(enough);
    package_free(&package);
}

#define HIDDEN R("<w:rPr><w:vanish/></w:rPr><w:t>5</w:t>")
#define BOX R(E("pict", E("txbxContent", PT("框") PT("二"))))
#define NOTED R("<w:footnoteReference w:id=\"1\"/><w:endnoteReference w:id=\"2\"/>")

static void test_paragraphs(void **state) {
    (void)state;
    expect_any_memory((struct word){.body = PT("一") P(TEXT("二") HIDDEN BOX) PT("三")});
}

static void test_notes(void **state) {
    (void)state;
    expect_any_memory(
        (struct word){.body = P(TEXT("文") NOTED),
                      .footnotes = "<w:footnote w:id=\"1\">" PT("脚注") "</w:footnote>",
                      .endnotes = "<w:endnote w:id=\"2\">" PT("尾注") PT("二") "</w:endnote>"});
}

static void test_styles_and_numbers(void **state) {
    (void)state;
    expect_any_memory((struct word){
        .body = P("<w:pPr><w:pStyle w:val=\"h\"/></w:pPr>" TEXT("概况")) PT("文"),
        .styles = "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:pPr><w:numPr><w:numId "
                  "w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>",
        .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
                     "w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText "
                     "w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num "
                     "w:numId=\"1\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                     "<w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>"});
}

static void test_tables(void **state) {
    (void)state;
    expect_any_memory(
        (struct word){.body = TBL(TR(TCP("<w:gridSpan w:val=\"2\"/>", "表")) TR(TC("1") TC("2"))
                                      TR(E("tc", TBL(TR(TC("内"))) PT("外")) TC("3"))) PT("后")});
}

static void test_fields_and_changes(void **state) {
    (void)state;
    expect_any_memory((struct word){
        .body = P(R("<w:fldChar w:fldCharType=\"begin\"/>") TEXT("码")
                      R("<w:fldChar w:fldCharType=\"separate\"/>") TEXT("98")
                          R("<w:fldChar w:fldCharType=\"end\"/>") E("del", R(E("delText", "4"))))
            P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" E("ins", TEXT("5")))});
}

/* Lists that grow are moved: each move may be the one that finds no room. */
static void test_many_tables(void **state) {
    (void)state;
    enum { TABLES = 40 };
    static const char table[] = TBL(TR(TC("甲") TC("1")) TR(TC("乙") TC("2"))) PT("");
    char *body = calloc(TABLES, sizeof table);
    assert_non_null(body);
    for (size_t i = 0; i < TABLES; i++)
        memcpy(body + i * (sizeof table - 1), table, sizeof table);
    expect_any_memory((struct word){.body = body});
    free(body);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs),         cmocka_unit_test(test_notes),
        cmocka_unit_test(test_styles_and_numbers), cmocka_unit_test(test_tables),
        cmocka_unit_test(test_fields_and_changes), cmocka_unit_test(test_many_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
