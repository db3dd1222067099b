/* Word documents written as XML in a test, and the model made of them in a form that a test can
 * spell out:
 *
 *   P 正文                a paragraph; "P（一） 正文" with an automatic number
 *   H 2                   after it, when it is a heading of level 2
 *   T0 2x3                table 0 with 2 rows and 3 columns; "T1 1x1 in 0.4" nested in cell 4 of
 *                         table 0, with a ~ at the end when its merges do not align
 *   甲|乙*2|丙^3          a row of cells: spans over columns (*) and rows (^), and @ the column
 *                         where it does not follow the one before
 *   ? 密 B 框 N 注        hidden text of the passage before, text boxes, notes
 *   R 3+6 -旧             a tracked change of it: at byte 3, 6 bytes inserted, 旧 deleted
 *   D 旧                  the text of a deleted row or cell
 *   W altchunk_skipped    a warning
 *   ! zip_corrupt         the error instead */
#ifndef HEJI_TESTS_INGEST_WORD_H
#define HEJI_TESTS_INGEST_WORD_H

#include <stdio.h>

#include "base/limits.h"
#include "ingest/docx.h"
#include "tests/ingest/package.h"

#define WORD_NAMESPACES                                                                \
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "        \
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" "          \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "        \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" " \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:x=\"urn:unknown\""

#define WORD_RELATIONS "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
#define WORD_TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

enum { WORD_BYTES = 1 << 15, WORD_XML = 1 << 21 };

/* What a document is made of; NULL for a part it does not have. */
struct word {
    const char *body;                                      /* content of w:body */
    const char *styles, *numbering, *footnotes, *endnotes; /* content of the root */
};

struct written {
    struct doc doc;
    struct err err;
    bool read;
    size_t len;
    char text[WORD_BYTES];
};

static inline void word_print(struct written *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline void word_print(struct written *out, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int len = vsnprintf(out->text + out->len, WORD_BYTES - out->len, format, args);
    va_end(args);
    assert_true(len >= 0 && out->len + (size_t)len < WORD_BYTES);
    out->len += (size_t)len;
}

/* Line feeds as "/", so that a paragraph stays a line. */
static inline void word_text(struct written *out, struct str text) {
    for (size_t i = 0; i < text.len; i++)
        word_print(out, "%c", text.ptr[i] == '\n' ? '/' : text.ptr[i]);
}

/* What stands apart from the text: hidden text and tracked changes. */
static inline void word_apart(struct written *out, const struct passage *passage) {
    if (passage->hidden.len > 0) {
        word_print(out, "? ");
        word_text(out, passage->hidden);
        word_print(out, "\n");
    }
    for (uint32_t i = 0; i < passage->revision_count; i++) {
        const struct revision *revision = &passage->revisions[i];
        word_print(out, "R %u+%u", revision->offset, revision->inserted);
        if (revision->deleted.len > 0)
            word_print(out, " -%.*s", STR_ARGS(revision->deleted));
        word_print(out, "\n");
    }
}

static inline void word_paragraph(struct written *out, const struct passage *passage) {
    word_print(out, "P%.*s ", STR_ARGS(passage->numbering));
    word_text(out, passage->text);
    word_print(out, "\n");
    if (passage->outline > 0)
        word_print(out, "H %u\n", passage->outline);
    word_apart(out, passage);
}

static inline void word_cell(struct written *out, const struct cell *cell, uint32_t expected) {
    if (cell->col != expected)
        word_print(out, "@%u", cell->col);
    if (cell->passage.numbering.len > 0) {
        word_print(out, "#");
        word_text(out, cell->passage.numbering);
        word_print(out, "#");
    }
    word_text(out, cell->passage.text);
    if (cell->colspan > 1)
        word_print(out, "*%u", cell->colspan);
    if (cell->rowspan > 1)
        word_print(out, "^%u", cell->rowspan);
}

static inline void word_table(struct written *out, const struct table *table) {
    word_print(out, "T%u %ux%u", table->id, table->rows, table->cols);
    if (table->parent >= 0)
        word_print(out, " in %d.%d", table->parent, table->parent_cell);
    word_print(out, table->irregular ? " ~\n" : "\n");
    for (uint32_t i = 0; i < table->cell_count; i++) {
        const struct cell *cell = &table->cells[i];
        bool first = i == 0 || cell[-1].row != cell->row;
        bool last = i + 1 == table->cell_count || cell[1].row != cell->row;
        word_cell(out, cell, first ? 0 : cell[-1].col + cell[-1].colspan);
        word_print(out, last ? "\n" : "|");
    }
    for (uint32_t i = 0; i < table->cell_count; i++)
        word_apart(out, &table->cells[i].passage);
}

static inline void word_document(struct written *out) {
    const struct document *document = &out->doc.document;
    uint32_t table = 0;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = &document->blocks.items[i];
        if (block->kind == BLOCK_PARAGRAPH) {
            word_paragraph(out, &document->paragraphs.items[block->index]);
            continue;
        }
        assert_int_equal(block->index, table);
        do
            word_table(out, &document->tables.items[table++]);
        while (table < document->tables.count && document->tables.items[table].parent >= 0);
    }
    assert_int_equal(table, document->tables.count);
    for (size_t i = 0; i < document->textboxes.count; i++) {
        word_print(out, "B ");
        word_text(out, document->textboxes.items[i].text);
        word_print(out, "\n");
        word_apart(out, &document->textboxes.items[i]);
    }
    for (size_t i = 0; i < document->notes.count; i++) {
        word_print(out, "N ");
        word_text(out, document->notes.items[i].text);
        word_print(out, "\n");
        word_apart(out, &document->notes.items[i]);
    }
    for (size_t i = 0; i < document->deletions.count; i++)
        word_print(out, "D %.*s\n", STR_ARGS(document->deletions.items[i].text));
    for (size_t i = 0; i < out->doc.source.warnings.count; i++)
        word_print(out, "W %.*s\n", STR_ARGS(out->doc.source.warnings.items[i].code));
}

