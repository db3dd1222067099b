#include <stdio.h>

#include "tests/validate/build.h"

#include "validate/numbering.h"

struct line {
    const char *text, *mark;
    uint32_t level, number;
};

static struct heading *heading(struct build *b, const struct line *line) {
    struct heading heading = {
        .paragraph = build_paragraph(b, str_copy(&b->doc.arena, str_of(line->text)).ptr),
        .mark = str_copy(&b->doc.arena, str_of(line->mark)),
        .level = line->level,
        .number = line->number};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.headings, heading));
    return &b->doc.reading.headings.items[b->doc.reading.headings.count - 1];
}

/* Points the headings at their paragraphs, which no longer move, and runs. */
static size_t run(struct build *b) {
    b->doc.verdict.findings.count = 0;
    for (size_t i = 0; i < b->doc.reading.headings.count; i++) {
        struct heading *item = &b->doc.reading.headings.items[i];
        item->passage = &b->doc.document.paragraphs.items[item->paragraph];
    }
    assert_true(numbering_run(&b->doc, &b->config, &b->err));
    return b->doc.verdict.findings.count;
}

/* Headings a line each: level, number, and the text with a bar behind its mark. */
static size_t run_lines(struct build *b, const char *lines) {
    while (*lines) {
        char mark[32], text[80];
        struct line line = {text, mark, 0, 0};
        int at = 0;
        assert_int_equal(sscanf(lines, "%u %u %n", &line.level, &line.number, &at), 2);
        lines += at;
        size_t bar = strcspn(lines, "|"), end = strcspn(lines, "\n");
        snprintf(mark, sizeof mark, "%.*s", (int)bar, lines);
        snprintf(text, sizeof text, "%s%.*s", mark, (int)(end - bar - 1), lines + bar + 1);
        heading(b, &line);
        lines += end + 1;
    }
    return run(b);
}

static void test_in_order(void **state) {
    assert_int_equal(run_lines(*state, "1 1 一、|概况\n"
                                       "2 1 （一）|职能\n"
                                       "2 2 （二）|预算\n"
                                       "1 2 二、|实施\n"
                                       "2 1 （一）|组织\n"
                                       "2 2 （二）|管理\n"),
                     0);
}

static void test_repeated(void **state) {
    struct build *b = *state;
    assert_int_equal(run_lines(b, "1 2 二、|目标\n"
                                  "2 1 （一）|整体情况\n"
                                  "2 2 （二）|专项资金\n"
                                  "2 2 (二)| 预算项目\n"
                                  "1 3 三、|质量\n"),
                     1);
    const struct finding *finding = build_finding(b);
    assert_string_equal(finding->rule->id, "text.numbering");
    assert_int_equal(finding->severity, SEVERITY_INFO);
    assert_str(finding->label, "(二) 预算项目");
    assert_str(finding->claimed, "(二)");
    assert_str(finding->computed, "（三）");
    assert_str(finding->diagnosis, "前一个为“（二）专项资金”");
    assert_int_equal(finding->at.line, 4);
}

/* （一） twice under one heading; lists of a deeper level may begin again. */
static void test_first_section_repeated(void **state) {
    assert_int_equal(run_lines(*state, "1 3 三、|结论\n"
                                       "2 1 （一）|问题\n"
                                       "2 1 （一）|建议\n"
                                       "3 1 1.|甲\n"
                                       "3 1 1.|乙\n"),
                     1);
    assert_str(build_finding(*state)->computed, "（二）");
}

static void test_first_section_without_parent(void **state) {
    assert_int_equal(run_lines(*state, "2 1 （一）|问题\n"
                                       "2 1 （一）|建议\n"),
                     0);
}

static void test_skipped(void **state) {
    struct build *b = *state;
    assert_int_equal(run_lines(b, "3 1 1、|安排\n"
                                  "3 2 2、| 使用\n"
                                  "3 3 3、|管理\n"
                                  "3 5 5、|问题\n"
                                  "3 6 6、|建议\n"),
                     1);
    assert_str(build_finding(b)->computed, "4、");
    b->config.language = LANGUAGE_ENGLISH;
    run(b);
    assert_str(build_finding(b)->diagnosis, "the one before it is \"3、管理\"");
}

static void test_skipped_number_inside_a_paragraph(void **state) {
    struct build *b = *state;
    assert_int_equal(run_lines(b, "3 1 1、|安排\n"
                                  "3 2 2、|使用。3、管理\n"
                                  "3 4 4、|问题\n"),
                     0);
}

static void test_skipped_number_behind_a_table(void **state) {
    struct build *b = *state;
    heading(b, &(struct line){"一、概况", "一、", 1, 1});
    heading(b, &(struct line){"二、实施", "二、", 1, 2});
    struct block table = {BLOCK_TABLE, 0};
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.document.blocks, table));
    heading(b, &(struct line){"四、问题", "四、", 1, 4});
    assert_int_equal(run(b), 0);
}

static void test_skipped_number_made_by_word(void **state) {
    struct build *b = *state;
    heading(b, &(struct line){"一、概况", "一、", 1, 1});
    heading(b, &(struct line){"二、实施", "二、", 1, 2});
    uint32_t paragraph = build_paragraph(b, "管理");
    b->doc.document.paragraphs.items[paragraph].numbering = str_of("三、");
    heading(b, &(struct line){"四、问题", "四、", 1, 4});
    assert_int_equal(run(b), 0);
}

