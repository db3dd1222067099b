/* The stages in order, what they need, and one document's walk through them. */
#ifndef HEJI_TOOLS_PIPELINE_H
#define HEJI_TOOLS_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "model/doc.h"

/* What a document is read from. */
struct input {
    char *path;         /* a file, or "-" with `is_stdin`; bytes as the system gave them */
    bool is_stdin;      /* standard input; it can be read once */
    enum err_code code; /* not ERR_NONE: known to be unreadable already, for the reason `code` */
    int cause;          /* its errno, or 0 */
};

/* Makes what all stages share but the profiles: compiled patterns, column names.
 * False with the reason when the program's own data is wrong or memory is out;
 * then nothing is left to free. */
bool pipeline_open(struct config *config, enum language language, struct err *err);

/* Reads the profiles, and makes `choice` (NULL for none) the user's: the name of one
 * of them or, with a slash or the ending .json, the path of a file. NULL with the
 * reason: ERR_USAGE where name or file are wrong. */
struct profiles *pipeline_profiles(const char *choice, struct err *err);

/* Frees what pipeline_open made, and the profiles of the configuration. */
void pipeline_close(struct config *config);

/* Reads `input` from `descriptor`, which is open, into a fresh `doc`, whose arena
 * and matcher the caller has set up: the first stage only. On failure
 * source.status is failed and source.error says why. */
bool pipeline_read(struct doc *doc, const struct config *config, const struct input *input,
                   const int *descriptor);

/* Marks a document as one that could not be read, for this reason. */
void pipeline_fail(struct doc *doc, const struct err *err);

/* The same and all stages after it. A stage that fails ends the walk:
 * source.status is partial then and the layers made so far stay. What went
 * wrong stands in source.error. */
void pipeline_run(struct doc *doc, const struct config *config, const struct input *input,
                  const int *descriptor);

#endif
