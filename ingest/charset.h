/* Character encodings of text files: the door to iconv. */
#ifndef HEJI_INGEST_CHARSET_H
#define HEJI_INGEST_CHARSET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* A file's text. */
struct decoded {
    struct str text;      /* UTF-8 without NUL, byte order mark and control characters other than
                           * white space; points into the file's bytes or into the arena */
    const char *encoding; /* "UTF-8", "UTF-16LE", "UTF-16BE", or "GB18030", of which GBK and
                           * GB 2312 are parts (GB 18030-2022) */
};

/* Tells the encoding of `bytes` and decodes them. What cannot be read in an otherwise sound text,
 * such as a stray byte, becomes U+FFFD.
 *
 * ERR_EMPTY without any character but white space; ERR_NOT_TEXT for binary content;
 * ERR_TEXT_ENCODING, with the byte offset, for another encoding (Big5, UTF-32 ...), a mixture of
 * two, or one that could only be guessed; ERR_MEMORY when the arena is exhausted. */
bool charset_decode(struct arena *arena, struct str bytes, struct decoded *out, struct err *err);

/* Turns `count` ascending offsets into decoded->text into offsets into `bytes`, from which it was
 * decoded: one walk through the file, character by character. ERR_TEXT_ENCODING when the system
 * has lost the encoding meanwhile. */
bool charset_trace(const struct decoded *decoded, struct str bytes, uint32_t **offsets,
                   size_t count, struct err *err);

/* Converters that are kept open: the C library loads them from files, which a
 * process in a sandbox cannot open any more. */
struct charsets {
    void *doors[4];
};

/* Opens all that charset_decode uses; those that the system lacks stay NULL. */
struct charsets charsets_open(void);

/* Closes them. */
void charsets_close(struct charsets *charsets);

#endif
