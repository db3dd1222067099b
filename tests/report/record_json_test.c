#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "report/record_json.h"
#include "tests/report/sample.h"

static const char whole[] =
    "{\"schema\":\"heji-report/1\","
    "\"source\":{\"path\":\"报告.docx\","
    "\"sha256\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\","
    "\"bytes\":12345,\"format\":\"docx\",\"encoding\":null,\"status\":\"ok\",\"error\":null,"
    "\"warnings\":[]},"
    "\"parts\":[{\"id\":\"p0\",\"kind\":\"department\","
    "\"title\":\"云溪县水利局2023年度部门整体支出绩效自评报告\",\"unit\":\"云溪县水利局\","
    "\"project\":null,\"year\":2023,\"date\":\"2024-03\","
    "\"region\":{\"code\":null,\"province\":null,\"city\":null,\"county\":\"云溪县\"},"
    "\"claimed\":{\"score\":\"96\",\"grade\":\"优秀\"},\"at\":{\"paragraph\":0}}],"
    "\"tables\":[{\"id\":\"t0\",\"part\":\"p0\",\"kind\":\"score\",\"caption\":\"绩效自评表\","
    "\"unit\":null,\"rows\":4,\"cols\":3,\"header_rows\":1,\"columns\":["
    "{\"col\":0,\"role\":\"level3\",\"name\":\"指标\",\"unit\":null},"
    "{\"col\":1,\"role\":\"weight\",\"name\":\"分值\",\"unit\":\"分\"},"
    "{\"col\":2,\"role\":\"score\",\"name\":\"得分\",\"unit\":null}],"
    "\"at\":{\"paragraph\":1,\"table\":\"t0\"}}],"
    "\"indicators\":[{\"id\":\"i0\",\"part\":\"p0\",\"table\":\"t0\",\"row\":1,"
    "\"level1\":\"产出指标\",\"level2\":null,\"level3\":null,\"name\":\"数量\",\"target\":null,"
    "\"actual\":null,\"criteria\":null,\"remark\":null,\"weight\":\"60\",\"score\":\"58\","
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":1,\"col\":0}},"
    "{\"id\":\"i1\",\"part\":\"p0\",\"table\":\"t0\",\"row\":2,"
    "\"level1\":\"产出指标\",\"level2\":null,\"level3\":null,\"name\":\"质量\",\"target\":null,"
    "\"actual\":null,\"criteria\":null,\"remark\":null,\"weight\":\"40\",\"score\":\"37\","
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":2,\"col\":0}}],"
    "\"quantities\":[{\"id\":\"q0\",\"part\":\"p0\",\"kind\":\"amount\",\"label\":\"年初预算\","
    "\"raw\":\"不低于约４,982.39万元\",\"value\":\"4982.39\",\"unit\":\"万元\",\"decimals\":2,"
    "\"comparator\":\"≥\",\"approximate\":true,\"yuan\":\"49823900\",\"at\":{\"paragraph\":0}},"
    "{\"id\":\"q2\",\"part\":\"p0\",\"kind\":\"amount\",\"label\":\"年初预算\","
    "\"raw\":\"1.5万元\",\"value\":\"1.5\",\"unit\":\"万元\",\"decimals\":1,"
    "\"comparator\":\"≥\",\"approximate\":true,\"yuan\":\"15000\",\"at\":{\"paragraph\":0}}],"
    "\"checks\":[{\"rule\":\"score.total\",\"part\":\"p0\",\"outcome\":\"fail\","
    "\"claimed\":\"96\",\"computed\":\"95\",\"formula\":\"58 + 37 = 95 ≠ 96\","
    "\"operands\":[\"i0\",\"i1\"],\"reason\":null,"
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":3,\"col\":2}},"
    "{\"rule\":\"score.total\",\"part\":\"p0\",\"outcome\":\"unverifiable\","
    "\"claimed\":\"96\",\"computed\":null,\"formula\":null,"
    "\"operands\":[\"i0\",\"i1\"],\"reason\":\"missing_operand\","
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":3,\"col\":2}}],"
    "\"findings\":[{\"rule\":\"score.total\",\"severity\":\"error\",\"part\":\"p0\","
    "\"message\":\"总分：写明 96，各项合计 95，不一致\",\"claimed\":\"96\",\"computed\":\"95\","
    "\"difference\":\"1\",\"tolerance\":\"0\",\"formula\":\"58 + 37 = 95 ≠ 96\","
    "\"diagnosis\":null,\"impact\":null,"
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":3,\"col\":2},\"evidence\":["
    "{\"role\":\"claimed\",\"text\":\"96\","
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":3,\"col\":2}},"
    "{\"role\":\"operand\",\"text\":\"58\","
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":1,\"col\":2}},"
    "{\"role\":\"operand\",\"text\":\"37\","
    "\"at\":{\"paragraph\":1,\"table\":\"t0\",\"row\":2,\"col\":2}}],"
    "\"fingerprint\":\"0123456789abcdef0123456789abcdef\"}],"
    "\"coverage\":{\"numbers\":6,\"checked\":3,\"relations\":2,\"verified\":1,"
    "\"unverifiable\":{\"missing_operand\":1}}}";

