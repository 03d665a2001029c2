/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#include "testkit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void tk_assert_close(double actual, double expected, double tolerance, const char *file, int line)
{
    if (!(fabs(actual - expected) <= tolerance)) {
        print_error("%.17g is not within %g of %.17g\n", actual, tolerance, expected);
        _fail(file, line);
    }
}

void tk_assert_same_bits(double actual, double expected, const char *file, int line)
{
    if (memcmp(&actual, &expected, sizeof actual) != 0) {
        print_error("%.17g (%a) has not the bits of %.17g (%a)\n", actual, actual, expected, expected);
        _fail(file, line);
    }
}

/* In front of every block; 32 bytes, so that what follows is aligned for any type. */
typedef struct block {
    tk_heap *heap;
    size_t size;
    uint64_t mark, padding;
} block;

#define MARK UINT64_C(0x7261707072745F31)

static int refuses(tk_heap *heap)
{
    heap->calls++;
    return heap->fail_at && (heap->fail_for_good ? heap->calls >= heap->fail_at : heap->calls == heap->fail_at);
}

static void *take(tk_heap *heap, size_t size)
{
    block *made = malloc(sizeof *made + size);
    if (!made)
        fail_msg("the machine itself has no memory left");
    *made = (block){heap, size, MARK, 0};
    memset(made + 1, 0xA5, size);
    heap->live_blocks++;
    heap->live_bytes += size;
    return made + 1;
}

static void give(tk_heap *heap, void *memory)
{
    block *old = (block *)memory - 1;
    if (old->mark != MARK || old->heap != heap)
        fail_msg("a block came back that this heap did not hand out");
    heap->live_blocks--;
    heap->live_bytes -= old->size;
    memset(old, 0x5A, sizeof *old + old->size);
    free(old);
}

static void *heap_alloc(void *user, uint64_t size)
{
    assert_true(size > 0);
    return refuses(user) ? NULL : take(user, (size_t)size);
}

static void *heap_realloc(void *user, void *memory, uint64_t size)
{
    void *grown;
    assert_true(memory && size > 0);
    if (refuses(user))
        return NULL;
    size_t kept = ((block *)memory - 1)->size;
    grown = take(user, (size_t)size);
    memcpy(grown, memory, kept < size ? kept : (size_t)size);
    give(user, memory);
    return grown;
}

static void heap_free(void *user, void *memory)
{
    assert_non_null(memory);
    give(user, memory);
}

rapport_allocator tk_allocator(tk_heap *heap)
{
    return (rapport_allocator){heap_alloc, heap_realloc, heap_free, heap};
}

#define MOST_CALLS 1000000u

static void assert_nothing_lives(const tk_heap *heap)
{
    assert_int_equal(heap->live_blocks, 0);
    assert_int_equal(heap->live_bytes, 0);
}

size_t tk_exhaust_memory(tk_scenario scenario)
{
    for (size_t at = 1; at < MOST_CALLS; at++) {
        for (int for_good = 0; for_good < 2; for_good++) {
            tk_heap heap = {.fail_at = at, .fail_for_good = for_good};
            rapport_allocator memory = tk_allocator(&heap);
            rapport_status status = scenario(&memory);
            assert_nothing_lives(&heap);
            if (heap.calls < at) {
                assert_ok(status);
                return at - 1;
            }
            assert_int_equal(status, RAPPORT_NO_MEMORY);
            heap.fail_at = 0;
            assert_ok(scenario(&memory));
            assert_nothing_lives(&heap);
        }
    }
    fail_msg("the scenario allocates without end");
    return 0;
}

/* 1 if the call under test made fewer allocations than `at`. */
static int step_passes(const tk_step *step, size_t at, int for_good)
{
    tk_heap heap = {0};
    rapport_allocator memory = tk_allocator(&heap);
    void *object = step->set_up(&memory);
    assert_non_null(object);
    heap.fail_at = heap.calls + at;
    heap.fail_for_good = for_good;
    rapport_status status = step->run(object);
    int passes = heap.calls < heap.fail_at;
    heap.fail_at = 0;
    assert_int_equal(status, passes ? RAPPORT_OK : RAPPORT_NO_MEMORY);
    if (!passes)
        assert_ok(step->run(object));
    if (step->check)
        step->check(object);
    step->tear_down(object);
    assert_nothing_lives(&heap);
    return passes;
}

size_t tk_exhaust_step(const tk_step *step)
{
    for (size_t at = 1; at < MOST_CALLS; at++) {
        if (step_passes(step, at, 0))
            return at - 1;
        step_passes(step, at, 1);
    }
    fail_msg("the call allocates without end");
    return 0;
}

char *tk_file(const char *path, int64_t *length)
{
    char full[4096];
    snprintf(full, sizeof full, "%s%s%s", *path == '/' ? "" : TK_DATA, *path == '/' ? "" : "/", path);
    FILE *file = fopen(full, "rb");
    long size = -1;
    char *text = NULL;
    if (file && !fseek(file, 0, SEEK_END) && (size = ftell(file)) >= 0 && !fseek(file, 0, SEEK_SET))
        text = malloc((size_t)size + 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size)
        fail_msg("cannot read %s", full);
    text[size] = '\0';
    fclose(file);
    if (length)
        *length = size;
    return text;
}
