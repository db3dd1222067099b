#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ingest/docx_converted.h"

#define CUT "全年完成道路养护四十二公里，新建排水管网三处，累计支出"
#define REST "资金共计三百万元，全部到位。"

/* A document of paragraphs, with tables where "T" stands; the caller closes it. */
static struct doc *make(const char *const *texts, size_t count) {
    struct doc *doc = calloc(1, sizeof *doc);
    assert_non_null(doc);
    arena_init(&doc->arena, LIMIT_ARENA_BYTES);
    struct document *document = &doc->document;
    for (size_t i = 0; i < count; i++) {
        bool is_table = strcmp(texts[i], "T") == 0;
        struct block block = {is_table ? BLOCK_TABLE : BLOCK_PARAGRAPH,
                              (uint32_t)(is_table ? 0 : document->paragraphs.count)};
        struct passage passage = {.text = str_of(texts[i])};
        assert_true(VEC_PUSH(&doc->arena, &document->blocks, block));
        assert_true(is_table || VEC_PUSH(&doc->arena, &document->paragraphs, passage));
    }
    return doc;
}

static void close_doc(struct doc *doc) {
    arena_clear(&doc->arena);
    free(doc);
}

static void settle(struct doc *doc) {
    struct err err = {0};
    assert_true(docx_converted_settle(doc, &err));
}

/* Whether the first of these paragraphs runs on. */
static bool runs_on(const char *const *texts, size_t count) {
    struct doc *doc = make(texts, count);
    settle(doc);
    bool first = doc->document.paragraphs.items[0].runs_on;
    for (size_t i = 1; i < doc->document.paragraphs.count; i++)
        assert_false(doc->document.paragraphs.items[i].runs_on);
    close_doc(doc);
    return first;
}

#define RUNS_ON(...)                            \
    runs_on((const char *const[]){__VA_ARGS__}, \
            sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void test_cut_sentences(void **state) {
    (void)state;
    assert_true(RUNS_ON(CUT, REST));
    assert_true(RUNS_ON(CUT, "", REST));
    assert_true(RUNS_ON(CUT, "", " 　", REST));
    assert_true(RUNS_ON("中央资金一百二十万元，省级，", "县级八十。"));
    assert_true(RUNS_ON(CUT, REST, "二、存在问题。"));
}

static void test_whole_sentences(void **state) {
    (void)state;
    assert_false(RUNS_ON(CUT "。", REST));
    assert_false(RUNS_ON(CUT, "", "", "", REST)); /* more than a page break leaves */
    assert_false(RUNS_ON(CUT, "二、资金情况，良好。"));
    assert_false(RUNS_ON("绩效自评报告", REST)); /* a title is short */
    assert_false(RUNS_ON(CUT));
    assert_false(RUNS_ON(CUT, "", ""));
    assert_false(RUNS_ON("", REST));
}

/* A table between the halves: whatever went on, it was not this sentence. */
static void test_tables_part(void **state) {
    (void)state;
    assert_false(RUNS_ON(CUT, "T", REST));
    assert_false(RUNS_ON(CUT, "", "T"));
    assert_true(RUNS_ON(CUT, REST, "T"));
}

/* What Word itself calls a heading or a list item begins anew, and a heading never runs on. */
static void test_headings_and_items(void **state) {
    static const char *const texts[] = {CUT, REST};
    (void)state;
    for (int kind = 0; kind < 3; kind++) {
        struct doc *doc = make(texts, 2);
        struct passage *items = doc->document.paragraphs.items;
        if (kind == 0)
            items[0].outline = 1;
        else if (kind == 1)
            items[1].outline = 2;
        else
            items[1].numbering = str_of("（一）");
        settle(doc);
        assert_false(items[0].runs_on);
        close_doc(doc);
    }
}

static void test_residue(void **state) {
    static const struct {
        const char *text, *understood;
    } cases[] = {
        {"得分 $\\geq 85$ 分", "得分 ≥ 85 分"},
        {"[bookmark: _GoBack]共4项", "共4项"},
        {"折合 $5 元", "折合 $5 元"},
        {"**注** C:\\to", "**注** C:\\to"},
        {"支出 $\\sqrt{2}$", "支出 $\\sqrt{2}$"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct doc *doc = make(&cases[i].text, 1);
        settle(doc);
        const struct passage *passage = &doc->document.paragraphs.items[0];
        bool same = strcmp(cases[i].text, cases[i].understood) == 0;
        assert_true(str_is(passage->text, cases[i].understood));
        assert_true(str_is(passage->raw, same ? "" : cases[i].text));
        close_doc(doc);
    }
}

/* In cells too; their places and spans stay. */
static void test_residue_in_cells(void **state) {
    (void)state;
    struct doc *doc = make(NULL, 0);
    struct cell cells[] = {
        {.rowspan = 1, .colspan = 2, .passage = {.text = STR("执行率\n$= 98.5\\%$")}},
        {.row = 1, .rowspan = 1, .colspan = 2, .passage = {.text = STR("98.5%")}}};
    struct table table = {.rows = 2, .cols = 2, .cells = cells, .cell_count = 2};
    assert_true(VEC_PUSH(&doc->arena, &doc->document.tables, table));
    settle(doc);
    assert_true(str_is(cells[0].passage.text, "执行率\n= 98.5%"));
    assert_true(str_is(cells[0].passage.raw, "执行率\n$= 98.5\\%$"));
    assert_int_equal(cells[0].colspan, 2);
    assert_int_equal(cells[1].passage.raw.len, 0);
    close_doc(doc);
}

/* Judged by what it says, not by how the formula was written. */
static void test_residue_before_sentences(void **state) {
    (void)state;
    static const char line[] = "全年完成道路养护四十二公里，执行率 $\\geq 95\\%$";
    const char *const texts[] = {line, "以上，按期完成。"};
    assert_true(runs_on(texts, 2));
}

static void test_no_memory(void **state) {
    static const char *const texts[] = {"$\\leq 5$"};
    (void)state;
    struct err err = {0};
    struct doc *doc = make(texts, 1);
    doc->arena.budget = doc->arena.total;
    while (arena_alloc(&doc->arena, 16))
        continue;
    doc->arena.exhausted = false;
    assert_false(docx_converted_settle(doc, &err));
    assert_int_equal(err.code, ERR_MEMORY);
    close_doc(doc);
}

/* Blank paragraphs are looked at a bounded number of times. */
static void test_linear(void **state) {
    (void)state;
    enum { COUNT = 200000 };
    const char **texts = malloc(COUNT * sizeof *texts);
    assert_non_null(texts);
    for (size_t i = 0; i < COUNT; i++)
        texts[i] = i % 1000 == 0 ? CUT : "";
    struct doc *doc = make(texts, COUNT);
    settle(doc);
    assert_false(doc->document.paragraphs.items[0].runs_on);
    close_doc(doc);
    free(texts);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut_sentences),
        cmocka_unit_test(test_whole_sentences),
        cmocka_unit_test(test_tables_part),
        cmocka_unit_test(test_headings_and_items),
        cmocka_unit_test(test_residue),
        cmocka_unit_test(test_residue_in_cells),
        cmocka_unit_test(test_residue_before_sentences),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
