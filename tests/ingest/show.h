/* What ingest makes of a text, in a form that a test can spell out:
 *
 *   P3 第一段。          a paragraph on line 3; P3+5 when its second stretch stands on line 5
 *   T4 2x3               a table on line 4 with 2 rows and 3 columns
 *   4:甲|乙|丙           a row whose first cell stands on line 4
 *   5:丁|戊*2            a cell that spans two columns; "/" is a line break in a cell
 *   ! text_encoding      the error instead */
#ifndef HEJI_TESTS_INGEST_SHOW_H
#define HEJI_TESTS_INGEST_SHOW_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "ingest/text.h"

enum { SHOW_BYTES = 1 << 16 };

/* A text read, and how it looks. */
struct shown {
    struct doc doc;
    struct err err;
    bool read;
    size_t len;
    char text[SHOW_BYTES];
};

static inline void show_put(struct shown *s, struct str piece) {
    for (size_t i = 0; i < piece.len && s->len + 1 < SHOW_BYTES; i++)
        s->text[s->len++] = piece.ptr[i] == '\n' ? '/' : piece.ptr[i];
    s->text[s->len] = '\0';
}

static inline void show_format(struct shown *s, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void show_format(struct shown *s, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int len = vsnprintf(s->text + s->len, SHOW_BYTES - s->len, format, args);
    va_end(args);
    s->len += len > 0 && s->len + (size_t)len < SHOW_BYTES ? (size_t)len : 0;
}

static inline void show_paragraph(struct shown *s, const struct passage *passage) {
    show_format(s, "P%d", passage->at.line);
    for (uint32_t i = 1; i < passage->mark_count; i++)
        show_format(s, "+%u", passage->marks[i].line);
    show_format(s, " ");
    show_put(s, passage->text);
    show_format(s, "\n");
}

static inline void show_table(struct shown *s, const struct table *table) {
    show_format(s, "T%d %ux%u", table->at.line, table->rows, table->cols);
    for (uint32_t i = 0; i < table->cell_count; i++) {
        const struct cell *cell = &table->cells[i];
        assert_int_equal(cell->rowspan, 1);
        assert_ptr_equal(table_cell_at(table, cell->row, cell->col), cell);
        assert_int_equal(cell->passage.at.table, table->id);
        if (cell->col == 0)
            show_format(s, "\n%d:", cell->passage.at.line);
        else
            show_format(s, "|");
        show_put(s, cell->passage.text);
        if (cell->colspan > 1)
            show_format(s, "*%u", cell->colspan);
    }
    show_format(s, "\n");
}

/* Reads `len` bytes; the result is freed with show_end. */
static inline struct shown *show_bytes(const char *bytes, size_t len) {
    struct shown *s = calloc(1, sizeof *s);
    assert_non_null(s);
    arena_init(&s->doc.arena, LIMIT_ARENA_BYTES);
    s->read = text_read(&s->doc, (struct str){bytes, len}, &s->err);
    if (!s->read)
        show_format(s, "! %s\n", err_code_name(s->err.code));
    for (size_t i = 0; s->read && i < s->doc.document.blocks.count; i++) {
        struct block block = s->doc.document.blocks.items[i];
        if (block.kind == BLOCK_PARAGRAPH)
            show_paragraph(s, &s->doc.document.paragraphs.items[block.index]);
        else
            show_table(s, &s->doc.document.tables.items[block.index]);
    }
    return s;
}

/* The same over a literal, NUL included. */
#define SHOW(literal) show_bytes((literal), sizeof(literal) - 1)

static inline void show_end(struct shown *s) {
    arena_clear(&s->doc.arena);
    free(s);
}

/* Asserts that the text looks as expected. */
static inline void expect_text(const char *text, const char *expected) {
    struct shown *s = show_bytes(text, strlen(text));
    assert_string_equal(s->text, expected);
    show_end(s);
}

#endif
