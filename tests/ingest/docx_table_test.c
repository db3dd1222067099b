#include "tests/ingest/word.h"

#define SPAN(n) "<w:gridSpan w:val=\"" n "\"/>"
#define DOWN "<w:vMerge w:val=\"restart\"/>"
#define UP "<w:vMerge/>"
#define GRID(cols) "<w:tblGrid>" cols "</w:tblGrid>"
#define COL(twips) "<w:gridCol w:w=\"" twips "\"/>"
#define ROW(properties, cells) "<w:tr><w:trPr>" properties "</w:trPr>" cells "</w:tr>"

/* ---- position */

static void test_plain_grid(void **state) {
    (void)state;
    word_expect(PT("前") TBL(TR(TC("甲") TC("乙")) TR(TC("1") TC("2"))) PT("后"),
                "P 前\nT0 2x2\n甲|乙\n1|2\nP 后\n");
    word_expect(TBL(TR("<w:tc>" PT("一") P("") PT("二") "</w:tc>")), "T0 1x1\n一//二\n");
}

static void test_place_of_a_cell(void **state) {
    (void)state;
    static const char body[] =
        PT("一") PT("二") TBL(TR(TC("甲"))) PT("三") TBL(TR(TC("乙")) TR(TC("") TC("丙")));
    struct written *out = word_open((struct word){.body = body});
    const struct document *document = &out->doc.document;
    const struct table *table = &document->tables.items[1];
    const struct place *at = &table->cells[2].passage.at;
    assert_int_equal(document->tables.count, 2);
    assert_int_equal(at->paragraph, 3);
    assert_int_equal(at->table, 1);
    assert_int_equal(at->row, 1);
    assert_int_equal(at->col, 1);
    assert_int_equal(at->line, PLACE_NONE);
    assert_int_equal(table->at.paragraph, 3);
    assert_int_equal(table->at.row, PLACE_NONE);
    assert_int_equal(document->paragraphs.items[2].at.paragraph, 2);
    assert_int_equal(document->paragraphs.items[2].at.table, PLACE_NONE);
    assert_ptr_equal(table_cell_at(table, 1, 1), &table->cells[2]);
    assert_null(table_cell_at(table, 0, 1));
    word_close(out);
}

static void test_spans_move_what_follows(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP(SPAN("2"), "甲") TC("乙")) TR(TC("1") TC("2") TC("3"))),
                "T0 2x3\n甲*2|乙\n1|2|3\n");
    word_expect(TBL(ROW("<w:gridBefore w:val=\"2\"/>", TC("甲"))
                        ROW("<w:gridAfter w:val=\"3\"/>", TC("乙"))),
                "T0 2x4\n@2甲\n乙\n");
}

static void test_senseless_spans_count_as_one(void **state) {
    (void)state;
    static const char *const spans[] = {
        "0", "-3", "abc", "2.5", "", "2147483647", "18446744073709551617"};
    char body[400];
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        snprintf(body, sizeof body, TBL(TR(TCP(SPAN("%s"), "甲") TC("乙"))), spans[i]);
        word_expect(body, "T0 1x2 ~\n甲|乙\nW cell_span\n");
    }
    word_expect(TBL(ROW("<w:gridBefore w:val=\"-1\"/>", TC("甲"))), "T0 1x1 ~\n"
                                                                    "甲\n"
                                                                    "W cell_span\n");
}

static void test_rows_of_any_length(void **state) {
    (void)state;
    word_expect(TBL(TR(TC("甲")) TR(TC("1") TC("2") TC("3")) TR("")), "T0 3x3\n甲\n1|2|3\n");
    word_expect(TBL(""), "T0 0x0\n");
    word_expect(TBL(TR("<w:tc/>")), "T0 1x1\n\n");
    word_expect(TBL(GRID(COL("100")) TR(TC("1") TC("2"))), "T0 1x2\n1|2\n");
}

static void test_wrappers_round_rows_and_cells(void **state) {
    (void)state;
    word_expect(TBL(SDT(TR(SDT(TC("甲")) TC("乙")))), "T0 1x2\n甲|乙\n");
    word_expect(TBL(E("customXml", TR(E("customXml", TC("1"))))), "T0 1x1\n1\n");
    word_expect(TBL(TR(TC("甲")) ALTERNATE(FALLBACK(TR(TC("2"))))), "T0 2x1\n甲\n2\n");
}

/* ---- merges */

static void test_vertical_merge(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP(DOWN, "甲") TC("1")) TR(TCP(UP, "") TC("2"))
                        TR(TCP("<w:vMerge w:val=\"continue\"/>", "") TC("3"))
                            TR(TCP(DOWN, "乙") TC("4")) TR(TCP(UP, "") TC("5"))),
                "T0 5x2\n甲^3|1\n@12\n@13\n乙^2|4\n@15\n");
    word_expect(TBL(TR(TCP(SPAN("2") DOWN, "甲") TC("1")) TR(TCP(SPAN("2") UP, "") TC("2"))),
                "T0 2x3\n甲*2^2|1\n@22\n");
}

