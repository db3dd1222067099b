/* Run properties are left out where nothing is lost, and nowhere else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "ingest/docx.h"
#include "ingest/docx_skim.h"
#include "report/dump_json.h"

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define ROOT "<?xml version=\"1.0\"?><w:document " W ">"

struct input {
    const char *text;
    size_t len, at, piece; /* bytes a call gives at most */
};

static bool give(void *self, char *buffer, size_t room, size_t *got, struct err *err) {
    struct input *source = self;
    (void)err;
    *got = source->len - source->at;
    if (*got > source->piece)
        *got = source->piece;
    if (*got > room)
        *got = room;
    memcpy(buffer, source->text + source->at, *got);
    source->at += *got;
    return true;
}

/* What comes out when `in` is read in pieces of `piece` bytes; the caller frees it. */
static char *skimmed(const char *in, size_t piece) {
    static struct docx_skim skim;
    struct input source = {in, strlen(in), 0, piece};
    struct err err;
    char *out = calloc(1, source.len + 1);
    size_t len = 0, got;
    assert_non_null(out);
    docx_skim_start(&skim, give, &source);
    do {
        assert_true(docx_skim_fill(&skim, out + len, 7, &got, &err));
        len += got;
    } while (got > 0);
    return out;
}

static void expect(const char *in, const char *out) {
    static const size_t pieces[] = {1, 2, 3, 5, 64, 4096, SIZE_MAX};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char *got = skimmed(in, pieces[i]);
        assert_string_equal(got, out);
        free(got);
    }
}

static void expect_same(const char *in) {
    expect(in, in);
}

static void plain_properties_go(void **state) {
    (void)state;
    expect(ROOT "<w:r><w:rPr><w:b/><w:sz w:val=\"21\"/></w:rPr><w:t>98.50</w:t></w:r></w:document>",
           ROOT "<w:r><w:t>98.50</w:t></w:r></w:document>");
    expect(ROOT "<w:r><w:rPr/><w:t>1</w:t></w:r>", ROOT "<w:r><w:t>1</w:t></w:r>");
    expect(ROOT "<w:rPr><w:rFonts w:ascii=\"宋体\"/><w14:ligatures w14:val=\"none\"/></w:rPr>x",
           ROOT "x");
    expect(ROOT "<w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault>",
           ROOT "<w:rPrDefault></w:rPrDefault>");
}

static void what_the_reader_needs_stays(void **state) {
    (void)state;
    expect_same(ROOT "<w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r>");
    expect_same(ROOT "<w:r><w:rPr><w:rStyle w:val=\"a\"/></w:rPr></w:r>");
    expect_same(ROOT "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>");
    expect_same(ROOT "<w:pPr><w:rPr><w:ins w:id=\"1\"/></w:rPr></w:pPr>");
    expect_same(ROOT "<w:pPr><w:rPr><w:moveFrom w:id=\"1\"/></w:rPr></w:pPr>");
    expect_same(ROOT "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>");
    expect_same(ROOT "<w:rPr><w:rFonts w:ascii=\"SYMBOL\"/></w:rPr>");
    expect_same(ROOT "<w:rPr><mc:AlternateContent/></w:rPr>");
}

static void strange_parts_pass_whole(void **state) {
    (void)state;
    expect_same("<w:document xmlns:w=\"urn:other\"><w:rPr><w:b/></w:rPr></w:document>");
    expect_same("<x:document xmlns:x=\"u\"><w:rPr><w:b/></w:rPr></x:document>");
    expect_same(ROOT "<!-- <w:rPr> --><w:rPr><w:b/></w:rPr>");
    expect_same(ROOT "<w:t><![CDATA[<w:rPr><w:b/></w:rPr>]]></w:t>");
    expect_same(ROOT "<?pi <w:rPr>?><w:rPr><w:b/></w:rPr>");
    expect_same("<!DOCTYPE x><w:document " W "><w:rPr><w:b/></w:rPr>");
    expect_same("\xFF\xFE<\0w");
    expect_same("no markup at all");
    expect_same("");
}

static void a_second_binding_ends_it(void **state) {
    (void)state;
    static const char in[] = ROOT "<w:p><a xmlns:w=\"urn:other\"><w:rPr><w:b/></w:rPr></a></w:p>";
    expect_same(in);
}

static void unfinished_properties_stay(void **state) {
    (void)state;
    expect_same(ROOT "<w:r><w:rPr><w:b/>");
    expect_same(ROOT "<w:r><w:rP");
    expect_same(ROOT "<w:r><w:rPr w:x=\"1\"><w:b/></w:rPr>");
}

static void long_properties_pass(void **state) {
    (void)state;
    size_t filler = SKIM_BYTES + 100;
    char *in = malloc(filler + 400);
    assert_non_null(in);
    size_t len = (size_t)sprintf(in, "%s<w:rPr>", ROOT);
    memset(in + len, ' ', filler);
    strcpy(in + len + filler, "</w:rPr><w:t>1</w:t>");
    char *out = skimmed(in, SIZE_MAX);
    assert_string_equal(in, out);
    free(in);
    free(out);
}

static bool break_off(void *self, char *buffer, size_t room, size_t *got, struct err *err) {
    (void)self, (void)buffer, (void)room, (void)got;
    return err_set(err, ERR_ZIP_CORRUPT, 0, "cut");
}

static void failures_are_handed_on(void **state) {
    (void)state;
    static struct docx_skim skim;
    struct err err = {0};
    char buffer[8];
    size_t got;
    docx_skim_start(&skim, break_off, NULL);
    assert_false(docx_skim_fill(&skim, buffer, sizeof buffer, &got, &err));
    assert_int_equal(err.code, ERR_ZIP_CORRUPT);
}

/* ---- the same document either way */

/* The dump of the document; the caller frees it. */
static char *dump(struct str bytes, bool whole, size_t *len) {
    struct doc doc = {0};
    struct err err;
    char *text = NULL;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    bool read = whole ? docx_read_whole(&doc, bytes, &err) : docx_read(&doc, bytes, &err);
    assert_true(read);
    FILE *out = open_memstream(&text, len);
    assert_non_null(out);
    assert_true(dump_json(&doc.document, out));
    fclose(out);
    arena_clear(&doc.arena);
    return text;
}

static void fixtures_read_the_same(void **state) {
    (void)state;
    glob_t found;
    assert_int_equal(glob("fixtures/docx/*/input.docx", 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        static char bytes[1 << 20];
        FILE *file = fopen(found.gl_pathv[i], "rb");
        assert_non_null(file);
        size_t len = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        assert_true(len > 0 && len < sizeof bytes);
        size_t a_len, b_len;
        char *a = dump((struct str){bytes, len}, true, &a_len);
        char *b = dump((struct str){bytes, len}, false, &b_len);
        assert_int_equal(a_len, b_len);
        assert_memory_equal(a, b, a_len);
        free(a);
        free(b);
    }
    globfree(&found);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_properties_go),        cmocka_unit_test(what_the_reader_needs_stays),
        cmocka_unit_test(strange_parts_pass_whole),   cmocka_unit_test(a_second_binding_ends_it),
        cmocka_unit_test(unfinished_properties_stay), cmocka_unit_test(long_properties_pass),
        cmocka_unit_test(failures_are_handed_on),     cmocka_unit_test(fixtures_read_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
