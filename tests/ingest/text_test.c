#include "show.h"

#include <unistd.h>

#include "base/utf8.h"

static void test_paragraphs_and_their_lines(void **state) {
    (void)state;
    expect_text("云溪县交通局绩效自评报告\r\n"
                "\r\n"
                "　　一、概况\r\n"
                "    完成养护。  \r\n",
                "P1 云溪县交通局绩效自评报告\nP3 一、概况\nP4 完成养护。\n");
    expect_text("甲\rPage\xE2\x80\xA9乙", "P1 甲\nP2 Page\nP3 乙\n");
}

static void test_cut_sentences_are_joined(void **state) {
    (void)state;
    expect_text("全年完成道路养护四十二公里，新建排水管网，支出\n\n- 3 "
                "-\n\n资金三百万元，全部到位。\n\n二、资金\n",
                "P1+5 全年完成道路养护四十二公里，"
                "新建排水管网，支出资金三百万元，全部到位。\n"
                "P7 "
                "二、资金\n");
    expect_text("全年完成道路养护四十二公里，新建排水管网，截至12\n"
                "\f4\n"
                "月底，完成支付。\n",
                "P1+3 全年完成道路养护四十二公里，"
                "新建排水管网，截至12月底，完成支付。\n");
    struct shown *s = SHOW("全年完成道路养护四十二公里，新建排水管网，计\n"
                           "三百万元，到位。");
    const struct passage *p = &s->doc.document.paragraphs.items[0];
    assert_int_equal(p->mark_count, 2);
    assert_int_equal(passage_line_at(p, p->marks[1].offset - 1), 1);
    assert_int_equal(passage_line_at(p, p->marks[1].offset), 2);
    show_end(s);
}

static void test_figure_across_lines(void **state) {
    (void)state;
    struct shown *s = SHOW("全年完成道路养护四十二公里，新建排水管网，"
                           "投资12\n"
                           "3.5万元，全部到位。\n");
    assert_string_equal(s->text, "P1+2 全年完成道路养护四十二公里，"
                                 "新建排水管网，投资123.5万元，全部到位。\n");
    assert_int_equal(s->doc.source.warnings.count, 1);
    assert_true(str_is(s->doc.source.warnings.items[0].code, "figure_across_lines"));
    assert_int_equal(s->doc.source.warnings.items[0].at.line, 2);
    show_end(s);
}

static void test_page_numbers_are_dropped(void **state) {
    (void)state;
    expect_text("甲\n- 15 -\n— 1 —\n第 2 页\n乙\n", "P1 甲\nP5 乙\n");
    expect_text("甲。\n12\n\f乙。\n13\n", "P1 甲。\nP3 乙。\n");
    expect_text("甲\n12\n乙\n", "P1 甲\nP2 12\nP3 乙\n");
}

static void test_layouts_mix(void **state) {
    (void)state;
    expect_text("报告\n"
                "| 甲 | 1 |\n"
                "| 乙 | 2 |\n"
                "丙\t3\t4\n"
                "丁\t5\t6\n"
                "\n"
                "正文。\n"
                "\t戊\n"
                "\t己\n"
                "\n"
                "\t7\n"
                "\t8\n",
                "P1 报告\nT2 2x2\n2:甲|1\n3:乙|2\nT4 2x3\n4:丙|3|4\n5:丁|5|6\nP7 正文。\n"
                "T8 2x2\n8:戊|己\n11:7|8\n");
}

static void test_residue(void **state) {
    (void)state;
    struct shown *s = SHOW("## 一、指标\n得分 $\\geq 85$ 分\n正文\n");
    assert_string_equal(s->text, "P1 一、指标\nP2 得分 ≥ 85 分\nP3 正文\n");
    const struct passage *p = s->doc.document.paragraphs.items;
    assert_int_equal(p[0].outline, 2);
    assert_int_equal(p[2].outline, 0);
    assert_true(str_is(p[1].raw, "得分 $\\geq 85$ 分"));
    assert_int_equal(p[2].raw.len, 0);
    show_end(s);
    expect_text("甲\n[bookmark: _GoBack]\n乙\n", "P1 甲\nP3 乙\n");
}

