/* What kind of file a sequence of bytes is, by its content alone. */
#ifndef HEJI_INGEST_DETECT_H
#define HEJI_INGEST_DETECT_H

#include "base/err.h"
#include "base/str.h"

enum detect_kind {
    DETECT_TEXT,    /* none of the others: to be read as text, if it is any */
    DETECT_ZIP,     /* a ZIP archive, such as a Word document */
    DETECT_REFUSED, /* a known kind that is no report */
};

/* The kind of `bytes`; for DETECT_REFUSED `err` says what it is and what the
 * user can do: ERR_EMPTY, ERR_ENCRYPTED, ERR_LEGACY_DOC, ERR_ZIP_CORRUPT or
 * ERR_UNKNOWN_TYPE. */
enum detect_kind detect_bytes(struct str bytes, struct err *err);

#endif
