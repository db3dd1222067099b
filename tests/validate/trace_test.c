#include "validate/trace.h"

#include <string.h>

#include "tests/validate/build.h"

/* A paragraph of the document with these tracked changes. */
static struct passage *changed(struct build *b, const char *text, const struct revision *revisions,
                               uint32_t count) {
    struct document *document = &b->doc.document;
    struct passage passage = {.text = str_of(text),
                              .revisions = revisions,
                              .revision_count = count,
                              .at = {PLACE_NONE, (int32_t)document->paragraphs.count, PLACE_NONE,
                                     PLACE_NONE, PLACE_NONE}};
    struct block block = {BLOCK_PARAGRAPH, (uint32_t)document->paragraphs.count};
    assert_true(VEC_PUSH(&b->doc.arena, &document->paragraphs, passage));
    assert_true(VEC_PUSH(&b->doc.arena, &document->blocks, block));
    return &document->paragraphs.items[document->paragraphs.count - 1];
}

static struct passage *hidden(struct build *b, const char *text, const char *words) {
    struct passage *passage = changed(b, text, NULL, 0);
    passage->hidden = str_of(words);
    return passage;
}

/* Runs the family anew; the only finding, or NULL when there is none. */
static const struct finding *judge(struct build *b) {
    b->doc.verdict.findings.count = 0;
    assert_true(trace_run(&b->doc, &b->config, &b->err));
    assert_true(b->doc.verdict.findings.count <= 1);
    return b->doc.verdict.findings.count == 1 ? &b->doc.verdict.findings.items[0] : NULL;
}

/* What one change, at `offset` of `text`, makes of the number there: "now<before". */
static void expect(const char *text, struct revision revision, const char *now,
                   const char *before) {
    void *state;
    build_setup(&state);
    struct build *b = state;
    changed(b, text, &revision, 1);
    const struct finding *finding = judge(b);
    if (now) {
        assert_non_null(finding);
        assert_string_equal(finding->rule->id, "text.revision");
        assert_int_equal(finding->severity, SEVERITY_INFO);
        assert_str(finding->claimed, now);
        assert_str(finding->computed, before);
    } else {
        assert_null(finding);
    }
    build_teardown(&state);
}

static struct revision at(uint32_t offset, uint32_t inserted, const char *deleted) {
    return (struct revision){offset, inserted, str_of(deleted)};
}

static void test_a_number_is_replaced(void **state) {
    (void)state;
    expect("得分96分", at(6, 2, "93"), "96", "93");
    expect("支出1,234.50元", at(6, 8, "1,200"), "1234.50", "1200");
    expect("得分９６分", at(6, 6, "９３"), "96", "93");
    expect("得分分", at(6, 0, "93"), "", "93");
    expect("得分96分", at(6, 2, ""), "96", "");
}

/* A digit in the middle changes the whole number; so does a point. */
static void test_a_digit_of_a_number(void **state) {
    (void)state;
    expect("执行率98.50%", at(13, 1, "5"), "98.50", "98.55");
    expect("共128.5万元", at(6, 1, ""), "128.5", "1285");
    expect("共1285万元", at(5, 0, "0"), "1285", "12085");
    expect("得分96", at(8, 0, "0"), "96", "960");
}

static void test_no_number_changes(void **state) {
    (void)state;
    expect("得分20分", at(7, 1, "0"), NULL, NULL);
    expect("自评得分96分", at(0, 6, "评价"), NULL, NULL);
    expect("支出1,234元", at(7, 1, ""), NULL, NULL);
    expect("第96.", at(5, 1, ""), NULL, NULL);
    expect("支出 96 万元", at(6, 3, "96"), NULL, NULL);
    expect("得分９6", at(6, 3, "9"), NULL, NULL);
}

/* The first number that differs is told. */
static void test_a_phrase_is_replaced(void **state) {
    (void)state;
    expect("共3个、5座", at(3, 11, "3个、7座"), "5", "7");
    expect("共3个、5座", at(3, 11, "3个"), "5", "");
}

static void test_changes_that_touch_are_one(void **state) {
    struct build *b = *state;
    const struct revision pieces[] = {at(6, 0, "9"), at(6, 1, "3"), at(7, 1, ""), at(8, 0, "分")};
    changed(b, "得分96分", pieces, 4);
    const struct finding *finding = judge(b);
    assert_str(finding->claimed, "96");
    assert_str(finding->computed, "93");
    assert_str(finding->label, "得分");
}

