/* A document made by hand, with all its layers: what the tests of report/ show.
 *
 *   0  云溪县水利局2023年度部门整体支出绩效自评报告      part p0, unit, year
 *   t0 指标 | 分值 | 得分
 *      数量 | 60   | 58
 *      质量 | 40   | 37
 *      总分 | 100  | 96                              claims 96; 58 + 37 = 95
 */
#ifndef HEJI_TESTS_REPORT_SAMPLE_H
#define HEJI_TESTS_REPORT_SAMPLE_H

#include <assert.h>
#include <stdio.h>

#include "base/limits.h"
#include "model/doc.h"
#include "validate/catalogue.h"

enum { SAMPLE_ROWS = 4, SAMPLE_COLS = 3 };

static inline struct place sample_paragraph(int32_t paragraph) {
    return (struct place){PLACE_NONE, paragraph, PLACE_NONE, PLACE_NONE, PLACE_NONE};
}

static inline struct place sample_cell(int32_t row, int32_t col) {
    return (struct place){PLACE_NONE, 1, 0, row, col};
}

static inline void sample_document(struct doc *doc) {
    static const char *const texts[] = {"指标", "分值", "得分", "数量", "60",  "58",
                                        "质量", "40",   "37",   "总分", "100", "96"};
    struct arena *arena = &doc->arena;
    struct passage title = {.text = STR("云溪县水利局2023年度部门整体支出绩效自评报告"),
                            .at = sample_paragraph(0)};
    VEC_PUSH(arena, &doc->document.paragraphs, title);
    struct table table = {.rows = SAMPLE_ROWS,
                          .cols = SAMPLE_COLS,
                          .cell_count = SAMPLE_ROWS * SAMPLE_COLS,
                          .parent = -1,
                          .parent_cell = -1,
                          .at = {PLACE_NONE, 1, 0, PLACE_NONE, PLACE_NONE}};
    table.cells = arena_array(arena, table.cell_count, sizeof *table.cells);
    for (uint32_t i = 0; i < table.cell_count; i++)
        table.cells[i] = (struct cell){
            .row = i / SAMPLE_COLS,
            .col = i % SAMPLE_COLS,
            .rowspan = 1,
            .colspan = 1,
            .passage = {.text = str_of(texts[i]),
                        .at = sample_cell((int32_t)(i / SAMPLE_COLS), (int32_t)(i % SAMPLE_COLS))}};
    VEC_PUSH(arena, &doc->document.tables, table);
    VEC_PUSH(arena, &doc->document.blocks, ((struct block){BLOCK_PARAGRAPH, 0}));
    VEC_PUSH(arena, &doc->document.blocks, ((struct block){BLOCK_TABLE, 0}));
}

static inline void sample_reading(struct doc *doc) {
    struct arena *arena = &doc->arena;
    struct part part = {.kind = PART_DEPARTMENT,
                        .end = 2,
                        .title = doc->document.paragraphs.items[0].text,
                        .unit = STR("云溪县水利局"),
                        .county = STR("云溪县"),
                        .year = STR("2023"),
                        .date = STR("2024-03"),
                        .at = sample_paragraph(0)};
    struct section section = {.kind = TABLE_SCORE, .end = SAMPLE_ROWS, .header_rows = 1};
    static struct column columns[] = {{0, COLUMN_LEVEL, 3, STR("指标"), {0}, -1, NULL},
                                      {1, COLUMN_WEIGHT, 0, STR("分值"), STR("分"), -1, NULL},
                                      {2, COLUMN_SCORE, 0, STR("得分"), {0}, -1, NULL}};
    section.columns = columns;
    section.column_count = 3;
    section.caption = (struct str)STR("绩效自评表");
    VEC_PUSH(arena, &doc->reading.parts, part);
    VEC_PUSH(arena, &doc->reading.sections, section);
    struct claim score = {.value = STR("96"), .label = STR("总分"), .in_table = true};
    struct claim later = {.value = STR("97"), .label = STR("综合得分")};
    struct claim grade = {.value = STR("优秀"), .is_grade = true};
    VEC_PUSH(arena, &doc->reading.claims, score);
    VEC_PUSH(arena, &doc->reading.claims, later);
    VEC_PUSH(arena, &doc->reading.claims, grade);
    doc->reading.block_parts = arena_array(arena, 2, sizeof *doc->reading.block_parts);
    doc->reading.numbers = 6;
}

