/* libFuzzer: any well-formed text as a paragraph and as a table cell, for the figures in it. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "extract/mention.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct mention_patterns *patterns;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    struct err err;
    (void)argc, (void)argv;
    patterns = mention_patterns_new(&err);
    return patterns ? 0 : 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str text = {(const char *)data, size};
    if (memchr(data, 0, size) || utf8_check(text) != size)
        return -1;
    struct doc doc = {.matcher = matcher_new()};
    struct passage passage = {.text = text,
                              .at = {1, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE}};
    struct mention mention;
    struct err err;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (doc.matcher && mention_scan(&doc, patterns, &passage, 0, (uint32_t)size, &err)) {
        for (size_t i = 0; i < doc.reading.mentions.count; i++) {
            const struct mention *m = &doc.reading.mentions.items[i];
            if (m->start >= m->end || m->end > size)
                abort();
        }
        mention_cell(&doc, patterns, &passage, &mention);
    }
    arena_clear(&doc.arena);
    matcher_free(doc.matcher);
    return 0;
}
