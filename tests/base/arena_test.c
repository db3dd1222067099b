#include <string.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"

static void test_memory_is_zeroed_and_aligned(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    for (size_t size = 1; size < 200; size += 7) {
        unsigned char *piece = arena_alloc(&arena, size);
        assert_non_null(piece);
        assert_int_equal((uintptr_t)piece % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(piece[i], 0);
        memset(piece, 0xFF, size);
    }
    arena_clear(&arena);
    assert_int_equal(arena.total, 0);
}

static void test_pieces_larger_than_a_chunk(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 4 << 20);
    char *large = arena_alloc(&arena, 1 << 20), *small = arena_alloc(&arena, 8);
    assert_non_null(large);
    assert_non_null(small);
    large[(1 << 20) - 1] = 'x';
    assert_int_equal(*small, 0);
    arena_clear(&arena);
}

static void test_budget(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    arena_init(&arena, 100 << 10);
    assert_non_null(arena_alloc(&arena, 10));
    assert_true(arena_check(&arena, &err));
    assert_null(arena_alloc(&arena, 90 << 10));
    assert_true(arena.exhausted);
    assert_false(arena_check(&arena, &err));
    assert_int_equal(err.code, ERR_MEMORY);
    arena_clear(&arena);
    assert_false(arena.exhausted);
    assert_non_null(arena_alloc(&arena, 10));
    arena_clear(&arena);
}

static void test_sizes_that_overflow(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, SIZE_MAX);
    assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
    assert_null(arena_alloc(&arena, SIZE_MAX));
    assert_true(arena.exhausted);
    arena_clear(&arena);
}

static void test_vector(void **state) {
    (void)state;
    struct arena arena;
    VEC(int) numbers = {0};
    arena_init(&arena, 1 << 20);
    for (int i = 0; i < 1000; i++)
        assert_true(VEC_PUSH(&arena, &numbers, i));
    assert_int_equal(numbers.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(numbers.items[i], i);
    arena_clear(&arena);
}

static void test_vector_without_memory_stays(void **state) {
    (void)state;
    struct arena arena;
    VEC(int) numbers = {0};
    arena_init(&arena, 0);
    assert_false(VEC_PUSH(&arena, &numbers, 1));
    assert_int_equal(numbers.count, 0);
}

/* The budget counts what is taken from the system, so that it holds whatever the sizes are. */
static void test_budget_holds_for_many_pieces(void **state) {
    (void)state;
    static const size_t sizes[] = {1, 100, 5000, 70000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct arena arena;
        size_t count = 0;
        arena_init(&arena, 1 << 20);
        while (arena_alloc(&arena, sizes[i]))
            count++;
        assert_true(arena.exhausted && arena.total <= arena.budget);
        assert_true(count * sizes[i] <= arena.budget && count > 0);
        arena_clear(&arena);
    }
}

/* Once exhausted it stays so, although a small piece may still fit: a stage looks only once. */
static void test_exhausted_stays(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    arena_init(&arena, 100 << 10);
    assert_null(arena_alloc(&arena, 1 << 20));
    assert_non_null(arena_alloc(&arena, 16));
    assert_false(arena_check(&arena, &err));
    arena_clear(&arena);
    assert_true(arena_check(&arena, &err));
}

/* Items keep their values when the vector moves, and the failed push leaves all of them. */
static void test_vector_up_to_the_budget(void **state) {
    (void)state;
    struct arena arena;
    VEC(uint64_t) numbers = {0};
    arena_init(&arena, 200 << 10);
    for (uint64_t i = 0; VEC_PUSH(&arena, &numbers, i * i); i++)
        continue;
    assert_true(arena.exhausted);
    assert_int_equal(numbers.count, numbers.capacity);
    for (uint64_t i = 0; i < numbers.count; i++)
        assert_true(numbers.items[i] == i * i);
    arena_clear(&arena);
}

static void test_pieces_do_not_overlap(void **state) {
    (void)state;
    struct arena arena;
    unsigned char *pieces[500];
    arena_init(&arena, 8 << 20);
    for (size_t i = 0; i < 500; i++) {
        pieces[i] = arena_array(&arena, i + 1, 3);
        assert_non_null(pieces[i]);
        memset(pieces[i], (int)(i & 0xFF), (i + 1) * 3);
    }
    for (size_t i = 0; i < 500; i++) {
        for (size_t k = 0; k < (i + 1) * 3; k++)
            assert_int_equal(pieces[i][k], i & 0xFF);
    }
    arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory_is_zeroed_and_aligned),
        cmocka_unit_test(test_pieces_larger_than_a_chunk),
        cmocka_unit_test(test_budget),
        cmocka_unit_test(test_sizes_that_overflow),
        cmocka_unit_test(test_vector),
        cmocka_unit_test(test_vector_without_memory_stays),
        cmocka_unit_test(test_budget_holds_for_many_pieces),
        cmocka_unit_test(test_exhausted_stays),
        cmocka_unit_test(test_vector_up_to_the_budget),
        cmocka_unit_test(test_pieces_do_not_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