static inline void word_part(struct package *package, char *buffer, const char *name,
                             const char *root, const char *content) {
    if (!content)
        return;
    int len = snprintf(buffer, WORD_XML,
                       "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<w:%s " WORD_NAMESPACES ">%s</w:%s>",
                       root, content, root);
    assert_true(len > 0 && len < WORD_XML);
    package_add(package, name, buffer);
}

/* The usual parts around a body. */
static inline struct str word_package(struct package *package, const struct word *word) {
    char *buffer = malloc(WORD_XML), *body = malloc(WORD_XML);
    assert_true(buffer && body);
    package_add(package, "_rels/.rels",
                "<Relationships " WORD_RELATIONS "><Relationship Id=\"a\" Type=\"" WORD_TYPE
                "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    package_add(
        package, "word/_rels/document.xml.rels",
        "<Relationships " WORD_RELATIONS "><Relationship Id=\"a\" Type=\"" WORD_TYPE
        "styles\" Target=\"styles.xml\"/><Relationship Id=\"b\" Type=\"" WORD_TYPE
        "numbering\" Target=\"/word/numbering.xml\"/><Relationship Id=\"c\" Type=\"" WORD_TYPE
        "footnotes\" Target=\"./footnotes.xml\"/><Relationship Id=\"d\" Type=\"" WORD_TYPE
        "endnotes\" Target=\"../word/endnotes.xml\"/></Relationships>");
    int len = snprintf(body, WORD_XML, "<w:body>%s</w:body>", word->body);
    assert_true(len > 0 && len < WORD_XML);
    word_part(package, buffer, "word/document.xml", "document", body);
    word_part(package, buffer, "word/styles.xml", "styles", word->styles);
    word_part(package, buffer, "word/numbering.xml", "numbering", word->numbering);
    word_part(package, buffer, "word/footnotes.xml", "footnotes", word->footnotes);
    word_part(package, buffer, "word/endnotes.xml", "endnotes", word->endnotes);
    free(buffer);
    free(body);
    return package_end(package);
}

static inline void word_close(struct written *out) {
    arena_clear(&out->doc.arena);
    free(out);
}

/* Reads a package with an arena of `budget` bytes. */
static inline struct written *word_read(struct str bytes, size_t budget, bool full) {
    struct written *out = calloc(1, sizeof *out);
    assert_non_null(out);
    arena_init(&out->doc.arena, budget);
    out->read =
        full ? docx_read_full(&out->doc, bytes, &out->err) : docx_read(&out->doc, bytes, &out->err);
    if (out->read)
        word_document(out);
    else
        word_print(out, "! %s\n", err_code_name(out->err.code));
    return out;
}

static inline struct written *word_open(struct word word) {
    struct package package = {0};
    struct written *out = word_read(word_package(&package, &word), LIMIT_ARENA_BYTES, false);
    package_free(&package);
    return out;
}

/* Holds the document against its written form, read both ways. */
static inline void word_expect_all(struct word word, const char *expected) {
    struct package package = {0};
    struct str bytes = word_package(&package, &word);
    for (int full = 0; full < 2; full++) {
        struct written *out = word_read(bytes, LIMIT_ARENA_BYTES, full == 1);
        assert_string_equal(out->text, expected);
        word_close(out);
    }
    package_free(&package);
}

static inline void word_expect(const char *body, const char *expected) {
    word_expect_all((struct word){.body = body}, expected);
}

/* Pieces of a body. */
#define P(content) "<w:p>" content "</w:p>"
#define R(content) "<w:r>" content "</w:r>"
#define E(name, content) "<w:" name ">" content "</w:" name ">"
#define SDT(content) "<w:sdt><w:sdtPr/><w:sdtContent>" content "</w:sdtContent></w:sdt>"
#define CHOICE(requires, content) "<mc:Choice Requires=\"" requires "\">" content "</mc:Choice>"
#define FALLBACK(content) "<mc:Fallback>" content "</mc:Fallback>"
#define ALTERNATE(branches) "<mc:AlternateContent>" branches "</mc:AlternateContent>"
#define TEXT(text) "<w:r><w:t>" text "</w:t></w:r>"
#define PT(text) P(TEXT(text))
#define TBL(rows) "<w:tbl>" rows "</w:tbl>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TC(text) "<w:tc>" PT(text) "</w:tc>"
#define TCP(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" PT(text) "</w:tc>"

#endif
