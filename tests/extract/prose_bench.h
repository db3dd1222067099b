/* What the tests of the prose's finders share: paragraphs read into a prose. */
#ifndef HEJI_TESTS_EXTRACT_PROSE_BENCH_H
#define HEJI_TESTS_EXTRACT_PROSE_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "extract/mention.h"
#include "extract/narrative.h"
#include "extract/prose.h"

enum { BENCH_PASSAGES = 16 };

struct bench {
    struct mention_patterns *mentions;
    struct narrative_patterns *patterns;
    struct matcher *matcher;
    struct doc doc;
    struct passage passages[BENCH_PASSAGES];
    const struct passage *pointers[BENCH_PASSAGES];
    uint32_t count;
    struct prose prose;
    struct err err;
};

/* For cmocka_run_group_tests: compiles the patterns once. */
static inline int bench_setup(void **state) {
    static struct bench bench;
    bench.mentions = mention_patterns_new(&bench.err);
    bench.patterns = narrative_patterns_new(&bench.err);
    bench.matcher = matcher_new();
    *state = &bench;
    return bench.mentions && bench.patterns && bench.matcher ? 0 : -1;
}

static inline int bench_teardown(void **state) {
    struct bench *bench = *state;
    mention_patterns_free(bench->mentions);
    narrative_patterns_free(bench->patterns);
    matcher_free(bench->matcher);
    return 0;
}

/* Empties the document and takes the paragraphs, one a line. */
static inline void bench_load(struct bench *bench, struct str text) {
    bench->doc = (struct doc){.matcher = bench->matcher};
    bench->err = (struct err){0};
    arena_init(&bench->doc.arena, LIMIT_ARENA_BYTES);
    bench->count = 0;
    for (size_t at = 0; at < text.len; bench->count++) {
        struct str line = str_slice(text, at, str_find(text, "\n", at));
        struct passage *passage = &bench->passages[bench->count];
        assert_true(bench->count < BENCH_PASSAGES);
        *passage = (struct passage){.text = line};
        bench->pointers[bench->count] = passage;
        assert_true(mention_scan(&bench->doc, bench->mentions, passage, 0, (uint32_t)line.len,
                                 &bench->err));
        at += line.len + 1;
    }
}

/* bench_load, then the tokens and figures. */
static inline struct prose *bench_read(struct bench *bench, const char *text) {
    bench_load(bench, str_of(text));
    bench->prose = (struct prose){.doc = &bench->doc,
                                  .patterns = bench->patterns,
                                  .passages = bench->pointers,
                                  .count = bench->count,
                                  .last = (uint32_t)bench->doc.reading.mentions.count};
    assert_true(prose_read(&bench->prose, &bench->err));
    return &bench->prose;
}

/* Leaves the document without memory: what allocates from now on fails. */
static inline void bench_exhaust(struct bench *bench) {
    bench->doc.arena.budget = bench->doc.arena.total;
    while (arena_alloc(&bench->doc.arena, 64)) {
    }
    bench->doc.reading.statements.capacity = bench->doc.reading.statements.count;
    bench->doc.reading.claims.capacity = bench->doc.reading.claims.count;
}

static inline void bench_clear(struct bench *bench) {
    arena_clear(&bench->doc.arena);
}

/* Statement `index` of the document. */
static inline const struct statement *bench_statement(const struct bench *bench, size_t index) {
    assert_true(index < bench->doc.reading.statements.count);
    return &bench->doc.reading.statements.items[index];
}

/* The plain number of a mention, NUL-terminated. */
static inline const char *bench_number(struct bench *bench, uint32_t mention) {
    assert_true(mention < bench->doc.reading.mentions.count);
    return str_copy(&bench->doc.arena, bench->doc.reading.mentions.items[mention].number).ptr;
}

/* The whole and the members of a statement: "9 4 5". */
static inline const char *bench_figures(struct bench *bench, size_t index) {
    const struct statement *statement = bench_statement(bench, index);
    struct str text = str_of(bench_number(bench, statement->figure));
    for (uint32_t i = 0; i < statement->member_count; i++)
        text = str_printf(&bench->doc.arena, "%.*s %s", STR_ARGS(text),
                          bench_number(bench, statement->members[i]));
    return text.ptr;
}

#endif
