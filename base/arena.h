/* The memory of one document: allocated piece by piece, freed at once.
 *
 * An arena has a byte budget. Past it, or when the system has no memory, allocation returns NULL
 * and the arena stays `exhausted`; string builders then return empty strings, so that a stage may
 * check the flag once at its end. */
#ifndef HEJI_BASE_ARENA_H
#define HEJI_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct arena_chunk;

/* Zero-initialised by arena_init; the fields are for arena.c, except
 * `exhausted`, which all may read. */
struct arena {
    struct arena_chunk *chunk; /* owned: newest first */
    size_t used;               /* bytes taken from the newest chunk */
    size_t total;              /* bytes taken from the system so far */
    size_t budget;             /* bytes it may take in all */
    bool exhausted;            /* an allocation has failed */
};

/* An empty arena of at most `budget` bytes; nothing is allocated yet. */
void arena_init(struct arena *arena, size_t budget);

/* Frees everything that came from the arena. The arena can be used again, with
 * the same budget. */
void arena_clear(struct arena *arena);

/* Zeroed memory of `size` bytes, aligned for any type; NULL when exhausted. */
void *arena_alloc(struct arena *arena, size_t size);

/* Zeroed memory for `count` items of `size` bytes; NULL when exhausted or when
 * the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Sets ERR_MEMORY and returns false when the arena is exhausted, else returns
 * true: the check at the end of a stage. */
bool arena_check(const struct arena *arena, struct err *err);

/* A growing array whose items live in an arena: `VEC(struct cell) cells;`,
 * zero-initialised. Growing moves the items: keep indices, not pointers, while
 * pushing. */
#define VEC(type)               \
    struct {                    \
        type *items;            \
        size_t count, capacity; \
    }

/* Appends `item` to the vector that `v` points to; false when the arena is
 * exhausted (the vector then stays as it was). */
#define VEC_PUSH(arena, v, item)                                                       \
    (((v)->count < (v)->capacity ||                                                    \
      ((v)->items = vec_grow((arena), (v)->items, &(v)->capacity, sizeof *(v)->items), \
       (v)->count < (v)->capacity)) &&                                                 \
     ((v)->items[(v)->count++] = (item), true))

/* Makes room for `wanted` items in all before they are pushed. Without memory the
 * vector stays as it was, and the arena is exhausted. */
#define VEC_RESERVE(arena, v, wanted) \
    ((v)->items = vec_reserve((arena), (v)->items, &(v)->capacity, (wanted), sizeof *(v)->items))

/* For VEC_RESERVE: the items in a place for `wanted` of `size` bytes and `*capacity`
 * raised, or both as they were. */
void *vec_reserve(struct arena *arena, void *items, size_t *capacity, size_t wanted, size_t size);

/* For VEC_PUSH: the items in a larger place and `*capacity` raised, or both as
 * they were. */
void *vec_grow(struct arena *arena, void *items, size_t *capacity, size_t size);

#endif