/* 一、 and then 三、: the second may belong to another list. */
static void test_a_run_of_one_is_too_short(void **state) {
    assert_int_equal(run_lines(*state, "1 1 一、|概况\n"
                                       "1 3 三、|问题\n"),
                     0);
}

static void test_restart_is_fine(void **state) {
    assert_int_equal(run_lines(*state, "3 1 1.|甲\n"
                                       "3 2 2.|乙\n"
                                       "3 1 1.|丙\n"
                                       "3 2 2.|丁\n"
                                       "3 1 1.|戊\n"
                                       "3 1 1.|己\n"),
                     0);
}

/* "1、2、" inside a section "1." are another list of the same level. */
static void test_other_marks_are_other_lists(void **state) {
    assert_int_equal(run_lines(*state, "3 1 1.|甲\n"
                                       "3 1 1、|乙\n"
                                       "3 2 2、|丙\n"
                                       "3 2 2.|丁\n"
                                       "3 4 4、|戊\n"),
                     0);
}

static void test_a_run_that_does_not_begin_at_one(void **state) {
    assert_int_equal(run_lines(*state, "3 2 2.|甲\n"
                                       "3 2 2.|乙\n"
                                       "3 4 4.|丙\n"),
                     0);
}

static void test_automatic_numbers_are_not_judged(void **state) {
    struct build *b = *state;
    heading(b, &(struct line){"甲", "一、", 1, 1});
    heading(b, &(struct line){"乙", "二、", 1, 2})->automatic = true;
    heading(b, &(struct line){"丙", "二、", 1, 2});
    assert_int_equal(run(b), 0);
}

static void test_title_carried_over_a_page_break(void **state) {
    assert_int_equal(run_lines(*state, "1 1 一、|概况\n"
                                       "1 2 二、|实施\n"
                                       "1 2 二、|实施 \n"),
                     0);
}

static void test_parts_begin_anew(void **state) {
    struct build *b = *state;
    static uint32_t parts[] = {0, 0, 1};
    b->doc.reading.block_parts = parts;
    assert_int_equal(run_lines(b, "1 1 一、|概况\n"
                                  "1 2 二、|实施\n"
                                  "1 2 二、|另一份\n"),
                     0);
}

static void test_numbers_in_cells_are_left_alone(void **state) {
    struct build *b = *state;
    struct heading cell = {.paragraph = UINT32_MAX, .mark = str_of("2."), .level = 3, .number = 2};
    heading(b, &(struct line){"1.甲", "1.", 3, 1});
    heading(b, &(struct line){"2.乙", "2.", 3, 2});
    assert_true(VEC_PUSH(&b->doc.arena, &b->doc.reading.headings, cell));
    for (size_t i = 0; i < 2; i++)
        b->doc.reading.headings.items[i].passage =
            &b->doc.document.paragraphs.items[b->doc.reading.headings.items[i].paragraph];
    assert_true(numbering_run(&b->doc, &b->config, &b->err));
    assert_int_equal(b->doc.verdict.findings.count, 0);
}

static void test_tens_and_circles(void **state) {
    struct build *b = *state;
    assert_int_equal(run_lines(b, "1 1 一、|甲\n"
                                  "1 2 二、|乙\n"
                                  "1 3 三、|丙\n"
                                  "1 4 四、|丁\n"
                                  "1 5 五、|戊\n"
                                  "1 6 六、|己\n"
                                  "1 7 七、|庚\n"
                                  "1 8 八、|辛\n"
                                  "1 9 九、|壬\n"
                                  "1 10 十、|癸\n"
                                  "1 12 十二、|末\n"),
                     1);
    assert_str(build_finding(b)->computed, "十一、");
    assert_int_equal(run_lines(b, "5 1 ①|甲\n"
                                  "5 2 ②|乙\n"
                                  "5 4 ④|丙\n"),
                     2);
    assert_str(build_finding(b)->computed, "③");
}

static void test_several_numerals_are_no_run(void **state) {
    assert_int_equal(run_lines(*state, "3 1 1.1|甲\n"
                                       "3 2 1.2|乙\n"
                                       "3 2 1.2|丙\n"),
                     0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        BUILD_TEST(test_in_order),
        BUILD_TEST(test_repeated),
        BUILD_TEST(test_first_section_repeated),
        BUILD_TEST(test_first_section_without_parent),
        BUILD_TEST(test_skipped),
        BUILD_TEST(test_skipped_number_inside_a_paragraph),
        BUILD_TEST(test_skipped_number_behind_a_table),
        BUILD_TEST(test_skipped_number_made_by_word),
        BUILD_TEST(test_a_run_of_one_is_too_short),
        BUILD_TEST(test_restart_is_fine),
        BUILD_TEST(test_other_marks_are_other_lists),
        BUILD_TEST(test_a_run_that_does_not_begin_at_one),
        BUILD_TEST(test_automatic_numbers_are_not_judged),
        BUILD_TEST(test_title_carried_over_a_page_break),
        BUILD_TEST(test_parts_begin_anew),
        BUILD_TEST(test_numbers_in_cells_are_left_alone),
        BUILD_TEST(test_tens_and_circles),
        BUILD_TEST(test_several_numerals_are_no_run),
    };
    return cmocka_run_group_tests_name("numbering", tests, NULL, NULL);
}
