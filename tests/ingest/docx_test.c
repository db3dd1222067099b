#include "tests/ingest/word.h"

/* ---- text of runs */

static void test_runs_join(void **state) {
    (void)state;
    word_expect(P(TEXT("98") "<w:proofErr w:type=\"spellStart\"/>" TEXT(
                    ".") "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>" TEXT("5") TEXT("0%")),
                "P 98.50%\n");
    word_expect(PT("一") P("") PT("二"), "P 一\nP \nP 二\n");
}

static void test_white_space(void **state) {
    (void)state;
    word_expect(P(TEXT(" 甲 ") R("<w:t xml:space=\"preserve\"> 乙 </w:t>") TEXT("丙\n丁")),
                "P 甲 乙 丙 丁\n");
    word_expect("<w:p xml:space=\"preserve\">" TEXT(" 甲 ")
                    R("<w:t xml:space=\"default\"> 乙 </w:t>") "</w:p>",
                "P  甲 乙\n");
    word_expect("\n  <w:p>\n    <w:r>\n      <w:t>甲</w:t>\n    </w:r>\n  </w:p>\n", "P 甲\n");
}

static void test_signs_between_text(void **state) {
    (void)state;
    word_expect(P(R("<w:t>1</w:t><w:tab/><w:t>2</w:t><w:ptab/><w:t>3</w:t><w:br/><w:t>4</w:t>"
                    "<w:cr/><w:t>5</w:t><w:br w:type=\"page\"/><w:t>6</w:t>")),
                "P 1\t2\t3/4/5\f6\n");
    word_expect(P(R("<w:t>12</w:t><w:softHyphen/><w:t>34</w:t><w:noBreakHyphen/><w:t>5</w:t>")),
                "P 1234\xE2\x80\x91"
                "5\n");
    word_expect(P(R("<w:t>1\xE2\x80\x8B"
                    "00</w:t>")),
                "P 1\xE2\x80\x8B"
                "00\n");
}

static void test_symbols(void **state) {
    (void)state;
    word_expect(P(R("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Symbol\" "
                    "w:char=\"F0B3\"/><w:sym w:font=\"wingdings 2\" w:char=\"0052\"/>"
                    "<w:sym w:font=\"X\" w:char=\"5341\"/><w:sym w:char=\"zz\"/>")),
                "P ☑≥☑十\n");
    word_expect(P(R("<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr><w:t>\xEF\x82\xA3</w:t>"
                    "<w:t>，90</w:t>")),
                "P ≤，90\n");
    word_expect(P(R("<w:rPr><w:rFonts w:ascii=\"宋体\"/></w:rPr><w:t>\xEF\x82\xA3</w:t>")),
                "P \xEF\x82\xA3\n");
}

static void test_entities_and_cdata(void **state) {
    (void)state;
    word_expect(P(TEXT("1&lt;2&amp;&#x4E00;<![CDATA[<三>]]>&#x20000;")),
                "P 1<2&一<三>\xF0\xA0\x80\x80\n");
}

static void test_wrappers_do_not_show(void **state) {
    (void)state;
    word_expect(SDT(P(SDT(TEXT("甲")))), "P 甲\n");
    word_expect(E("sdt", "<w:sdtPr><w:alias w:val=\"题\"/></w:sdtPr>" E("sdtContent", PT("甲"))),
                "P 甲\n");
    word_expect(E("customXml", P(E("smartTag", TEXT("乙")) E("hyperlink", TEXT("丙")))),
                "P 乙丙\n");
    word_expect(P("<w:fldSimple w:instr=\"X\">" TEXT("丁") "</w:fldSimple>"), "P 丁\n");
    word_expect(P("<w:dir w:val=\"ltr\">" E("bdo", TEXT("戊")) "</w:dir>"), "P 戊\n");
}

static void test_unknown_elements_are_skipped(void **state) {
    (void)state;
    word_expect(
        "<x:p><x:t>无</x:t></x:p>" P("<x:r>" TEXT("无") "</x:r>" TEXT("有") "<x:t>无</x:t>"),
        "P 有\n");
}