static struct str text_of(const struct json_writer *w) {
    return (struct str){w->ptr, w->len};
}

static void assert_text(struct str got, const char *want) {
    if (!str_is(got, want))
        fail_msg("got  %.*s\nwant %s", STR_ARGS(got), want);
}

static void test_whole_record(void **state) {
    struct doc doc;
    struct json_writer w = {0};
    (void)state;
    sample_make(&doc);
    record_json(&doc, &w);
    assert_text(text_of(&w), whole);
    json_writer_clear(&w);
    arena_clear(&doc.arena);
}

static void test_failed_document(void **state) {
    struct doc doc = {.source = {.path = STR("坏.docx"), .status = SOURCE_FAILED}};
    struct json_writer w = {0};
    (void)state;
    err_set(&doc.source.error, ERR_ZIP_CORRUPT, 0, "entry \"%s\"", "word/document.xml");
    record_json(&doc, &w);
    assert_text(
        text_of(&w),
        "{\"schema\":\"heji-report/"
        "1\",\"source\":{\"path\":\"坏.docx\",\"sha256\":null,\"bytes\":0,"
        "\"format\":null,\"encoding\":null,\"status\":\"failed\","
        "\"error\":{\"code\":\"zip_corrupt\",\"message\":\"entry \\\"word/document.xml\\\"\"},"
        "\"warnings\":[]},\"parts\":[],\"tables\":[],\"indicators\":[],\"quantities\":[],"
        "\"checks\":[],\"findings\":[],\"coverage\":{\"numbers\":0,\"checked\":0,\"relations\":0,"
        "\"verified\":0,\"unverifiable\":{}}}");
    json_writer_clear(&w);
}

static void test_document_without_reading(void **state) {
    struct doc doc;
    struct json_writer w = {0};
    (void)state;
    sample_make(&doc);
    doc.reading = (struct reading){0};
    doc.record = (struct record){0};
    doc.verdict = (struct verdict){0};
    doc.source.status = SOURCE_PARTIAL;
    err_set(&doc.source.error, ERR_MEMORY, 0, "extract: more than 5 bytes");
    record_json(&doc, &w);
    assert_true(str_has(text_of(&w), "\"status\":\"partial\",\"error\":{\"code\":\"memory\""));
    assert_true(str_has(text_of(&w), "\"tables\":[{\"id\":\"t0\",\"part\":null,\"kind\":\"other\","
                                     "\"caption\":null,\"unit\":null,\"rows\":4,\"cols\":3,"
                                     "\"header_rows\":0,\"columns\":[],"));
    json_writer_clear(&w);
    arena_clear(&doc.arena);
}

