/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
/* Allocation behind checked sizes, growing arrays, arenas. */
#include <string.h>

#include "base/memory.h"

#include "testkit.h"

static void libc_serves_where_nothing_is_given(void **state)
{
    rapport_allocator mem;
    char *block;
    (void)state;
    assert_ok(rapport__memory_init(&mem, NULL));
    block = mem.alloc(mem.user, 10);
    assert_non_null(block);
    memset(block, 'a', 10);
    block = mem.realloc(mem.user, block, 1000);
    assert_non_null(block);
    assert_memory_equal(block, "aaaaaaaaaa", 10);
    mem.free(mem.user, block);
}

static void an_allocator_is_whole_or_refused(void **state)
{
    tk_heap heap = {0};
    rapport_allocator given = tk_allocator(&heap), whole = given, out;
    (void)state;
    assert_ok(rapport__memory_init(&out, &given));
    assert_memory_equal(&out, &given, sizeof out);
    given.alloc = NULL;
    assert_int_equal(rapport__memory_init(&out, &given), RAPPORT_BAD_ARGUMENT);
    given = whole;
    given.realloc = NULL;
    assert_int_equal(rapport__memory_init(&out, &given), RAPPORT_BAD_ARGUMENT);
    given = whole;
    given.free = NULL;
    assert_int_equal(rapport__memory_init(&out, &given), RAPPORT_BAD_ARGUMENT);
}

static void assert_zero(const void *block, size_t size)
{
    for (size_t i = 0; i < size; i++)
        assert_int_equal(((const unsigned char *)block)[i], 0);
}

static void a_new_block_is_zero(void **state)
{
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    void *block = rapport__alloc(&mem, 7, 9);
    (void)state;
    assert_int_equal(heap.live_bytes, 63);
    assert_zero(block, 63);
    rapport__free(&mem, block);
    rapport__free(&mem, NULL);
    assert_int_equal(heap.live_blocks, 0);
}

static void no_bytes_are_a_block_too(void **state)
{
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    void *none = rapport__alloc(&mem, 0, 8), *nothing = rapport__alloc(&mem, 8, 0);
    (void)state;
    assert_non_null(none);
    assert_non_null(nothing);
    rapport__free(&mem, none);
    rapport__free(&mem, nothing);
    assert_int_equal(heap.live_blocks, 0);
}

static int asked;

static void *no_block(void *user, uint64_t size)
{
    (void)user;
    (void)size;
    asked++;
    return NULL;
}

static void *no_larger_block(void *user, void *block, uint64_t size)
{
    (void)block;
    return no_block(user, size);
}

static void give_back(void *user, void *block)
{
    (void)user;
    (void)block;
}

static const rapport_allocator stingy = {no_block, no_larger_block, give_back, NULL};

static void sizes_that_overflow_are_not_even_asked_for(void **state)
{
    rapport__arena arena;
    uint32_t capacity = 0;
    void *items = NULL;
    (void)state;
    rapport__arena_init(&arena, &stingy);
    asked = 0;
    assert_null(rapport__alloc(&stingy, SIZE_MAX, 2));
    assert_null(rapport__alloc(&stingy, 2, SIZE_MAX));
    assert_null(rapport__alloc(&stingy, SIZE_MAX / 2 + 1, 1));
    assert_null(rapport__alloc(&stingy, SIZE_MAX / 4 + 1, 2));
    assert_null(rapport__arena_alloc(&arena, SIZE_MAX, SIZE_MAX));
    assert_null(rapport__arena_alloc(&arena, SIZE_MAX / 2 + 1, 1));
    assert_null(rapport__arena_text(&arena, "", SIZE_MAX));
    assert_int_equal(rapport__reserve(&stingy, &items, &capacity, 8, SIZE_MAX / 15), RAPPORT_NO_MEMORY);
    assert_int_equal(asked, 0);
    assert_null(rapport__alloc(&stingy, SIZE_MAX / 2, 1));
    assert_null(rapport__arena_alloc(&arena, SIZE_MAX / 2, 1));
    assert_int_equal(rapport__reserve(&stingy, &items, &capacity, 8, SIZE_MAX / 16), RAPPORT_NO_MEMORY);
    assert_int_equal(asked, 3);
    assert_int_equal(capacity, 0);
    assert_null(items);
}

static void room_at_least_doubles_and_keeps_what_is_there(void **state)
{
    static const uint32_t needed[] = {1, 8, 9, 16, 17, 100, 201};
    static const uint32_t rooms[] = {8, 8, 16, 16, 32, 100, 201}; /* 8 at first, then twice, or what is needed */
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    uint32_t *items = NULL, capacity = 0;
    (void)state;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        uint32_t before = capacity;
        assert_ok(rapport__reserve(&mem, &items, &capacity, needed[i], sizeof *items));
        assert_int_equal(capacity, rooms[i]);
        assert_int_equal(heap.live_bytes, capacity * sizeof *items);
        for (uint32_t k = 0; k < before; k++)
            assert_int_equal(items[k], k + 1);
        for (uint32_t k = before; k < capacity; k++) {
            assert_int_equal(items[k], 0);
            items[k] = k + 1;
        }
    }
    assert_int_equal(heap.calls, 5); /* 8 and 16 were enough twice */
    rapport__free(&mem, items);
}

