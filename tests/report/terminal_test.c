#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"
#include "report/terminal.h"
#include "tests/report/sample.h"

static void assert_screen(struct screen *screen, const char *want) {
    struct str got = {screen->ptr, screen->len};
    assert_false(screen->failed);
    if (!str_is(got, want))
        fail_msg("got\n%.*s\nwant\n%s", STR_ARGS(got), want);
    screen_clear(screen);
}

static void test_document(void **state) {
    struct doc doc;
    struct screen screen = {.width = 80};
    (void)state;
    sample_make(&doc);
    terminal_document(&screen, &doc);
    assert_screen(&screen, "报告.docx\n"
                           "  云溪县水利局 · 2023 年 · 部门整体 · 自评 96 分，优秀\n"
                           "  核对 2 项关系：1 项不一致，1 项无法核对\n"
                           "  无法核对：缺少数值 1 项\n"
                           "\n"
                           "  错误  总分：写明 96，各项合计 95，不一致\n"
                           "        表述  96\n"
                           "        重算  95\n"
                           "        差额   1\n"
                           "        算式  58 + 37 = 95 ≠ 96\n"
                           "        位置  表 1 第 4 行第 3 列\n"
                           "        原文  58  表 1 第 2 行第 3 列\n"
                           "              37  表 1 第 3 行第 3 列\n"
                           "        规则  score.total\n");
    arena_clear(&doc.arena);
}

static void test_document_in_english(void **state) {
    struct doc doc;
    struct screen screen = {.width = 80, .language = LANGUAGE_ENGLISH};
    (void)state;
    sample_make(&doc);
    doc.verdict.findings.items[0].message = (struct str)STR("总分: stated 96, items add to 95");
    terminal_document(&screen, &doc);
    assert_screen(&screen, "报告.docx\n"
                           "  云溪县水利局 · 2023 · department · claims 96, 优秀\n"
                           "  2 relations checked: 1 disagree, 1 not verifiable\n"
                           "  not verifiable: a figure is missing (1)\n"
                           "\n"
                           "  error    总分: stated 96, items add to 95\n"
                           "        stated      96\n"
                           "        computed    95\n"
                           "        difference   1\n"
                           "        formula     58 + 37 = 95 ≠ 96\n"
                           "        where       table 1, row 4, column 3\n"
                           "        text        58  table 1, row 2, column 3\n"
                           "                    37  table 1, row 3, column 3\n"
                           "        rule        score.total\n");
    arena_clear(&doc.arena);
}

/* Column (in terminal cells) at which `needle` begins in the line that holds it. */
static size_t column_of(struct str text, const char *needle) {
    size_t at = str_find(text, needle, 0), line = at;
    assert_true(at != SIZE_MAX);
    while (line > 0 && text.ptr[line - 1] != '\n')
        line--;
    return utf8_width(str_slice(text, line, at));
}

static void test_points_stand_under_each_other(void **state) {
    struct doc doc;
    struct screen screen = {.width = 80};
    (void)state;
    sample_make(&doc);
    struct finding *finding = &doc.verdict.findings.items[0];
    finding->message = (struct str)STR("支出合计不一致");
    finding->claimed = (struct str)STR("13394.34");
    finding->computed = (struct str)STR("734.5");
    finding->difference = (struct str)STR("-12659.84");
    finding->formula = (struct str){0};
    terminal_document(&screen, &doc);
    struct str text = {screen.ptr, screen.len};
    assert_int_equal(column_of(text, "13394.34") + 5, column_of(text, "734.5") + 3);
    assert_int_equal(column_of(text, "13394.34") + 5, column_of(text, "-12659.84") + 6);
    screen_clear(&screen);
    arena_clear(&doc.arena);
}

