/* SHA-256 (FIPS 180-4): the door to nettle. */
#ifndef HEJI_BASE_HASH_H
#define HEJI_BASE_HASH_H

#include "base/str.h"

enum { HASH_HEX = 64 }; /* characters of a digest in hexadecimal */

/* Writes the SHA-256 digest of `bytes` as 64 lower-case hexadecimal digits and
 * a NUL. */
void hash_sha256(struct str bytes, char hex[HASH_HEX + 1]);

#endif
