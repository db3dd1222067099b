/* Table geometry as files have it: what Word writes, what other tools write, what editing
 * leaves. */
#include "tests/ingest/word.h"

#define SPAN(n) "<w:gridSpan w:val=\"" n "\"/>"
#define DOWN "<w:vMerge w:val=\"restart\"/>"
#define UP "<w:vMerge/>"
#define TRP(properties, cells) "<w:tr><w:trPr>" properties "</w:trPr>" cells "</w:tr>"
#define BEFORE(n) "<w:gridBefore w:val=\"" n "\"/>"
#define AFTER(n) "<w:gridAfter w:val=\"" n "\"/>"
#define COL(twips) "<w:gridCol w:w=\"" twips "\"/>"
#define GRID(cols) "<w:tblGrid>" cols "</w:tblGrid>"

/* One weight over three scores, as 附件3-1 of Hunan has it. */
static void test_one_weight_over_three_scores(void **state) {
    (void)state;
    word_expect(TBL(TR(TC("") TC("分值") TC("得分")) TR(TC("数量") TCP(DOWN, "15") TC("4"))
                        TR(TC("质量") TCP(UP, "") TC("5")) TR(TC("时效") TCP(UP, "") TC("5"))),
                "T0 4x3\n|分值|得分\n数量|15^3|4\n质量|@25\n时效|@25\n");
}

static void test_header_of_two_rows(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP(DOWN, "项目") TCP(SPAN("2"), "其中"))
                        TR(TCP(UP, "") TC("中央") TC("县级")) TR(TC("养护") TC("1") TC("2"))),
                "T0 3x3\n项目^2|其中*2\n@1中央|县级\n养护|1|2\n");
}

/* Block over rows and columns at once, and two merges side by side. */
static void test_blocks(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP(SPAN("2") DOWN, "甲") TCP(DOWN, "乙") TC("1"))
                        TR(TCP(SPAN("2") UP, "") TCP(UP, "") TC("2"))),
                "T0 2x4\n甲*2^2|乙^2|1\n@32\n");
    word_expect(
        TBL(TR(TCP(DOWN, "甲") TC("1")) TR(TCP(DOWN, "乙") TC("2")) TR(TCP(UP, "") TC("3"))),
        "T0 3x2\n甲|1\n乙^2|2\n@13\n");
}

/* A merge that ends and one that begins without "restart" below it. */
static void test_merges_that_do_not_meet(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP(DOWN, "甲") TC("1")) TR(TC("乙") TC("2")) TR(TCP(UP, "丙") TC("3"))),
                "T0 3x2 ~\n甲|1\n乙|2\n丙|3\n");
    word_expect(TBL(TR(TCP(SPAN("2") DOWN, "甲") TC("1")) TR(TCP(UP, "乙") TC("2") TC("3"))),
                "T0 2x3 ~\n甲*2|1\n乙|2|3\n");
}

static void test_columns_left_out(void **state) {
    (void)state;
    word_expect(TBL(TR(TC("甲") TC("乙") TC("丙")) TRP(BEFORE("1"), TC("1") TC("2"))
                        TRP(AFTER("2"), TC("3"))),
                "T0 3x3\n甲|乙|丙\n@11|2\n3\n");
    word_expect(TBL(TRP(BEFORE("1") AFTER("1"), TCP(SPAN("2"), "甲"))), "T0 1x4\n@1甲*2\n");
    word_expect(TBL(TRP(BEFORE("1"), TCP(DOWN, "甲")) TRP(BEFORE("1"), TCP(UP, ""))),
                "T0 2x2\n@1甲^2\n");
}

/* The declared grid tells nothing but edges. */
static void test_declared_grid(void **state) {
    (void)state;
    word_expect(TBL(GRID(COL("900")) TR(TC("甲") TC("乙"))), "T0 1x2\n甲|乙\n");
    word_expect(TBL(GRID(COL("900") COL("900") COL("900")) TR(TC("甲"))), "T0 1x1\n甲\n");
    word_expect(TBL(GRID(COL("x") COL("-5") COL("99999999")) TR(TC("甲") TC("乙") TC("丙"))),
                "T0 1x3\n甲|乙|丙\n");
}

