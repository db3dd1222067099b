/* Bytes of a part: where the text of each passage stands in it, whatever the parser makes of the
 * markup between. */
#include "tests/ingest/word.h"

/* A document that is traced, and the bytes of its main part. */
struct traced {
    struct doc doc;
    struct err err;
    char *part;
};

static void trace_bytes(struct traced *traced, struct str bytes) {
    *traced = (struct traced){.doc.document.traced = true};
    arena_init(&traced->doc.arena, LIMIT_ARENA_BYTES);
    assert_true(docx_read(&traced->doc, bytes, &traced->err));
}

/* The main part as word_package writes it. */
static void trace(struct traced *traced, struct word word) {
    struct package package = {0};
    trace_bytes(traced, word_package(&package, &word));
    package_free(&package);
    traced->part = malloc(WORD_XML);
    assert_non_null(traced->part);
    snprintf(traced->part, WORD_XML,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document " WORD_NAMESPACES
             "><w:body>%s</w:body></w:document>",
             word.body);
}

static void trace_end(struct traced *traced) {
    free(traced->part);
    arena_clear(&traced->doc.arena);
}

static const struct passage *paragraph(const struct traced *traced, size_t index) {
    assert_true(index < traced->doc.document.paragraphs.count);
    return &traced->doc.document.paragraphs.items[index];
}

/* From byte `offset` of the passage on, the part reads `expected`. */
static void expect_at(const struct traced *traced, const struct passage *passage, size_t offset,
                      const char *expected) {
    struct line_mark mark = passage_mark_at(passage, offset);
    const char *at = traced->part + mark.byte + (offset - mark.offset);
    assert_true(mark.byte < strlen(traced->part));
    if (strncmp(at, expected, strlen(expected)) != 0)
        fail_msg("%.40s instead of %s", at, expected);
}

static void expect_whole(const char *body, const char *expected) {
    struct traced traced;
    trace(&traced, (struct word){.body = body});
    expect_at(&traced, paragraph(&traced, 0), 0, expected);
    trace_end(&traced);
}

static void test_first_text(void **state) {
    (void)state;
    expect_whole(PT("预算100"), "预算100</w:t>");
    expect_whole(P("<w:pPr><w:jc w:val=\"left\"/></w:pPr>" TEXT("1")), "1</w:t>");
    expect_whole(P(E("r", "<w:t   >7</w:t>")), "7</w:t>");
    expect_whole(P(TEXT("") TEXT("98.5")), "98.5</w:t>");
    expect_whole(P(R("<w:tab/>") TEXT("9")), "9</w:t>");
    expect_whole("<w:p/>", "/>");
    expect_whole("<w:p w:x=\"1\"></w:p>", "></w:p>");
    expect_whole(P(E("del", E("r", E("delText", "8"))) TEXT("9")), "9</w:t>");
    expect_whole(P("<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>"), "5</m:t>");
}

#define BOLD "<w:rPr><w:b/></w:rPr>"

/* Formatting that is left out unread elsewhere is counted here. */
static void test_runs(void **state) {
    (void)state;
    struct traced traced;
    trace(&traced, (struct word){.body = P(R(BOLD "<w:t>预算12</w:t>") R(BOLD "<w:t>34</w:t>")
                                               TEXT("万元")) PT("56")});
    const struct passage *first = paragraph(&traced, 0);
    assert_int_equal(first->mark_count, 3);
    expect_at(&traced, first, 6, "12</w:t>");
    expect_at(&traced, first, 8, "34</w:t>");
    expect_at(&traced, first, 9, "4</w:t>");
    expect_at(&traced, first, 10, "万元</w:t>");
    expect_at(&traced, paragraph(&traced, 1), 0, "56</w:t>");
    assert_int_equal(paragraph(&traced, 1)->mark_count, 0);
    trace_end(&traced);
}

static void test_references_and_gaps(void **state) {
    (void)state;
    struct traced traced;
    trace(&traced, (struct word){.body = PT("a&lt;5&#x4E07;6") PT("1<!-- 2 -->345")
                                     PT("<![CDATA[7]]>8") PT("\n  12 ")});
    expect_at(&traced, paragraph(&traced, 0), 1, "&lt;");
    expect_at(&traced, paragraph(&traced, 0), 2, "5&#x4E07;");
    expect_at(&traced, paragraph(&traced, 0), 3, "&#x4E07;");
    expect_at(&traced, paragraph(&traced, 0), 6, "6</w:t>");
    expect_at(&traced, paragraph(&traced, 1), 1, "345</w:t>");
    expect_at(&traced, paragraph(&traced, 3), 0, "12 </w:t>");
    trace_end(&traced);
}

#define RESTART "<w:vMerge w:val=\"restart\"/>"

