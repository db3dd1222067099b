#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ingest/docx_symbol.h"

static void test_known_signs(void **state) {
    (void)state;
    static const struct {
        const char *font;
        uint32_t code, shown;
    } cases[] = {
        {"Symbol", 0xF0A3, 0x2264},      {"Symbol", 0xA3, 0x2264},
        {"symbol", 0xF0B3, 0x2265},      {"Symbol", 0xF0B4, 0xD7},
        {"Symbol", 0xF035, '5'},         {"Symbol", 0xF025, '%'},
        {"Wingdings", 0xF0FE, 0x2611},   {"WINGDINGS", 0xF06F, 0x25A1},
        {"Wingdings", 0xF081, 0x2460},   {"Wingdings", 0xF08A, 0x2469},
        {"Wingdings 2", 0xF052, 0x2611}, {"Wingdings 2", 0xF0A3, 0x2610},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(docx_symbol(str_of(cases[i].font), cases[i].code), cases[i].shown);
}

static void test_what_is_not_known_stays(void **state) {
    (void)state;
    static const struct {
        const char *font;
        uint32_t code;
    } cases[] = {
        {"", 0xF0FE},          {"宋体", 0xF0FE},   {"Wingdings 3", 0xF0FE},
        {"Wingdings", 0xF035}, {"Symbol", 0xF0FF}, {"Wingdings", 0x5341},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(docx_symbol(str_of(cases[i].font), cases[i].code), cases[i].code);
}

static void test_codes(void **state) {
    (void)state;
    assert_int_equal(docx_symbol_code(str_of("F0FE")), 0xF0FE);
    assert_int_equal(docx_symbol_code(str_of("f0fe")), 0xF0FE);
    assert_int_equal(docx_symbol_code(str_of("0")), 0);
    assert_int_equal(docx_symbol_code(str_of("")), 0);
    assert_int_equal(docx_symbol_code(str_of("xyz")), 0);
    assert_int_equal(docx_symbol_code(str_of("D800")), 0);
    assert_int_equal(docx_symbol_code(str_of("10FFFF")), 0x10FFFF);
    assert_int_equal(docx_symbol_code(str_of("FFFFFFFFFFFFFFFF")), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_signs),
        cmocka_unit_test(test_what_is_not_known_stays),
        cmocka_unit_test(test_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
