/* How much a text looks like Chinese: what tells encodings apart that share
 * their bytes. */
#ifndef HEJI_INGEST_LIKENESS_H
#define HEJI_INGEST_LIKENESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum { LIKENESS_SAMPLE = 64 << 10 /* bytes of a text that are looked at: a long report */ };

/* What a text is made of, in characters. */
struct likeness {
    size_t common; /* of the about hundred that no report lacks, simplified or traditional */
    size_t wide;   /* outside ASCII */
    size_t bad;    /* of these, U+FFFD */
};

/* Weighs a text read as UTF-8; malformed bytes do not count. */
struct likeness likeness_weigh(struct str text);

/* How well bytes follow UTF-8. */
struct census {
    size_t bad;       /* runs of malformed bytes */
    size_t first_bad; /* byte offset of the first, when there is one */
    size_t good;      /* well-formed sequences of three bytes, as Chinese characters have */
};

/* Counts over all of `bytes`. */
struct census likeness_census(struct str bytes);

/* Whether nearly all units of the sample are such as Chinese text in UTF-16 of
 * this byte order has. An odd number of bytes is no UTF-16. */
bool likeness_is_utf16(struct str bytes, bool big_endian);

#endif