static void refused_room_leaves_all_as_it_was(void **state)
{
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    uint32_t *items = NULL, capacity = 0;
    (void)state;
    heap.fail_at = 1;
    assert_int_equal(rapport__reserve(&mem, &items, &capacity, 1, sizeof *items), RAPPORT_NO_MEMORY);
    assert_null(items);
    assert_int_equal(capacity, 0);
    assert_ok(rapport__reserve(&mem, &items, &capacity, 1, sizeof *items));
    items[7] = 77;
    heap.fail_at = heap.calls + 1;
    assert_int_equal(rapport__reserve(&mem, &items, &capacity, 9, sizeof *items), RAPPORT_NO_MEMORY);
    assert_int_equal(capacity, 8);
    assert_int_equal(items[7], 77);
    assert_ok(rapport__reserve(&mem, &items, &capacity, 9, sizeof *items));
    assert_int_equal(items[7], 77);
    rapport__free(&mem, items);
}

static void room_ends_at_the_largest_count(void **state)
{
    uint32_t capacity = UINT32_MAX / 2 + 1;
    void *items = (void *)&capacity; /* never touched: what is asked for is refused */
    (void)state;
    asked = 0;
    assert_int_equal(rapport__reserve(&stingy, &items, &capacity, capacity + 1, 1), RAPPORT_NO_MEMORY);
    assert_int_equal(asked, 1);
    assert_int_equal(capacity, UINT32_MAX / 2 + 1);
}

static void blocks_of_an_arena_are_zero_aligned_and_apart(void **state)
{
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    rapport__arena arena;
    unsigned char *blocks[400];
    (void)state;
    rapport__arena_init(&arena, &mem);
    for (size_t i = 0; i < 400; i++) {
        blocks[i] = rapport__arena_alloc(&arena, i, 1);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % 16, 0);
        assert_zero(blocks[i], i);
        memset(blocks[i], (int)(i % 255) + 1, i);
    }
    for (size_t i = 0; i < 400; i++)
        for (size_t k = 0; k < i; k++)
            assert_int_equal(blocks[i][k], i % 255 + 1); /* nobody wrote into it since */
    rapport__arena_clear(&arena);
    assert_int_equal(heap.live_blocks, 0);
    rapport__arena_clear(&arena);
}

static void many_small_blocks_cost_few_calls(void **state)
{
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    rapport__arena arena;
    (void)state;
    rapport__arena_init(&arena, &mem);
    for (int i = 0; i < 65536; i++)
        assert_non_null(rapport__arena_alloc(&arena, 1, 1));
    assert_true(heap.calls <= 11); /* 2^16 blocks of 16 bytes are 2^20; chunks of 2^10, 2^11, ... 2^20 */
    rapport__arena_clear(&arena);
}

static void a_large_block_gets_a_chunk_of_its_own(void **state)
{
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    rapport__arena arena;
    unsigned char *large;
    (void)state;
    rapport__arena_init(&arena, &mem);
    assert_non_null(rapport__arena_alloc(&arena, 1, 1));
    large = rapport__arena_alloc(&arena, 100000, 1);
    assert_zero(large, 100000);
    memset(large, 1, 100000);
    assert_int_equal(heap.calls, 2);
    rapport__arena_clear(&arena);
    assert_int_equal(heap.live_blocks, 0);
}

static void an_arena_survives_a_refusal(void **state)
{
    tk_heap heap = {0};
    rapport_allocator mem = tk_allocator(&heap);
    rapport__arena arena;
    char *text;
    (void)state;
    rapport__arena_init(&arena, &mem);
    heap.fail_at = 1;
    assert_null(rapport__arena_alloc(&arena, 1, 1));
    assert_null(arena.chunks);
    text = rapport__arena_text(&arena, "kept", 4);
    heap.fail_at = heap.calls + 1;
    assert_null(rapport__arena_alloc(&arena, 5000, 1));
    assert_string_equal(text, "kept");
    assert_non_null(rapport__arena_alloc(&arena, 5000, 1));
    rapport__arena_clear(&arena);
    assert_int_equal(heap.live_blocks, 0);
}

static void texts_are_copied_by_length_and_ended(void **state)
{
    rapport_allocator mem;
    rapport__arena arena;
    char *text;
    (void)state;
    assert_ok(rapport__memory_init(&mem, NULL));
    rapport__arena_init(&arena, &mem);
    assert_string_equal(rapport__arena_text(&arena, "abcdef", 3), "abc");
    assert_string_equal(rapport__arena_text(&arena, NULL, 0), "");
    text = rapport__arena_text(&arena, "a\0b", 3);
    assert_memory_equal(text, "a\0b", 4);
    rapport__arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(libc_serves_where_nothing_is_given),
        cmocka_unit_test(an_allocator_is_whole_or_refused),
        cmocka_unit_test(a_new_block_is_zero),
        cmocka_unit_test(no_bytes_are_a_block_too),
        cmocka_unit_test(sizes_that_overflow_are_not_even_asked_for),
        cmocka_unit_test(room_at_least_doubles_and_keeps_what_is_there),
        cmocka_unit_test(refused_room_leaves_all_as_it_was),
        cmocka_unit_test(room_ends_at_the_largest_count),
        cmocka_unit_test(blocks_of_an_arena_are_zero_aligned_and_apart),
        cmocka_unit_test(many_small_blocks_cost_few_calls),
        cmocka_unit_test(a_large_block_gets_a_chunk_of_its_own),
        cmocka_unit_test(an_arena_survives_a_refusal),
        cmocka_unit_test(texts_are_copied_by_length_and_ended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
