#include "tools/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/limits.h"

/* Takes over input.path; NULL there means that memory is out already. */
static bool append(struct files *files, struct input input) {
    if (input.path && files->count == files->room) {
        size_t room = files->room ? files->room * 2 : 64;
        struct input *moved = realloc(files->items, room * sizeof *moved);
        if (!moved) {
            free(input.path);
            return false;
        }
        files->items = moved;
        files->room = room;
    }
    if (input.path)
        files->items[files->count++] = input;
    return input.path != NULL;
}

/* What cannot be listed becomes an input that fails, so that it is reported in its place. */
static bool append_failed(struct files *files, const char *path, int cause) {
    return append(files, (struct input){.path = strdup(path), .code = ERR_IO, .cause = cause});
}

static char *join(const char *folder, const char *name) {
    size_t len = strlen(folder);
    const char *slash = len > 0 && folder[len - 1] == '/' ? "" : "/";
    char *path = malloc(len + strlen(name) + 2);
    if (path)
        sprintf(path, "%s%s%s", folder, slash, name);
    return path;
}

/* Hidden, or the owner file that Word and WPS leave beside an open document. */
static bool is_skipped(const char *name) {
    return name[0] == '.' || strncmp(name, "~$", 2) == 0;
}

static bool add_folder(struct files *files, const char *folder, unsigned depth);

static bool add_entry(struct files *files, const char *folder, const char *name, unsigned depth) {
    struct stat info;
    char *path = join(folder, name);
    bool ok = path != NULL;
    if (!ok)
        return false;
    if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode))
        ok = add_folder(files, path, depth + 1);
    else if (stat(path, &info) != 0) /* a link that leads nowhere */
        ok = append_failed(files, path, errno);
    else if (S_ISREG(info.st_mode))
        ok = append(files, (struct input){.path = strdup(path)});
    /* a link to a folder could lead in a circle, and a device or pipe is no
     * document */
    free(path);
    return ok;
}

/* The depth is bounded, so that recursion is. */
static bool add_folder(struct files *files, const char *folder, unsigned depth) {
    if (depth > LIMIT_FOLDER_DEPTH)
        return append_failed(files, folder, ELOOP);
    DIR *dir = opendir(folder);
    if (!dir)
        return append_failed(files, folder, errno);
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(dir));) {
        if (!is_skipped(entry->d_name))
            ok = add_entry(files, folder, entry->d_name, depth);
    }
    closedir(dir);
    return ok;
}

/* readdir has no order of its own; bytes are the same in every locale. */
static int by_path(const void *a, const void *b) {
    return strcmp(((const struct input *)a)->path, ((const struct input *)b)->path);
}

/* An empty folder is most likely a mistake in the path: it must not pass as checked. */
static bool add_tree(struct files *files, const char *path) {
    size_t first = files->count;
    if (!add_folder(files, path, 0))
        return false;
    if (files->count == first)
        return append(files, (struct input){.path = strdup(path), .code = ERR_EMPTY});
    qsort(files->items + first, files->count - first, sizeof *files->items, by_path);
    return true;
}

bool files_add(struct files *files, const char *path, struct err *err) {
    struct stat info;
    bool is_stdin = strcmp(path, "-") == 0, ok;
    if (!is_stdin && stat(path, &info) == 0 && S_ISDIR(info.st_mode))
        ok = add_tree(files, path);
    else
        ok = append(files, (struct input){.path = strdup(path), .is_stdin = is_stdin});
    return ok || err_set(err, ERR_MEMORY, 0, "the list of files");
}

void files_clear(struct files *files) {
    for (size_t i = 0; i < files->count; i++)
        free(files->items[i].path);
    free(files->items);
    *files = (struct files){0};
}
