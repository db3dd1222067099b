#include "ingest/docx_run.h"

#include <stdio.h>

#include "tests/ingest/story.h"

/* What has been read of the open paragraph. */
static void expect_flow(const struct told *told, const char *text, const char *hidden) {
    const struct docx_flow *flow = told->story.flow;
    assert_true(str_is((struct str){flow->text.ptr, flow->text.len}, text));
    assert_true(str_is((struct str){flow->hidden.ptr, flow->hidden.len}, hidden));
}

static struct told *open_paragraph(void) {
    struct told *told = told_body();
    assert_true(docx_flow_start_paragraph(told->story.flow));
    docx_run_start(&told->story);
    return told;
}

static void put(struct told *told, const char *text, bool preserve, bool math) {
    struct xml_element element = {.ns = NS_W, .name = NAME_T, .preserve = preserve};
    docx_run_start_text(&told->story, &element, math);
    assert_true(docx_run_text(&told->story, str_of(text)));
    docx_run_end_text(&told->story);
}

/* ---- white space */

static void test_white_space_is_trimmed_unless_preserved(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    put(told, " \t甲\n乙\r\n", false, false);
    expect_flow(told, "甲 乙", "");
    put(told, " 丙 ", true, false);
    expect_flow(told, "甲 乙 丙 ", "");
    put(told, "   ", false, false);
    put(told, "", false, false);
    expect_flow(told, "甲 乙 丙 ", "");
    put(told, " x ", false, true); /* a formula keeps its blanks */
    expect_flow(told, "甲 乙 丙  x ", "");
    told_close(told);
}

/* Pieces of one text are put right as a whole: a blank between two pieces stays. */
static void test_pieces_of_one_text(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    struct xml_element element = {.ns = NS_W, .name = NAME_T};
    docx_run_start_text(&told->story, &element, false);
    assert_true(docx_run_text(&told->story, str_of(" 12 ")));
    assert_true(docx_run_text(&told->story, str_of(" 34 ")));
    docx_run_end_text(&told->story);
    expect_flow(told, "12  34", "");
    told_close(told);
}

/* ---- hidden text: 17.7.3, toggle properties */

static bool is_hidden(int32_t direct, int32_t by_run, int32_t by_paragraph, bool by_default) {
    struct docx_style run = {.vanish = by_run}, paragraph = {.vanish = by_paragraph};
    struct told *told = open_paragraph();
    told->styles.vanish = by_default;
    told->story.flow->paragraph.style = &paragraph;
    told->story.flow->run.style = &run;
    told->story.flow->run.vanish = direct;
    docx_run_settle(&told->story);
    bool hidden = told->story.flow->run.hidden;
    told_close(told);
    return hidden;
}

static void test_toggles_of_both_styles_cancel_each_other_out(void **state) {
    (void)state;
    assert_false(is_hidden(STYLE_UNSET, STYLE_UNSET, STYLE_UNSET, false));
    assert_true(is_hidden(STYLE_UNSET, 1, STYLE_UNSET, false));
    assert_true(is_hidden(STYLE_UNSET, STYLE_UNSET, 1, false));
    assert_true(is_hidden(STYLE_UNSET, 0, 1, false));
    assert_false(is_hidden(STYLE_UNSET, 1, 1, false));
}

static void test_direct_formatting_decides(void **state) {
    (void)state;
    assert_true(is_hidden(1, 1, 1, false));
    assert_true(is_hidden(1, 0, STYLE_UNSET, false));
    assert_false(is_hidden(0, 1, STYLE_UNSET, false));
    assert_false(is_hidden(0, STYLE_UNSET, STYLE_UNSET, true));
    assert_true(is_hidden(STYLE_UNSET, STYLE_UNSET, STYLE_UNSET, true));
}

static void test_hidden_text_goes_apart_and_formulas_do_not(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    told->story.flow->run.hidden = true;
    put(told, "密", false, false);
    put(told, "x=1", false, true);
    expect_flow(told, "x=1", "密");
    docx_run_start(&told->story); /* the next run is its own */
    put(told, "文", false, false);
    expect_flow(told, "x=1文", "密");
    told_close(told);
}

/* ---- symbol fonts */

static void test_symbols_become_shorter_or_stay(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    strcpy(told->story.flow->run.font, "Symbol");
    put(told,
        "甲\xEF\x82\xA3"
        "9\xEF\x82\xB3乙\xEF\xBC\x8C",
        false, false);
    expect_flow(told, "甲≤9≥乙，", "");
    told->story.flow->text.len = 0;
    told->story.flow->run.font[0] = '\0';
    put(told, "\xEF\x82\xA3", false, false);
    expect_flow(told, "\xEF\x82\xA3", ""); /* which sign it is only its font tells */
    told_close(told);
}

/* ---- tracked changes */

/* The tracked changes of paragraph `index`: "3+6 -旧" as in tests/ingest/word.h, one a line. */
static void expect_revisions(const struct told *told, size_t index, const char *expected) {
    const struct passage *passage = &told->doc.document.paragraphs.items[index];
    char text[256] = "";
    size_t len = 0;
    for (uint32_t i = 0; i < passage->revision_count; i++) {
        const struct revision *revision = &passage->revisions[i];
        len += (size_t)snprintf(text + len, sizeof text - len, "%u+%u -%.*s\n", revision->offset,
                                revision->inserted, STR_ARGS(revision->deleted));
    }
    assert_string_equal(text, expected);
}

