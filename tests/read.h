/* Documents for tests, spelled out, and what the stages make of them, in a form that a test can
 * spell out too.
 *
 * A document is written as its lines:
 *
 *   评分表                   a paragraph; a blank line only parts two tables
 *   | 产出 | 数量 | 10 |     a row of a table: "<" belongs to the cell to its left,
 *   | ^    | 质量 | <  |     "^" to the one above, "¶" is a line break in a cell
 *
 * read_source builds it by hand, with its merged cells, as ingest would from DOCX; read_text lets
 * ingest read a text. Both then run extract, normalize and validate. */
#ifndef HEJI_TESTS_READ_H
#define HEJI_TESTS_READ_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "extract/extract.h"
#include "extract/lexicon.h"
#include "extract/mention.h"
#include "extract/narrative.h"
#include "ingest/text.h"
#include "normalize/normalize.h"
#include "validate/catalogue.h"
#include "validate/profiles.h"
#include "validate/validate.h"

enum { READ_SHOWN = 1 << 16 };

/* A document read, and how a layer of it looks. */
struct read {
    struct doc doc;
    struct err err;
    size_t len;
    char text[READ_SHOWN];
};

/* What all tests of a program share. */
static struct config read_config;
static struct matcher *read_matcher;

/* cmocka's group setup and teardown. */
static inline int read_open(void **state) {
    struct err err;
    (void)state;
    read_config = (struct config){.lexicon = lexicon_new(&err),
                                  .mention_patterns = mention_patterns_new(&err),
                                  .narrative_patterns = narrative_patterns_new(&err),
                                  .profiles = profiles_new(&err)};
    read_matcher = matcher_new();
    assert_non_null(read_config.lexicon);
    assert_non_null(read_config.mention_patterns);
    assert_non_null(read_config.narrative_patterns);
    assert_non_null(read_config.profiles);
    assert_non_null(read_matcher);
    return 0;
}

static inline int read_close(void **state) {
    (void)state;
    lexicon_free((struct lexicon *)read_config.lexicon);
    mention_patterns_free((struct mention_patterns *)read_config.mention_patterns);
    narrative_patterns_free((struct narrative_patterns *)read_config.narrative_patterns);
    profiles_free((struct profiles *)read_config.profiles);
    matcher_free(read_matcher);
    return 0;
}

/* ---- building a document from its lines */

static inline struct str read_line(const char **source) {
    size_t len = strcspn(*source, "\n");
    struct str line = {*source, len};
    *source += len + ((*source)[len] == '\n');
    return str_trim(line);
}

/* The text between two bars, in the arena, with its line breaks. */
static inline struct str read_piece(struct arena *arena, struct str piece) {
    struct str text = str_copy(arena, str_trim(piece));
    char *bytes = (char *)text.ptr;
    size_t to = 0;
    for (size_t at = 0; at < text.len; at++) {
        bool breaks = str_starts(str_slice(text, at, text.len), "¶");
        bytes[to++] = text.ptr[at];
        if (breaks) {
            bytes[to - 1] = '\n';
            at++;
        }
    }
    return (struct str){bytes, to};
}

/* The cells of one row; `owner` holds for each slot of the grid so far the index of its cell. */
static inline void read_row(struct arena *arena, struct str line, uint32_t row, uint32_t cols,
                            struct table *table, uint32_t *owner) {
    size_t at = 1;
    for (uint32_t col = 0; col < cols; col++) {
        size_t bar = str_find(line, "|", at);
        struct str text = read_piece(arena, str_slice(line, at, bar));
        uint32_t *slot = &owner[row * cols + col];
        at = bar + 1;
        if (str_is(text, "<")) {
            struct cell *cell = &table->cells[ *slot = slot[-1]];
            cell->colspan = col - cell->col + 1;
        } else if (str_is(text, "^")) {
            struct cell *cell = &table->cells[ *slot = owner[(row - 1) * cols + col]];
            cell->rowspan = row - cell->row + 1;
        } else {
            *slot = table->cell_count;
            struct place place = table->at;
            place.row = (int32_t)row;
            place.col = (int32_t)col;
            table->cells[table->cell_count++] =
                (struct cell){.row = row,
                              .col = col,
                              .rowspan = 1,
                              .colspan = 1,
                              .passage = {.text = text, .at = place}};
        }
    }
}

static inline uint32_t read_bars(struct str line) {
    uint32_t bars = 0;
    for (size_t i = 0; i < line.len; i++)
        bars += line.ptr[i] == '|';
    return bars;
}