static void test_severities_come_in_order(void **state) {
    struct doc doc;
    struct screen screen = {.width = 80};
    (void)state;
    sample_make(&doc);
    struct finding finding = doc.verdict.findings.items[0];
    doc.verdict.findings.items[0].severity = SEVERITY_INFO;
    finding.severity = SEVERITY_WARNING;
    VEC_PUSH(&doc.arena, &doc.verdict.findings, finding);
    finding.severity = SEVERITY_ERROR;
    VEC_PUSH(&doc.arena, &doc.verdict.findings, finding);
    terminal_document(&screen, &doc);
    struct str text = {screen.ptr, screen.len};
    size_t error = str_find(text, "  错误  ", 0), warning = str_find(text, "  警告  ", 0),
           info = str_find(text, "  提示  ", 0);
    assert_true(error < warning && warning < info && info != SIZE_MAX);
    screen_clear(&screen);
    arena_clear(&doc.arena);
}

static void test_long_lists_are_short(void **state) {
    enum { COUNT = 40 };
    struct doc doc;
    struct screen screen = {.width = 80};
    (void)state;
    sample_make(&doc);
    struct finding *finding = &doc.verdict.findings.items[0];
    finding->evidence = arena_array(&doc.arena, COUNT, sizeof *finding->evidence);
    finding->evidence_count = COUNT;
    for (int i = 0; i < COUNT; i++)
        finding->evidence[i] = (struct evidence){STR("operand"), STR("2.5"), sample_cell(i + 1, 2)};
    terminal_document(&screen, &doc);
    struct str text = {screen.ptr, screen.len};
    assert_true(str_has(text, "        取自  表 1 第 2—41 行第 3 列，40 个数\n"));
    assert_false(str_has(text, "原文"));
    screen_clear(&screen);
    for (int i = 0; i < COUNT; i++)
        finding->evidence[i].at = sample_paragraph(i);
    terminal_document(&screen, &doc);
    text = (struct str){screen.ptr, screen.len};
    assert_true(str_has(text, "        原文  2.5  第 1 段\n              2.5  第 2 段\n"));
    assert_true(str_has(text, "              2.5  第 5 段\n              …… 另有 35 处\n"));
    screen_clear(&screen);
    arena_clear(&doc.arena);
}

static void test_endless_texts_are_cut(void **state) {
    enum { CHARACTERS = 100000 };
    struct doc doc;
    struct screen screen = {.width = 80};
    (void)state;
    sample_make(&doc);
    char *text = arena_array(&doc.arena, CHARACTERS, 3);
    for (size_t i = 0; i < CHARACTERS; i++)
        memcpy(text + 3 * i, "核", 3);
    struct finding *finding = &doc.verdict.findings.items[0];
    finding->message = (struct str){text, (size_t)CHARACTERS * 3};
    finding->claimed = finding->formula = finding->diagnosis = finding->message;
    terminal_document(&screen, &doc);
    struct str shown = {screen.ptr, screen.len};
    assert_true(screen.len < 8000);
    assert_int_equal(utf8_check(shown), shown.len);
    assert_true(str_has(shown, "核 ……\n"));
    screen_clear(&screen);
    arena_clear(&doc.arena);
}

static void test_hostile_text_stays_text(void **state) {
    struct doc doc;
    struct screen screen = {.width = 60};
    (void)state;
    sample_make(&doc);
    doc.source.path = (struct str)STR("\033]0;title\a.docx");
    doc.reading.parts.items[0].unit = (struct str)STR("局\033[2J\n\xE2\x80\xAE");
    doc.verdict.findings.items[0].message = (struct str)STR("x\033c%s");
    doc.verdict.findings.items[0].evidence[1].text = (struct str)STR("\xC2\x9B\xFF");
    doc.reading.claims.items[0].value = (struct str)STR("9\b6");
    doc_warn(&doc, "odd", NULL, "\033[31m");
    terminal_document(&screen, &doc);
    for (size_t i = 0; i < screen.len; i++)
        assert_true((unsigned char)screen.ptr[i] >= 0x20 || screen.ptr[i] == '\n');
    struct str text = {screen.ptr, screen.len};
    assert_int_equal(utf8_check(text), text.len);
    assert_false(str_has(text, "\xE2\x80\xAE"));
    assert_false(str_has(text, "\xC2\x9B"));
    screen_clear(&screen);
    arena_clear(&doc.arena);
}

