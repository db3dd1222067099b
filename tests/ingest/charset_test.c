#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "ingest/charset.h"

/* 云溪县预算100万元 in the encodings that are read, and in some that must not be. */
#define GB                                     \
    "\xD4\xC6\xCF\xAA\xCF\xD8\xD4\xA4\xCB\xE3" \
    "100\xCD\xF2\xD4\xAA"
#define LE                                     \
    "\x91\x4E\xAA\x6E\xBF\x53\x84\x98\x97\x7B" \
    "1\0"                                      \
    "0\0"                                      \
    "0\0"                                      \
    "\x07\x4E\x43\x51"
#define BE                                     \
    "\x4E\x91\x6E\xAA\x53\xBF\x98\x84\x7B\x97" \
    "\0"                                       \
    "1\0"                                      \
    "0\0"                                      \
    "0"                                        \
    "\x4E\x07\x51\x43"
#define UTF8 "云溪县预算100万元"

/* A case: literal bytes, NUL included. */
#define BYTES(literal)                 \
    (struct str) {                     \
        (literal), sizeof(literal) - 1 \
    }

static void expect_text(struct str bytes, const char *text, const char *encoding) {
    struct arena arena;
    struct decoded got;
    struct err err = {0};
    arena_init(&arena, LIMIT_ARENA_BYTES);
    assert_true(charset_decode(&arena, bytes, &got, &err));
    assert_string_equal(got.encoding, encoding);
    assert_true(str_is(got.text, text));
    assert_int_equal(utf8_check(got.text), got.text.len);
    arena_clear(&arena);
}

static struct err expect_error(struct str bytes, enum err_code code) {
    struct arena arena;
    struct decoded got;
    struct err err = {0};
    arena_init(&arena, LIMIT_ARENA_BYTES);
    assert_false(charset_decode(&arena, bytes, &got, &err));
    assert_int_equal(err.code, code);
    arena_clear(&arena);
    return err;
}

static void test_utf8(void **state) {
    (void)state;
    expect_text(BYTES(UTF8), UTF8, "UTF-8");
    expect_text(BYTES("\xEF\xBB\xBF" UTF8), UTF8, "UTF-8");
    expect_text(BYTES("plain 98.5%"), "plain 98.5%", "UTF-8");
    expect_text(BYTES("𠮷\xE2\x80\x8B"
                      "1\xE2\x80\xAE"),
                "𠮷\xE2\x80\x8B"
                "1\xE2\x80\xAE",
                "UTF-8");
}

static void test_gb18030(void **state) {
    (void)state;
    expect_text(BYTES(GB), UTF8, "GB18030");
    expect_text(BYTES("\x84\x31\x95\x33" GB), UTF8, "GB18030");
    /* four bytes: U+3400 and U+20000 */
    expect_text(BYTES(GB "\x81\x39\xEE\x39\x95\x32\x82\x36"), UTF8 "㐀𠀀", "GB18030");
    /* GBK beyond GB 2312: 預算執行 */
    expect_text(BYTES("\xEE\x41\xCB\xE3\x88\xCC\xD0\xD0\xA3\xAC"), "預算執行，", "GB18030");
}

static void test_utf16(void **state) {
    (void)state;
    expect_text(BYTES("\xFF\xFE" LE), UTF8, "UTF-16LE");
    expect_text(BYTES("\xFE\xFF" BE), UTF8, "UTF-16BE");
    expect_text(BYTES(LE), UTF8, "UTF-16LE");
    expect_text(BYTES(BE), UTF8, "UTF-16BE");
    /* beyond the basic plane: U+20BB7 */
    expect_text(BYTES("\xFF\xFE" LE "\x42\xD8\xB7\xDF"), UTF8 "𠮷", "UTF-16LE");
}

static void test_other_encodings_are_refused(void **state) {
    (void)state;
    /* Big5: 預算執行率，決算情況。 */
    expect_error(BYTES("\xB9\x77\xBA\xE2\xB0\xF5\xA6\xE6\xB2\x76\xA1\x41\xA8\x4D\xBA\xE2\xB1\xA1"
                       "\xAA\x70\xA1\x43"),
                 ERR_TEXT_ENCODING);
    /* EUC-KR: 예산 집행률 보고서 */
    expect_error(BYTES("\xBF\xB9\xBB\xEA \xC1\xFD\xC7\xE0\xB7\xFC \xBA\xB8\xB0\xED\xBC\xAD"),
                 ERR_TEXT_ENCODING);
    /* Shift_JIS: 予算の執行 */
    expect_error(BYTES("\x97\x5C\x8E\x5A\x82\xCC\x8E\xB7\x8D\x73"), ERR_TEXT_ENCODING);
    /* Latin-1 */
    expect_error(BYTES("r\xE9sum\xE9 d\xE9j\xE0 vu"), ERR_TEXT_ENCODING);
    expect_error(BYTES("\xFF\xFE\0\0\x91\x4E\0\0"), ERR_TEXT_ENCODING);
    expect_error(BYTES("\0\0\xFE\xFF\0\0\x4E\x91"), ERR_TEXT_ENCODING);
}

