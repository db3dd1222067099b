#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Most documents need a few hundred kilobytes: chunks of 64 kB cost a handful
 * of calls to malloc, and 16 is the strictest alignment of any type in C on the
 * machines that matter (long double, SSE). */
enum { CHUNK_BYTES = 64 << 10, ALIGNMENT = 16 };

struct arena_chunk {
    struct arena_chunk *next;
    size_t size; /* bytes that follow the header */
};

/* Rounded up, so that the first piece behind the header is aligned too. */
enum { HEADER = (sizeof(struct arena_chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

void arena_init(struct arena *arena, size_t budget) {
    *arena = (struct arena){.budget = budget};
}

void arena_clear(struct arena *arena) {
    for (struct arena_chunk *chunk = arena->chunk; chunk;) {
        struct arena_chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
    arena_init(arena, arena->budget);
}

/* A piece larger than a chunk gets one of its own. What is left of the chunk
 * before is given up: at most one piece in 64 kB. Both sums are written so that
 * a size near SIZE_MAX cannot wrap round and pass. */
static bool add_chunk(struct arena *arena, size_t size) {
    size_t body = size > CHUNK_BYTES ? size : CHUNK_BYTES;
    if (body > SIZE_MAX - HEADER || body + HEADER > arena->budget - arena->total)
        return false;
    struct arena_chunk *chunk = malloc(HEADER + body);
    if (!chunk)
        return false;
    chunk->next = arena->chunk;
    chunk->size = body;
    arena->chunk = chunk;
    arena->used = 0;
    arena->total += HEADER + body;
    return true;
}

/* Memory of `size` bytes as it comes; NULL when exhausted. */
static void *take(struct arena *arena, size_t size) {
    if (size > SIZE_MAX - ALIGNMENT) {
        arena->exhausted = true;
        return NULL;
    }
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!arena->chunk || size > arena->chunk->size - arena->used) {
        if (!add_chunk(arena, size)) {
            arena->exhausted = true;
            return NULL;
        }
    }
    void *piece = (char *)arena->chunk + HEADER + arena->used;
    arena->used += size;
    return piece;
}

/* Zeroed each time, because structs rely on it: a field that a reader never
 * sets is then 0, NULL or false instead of what an earlier document left. */
void *arena_alloc(struct arena *arena, size_t size) {
    void *piece = take(arena, size);
    return piece ? memset(piece, 0, size) : NULL;
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    assert(size > 0);
    if (count > SIZE_MAX / size) {
        arena->exhausted = true;
        return NULL;
    }
    return arena_alloc(arena, count * size);
}

bool arena_check(const struct arena *arena, struct err *err) {
    if (!arena->exhausted)
        return true;
    return err_set(err, ERR_MEMORY, 0, "more than %zu bytes", arena->budget);
}

/* Doubling keeps pushes linear in all. The old items stay in the arena: there
 * is no realloc in the middle of a chunk, and the waste is less than the vector
 * itself. */
void *vec_reserve(struct arena *arena, void *items, size_t *capacity, size_t wanted, size_t size) {
    if (wanted <= *capacity)
        return items;
    /* not zeroed: an item is written whole when it is pushed, and the large vectors of a document
     * would be written twice */
    void *moved = wanted > SIZE_MAX / size ? NULL : take(arena, wanted * size);
    if (!moved) {
        arena->exhausted = true;
        return items;
    }
    if (*capacity > 0)
        memcpy(moved, items, *capacity * size);
    *capacity = wanted;
    return moved;
}

void *vec_grow(struct arena *arena, void *items, size_t *capacity, size_t size) {
    return vec_reserve(arena, items, capacity, *capacity ? *capacity * 2 : 8, size);
}
