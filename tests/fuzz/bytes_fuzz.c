/* libFuzzer: any bytes as a file, package or text, through the first stage. */
#include <stddef.h>
#include <stdint.h>

#include "base/limits.h"
#include "ingest/ingest.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct doc doc = {.matcher = matcher_new()};
    struct err err;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (doc.matcher)
        ingest_bytes(&doc, (struct str){(const char *)data, size}, &err);
    arena_clear(&doc.arena);
    matcher_free(doc.matcher);
    return 0;
}
