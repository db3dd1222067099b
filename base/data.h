/* Data files of the project (column names, profiles, schema) that the build
 * puts into the program. */
#ifndef HEJI_BASE_DATA_H
#define HEJI_BASE_DATA_H

#include "base/str.h"

struct data_file {
    const char *name;    /* path in the project: "extract/lexicon.json" */
    const char *content; /* NUL-terminated behind `size` */
    size_t size;         /* bytes */
};

extern const struct data_file data_files[]; /* ends with a NULL name; made by tools/embed.sh */

/* The content of the file `name`, or empty when the program holds none of that
 * name. */
struct str data_find(const char *name);

#endif