static void test_deleted_text_is_no_text_but_a_change(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    put(told, "得分", false, false);
    assert_true(docx_run_deleted_text(&told->story, str_of("9")));
    assert_true(docx_run_deleted_text(&told->story, str_of("5")));
    docx_run_end_deleted(&told->story);
    put(told, "98", false, false);
    expect_flow(told, "得分98", "");
    assert_int_equal(told->story.deleted.len, 0);
    assert_true(docx_story_end_paragraph(&told->story));
    expect_revisions(told, 0, "6+0 -95\n");
    told_close(told);
}

/* Between the rows of a table no flow is open. */
static void test_a_deletion_outside_any_flow(void **state) {
    (void)state;
    struct told *told = told_open(1 << 20);
    assert_true(docx_run_deleted_text(&told->story, str_of("95")));
    docx_run_end_deleted(&told->story);
    assert_int_equal(told->story.deleted.len, 0);
    assert_int_equal(told->doc.source.warnings.count, 0);
    told_close(told);
}

static void test_insertions_are_noted_where_they_stand(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    put(told, "支出", false, false);
    told->story.inserted = 1;
    put(told, "34", false, false);
    told->story.inserted = 0;
    put(told, "万元", false, false);
    assert_true(docx_story_end_paragraph(&told->story));
    expect_revisions(told, 0, "6+2 -\n");
    assert_true(docx_flow_start_paragraph(told->story.flow)); /* the next one has none of it */
    put(told, "12", false, false);
    assert_true(docx_story_end_paragraph(&told->story));
    expect_revisions(told, 1, "");
    told_close(told);
}

/* ---- signs without attributes */

static void test_signs(void **state) {
    (void)state;
    static const struct {
        enum ooxml_name name;
        const char *text;
    } cases[] = {{NAME_TAB, "\t"}, {NAME_PTAB, "\t"}, {NAME_CR, "\n"},
                 {NAME_BR, "\n"},  {NAME_SYM, ""},    {NAME_NO_BREAK_HYPHEN, "\xE2\x80\x91"}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct told *told = open_paragraph();
        struct xml_element element = {.ns = NS_W, .name = cases[i].name};
        enum xml_step step = XML_STOP;
        assert_true(docx_run_sign(&told->story, NULL, &element, &step));
        assert_int_equal(step, XML_SKIP);
        expect_flow(told, cases[i].text, "");
        told_close(told);
    }
}

static void test_a_reference_without_id_is_none(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    struct xml_element element = {.ns = NS_W, .name = NAME_FOOTNOTE_REFERENCE};
    enum xml_step step = XML_STOP;
    assert_true(docx_run_sign(&told->story, NULL, &element, &step));
    assert_int_equal(step, XML_SKIP);
    assert_int_equal(told->story.references.count, 0);
    element.name = NAME_DRAWING;
    assert_false(docx_run_sign(&told->story, NULL, &element, &step));
    told_close(told);
}

/* ---- limits and memory */

static void test_length_is_bounded(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    struct xml_element element = {.ns = NS_W, .name = NAME_T};
    docx_run_start_text(&told->story, &element, false);
    told->story.flow->text.len = LIMIT_PASSAGE_BYTES - 1; /* so much came before */
    assert_false(docx_run_text(&told->story, str_of("12")));
    assert_int_equal(told->err.code, ERR_XML_LIMIT);
    told->story.flow->text.len = 0;
    told->err = (struct err){0};
    told->story.deleted.len = LIMIT_PASSAGE_BYTES;
    assert_false(docx_run_deleted_text(&told->story, str_of("1")));
    assert_int_equal(told->err.code, ERR_XML_LIMIT);
    told->story.deleted.len = 0;
    told_close(told);
}

static void test_no_memory(void **state) {
    (void)state;
    struct told *told = open_paragraph();
    struct xml_element element = {.ns = NS_W, .name = NAME_TAB};
    enum xml_step step = XML_SKIP;
    while (arena_alloc(&told->doc.arena, 64))
        ;
    assert_true(docx_run_sign(&told->story, NULL, &element, &step));
    assert_int_equal(step, XML_STOP);
    assert_int_equal(told->err.code, ERR_MEMORY);
    told->err = (struct err){0};
    assert_false(told_run(told, "文"));
    assert_int_equal(told->err.code, ERR_MEMORY);
    told->err = (struct err){0};
    assert_false(docx_run_deleted_text(&told->story, str_of("95")));
    assert_int_equal(told->err.code, ERR_MEMORY);
    told_close(told);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_white_space_is_trimmed_unless_preserved),
        cmocka_unit_test(test_pieces_of_one_text),
        cmocka_unit_test(test_toggles_of_both_styles_cancel_each_other_out),
        cmocka_unit_test(test_direct_formatting_decides),
        cmocka_unit_test(test_hidden_text_goes_apart_and_formulas_do_not),
        cmocka_unit_test(test_symbols_become_shorter_or_stay),
        cmocka_unit_test(test_deleted_text_is_no_text_but_a_change),
        cmocka_unit_test(test_a_deletion_outside_any_flow),
        cmocka_unit_test(test_insertions_are_noted_where_they_stand),
        cmocka_unit_test(test_signs),
        cmocka_unit_test(test_a_reference_without_id_is_none),
        cmocka_unit_test(test_length_is_bounded),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
