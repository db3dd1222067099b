/* A folder of its own for a test, and what a call writes to standard error. */
#ifndef HEJI_TESTS_TOOLS_FOLDER_H
#define HEJI_TESTS_TOOLS_FOLDER_H

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { FOLDER_PATH = 512, FOLDER_WORDS = 4096 };

struct folder {
    char path[64];        /* /tmp/heji-XXXXXX */
    char at[FOLDER_PATH]; /* of the last call of folder_at */
};

static inline void folder_open(struct folder *folder) {
    strcpy(folder->path, "/tmp/heji-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
}

/* The path of `name` in the folder, valid until the next call. */
static inline char *folder_at(struct folder *folder, const char *name) {
    int len = snprintf(folder->at, sizeof folder->at, "%s/%s", folder->path, name);
    assert_in_range(len, 1, FOLDER_PATH - 1);
    return folder->at;
}

static inline void folder_make(struct folder *folder, const char *name) {
    assert_int_equal(mkdir(folder_at(folder, name), 0700), 0);
}

static inline void folder_write(struct folder *folder, const char *name, const char *text) {
    FILE *file = fopen(folder_at(folder, name), "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

static inline void folder_link(struct folder *folder, const char *target, const char *name) {
    assert_int_equal(symlink(target, folder_at(folder, name)), 0);
}

static inline void folder_remove(const char *path) {
    DIR *dir = opendir(path);
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        char *inner = malloc(strlen(path) + strlen(entry->d_name) + 2);
        assert_non_null(inner);
        sprintf(inner, "%s/%s", path, entry->d_name);
        if (unlink(inner) != 0)
            folder_remove(inner);
        free(inner);
    }
    closedir(dir);
    assert_int_equal(rmdir(path), 0);
}

static inline void folder_close(struct folder *folder) {
    folder_remove(folder->path);
}

/* Standard error goes into a file from here on ... */
static inline int words_start(FILE **file) {
    fflush(stderr);
    int kept = dup(STDERR_FILENO);
    assert_true(kept >= 0 && (*file = tmpfile()) != NULL);
    assert_true(dup2(fileno(*file), STDERR_FILENO) >= 0);
    return kept;
}

/* ... and is read back here; `words` has FOLDER_WORDS bytes. */
static inline void words_end(FILE *file, int kept, char *words) {
    fflush(stderr);
    assert_true(dup2(kept, STDERR_FILENO) >= 0);
    close(kept);
    rewind(file);
    words[fread(words, 1, FOLDER_WORDS - 1, file)] = '\0';
    fclose(file);
}

#endif
