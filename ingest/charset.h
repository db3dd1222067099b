/* Character encodings of text files: the door to iconv. */
#ifndef HEJI_INGEST_CHARSET_H
#define HEJI_INGEST_CHARSET_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* Tells the encoding of `bytes` and gives their text in UTF-8 without NUL, byte order mark and
 * control characters other than white space; `*encoding` names it: "UTF-8", "GB18030" (GBK and
 * GB 2312 are parts of it: GB 18030-2022), "UTF-16LE" or "UTF-16BE". What cannot be read in an
 * otherwise sound text, such as a stray byte, becomes U+FFFD. `*text` points into `bytes` or into
 * the arena.
 *
 * ERR_EMPTY without any character but white space; ERR_NOT_TEXT for binary content;
 * ERR_TEXT_ENCODING, with the byte offset, for another encoding (Big5, UTF-32 ...), a mixture of
 * two, or one that could only be guessed; ERR_MEMORY when the arena is exhausted. */
bool charset_decode(struct arena *arena, struct str bytes, struct str *text, const char **encoding,
                    struct err *err);

#endif