/* Adds the table whose first row is `line`; `*source` stands behind that row. */
static inline void read_table(struct doc *doc, struct str line, const char **source) {
    struct arena *arena = &doc->arena;
    uint32_t rows = 0, cols = read_bars(line) - 1, id = (uint32_t)doc->document.tables.count;
    VEC(struct str) lines = {0};
    for (const char *next = *source; str_starts(line, "|"); line = read_line(&next)) {
        assert_int_equal(read_bars(line), cols + 1);
        assert_true(VEC_PUSH(arena, &lines, line));
        *source = next;
    }
    rows = (uint32_t)lines.count;
    struct table table = {.id = id,
                          .rows = rows,
                          .cols = cols,
                          .parent = -1,
                          .parent_cell = -1,
                          .at = {PLACE_NONE, (int32_t)doc->document.paragraphs.count, (int32_t)id,
                                 PLACE_NONE, PLACE_NONE}};
    table.cells = arena_array(arena, (size_t)rows * cols, sizeof *table.cells);
    uint32_t *owner = arena_array(arena, (size_t)rows * cols, sizeof *owner);
    struct err err;
    assert_non_null(owner);
    for (uint32_t row = 0; row < rows; row++)
        read_row(arena, lines.items[row], row, cols, &table, owner);
    assert_true(table_index(&table, arena, &err));
    assert_true(VEC_PUSH(arena, &doc->document.tables, table));
    assert_true(VEC_PUSH(arena, &doc->document.blocks, ((struct block){BLOCK_TABLE, id})));
}

/* Fills doc->document from a source; its arena must be there. */
static inline void read_build(struct doc *doc, const char *source) {
    while (*source) {
        struct str line = read_line(&source);
        if (line.len == 0)
            continue;
        if (str_starts(line, "|")) {
            const char *rest = source;
            read_table(doc, line, &rest);
            /* the last line looked at is no row: it is read again */
            source = rest;
            continue;
        }
        int32_t index = (int32_t)doc->document.paragraphs.count;
        struct passage passage = {.text = line,
                                  .at = {PLACE_NONE, index, PLACE_NONE, PLACE_NONE, PLACE_NONE}};
        assert_true(VEC_PUSH(&doc->arena, &doc->document.paragraphs, passage));
        assert_true(VEC_PUSH(&doc->arena, &doc->document.blocks,
                             ((struct block){BLOCK_PARAGRAPH, (uint32_t)index})));
    }
}

/* ---- running the stages */

/* An empty document of at most `budget` bytes; freed with read_end. */
static inline struct read *read_begin(size_t budget) {
    struct read *r = calloc(1, sizeof *r);
    assert_non_null(r);
    arena_init(&r->doc.arena, budget);
    r->doc.matcher = read_matcher;
    return r;
}

static inline void read_end(struct read *r) {
    arena_clear(&r->doc.arena);
    free(r);
}

/* Runs the stages behind ingest; false at the first that fails. */
static inline bool read_stages(struct read *r) {
    return extract_run(&r->doc, &read_config, &r->err) &&
           normalize_run(&r->doc, &read_config, &r->err) &&
           validate_run(&r->doc, &read_config, &r->err);
}

static inline struct read *read_source(const char *source) {
    struct read *r = read_begin(LIMIT_ARENA_BYTES);
    read_build(&r->doc, source);
    assert_true(read_stages(r));
    return r;
}

static inline struct read *read_text(const char *text) {
    struct read *r = read_begin(LIMIT_ARENA_BYTES);
    assert_true(text_read(&r->doc, str_of(text), &r->err));
    assert_true(read_stages(r));
    return r;
}

/* ---- showing what they made */

