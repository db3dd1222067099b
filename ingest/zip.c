/* A package (APPNOTE.TXT 6.3.10, 4.3):
 *
 *   50 4B 03 04  local header   name, sizes as a streaming writer knew them     }
 *   ..           packed bytes                                                   } each entry
 *   50 4B 01 02  central header flags, method, CRC-32, sizes, name, offset          } each entry
 *   50 4B 05 06  end record     where the central directory is, comment
 */
#include "ingest/zip.h"

#include <zip.h>

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "ingest/inflate.h"

struct zip_archive {
    zip_t *zip;
    struct inflater *inflater; /* NULL: every part is read through libzip */
    zip_int64_t entries;
    uint64_t inflated; /* bytes of all parts read so far */
};

struct zip_part {
    struct zip_archive *archive;
    zip_file_t *file; /* NULL where `whole` holds all of it */
    char *whole;
    char name[80];         /* for messages, cut */
    uint64_t packed, size; /* as the central directory says */
    uint64_t inflated;
};

/* libzip's many reasons as the few that a user can act upon. */
static bool fail(struct err *err, zip_error_t *error, const char *what) {
    enum err_code code = ERR_ZIP_CORRUPT;
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_MEMORY:
    case ZIP_ER_OK: /* it had no memory to say so */
        code = ERR_MEMORY;
        break;
    case ZIP_ER_MULTIDISK:
    case ZIP_ER_COMPNOTSUPP:
    case ZIP_ER_OPNOTSUPP:
        code = ERR_ZIP_UNSUPPORTED;
        break;
    case ZIP_ER_ENCRNOTSUPP:
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
        code = ERR_ENCRYPTED;
        break;
    default:
        break;
    }
    return err_set(err, code, 0, "%s: %s", what, zip_error_strerror(error));
}

/* Reads the central directory only; nothing is inflated. */
static bool open_zip(struct zip_archive *archive, struct str bytes, struct err *err) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &error);
    if (source)
        archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!archive->zip) {
        if (source)
            zip_source_free(source);
        fail(err, &error, "package");
    }
    zip_error_fini(&error);
    return archive->zip != NULL;
}

/* Entries are bounded because names are searched one by one: ten thousand of
 * them, looked up a few dozen times, are the worst. */
struct zip_archive *zip_archive_open(struct str bytes, struct err *err) {
    struct zip_archive *archive = calloc(1, sizeof *archive);
    if (!archive) {
        err_set(err, ERR_MEMORY, 0, "no memory for the package");
        return NULL;
    }
    archive->inflater = inflater_new();
    if (open_zip(archive, bytes, err)) {
        archive->entries = zip_get_num_entries(archive->zip, 0);
        if (archive->entries <= (zip_int64_t)LIMIT_ZIP_ENTRIES)
            return archive;
        err_set(err, ERR_ZIP_UNSAFE, 0, "the package has %lld entries",
                (long long)archive->entries);
    }
    zip_archive_close(archive);
    return NULL;
}

/* zip_discard, never zip_close: nothing may be written back. */
void zip_archive_close(struct zip_archive *archive) {
    if (!archive)
        return;
    if (archive->zip)
        zip_discard(archive->zip);
    inflater_free(archive->inflater);
    free(archive);
}

/* ---- names */