static void test_ruby_and_math(void **state) {
    (void)state;
    word_expect(P(R(E("ruby", E("rt", TEXT("zì")) E("rubyBase", TEXT("自"))))), "P 自\n");
    word_expect(P("<m:oMath><m:r><m:t>x+</m:t></m:r>"
                  "<w:del><m:r><m:t>y</m:t></m:r></w:del>"
                  "<m:r><m:t>1</m:t></m:r></m:oMath>"),
                "P x+1\nR 2+0 -y\n");
    word_expect("<m:oMathPara><m:oMath><m:r><m:t>A/B</m:t></m:r></m:oMath></m:oMathPara>",
                "P A/B\n");
}

static void test_alternate_content(void **state) {
    (void)state;
#define BRANCHES(requires) ALTERNATE(CHOICE(requires, TEXT("新")) FALLBACK(TEXT("旧")))
    word_expect(P(BRANCHES("wps")), "P 新\n");
    word_expect(P(BRANCHES("x")), "P 旧\n");
    word_expect(P(BRANCHES("wps x")), "P 旧\n");
    word_expect(P(BRANCHES(" w  wps ")), "P 新\n");
    word_expect(P(BRANCHES("unbound")), "P 旧\n");
    word_expect(P(BRANCHES("")), "P 旧\n");
#undef BRANCHES
    word_expect(P("<mc:AlternateContent"
                  " xmlns:late=\"http://schemas.microsoft.com/office/word/2010/wordml\">" CHOICE(
                      "x", TEXT("一")) CHOICE("late", TEXT("二"))
                      CHOICE("w", TEXT("三")) "</mc:AlternateContent>"),
                "P 二\n");
}

/* ---- fields */

#define FIELD(type) R("<w:fldChar w:fldCharType=\"" type "\"/>")
#define CODE(text) R("<w:instrText>" text "</w:instrText>")

static void test_fields_show_their_result(void **state) {
    (void)state;
    word_expect(P(FIELD("begin") CODE("=1+1") FIELD("separate") TEXT("2") FIELD("end") TEXT("分")),
                "P 2分\n");
    word_expect(P(FIELD("begin") CODE("PAGE") FIELD("end") TEXT("页")), "P 页\n");
}

static void test_text_in_a_field_code_is_gone(void **state) {
    (void)state;
    word_expect(P(FIELD("begin") CODE("IF") FIELD("begin") CODE("X") FIELD("separate") TEXT("码")
                      FIELD("end") FIELD("separate") TEXT("果") FIELD("end")),
                "P 果\n");
    word_expect(P(FIELD("begin") TEXT("码一")) P(TEXT("码二") FIELD("end") TEXT("后")),
                "P \nP 后\n");
}

static void test_field_without_end_is_no_field(void **state) {
    (void)state;
    word_expect(P(FIELD("begin") TEXT("甲")) PT("乙"), "P 甲\nP 乙\n");
    word_expect(P(FIELD("begin") TEXT("甲") FIELD("begin") TEXT("码") FIELD("end") TEXT("乙")),
                "P 甲乙\n");
    word_expect(P(FIELD("end") FIELD("separate") TEXT("甲")), "P 甲\n");
    word_expect(
        TBL(TR("<w:tc>" P(FIELD("begin") TEXT("码")) "</w:tc>"
                                                     "<w:tc>" P(FIELD("end") TEXT("5")) "</w:tc>")),
        "T0 1x2\n|5\n");
}

static void test_many_open_fields_stay_linear(void **state) {
    (void)state;
    enum { COUNT = 20000 };
    static const char piece[] = FIELD("begin") FIELD("separate");
    char *body = malloc(COUNT * sizeof piece + 100);
    assert_non_null(body);
    size_t len = (size_t)sprintf(body, "<w:p>");
    for (int i = 0; i < COUNT; i++)
        len += (size_t)sprintf(body + len, "%s", i % 2 ? piece : TEXT("1"));
    sprintf(body + len, "</w:p>");
    struct written *out = word_open((struct word){.body = body});
    assert_true(out->read);
    assert_int_equal(out->doc.document.paragraphs.items[0].text.len, COUNT / 2);
    word_close(out);
    free(body);
}

/* ---- tracked changes */

