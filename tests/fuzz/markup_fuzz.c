/* libFuzzer: any bytes as word/document.xml. They are put into a package whose sizes and sums are
 * right, which random changes of a whole file would never keep.
 *
 *   [local header name data]...  [central header name]...  end record        (all stored, method 0)
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "ingest/docx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char types[] =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
    "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
    "wordprocessingml.document.main+xml\"/></Types>";
static const char rels[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"r\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org/"
    "officeDocument/2006/relationships/officeDocument\"/></Relationships>";

struct member {
    const char *name;
    const void *data;
    size_t size, offset;
};

struct writer {
    unsigned char *bytes;
    size_t length;
};

static void put(struct writer *w, uint32_t value, int bytes) {
    while (bytes--) {
        w->bytes[w->length++] = value & 0xFF;
        value >>= 8;
    }
}

static void put_bytes(struct writer *w, const void *data, size_t size) {
    if (size)
        memcpy(w->bytes + w->length, data, size);
    w->length += size;
}

static uint32_t crc32_of(const unsigned char *data, size_t size) {
    uint32_t crc = 0xFFFFFFFF;
    for (size_t i = 0; i < size; i++) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

/* What local and central header have in common, from the version needed to the extra length. */
static void put_header(struct writer *w, const struct member *member) {
    put(w, 20, 2);
    put(w, 0, 4); /* flags, method */
    put(w, 0x58210000, 4);
    put(w, crc32_of(member->data, member->size), 4);
    put(w, (uint32_t)member->size, 4);
    put(w, (uint32_t)member->size, 4);
    put(w, (uint32_t)strlen(member->name), 2);
    put(w, 0, 2);
}

static void put_package(struct writer *w, struct member *members, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        members[i].offset = w->length;
        put(w, 0x04034B50, 4);
        put_header(w, &members[i]);
        put_bytes(w, members[i].name, strlen(members[i].name));
        put_bytes(w, members[i].data, members[i].size);
    }
    size_t directory = w->length;
    for (uint32_t i = 0; i < count; i++) {
        put(w, 0x02014B50, 4);
        put(w, 20, 2);
        put_header(w, &members[i]);
        put_bytes(w, "\0\0\0\0\0\0\0\0\0\0", 10); /* comment, disk, attributes */
        put(w, (uint32_t)members[i].offset, 4);
        put_bytes(w, members[i].name, strlen(members[i].name));
    }
    uint32_t length = (uint32_t)(w->length - directory);
    put(w, 0x06054B50, 4);
    put(w, 0, 4);
    put(w, count | count << 16, 4);
    put(w, length, 4);
    put(w, (uint32_t)directory, 4);
    put(w, 0, 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct member members[] = {{"[Content_Types].xml", types, sizeof types - 1, 0},
                               {"_rels/.rels", rels, sizeof rels - 1, 0},
                               {"word/document.xml", data, size, 0}};
    struct writer w = {malloc(size + 4096), 0};
    struct doc doc = {.matcher = matcher_new()};
    struct err err;
    arena_init(&doc.arena, LIMIT_ARENA_BYTES);
    if (w.bytes && doc.matcher) {
        put_package(&w, members, sizeof members / sizeof members[0]);
        docx_read(&doc, (struct str){(const char *)w.bytes, w.length}, &err);
    }
    arena_clear(&doc.arena);
    matcher_free(doc.matcher);
    free(w.bytes);
    return 0;
}
