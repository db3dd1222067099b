/* libFuzzer: any well-formed text as one paragraph, through all stages after the first. Where text
 * is split into paragraphs and tables it seldom grows into a long sentence. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "normalize/normalize.h"
#include "tools/pipeline.h"
#include "validate/validate.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct config config;
static struct matcher *matcher;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    struct err err;
    (void)argc, (void)argv;
    matcher = matcher_new();
    return matcher && pipeline_open(&config, LANGUAGE_CHINESE, &err) &&
                   (config.profiles = pipeline_profiles(NULL, &err))
               ? 0
               : 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str text = {(const char *)data, size};
    if (size == 0 || memchr(data, 0, size) || utf8_check(text) != size)
        return -1;
    struct doc doc = {.matcher = matcher};
    struct err err;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    struct passage passage = {.text = str_copy(&doc.arena, text),
                              .at = {1, PLACE_NONE, PLACE_NONE, PLACE_NONE, PLACE_NONE}};
    struct block block = {BLOCK_PARAGRAPH, 0};
    if (!VEC_PUSH(&doc.arena, &doc.document.paragraphs, passage) ||
        !VEC_PUSH(&doc.arena, &doc.document.blocks, block))
        abort();
    if (!extract_run(&doc, &config, &err) || !normalize_run(&doc, &config, &err) ||
        !validate_run(&doc, &config, &err))
        abort();
    arena_clear(&doc.arena);
    return 0;
}