static void test_final_view(void **state) {
    (void)state;
    word_expect(P(E("del", R(E("delText", "甲"))) E("ins", TEXT("乙"))), "P 乙\nR 0+3 -甲\n");
    word_expect(P(E("moveFrom", TEXT("丙")) E("moveTo", TEXT("丁"))), "P 丁\n");
    word_expect(PT("甲") E("del", PT("乙")) E("ins", PT("丙")), "P 甲\nP 丙\nR 0+3 -乙\n");
}

static void test_changed_digits(void **state) {
    (void)state;
    word_expect(P("<w:del>" R("<w:delText>12.34</w:delText>") "</w:del>" TEXT("万元")),
                "P 万元\nR 0+0 -12.34\n");
    word_expect(P("<w:ins>" TEXT("１２") "</w:ins>"), "P １２\nR 0+6\n");
    word_expect(PT("无") TBL(TR(TC("甲") "<w:tc>" P(
                    "<w:del>" R("<w:delText>旧7</w:delText>") "</w:del>" TEXT("8")) "</w:tc>")),
                "P 无\nT0 1x2\n甲|8\nR 0+0 -旧7\n");
}

#define DELETED_MARK "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"

static void test_deleted_paragraph_mark_joins(void **state) {
    (void)state;
    word_expect(P(DELETED_MARK TEXT("甲")) P(DELETED_MARK TEXT("乙")) PT("丙") PT("丁"),
                "P 甲乙丙\nP 丁\n");
    word_expect(P(DELETED_MARK TEXT("甲")) TBL(TR(TC("乙"))) P(DELETED_MARK), "P 甲\n"
                                                                              "T0 1x1\n"
                                                                              "乙\n");
    word_expect(
        TBL(TR("<w:tc>" PT("甲") P(DELETED_MARK TEXT("乙")) PT("丙") P(DELETED_MARK) "</w:tc>")),
        "T0 1x1\n甲/乙丙\n");
    word_expect(P("<w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>" TEXT("甲")), "P 甲\n");
    word_expect(P("<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>" TEXT("甲")) PT("乙"), "P 甲\n"
                                                                                 "P 乙\n");
}

/* ---- hidden text */

#define VANISH "<w:rPr><w:vanish/></w:rPr>"

static void test_hidden_text_stands_apart(void **state) {
    (void)state;
    word_expect(P(TEXT("见") R(VANISH "<w:t>隐</w:t>") R("<w:rPr><w:vanish w:val=\"0\"/></w:rPr>"
                                                         "<w:t>显</w:t>")
                      R("<w:rPr><w:webHidden/></w:rPr><w:t>网</w:t>")),
                "P 见显网\n? 隐\n");
    word_expect(P(R(VANISH "<w:t>12.34%</w:t>")), "P \n? 12.34%\n");
    word_expect(TBL(TR("<w:tc>" P(R(VANISH "<w:t>一</w:t>")) PT("二")
                           P(R(VANISH "<w:t>三</w:t>")) "</w:tc>")),
                "T0 1x1\n/二/\n? 一/三\n");
    word_expect(TBL("<w:tr><w:trPr><w:hidden/></w:trPr>" TC("7") "</w:tr>" TR(TC("8"))),
                "T0 2x1\n\n8\n? 7\n");
}

static void test_styles_hide(void **state) {
    (void)state;
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:styleId=\"p\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"q\"><w:basedOn w:val=\"p\"/></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"d\"><w:basedOn w:val=\"c\"/>"
        "<w:rPr><w:vanish w:val=\"off\"/></w:rPr></w:style>";
#define STYLED(paragraph, run)              \
    P("<w:pPr><w:pStyle w:val=\"" paragraph \
      "\"/></w:pPr>" R("<w:rPr><w:rStyle w:val=\"" run "\"/></w:rPr><w:t>字</w:t>"))
    struct word word = {.styles = styles};
    word.body = STYLED("p", "") STYLED("q", "") STYLED("", "c") STYLED("", "d");
    word_expect_all(word, "P \n? 字\nP \n? 字\nP \n? 字\nP 字\n");
    word.body = STYLED("q", "c"); /* toggles cancel each other out */
    word_expect_all(word, "P 字\n");
    word.styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault>"
                  "</w:docDefaults>";
    word.body = PT("字");
    word_expect_all(word, "P \n? 字\n");
#undef STYLED
}

