#include "base/hash.h"

#include <stdint.h>

#include <nettle/sha2.h>

void hash_sha256(struct str bytes, char hex[HASH_HEX + 1]) {
    static const char digit[] = "0123456789abcdef";
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_init(&context);
    sha256_update(&context, bytes.len, (const uint8_t *)bytes.ptr);
    sha256_digest(&context, sizeof digest, digest);
    /* FIPS 180-4 gives bytes; sha256sum and the record show lower-case hex. */
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digit[digest[i] >> 4];
        hex[2 * i + 1] = digit[digest[i] & 15];
    }
    hex[HASH_HEX] = '\0';
}
