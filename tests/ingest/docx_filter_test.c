#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"
#include "ingest/docx_filter.h"

#define ROOT "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
#define FONTS "<w:rFonts w:ascii=\"宋体\" w:hAnsi=\"宋体\"/><w:sz w:val=\"24\"/>"
#define RPR(content) "<w:rPr>" content "</w:rPr>"
#define PPR(content) "<w:pPr>" content "</w:pPr>"

/* A source that gives `step` bytes at a time, or all that there is room for. */
struct source {
    struct str input;
    size_t at, step;
};

static bool fill(void *self, char *buffer, size_t room, size_t *got, struct err *err) {
    struct source *source = self;
    size_t left = source->input.len - source->at;
    (void)err;
    *got = left < room ? left : room;
    if (source->step > 0 && *got > source->step)
        *got = source->step;
    memcpy(buffer, source->input.ptr + source->at, *got);
    source->at += *got;
    return true;
}

static bool fill_badly(void *self, char *buffer, size_t room, size_t *got, struct err *err) {
    (void)self, (void)buffer, (void)room, (void)got;
    return err_set(err, ERR_ZIP_CORRUPT, 0, "broken");
}

/* What comes out; the caller frees it. */
static char *run(struct str input, size_t step, size_t *len) {
    struct source source = {input, 0, step};
    struct docx_filter *filter = malloc(sizeof *filter);
    char *out = malloc(input.len + XML_PIECE_BYTES + 1);
    struct err err;
    assert_true(filter && out);
    docx_filter_init(filter, fill, &source);
    *len = 0;
    for (size_t got = 1; got > 0; *len += got) {
        assert_true(docx_filter_fill(filter, out + *len, XML_PIECE_BYTES, &got, &err));
        assert_true(*len + got <= input.len);
    }
    out[*len] = '\0';
    free(filter);
    return out;
}

static void expect(const char *input, const char *output) {
    size_t len;
    char *out = run(str_of(input), 0, &len);
    assert_string_equal(out, output);
    free(out);
}

static void expect_unchanged(const char *input) {
    expect(input, input);
}

#define TAIL "<w:t>甲</w:t></w:r></w:p>"

static void test_formatting_of_cells_and_rows_goes(void **state) {
    (void)state;
    expect(ROOT "<w:tcPr><w:tcW w:w=\"1\"/><w:vMerge/><w:vAlign w:val=\"center\"/>"
                "<w:noWrap/></w:tcPr>" TAIL,
           ROOT "<w:tcPr><w:vMerge/></w:tcPr>" TAIL);
    expect(ROOT "<w:trPr><w:trHeight w:val=\"9\"/><w:gridBefore w:val=\"1\"/></w:trPr>" TAIL,
           ROOT "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" TAIL);
    expect(ROOT "<w:r><w:proofErr w:type=\"a\"/><w:noBreakHyphen/></w:r>" TAIL,
           ROOT "<w:r><w:noBreakHyphen/></w:r>" TAIL);
    expect(ROOT "<w:latentStyles><w:lsdException w:name=\"a\"/></w:latentStyles><w:style/>" TAIL,
           ROOT "<w:latentStyles></w:latentStyles><w:style/>" TAIL);
    /* not empty: what it holds, or where it ends, is not known here */
    expect_unchanged(ROOT "<w:jc w:val=\"a\"></w:jc><w:shd w:val=\"b\">" TAIL);
}

static void test_plain_properties_go(void **state) {
    (void)state;
    expect(ROOT "<w:r>" RPR(FONTS) TAIL, ROOT "<w:r>" TAIL);
    expect(ROOT RPR("") RPR("<w:b/><w14:glow/><w:dstrike/><w:vertAlign/><w:rtl/>") TAIL, ROOT TAIL);
    expect("<?xml version=\"1.0\"?>\n" ROOT RPR(FONTS) TAIL, "<?xml version=\"1.0\"?>\n" ROOT TAIL);
    expect(ROOT PPR("<w:keepNext/><w:pBdr/><w:spacing/><w:overflowPunct/>" RPR(FONTS)) TAIL,
           ROOT TAIL);
    expect(ROOT "<w:tcPr><w:tcW/><w:tcBorders><w:top/></w:tcBorders><w:gridSpan/></w:tcPr>" TAIL,
           ROOT "<w:tcPr><w:tcW/><w:gridSpan/></w:tcPr>" TAIL);
    expect(ROOT "<w:tblPr><w:tblBorders><w:top/></w:tblBorders><w:tblCellMar><w:left/>"
                "</w:tblCellMar></w:tblPr>" TAIL,
           ROOT "<w:tblPr></w:tblPr>" TAIL);
}

static void test_paragraph_properties_that_are_read_stay(void **state) {
    (void)state;
    static const char *const children[] = {
        "<w:pStyle w:val=\"1\"/>",
        "<w:numPr><w:numId w:val=\"1\"/></w:numPr>",
        "<w:outlineLvl w:val=\"0\"/>",
        "<w:sectPr><w:pgSz/></w:sectPr>",
        "<w:jc/><w:rPr><w:del w:id=\"1\"/></w:rPr>",
        "<w:rPr><w:moveFrom w:id=\"1\"/></w:rPr>",
    };
    for (size_t i = 0; i < sizeof children / sizeof *children; i++) {
        char input[400];
        snprintf(input, sizeof input, ROOT PPR("%s") TAIL, children[i]);
        expect_unchanged(input);
    }
    expect(ROOT PPR("<w:pStyle w:val=\"1\"/>" RPR(FONTS)) TAIL,
           ROOT PPR("<w:pStyle w:val=\"1\"/>") TAIL);
}