/* ---- outline */

static void test_outline_levels(void **state) {
    (void)state;
    static const char styles[] =
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"/>"
        "<w:style w:styleId=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
        "<w:style w:styleId=\"2\"><w:basedOn w:val=\"1\"/></w:style>";
    static const char body[] = P("<w:pPr><w:pStyle w:val=\"1\"/></w:pPr>" TEXT("一"))
        P("<w:pPr><w:pStyle w:val=\"2\"/></w:pPr>" TEXT("二"))
            P("<w:pPr><w:pStyle w:val=\"2\"/><w:outlineLvl w:val=\"2\"/></w:pPr>" TEXT("三"))
                P("<w:pPr><w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/></w:pPr>" TEXT("文"))
                    PT("文");
    word_expect_all((struct word){.body = body, .styles = styles},
                    "P 一\nH 1\nP 二\nH 1\nP 三\nH 3\nP 文\nP 文\n");
}

/* ---- stories apart */

#define BOX(content)                                                                       \
    R("<w:pict><v:shape><v:textbox><w:txbxContent>" content "</w:txbxContent></v:textbox>" \
      "</v:shape></w:pict>")

static void test_text_boxes_stand_apart(void **state) {
    (void)state;
    word_expect(P(TEXT("前") BOX(PT("框一") PT("框二")) TEXT("后")), "P 前后\n"
                                                                     "B 框一/框二\n");
    word_expect(P(BOX(TBL(TR(TC("甲") TC("1"))))), "P \nB 甲/1\n");
    word_expect(P(BOX(P(TEXT("外") BOX(PT("内"))))), "P \nB 外\nB 内\n");
#define SHAPE "<wps:wsp><wps:txbx>" E("txbxContent", PT("新")) "</wps:txbx></wps:wsp>"
    word_expect(P(R(ALTERNATE(CHOICE("wps", E("drawing", SHAPE))
                                  FALLBACK(E("pict", E("txbxContent", PT("旧"))))))),
                "P \nB 新\n");
#undef SHAPE
    word_expect(
        P(FIELD("begin") BOX(P(FIELD("end") TEXT("框"))) FIELD("separate") TEXT("9") FIELD("end")),
        "P 9\nB 框\n");
}

static void test_text_box_is_placed_with_its_cell(void **state) {
    (void)state;
    struct written *out = word_open((struct word){
        .body = P(BOX(PT("甲"))) TBL(TR(TC("") "<w:tc>" P(BOX(PT("乙"))) "</w:tc>"))});
    const struct passage *boxes = out->doc.document.textboxes.items;
    assert_int_equal(out->doc.document.textboxes.count, 2);
    assert_int_equal(boxes[0].at.paragraph, 0);
    assert_int_equal(boxes[0].at.table, PLACE_NONE);
    assert_int_equal(boxes[1].at.paragraph, 1);
    assert_int_equal(boxes[1].at.table, 0);
    assert_int_equal(boxes[1].at.row, 0);
    assert_int_equal(boxes[1].at.col, 1);
    word_close(out);
}

#define NOTE(name, attributes, content) "<w:" name " " attributes ">" content "</w:" name ">"

static void test_notes_stand_apart(void **state) {
    (void)state;
    struct word word = {.body = PT("一") P(TEXT("二") R("<w:endnoteReference w:id=\"2\"/>"))
                            P(R("<w:footnoteReference w:id=\"2\"/>")),
                        .footnotes = NOTE("footnote", "w:type=\"separator\" w:id=\"0\"", PT("线"))
                            NOTE("footnote", "w:id=\"2\"", PT("脚") PT("注")),
                        .endnotes = NOTE("endnote", "w:id=\"2\"", PT("尾注"))
                            NOTE("endnote", "w:id=\"9\"", PT("无主"))};
    word_expect_all(word, "P 一\nP 二\nP \nN 脚/注\nN 尾注\nN 无主\n");
    struct written *out = word_open(word);
    assert_int_equal(out->doc.document.notes.items[0].at.paragraph, 2);
    assert_int_equal(out->doc.document.notes.items[1].at.paragraph, 1);
    assert_int_equal(out->doc.document.notes.items[2].at.paragraph, PLACE_NONE);
    word_close(out);
}

