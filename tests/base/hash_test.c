#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/hash.h"

/* FIPS 180-4 examples, and the empty message */
static void test_known_digests(void **state) {
    static const struct {
        const char *bytes, *digest;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char hex[HASH_HEX + 1];
        hash_sha256(str_of(cases[i].bytes), hex);
        assert_string_equal(hex, cases[i].digest);
    }
}

static void test_no_bytes_at_all(void **state) {
    (void)state;
    char hex[HASH_HEX + 1];
    hash_sha256((struct str){0}, hex);
    assert_int_equal(hex[HASH_HEX], 0);
    assert_int_equal(strlen(hex), HASH_HEX);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_digests),
        cmocka_unit_test(test_no_bytes_at_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