static void test_mixture_names_the_byte(void **state) {
    (void)state;
    struct err err = expect_error(BYTES(UTF8 "\n" GB "\n" GB), ERR_TEXT_ENCODING);
    assert_non_null(strstr(err.words, "byte"));
    expect_error(BYTES("\xEF\xBB\xBF" UTF8 GB GB), ERR_TEXT_ENCODING);
}

static void test_stray_bytes_are_shown(void **state) {
    (void)state;
    expect_text(BYTES(UTF8 "\xFF\n" UTF8), UTF8 "\xEF\xBF\xBD\n" UTF8, "UTF-8");
    expect_text(BYTES(UTF8 "\xE5\x8D"), UTF8 "\xEF\xBF\xBD\xEF\xBF\xBD", "UTF-8"); /* cut off */
    expect_text(BYTES(GB "\xD4"), UTF8 "\xEF\xBF\xBD", "GB18030");
    expect_text(BYTES("\xFF\xFE" LE "\x4E"), UTF8 "\xEF\xBF\xBD", "UTF-16LE");
    expect_text(BYTES("\xFF\xFE" LE "\x00\xD8"
                      "1\0"),
                UTF8 "\xEF\xBF\xBD"
                     "1",
                "UTF-16LE");
}

static void test_binary_is_no_text(void **state) {
    (void)state;
    expect_error(BYTES("\x7F"
                       "ELF\x02\x01\x01\0\0\0\0"),
                 ERR_NOT_TEXT);
    expect_error(BYTES(UTF8 "9\0"
                            "8.5%"),
                 ERR_NOT_TEXT);
    expect_error(BYTES("\x01\x02\x03\x04\x05\x06\x07 report"), ERR_NOT_TEXT);
    expect_error(BYTES("\xFF\xFE" LE "\0\0"), ERR_NOT_TEXT);
}

static void test_few_control_characters_are_shown(void **state) {
    (void)state;
    expect_text(BYTES(UTF8 "\x1B[31m9\x7F"
                           "8"),
                UTF8 "\xEF\xBF\xBD[31m9\xEF\xBF\xBD"
                     "8",
                "UTF-8");
    expect_text(BYTES("得分\xC2\x9B"
                      "1"),
                "得分\xEF\xBF\xBD"
                "1",
                "UTF-8");
    expect_text(BYTES("得分 1\x1A\x1A"), "得分 1", "UTF-8"); /* the end mark of DOS */
}

static void test_empty(void **state) {
    (void)state;
    expect_error(BYTES(""), ERR_EMPTY);
    expect_error(BYTES("\xEF\xBB\xBF"), ERR_EMPTY);
    expect_error(BYTES("\xFF\xFE"), ERR_EMPTY);
    expect_error(BYTES(" \t\r\n\xE3\x80\x80\n"), ERR_EMPTY);
}

static void test_no_memory(void **state) {
    (void)state;
    struct arena arena;
    struct decoded got;
    struct err err = {0};
    arena_init(&arena, 0);
    assert_false(charset_decode(&arena, BYTES(GB), &got, &err));
    assert_int_equal(err.code, ERR_MEMORY);
    arena_clear(&arena);
}

/* Any beginning of a file decodes to a beginning of its text, or is refused: a cut never turns one
 * encoding into another. */
