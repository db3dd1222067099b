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
    *config = (struct config){lexicon, mentions, narrative, NULL, language};
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

/* All of a stream of at most `limit` bytes in one block, which the caller frees; NULL
 * with the reason. */
static char *read_stream(FILE *stream, size_t limit, size_t *len, struct err *err) {
    size_t room = 64 << 10;
    char *bytes = malloc(room);
    *len = 0;
    while (bytes) {
        *len += fread(bytes + *len, 1, room - *len, stream);
        if (ferror(stream)) {
            err_set(err, ERR_IO, errno, "%s", strerror(errno));
            break;
        }
        if (*len > limit) {
            err_set(err, ERR_TOO_LARGE, 0, "more than %zu bytes", limit);
            break;
        }
        if (*len < room)
            return bytes;
        char *moved = realloc(bytes, room *= 2);
        if (!moved)
            free(bytes);
        bytes = moved;
    }
    if (!bytes)
        err_set(err, ERR_MEMORY, 0, "no room for the input");
    free(bytes);
    return NULL;
}

/* A file of the user's own becomes his profile. */
static bool add_profile(struct profiles *profiles, const char *path, struct err *err) {
    FILE *file = fopen(path, "rb");
    size_t len;
    if (!file)
        return err_set(err, ERR_IO, errno, "%s", strerror(errno));
    char *bytes = read_stream(file, LIMIT_PROFILE_BYTES, &len, err);
    bool ok = bytes && profiles_add(profiles, (struct str){bytes, len}, err);
    free(bytes);
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

/* A pipe has no size and cannot be mapped: it is read as a whole first. */
static bool ingest_stdin(struct doc *doc, struct err *err) {
    size_t len;
    char *bytes = read_stream(stdin, LIMIT_FILE_BYTES, &len, err);
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
