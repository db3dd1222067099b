/* Four times the input must not cost much more than four times the time, whatever repeats. */
#include "tests/ingest/word.h"

#include <time.h>

enum { SMALL = 1500, LARGE = 4 * SMALL };

/* A body with `piece` many times between `before` and `after`; "%d" in the piece counts. */
static char *repeat(const char *before, const char *piece, const char *after, int count) {
    char *body = malloc(WORD_XML);
    assert_non_null(body);
    size_t len = (size_t)sprintf(body, "%s", before);
    for (int i = 0; i < count; i++) {
        assert_true(len + strlen(piece) + 20 < WORD_XML);
        const char *number = strstr(piece, "%d");
        len += (size_t)(number ? sprintf(body + len, "%.*s%d%s", (int)(number - piece), piece, i,
                                         number + 2)
                               : sprintf(body + len, "%s", piece));
    }
    strcpy(body + len, after);
    return body;
}

static double seconds(struct word word) {
    struct package package = {0};
    struct str bytes = word_package(&package, &word);
    struct doc doc = {0};
    struct err err = {0};
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    clock_t begin = clock();
    assert_true(docx_read(&doc, bytes, &err));
    double took = (double)(clock() - begin) / CLOCKS_PER_SEC;
    arena_clear(&doc.arena);
    package_free(&package);
    return took;
}

static void expect_linear(const char *before, const char *piece, const char *after,
                          const char *numbering) {
    double took[2];
    for (int i = 0; i < 2; i++) {
        char *body = repeat(before, piece, after, i == 0 ? SMALL : LARGE);
        took[i] = seconds((struct word){.body = body, .numbering = numbering});
        free(body);
    }
    assert_true(took[1] < 10 * took[0] + 0.1);
}

static void test_paragraphs(void **state) {
    (void)state;
    expect_linear("", PT("甲"), "", NULL);
    expect_linear("", P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" TEXT("1")), PT(""), NULL);
}

static void test_pieces_of_one_paragraph(void **state) {
    (void)state;
    expect_linear("<w:p>", TEXT("1"), "</w:p>", NULL);
    expect_linear("<w:p>", R("<w:rPr><w:vanish/></w:rPr><w:t>1</w:t>"), "</w:p>", NULL);
    expect_linear("<w:p>", "<w:del>" R("<w:delText>1</w:delText>") "</w:del>", "</w:p>", NULL);
    expect_linear("<w:p><w:r><w:t>", "1&lt;", "</w:t></w:r></w:p>", NULL);
}

static void test_rows(void **state) {
    (void)state;
    expect_linear("<w:tbl>", TR(TC("1") TC("2")), "</w:tbl>", NULL);
    expect_linear("<w:tbl>" TR(TCP("<w:vMerge w:val=\"restart\"/>", "1") TC("2")),
                  TR(TCP("<w:vMerge/>", "") TC("2")), "</w:tbl>", NULL);
}

static void test_tables(void **state) {
    (void)state;
    expect_linear("", TBL(TR(TC("1"))), "", NULL);
    expect_linear("<w:tbl><w:tr><w:tc>", TBL(TR(TC("1"))), P("") "</w:tc></w:tr></w:tbl>", NULL);
}

static void test_numbers(void **state) {
    (void)state;
    expect_linear(
        "",
        P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>" TEXT(
            "a")),
        "",
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText "
        "w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId "
        "w:val=\"0\"/></w:num>");
}

static void test_fields_boxes_and_notes(void **state) {
    (void)state;
    expect_linear("<w:p>", R("<w:fldChar w:fldCharType=\"begin\"/><w:t>1</w:t>"), "</w:p>", NULL);
    expect_linear("<w:p>",
                  R("<w:fldChar w:fldCharType=\"begin\"/><w:t>1</w:t><w:fldChar "
                    "w:fldCharType=\"end\"/>"),
                  "</w:p>", NULL);
    expect_linear("<w:p>", R("<w:pict><w:txbxContent>" PT("1") "</w:txbxContent></w:pict>"),
                  "</w:p>", NULL);
    expect_linear("<w:p>", R("<w:footnoteReference w:id=\"%d\"/>"), "</w:p>", NULL);
}

static void test_cells_of_one_row(void **state) {
    (void)state;
    char row[64 * LIMIT_GRID_COLS] = "<w:tr>";
    size_t len = strlen(row);
    for (uint32_t i = 0; i < LIMIT_GRID_COLS; i++)
        len += (size_t)sprintf(row + len, "<w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc>");
    strcpy(row + len, "</w:tr>");
    char *body = repeat("<w:tbl>", row, "</w:tbl>", 40);
    assert_true(seconds((struct word){.body = body}) < 5);
    free(body);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs),
        cmocka_unit_test(test_pieces_of_one_paragraph),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_tables),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_fields_boxes_and_notes),
        cmocka_unit_test(test_cells_of_one_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