static void test_what_is_read_stays(void **state) {
    (void)state;
    expect_unchanged(ROOT RPR("<w:vanish/>"));
    expect_unchanged(ROOT RPR(FONTS "<w:vanish w:val=\"0\"/>"));
    expect_unchanged(ROOT RPR("<w:rStyle w:val=\"a\"/>"));
    expect_unchanged(ROOT RPR("<w:del w:id=\"1\"/>"));
    expect_unchanged(ROOT RPR("<w:moveFrom w:id=\"1\"/>"));
    expect_unchanged(ROOT RPR("<w:rFonts w:ascii=\"Symbol\"/>"));
    expect_unchanged(ROOT RPR("<w:rFonts w:hint=\"default\" w:ascii=\"Wingdings 2\"/>"));
    expect_unchanged(ROOT RPR("<w:b/><mc:AlternateContent/>"));
    expect_unchanged(ROOT "<w:rPr/><w:t>a</w:t>");
    expect_unchanged(ROOT "<w:rPr >" FONTS "</w:rPr >");
}

static void test_earlier_properties_within_later_ones(void **state) {
    (void)state;
    /* the inner one goes, as it stands for itself; the outer one stays open and closed */
    expect(ROOT RPR("<w:rPrChange>" RPR("<w:b/>") "</w:rPrChange>") "<w:t/>",
           ROOT RPR("<w:rPrChange></w:rPrChange>") "<w:t/>");
}

static void test_anything_unusual_passes(void **state) {
    (void)state;
    static const char *const roots[] = {
        "<x:document xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
        "<w:document xmlns:w=\"urn:other\">",
        "\xEF\xBB\xBF" ROOT,
        "no xml",
        ROOT "<!-- -->",
        ROOT "<![CDATA[",
        ROOT "<?pi ?>",
    };
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        char input[400];
        snprintf(input, sizeof input, "%s%s<w:t/>", roots[i], RPR(FONTS));
        expect_unchanged(input);
    }
    expect(ROOT RPR(FONTS) "<!-- " RPR(FONTS), ROOT "<!-- " RPR(FONTS));
}

static void test_broken_input_passes_whole(void **state) {
    (void)state;
    expect_unchanged("");
    expect_unchanged("<");
    expect_unchanged(ROOT "<w:rPr>");
    expect_unchanged(ROOT "<w:rPr><w:b/></w:rP");
    expect_unchanged(ROOT "<w:rPr><w:rFonts w:ascii=\"");
}

/* Whatever the pieces, the result is the same but for properties that a piece cut in two. */
static void test_pieces(void **state) {
    (void)state;
    enum { RUNS = 3000 };
    static const char one[] = "<w:r>" RPR(FONTS) "<w:t>甲</w:t></w:r>";
    static const char kept[] = "<w:r><w:t>甲</w:t></w:r>";
    char *input = malloc(sizeof ROOT + RUNS * sizeof one), *output = malloc(RUNS * sizeof one);
    assert_true(input && output);
    size_t in = (size_t)sprintf(input, "%s", ROOT), out = (size_t)sprintf(output, "%s", ROOT);
    for (int i = 0; i < RUNS; i++) {
        in += (size_t)sprintf(input + in, "%s", one);
        out += (size_t)sprintf(output + out, "%s", kept);
    }
    static const size_t steps[] = {0, 4000, 32768, 777};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        size_t len;
        char *result = run((struct str){input, in}, steps[i], &len);
        assert_true(len >= out && len < out + in / 20);
        if (steps[i] == 0) {
            assert_int_equal(len, out);
            assert_string_equal(result, output);
        }
        free(result);
    }
    free(input);
    free(output);
}

static void test_properties_longer_than_a_piece_pass(void **state) {
    (void)state;
    static const struct str begin = STR(ROOT "<w:rPr><w:b w:x=\""), end = STR("\"/></w:rPr>");
    size_t middle = 3 * XML_PIECE_BYTES, total = begin.len + middle + end.len, len;
    char *input = malloc(total);
    assert_non_null(input);
    memcpy(input, begin.ptr, begin.len);
    memset(input + begin.len, 'x', middle);
    memcpy(input + begin.len + middle, end.ptr, end.len);
    char *out = run((struct str){input, total}, 0, &len);
    assert_int_equal(len, total);
    assert_memory_equal(out, input, total);
    free(out);
    free(input);
}

static void test_source_that_fails(void **state) {
    (void)state;
    struct docx_filter *filter = malloc(sizeof *filter);
    char *buffer = malloc(XML_PIECE_BYTES);
    struct err err = {0};
    size_t got;
    assert_true(filter && buffer);
    docx_filter_init(filter, fill_badly, NULL);
    assert_false(docx_filter_fill(filter, buffer, XML_PIECE_BYTES, &got, &err));
    assert_int_equal(err.code, ERR_ZIP_CORRUPT);
    free(filter);
    free(buffer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formatting_of_cells_and_rows_goes),
        cmocka_unit_test(test_plain_properties_go),
        cmocka_unit_test(test_paragraph_properties_that_are_read_stay),
        cmocka_unit_test(test_what_is_read_stays),
        cmocka_unit_test(test_earlier_properties_within_later_ones),
        cmocka_unit_test(test_anything_unusual_passes),
        cmocka_unit_test(test_broken_input_passes_whole),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_properties_longer_than_a_piece_pass),
        cmocka_unit_test(test_source_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
