#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ingest/docx_flow.h"

/* A flow with an arena of its own; the budget of the next allocation can be taken away. */
struct bench {
    struct arena arena;
    struct docx_flow flow;
    struct passage passage;
};

static void set_up(struct bench *bench) {
    *bench = (struct bench){0};
    arena_init(&bench->arena, 1 << 20);
    docx_flow_reset(&bench->flow, &bench->arena);
}

/* A paragraph of shown and hidden text with a number, its mark deleted or not. */
static void paragraph(struct bench *bench, const char *text, const char *hidden, const char *number,
                      bool deleted) {
    struct docx_flow *flow = &bench->flow;
    assert_true(docx_flow_start_paragraph(flow));
    flow->paragraph.number = str_of(number);
    flow->paragraph.mark_deleted = deleted;
    assert_true(docx_buffer_add(&flow->text, &bench->arena, str_of(text)));
    assert_true(docx_buffer_add(&flow->hidden, &bench->arena, str_of(hidden)));
    assert_true(docx_flow_end_paragraph(flow));
}

static void expect(struct bench *bench, const char *text, const char *hidden,
                   const char *numbering) {
    docx_flow_copy(&bench->flow, &bench->passage);
    assert_true(str_is(bench->passage.text, text));
    assert_true(str_is(bench->passage.hidden, hidden));
    assert_true(str_is(bench->passage.numbering, numbering));
    arena_clear(&bench->arena);
}

static void test_paragraphs_join(void **state) {
    (void)state;
    struct bench bench;
    set_up(&bench);
    paragraph(&bench, "甲", "", "", false);
    paragraph(&bench, "", "", "", false);
    paragraph(&bench, "乙", "", "", false);
    expect(&bench, "甲\n\n乙", "", "");
    set_up(&bench);
    expect(&bench, "", "", "");
}

static void test_numbers_stand_line_by_line(void **state) {
    (void)state;
    struct bench bench;
    set_up(&bench);
    paragraph(&bench, "甲", "", "", false);
    paragraph(&bench, "乙", "", "1.", false);
    paragraph(&bench, "丙", "", "", false);
    expect(&bench, "甲\n乙\n丙", "", "\n1.\n");
}

static void test_hidden_text_joins_without_gaps(void **state) {
    (void)state;
    struct bench bench;
    set_up(&bench);
    paragraph(&bench, "甲", "隐一", "", false);
    paragraph(&bench, "乙", "", "", false);
    paragraph(&bench, "", "隐二", "", false);
    expect(&bench, "甲\n乙\n", "隐一\n隐二", "");
}

static void test_deleted_mark_runs_on(void **state) {
    (void)state;
    struct bench bench;
    set_up(&bench);
    paragraph(&bench, "甲", "", "", false);
    paragraph(&bench, "乙", "隐", "", true);
    paragraph(&bench, "丙", "藏", "2.", false);
    expect(&bench, "甲\n乙丙", "隐藏", "\n2.");
}

static void test_carried_paragraph_at_the_end(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool finished;
        const char *shown;
    } cases[] = {{"乙", true, "甲\n乙"}, {"", false, "甲"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench bench;
        bool finished;
        set_up(&bench);
        paragraph(&bench, "甲", "", "", false);
        assert_true(docx_flow_end_carried(&bench.flow, &finished));
        assert_false(finished);
        paragraph(&bench, cases[i].text, "", "", true);
        assert_true(docx_flow_end_carried(&bench.flow, &finished));
        assert_int_equal(finished, cases[i].finished);
        expect(&bench, cases[i].shown, "", "");
    }
}

static void test_last_empty_paragraph_can_be_dropped(void **state) {
    (void)state;
    struct bench bench;
    set_up(&bench);
    paragraph(&bench, "甲", "", "1.", false);
    paragraph(&bench, "", "", "", false);
    docx_flow_drop_empty(&bench.flow);
    expect(&bench, "甲", "", "1.");
    set_up(&bench);
    paragraph(&bench, "", "", "", false);
    docx_flow_drop_empty(&bench.flow);
    docx_flow_drop_empty(&bench.flow);
    expect(&bench, "", "", "");
    set_up(&bench);
    paragraph(&bench, "甲", "", "", false);
    docx_flow_drop_empty(&bench.flow); /* it is not empty */
    expect(&bench, "甲", "", "");
}