static void test_invisible_characters_stay(void **state) {
    (void)state;
    expect_text("9\xE2\x80\x8B"
                "8.5%\xE2\x80\xAE"
                "5\n",
                "P1 9\xE2\x80\x8B"
                "8.5%\xE2\x80\xAE"
                "5\n");
}

static void test_source_is_described(void **state) {
    (void)state;
    struct shown *s = SHOW("\xFF\xFE\x91\x4E\x0A\x00\x2A\x6E");
    assert_string_equal(s->text, "P1 云\nP2 渪\n");
    assert_true(str_is(s->doc.source.encoding, "UTF-16LE"));
    show_end(s);
    s = SHOW("预算\n完成项目\xFF"
             "9项\n情况良好，单位满意\n");
    assert_true(s->read);
    assert_int_equal(s->doc.source.warnings.count, 1);
    assert_true(str_is(s->doc.source.warnings.items[0].code, "text_unreadable_bytes"));
    assert_int_equal(s->doc.source.warnings.items[0].at.line, 2);
    show_end(s);
}

static void test_refusals(void **state) {
    (void)state;
    expect_text("", "! empty\n");
    expect_text(" \n\t\n", "! empty\n");
    struct shown *s = SHOW("\x7F"
                           "ELF\0\0");
    assert_string_equal(s->text, "! not_text\n");
    show_end(s);
    expect_text("\xB9\x77\xBA\xE2\xB0\xF5\xA6\xE6\xB2\x76", "! text_encoding\n");
}

/* A small report with a table in the middle; %s stands for the table. */
#define REPORT                                           \
    "云溪县交通局绩效自评报告\n"             \
    "\n"                                                 \
    "一、概况\n"                                     \
    "全年预算120.50万元，支出118.00万元。\n" \
    "%s\n"                                               \
    "\n"                                                 \
    "二、结论\n"

/* Reads REPORT with a table and expects its paragraphs and the table at line 5, or `line`. */
static void expect_report(const char *table, const char *look) {
    char text[4096], expected[4096];
    snprintf(text, sizeof text, REPORT, table);
    size_t lines = 0;
    for (const char *p = text; p < strstr(text, "二、"); p++)
        lines += *p == '\n';
    snprintf(expected, sizeof expected,
             "P1 云溪县交通局绩效自评报告\nP3 一、概况\n"
             "P4 全年预算120.50万元，支出118.00万元。\n%sP%zu 二、结论\n",
             look, lines + 1);
    expect_text(text, expected);
}

static void test_one_table_in_all_layouts(void **state) {
    (void)state;
    expect_report("指标\t分值\t得分\n养护里程\t10\t9.5\n合计\t10\t9.5\n",
                  "T5 3x3\n5:指标|分值|得分\n6:养护里程|10|9.5\n7:合计|10|9.5\n");
    expect_report("\t指标\n"
                  "\t分值\n"
                  "\t得分\n"
                  "\n"
                  "\t养护里程\n"
                  "\t10\n"
                  "\t9.5\n"
                  "\n"
                  "\t合计\n"
                  "\t10\n"
                  "\t9.5\n",
                  "T5 3x3\n5:指标|分值|得分\n9:养护里程|10|9.5\n13:合计|10|9.5\n");
    expect_report("| 指标 | 分值 | 得分 |\n| --- | --- | --- |\n| 养护里程 | 10 | 9.5 |\n"
                  "| **合计** | 10 | 9.5 |\n",
                  "T5 3x3\n5:指标|分值|得分\n7:养护里程|10|9.5\n8:合计|10|9.5\n");
    expect_report("指标 | 分值 | 得分\n养护里程 | 10 | 9.5\n合计 | 10 | 9.5\n",
                  "T5 3x3\n5:指标|分值|得分\n6:养护里程|10|9.5\n7:合计|10|9.5\n");
    expect_report("指标      分值   得分\n养护里程  10     9.5\n合  计    10     9.5\n",
                  "T5 3x3\n5:指标|分值|得分\n6:养护里程|10|9.5\n7:合  计|10|9.5\n");
    expect_report("指标 |\n分值 |\n得分 |\n里程 |\n10 |\n9 |\n合计 |\n10 |\n9 |\n",
                  "T5 3x3\n5:指标|分值|得分\n8:里程|10|9\n11:合计|10|9\n");
}

