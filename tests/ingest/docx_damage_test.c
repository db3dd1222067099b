/* A small document with a little of everything, damaged byte by byte: it is read or refused, and
 * never more than that. Run under the sanitizers this is where a slip in a parser shows. */
#include "tests/ingest/word.h"

#define COLUMNS "<w:tblGrid><w:gridCol w:w=\"9\"/><w:gridCol w:w=\"9\"/></w:tblGrid>"
#define SPAN "<w:gridSpan w:val=\"2\"/>"
#define FIELD(type) R("<w:fldChar w:fldCharType=\"" type "\"/>")
#define TITLE P("<w:pPr><w:pStyle w:val=\"h\"/></w:pPr>" TEXT("一"))
#define TABLE                                                                                      \
    TBL(COLUMNS TR(TCP(SPAN "<w:vMerge w:val=\"restart\"/>", "1")) TR(TCP(SPAN "<w:vMerge/>", "")) \
            TR(E("tc", TBL(TR(TC("2"))) P("")) TC("3")))
#define SIGNS                                      \
    R("<w:sym w:font=\"Symbol\" w:char=\"F0A3\"/>" \
      "<w:footnoteReference w:id=\"1\"/>")
#define HIDDEN R("<w:rPr><w:vanish/></w:rPr><w:t>5</w:t>")
#define BOX R(E("pict", E("txbxContent", PT("框"))))
#define DELETED E("del", R(E("delText", "4")))
#define BODY TITLE TABLE P(FIELD("begin") TEXT("码") FIELD("end") SIGNS DELETED HIDDEN BOX)

static const struct word sample = {
    .body = BODY,
    .styles = "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:pPr><w:numPr><w:numId "
              "w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>",
    .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                 "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                 "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
    .footnotes = "<w:footnote w:id=\"1\">" PT("注") "</w:footnote>"};

static void test_sample(void **state) {
    (void)state;
    word_expect_all(sample,
                    "P一、 一\nH 1\nT0 3x2\n1*2^2\n|3\nT1 1x1 in 0.1\n2\nP ≤\n? 5\nB 框\nN 注\n");
}

static void read_and_close(struct str bytes, size_t budget) {
    struct doc *doc = calloc(1, sizeof *doc);
    struct err err = {0};
    assert_non_null(doc);
    arena_init(&doc->arena, budget);
    if (!docx_read(doc, bytes, &err)) {
        assert_int_not_equal(err.code, ERR_NONE);
        assert_true(err.words[0] != '\0');
    }
    arena_clear(&doc->arena);
    free(doc);
}

/* The package around the parts: headers, names, sizes, checksums. */
static void test_damaged_package(void **state) {
    (void)state;
    struct package package = {0};
    struct str bytes = word_package(&package, &sample);
    for (size_t at = 0; at < bytes.len; at++) {
        char byte = package.ptr[at];
        package.ptr[at] = (char)(byte ^ 0xFF);
        read_and_close(bytes, LIMIT_ARENA_BYTES);
        package.ptr[at] = byte;
    }
    package_free(&package);
}

/* The XML inside, with checksums that are right again. */
static void test_damaged_xml(void **state) {
    (void)state;
    static const char put[] = {'<', '>', '"', '/', '9', '&', ' ', '\xFF'};
    char *body = strdup(BODY);
    assert_non_null(body);
    for (size_t at = 0; body[at] != '\0'; at++) {
        struct package package = {0};
        struct word word = sample;
        char byte = body[at];
        body[at] = put[at % sizeof put];
        word.body = body;
        read_and_close(word_package(&package, &word), LIMIT_ARENA_BYTES);
        body[at] = byte;
        package_free(&package);
    }
    free(body);
}

static void test_cut_package(void **state) {
    (void)state;
    struct package package = {0};
    struct str bytes = word_package(&package, &sample);
    for (size_t len = 1; len < bytes.len; len++) {
        struct doc doc = {0};
        struct err err = {0};
        arena_init(&doc.arena, LIMIT_ARENA_BYTES);
        assert_false(docx_read(&doc, str_slice(bytes, 0, len), &err));
        assert_int_equal(err.code, ERR_ZIP_CORRUPT);
        arena_clear(&doc.arena);
    }
    package_free(&package);
}

/* Each budget ends the reading at another allocation. */
static void test_any_budget(void **state) {
    (void)state;
    enum { ROWS = 3000 };
    char *body = malloc(WORD_XML);
    size_t len = 0;
    assert_non_null(body);
    for (int i = 0; i < ROWS; i++)
        len += (size_t)sprintf(body + len, "%s", i % 50 == 0 ? BODY : PT("12.34"));
    struct package package = {0};
    struct word word = sample;
    word.body = body;
    struct str bytes = word_package(&package, &word);
    for (size_t budget = 0; budget < 3u << 20; budget += 65000)
        read_and_close(bytes, budget);
    package_free(&package);
    free(body);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),      cmocka_unit_test(test_damaged_package),
        cmocka_unit_test(test_damaged_xml), cmocka_unit_test(test_cut_package),
        cmocka_unit_test(test_any_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
