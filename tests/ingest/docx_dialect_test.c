/* The same little report as Word, WPS and LibreOffice write it: three dialects, one model. */
#include "tests/ingest/word.h"

#define EXPECTED                                                                         \
    "P一、 预算执行情况\nH 1\nP 全年预算100.00万元，执行率98.50%。\n" \
    "T0 3x3\n指标*2|得分\n产出^2|数量|10\n@1质量|9.5\nP 单位（盖章）\n"

#define WORD_HEAD                                                                \
    "<w:tr w:rsidR=\"00A1\"><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" TCP(  \
        "<w:tcW w:w=\"2000\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/>", "指标") \
        TC("得分") "</w:tr>"
#define WORD_ROWS                                                        \
    TR(TCP("<w:vMerge w:val=\"restart\"/>", "产出") TC("数量") TC("10")) \
    TR(TCP("<w:vMerge/>", "") TC("质量") TC("9.5"))

/* Word: revision marks on every element, runs cut by the spelling checker, compatibility markup. */
static void test_word(void **state) {
    (void)state;
    static const char body[] =
        "<w:p w:rsidR=\"00A1\" w:rsidRDefault=\"00A1\"><w:pPr><w:pStyle w:val=\"1\"/><w:rPr>"
        "<w:rFonts w:hint=\"eastAsia\"/></w:rPr></w:pPr><w:bookmarkStart w:id=\"0\" "
        "w:name=\"_Toc1\"/><w:r w:rsidRPr=\"00A1\"><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:lang "
        "w:eastAsia=\"zh-CN\"/></w:rPr><w:t>预算执行情况</w:t></w:r><w:bookmarkEnd "
        "w:id=\"0\"/></w:p>"
        "<w:p><w:r><w:t>全年预算</w:t></w:r><w:proofErr "
        "w:type=\"gramStart\"/><w:r><w:t>100</w:t></w:r>"
        "<w:r><w:t>.00</w:t></w:r><w:proofErr w:type=\"gramEnd\"/><w:r><w:t "
        "xml:space=\"preserve\">万元，</w:t></w:r><w:r><w:rPr><w:b/></"
        "w:rPr><w:lastRenderedPageBreak/>"
        "<w:t>执行率98.50%。</w:t></w:r></w:p>"
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"a3\"/><w:tblBorders><w:top w:val=\"single\"/>"
        "</w:tblBorders><w:tblLook w:val=\"04A0\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1000\"/>"
        "<w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/></w:tblGrid>" WORD_HEAD WORD_ROWS
        "</w:tbl>" P(R(ALTERNATE(CHOICE("wps", E("t", "单位")) FALLBACK(E("t", "旧"))))
                         TEXT("（盖章）")) "<w:sectPr><w:pgSz w:w=\"11906\"/></w:sectPr>";
    word_expect_all(
        (struct word){
            .body = body,
            .styles =
                "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>"
                "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:basedOn w:val=\"a\"/><w:pPr>"
                "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
                "</w:style>",
            .numbering = "<w:abstractNum w:abstractNumId=\"3\"><w:multiLevelType w:val=\"x\"/>"
                         "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
                         "w:val=\"chineseCountingThousand\"/><w:pStyle w:val=\"1\"/><w:lvlText "
                         "w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
                         "<w:abstractNumId w:val=\"3\"/></w:num>"},
        EXPECTED);
}

#define WPS_HEAD                                                  \
    "<w:tbl><w:tblPr><w:tblW w:w=\"0\"/></w:tblPr>"               \
    "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>" \
    "<w:tr><w:tblPrEx><w:tblBorders/></w:tblPrEx>" TCP(           \
        "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>", "指标") TC("得分") "</w:tr>"
#define WPS_ROWS                                                         \
    TR(TCP("<w:vMerge w:val=\"restart\"/>", "产出") TC("数量") TC("10")) \
    TR(TCP("<w:vMerge w:val=\"continue\"/>", "") TC("质量") TC("9.5")) "</w:tbl>"