/* The text in UTF-16, little endian; characters of the basic plane only. */
static struct str to_utf16(const char *text, char *out) {
    struct str s = str_of(text);
    size_t len = 0;
    out[len++] = '\xFF';
    out[len++] = '\xFE';
    for (size_t at = 0, size; at < s.len; at += size) {
        uint32_t point = utf8_decode(s, at, &size);
        out[len++] = (char)(point & 0xFF);
        out[len++] = (char)(point >> 8);
    }
    return (struct str){out, len};
}

static void test_encodings_and_line_ends_change_nothing(void **state) {
    (void)state;
    static const char text[] = "\t指标\n"
                               "\t分值\n"
                               "\n"
                               "\t养护\n"
                               "里程\n"
                               "\t10\n"
                               "\n"
                               "\n"
                               "结论：良好。\n";
    char wide[512], crlf[512];
    struct shown *plain = show_bytes(text, strlen(text));
    assert_string_equal(plain->text, "T1 2x2\n"
                                     "1:指标|分值\n"
                                     "4:养护/里程|10\n"
                                     "P9 结论：良好。\n");
    struct str utf16 = to_utf16(text, wide);
    struct shown *other = show_bytes(utf16.ptr, utf16.len);
    assert_string_equal(other->text, plain->text);
    show_end(other);
    size_t len = 0;
    for (const char *p = text; *p; p++) {
        if (*p == '\n')
            crlf[len++] = '\r';
        crlf[len++] = *p;
    }
    other = show_bytes(crlf, len);
    assert_string_equal(other->text, plain->text);
    show_end(other);
    show_end(plain);
}

/* --- Hostile input --------------------------------------------------------------------------- */

/* `count` times `unit`, NUL-terminated; freed by the caller. */
static char *repeat(const char *unit, size_t count) {
    size_t len = strlen(unit);
    char *text = malloc(len * count + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * len, unit, len);
    text[len * count] = '\0';
    return text;
}

static void test_too_large(void **state) {
    (void)state;
    char *text = repeat("a", LIMIT_TEXT_BYTES + 1);
    struct shown *s = show_bytes(text, LIMIT_TEXT_BYTES + 1);
    assert_string_equal(s->text, "! too_large\n");
    show_end(s);
    free(text);
    text = repeat("a\n", LIMIT_TEXT_LINES + 1);
    expect_text(text, "! too_large\n");
    free(text);
}

/* What would take hours if any rule looked back or ahead without a bound. The alarm is generous:
 * it is there to end the test, not to measure. */
static void test_linear(void **state) {
    (void)state;
    static const char *const units[] = {
        "甲，乙，丙",
        "甲\t乙\n",
        "\t甲\n",
        "\t甲\n\n",
        "\t甲\n\n乙\n",
        "\t甲\n乙\n\n",
        "|",
        "甲 |\n",
        "甲 | 1 |\n",
        "|\n",
        "甲 |\n1 |\n",
        "-|-\n",
        "\"甲\t",
        "\"甲\t乙\n",
        "甲\t\"乙\n",
        "甲\t乙\n\"丙\n",
        "\"",
        "\"\t",
        "甲 1 2\n",
        "甲   乙   1\n",
        "甲 ",
        "１",
        "$\\leq ",
        "**甲",
        "[bookmark:",
        "\f",
        "\n\f",
        "（一",
        "- 1",
        "\xEF\xBF\xBD\n",
        "\t\n",
        "\t\t\n",
        "甲\t乙\n丙\n\n",
        "第一",
        "1.",
        "\t甲\n\t乙\n\n\n",
    };
    alarm(120);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        char *text = repeat(units[i], 100000);
        struct shown *s = show_bytes(text, strlen(text));
        assert_true(s->read || s->err.code != ERR_NONE);
        show_end(s);
        free(text);
    }
    alarm(0);
}

