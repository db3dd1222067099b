#include "ingest/docx_story.h"

#include "tests/ingest/story.h"

static void expect_text(struct str text, const char *expected) {
    assert_int_equal(text.len, strlen(expected));
    assert_true(str_is(text, expected));
}

/* ---- paragraphs */

static void test_paragraphs_of_the_body_go_into_the_document(void **state) {
    (void)state;
    struct told *told = told_body();
    struct document *document = &told->doc.document;
    assert_true(told_paragraph(told, "甲"));
    assert_int_equal(docx_story_place(&told->story).paragraph, 1);
    assert_true(told_paragraph(told, ""));
    assert_true(told_paragraph(told, "乙"));
    assert_int_equal(document->paragraphs.count, 3);
    assert_int_equal(document->blocks.count, 3);
    expect_text(document->paragraphs.items[2].text, "乙");
    assert_int_equal(document->paragraphs.items[2].at.paragraph, 2);
    assert_int_equal(document->blocks.items[2].kind, BLOCK_PARAGRAPH);
    assert_int_equal(document->blocks.items[2].index, 2);
    told_close(told);
}

static void test_paragraphs_of_a_cell_stay_in_their_flow(void **state) {
    (void)state;
    struct told *told = told_body();
    assert_true(docx_story_push(&told->story, false));
    assert_true(told_paragraph(told, "甲"));
    assert_true(told_paragraph(told, "乙"));
    assert_int_equal(told->doc.document.paragraphs.count, 0);
    struct passage cell = {0};
    docx_flow_copy(told->story.flow, &cell);
    expect_text(cell.text, "甲\n乙");
    docx_story_pop(&told->story);
    assert_true(told_paragraph(told, "丙"));
    assert_int_equal(told->doc.document.paragraphs.count, 1);
    told_close(told);
}

static void test_outline_levels_count_from_one(void **state) {
    (void)state;
    static const int32_t levels[] = {STYLE_UNSET, 0, 8, 9, 400, -5};
    static const uint32_t expected[] = {0, 1, 9, 0, 0, 0};
    struct told *told = told_body();
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++) {
        assert_true(docx_flow_start_paragraph(told->story.flow));
        told->story.flow->paragraph.outline = levels[i];
        assert_true(docx_story_end_paragraph(&told->story));
        assert_int_equal(told->doc.document.paragraphs.items[i].outline, expected[i]);
    }
    told_close(told);
}

/* A paragraph whose mark is deleted runs on; where none follows it stands for itself. */
static void test_deleted_marks(void **state) {
    (void)state;
    struct told *told = told_body();
    struct docx_story *story = &told->story;
    struct document *document = &told->doc.document;
    for (int i = 0; i < 2; i++) {
        assert_true(docx_flow_start_paragraph(story->flow));
        story->flow->paragraph.mark_deleted = true;
        assert_true(told_run(told, i ? "乙" : "甲"));
        assert_true(docx_story_end_paragraph(story));
        assert_int_equal(document->paragraphs.count, 0);
    }
    assert_true(docx_story_end_blocks(story));
    assert_int_equal(document->paragraphs.count, 1);
    expect_text(document->paragraphs.items[0].text, "甲乙");
    assert_true(docx_story_end_blocks(story)); /* nothing is carried any more */
    assert_int_equal(document->paragraphs.count, 1);
    told_close(told);
}

static void test_paragraphs_are_bounded(void **state) {
    (void)state;
    struct told *told = told_body();
    told->doc.document.paragraphs.count = LIMIT_PARAGRAPHS; /* so many came before */
    assert_false(told_paragraph(told, "甲"));
    assert_int_equal(told->err.code, ERR_XML_LIMIT);
    told->doc.document.paragraphs.count = 0;
    told_close(told);
}

/* ---- flows and boxes */

static void test_flows_are_used_again(void **state) {
    (void)state;
    struct told *told = told_body();
    const struct docx_flow *body = told->story.flow;
    assert_true(docx_story_push(&told->story, false));
    const struct docx_flow *cell = told->story.flow;
    assert_true(told_paragraph(told, "甲"));
    docx_story_pop(&told->story);
    assert_ptr_equal(told->story.flow, body);
    size_t used = told->doc.arena.used;
    assert_true(docx_story_push(&told->story, false));
    assert_ptr_equal(told->story.flow, cell);
    assert_int_equal(told->story.flow->text.len, 0);
    assert_int_equal(told->doc.arena.used, used);
    docx_story_pop(&told->story);
    docx_story_pop(&told->story);
    assert_null(told->story.flow);
    told_close(told);
}

/* Boxes within boxes come after the one that holds them, and all stand at the paragraph in which
 * they are anchored. */
static void test_boxes(void **state) {
    (void)state;
    struct told *told = told_body();
    struct docx_story *story = &told->story;
    assert_true(told_paragraph(told, "前"));
    assert_true(docx_flow_start_paragraph(story->flow));
    assert_int_equal(docx_story_start_box(story), XML_ENTER);
    assert_true(docx_flow_start_paragraph(story->flow));
    assert_int_equal(docx_story_start_box(story), XML_ENTER);
    assert_true(told_paragraph(told, "内"));
    assert_true(docx_story_end_box(story));
    assert_true(told_run(told, "外"));
    assert_true(docx_story_end_paragraph(story));
    assert_true(docx_story_end_box(story));
    assert_true(told_run(told, "文"));
    assert_true(docx_story_end_paragraph(story));
    struct document *document = &told->doc.document;
    assert_int_equal(document->textboxes.count, 2);
    expect_text(document->textboxes.items[0].text, "外");
    expect_text(document->textboxes.items[1].text, "内");
    expect_text(document->paragraphs.items[1].text, "文");
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(document->textboxes.items[i].at.paragraph, 1);
    told_close(told);
}