static inline void sample_quantity(struct doc *doc, const char *raw, const char *value,
                                   struct place at) {
    struct mention *mention = arena_alloc(&doc->arena, sizeof *mention);
    struct quantity quantity = {.is_quantity = true,
                                .readable = true,
                                .kind = QUANTITY_AMOUNT,
                                .unit = STR("万元"),
                                .at = at,
                                .mention = mention};
    mention->raw = str_of(raw);
    mention->label = (struct str)STR("年初预算");
    mention->comparator = COMPARE_GE;
    mention->approximate = true;
    quantity.value.text = str_of(value);
    quantity.value.number = decimal_parse(quantity.value.text, &quantity.value.decimal);
    quantity.decimals = quantity.value.decimal.scale;
    quantity.has_yuan = decimal_shift(&quantity.value.decimal, 4, &quantity.yuan);
    VEC_PUSH(&doc->arena, &doc->record.quantities, quantity);
}

static inline void sample_record(struct doc *doc) {
    sample_quantity(doc, "不低于约４,982.39万元", "4982.39", sample_paragraph(0));
    struct quantity date = {.at = sample_paragraph(0)};
    VEC_PUSH(&doc->arena, &doc->record.quantities, date);
    sample_quantity(doc, "1.5万元", "1.5", sample_paragraph(0));
    for (uint32_t row = 1; row < 3; row++) {
        const struct cell *cells = &doc->document.tables.items[0].cells[row * SAMPLE_COLS];
        struct indicator indicator = {.row = row,
                                      .level1 = STR("产出指标"),
                                      .name = cells[0].passage.text,
                                      .at = cells[0].passage.at};
        indicator.weight.text = cells[1].passage.text;
        indicator.score.text = cells[2].passage.text;
        VEC_PUSH(&doc->arena, &doc->record.indicators, indicator);
    }
}

static inline void sample_verdict(struct doc *doc) {
    static struct str operands[] = {STR("i0"), STR("i1")};
    static struct reason_count reasons[] = {{STR("missing_operand"), 1}};
    struct check check = {.rule = catalogue_find((struct str)STR("score.total")),
                          .outcome = OUTCOME_FAIL,
                          .claimed = STR("96"),
                          .computed = STR("95"),
                          .formula = STR("58 + 37 = 95 ≠ 96"),
                          .operands = operands,
                          .operand_count = 2,
                          .at = sample_cell(3, 2)};
    VEC_PUSH(&doc->arena, &doc->verdict.checks, check);
    check.outcome = OUTCOME_UNVERIFIABLE;
    check.reason = (struct str)STR("missing_operand");
    check.computed = check.formula = (struct str){0};
    VEC_PUSH(&doc->arena, &doc->verdict.checks, check);
    struct evidence evidence[] = {
        {STR("claimed"), STR("96"), sample_cell(3, 2)},
        {STR("operand"), STR("58"), sample_cell(1, 2)},
        {STR("operand"), STR("37"), sample_cell(2, 2)},
    };
    struct finding finding = {.rule = check.rule,
                              .severity = SEVERITY_ERROR,
                              .label = STR("总分"),
                              .message = STR("总分：写明 96，各项合计 95，不一致"),
                              .claimed = STR("96"),
                              .computed = STR("95"),
                              .difference = STR("1"),
                              .tolerance = STR("0"),
                              .formula = STR("58 + 37 = 95 ≠ 96"),
                              .at = sample_cell(3, 2),
                              .evidence_count = 3};
    finding.evidence = arena_alloc(&doc->arena, sizeof evidence);
    memcpy(finding.evidence, evidence, sizeof evidence);
    snprintf(finding.fingerprint, sizeof finding.fingerprint, "0123456789abcdef0123456789abcdef");
    VEC_PUSH(&doc->arena, &doc->verdict.findings, finding);
    doc->verdict.coverage = (struct coverage){.numbers = 6,
                                              .checked = 3,
                                              .relations = 2,
                                              .verified = 1,
                                              .unverifiable = reasons,
                                              .reason_count = 1};
}

/* Fills `doc` with all layers; arena_clear(&doc->arena) frees it. */
static inline void sample_make(struct doc *doc) {
    *doc = (struct doc){
        .source = {
            .path = STR("报告.docx"), .bytes = 12345, .format = "docx", .status = SOURCE_OK}};
    arena_init(&doc->arena, LIMIT_ARENA_BYTES);
    hash_sha256((struct str)STR("abc"), doc->source.sha256);
    sample_document(doc);
    sample_reading(doc);
    sample_record(doc);
    sample_verdict(doc);
    assert(!doc->arena.exhausted);
}

#endif