static void test_table_of_two_sections(void **state) {
    static struct column budget = {1, COLUMN_BUDGET, 1, STR("全年预算数"), STR("万元"), -1, NULL};
    struct doc doc;
    struct json_writer w = {0};
    (void)state;
    sample_make(&doc);
    struct section fund = {.kind = TABLE_FUND,
                           .end = 1,
                           .header_rows = 1,
                           .columns = &budget,
                           .column_count = 1,
                           .unit = STR("万元")};
    struct section score = doc.reading.sections.items[0];
    score.first = 1;
    doc.reading.sections.items[0] = fund;
    VEC_PUSH(&doc.arena, &doc.reading.sections, score);
    record_json(&doc, &w);
    /* the longest section names the kind; each column tells which rows it heads */
    assert_true(
        str_has(text_of(&w), "\"kind\":\"score\",\"caption\":\"绩效自评表\",\"unit\":null"));
    assert_true(str_has(text_of(&w), "{\"col\":1,\"role\":\"budget\",\"name\":\"全年预算数\","
                                     "\"unit\":\"万元\",\"rows\":[0,0]}"));
    assert_true(str_has(text_of(&w), "\"role\":\"score\",\"name\":\"得分\",\"unit\":null,"
                                     "\"rows\":[1,3]}"));
    json_writer_clear(&w);
    arena_clear(&doc.arena);
}

static void test_tables_without_sections(void **state) {
    struct doc doc;
    struct json_writer w = {0};
    (void)state;
    sample_make(&doc);
    struct part second = {.kind = PART_PROJECT, .first = 2, .end = 3, .at = sample_paragraph(1)};
    struct table nested = doc.document.tables.items[0], last = nested;
    nested.id = 1;
    nested.parent = 0;
    last.id = 2;
    VEC_PUSH(&doc.arena, &doc.document.tables, nested);
    VEC_PUSH(&doc.arena, &doc.document.tables, last);
    VEC_PUSH(&doc.arena, &doc.document.blocks, ((struct block){BLOCK_TABLE, 2}));
    VEC_PUSH(&doc.arena, &doc.reading.parts, second);
    doc.reading.block_parts = arena_array(&doc.arena, 3, sizeof *doc.reading.block_parts);
    doc.reading.block_parts[2] = 1;
    record_json(&doc, &w);
    assert_true(str_has(text_of(&w), "{\"id\":\"t0\",\"part\":\"p0\",\"kind\":\"score\""));
    assert_true(str_has(text_of(&w), "{\"id\":\"t1\",\"part\":\"p0\",\"kind\":\"other\""));
    assert_true(str_has(text_of(&w), "{\"id\":\"t2\",\"part\":\"p1\",\"kind\":\"other\""));
    json_writer_clear(&w);
    arena_clear(&doc.arena);
}

static void test_range_and_unreadable_value(void **state) {
    struct doc doc;
    struct json_writer w = {0};
    (void)state;
    sample_make(&doc);
    struct quantity *quantity = &doc.record.quantities.items[0];
    quantity->upper.text = (struct str)STR("5000");
    quantity = &doc.record.quantities.items[2];
    quantity->value = (struct value){0};
    quantity->has_yuan = false;
    record_json(&doc, &w);
    assert_true(str_has(text_of(&w), "\"value\":\"4982.39\",\"upper\":\"5000\",\"unit\""));
    assert_true(str_has(text_of(&w), "\"raw\":\"1.5万元\",\"value\":null,\"unit\":\"万元\""));
    assert_true(str_has(text_of(&w), "\"yuan\":null"));
    json_writer_clear(&w);
    arena_clear(&doc.arena);
}

static void test_warnings_and_text_places(void **state) {
    struct doc doc;
    struct json_writer w = {0};
    struct place line = {12, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE};
    (void)state;
    sample_make(&doc);
    doc_warn(&doc, "long_line", &line, "cut at %d", 5);
    doc_warn(&doc, "odd", NULL, "somewhere");
    doc.source.encoding = (struct str)STR("GB18030");
    record_json(&doc, &w);
    assert_true(str_has(text_of(&w), "\"encoding\":\"GB18030\""));
    assert_true(str_has(text_of(&w),
                        "\"warnings\":[{\"code\":\"long_line\",\"message\":\"cut at 5\","
                        "\"at\":{\"line\":12}},{\"code\":\"odd\","
                        "\"message\":\"somewhere\",\"at\":null}]"));
    json_writer_clear(&w);
    arena_clear(&doc.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole_record),
        cmocka_unit_test(test_failed_document),
        cmocka_unit_test(test_document_without_reading),
        cmocka_unit_test(test_table_of_two_sections),
        cmocka_unit_test(test_tables_without_sections),
        cmocka_unit_test(test_range_and_unreadable_value),
        cmocka_unit_test(test_warnings_and_text_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
