/* A story that a test tells itself, without XML: a document without styles, lists and packages. */
#ifndef HEJI_TESTS_INGEST_STORY_H
#define HEJI_TESTS_INGEST_STORY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ingest/docx_run.h"
#include "ingest/docx_story.h"
#include "tests/budget.h"

struct told {
    struct doc doc;
    struct docx_styles styles;
    struct docx_numbering numbering;
    struct docx_story story;
    struct err err;
};

/* A story whose body is open, with `left` bytes of memory before that. */
static inline struct told *told_open(size_t left) {
    struct told *told = calloc(1, sizeof *told);
    assert_non_null(told);
    budget_init(&told->doc.arena, left);
    docx_styles_init(&told->styles, &told->doc.arena);
    docx_numbering_init(&told->numbering, &told->doc.arena, &told->styles);
    told->story = (struct docx_story){.doc = &told->doc,
                                      .arena = &told->doc.arena,
                                      .styles = &told->styles,
                                      .numbering = &told->numbering,
                                      .output = {.doc = &told->doc},
                                      .fields = {.arena = &told->doc.arena}};
    docx_story_reset(&told->story, &told->err);
    return told;
}

static inline struct told *told_body(void) {
    struct told *told = told_open(1 << 20);
    assert_true(docx_story_push(&told->story, false));
    return told;
}

static inline void told_close(struct told *told) {
    arena_clear(&told->doc.arena);
    free(told);
}

/* A run of the open paragraph: a w:t with `text` in it. */
static inline bool told_run(struct told *told, const char *text) {
    struct xml_element element = {.ns = NS_W, .name = NAME_T};
    docx_run_start(&told->story);
    docx_run_start_text(&told->story, &element, false);
    bool done = docx_run_text(&told->story, str_of(text));
    if (done)
        docx_run_end_text(&told->story);
    return done;
}

/* A whole paragraph of the innermost flow. */
static inline bool told_paragraph(struct told *told, const char *text) {
    return docx_flow_start_paragraph(told->story.flow) && told_run(told, text) &&
           docx_story_end_paragraph(&told->story);
}

#endif
