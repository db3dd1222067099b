/* libFuzzer: any text as a report, through all four stages. */
#include <stddef.h>
#include <stdint.h>

#include "base/limits.h"
#include "extract/extract.h"
#include "ingest/text.h"
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
    struct doc doc = {.matcher = matcher};
    struct err err;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (text_read(&doc, (struct str){(const char *)data, size}, &err) &&
        extract_run(&doc, &config, &err) && normalize_run(&doc, &config, &err))
        validate_run(&doc, &config, &err);
    arena_clear(&doc.arena);
    return 0;
}
