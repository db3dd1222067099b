/* Tracked changes (ISO/IEC 29500-1 17.13.5): the final view, and who is told of what changed. */
#include "tests/ingest/word.h"

#define INS(content) "<w:ins w:id=\"1\" w:author=\"a\">" content "</w:ins>"
#define DEL(text) \
    "<w:del w:id=\"2\" w:author=\"a\">" R("<w:delText>" text "</w:delText>") "</w:del>"
#define MARK(change) "<w:pPr><w:rPr><w:" change " w:id=\"3\"/></w:rPr></w:pPr>"
#define ROW(change, cells) "<w:tr><w:trPr><w:" change " w:id=\"4\"/></w:trPr>" cells "</w:tr>"
#define GRID(cols) "<w:tblGrid>" cols "</w:tblGrid>"
#define COL "<w:gridCol w:w=\"900\"/>"

static void test_runs(void **state) {
    (void)state;
    word_expect(P(TEXT("得") DEL("旧") INS(TEXT("分"))), "P 得分\nR 3+3 -旧\n");
    word_expect(P(DEL("全")), "P \nR 0+0 -全\n");
    word_expect(P(INS(TEXT("甲") DEL("乙") TEXT("丙"))), "P 甲丙\nR 0+3\nR 3+3 -乙\n");
    word_expect(P("<w:hyperlink>" INS(TEXT("甲")) DEL("乙") "</w:hyperlink>"),
                "P 甲\nR 0+3\nR 3+0 -乙\n");
    word_expect(P(INS("<w:smartTag>" TEXT("甲") "</w:smartTag>")), "P 甲\nR 0+3\n");
    word_expect(P("<w:ins/>" TEXT("甲")), "P 甲\n");
}

/* A change inside a run's properties is of its looks; the earlier looks are no properties. */
static void test_changes_of_properties(void **state) {
    (void)state;
    word_expect(P(R("<w:rPr><w:rPrChange w:id=\"1\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
                    "</w:rPr><w:t>9</w:t>")),
                "P 9\n");
    word_expect(P(R("<w:rPr><w:vanish/><w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange></w:rPr>"
                    "<w:t>密</w:t>")),
                "P \n? 密\n");
    word_expect(P("<w:pPr><w:pPrChange w:id=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
                  "</w:pPrChange></w:pPr>" TEXT("文")),
                "P 文\n");
    word_expect(P("<w:pPr><w:outlineLvl w:val=\"1\"/><w:pPrChange w:id=\"1\"><w:pPr>"
                  "<w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange></w:pPr>" TEXT("题")),
                "P 题\nH 2\n");
}

static void test_changed_digits(void **state) {
    (void)state;
    word_expect(P(DEL("12") INS(TEXT("21"))), "P 21\nR 0+2 -12\n");
    word_expect(P(DEL("１２") TEXT("万")), "P 万\nR 0+0 -１２\n");
    word_expect(P(DEL("十二") INS(TEXT("廿"))), "P 廿\nR 0+3 -十二\n");
    word_expect(P(INS(TEXT("1"))) P(INS(TEXT("2"))), "P 1\nR 0+1\nP 2\nR 0+1\n");
    word_expect(P("<w:moveFrom>" TEXT("1") "</w:moveFrom><w:moveTo>" TEXT("1") "</w:moveTo>"),
                "P 1\n");
}

/* A deleted mark joins its paragraph to the next; the properties of the last one hold. */
static void test_paragraph_marks(void **state) {
    (void)state;
    word_expect(P(MARK("del") TEXT("甲")) PT("乙"), "P 甲乙\n");
    word_expect(P(MARK("moveFrom") TEXT("甲")) PT("乙"), "P 甲乙\n");
    word_expect(P(MARK("ins") TEXT("甲")) PT("乙"), "P 甲\nP 乙\n");
    word_expect(P(MARK("del") DEL("旧")) PT("乙"), "P 乙\nR 0+0 -旧\n");
    word_expect(P(MARK("del")) P(MARK("del")) PT("乙"), "P 乙\n");
    word_expect(P("<w:pPr><w:outlineLvl w:val=\"0\"/><w:rPr><w:del/></w:rPr></w:pPr>" TEXT("甲"))
                    P("<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>" TEXT("乙")),
                "P 甲乙\nH 3\n");
    word_expect(P(MARK("del") TEXT("甲")), "P 甲\n");
    word_expect(P(MARK("del")) PT(""), "P \n");
}

