#include "tests/ingest/word.h"

#define LVL(ilvl, content) "<w:lvl w:ilvl=\"" ilvl "\">" content "</w:lvl>"
#define LEVEL(ilvl, format, text) \
    LVL(ilvl,                     \
        "<w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/><w:lvlText w:val=\"" text "\"/>")
#define LIST(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define NUM(id, list) "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" list "\"/></w:num>"
#define ITEM(num, ilvl, text)                                             \
    P("<w:pPr><w:numPr><w:ilvl w:val=\"" ilvl "\"/><w:numId w:val=\"" num \
      "\"/></w:numPr></w:pPr>" TEXT(text))
#define STYLE(id, content) \
    "<w:style w:type=\"paragraph\" w:styleId=\"" id "\">" content "</w:style>"
#define STYLED(id, text) P("<w:pPr><w:pStyle w:val=\"" id "\"/></w:pPr>" TEXT(text))

static void expect(const char *numbering, const char *styles, const char *body,
                   const char *expected) {
    word_expect_all((struct word){.body = body, .numbering = numbering, .styles = styles},
                    expected);
}

static void test_levels_count_and_restart(void **state) {
    (void)state;
    expect(LIST("0", LEVEL("0", "chineseCounting", "%1、") LEVEL("1", "chineseCounting", "(%2)")
                         LEVEL("2", "decimal", "%3.")) NUM("1", "0"),
           NULL,
           ITEM("1", "0", "a") ITEM("1", "1", "b") ITEM("1", "1", "c") ITEM("1", "2", "d")
               ITEM("1", "0", "e") ITEM("1", "1", "f"),
           "P一、 a\nP(一) b\nP(二) c\nP1. d\nP二、 e\nP(一) f\n");
}

static void test_number_of_several_levels(void **state) {
    (void)state;
    static const char numbering[] =
        LIST("0", LEVEL("0", "chineseCounting", "第%1章") LEVEL("1", "decimal", "%1.%2")
                      LVL("2", "<w:start w:val=\"1\"/><w:isLgl/><w:lvlText w:val=\"%1.%2.%3\"/>"))
            NUM("1", "0");
    expect(numbering, NULL, ITEM("1", "0", "a") ITEM("1", "1", "b") ITEM("1", "2", "c"),
           "P第一章 a\nP一.1 b\nP1.1.1 c\n");
    expect(numbering, NULL, ITEM("1", "2", "c"), "P1.1.1 c\n");
}

static void test_restart_rules(void **state) {
    (void)state;
    expect(
        LIST("0",
             LEVEL("0", "decimal", "%1") LEVEL("1", "decimal", "%2") LVL(
                 "2", "<w:start w:val=\"5\"/><w:lvlRestart w:val=\"1\"/><w:lvlText w:val=\"%3\"/>")
                 LVL("3", "<w:lvlRestart w:val=\"0\"/><w:lvlText w:val=\"%4\"/>")) NUM("1", "0"),
        NULL,
        ITEM("1", "0", "a") ITEM("1", "2", "b") ITEM("1", "3", "c") ITEM("1", "1", "d")
            ITEM("1", "2", "e") ITEM("1", "0", "f") ITEM("1", "2", "g") ITEM("1", "3", "h"),
        "P1 a\nP5 b\nP0 c\nP1 d\nP6 e\nP2 f\nP5 g\nP1 h\n");
}

static void test_lists_share_counters_until_overridden(void **state) {
    (void)state;
    expect(
        LIST("7", LEVEL("0", "decimal", "%1.")) NUM("1", "7") NUM(
            "2",
            "7") "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\">"
                 "<w:startOverride w:val=\"10\"/></w:lvlOverride></w:num>"
                 "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride "
                 "w:ilvl=\"0\">" LEVEL("0", "upperRoman", "%1)") "</w:lvlOverride></w:num>",
        NULL,
        ITEM("1", "0", "a") ITEM("2", "0", "b") ITEM("3", "0", "c") ITEM("3", "0", "d")
            ITEM("4", "0", "e"),
        "P1. a\nP2. b\nP10. c\nP11. d\nPXII) e\n");
}

