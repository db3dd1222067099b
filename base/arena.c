#include "base/arena.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK_BYTES = 64 << 10, ALIGNMENT = 16 };

struct arena_chunk {
    struct arena_chunk *next;
    size_t size; /* bytes that follow the header */
};

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

void *arena_alloc(struct arena *arena, size_t size) {
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
    return memset(piece, 0, size);
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

void *vec_grow(struct arena *arena, void *items, size_t *capacity, size_t size) {
    size_t more = *capacity ? *capacity * 2 : 8;
    void *moved = arena_array(arena, more, size);
    if (!moved)
        return items;
    if (items)
        memcpy(moved, items, *capacity * size);
    *capacity = more;
    return moved;
}
