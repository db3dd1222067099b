#include "tools/pipeline.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "extract/extract.h"
#include "extract/lexicon.h"
#include "extract/mention.h"
#include "extract/narrative.h"
#include "ingest/ingest.h"
#include "normalize/normalize.h"
#include "validate/profiles.h"
#include "validate/validate.h"

/* The first makes the document; each adds its layer to those before it. */
static const struct stage {
    const char *name;
    bool (*run)(struct doc *doc, const struct config *config, struct err *err);
} stages[] = {
    {"ingest", ingest_run},
    {"extract", extract_run},
    {"normalize", normalize_run},
    {"validate", validate_run},
};

enum { STAGE_COUNT = sizeof stages / sizeof stages[0] };

bool pipeline_open(struct config *config, enum language language, struct err *err) {
    struct lexicon *lexicon = lexicon_new(err);
    struct mention_patterns *mentions = lexicon ? mention_patterns_new(err) : NULL;
    struct narrative_patterns *narrative = mentions ? narrative_patterns_new(err) : NULL;
    *config = (struct config){lexicon, mentions, narrative, NULL, language, false};
    if (!narrative)
        pipeline_close(config);
    return narrative != NULL;
}

void pipeline_close(struct config *config) {
    lexicon_free((struct lexicon *)config->lexicon);
    mention_patterns_free((struct mention_patterns *)config->mention_patterns);
    narrative_patterns_free((struct narrative_patterns *)config->narrative_patterns);
    profiles_free((struct profiles *)config->profiles);
    *config = (struct config){0};
}

/* A file of the user's own becomes his profile. It is read with one byte more
 * than it may have. */
static bool add_profile(struct profiles *profiles, const char *path, struct err *err) {
    FILE *file = fopen(path, "rb");
    char *bytes = malloc(LIMIT_PROFILE_BYTES + 1);
    size_t len = file && bytes ? fread(bytes, 1, LIMIT_PROFILE_BYTES + 1, file) : 0;
    bool ok = false;
    if (!file || ferror(file))
        err_set(err, ERR_IO, errno, "%s", strerror(errno));
    else if (!bytes)
        err_set(err, ERR_MEMORY, 0, "no room for the profile");
    else if (len > LIMIT_PROFILE_BYTES)
        err_set(err, ERR_TOO_LARGE, 0, "more than %u bytes", LIMIT_PROFILE_BYTES);
    else
        ok = profiles_add(profiles, (struct str){bytes, len}, err);
    free(bytes);
    if (file)
        fclose(file);
    return ok;
}

struct profiles *pipeline_profiles(const char *choice, struct err *err) {
    struct profiles *profiles = profiles_new(err);
    if (!profiles || !choice)
        return profiles;
    bool is_file = strchr(choice, '/') || str_ends(str_of(choice), ".json");
    if (is_file ? add_profile(profiles, choice, err)
                : profiles_choose(profiles, str_of(choice), err))
        return profiles;
    profiles_free(profiles);
    return NULL;
}

bool pipeline_read(struct doc *doc, const struct config *config, const struct input *input,
                   const int *descriptor) {
    struct err err = {0}; /* of attempts that another way made good, too */
    doc->source.path = str_of(input->path);
    doc->source.descriptor = descriptor;
    doc->source.is_stream = input->is_stdin;
    doc->document.traced = config->places;
    if (stages[0].run(doc, config, &err))
        return true;
    pipeline_fail(doc, &err);
    return false;
}

void pipeline_fail(struct doc *doc, const struct err *err) {
    doc->source.status = SOURCE_FAILED;
    doc->source.error = *err;
}

void pipeline_run(struct doc *doc, const struct config *config, const struct input *input,
                  const int *descriptor) {
    if (!pipeline_read(doc, config, input, descriptor))
        return;
    for (size_t i = 1; i < STAGE_COUNT; i++) {
        struct err err = {0};
        if (stages[i].run(doc, config, &err))
            continue;
        doc->source.status = SOURCE_PARTIAL;
        err_set(&doc->source.error, err.code, err.cause, "%s: %s", stages[i].name, err.words);
        return;
    }
}