static void test_cut_files_keep_their_encoding(void **state) {
    static const struct {
        struct str bytes;
        const char *encoding;
    } files[] = {
        {STR(GB "\n" GB "\n"), "GB18030"},
        {STR(UTF8 "\n" UTF8 "\n"), "UTF-8"},
        {STR("\xFF\xFE" LE "\n\0" LE), "UTF-16LE"},
        {STR("\xFE\xFF" BE "\0\n" BE), "UTF-16BE"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        for (size_t len = 8; len <= files[i].bytes.len; len++) {
            struct arena arena;
            struct decoded got;
            struct err err = {0};
            arena_init(&arena, LIMIT_ARENA_BYTES);
            struct str cut = str_slice(files[i].bytes, 0, len);
            if (!charset_decode(&arena, cut, &got, &err)) {
                assert_int_equal(err.code, ERR_TEXT_ENCODING);
            } else {
                assert_string_equal(got.encoding, files[i].encoding);
                size_t sound = str_find(got.text, "\xEF\xBF\xBD", 0);
                sound = sound < got.text.len ? sound : got.text.len;
                assert_memory_equal(got.text.ptr, UTF8 "\n" UTF8 "\n", sound);
            }
            arena_clear(&arena);
        }
    }
}

/* One accident in a long text is shown, a hundred are another encoding. */
static void test_accidents_are_counted(void **state) {
    (void)state;
    enum { LINES = 200 };
    char text[LINES * (sizeof UTF8 + 1)];
    static const size_t accidents[] = {0, 1, 5, 100};
    for (size_t i = 0; i < sizeof accidents / sizeof *accidents; i++) {
        struct arena arena;
        struct decoded got;
        struct err err = {0};
        size_t len = 0;
        for (size_t line = 0; line < LINES; line++) {
            memcpy(text + len, UTF8 "\n", sizeof UTF8);
            if (line < accidents[i])
                text[len + 1] = '\xFF';
            len += sizeof UTF8;
        }
        arena_init(&arena, LIMIT_ARENA_BYTES);
        bool done = charset_decode(&arena, (struct str){text, len}, &got, &err);
        assert_int_equal(done, accidents[i] < 100);
        if (!done)
            assert_int_equal(err.code, ERR_TEXT_ENCODING);
        arena_clear(&arena);
    }
}

/* What both encodings could be is decided by what reports are made of. */
static void test_marks_decide(void **state) {
    (void)state;
    expect_text(BYTES("\xEF\xBB\xBF"
                      "98.5%"),
                "98.5%", "UTF-8");
    expect_text(BYTES("\xFF\xFE"
                      "9\0"
                      "8\0"),
                "98", "UTF-16LE");
    expect_text(BYTES("\xFE\xFF"
                      "\0"
                      "9\0"
                      "8"),
                "98", "UTF-16BE");
    expect_text(BYTES("\x84\x31\x95\x33" GB "\n" GB), UTF8 "\n" UTF8, "GB18030");
    /* the mark says UTF-8, and the bytes say otherwise: the mark is not believed over them */
    expect_error(BYTES("\xEF\xBB\xBF" GB GB), ERR_TEXT_ENCODING);
}

/* Offset `to` into the decoded text is byte `from` of the file. */
static void expect_trace(struct str bytes, uint32_t to, uint32_t from) {
    struct arena arena;
    struct decoded got;
    struct err err = {0};
    uint32_t offset = to, *offsets[] = {&offset};
    arena_init(&arena, LIMIT_ARENA_BYTES);
    assert_true(charset_decode(&arena, bytes, &got, &err));
    assert_true(charset_trace(&got, bytes, offsets, 1, &err));
    assert_int_equal(offset, from);
    arena_clear(&arena);
}

static void test_trace(void **state) {
    (void)state;
    expect_trace(BYTES(UTF8), 18, 18);
    expect_trace(BYTES("\xEF\xBB\xBF" UTF8), 0, 3);
    expect_trace(BYTES("\xEF\xBB\xBF" UTF8), 18, 21);
    expect_trace(BYTES(UTF8 "\x01"
                            "5" UTF8),
                 27, 25); /* U+FFFD has three bytes, the file one */
    expect_trace(BYTES(UTF8 UTF8 "\xFF"
                                 "5" UTF8),
                 51, 49); /* a byte that is no UTF-8 */
    expect_trace(BYTES(GB), 18, 13);
    expect_trace(BYTES("\x84\x31\x95\x33" GB), 18, 17);
    expect_trace(BYTES("\xFF\xFE\x91\x4E\xAA\x6E\x31\x00\x32\x00"), 7, 8);
    expect_trace(BYTES("\xFE\xFF\x4E\x91\xD8\x42\xDF\xB7\x00\x31"), 7, 8); /* 𠮷 has two halves */
}

static void test_trace_many(void **state) {
    (void)state;
    static const struct str bytes = STR("\x84\x31\x95\x33" GB "\x95\x34\xb2\x35"
                                        "5" GB);
    uint32_t first = 0, wide = 27, digit = 31, last = 32, end = 59;
    uint32_t *offsets[] = {&first, &wide, &digit, &last, &end};
    struct arena arena;
    struct decoded got;
    struct err err = {0};
    arena_init(&arena, LIMIT_ARENA_BYTES);
    assert_true(charset_decode(&arena, bytes, &got, &err));
    wide = (uint32_t)str_find(got.text, "𠮷", 0);
    digit = (uint32_t)str_find(got.text, "5", 0);
    last = digit + 1, end = (uint32_t)got.text.len;
    assert_true(charset_trace(&got, bytes, offsets, 5, &err));
    assert_int_equal(first, 4);
    assert_int_equal(wide, 4 + sizeof GB - 1);
    assert_int_equal(digit, wide + 4);
    assert_int_equal(last, digit + 1);
    assert_int_equal(end, bytes.len);
    arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_trace),
        cmocka_unit_test(test_trace_many),
        cmocka_unit_test(test_gb18030),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_other_encodings_are_refused),
        cmocka_unit_test(test_mixture_names_the_byte),
        cmocka_unit_test(test_stray_bytes_are_shown),
        cmocka_unit_test(test_binary_is_no_text),
        cmocka_unit_test(test_few_control_characters_are_shown),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_cut_files_keep_their_encoding),
        cmocka_unit_test(test_accidents_are_counted),
        cmocka_unit_test(test_marks_decide),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