static void test_cells(void **state) {
    (void)state;
    struct traced traced;
    trace(&traced,
          (struct word){.body = TBL(TR(TCP(RESTART, "产出") "<w:tc>" PT("一") PT("二") "</w:tc>")
                                        TR(TCP("<w:vMerge/>", "") TC("9.5") TC("")))});
    const struct table *table = &traced.doc.document.tables.items[0];
    assert_int_equal(table->cell_count, 4);
    expect_at(&traced, &table->cells[0].passage, 0, "产出</w:t>");
    expect_at(&traced, &table->cells[1].passage, 0, "一</w:t>");
    expect_at(&traced, &table->cells[1].passage, 4, "二</w:t>");
    expect_at(&traced, &table->cells[2].passage, 0, "9.5</w:t>");
    expect_at(&traced, &table->cells[3].passage, 0, "><w:p>");
    trace_end(&traced);
}

/* A story apart, a joined paragraph, and text that turned out to be the code of a field. */
static void test_stories(void **state) {
    (void)state;
    struct traced traced;
    trace(&traced,
          (struct word){.body = P(TEXT("甲") R(E("pict", E("txbxContent", PT("框")))) TEXT("乙"))
                            P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" TEXT("丙")) PT("丁")
                                P(R("<w:fldChar w:fldCharType=\"begin\"/>") TEXT("QUOTE")
                                      R("<w:fldChar w:fldCharType=\"separate\"/>") TEXT("8")
                                          R("<w:fldChar w:fldCharType=\"end\"/>")),
                        .footnotes = "<w:footnote w:id=\"2\">" PT("注") "</w:footnote>"});
    const struct document *document = &traced.doc.document;
    expect_at(&traced, &document->textboxes.items[0], 0, "框</w:t>");
    expect_at(&traced, paragraph(&traced, 0), 3, "乙</w:t>");
    expect_at(&traced, paragraph(&traced, 1), 0, "丙</w:t>");
    expect_at(&traced, paragraph(&traced, 1), 3, "丁</w:t>");
    assert_true(str_is(paragraph(&traced, 2)->text, "8"));
    assert_int_equal(paragraph(&traced, 2)->mark_count, 0);
    assert_int_equal(document->notes.items[0].part, PART_FOOTNOTES);
    assert_true(str_is(document->parts[PART_FOOTNOTES], "word/footnotes.xml"));
    trace_end(&traced);
}

#define LONG "预算执行率，决算总额与上年相比"

/* Longer than the pieces in which a part is fed, and than those in which text is handed out. */
static void test_long_part(void **state) {
    (void)state;
    enum { RUNS = 3000 };
    static char body[WORD_XML / 2];
    struct traced traced;
    size_t len = 0;
    for (int i = 0; i < RUNS; i++)
        len += (size_t)snprintf(body + len, sizeof body - len,
                                "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" LONG
                                "%d，</w:t></w:r><w:r><w:t>万元%d</w:t>"
                                "</w:r></w:p>",
                                i, i);
    trace(&traced, (struct word){.body = body});
    for (size_t i = 0; i < RUNS; i++) {
        const struct passage *passage = paragraph(&traced, i);
        char expected[32];
        snprintf(expected, sizeof expected, "%zu，</w:t>", i);
        expect_at(&traced, passage, sizeof LONG - 1, expected);
        snprintf(expected, sizeof expected, "万元%zu</w:t>", i);
        expect_at(&traced, passage, str_find(passage->text, "万元", 0), expected);
    }
    trace_end(&traced);
}

/* What stands in UTF-16 is placed by its own bytes. */
static void test_utf16_part(void **state) {
    (void)state;
    static const char xml[] =
        "<w:document " WORD_NAMESPACES "><w:body><w:p><w:r><w:t>12</w:t></w:r>"
        "<w:r><w:t>34</w:t></w:r></w:p></w:body></w:document>";
    struct traced traced;
    struct package package = {0};
    char wide[2 * sizeof xml] = "\xFF\xFE";
    for (size_t i = 0; i + 1 < sizeof xml; i++)
        wide[2 + 2 * i] = xml[i];
    package_add(&package, "_rels/.rels",
                "<Relationships " WORD_RELATIONS "><Relationship Id=\"a\" Type=\"" WORD_TYPE
                "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    package_entry(&package,
                  (struct entry){.name = "word/document.xml", .data = {wide, 2 * sizeof xml}});
    trace_bytes(&traced, package_end(&package));
    package_free(&package);
    const struct passage *passage = paragraph(&traced, 0);
    assert_int_equal(passage->byte, 2 + 2 * (strstr(xml, "12") - xml));
    assert_int_equal(passage_mark_at(passage, 2).byte, 2 + 2 * (strstr(xml, "34") - xml));
    arena_clear(&traced.doc.arena);
}

/* Nothing is noted unless it is asked for, and what is read is the same. */
static void test_untraced(void **state) {
    (void)state;
    struct written *out = word_open((struct word){.body = P(TEXT("1") TEXT("2"))});
    assert_int_equal(out->doc.document.paragraphs.items[0].mark_count, 0);
    assert_int_equal(out->doc.document.paragraphs.items[0].byte, 0);
    word_close(out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_text),
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_references_and_gaps),
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_stories),
        cmocka_unit_test(test_long_part),
        cmocka_unit_test(test_utf16_part),
        cmocka_unit_test(test_untraced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
