/* From the paths of a command line to the documents behind them. */
#ifndef HEJI_TOOLS_FILES_H
#define HEJI_TOOLS_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "tools/pipeline.h"

struct files {
    struct input *items; /* owned, as are the paths of files found in folders */
    size_t count, room;
};

/* Appends `path`: a file, "-" for standard input, or a folder. Of a folder all
 * regular files below it are taken, in byte order of their paths, without
 * hidden ones (.x) and Word's lock files (~$x); links to folders inside it are
 * not followed. A folder that cannot be read, is nested deeper than
 * LIMIT_FOLDER_DEPTH, or holds nothing is itself appended as an input that
 * fails. False only when memory is out. */
bool files_add(struct files *files, const char *path, struct err *err);

/* Frees the list. */
void files_clear(struct files *files);

#endif