static void test_continuation_without_begin_is_a_cell(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP(UP, "甲") TC("1")) TR(TCP(UP, "") TC("2"))), "T0 2x2 ~\n"
                                                                        "甲^2|1\n"
                                                                        "@12\n");
    word_expect(TBL(TR(TC("甲")) TR(TCP(UP, "乙"))), "T0 2x1 ~\n甲\n乙\n");
    word_expect(TBL(TR(TCP(SPAN("2") DOWN, "甲")) TR(TCP(UP, "乙") TC("1"))),
                "T0 2x2 ~\n甲*2\n乙|1\n");
}

static void test_text_below_a_merge_is_not_shown(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP(DOWN, "98.50")) TR(TCP(UP, "7"))), "T0 2x1\n98.50^2\n");
    word_expect(TBL(TR(TCP(DOWN, "甲"))
                        TR("<w:tc><w:tcPr>" UP "</w:tcPr>" TBL(TR(TC("内"))) P("") "</w:tc>")),
                "T0 2x1\n甲^2\n");
}

static void test_merges_match_within_a_millimetre(void **state) {
    (void)state;
    word_expect(TBL(GRID(COL("1000") COL("40") COL("2000")) TR(TCP(SPAN("2") DOWN, "甲") TC("1"))
                        TR(TCP(UP, "") TCP(SPAN("2"), "2"))),
                "T0 2x3 ~\n甲*2^2|1\n@1"
                "2*2\n");
    word_expect(TBL(GRID(COL("1000") COL("90") COL("2000")) TR(TCP(SPAN("2") DOWN, "甲") TC("1"))
                        TR(TCP(UP, "乙") TCP(SPAN("2"), "2"))),
                "T0 2x3 ~\n甲*2|1\n乙|2*2\n");
}

static void test_horizontal_merge(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP("<w:hMerge w:val=\"restart\"/>", "a") TCP("<w:hMerge/>", "x") TC("乙"))
                        TR(TC("1") TC("2") TC("3"))),
                "T0 2x3\na*2|乙\n1|2|3\n");
    word_expect(TBL(TR(TCP("<w:hMerge/>", "甲") TC("乙"))), "T0 1x2\n甲|乙\n");
    word_expect(TBL(TR(TCP("<w:hMerge w:val=\"restart\"/>" DOWN, "甲") TCP("<w:hMerge/>", ""))
                        TR(TCP(SPAN("2") UP, ""))),
                "T0 2x2\n甲*2^2\n");
}

/* ---- tracked changes */

static void test_deleted_rows(void **state) {
    (void)state;
    word_expect(TBL(TR(TC("甲")) ROW("<w:del w:id=\"1\"/>", TC("删")) TR(TC("乙"))),
                "T0 2x1\n甲\n乙\nD 删\n");
    word_expect(TBL(ROW("<w:del/>", TC("旧9")) TR(TC("1"))), "T0 1x1\n1\nD 旧9\n");
    word_expect(PT("前") TBL(ROW("<w:del/>", TC("删"))) PT("后"), "P 前\nP 后\nD 删\n");
    word_expect(TBL(TR(TCP("<w:cellDel/>", "删"))), "D 删\n");
}

static void test_deleted_cells_leave_their_columns(void **state) {
    (void)state;
    word_expect(TBL(GRID(COL("9") COL("9") COL("9")) TR(TC("a") TCP("<w:cellDel/>", "x") TC("乙"))
                        TR(TC("1") TC("2") TC("3"))),
                "T0 2x3\na*2|乙\n1|2|3\nD x\n");
    word_expect(TBL(GRID(COL("9") COL("9")) TR(TCP("<w:cellDel/>", "删") TC("乙"))),
                "T0 1x2\n乙*2\nD 删\n");
    word_expect(TBL(TR(TC("甲") TCP("<w:cellDel/>", "5"))), "T0 1x1\n甲\nD 5\n");
}

static void test_tracked_merge(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP("<w:cellMerge w:vMerge=\"rest\"/>", "甲"))
                        TR(TCP("<w:cellMerge w:vMerge=\"cont\"/>", ""))),
                "T0 2x1\n甲^2\n");
}

/* ---- nesting */

