#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ingest/inflate.h"

/* 03 00: an empty final block with fixed codes (RFC 1951, 3.2.6). 4B 4C 4A
 * 06 00: "abc" in one. 01 03 00 FC FF: three stored bytes (3.2.4). */
static const char fixed[] = {0x4B, 0x4C, 0x4A, 0x06, 0x00};
static const char stored[] = {0x01, 0x03, 0x00, (char)0xFC, (char)0xFF, 'a', 'b', 'c'};

enum { CRC_ABC = 0x352441C2 }; /* CRC-32 of "abc" */

static int setup(void **state) {
    *state = inflater_new();
    return *state ? 0 : -1;
}

static int teardown(void **state) {
    inflater_free(*state);
    return 0;
}

static void test_unpacks_exactly(void **state) {
    char to[4] = "???";
    assert_true(inflater_run(*state, (struct str){fixed, sizeof fixed}, to, 3, CRC_ABC));
    assert_memory_equal(to, "abc?", 3);
    memset(to, '?', sizeof to);
    assert_true(inflater_run(*state, (struct str){stored, sizeof stored}, to, 3, CRC_ABC));
    assert_memory_equal(to, "abc?", 4);
}

static void test_size_must_hold(void **state) {
    char to[8];
    assert_false(inflater_run(*state, (struct str){fixed, sizeof fixed}, to, 2, CRC_ABC));
    assert_false(inflater_run(*state, (struct str){fixed, sizeof fixed}, to, 4, CRC_ABC));
}

static void test_crc_must_hold(void **state) {
    char to[4];
    assert_false(inflater_run(*state, (struct str){fixed, sizeof fixed}, to, 3, CRC_ABC + 1));
}

/* After each failure the inflater reads the next entry as if nothing had been. */
static void test_damage(void **state) {
    char to[4], broken[sizeof stored];
    for (size_t cut = 0; cut < sizeof fixed; cut++)
        assert_false(inflater_run(*state, (struct str){fixed, cut}, to, 3, CRC_ABC));
    for (size_t i = 0; i < sizeof stored; i++) {
        memcpy(broken, stored, sizeof stored);
        broken[i] ^= (char)0x86;
        assert_false(inflater_run(*state, (struct str){broken, sizeof broken}, to, 3, CRC_ABC));
        assert_true(inflater_run(*state, (struct str){stored, sizeof stored}, to, 3, CRC_ABC));
    }
}

static void test_free_nothing(void **state) {
    (void)state;
    inflater_free(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_unpacks_exactly, setup, teardown),
        cmocka_unit_test_setup_teardown(test_size_must_hold, setup, teardown),
        cmocka_unit_test_setup_teardown(test_crc_must_hold, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damage, setup, teardown),
        cmocka_unit_test(test_free_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
