#include "ingest/inflate.h"

#include <libdeflate.h>

static struct libdeflate_decompressor *decompressor(struct inflater *inflater) {
    return (struct libdeflate_decompressor *)inflater;
}

struct inflater *inflater_new(void) {
    return (struct inflater *)libdeflate_alloc_decompressor();
}

void inflater_free(struct inflater *inflater) {
    libdeflate_free_decompressor(decompressor(inflater));
}

/* Without a place for the count of bytes, libdeflate wants exactly `size`. */
bool inflater_run(struct inflater *inflater, struct str packed, char *to, size_t size,
                  uint32_t crc) {
    return libdeflate_deflate_decompress(decompressor(inflater), packed.ptr, packed.len, to, size,
                                         NULL) == LIBDEFLATE_SUCCESS &&
           libdeflate_crc32(0, to, size) == crc;
}
