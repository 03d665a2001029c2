/* SPDX-License-Identifier: MIT
 * SPDX-FileCopyrightText: The Rapport authors */
#ifndef RAPPORT_TESTKIT_H
#define RAPPORT_TESTKIT_H
/* What cmocka does not have: doubles, a heap that fails on demand, files. */
/* cmocka wants these first, in this order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rapport/base.h"

#define assert_ok(expression) assert_int_equal((expression), RAPPORT_OK)

/* cmocka 1.1.5 compares floating point as float only. NaN is close to nothing. */
void tk_assert_close(double actual, double expected, double tolerance, const char *file, int line);
#define assert_close(actual, expected, tolerance) tk_assert_close((actual), (expected), (tolerance), __FILE__, __LINE__)

/* The same 64 bits: tells -0 from 0, and one NaN from another. */
void tk_assert_same_bits(double actual, double expected, const char *file, int line);
#define assert_same_bits(actual, expected) tk_assert_same_bits((actual), (expected), __FILE__, __LINE__)

/*
 * A heap that counts, spoils memory before it is handed out and after it is given back, moves every block that is
 * resized, aborts the test on a block that is not its own, and refuses when told to.
 */
typedef struct tk_heap {
    size_t calls;       /* allocations and reallocations so far, refused ones included */
    size_t live_blocks; /* not yet freed */
    size_t live_bytes;
    size_t fail_at;    /* refuse this call, counted from 1; 0 = none */
    int fail_for_good; /* and all that follow */
} tk_heap;

rapport_allocator tk_allocator(tk_heap *heap);

/*
 * Runs `scenario` (make, use, destroy) with its 1st, 2nd, 3rd... allocation refused, once and for good, until it passes.
 * A run in which a call was refused must return RAPPORT_NO_MEMORY and leave nothing allocated; afterwards the scenario must
 * succeed on the same heap. Returns how many allocations a full run makes.
 */
typedef rapport_status (*tk_scenario)(const rapport_allocator *memory);
size_t tk_exhaust_memory(tk_scenario scenario);

/*
 * The same for one call on an object that is already there: `set_up` makes the object, `run` is the call under test, refused
 * at its 1st, 2nd, 3rd... allocation, then repeated on the same object, which must succeed. `check` (may be NULL) looks at
 * the object afterwards: it must be as if nothing had failed. Returns how many allocations `run` makes.
 */
typedef struct tk_step {
    void *(*set_up)(const rapport_allocator *memory);
    rapport_status (*run)(void *object);
    void (*check)(void *object);
    void (*tear_down)(void *object);
} tk_step;
size_t tk_exhaust_step(const tk_step *step);

/*
 * Reads a whole file; a path that is not absolute starts at the project's folder (TK_DATA). A NUL follows the text.
 * `length` may be NULL. The caller frees the text with free(). A file that cannot be read fails the test.
 */
char *tk_file(const char *path, int64_t *length);

#endif