/* ASCII only: OPC folds no other letters. */
static char fold(char c) {
    if (c == '\\')
        return '/';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_same(const char *entry, struct str name) {
    size_t i = 0;
    while (fold(*entry) == '/')
        entry++;
    for (; i < name.len && entry[i] != '\0'; i++) {
        if (fold(entry[i]) != fold(name.ptr[i]))
            return false;
    }
    return i == name.len && entry[i] == '\0';
}

/* Targets in relationships are absolute ("/word/document.xml"), names in the
 * archive are not. */
static struct str without_slash(struct str name) {
    while (name.len > 0 && fold(name.ptr[0]) == '/')
        name = str_slice(name, 1, name.len);
    return name;
}

/* Index of the next entry called `name` at or after `from`, -1 when there is
 * none. libzip turns a NUL inside a name into a blank, so that
 * "word/document.xml\0.txt" is not taken for the part. */
static zip_int64_t next_entry(const struct zip_archive *archive, struct str name,
                              zip_int64_t from) {
    for (zip_int64_t i = from; i < archive->entries; i++) {
        const char *entry = zip_get_name(archive->zip, (zip_uint64_t)i, ZIP_FL_ENC_RAW);
        if (entry && is_same(entry, name))
            return i;
    }
    return -1;
}

bool zip_archive_has(const struct zip_archive *archive, struct str name) {
    return next_entry(archive, without_slash(name), 0) >= 0;
}

/* Which of two equal names counts is what readers disagree about: neither
 * does. */
static zip_int64_t locate(const struct zip_archive *archive, struct str name, struct err *err) {
    zip_int64_t index = next_entry(archive, name, 0);
    if (index < 0) {
        err_set(err, ERR_ZIP_CORRUPT, 0, "the part %.*s is missing", STR_ARGS(name));
        return -1;
    }
    if (next_entry(archive, name, index + 1) >= 0) {
        err_set(err, ERR_ZIP_UNSAFE, 0, "two entries are called %.*s", STR_ARGS(name));
        return -1;
    }
    return index;
}

/* ---- parts */

/* An unencrypted package may still hold single encrypted entries. */
static bool check_method(const zip_stat_t *stat, const char *name, struct err *err) {
    if (stat->encryption_method != ZIP_EM_NONE)
        return err_set(err, ERR_ENCRYPTED, 0, "the part %s is encrypted with a password", name);
    if (stat->comp_method != ZIP_CM_STORE && stat->comp_method != ZIP_CM_DEFLATE)
        return err_set(err, ERR_ZIP_UNSUPPORTED, 0, "the part %s uses compression method %u", name,
                       stat->comp_method);
    return true;
}

/* The bytes of the entry as they stand in the package. */
static bool read_packed(struct zip_archive *archive, const zip_stat_t *stat, char *to) {
    zip_file_t *file = zip_fopen_index(archive->zip, stat->index, ZIP_FL_COMPRESSED);
    bool done = file && zip_fread(file, to, stat->comp_size) == (zip_int64_t)stat->comp_size;
    if (file)
        zip_fclose(file);
    return done;
}

/* Unpacks a small part at once. Where anything is unusual or fails, the part is
 * left to libzip, which reads what can be read and names the damage. */
static void read_whole(struct zip_part *part, const zip_stat_t *stat) {
    struct zip_archive *archive = part->archive;
    if (!archive->inflater || stat->comp_method != ZIP_CM_DEFLATE || stat->size == 0 ||
        stat->size > LIMIT_WHOLE_BYTES || stat->comp_size > stat->size)
        return;
    char *packed = malloc(stat->comp_size);
    part->whole = malloc(stat->size);
    if (!packed || !part->whole || !read_packed(archive, stat, packed) ||
        !inflater_run(archive->inflater, (struct str){packed, stat->comp_size}, part->whole,
                      stat->size, stat->crc)) {
        free(part->whole);
        part->whole = NULL;
    }
    free(packed);
}

/* Sizes and method come from the central directory: the local header of a
 * streaming writer holds zeros (APPNOTE 4.4.4, bit 3). */
struct zip_part *zip_part_open(struct zip_archive *archive, struct str name, struct err *err) {
    zip_stat_t stat;
    name = without_slash(name);
    zip_int64_t index = locate(archive, name, err);
    if (index < 0)
        return NULL;
    struct zip_part *part = calloc(1, sizeof *part);
    if (!part) {
        err_set(err, ERR_MEMORY, 0, "no memory for a part");
        return NULL;
    }
    part->archive = archive;
    memcpy(part->name, name.ptr, name.len < sizeof part->name ? name.len : sizeof part->name - 1);
    if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) != 0) {
        fail(err, zip_get_error(archive->zip), part->name);
    } else if (check_method(&stat, part->name, err)) {
        part->packed = stat.comp_size;
        part->size = stat.size;
        read_whole(part, &stat);
        if (!part->whole)
            part->file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
        if (part->whole || part->file)
            return part;
        fail(err, zip_get_error(archive->zip), part->name);
    }
    free(part);
    return NULL;
}

/* The sizes in the directory are claims: what has come out is measured against
 * each bound. */
static bool check_bounds(const struct zip_part *part, struct err *err) {
    if (part->inflated > part->size)
        return err_set(err, ERR_ZIP_CORRUPT, 0, "%s is longer than the directory says", part->name);
    if (part->inflated > LIMIT_PART_BYTES || part->archive->inflated > LIMIT_PACKAGE_BYTES)
        return err_set(err, ERR_ZIP_UNSAFE, 0, "%s inflates beyond the limit", part->name);
    if (part->inflated > LIMIT_INFLATE_FREE && part->inflated / LIMIT_INFLATE_RATIO > part->packed)
        return err_set(err, ERR_ZIP_UNSAFE, 0, "%s inflates more than %u times", part->name,
                       LIMIT_INFLATE_RATIO);
    return true;
}

/* The next bytes of the part, from memory or unpacked by libzip. */
static zip_int64_t read_next(struct zip_part *part, char *buffer, size_t room) {
    if (!part->whole)
        return zip_fread(part->file, buffer, room);
    uint64_t left = part->size - part->inflated;
    size_t count = left < room ? (size_t)left : room;
    memcpy(buffer, part->whole + part->inflated, count);
    return (zip_int64_t)count;
}

/* libzip checks the CRC when it comes to the end, so 0 bytes mean "whole and
 * right" once the size holds too. */
bool zip_part_read(struct zip_part *part, char *buffer, size_t room, size_t *got, struct err *err) {
    *got = 0;
    zip_int64_t count = read_next(part, buffer, room);
    if (count < 0)
        return fail(err, zip_file_get_error(part->file), part->name);
    if (count == 0 && part->inflated != part->size)
        return err_set(err, ERR_ZIP_CORRUPT, 0, "%s is shorter than the directory says",
                       part->name);
    *got = (size_t)count;
    part->inflated += (uint64_t)count;
    part->archive->inflated += (uint64_t)count;
    return check_bounds(part, err);
}

void zip_part_close(struct zip_part *part) {
    if (!part)
        return;
    if (part->file)
        zip_fclose(part->file);
    free(part->whole);
    free(part);
}