/* A field that begins in the body does not swallow the text of a box, nor the box's the body's. */
static void test_fields_end_with_their_story(void **state) {
    (void)state;
    struct told *told = told_body();
    struct docx_story *story = &told->story;
    assert_true(docx_flow_start_paragraph(story->flow));
    assert_true(docx_fields_char(&story->fields, str_of("begin")));
    assert_true(docx_fields_in_code(&story->fields));
    assert_int_equal(docx_story_start_box(story), XML_ENTER);
    assert_false(docx_fields_in_code(&story->fields));
    assert_true(docx_fields_char(&story->fields, str_of("begin")));
    assert_true(docx_fields_char(&story->fields, str_of("begin")));
    assert_true(docx_story_end_box(story));
    assert_int_equal(story->fields.stack.count, 1);
    assert_true(docx_fields_in_code(&story->fields));
    told_close(told);
}

/* ---- notes */

static void refer(struct told *told, int32_t id, bool endnote, int32_t paragraph) {
    struct docx_reference reference = {id, endnote, paragraph};
    assert_true(VEC_PUSH(&told->doc.arena, &told->story.references, reference));
}

static int32_t place_of_note(struct told *told, const char *id, bool endnote) {
    struct docx_story *story = &told->story;
    assert_int_equal(docx_story_start_note(story, str_of(id), endnote), XML_ENTER);
    assert_true(told_paragraph(told, "注"));
    assert_true(docx_story_end_note(story));
    struct document *document = &told->doc.document;
    expect_text(document->notes.items[document->notes.count - 1].text, "注");
    return document->notes.items[document->notes.count - 1].at.paragraph;
}

/* Footnotes and endnotes count apart, in any order; a note that nobody refers to has no place. */
static void test_notes_stand_where_they_are_referred_to(void **state) {
    (void)state;
    struct told *told = told_open(1 << 20);
    refer(told, 7, true, 1);
    refer(told, 2, false, 5);
    refer(told, 7, false, 3);
    refer(told, -4, false, 9);
    docx_story_sort_references(&told->story);
    assert_int_equal(place_of_note(told, "7", false), 3);
    assert_int_equal(place_of_note(told, "7", true), 1);
    assert_int_equal(place_of_note(told, "2", false), 5);
    assert_int_equal(place_of_note(told, "-4", false), 9);
    assert_int_equal(place_of_note(told, "2", true), PLACE_NONE);
    assert_int_equal(place_of_note(told, "x", false), PLACE_NONE);
    assert_int_equal(told->doc.document.notes.count, 6);
    told_close(told);
}

/* ---- what is left over, and no memory */

static void test_a_new_part_begins_with_nothing_open(void **state) {
    (void)state;
    struct told *told = told_body();
    struct docx_story *story = &told->story;
    story->inserted = 3;
    assert_true(docx_fields_char(&story->fields, str_of("begin")));
    docx_story_reset(story, &told->err);
    assert_null(story->flow);
    assert_int_equal(story->flow_count, 0);
    assert_int_equal(story->inserted, 0);
    assert_false(docx_fields_in_code(&story->fields));
    told_close(told);
}

/* The whole story of test_boxes and a note; false as soon as a call fails. */
static bool tell(struct told *told) {
    struct docx_story *story = &told->story;
    static const char text[] = "年初预算数与全年执行数一致";
    return docx_story_push(story, false) && told_paragraph(told, text) &&
           docx_flow_start_paragraph(story->flow) && docx_story_start_box(story) == XML_ENTER &&
           told_paragraph(told, text) && docx_story_end_box(story) &&
           docx_story_end_paragraph(story) &&
           docx_story_start_note(story, str_of("1"), false) == XML_ENTER &&
           told_paragraph(told, text) && docx_story_end_note(story);
}

static void test_no_memory(void **state) {
    (void)state;
    size_t told_whole = 0;
    for (size_t left = 0; left < 8192; left += 16) {
        struct told *told = told_open(left);
        if (tell(told)) {
            told_whole++;
            assert_int_equal(told->doc.document.notes.count, 1);
            assert_int_equal(told->doc.document.textboxes.count, 1);
        } else {
            assert_true(told->doc.arena.exhausted);
        }
        told_close(told);
    }
    assert_in_range(told_whole, 1, 8192 / 16 - 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs_of_the_body_go_into_the_document),
        cmocka_unit_test(test_paragraphs_of_a_cell_stay_in_their_flow),
        cmocka_unit_test(test_outline_levels_count_from_one),
        cmocka_unit_test(test_deleted_marks),
        cmocka_unit_test(test_paragraphs_are_bounded),
        cmocka_unit_test(test_flows_are_used_again),
        cmocka_unit_test(test_boxes),
        cmocka_unit_test(test_fields_end_with_their_story),
        cmocka_unit_test(test_notes_stand_where_they_are_referred_to),
        cmocka_unit_test(test_a_new_part_begins_with_nothing_open),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
