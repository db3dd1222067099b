/* One document on its way through the stages. Each stage adds its layer and
 * edits none before it. */
#ifndef HEJI_MODEL_DOC_H
#define HEJI_MODEL_DOC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/pattern.h"
#include "base/str.h"
#include "model/check.h"
#include "model/document.h"
#include "model/reading.h"
#include "model/record.h"

/* What was doubtful in reading the source; the document was read all the
 * same. */
struct warning {
    struct str code;    /* a word such as "altchunk_skipped" */
    struct str message; /* English */
    struct place at;    /* all PLACE_NONE when it has none */
};

enum source_status { SOURCE_OK, SOURCE_PARTIAL, SOURCE_FAILED };

struct source {
    struct str path;           /* as given on the command line or found below a folder */
    const int *descriptor;     /* what to read, already open, borrowed; NULL: open `path` */
    bool is_stream;            /* `descriptor` is a pipe or the like, read to its end */
    char sha256[HASH_HEX + 1]; /* of the file's bytes; empty string when it could not be read */
    uint64_t bytes;            /* size of the file */
    const char *format;        /* "docx", "text", or NULL when unknown */
    struct str encoding;       /* of a text: "UTF-8", "GB18030", "UTF-16LE" ...; empty for DOCX */
    enum source_status status;
    struct err error; /* when failed */
    VEC(struct warning) warnings;
    uint32_t warnings_dropped; /* beyond LIMIT_WARNINGS */
};

struct doc {
    struct arena arena;       /* owns all that the layers point to */
    struct matcher *matcher;  /* borrowed: scratch memory of the worker */
    struct source source;     /* ingest */
    struct document document; /* ingest */
    struct reading reading;   /* extract */
    struct record record;     /* normalize */
    struct verdict verdict;   /* validate */
};

enum language { LANGUAGE_CHINESE, LANGUAGE_ENGLISH };

/* What the stages need besides the document: made once, read-only, shared by
 * all workers. */
struct config {
    const struct lexicon *lexicon;                       /* extract/lexicon.h */
    const struct mention_patterns *mention_patterns;     /* extract/mention.h */
    const struct narrative_patterns *narrative_patterns; /* extract/narrative.h */
    const struct profiles *profiles;                     /* validate/profiles.h; may be NULL */
    enum language language;
    bool places; /* ingest notes the bytes where each passage stands: document.traced */
};

/* Adds a warning to doc->source; beyond LIMIT_WARNINGS it is only counted. `at`
 * may be NULL. */
void doc_warn(struct doc *doc, const char *code, const struct place *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
