#include "tools/pipeline.h"

#include "extract/extract.h"
#include "extract/lexicon.h"
#include "extract/mention.h"
#include "extract/narrative.h"
#include "ingest/ingest.h"
#include "normalize/normalize.h"
#include "validate/profile.h"
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
    struct profile *profile = narrative ? profile_new(str_of("national"), err) : NULL;
    *config = (struct config){lexicon, mentions, narrative, profile, language};
    if (!profile)
        pipeline_close(config);
    return profile != NULL;
}

void pipeline_close(struct config *config) {
    lexicon_free((struct lexicon *)config->lexicon);
    mention_patterns_free((struct mention_patterns *)config->mention_patterns);
    narrative_patterns_free((struct narrative_patterns *)config->narrative_patterns);
    profile_free((struct profile *)config->profile);
    *config = (struct config){0};
}

bool pipeline_read(struct doc *doc, const struct config *config, const struct input *input,
                   const int *descriptor) {
    struct err err = {0}; /* of attempts that another way made good, too */
    doc->source.path = str_of(input->path);
    doc->source.descriptor = descriptor;
    doc->source.is_stream = input->is_stdin;
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