/* Twice the input must not take more than twice the memory: the count that stands for time. */
static void test_memory_grows_with_the_input(void **state) {
    (void)state;
    static const char *const units[] = {"甲\t乙\t丙\n", "\t甲\n\t乙\n\n", "甲，乙。\n",
                                        "甲 | 乙\n"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t taken[2];
        for (size_t k = 0; k < 2; k++) {
            char *text = repeat(units[i], 20000 << k);
            struct shown *s = show_bytes(text, strlen(text));
            assert_true(s->read);
            taken[k] = s->doc.arena.total;
            show_end(s);
            free(text);
        }
        assert_true(taken[1] <= taken[0] * 5 / 2);
    }
}

/* A grid of words written in a layout comes back cell by cell. */
static void write_row(char *text, size_t *len, size_t layout, uint32_t row, uint32_t cols) {
    static const char *const before[] = {"", "\t", "| "}, *const between[] = {"\t", "\n\t", " | "},
                             *const after[] = {"\n", "\n\n", " |\n"};
    *len += (size_t)sprintf(text + *len, "%s", before[layout]);
    for (uint32_t col = 0; col < cols; col++)
        *len += (size_t)sprintf(text + *len, "%s格%u行%u", col ? between[layout] : "", col, row);
    *len += (size_t)sprintf(text + *len, "%s", after[layout]);
}

static void test_grids_come_back(void **state) {
    (void)state;
    static char text[1 << 16];
    for (size_t layout = 0; layout < 3; layout++) {
        for (uint32_t cols = 2; cols < 14; cols++) {
            size_t len = 0;
            char expected[64];
            uint32_t rows = 3 + cols * 7 % 11;
            for (uint32_t row = 0; row < rows; row++)
                write_row(text, &len, layout, row, cols);
            struct shown *s = show_bytes(text, len);
            assert_int_equal(s->doc.document.tables.count, 1);
            const struct table *table = &s->doc.document.tables.items[0];
            assert_int_equal(table->rows, rows);
            assert_int_equal(table->cols, cols);
            for (uint32_t i = 0; i < table->cell_count; i++) {
                snprintf(expected, sizeof expected, "格%u行%u", table->cells[i].col,
                         table->cells[i].row);
                assert_true(str_is(table->cells[i].passage.text, expected));
            }
            show_end(s);
        }
    }
}

static void test_random_bytes_never_crash(void **state) {
    (void)state;
    static const char *const alphabet[] = {"\t", "\n", "|",      " ",    "1",    "甲",
                                           "。", "\"", "$",      "\\le", "**",   "\f",
                                           "-",  "，", "其中：", "结余", "\n\n", "  "};
    uint32_t seed = 12345;
    char text[2048];
    for (size_t round = 0; round < 3000; round++) {
        size_t len = 0;
        while (len < sizeof text - 16) {
            seed = seed * 1664525u + 1013904223u;
            const char *piece = alphabet[(seed >> 16) % (sizeof alphabet / sizeof *alphabet)];
            memcpy(text + len, piece, strlen(piece));
            len += strlen(piece);
        }
        struct shown *s = show_bytes(text, len);
        assert_true(s->read);
        assert_int_equal(utf8_check(str_of(s->text)), strlen(s->text));
        show_end(s);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paragraphs_and_their_lines),
        cmocka_unit_test(test_cut_sentences_are_joined),
        cmocka_unit_test(test_figure_across_lines),
        cmocka_unit_test(test_page_numbers_are_dropped),
        cmocka_unit_test(test_layouts_mix),
        cmocka_unit_test(test_residue),
        cmocka_unit_test(test_invisible_characters_stay),
        cmocka_unit_test(test_source_is_described),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_one_table_in_all_layouts),
        cmocka_unit_test(test_encodings_and_line_ends_change_nothing),
        cmocka_unit_test(test_too_large),
        cmocka_unit_test(test_linear),
        cmocka_unit_test(test_memory_grows_with_the_input),
        cmocka_unit_test(test_grids_come_back),
        cmocka_unit_test(test_random_bytes_never_crash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
