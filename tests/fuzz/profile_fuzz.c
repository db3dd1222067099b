/* libFuzzer: any bytes as a profile of the user's own, upon the national one; what is taken must
 * also work: a report is judged by it. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/limits.h"
#include "extract/extract.h"
#include "ingest/text.h"
#include "normalize/normalize.h"
#include "tools/pipeline.h"
#include "validate/profiles.h"
#include "validate/validate.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct config config;
static struct matcher *matcher;

static const char report[] = "2024年度清溪县水务局部门整体支出绩效自评报告\n\n"
                             "全年预算100万元，支出90万元，预算执行率90%，公务接待费3万元。\n\n"
                             "综合自评得分92分，等级为优。\n";

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    struct err err;
    (void)argc, (void)argv;
    matcher = matcher_new();
    return matcher && pipeline_open(&config, LANGUAGE_CHINESE, &err) ? 0 : 1;
}

static void judge(struct profiles *profiles) {
    struct config with = config;
    struct doc doc = {.matcher = matcher};
    struct err err;
    with.profiles = profiles;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (!text_read(&doc, (struct str){report, sizeof report - 1}, &err) ||
        !extract_run(&doc, &with, &err) || !normalize_run(&doc, &with, &err) ||
        !validate_run(&doc, &with, &err))
        abort();
    arena_clear(&doc.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct err err = {0};
    struct profiles *profiles = pipeline_profiles(NULL, &err);
    if (!profiles)
        abort();
    if (profiles_add(profiles, (struct str){(const char *)data, size}, &err))
        judge(profiles);
    else if (err.code != ERR_USAGE && err.code != ERR_MEMORY)
        abort();
    profiles_free(profiles);
    return 0;
}