static void test_changes_apart_are_several(void **state) {
    struct build *b = *state;
    const struct revision pieces[] = {at(0, 1, "2"), at(2, 1, "4")};
    changed(b, "1、3", pieces, 1);
    changed(b, "1-3", pieces, 2);
    assert_true(trace_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->doc.verdict.findings.count, 3);
}

/* Offsets of the raw text hold where residue was resolved; such that point
 * beyond the text are left alone. */
static void test_offsets(void **state) {
    struct build *b = *state;
    const struct revision revision = at(6, 2, "93");
    struct passage *passage = changed(b, "96", &revision, 1);
    assert_null(judge(b));
    passage->raw = str_of("得分96");
    assert_str(judge(b)->claimed, "96");
}

static void test_hidden_numbers(void **state) {
    struct build *b = *state;
    struct passage *passage = hidden(b, "资金", "此处待核12.50万元，另３万元");
    const struct finding *finding = judge(b);
    assert_string_equal(finding->rule->id, "text.hidden");
    assert_int_equal(finding->severity, SEVERITY_WARNING);
    assert_str(finding->claimed, "12.50");
    assert_str(finding->label, "资金");
    assert_str(finding->evidence[0].text, "此处待核12.50万元，另３万元");
    passage->hidden = str_of("此处待核");
    assert_null(judge(b));
}

static void test_marks_are_no_numbers(void **state) {
    struct build *b = *state;
    struct passage *passage = hidden(b, "", "1、填报说明\n2.不得涂改（3）");
    assert_null(judge(b));
    passage->hidden = str_of("1、填报说明\n2.预算数50万元");
    assert_str(judge(b)->claimed, "50");
    passage->hidden = str_of("（3）分");
    assert_null(judge(b));
    passage->hidden = str_of("得3.");
    assert_str(judge(b)->claimed, "3");
}

/* Boxes and notes belong to the part of the paragraph that they hang on. */
static void test_other_stories(void **state) {
    struct build *b = *state;
    struct part second = {.kind = PART_PROJECT};
    static uint32_t parts[] = {0, 1};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.parts, second));
    changed(b, "甲", NULL, 0);
    changed(b, "乙", NULL, 0);
    b->doc.reading.block_parts = parts;
    struct passage story = {.hidden = str_of("5"), .at = {-1, 1, -1, -1, -1}};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.notes, story));
    assert_int_equal(judge(b)->part, 1);
    b->doc.document.notes.count = 0;
    story.at.paragraph = 0;
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.textboxes, story));
    assert_int_equal(judge(b)->part, 0);
}

static void test_deleted_rows(void **state) {
    struct build *b = *state;
    struct passage lost = {.text = str_of("小计12"), .at = {-1, 0, -1, -1, -1}};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.deletions, lost));
    const struct finding *finding = judge(b);
    assert_str(finding->claimed, "");
    assert_str(finding->computed, "12");
    b->doc.document.deletions.items[0].text = str_of("小计");
    assert_null(judge(b));
}

/* A million digits with a thousand changes in them: each is looked at with its
 * neighbours only. */
static void test_long_runs_of_digits(void **state) {
    struct build *b = *state;
    enum { LEN = 1000000, MANY = 1000 };
    char *text = arena_alloc(&b->doc.arena, LEN);
    struct revision *revisions = arena_array(&b->doc.arena, MANY, sizeof *revisions);
    memset(text, '7', LEN);
    for (uint32_t i = 0; i < MANY; i++)
        revisions[i] = at(i * (LEN / MANY) + 1, 1, "8");
    changed(b, "", revisions, MANY)->text = (struct str){text, LEN};
    assert_true(trace_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->doc.verdict.findings.count, MANY);
}

static void test_no_memory(void **state) {
    struct build *b = *state;
    const struct revision revision = at(6, 2, "93");
    changed(b, "得分96", &revision, 1);
    while (!b->doc.arena.exhausted)
        arena_alloc(&b->doc.arena, 64);
    assert_false(trace_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->err.code, ERR_MEMORY);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_number_is_replaced),
        cmocka_unit_test(test_a_digit_of_a_number),
        cmocka_unit_test(test_no_number_changes),
        cmocka_unit_test(test_a_phrase_is_replaced),
        BUILD_TEST(test_changes_that_touch_are_one),
        BUILD_TEST(test_changes_apart_are_several),
        BUILD_TEST(test_offsets),
        BUILD_TEST(test_hidden_numbers),
        BUILD_TEST(test_marks_are_no_numbers),
        BUILD_TEST(test_other_stories),
        BUILD_TEST(test_deleted_rows),
        BUILD_TEST(test_long_runs_of_digits),
        BUILD_TEST(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
