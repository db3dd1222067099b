/* An arena that ends at any byte. Its chunks are large: a budget alone ends a small document only
 * at its first allocation. */
#ifndef HEJI_TESTS_BUDGET_H
#define HEJI_TESTS_BUDGET_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

enum { BUDGET_CHUNK = 64 << 10, BUDGET_HEADER = 16 };

/* Leaves `left` bytes: whole chunks, and the rest in the first, which is filled up to it. */
static inline void budget_init(struct arena *arena, size_t left) {
    size_t chunks = left / BUDGET_CHUNK, rest = left % BUDGET_CHUNK;
    arena_init(arena, (chunks + 1) * (BUDGET_CHUNK + BUDGET_HEADER));
    assert_non_null(arena_alloc(arena, BUDGET_CHUNK - rest));
}

/* The same for an arena in use: what it has left is filled up first. */
static inline void budget_limit(struct arena *arena, size_t left) {
    arena->budget = arena->total;
    while (arena_alloc(arena, BUDGET_HEADER))
        continue;
    arena->exhausted = false;
    arena->budget += (left / BUDGET_CHUNK + 1) * (BUDGET_CHUNK + BUDGET_HEADER);
    assert_non_null(arena_alloc(arena, BUDGET_CHUNK - left % BUDGET_CHUNK));
}

#endif