static inline void read_put(struct read *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void read_put(struct read *r, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int len = vsnprintf(r->text + r->len, READ_SHOWN - r->len, format, args);
    va_end(args);
    assert_true(len >= 0 && r->len + (size_t)len < READ_SHOWN);
    r->len += (size_t)len;
}

static inline const char *read_role(enum column_role role) {
    static const char *const names[] = {"other",  "level",       "label",  "weight", "score",
                                        "second", "coefficient", "target", "actual", "criteria",
                                        "remark", "budget",      "spent",  "rate",   "total",
                                        "amount", "balance",     "ordinal"};
    return names[role];
}

static inline const char *read_row_role(enum row_role role) {
    static const char *const names[] = {"other", "header", "item",  "subtotal", "total",
                                        "part",  "filler", "field", "caption"};
    return names[role];
}

/* "score 2-9 1 万元: level1 level2 weight score": kind, rows, header rows, unit, roles; a component
 * names its whole ("amount<2"), a section that carries another on begins with "+". */
static inline void read_show_sections(struct read *r) {
    static const char *const kinds[] = {"other", "score", "fund", "breakdown", "item", "target"};
    for (size_t i = 0; i < r->doc.reading.sections.count; i++) {
        const struct section *section = &r->doc.reading.sections.items[i];
        read_put(r, "%s%s %u-%u %u%s%.*s:", section->continues >= 0 ? "+" : "",
                 kinds[section->kind], section->first, section->end, section->header_rows,
                 section->unit.len ? " " : "", STR_ARGS(section->unit));
        for (uint32_t c = 0; c < section->column_count; c++) {
            const struct column *column = &section->columns[c];
            read_put(r, " %s", read_role(column->role));
            if (column->level)
                read_put(r, "%u", column->level);
            if (column->parent >= 0)
                read_put(r, "<%d", column->parent);
        }
        read_put(r, "\n");
    }
}

/* "total 总分" a row of a section; "~" before one whose figures were aligned, "#2" its depth. */
static inline void read_show_rows(struct read *r) {
    for (size_t i = 0; i < r->doc.reading.sections.count; i++) {
        const struct section *section = &r->doc.reading.sections.items[i];
        for (uint32_t row = 0; row < section->end - section->first; row++) {
            const struct row *facts = &section->rows[row];
            read_put(r, "%s%s", facts->aligned ? "~" : "", read_row_role(facts->role));
            if (facts->depth)
                read_put(r, "#%u", facts->depth);
            if (facts->label.len)
                read_put(r, " %.*s", STR_ARGS(facts->label));
            read_put(r, "\n");
        }
    }
}

static inline void read_put_value(struct read *r, const struct value *value) {
    if (value->number)
        read_put(r, " %.*s", STR_ARGS(value->text));
    else
        read_put(r, " -");
}

/* "产出/数量/渠道长度 15 14.5": levels, name, weight, score, and what is special about the row. */
static inline void read_show_indicators(struct read *r) {
    for (size_t i = 0; i < r->doc.record.indicators.count; i++) {
        const struct indicator *indicator = &r->doc.record.indicators.items[i];
        const struct str *levels[] = {&indicator->level1, &indicator->level2, &indicator->level3};
        for (size_t level = 0; level < INDICATOR_LEVELS; level++) {
            if (levels[level]->len > 0 && !str_eq(*levels[level], indicator->name))
                read_put(r, "%.*s/", STR_ARGS(*levels[level]));
        }
        read_put(r, "%.*s", STR_ARGS(indicator->name));
        read_put_value(r, &indicator->weight);
        read_put_value(r, &indicator->score);
        read_put(r, "%s%s%s%s\n", indicator->is_fund ? " fund" : "",
                 indicator->bonus ? " bonus" : "", indicator->shares_weight ? " same-weight" : "",
                 indicator->shares_score ? " same-score" : "");
    }
}

/* "1 过程 40 38": level, label, weight and score that a group claims. */
static inline void read_show_groups(struct read *r) {
    for (size_t i = 0; i < r->doc.record.groups.count; i++) {
        const struct group *group = &r->doc.record.groups.items[i];
        read_put(r, "%u %.*s", group->level, STR_ARGS(group->label));
        read_put_value(r, &group->weight);
        read_put_value(r, &group->score);
        read_put(r, "\n");
    }
}

static inline void read_put_place(struct read *r, const struct place *at) {
    if (at->row != PLACE_NONE)
        read_put(r, " @%d,%d\n", at->row, at->col);
    else
        read_put(r, " @%d\n", at->paragraph);
}

/* "score.total fail 98 97.5 @9,7": the checks whose rule begins with `rule`: outcome, claimed,
 * computed, place; for what could not be verified the reason instead of the computed figure. */
static inline void read_show_checks(struct read *r, const char *rule) {
    static const char *const outcomes[] = {"pass", "rounding", "fail", "unverifiable"};
    for (size_t i = 0; i < r->doc.verdict.checks.count; i++) {
        const struct check *check = &r->doc.verdict.checks.items[i];
        struct str last = check->reason.len > 0 ? check->reason : check->computed;
        if (!str_starts(str_of(check->rule->id), rule))
            continue;
        read_put(r, "%s %s %.*s %.*s", check->rule->id, outcomes[check->outcome],
                 STR_ARGS(check->claimed), STR_ARGS(last));
        read_put_place(r, &check->at);
    }
}

/* "error score.total 总分 98 97.5 @9,7": severity, rule, label, claimed, computed, place. */
static inline void read_show_findings(struct read *r) {
    static const char *const severities[] = {"info", "warning", "error"};
    for (size_t i = 0; i < r->doc.verdict.findings.count; i++) {
        const struct finding *finding = &r->doc.verdict.findings.items[i];
        read_put(r, "%s %s %.*s %.*s %.*s", severities[finding->severity], finding->rule->id,
                 STR_ARGS(finding->label), STR_ARGS(finding->claimed), STR_ARGS(finding->computed));
        read_put_place(r, &finding->at);
    }
}

/* "project 2023 某局 | 某项目 | 2024-03-12 | 自评表": kind, year, unit, project, date, title. */
static inline void read_show_parts(struct read *r) {
    static const char *const kinds[] = {"department", "project", "target", "other"};
    for (size_t i = 0; i < r->doc.reading.parts.count; i++) {
        const struct part *part = &r->doc.reading.parts.items[i];
        read_put(r, "%s %u-%u %.*s | %.*s | %.*s | %.*s | %.*s\n", kinds[part->kind], part->first,
                 part->end, STR_ARGS(part->year), STR_ARGS(part->unit), STR_ARGS(part->project),
                 STR_ARGS(part->date), STR_ARGS(part->title));
    }
}

/* "自评得分 95" a claim, with its part before it where the document has several. */
static inline void read_show_claims(struct read *r) {
    for (size_t i = 0; i < r->doc.reading.claims.count; i++) {
        const struct claim *claim = &r->doc.reading.claims.items[i];
        if (r->doc.reading.parts.count > 1)
            read_put(r, "%u ", claim->part);
        read_put(r, "%.*s %.*s\n", STR_ARGS(claim->label), STR_ARGS(claim->value));
    }
}

/* "结余 = 12.5" a field; "+" before a part of the field above it. */
static inline void read_show_fields(struct read *r) {
    for (size_t i = 0; i < r->doc.reading.fields.count; i++) {
        const struct field *field = &r->doc.reading.fields.items[i];
        read_put(r, "%s%.*s = %.*s\n", field->is_part ? "+" : "", STR_ARGS(field->label),
                 STR_ARGS(field->value));
    }
}

/* "市级/金额 30 万元" the figures of the tables: label, number, unit. */
static inline void read_show_figures(struct read *r) {
    for (size_t i = 0; i < r->doc.reading.mentions.count; i++) {
        const struct mention *mention = &r->doc.reading.mentions.items[i];
        if (mention->passage->at.row == PLACE_NONE)
            continue;
        read_put(r, "%.*s %.*s%s%.*s\n", STR_ARGS(mention->label), STR_ARGS(mention->number),
                 mention->unit.len ? " " : "", STR_ARGS(mention->unit));
    }
}

/* ---- expecting it */

static inline void read_expect(const char *source, void (*show)(struct read *),
                               const char *expected) {
    struct read *r = read_source(source);
    show(r);
    assert_string_equal(r->text, expected);
    read_end(r);
}

static inline void expect_sections(const char *source, const char *expected) {
    read_expect(source, read_show_sections, expected);
}

static inline void expect_rows(const char *source, const char *expected) {
    read_expect(source, read_show_rows, expected);
}

static inline void expect_indicators(const char *source, const char *expected) {
    read_expect(source, read_show_indicators, expected);
}

static inline void expect_groups(const char *source, const char *expected) {
    read_expect(source, read_show_groups, expected);
}

static inline void expect_parts(const char *source, const char *expected) {
    read_expect(source, read_show_parts, expected);
}

static inline void expect_claims(const char *source, const char *expected) {
    read_expect(source, read_show_claims, expected);
}

static inline void expect_fields(const char *source, const char *expected) {
    read_expect(source, read_show_fields, expected);
}

static inline void expect_figures(const char *source, const char *expected) {
    read_expect(source, read_show_figures, expected);
}

static inline void expect_findings(const char *source, const char *expected) {
    read_expect(source, read_show_findings, expected);
}

static inline void expect_checks(const char *source, const char *rule, const char *expected) {
    struct read *r = read_source(source);
    read_show_checks(r, rule);
    assert_string_equal(r->text, expected);
    read_end(r);
}

#endif
