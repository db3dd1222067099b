/* ZIP packages built in memory, right ones and such as lie. Entries are stored unless the test
 * brings packed bytes of its own. */
#ifndef HEJI_TESTS_INGEST_PACKAGE_H
#define HEJI_TESTS_INGEST_PACKAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/str.h"

enum { PACKAGE_ENTRIES = 32 };

/* An entry; what is left zero is as a right package has it. */
struct entry {
    const char *name;
    size_t name_len; /* 0: up to the NUL */
    struct str data; /* as it stands in the archive; needed until package_entry returns */
    uint16_t flags, method;
    uint32_t size;  /* inflated, as claimed; 0: that of the data */
    uint32_t crc;   /* of the inflated bytes; 0: of the data */
    uint32_t spoil; /* put over the CRC with XOR */
};

/* Zero-initialise; package_free in the end. */
struct package {
    char *ptr;
    size_t len, room;
    size_t count;
    struct entry entries[PACKAGE_ENTRIES];
    size_t offsets[PACKAGE_ENTRIES];
};

static inline void package_put(struct package *package, const void *bytes, size_t len) {
    if (package->len + len > package->room) {
        package->room = (package->len + len) * 2;
        package->ptr = realloc(package->ptr, package->room);
        assert_non_null(package->ptr);
    }
    if (len > 0)
        memcpy(package->ptr + package->len, bytes, len);
    package->len += len;
}

static inline void package_number(struct package *package, uint32_t number, int bytes) {
    for (int i = 0; i < bytes; i++) {
        unsigned char byte = (unsigned char)(number >> (8 * i));
        package_put(package, &byte, 1);
    }
}

static inline uint32_t package_crc(struct str data) {
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < data.len; i++) {
        crc ^= (unsigned char)data.ptr[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/* The fields that local and central header share: version to name length and extra length. */
static inline void package_fields(struct package *package, const struct entry *entry) {
    package_number(package, 20, 2);
    package_number(package, entry->flags, 2);
    package_number(package, entry->method, 2);
    package_number(package, 0x21000000, 4); /* 1980-01-01 */
    package_number(package, entry->crc ^ entry->spoil, 4);
    package_number(package, (uint32_t)entry->data.len, 4);
    package_number(package, entry->size ? entry->size : (uint32_t)entry->data.len, 4);
    package_number(package, (uint32_t)entry->name_len, 2);
    package_number(package, 0, 2);
}

static inline void package_entry(struct package *package, struct entry entry) {
    assert_true(package->count < PACKAGE_ENTRIES);
    if (entry.name_len == 0)
        entry.name_len = strlen(entry.name);
    if (entry.crc == 0)
        entry.crc = package_crc(entry.data);
    package->entries[package->count] = entry;
    package->offsets[package->count++] = package->len;
    package_put(package, "PK\3\4", 4);
    package_fields(package, &entry);
    package_put(package, entry.name, entry.name_len);
    package_put(package, entry.data.ptr, entry.data.len);
}

static inline void package_add(struct package *package, const char *name, const char *content) {
    package_entry(package, (struct entry){.name = name, .data = str_of(content)});
}

/* Closes the package and gives its bytes. */
static inline struct str package_end(struct package *package) {
    size_t start = package->len;
    for (size_t i = 0; i < package->count; i++) {
        package_put(package, "PK\1\2\24\0", 6);
        package_fields(package, &package->entries[i]);
        package_put(package, "\0\0\0\0\0\0\0\0\0\0", 10); /* comment, disk, attributes */
        package_number(package, (uint32_t)package->offsets[i], 4);
        package_put(package, package->entries[i].name, package->entries[i].name_len);
    }
    size_t size = package->len - start;
    package_put(package, "PK\5\6\0\0\0\0", 8);
    package_number(package, (uint32_t)package->count, 2);
    package_number(package, (uint32_t)package->count, 2);
    package_number(package, (uint32_t)size, 4);
    package_number(package, (uint32_t)start, 4);
    package_number(package, 0, 2);
    return (struct str){package->ptr, package->len};
}

static inline void package_free(struct package *package) {
    free(package->ptr);
    *package = (struct package){0};
}

#endif