static void test_no_line_is_too_wide(void **state) {
    struct doc doc;
    struct screen screen = {.width = 50};
    (void)state;
    sample_make(&doc);
    struct finding *finding = &doc.verdict.findings.items[0];
    finding->message = (struct str)STR(
        "县级财政专项资金支出合计：写明 3394.34，按所列数据计算为 2734.55，不一致，相差 659.79");
    finding->formula = (struct str)STR(
        "2593.36 + 7.71 + 76.1 + 5.35 + 1.87 + 50.16 + 12.5 + 13.5 = 2734.55 ≠ 3394.34");
    finding->diagnosis = (struct str)STR("差额恰为第 3 行第 4 列的 659.79，该行可能被漏加或重复");
    terminal_document(&screen, &doc);
    for (size_t at = 0, end; at < screen.len; at = end + 1) {
        struct str text = {screen.ptr, screen.len};
        end = str_find(text, "\n", at);
        assert_true(utf8_width(str_slice(text, at, end)) <= 50);
    }
    screen_clear(&screen);
    arena_clear(&doc.arena);
}

static void test_nothing_found(void **state) {
    struct doc doc = {.source = {.path = STR("空.txt")}};
    struct screen screen = {.width = 80};
    (void)state;
    terminal_document(&screen, &doc);
    assert_screen(&screen, "空.txt\n  没有可核对的关系\n");
}

/* Behind the findings: what was doubtful in reading, its own words behind a colon kept. */
static void warn_all(struct doc *doc) {
    struct place cell = {PLACE_NONE, 3, 1, 4, 2}, paragraph = sample_paragraph(6);
    doc_warn(doc, "hidden_text", &paragraph, "hidden text: 12.5万元");
    doc_warn(doc, "altchunk_skipped", &cell, "content of another file is not read");
    doc_warn(doc, "new_code", NULL, "something: else \33[2J");
    doc->source.warnings_dropped = 3;
}

static void test_warnings(void **state) {
    struct doc doc = {.source = {.path = STR("空.docx")}};
    struct screen screen = {.width = 80};
    (void)state;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    warn_all(&doc);
    terminal_document(&screen, &doc);
    assert_screen(&screen, "空.docx\n  没有可核对的关系\n\n"
                           "  读取时：有隐藏文字：12.5万元  第 7 段\n"
                           "  读取时：嵌入的其他文件未读  表 2 第 5 行第 3 列\n"
                           "  读取时：something: else \\x1B[2J\n"
                           "  … 另有 3 处\n");
    screen.language = LANGUAGE_ENGLISH;
    terminal_document(&screen, &doc);
    assert_screen(&screen, "空.docx\n  no relation to check\n\n"
                           "  on reading: hidden text: 12.5万元  paragraph 7\n"
                           "  on reading: content of another file is not read  "
                           "table 2, row 5, column 3\n"
                           "  on reading: something: else \\x1B[2J\n"
                           "  … and 3 more\n");
    arena_clear(&doc.arena);
}

static void test_totals(void **state) {
    struct totals totals = {.documents = 12,
                            .failed = 1,
                            .findings = {4, 2, 3},
                            .relations = 57,
                            .outcomes = {42, 3, 2, 10}};
    struct screen screen = {.width = 80};
    (void)state;
    terminal_totals(&screen, &totals);
    assert_screen(&screen, "共 12 份文件，1 份未读完；错误 3，警告 2，提示 4\n"
                           "核对 57 项关系：42 项一致，3 项四舍五入，2 项不一致，10 项无法核对\n");
    totals.failed = 0;
    screen.language = LANGUAGE_ENGLISH;
    terminal_totals(&screen, &totals);
    assert_screen(&screen, "12 documents; errors 3, warnings 2, notes 4\n"
                           "57 relations checked: 42 agree, 3 within rounding, 2 disagree, 10 not "
                           "verifiable\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_document),
        cmocka_unit_test(test_document_in_english),
        cmocka_unit_test(test_points_stand_under_each_other),
        cmocka_unit_test(test_severities_come_in_order),
        cmocka_unit_test(test_long_lists_are_short),
        cmocka_unit_test(test_endless_texts_are_cut),
        cmocka_unit_test(test_hostile_text_stays_text),
        cmocka_unit_test(test_no_line_is_too_wide),
        cmocka_unit_test(test_nothing_found),
        cmocka_unit_test(test_warnings),
        cmocka_unit_test(test_totals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
