/* Stage one: bytes and formats, no meaning. */
#ifndef HEJI_INGEST_INGEST_H
#define HEJI_INGEST_INGEST_H

#include <stdbool.h>

#include "base/err.h"
#include "model/doc.h"

/* Reads doc->source.descriptor, or else the file doc->source.path, tells its
 * format by its content, fills the rest of doc->source but `status` and `error`,
 * and fills doc->document. False
 * with the reason when it cannot be read; what of doc->source is known by then
 * (bytes, sha256, format) stays. */
bool ingest_run(struct doc *doc, const struct config *config, struct err *err);

/* Opens a file as ingest_run does: without waiting, whatever it is. The
 * descriptor, which the caller closes, or -1 with errno. */
int ingest_open(const char *path);

/* The same over bytes in memory, which must outlive the call only;
 * doc->source.path is for messages. */
bool ingest_bytes(struct doc *doc, struct str bytes, struct err *err);

#endif
