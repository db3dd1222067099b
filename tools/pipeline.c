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

/* All of standard input in one block, which the caller frees; NULL with the
 * reason. */
static char *read_stdin(size_t *len, struct err *err) {
    size_t room = 64 << 10;
    char *bytes = malloc(room);
    *len = 0;
    while (bytes) {
        *len += fread(bytes + *len, 1, room - *len, stdin);
        if (ferror(stdin)) {
            err_set(err, ERR_IO, errno, "%s", strerror(errno));
            break;
        }
        if (*len < room)
            return bytes;
        if (room > LIMIT_FILE_BYTES) {
            err_set(err, ERR_TOO_LARGE, 0, "more than %u bytes", LIMIT_FILE_BYTES);
            break;
        }
        char *moved = realloc(bytes, room *= 2);
        if (!moved)
            free(bytes);
        bytes = moved;
    }
    if (!bytes)
        err_set(err, ERR_MEMORY, 0, "standard input");
    free(bytes);
    return NULL;
}

/* A pipe has no size and cannot be mapped: it is read as a whole first. */
static bool ingest_stdin(struct doc *doc, struct err *err) {
    size_t len;
    char *bytes = read_stdin(&len, err);
    if (!bytes)
        return false;
    bool ok = ingest_bytes(doc, (struct str){bytes, len}, err);
    free(bytes);
    return ok;
}

bool pipeline_read(struct doc *doc, const struct config *config, const struct input *input) {
    struct err err = {0}; /* of attempts that another way made good, too */
    bool ok;
    doc->source.path = str_of(input->path);
    if (input->code != ERR_NONE)
        ok = err_set(&err, input->code, input->cause, "%s",
                     input->cause ? strerror(input->cause) : "a folder without files");
    else if (input->is_stdin)
        ok = ingest_stdin(doc, &err);
    else
        ok = stages[0].run(doc, config, &err);
    if (!ok) {
        doc->source.status = SOURCE_FAILED;
        doc->source.error = err;
    }
    return ok;
}

void pipeline_run(struct doc *doc, const struct config *config, const struct input *input) {
    if (!pipeline_read(doc, config, input))
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
