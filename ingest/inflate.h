/* The door to libdeflate: a whole entry unpacked at once, three times as fast as piece by piece.
 *
 * Only for entries whose size is small and known; zip.c reads the others, and whatever fails here,
 * through libzip, which says what is wrong with them. */
#ifndef HEJI_INGEST_INFLATE_H
#define HEJI_INGEST_INFLATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* The tables of a decompressor: one thread at a time, any number of entries. */
struct inflater;

/* A new inflater; NULL without memory. The caller frees it with
 * inflater_free. */
struct inflater *inflater_new(void);

/* Frees it; NULL is fine. */
void inflater_free(struct inflater *inflater);

/* Unpacks `packed` (DEFLATE, RFC 1951) into the `size` bytes at `to`. True only
 * when it gives exactly that many bytes and their CRC-32 is `crc`; what stands
 * at `to` otherwise means nothing. */
bool inflater_run(struct inflater *inflater, struct str packed, char *to, size_t size,
                  uint32_t crc);

#endif