static void test_styles_bring_numbers(void **state) {
    (void)state;
    static const char numbering[] = LIST(
        "0",
        LEVEL("0", "decimal", "%1.")
            LVL("1", "<w:start w:val=\"1\"/><w:pStyle w:val=\"two\"/><w:lvlText w:val=\"%1.%2\"/>"))
        NUM("1", "0");
    static const char styles[] = STYLE("one",
                                       "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
        STYLE("two", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
            STYLE("three", "<w:basedOn w:val=\"two\"/>")
                STYLE("four",
                      "<w:basedOn w:val=\"two\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr>"
                      "</w:pPr>");
    expect(numbering, styles,
           STYLED("one", "a") STYLED("two", "b") STYLED("three", "c") STYLED("four", "d") P(
               "<w:pPr><w:pStyle w:val=\"two\"/><w:numPr><w:numId w:val=\"0\"/>"
               "</w:numPr></w:pPr>" TEXT("e")) P("<w:pPr><w:pStyle w:val=\"two\"/><w:numPr><w:ilvl "
                                                 "w:val=\"0\"/></w:numPr></w:pPr>" TEXT("f")),
           "P1. a\nP1.1 b\nP1.2 c\nP d\nP e\nP2. f\n");
}

static void test_list_through_a_style(void **state) {
    (void)state;
    expect(LIST("0", "<w:numStyleLink w:val=\"s\"/>") LIST("1", LEVEL("0", "decimal", "%1)"))
               NUM("1", "0") NUM("2", "1"),
           STYLE("s", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>"),
           ITEM("1", "0", "a") ITEM("2", "0", "b"), "P1) a\nP2) b\n");
}

static void test_cycles_end(void **state) {
    (void)state;
    expect(LIST("0", "<w:numStyleLink w:val=\"s\"/>") LIST("1", "<w:numStyleLink w:val=\"t\"/>")
               NUM("1", "0") NUM("2", "1"),
           STYLE("s", "<w:basedOn w:val=\"t\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr>"
                      "</w:pPr>")
               STYLE("t", "<w:basedOn w:val=\"s\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
                          "</w:pPr>") STYLE("u", "<w:basedOn w:val=\"u\"/>"),
           ITEM("1", "0", "a") STYLED("u", "b"), "P a\nP b\n");
}

static void test_what_is_not_defined_has_no_number(void **state) {
    (void)state;
    expect(LIST("0", LEVEL("0", "decimal", "%1.") LEVEL("10", "decimal", "%1.")) NUM("1", "0")
               NUM("2", "9"),
           NULL,
           ITEM("1", "99", "a") ITEM("1", "-1", "b") ITEM("1", "3", "c") ITEM("2", "0", "d")
               ITEM("3", "0", "e") ITEM("1", "0", "f"),
           "P a\nP b\nP c\nP d\nP e\nP1. f\n");
    expect(NULL, NULL, ITEM("1", "0", "a"), "P a\n");
}

static void test_bullets_are_no_numbers(void **state) {
    (void)state;
    expect(LIST("0", LEVEL("0", "bullet", "\xEF\x82\xB7")) NUM("1", "0"), NULL, ITEM("1", "0", "a"),
           "P a\n");
}

static void test_extremes(void **state) {
    (void)state;
    expect(LIST("0", LVL("0", "<w:start w:val=\"2147483647\"/><w:lvlText w:val=\"%1\"/>")
                         LVL("1", "<w:start w:val=\"2147483647\"/><w:numFmt w:val=\"upperLetter\"/>"
                                  "<w:lvlText w:val=\"%2\"/>")) NUM("1", "0"),
           NULL, ITEM("1", "0", "a") ITEM("1", "0", "b") ITEM("1", "1", "c"),
           "P2147483647 a\nP2147483647 b\nP2147483647 c\n");
}

static void test_long_label_is_cut_between_characters(void **state) {
    (void)state;
    char numbering[4000], text[2000] = "";
    for (int i = 0; i < 400; i++)
        strcat(text, "一");
    snprintf(numbering, sizeof numbering, LIST("0", LEVEL("0", "decimal", "%s")) NUM("1", "0"),
             text);
    struct written *out =
        word_open((struct word){.body = ITEM("1", "0", "a"), .numbering = numbering});
    struct str number = out->doc.document.paragraphs.items[0].numbering;
    assert_true(number.len > 300 && number.len % 3 == 0 && number.len < 512);
    word_close(out);
}

static void test_cells_have_a_number_a_line(void **state) {
    (void)state;
    expect(LIST("0", LEVEL("0", "decimal", "%1.")) NUM("1", "0"), NULL,
           TBL(TR("<w:tc>" ITEM("1", "0", "") "</w:tc>" TC("甲"))
                   TR("<w:tc>" PT("乙") ITEM("1", "0", "丙") "</w:tc>")),
           "T0 2x2\n#1.#|甲\n#/2.#乙/丙\n");
}

static void test_custom_format_falls_back(void **state) {
    (void)state;
    expect(LIST("0", LVL("0", "<w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice "
                              "Requires=\"wps\"><w:numFmt w:val=\"custom\" w:format=\"001\"/>"
                              "</mc:Choice><mc:Fallback><w:numFmt w:val=\"decimalZero\"/>"
                              "</mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/>"))
               NUM("1", "0"),
           NULL, ITEM("1", "0", "a"), "P01 a\n");
}

static void test_deleted_paragraphs_do_not_count(void **state) {
    (void)state;
    expect(
        LIST("0", LEVEL("0", "decimal", "%1.")) NUM("1", "0"), NULL,
        ITEM("1", "0", "a")
            P("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/>"
              "</w:rPr></w:pPr>" TEXT("b")) ITEM("1", "0", "c"),
        "P1. a\nP2. bc\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_count_and_restart),
        cmocka_unit_test(test_number_of_several_levels),
        cmocka_unit_test(test_restart_rules),
        cmocka_unit_test(test_lists_share_counters_until_overridden),
        cmocka_unit_test(test_styles_bring_numbers),
        cmocka_unit_test(test_list_through_a_style),
        cmocka_unit_test(test_cycles_end),
        cmocka_unit_test(test_what_is_not_defined_has_no_number),
        cmocka_unit_test(test_bullets_are_no_numbers),
        cmocka_unit_test(test_extremes),
        cmocka_unit_test(test_long_label_is_cut_between_characters),
        cmocka_unit_test(test_cells_have_a_number_a_line),
        cmocka_unit_test(test_custom_format_falls_back),
        cmocka_unit_test(test_deleted_paragraphs_do_not_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