/* WPS: properties spelt out with zeros, digits in runs of their own with other fonts. */
static void test_wps(void **state) {
    (void)state;
#define FORMAT(hint)                                                  \
    "<w:rPr><w:rFonts w:hint=\"" hint                                 \
    "\" w:ascii=\"仿宋\" w:eastAsia=\"仿宋\"/><w:b w:val=\"0\"/>" \
    "<w:vanish w:val=\"0\"/><w:sz w:val=\"32\"/></w:rPr>"
#define WPS(hint, text) R(FORMAT(hint) "<w:t>" text "</w:t>")
    static const char body[] = P(
        "<w:pPr><w:pStyle w:val=\"2\"/><w:keepNext w:val=\"0\"/><w:pageBreakBefore "
        "w:val=\"0\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl "
        "w:val=\"0\"/>" FORMAT("eastAsia") "</w:pPr>" WPS("eastAsia", "预算执行情况"))
        P(WPS("eastAsia", "全年预算") WPS("default", "100") WPS("default", ".00")
              WPS("eastAsia", "万元，执行率") WPS("default", "98.50%") WPS("eastAsia", "。"))
            WPS_HEAD WPS_ROWS P(WPS("eastAsia", "单位（盖章）"));
    word_expect_all(
        (struct word){.body = body,
                      .styles = "<w:style w:type=\"paragraph\" w:styleId=\"2\"/>",
                      .numbering =
                          "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\" "
                          "w:tentative=\"0\"><w:start w:val=\"1\"/><w:numFmt "
                          "w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText "
                          "w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
                          "<w:abstractNumId w:val=\"0\"/></w:num>"},
        EXPECTED);
}

#define OFFICE_HEAD                                                        \
    "<w:tbl><w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"1000\"/>" \
    "<w:gridCol w:w=\"1001\"/></w:tblGrid><w:tr><w:trPr></w:trPr>" TCP(    \
        "<w:tcW w:w=\"2000\"/><w:gridSpan w:val=\"2\"/>", "指标") TC("得分") "</w:tr>"
#define OFFICE_WIDTH "<w:tcW w:w=\"1000\"/>"
#define OFFICE_ROWS                                                                   \
    TR(TCP(OFFICE_WIDTH "<w:vMerge w:val=\"restart\"/>", "产出") TC("数量") TC("10")) \
    TR(TCP(OFFICE_WIDTH "<w:vMerge w:val=\"continue\"/>", "") TC("质量") TC("9.5")) "</w:tbl>"

/* LibreOffice: an empty run before the text, styles by long names, cells with full widths. */
static void test_libreoffice(void **state) {
    (void)state;
    static const char body[] = P("<w:pPr><w:pStyle w:val=\"Heading1\"/><w:rPr></w:rPr></w:pPr>" R(
        "<w:rPr></w:rPr><w:t>预算执行情况</w:t>"))
        P("<w:pPr><w:pStyle w:val=\"Normal\"/><w:bidi w:val=\"0\"/></w:pPr>" R("<w:rPr/>")
              TEXT("全年预算100.00万元，执行率98.50%。"))
            OFFICE_HEAD OFFICE_ROWS P(
                "<w:pPr><w:pStyle w:val=\"Normal\"/></w:pPr>" TEXT("单位（盖章）"));
    word_expect_all(
        (struct word){.body = body,
                      .styles =
                          "<w:style w:type=\"paragraph\" w:default=\"1\" "
                          "w:styleId=\"Normal\"/><w:style w:type=\"paragraph\" "
                          "w:styleId=\"Heading1\"><w:basedOn w:val=\"Normal\"/><w:pPr><w:numPr>"
                          "<w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl "
                          "w:val=\"0\"/></w:pPr></w:style>",
                      .numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
                                   "<w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
                                   "<w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
                                   "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"},
        EXPECTED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_word),
        cmocka_unit_test(test_wps),
        cmocka_unit_test(test_libreoffice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