static void test_rows(void **state) {
    (void)state;
    word_expect(TBL(TR(TC("甲")) ROW("del", TC("乙")) TR(TC("丙"))), "T0 2x1\n甲\n丙\nD 乙\n");
    word_expect(TBL(TR(TC("甲")) ROW("ins", TC("乙"))), "T0 2x1\n甲\n乙\n");
    word_expect(TBL(INS(TR(TC("甲"))) TR(TC("乙"))), "T0 2x1\n甲\n乙\nR 0+3\n");
    word_expect(TBL(ROW("del", TC("甲")) ROW("del", TC("乙"))) PT("后"), "P 后\nD 甲\nD 乙\n");
}

/* A merge goes on over a row that is no longer there. */
static void test_merge_over_a_deleted_row(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP("<w:vMerge w:val=\"restart\"/>", "甲") TC("1")) ROW(
                    "del", TCP("<w:vMerge/>", "") TC("旧")) TR(TCP("<w:vMerge/>", "") TC("2"))),
                "T0 2x2\n甲^2|1\n@12\nD 旧\n");
}

static void test_cells(void **state) {
    (void)state;
    word_expect(TBL(GRID(COL COL) TR(TC("甲") TC("乙")) TR(TCP("<w:cellDel/>", "旧") TC("1"))),
                "T0 2x2\n甲|乙\n1*2\nD 旧\n");
    word_expect(TBL(GRID(COL COL) TR(TC("甲") TCP("<w:cellIns/>", "新"))), "T0 1x2\n甲|新\n");
    word_expect(
        TBL(GRID(COL COL COL) TR(TCP("<w:gridSpan w:val=\"2\"/><w:cellDel/>", "旧") TC("1"))),
        "T0 1x3\n1*3\nD 旧\n");
    word_expect(TBL(TR(TC("甲") TCP("<w:cellDel/>", "8") TCP("<w:cellDel/>", "9"))),
                "T0 1x1\n甲\nD 8\nD 9\n");
}

#define NOTE P(DEL("5") TEXT("注"))

static void test_boxes_and_notes(void **state) {
    (void)state;
    word_expect(P(R("<w:pict><w:txbxContent>" P(DEL("3") INS(TEXT("4"))) "</w:txbxContent>"
                                                                         "</w:pict>")),
                "P \nB 4\nR 0+1 -3\n");
    word_expect_all((struct word){.body = P(R("<w:footnoteReference w:id=\"2\"/>")),
                                  .footnotes = "<w:footnote w:id=\"2\">" NOTE "</w:footnote>"},
                    "P \nN 注\nR 0+0 -5\n");
}

/* A thousand changes in one paragraph stay a thousand, in order. */
static void test_many_changes(void **state) {
    (void)state;
    enum { MANY = 1000 };
    static char body[MANY * 160];
    size_t len = (size_t)sprintf(body, "<w:p>");
    for (int i = 0; i < MANY; i++)
        len += (size_t)sprintf(body + len, "%s", DEL("1") INS(TEXT("2")) TEXT("、"));
    sprintf(body + len, "</w:p>");
    struct written *out = word_open((struct word){.body = body});
    const struct passage *passage = &out->doc.document.paragraphs.items[0];
    assert_int_equal(passage->revision_count, MANY);
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(passage->revisions[i].offset, i * 4);
        assert_int_equal(passage->revisions[i].inserted, 1);
    }
    word_close(out);
}

/* Of a hidden run an insertion is no change of the text; of a field whose code
 * is scrubbed, offsets are lost. */
static void test_changes_that_are_not_kept(void **state) {
    (void)state;
    word_expect(P(INS(R("<w:rPr><w:vanish/></w:rPr><w:t>7</w:t>"))), "P \n? 7\n");
    word_expect(TBL("<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>" P(INS(TEXT("9"))) "</w:tc></w:tr>"),
                "T0 1x1\n\n? 9\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs),           cmocka_unit_test(test_changes_of_properties),
        cmocka_unit_test(test_changed_digits), cmocka_unit_test(test_paragraph_marks),
        cmocka_unit_test(test_rows),           cmocka_unit_test(test_merge_over_a_deleted_row),
        cmocka_unit_test(test_cells),          cmocka_unit_test(test_boxes_and_notes),
        cmocka_unit_test(test_many_changes),   cmocka_unit_test(test_changes_that_are_not_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
