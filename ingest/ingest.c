#define _GNU_SOURCE /* O_CLOEXEC */
#include "ingest/ingest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "ingest/detect.h"
#include "ingest/docx.h"
#include "ingest/text.h"

enum { STREAM_BYTES = 64 << 10 }; /* room for a stream at first */

/* The digest is of the bytes as they came, so that a record of a refused file
 * names it too. */
bool ingest_bytes(struct doc *doc, struct str bytes, struct err *err) {
    doc->source.bytes = bytes.len;
    hash_sha256(bytes, doc->source.sha256);
    switch (detect_bytes(bytes, err)) {
    case DETECT_REFUSED:
        return false;
    case DETECT_ZIP:
        doc->source.format = "docx";
        return docx_read(doc, bytes, err);
    case DETECT_TEXT:
        break;
    }
    doc->source.format = "text";
    return text_read(doc, bytes, err);
}

static bool fail(struct err *err, int cause) {
    return err_set(err, ERR_IO, cause, "%s", strerror(cause));
}

/* Refuses what is no regular file of a sensible size before any of it is
 * read. */
static bool check_file(struct doc *doc, int file, struct err *err) {
    struct stat status;
    if (fstat(file, &status) != 0)
        return fail(err, errno);
    if (S_ISDIR(status.st_mode))
        return err_set(err, ERR_NOT_REGULAR, 0, "a folder");
    if (!S_ISREG(status.st_mode))
        return err_set(err, ERR_NOT_REGULAR, 0, "a device, pipe or socket");
    doc->source.bytes = (uint64_t)status.st_size;
    if (doc->source.bytes > LIMIT_FILE_BYTES)
        return err_set(err, ERR_TOO_LARGE, 0, "%llu bytes, at most %u are read",
                       (unsigned long long)doc->source.bytes, LIMIT_FILE_BYTES);
    if (status.st_size == 0)
        return err_set(err, ERR_EMPTY, 0, "the file has no bytes");
    return true;
}

/* Reads up to `room` bytes: fewer when the file has become shorter
 * meanwhile. */
static bool read_all(int file, char *buffer, size_t room, size_t *got, struct err *err) {
    for (*got = 0; *got < room;) {
        ssize_t count = read(file, buffer + *got, room - *got);
        if (count == 0)
            return true;
        if (count > 0)
            *got += (size_t)count;
        else if (errno != EINTR)
            return fail(err, errno);
    }
    return true;
}

/* The file is read whole: a map of it would break when another program cuts it
 * short. */
static bool read_file(struct doc *doc, int file, struct err *err) {
    if (!check_file(doc, file, err))
        return false;
    size_t size = (size_t)doc->source.bytes, got;
    char *buffer = malloc(size);
    if (!buffer)
        return err_set(err, ERR_MEMORY, 0, "no memory for %zu bytes", size);
    bool done = read_all(file, buffer, size, &got, err) &&
                ingest_bytes(doc, (struct str){buffer, got}, err);
    free(buffer);
    return done;
}

/* Twice the room for the bytes; false when there is no memory or they are too
 * many. */
static bool grow(char **buffer, size_t *room, struct err *err) {
    if (*room > LIMIT_FILE_BYTES)
        return err_set(err, ERR_TOO_LARGE, 0, "more than %u bytes", LIMIT_FILE_BYTES);
    char *moved = realloc(*buffer, *room * 2);
    if (!moved)
        return err_set(err, ERR_MEMORY, 0, "no memory for %zu bytes", *room * 2);
    *buffer = moved;
    *room *= 2;
    return true;
}

/* A pipe has no size: its bytes are collected first. */
static bool read_stream(struct doc *doc, int file, struct err *err) {
    size_t room = STREAM_BYTES, len = 0, got = 0;
    char *buffer = malloc(room);
    bool done = buffer || err_set(err, ERR_MEMORY, 0, "no memory for %zu bytes", room);
    while (done) {
        done = read_all(file, buffer + len, room - len, &got, err);
        len += got;
        if (!done || len < room)
            break;
        done = grow(&buffer, &room, err);
    }
    done = done && ingest_bytes(doc, (struct str){buffer, len}, err);
    free(buffer);
    return done;
}

/* The path is copied because open wants a NUL behind it. */
static bool read_path(struct doc *doc, struct err *err) {
    struct str path = str_copy(&doc->arena, doc->source.path);
    if (!path.ptr)
        return arena_check(&doc->arena, err);
    int file = ingest_open(path.ptr);
    if (file < 0)
        return fail(err, errno);
    bool done = read_file(doc, file, err);
    close(file);
    return done;
}

/* O_NONBLOCK: opening a pipe that nobody writes to must not wait. */
int ingest_open(const char *path) {
    return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

bool ingest_run(struct doc *doc, const struct config *config, struct err *err) {
    (void)config;
    const int *descriptor = doc->source.descriptor;
    if (!descriptor)
        return read_path(doc, err);
    return doc->source.is_stream ? read_stream(doc, *descriptor, err)
                                 : read_file(doc, *descriptor, err);
}
