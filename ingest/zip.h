/* The door to libzip: a package in memory, its entries by part name, inflated piece by piece.
 *
 * Part names compare as OPC wants it (ISO/IEC 29500-2:2021, 6.2.2.3): ASCII letters without case;
 * a backslash, which old .NET tools write, is a slash. Nothing is ever written to disk. */
#ifndef HEJI_INGEST_ZIP_H
#define HEJI_INGEST_ZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"

struct zip_archive; /* an open package */
struct zip_part;    /* an open entry */

/* Opens the package in `bytes`, which must outlive it. NULL when it is damaged,
 * holds more than LIMIT_ZIP_ENTRIES entries or there is no memory. The caller
 * closes it. */
struct zip_archive *zip_archive_open(struct str bytes, struct err *err);

/* Closes the package; NULL is fine. */
void zip_archive_close(struct zip_archive *archive);

/* Whether the package holds the part `name` ("word/document.xml", with or
 * without a leading slash), at least once. */
bool zip_archive_has(const struct zip_archive *archive, struct str name);

/* Opens the part `name`. NULL when there is none, when several entries bear the
 * name (ERR_ZIP_UNSAFE: readers would differ in which one counts), when it is
 * encrypted or packed by another method than stored and deflate. The caller
 * closes it. */
struct zip_part *zip_part_open(struct zip_archive *archive, struct str name, struct err *err);

/* Puts up to `room` bytes into `buffer` and how many into `*got`: 0 at the end,
 * once size and CRC have been found right. False when the entry is damaged or
 * breaks LIMIT_PART_BYTES, LIMIT_PACKAGE_BYTES or LIMIT_INFLATE_RATIO. */
bool zip_part_read(struct zip_part *part, char *buffer, size_t room, size_t *got, struct err *err);

/* Closes the part; NULL is fine. */
void zip_part_close(struct zip_part *part);

#endif