static void test_nested_tables_follow_their_parent(void **state) {
    (void)state;
    word_expect(TBL(TR("<w:tc>" PT("甲") TBL(TR("<w:tc>" TBL(TR(TC("深"))) P("") "</w:tc>")) P(
                    "") "</w:tc><w:tc>" TBL(TR(TC("右"))) PT("乙") "</w:tc>")) TBL(TR(TC("次"))),
                "T0 1x2\n甲|乙\nT1 1x1 in 0.0\n\nT2 1x1 in 1.0\n深\nT3 1x1 in 0.1\n右\n"
                "T4 1x1\n次\n");
    word_expect(TBL(TR("<w:tc>" TBL(TR(TC("一"))) TBL(TR(TC("二"))) PT("文") "</w:tc>")),
                "T0 1x1\n文\nT1 1x1 in 0.0\n一\nT2 1x1 in 0.0\n二\n");
}

static char *nest(int depth) {
    char *body = malloc(WORD_XML);
    size_t len = 0;
    assert_non_null(body);
    for (int i = 0; i < depth; i++)
        len += (size_t)sprintf(body + len, "<w:tbl><w:tr><w:tc>");
    len += (size_t)sprintf(body + len, PT("底"));
    for (int i = 0; i < depth; i++)
        len += (size_t)sprintf(body + len, "</w:tc></w:tr></w:tbl>");
    return body;
}

static void test_nesting_is_bounded(void **state) {
    (void)state;
    char *good = nest(LIMIT_TABLE_DEPTH), *bad = nest(LIMIT_TABLE_DEPTH + 1);
    struct written *out = word_open((struct word){.body = good});
    assert_true(out->read);
    assert_int_equal(out->doc.document.tables.count, LIMIT_TABLE_DEPTH);
    word_close(out);
    word_expect(bad, "! table_limit\n");
    free(good);
    free(bad);
}

/* ---- limits */

static char *repeat(const char *piece, int count) {
    size_t size = strlen(piece);
    char *rows = malloc(size * (size_t)count + 1);
    assert_non_null(rows);
    for (int i = 0; i < count; i++)
        memcpy(rows + (size_t)i * size, piece, size);
    rows[size * (size_t)count] = '\0';
    return rows;
}

static void expect_repeated(const char *before, const char *piece, int count, const char *after,
                            const char *expected) {
    char *middle = repeat(piece, count), *body = malloc(WORD_XML);
    assert_non_null(body);
    int len = snprintf(body, WORD_XML, "%s%s%s", before, middle, after);
    assert_true(len > 0 && len < WORD_XML);
    struct written *out = word_open((struct word){.body = body});
    assert_memory_equal(out->text, expected, strlen(expected));
    word_close(out);
    free(middle);
    free(body);
}

static void test_columns_are_bounded(void **state) {
    (void)state;
    expect_repeated("<w:tbl><w:tr>", "<w:tc/>", LIMIT_GRID_COLS, "</w:tr></w:tbl>", "T0 1x1024\n");
    expect_repeated("<w:tbl><w:tr>", "<w:tc/>", LIMIT_GRID_COLS + 1, "</w:tr></w:tbl>",
                    "! table_limit\n");
    word_expect(TBL(ROW("<w:gridAfter w:val=\"1024\"/>", TC("1"))), "! table_limit\n");
}

static void test_slots_are_bounded(void **state) {
    (void)state;
    expect_repeated("<w:tbl>",
                    "<w:tr><w:trPr><w:gridBefore w:val=\"1000\"/></w:trPr><w:tc/></w:tr>", 6000,
                    "</w:tbl>", "! table_limit\n");
    expect_repeated("",
                    "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1000\"/></w:trPr><w:tc/></w:tr>"
                    "</w:tbl>",
                    6000, "", "! table_limit\n");
}

static void test_rows_are_bounded(void **state) {
    (void)state;
    expect_repeated("<w:tbl>", "<w:tr/>", LIMIT_GRID_ROWS + 1, "</w:tbl>", "! table_limit\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain_grid),
        cmocka_unit_test(test_place_of_a_cell),
        cmocka_unit_test(test_spans_move_what_follows),
        cmocka_unit_test(test_senseless_spans_count_as_one),
        cmocka_unit_test(test_rows_of_any_length),
        cmocka_unit_test(test_wrappers_round_rows_and_cells),
        cmocka_unit_test(test_vertical_merge),
        cmocka_unit_test(test_continuation_without_begin_is_a_cell),
        cmocka_unit_test(test_text_below_a_merge_is_not_shown),
        cmocka_unit_test(test_merges_match_within_a_millimetre),
        cmocka_unit_test(test_horizontal_merge),
        cmocka_unit_test(test_deleted_rows),
        cmocka_unit_test(test_deleted_cells_leave_their_columns),
        cmocka_unit_test(test_tracked_merge),
        cmocka_unit_test(test_nested_tables_follow_their_parent),
        cmocka_unit_test(test_nesting_is_bounded),
        cmocka_unit_test(test_columns_are_bounded),
        cmocka_unit_test(test_slots_are_bounded),
        cmocka_unit_test(test_rows_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
