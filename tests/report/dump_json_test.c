#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "report/dump_json.h"
#include "tests/report/sample.h"

static void assert_dump(const struct doc *doc, const char *want) {
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    assert_true(dump_json(&doc->document, out));
    fclose(out);
    assert_string_equal(text, want);
    free(text);
}

static void test_empty_document(void **state) {
    struct doc doc = {0};
    (void)state;
    assert_dump(&doc, "{\"paragraphs\":[],\"tables\":[],\"numbering\":[],\"hidden\":[],"
                      "\"notes\":[],\"textboxes\":[]}\n");
}

static void test_every_layer(void **state) {
    struct doc doc = {0};
    struct cell cells[] = {{.rowspan = 2,
                            .colspan = 1,
                            .passage = {.text = STR("甲\n乙"), .numbering = STR("1.\n2.")}},
                           {.col = 1, .rowspan = 1, .colspan = 1, .passage = {.hidden = STR("9")}}};
    struct table table = {.rows = 2, .cols = 2, .cells = cells, .cell_count = 2, .parent = -1};
    struct passage plain = {.text = STR("正文")};
    struct passage numbered = {.text = STR("标题\"x\""), .numbering = STR("（一）")};
    (void)state;
    arena_init(&doc.arena, 1 << 20);
    VEC_PUSH(&doc.arena, &doc.document.paragraphs, plain);
    VEC_PUSH(&doc.arena, &doc.document.paragraphs, numbered);
    VEC_PUSH(&doc.arena, &doc.document.tables, table);
    VEC_PUSH(&doc.arena, &doc.document.notes, plain);
    VEC_PUSH(&doc.arena, &doc.document.textboxes, plain);
    assert_dump(&doc, "{\"paragraphs\":[\"正文\",\"标题\\\"x\\\"\"],"
                      "\"tables\":[{\"rows\":2,\"cols\":2,\"cells\":["
                      "{\"row\":0,\"col\":0,\"rowspan\":2,\"colspan\":1,\"text\":\"甲\\n乙\"},"
                      "{\"row\":0,\"col\":1,\"rowspan\":1,\"colspan\":1,\"text\":\"\"}]}],"
                      "\"numbering\":[{\"paragraph\":1,\"text\":\"（一）\"},"
                      "{\"table\":0,\"row\":0,\"col\":0,\"text\":\"1.\\n2.\"}],"
                      "\"hidden\":[{\"table\":0,\"row\":0,\"col\":1,\"text\":\"9\"}],"
                      "\"notes\":[\"正文\"],\"textboxes\":[\"正文\"]}\n");
    arena_clear(&doc.arena);
}

/* A document that was traced: parts for Word, offsets alone for text. */
static void test_places(void **state) {
    struct doc doc = {0};
    static struct line_mark marks[] = {{0, 0, 9}, {3, 0, 40}};
    struct cell cell = {.rowspan = 1, .colspan = 1};
    cell.passage = (struct passage){.text = STR("12万"), .byte = 9, .marks = marks};
    cell.passage.mark_count = 2;
    struct table table = {.rows = 1, .cols = 1, .cells = &cell, .cell_count = 1, .parent = -1};
    struct passage note = {.text = STR("注"), .byte = 7, .part = PART_FOOTNOTES};
    (void)state;
    arena_init(&doc.arena, 1 << 20);
    doc.document.traced = true;
    doc.document.parts[PART_MAIN] = str_of("word/document.xml");
    doc.document.parts[PART_FOOTNOTES] = str_of("word/footnotes.xml");
    VEC_PUSH(&doc.arena, &doc.document.tables, table);
    VEC_PUSH(&doc.arena, &doc.document.notes, note);
    assert_dump(&doc,
                "{\"paragraphs\":[],\"tables\":[{\"rows\":1,\"cols\":1,\"cells\":["
                "{\"row\":0,\"col\":0,\"rowspan\":1,\"colspan\":1,\"text\":\"12万\",\"place\":"
                "{\"part\":\"word/document.xml\",\"offset\":9,\"runs\":[{\"start\":0,\"offset\":9},"
                "{\"start\":3,\"offset\":40}]}}]}],\"numbering\":[],\"hidden\":[],"
                "\"notes\":[\"注\"],\"textboxes\":[],\"places\":{\"paragraphs\":[],\"notes\":["
                "{\"part\":\"word/footnotes.xml\",\"offset\":7}],\"textboxes\":[]}}\n");
    arena_clear(&doc.arena);
}

static void test_large_table_leaves_in_pieces(void **state) {
    enum { CELLS = 20000 };
    struct doc doc = {0};
    struct table table = {.rows = CELLS, .cols = 1, .cell_count = CELLS, .parent = -1};
    char *text = NULL;
    size_t len, ends = 0;
    (void)state;
    arena_init(&doc.arena, 64 << 20);
    table.cells = arena_array(&doc.arena, CELLS, sizeof *table.cells);
    for (uint32_t i = 0; i < CELLS; i++)
        table.cells[i] = (struct cell){.row = i, .rowspan = 1, .colspan = 1};
    VEC_PUSH(&doc.arena, &doc.document.tables, table);
    FILE *out = open_memstream(&text, &len);
    assert_true(dump_json(&doc.document, out));
    fclose(out);
    for (size_t at = 0; at < len; at++)
        ends += text[at] == '}';
    assert_int_equal(ends, CELLS + 2);
    assert_null(strstr(text, "}{"));
    assert_null(strstr(text, ",,"));
    free(text);
    arena_clear(&doc.arena);
}

static void test_full_disk(void **state) {
    struct doc doc;
    FILE *full = fopen("/dev/full", "w");
    (void)state;
    if (!full)
        skip();
    sample_make(&doc);
    setvbuf(full, NULL, _IONBF, 0);
    assert_false(dump_json(&doc.document, full));
    fclose(full);
    arena_clear(&doc.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty_document), cmocka_unit_test(test_every_layer),
        cmocka_unit_test(test_places),         cmocka_unit_test(test_large_table_leaves_in_pieces),
        cmocka_unit_test(test_full_disk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