/* Edges 20 twips apart are one to the eye, 200 are not. */
static void test_jitter(void **state) {
    (void)state;
    word_expect(TBL(GRID(COL("1000") COL("20") COL("980")) TR(TCP(DOWN, "甲") TCP(SPAN("2"), "1"))
                        TR(TCP(SPAN("2") UP, "") TC("2"))),
                "T0 2x3 ~\n甲^2|1*2\n@22\n");
    word_expect(TBL(GRID(COL("1000") COL("200") COL("800")) TR(TCP(DOWN, "甲") TCP(SPAN("2"), "1"))
                        TR(TCP(SPAN("2") UP, "乙") TC("2"))),
                "T0 2x3 ~\n甲|1*2\n乙*2|2\n");
}

static void test_hidden_rows(void **state) {
    (void)state;
    word_expect(TBL(TR(TC("甲")) TRP("<w:hidden/>", TC("乙")) TR(TC("丙"))),
                "T0 3x1\n甲\n\n丙\n? 乙\n");
    word_expect(TBL(TRP("<w:hidden/>", TC("9"))), "T0 1x1\n\n? 9\n");
    word_expect(TBL(TRP("<w:hidden w:val=\"0\"/>", TC("9"))), "T0 1x1\n9\n");
    word_expect(TBL(TRP("<w:hidden/>", "<w:tc>" P(TEXT("明") R("<w:rPr><w:vanish/></w:rPr>"
                                                               "<w:t>密</w:t>")) "</w:tc>")),
                "T0 1x1\n\n? 明/密\n");
}

static void test_horizontal_merges(void **state) {
    (void)state;
    word_expect(TBL(TR(TCP("<w:hMerge w:val=\"restart\"/>", "甲") TCP("<w:hMerge/>", "")
                           TCP("<w:hMerge w:val=\"continue\"/>", "") TC("乙"))),
                "T0 1x4\n甲*3|乙\n");
    word_expect(TBL(TR(TCP("<w:hMerge/>", "甲") TC("乙"))), "T0 1x2\n甲|乙\n");
    word_expect(TBL(TR(TCP("<w:hMerge w:val=\"restart\"/>" DOWN, "甲") TCP("<w:hMerge/>" DOWN, ""))
                        TR(TCP(SPAN("2") UP, ""))),
                "T0 2x2\n甲*2^2\n");
}

static void test_nested_tables(void **state) {
    (void)state;
    word_expect(TBL(TR("<w:tc>" PT("上") TBL(TR(TC("内"))) PT("下") "</w:tc>" TC("乙"))),
                "T0 1x2\n上/下|乙\nT1 1x1 in 0.0\n内\n");
    word_expect(TBL(TR("<w:tc>" TBL(TR(TC("一"))) TBL(TR(TC("二"))) P("") "</w:tc>")),
                "T0 1x1\n\nT1 1x1 in 0.0\n一\nT2 1x1 in 0.0\n二\n");
    word_expect(
        TBL(TR("<w:tc>" TBL(TR("<w:tc>" TBL(TR(TC("三"))) P("") "</w:tc>")) P("") "</w:tc>")),
        "T0 1x1\n\nT1 1x1 in 0.0\n\nT2 1x1 in 1.0\n三\n");
}

static void test_what_is_no_row_or_cell(void **state) {
    (void)state;
    word_expect(TBL(""), "T0 0x0\n");
    word_expect(TBL(TR("")), "T0 1x0\n");
    word_expect(TBL(PT("散") TR(TC("甲") PT("散"))), "T0 1x1\n甲\n");
    word_expect(TBL(TR("<w:tc/>" TC("甲"))), "T0 1x2\n|甲\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_weight_over_three_scores),
        cmocka_unit_test(test_header_of_two_rows),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_merges_that_do_not_meet),
        cmocka_unit_test(test_columns_left_out),
        cmocka_unit_test(test_declared_grid),
        cmocka_unit_test(test_jitter),
        cmocka_unit_test(test_hidden_rows),
        cmocka_unit_test(test_horizontal_merges),
        cmocka_unit_test(test_nested_tables),
        cmocka_unit_test(test_what_is_no_row_or_cell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
