#include "base/data.h"

struct str data_find(const char *name) {
    for (const struct data_file *file = data_files; file->name; file++) {
        if (strcmp(file->name, name) == 0)
            return (struct str){file->content, file->size};
    }
    return (struct str){0};
}
