/* Twenty-two ways in which a figure of a Word document gets lost, doubled or moved, together in one
 * small self-evaluation form: each probe is a line or a cell of what must be read. */
#include "tests/ingest/word.h"

/* 1 automatic numbers, apart from the text; 2 full-width figures as they stand */
#define HEADING(text) \
    P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr></w:pPr>" TEXT(text))
#define FRONT HEADING("概况") HEADING("自评结果") PT("全年预算７２．５万元")

/* 3 a cell over two columns, 4 one over two rows */
#define HEAD TR(TC("一级指标") TCP("<w:gridSpan w:val=\"2\"/>", "指标名称") TC("权重") TC("自评"))
#define MERGED                                                                                   \
    TR(TCP("<w:vMerge w:val=\"restart\"/>", "产出") TCP("<w:gridSpan w:val=\"2\"/>", "渠道长度") \
           TC("20") TC("19.5"))
/* 5 a cell in a content control */
#define CONTROLLED TR(TCP("<w:vMerge/>", "") TC("质量") TC("合格率") TC("15") SDT(TC("14.2")))
/* 6 a row that begins a column later */
#define SHIFTED \
    TR("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" TC("时效") TC("完工") TC("10") TC("9"))
/* 7 a deletion with the insertion in its place; content controls 8 around the paragraph of a cell
 * and 9 around a run; 10 a table in a cell; 11 the result of a simple field */
#define CHANGED                                                                    \
    "<w:del w:id=\"1\">" R("<w:delText>60.00</w:delText>") "</w:del>"              \
                                                           "<w:ins w:id=\"2\">" R( \
                                                               "<w:t>62.75</w:t>") "</w:ins>"
#define CELL(content) "<w:tc>" content "</w:tc>"
#define FORMULA(result) "<w:fldSimple w:instr=\" =SUM(ABOVE) \">" result "</w:fldSimple>"
#define NESTED CELL(TBL(TR(TC("里1") TC("里2"))) "<w:p/>")
#define NESTING                                                                   \
    TR(CELL(P(TEXT("执行") CHANGED)) CELL(SDT(PT("31"))) CELL(P(SDT(TEXT("32")))) \
           NESTED CELL(P(FORMULA(TEXT("42.7")))))
/* 12 the result of a complex field, not its code; 13 the text box of an old drawing and 14 hidden
 * text, both apart; 15 the last cell where the total stands */
#define SUM_FIELD                                 \
    R("<w:fldChar w:fldCharType=\"begin\"/>")     \
    R("<w:instrText> =SUM(D2:D4) </w:instrText>") \
    R("<w:fldChar w:fldCharType=\"separate\"/>")  \
    TEXT("45")                                    \
    R("<w:fldChar "                               \
      "w:fldCharType=\"end\"/>")
#define SECRET R("<w:rPr><w:vanish/></w:rPr><w:t>密88</w:t>")
#define BOX(text) "<w:txbxContent>" PT(text) "</w:txbxContent>"
#define OLD_BOX R("<w:pict><v:shape><v:textbox>" BOX("框66") "</v:textbox></v:shape></w:pict>")
#define APART TR(TC("合计") CELL(P(SUM_FIELD)) CELL(P(OLD_BOX)) CELL(P(SECRET)) TC("42.7分"))

/* 16 a drawing and its fallback are one; 14 again outside the table; 17 of a move the new place; 18 a
 * footnote; 19 a hyphen that must not break and a sign of a symbol font; 20 another file's content,
 * which is warned of; 21 a content control around a paragraph; 22 a link and a smart tag */
#define TWICE                                                                                    \
    P(R(ALTERNATE(CHOICE(                                                                        \
        "wps", "<w:drawing><wps:wsp><wps:txbx>" BOX("图77") "</wps:txbx></wps:wsp></w:drawing>") \
                      FALLBACK("<w:pict><v:textbox>" BOX("图77") "</v:textbox></w:pict>"))))
#define MOVED                                                                \
    P("<w:moveFrom w:id=\"5\">" TEXT("旧处51") "</w:moveFrom>"               \
                                               "<w:moveTo w:id=\"6\">" TEXT( \
                                                   "新处52") "</w:moveTo>")
#define NOTED P(TEXT("见注") R("<w:footnoteReference w:id=\"2\"/>"))
#define SIGNS                                            \
    P(R("<w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t>" \
        "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>95</w:t>"))
#define LINKED                                                      \
    P("<w:hyperlink w:anchor=\"x\">" TEXT("链33") "</w:hyperlink>") \
    P("<w:smartTag w:element=\"e\">" TEXT("签22") "</w:smartTag>")
#define BACK        \
    TWICE P(SECRET) \
    MOVED NOTED SIGNS "<w:altChunk/>" SDT(PT("控44")) LINKED "<w:sectPr/>"

static const struct word probes = {
    .body = FRONT TBL(
        "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>" HEAD
            MERGED CONTROLLED SHIFTED NESTING APART) BACK,
    .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
                 "<w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
                 "</w:abstractNum><w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/></w:num>",
    .footnotes = "<w:footnote w:id=\"2\">" PT("注11") "</w:footnote>"};

static const char expected[] = "P一、 概况\n"
                               "P二、 自评结果\n"
                               "P 全年预算７２．５万元\n"
                               "T0 6x5\n"
                               "一级指标|指标名称*2|权重|自评\n"
                               "产出^2|渠道长度*2|20|19.5\n"
                               "@1质量|合格率|15|14.2\n"
                               "@1时效|完工|10|9\n"
                               "执行62.75|31|32||42.7\n"
                               "合计|45|||42.7分\n"
                               "R 6+5 -60.00\n"
                               "? 密88\n"
                               "T1 1x2 in 0.19\n"
                               "里1|里2\n"
                               "P \n"
                               "P \n"
                               "? 密88\n"
                               "P 新处52\n"
                               "P 见注\n"
                               "P 甲\xE2\x80\x91乙≥95\n"
                               "P 控44\n"
                               "P 链33\n"
                               "P 签22\n"
                               "B 框66\n"
                               "B 图77\n"
                               "N 注11\n"
                               "W altchunk_skipped\n";

static void test_probes(void **state) {
    (void)state;
    word_expect_all(probes, expected);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_probes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