static void test_reset_keeps_nothing_but_memory(void **state) {
    (void)state;
    struct bench bench;
    set_up(&bench);
    paragraph(&bench, "甲", "隐", "1.", true);
    size_t room = bench.flow.text.room;
    docx_flow_reset(&bench.flow, &bench.arena);
    assert_int_equal(bench.flow.text.room, room);
    assert_false(bench.flow.carried);
    paragraph(&bench, "乙", "", "", false);
    expect(&bench, "乙", "", "");
}

static void test_insertions_that_touch_are_one(void **state) {
    (void)state;
    struct bench bench;
    set_up(&bench);
    assert_true(docx_flow_note_deleted(&bench.flow, str_of("")));
    assert_true(docx_flow_note_inserted(&bench.flow, 0));
    assert_int_equal(bench.flow.revisions.count, 0);
    assert_true(docx_flow_note_deleted(&bench.flow, str_of("旧12")));
    for (size_t start = 0; start < 6; start += 3) {
        assert_true(docx_buffer_add(&bench.flow.text, &bench.arena, str_of("345")));
        assert_true(docx_flow_note_inserted(&bench.flow, start));
    }
    assert_true(docx_flow_note_deleted(&bench.flow, str_of("6")));
    assert_int_equal(bench.flow.revisions.count, 2);
    const struct revision *revisions = bench.flow.revisions.items;
    assert_true(str_is(revisions[0].deleted, "旧12"));
    assert_int_equal(revisions[0].inserted, 6);
    assert_int_equal(revisions[1].offset, 6);
    arena_clear(&bench.arena);
}

static void test_passages_own_their_revisions(void **state) {
    (void)state;
    struct bench bench;
    struct passage first = {0}, second = {0};
    set_up(&bench);
    assert_true(docx_flow_note_deleted(&bench.flow, str_of("1")));
    docx_flow_copy(&bench.flow, &first);
    docx_flow_reset(&bench.flow, &bench.arena);
    docx_flow_copy(&bench.flow, &second);
    assert_true(docx_flow_note_deleted(&bench.flow, str_of("2")));
    assert_int_equal(first.revision_count, 1);
    assert_true(str_is(first.revisions[0].deleted, "1"));
    assert_int_equal(second.revision_count, 0);
    arena_clear(&bench.arena);
}

static void test_buffer_grows(void **state) {
    (void)state;
    struct arena arena;
    struct docx_buffer buffer = {0};
    arena_init(&arena, 1 << 22);
    for (int i = 0; i < 10000; i++)
        assert_true(docx_buffer_add(&buffer, &arena, (struct str)STR("0123456789")));
    assert_int_equal(buffer.len, 100000);
    for (size_t i = 0; i < buffer.len; i++)
        assert_int_equal(buffer.ptr[i], '0' + (int)(i % 10));
    assert_true(docx_buffer_add(&buffer, &arena, (struct str){0}));
    assert_true(arena.total < 8 * buffer.len);
    arena_clear(&arena);
}

static void test_no_memory(void **state) {
    (void)state;
    struct arena arena;
    struct docx_buffer buffer = {0};
    arena_init(&arena, 0);
    assert_false(docx_buffer_add(&buffer, &arena, (struct str)STR("1")));
    assert_int_equal(buffer.len, 0);
    struct docx_flow flow = {0};
    docx_flow_reset(&flow, &arena);
    assert_true(docx_flow_start_paragraph(&flow));
    flow.paragraph.number = str_of("1.");
    assert_false(docx_flow_end_paragraph(&flow));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs_join),
        cmocka_unit_test(test_numbers_stand_line_by_line),
        cmocka_unit_test(test_hidden_text_joins_without_gaps),
        cmocka_unit_test(test_deleted_mark_runs_on),
        cmocka_unit_test(test_carried_paragraph_at_the_end),
        cmocka_unit_test(test_last_empty_paragraph_can_be_dropped),
        cmocka_unit_test(test_reset_keeps_nothing_but_memory),
        cmocka_unit_test(test_insertions_that_touch_are_one),
        cmocka_unit_test(test_passages_own_their_revisions),
        cmocka_unit_test(test_buffer_grows),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