static void test_other_content_is_warned_of(void **state) {
    (void)state;
    word_expect(PT("甲") "<w:altChunk/>" PT("乙"), "P 甲\nP 乙\nW altchunk_skipped\n");
}

/* ---- failures */

static void test_damaged_side_parts_are_warned_of(void **state) {
    (void)state;
    word_expect_all((struct word){.body = PT("甲"), .styles = "<w:broken"},
                    "P 甲\nW part_unreadable\n");
    word_expect_all((struct word){.body = PT("甲"), .numbering = "</w:num>"},
                    "P 甲\nW part_unreadable\n");
    word_expect_all((struct word){.body = PT("甲"), .footnotes = "<w:footnote>"},
                    "P 甲\nW part_unreadable\n");
}

static void test_damaged_main_part_is_refused(void **state) {
    (void)state;
    word_expect("<w:p></w:r>", "! xml_malformed\n");
    word_expect("<w:p>\x01</w:p>", "! xml_malformed\n");
    word_expect(P(TEXT("\xFF")), "! xml_malformed\n");
    word_expect(P("<w:r w:a=\"1\" w:a=\"2\"/>"), "! xml_malformed\n");
    word_expect(P("<undeclared:r/>"), "! xml_malformed\n");
}

static void test_little_memory_fails_cleanly(void **state) {
    (void)state;
    struct package package = {0};
    struct word word = {.body = PT("甲") TBL(TR(TC("1") TC("2")) TR(TC("3") TC("4")))
                            P(BOX(PT("框")) R("<w:footnoteReference w:id=\"1\"/>")),
                        .styles = "<w:style w:styleId=\"a\"/>",
                        .numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"/>"
                                     "</w:abstractNum><w:num w:numId=\"1\"/>",
                        .footnotes = "<w:footnote w:id=\"1\">" PT("注") "</w:footnote>"};
    struct str bytes = word_package(&package, &word);
    static const size_t budgets[] = {0, 100, 65536, 70000};
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
        struct written *out = word_read(bytes, budgets[i], false);
        if (i < 3)
            assert_string_equal(out->text, "! memory\n");
        word_close(out);
    }
    package_free(&package);
}

static void test_depth_is_bounded(void **state) {
    (void)state;
    char *body = malloc(WORD_XML);
    size_t len = 0;
    assert_non_null(body);
    for (int i = 0; i < 300; i++)
        len += (size_t)sprintf(body + len, "<w:smartTag>");
    for (int i = 0; i < 300; i++)
        len += (size_t)sprintf(body + len, "</w:smartTag>");
    word_expect(body, "! xml_limit\n");
    free(body);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs_join),
        cmocka_unit_test(test_white_space),
        cmocka_unit_test(test_signs_between_text),
        cmocka_unit_test(test_symbols),
        cmocka_unit_test(test_entities_and_cdata),
        cmocka_unit_test(test_wrappers_do_not_show),
        cmocka_unit_test(test_unknown_elements_are_skipped),
        cmocka_unit_test(test_ruby_and_math),
        cmocka_unit_test(test_alternate_content),
        cmocka_unit_test(test_fields_show_their_result),
        cmocka_unit_test(test_text_in_a_field_code_is_gone),
        cmocka_unit_test(test_field_without_end_is_no_field),
        cmocka_unit_test(test_many_open_fields_stay_linear),
        cmocka_unit_test(test_final_view),
        cmocka_unit_test(test_changed_digits),
        cmocka_unit_test(test_deleted_paragraph_mark_joins),
        cmocka_unit_test(test_hidden_text_stands_apart),
        cmocka_unit_test(test_styles_hide),
        cmocka_unit_test(test_outline_levels),
        cmocka_unit_test(test_text_boxes_stand_apart),
        cmocka_unit_test(test_text_box_is_placed_with_its_cell),
        cmocka_unit_test(test_notes_stand_apart),
        cmocka_unit_test(test_other_content_is_warned_of),
        cmocka_unit_test(test_damaged_side_parts_are_warned_of),
        cmocka_unit_test(test_damaged_main_part_is_refused),
        cmocka_unit_test(test_little_memory_fails_cleanly),
        cmocka_unit_test(test_depth_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
